"""Mementos in a real terminal: ten come by paste, are decided on, boxed, let go, and taken back."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.diary import Diary
from heartwork.model.memento import Decision
from tests.journeys.visit import ENTER, ESCAPE, PASSPHRASE, QUIT, Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path

TEN = """- concert ticket in the drawer 1
- playlist on the phone 2
- grey mug in the kitchen 3
- blue scarf in the attic 4
- photo of us on the shelf 5

* his books (6)
* his shirt 6
* ring in the drawer 8
1. postcard from Porto at the bedside 7
2. the letters under the bed 9
"""


def test_ten_by_paste_then_decided_boxed_let_go_and_taken_back(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"3")
        visit.shows("What still ties you belongs here")
        visit.send(b"n")
        visit.shows("a list can be pasted")
        visit.send(b"\x1b[200~" + TEN.encode() + b"\x1b[201~")
        visit.shows("10 things are here now", "what is here weighs 45", "concert ticket", "the letters")
        visit.send(ESCAPE)
        visit.settles(0.3)
        visit.send(b"\x1b[H" + ENTER)
        visit.shows("It goes back to whoever it belongs to")
        visit.send(b"6")
        visit.until(lambda: "It goes back" not in visit.text)
        visit.shows("recycle")
        visit.send(b"j" + ENTER)
        visit.shows("It goes back to whoever it belongs to")
        visit.send(b"3")
        visit.settles(0.5)
        visit.send(b"in 3 weeks" + ENTER)
        visit.shows("box until")
        visit.until(lambda: "It goes back" not in visit.text)
        visit.send(b"j ")
        visit.shows("go", "How much does it weigh now?")
        visit.send(ENTER)
        visit.shows("let go · 1", "here weighs 42 · what is gone weighed 3")
        visit.send(b"u")
        visit.shows("is with the others again", "here weighs 45")
        visit.send(b" ")
        visit.shows("How much does it weigh now?")
        visit.send(ENTER)
        visit.shows("let go · 1", "here weighs")
        visit.send(QUIT)
        assert visit.ends() == 0
        assert visit.is_as_before
    mementos = Diary.open(path, PASSPHRASE, read_only=True).mementos.all()
    by_name = {memento.name: memento for memento in mementos}
    assert len(mementos) == 10
    assert by_name["concert ticket"].decision is Decision.RECYCLE
    until = by_name["playlist"].box_until
    assert until is not None
    assert abs(until - datetime.now(UTC).date() - timedelta(days=21)) <= timedelta(days=1)
    assert sum(memento.done is not None for memento in mementos) == 1
    assert by_name["his books (6)"].weight is None

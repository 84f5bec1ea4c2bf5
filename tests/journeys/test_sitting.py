"""A sitting goes on behind a locked door, in another process, and comes back as it stands there."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.diary import Diary
from tests.journeys.visit import ENTER, LOCK, PASSPHRASE, QUIT, Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path

DIGITS = "██████"


def test_locked_while_sitting_the_clock_goes_on_in_a_fresh_process(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"5")
        visit.shows("Sit with it")
        visit.send(b"t")
        visit.shows("enter begins")
        visit.send(b"8" + ENTER)
        visit.shows("Ten breaths first")
        seen = time.monotonic() + 0.7  # a page that has just appeared takes no enter
        visit.until(lambda: time.monotonic() >= seen)
        visit.send(ENTER)
        visit.shows("just be here", DIGITS)
        visit.send(LOCK)
        visit.shows("You are sitting", DIGITS, "passphrase")
        assert "Grief" not in visit.text
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("just be here", DIGITS)
        visit.send(QUIT)
        assert visit.ends() == 0
    (one,) = Diary.open(path, PASSPHRASE, read_only=True).sittings.all()
    assert (one.planned, one.ache_before, one.ending) == (1200, 8, None)
    assert 0 <= one.sat < 60

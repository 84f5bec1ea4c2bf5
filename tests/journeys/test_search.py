"""Finding in the real program: as it is typed, and by the same words without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from tests.cli.shell import printing
from tests.journeys.visit import COST, ENTER, ESCAPE, PASSPHRASE, QUIT, Visit
from tests.terminal import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.now(UTC)
SEARCHES = {
    "cafe": ["Rain at the Café"],
    '"long way home"': ["The long way"],
    "harbour -rain": ["The long way"],
    "#night mood:<3": ["Rain at the Café"],
    "kind:letter": ["Letter to M."],
    "is:starred from:yesterday": ["The long way"],
    "person:anna": ["Anna, the lake"],
}
"""What is typed, and the titles that it finds."""


def entry(title: str, body: str, days: int, **more: object) -> Entry:
    at = NOW - timedelta(days=days)
    return Entry(at, "UTC", at.date(), title=title, body=body, **more)  # type: ignore[arg-type]  # fields of Entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    for each in (
        entry("Rain at the Café", "The harbour was grey. [/oops]", 9, mood=2, tags=("night",)),
        entry("The long way", "I walked the long way\nhome past the harbour.", 0, mood=4, starred=True),
        entry("Anna, the lake", "Wind.", 4, people=("Anna",), mood=1),
        entry("Letter to M.", "Words for nobody.", 3, kind=Kind.LETTER),
    ):
        diary.keep(each, now=NOW)
    diary.set("recovery", "declined", now=NOW)
    diary.close()
    return path


def test_what_is_typed_narrows_the_list_and_escape_widens_it(path: Path) -> None:
    with Visit(path, size=(24, 100)) as visit:
        visit.opens()
        for typed, titles in SEARCHES.items():
            visit.send(b"/")
            visit.settles()
            visit.send(typed.encode())
            visit.shows(f"{len(titles)} of 4")
            visit.shows(*titles)
            visit.send(ENTER + ESCAPE)
            visit.shows("Rain at the Café", "Anna, the lake", "Letter to M.", "The long way")
            visit.settles()
        visit.send(b"/mood:9 ")
        visit.shows("mood:9")
        visit.send(ENTER)
        visit.shows("was not understood")
        visit.send(QUIT)
        assert visit.ends() == 0


@pytest.mark.parametrize("typed", SEARCHES)
def test_the_same_words_find_the_same_without_a_screen(path: Path, typed: str) -> None:
    command = [sys.executable, "-m", "heartwork", "list", "--file", str(path), "--find", typed]
    environ = {**os.environ, "HEARTWORK_PASSPHRASE_COMMAND": printing(PASSPHRASE)}
    done = subprocess.run(
        command, cwd=HOUSE, env=environ, capture_output=True, text=True, check=True, timeout=60
    )
    assert len(done.stdout.splitlines()) == len(SEARCHES[typed])
    for title in SEARCHES[typed]:
        assert title in done.stdout

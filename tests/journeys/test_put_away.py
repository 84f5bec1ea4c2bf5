"""Putting somebody away in a real terminal: found, let out, out of sight after a lock too, and taken back."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.content.away_words import away_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from tests.journeys.test_letters import printed
from tests.journeys.visit import ENTER, ESCAPE, LOCK, PALETTE, PASSPHRASE, QUIT, Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path

# What is typed to look for it is only a part of it: the whole is never typed.
SECRET, PART = "kestrel" + "away7041", b"kestrelaw"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary with four entries that name M. by two names, a letter to M., and one about the lake."""
    path = new_diary(tmp_path / "diary.heartwork")
    now = datetime.now(UTC)
    diary = Diary.open(path, PASSPHRASE)
    diary.turn_to(now)
    for days, body in (
        (9, f"{SECRET}, Martin"),
        (8, "m. called"),
        (7, "the lake"),
        (2, "again MARTIN"),
    ):
        at = now - timedelta(days=days)
        diary.keep(Entry(at, "UTC", at.date(), body=body, mood=2), now=at)
    at = now - timedelta(days=1)
    letter = Entry(at, "UTC", at.date(), kind=Kind.LETTER, title="what I never said", body="inside")
    diary.letters.address(diary.keep(letter, now=at).id, "M.", now=now)
    diary.close()
    return path


def puts_away(visit: Visit) -> None:
    """Put Martin away by two names, for three weeks, and let one entry out."""
    visit.send(b"p")
    visit.shows("Put away", "This entry", "Everything that names M.", "Somebody or something else")
    visit.send(b"3")
    visit.shows("Who, or what?")
    visit.send(b"Martin, M.")
    visit.settles()
    visit.send(ENTER)
    visit.shows("3 entries and 1 letter name Martin", "4 of 4 ticked", "again MARTIN")
    visit.send(b"jj ")
    visit.shows("3 of 4 ticked")
    visit.send(ENTER)
    visit.shows("Until when?", "until you take it back")
    visit.send(b"in 3 weeks")
    visit.shows("enter puts it away until")
    visit.send(ENTER)
    visit.shows("2 entries and 1 letter are put away until", "the lake")


def test_somebody_is_out_of_sight_everywhere_until_taken_back(path: Path) -> None:
    with Visit(path, size=(30, 100)) as visit:
        visit.opens()
        visit.shows(SECRET)
        puts_away(visit)
        visit.settles()
        assert SECRET not in visit.text
        visit.send(LOCK)
        visit.until(lambda: "the lake" not in visit.text)
        visit.at_door()
        before = len(visit.bytes)

        visit.opens()
        visit.shows("the lake", "m. called")
        visit.send(b"/" + PART)
        visit.shows("0 of 2")
        visit.send(ESCAPE)
        visit.shows("the lake")
        for keys in (b"G", b"\x1b[F", ENTER, ESCAPE, b"b", ESCAPE, b"c", ESCAPE, PALETTE, PART, ESCAPE):
            visit.send(keys)
            visit.settles(0.3)
        assert SECRET.encode() not in visit.bytes[before:]
        assert b"never said" not in visit.bytes[before:]
        assert SECRET not in printed(path, "list") + printed(path, "list", "--json") + printed(path, "tags")

        visit.send(b"p")
        visit.shows("See what is put away")
        visit.send(b"3")
        visit.shows("What is put away", "Martin", "3 · until")
        visit.send(b"v")
        visit.shows("Put away: Martin", SECRET, "what I never said")
        visit.send(ESCAPE)
        visit.shows("What is put away")
        visit.settles()
        visit.send(ENTER)
        visit.shows("Nothing is put away.")
        visit.send(ESCAPE)
        visit.shows("Journal", SECRET, "again MARTIN")
        visit.send(b"u")
        visit.shows(away_words().done.again)
        visit.until(lambda: "again MARTIN" not in visit.text)
        visit.send(b"u")
        visit.settles(0.3)
        visit.send(QUIT)
        assert visit.ends() == 0
        assert visit.is_as_before
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    diary.turn_to(datetime.now(UTC))
    assert len(diary.away_for()["person:Martin"]) == 3
    assert len(diary.felt(datetime.now(UTC).date() - timedelta(days=10), datetime.now(UTC).date())) == 4


def test_escape_from_every_step_leaves_everything_in_sight(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        visit.shows("the lake")
        for keys, words in ((b"p", "This entry"), (b"3", "Who, or what?"), (ESCAPE, "the lake")):
            visit.send(keys)
            visit.shows(words)
            visit.settles()
        visit.send(b"p")
        visit.shows("This entry")
        visit.send(b"2")
        visit.shows("name M.", "ticked")
        visit.send(ENTER)
        visit.shows("Until when?")
        visit.send(b"last year" + ENTER)
        visit.shows("last year", "could not be read as a day")
        visit.send(ESCAPE)
        visit.shows("the lake", "m. called")
        visit.send(QUIT)
        assert visit.ends() == 0
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    diary.turn_to(datetime.now(UTC))
    assert diary.away_ids() == []
    assert diary.folk.all() == []

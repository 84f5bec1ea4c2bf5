"""The trash in a real terminal: in, out, erased from the file, and a clock that may be wrong."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.content.trash_words import trash_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from tests.journeys.test_letters import frames
from tests.journeys.visit import ENTER, ESCAPE, PASSPHRASE, QUIT, Visit, bodies, new_diary

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "kestrel" + "trash7041"
WORDS = trash_words()


def a_diary(path: Path, *texts: str) -> Path:
    """Make a diary with some entries, the last one the newest."""
    new_diary(path)
    now = datetime.now(UTC)
    diary = Diary.open(path, PASSPHRASE)
    for days, text in enumerate(reversed(texts), 1):
        at = now - timedelta(days=days)
        diary.keep(Entry(at, "UTC", at.date(), body=text), now=at)
    diary.close()
    return path


def is_away(visit: Visit, words: str) -> bool:
    return words not in visit.text


def thrown_away(path: Path, days_ago: int, visits: int) -> None:
    """Put the newest entry in the trash some days ago, and visit on so many days after that."""
    since = datetime.now(UTC) - timedelta(days=days_ago)
    diary = Diary.open(path, PASSPHRASE)
    diary.turn_to(since)
    diary.visits.note(since, since.date())
    diary.trash(diary.ids()[:1], now=since)
    for days in range(1, visits + 1):
        then = since + timedelta(days=days)
        diary.visits.note(then, then.date())
    diary.close()


def test_in_and_out_of_the_trash_and_erased_from_the_file(tmp_path: Path) -> None:
    path = a_diary(tmp_path / "diary.heartwork", "rain", "wind", f"the {SECRET}")
    with Visit(path) as visit:
        visit.opens()
        visit.shows(SECRET, "wind")
        visit.send(b"  d")
        visit.shows("2 entries are in the trash")
        visit.send(b"u")
        visit.shows("As it was before: 2 entries", SECRET)
        visit.send(b"\x1b[Hd")
        visit.shows("brings it back")
        visit.send(b"t")
        visit.shows("30 days, 10 visits", SECRET, "Take back out", "Erase")
        visit.send(b"r")
        visit.shows("The trash is empty")
        visit.send(b"t")
        visit.shows("rain", SECRET)
        visit.send(b"\x1b[Hd")
        visit.settles(0.3)
        visit.send(b"t")
        visit.shows(SECRET, "visits")
        visit.send(b"x")
        visit.shows("for good?", "rewritten", "Older copies")
        visit.send(ESCAPE)
        visit.shows(SECRET, "visits")
        assert SECRET.encode() in frames(path)
        visit.send(b"x")
        visit.shows("for good?")
        visit.send(b"2")
        visit.shows(WORDS.erase.erased)
        visit.until(lambda: SECRET not in visit.text.replace("“the", ""))
        visit.send(b"u")
        visit.settles(0.3)
        visit.send(QUIT)
        assert visit.ends() == 0
        assert visit.is_as_before
    assert SECRET.encode() not in frames(path)
    assert bodies(path) == ["wind", "rain"]


def test_what_had_its_time_leaves_by_itself_a_little_after_coming_in(tmp_path: Path) -> None:
    path = a_diary(tmp_path / "diary.heartwork", "rain", SECRET)
    thrown_away(path, 31, 10)
    assert SECRET.encode() in frames(path)
    with Visit(path) as visit:
        visit.opens(b"1")
        visit.shows("1 thing left the trash")
        visit.send(QUIT)
        assert visit.ends() == 0
        assert SECRET not in visit.text
    assert SECRET.encode() not in frames(path)


def test_a_clock_that_may_be_wrong_is_asked_about_and_no_leaves_the_trash_as_it_is(tmp_path: Path) -> None:
    path = a_diary(tmp_path / "diary.heartwork", "rain", SECRET)
    thrown_away(path, 200, 10)
    for _ in range(2):
        with Visit(path) as visit:
            visit.opens(b"1")
            visit.shows(WORDS.order.title, WORDS.order.no)
            visit.settles()
            visit.send(ENTER)
            visit.until(partial(is_away, visit, WORDS.order.title))
            visit.settles(1.5)
            assert WORDS.order.title not in visit.text
            visit.send(QUIT)
            assert visit.ends() == 0
        assert SECRET.encode() in frames(path)
    with Visit(path) as visit:
        visit.opens(b"1")
        visit.send(b"n")
        visit.settles(2)
        if WORDS.order.title not in visit.text:  # the page was there first: nothing comes over it
            visit.shows("Begin anywhere.")
            visit.send(ESCAPE)
        visit.shows(WORDS.order.title)
        visit.send(b"2")
        visit.shows("1 thing left the trash")
        visit.send(QUIT)
        assert visit.ends() == 0
    assert SECRET.encode() not in frames(path)

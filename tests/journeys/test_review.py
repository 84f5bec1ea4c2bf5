"""The review on a real terminal: few keys, short on a heavy day, and nothing lost by a lock or a kill."""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Memento
from tests.journeys.visit import ENTER, ESCAPE, LOCK, PASSPHRASE, QUIT, Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.model.entry import Entry

MOST_KEYS = 25
NO = "\N{EN DASH} no"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary in which there is something to ask in every part."""
    path, now = new_diary(tmp_path / "diary.heartwork"), datetime.now(UTC)
    diary = Diary.open(path, PASSPHRASE)
    diary.contact.keep(lived(ContactKind.START, now - timedelta(days=9), "UTC", DAY_END), now=now)
    diary.mementos.keep(Memento("the scarf", weight=4), now=now)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call the pool"),)), now=now)
    diary.close()
    return path


def reviews(path: Path) -> list[Entry]:
    """Return the reviews that are in the journal."""
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    return [entry for entry in diary.entries() if entry.kind is Kind.REVIEW]


def begun(path: Path) -> list[object]:
    """Return the lines of reviews that are not kept yet."""
    drafts = Diary.open(path, PASSPHRASE, read_only=True).drafts()
    return [draft.fields.get("line") for draft in drafts if draft.table == "reviews"]


class Counted:
    """Keys pressed one by one, each part seen before it is answered."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.keys = 0

    def press(self, keys: str, *shows: str) -> None:
        for key in keys:
            self.visit.send(ENTER if key == "\n" else key.encode())
            self.keys += 1
        self.visit.shows(*shows)


def test_a_bare_review_takes_few_keys_and_a_lock_in_the_middle_costs_none(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        counted = Counted(visit)
        counted.press("r", "How was today?", "1 of 7")
        counted.press("3\n", "Which words fit?", "calm")
        counted.press("1\n", "Any contact")
        counted.press("1", "Which of these did you have")
        counted.press("yyny", NO)
        visit.send(LOCK)
        visit.at_door()
        assert "sleep" not in visit.text
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("Which of these did you have", NO, "4 of 7")
        counted.press("yyyy\n", "One thing not decided yet", "the scarf")
        counted.press("1", "One step of yours", "call the pool")
        counted.press("2", "If you like, one line")
        counted.press("\n", "That was today", "Ticked: call the pool", "It is in your journal.")
        counted.press("\n", "Journal", "steady")
        assert counted.keys <= MOST_KEYS
        visit.send(QUIT)
        assert visit.ends() == 0
    (entry,) = reviews(path)
    assert (entry.mood, entry.feelings, entry.body) == (3, ("calm",), "No contact today.")
    assert [*entry.care.values()] == ["yes", "yes", "no", *["yes"] * 5]


def test_a_heavy_day_asks_little_and_a_kill_loses_nothing(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        counted = Counted(visit)
        counted.press("r", "How was today?")
        counted.press("1\n", "Which words fit?", "2 of 3", "heartbroken")
        counted.press("2\n", "If you like, one line", "3 of 3")
        visit.send(b"all of it")
        visit.shows("all of it")
        visit.until(lambda: "all of it" in begun(path))
        visit.process.send_signal(signal.SIGKILL)
        visit.process.wait()
    assert reviews(path) == []
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"r")
        visit.shows("If you like, one line", "all of it")
        counted.press("\n", "That is enough for today", "Breathe", "Someone", "Support", "The rest")
        visit.send(b"3")
        visit.shows("If you are in danger")
        visit.send(ESCAPE)
        visit.shows("That is enough for today")
        counted.press("5", "heavy")
        assert counted.keys <= 10
        visit.send(QUIT)
        assert visit.ends() == 0
    (entry,) = reviews(path)
    assert (entry.mood, entry.feelings) == (1, ("heartbroken",))
    assert entry.body.startswith("all of it")

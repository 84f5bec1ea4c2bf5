"""The review on its own: gone through, passed over, back, left, refused by the disk, and arranged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.content.review_words import review_words
from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, Outcome, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.review import Contact, LineSort, Part
from heartwork.screens.care_habits import CareHabits
from heartwork.screens.review import ReviewScreen
from heartwork.screens.review_arrange import ReviewArrange
from tests.diary.made import Failing, on_file
from tests.screens.alone import alone
from tests.screens.stage import NARROW, drawn, shown, types, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

EVENING = datetime(2026, 3, 14, 21, 10, tzinfo=UTC)


@dataclass
class Wall:
    """A clock that stands where it is put."""

    now: datetime = EVENING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartwork.diary.reviews.local_zone", lambda: "UTC")
    monkeypatch.setattr("heartwork.screens.contact_doing.local_zone", lambda: "UTC")


def furnished(diary: Diary | None = None) -> Diary:
    """Return a diary in which there is something to ask in every part."""
    diary = diary or Diary.in_memory()
    diary.turn_to(EVENING)
    diary.contact.keep(lived(ContactKind.START, EVENING - timedelta(days=9), "UTC", DAY_END), now=EVENING)
    diary.mementos.keep(Memento("a [b]scarf[/b]", weight=4), now=EVENING)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call [i]them[/i]"),)), now=EVENING)
    return diary


async def presses(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def at(pilot: Pilot[Any]) -> Part | None:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen.review.at


async def test_every_part_is_asked_and_its_answer_is_where_it_belongs() -> None:
    diary = furnished()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, answers):
        await presses(pilot, "3", "enter", "2", "enter", "2")
        assert at(pilot) is Part.CARE
        await presses(pilot, "y", "n", "enter")
        assert "a [b]scarf[/b] · weighs 4" in shown(pilot)
        await presses(pilot, "2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewScreen))
        await presses(pilot, "2")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await until(pilot, lambda: at(pilot) is Part.GOAL)
        assert "call [i]them[/i]" in shown(pilot)
        await presses(pilot, "2", "up", *"it ends")
        assert "shelf of lessons" in shown(pilot)
        await presses(pilot, "enter")
        for line in (
            "“a [b]scarf[/b]” stays with you.",
            "Ticked: call [i]them[/i]",
            "It is in your journal.",
        ):
            assert line in shown(pilot)
        await presses(pilot, "enter")
        assert answers == [None]
    (entry,) = diary.entries()
    assert (entry.kind, entry.mood, entry.feelings, entry.care) == (
        Kind.REVIEW,
        3,
        ("tender",),
        {"sleep": "yes", "food": "no"},
    )
    assert entry.body == "Learned: it ends\n\nAn urge came, and it passed."
    assert diary.shelves.lines("lessons") == ["it ends"]
    assert diary.contact.events()[-1].outcome is Outcome.PASSED
    assert [each.decision for each in diary.mementos.all()] == [Decision.KEEP]
    assert diary.drafts() == []
    diary.undo(now=EVENING)
    assert [each.decision for each in diary.mementos.all()] == [Decision.UNDECIDED]
    assert ([*diary.entries()], diary.shelves.lines("lessons"), len(diary.contact.events())) == ([], [], 1)


async def test_every_part_can_be_passed_over_and_gone_back_to() -> None:
    diary = furnished()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, _):
        await presses(pilot, *["enter"] * 7)
        assert review_words().nothing in shown(pilot)
    assert diary.goals.column(Column.DOING)[0].next_step == 0
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, answers):
        await presses(pilot, *["tab"] * 2, "right", "tab", "shift+tab", "shift+tab")
        assert at(pilot) is Part.CONTACT
        await presses(pilot, *["tab"] * 5)
        assert at(pilot) is None
        assert "That was today" in shown(pilot)
        assert "in your journal" not in shown(pilot)
        assert review_words().nothing in shown(pilot)
        await presses(pilot, "shift+tab")
        assert at(pilot) is Part.LINE
        await presses(pilot, "escape")
        assert answers == [None]
        assert review_words().nothing in shown(pilot)
    assert [*diary.entries()] == []
    assert diary.drafts() == []


async def test_a_slip_is_noted_before_it_goes_on_and_one_that_is_not_noted_is_asked_again() -> None:
    diary = furnished()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, _):
        await presses(pilot, "4", "enter", "enter", "4")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewScreen))
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        assert at(pilot) is Part.CONTACT
        await presses(pilot, "4")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewScreen))
        await presses(pilot, "1", "escape")
        await until(pilot, lambda: "9 of the last 10" in shown(pilot))
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await until(pilot, lambda: at(pilot) is Part.CARE)
        await presses(pilot, "shift+tab")
        assert "Already noted today: Looked." in shown(pilot)
        assert pilot.app.screen.review.noted is Contact.SLIP  # type: ignore[attr-defined]  # it is a ReviewScreen
        await presses(pilot, *["tab"] * 6)
        assert review_words().end.undo in shown(pilot)
    assert [event.kind for event in diary.contact.events()] == [ContactKind.START, ContactKind.SLIP]
    diary.undo(now=EVENING)
    assert [event.kind for event in diary.contact.events()] == [ContactKind.START]
    assert [*diary.entries()] == []


async def test_left_in_the_middle_it_goes_on_there_also_after_midnight_and_the_next_day_is_new() -> None:
    diary, wall = furnished(), Wall()
    async with alone(ReviewScreen(diary, wall), NARROW) as (pilot, answers):
        await presses(pilot, "4", "enter", "1", "escape")
        assert answers == [None]
        assert review_words().left in shown(pilot)
    assert [entry.mood for entry in diary.entries()] == [4]
    wall.now += timedelta(hours=5)
    diary.forget_undos()  # as a lock does
    async with alone(ReviewScreen(diary, wall), NARROW) as (pilot, _):
        assert at(pilot) is Part.FEELINGS
        await presses(pilot, "enter", "1", "y", "enter", "1", "1", "f3", *"tea", "enter")
        assert "No contact." in shown(pilot)
        assert review_words().end.undo_since in shown(pilot)
    (entry,) = diary.entries()
    assert (entry.day, entry.mood, entry.feelings) == (EVENING.date(), 4, ("calm",))
    assert entry.body == "Good today: tea\n\nNo contact today."
    async with alone(ReviewScreen(diary, wall), NARROW) as (pilot, _):
        await presses(pilot, "5", "escape")
    (entry,) = diary.entries()
    assert entry.mood == 5
    assert "02:10: bright (5), before that light (4)." in entry.body
    wall.now += timedelta(hours=2)
    diary.turn_to(wall.now)
    async with alone(ReviewScreen(diary, wall), NARROW) as (pilot, _):
        assert at(pilot) is Part.MOOD
        await presses(pilot, "3", "escape")
    assert [entry.mood for entry in diary.entries()] == [3, 5]


async def test_a_heavy_day_ends_early_and_the_rest_comes_only_where_it_is_wanted() -> None:
    diary = furnished()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, answers):
        await presses(pilot, "2", "enter", "enter", "enter")
        assert "That is enough for today" in shown(pilot)
        assert "scarf" not in shown(pilot)
        await presses(pilot, "1")
        assert "Breathe" in shown(pilot)
        await presses(pilot, "escape", "4")
        assert at(pilot) is Part.CONTACT
        await presses(pilot, "1", "y", "enter", "1", "1")
        assert "Today: low." in shown(pilot)
        await presses(pilot, "escape")
        assert answers == [None]
    (entry,) = diary.entries()
    assert (entry.mood, entry.care, entry.body) == (2, {"sleep": "yes"}, "No contact today.")


async def test_what_a_full_disk_refuses_is_said_and_kept_as_soon_as_there_is_room(tmp_path: Path) -> None:
    files = Failing()
    diary = furnished(on_file(tmp_path / "diary.heartwork", files))
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, answers):
        await presses(pilot, "4")
        files.full = True
        await presses(pilot, *["tab"] * 6, *"rain", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.wrong.display
        assert screen.draft is not None
        await presses(pilot, "enter", "escape")
        assert answers == []
        files.full = False
        await presses(pilot, "enter", "enter")
        assert answers == [None]
    (entry,) = diary.entries()
    assert (entry.mood, entry.body.split("\n")[0]) == (4, "rain")
    assert diary.drafts() == []
    diary.close()


async def test_parts_are_left_out_and_carried_and_the_review_follows() -> None:
    diary = furnished()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, _):
        await presses(pilot, "f2")
        assert isinstance(pilot.app.screen, ReviewArrange)
        await presses(pilot, "space", "end", "g", "home", "enter")
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
    assert diary.reviews.parts()[:2] == (Part.LINE, Part.FEELINGS)
    assert Part.MOOD not in diary.reviews.parts()
    async with alone(ReviewScreen(diary, Wall()), NARROW) as (pilot, _):
        assert at(pilot) is Part.LINE
        assert "1 of 6" in shown(pilot)
    async with alone(ReviewArrange(diary, Wall()), NARROW) as (pilot, _):
        for place in (0, 2, 3, 4, 5, 6):
            await presses(pilot, "home", *["down"] * place, "space")
        assert review_words().arrange.last in shown(pilot)
    assert len(diary.reviews.parts()) == 1


async def test_care_is_named_added_taken_out_and_carried() -> None:
    diary = furnished()
    async with alone(CareHabits(diary, Wall()), NARROW) as (pilot, _):
        await presses(pilot, "n")
        assert review_words().habits.full in shown(pilot)
        await presses(pilot, "d", "n", *"food", "enter")
        assert review_words().habits.twice in shown(pilot)
        for _ in range(4):
            await pilot.press("backspace")
        await types(pilot, "[b]sang[/b]\n")
        await presses(pilot, "shift+up")
        await presses(pilot, "home", "e", *"warm ", "enter")
    names = [habit.name for habit in diary.care.habits()]
    assert names[0].startswith("warm")
    assert names[-2] == "[b]sang[/b]"
    assert len(names) == 8


async def test_another_room_may_end_a_review_that_stands_open() -> None:
    diary, wall = furnished(), Wall()
    screen = ReviewScreen(diary, wall)
    async with alone(screen, NARROW) as (pilot, answers):
        await presses(pilot, "4", "enter")
        screen.seal()
        elsewhere, draft = diary.reviews.begin(EVENING)
        diary.reviews.keep(elsewhere, draft, ended=True, now=EVENING)
        screen._left_alone = True
        screen._look_again()
        await pilot.pause()
        assert answers == [None]
    assert [entry.mood for entry in diary.entries()] == [4]
    assert LineSort.PROMPT is elsewhere.sort


async def test_an_end_with_much_to_say_is_scrolled_by_the_arrows_on_a_small_terminal() -> None:
    diary, long = furnished(), "a name that goes on and on, over the end of its line "
    screen = ReviewScreen(diary, Wall())
    known: dict[str, Any] = {
        "decided": long * 4,
        "stepped": long * 4,
        "noted": Contact.SLIP,
        "sort": LineSort.SHELF,
    }
    screen.review = replace(screen.review, at=Part.LINE, mood=4, line="x", **known)
    async with alone(screen, (60, 20)) as (pilot, answers):
        await presses(pilot, "enter")
        assert "enter closes" not in drawn(pilot)
        await presses(pilot, *["down"] * 9)
        assert "enter closes" in drawn(pilot)
        await presses(pilot, "enter")
        assert answers == [None]

"""Goals are carried across the board and none is lost: whatever is done, each column has one order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import UnfitThing, UnknownThing
from heartwork.diary.placing import in_order
from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.vault import verify
from tests.diary.made import NOW, PASSPHRASE, after, documents, on_file, put

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 1)


def board(diary: Diary, *titles: str, column: Column = Column.SOMEDAY) -> list[str]:
    """Add goals to a column, and return their ids."""
    return list(diary.goals.add(*(Goal(title, column=column) for title in titles), now=NOW).ids)


def order(diary: Diary, column: Column = Column.SOMEDAY) -> str:
    return "".join(goal.title for goal in diary.goals.column(column))


def test_new_goals_stand_at_the_end_of_their_column(diary: Diary) -> None:
    board(diary, "a", "b")
    board(diary, "x", column=Column.DOING)
    board(diary, "c")
    assert (order(diary), order(diary, Column.DOING)) == ("abc", "x")


@pytest.mark.parametrize(
    ("place", "becomes"), [(0, "dabc"), (1, "adbc"), (3, "abcd"), (None, "abcd"), (99, "abcd"), (-5, "dabc")]
)
def test_a_goal_is_put_to_a_place(diary: Diary, place: int | None, becomes: str) -> None:
    *_, last = board(diary, *"abcd")
    diary.goals.move(last, Column.SOMEDAY, place, now=after(1))
    assert order(diary) == becomes


def test_carrying_writes_the_one_goal_and_one_frame(path: Path) -> None:
    diary = on_file(path)
    keys = board(diary, *"abcd")
    before, rows = verify(path, PASSPHRASE).frames, documents(diary, "goals")
    diary.goals.move(keys[3], Column.SOMEDAY, 1, now=after(1))
    after_it = documents(diary, "goals")
    assert verify(path, PASSPHRASE).frames == before + 1
    assert [key for key in keys if rows[key] != after_it[key]] == [keys[3]]
    diary.goals.move(keys[3], Column.SOMEDAY, 1, now=after(2))
    assert verify(path, PASSPHRASE).frames == before + 1
    diary.undo(now=after(3))
    assert order(diary) == "abcd"
    diary.close()


def test_places_that_two_copies_used_twice_are_given_anew(diary: Diary) -> None:
    for key, title, place in (
        ("1", "a", "V"),
        ("2", "b", "V"),
        ("3", "c", ""),
        ("4", "d", "0"),
        ("5", "e", "é"),
    ):
        put(diary, "goals", key, {"title": title, "column": "next", "position": place})
    (mine,) = board(diary, "m")
    assert order(diary, Column.NEXT) == "abcde"
    diary.goals.move(mine, Column.NEXT, 2, now=after(1))
    assert order(diary, Column.NEXT) == "abmcde"
    places = [goal.position for goal in diary.goals.column(Column.NEXT)]
    assert all(one < two for one, two in pairwise(places))
    change = diary.undo(now=after(2))
    assert change is not None
    assert change.id == mine
    assert order(diary, Column.NEXT) == "abcde"


def test_a_goal_in_done_is_finished_and_elsewhere_it_is_not(diary: Diary) -> None:
    (key,) = board(diary, "a")
    diary.goals.move(key, Column.DONE, gave=" It is\nmine now. ", now=after(1))
    done = diary.goals.one(key)
    assert (done.finished, done.gave) == (after(1), "It is mine now.")
    diary.goals.move(key, Column.DONE, 0, now=after(2))
    assert diary.goals.one(key).finished == after(1)
    diary.goals.move(key, Column.NEXT, now=after(3))
    assert diary.goals.one(key).finished is None
    assert diary.goals.one(key).gave == "It is mine now."
    diary.undo(now=after(4))
    assert diary.goals.one(key).finished == after(1)


def test_a_goal_that_is_let_go_stands_in_no_column_until_it_is_taken_up(diary: Diary) -> None:
    first, second = board(diary, "a", "b")
    diary.goals.let_go(first, "It was \x1b[2Jnever mine.", now=after(1))
    diary.goals.let_go(second, now=after(2))
    assert order(diary) == ""
    assert [goal.id for goal in diary.goals.let_go_of()] == [second, first]
    assert diary.goals.one(first).let_go_why == "It was never mine."
    diary.goals.move(first, Column.NEXT, now=after(3))
    assert order(diary, Column.NEXT) == "a"
    assert diary.goals.one(first).let_go is None
    diary.undo(now=after(4))
    diary.undo(now=after(5))
    assert order(diary) == "b"


def test_steps_are_ticked_and_added(diary: Diary) -> None:
    (key,) = board(diary, "a")
    diary.goals.add_steps(key, "one", " \x1b[2J ", "two\nlines", now=after(1))
    diary.goals.tick_step(key, 0, today=TODAY, now=after(2))
    goal = diary.goals.one(key)
    assert goal.steps == (Step("one", done=True, on=TODAY), Step("two lines"))
    assert (goal.steps_done, goal.next_step) == (1, 1)
    diary.goals.tick_step(key, 0, done=False, today=TODAY, now=after(3))
    assert diary.goals.one(key).steps[0] == Step("one")
    diary.undo(now=after(4))
    assert diary.goals.one(key).steps_done == 1
    for index in (2, -1):
        with pytest.raises(UnfitThing):
            diary.goals.tick_step(key, index, today=TODAY, now=after(5))
    assert Goal("a").next_step is None


def test_only_a_goal_that_repeats_is_ticked_for_its_week(diary: Diary) -> None:
    (once,) = board(diary, "a")
    with pytest.raises(UnfitThing):
        diary.goals.tick_week(once, today=TODAY, now=after(1))
    (often,) = diary.goals.add(Goal("run", repeat=Repeat(3)), now=NOW).ids
    for _ in range(2):
        diary.goals.tick_week(often, today=TODAY, now=after(2))
    assert diary.goals.one(often).ticks == (TODAY, TODAY)
    assert diary.goals.one(often).repeat == Repeat(3)
    diary.undo(now=after(3))
    assert diary.goals.one(often).ticks == (TODAY,)


@pytest.mark.parametrize("times", [0, 100])
def test_a_week_that_has_no_room_is_not_kept(diary: Diary, times: int) -> None:
    with pytest.raises(UnfitThing):
        diary.goals.add(Goal("run", repeat=Repeat(times)), now=NOW)


def test_a_goal_that_is_not_there_is_said(diary: Diary) -> None:
    with pytest.raises(UnknownThing):
        diary.goals.move("nothing", Column.NEXT, now=NOW)
    with pytest.raises(UnknownThing):
        diary.goals.let_go("nothing", now=NOW)
    with pytest.raises(UnknownThing):
        diary.goals.tick_step("nothing", 0, today=TODAY, now=NOW)


# --- whatever is done ----------------------------------------------------------------------------------

COLUMNS = st.sampled_from(list(Column))
WHICH = st.integers(0, 99)
STEPS = st.one_of(
    st.tuples(st.just("add"), COLUMNS, st.integers(1, 3)),
    st.tuples(st.just("move"), WHICH, COLUMNS, st.none() | st.integers(0, 9)),
    st.tuples(st.just("trash"), WHICH),
    st.tuples(st.just("restore"), WHICH),
    st.tuples(st.just("let go"), WHICH),
    st.tuples(st.just("foreign"), COLUMNS, st.sampled_from(["", "V", "V", "z", "0", "?"])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("undo")),
)


@dataclass
class Board:
    """A plain board beside the diary's: each column is a list of ids."""

    diary: Diary = field(default_factory=Diary.in_memory)
    ids: list[str] = field(default_factory=list)
    minutes: int = 0

    def now(self) -> timedelta:
        self.minutes += 1
        return timedelta(minutes=self.minutes)

    def columns(self) -> dict[Column, list[str]]:
        return {column: [goal.id for goal in self.diary.goals.column(column)] for column in Column}

    def move(self, which: int, column: Column, place: int | None) -> None:
        key = self.ids[which % len(self.ids)]
        if self.diary.goals.one(key).trashed is not None:
            return
        expected = {each: [one for one in ids if one != key] for each, ids in self.columns().items()}
        expected[column].insert(len(expected[column]) if place is None else place, key)
        self.diary.goals.move(key, column, place, now=NOW + self.now())
        assert self.columns() == expected

    def foreign(self, column: Column, place: str) -> None:
        key = f"foreign-{len(self.ids):03}"
        put(self.diary, "goals", key, {"title": key, "column": column.value, "position": place, "rev": key})
        self.ids.append(key)

    def do(self, step: tuple[object, ...]) -> None:
        goals, now = self.diary.goals, NOW + self.now()
        match step:
            case ("add", Column() as column, int(count)):
                made = (Goal(f"{len(self.ids) + at}", column=column) for at in range(count))
                before = self.columns()
                ids = goals.add(*made, now=now).ids
                self.ids += ids
                if all(goals.one(key).position for key in before[column]):
                    assert self.columns()[column] == [*before[column], *ids]
            case ("foreign", Column() as column, str(place)):
                self.foreign(column, place)
            case ("undo",):
                self.diary.undo(now=now)
            case _ if not self.ids:
                pass
            case ("move", int(which), Column() as column, place):
                self.move(which, column, place if isinstance(place, int) else None)
            case ("trash", int(which)):
                goals.trash([self.ids[which % len(self.ids)]], now=now)
            case ("restore", int(which)):
                goals.restore([self.ids[which % len(self.ids)]], now=now)
            case ("let go", int(which)):
                goals.let_go(self.ids[which % len(self.ids)], now=now)

    def check(self) -> None:
        """Every goal is in one place: a column, the trash, or what was let go; and each has one order."""
        goals = self.diary.goals
        places = [key for ids in self.columns().values() for key in ids]
        places += [goal.id for goal in goals.trashed()]
        places += [goal.id for goal in goals.let_go_of()]
        assert sorted(places) == sorted(self.ids)
        for column, ids in self.columns().items():
            again = in_order(reversed(goals.column(column)))
            assert [goal.id for goal in again] == ids


@settings(max_examples=120, deadline=None)
@given(st.lists(STEPS, max_size=30))
def test_whatever_is_done_no_goal_is_lost_and_each_column_has_one_order(
    steps: list[tuple[object, ...]],
) -> None:
    told = Board()
    for step in steps:
        told.do(step)
        told.check()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WHICH, COLUMNS, st.integers(0, 9)), min_size=1, max_size=30))
def test_every_move_that_is_taken_back_leaves_the_board_as_it_was(
    moves: list[tuple[int, Column, int]],
) -> None:
    told = Board()
    told.do(("add", Column.SOMEDAY, 3))
    told.do(("add", Column.DOING, 3))
    told.diary.forget_undos()
    boards = [told.columns()]
    for which, column, place in moves:
        revision = told.diary.revision
        told.move(which, column, place)
        if told.diary.revision != revision:
            boards.append(told.columns())
    while told.diary.undo(now=NOW + told.now()):
        boards.pop()
        assert told.columns() == boards[-1]
    assert len(boards) == 1
    for key in told.ids:
        assert told.diary.goals.one(key).trashed is None

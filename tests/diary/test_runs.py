"""Runs of practices: kept, gone on with, each change one save and one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import NothingToKeep
from heartwork.diary.runs import RUNS
from heartwork.model.run import Run, RunState
from tests.screens.stage import COST, NOON, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAL, UNTANGLE = "space-to-heal", "untangle"


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = Diary.create(tmp_path / "diary.heartwork", PASSPHRASE, cost=COST)
    yield diary
    diary.close()


def test_a_list_begins_with_its_first_tick_and_each_practice_has_its_own(diary: Diary) -> None:
    assert diary.runs.open(UNTANGLE) is None
    diary.runs.tick(UNTANGLE, "keys", on=True, now=NOON)
    diary.runs.tick(UNTANGLE, "pets", on=True, now=NOON)
    diary.runs.tick(UNTANGLE, "keys", on=False, now=NOON)
    assert diary.runs.listed(UNTANGLE).ticked == {"pets"}
    assert diary.runs.listed(HEAL).ticked == frozenset()
    assert len(diary.runs.all()) == 1


def test_own_lines_keep_their_order_and_are_cleaned(diary: Diary) -> None:
    diary.runs.add_line(HEAL, "new \x1b[31mcurtains", now=NOON)
    diary.runs.add_line(HEAL, "a plant", now=NOON)
    first, second = diary.runs.listed(HEAL).own
    assert list(diary.runs.listed(HEAL).own.values()) == ["new curtains", "a plant"]
    diary.runs.tick(HEAL, second, on=True, now=NOON)
    diary.runs.drop_line(HEAL, second, now=NOON)
    assert list(diary.runs.listed(HEAL).own) == [first]
    assert diary.runs.listed(HEAL).ticked == frozenset()
    with pytest.raises(NothingToKeep):
        diary.runs.add_line(HEAL, " \x1b[31m ", now=NOON)


def test_every_change_is_one_undo_down_to_nothing(diary: Diary) -> None:
    diary.runs.tick(HEAL, "bed", on=True, now=NOON)
    diary.runs.add_line(HEAL, "a plant", now=NOON)
    diary.undo(now=NOON)
    assert diary.runs.listed(HEAL).ticked == {"bed"}
    assert not diary.runs.listed(HEAL).own
    diary.undo(now=NOON)
    assert diary.runs.all() == []


def test_a_run_that_is_done_is_no_longer_gone_on_with(diary: Diary) -> None:
    diary.runs.keep(Run(HEAL, 2, {"ticked": ["bed"]}, RunState.DONE), now=NOON)
    assert diary.runs.open(HEAL) is None
    diary.runs.tick(HEAL, "sound", on=True, now=NOON)
    assert [run.state for run in diary.runs.all()] == [RunState.DONE, RunState.OPEN]
    assert diary.runs.all()[0].step == 2


def test_it_is_there_after_the_diary_was_closed_beside_the_practice_itself(tmp_path: Path) -> None:
    path = tmp_path / "other.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.runs.keep(Run(HEAL, answers={"feeling": "calm"}), now=NOON)
    diary.runs.tick(HEAL, "bed", on=True, now=NOON)
    diary.close()
    again = Diary.open(path, PASSPHRASE, read_only=True)
    run = again.runs.open(HEAL)
    assert run is not None
    assert dict(run.answers) == {"feeling": "calm"}
    assert again.runs.listed(HEAL).ticked == {"bed"}


@pytest.mark.parametrize("row", [{}, {"step": -1, "answers": 3, "state": "x"}, {"practice": 4, "step": True}])
def test_a_document_may_hold_anything(diary: Diary, row: dict[str, object]) -> None:
    diary._ledger.write("x", RUNS, {"a" * 32: dict(row) or {"x": 1}}, NOON)
    (run,) = diary.runs.all()
    assert (run.practice, run.step, dict(run.answers), run.state) == ("", 0, {}, RunState.OPEN)

"""Sittings: written while they run, kept in order, and never a part of what undo takes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import UnfitThing
from heartwork.model.entry import Entry, Kind
from heartwork.model.sitting import Ending, Sitting
from tests.screens.stage import COST, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2026, 11, 24, 22, tzinfo=UTC)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    made = Diary.create(tmp_path / "diary.heartwork", PASSPHRASE, cost=COST)
    yield made
    made.close()


def test_one_that_runs_is_written_again_and_again_as_one(diary: Diary) -> None:
    sitting = diary.sittings.note(Sitting(1200, 0, START, ache_before=8), now=START)
    for minute in (1, 2):
        sitting = diary.sittings.note(replace(sitting, sat=60 * minute), now=START)
    assert [each.sat for each in diary.sittings.all()] == [120]
    assert diary.sittings.open() == sitting
    assert diary.undo(now=START) is None
    diary.close()
    again = Diary.open(diary.path or "", PASSPHRASE, read_only=True).sittings.open()
    assert again is not None
    assert (again.planned, again.sat, again.ache_before, again.ending) == (1200, 120, 8, None)


def test_it_is_open_until_it_became_an_entry_or_was_left(diary: Diary) -> None:
    one = diary.sittings.note(Sitting(600, 600, START, ending=Ending.FULL), now=START)
    assert diary.sittings.open() == one
    assert diary.sittings.kept(None) == []
    entry = diary.keep(Entry(START, "UTC", START.date(), Kind.SITTING, body="Sat."), now=START).id
    kept = diary.sittings.note(replace(one, entry=entry, ache_after=3), now=START)
    assert (diary.sittings.open(), diary.sittings.kept(None)) == (None, [kept])
    later = START + timedelta(hours=1)
    diary.sittings.note(Sitting(600, 20, later, ending=Ending.LEFT), now=later)
    assert (diary.sittings.open(), diary.sittings.kept(None)) == (None, [kept])


def test_it_counts_as_long_as_its_entry_is_there(diary: Diary) -> None:
    entry = diary.keep(Entry(START, "UTC", START.date(), Kind.SITTING, body="Sat."), now=START).id
    kept = diary.sittings.note(Sitting(600, 600, START, ending=Ending.FULL, entry=entry), now=START)
    diary.undo(now=START)
    assert (diary.sittings.kept(None), diary.sittings.open()) == ([], None)
    diary.restore([entry], now=START)
    assert diary.sittings.kept(None) == [kept]
    diary.put_away([entry], until=START.date() + timedelta(days=2), now=START)
    assert diary.sittings.kept(START.date()) == []
    assert diary.sittings.kept(START.date() + timedelta(days=2)) == [kept]
    diary.erase([entry], now=START)
    assert diary.sittings.all() == []


@pytest.mark.parametrize("wrong", [{"sat": -1}, {"planned": 10**6}, {"ache_before": 11}])
def test_what_cannot_be_is_not_kept(diary: Diary, wrong: dict[str, int]) -> None:
    with pytest.raises(UnfitThing):
        diary.sittings.note(replace(Sitting(600, 0, START), **wrong), now=START)  # type: ignore[arg-type]
    assert diary.sittings.all() == []

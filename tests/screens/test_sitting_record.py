"""A sitting in the diary: written as it goes, kept as one save, and nothing lost where the disk refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.entry import Kind
from heartwork.model.idle import Moment
from heartwork.model.sitting import Ending
from heartwork.screens.grief_timer import planned_minutes, section
from heartwork.screens.sitting_record import SittingRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

START = datetime(2026, 11, 24, 22, tzinfo=UTC)


def later(seconds: float, wall: float | None = None) -> Moment:
    """Return the moment so many seconds after the start, by each clock."""
    return Moment(START + timedelta(seconds=seconds if wall is None else wall), 1000.0 + seconds)


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


def begun(diary: Diary, minutes: int = 20, ache: int | None = 8) -> SittingRecord:
    record = SittingRecord.planned(diary, minutes, ache, later(0))
    record.begin(later(0))
    return record


def test_it_is_written_at_its_start_each_minute_and_when_it_ends(diary: Diary) -> None:
    record = begun(diary, minutes=5)
    revisions = [diary.revision]
    for second in range(1, 301):
        assert record.tick(later(second)) is (second == 300)
        revisions.append(diary.revision)
    assert len(set(revisions)) - 1 == 5
    (one,) = diary.sittings.all()
    assert (one.sat, one.ending, one.ended) == (300, Ending.FULL, later(300).wall)
    assert planned_minutes(diary) == 5


def test_it_becomes_an_entry_of_the_day_it_began_on_as_one_save(diary: Diary) -> None:
    record = begun(diary)
    record.clock.tick(later(59))
    record.clock.end_early(later(90))
    record.write(later(90))
    diary.keep_draft(replace(record.end_begun(), fields={"ache": 5, "line": "softer"}), now=START)
    assert record.end_begun().fields == {"ache": 5, "line": "softer"}
    revision = diary.revision
    assert record.keep(5, "softer", later(100))
    assert diary.revision == revision + 1
    (entry,) = diary.entries()
    assert (entry.kind, entry.ache, entry.at) == (Kind.SITTING, 5, START)
    assert entry.body == "Sat 1 minute. Ache 8 before, 5 after.\n\nsofter"
    assert [draft for draft in diary.drafts() if draft.table == "sittings"] == []
    assert not record.end_begun().id
    diary.undo(now=START)
    assert not list(diary.entries())
    assert diary.sittings.open() is None


def test_what_is_planned_outlives_a_lock_until_it_begins(diary: Diary) -> None:
    record = SittingRecord.planned(diary, 12, 8, later(0))
    assert record.put_by(later(1))
    assert record.put_by(later(2))
    assert (len(diary.drafts()), diary.sittings.all()) == (1, [])
    back = SittingRecord.settling(diary, later(3))
    assert back is not None
    assert (back.sitting.planned, back.sitting.ache_before, back.clock.sat) == (720, 8, 0)
    back.begin(later(4))
    assert (diary.drafts(), SittingRecord.settling(diary, later(5))) == ([], None)


def test_one_that_nobody_saw_the_end_of_ended_when_it_was_seen_last(diary: Diary) -> None:
    begun(diary).tick(later(59))
    found = diary.sittings.open()
    assert found is not None
    record = SittingRecord(diary, found, later(9000))
    assert record.settle(later(9000))
    assert (record.sitting.ending, record.sitting.ended) == (Ending.EARLY, START)
    record.go_on(later(9001))
    assert (record.sitting.ending, record.is_over) == (None, False)
    assert record.leave(later(9002))
    assert diary.sittings.open() is None


def test_what_the_disk_refuses_is_tried_again_and_lost_nowhere(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = begun(diary)

    def refuses(*_: object, **__: object) -> None:
        raise VaultUnwritable("no") from OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(diary.sittings, "note", refuses)
        record.tick(later(30))
        record.tick(later(60))
        assert record.trouble
        patched.setattr(diary, "keep", refuses)
        assert not record.keep(5, "softer", later(61))
        patched.setattr(diary, "keep_draft", refuses)
        assert not record.put_by(later(61))
        record.tick(later(62))
        assert record.trouble
    record.tick(later(63))
    assert record.trouble
    record.tick(later(70))
    assert not record.trouble
    assert diary.sittings.all()[0].sat == 70


@given(st.lists(st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)), max_size=12))
def test_no_clock_makes_a_time_below_zero(steps: list[tuple[float, float]]) -> None:
    diary = Diary.in_memory()
    record = begun(diary, minutes=5)
    for seconds, wall in steps:
        record.tick(later(seconds, wall))
        record.write(later(seconds, wall))
    (one,) = diary.sittings.all()
    assert 0 <= one.sat <= one.planned
    assert one.ended is None or one.ended >= one.started
    diary.close()


def test_the_room_says_how_the_last_one_was_or_what_waits(diary: Diary) -> None:
    (row,) = section(diary, START).rows
    assert (row.key, row.said) == ("t", "for 20 minutes")
    record = begun(diary)
    (row,) = section(diary, START).rows
    assert (row.id, row.name) == ("timer:sit", "You sat a moment")
    record.clock.end_early(later(59))
    record.write(later(59))
    record.keep(None, "", later(60))
    row, past = section(diary, START).rows
    assert (row.said, past.name, past.said) == ("last time a moment", "Times you sat", "once")
    diary.set("ascii_only", value=True, now=START)
    record = begun(diary)
    record.keep(5, "", later(60))
    row, past = section(diary, START).rows
    assert (row.said, past.said) == ("last a moment, ache 8 -> 5", "2 times")
    diary.undo(now=START)
    row, past = section(diary, START).rows
    assert (row.said, past.said) == ("last time a moment", "once")

"""The trash is emptied when thirty days passed by the clock and the diary was opened on ten of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.diary.made import NOW, entry

if TYPE_CHECKING:
    from heartwork.diary import Diary


def opened(diary: Diary, *days: int) -> None:
    for number in days:
        now = NOW + timedelta(days=number)
        diary.visits.note(now, now.date())


def in_trash(diary: Diary) -> str:
    key = diary.keep(entry(), now=NOW).id
    diary.trash([key], now=NOW)
    return key


def due(diary: Diary, days: float) -> list[str]:
    return diary.outstayed(NOW + timedelta(days=days))


def test_thirty_days_and_ten_visits_are_both_needed(diary: Diary) -> None:
    key = in_trash(diary)
    opened(diary, *range(1, 10), 30)
    assert due(diary, 29.9) == []
    assert due(diary, 30) == [key]


def test_the_day_of_trashing_and_the_same_day_twice_do_not_count(diary: Diary) -> None:
    in_trash(diary)
    opened(diary, 0, 0, 1, 1, *range(2, 10))
    assert due(diary, 365) == []
    opened(diary, 40)
    assert len(due(diary, 365)) == 1


def test_a_clock_that_leaps_is_odd_and_a_usual_absence_is_not(diary: Diary) -> None:
    assert not diary.visits.odd(NOW)
    opened(diary, 0)
    assert not diary.visits.odd(NOW + timedelta(days=60))
    assert diary.visits.odd(NOW + timedelta(days=61))
    assert not diary.visits.odd(NOW - timedelta(days=400))


def test_only_the_first_visit_of_a_day_is_written_and_old_days_are_let_go(diary: Diary) -> None:
    opened(diary, 0)
    revision = diary.revision
    opened(diary, 0)
    assert diary.revision == revision
    opened(diary, *range(1, 100))
    assert len(diary.visits.days) == 60
    assert diary.visits.last == NOW + timedelta(days=99)


def test_what_was_restored_is_not_erased(diary: Diary) -> None:
    key = in_trash(diary)
    opened(diary, *range(1, 40))
    diary.restore([key], now=NOW + timedelta(days=50))
    assert due(diary, 60) == []


def test_visits_leave_the_settings_as_they_are(diary: Diary) -> None:
    diary.set("motion", value=True, now=NOW)
    opened(diary, 0)
    assert diary.settings.motion
    assert diary.undo(now=NOW) is None


def test_what_is_left_is_said_in_days_begun_and_in_visits(diary: Diary) -> None:
    assert diary.visits.left(NOW, NOW) == (30, 10)
    assert diary.visits.left(NOW, NOW + timedelta(days=2, hours=1)) == (28, 10)
    opened(diary, 0, 1, 2, 3)
    assert diary.visits.left(NOW, NOW + timedelta(days=29, hours=23)) == (1, 7)
    opened(diary, *range(4, 30))
    assert diary.visits.left(NOW, NOW + timedelta(days=30)) == (0, 0)
    assert diary.visits.left(NOW, NOW + timedelta(days=300)) == (0, 0)
    assert diary.visits.left(NOW, NOW - timedelta(days=1)) == (31, 0)

"""A word about a professional: once a day, and not for two weeks after it was waved away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.diary.nudges import Nudges
from heartwork.insights.nudge import Reason
from heartwork.model.entry import Away, Kind
from tests.diary.made import NOW, after, entry

if TYPE_CHECKING:
    from heartwork.diary import Diary

TODAY = date(2026, 3, 1)


def heavy(diary: Diary, count: int = 10) -> Nudges:
    """Keep a heavy check-in on so many days, the last one today."""
    for by in range(count):
        at = NOW - timedelta(days=by)
        diary.keep(entry("", kind=Kind.CHECK_IN, mood=2, at=at), now=NOW)
    return Nudges(diary)


def test_it_is_said_once_a_day_and_stays_while_the_diary_is_open(diary: Diary) -> None:
    nudges = heavy(diary)
    assert nudges.due(TODAY, now=NOW) is Reason.MOOD
    assert nudges.due(TODAY, now=after(1)) is Reason.MOOD
    assert Nudges(diary).due(TODAY, now=after(2)) is None
    assert Nudges(diary).due(TODAY + timedelta(days=1), now=after(1440)) is Reason.MOOD


def test_waved_away_it_is_not_said_for_two_weeks(diary: Diary) -> None:
    nudges = heavy(diary)
    assert nudges.due(TODAY, now=NOW)
    nudges.wave_away(TODAY, now=after(1))
    assert nudges.due(TODAY, now=after(2)) is None
    assert Nudges(diary).due(TODAY + timedelta(days=13), now=after(3)) is None
    assert Nudges(diary).due(TODAY + timedelta(days=14), now=after(4)) is Reason.MOOD


def test_a_clock_that_ran_ahead_silences_nothing_for_years(diary: Diary) -> None:
    nudges = heavy(diary)
    nudges.wave_away(TODAY + timedelta(days=4000), now=NOW)
    assert Nudges(diary).due(TODAY, now=NOW) is Reason.MOOD


def test_nothing_is_said_and_noted_where_nothing_is_heavy(diary: Diary) -> None:
    assert Nudges(diary).due(TODAY, now=NOW) is None
    assert heavy(diary, 9).due(TODAY, now=NOW) is None
    assert diary.settings.value("nudged") == ""


def test_what_is_put_away_counts_and_days_without_a_mood_do_too(diary: Diary) -> None:
    for by in range(5):
        diary.keep(entry("only words", at=NOW - timedelta(days=by)), now=NOW)
    hidden = Away(NOW, None)
    for by in range(5, 15):
        at = NOW - timedelta(days=by)
        diary.keep(entry("", kind=Kind.CHECK_IN, mood=1, at=at, away=hidden), now=NOW)
    for by in range(5, 14):
        diary.keep(entry("beside it", at=NOW - timedelta(days=by)), now=NOW)
    assert Nudges(diary).due(TODAY, now=NOW) is None

"""The seasons of a diary: begun, extended, closed, taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.diary.season import Seasons
from heartwork.model.season import Season
from tests.diary.made import NOW, after, documents, put

if TYPE_CHECKING:
    from heartwork.diary import Diary

TODAY = date(2026, 3, 1)


def test_a_season_is_begun_extended_and_closed_and_each_is_one_undo(diary: Diary) -> None:
    seasons = Seasons(diary._ledger)
    assert seasons.open() is None
    assert seasons.extend(7, TODAY, now=NOW) is seasons.close(TODAY, now=NOW) is None
    seasons.start(TODAY, now=NOW)
    assert seasons.open() == Season(TODAY, 14)
    seasons.extend(7, TODAY, now=after(1))
    assert seasons.open() == Season(TODAY, 21)
    seasons.close(TODAY + timedelta(days=9), now=after(2))
    assert seasons.open() is None
    diary.undo(now=after(3))
    assert seasons.open() == Season(TODAY, 21)
    diary.undo(now=after(4))
    diary.undo(now=after(5))
    assert seasons.all() == []


def test_a_second_season_leaves_the_first_where_it_was(diary: Diary) -> None:
    seasons, later = Seasons(diary._ledger), TODAY + timedelta(days=30)
    seasons.start(TODAY, 5, now=NOW)
    seasons.start(later, 400, now=after(1))
    assert seasons.all() == [Season(TODAY, 5, later), Season(later, 365)]


def test_what_is_no_season_stays_and_is_not_counted(diary: Diary) -> None:
    odd = [{"started": "never"}, 7, {"started": "2026-02-01", "days": "many", "mood": "x", "closed": None}]
    put(diary, "settings", "season", {"list": odd, "more": 1})
    seasons = Seasons(diary._ledger)
    assert seasons.open() == Season(date(2026, 2, 1), 14)
    seasons.close(TODAY, now=NOW)
    kept = documents(diary, "settings")["season"]
    assert kept["list"][:2] == odd[:2]
    assert (kept["list"][2]["mood"], kept["list"][2]["closed"], kept["more"]) == ("x", "2026-03-01", 1)
    put(diary, "settings", "season", {"list": "none"})
    assert Seasons(diary._ledger).all() == []

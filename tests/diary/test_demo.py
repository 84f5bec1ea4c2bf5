"""The invented year is the same every time, believable day by day, and nobody's."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean

import pytest

from heartwork.content import feelings
from heartwork.diary.demo import DAYS, demo_entries, year
from heartwork.model.days import local, logical_day
from heartwork.model.entry import ACHES, MOODS, Kind
from heartwork.model.text import clean

TODAY = date(2026, 11, 24)
BERLIN = "Europe/Berlin"
YEAR = demo_entries(TODAY, BERLIN)


def test_it_is_the_same_every_time() -> None:
    assert demo_entries(TODAY, BERLIN) == YEAR


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "Nowhere/AtAll"])
@pytest.mark.parametrize("today", [TODAY, date(2024, 2, 29), date(1971, 1, 1)])
def test_it_reaches_from_a_year_ago_to_yesterday_wherever_it_is_told(zone: str, today: date) -> None:
    entries = demo_entries(today, zone)
    assert entries[0].day == today - timedelta(days=DAYS)
    assert entries[-1].day == today - timedelta(days=1)
    assert all(entry.day == logical_day(entry.at, zone) for entry in entries)
    assert all(one.at <= other.at for one, other in pairwise(entries))


def test_there_are_about_four_hundred_entries_of_several_kinds() -> None:
    kinds = Counter(entry.kind for entry in YEAR)
    assert 380 <= len(YEAR) <= 430
    assert kinds.keys() == {Kind.NOTE, Kind.CHECK_IN, Kind.REVIEW, Kind.LETTER, Kind.SITTING}
    assert kinds[Kind.NOTE] >= 70
    assert kinds[Kind.LETTER] >= 3
    assert sum(entry.starred for entry in YEAR) >= 8
    assert max(Counter(entry.day for entry in YEAR).values()) <= 6


def test_no_two_stories_or_lines_are_the_same() -> None:
    said = Counter(entry.body for entry in YEAR if entry.body and entry.kind is not Kind.SITTING)
    assert len(said) > 250
    assert set(said.values()) == {1}
    titles = [entry.title for entry in YEAR if entry.title]
    assert len(titles) == len(set(titles)) > 45
    assert sum(entry.body.count("\n\n") >= 1 for entry in YEAR) >= 50


def test_every_value_is_one_that_the_diary_knows() -> None:
    known = {feeling.word for feeling in feelings()}
    for entry in YEAR:
        assert not entry.empty
        assert entry.mood is None or entry.mood in MOODS
        assert entry.ache is None or entry.ache in ACHES
        assert set(entry.feelings) <= known, entry.feelings
        assert clean(entry.body) == entry.body == entry.body.strip()
        assert local(entry.at, BERLIN).utcoffset() is not None


def test_the_year_grows_lighter_and_still_has_hard_days_at_its_end() -> None:
    quarters = [
        [e.mood for e in YEAR[place : place + len(YEAR) // 4] if e.mood] for place in range(0, 400, 100)
    ]
    means = [mean(quarter) for quarter in quarters]
    assert means == sorted(means)
    assert means[3] - means[0] > 1
    assert min(quarters[3]) <= 2


@pytest.mark.parametrize("shift", range(7))
def test_a_sunday_is_a_sunday_and_work_is_not_on_one(shift: int) -> None:
    for entry in demo_entries(TODAY + timedelta(days=shift), BERLIN):
        if "sunday" in entry.tags:
            assert entry.day.weekday() == 6
        if "work" in entry.tags:
            assert entry.day.weekday() < 5


def test_emoji_brackets_and_other_scripts_are_in_it() -> None:
    everything = "\n".join(story.body for story in year().story)
    for needed in (
        "🫂",
        "[/day]",
        "物の哀れ",
        "Всё пройдёт",
        "σιγά σιγά",
        "Para o caminho",
    ):
        assert needed in everything

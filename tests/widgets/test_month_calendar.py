"""The calendar goes by day, week, month and year, asks for what it shows alone, and tells a day in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork import themes
from heartwork.content import moods, moods_named
from heartwork.insights.day_mood import DayMood
from heartwork.model.settings import Settings
from heartwork.widgets.month_calendar import MOST_MONTHS, MonthCalendar
from heartwork.widgets.month_grid import HEIGHT, Day
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

TODAY = date(2026, 11, 24)
DAYS = {
    date(2026, 11, 2): Day(DayMood(1, 2, checked_in=True), 5),
    date(2026, 11, 22): Day(DayMood(2, 3, checked_in=True), 4),
    date(2026, 11, 23): Day(DayMood(2.5, 2, checked_in=False), 2),
    date(2026, 11, 20): Day(None, 1),
    date(2026, 11, 19): Day(DayMood(5, 1, checked_in=True), 0),
    date(2026, 10, 31): Day(DayMood(4, 1, checked_in=False), 1),
}


class Asked:
    """What days hold, and which months were asked for."""

    def __init__(self) -> None:
        self.months: list[tuple[int, int]] = []

    def __call__(self, year: int, month: int) -> Mapping[date, Day]:
        self.months.append((year, month))
        return {day: held for day, held in DAYS.items() if (day.year, day.month) == (year, month)}


class Watching(Host):
    """An app around a calendar that notes which days were chosen."""

    def __init__(self, widget: MonthCalendar) -> None:
        super().__init__(widget)
        self.chosen: list[date] = []

    def on_month_calendar_chosen(self, message: MonthCalendar.Chosen) -> None:
        assert message.control is self.widget
        self.chosen.append(message.day)


def calendar(at: date = TODAY, **settings: Any) -> MonthCalendar:
    return MonthCalendar(Asked(), at, TODAY, **settings)


def rows(widget: MonthCalendar) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (["left"], date(2026, 11, 23)),
        (["right"], date(2026, 11, 25)),
        (["up"], date(2026, 11, 17)),
        (["down"], date(2026, 12, 1)),
        (["h", "k", "l", "j"], TODAY),
        (["up"] * 4, date(2026, 10, 27)),
        (["pageup"], date(2026, 10, 24)),
        (["pagedown", "pagedown"], date(2027, 1, 24)),
        (["less_than_sign"], date(2025, 11, 24)),
        (["greater_than_sign"], date(2027, 11, 24)),
        (["home"], date(2026, 11, 1)),
        (["end"], date(2026, 11, 30)),
        (["end", "pageup", "end", "pagedown"], date(2026, 11, 30)),
        (["end", "right", "left"], date(2026, 11, 30)),
        (["less_than_sign", "pageup", "t"], TODAY),
    ],
)
async def test_keys_move_by_day_week_month_and_year(keys: list[str], day: date) -> None:
    widget = calendar()
    async with Host(widget).run_test() as pilot:
        await pilot.press(*keys)
        assert widget.at == day


async def test_a_shorter_month_has_its_last_day_highlighted() -> None:
    widget = calendar(date(2026, 3, 31))
    async with Host(widget).run_test() as pilot:
        await pilot.press("pageup")
        assert widget.at == date(2026, 2, 28)
        await pilot.press("less_than_sign", "less_than_sign")
        assert widget.at == date(2024, 2, 28)


@pytest.mark.parametrize(
    ("end", "keys"),
    [
        (date.min, ["left", "up", "pageup", "less_than_sign"]),
        (date.max, ["right", "down", "pagedown", "greater_than_sign"]),
    ],
)
@pytest.mark.parametrize("width", [30, 120])
async def test_the_ends_of_time_are_ends(end: date, keys: list[str], width: int) -> None:
    widget = calendar(end)
    async with Host(widget).run_test(size=(width, 30)) as pilot:
        await pilot.press(*keys)
        assert widget.at == end
        assert str(end.year) in "".join(rows(widget))


async def test_enter_chooses_the_highlighted_day() -> None:
    host = Watching(calendar())
    async with host.run_test() as pilot:
        await pilot.press("left", "left", "enter")
        await pilot.pause()
    assert host.chosen == [date(2026, 11, 22)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "Sun 22 November: low (2), the middle of 3 check-ins · 4 entries"),
        (date(2026, 11, 23), "Mon 23 November: low (2.5), the middle of 2 entries · 2 entries"),
        (date(2026, 11, 20), "Fri 20 November: no mood · 1 entry"),
        (date(2026, 11, 19), "Thu 19 November: bright (5), from one check-in"),
        (date(2026, 10, 31), "Sat 31 October: light (4), from one entry · 1 entry"),
        (date(2026, 11, 21), "Sat 21 November: nothing written"),
        (TODAY, "today, Tue 24 November: nothing written"),
    ],
)
async def test_the_highlighted_day_is_told_in_words(day: date, said: str) -> None:
    widget = calendar(day)
    async with Host(widget).run_test(size=(80, 24)):
        assert widget.told(day) == said
        assert said in rows(widget)


async def test_a_day_is_its_number_and_the_sign_of_its_mood() -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(40, 24)):
        said = "\n".join(rows(widget))
        for each in (" 2▁", "22▂", "23▂", "20·", "19█", "[24 ]", "November 2026"):
            assert each in said
        assert "31▆" not in said  # another month's
        assert re.search(r"\b21 ", said)


async def test_a_mood_has_its_colour_and_the_highlighted_day_its_frame() -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(40, 24)) as pilot:
        colours = {
            segment.text: segment.style.color.get_truecolor().hex
            for y in range(HEIGHT)
            for segment in widget.render_line(y)
            if segment.text in ("▁", "▂") and segment.style and segment.style.color
        }
        wanted = themes.mood_variables(pilot.app.current_theme)
        assert colours["▁"] == wanted["mood-1"].lower()
        assert colours["▂"] == wanted["mood-2"].lower()
        await pilot.press("left")
        assert "[23▂]" in "\n".join(rows(widget))


async def test_the_legend_says_every_sign_in_words() -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(60, 24)):
        assert rows(widget)[-1] == "▁ heavy  ▂ low  ▄ steady  ▆ light  █ bright  · written"


async def test_moods_go_by_their_own_words_as_plain_text_and_in_ascii() -> None:
    named = moods_named(Settings().having("mood_2", "[red]grey"))
    widget = calendar(date(2026, 11, 22), moods=named, ascii_only=True)
    async with Host(widget).run_test(size=(80, 24)):
        said = "\n".join(rows(widget))
        assert ". [red]grey" in said
        assert "[red]grey (2), the middle of 3 check-ins - 4 entries" in said
        assert said.isascii()
        assert "20:" in said


@pytest.mark.parametrize(("width", "count"), [(29, 1), (61, 1), (62, 2), (94, 2), (95, 3), (300, 3)])
async def test_months_stand_beside_each_other_where_there_is_room(width: int, count: int) -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(width, 24)) as pilot:
        names = ["September 2026", "October 2026", "November 2026"][-count:]
        assert re.findall(r"[A-Z][a-z]+ \d{4}", rows(widget)[0]) == names
        source = widget._source
        assert isinstance(source, Asked)
        assert sorted(source.months) == [(2026, 9), (2026, 10), (2026, 11)][-count:]
        await pilot.press("pageup")  # the months stay where they are while the day is among them
        names = names if count > 1 else ["October 2026"]
        assert re.findall(r"[A-Z][a-z]+ \d{4}", rows(widget)[0]) == names


async def test_only_months_that_are_shown_are_asked_for_and_each_once() -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(120, 30)) as pilot:
        await pilot.press("left", "up", "pageup", "pagedown", "pagedown", "t", "pageup")
        source = widget._source
        assert isinstance(source, Asked)
        assert sorted(source.months) == sorted(set(source.months))
        assert len(source.months) == MOST_MONTHS + 1


async def test_what_stands_below_stays_in_its_place_from_day_to_day() -> None:
    widget = calendar()
    async with Host(widget).run_test(size=(54, 24)) as pilot:
        heights = set()
        for key in ("left", "left", "left", "left", "left", "pageup", "home", "end"):
            await pilot.press(key)
            heights.add(widget.size.height)
        assert len(heights) == 1


async def test_weeks_can_begin_on_sunday() -> None:
    widget = calendar(first_weekday=6)
    async with Host(widget).run_test(size=(40, 24)):
        assert rows(widget)[1].split()[0] == "Su"
        assert rows(widget)[2].split()[0] == "1"


async def test_a_click_highlights_a_day_and_a_second_one_chooses_it() -> None:
    host = Watching(calendar())
    widget = host.widget
    assert isinstance(widget, MonthCalendar)
    async with host.run_test(size=(120, 24)) as pilot:
        await pilot.click(MonthCalendar, offset=(33 * 2 + 25, 2))
        assert widget.at == date(2026, 11, 1)
        await pilot.click(MonthCalendar, offset=(4, 3))
        assert widget.at == date(2026, 9, 8)
        for nowhere in ((30, 3), (3, 0), (119, 5), (3, 10)):
            await pilot.click(MonthCalendar, offset=nowhere)
        assert (widget.at, host.chosen) == (date(2026, 9, 8), [])
        await pilot.click(MonthCalendar, offset=(4, 3))
        await pilot.pause()
    assert host.chosen == [date(2026, 9, 8)]


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (20, 5), (2000, 500)])
async def test_a_calendar_stands_any_size(size: tuple[int, int]) -> None:
    widget = calendar()
    async with Host(widget).run_test(size=size) as pilot:
        await pilot.press("left", "pageup", "less_than_sign", "t", "up")
        assert widget.at == TODAY - timedelta(days=7)


@given(st.dates(), st.sampled_from([None, 1, 2, 2.5, 4.5, 5]), st.integers(0, 9), st.booleans())
def test_words_for_a_day_name_its_mood_by_number_and_word(
    day: date,
    value: float | None,
    entries: int,
    checked_in: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:
    mood = None if value is None else DayMood(value, 2, checked_in=checked_in)
    said = MonthCalendar(lambda _year, _month: {day: Day(mood, entries)}, day, TODAY).told(day)
    assert str(day.day) in said
    assert (mood is None) is ("(" not in said)
    if mood is not None:
        assert f"{moods()[mood.step - 1].word} ({mood.number}), " in said
    assert (f"{entries} entr" in said) is bool(entries)

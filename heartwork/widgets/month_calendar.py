"""A calendar of months: for each day its number and the glyph of its mood, for one of them all in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.content.calendar_words import calendar
from heartwork.content.check_in_words import check_in
from heartwork.content.moods import moods as shipped_moods
from heartwork.model.entry import MOODS
from heartwork.model.when import moved
from heartwork.widgets.looks import DOTS, mood_glyph
from heartwork.widgets.month_grid import GAP, HEIGHT, WIDTH, Day, Month
from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.binding import BindingType
    from textual.geometry import Size

    from heartwork.content.moods import Mood

MOST_MONTHS: Final = 3
"""How many months stand beside each other at most."""

WRITTEN: Final = ("·", ":")
"""What stands at a day that has entries and no mood, and its ASCII twin."""

_ROOMY: Final = 62
"""Cells of width from which on the words for a day nearly always stand on one line."""


def _bindings() -> list[BindingType]:
    keys = (
        ("left,h", "days(-1)", "The day before", "day_before"),
        ("right,l", "days(1)", "The day after", "day_after"),
        ("up,k", "days(-7)", "A week before", "week_before"),
        ("down,j", "days(7)", "A week after", "week_after"),
        ("pageup", "move('month', -1)", "A month before", "month_before"),
        ("pagedown", "move('month', 1)", "A month after", "month_after"),
        ("less_than_sign", "move('year', -1)", "A year before", "year_before"),
        ("greater_than_sign", "move('year', 1)", "A year after", "year_after"),
        ("home", "month_end(False)", "The first day of the month", "first"),
        ("end", "month_end(True)", "The last day of the month", "last"),
        ("t", "today", "Today", "today"),
        ("enter", "choose", "Go to this day", "choose"),
    )
    return [
        Binding(key, action, said, show=False, id=f"calendar.{name}", tooltip=said)
        for key, action, said, name in keys
    ]


class MonthCalendar(Widget, can_focus=True):
    """One month, or up to three where there is room, with one day highlighted and told in words.

    Only months that are shown are asked for, each once.
    """

    DEFAULT_CSS = """
    MonthCalendar {
        height: auto;
        width: 1fr;
        & > .calendar--month { color: $secondary; text-style: bold; }
        & > .calendar--weekday { color: $text-muted; }
        & > .calendar--day { color: $foreground; }
        & > .calendar--ahead { color: $text-muted; }
        & > .calendar--today { text-style: bold underline; }
        & > .calendar--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .calendar--mood-1 { color: $mood-1; }
        & > .calendar--mood-2 { color: $mood-2; }
        & > .calendar--mood-3 { color: $mood-3; }
        & > .calendar--mood-4 { color: $mood-4; }
        & > .calendar--mood-5 { color: $mood-5; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"calendar--{part}" for part in ("month", "weekday", "day", "ahead", "today", "cursor")),
        *(f"calendar--mood-{mood}" for mood in MOODS),
    }
    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    at: reactive[date] = reactive(date.min, layout=True)
    """The day that is highlighted."""

    @dataclass
    class Chosen(Message):
        """A day was chosen to go to."""

        calendar: MonthCalendar
        day: date

        @property
        def control(self) -> MonthCalendar:
            """The calendar it was chosen in."""
            return self.calendar

    def __init__(
        self,
        days: Callable[[int, int], Mapping[date, Day]],
        at: date,
        today: date,
        *,
        moods: Sequence[Mood] | None = None,
        first_weekday: int = 0,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """Show the days that `days` gives for a year and a month, beginning at `at`.

        Without `moods`, they go by the words that ship; `first_weekday` is 0 for Monday.
        """
        super().__init__(id=id, classes=classes)
        self._source = days
        self._known: dict[tuple[int, int], Mapping[date, Day]] = {}
        self._today = today
        self._moods = tuple(shipped_moods() if moods is None else moods)
        self._first_weekday = first_weekday
        self._ascii_only = ascii_only
        self._shown_first = _month_number(at) - MOST_MONTHS + 1
        self.set_reactive(MonthCalendar.at, at)

    # --- moving ------------------------------------------------------------------------------------

    def watch_at(self, before: date, _now: date) -> None:
        """Leave the months where they are, as long as the day is among them."""
        self._shown_first = self._months(before).start

    def action_days(self, by: int) -> None:
        """Move by some days; the ends of the calendar are the ends."""
        try:
            self.at += timedelta(days=by)
        except OverflowError:
            return

    def action_move(self, unit: str, by: int) -> None:
        """Move by a month or a year, to the last day of a month that is shorter."""
        try:
            self.at = moved(self.at, unit, by)
        except (OverflowError, ValueError):
            return

    def action_month_end(self, last: bool) -> None:  # noqa: FBT001 - a binding can give no keywords
        """Go to the first day of the month, or to the last."""
        month = self._month(_month_number(self.at))
        self.at = self.at.replace(day=month.length if last else 1)

    def action_today(self) -> None:
        """Go to today."""
        self.at = self._today

    def action_choose(self) -> None:
        """Choose the highlighted day."""
        self.post_message(self.Chosen(self, self.at))

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place, x = divmod(offset.x, WIDTH + GAP)
        months = self._months()
        if place < len(months):
            day = self._month(months[place]).at(x, offset.y)
            if day == self.at:
                self.action_choose()
            elif day is not None:
                self.at = day

    # --- what is shown -----------------------------------------------------------------------------

    def _months(self, at: date | None = None) -> range:
        """Return the months that are shown, numbered through the years, the one of the day among them."""
        count = max(1, min((self.content_size.width + GAP) // (WIDTH + GAP), MOST_MONTHS))
        here = _month_number(at or self.at)
        first = max(here - count + 1, min(self._shown_first, here), 12)
        return range(first, min(first + count, 12 * (date.max.year + 1)))

    def _month(self, number: int) -> Month:
        return Month(number // 12, number % 12 + 1, self._first_weekday)

    def day(self, day: date) -> Day:
        """Return what a day holds."""
        key = day.year, day.month
        if key not in self._known:
            self._known[key] = self._source(*key)
        return self._known[key].get(day, Day())

    def told(self, day: date) -> str:
        """Return all that is known of a day, in words."""
        words, rule, held = calendar().day, check_in().day, self.day(day)
        said = []
        if held.mood is not None:
            look, mood = self._moods[held.mood.step - 1], held.mood
            named = rule.mood.format(word=look.word, number=mood.number)
            middle = rule.middle(mood.count, checked_in=mood.checked_in, reviewed=mood.reviewed)
            said.append(words.mood.format(mood=named, middle=middle))
        elif held.entries:
            said.append(words.no_mood)
        if held.entries:
            said.append(words.count(held.entries))
        line = words.today if day == self._today else words.other
        together = DOTS[self._ascii_only].join(said) or words.nothing
        return line.format(day=f"{day:%a} {day.day} {day:%B}", said=together)

    # --- drawing -----------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the months take with the words below them."""
        del container, viewport
        return HEIGHT + self._below(width).get_height({}, max(width, 1))

    def render(self) -> Content:
        """Return the months beside each other, the words for the highlighted day, and what the signs mean."""
        drawn = [self._drawn(self._month(number)) for number in self._months()]
        rows = (Content(" " * GAP).join(row) for row in zip(*drawn, strict=True))
        return Content("\n").join([*rows, self._below(self.content_size.width)])

    def _below(self, width: int) -> Content:
        """Return what stands below the months; where it is narrow, always with two lines for the day."""
        told = plain_line(self.told(self.at))
        room = width < _ROOMY and told.get_height({}, max(width, 1)) == 1
        return Content("\n").join([Content(), told, *[Content()] * room, Content("  ").join(self.legend())])

    def legend(self) -> list[Content]:
        """Return each sign with what it stands for."""
        moods = [
            Content.assemble(
                (mood_glyph(mood, ascii_only=self._ascii_only), self.get_visual_style(_style_of(mood))),
                " ",
                plain_line(mood.word),
            )
            for mood in self._moods
        ]
        return [*moods, Content(f"{WRITTEN[self._ascii_only]} {calendar().legend.written}")]

    def _drawn(self, month: Month) -> list[Content]:
        """Return the rows of a month, each as wide as any other."""
        style = self.get_visual_style
        rows = [
            Content.styled(f"{month.title:^{WIDTH}}", style("calendar--month")),
            Content.styled(f"{month.weekdays:<{WIDTH}}", style("calendar--weekday")),
        ]
        for week in month.weeks:
            cells = [self._cell(day, before) for day, before in zip(week, (None, *week), strict=False)]
            rows.append(Content("").join([*cells, self._edge(None, week[-1])]))
        return rows

    def _edge(self, day: date | None, before: date | None) -> Content:
        """Return what stands before a day and behind the one before: a bracket where one is highlighted."""
        if day == self.at:
            return Content.styled("[", self.get_visual_style("calendar--cursor"))
        if before == self.at:
            return Content.styled("]", self.get_visual_style("calendar--cursor"))
        return Content(" ")

    def sign_of(self, day: date) -> tuple[str, str]:
        """Return the sign of a day, and the name of its style; without one it is the number's."""
        if (held := self.day(day)).mood is None:
            return (WRITTEN[self._ascii_only] if held.entries else " "), ""
        mood = self._moods[held.mood.step - 1]
        return mood_glyph(mood, ascii_only=self._ascii_only), _style_of(mood)

    def _cell(self, day: date | None, before: date | None) -> Content:
        """Return a day as its number and its sign, four cells wide with what stands before it."""
        if day is None:
            return Content.assemble(self._edge(day, before), "   ")
        names, (sign, name) = ["calendar--ahead" if day > self._today else "calendar--day"], self.sign_of(day)
        sign_names = [name or names[0]]
        if day == self._today:
            names.append("calendar--today")
        if day == self.at:
            names, sign_names = [*names, "calendar--cursor"], ["calendar--cursor"]
        style = self.get_visual_style
        parts = (f"{day.day:>2}", style(*names)), (sign, style(*sign_names))
        return Content.assemble(self._edge(day, before), *parts)


def _style_of(mood: Mood) -> str:
    return f"calendar--mood-{mood.step}"


def _month_number(day: date) -> int:
    """Return the number of a day's month, counted through the years."""
    return day.year * 12 + day.month - 1

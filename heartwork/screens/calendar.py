"""The calendar: a mood for each day, and a way to any of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for, moods_named
from heartwork.content.calendar_words import calendar
from heartwork.content.check_in_words import check_in
from heartwork.insights.day_mood import day_mood
from heartwork.screens.dialog import Dialog
from heartwork.widgets.month_calendar import MonthCalendar
from heartwork.widgets.month_grid import Day, Month

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content import Mood
    from heartwork.diary import Diary


class CalendarScreen(Dialog[date | None]):
    """Shows months of days; its result is the day that was chosen, or None for escape."""

    DEFAULT_CSS = """
    CalendarScreen {
        & #rule, & #keys { margin: 1 0 0 0; color: $text-muted; }
        & #keys { margin: 0; }
        & > VerticalScroll { scrollbar-size-vertical: 1; }
        &.-wide > VerticalScroll { width: 101; }
        &.-narrow > VerticalScroll { max-width: 100%; padding: 1; }
        &.-low, &.-flat {
            & > VerticalScroll { padding: 0 1; }
            & #rule { margin: 0; }
        }
    }
    """
    HELP = help_for("calendar")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c", "leave", "Back", key_display="esc", id="calendar.back", tooltip="Close"),
    ]

    def __init__(
        self,
        days: Callable[[int, int], Mapping[date, Day]],
        at: date,
        today: date,
        *,
        moods: Sequence[Mood] | None = None,
        ascii_only: bool = False,
    ) -> None:
        """Show the days that `days` gives for a year and a month, beginning at `at`."""
        super().__init__()
        self._calendar = MonthCalendar(days, at, today, moods=moods, ascii_only=ascii_only)

    def compose_dialog(self) -> ComposeResult:
        """Compose the months above the rule for a day's mood, and what to press."""
        yield self._calendar
        yield Static(check_in().day.rule, id="rule", markup=False)
        yield Static(calendar().keys, id="keys", markup=False)

    @on(MonthCalendar.Chosen)
    def _chosen(self, event: MonthCalendar.Chosen) -> None:
        event.stop()
        self.dismiss(event.day)

    def action_leave(self) -> None:
        """Close without a day."""
        self.dismiss(None)


def calendar_of(diary: Diary, at: date, today: date) -> CalendarScreen:
    """Return the calendar of a diary, beginning at a day."""
    settings = diary.settings
    return CalendarScreen(
        lambda year, month: days_of(diary, year, month),
        at,
        today,
        moods=moods_named(settings),
        ascii_only=settings.ascii_only,
    )


def days_of(diary: Diary, year: int, month: int) -> dict[date, Day]:
    """Return the days of a month that hold something: the mood of each, and how many entries are shown of it.

    What was put away counts in the mood alone, what is in the trash nowhere.
    """
    first, last = date(year, month, 1), date(year, month, Month(year, month).length)
    counts: dict[str, int] = {}
    for key in diary.day_ids(first, last):
        counts[diary.day(key)] = counts.get(diary.day(key), 0) + 1
    felt = diary.felt(first, last)
    return {
        date.fromisoformat(day): Day(day_mood(felt.get(day, ())), counts.get(day, 0))
        for day in counts.keys() | felt.keys()
    }

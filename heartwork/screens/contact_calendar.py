"""The contact log by day: a sign for each day, and one of them told in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from heartwork.content.contact_words import contact_words
from heartwork.insights.contact import paused_days
from heartwork.model.contact import ContactKind
from heartwork.screens.contact_looks import Sign
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.widgets.looks import DOTS
from heartwork.widgets.month_calendar import MonthCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.contact import ContactEvent

_SHOWN: Final = (Sign.WITHOUT, Sign.SLIP, Sign.HAD_TO, Sign.PAUSE)


@dataclass(frozen=True, slots=True)
class DaysOfContact:
    """What is known of days: since when, how many slips each had, which had to be, and which are paused."""

    since: date | None
    today: date
    slips: dict[date, int] = field(default_factory=dict)
    had_to: frozenset[date] = frozenset()
    paused: frozenset[date] = frozenset()

    def signs(self, day: date) -> Iterator[Sign]:
        """Yield the signs of a day, the first the one it is drawn with; none outside of the log."""
        if self.since is None or not self.since <= day <= self.today:
            return
        if day in self.slips:
            yield Sign.SLIP
        if day in self.had_to:
            yield Sign.HAD_TO
        if day in self.paused:
            yield Sign.PAUSE
        if day not in self.slips and day not in self.paused:
            yield Sign.WITHOUT

    def told(self, day: date, *, ascii_only: bool = False) -> str:
        """Return what is known of a day, in words."""
        words = contact_words().calendar
        if self.since is None or day < self.since:
            return words.before
        if day > self.today:
            return words.ahead
        count = self.slips.get(day, 0)
        said = {
            Sign.SLIP: words.slip if count == 1 else words.slips.format(count=count),
            Sign.HAD_TO: words.had_to,
            Sign.PAUSE: words.paused,
            Sign.WITHOUT: words.without,
        }
        return DOTS[ascii_only].join(said[sign] for sign in self.signs(day))


def days_of_contact(events: Sequence[ContactEvent], today: date) -> DaysOfContact:
    """Return what a log says of each of its days."""
    since = min((event.day for event in events if event.kind is ContactKind.START), default=None)
    slips: dict[date, int] = {}
    for event in events:
        if event.kind is ContactKind.SLIP:
            slips[event.day] = slips.get(event.day, 0) + 1
    had_to = frozenset(event.day for event in events if event.kind is ContactKind.HAD_TO)
    paused = paused_days(events, since, today) if since else frozenset()
    return DaysOfContact(since, today, slips, had_to, paused)


class ContactMonths(MonthCalendar):
    """Months of the contact log."""

    def __init__(self, days: DaysOfContact, *, ascii_only: bool = False) -> None:
        """Show what is known of days, beginning at today."""
        super().__init__(lambda _year, _month: {}, days.today, days.today, ascii_only=ascii_only)
        self._contact = days

    def told(self, day: date) -> str:
        """Return all that is known of a day, in words."""
        words = contact_words().calendar
        line = words.today if day == self._contact.today else words.day
        what = self._contact.told(day, ascii_only=self._ascii_only)
        return line.format(day=f"{day:%a} {day.day} {day:%B}", what=what)

    def sign_of(self, day: date) -> tuple[str, str]:
        """Return the sign of a day."""
        sign = next(self._contact.signs(day), None)
        return (sign.drawn(ascii_only=self._ascii_only) if sign else " "), ""

    def legend(self) -> list[Content]:
        """Return each sign with what it stands for."""
        words = contact_words().calendar
        said = (words.without, words.slip, words.had_to, words.paused)
        signs = (sign.drawn(ascii_only=self._ascii_only) for sign in _SHOWN)
        return [Content(f"{sign} {each}") for sign, each in zip(signs, said, strict=True)]


class ContactCalendar(Dialog[None]):
    """Shows the log by day."""

    HELP = contact_words().help["calendar"]
    DEFAULT_CSS = """
    ContactCalendar {
        & .rule, & .keys { margin: 1 0 0 0; color: $text-muted; }
        & .keys { margin: 0; }
        &.-wide > VerticalScroll { width: 101; }
        &.-narrow > VerticalScroll { max-width: 100%; padding: 1; }
        &.-low, &.-flat {
            & > VerticalScroll { padding: 0 1; }
            & .rule { margin: 0; }
            & .title { margin: 0; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c,enter", "leave", "Back", id="contact_calendar.back", tooltip="Close"),
    ]

    def __init__(self, days: DaysOfContact, *, ascii_only: bool = False) -> None:
        """Show what is known of days."""
        super().__init__()
        self._months = ContactMonths(days, ascii_only=ascii_only)
        self._ascii_only = ascii_only

    def compose_dialog(self) -> ComposeResult:
        """Compose the months above the rule for a day, and what to press."""
        words = contact_words().calendar
        yield Static(words.title, classes="title", markup=False)
        yield self._months
        yield Static(words.rule, classes="rule", markup=False)
        keys = plainly(words.keys, ascii_only=self._ascii_only)
        yield Static(keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrows move among the days."""
        self._months.focus()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

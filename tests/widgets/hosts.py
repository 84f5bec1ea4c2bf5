"""Small apps that hold one widget, and the words a hostile or careless person might write into it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.widgets import Input, Static

from heartwork import themes
from heartwork.widgets.rows import TimelineRow

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.pilot import Pilot
    from textual.scroll_view import ScrollView
    from textual.widget import Widget

    from heartwork.widgets.looks import Mark

F = TypeVar("F", bound=Input)

HOSTILE = {
    "closing markup": "[/oops] and on",
    "an action": "[@click=app.quit]x[/]",
    "style markup": "[bold red]not bold[/bold red] [sigh]",
    "colour sequence": "before\x1b[31mred\x1b[0m after",
    "title sequence": "before\x1b]0;owned\x07 after",
    "clipboard sequence": "before\x1b]52;c;aGk=\x1b\\ after",
    "eight-bit sequence": "before\x9b31m after",
    "runaway marks": "e" + "\u0301" * 500 + " after",
    "runaway joiners": "👨\u200d" * 200 + " after",
    "joined letters": "a\u200db" * 200,
    "override": "\u202eabc\u202c \u2066def\u2069",
    "family": "👨‍👩‍👧‍👦 " * 30,
    "wide": "日本語の日記" * 40,
    "flags": "🇩🇪🇵🇹" * 40,
    "half a pair": "x\ud83d y",
    "lines": "one\ntwo\r\nthree\u2028four\x0bfive\x85six",
    "tabs": "a\tb\t\tc",
    "right to left": "שלום עולם " * 10,
    "long": "word " * 4_000,
    "unbroken": "x" * 20_000,
    "empty": "",
    "blank": "   \n ",
}

MEGABYTES = {
    "one word": "x" * 1_000_000,
    "one line": "word " * 200_000,
    "many lines": ("word " * 15 + "\n") * 13_000,
    "wide": "日本語の" * 250_000,
}

SIZES = ((1, 1), (2, 3), (20, 5), (60, 20), (120, 40), (2000, 500))


class Host(App[None]):
    """An app around one widget, with the colours of the moods, that remembers what it was told."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget, theme: str = themes.DARK) -> None:
        super().__init__()
        self.widget = widget
        self.told: list[Message] = []
        themes.register(self)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.mood_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()


@dataclass
class Rows:
    """Rows built when they are asked for, which remembers which ones that were."""

    ids: Sequence[str]
    made: dict[str, TimelineRow] = field(default_factory=dict)
    months: Sequence[tuple[int, str]] = ()
    asked: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._places = {known: place for place, known in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def id_at(self, index: int) -> str:
        return self.ids[index]

    def index_of(self, wanted: str, /) -> int | None:
        return self._places.get(wanted)

    def row(self, index: int) -> TimelineRow:
        self.asked.append(index)
        named = self.ids[index]
        days_ago = int(named) // 2 if named.isdigit() else 0
        return self.made.get(named) or row(f"entry {named}", days_ago=days_ago)

    def headings(self) -> Sequence[tuple[int, str]]:
        return self.months


def row(
    headline: str = "",
    *,
    days_ago: int = 0,
    time: str = "09:12",
    mood: int | None = 3,
    aside: str = "",
    marks: tuple[Mark, ...] = (),
) -> TimelineRow:
    """Return a row of some day before the 24th of November 2026."""
    day = date(2026, 11, 24) - timedelta(days=days_ago % 9_000)
    weekday = "MoTuWeThFrSaSu"[day.weekday() * 2 :][:2]
    return TimelineRow(day, weekday, time, mood, headline, aside, marks)


def many(count: int, every: int = 60) -> Rows:
    """Return so many rows, with a heading before each `every` of them."""
    months = [(place, f"month {place // every}") for place in range(0, count, every)]
    return Rows([str(place) for place in range(count)], months=months)


def seen(widget: ScrollView) -> list[str]:
    """Return what the lines of a widget's view say, without the blanks at their ends."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def controls(text: str) -> list[str]:
    """Return the characters of `text` that a terminal would obey, or that turn its writing direction."""
    bad = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    return [character for character in text if ord(character) in bad or "\ud800" <= character <= "\udfff"]


@asynccontextmanager
async def with_field(make: Callable[[], F]) -> AsyncIterator[tuple[Pilot[None], F]]:
    """Run an app around a field of one line, which can only be made where an app is."""

    class Making(Host):
        def compose(self) -> ComposeResult:
            self.widget = made = make()
            fields.append(made)
            yield made

    fields: list[F] = []
    async with Making(Static()).run_test(size=(40, 4)) as pilot:
        yield pilot, fields[0]

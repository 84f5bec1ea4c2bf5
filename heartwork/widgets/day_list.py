"""Lines of a day under headings: a key in front, a name, and in a column beside it what is true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding
from textual.message import Message

from heartwork.model.entry import MOODS
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.listing import Line
from heartwork.widgets.looks import DOTS, THEN, mood_glyph, mood_look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from heartwork.content.moods import Mood
    from heartwork.widgets.listing import LineSource, Piece

_GAP: Final = "  "
_FEWEST_ASIDE: Final = 16
"""Cells below which nothing is said beside a name: it would be cut to nothing."""

_WIDEST_NAME: Final = 30
UNDER: Final = " " * 5
"""How far in a line stands that says more of the row above it."""

NO_MOOD: Final = ("·", "'")
"""What stands for a day without a mood, and its ASCII twin: no sign of a mood in either."""


@dataclass(frozen=True, slots=True)
class DayLine(Line):
    """A line; where it has `moods`, they are shown beside its words, step by step, None for a day without.

    One that is `whole` has no column: what is said of it stands at its end, where there is room.
    """

    moods: tuple[int | None, ...] = ()
    whole: bool = False


class DayList(HeadedList, inherit_bindings=False):
    """Lines that each say what a key does, and what is true of it now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=False, id=f"day.{action}", tooltip=tooltip)
        for key, action, said, tooltip in (
            ("up,k", "up", "Up", "To the line above"),
            ("down,j", "down", "Down", "To the line below"),
            ("home", "first", "First", "To the first line"),
            ("end", "last", "Last", "To the last line"),
            ("enter", "open", "Do it", "Do what the line says"),
        )
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"listing--mood-{step}" for step in MOODS}
    DEFAULT_CSS = """
    DayList {
        & > .listing--lead { color: $accent; }
        & > .listing--aside { color: $foreground; }
        & > .listing--mood-1 { color: $mood-1; }
        & > .listing--mood-2 { color: $mood-2; }
        & > .listing--mood-3 { color: $mood-3; }
        & > .listing--mood-4 { color: $mood-4; }
        & > .listing--mood-5 { color: $mood-5; }
    }
    """

    @dataclass
    class Resized(Message):
        """There is more room, or less."""

        list: DayList

        @property
        def control(self) -> DayList:
            """The list that it is about."""
            return self.list

    def __init__(
        self,
        moods: Sequence[Mood],
        *,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        """Make a list that is empty until lines are shown; `moods` are how steps look, heaviest first."""
        super().__init__(ascii_only=ascii_only, id=id)
        self._moods = tuple(moods)
        self._column = 0

    def look(self, moods: Sequence[Mood], *, ascii_only: bool) -> None:
        """Draw moods and signs in another way from now on."""
        self._moods, self.ascii_only = tuple(moods), ascii_only
        self.notify_style_update()

    @on(events.Resize)
    def _tell_size(self) -> None:
        self.post_message(self.Resized(self))

    def show_lines(self, lines: LineSource, *, lead: int = 0, keep: str | None = None) -> None:
        """Show other lines; their names share a column as wide as the longest of them, within reason."""
        shown = [lines.line(index) for index in range(len(lines))]
        names = [self._cut(each.words, _WIDEST_NAME) for each in shown if not getattr(each, "whole", False)]
        self._column = max(map(cell_len, names), default=0)
        super().show_lines(lines, lead=lead, keep=keep)

    def headed(self, heading: str, width: int) -> Sequence[Piece]:
        """Return the pieces of a heading, or of a line that says more of the row above it."""
        if not heading.startswith(UNDER):
            return super().headed(heading, width)
        column, _, words = heading[len(UNDER) :].rpartition(THEN)
        before = f"{UNDER}{column}{_GAP}" if column else UNDER
        return (before, "aside"), (self._cut(words, width - cell_len(before)), "aside")

    def _pieces(self, line: Line, width: int, *, here: bool, marked: bool) -> Iterator[Piece]:
        del marked  # nothing here is marked
        before = f"{self.pointer() if here and self.has_focus else ' '} "
        yield before, "pointer"
        yield f"{self._cut(line.lead, self._lead):>{self._lead}}{_GAP}", "lead"
        room = width - cell_len(before) - self._lead - len(_GAP)
        yield from self._said(line, room)

    def _said(self, line: Line, room: int) -> Iterator[Piece]:
        name = cell_len(line.words) if getattr(line, "whole", False) else self._column
        moods = line.moods if isinstance(line, DayLine) else ()
        beside = room - name - len(_GAP)
        if not (line.aside or moods) or beside < _FEWEST_ASIDE:
            yield self._cut(line.words, room), "words"
            return
        words = self._cut(line.words, name)
        yield words + " " * (name - cell_len(words)) + _GAP, "words"
        if moods:
            yield from self._glyphs(moods[-((beside + 1) // 2) :])
        else:
            yield self._cut(self._shortened(line.aside, beside), beside), "aside"

    def _shortened(self, said: str, room: int) -> str:
        """Return what is said without its last parts, where not all of them have room."""
        dot = DOTS[self.ascii_only]
        while cell_len(said) > room and dot in said:
            said = said.rpartition(dot)[0]
        return said

    def _glyphs(self, steps: Sequence[int | None]) -> Iterator[Piece]:
        """Yield a sign for each day, and a space between two of them."""
        for place, step in enumerate(steps):
            mood = mood_look(self._moods, step)
            sign = mood_glyph(mood, ascii_only=self.ascii_only) if mood else NO_MOOD[self.ascii_only]
            yield f"{' ' if place else ''}{sign}", f"mood-{mood.step}" if mood else "lead"

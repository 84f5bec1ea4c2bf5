"""Lines to tick, however long each is, and lines of one's own among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from heartwork.content.practice_words import practice_words
from heartwork.model.text import clean_line
from heartwork.widgets.checklist import BOXES
from heartwork.widgets.hung import Hung
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain
from heartwork.widgets.practice_step import PracticeField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.model.practice import PracticeStep
    from heartwork.widgets.practice_step import StepLooks


_BELOW: Final = 2
"""Rows below the lines: a field, and a hint."""

_MOST_HINTED: Final = 2
"""Rows at the most for what is said of the line under the cursor."""

_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Ticking:
    """Lines by their ids, those that are ticked, those of one's own, and a hint for some of them."""

    lines: Mapping[str, str]
    ticked: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    hints: Mapping[str, str] | None = None

    @classmethod
    def of(cls, items: Iterable[str], said: object) -> Ticking:
        """Return the lines of a step, with what was said to it so far: lines are their own ids."""
        ticked, own = said if isinstance(said, list) else ([], [])
        lines = {line: line for line in (*items, *map(str, own))}
        return cls(lines, frozenset(map(str, ticked)), frozenset(map(str, own)))

    def said(self) -> list[list[str]] | None:
        """Return what is said with it: the ticked lines and one's own; None for nothing."""
        ticked = [text for key, text in self.lines.items() if key in self.ticked]
        own = [text for key, text in self.lines.items() if key in self.own]
        return [ticked, own] if ticked or own else None


class TickRows(OptionList):
    """The lines; space or a click means a box, enter goes on."""

    DEFAULT_CSS = """
    TickRows, TickRows:focus {
        height: auto;
        border: none;
        padding: 0;
        background: transparent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Go on", id="tick_rows.accept", tooltip="On to the next step"),
        Binding("space", "select", "Tick", id="tick_rows.tick", tooltip="Tick it, or take the tick away"),
        Binding("d,delete", "drop", show=False, id="tick_rows.drop", tooltip="Take out a line of your own"),
    ]

    @dataclass
    class Accepted(Message):
        """The person is done here."""

        rows: TickRows

    @dataclass
    class Dropped(Message):
        """A line is to be taken out."""

        rows: TickRows
        id: str

    def action_accept(self) -> None:
        """Say that this is the answer."""
        self.post_message(self.Accepted(self))

    def action_drop(self) -> None:
        """Ask for the highlighted line to be taken out."""
        if self.highlighted_option is not None and self.highlighted_option.id:
            self.post_message(self.Dropped(self, self.highlighted_option.id))


class CheckStep(PracticeField):
    """Lines to tick; of a list that is kept elsewhere it only tells what is meant."""

    @dataclass
    class Ticked(Message):
        """A line is to be ticked, or its tick taken away."""

        field: CheckStep
        id: str
        on: bool

    @dataclass
    class Added(Message):
        """A line of one's own is to be added; once it is, the field is to be emptied."""

        field: CheckStep
        words: str

    @dataclass
    class Dropped(Message):
        """A line of one's own is to be taken out."""

        field: CheckStep
        id: str

    def __init__(self, step: PracticeStep, said: object, looks: StepLooks, kept: Ticking | None) -> None:
        """Show the items of a step, or a list that is `kept` elsewhere."""
        super().__init__(step, said, looks)
        self._kept = kept is not None
        own = said[1] if self._kept and isinstance(said, list) else []
        self._left = str(own[0]) if own else ""
        self.ticking = kept or Ticking.of(step.items, said)

    def compose_field(self) -> ComposeResult:
        """Compose the lines, the hint of the one under the cursor, and a field for one's own."""
        yield TickRows(*self._options())
        yield Static("", classes="hint about")
        yield LineField(
            self._left, placeholder=practice_words().step.add, compact=True, select_on_focus=False
        )

    @property
    def hint(self) -> str:
        """Which keys do what."""
        return practice_words().step.ticks

    @property
    def rows(self) -> TickRows:
        """The lines."""
        return self.query_one(TickRows)

    @property
    def first(self) -> Widget:
        """The lines."""
        return self.rows

    @property
    def answer(self) -> object:
        """What is ticked and one's own, also a line that is half typed; None for nothing.

        Of a list that is kept elsewhere it is that line alone.
        """
        if not self.pending:
            return None if self._kept else self.ticking.said()
        return [[], [self.pending]] if self._kept else self._with(self.pending).said()

    @property
    def pending(self) -> str:
        """The line of one's own that is typed and not added yet."""
        return clean_line(self.query_one(LineField).value)

    def empty_line(self) -> None:
        """Empty the field for a line of one's own: it was added."""
        self.query_one(LineField).value = ""

    def _with(self, words: str) -> Ticking:
        """Return the lines with one more of one's own, ticked."""
        own = self.ticking.own | ({words} - set(self.step.items))
        return Ticking({**self.ticking.lines, words: words}, self.ticking.ticked | {words}, own)

    def show_ticking(self, ticking: Ticking) -> None:
        """Show other ticks, or other lines, with the cursor where it is, or on the line that was added."""
        before, self.ticking = self.ticking, ticking
        at = self.rows.highlighted
        if before.lines == ticking.lines:
            for key in before.ticked ^ ticking.ticked:
                self.rows.replace_option_prompt(key, self._drawn(key))
            return
        self.rows.clear_options()
        self.rows.add_options(self._options())
        last, added = self.rows.option_count - 1, len(ticking.lines) > len(before.lines)
        self.rows.highlighted = None if last < 0 else last if added else min(at or 0, last)

    def _options(self) -> Iterable[Option]:
        return [Option(self._drawn(key), id=key) for key in self.ticking.lines]

    def _drawn(self, key: str) -> Hung:
        return Hung(BOXES[self.looks.ascii_only][key in self.ticking.ticked], self.ticking.lines[key])

    def fit(self, rows: int) -> None:
        """Leave room for what is said of a line, which stays as high as it ever is, and for the field."""
        hints, width = (self.ticking.hints or {}).values(), max(self.size.width, 1)
        hinted = min(max((-(-cell_len(hint) // width) for hint in hints), default=0), _MOST_HINTED)
        self.query_one(".about", Static).styles.height = hinted
        self.rows.styles.max_height = max(rows - _BELOW - hinted, _FEWEST)

    # --- what is meant -------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def _say_hint(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        about = (self.ticking.hints or {}).get(event.option_id or "", "")
        self.query_one(".about", Static).update(plain(about))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        key = event.option_id or ""
        on_now = key not in self.ticking.ticked
        if self._kept:
            self.post_message(self.Ticked(self, key, on_now))
        else:
            ticked = self.ticking.ticked | {key} if on_now else self.ticking.ticked - {key}
            self._become(replace(self.ticking, ticked=ticked))

    @on(TickRows.Dropped)
    def _drop(self, event: TickRows.Dropped) -> None:
        event.stop()
        if event.id not in self.ticking.own:
            return
        if self._kept:
            self.post_message(self.Dropped(self, event.id))
        else:
            gone = {event.id}
            lines = {key: text for key, text in self.ticking.lines.items() if key != event.id}
            self._become(Ticking(lines, self.ticking.ticked - gone, self.ticking.own - gone))

    @on(Input.Submitted)
    def _add(self, event: Input.Submitted) -> None:
        event.stop()
        words = self.pending
        if not words:
            self.accepted()
        elif self._kept:
            self.post_message(self.Added(self, words))
        else:
            self.empty_line()
            self._become(self._with(words))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._left:
            self.changed()

    @on(TickRows.Accepted)
    def _accepted(self, event: TickRows.Accepted) -> None:
        event.stop()
        self.accepted()

    def _become(self, ticking: Ticking) -> None:
        self.show_ticking(ticking)
        self.changed()

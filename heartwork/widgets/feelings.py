"""Choosing feelings: nine words at a time, a digit each, and one's own word where none fits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.model.text import clean_line, normal
from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.geometry import Size

PAGE: Final = 9
"""How many words are offered at a time."""

_MOST_COLUMNS: Final = 3
_LONGEST: Final = 40
_GAP: Final = 2
_INSIDE: Final = "-'\u2019"  # what may stand inside a word: hyphen and apostrophes


def _bindings() -> list[BindingType]:
    keys = (
        ("left", "move(-1)", "One word back", "left"),
        ("right", "move(1)", "One word on", "right"),
        ("up", "row(-1)", "One row up", "up"),
        ("down", "row(1)", "One row down", "down"),
        ("pageup,less_than_sign", "page(-1)", "The nine words before", "before"),
        ("pagedown,greater_than_sign", "page(1)", "The next nine words", "next"),
        ("space", "choose", "Choose this word", "toggle"),
        ("backspace", "shorten", "Take a letter back", "shorten"),
        ("enter", "enter", "Choose the word searched for, or go on", "enter"),
        ("0", "nothing", "Nothing", "zero"),
    )
    digits = ((str(n), f"pick({n})", f"Choose word {n}", f"word-{n}") for n in range(1, PAGE + 1))
    return [
        Binding(key, action, text, show=False, id=f"feelings.{name}", tooltip=text)
        for key, action, text, name in (*keys, *digits)
    ]


class FeelingPicker(Widget, can_focus=True):
    """Words for feelings in a grid of nine; letters search among all of them."""

    HELP = "1-9 or space choose, < > turn the page, letters search, enter adds your own word or goes on."

    DEFAULT_CSS = """
    FeelingPicker {
        height: auto;
        width: 1fr;
        padding: 0 1;
        & > .feelings--word { color: $foreground; }
        & > .feelings--number { color: $text-muted; }
        & > .feelings--chosen { text-style: bold; }
        & > .feelings--here { text-style: underline; }
        & > .feelings--line { color: $text-muted; }
        &:focus { background: $boost; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "feelings--word",
        "feelings--number",
        "feelings--chosen",
        "feelings--here",
        "feelings--line",
    }

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    chosen: reactive[tuple[str, ...]] = reactive[tuple[str, ...]]((), layout=True)
    """The chosen words, in the order they were chosen; setting it from outside tells nobody."""

    searched: reactive[str] = reactive("", layout=True)
    """The letters typed to search with."""

    here: reactive[int] = reactive(0, layout=True)
    """Which of the words found the cursor is on, from zero."""

    @dataclass
    class Changed(Message):
        """A feeling was chosen, added or taken back."""

        picker: FeelingPicker
        feelings: tuple[str, ...]

        @property
        def control(self) -> FeelingPicker:
            """The picker it happened in."""
            return self.picker

    @dataclass
    class Accepted(Message):
        """The person pressed enter with nothing searched for: the choice stands."""

        picker: FeelingPicker

        @property
        def control(self) -> FeelingPicker:
            """The picker that was answered."""
            return self.picker

    def __init__(
        self,
        words: Sequence[str],
        chosen: Sequence[str] = (),
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._words = tuple(words)
        self.set_reactive(FeelingPicker.chosen, tuple(chosen))

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words, in this order, instead; what is chosen stays."""
        self._words = tuple(words)
        self.searched, self.here = "", 0
        self.refresh(layout=True)

    # --- what is found

    @property
    def _found(self) -> list[str]:
        start = normal(self.searched)
        own = [word for word in self.chosen if word not in self._words]
        return [word for word in (*self._words, *own) if normal(word).startswith(start)]

    @property
    def _shown(self) -> list[str]:
        first = self.here // PAGE * PAGE
        return self._found[first : first + PAGE]

    # --- choosing

    def toggle(self, word: str) -> None:
        """Choose `word`, or take it back, and tell of it."""
        kept = tuple(other for other in self.chosen if other != word)
        self.chosen = kept if len(kept) < len(self.chosen) else (*self.chosen, word)
        self.here = min(self.here, max(len(self._found) - 1, 0))
        self.post_message(self.Changed(self, self.chosen))

    def action_pick(self, number: int) -> None:
        """Choose the word with this number, or take it back."""
        if number <= len(self._shown):
            self.here = self.here // PAGE * PAGE + number - 1
            self._choose_here()

    def action_choose(self) -> None:
        """Choose the word the cursor is on, or take it back; in a word of one's own it is a space."""
        if self._found:
            self._choose_here()
        elif self.searched:
            self._search(self.searched + " ")

    def _choose_here(self) -> None:
        word = self._found[self.here]
        if self.searched:
            self._search("")
        self.toggle(word)

    def action_enter(self) -> None:
        """Choose what was searched for, as one's own word if there is none; else accept."""
        if not (word := clean_line(self.searched)):
            self.post_message(self.Accepted(self))
            return
        if self._found:
            self._choose_here()
        else:
            self._search("")
            self.toggle(word)

    def action_nothing(self) -> None:
        """Do nothing, so that no other part of the screen does something."""

    # --- moving

    def action_move(self, by: int) -> None:
        """Move the cursor by so many words."""
        if 0 <= self.here + by < len(self._found):
            self.here += by

    def action_row(self, by: int) -> None:
        """Move the cursor by so many rows."""
        self.action_move(by * self._columns(self.content_size.width))

    def action_page(self, by: int) -> None:
        """Show the next nine words, or the nine before; behind the last come the first."""
        pages = (len(self._found) + PAGE - 1) // PAGE
        if pages:
            self.here = (self.here // PAGE + by) % pages * PAGE

    def action_shorten(self) -> None:
        """Take back the last letter searched with."""
        self._search(self.searched[:-1])

    def _search(self, letters: str) -> None:
        self.searched = letters[:_LONGEST]
        self.here = 0

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Tell that letters are taken here, whatever they do elsewhere."""
        del key
        return self._letter(character)

    def _letter(self, character: str | None) -> bool:
        if not character or len(character) > 1:
            return False
        inside = bool(self.searched) and character in _INSIDE
        return inside or unicodedata.category(character)[0] in {"L", "M"}

    @on(events.Key)
    def _typed(self, event: events.Key) -> None:
        # Words of any script can be typed, so letters cannot be a list of bindings.
        if event.character and self._letter(event.character):
            event.stop()
            event.prevent_default()
            self._search(self.searched + event.character)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        if (offset := event.get_content_offset(self)) is None or not self._shown:
            return
        columns = self._columns(self.content_size.width)
        column = offset.x // (self._cell + _GAP)
        if column < columns and offset.y * columns + column < len(self._shown):
            self.action_pick(offset.y * columns + column + 1)

    # --- drawing

    @property
    def _cell(self) -> int:
        """The cells one word takes, with its digit and a mark."""
        return max((cell_len(word) for word in self._shown), default=0) + 4

    def _columns(self, width: int) -> int:
        fitting = (width + _GAP) // (self._cell + _GAP)
        return max(1, min(fitting, _MOST_COLUMNS))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the words and the line below them take at `width` cells."""
        del container, viewport
        return max(1, -(-len(self._shown) // self._columns(width))) + self._line.get_height({}, max(width, 1))

    def render(self) -> Content:
        """Return the words found, and below them what is searched for and what is chosen."""
        width = self.content_size.width
        words, columns = self._shown, self._columns(width)
        cells = [self._drawn(number, word) for number, word in enumerate(words, 1)]
        rows = [cells[first : first + columns] for first in range(0, len(cells), columns)]
        lines = [Content(" " * _GAP).join(row) for row in rows] or [self._unknown]
        return Content("\n").join([*lines, self._line])

    @property
    def _unknown(self) -> Content:
        style = self.get_visual_style("feelings--line")
        return Content.assemble(("enter + ", style), plain_line(clean_line(self.searched)))

    @property
    def _line(self) -> Content:
        """What is searched for, which nine these are, and what is chosen."""
        style = self.get_visual_style("feelings--line")
        pages = max(1, -(-len(self._found) // PAGE))
        parts = [Content.styled(f"{self.here // PAGE + 1}/{pages}", style)]
        if self.searched:
            parts.append(Content.assemble(("/", style), plain_line(self.searched)))
        if self.chosen:
            parts.append(plain_line(", ".join(self.chosen)))
        return Content.styled("  ·  ", style).join(parts)

    def _drawn(self, number: int, word: str) -> Content:
        names = ["feelings--word"]
        if word in self.chosen:
            names.append("feelings--chosen")
        if self.has_focus and self.here % PAGE == number - 1:
            names.append("feelings--here")
        mark = "✓" if word in self.chosen else " "
        name = plain_line(word)
        gap = " " * (self._cell - 4 - name.cell_length)
        label = Content.assemble(name.stylize(self.get_visual_style(*names)), gap)
        return Content.assemble((f"{number} ", self.get_visual_style("feelings--number")), f"{mark} ", label)

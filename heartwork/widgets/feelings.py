"""Choosing feelings: nine words at a time, a digit each, and one's own word where none fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.model.text import clean_line
from heartwork.widgets.looks import DOTS, ELLIPSES
from heartwork.widgets.plain import plain_line
from heartwork.widgets.word_pages import GAP, MARKED, PAGE, Grid, WordGroup, belongs_to_word, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.geometry import Size

    from heartwork.widgets.word_pages import WordPages

__all__ = ["PAGE", "FeelingPicker", "WordGroup"]

_LONGEST: Final = 40
_CHOSEN: Final = ("✓", "x")


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
        ("escape", "stop_searching", "Back to all words", "back"),
        ("enter", "enter", "Choose the word searched for, or go on", "enter"),
        ("0", "nothing", "Nothing", "zero"),
    )
    digits = ((str(n), f"pick({n})", f"Choose word {n}", f"word-{n}") for n in range(1, PAGE + 1))
    return [
        Binding(key, action, text, show=False, id=f"feelings.{name}", tooltip=text)
        for key, action, text, name in (*keys, *digits)
    ]


class FeelingPicker(Widget, can_focus=True):
    """Words for feelings in a grid of nine, each page of one group; letters search among all of them."""

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
    class Added(Message):
        """A word was added that was not among those offered; `Changed` comes after it."""

        picker: FeelingPicker
        word: str
        group: int
        """Which of the groups offered was shown when it was typed, counted from zero."""

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
        words: Sequence[str] | Sequence[WordGroup],
        chosen: Sequence[str] = (),
        *,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._offered = words
        self._ascii_only = ascii_only
        self._behind_search = 0
        self.set_reactive(FeelingPicker.chosen, tuple(chosen))

    def offer(self, words: Sequence[str] | Sequence[WordGroup]) -> None:
        """Offer these words, in this order, instead; what is chosen stays."""
        self._offered = words
        self.searched, self.here, self._behind_search = "", 0, 0
        self.refresh(layout=True)

    # --- what is found

    @property
    def _all(self) -> WordPages:
        return grouped(self._offered, self.chosen)

    @property
    def _found(self) -> WordPages:
        return self._all.starting(self.searched) if self.searched else self._all

    # --- choosing

    def toggle(self, word: str) -> None:
        """Choose `word`, or take it back, and tell of it."""
        kept = tuple(other for other in self.chosen if other != word)
        self.chosen = kept if len(kept) < len(self.chosen) else (*self.chosen, word)
        self.here = min(self.here, max(len(self._found.words) - 1, 0))
        self.post_message(self.Changed(self, self.chosen))

    def action_pick(self, number: int) -> None:
        """Choose the word with this number, or take it back."""
        if number <= len(self._grid().words):
            self.here = self._found.page(self.here)[number - 1]
            self._choose_here()

    def action_choose(self) -> None:
        """Choose the word the cursor is on, or take it back; in a word of one's own it is a space."""
        if self._found.words:
            self._choose_here()
        elif self.searched:
            self._search(self.searched + " ")

    def _choose_here(self) -> None:
        word = self._found.words[self.here]
        if self.searched:
            self._search("")
        self.toggle(word)

    def action_enter(self) -> None:
        """Choose what was searched for, as one's own word if there is none; else accept."""
        if not (word := clean_line(self.searched)):
            self.post_message(self.Accepted(self))
            return
        if self._found.words:
            self._choose_here()
        else:
            self._search("")
            self.post_message(self.Added(self, word, self._all.group(self.here)))
            self.toggle(word)

    def action_nothing(self) -> None:
        """Do nothing, so that no other part of the screen does something either."""

    # --- moving

    def action_move(self, by: int) -> None:
        """Move the cursor by so many words."""
        if 0 <= self.here + by < len(self._found.words):
            self.here += by

    def action_row(self, by: int) -> None:
        """Move the cursor by so many rows."""
        self.action_move(by * self._grid().columns)

    def action_page(self, by: int) -> None:
        """Show the next nine words, or the nine before; behind the last come the first."""
        self.here = self._found.turn(self.here, by)

    def action_shorten(self) -> None:
        """Take back the last letter searched with."""
        self._search(self.searched[:-1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way out of a search only in one: else escape is the screen's."""
        if action == "stop_searching":
            return bool(self.searched)
        return super().check_action(action, parameters)

    def action_stop_searching(self) -> None:
        """Let go of the letters, and go back to the page that was there before."""
        self._search("")

    def _search(self, letters: str) -> None:
        if not self.searched:
            self._behind_search = self.here
        self.searched = letters[:_LONGEST]
        self.here = 0 if self.searched else self._behind_search

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Tell that letters are taken here, whatever they do elsewhere."""
        del key
        return belongs_to_word(character, inside=bool(self.searched))

    @on(events.Key)
    def _typed(self, event: events.Key) -> None:
        # Words of any script can be typed, so letters cannot be a list of bindings.
        if event.character and belongs_to_word(event.character, inside=bool(self.searched)):
            event.stop()
            event.prevent_default()
            self._search(self.searched + event.character)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and (place := self._grid().at(offset.x, offset.y)) is not None:
            self.action_pick(place + 1)

    # --- drawing

    def _grid(self, width: int | None = None) -> Grid:
        found = self._found
        words = [found.words[place] for place in found.page(self.here)]
        return Grid(words, self.content_size.width if width is None else width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the words and the line below them take at `width` cells."""
        del container, viewport
        return self._grid(width).rows + self._line.get_height({}, max(width, 1))

    def render(self) -> Content:
        """Return the words found, and below them what is searched for and what is chosen."""
        grid = self._grid()
        cells = [self._drawn(number, word, grid.cell) for number, word in enumerate(grid.words, 1)]
        rows = [cells[first : first + grid.columns] for first in range(0, len(cells), grid.columns)]
        lines = [Content(" " * GAP).join(row) for row in rows] or [self._unknown]
        return Content("\n").join([*lines, self._line])

    @property
    def _unknown(self) -> Content:
        style = self.get_visual_style("feelings--line")
        return Content.assemble(("enter + ", style), plain_line(clean_line(self.searched)))

    @property
    def _line(self) -> Content:
        """What is searched for, which nine these are, and what is chosen."""
        style = self.get_visual_style("feelings--line")
        parts = [Content.styled(self._found.said(self.here), style)]
        if self.searched:
            parts.append(Content.assemble(("/", style), plain_line(self.searched)))
        if self.chosen:
            parts.append(plain_line(", ".join(self.chosen)))
        return Content.styled(f" {DOTS[self._ascii_only]} ", style).join(parts)

    def _drawn(self, number: int, word: str, cell: int) -> Content:
        names = ["feelings--word"]
        if word in self.chosen:
            names.append("feelings--chosen")
        if self.has_focus and self._found.page(self.here)[number - 1] == self.here:
            names.append("feelings--here")
        mark = _CHOSEN[self._ascii_only] if word in self.chosen else " "
        name = plain_line(word, cell - MARKED, ellipsis=ELLIPSES[self._ascii_only])
        gap = " " * (cell - MARKED - name.cell_length)
        label = Content.assemble(name.stylize(self.get_visual_style(*names)), gap)
        return Content.assemble((f"{number} ", self.get_visual_style("feelings--number")), f"{mark} ", label)

"""One entry to read: when it was, how it felt, its title and words, and how many they are.

Drawn through Textual's line API over text that is folded as far as it is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from heartwork.content.moods import moods as shipped_moods
from heartwork.model.entry import MOODS
from heartwork.widgets.folded_text import FoldedText, rows_of
from heartwork.widgets.looks import DOTS, mood_glyph, mood_look
from heartwork.widgets.matches import spans
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.binding import BindingType

    from heartwork.content.moods import Mood

Piece = tuple[str, str]

MEASURE: Final = 88
"""The widest a line of text is folded, in cells: beyond it an eye loses the next line."""

_LINES_AHEAD = 200
# In cells; who writes more than this into a title or into tags reads it in the editor.
_TITLE_AT_MOST = 400
_NAMES_AT_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """One entry in words that are ready to read; all but `body` are one line each.

    `when` is "Sunday 22 November, 21:14 · Berlin", `ache` "ache 6", `state` "saved", `foot` "214 words".
    Tags come without their `#`. Pages with one `id` are one entry: showing it again keeps the place.
    """

    id: str = ""
    when: str = ""
    mood: int | None = None
    ache: str = ""
    feelings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    state: str = ""
    title: str = ""
    body: str = ""
    foot: str = ""


class ReadingPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one page, or says that there is none."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("reading--aside", "reading--empty", "reading--match", "reading--title", "reading--when"),
        *(f"reading--mood-{step}" for step in MOODS),
    }
    DEFAULT_CSS = """
    ReadingPane {
        overflow: hidden auto;
        padding: 0 1;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .reading--aside { color: $text-muted; }
        & > .reading--empty { color: $text-muted; }
        & > .reading--match { text-style: bold underline; }
        & > .reading--mood-1 { color: $mood-1; }
        & > .reading--mood-2 { color: $mood-2; }
        & > .reading--mood-3 { color: $mood-3; }
        & > .reading--mood-4 { color: $mood-4; }
        & > .reading--mood-5 { color: $mood-5; }
        & > .reading--title { text-style: bold; }
        & > .reading--when { color: $secondary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "by(-1)", "Up", show=False, id="reading.up", tooltip="A line up"),
        Binding("down,j", "by(1)", "Down", show=False, id="reading.down", tooltip="A line down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="reading.page_up", tooltip="A page up"),
        Binding(
            "pagedown,space",
            "page(1)",
            "Page down",
            show=False,
            id="reading.page_down",
            tooltip="A page down",
        ),
        Binding("home", "top", "Top", show=False, id="reading.top", tooltip="To the first line"),
        Binding("end", "bottom", "Bottom", show=False, id="reading.bottom", tooltip="To the last line"),
    ]

    def __init__(
        self,
        *,
        empty: str = "",
        moods: Sequence[Mood] | None = None,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """Make a pane that says `empty` until a page is shown; without `moods`, those that ship."""
        self._moods = tuple(shipped_moods() if moods is None else moods)
        self._ascii_only = ascii_only
        self._empty = empty
        self._page: Page | None = None
        self._needles: tuple[str, ...] = ()
        self._width = 0
        self._head: list[list[Piece]] = []
        self._foot: list[list[Piece]] = []
        self._text = FoldedText("", 1)
        super().__init__(id=id, classes=classes)

    # --- what it is given

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show(self, page: Page | None, *, needles: Sequence[str] = ()) -> None:
        """Show a page, or none; `needles` are searched words, as search compares them."""
        same = page is not None and self._page is not None and page.id == self._page.id
        self._page, self._needles = page, tuple(needles)
        top = self.scroll_offset.y if same else 0
        self._fold()
        if self.is_running:
            self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def say_when_empty(self, words: str) -> None:
        """Change what is said while there is no page."""
        self._empty = words
        self.refresh()

    # --- folding

    @on(events.Resize)
    def _fold_again(self) -> None:
        """Fold to the new width, keeping the line at the top where it is."""
        if self._page is None or self._measure() in (0, self._width):
            self._look_to(self.scroll_offset.y)
            return
        above = self.scroll_offset.y - len(self._head)
        place = self._text.place(above) if above > 0 else None
        self._fold()
        self.refresh()  # what was drawn before, perhaps at no width at all, is of the old folding
        if place is not None:
            top = len(self._head) + self._text.row_of(place)
            self._look_to(top)
            self.scroll_to(y=top, animate=False, force=True)

    def _measure(self) -> int:
        return min(self.scrollable_content_region.width, MEASURE)

    def _fold(self) -> None:
        # Without a width, as before the first layout, nothing is folded until there is one.
        page, self._width = self._page if self._page and self._measure() else Page(), self._measure()
        self._head = [*self._heading(page)]
        self._text = FoldedText(page.body, self._width)
        foot = rows_of(cut(page.foot, _NAMES_AT_MOST), self._width) if page.foot else ()
        self._foot = [[], *([(row, "aside")] for row in foot)]
        self._look_to(0)

    def _look_to(self, y: int) -> None:
        """Fold what will soon be seen around line `y`, and let the scrollbar know."""
        self._text.reach(y + self.size.height + _LINES_AHEAD)
        lines = len(self._head) + self._text.height + len(self._foot) if self._page else 0
        self.virtual_size = Size(1, lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fold ahead of where the person scrolls."""
        super().watch_scroll_y(old_value, new_value)
        if not self._text.folded:
            self._look_to(round(new_value))

    def _heading(self, page: Page) -> Iterator[list[Piece]]:
        """Yield the lines above the text."""
        mood, dots = self._mood(page), DOTS[self._ascii_only]
        when = cut(page.when, self._width)
        between = self._width - cell_len(when) - sum(cell_len(text) for text, _ in mood)
        if between > 1:
            yield [(when, "when"), (" " * between, ""), *mood]
        else:
            yield [(when, "when")]
            yield mood
        names = (", ".join(page.feelings), " ".join(f"#{tag}" for tag in page.tags), page.state)
        aside = cut(dots.join(name for name in names if name), _NAMES_AT_MOST)
        for row in rows_of(aside, self._width) if aside else ():
            yield [(row, "aside")]
        yield []
        if page.title:
            for row in rows_of(cut(page.title, _TITLE_AT_MOST), self._width):
                yield [*self._matched(row, "title")]
            yield []

    def _mood(self, page: Page) -> list[Piece]:
        """Return mood and ache as they stand at the right of the first line."""
        look, ache = mood_look(self._moods, page.mood), cut(page.ache, self._width)
        parts: list[Piece] = []
        if look:
            glyph = mood_glyph(look, ascii_only=self._ascii_only)
            parts.append((cut(f"{glyph} {look.word}", self._width), f"mood-{look.step}"))
        if look and ache:
            parts.append((DOTS[self._ascii_only], "aside"))
        return [*parts, (ache, "aside")] if ache else parts

    # --- keys

    def action_by(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """Scroll by so many pages, one line of each staying in view."""
        self.action_by(pages * max(self.size.height - 1, 1))

    def action_top(self) -> None:
        """Scroll to the first line."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        """Scroll to the last line, folding all of the text."""
        self._text.complete()
        self._look_to(0)
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view."""
        width, height = self.scrollable_content_region.size
        if self._page is None:
            pieces = [(text, "empty") for text in notice(self._empty, width, height)[y : y + 1]]
        else:
            pieces = self._line(self.scroll_offset.y + y)
        segments = [Segment(text, self._style(part)) for text, part in pieces if text]
        return Strip(segments).adjust_cell_length(max(width, 0), self._style(""))

    def _line(self, line: int) -> list[Piece]:
        """Return one line of the page: of its heading, its text or its foot."""
        if line < len(self._head):
            return self._head[line]
        line -= len(self._head)
        if (row := self._text.row(line)) is not None:
            return [*self._matched(row, "")]
        line -= self._text.height
        return self._foot[line] if 0 <= line < len(self._foot) else []

    def _matched(self, row: str, part: str) -> Iterator[Piece]:
        """Yield a row with the searched words as pieces of their own."""
        at = 0
        for begin, end in spans(row, self._needles):
            yield row[at:begin], part
            yield row[begin:end], "match"
            at = end
        yield row[at:], part

    def _style(self, part: str) -> Style:
        return self.get_visual_style(*([f"reading--{part}"] if part else [])).rich_style

"""One entry to read: when it was, how it felt, its title and words, and how many they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from heartwork.content.moods import moods as shipped_moods
from heartwork.content.reading_words import reading
from heartwork.model.entry import MOODS
from heartwork.widgets.column import Fixed
from heartwork.widgets.folded_text import rows_of
from heartwork.widgets.lines_pane import MEASURE, LinesPane
from heartwork.widgets.looks import DOTS, mood_glyph, mood_look
from heartwork.widgets.marked import matched
from heartwork.widgets.plain import cut
from heartwork.widgets.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from heartwork.content.moods import Mood
    from heartwork.widgets.column import Rows
    from heartwork.widgets.marked import Piece, Row

__all__ = ["MEASURE", "Page", "ReadingPane"]

# In cells; who writes more than this into a title or into tags reads it in the editor.
_TITLE_AT_MOST = 400
_NAMES_AT_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """One entry in words that are ready to read; all but `body` and `answer` are one line each.

    `when` is "Sunday 22 November, 21:14 · Berlin", `ache` "ache 6", `state` "saved", `foot` "214 words".
    Tags come without their `#`. Pages with one `id` are one entry: showing it again keeps the place.
    `answer` is what a later self wrote below a letter.
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
    people: tuple[str, ...] = ()
    answer: str = ""


class ReadingPane(LinesPane):
    """Shows one page, or says that there is none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("reading--answer", "reading--title", "reading--when"),
        *(f"reading--mood-{step}" for step in MOODS),
    }
    DEFAULT_CSS = """
    ReadingPane {
        & > .reading--answer { color: $secondary; text-style: bold; }
        & > .reading--mood-1 { color: $mood-1; }
        & > .reading--mood-2 { color: $mood-2; }
        & > .reading--mood-3 { color: $mood-3; }
        & > .reading--mood-4 { color: $mood-4; }
        & > .reading--mood-5 { color: $mood-5; }
        & > .reading--title { text-style: bold; }
        & > .reading--when { color: $secondary; }
    }
    """

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
        super().__init__(empty=empty, ascii_only=ascii_only, id=id, classes=classes)
        self._moods = tuple(shipped_moods() if moods is None else moods)
        self._page: Page | None = None
        self._body = self._answer = Written("")

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show(self, page: Page | None, *, needles: Sequence[str] = ()) -> None:
        """Show a page, or none; `needles` are searched words, as search compares them."""
        before, self._page, self._needles = self._page, page, tuple(needles)
        if page is None or before is None or page.body != before.body:
            self._body = Written(page.body if page else "", ascii_only=self._ascii_only)
        if page is None or before is None or page.answer != before.answer:
            self._answer = Written(page.answer if page else "", ascii_only=self._ascii_only)
        self.fold_anew(keep=page is not None and before is not None and page.id == before.id)

    def look(self, moods: Sequence[Mood], *, ascii_only: bool) -> None:
        """Draw moods by other names, or in other signs."""
        self._moods, self._ascii_only = tuple(moods), ascii_only
        page = self._page
        self._body = Written(page.body if page else "", ascii_only=ascii_only)
        self._answer = Written(page.answer if page else "", ascii_only=ascii_only)
        self.fold_anew(keep=True)

    def sources(self, width: int) -> Iterator[Rows]:
        """Yield what stands above the text, the text, an answer, and the foot."""
        if (page := self._page) is None:
            return
        yield Fixed(self._heading(page, width))
        yield self._body.rows(width, self._needles)
        if page.answer:
            said = rows_of(cut(reading().answer, _NAMES_AT_MOST), width)
            yield Fixed([[], *([(row, "answer")] for row in said), []])
            yield self._answer.rows(width, self._needles)
        foot = rows_of(cut(page.foot, _NAMES_AT_MOST), width) if page.foot else ()
        yield Fixed([[], *([(row, "aside")] for row in foot)])

    # --- above the text

    def _heading(self, page: Page, width: int) -> Iterator[Row]:
        """Yield the lines above the text."""
        yield from self._first(page, width)
        aside = cut(DOTS[self._ascii_only].join(_asides(page)), _NAMES_AT_MOST)
        for row in rows_of(aside, width) if aside else ():
            yield [(row, "aside")]
        yield []
        if page.title:
            for row in rows_of(cut(page.title, _TITLE_AT_MOST), width):
                yield [*matched([(row, "title")], self._needles)]
            yield []

    def _first(self, page: Page, width: int) -> Iterator[Row]:
        """Yield when it was and, at the right of it or below, how it felt."""
        mood, when = self._mood(page, width), cut(page.when, _NAMES_AT_MOST)
        *above, last = (rows_of(when, width) if when else ()) or ("",)
        yield from ([(row, "when")] for row in above)
        between = width - cell_len(last) - sum(cell_len(text) for text, _ in mood)
        if between > 1:
            yield [(last, "when"), (" " * between, ""), *mood]
        else:
            yield [(last, "when")]
            if mood:
                yield mood

    def _mood(self, page: Page, width: int) -> Row:
        """Return mood and ache as they stand at the right of the first line."""
        look, ache = mood_look(self._moods, page.mood), cut(page.ache, width)
        parts: list[Piece] = []
        if look:
            glyph = mood_glyph(look, ascii_only=self._ascii_only)
            parts.append((cut(f"{glyph} {look.word}", width), f"mood-{look.step}"))
        if look and ache:
            parts.append((DOTS[self._ascii_only], "aside"))
        return [*parts, (ache, "aside")] if ache else parts

    def _component(self, part: str) -> str:
        own = f"reading--{part}"
        return own if own in ReadingPane.COMPONENT_CLASSES else super()._component(part)


def _asides(page: Page) -> Iterator[str]:
    """Yield what else is said of an entry, each in a few words."""
    if page.feelings:
        yield ", ".join(page.feelings)
    if page.people:
        yield reading().people.format(names=", ".join(page.people))
    if page.tags:
        yield " ".join(f"#{tag}" for tag in page.tags)
    if page.state:
        yield page.state

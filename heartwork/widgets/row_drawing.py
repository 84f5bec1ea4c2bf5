"""One row of a timeline as pieces of text, each named after what it is: day, time, mood, headline, marks.

What does not fit is left out in the order in which it is least missed: the word of the mood, the time, the
day, the glyph; the person's own words stay to the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from heartwork.model.entry import MOODS
from heartwork.widgets.looks import ELLIPSES, POINTER, Mark, mood_glyph, mood_look
from heartwork.widgets.matches import spans
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.content.moods import Mood
    from heartwork.widgets.rows import TimelineRow

Piece = tuple[str, str]
"""Text that is ready to draw, and what it is; its style is that of the component class of this name."""

PARTS: Final = (
    *("pointer", "day", "time", "headline", "match", "mark", "aside"),
    *(f"mood-{step}" for step in MOODS),
)
"""What a piece can be; one that is nothing in particular has no name."""

GLYPH_FROM: Final = 14
"""From how many cells on a row shows the glyph of the mood."""

DAY_FROM: Final = 20
"""From how many cells on a row shows the day."""

TIME_FROM: Final = 34
"""From how many cells on a row shows the time."""

WORD_FROM: Final = 46
"""From how many cells on a row shows the word of the mood in its own column."""

ASIDE_FROM: Final = 8
"""How many cells the person's words keep at the least beside what heartwork says of an entry."""

_DAY = _TIME = 5
_GAP = "  "
_LEAST_HEADLINE = 4


@dataclass(frozen=True)
class RowDrawing:
    """How rows are drawn: the moods' looks, the searched words (as search compares them), ASCII or not."""

    moods: tuple[Mood, ...]
    needles: tuple[str, ...] = ()
    ascii_only: bool = False

    @cached_property
    def word_width(self) -> int:
        """The cells that the longest word for a mood takes."""
        return max((cell_len(mood.word) for mood in self.moods), default=0)

    def pieces(
        self, row: TimelineRow, width: int, *, day: bool, here: bool, marked: bool = False
    ) -> list[Piece]:
        """Return the pieces of `row`, together at most `width` cells, with its day or without."""
        left = [*self._pointing(width, here=here, marked=marked), *self._columns(row, width, day=day)]
        room = width - sum(cell_len(text) for text, _ in left)
        marks = "".join(
            " " + mark.drawn(ascii_only=self.ascii_only) for mark in row.marks if mark is not Mark.LETTER
        )
        if cell_len(marks) + _LEAST_HEADLINE > room:
            marks = ""
        room -= cell_len(marks)
        words = [*self._words(row, room, worded=width >= WORD_FROM)]
        blank = room - sum(cell_len(text) for text, _ in words)
        return [piece for piece in (*left, *words, (" " * blank, ""), (marks, "mark")) if piece[0]]

    def _pointing(self, width: int, *, here: bool, marked: bool) -> Iterator[Piece]:
        """Yield the cell that says where the person is, and the one that says what is marked."""
        yield (POINTER[self.ascii_only] if here else " ")[:width], "pointer"
        mark = Mark.MARKED.drawn(ascii_only=self.ascii_only) if marked else " "
        yield mark[: width - 1], "mark" if marked else ""

    def _columns(self, row: TimelineRow, width: int, *, day: bool) -> Iterator[Piece]:
        """Yield what stands in columns before the words, as much as `width` has room for."""
        if width >= DAY_FROM:
            yield set_cell_size(f"{row.day.day:>2} {cut(row.weekday)}" if day else "", _DAY) + " ", "day"
        if width >= TIME_FROM:
            yield set_cell_size(cut(row.time), _TIME) + " ", "time"
        if width < GLYPH_FROM:
            return
        mood = mood_look(self.moods, row.mood)
        part = f"mood-{mood.step}" if mood else ""
        yield (mood_glyph(mood, ascii_only=self.ascii_only) if mood else " ") + " ", part
        if width >= WORD_FROM:
            yield set_cell_size(mood.word if mood else "", self.word_width + 1), part

    def _words(self, row: TimelineRow, room: int, *, worded: bool) -> Iterator[Piece]:
        """Yield the person's words, and after them what heartwork says about the entry, in `room` cells."""
        if Mark.LETTER in row.marks and room > _LEAST_HEADLINE:
            letter = Mark.LETTER.drawn(ascii_only=self.ascii_only) + " "
            yield letter, "mark"
            room -= cell_len(letter)
        headline = self._cut(row.headline, room - self._kept_for(row.aside, room))
        yield from self._matched(headline)
        room -= cell_len(headline)
        mood = mood_look(self.moods, row.mood)
        if not headline and mood and not worded:
            word = self._cut(mood.word, room)
            yield word, f"mood-{mood.step}"
            room, headline = room - cell_len(word), word
        if row.aside and room >= _LEAST_HEADLINE + len(_GAP):
            yield (_GAP if headline else "") + self._cut(row.aside, room - len(_GAP)), "aside"

    def _kept_for(self, aside: str, room: int) -> int:
        """Return the cells beside the person's words kept for what heartwork says, if there are many."""
        wanted = cell_len(aside) + len(_GAP) if aside else 0
        return wanted if room - wanted >= ASIDE_FROM else 0

    def _matched(self, headline: str) -> Iterator[Piece]:
        """Yield a headline with the searched words as pieces of their own."""
        at = 0
        for begin, end in spans(headline, self.needles):
            yield headline[at:begin], "headline"
            yield headline[begin:end], "match"
            at = end
        yield headline[at:], "headline"

    def _cut(self, text: str, width: int) -> str:
        return cut(text, width, ellipsis=ELLIPSES[self.ascii_only])

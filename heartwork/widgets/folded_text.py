"""A text folded into rows only as far as someone has looked, so that a megabyte opens as a line does."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from heartwork.model.text import drawable
from heartwork.widgets.cells import fold, spread
from heartwork.widgets.plain import steady

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE: Final = 32_768
"""Up to how many characters a text is folded at once; a longer one as it is looked at."""

PIECE: Final = 8_192
"""How many characters of one line are folded together; a longer line is folded piece by piece."""

_WORD_AT_MOST = 256


class FoldedText:
    """The rows of a text in a width of cells, from the top down to where they were last asked for."""

    def __init__(self, text: str, width: int) -> None:
        self._width = max(width, 1)
        self._pieces = [piece for line in drawable(text).split("\n") for piece in _pieces(line)]
        guesses = (1 + (len(piece) - 1) // self._width if piece else 1 for piece in self._pieces)
        self._guessed = list(accumulate(guesses, initial=0))
        self._rows: list[str] = []
        self._starts: list[int] = []
        if len(text) <= AT_ONCE:
            self.complete()

    @property
    def height(self) -> int:
        """How many rows there are: counted where folded, guessed for the rest."""
        return len(self._rows) + self._guessed[-1] - self._guessed[len(self._starts)]

    @property
    def folded(self) -> bool:
        """Whether all of it is folded, and the height therefore exact."""
        return len(self._starts) == len(self._pieces)

    def row(self, y: int) -> str | None:
        """Return row `y`, folding as far as that needs; None beyond the end."""
        self.reach(y)
        return self._rows[y] if 0 <= y < len(self._rows) else None

    def reach(self, y: int) -> None:
        """Fold as far as row `y`."""
        while len(self._rows) <= y and not self.folded:
            self._fold_next()

    def complete(self) -> None:
        """Fold all of it."""
        while not self.folded:
            self._fold_next()

    def place(self, y: int) -> tuple[int, float]:
        """Return what stands on row `y` as another width understands it: the piece, and how far into it."""
        self.reach(y)
        piece = max(bisect_right(self._starts, y) - 1, 0)
        return piece, min((y - self._starts[piece]) / self._length(piece), 1.0)

    def row_of(self, place: tuple[int, float]) -> int:
        """Return the row on which a place stands, as `place` gave it for the same text."""
        piece, part = place
        while len(self._starts) <= piece and not self.folded:
            self._fold_next()
        return self._starts[piece] + int(part * self._length(piece))

    def _length(self, piece: int) -> int:
        end = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self._rows)
        return end - self._starts[piece]

    def _fold_next(self) -> None:
        piece = self._pieces[len(self._starts)]
        self._starts.append(len(self._rows))
        self._rows += rows_of(spread(steady(piece)), self._width)


def rows_of(line: str, width: int) -> list[str]:
    """Return one line as rows of at most `width` cells, without the spaces they were broken at."""
    breaks = fold(line, width)
    ends = zip((0, *breaks), (*breaks, len(line)), strict=True)
    return [line[begin:end].rstrip(" ") for begin, end in ends]


def _pieces(line: str) -> Iterator[str]:
    """Yield a line in pieces that are cheap to fold, each ending behind a space where there is one."""
    begin = 0
    while len(line) - begin > PIECE:
        end = line.rfind(" ", begin + PIECE - _WORD_AT_MOST, begin + PIECE) + 1 or begin + PIECE
        yield line[begin:end]
        begin = end
    yield line[begin:]

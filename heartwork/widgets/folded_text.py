"""A text folded into rows only as far as someone has looked, so that a megabyte opens as a line does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from heartwork.model.text import drawable
from heartwork.widgets.cells import fold, spread
from heartwork.widgets.plain import steady
from heartwork.widgets.veil import veiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AT_ONCE: Final = 32_768
"""Up to how many characters a text is folded at once; a longer one as it is looked at."""

PIECE: Final = 8_192
"""How many characters of one line are folded together; a longer line is folded piece by piece."""

_WORD_AT_MOST = 256

Unit = TypeVar("Unit")
Row = TypeVar("Row")


class Folded(ABC, Generic[Unit, Row]):
    """The rows of some units in a width of cells, from the top down to where they were last asked for."""

    def __init__(self, units: Iterable[Unit], width: int) -> None:
        self._width = max(width, 1)
        self._units = list(units)
        self._guessed = list(accumulate(map(self.guess, self._units), initial=0))
        self._rows: list[Row] = []
        self._starts: list[int] = []

    @abstractmethod
    def guess(self, unit: Unit) -> int:
        """Return about how many rows a unit takes; it should cost next to nothing."""

    @abstractmethod
    def fold(self, unit: Unit) -> Iterable[Row]:
        """Return the rows of a unit."""

    @property
    def height(self) -> int:
        """How many rows there are: counted where folded, guessed for the rest."""
        return len(self._rows) + self._guessed[-1] - self._guessed[len(self._starts)]

    @property
    def folded(self) -> bool:
        """Whether all of it is folded, and the height therefore exact."""
        return len(self._starts) == len(self._units)

    def row(self, y: int) -> Row | None:
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
        """Return what stands on row `y` as another width understands it: the unit, and how far into it."""
        self.reach(y)
        unit = max(bisect_right(self._starts, y) - 1, 0)
        return unit, min((y - self._starts[unit]) / max(self._length(unit), 1), 1.0)

    def row_of(self, place: tuple[int, float]) -> int:
        """Return the row on which a place stands, as `place` gave it for the same units."""
        unit, part = place
        while len(self._starts) <= unit and not self.folded:
            self._fold_next()
        return self._starts[unit] + int(part * self._length(unit))

    def _length(self, unit: int) -> int:
        end = self._starts[unit + 1] if unit + 1 < len(self._starts) else len(self._rows)
        return end - self._starts[unit]

    def _fold_next(self) -> None:
        unit = self._units[len(self._starts)]
        self._starts.append(len(self._rows))
        self._rows += self.fold(unit)


class FoldedText(Folded[str, str]):
    """The rows of a text exactly as it was typed."""

    def __init__(self, text: str, width: int) -> None:
        super().__init__(
            (piece for line in veiled(drawable(text)).split("\n") for piece in pieces(line)), width
        )
        if len(text) <= AT_ONCE:
            self.complete()

    def guess(self, unit: str) -> int:
        """Return the rows of a piece of which every character takes one cell."""
        return 1 + (len(unit) - 1) // self._width if unit else 1

    def fold(self, unit: str) -> list[str]:
        """Return the rows of a piece."""
        return rows_of(spread(steady(unit)), self._width)


def rows_of(line: str, width: int) -> list[str]:
    """Return one line as rows of at most `width` cells, without the spaces they were broken at."""
    breaks = fold(line, width)
    ends = zip((0, *breaks), (*breaks, len(line)), strict=True)
    return [line[begin:end].rstrip(" ") for begin, end in ends]


def pieces(line: str) -> Iterator[str]:
    """Yield a line in pieces that are cheap to fold, each ending behind a space where there is one."""
    begin = 0
    while len(line) - begin > PIECE:
        end = line.rfind(" ", begin + PIECE - _WORD_AT_MOST, begin + PIECE) + 1 or begin + PIECE
        yield line[begin:end]
        begin = end
    yield line[begin:]

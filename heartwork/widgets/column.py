"""Rows of several sources under one another, as far as each is folded: a heading, a text, a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from heartwork.widgets.folded_text import Folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heartwork.widgets.marked import Row

    AnyRow = str | Row

Line = TypeVar("Line")


class Rows(Protocol):
    """A source of rows, each as pieces or, where all of it looks alike, as text."""

    @property
    def height(self) -> int:
        """How many rows there are: counted where folded, guessed for the rest."""

    @property
    def folded(self) -> bool:
        """Whether the height is exact."""

    def row(self, y: int) -> AnyRow | None:
        """Return row `y`, folding as far as that needs; None beyond the end."""

    def complete(self) -> None:
        """Fold all of it."""

    def place(self, y: int) -> tuple[int, float]:
        """Return what stands on row `y` as another width understands it."""

    def row_of(self, place: tuple[int, float]) -> int:
        """Return the row on which a place stands, as `place` gave it."""


class Fixed(Folded[Line, Line]):
    """Rows that are ready as they are."""

    def __init__(self, rows: Iterable[Line]) -> None:
        super().__init__(rows, 1)
        self.complete()

    def guess(self, unit: Line) -> int:
        """Return the one row that a row is."""
        del unit
        return 1

    def fold(self, unit: Line) -> tuple[Line]:
        """Return the row."""
        return (unit,)


class Column:
    """Sources of rows, the first on top; rows are counted over all of them."""

    def __init__(self, sources: Iterable[Rows] = ()) -> None:
        self._sources = tuple(sources)

    @property
    def height(self) -> int:
        """How many rows there are: counted where folded, guessed for the rest."""
        return sum(source.height for source in self._sources)

    @property
    def folded(self) -> bool:
        """Whether the height is exact."""
        return all(source.folded for source in self._sources)

    def row(self, y: int) -> AnyRow | None:
        """Return row `y`, folding as far as that needs; None beyond the end."""
        for source in self._sources:
            if (row := source.row(y)) is not None or y < 0:
                return row
            y -= source.height
        return None

    def reach(self, y: int) -> None:
        """Fold as far as row `y`."""
        self.row(y)

    def complete(self) -> None:
        """Fold all of it."""
        for source in self._sources:
            source.complete()

    def place(self, y: int) -> tuple[int, tuple[int, float]]:
        """Return what stands on row `y`, as a column of the same sources in another width understands it."""
        for index, source in enumerate(self._sources):
            if source.row(y) is not None:
                return index, source.place(y)
            y -= source.height
        return 0, (0, 0.0)

    def row_of(self, place: tuple[int, tuple[int, float]]) -> int:
        """Return the row on which a place stands, as `place` gave it."""
        index, within = place
        for source in self._sources[:index]:
            source.complete()
        above = sum(source.height for source in self._sources[:index])
        return above + (self._sources[index].row_of(within) if self._sources[index].height else 0)

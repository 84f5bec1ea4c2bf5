"""The shelves of a diary: short lines of one's own to hold on to, each on the shelf it was put on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.diary.documents import text
from heartwork.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from heartwork.diary.ledger import Ledger

SHELF: Final = "shelf"


class Shelves:
    """What stands on the shelves, to be read."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def lines(self, shelf: str) -> list[str]:
        """Return the lines of a shelf outside the trash, in the order in which they stand there."""
        rows = self._ledger.documents(SHELF).items()
        found = sorted(
            (_position(row), key, clean_line(text(row.get("text"))))
            for key, row in rows
            if row.get("shelf") == shelf and not row.get("trashed")
        )
        return [said for _, _, said in found if said]


def _position(row: Mapping[str, object]) -> float:
    """Return where a line stands, at the end where that is not known."""
    place = row.get("position")
    return place if type(place) in (int, float) else float("inf")  # type: ignore[return-value]  # as the line says

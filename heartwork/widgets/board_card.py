"""A card of a board as lines: its title, and below it what else is to be seen, each in at most two lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from heartwork.widgets.cells import fold
from heartwork.widgets.looks import ELLIPSES, POINTER
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

Piece = tuple[str, str]
"""Text that is ready to draw, and the part it is; its style is that of the component class of this name."""

PARTS: Final = ("pointer", "title", "area", "steps", "fact", "said")
"""What a piece can be; one that is nothing in particular has no name."""

CARRIED: Final = ("◆", "#")
"""What points at a card that is being carried, and its ASCII twin."""

INDENT: Final = 2
_GAP: Final = "  "
_MOST_FACT_LINES: Final = 2
_LOOKED_AT: Final = 4
"""How many lines of a title are looked at, of which two are drawn: more than folding at words can lose."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its id, its title, and facts about it, each a text and the part it is."""

    id: str
    title: str
    facts: tuple[Piece, ...] = ()


def height_of(card: Card, width: int) -> int:
    """Return how many lines a card takes in `width` cells."""
    room = max(width - INDENT, 0)
    return len(_titled(card.title, room, ELLIPSES[0])) + (len(_packed(card, room)) if card.facts else 0)


def lines_of(card: Card, width: int, *, pointer: str = " ", ascii_only: bool = False) -> list[list[Piece]]:
    """Return the lines of a card, each of at most `width` cells; `pointer` stands before its title."""
    ellipsis, room = ELLIPSES[ascii_only], max(width - INDENT, 0)
    first, *more = _titled(card.title, room, ellipsis)
    pad = " " * min(INDENT, max(width, 0))
    lines = [[(f"{pointer} "[: max(width, 0)], "pointer"), (first, "title")]]
    lines.extend([(pad, ""), (line, "title")] for line in more)
    lines.extend([(pad, ""), *_spaced(each, room, ellipsis)] for each in _packed(card, room))
    return lines


def pointer_of(*, here: bool, carried: bool, ascii_only: bool) -> str:
    """Return the sign before a title: where a person is, and what they carry."""
    signs = CARRIED if carried else POINTER
    return signs[ascii_only] if here else " "


def _titled(title: str, room: int, ellipsis: str) -> list[str]:
    """Return a title in one line, or in two where it is too long for one; what is left then is cut."""
    line = cut(title, room * _LOOKED_AT, ellipsis=ellipsis)
    if cell_len(line) <= room:
        return [line]
    begin = fold(line, room)[0]
    return [cut(line[:begin], room, ellipsis=ellipsis), cut(line[begin:], room, ellipsis=ellipsis)]


def _packed(card: Card, room: int) -> list[list[Piece]]:
    """Return facts line by line, as many in each as fit; what is beyond the last line is left out."""
    lines: list[list[Piece]] = []
    left = 0
    for text, part in card.facts:
        wide = cell_len(cut(text, max(room, 0)))
        if lines and len(_GAP) + wide <= left:
            lines[-1].append((text, part))
            left -= len(_GAP) + wide
        elif len(lines) < _MOST_FACT_LINES:
            lines.append([(text, part)])
            left = room - wide
    return lines


def _spaced(pieces: list[Piece], room: int, ellipsis: str) -> Iterator[Piece]:
    for at, (text, part) in enumerate(pieces):
        if at:
            yield _GAP, ""
        yield cut(text, room, ellipsis=ellipsis), part

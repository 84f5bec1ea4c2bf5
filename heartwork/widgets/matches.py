"""Where in a text the searched words stand, counted in the text as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.model.text import normal, unwrapped
from heartwork.widgets.cells import clusters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def spans(text: str, needles: Sequence[str]) -> list[tuple[int, int]]:
    """Return start and end of every place where one of `needles` stands in `text`, in order and apart.

    Needles are as a query has them: folded, a space in them for any white space in the text. A place never
    covers half a character.
    """
    whole = unwrapped(normal(text))
    sought = [needle for needle in needles if needle and needle in whole]
    if not sought:
        return []
    begins, ends, folded = _by_character(text)
    places = ((at, at + len(needle) - 1) for needle in sought for at in _places(folded, needle))
    return _merged(sorted((begins[first], ends[last]) for first, last in places))


def _by_character(text: str) -> tuple[list[int], list[int], str]:
    """Return for each letter of the text, as search compares it, where its character begins and ends.

    White space is one letter, however much of it there is.
    """
    begins: list[int] = []
    ends: list[int] = []
    parts: list[str] = []
    for begin, end, _size in clusters(text):
        part = normal(text[begin:end])
        if part.isspace():
            if parts and parts[-1] == " ":
                ends[-1] = end
                continue
            part = " "
        parts.append(part)
        begins += [begin] * len(part)
        ends += [end] * len(part)
    return begins, ends, "".join(parts)


def _places(text: str, needle: str) -> Iterator[int]:
    """Yield where `needle` begins in `text`."""
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + len(needle))


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted places with those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for begin, end in found:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged

"""A memento in one line, as people type it: `ring in the drawer 8` is a ring, where it is, what it weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from heartwork.model.listed import listed, unquoted
from heartwork.model.memento import WEIGHTS, Memento
from heartwork.model.text import QUOTES, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.model.memento import Sort

NO_NAME: Final = "A name first, then where it is and what it weighs: ring in the drawer 8."
NO_WEIGHT: Final = (
    f'A weight is 0 to {WEIGHTS[-1]}. A number that is part of the name goes in quotes: "Area 51" 3.'
)

_YEARS: Final = frozenset(map(str, range(1900, 2100)))
"""A number that is one of these is a year: `photos from 2019`."""

_WEIGHTS: Final = frozenset(map(str, WEIGHTS))
_WEIGHT: Final = re.compile(
    r"(?:^|[\s,])\s*(?:weight:? *)?([+-]?[0-9]+(?:[.,][0-9]+)?)(?: ?/ ?10)?$", re.IGNORECASE
)
_WHERE: Final = re.compile(
    rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}]"
    r"|(?P<comma>,)?\s(?P<place>in|inside|on|at|under|underneath|behind)\s+(?:(?:the|an?)\s+)?(?=\S)",
    re.IGNORECASE,
)

_TOLD: Final = frozenset({"under", "underneath", "behind"})
"""Words that say of a place what it does not say itself: under the bed is not in it."""


class UnclearMemento(ValueError):
    """A line was not understood; the message says what, in plain words."""


class SortOf(Protocol):
    """Guesses what sort of thing has a name and a place (`content.memento_sorts.sort_of`)."""

    def __call__(self, name: str, where: str = "") -> Sort:
        """Return the sort."""


def memento_named(line: str, sort_of: SortOf) -> Memento:
    """Return the memento that a line names; raises UnclearMemento.

    The number at the end, where it stands alone, is the weight; what follows `in`, `on`, `at`, `under` or
    `behind` is the place, which keeps the word where it would be another place without. What stands in quotes
    is not read.
    """
    said, weight = _weighed(clean_line(line))
    name, where = _placed(said)
    if not name:
        raise UnclearMemento(NO_NAME)
    return Memento(name, sort_of(name, where), weight=weight, where=where)


def memento_lines(text: str, sort_of: SortOf) -> list[Memento]:
    """Return the mementos of a list, one a line; raises UnclearMemento, which names the line."""
    return list(_each(text, sort_of))


def _each(text: str, sort_of: SortOf) -> Iterator[Memento]:
    for number, line in listed(text):
        try:
            yield memento_named(line, sort_of)
        except UnclearMemento as unclear:
            raise UnclearMemento(f"Line {number}: {unclear}") from unclear


def _weighed(line: str) -> tuple[str, int | None]:
    """Return a line without the weight at its end, and the weight."""
    found = _WEIGHT.search(line)
    if found is None or found[1] in _YEARS:
        return line, None
    if found[1] not in _WEIGHTS:
        raise UnclearMemento(NO_WEIGHT)
    return line[: found.start()].rstrip(" ,:"), int(found[1])


def _placed(line: str) -> tuple[str, str]:
    """Return the name and the place that a line names; a place behind a comma goes before the others."""
    places = [found for found in _WHERE.finditer(line) if found["place"] and line[: found.start()].strip()]
    if not places:
        return unquoted(line.strip(" ,")), ""
    found = next((place for place in places if place["comma"]), places[0])
    told = found["place"].casefold() in _TOLD
    where = line[found.start("place") if told else found.end() :]
    return unquoted(line[: found.start()].strip(" ,")), unquoted(where.strip(" ,"))

"""The words around what is read, field by field as their file names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class EarlierTexts:
    """The words of earlier texts; `until`, `today` and `yesterday` take {time}, `folded` takes {count}.

    `counts` takes {added}, {minus} and {removed}.
    """

    until: str
    today: str
    yesterday: str
    counts: str
    unchanged: str
    gone: str
    come: str
    same: str
    name: str
    folded: str


@dataclass(frozen=True, slots=True)
class ThenAndNowWords:
    """The words over two entries side by side; `later` says one of a unit, and {count} of it."""

    then: str
    now: str
    same_day: str
    later: dict[str, tuple[str, ...]]

    def much_later(self, count: int, unit: str) -> str:
        """Return how much later something was."""
        one, several = self.later[unit]
        return self.same_day if count == 0 else one if count == 1 else several.format(count=count)


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Every word around what is read; `people` takes {names}."""

    people: str
    answer: str
    versions: EarlierTexts
    then_and_now: ThenAndNowWords


@cache
def reading() -> ReadingWords:
    """Return the words around what is read."""
    return read("reading.toml", ReadingWords)

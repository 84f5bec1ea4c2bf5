"""The words of the trash, as trash.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class LeftWords:
    """How long something stays; `both` takes {days} and {visits}, `page` {left}, the pairs {count}."""

    both: str
    page: str
    days: tuple[str, ...]
    visits: tuple[str, ...]
    none: str
    page_none: str

    def said(self, days: int, visits: int) -> str:
        """Return that so many days and so many visits are left, in a few words; nothing for none."""
        parts = [
            words[count > 1].format(count=count)
            for words, count in ((self.days, days), (self.visits, visits))
            if count > 0
        ]
        return self.both.format(days=parts[0], visits=parts[1]) if len(parts) > 1 else "".join(parts)

    def in_row(self, days: int, visits: int) -> str:
        """Return how long something stays, as it stands in a list."""
        return self.said(days, visits) or self.none

    def on_page(self, days: int, visits: int) -> str:
        """Return how long something stays, as it stands on its page."""
        left = self.said(days, visits)
        return self.page.format(left=left) if left else self.page_none


@dataclass(frozen=True, slots=True)
class EraseWords:
    """The one question before something is erased; `title_one` takes {words}, those for several {count}."""

    title_one: str
    title: str
    lines: tuple[str, ...]
    stay: str
    yes: str
    yes_several: str
    all: str
    erasing: str
    erased: str
    erased_several: str


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What the trash does by itself; `left` takes {count}, `line` takes {today} and {last}."""

    left_one: str
    left: str
    title: str
    line: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class TrashWords:
    """Every word of the trash; `about` is the rule by which it is emptied."""

    about: str
    left: LeftWords
    erase: EraseWords
    order: OrderWords


@cache
def trash_words() -> TrashWords:
    """Return every word of the trash."""
    return read("trash.toml", TrashWords)

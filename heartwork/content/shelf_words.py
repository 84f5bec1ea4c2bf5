"""The words of the shelves, as shelves.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import ContentError, read
from heartwork.model.practice import SHELVES


@dataclass(frozen=True, slots=True)
class ShelfSaid:
    """How one shelf is called, what it is for, what is said while it is empty, and an invented line."""

    name: str
    about: str
    empty: str
    hint: str


@dataclass(frozen=True, slots=True)
class LineWords:
    """What is said around a line: `added` of one ({words}) and of several ({count}), and so is `pasted`.

    `changed`, `trashed` and `moved` take {words}, the last one {name} too; `not_saved` takes {why}.
    """

    hint_change: str
    adding: str
    changing: str
    waits: str
    added: tuple[str, ...]
    there: str
    there_several: str
    changed: str
    unchanged: str
    empty: str
    pasted: tuple[str, ...]
    not_saved: str
    trashed: str
    moved: str
    carrying: str
    other: str


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """What is said of promises; those of days take {day}."""

    today: str
    yesterday: str
    asked: str
    kept: str
    not_kept: str
    day_kept: str
    day_not_kept: str
    earlier: str
    nothing: str
    newest: str


@dataclass(frozen=True, slots=True)
class ShelfCommandWords:
    """What the command says; `name` takes {choices}, `added` {name} and {words}, others {name}, {count}."""

    name: str
    action: str
    json_reads: str
    added: str
    added_several: str
    there: str
    none: str


@dataclass(frozen=True, slots=True)
class ShelfTrashWords:
    """The trash of a shelf; `title` takes {name}, `restored` and `erase` take {words}."""

    title: str
    empty: str
    restored: str
    erase: str
    erase_line: str
    stay: str
    yes: str
    erased: str


@dataclass(frozen=True, slots=True)
class ShelfWords:
    """Every word of the shelves; `count` is for no line, for one, and for several ({count}).

    `urge` are the headings of shelves that are read while an urge is waited with.
    """

    title: str
    about: str
    count: tuple[str, ...]
    begun: str
    on_the_way: str
    help: str
    shelf_help: str
    trash_help: str
    urge: dict[str, str]
    line: LineWords
    promise: PromiseWords
    commands: ShelfCommandWords
    trash: ShelfTrashWords
    shelf: dict[str, ShelfSaid]

    def counted(self, count: int) -> str:
        """Return how many lines stand on a shelf, in words."""
        return self.count[min(count, 2)].format(count=count)


@cache
def shelf_words() -> ShelfWords:
    """Return every word of the shelves; raises ContentError where a shelf has none, or there is one more."""
    words = read("shelves.toml", ShelfWords)
    if tuple(words.shelf) != SHELVES:
        raise ContentError("shelves.toml: shelf: every shelf is expected, in its order")
    return words

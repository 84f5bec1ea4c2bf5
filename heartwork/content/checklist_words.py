"""The words of lists and batches, and the lists that ship, as checklists.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class ListsWords:
    """The list of lists; `return_to` takes {to}, `count` and `ticked` {count} and {all}."""

    title: str
    line: str
    empty: str
    keys: str
    return_to: str
    give_back: str
    donate: str
    recycle: str
    sell: str
    delete: str
    discard: str
    photos: str
    count: str
    things_one: str
    things: str
    pictures_none: str
    ticked: str

    def counted(self, count: int) -> str:
        """Return how many things there are, in words."""
        return self.things_one if count == 1 else self.things.format(count=count)


@dataclass(frozen=True, slots=True)
class BatchWords:
    """One list of mementos; `all_gone` takes {count}, `weighed` {weight}, `let_go` {names}, `more` two.

    A pair is for one thing and for several.
    """

    ticks: str
    packed: str
    gone: str
    keys: str
    empty: str
    all_gone_one: str
    all_gone: str
    weighed: tuple[str, ...]
    step: tuple[str, ...]
    yes: tuple[str, ...]
    stay: tuple[str, ...]
    let_go: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class TextWords:
    """A list as plain text; `exists` and `saved` take {path}, `not_written` also {why}; `file` {day}."""

    title: str
    keys: str
    to: str
    where: str
    helper: str
    save: str
    line: str
    exists: str
    not_written: str
    saved: str
    unnamed: str
    file: str


@dataclass(frozen=True, slots=True)
class PhotoWords:
    """A photo day."""

    title: str
    line: str
    empty: str
    keys: str


@dataclass(frozen=True, slots=True)
class OpenWords:
    """A list that stays open: what is said while lines are added and taken out."""

    keys: str
    add: str
    add_line: str
    added_nothing: str
    only_own: str
    own: str


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A line of a list that ships, the group it stands in, and a hint."""

    id: str
    group: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class ShippedChecklist:
    """A list that ships, under the id of the practice it belongs to."""

    practice: str
    name: str
    line: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class ChecklistWords:
    """Every word of lists and batches."""

    lists: ListsWords
    batch: BatchWords
    text: TextWords
    photos: PhotoWords
    open: OpenWords
    checklists: tuple[ShippedChecklist, ...]

    def checklist(self, practice: str) -> ShippedChecklist:
        """Return the list that ships for a practice."""
        return next(each for each in self.checklists if each.practice == practice)


@cache
def checklist_words() -> ChecklistWords:
    """Return every word of lists and batches."""
    return read("checklists.toml", ChecklistWords)

"""The words of the room of mementos, as mementos.toml names them; a pair is for one and for several."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read

Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWords:
    """The list; `heading` takes {name} and {count}, `helper` {name}."""

    empty: tuple[str, ...]
    none_found: str
    none_shown: str
    none_away: str
    trash_empty: str
    all_gone: str
    let_go: str
    heading: str
    no_place: str
    where: str
    decision: str
    weight: str
    helper: str
    due_today: str
    due: str
    arrow: str
    ascii_arrow: str


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """What stands above the list: `done`, `due` and `unfinished` take {count}, other notices {words}.

    Of the line of weights `here` takes {weighs}, `gone` {weighed}, `gone_now` also {now}, and `some_now`, for
    where not everything was weighed again, also {before}: what weighed that which was.
    """

    here: str
    gone: str
    gone_now: str
    some_now: str
    none: str
    done: Pair
    due_one: str
    due: str
    farewell: str
    story: str
    unfinished: str


@dataclass(frozen=True, slots=True)
class AsideWords:
    """What stands beside the rooms: {sought}, {found}, {all}, {name}, {count}."""

    found: str
    shown: str
    marked: str
    hint: str


@dataclass(frozen=True, slots=True)
class OrderWords:
    """The orders the list can have."""

    title: str
    lightest: str
    sort: str
    place: str
    decision: str


@dataclass(frozen=True, slots=True)
class FilterWords:
    """What the list can be narrowed to."""

    title: str
    everything: str
    sort: str
    place: str
    decision: str
    due: str
    away: str
    trash: str
    which_sort: str
    which_place: str
    which_decision: str
    another: str
    which: str
    no_place: str


@dataclass(frozen=True, slots=True)
class AddWords:
    """The line to add with; `rest` takes {why} and {count}."""

    hint: str
    line: str
    understood: str
    no_place: str
    weight: str
    no_weight: str
    added: Pair
    rest: Pair
    nothing: str
    kept: str


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What is said of changes; of one {words}, of several {count}, of what is put away also {until}."""

    let_go: Pair
    taken_up: Pair
    trashed: Pair
    restored: Pair
    erased: Pair
    put_away: Pair
    taken_back: Pair
    away_again: str
    as_before: str
    ticked: str
    let_go_again: str
    undone: str
    unadded: str


@dataclass(frozen=True, slots=True)
class EraseWords:
    """The one question before something is erased; `title` takes {words} or {count}."""

    title: Pair
    lines: tuple[str, ...]
    stay: str
    yes: str


@dataclass(frozen=True, slots=True)
class MementoWords:
    """Every word of the room."""

    list: ListWords
    header: HeaderWords
    aside: AsideWords
    order: OrderWords
    filter: FilterWords
    add: AddWords
    said: SaidWords
    erase: EraseWords


@cache
def memento_words() -> MementoWords:
    """Return every word of the room of mementos."""
    return read("mementos.toml", MementoWords)


def said_of(pair: Pair, count: int, **facts: object) -> str:
    """Return the words for one thing or for several."""
    return pair[count > 1].format(count=f"{count:,}", **facts)

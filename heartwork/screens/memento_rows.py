"""Mementos as rows: their order and groups, what they are narrowed to, what is in the columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from heartwork.content.deciding_words import deciding_words, decision_said
from heartwork.content.memento_words import memento_words, said_of
from heartwork.model.memento import Decision, Sort
from heartwork.model.text import normal
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.grouped_list import Column, Group, Row
from heartwork.widgets.looks import DOTS
from heartwork.widgets.weight_bar import weight_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from heartwork.insights.weights import Weights
    from heartwork.model.memento import Memento

LET_GO: Final = "let go"
"""The name of the group of what was let go."""

COLUMNS: Final = (
    Column("words", ((110, 34), (72, 22), (0, 20))),
    Column("lead", ((110, 10), (66, 8))),
    Column("words", ((110, 7), (0, 3))),
    Column("lead", ((110, 24), (72, 13))),
    Column("aside", ((0, 0),)),
)
"""Name, sort, weight, where, and what was decided."""

GONE: Final = (
    Column("words", ((110, 34), (72, 22), (0, 20))),
    Column("lead", ((0, 8),)),
    Column("lead", ((110, 11), (0, 6))),
    Column("aside", ((0, 0),)),
)
"""Of what was let go: name, weight before and after, the day, what was said."""


class Order(StrEnum):
    """The order of the list."""

    LIGHTEST = "lightest"
    SORT = "sort"
    PLACE = "place"
    DECISION = "decision"


class Where(StrEnum):
    """Which mementos the list is of."""

    SEEN = "everything"
    AWAY = "away"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list is narrowed to, besides what is typed."""

    where: Where = Where.SEEN
    sort: Sort | None = None
    place: str | None = None
    decision: Decision | None = None
    due: bool = False

    def fits(self, memento: Memento, today: date) -> bool:
        """Tell whether a memento is shown; a place is compared folded."""
        return (
            (self.sort is None or memento.sort is self.sort)
            and (self.place is None or normal(self.place) in normal(memento.where))
            and (self.decision is None or memento.decision is self.decision)
            and (not self.due or memento.due(today))
        )


def lightness(memento: Memento) -> tuple[bool, int, int, str]:
    """Return what mementos are ordered by: what was not weighed last, then by weight, size and age."""
    return memento.weight is None, memento.weight or 0, memento.size, memento.id


def grouped(mementos: Iterable[Memento], order: Order) -> list[Group]:
    """Return mementos as groups: what is here by its order, then what was let go, the latest first."""
    here, gone = list[tuple[object, ...]](), list[tuple[object, str]]()
    names: dict[object, str] = {}
    key = _KEYS[order]
    for memento in mementos:
        if memento.done is not None:
            gone.append((memento.done, memento.id))
        else:
            place, name = key(memento)
            names.setdefault(place, name)
            here.append((place, *lightness(memento)))
    found: dict[object, list[str]] = {}
    for place, *_, known in sorted(here):
        found.setdefault(place, []).append(str(known))
    groups = [_group(f"{order}:{place}", names[place], ids) for place, ids in found.items()]
    if gone:
        groups.append(_group(LET_GO, memento_words().list.let_go, [each for _, each in sorted(gone)[::-1]]))
    return groups


def flat(mementos: Iterable[Memento]) -> list[Group]:
    """Return mementos as one group in the order in which they come, as the trash has them."""
    ids = [memento.id for memento in mementos]
    return [Group("", ids)] if ids else []


def _group(name: str, heading: str, ids: Sequence[str]) -> Group:
    said = memento_words().list.heading.format(name=heading, count=f"{len(ids):,}") if heading else ""
    return Group(name, ids, said)


def _by_sort(memento: Memento) -> tuple[object, str]:
    return list(Sort).index(memento.sort), deciding_words().sort_name(memento.sort)


def _by_place(memento: Memento) -> tuple[object, str]:
    place = normal(memento.where)
    return (not place, place), memento.where or memento_words().list.no_place


def _by_decision(memento: Memento) -> tuple[object, str]:
    return list(Decision).index(memento.decision), deciding_words().decision_name(memento.decision)


_KEYS: Final[dict[Order, Callable[[Memento], tuple[object, str]]]] = {
    Order.LIGHTEST: lambda _: (0, ""),
    Order.SORT: _by_sort,
    Order.PLACE: _by_place,
    Order.DECISION: _by_decision,
}


def row_of(memento: Memento, today: date, *, ascii_only: bool = False, left: str = "") -> Row:
    """Return a memento as its row; `left` is said of one in the trash instead of what was decided."""
    if memento.done is not None and not left:
        return _gone(memento, today, ascii_only=ascii_only)
    words = memento_words().list
    said = left or decided(memento, today, ascii_only=ascii_only)
    due = words.due_today if memento.box_until == today else words.due
    due = due.replace("←", "<-") if ascii_only else due
    weight = weight_said(memento.weight, ascii_only=ascii_only)
    columns = memento.name, deciding_words().sort_name(memento.sort), weight, memento.where, said
    return Row(COLUMNS, columns, due if memento.due(today) and not left else "")


def decided(memento: Memento, today: date, *, ascii_only: bool) -> str:
    """Return what was decided, and who is there when it goes."""
    said = decision_said(memento, today)
    helper = memento_words().list.helper.format(name=memento.helper) if memento.helper else ""
    return DOTS[ascii_only].join(part for part in (said, helper) if part)


def _gone(memento: Memento, today: date, *, ascii_only: bool) -> Row:
    words = memento_words().list
    arrow = words.ascii_arrow if ascii_only else words.arrow
    weights = [str(each) for each in (memento.weight, memento.weight_after) if each is not None]
    day = day_said(memento.done.astimezone().date(), today, short=True) if memento.done else ""
    quotes = '""' if ascii_only else "“”"
    said = f"{quotes[0]}{memento.farewell}{quotes[1]}" if memento.farewell else ""
    return Row(GONE, (memento.name, f" {arrow} ".join(weights), day, said))


def heading_row(order: Order) -> Row:
    """Return the names of the columns, the first of them the order that they are in."""
    words, orders = memento_words().list, memento_words().order
    first = {
        Order.LIGHTEST: orders.lightest,
        Order.SORT: orders.sort,
        Order.PLACE: orders.place,
        Order.DECISION: orders.decision,
    }[order].lower()
    return Row(COLUMNS, (first, "", words.weight, words.where, words.decision))


def weights_said(found: Weights) -> list[str]:
    """Return what is here weighs and what is gone weighed, in words, at length and shorter."""
    words = memento_words().header
    facts = {name: f"{getattr(found, name) or 0:,}" for name in ("weighs", "weighed", "before", "now")}
    here = words.here.format(**facts)
    if not found.weighed:
        return [here]
    told = [words.gone]
    if found.now is not None:
        told.insert(0, words.gone_now if found.before == found.weighed else words.some_now)
    return [*(f"{here} · {each.format(**facts)}" for each in told), here]


def counts(found: Weights) -> list[str]:
    """Return how many things are decided how, the most first, and how many are gone."""
    names, words = deciding_words(), memento_words().header
    most = sorted(found.by_decision.items(), key=lambda pair: -pair[1])
    said = [f"{count:,} {names.decision_name(decision).lower()}" for decision, count in most]
    return [*said, said_of(words.done, found.gone)] if found.gone else said

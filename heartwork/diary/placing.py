"""Things that stand in an order of one's own: read in it, and moved in it at the price of one document."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from heartwork.model.goal import Goal
from heartwork.model.order import between
from heartwork.model.shelf import ShelfLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Placed = TypeVar("Placed", Goal, ShelfLine)


def in_order(things: Iterable[Placed]) -> list[Placed]:
    """Return things by place; those that share one by age, those without one last."""
    return sorted(things, key=lambda each: (not each.position, each.position, each.id))


def place_among(others: Sequence[Placed], place: int | None, in_sight: Callable[[Placed], bool]) -> int:
    """Return which place among all of `others` is meant by one among those in sight; the end for None."""
    seen = [at for at, each in enumerate(others) if in_sight(each)]
    return len(others) if place is None or max(0, place) >= len(seen) else seen[max(0, place)]


def placed(moved: Placed, others: Sequence[Placed], at: int) -> list[Placed]:
    """Return a thing with its new place among others, and those of them that need a new place for it."""
    before = others[at - 1].position if at else ""
    after = others[at].position if at < len(others) else ""
    well = all(one.position < two.position for one, two in pairwise(others))
    if well and all(each.position for each in others):
        if before < moved.position and (not after or moved.position < after):
            return [moved]
        return [replace(moved, position=between(before, after))]
    every = list(others)
    every.insert(at, moved)
    return _anew(every, moved)


def _anew(things: Sequence[Placed], moved: Placed) -> list[Placed]:
    """Return things that are placed from the top down; two copies of a diary may have used a place twice."""
    renewed, last = list[Placed](), ""
    for each in things:
        last = between(last, "")
        renewed.append(replace(each, position=last))
    return sorted(renewed, key=lambda each: each.id != moved.id)

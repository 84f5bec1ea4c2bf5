"""What mementos still weigh, and what of it was let go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.model.memento import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heartwork.model.memento import Memento


@dataclass(frozen=True, slots=True)
class Weights:
    """The sums of weights, each 0 to 10 a thing: what `weighs`, and what was `let_go`.

    `by_decision` has how many of the things that are still here are decided so; `gone` is how many are not.
    """

    weighs: int
    let_go: int
    by_decision: dict[Decision, int]
    gone: int


def weights(mementos: Iterable[Memento]) -> Weights:
    """Return what mementos weigh.

    What is not done weighs what it was said to, nothing where that was not said. What is done took with it
    its weight less the weight after, and all of it where that was not said.
    """
    weighs = let_go = gone = 0
    decided: Counter[Decision] = Counter()
    for memento in mementos:
        weight = memento.weight or 0
        if memento.done is None:
            weighs += weight
            decided[memento.decision] += 1
        else:
            let_go += max(0, weight - (memento.weight_after or 0))
            gone += 1
    return Weights(weighs, let_go, {each: decided[each] for each in Decision if decided[each]}, gone)

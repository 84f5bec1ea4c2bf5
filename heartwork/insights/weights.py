"""What mementos weigh that are still here, and what those weighed that were let go."""

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
    """The sums of weights, each 0 to 10 a thing: what is here `weighs`, what is gone `weighed`.

    Of what is gone and was weighed again, `before` is what it weighed and `now` what it weighs; both are None
    where nothing was. `by_decision` has how many of the things that are here are decided so; `gone` is how
    many are not here.
    """

    weighs: int
    weighed: int
    before: int | None
    now: int | None
    by_decision: dict[Decision, int]
    gone: int


def weights(mementos: Iterable[Memento]) -> Weights:
    """Return what mementos weigh.

    Only what is still here weighs: a thing that was let go is counted among what weighed, with the weight it
    had here. What it weighs since is said beside that, of those things alone of which both weights were
    said, and is never added to what is here: nobody is told that something is lighter who did not say so.
    """
    weighs = weighed = gone = 0
    again = list[tuple[int, int]]()
    decided: Counter[Decision] = Counter()
    for memento in mementos:
        weight = memento.weight or 0
        if memento.done is None:
            weighs += weight
            decided[memento.decision] += 1
            continue
        weighed += weight
        gone += 1
        if memento.weight is not None and memento.weight_after is not None:
            again.append((memento.weight, memento.weight_after))
    before, now = (sum(each) for each in zip(*again, strict=True)) if again else (None, None)
    by_decision = {each: decided[each] for each in Decision if decided[each]}
    return Weights(weighs, weighed, before, now, by_decision, gone)

"""What is here weighs, what is gone weighed; only what was weighed again is said to weigh something now."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.weights import Weights, weights
from heartwork.model.memento import Decision, Memento

GONE = datetime(2026, 11, 3, tzinfo=UTC)
FELT = st.none() | st.integers(0, 10)
MEMENTOS = st.lists(
    st.builds(
        Memento,
        name=st.just("ring"),
        weight=FELT,
        weight_after=FELT,
        decision=st.sampled_from(Decision),
        done=st.none() | st.just(GONE),
    ),
    max_size=20,
)


def test_what_is_here_weighs_and_what_is_gone_weighed() -> None:
    assert weights(
        [
            Memento("ticket", weight=1, decision=Decision.RECYCLE),
            Memento("letters", weight=9),
            Memento("mug"),
            Memento("toothbrush", weight=1, done=GONE),
            Memento("jumper", weight=8, weight_after=3, done=GONE),
            Memento("key", weight=2, weight_after=5, done=GONE),
            Memento("bench", weight_after=4, done=GONE),
        ]
    ) == Weights(10, 11, 10, 8, {Decision.UNDECIDED: 2, Decision.RECYCLE: 1}, 4)


def test_nothing_weighs_nothing() -> None:
    assert weights([]) == Weights(0, 0, None, None, {}, 0)


@given(MEMENTOS)
def test_it_adds_up(mementos: list[Memento]) -> None:
    found = weights(mementos)
    assert sum(found.by_decision.values()) + found.gone == len(mementos)
    assert found.weighs + found.weighed == sum(each.weight or 0 for each in mementos)
    assert (found.before or 0) <= found.weighed
    assert (found.before is None) == (found.now is None)
    assert list(found.by_decision) == [each for each in Decision if each in found.by_decision]

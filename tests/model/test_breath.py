"""The pace of breathing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.breath import Breath, Pace


def test_a_breath_is_in_and_then_out_and_then_the_next_one() -> None:
    pace = Pace(4, 6)
    assert pace.whole == 10
    assert pace.at(0) == Breath(0, is_in=True, count=1)
    assert pace.at(3.9) == Breath(0, is_in=True, count=4)
    assert pace.at(4) == Breath(0, is_in=False, count=1)
    assert pace.at(9.99) == Breath(0, is_in=False, count=6)
    assert pace.at(10) == Breath(1, is_in=True, count=1)
    assert pace.at(-5) == pace.at(0)


@given(st.integers(0, 9), st.integers(0, 9), st.floats(-10, 10_000))
def test_a_count_is_never_beyond_its_breath(into: int, out: int, seconds: float) -> None:
    breath = Pace(into, out).at(seconds)
    assert 1 <= breath.count <= max(into if breath.is_in else out, 1)
    assert breath.before >= 0

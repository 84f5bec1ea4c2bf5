"""The clock of a sitting, and the pace of breathing, as they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartwork.widgets.clock_face import HEIGHT, ClockFace, digits, line, time_left
from tests.widgets.hosts import Host


def test_time_is_minutes_and_seconds_and_never_below_zero() -> None:
    assert [time_left(seconds) for seconds in (760, 59, 0, -5, 2700)] == [
        "12:40",
        "00:59",
        "00:00",
        "00:00",
        "45:00",
    ]


@pytest.mark.parametrize("ascii_only", [False, True])
def test_digits_are_as_wide_as_each_other_and_have_an_ascii_twin(*, ascii_only: bool) -> None:
    rows = digits("12:40", ascii_only=ascii_only)
    assert len(rows) == HEIGHT
    assert len({len(row) for row in rows}) == 1
    assert all(row.isascii() for row in rows) == ascii_only


@example(5000, 2.2e-311, 9)
@given(st.floats(-10, 5000), st.floats(-1, 3000), st.integers(0, 100))
def test_a_line_is_as_long_as_it_is_to_be(part: float, whole: float, width: int) -> None:
    assert len(line(part, whole, width)) == width


@pytest.mark.parametrize(("look", "height"), [("digits", HEIGHT + 2), ("line", 1)])
async def test_both_looks_are_drawn(look: str, height: int) -> None:
    face = ClockFace(look, ascii_only=True)
    async with Host(face).run_test(size=(60, 20)) as pilot:
        face.left, face.whole = 760, 1200
        await pilot.pause()
        assert face.size.height == height
        assert str(face.render()).splitlines()[-1] == "=" * 15 + "-" * 27

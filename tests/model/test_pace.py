from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.pace import LARGE, LARGEST, LONGEST, PAUSE, Pace


def test_nothing_is_due_while_nothing_was_written() -> None:
    assert not Pace().waiting
    assert not Pace().due(10**6, 0)


def test_a_draft_is_due_a_second_after_the_last_key() -> None:
    pace = Pace()
    pace.edited(10)
    pace.edited(10.5)
    assert not pace.due(11.4, 100)
    assert pace.due(10.5 + PAUSE, 100)


def test_a_draft_is_due_every_five_seconds_while_keys_go_on() -> None:
    pace = Pace()
    for tenth in range(51):
        pace.edited(tenth / 10)
    assert not pace.due(4.9, 100)
    assert pace.due(LONGEST, 100)


def test_what_is_saved_is_due_no_more() -> None:
    pace = Pace()
    pace.edited(0)
    pace.saved(1)
    assert not pace.waiting
    assert not pace.due(100, 0)


def test_a_disk_that_refused_is_tried_again_after_some_seconds() -> None:
    pace = Pace()
    pace.edited(0)
    pace.refused(1)
    assert pace.waiting
    assert not pace.due(1 + LONGEST - 0.1, 0)
    assert pace.due(1 + LONGEST, 0)


def test_the_next_key_tries_again_sooner() -> None:
    pace = Pace()
    pace.edited(0)
    pace.refused(1)
    pace.edited(2)
    assert pace.due(2 + PAUSE, 0)


@pytest.mark.parametrize(("size", "patience"), [(LARGE + 1, 5.0), (LARGEST + 1, 30.0)])
def test_a_large_text_is_saved_less_often(size: int, patience: float) -> None:
    pace = Pace()
    pace.edited(0)
    pace.saved(1)
    pace.edited(1.5)
    assert not pace.due(1 + patience - 0.1, size)
    assert pace.due(1 + patience, size)


def test_a_large_text_is_saved_at_once_the_first_time() -> None:
    pace = Pace()
    pace.edited(0)
    assert pace.due(PAUSE, LARGEST + 1)


@given(st.lists(st.floats(0, 2), min_size=1, max_size=60))
def test_no_key_waits_longer_than_five_seconds_and_a_look(gaps: list[float]) -> None:
    pace, now, first = Pace(), 0.0, None
    for gap in gaps:
        now += gap
        pace.edited(now)
        first = now if first is None else first
        if pace.due(now, 1000):
            pace.saved(now)
            first = None
        if first is not None:
            assert now - first < LONGEST

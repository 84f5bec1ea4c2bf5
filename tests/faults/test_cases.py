"""A part of every hostile case runs with the tests; `python -m tests.faults` runs them whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.faults.__main__ import QUICK, cases
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from pathlib import Path

CASES = cases()
ELSEWHERE = "13"
"""The case that the journeys try in every run, in a terminal."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills, modes and limits are POSIX")


@pytest.mark.parametrize("name", [name for name in CASES if not name.startswith(ELSEWHERE)])
def test_a_hostile_case_holds(name: str, tmp_path: Path) -> None:
    tally = Tally(QUICK)
    CASES[name](tally, tmp_path)
    tally.check()


def test_every_case_has_a_number() -> None:
    assert {int(name.split()[0]) for name in CASES} == {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 17}

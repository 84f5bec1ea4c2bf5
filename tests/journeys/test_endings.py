"""A diary that is ended from outside while somebody writes: nothing is lost, the terminal is as it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are of Unix", allow_module_level=True)

from tests.faults.tally import Tally
from tests.journeys.endings import WAYS, end, killed
from tests.journeys.visit import Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("way", WAYS)
def test_the_draft_is_in_the_vault_and_the_end_comes_within_two_seconds(way: str, tmp_path: Path) -> None:
    tally = Tally()
    end(tally, new_diary(tmp_path / "diary.heartwork"), way)
    tally.check()


def test_a_kill_while_typing_loses_at_most_five_seconds_and_the_rest_is_offered(tmp_path: Path) -> None:
    tally, path = Tally(), new_diary(tmp_path / "diary.heartwork")
    killed(tally, path)
    tally.check()
    with Visit(path) as visit:
        visit.opens()
        visit.shows("You were in the middle of something", "abcdefghij")
        visit.send(b"1")
        visit.shows("Close and keep", "abcdefghij")

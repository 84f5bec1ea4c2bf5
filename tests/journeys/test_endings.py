"""A diary that is ended from outside while somebody writes: nothing is lost, the terminal is as it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are of Unix", allow_module_level=True)

from tests.faults.tally import Tally
from tests.journeys.endings import WAYS, end, killed
from tests.journeys.visit import LOCK, QUIT, Visit, new_diary

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


def test_what_is_typed_between_lock_and_door_is_never_shown(tmp_path: Path) -> None:
    with Visit(new_diary(tmp_path / "diary.heartwork")) as visit:
        visit.opens()
        visit.settles(0.5)
        seen = len(visit.bytes)
        visit.send(LOCK)
        for letter in "kestrel" * 4:
            visit.send(letter.encode())
            visit.settles(0.05)
        visit.at_door()
        assert b"kes" not in visit.bytes[seen:]
        visit.settles(0.5)
        visit.send(QUIT)
        assert visit.ends() == 0
        assert visit.is_as_before

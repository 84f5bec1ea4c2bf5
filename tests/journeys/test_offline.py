"""No socket is opened but asyncio's own pair, and nothing is missed without a network (TRUST 19)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from tests.journeys.visit import QUIT, Visit, bodies, new_diary

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "heron"


def permitted(*command: str) -> bool:
    """Tell whether this computer has a command and lets it be used."""
    return (
        bool(shutil.which(command[0]))
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not permitted("unshare", "-n", "true"), reason="no network namespace may be made here")
def test_everything_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path, before=("unshare", "-n")) as visit:
        visit.opens()
        visit.writes(WORDS)
        visit.send(b"\x1b")
        visit.shows("Journal", WORDS)
        visit.send(QUIT)
        assert visit.ends() == 0
    assert bodies(path) == [WORDS]


@pytest.mark.skipif(not permitted("strace", "-V"), reason="there is no strace here")
def test_the_system_is_asked_for_no_socket_but_a_pair(tmp_path: Path) -> None:
    path, calls = new_diary(tmp_path / "diary.heartwork"), tmp_path / "calls"
    traced = ("strace", "-f", "-qq", "-e", "trace=socket,socketpair,connect,bind,listen", "-o", str(calls))
    with Visit(path, before=traced) as visit:
        visit.at_door(40)
        visit.opens()
        visit.writes(WORDS)
        visit.send(QUIT)
        visit.ends(20)
    asked = [line for line in calls.read_text().splitlines() if re.search(r"\b[a-z]+\(", line)]
    assert asked, "nothing was traced"
    assert [line for line in asked if "socketpair(AF_UNIX" not in line] == []

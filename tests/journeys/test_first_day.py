"""The whole way of a first day: create, write, lock, unlock, quit, reopen, read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from tests.cli.shell import printing
from tests.journeys.visit import ENTER, ESCAPE, LOCK, PASSPHRASE, QUIT, Visit, bodies, draft_bodies
from tests.terminal import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "[sigh] long day [/oops] 🫂"
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
WORDS = ("sigh", "long day", "oops", "🫂", "kestrel")


def listed(path: Path) -> list[dict[str, object]]:
    """Return what `heartwork list --json` prints, run beside the app."""
    done = subprocess.run(
        [sys.executable, "-m", "heartwork", "list", "--json", "--file", str(path)],
        cwd=HOUSE,
        env={**os.environ, "HEARTWORK_PASSPHRASE_COMMAND": printing(PASSPHRASE)},
        capture_output=True,
        check=True,
        timeout=30,
    )
    rows = json.loads(done.stdout)
    return rows if isinstance(rows, list) else rows["entries"]


def words_in(folder: Path) -> list[str]:
    """Return which of the words stand in a file of the folder, in any encoding of note."""
    found: list[str] = []
    for file in (each for each in folder.rglob("*") if each.is_file()):
        held = file.read_bytes()
        hits = (word for word in (*WORDS, PASSPHRASE) for each in ENCODINGS if word.encode(each) in held)
        found.extend(f"{word} in {file}" for word in hits)
    return found


@pytest.fixture
def path(own_home: Path) -> Path:
    return own_home / "data" / "heartwork" / "diary.heartwork"


def test_a_first_day_from_the_passphrase_to_reading_it_again(path: Path, own_home: Path) -> None:
    with Visit(path) as visit:
        visit.shows("Choose a passphrase")
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.settles(0.6)
        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("Begin anywhere.")
        visit.send(TEXT.encode())
        visit.saved()
        assert "[sigh] long day [/oops]" in visit.text
        assert draft_bodies(path) == [TEXT]

        first, before = visit.process.pid, len(visit.bytes)
        visit.send(LOCK)
        visit.at_door()
        assert "sigh" not in visit.text
        assert visit.process.pid == first
        assert b"\x1b[?1049l" not in visit.bytes[before:]

        visit.send(PASSPHRASE.encode() + ENTER)
        visit.shows("[sigh] long day [/oops]", "Close and keep")
        visit.send(b" still here")
        visit.shows("still here")
        visit.send(ESCAPE)
        visit.shows("Journal", "Recovery words are waiting")
        rows = listed(path)
        assert [row["body"] for row in rows] == [f"{TEXT} still here"]

        visit.send(QUIT)
        visit.shows("twelve recovery words")
        visit.send(ESCAPE)
        assert visit.ends() == 0
        assert visit.is_as_before
        assert "sigh" not in visit.text

    with Visit(path) as visit:
        visit.opens()
        visit.shows("[sigh] long day [/oops]")
        visit.send(ENTER)
        visit.shows("6 words")
        visit.send(QUIT)
        visit.shows("twelve recovery words")
        visit.send(ESCAPE)
        assert visit.ends() == 0
        assert visit.is_as_before
    assert bodies(path) == [f"{TEXT} still here"]
    assert words_in(own_home) == []
    assert {f"{each.stat().st_mode & 0o777:o}" for each in path.parent.iterdir()} == {"600"}
    assert path.parent.stat().st_mode & 0o777 == 0o700

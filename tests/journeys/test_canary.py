"""What a session leaves behind: no word of it in any file, on the terminal, or in memory after the lock."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from tests.journeys.visit import PASSPHRASE, QUIT, Visit, draft_bodies, new_diary, through_every_room
from tests.terminal import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "kestrel" + "canary7041"
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")

HOSTILE = {
    "TEXTUAL": "devtools,debug,screenshot",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
    "TEXTUAL_LOG": "textual.log",
    "TEXTUAL_PRESS": "n,x",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_FILENAME": "shot.svg",
    "TEXTUAL_DRIVER": "tests.nowhere:Driver",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONFAULTHANDLER": "1",
}


@pytest.fixture
def places(own_home: Path, tmp_path: Path) -> dict[str, Path]:
    """Return a current folder, a temporary folder and Downloads, all of this test alone."""
    found = {"cwd": tmp_path / "cwd", "temp": tmp_path / "temp", "downloads": own_home / "Downloads"}
    for place in found.values():
        place.mkdir()
    return found


def hits(*folders: Path) -> Iterator[str]:
    """Yield every file that holds the canary or the passphrase, and where its name does."""
    for file in (each for folder in folders for each in folder.rglob("*")):
        held = (file.read_bytes() if file.is_file() else b"") + str(file.name).encode()
        for secret in (CANARY, PASSPHRASE):
            if any(secret.encode(encoding) in held for encoding in ENCODINGS):
                yield f"{secret} in {file}"


def remembered(pid: int) -> dict[str, int]:
    """Return how often each secret stands in a process's memory; skips where that may not be read."""
    counts = dict.fromkeys((CANARY, PASSPHRASE), 0)
    try:
        maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
        memory = Path(f"/proc/{pid}/mem").open("rb", buffering=0)  # noqa: SIM115 - closed below
    except OSError:
        pytest.skip("the memory of another process may not be read here")
    with memory:
        for line in (line for line in maps if " rw" in line or " r-" in line):
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, OverflowError, ValueError):
                continue
            for secret in counts:
                counts[secret] += sum(held.count(secret.encode(encoding)) for encoding in ENCODINGS)
    return counts


def test_a_session_leaves_no_word_anywhere_opens_no_socket_and_starts_no_program(
    places: dict[str, Path], own_home: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "sockets"
    environ = {
        **HOSTILE,
        "SOCKETS": str(notes),
        "PYTHONPATH": str(HOUSE),
        "TMPDIR": str(places["temp"]),
        "TEXTUAL_SCREENSHOT_LOCATION": str(places["cwd"]),
    }
    path = new_diary(own_home / "data" / "heartwork" / "diary.heartwork")
    before = set(Path(tempfile.gettempdir()).iterdir())
    listening = ("-m", "tests.journeys.offline")
    with Visit(path, environ=environ, cwd=places["cwd"], program=listening) as visit:
        through_every_room(visit, CANARY)
        locked = len(visit.bytes)
        visit.send(QUIT)
        assert visit.ends() == 0
        assert CANARY not in visit.text
        assert CANARY.encode() not in visit.bytes[locked:]
        assert PASSPHRASE.encode() not in visit.bytes
    heard = set(notes.read_text().split("\n")) - {""}
    assert heard, "asyncio's own pair was not heard, so nothing was listened to"
    assert heard <= {"socket.__new__ AddressFamily.AF_UNIX", "socket.__new__ 1"}
    assert draft_bodies(path) == [CANARY]
    assert list(hits(own_home, tmp_path)) == []
    assert list(places["cwd"].iterdir()) == list(places["temp"].iterdir()) == []
    assert list(places["downloads"].iterdir()) == []
    assert not [
        each for each in set(Path(tempfile.gettempdir()).iterdir()) - before if "textual" in each.name
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")
def test_after_a_lock_no_word_is_in_the_memory_of_the_process(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path) as visit:
        visit.opens()
        visit.writes(CANARY)
        visit.saved()
        assert remembered(visit.process.pid)[CANARY] > 0
        visit.send(b"\x0c")
        visit.at_door()
        visit.settles(0.3)
        assert remembered(visit.process.pid) == {CANARY: 0, PASSPHRASE: 0}


@pytest.mark.skipif(sys.platform != "linux", reason="limits are read through /proc")
def test_a_process_may_leave_no_core_file(tmp_path: Path) -> None:
    with Visit(new_diary(tmp_path / "diary.heartwork")) as visit:
        visit.at_door()
        limits = Path(f"/proc/{visit.process.pid}/limits").read_text().splitlines()
        core = next(line for line in limits if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"]

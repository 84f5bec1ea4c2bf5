"""Every way a diary is ended from outside, with words that are not saved yet (TRUST 13)."""

from __future__ import annotations

import os
import pty
import signal
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from tests.faults.tally import Tally
from tests.journeys.visit import PASSPHRASE, Visit, draft_bodies, new_diary

if TYPE_CHECKING:
    from collections.abc import Callable

END_OF_INPUT = "the end of input"
MOST_SECONDS, MOST_CPU = 2.0, 1.5
WORDS = "kestrel over the harbour"


def _signals(name: str) -> Callable[[Visit], None]:
    return lambda visit: visit.process.send_signal(getattr(signal, name))


WAYS: dict[str, Callable[[Visit], None]] = {
    **{name: _signals(name) for name in ("SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT")},
    "a closed terminal": Visit.close,
    END_OF_INPUT: lambda _: None,  # the keyboard's own terminal is closed where it was opened
}


def end(tally: Tally, path: Path, way: str) -> None:
    """Write in a diary, end it in one way before the draft is saved, and look at what is left."""
    keyboard = pty.openpty() if way == END_OF_INPUT else None
    with Visit(path, stdin=keyboard[1] if keyboard else None) as visit:
        if keyboard:
            os.close(keyboard[1])
        types = partial(os.write, keyboard[0] if keyboard else visit.master)
        visit.at_door()
        types(f"{PASSPHRASE}\r".encode())
        visit.shows("Journal")
        types(b"n")
        visit.shows("Begin anywhere.")
        types(WORDS.encode())
        visit.shows(WORDS)
        cpu, asked = _cpu_of(visit.process.pid), time.monotonic()
        os.close(keyboard[0]) if keyboard else WAYS[way](visit)
        took, spent, code = _awaited(visit, asked, cpu)
        tally.expect(code == 1, f"{way}: exit code {code}")
        tally.expect(took < MOST_SECONDS, f"{way}: took {took:.2f} s")
        tally.expect(spent < MOST_CPU, f"{way}: spun for {spent:.2f} s")
        if visit.slave is not None:
            tally.expect(visit.is_as_before, f"{way}: the terminal is not as it was")
            tally.expect(WORDS not in visit.text, f"{way}: words are left on the screen")
            tally.expect(b"\x1b[?1049l" in visit.bytes, f"{way}: the alternate screen was not left")
    tally.expect(draft_bodies(path) == [WORDS], f"{way}: the draft is {draft_bodies(path)}")


def _awaited(visit: Visit, asked: float, cpu: float) -> tuple[float, float, int]:
    """Return how long the end took, the seconds of work in it, and the exit code."""
    spent = 0.0
    while visit.process.poll() is None and time.monotonic() - asked < 4 * MOST_SECONDS:
        spent = max(spent, _cpu_of(visit.process.pid) - cpu)
        if visit.slave is None:
            time.sleep(0.02)
        else:
            visit.read(0.02)
    took = time.monotonic() - asked
    while visit.slave is not None and visit.read(0.0):
        pass
    return took, spent, -99 if visit.process.returncode is None else visit.process.returncode


def _cpu_of(pid: int) -> float:
    """Return the seconds of work of a process, where the system tells."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0.0


def endings(count: int, folder: Path, tally: Tally | None = None) -> Tally:
    """End a diary `count` times in each way."""
    tally = tally or Tally()
    for number in range(count):
        for way in WAYS:
            end(tally, new_diary(folder / f"{way.replace(' ', '-')}-{number}.heartwork"), way)
    return tally


def killed(tally: Tally, path: Path) -> None:
    """Kill a diary while somebody types, and see how much is there."""
    typed: list[tuple[float, str]] = []
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"n")
        visit.shows("Begin anywhere.")
        began = time.monotonic()
        while time.monotonic() - began < 6.5:
            letter = "abcdefghij"[len(typed) % 10]
            visit.send(letter.encode())
            typed.append((time.monotonic(), letter))
            visit.settles(0.1)
        visit.process.kill()
        ended = time.monotonic()
        visit.process.wait()
    drafts = draft_bodies(path)
    due = "".join(letter for when, letter in typed if ended - when > 5.6)
    held = str(drafts[0]) if drafts else ""
    tally.expect("".join(letter for _, letter in typed).startswith(held), f"something else is kept: {held}")
    tally.expect(len(held) >= len(due) > 0, f"{len(held)} letters are kept, {len(due)} were due")
    Diary.open(path, PASSPHRASE).close()


def _ended(tally: Tally, folder: Path) -> None:
    endings(tally.of(20), folder, tally)


def _killed(tally: Tally, folder: Path) -> None:
    for number in range(tally.of(20)):
        killed(tally, new_diary(folder / f"killed-{number}.heartwork"))


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "13 ended from outside": _ended,
    "13 killed while typing": _killed,
}

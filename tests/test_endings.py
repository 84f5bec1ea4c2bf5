"""A real program in a real pseudo-terminal, ended from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.endings import ENDINGS, QuietTerminal, replace_process, same_start
from tests.terminal import Demo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.mark.parametrize("name", ENDINGS)
def test_a_signal_seals_restores_the_terminal_and_ends_within_two_seconds(name: str, notes: Path) -> None:
    with Demo("quit", notes) as demo:
        demo.types("rain")
        asked = time.monotonic()
        demo.process.send_signal(getattr(signal, name))
        assert demo.ends() == 1
        assert time.monotonic() - asked < 2
        assert demo.notes.index("sealed rain") < demo.notes.index(f"ended {name}")
        assert demo.is_as_before
        assert b"\x1b[?1049l" in demo.bytes


def test_a_closed_terminal_seals_and_ends(notes: Path) -> None:
    with Demo("quit", notes) as demo:
        demo.types("rain")
        demo.close()
        demo.process.wait(timeout=2)
        assert "sealed rain" in demo.notes


def test_a_closed_terminal_whose_signal_is_ignored_seals_and_ends_without_a_spin(notes: Path) -> None:
    with Demo("ignore-hangup", notes) as demo:
        demo.types("rain")
        before = os.times()
        demo.close()
        demo.process.wait(timeout=2)
        after = os.times()
        assert "sealed rain" in demo.notes
        assert "ended input" in demo.notes or "ended terminal" in demo.notes
        assert after.children_user - before.children_user < 2


def test_the_end_of_input_seals_and_ends(notes: Path) -> None:
    with Demo("quit", notes, stdin=subprocess.PIPE) as demo:
        assert demo.process.stdin is not None
        demo.process.stdin.write(b"rain")
        demo.process.stdin.flush()
        demo.until(lambda: "text 'rain'" in demo.notes)
        demo.process.stdin.close()
        assert demo.ends(2) == 1
        assert "sealed rain" in demo.notes
        assert "ended input" in demo.notes


def test_an_app_that_hangs_is_ended_within_two_seconds_and_the_terminal_given_back(notes: Path) -> None:
    with Demo("hang", notes) as demo:
        demo.send(b"\x1bOQ")
        demo.until(lambda: "go" in demo.notes)
        asked = time.monotonic()
        demo.process.send_signal(signal.SIGTERM)
        assert demo.ends() == 1
        assert time.monotonic() - asked < 2
        assert demo.is_as_before
        assert demo.bytes.index(b"\x1b[?1049l") > 0
        assert demo.text.strip() == ""


def test_sealing_is_never_cut_short(notes: Path) -> None:
    with Demo("slow-seal", notes) as demo:
        demo.process.send_signal(signal.SIGTERM)
        assert demo.ends() == 1
        assert "sealed slowly" in demo.notes
        assert demo.is_as_before


def test_a_terminal_that_takes_nothing_stops_neither_the_app_nor_its_end(notes: Path) -> None:
    with Demo("flood", notes) as demo:
        demo.types("rain")
        demo.send(b"\x1bOQ")
        time.sleep(1.5)  # nobody reads: the pseudo-terminal and the queue are full
        demo.send(b"y")
        last = time.monotonic() + 3
        while "'rainy'" not in demo.notes:
            assert time.monotonic() < last
            time.sleep(0.02)
        asked = time.monotonic()
        demo.process.send_signal(signal.SIGTERM)
        demo.process.wait(timeout=2.2)
        assert time.monotonic() - asked < 2.2
        assert "sealed rainy" in demo.notes
        assert demo.is_as_before


def test_a_terminal_that_takes_output_again_gets_the_whole_page(notes: Path) -> None:
    with Demo("burst", notes) as demo:
        demo.types("rain")
        demo.send(b"\x1bOQ")
        time.sleep(2.5)  # the frames of the burst fill pseudo-terminal and queue; what comes then is dropped
        demo.send(b"y")
        time.sleep(0.3)
        demo.screen.reset()
        demo.until(lambda: "rainy" in demo.text and "5 letters" in demo.text)


def test_a_lock_shows_no_shell_between_page_and_door_and_leaves_the_terminal_as_it_was(
    notes: Path,
) -> None:
    with Demo("quit", notes) as demo:
        demo.types("rain")
        demo.send(b"\x0c")
        demo.until(lambda: demo.notes.count("ready") == 2)
        assert b"\x1b[?1049l" not in demo.bytes
        assert "rain" not in demo.text
        first = demo.process.pid
        demo.until(lambda: b"\x1b[?2004h" in demo.bytes.rpartition(b"\x1b[?1049h")[2])
        demo.send(b"\x1bOQ")
        demo.ends()
        assert demo.process.pid == first
        assert demo.is_as_before
        assert demo.bytes.count(b"\x1b[?1049l") == 1


def test_what_is_typed_between_lock_and_door_arrives_there_as_it_was_typed(notes: Path) -> None:
    with Demo("quit", notes) as demo:
        demo.send(b"\x0c")
        demo.until(lambda: "returned lock" in demo.notes)
        demo.send(b"snow\r")
        demo.until(lambda: "text 'snow\\n'" in demo.notes)


def test_a_stop_from_outside_seals_and_the_page_comes_back(notes: Path) -> None:
    with Demo("quit", notes) as demo:
        demo.types("rain")
        demo.until(lambda: "rain" in demo.text)
        os.kill(demo.process.pid, signal.SIGTSTP)
        demo.until(lambda: b"\x1b[?1049l" in demo.bytes)
        assert "sealed rain" in demo.notes
        assert "rain" not in demo.text
        _, status = os.waitpid(demo.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        os.kill(demo.process.pid, signal.SIGCONT)
        demo.until(lambda: "rain" in demo.text and "inside" in demo.text)


def test_a_signal_to_go_on_leaves_an_app_that_never_stopped_as_it_is(notes: Path) -> None:
    with Demo("quit", notes) as demo:
        demo.types("rain")
        for _ in range(3):
            os.kill(demo.process.pid, signal.SIGCONT)
        demo.send(b" falls")
        demo.until(lambda: "rain falls" in demo.text and "inside" in demo.text)
        demo.send(b"\x1bOQ")
        assert demo.ends(2) == 0
        assert demo.is_as_before


def test_what_is_written_to_a_terminal_that_is_gone_is_dropped_and_told_once() -> None:
    reading, writing = os.pipe()
    told: list[str] = []
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        terminal = QuietTerminal(stream, told.append)
        assert terminal.write("né") == 2
        assert os.read(reading, 10) == "né".encode()
        os.close(reading)
        assert terminal.write("rain") == 4
        terminal.write("rain")
        terminal.flush()
    assert told == ["terminal"]


def test_a_terminal_set_to_non_blocking_loses_nothing() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    text = "rain " * 100_000
    parts: list[bytes] = []

    def read() -> None:
        while part := os.read(reading, 1 << 16):
            parts.append(part)

    reader = threading.Thread(target=read)
    reader.start()
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        QuietTerminal(stream, pytest.fail).write(text)
    reader.join()
    os.close(reading)
    assert b"".join(parts).decode() == text


def test_the_same_start_keeps_script_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-X", "utf8", "-m", "heartwork", "--file", "a", "list"])
    monkeypatch.setattr(sys, "argv", ["/x/heartwork/__main__.py", "--file", "a", "list"])
    assert same_start(["--file", "a"]) == ["-X", "utf8", "-m", "heartwork", "--file", "a"]
    monkeypatch.setattr(sys, "orig_argv", ["python", "/bin/heartwork"])
    monkeypatch.setattr(sys, "argv", ["/bin/heartwork"])
    assert same_start([]) == ["/bin/heartwork"]


def test_a_process_that_cannot_be_replaced_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert not replace_process(["-c", "pass"], {})
    monkeypatch.setattr(sys, "executable", "")
    assert not replace_process(["-c", "pass"], {})

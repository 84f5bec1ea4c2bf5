"""The guarded app in a real pseudo-terminal, broken in every way an app can be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from tests.terminal import Demo

if TYPE_CHECKING:
    from pathlib import Path


CRASHES = (
    *(
        "handler",
        "watcher",
        "later-render",
        "worker",
        "thread-worker",
        "timer",
        "later",
        "thread",
        "task",
    ),
    *("callback", "panic", "unmount", "input-thread"),
)
AT_START = ("mount", "render", "compose", "css")


@pytest.mark.parametrize("mode", CRASHES)
def test_a_crash_seals_restores_and_says_nothing_of_the_diary(mode: str, tmp_path: Path) -> None:
    with Demo(mode, tmp_path / "notes") as demo:
        demo.types("heron")
        demo.send(b"\x1bOQ")
        assert demo.ends() == 1
        page, _, after = demo.bytes.rpartition(b"\x1b[?1049l")
        assert b"kestrel" not in page + after
        assert b"heron" not in after
        assert "heron" not in demo.text
        assert (b"heartwork stopped: ValueError\r\n" in after) is (mode != "panic")
        assert b"Traceback" not in after
        assert "sealed heron" in demo.notes
        assert demo.is_as_before


@pytest.mark.parametrize("mode", AT_START)
def test_a_crash_at_the_start_says_nothing_either(mode: str, tmp_path: Path) -> None:
    with Demo(mode, tmp_path / "notes", waits=False) as demo:
        assert demo.ends() == 1
        assert b"kestrel" not in demo.bytes
        assert b"heartwork stopped: " in demo.bytes
        assert "sealed" in demo.notes
        assert demo.is_as_before


def test_wrong_bytes_and_sequences_end_nothing(tmp_path: Path) -> None:
    with Demo("quit", tmp_path / "notes") as demo:
        demo.send(b"\xff\xfe abc")
        demo.until(lambda: "text '\ufffd\ufffd abc'" in demo.notes)
        demo.send(b"\x1b[1114112;1u\x1b[99999999999999999999;1u\x1b[48;24;80;0;0t\x1b[<0;1;1M d\xd1")
        demo.send(b"\x8f")
        demo.until(lambda: "abc dя'" in demo.notes)


def test_a_copy_is_overwritten_in_the_terminal_at_the_end(tmp_path: Path) -> None:
    with Demo("quit", tmp_path / "notes") as demo:
        demo.send(b"\x1bOS")
        demo.until(lambda: b"\x1b]52;c;" in demo.bytes)
        demo.send(b"\x1bOQ")
        assert demo.ends() == 0
        assert demo.bytes.rpartition(b"\x1b]52;c;")[2].startswith(b"\a")


def test_a_page_is_wiped_before_the_alternate_screen_is_left(tmp_path: Path) -> None:
    with Demo("quit", tmp_path / "notes") as demo:
        demo.types("heron")
        demo.send(b"\x1bOQ")
        assert demo.ends() == 0
        assert "heron" not in demo.text
        assert b"\x1b[2J" in demo.bytes.rpartition(b"\x1b[?1049l")[0]

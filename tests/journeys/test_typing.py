"""Typing in a real terminal: faster than pages open, in wrong bytes, while the window changes its size."""

from __future__ import annotations

import fcntl
import struct
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

import termios

from tests.journeys.visit import (
    ENTER,
    ESCAPE,
    LOCK,
    PASSPHRASE,
    QUIT,
    Visit,
    bodies,
    draft_bodies,
    new_diary,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_diary(tmp_path / "diary.heartwork")


def resized(visit: Visit, lines: int, columns: int) -> None:
    while visit.blind and visit.read(0.3):
        pass  # a million cells come in a million bytes
    visit.blind = lines * columns > 10_000
    visit.screen.resize(min(lines, 60), min(columns, 200))
    fcntl.ioctl(visit.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def test_what_is_typed_before_the_editor_is_up_is_in_it(path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"ndear diary, 2 days, 0 sleep, ? and u")
        visit.shows("dear diary, 2 days, 0 sleep, ? and u")
        visit.send(b" and so on" + ESCAPE)
        visit.shows("Journal")
        visit.settles(0.3)
    assert bodies(path) == ["dear diary, 2 days, 0 sleep, ? and u and so on"]


@pytest.mark.parametrize("key", [QUIT, LOCK])
def test_leaving_in_the_same_breath_keeps_every_letter(key: bytes, path: Path) -> None:
    with Visit(path) as visit:
        visit.opens()
        visit.send(b"nevery last letter" + key)
        if key == QUIT:
            assert visit.ends() == 0
        else:
            visit.until(lambda: visit.bytes.count(b"\x1b[?1049h") > 1)
            visit.at_door()
    assert draft_bodies(path) == ["every last letter"]


def test_bytes_that_are_no_text_end_nothing(path: Path) -> None:
    with Visit(path) as visit:
        visit.at_door()
        visit.send(b"\xff\xfe\x80")
        visit.settles(0.3)
        visit.send(b"\x15")
        visit.opens()
        visit.send(b"n")
        visit.shows("Begin anywhere.")
        visit.send(b"rain \xff\xc3 on \xe2\x82 the \xed\xa0\x80 roof")
        visit.shows("roof")
        visit.send(ESCAPE)
        visit.shows("Journal")
        visit.settles(0.3)
        visit.send(QUIT)
        assert visit.ends() == 0
    [body] = bodies(path)
    assert body.startswith("rain \ufffd")
    assert body.endswith("roof")
    assert body.encode()


def test_a_window_of_any_size_takes_the_passphrase_words_and_answers(path: Path) -> None:
    sizes = ((1, 1), (3, 2), (120, 400), (24, 80), (20, 60), (19, 59))
    largest = ((1, 1), (3, 2), (500, 2000), (24, 80), (20, 60), (19, 59))
    with Visit(path) as visit:
        visit.at_door()
        for size, letter in zip(sizes, PASSPHRASE, strict=False):
            resized(visit, *size)
            visit.settles(0.1)
            visit.send(letter.encode())
        visit.send(PASSPHRASE[len(sizes) :].encode() + ENTER)
        visit.settles(0.6)
        for size, key in zip(sizes, (b"j", b"k", b"?", b"?", b"/", ESCAPE), strict=True):
            resized(visit, *size)
            visit.settles(0.1)
            visit.send(key)
        visit.settles(0.3)
        resized(visit, 24, 80)
        visit.shows("Journal", "Quit")
        visit.send(b"n")
        visit.shows("Begin anywhere.")
        for size, letter in zip(largest, "letter", strict=True):
            resized(visit, *size)
            visit.settles(0.1)
            visit.send(letter.encode())
        visit.settles(0.2)
        visit.send(b"\x12")
        for size in sizes:
            resized(visit, *size)
            visit.settles(0.1)
        visit.send(b"1")
        resized(visit, 24, 80)
        visit.shows("letter", "Close and keep")
        visit.send(ESCAPE)
        visit.shows("Journal", "letter")
        visit.send(b",")
        for size in sizes:
            resized(visit, *size)
            visit.settles(0.1)
        resized(visit, 24, 80)
        visit.shows("Settings")
        visit.send(QUIT)
        assert visit.ends() == 0
    assert bodies(path) == ["letter"]


def test_a_small_window_says_that_it_needs_more_room(path: Path) -> None:
    with Visit(path, size=(15, 50)) as visit:
        visit.shows("heartwork needs a little more room")
        resized(visit, 20, 60)
        visit.at_door()

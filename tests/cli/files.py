"""Files that are no diary, or one that is not as it was written."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.vault.layout import (
    ARGON2ID,
    FRAMES_START,
    HEADER_SIZE,
    NFKC,
    PASSPHRASE,
    Header,
    SignedHeader,
    Slot,
)
from tests.cli.shell import COST
from tests.cli.shell import PASSPHRASE as TYPED

if TYPE_CHECKING:
    from pathlib import Path


def flipped(path: Path, offset: int) -> None:
    """Flip one bit."""
    data = bytearray(path.read_bytes())
    data[offset] ^= 1
    path.write_bytes(data)


def missing(path: Path) -> None:
    """Leave nothing there."""


def something_else(path: Path) -> None:
    """Put a text there."""
    path.write_text("dear diary, this is a plain text\n" * 99, encoding="utf-8")


def nothing_inside(path: Path) -> None:
    """Put an empty file there."""
    path.touch()


def a_folder(path: Path) -> None:
    """Put a folder there."""
    path.mkdir()


def a_pipe(path: Path) -> None:
    """Put a pipe there."""
    os.mkfifo(path)


def a_link_to_nowhere(path: Path) -> None:
    """Put a link there whose end is gone."""
    path.symlink_to(path.with_name("elsewhere"))


def hostile(path: Path) -> None:
    """Put a file there that asks for a terabyte."""
    slot = Slot(PASSPHRASE, ARGON2ID, NFKC, 4, 3, 1 << 30, bytes(16), bytes(12), bytes(48))
    header = Header(bytes(16), 1, bytes(32), (slot,))
    path.write_bytes(SignedHeader(header, header.pack(), bytes(32)).pack() * 2 + bytes(64))


def newer(path: Path) -> None:
    """Put a diary there whose format has a later number."""
    Diary.create(path, TYPED, cost=COST).close()
    data = path.read_bytes()
    copy = data[:8] + b"\0\x02" + data[10:496]
    path.write_bytes((copy + hashlib.sha256(copy).digest()[:16]) * 2 + data[FRAMES_START:])


def damaged(path: Path) -> None:
    """Put a diary there whose first frame is damaged, with whole frames behind it."""
    Diary.create(path, TYPED, cost=COST).close()
    flipped(path, FRAMES_START + 70)


def without_header(path: Path) -> None:
    """Put a diary there of whose header both copies are damaged."""
    Diary.create(path, TYPED, cost=COST).close()
    flipped(path, 50)
    flipped(path, HEADER_SIZE + 50)


def torn(path: Path) -> None:
    """Put behind the last frame what a save that was cut short leaves there."""
    path.write_bytes(path.read_bytes() + b"HWfr\x03\0\0\0")

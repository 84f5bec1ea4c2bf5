"""Writing a whole vault beside the old one, and reading it back before it counts."""

from __future__ import annotations

import errno
import hashlib
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.vault.documents import snapshot
from heartwork.vault.errors import VaultFull
from heartwork.vault.files import READING, Window
from heartwork.vault.frames import Epoch, FrameType
from heartwork.vault.layout import FRAMES_START
from heartwork.vault.scan import Scan, chain

if TYPE_CHECKING:
    from heartwork.vault.documents import Tables
    from heartwork.vault.files import Files
    from heartwork.vault.layout import Header, Slot
    from heartwork.vault.logfile import NewFile

MAX_FILE = 768 * 1024 * 1024
"""Bytes a writer stays under, so that a reader (limit 1 GiB) always opens what was written."""


def next_header(header: Header, slots: tuple[Slot, ...] | None = None) -> Header:
    """Return the header of the rewrite after `header`."""
    salt = secrets.token_bytes(32)
    kept = header.slots if slots is None else slots
    return replace(header, generation=header.generation + 1, epoch_salt=salt, slots=kept)


def write_snapshot(new: NewFile, epoch: Epoch, tables: Tables, schema: int) -> bytes:
    """Write header and snapshot, and return a digest of the JSON; raises OSError or VaultFull."""
    digest = hashlib.blake2b()
    new.write(epoch.signed.pack() * 2)
    for last, payload in snapshot(tables, schema):
        frame = epoch.seal(FrameType.LAST_SNAPSHOT if last else FrameType.SNAPSHOT, payload)
        if new.length + len(frame) > MAX_FILE:
            raise VaultFull("the diary has reached the largest size that is sure to open again")
        new.write(frame)
        epoch.advance(frame)
        digest.update(payload)
    return digest.digest()


def read_back(files: Files, new: NewFile, epoch: Epoch, digest: bytes) -> None:
    """Read the file as it stands on the disk; raises OSError unless every byte is what was written."""
    fd = files.open(new.path, READING)
    try:
        window = Window(files, fd, files.fstat(fd))
        fresh = Epoch(epoch.master_key, epoch.signed)
        found, said = Scan(), hashlib.blake2b()
        sound = window.at(0, FRAMES_START) == epoch.signed.pack() * 2
        for _, payload in chain(window, fresh, found):
            said.update(payload)
    finally:
        files.close(fd)
    complete = found.end == window.size == new.length and found.last is FrameType.LAST_SNAPSHOT
    if not (sound and complete and said.digest() == digest):
        raise OSError(errno.EIO, "the disk gave back something else than was written")

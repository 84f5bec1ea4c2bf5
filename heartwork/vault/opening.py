"""From a path and a secret to an unlocked vault's tables: nothing here writes."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.vault import keys
from heartwork.vault.errors import DamagedVault, HostileVault, NoVault, VaultUnreadable, WrongPassphrase
from heartwork.vault.frames import Epoch
from heartwork.vault.layout import FRAME_MAGIC, FRAMES_START, read_headers
from heartwork.vault.logfile import open_for_reading
from heartwork.vault.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartwork.vault.files import Files
    from heartwork.vault.layout import Header, SignedHeader
    from heartwork.vault.scan import Progress, Scan

    Unlocker = Callable[[Header], bytes | None]

MAX_READ = 1 << 30
"""Bytes of the largest file that is read."""


def real_path(path: Path | str) -> Path:
    """Return where a diary really lies: a symlinked diary stays a symlink."""
    given = Path(path)
    real = Path(os.path.realpath(given))
    if given.is_symlink() and not real.exists():
        raise NoVault("the diary is a link to a place that is not there now")
    return real


def by_passphrase(passphrase: str) -> Unlocker:
    """Return what unlocks a header with a passphrase."""
    return lambda header: keys.unlock_passphrase(passphrase, header)


def by_entropy(entropy: bytes) -> Unlocker:
    """Return what unlocks a header with the bytes behind recovery words."""
    return lambda header: keys.unlock_recovery(entropy, header)


def read(files: Files, path: Path, unlock: Unlocker, progress: Progress | None = None) -> tuple[Epoch, Scan]:
    """Read a vault to its last authentic frame; raises VaultError, but damage is only reported."""
    fd, window = open_for_reading(files, path)
    try:
        if window.size > MAX_READ:
            raise HostileVault("the file is larger than any honest diary")
        candidates, healed = read_headers(window.at(0, FRAMES_START + len(FRAME_MAGIC)))
        epoch = _unlocked(candidates, unlock)
        with _collector_at_rest():
            found = scan(window, epoch, progress)
    except OSError as error:
        raise VaultUnreadable(error.strerror or "the disk could not be read") from None
    finally:
        files.close(fd)
    found.report.healed = healed
    return epoch, found


def _unlocked(candidates: list[SignedHeader], unlock: Unlocker) -> Epoch:
    altered = False
    for signed in candidates:
        try:
            master_key = unlock(signed.header)
        except MemoryError:
            raise VaultUnreadable("there is not enough free memory to try the passphrase") from None
        if master_key is None:
            continue
        if keys.header_mac(master_key, signed.header.file_id, signed.signed) == signed.mac:
            return Epoch(master_key, signed)
        altered = True
    if altered:
        raise DamagedVault("the header is not the one that was written")
    raise WrongPassphrase("this does not open the diary")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking a growing diary again and again: it holds no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()

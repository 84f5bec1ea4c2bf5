"""From a path and a secret to an unlocked vault's tables: nothing here writes."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.vault import keys
from heartwork.vault.errors import DamagedVault, HostileVault, NoVault, VaultUnreadable, WrongPassphrase
from heartwork.vault.frames import HEAD_SIZE, Epoch
from heartwork.vault.layout import FRAME_MAGIC, FRAMES_START, read_headers
from heartwork.vault.logfile import open_for_reading
from heartwork.vault.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartwork.vault.files import Files, Window
    from heartwork.vault.layout import Header, SignedHeader
    from heartwork.vault.scan import Progress, Scan

    Unlocker = Callable[[Header], bytes | None]

MAX_READ = 1 << 30
"""Bytes of the largest file that is read."""


def real_path(path: Path | str) -> Path:
    """Return where a diary really lies: a symlinked diary stays a symlink."""
    given = Path(path)
    real = Path(os.path.realpath(given))
    if os.path.lexists(given) and not os.path.lexists(real):
        raise NoVault("the diary is a link to a place that is not there now")
    return real


def by_passphrase(passphrase: str) -> Unlocker:
    """Return what unlocks a header with a passphrase."""
    return lambda header: keys.unlock_passphrase(passphrase, header)


def by_entropy(entropy: bytes) -> Unlocker:
    """Return what unlocks a header with the bytes behind recovery words."""
    return lambda header: keys.unlock_recovery(entropy, header)


def check_header(files: Files, path: Path) -> None:
    """Raise VaultError where no vault stands at the path, as far as its header tells without a key."""
    with _window(files, path) as window:
        read_headers(window.at(0, FRAMES_START + len(FRAME_MAGIC)))


def read(files: Files, path: Path, unlock: Unlocker, progress: Progress | None = None) -> tuple[Epoch, Scan]:
    """Read a vault to its last authentic frame; raises VaultError, but damage is only reported."""
    with _window(files, path) as window:
        candidates, healed = read_headers(window.at(0, FRAMES_START + len(FRAME_MAGIC)))
        epochs = _unlocked(candidates, unlock)
        epoch = next((each for each in epochs if _begins(window, each)), epochs[0])
        with _collector_at_rest():
            found = scan(window, epoch, progress)
        found.identity = window.identity
    found.report.healed = healed
    return epoch, found


@contextmanager
def _window(files: Files, path: Path) -> Iterator[Window]:
    fd, window = open_for_reading(files, path)
    try:
        if window.size > MAX_READ:
            raise HostileVault("the file is larger than any honest diary")
        yield window
    except OSError as error:
        raise VaultUnreadable(error.strerror or "the disk could not be read") from error
    finally:
        with suppress(OSError):
            files.close(fd)


def _begins(window: Window, epoch: Epoch) -> bool:
    """Tell whether the first frame is of this epoch: a sound header may be one of an older file."""
    return epoch.head(window.at(FRAMES_START, HEAD_SIZE)) is not None


def _unlocked(candidates: list[SignedHeader], unlock: Unlocker) -> list[Epoch]:
    """Return the epoch of each header that the secret opens; there are two only where the copies differ."""
    epochs: list[Epoch] = []
    altered = False
    for signed in candidates:
        try:
            master_key = unlock(signed.header)
        except MemoryError:
            raise VaultUnreadable("there is not enough free memory to try the passphrase") from None
        if master_key is None:
            continue
        if keys.header_mac(master_key, signed.header.file_id, signed.signed) == signed.mac:
            epochs.append(Epoch(master_key, signed))
        else:
            altered = True
    if altered and not epochs:
        raise DamagedVault("the header is not the one that was written")
    if not epochs:
        raise WrongPassphrase("this does not open the diary")
    return epochs


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

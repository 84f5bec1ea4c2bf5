"""The start of a vault: the folder, the lock, what an interrupted rewrite left, and the log that goes on."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from heartwork.vault.documents import SCHEMA
from heartwork.vault.errors import DamagedVault, VaultUnwritable
from heartwork.vault.lock import WriterLock
from heartwork.vault.log import Log
from heartwork.vault.logfile import open_for_appending, sweep
from heartwork.vault.opening import check_header, read
from heartwork.vault.report import Verdict
from heartwork.vault.seen import rolled_back

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.vault.files import Files
    from heartwork.vault.frames import Epoch
    from heartwork.vault.logfile import LogFile
    from heartwork.vault.opening import Unlocker
    from heartwork.vault.scan import Progress, Scan


def make_room(files: Files, path: Path) -> WriterLock:
    """Make the folder where it is missing, and take the lock; raises VaultUnwritable or VaultInUse."""
    try:
        above = (path.parent, *path.parent.parents)
        if missing := list(takewhile(lambda folder: not folder.exists(), above)):
            files.make_folder(path.parent)
            for folder in missing:
                with suppress(OSError):  # a folder above may not be ours to open
                    files.sync_folder(folder.parent)
    except OSError as error:
        raise VaultUnwritable(error.strerror or "the folder could not be made") from error
    lock = WriterLock(path)
    lock.acquire()
    return lock


def reader(
    files: Files, path: Path, unlock: Unlocker, progress: Progress | None, *, rescue: bool
) -> tuple[Log, Scan]:
    """Read a vault without a lock, and without writing anything."""
    epoch, found = read(files, path, unlock, progress)
    return _read_only_log(files, path, epoch, found, rescue=rescue), found


def writer(
    files: Files, path: Path, unlock: Unlocker, progress: Progress | None, *, rescue: bool
) -> tuple[Log, Scan]:
    """Read a vault under its lock, and stand ready to append; a damaged one stays as it is, for reading."""
    check_header(files, path)  # says what stands there, before a lock file is put beside it
    lock = WriterLock(path)
    lock.acquire()
    with ExitStack() as unless_kept:
        unless_kept.callback(lock.release)
        sweep(files, path)
        epoch, found = read(files, path, unlock, progress)
        log = _read_only_log(files, path, epoch, found, rescue=rescue)
        if found.report.verdict is not Verdict.DAMAGED and found.report.schema <= SCHEMA:
            log.file = _end_of(files, path, found)
            log.lock, log.read_only = lock, False
            log.resume(found)
            unless_kept.pop_all()
    return log, found


def _end_of(files: Files, path: Path, found: Scan) -> LogFile:
    try:
        return open_for_appending(files, path, found.report.size, found.identity)
    except OSError as error:
        raise VaultUnwritable(error.strerror or "the file cannot be written") from error


def _read_only_log(files: Files, path: Path, epoch: Epoch, found: Scan, *, rescue: bool) -> Log:
    report = found.report
    if report.verdict is Verdict.DAMAGED and not rescue:
        raise DamagedVault("part of the file is not what was written", report)
    report.rolled_back = rolled_back(epoch)
    log = Log(files, path, epoch, schema=report.schema)
    log.read_only = True
    return log

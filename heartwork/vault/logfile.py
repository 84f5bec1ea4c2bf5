"""The open file of a vault: appended to at its end, checked before each write, replaced as a whole."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from heartwork.vault.errors import NotAVault, NoVault, VaultError, VaultUnreadable
from heartwork.vault.files import APPENDING, CREATING, READING, Window, identity_of, regular, write_all

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.vault.files import Files

TEMPORARY = ".new"


class ChangedUnderneath(VaultError):
    """The file at the path is not the one this program left there; `gone` says that none is."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__("another program changed the file")
        self.gone = gone


class LogFile:
    """A file that this program owns the end of; `length` is the last offset that is known to be good.

    `None` as descriptor means that no append is possible any more: only a new file will do.
    """

    def __init__(
        self, files: Files, path: Path, fd: int | None, length: int, identity: tuple[int, int]
    ) -> None:
        self.path = path
        self.length = length
        self._files = files
        self._fd = fd
        self._identity = identity
        self._certain = True

    @property
    def appendable(self) -> bool:
        """Whether a frame can still be appended to this file."""
        return self._fd is not None

    def check(self) -> None:
        """Raise ChangedUnderneath unless the path still leads to what was left there; or OSError."""
        try:
            status = self._files.stat(self.path)
        except FileNotFoundError:
            self._files.stat(self.path.parent)
            raise ChangedUnderneath(gone=True) from None
        same = identity_of(status) == self._identity
        if not same or (self._certain and status.st_size != self.length):
            raise ChangedUnderneath(gone=False)

    def append(self, frame: bytes) -> None:
        """Return once `frame` is on the disk; after an OSError this file takes no more frames."""
        if self._fd is None:
            raise OSError("this file takes no more frames")
        try:
            write_all(self._files, self._fd, frame)
            self._files.fsync(self._fd)
        except OSError:
            self._cut_back()
            raise
        self.length += len(frame)

    def _cut_back(self) -> None:
        """Take back what a failed append may have left; what cannot be taken back is read as a torn tail."""
        fd = self._fd
        if fd is None:
            return
        self._certain = False
        try:
            self._files.truncate(fd, self.length)
            self._files.fsync(fd)
            self._certain = True
        except OSError:
            pass
        self.close()

    def close(self) -> None:
        """Close the descriptor; the file stays."""
        fd, self._fd = self._fd, None
        if fd is not None:
            with suppress(OSError):
                self._files.close(fd)


def open_for_reading(files: Files, path: Path) -> tuple[int, Window]:
    """Open a vault's file; the caller closes the descriptor. Raises NoVault, NotAVault or VaultUnreadable."""
    try:
        fd = files.open(path, READING)
    except FileNotFoundError:
        raise NoVault("there is no diary at this place") from None
    except OSError as error:
        raise VaultUnreadable(error.strerror or "the file could not be opened") from error
    try:
        status = files.fstat(fd)
        if not regular(status):
            raise NotAVault("this is not a file")
    except (OSError, NotAVault) as error:
        with suppress(OSError):
            files.close(fd)
        if isinstance(error, OSError):
            raise VaultUnreadable(error.strerror or "the file could not be read") from error
        raise
    return fd, Window(files, fd, status)


def open_for_appending(
    files: Files, path: Path, length: int, identity: tuple[int, int] | None = None
) -> LogFile:
    """Open the file that was just read to its end at `length`; raises OSError.

    `identity` is that of the file that was read: another one may have taken its place since, and the first
    save will notice.
    """
    fd = files.open(path, APPENDING)
    try:
        status = files.fstat(fd)
    except OSError:
        with suppress(OSError):
            files.close(fd)
        raise
    if status.st_mode & 0o077:
        with suppress(OSError):
            files.restrict(fd)
    return LogFile(files, path, fd, length, identity or identity_of(status))


class NewFile:
    """A file being written beside the one it will replace; until `take_place` nothing else has changed."""

    def __init__(self, files: Files, target: Path) -> None:
        self._files = files
        self._target = target
        self.path = target.with_name(f".{target.name}.{secrets.token_hex(4)}{TEMPORARY}")
        self._fd: int | None = files.open(self.path, CREATING)
        self.length = 0
        self._placed = False

    def write(self, data: bytes) -> None:
        """Write at the end; raises OSError."""
        if self._fd is None:
            raise OSError("the file is closed")
        write_all(self._files, self._fd, data)
        self.length += len(data)

    def settle(self) -> None:
        """Return once all of it is on the disk."""
        if self._fd is None:
            raise OSError("the file is closed")
        self._files.fsync(self._fd)

    def take_place(self, *, keep_old_as: Path | None = None, exclusive: bool = False) -> LogFile:
        """Put this file in the target's place and return it, ready to be appended to; raises OSError.

        `exclusive` demands that nothing stands there yet; `keep_old_as` is a second name for what did.
        """
        if self._fd is None:
            raise OSError("the file is closed")
        status = self._files.fstat(self._fd)
        fd: int | None = self._fd
        if os.name == "nt":  # Windows replaces no file that is open
            self._close()
            fd = None
        if exclusive:
            self._claim()
        else:
            self._replace(keep_old_as)
        self._fd, self._placed = None, True
        if fd is None:
            with suppress(OSError):
                fd = self._files.open(self._target, APPENDING)
        return LogFile(self._files, self._target, fd, self.length, identity_of(status))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the file unless it took its place."""
        self._close()
        if not self._placed:
            with suppress(OSError):
                self._files.unlink(self.path)

    def _replace(self, keep_old_as: Path | None) -> None:
        if keep_old_as is not None:
            self._keep(keep_old_as)
        try:
            self._files.replace(self.path, self._target)
        except OSError:
            if keep_old_as is not None:
                with suppress(OSError):
                    self._files.unlink(keep_old_as)
            raise

    def _close(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            with suppress(OSError):
                self._files.close(fd)

    def _claim(self) -> None:
        try:
            self._files.link(self.path, self._target)
        except FileExistsError:
            raise
        except OSError:
            # No hard links here (FAT, some network disks): the lock keeps others of our kind away.
            if os.path.lexists(self._target):
                raise FileExistsError(f"{self._target.name} exists") from None
            self._files.replace(self.path, self._target)
        else:
            with suppress(OSError):
                self._files.unlink(self.path)

    def _keep(self, name: Path) -> None:
        try:
            self._files.link(self._target, name)
        except FileExistsError:
            raise
        except OSError:
            self._copy(name)

    def _copy(self, name: Path) -> None:
        source = self._files.open(self._target, READING)
        try:
            target = self._files.open(name, CREATING)
            try:
                while piece := self._files.read(source, 1 << 20):
                    write_all(self._files, target, piece)
                self._files.fsync(target)
            except OSError:
                with suppress(OSError):
                    self._files.unlink(name)
                raise
            finally:
                self._files.close(target)
        finally:
            self._files.close(source)


def sweep(files: Files, path: Path) -> None:
    """Remove the temporaries that an interrupted rewrite of `path` left; only the holder of the lock may."""
    # Exactly our own: the diary `a.b` beside a diary `a` has temporaries that begin alike.
    ours = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}{re.escape(TEMPORARY)}")
    with suppress(OSError):
        for name in files.names(path.parent):
            if ours.fullmatch(name):
                with suppress(OSError):
                    files.unlink(path.with_name(name))


def unused_name(path: Path) -> Path:
    """Return `path`, or `path` with a number where something stands there already."""
    name, number = path, 2
    while os.path.lexists(name):
        name = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return name

"""The file layer: every call on the file system that a vault makes goes through here.

Tests put another `Files` in its place to make any call fail, be cut short, or be recorded.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_BINARY = getattr(os, "O_BINARY", 0)
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
READING = os.O_RDONLY | _BINARY | _CLOEXEC | _NONBLOCK
"""Non-blocking, so that a FIFO in the place of a diary cannot hold the program."""
APPENDING = os.O_RDWR | os.O_APPEND | _BINARY | _CLOEXEC | _NOFOLLOW
CREATING = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY | _CLOEXEC | _NOFOLLOW

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS}
_INTERRUPTIONS = 100
_REPLACE_PATIENCE = 2.5


class Files:
    """The operating system's calls, as the vault uses them."""

    def open(self, path: Path, flags: int) -> int:
        """Open `path`; a file made here is private to its owner."""
        return os.open(path, flags, PRIVATE_FILE)

    def close(self, fd: int) -> None:
        """Close a descriptor."""
        os.close(fd)

    def read(self, fd: int, size: int) -> bytes:
        """Read at most `size` bytes from where the descriptor stands."""
        return os.read(fd, size)

    def seek(self, fd: int, offset: int) -> None:
        """Stand at `offset` from the start."""
        os.lseek(fd, offset, os.SEEK_SET)

    def write(self, fd: int, data: memoryview) -> int:
        """Write some of `data` and return how many bytes were taken."""
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        """Return once the file's bytes are on the disk itself."""
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        else:
            os.fsync(fd)

    def truncate(self, fd: int, length: int) -> None:
        """Cut the file to `length` bytes."""
        os.ftruncate(fd, length)

    def restrict(self, fd: int) -> None:
        """Make an open file private, whatever the umask."""
        if hasattr(os, "fchmod"):
            os.fchmod(fd, PRIVATE_FILE)

    def fstat(self, fd: int) -> os.stat_result:
        """Return what the descriptor points at."""
        return os.fstat(fd)

    def stat(self, path: Path) -> os.stat_result:
        """Return what stands at `path`, links followed."""
        return path.stat()

    def link(self, source: Path, target: Path) -> None:
        """Give the file at `source` a second name that must not exist yet."""
        os.link(source, target)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step; Windows is asked again for up to 2.5 s."""
        deadline = time.monotonic() + _REPLACE_PATIENCE
        while True:
            try:
                source.replace(target)
            except PermissionError:
                if os.name != "nt" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        path.unlink()

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return [each.name for each in folder.iterdir()]

    def make_folder(self, folder: Path) -> None:
        """Make a folder and its parents where they are missing, private to their owner."""
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True)
        folder.chmod(PRIVATE_FOLDER)

    def sync_folder(self, folder: Path) -> None:
        """Return once the folder's names are on the disk, where the system can promise that."""
        if os.name == "nt":
            return
        fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CLOEXEC)
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(fd)


FILES = Files()


def write_all(files: Files, fd: int, data: bytes) -> None:
    """Write all of `data`, whatever pieces the system takes it in; raises OSError where it cannot."""
    view = memoryview(data)
    interruptions = 0
    while view:
        try:
            taken = files.write(fd, view)
        except InterruptedError:
            taken = 0
        if taken <= 0:
            interruptions += 1
            if interruptions > _INTERRUPTIONS:
                raise OSError(errno.EINTR, "the write was interrupted again and again")
        else:
            interruptions = 0
        view = view[max(taken, 0) :]


def regular(status: os.stat_result) -> bool:
    """Tell whether it is an ordinary file, not a pipe, a device or a folder."""
    return stat.S_ISREG(status.st_mode)


def identity_of(status: os.stat_result) -> tuple[int, int]:
    """Return what tells one file from another that takes its name: device and inode."""
    return status.st_dev, status.st_ino


class Window:
    """A file's bytes by offset, read in large pieces so that no diary has to fit twice into memory.

    `size` and `identity` are those of the file when it was opened.
    """

    PIECE = 1 << 20

    def __init__(self, files: Files, fd: int, status: os.stat_result) -> None:
        self.size = status.st_size
        self.identity = identity_of(status)
        self._files = files
        self._fd = fd
        self._start = 0
        self._piece = b""

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset`, fewer than `length` only at the end of the file."""
        length = max(0, min(length, self.size - offset))
        begin = offset - self._start
        if begin < 0 or begin + length > len(self._piece):
            self._fill(offset, max(length, self.PIECE))
            begin = 0
        return self._piece[begin : begin + length]

    def _fill(self, offset: int, length: int) -> None:
        self._files.seek(self._fd, offset)
        pieces: list[bytes] = []
        missing = min(length, self.size - offset)
        interruptions = 0
        while missing > 0:
            try:
                piece = self._files.read(self._fd, missing)
            except InterruptedError:
                interruptions += 1
                if interruptions > _INTERRUPTIONS:
                    raise
                continue
            if not piece:
                break
            pieces.append(piece)
            missing -= len(piece)
            interruptions = 0
        self._piece = b"".join(pieces)
        self._start = offset

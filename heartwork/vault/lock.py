"""One writer at a time: a lock file beside the diary, which is never deleted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from heartwork.vault.errors import VaultInUse, VaultUnwritable
from heartwork.vault.files import PRIVATE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock


class WriterLock:
    """The right to write to one vault; it goes with the process, whatever ends it."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + ".lock")
        self._lock: BaseFileLock | None = None

    def acquire(self) -> None:
        """Take the lock; raises VaultInUse, or VaultUnwritable where no lock can be made."""
        from filelock import FileLock, Timeout

        # Taken in one thread and let go in another: a lock of the process, not of the thread.
        lock = FileLock(self.path, timeout=0, mode=PRIVATE_FILE, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise VaultInUse("another heartwork has this diary open") from None
        except (OSError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or "the folder takes no lock file"
            raise VaultUnwritable(reason) from error
        self._lock = lock

    def release(self) -> None:
        """Let the lock go; the file stays, so that nobody ever locks a name that is gone."""
        lock, self._lock = self._lock, None
        if lock is not None:
            with suppress(OSError):
                lock.release()

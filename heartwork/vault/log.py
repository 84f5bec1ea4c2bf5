"""The log: where each change goes, as one frame at the end of the file or as a whole new file.

The rules of FORMAT.md, "Writing": only what is on the disk counts; nothing is ever written to a file whose
tail is not clean, or over a file that another program has put there.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from heartwork.vault.errors import ReadOnlyVault, VaultError, VaultFull, VaultUnwritable
from heartwork.vault.frames import MAX_BODY, Epoch, FrameType, frame_size
from heartwork.vault.layout import FRAMES_START
from heartwork.vault.lock import WriterLock
from heartwork.vault.logfile import ChangedUnderneath, NewFile, unused_name
from heartwork.vault.report import Verdict
from heartwork.vault.rewrite import MAX_FILE, next_header, read_back, write_snapshot
from heartwork.vault.seen import remember

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.vault.documents import Tables
    from heartwork.vault.files import Files
    from heartwork.vault.layout import Slot
    from heartwork.vault.logfile import LogFile
    from heartwork.vault.scan import Scan

    State = Callable[[], Tables]
    Clock = Callable[[], datetime]

KIB, MIB = 1024, 1024 * 1024
MOST_CHANGES = 512


def wall_clock() -> datetime:
    """Return the local time, for the names of files that are set aside."""
    return datetime.now().astimezone()


class MemoryLog:
    """A log that keeps nothing: for a diary that lives in memory alone."""

    read_only = False
    conflict: Path | None = None

    def __init__(self) -> None:
        self.guard = threading.RLock()
        """Held while anything is written and put into the tables: keys may be renewed in another thread."""

    def save(self, payload: bytes, after: State, *, forget: bool = False) -> None:
        """Accept the change."""

    def rest(self, state: State) -> None:
        """Have nothing to close."""

    def close(self) -> None:
        """Have nothing to let go."""


class Log(MemoryLog):
    """The file of one open vault; `conflict` is where saves go once another program has changed the file."""

    def __init__(
        self, files: Files, path: Path, epoch: Epoch, *, schema: int, clock: Clock = wall_clock
    ) -> None:
        super().__init__()
        self.path = path
        self.epoch = epoch
        self.schema = schema
        self.file: LogFile | None = None
        self.lock: WriterLock | None = None
        self.read_only = False
        self.conflict = None
        self.must_rewrite = False
        self.keep_damaged = False
        self.known_here = True
        self.snapshot_size = 0
        self.change_size = 0
        self.changes = 0
        self.last: FrameType | None = None
        self.files = files
        self._clock = clock
        self._session_limit = 8 * MIB

    def save(self, payload: bytes, after: State, *, forget: bool = False) -> None:
        """Return once the change is on the disk; raises VaultUnwritable, and then nothing has changed.

        `after` gives the tables as they will be. `forget` leaves nothing of earlier frames in the file.
        """
        self._refuse_reader()
        too_large = frame_size(len(payload)) > MAX_BODY
        if (
            forget
            or too_large
            or self.must_rewrite
            or self.file is None
            or self.file.length + frame_size(len(payload)) > MAX_FILE
        ):
            self.write_whole(after)
        elif self._append(FrameType.CHANGE, payload, after):
            self._compact_in_session(after)

    def resume(self, found: Scan) -> None:
        """Go on where a file that was just read ends; one that does not end well is written anew first."""
        clean = found.report.verdict is Verdict.CLEAN
        self.keep_damaged = not clean
        self.must_rewrite = not clean or found.report.healed
        self.snapshot_size = FRAMES_START + found.snapshot_size
        self.change_size, self.changes, self.last = found.change_size, found.changes, found.last

    def rest(self, state: State) -> None:
        """Close the file's story: fold it where that is due, and say that nothing is under way."""
        with self.guard:
            self._rest(state)

    def _rest(self, state: State) -> None:
        if self.read_only:
            return
        if self.must_rewrite or self._fold_is_due():
            self.write_whole(state)
        if self.last is not FrameType.REST and not self._append(FrameType.REST, b"{}", state):
            self._append(FrameType.REST, b"{}", state)
        if self.known_here:
            remember(self.epoch, self.files)

    def compact_if_due(self, state: State) -> None:
        """Fold the changes into a new snapshot where there are many; a disk that refuses changes nothing."""
        if not self.read_only and not self.must_rewrite and self._fold_is_due():
            with suppress(VaultUnwritable):
                self.write_whole(state)

    def write_whole(
        self,
        state: State,
        *,
        slots: tuple[Slot, ...] | None = None,
        master_key: bytes | None = None,
        keep_old_as: Path | None = None,
    ) -> None:
        """Put a new file with all of `state` in the place of the old; raises VaultUnwritable."""
        with self.guard:
            self._write_whole(state, slots, master_key, keep_old_as)

    def _write_whole(
        self,
        state: State,
        slots: tuple[Slot, ...] | None,
        master_key: bytes | None,
        keep_old_as: Path | None,
    ) -> None:
        self._refuse_reader()
        header = next_header(self.epoch.header, slots)
        epoch = Epoch.begin(master_key or self.epoch.master_key, header)
        if self.keep_damaged:
            keep_old_as = self.damaged_name()
        try:
            if self.file is not None:
                self.file.check()
            self._replace_file(epoch, state(), keep_old_as)
        except ChangedUnderneath as changed:
            afresh = Epoch(epoch.master_key, epoch.signed)  # the file that found no place moved its chain on
            self._write_aside(state, afresh, gone=changed.gone)
        except OSError as error:
            raise VaultUnwritable(error.strerror or "the disk did not take it") from error

    def damaged_name(self) -> Path:
        """Return the name under which a file that is not clean is kept."""
        stamp = f"{self._clock():%Y%m%dT%H%M%S}"
        return unused_name(self.path.with_name(f"{self.path.name}.damaged-{stamp}"))

    def close(self) -> None:
        """Let go of the file and of the lock; without the lock nothing is written any more."""
        self.read_only = True
        if self.file is not None:
            self.file.close()
        if self.lock is not None:
            self.lock.release()

    def _refuse_reader(self) -> None:
        if self.read_only:
            raise ReadOnlyVault("this diary is open for reading only")

    def _append(self, kind: FrameType, payload: bytes, after: State) -> bool:
        """Append a frame, or write everything anew where that cannot be; tell whether it was appended."""
        frame = self.epoch.seal(kind, payload)
        file = self.file
        try:
            if file is None:
                raise OSError("there is no file yet")
            file.check()
            file.append(frame)
        except (ChangedUnderneath, OSError):
            self.must_rewrite = self.must_rewrite or file is None or not file.appendable
            self.write_whole(after)
            return False
        self.epoch.advance(frame)
        self.last = kind
        self.changes += 1
        self.change_size += len(frame)
        return True

    def _fold_is_due(self) -> bool:
        return self.changes > MOST_CHANGES or self.change_size > max(256 * KIB, self.snapshot_size // 2)

    def _compact_in_session(self, after: State) -> None:
        if self.change_size <= max(self._session_limit, self.snapshot_size):
            return
        try:
            self.write_whole(after)
        except VaultUnwritable:
            # The change itself is safe in the file: folding can wait until there is more to fold.
            self._session_limit = self.change_size + 8 * MIB

    def _replace_file(self, epoch: Epoch, tables: Tables, keep_old_as: Path | None) -> None:
        with NewFile(self.files, self.path) as new:
            digest = write_snapshot(new, epoch, tables, self.schema)
            new.settle()
            read_back(self.files, new, epoch, digest)
            if self.file is not None:
                self.file.check()
            file = new.take_place(keep_old_as=keep_old_as, exclusive=self.file is None)
        self._adopt(epoch, file)

    def _write_aside(self, state: State, epoch: Epoch, *, gone: bool) -> None:
        """Write ours where nobody else's is: another program's file is never overwritten."""
        path = self.path if gone else self._conflict_name()
        lock = self.lock
        try:
            if not gone:
                lock = WriterLock(path)
                lock.acquire()
            with NewFile(self.files, path) as new:
                digest = write_snapshot(new, epoch, state(), self.schema)
                new.settle()
                read_back(self.files, new, epoch, digest)
                file = new.take_place(exclusive=True)
        except (OSError, VaultError) as error:
            if lock is not None and lock is not self.lock:
                lock.release()
            if isinstance(error, VaultFull):
                raise
            reason = getattr(error, "strerror", None) or "the disk did not take it"
            raise VaultUnwritable(reason) from error
        if not gone:
            self._move_to(path, lock)
        self._adopt(epoch, file)

    def _move_to(self, path: Path, lock: WriterLock | None) -> None:
        if self.lock is not None:
            self.lock.release()
        self.lock = lock
        self.path = self.conflict = path

    def _conflict_name(self) -> Path:
        stamp = f"{self._clock():%Y-%m-%d %H%M}"
        return unused_name(self.path.with_name(f"{self.path.stem} (conflict {stamp}){self.path.suffix}"))

    def _adopt(self, epoch: Epoch, file: LogFile) -> None:
        if self.file is not None:
            self.file.close()
        self.file, self.epoch = file, epoch
        self.snapshot_size = file.length
        self.change_size = self.changes = 0
        self.last = FrameType.LAST_SNAPSHOT
        self.keep_damaged = False
        self.must_rewrite = not file.appendable
        self._session_limit = 8 * MIB
        try:
            self.files.sync_folder(self.path.parent)
        except OSError:
            self.must_rewrite = True  # the name may not outlive a power cut: write again soon

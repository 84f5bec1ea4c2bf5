"""Reading the frames of an unlocked file: to its end, to a torn tail, or around what is damaged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartwork.vault.documents import parse_change
from heartwork.vault.frames import HEAD_SIZE, TAG_SIZE, FrameType
from heartwork.vault.layout import FRAME_MAGIC, FRAMES_START
from heartwork.vault.report import Report, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartwork.vault.documents import Tables
    from heartwork.vault.files import Window
    from heartwork.vault.frames import Epoch, Head

    Progress = Callable[[int, int], None]

_PROGRESS_STEP = 1 << 20
_AFTER = {
    None: {FrameType.SNAPSHOT, FrameType.LAST_SNAPSHOT},
    FrameType.SNAPSHOT: {FrameType.SNAPSHOT, FrameType.LAST_SNAPSHOT},
    FrameType.LAST_SNAPSHOT: {FrameType.CHANGE, FrameType.REST},
    FrameType.CHANGE: {FrameType.CHANGE, FrameType.REST},
    FrameType.REST: {FrameType.CHANGE, FrameType.REST},
}


@dataclass(slots=True)
class Scan:
    """The tables a file holds, and what is known of its frames; offsets and sizes are bytes.

    `identity` is the device and inode of the file that was read.
    """

    tables: Tables = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    end: int = FRAMES_START
    snapshot_size: int = 0
    changes: int = 0
    last: FrameType | None = None
    identity: tuple[int, int] | None = None

    @property
    def change_size(self) -> int:
        """Bytes of frames since the snapshot."""
        return self.end - FRAMES_START - self.snapshot_size


def scan(window: Window, epoch: Epoch, progress: Progress | None = None) -> Scan:
    """Read every frame, and leave `epoch` standing after the last good one.

    Where the file is damaged the tables hold all that still authenticates. Raises HostileVault.
    """
    found = Scan()
    shown = 0
    for head, payload in chain(window, epoch, found):
        change = parse_change(payload)
        if head.seq == 0:
            found.report.schema = change.schema or 0
        change.apply(found.tables)
        if progress is not None and found.end - shown >= _PROGRESS_STEP:
            shown = found.end
            progress(found.end, window.size)
    _judge(window, epoch, found)
    found.report.size = window.size
    found.report.generation = epoch.header.generation
    found.report.rested = found.last is FrameType.REST
    found.report.documents = {name: len(table) for name, table in found.tables.items()}
    return found


def chain(window: Window, epoch: Epoch, found: Scan) -> Iterator[tuple[Head, bytes]]:
    """Yield each frame that follows from the one before, with its JSON; `found` notes how far it went."""
    while True:
        head = epoch.head(window.at(found.end, HEAD_SIZE))
        if head is None or not _follows(head, epoch, found.last):
            return
        body = window.at(found.end + HEAD_SIZE, head.length)
        payload = epoch.open(head, body) if len(body) == head.length else None
        if payload is None:
            return
        found.end += HEAD_SIZE + head.length
        found.last = head.type
        found.report.frames += 1
        if head.type <= FrameType.LAST_SNAPSHOT:
            found.snapshot_size = found.end - FRAMES_START
        else:
            found.changes += 1
        epoch.stand(head.seq + 1, body[-TAG_SIZE:])
        yield head, payload


def _follows(head: Head, epoch: Epoch, last: FrameType | None) -> bool:
    return head.seq == epoch.seq and head.previous == epoch.previous and head.type in _AFTER[last]


def _judge(window: Window, epoch: Epoch, found: Scan) -> None:
    """Say what the first unusable byte means, and rescue what lies behind it."""
    whole = found.last is not None and found.last is not FrameType.SNAPSHOT
    if found.end == window.size and whole:
        return
    found.report.first_bad = min(found.end, window.size)  # a file can end inside its header
    head = epoch.head(window.at(found.end, HEAD_SIZE))
    cut_short = head is not None and found.end + HEAD_SIZE + head.length > window.size
    out_of_place = head is not None and not _follows(head, epoch, found.last)
    if out_of_place or not whole or any(True for _ in _islands(window, epoch, found.end + 1)):
        found.report.verdict = Verdict.DAMAGED
    elif window.size - found.end < HEAD_SIZE or cut_short or _zeros(window, found.end):
        found.report.verdict = Verdict.TORN
    else:
        found.report.verdict = Verdict.BAD_TAIL
    if found.report.verdict is Verdict.DAMAGED:
        _rescue(window, epoch, found)


def _zeros(window: Window, offset: int) -> bool:
    while offset < window.size:
        piece = window.at(offset, window.PIECE)
        if not piece or piece.count(0) != len(piece):
            return False
        offset += len(piece)
    return True


def _islands(window: Window, epoch: Epoch, offset: int) -> Iterator[tuple[Head, bytes]]:
    """Yield every frame from `offset` on that authenticates, wherever it stands."""
    while (offset := _find_mark(window, offset)) >= 0:
        head = epoch.head(window.at(offset, HEAD_SIZE))
        body = window.at(offset + HEAD_SIZE, head.length) if head else b""
        payload = epoch.open(head, body) if head and len(body) == head.length else None
        if head is None or payload is None:
            offset += 1
        else:
            offset += HEAD_SIZE + head.length
            yield head, payload


def _find_mark(window: Window, offset: int) -> int:
    overlap = len(FRAME_MAGIC) - 1
    while offset + overlap < window.size:
        piece = window.at(offset, window.PIECE)
        if (at := piece.find(FRAME_MAGIC)) >= 0:
            return offset + at
        if len(piece) <= overlap:
            break
        offset += len(piece) - overlap
    return -1


def _rescue(window: Window, epoch: Epoch, found: Scan) -> None:
    """Put together what every authentic frame says, in the order in which the frames were written."""
    frames = [(head.seq, head.type, payload) for head, payload in _islands(window, epoch, FRAMES_START)]
    frames.sort(key=lambda frame: frame[0])
    found.tables = {}
    for seq, _, payload in frames:
        change = parse_change(payload)
        if seq == 0:
            found.report.schema = change.schema or 0
        change.apply(found.tables)
    seqs = {seq for seq, _, _ in frames}
    found.report.frames = len(seqs)
    found.report.missing = max(seqs, default=-1) + 1 - len(seqs)
    if not any(kind is FrameType.LAST_SNAPSHOT for _, kind, _ in frames):
        found.report.missing += 1

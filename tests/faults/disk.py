"""A disk that is written down: what may be on it after a power cut at any moment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.faults.faulty import Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was asked of the disk: `kind`, the file's number, and what goes with it."""

    kind: str
    file: int = 0
    offset: int = 0
    data: bytes = b""
    name: str = ""
    other: str = ""


class Recorder(Watched):
    """Files that write down what reaches the disk, in order; every name is one in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []
        self.fail_write_at = -1
        self._writes = 0
        self._numbers: dict[int, int] = {}

    def mark(self, word: str) -> None:
        """Note that something was acknowledged, or is about to be tried."""
        self.steps.append(Step("mark", name=word))

    def around(self, name: str, call: Callable[[], Any], arguments: tuple[Any, ...]) -> Any:
        note = getattr(self, f"_{name}", None)
        return call() if note is None else note(call, *arguments)

    def _open(self, call: Callable[[], Any], path: Path, flags: int) -> Any:
        fd = call()
        if flags & os.O_CREAT:
            self._numbers[os.fstat(fd).st_ino] = len(self.steps)  # a file system gives a number out again
            self.steps.append(Step("name", self._number(fd), name=path.name))
        return fd

    def _number(self, file: int | Path) -> int:
        status = os.fstat(file) if isinstance(file, int) else file.stat()
        return self._numbers[status.st_ino]

    def _write(self, call: Callable[[], Any], fd: int, data: memoryview) -> Any:
        self._writes += 1
        status = os.fstat(fd)
        if self._writes == self.fail_write_at:
            taken = os.write(fd, data[: len(data) // 2])
            self.steps.append(Step("write", self._number(fd), status.st_size, bytes(data[:taken])))
            raise OSError(5, "the disk did not take it")
        taken = call()
        self.steps.append(Step("write", self._number(fd), status.st_size, bytes(data[:taken])))
        return taken

    def _truncate(self, call: Callable[[], Any], fd: int, length: int) -> Any:
        call()
        self.steps.append(Step("truncate", self._number(fd), length))

    def _fsync(self, call: Callable[[], Any], fd: int) -> Any:
        self.steps.append(Step("fsync", self._number(fd)))

    def _sync_folder(self, call: Callable[[], Any], folder: Path) -> Any:
        self.steps.append(Step("fsync folder"))

    def _link(self, call: Callable[[], Any], source: Path, target: Path) -> Any:
        call()
        self.steps.append(Step("name", self._number(target), name=target.name))

    def _replace(self, call: Callable[[], Any], source: Path, target: Path) -> Any:
        number = self._number(source)
        call()
        self.steps.append(Step("rename", number, name=target.name, other=source.name))

    def _unlink(self, call: Callable[[], Any], path: Path) -> Any:
        call()
        self.steps.append(Step("unlink", name=path.name))


@dataclass(slots=True)
class File:
    """One file's bytes that are safe, and what was asked of it since."""

    safe: bytes = b""
    waiting: list[Step] = field(default_factory=list)


class Disk:
    """What is safe, and what is not yet, after the first steps of a recording."""

    def __init__(self, names: dict[str, int], contents: dict[int, bytes]) -> None:
        self.names = dict(names)
        self.files = {number: File(data) for number, data in contents.items()}
        self.waiting: list[Step] = []

    def take(self, step: Step) -> None:
        """Go on by one step."""
        if step.kind in ("write", "truncate"):
            self.files.setdefault(step.file, File()).waiting.append(step)
        elif step.kind == "fsync":
            file = self.files.setdefault(step.file, File())
            for each in file.waiting:
                file.safe = _done(file.safe, each, None)
            file.waiting = []
        elif step.kind == "fsync folder":
            for each in self.waiting:
                _rename(self.names, each)
            self.waiting = []
        elif step.kind != "mark":
            self.waiting.append(step)

    def after_a_crash(self, rng: Random) -> dict[str, bytes]:
        """Return files by name as a power cut may leave them: any part of what was waiting, in any order."""
        names = dict(self.names)
        if rng.random() < 0.7:
            lasting = self.waiting[: rng.randint(0, len(self.waiting))]
        else:
            lasting = [step for step in self.waiting if rng.random() < 0.5]
        for step in lasting:
            _rename(names, step)
        return {name: self._left_of(number, rng) for name, number in names.items()}

    def _left_of(self, number: int, rng: Random) -> bytes:
        file = self.files.get(number, File())
        data = file.safe
        way = rng.choice(("none", "all", "prefix", "some"))
        until = {"none": 0, "all": len(file.waiting)}.get(way, rng.randint(0, len(file.waiting)))
        for at, step in enumerate(file.waiting):
            if way == "some":
                data = _done(data, step, rng) if rng.random() < 0.6 else data
            elif at < until:
                data = _done(data, step, rng if way == "prefix" and at == until - 1 else None)
        return data


def _rename(names: dict[str, int], step: Step) -> None:
    if step.kind == "unlink":
        names.pop(step.name, None)
        return
    if step.kind == "rename":
        names.pop(step.other, None)
    names[step.name] = step.file


def _done(data: bytes, step: Step, rng: Random | None) -> bytes:
    """Return a file's bytes after one step; with `rng` only some sectors of it, the others being zeros."""
    if step.kind == "truncate":
        return data[: step.offset].ljust(step.offset, b"\0")
    after = bytearray(data.ljust(step.offset, b"\0"))
    end = step.offset + len(step.data)
    after.extend(bytes(max(0, end - len(after))))
    whole = rng is None
    keep = 0.0 if rng is None else rng.choice((0.2, 0.5, 0.9))
    for sector in range(step.offset // SECTOR, (end - 1) // SECTOR + 1):
        begin, stop = max(step.offset, sector * SECTOR), min(end, (sector + 1) * SECTOR)
        if whole or (rng is not None and rng.random() < keep):
            after[begin:stop] = step.data[begin - step.offset : stop - step.offset]
        elif rng is not None and rng.random() < 0.1:
            return bytes(after[:begin])  # the size did not grow any further
    return bytes(after)

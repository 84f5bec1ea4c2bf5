"""TinyDB on the vault: a storage that keeps the live tables, and a table whose changes are one frame each."""

from __future__ import annotations

import secrets
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from heartwork.vault.pending import Block, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from tinydb.queries import QueryLike
    from tinydb.table import Document as Row

    from heartwork.vault.documents import Document, Tables
    from heartwork.vault.log import MemoryLog

    Here = tuple[int, object]

    class _Alarm(Protocol):
        def cancel(self) -> None: ...


class VaultStorage(Storage):
    """The live tables of an open vault, and the log that every change goes through first.

    `stamp` grows whenever what a reader sees may have changed.
    """

    def __init__(self, log: MemoryLog, tables: Tables) -> None:
        self.log = log
        self.tables = tables
        self.stamp = 0
        self._block: Together | None = None

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables by name; nothing is decrypted twice."""
        if self._block is None or self._block.elsewhere():
            return dict(self.tables)
        self._block.check()
        block = self._block.block
        return {name: cast("dict[str, Any]", block.table(name)) for name in block.names()}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables those of `data`, as one frame: TinyDB's own way of dropping tables."""
        with self.together() as block:
            for name in block.names():
                if name not in data:
                    block.overlay(name).drop()
            for name, documents in data.items():
                if documents is not self.tables.get(name):
                    overlay = block.overlay(name)
                    overlay.clear()
                    overlay.update({key: dict(document) for key, document in documents.items()})

    def close(self) -> None:
        """Let go of the file."""
        self.log.close()

    def table(self, name: str) -> Mapping[str, Document]:
        """Return one table for reading, with the changes of an open block."""
        block = self._block
        if block is None or block.elsewhere():
            return self.tables.get(name, {})
        block.check()
        return block.block.table(name)

    def change(self, name: str, updater: Callable[[Any], None]) -> None:
        """Run `updater` on one table; what it does becomes a frame, or part of the open block."""
        with Together(self, watched=False) as block:
            updater(block.overlay(name))

    def together(self, *, forget: bool = False) -> Together:
        """Gather every change inside the block into one frame; see `Together`."""
        return Together(self, watched=True, forget=forget)

    def begin(self, block: Together) -> Together | None:
        """Make `block` the open one and return the one around it."""
        outer = self._block
        if outer is not None:
            outer.check()
        self._block = block
        return outer

    def end(self, outer: Together | None) -> None:
        """Go back to the block around the one that ends."""
        self._block = outer
        self.stamp += 1

    def commit(self, block: Block, *, forget: bool) -> None:
        """Put a block's changes on the disk, and only then into the tables."""
        change = block.change()
        if change:
            tables = self.tables
            with self.log.guard:
                self.log.save(change.to_json(), lambda: merged(tables, change), forget=forget)
                change.apply(tables)


class Together:
    """A block whose changes reach the disk as one frame when it ends; an exception drops them.

    Reads inside see the changes. A block inside joins the one around it. Only the task and thread that opened
    it may use it, and it must not be left waiting: an `await` inside raises RuntimeError and drops it all.
    """

    def __init__(self, storage: VaultStorage, *, watched: bool, forget: bool = False) -> None:
        self.forget = forget
        self.block = Block(None, storage.tables)
        self._storage = storage
        self._watched = watched
        self._overtaken = False
        self._owner = _here()
        self._outer: Together | None = None
        self._alarm: _Alarm | None = None

    def __enter__(self) -> Block:
        self._outer = self._storage.begin(self)
        if self._outer is not None:
            self.block = Block(self._outer.block, self._storage.tables)
        if self._watched:
            self._watch()
        return self.block

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.check()
                self._hand_on()
        finally:
            if self._alarm is not None:
                self._alarm.cancel()
            self._storage.end(self._outer)

    def check(self, here: Here | None = None) -> None:
        """Raise RuntimeError where the block was left waiting, or is used from elsewhere."""
        here = here or _here()
        if self._overtaken or self._owner != here:
            raise RuntimeError("a together() block must not await, nor be shared: its changes are dropped")
        if self._outer is not None:
            self._outer.check(here)

    def elsewhere(self) -> bool:
        """Tell whether this is one save of another thread: it is not there until it is safe."""
        return not self._watched and self._outer is None and self._owner != _here()

    def _hand_on(self) -> None:
        if self._outer is None:
            self._storage.commit(self.block, forget=self.forget)
        else:
            self.block.pour()
            self._outer.forget = self._outer.forget or self.forget

    def _watch(self) -> None:
        """Have the event loop say so if it gets its turn before the block ends."""
        loop = _asked("get_running_loop")
        if loop is not None:
            self._alarm = loop.call_soon(self._overtake)

    def _overtake(self) -> None:
        self._overtaken = True


def _asked(question: str) -> Any | None:  # noqa: ANN401 - asyncio is not imported for commands without it
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return None
    try:
        return getattr(asyncio, question)()
    except RuntimeError:  # no loop is running here
        return None


def _here() -> Here:
    return threading.get_ident(), _asked("current_task")


class VaultTable(Table):
    """A TinyDB table with time-ordered text ids, whose every change is one frame on the disk."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB types its default, not what it accepts

    def search(self, cond: QueryLike) -> list[Row]:
        """Return the documents that match; what was remembered from before a change is forgotten first."""
        storage = self._vault
        if storage.stamp != self._stamp:
            self.clear_cache()
            self._stamp = storage.stamp
        return super().search(cond)

    _stamp = -1

    @property
    def _vault(self) -> VaultStorage:
        return cast("VaultStorage", self._storage)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._vault.table(self.name))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self._vault.change(self.name, updater)
        self.clear_cache()

    def _get_next_id(self) -> Any:  # noqa: ANN401 - TinyDB declares an int here
        return new_id()


class VaultDB(TinyDB):
    """A TinyDB over a vault's storage."""

    table_class = VaultTable

    def __init__(self, storage: VaultStorage) -> None:
        super().__init__(storage=lambda: storage)


_last_id = 0


def new_id(now: Callable[[], int] = time.time_ns) -> str:
    """Return a UUID of version 7 (RFC 9562), later in order than every one made before by this process."""
    global _last_id  # noqa: PLW0603 - two ids in one tick, or a clock set back, must still be in order
    ticks = now() * 4096 // 1_000_000
    _last_id = max(ticks, _last_id + 1)
    stamp, count = _last_id >> 12, _last_id & 0xFFF
    number = (stamp & ((1 << 48) - 1)) << 80 | 7 << 76 | count << 64 | 2 << 62 | secrets.randbits(62)
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

"""Diaries and entries to try things on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.vault import KdfCost, Vault
from heartwork.vault.files import Files

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "an invented passphrase"
COST = KdfCost(1, 64, 1)
NOW = datetime(2026, 3, 1, 20, 30, tzinfo=UTC)


def after(minutes: float) -> datetime:
    """Return a time after NOW."""
    return NOW + timedelta(minutes=minutes)


def entry(body: str = "a text", **fields: Any) -> Entry:
    """Return an entry that is not kept yet."""
    at = fields.pop("at", NOW)
    return Entry(**{"at": at, "zone": "Europe/Berlin", "day": at.date(), "body": body, **fields})


@dataclass
class Failing(Files):
    """A file layer on which nothing can be written while `full` is set; `writes` counts the tries."""

    full: bool = False
    writes: int = 0

    def write(self, fd: int, data: memoryview) -> int:
        """Write, or refuse as a full disk does."""
        self.writes += 1
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(fd, data)

    def fsync(self, fd: int) -> None:
        """Return at once: these tests pull no plug."""


def on_file(path: Path, files: Files | None = None) -> Diary:
    """Return a new diary in a file."""
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST, files=files or Failing())
    return Diary(vault)


def again(path: Path) -> Diary:
    """Open a diary from its file."""
    return Diary(Vault.open(path, PASSPHRASE, files=Failing()))


def documents(diary: Diary, table: str) -> dict[str, dict[str, Any]]:
    """Return what a table holds."""
    return {key: dict(row) for key, row in diary._vault.documents(table).items()}


def put(diary: Diary, table: str, key: str, document: dict[str, Any]) -> None:
    """Put a document into a table as another program would."""
    from tinydb.table import Document

    diary._vault.db.table(table).upsert(Document(document, key))  # type: ignore[arg-type]  # ids are text

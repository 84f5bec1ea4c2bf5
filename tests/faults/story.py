"""A diary that is written to, and beside it what a plain dict says that it must hold."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tinydb.table import Document

from heartwork.vault import KdfCost, Vault, VaultUnwritable

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from heartwork.vault.files import Files

    Tables = dict[str, dict[str, Any]]

CHEAP = KdfCost(iterations=1, memory_kib=64, lanes=1)
PASSPHRASE = "violet anchor under snow"


def row_of(each: Any, fields: dict[str, Any]) -> Document:
    """Return a document with a text id, which TinyDB takes and does not declare."""
    return Document(fields, doc_id=each)


def text_ids(*ids: Any) -> list[Any]:
    """Return text ids where TinyDB declares numbers."""
    return list(ids)


def tables_of(vault: Vault) -> Tables:
    """Return what a vault holds, empty tables aside."""
    return {
        name: copy.deepcopy(dict(table)) for name, table in (vault.db.storage.read() or {}).items() if table
    }


def held_at(path: Path, passphrase: str = PASSPHRASE) -> Tables:
    """Return what the file holds, as a reader beside the writer sees it."""
    vault = Vault.open(path, passphrase, read_only=True)
    try:
        return tables_of(vault)
    finally:
        vault.close()


def make(path: Path, *, documents: int = 0, size: int = 40) -> None:
    """Make a closed vault with some documents."""
    vault, _ = Vault.create(path, PASSPHRASE, cost=CHEAP)
    if documents:
        rows = [row_of(f"{n:06}", {"n": n, "text": "x" * size}) for n in range(documents)]
        vault.db.table("entries").insert_multiple(rows)
    vault.close()


class Story:
    """Random changes, made to a vault and to a dict; `kept` was acknowledged, `meant` is under way."""

    def __init__(self, vault: Vault, rng: Random) -> None:
        self.vault = vault
        self.rng = rng
        self.kept = tables_of(vault)
        self.meant = self.kept
        self.count = 0

    @classmethod
    def open(cls, path: Path, rng: Random, files: Files) -> Story:
        """Open the vault at `path` for a story."""
        return cls(Vault.open(path, PASSPHRASE, files=files), rng)

    def step(self) -> None:
        """Make one change; raises VaultUnwritable, and then `kept` is as it was."""
        choice = self.rng.choice(("one", "one", "large", "several", "remove", "forget", "drop", "rest"))
        self.again(choice)

    def again(self, choice: str) -> None:
        """Make one change of a kind."""
        self.count += 1
        after = copy.deepcopy(self.kept)
        entries = after.setdefault("entries", {})
        some = self.rng.choice(sorted(entries)) if entries else "none"
        new = f"{self.rng.getrandbits(40):010x}"
        getattr(self, f"_{choice}")(after, some, new)
        self.kept = self.meant = {name: table for name, table in after.items() if table}

    def _save(self, after: Tables, changes: dict[str, dict[str, Any]], gone: str = "") -> None:
        for name, rows in changes.items():
            after.setdefault(name, {}).update(rows)
        if gone:
            after["entries"].pop(gone, None)
        self.meant = {name: table for name, table in after.items() if table}
        with self.vault.together():
            for name, rows in changes.items():
                for each, row in rows.items():
                    self.vault.db.table(name).upsert(row_of(each, row))
            if gone:
                self.vault.db.table("entries").remove(doc_ids=text_ids(gone))

    def _one(self, after: Tables, some: str, new: str) -> None:
        self._save(after, {"entries": {new: {"n": self.count}}})

    def _large(self, after: Tables, some: str, new: str) -> None:
        self._save(after, {"entries": {new: {"n": self.count, "text": "y" * self.rng.randint(5000, 40000)}}})

    def _several(self, after: Tables, some: str, new: str) -> None:
        rows = {"entries": {new: {"n": self.count}}, "settings": {"theme": {"value": self.count}}}
        self._save(after, rows, some if some in after["entries"] else "")

    def _remove(self, after: Tables, some: str, new: str) -> None:
        if some in after["entries"]:
            self._save(after, {}, some)

    def _forget(self, after: Tables, some: str, new: str) -> None:
        if some not in after["entries"]:
            return
        del after["entries"][some]
        self.meant = {name: table for name, table in after.items() if table}
        with self.vault.together(forget=True):
            self.vault.db.table("entries").remove(doc_ids=text_ids(some))

    def _drop(self, after: Tables, some: str, new: str) -> None:
        after.pop("settings", None)
        self.meant = {name: table for name, table in after.items() if table}
        self.vault.db.drop_table("settings")

    def _rest(self, after: Tables, some: str, new: str) -> None:
        self.vault.rest()

    def try_step(self, choice: str) -> bool:
        """Make one change of a kind, or tell that it could not be saved."""
        try:
            self.again(choice)
        except VaultUnwritable:
            return False
        return True

    def let_go(self) -> None:
        """Leave the file as a kill would, but free the lock for this process."""
        self.vault.db.close()

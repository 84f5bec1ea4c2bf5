"""Stands in for the `conftest.py` of TinyDB's own tests: every database they make is on the vault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tinydb

from heartwork.vault import KdfCost, Vault, VaultDB, VaultStorage, VaultTable
from heartwork.vault.log import MemoryLog

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSPHRASE = "the suite's own"


class MemoryStorage(VaultStorage):
    """A vault in memory, under the name that TinyDB's tests use."""

    __module__ = "tinydb.storages"

    def __init__(self) -> None:
        super().__init__(MemoryLog(), {})


class JSONStorage(VaultStorage):
    """A vault in a file, under the name that TinyDB's tests use."""

    __module__ = "tinydb.storages"

    def __init__(self, path: str | Path, **_: object) -> None:
        if Path(path).exists():
            vault = Vault.open(path, PASSPHRASE)
        else:
            vault, _words = Vault.create(path, PASSPHRASE, cost=KdfCost(1, 64, 1))
        super().__init__(vault._log, vault._storage.tables)


class Table(VaultTable):
    """The vault's table, under TinyDB's own name, which its tests read in its representation."""


class TinyDB(VaultDB):
    """The vault's database, under TinyDB's own name."""

    table_class = Table


def database(*arguments: Any, storage: Any = JSONStorage, **keywords: Any) -> tinydb.TinyDB:
    """Make a database as the tests ask for it; only a storage of their own is not on the vault."""
    if storage in (MemoryStorage, JSONStorage):
        return TinyDB(storage(*arguments, **keywords))
    return tinydb.TinyDB(*arguments, storage=storage, **keywords)


@pytest.fixture(autouse=True)
def names_on_the_vault(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    mapped = {"TinyDB": database, "MemoryStorage": MemoryStorage, "JSONStorage": JSONStorage}
    for name, stand_in in mapped.items():
        if hasattr(request.module, name):
            monkeypatch.setattr(request.module, name, stand_in)


@pytest.fixture(params=["memory", "json"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tinydb.TinyDB]:
    made = database(tmp_path / "test.db") if request.param == "json" else database(storage=MemoryStorage)
    made.drop_tables()
    made.insert_multiple({"int": 1, "char": each} for each in "abc")
    yield made
    made.close()

"""What unlocking costs, key derivation apart: not much more than reading the same documents as bare JSON."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import orjson

from heartwork.diary import Diary
from heartwork.vault import Vault
from tests.benchmarks.diaries import CHEAP, PASSPHRASE, diary_of
from tests.benchmarks.measuring import Row, collector_at_rest, interleaved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (10_000, 100_000)
ROUNDS = 5
LIMIT = 2.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows about unlocking; the key is derived at a cost of under a millisecond."""
    for size in SIZES:
        path = diary_of(folder, size)
        vault = Vault.open(path, PASSPHRASE, read_only=True)
        documents = orjson.dumps({"entries": dict(vault.documents("entries"))})
        del vault
        held: list[object] = []

        def bare(documents: bytes = documents, held: list[object] = held) -> None:
            held.append(orjson.loads(documents))

        def unlock(path: Path = path, held: list[object] = held) -> None:
            held.append(Diary.open(path, PASSPHRASE, read_only=True))

        def forget(held: list[object] = held) -> None:
            held.clear()
            gc.collect()

        with collector_at_rest():
            bare_took, took = interleaved([bare, unlock], ROUNDS, forget)
        detail = f"{took:.2f} s / {bare_took:.2f} s, {len(documents) / 1e6:.0f} MB, Argon2id {CHEAP}"
        yield Row(f"unlocking {size:,} entries against orjson.loads", took / bare_took, LIMIT, detail)

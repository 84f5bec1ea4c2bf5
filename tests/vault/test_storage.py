"""TinyDB on the vault: a frame for each change or block; nothing is in the tables that is not on the disk."""

from __future__ import annotations

import asyncio
import threading
import uuid
from typing import TYPE_CHECKING, Any, cast

import pytest
from tinydb import where
from tinydb.operations import increment

from heartwork.vault import Vault, VaultUnwritable, new_id, verify
from tests.faults.story import PASSPHRASE, held_at, row_of, tables_of

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.vault import VaultTable


def _table(vault: Vault, name: str = "entries") -> VaultTable:
    return cast("VaultTable", vault.db.table(name))


def test_ids_are_ordered_texts_that_never_come_twice() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert {uuid.UUID(each).version for each in ids[:50]} == {7}
    assert {uuid.UUID(each).variant for each in ids[:50]} == {uuid.RFC_4122}


def test_ids_stay_in_order_when_the_clock_is_set_back() -> None:
    first = new_id()
    assert first < new_id(lambda: 0) < new_id()


def test_an_id_tells_its_time() -> None:
    far = 4_102_444_800_000_000_000  # 2100-01-01, in nanoseconds
    before = new_id.__globals__["_last_id"]
    try:
        assert uuid.UUID(new_id(lambda: far)).int >> 80 == far // 1_000_000
    finally:
        new_id.__globals__["_last_id"] = before


def test_a_block_is_one_frame(vault: Vault, path: Path) -> None:
    before = verify(path, PASSPHRASE).frames
    with vault.together():
        _table(vault).insert({"n": 1})
        _table(vault, "drafts").insert({"n": 2})
        assert verify(path, PASSPHRASE).frames == before
    assert verify(path, PASSPHRASE).frames == before + 1
    assert held_at(path).keys() == {"entries", "drafts"}


def test_a_block_that_changes_nothing_writes_nothing(vault: Vault, path: Path) -> None:
    before = path.read_bytes()
    with vault.together():
        _table(vault).update({"n": 1}, where("nowhere").exists())
    with vault.together(forget=True):
        pass
    assert path.read_bytes() == before


def test_reads_inside_a_block_see_its_changes_and_after_an_exception_nobody_does(
    vault: Vault, path: Path
) -> None:
    table = _table(vault)
    table.insert({"n": 1})
    before = path.read_bytes()
    assert table.search(where("n") == 2) == []
    with pytest.raises(ZeroDivisionError), vault.together():  # noqa: PT012 - the block itself raises
        table.insert({"n": 2})
        table.update(increment("n"))
        assert sorted(row["n"] for row in table) == [2, 3]
        assert len(table.search(where("n") == 2)) == 1
        assert vault.db.tables() == {"entries"}
        raise ZeroDivisionError
    assert [row["n"] for row in table.all()] == [1]
    assert table.search(where("n") == 2) == []
    assert path.read_bytes() == before


def test_an_inner_block_that_fails_leaves_the_outer_one_its_changes(vault: Vault, path: Path) -> None:
    table = _table(vault)
    with vault.together():
        table.insert({"n": 1})
        with pytest.raises(ZeroDivisionError), vault.together():  # noqa: PT012 - the block itself raises
            table.insert({"n": 2})
            raise ZeroDivisionError
        with vault.together():
            table.insert({"n": 3})
    assert sorted(row["n"] for row in held_at(path)["entries"].values()) == [1, 3]


def test_an_inner_wish_to_forget_holds_for_the_outer_block(vault: Vault, path: Path) -> None:
    generation = verify(path, PASSPHRASE).generation
    with vault.together(), vault.together(forget=True):
        _table(vault).insert({"n": 1})
    assert verify(path, PASSPHRASE).generation == generation + 1


def test_a_value_that_json_cannot_hold_is_refused_before_a_byte_is_written(vault: Vault, path: Path) -> None:
    before = path.read_bytes()
    for value in (float("nan"), {1, 2}, b"x", "half \ud83d", 2**70, {1: 2}):
        with pytest.raises((TypeError, ValueError)):
            _table(vault).insert({"v": value})
    for name in ("half \ud83d", cast("str", 5)):
        with pytest.raises((TypeError, ValueError)):
            _table(vault, name).insert({"n": 1})
    assert path.read_bytes() == before
    assert tables_of(vault) == {}


def test_what_is_kept_shares_nothing_with_what_was_given(vault: Vault) -> None:
    given: dict[str, Any] = {"tags": ["a"]}
    each: object = _table(vault).insert(given)
    given["tags"].append("b")
    assert _table(vault).all()[0]["tags"] == ["a"]
    assert isinstance(each, str)


def test_dropping_a_table_within_a_block_leaves_the_others_alone(vault: Vault, path: Path) -> None:
    _table(vault).insert({"n": 1})
    _table(vault, "drafts").insert({"n": 2})
    with vault.together():
        _table(vault).insert({"n": 3})
        vault.db.drop_table("drafts")
    assert sorted(row["n"] for row in held_at(path)["entries"].values()) == [1, 3]
    assert held_at(path).keys() == {"entries"}
    vault.db.drop_tables()
    assert held_at(path) == {}


def test_a_failed_save_leaves_the_tables_as_they_were_and_the_next_one_works(
    vault: Vault, path: Path
) -> None:
    table = _table(vault)
    table.insert({"n": 1})
    away = path.parent.with_name("away")
    path.parent.rename(away)
    for action in (
        lambda: table.insert({"n": 2}),
        lambda: table.update({"n": 5}),
        table.truncate,
        lambda: vault.db.drop_table("entries"),
    ):
        with pytest.raises(VaultUnwritable):
            action()
        assert [row["n"] for row in table.all()] == [1]
    away.rename(path.parent)
    table.insert({"n": 2})
    assert len(held_at(path)["entries"]) == 2


async def test_an_await_inside_a_block_raises_and_drops_it(vault: Vault, path: Path) -> None:
    with pytest.raises(RuntimeError, match="await"), vault.together():  # noqa: PT012 - the block itself raises
        _table(vault).insert({"n": 1})
        await asyncio.sleep(0)
    assert tables_of(vault) == {}
    assert held_at(path) == {}
    with vault.together():
        _table(vault).insert({"n": 2})
    assert len(held_at(path)["entries"]) == 1


async def test_another_task_may_not_use_an_open_block(vault: Vault, path: Path) -> None:
    raised: list[type[Exception]] = []

    async def other() -> None:
        for action in (
            lambda: _table(vault).insert({"n": 2}),
            _table(vault).all,
            vault.db.tables,
            lambda: vault.together().__enter__(),
        ):
            try:
                action()
            except RuntimeError as error:
                raised.append(type(error))

    with pytest.raises(RuntimeError), vault.together():  # noqa: PT012 - the block itself raises
        _table(vault).insert({"n": 1})
        await asyncio.create_task(other())
    assert raised == [RuntimeError] * 4
    assert held_at(path) == tables_of(vault) == {}
    await other()
    assert len(raised) == 4
    assert len(held_at(path)["entries"]) == 1


def test_another_thread_may_not_use_an_open_block(vault: Vault, path: Path) -> None:
    raised: list[str] = []

    def other() -> None:
        for action in (lambda: _table(vault).insert({"n": 2}), lambda: _table(vault).all()):
            try:
                action()
            except RuntimeError as error:
                raised.append(str(error))

    with vault.together():
        _table(vault).insert({"n": 1})
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert len(raised) == 2
    assert [row["n"] for row in held_at(path)["entries"].values()] == [1]


def test_threads_that_save_at_once_lose_nothing_that_they_were_told_is_saved(
    vault: Vault, path: Path
) -> None:
    saved: list[int] = []
    start = threading.Barrier(4)

    def save(first: int) -> None:
        start.wait()
        for n in range(first, first + 100):
            try:
                _table(vault).insert({"n": n})
            except RuntimeError:
                continue
            saved.append(n)
            _table(vault).all()

    threads = [threading.Thread(target=save, args=(first,)) for first in (0, 100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row["n"] for row in held_at(path)["entries"].values()) == sorted(saved)
    _table(vault).insert({"n": -1})
    assert len(held_at(path)["entries"]) == len(saved) + 1


def test_a_vault_in_memory_keeps_what_it_is_told_and_has_no_file() -> None:
    vault = Vault.in_memory()
    _table(vault).upsert(row_of("1", {"n": 1}))
    with pytest.raises(ZeroDivisionError), vault.together(forget=True):  # noqa: PT012 - the block itself raises
        _table(vault).truncate()
        raise ZeroDivisionError
    assert tables_of(vault) == {"entries": {"1": {"n": 1}}}
    assert (vault.path, vault.conflict, vault.read_only, vault.has_recovery) == (None, None, False, False)
    with pytest.raises(VaultUnwritable):
        vault.renew_recovery()
    vault.close()

"""TinyDB's own tests run on the vault; the few that count in integer ids have twins that count in texts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from tinydb import where

from heartwork.vault import Vault
from tests.faults.story import CHEAP, PASSPHRASE, row_of, text_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.vault import VaultDB

FILES = ("test_operations.py", "test_queries.py", "test_tables.py", "test_tinydb.py")
ASSERT_INTEGER_IDS = (
    "test_tables.py::test_next_id",
    "test_tables.py::test_truncate_table",
    "test_tinydb.py::test_contains_ids",
    "test_tinydb.py::test_doc_ids_json",
    "test_tinydb.py::test_insert_ids",
    "test_tinydb.py::test_insert_multiple_with_ids",
    "test_tinydb.py::test_insert_with_doc_id",
    "test_tinydb.py::test_insert_with_duplicate_doc_id",
    "test_tinydb.py::test_lastid_after_open",
    "test_tinydb.py::test_remove_ids",
    "test_tinydb.py::test_remove_ids_mixed",
    "test_tinydb.py::test_remove_returns_ids",
    "test_tinydb.py::test_update_ids",
    "test_tinydb.py::test_update_ids_mixed",
    "test_tinydb.py::test_update_returns_ids",
    "test_tinydb.py::test_upsert",
    "test_tinydb.py::test_upsert_by_id",
)


@pytest.fixture(scope="session")
def tinydb_tests(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with TinyDB's tests, from its source distribution; kept in pytest's cache."""
    number = version("tinydb")
    kept = request.config.cache.mkdir("tinydb") / f"tinydb-{number}.tar.gz"
    if not kept.exists():
        shutil.copy(_downloaded(number, tmp_path_factory.mktemp("sdist")), kept)
    folder = tmp_path_factory.mktemp("tinydb")
    with tarfile.open(kept) as archive:
        for name in FILES:
            member = archive.extractfile(f"tinydb-{number}/tests/{name}")
            assert member is not None
            (folder / name).write_bytes(member.read())
    shutil.copy(Path(__file__).with_name("on_the_vault.py"), folder / "conftest.py")
    return folder


def _downloaded(number: str, folder: Path) -> Path:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--timeout",
        "5",
    ]
    wanted = ["--retries", "0", "--no-deps", "--no-binary", "tinydb", f"tinydb=={number}"]
    try:
        subprocess.run([*pip, *wanted, "--dest", str(folder)], check=True, capture_output=True, timeout=60)
        return next(folder.glob("tinydb-*.tar.gz"))
    except (OSError, subprocess.SubprocessError, StopIteration):
        pytest.skip("no package index is reachable: TinyDB's own tests were not run")


def test_tinydbs_own_tests_pass_on_the_vault(tinydb_tests: Path) -> None:
    left_out = [word for name in ASSERT_INTEGER_IDS for word in ("--deselect", name)]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        "/dev/null",
        "--rootdir",
        ".",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [*command, *left_out, "."], cwd=tinydb_tests, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout[-2000:]
    told = re.search(r"(\d+) passed, (\d+) deselected", done.stdout)
    assert told is not None, done.stdout[-500:]
    assert int(told[1]) >= 150
    assert len(ASSERT_INTEGER_IDS) <= 17 < int(told[2])


# --- twins of the tests that assert integer ids -----------------------------------------------------


@pytest.fixture(params=["memory", "file"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VaultDB]:
    vault = (
        Vault.in_memory()
        if request.param == "memory"
        else Vault.create(tmp_path / "diary.heartwork", PASSPHRASE, cost=CHEAP)[0]
    )
    vault.db.insert_multiple(row_of(f"id-{char}", {"int": 1, "char": char}) for char in "abc")
    yield vault.db
    vault.close()


A, B, C, NONE = text_ids("id-a"), text_ids("id-b"), text_ids("id-c"), text_ids("nowhere")


def _ids(db: VaultDB) -> list[Any]:
    return [cast("Any", row.doc_id) for row in db.all()]


def test_next_id_is_a_text_that_comes_after_the_last(db: VaultDB) -> None:
    ids = [db.insert({}) for _ in range(3)]
    assert ids == sorted(ids)
    assert all(type(each) is str for each in ids)


def test_truncate_table_leaves_an_empty_one_with_fresh_ids(db: VaultDB) -> None:
    before = db.insert({})
    db.truncate()
    assert len(db) == 0
    assert db.tables() == {"_default"}
    assert db.insert({}) > before


def test_contains_ids(db: VaultDB) -> None:
    assert db.contains(doc_id=A[0])
    assert db.contains(doc_id=B[0])
    assert not db.contains(doc_id=NONE[0])


def test_doc_ids_outlive_a_reopening(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    vault, _ = Vault.create(path, PASSPHRASE, cost=CHEAP)
    ids = vault.db.insert_multiple([{"int": 1, "char": char} for char in "abc"])
    vault.close()
    again = Vault.open(path, PASSPHRASE)
    assert _ids(again.db) == ids
    again.db.update({"int": 2}, doc_ids=ids[:2])
    assert again.db.count(where("int") == 2) == 2
    first = again.db.all()[0]
    assert again.db.get(doc_id=first.doc_id) == first
    assert again.db.get(doc_id=cast("Any", float("nan"))) is None
    again.db.remove(doc_ids=ids[:2])
    assert _ids(again.db) == ids[2:]
    again.close()


def test_insert_ids(db: VaultDB) -> None:
    db.drop_tables()
    first, second = db.insert({"int": 1}), db.insert({"int": 1})
    assert _ids(db) == [first, second]
    assert first != second


def test_insert_multiple_with_ids(db: VaultDB) -> None:
    db.drop_tables()
    ids = db.insert_multiple([{"char": char} for char in "abc"])
    assert _ids(db) == ids
    assert len(set(ids)) == 3


def test_insert_with_doc_id(db: VaultDB) -> None:
    assert db.insert(row_of("mine", {"int": 2})) == "mine"
    assert db.insert_multiple([row_of("x", {}), row_of("y", {})]) == ["x", "y"]
    assert db.get(doc_id=text_ids("mine")[0]) == {"int": 2}
    assert db.insert({}) not in ("mine", "x", "y")


def test_insert_with_duplicate_doc_id(db: VaultDB) -> None:
    with pytest.raises(ValueError, match="id-a"):
        db.insert(row_of("id-a", {"int": 9}))
    assert db.get(doc_id=A[0]) == {"int": 1, "char": "a"}


def test_last_id_after_open(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    vault, _ = Vault.create(path, PASSPHRASE, cost=CHEAP)
    last = vault.db.insert_multiple({"i": i} for i in range(100))[-1]
    vault.close()
    again = Vault.open(path, PASSPHRASE)
    assert again.db.insert({}) > last
    again.close()


def test_remove_ids(db: VaultDB) -> None:
    db.remove(doc_ids=A + B)
    assert _ids(db) == C


def test_remove_ids_mixed(db: VaultDB) -> None:
    assert db.remove(doc_ids=A + NONE) == A
    assert _ids(db) == B + C


def test_remove_returns_ids(db: VaultDB) -> None:
    assert db.remove(where("char") == "b") == B


def test_update_ids(db: VaultDB) -> None:
    db.update({"int": 2}, doc_ids=A + B)
    assert db.count(where("int") == 2) == 2


def test_update_ids_mixed(db: VaultDB) -> None:
    assert db.update({"int": 9}, doc_ids=A + NONE) == A
    assert [row["int"] for row in db.all()] == [9, 1, 1]


def test_update_returns_ids(db: VaultDB) -> None:
    assert db.update({"char": "z"}, where("int") == 1) == A + B + C


def test_upsert(db: VaultDB) -> None:
    assert db.upsert({"int": 5}, where("char") == "a") == A
    assert db.count(where("int") == 5) == 1
    (new,) = db.upsert({"int": 9, "char": "x"}, where("char") == "x")
    assert db.get(doc_id=new) == {"int": 9, "char": "x"}


def test_upsert_by_id(db: VaultDB) -> None:
    assert db.upsert(row_of("id-a", {"char": "v"})) == A
    assert db.get(doc_id=A[0]) == {"int": 1, "char": "v"}
    assert db.upsert(row_of("id-w", {"char": "w"})) == ["id-w"]
    assert len(db) == 4
    with pytest.raises(ValueError, match=r"(?=.*\bdoc_id\b)(?=.*\bquery\b)"):
        db.upsert({"no": "query"})
    assert db.insert({}) != "id-w"

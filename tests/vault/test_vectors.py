"""Files made once by another writer open, or fail, alike for ever; a second reader says the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from heartwork import vault as vault_module
from heartwork.vault import DamagedVault, Vault
from tests import reader
from tests.vectors import make

FOLDER = Path(make.__file__).parent
INDEX: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
OPENING = [each for each in INDEX if "tables" in each]
FAILING = [each for each in INDEX if "tables" not in each]


def _named(each: dict[str, Any]) -> str:
    return str(each["file"]).removesuffix(".heartwork")


def _copy(each: dict[str, Any], folder: Path) -> Path:
    path = folder / str(each["file"])
    path.write_bytes((FOLDER / each["file"]).read_bytes())
    return path


def _open(each: dict[str, Any], path: Path, *, rescue: bool = False) -> Vault:
    if "words" in each:
        return Vault.open_with_recovery(path, each["words"])
    return Vault.open(path, each["passphrase"], rescue=rescue)


def _second(each: dict[str, Any]) -> tuple[str, Any]:
    secret = bytes.fromhex(each["entropy"]) if "words" in each else each["passphrase"]
    return reader.read((FOLDER / each["file"]).read_bytes(), secret)


@pytest.mark.parametrize("each", OPENING, ids=_named)
def test_a_vector_that_opened_once_opens_alike(each: dict[str, Any], tmp_path: Path) -> None:
    vault = _open(each, _copy(each, tmp_path))
    assert vault.report.verdict.value == each["expect"]
    assert vault.db.storage.read() == each["tables"]
    assert vault.report.healed == each.get("healed", False)
    assert vault.report.rested == each.get("rested", False)
    vault.close()


@pytest.mark.parametrize("each", OPENING, ids=_named)
def test_a_vector_that_opens_can_be_written_to_and_opens_again(each: dict[str, Any], tmp_path: Path) -> None:
    path = _copy(each, tmp_path)
    vault = _open(each, path)
    vault.db.table("later").insert({"n": 1})
    with vault.together(forget=True):
        vault.db.drop_table("later")
    vault.close()
    again = _open(each, path)
    assert again.db.storage.read() == each["tables"]
    assert again.report.verdict.value == "clean"
    again.close()


@pytest.mark.parametrize("each", FAILING, ids=_named)
def test_a_vector_that_failed_once_fails_alike_and_stays_as_it_is(
    each: dict[str, Any], tmp_path: Path
) -> None:
    path = _copy(each, tmp_path)
    before = path.read_bytes()
    error = getattr(vault_module, each["expect"])
    with pytest.raises(error) as raised:
        _open(each, path)
    assert raised.type is error
    assert path.read_bytes() == before


@pytest.mark.parametrize("each", [one for one in INDEX if "rescued" in one], ids=_named)
def test_what_still_reads_of_a_damaged_vector_is_rescued(each: dict[str, Any], tmp_path: Path) -> None:
    path = _copy(each, tmp_path)
    before = path.read_bytes()
    vault = _open(each, path, rescue=True)
    assert vault.db.storage.read() == each["rescued"]
    assert vault.read_only
    vault.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("each", OPENING, ids=_named)
def test_the_second_reader_agrees_on_all_that_opens(each: dict[str, Any]) -> None:
    assert _second(each) == (each["expect"], each["tables"])


@pytest.mark.parametrize(
    "each", [one for one in FAILING if not _named(one).startswith("hostile")], ids=_named
)
def test_the_second_reader_refuses_what_fails(each: dict[str, Any]) -> None:
    with pytest.raises(reader.Unreadable):
        _second(each)


def test_every_vector_is_in_the_index_and_was_made_by_the_writer(tmp_path: Path) -> None:
    make.make(tmp_path)
    here = {path.name: path.read_bytes() for path in FOLDER.glob("*.heartwork")}
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.heartwork")} == here
    assert {each["file"] for each in INDEX} == here.keys()


def test_the_second_reader_is_short_and_shares_nothing_with_heartwork() -> None:
    source = Path(reader.__file__).read_text(encoding="utf-8")
    imports = [line for line in source.splitlines() if line.startswith(("import ", "from "))]
    assert len(source.splitlines()) < 100
    assert not any("heartwork" in line or "orjson" in line for line in imports)


def test_the_error_of_a_damaged_vault_says_what_still_reads(tmp_path: Path) -> None:
    each = next(one for one in INDEX if _named(one) == "damaged-part")
    with pytest.raises(DamagedVault) as raised:
        _open(each, _copy(each, tmp_path))
    report = raised.value.report
    assert report is not None
    assert (report.missing, report.documents) == (1, {"entries": 3})

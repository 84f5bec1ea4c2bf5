"""Where changes go: one frame at the end, a whole new file where that is called for, never over another's."""

from __future__ import annotations

import datetime as dt
import re
import threading
from typing import TYPE_CHECKING, cast

import pytest

from heartwork.vault import ReadOnlyVault, Vault, VaultFull, VaultUnwritable, Verdict, verify
from heartwork.vault import log as log_module
from tests.faults.story import CHEAP, PASSPHRASE, held_at, make, row_of, tables_of

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.vault.log import Log


def _log(vault: Vault) -> Log:
    return cast("Log", vault._log)


def test_a_save_is_one_frame_at_the_end(vault: Vault, path: Path) -> None:
    before = path.read_bytes()
    vault.db.table("entries").insert({"text": "one"})
    after = path.read_bytes()
    assert after.startswith(before)
    assert len(after) - len(before) == 64 + 512 + 16


def test_closing_says_that_nothing_is_under_way(vault: Vault, path: Path) -> None:
    vault.db.table("entries").insert({"text": "one"})
    assert not verify(path, PASSPHRASE).rested
    vault.rest()
    assert verify(path, PASSPHRASE).rested
    size = path.stat().st_size
    vault.rest()
    assert path.stat().st_size == size
    vault.db.table("entries").insert({"text": "two"})
    assert not verify(path, PASSPHRASE).rested


def test_opening_and_closing_writes_nothing(path: Path) -> None:
    make(path, documents=3)
    before = (path.read_bytes(), path.stat().st_ino)
    Vault.open(path, PASSPHRASE).close()
    assert (path.read_bytes(), path.stat().st_ino) == before


def test_after_closing_nothing_is_written_any_more(path: Path) -> None:
    make(path, documents=3)
    vault = Vault.open(path, PASSPHRASE)
    vault.close()
    before = path.read_bytes()
    with pytest.raises(ReadOnlyVault):
        vault.db.table("entries").insert({"text": "late"})
    with pytest.raises(ReadOnlyVault):
        vault.renew_recovery()
    vault.close()
    assert path.read_bytes() == before


def test_a_reader_writes_nothing(path: Path) -> None:
    make(path, documents=3)
    before = path.read_bytes()
    reader = Vault.open(path, PASSPHRASE, read_only=True)
    for change in (
        lambda: reader.db.table("entries").insert({}),
        reader.db.drop_tables,
        reader.renew_recovery,
        lambda: reader.change_passphrase("another", cost=CHEAP),
    ):
        with pytest.raises(ReadOnlyVault):
            change()
    reader.rest()
    reader.close()
    assert path.read_bytes() == before
    assert tables_of(reader) == held_at(path)


def test_many_changes_are_folded_at_the_end_of_a_session(vault: Vault, path: Path) -> None:
    for n in range(log_module.MOST_CHANGES + 1):
        vault.db.table("entries").upsert(row_of("one", {"n": n}))
    size = path.stat().st_size
    vault.close()
    report = verify(path, PASSPHRASE)
    assert path.stat().st_size < size / 100
    assert (report.frames, report.generation, report.rested) == (2, 2, True)


def test_many_changes_that_a_kill_left_are_folded_at_the_next_start(vault: Vault, path: Path) -> None:
    for n in range(log_module.MOST_CHANGES + 1):
        vault.db.table("entries").upsert(row_of("one", {"n": n}))
    vault.db.close()
    again = Vault.open(path, PASSPHRASE)
    assert verify(path, PASSPHRASE).frames == 1
    assert tables_of(again) == {"entries": {"one": {"n": log_module.MOST_CHANGES}}}
    again.close()


def test_a_long_session_folds_by_itself(vault: Vault, path: Path) -> None:
    _log(vault)._session_limit = 20_000
    sizes = set()
    for n in range(60):
        vault.db.table("entries").upsert(row_of("one", {"n": n}))
        sizes.add(path.stat().st_size)
    assert max(sizes) < 25_000
    assert held_at(path) == {"entries": {"one": {"n": 59}}}


def test_a_torn_file_is_kept_aside_and_written_anew(path: Path) -> None:
    make(path, documents=3)
    torn = path.read_bytes() + b"HWfr" + bytes(20)
    path.write_bytes(torn)
    vault = Vault.open(path, PASSPHRASE)
    assert vault.report.verdict is Verdict.TORN
    assert path.read_bytes() == torn
    vault.db.table("entries").insert({"n": 9})
    vault.close()
    (kept,) = path.parent.glob("*.damaged-*")
    assert re.fullmatch(r"diary\.heartwork\.damaged-\d{8}T\d{6}", kept.name)
    assert kept.read_bytes() == torn
    assert verify(path, PASSPHRASE).verdict is Verdict.CLEAN
    assert len(held_at(path)["entries"]) == 4


def test_a_bad_header_copy_is_healed_at_the_next_save(path: Path) -> None:
    make(path, documents=3)
    spoilt = bytearray(path.read_bytes())
    spoilt[40] ^= 1
    path.write_bytes(bytes(spoilt))
    vault = Vault.open(path, PASSPHRASE)
    assert vault.report.healed
    vault.close()
    data = path.read_bytes()
    assert data[:512] == data[512:1024]
    assert not list(path.parent.glob("*.damaged-*"))
    assert not verify(path, PASSPHRASE).healed


def test_what_is_forgotten_is_in_no_byte_of_the_folder_that_opens(vault: Vault, path: Path) -> None:
    table = vault.db.table("entries")
    table.insert_multiple([row_of("1", {"text": "a secret"}), row_of("2", {"text": "kept"})])
    generation = verify(path, PASSPHRASE).generation
    with vault.together(forget=True):
        table.remove(doc_ids=["1"])  # type: ignore[list-item]  # ids are texts here
    report = verify(path, PASSPHRASE)
    assert (report.frames, report.generation) == (1, generation + 1)
    assert held_at(path) == {"entries": {"2": {"text": "kept"}}}
    assert {each.name for each in path.parent.iterdir()} == {path.name, f"{path.name}.lock"}


def test_a_batch_over_32_mib_is_one_rewrite(vault: Vault, path: Path) -> None:
    rows = [row_of(f"{n}", {"text": "x" * 4_000_000}) for n in range(9)]
    vault.db.table("entries").insert_multiple(rows)
    report = verify(path, PASSPHRASE)
    assert (report.entries, report.generation) == (9, 2)


def test_a_single_text_over_32_mib_is_refused_and_changes_nothing(vault: Vault, path: Path) -> None:
    vault.db.table("entries").insert({"n": 1})
    before = path.read_bytes()
    with pytest.raises(VaultFull):
        vault.db.table("entries").insert({"text": "x" * (33 << 20)})
    assert path.read_bytes() == before
    assert len(vault.db.table("entries")) == 1
    vault.db.table("entries").insert({"n": 2})
    assert len(held_at(path)["entries"]) == 2


def test_a_file_never_grows_past_what_is_sure_to_open(
    vault: Vault, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (log_module, __import__("heartwork.vault.rewrite", fromlist=["MAX_FILE"])):
        monkeypatch.setattr(module, "MAX_FILE", 30_000)
    table = vault.db.table("entries")
    with pytest.raises(VaultFull):  # noqa: PT012 - the block itself raises
        for n in range(100):
            table.upsert(row_of(f"{n // 40}", {"n": n, "text": "x" * 1000 * (1 + n // 4)}))
    assert path.stat().st_size <= 30_000
    assert held_at(path) == tables_of(vault)
    table.truncate()
    table.insert({"n": 0})
    assert held_at(path) == tables_of(vault)


def test_ours_goes_beside_a_file_that_another_program_put_there(vault: Vault, path: Path) -> None:
    _log(vault)._clock = lambda: dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
    path.write_bytes(b"theirs")
    for n in range(3):
        vault.db.table("entries").insert({"n": n})
    ours = path.with_name("diary (conflict 2026-01-02 0304).heartwork")
    assert vault.path == vault.conflict == ours
    assert path.read_bytes() == b"theirs"
    assert len(held_at(ours)["entries"]) == 3
    second = path.with_name("diary (conflict 2026-01-02 0304) 2.heartwork")
    ours.write_bytes(b"theirs again")
    with vault.together(forget=True):
        vault.db.table("entries").insert({"n": 3})
    assert vault.conflict is not None
    assert ours.read_bytes() == b"theirs again"
    assert vault.conflict != ours != second
    assert len(held_at(vault.conflict)["entries"]) == 4


def test_a_diary_too_large_for_its_conflict_file_says_that_it_is_full(
    vault: Vault, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.db.table("entries").insert({"text": "x" * 9000})
    path.write_bytes(b"theirs")
    monkeypatch.setattr("heartwork.vault.rewrite.MAX_FILE", 5000)
    with pytest.raises(VaultFull):
        vault.db.table("entries").insert({"n": 1})
    monkeypatch.undo()
    vault.db.table("entries").insert({"n": 1})
    assert vault.conflict is not None
    assert len(held_at(vault.conflict)["entries"]) == 2


def test_keys_may_be_renewed_in_another_thread_while_saves_go_on(vault: Vault, path: Path) -> None:
    renewing = threading.Thread(target=lambda: [vault.renew_recovery() for _ in range(40)])
    renewing.start()
    saved = 0
    while renewing.is_alive() or saved < 50:
        vault.db.table("entries").insert({"n": saved})
        saved += 1
        if saved % 10 == 0:
            assert len(held_at(path)["entries"]) == saved
    renewing.join()
    assert vault.conflict is None
    assert len(held_at(path)["entries"]) == saved


def test_a_failed_save_is_told_with_its_reason_and_changes_nothing(vault: Vault, path: Path) -> None:
    vault.db.table("entries").insert({"n": 1})
    path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(VaultUnwritable, match="No such file"):
        vault.db.table("entries").insert({"n": 2})
    assert len(vault.db.table("entries")) == 1
    path.parent.with_name("away").rename(path.parent)
    vault.db.table("entries").insert({"n": 2})
    assert len(held_at(path)["entries"]) == 2

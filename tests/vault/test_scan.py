"""Reading frames: to the end, to a torn tail, or around what is damaged."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from heartwork.vault import DamagedVault, Vault, Verdict, verify
from tests.faults.story import PASSPHRASE, held_at, make
from tests.faults.tally import Tally
from tests.vectors.writer import CHANGE, LAST, PART, Writer

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_file_is_clean_and_says_how_much_it_holds(path: Path) -> None:
    make(path, documents=7)
    report = verify(path, PASSPHRASE)
    assert report.verdict is Verdict.CLEAN
    assert (report.documents, report.entries, report.schema) == ({"entries": 7}, 7, 1)
    assert (report.size, report.first_bad, report.missing, report.rested) == (
        path.stat().st_size,
        None,
        0,
        True,
    )


@pytest.mark.parametrize("tail", [b"x", b"HWfr" * 15, bytes(64), bytes(5000), b"HWfr" + bytes(60)])
def test_a_short_or_empty_tail_is_an_interrupted_save(path: Path, tail: bytes) -> None:
    make(path, documents=3)
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + tail)
    report = verify(path, PASSPHRASE)
    assert report.verdict is (Verdict.BAD_TAIL if tail.rstrip(b"\0") and len(tail) >= 64 else Verdict.TORN)
    assert (report.first_bad, report.entries) == (size, 3)


def test_a_large_file_tells_of_its_progress(path: Path) -> None:
    make(path, documents=1000, size=4000)
    seen: list[tuple[int, int]] = []
    vault = Vault.open(path, PASSPHRASE, progress=lambda done, of: seen.append((done, of)))
    vault.close()
    size = path.stat().st_size
    assert len(seen) >= 2
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert all(0 < done <= of for done, of in seen)
    assert seen[-1][1] <= size


def test_a_mark_that_lies_across_two_pieces_is_found(tmp_path: Path) -> None:
    writer = Writer(PASSPHRASE)
    writer.frame(PART, {"s": {"entries": {"1": {"n": 1}}}})
    first = writer.frame(LAST, {"s": {"entries": {"2": {"n": 2}}}})
    last = writer.frame(CHANGE, {"s": {"entries": {"3": {"n": 3}}}})
    start = 1024 + len(writer.frames[0])
    for shift in range(-5, 6):
        path = tmp_path / f"{shift}.heartwork"
        gap = (1 << 20) + shift - len(first)
        data = writer.file()
        path.write_bytes(data[:start] + b"?" * len(first) + b"." * gap + last)
        with pytest.raises(DamagedVault):
            Vault.open(path, PASSPHRASE)
        rescued = Vault.open(path, PASSPHRASE, rescue=True)
        assert rescued.db.storage.read() == {"entries": {"1": {"n": 1}, "3": {"n": 3}}}
        assert rescued.report.missing == 2
        rescued.close()


def test_a_rescue_loses_the_damaged_part_alone(path: Path) -> None:
    make(path, documents=300, size=1000)
    vault = Vault.open(path, PASSPHRASE)
    vault.renew_recovery()
    vault.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedVault) as raised:
        Vault.open(path, PASSPHRASE)
    assert raised.value.report is not None
    assert raised.value.report.missing == 1
    rescued = Vault.open(path, PASSPHRASE, rescue=True)
    lost = 300 - len(rescued.db.table("entries"))
    rescued.close()
    assert 0 < lost <= 70
    assert path.read_bytes() == bytes(data)


def test_reading_beside_a_writer_sees_what_is_saved(vault: Vault, path: Path) -> None:
    for n in range(5):
        vault.db.table("entries").insert({"n": n})
        assert sorted(row["n"] for row in held_at(path)["entries"].values()) == list(range(n + 1))


def test_the_tally_of_a_case_that_tried_nothing_does_not_pass() -> None:
    with pytest.raises(AssertionError):
        Tally().check()
    told = Tally()
    told.expect(False, "it broke")
    with pytest.raises(AssertionError, match="it broke"):
        told.check()


def test_frames_of_two_computers_that_went_on_from_one_copy_are_never_mixed(
    path: Path, tmp_path: Path
) -> None:
    make(path, documents=2)
    start = path.read_bytes()
    branches: list[list[bytes]] = []
    for name in ("one", "other"):
        copy = tmp_path / f"{name}.heartwork"
        copy.write_bytes(start)
        vault = Vault.open(copy, PASSPHRASE)
        sizes = [len(start)]
        for n in range(2):
            vault.db.table("entries").insert({name: n})
            sizes.append(copy.stat().st_size)
        vault.db.close()
        data = copy.read_bytes()
        branches.append([data[a:b] for a, b in pairwise(sizes)])
    path.write_bytes(start + branches[0][0] + branches[1][1])
    with pytest.raises(DamagedVault):
        Vault.open(path, PASSPHRASE)
    path.write_bytes(start + b"".join(branches[1]))
    assert verify(path, PASSPHRASE).entries == 4

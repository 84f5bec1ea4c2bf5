"""A whole new file counts only once it was read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.vault.errors import VaultFull
from heartwork.vault.files import FILES
from heartwork.vault.frames import Epoch
from heartwork.vault.layout import Header, Slot
from heartwork.vault.logfile import NewFile
from heartwork.vault.rewrite import next_header, read_back, write_snapshot
from tests.faults.mutants import lying_disk, torn_then_written
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = Header(b"f" * 16, 3, b"s" * 32, (Slot(2, 2),))
TABLES = {"entries": {f"{n:04}": {"text": "x" * 900} for n in range(200)}}


def test_a_rewrite_counts_on_and_takes_a_new_salt() -> None:
    after = next_header(HEADER)
    assert (after.file_id, after.generation, after.slots) == (HEADER.file_id, 4, HEADER.slots)
    assert after.epoch_salt != HEADER.epoch_salt
    assert next_header(HEADER, ()).slots == ()


def _written(folder: Path) -> tuple[NewFile, Epoch, bytes]:
    new = NewFile(FILES, folder / "diary")
    epoch = Epoch.begin(b"m" * 32, HEADER)
    return new, epoch, write_snapshot(new, epoch, TABLES, 1)  # type: ignore[arg-type]  # literals are narrower


def test_a_file_that_is_what_was_written_is_read_back(tmp_path: Path) -> None:
    new, epoch, digest = _written(tmp_path)
    with new:
        new.settle()
        read_back(FILES, new, epoch, digest)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data[:600] + b"?" + data[601:],
        lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
        lambda data: data[:1024],
        lambda data: b"",
    ],
)
def test_a_file_that_is_anything_else_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    new, epoch, digest = _written(tmp_path)
    with new:
        new.path.write_bytes(spoil(new.path.read_bytes()))
        with pytest.raises(OSError, match="something else"):
            read_back(FILES, new, epoch, digest)


def test_sound_frames_with_other_words_are_refused(tmp_path: Path) -> None:
    new, epoch, _ = _written(tmp_path)
    with new, pytest.raises(OSError, match="something else"):
        read_back(FILES, new, epoch, b"another digest")


def test_a_snapshot_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heartwork.vault.rewrite.MAX_FILE", 100_000)
    with pytest.raises(VaultFull):
        _written(tmp_path)


@pytest.mark.parametrize("case", [lying_disk, torn_then_written])
def test_a_disk_that_lies_and_a_tail_that_is_torn_cost_nothing(
    case: Callable[[Tally, Path], None], tmp_path: Path
) -> None:
    tally = Tally()
    case(tally, tmp_path)
    tally.check()

"""Vaults that are careless in one way each: the cases must notice every one of them (case 3)."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from heartwork.vault import VaultError
from heartwork.vault import log as log_module
from heartwork.vault.files import Files
from heartwork.vault.logfile import LogFile
from heartwork.vault.pending import merged
from heartwork.vault.storage import VaultStorage
from tests.faults.calls import failing_calls
from tests.faults.crashes import Recording, crash_states
from tests.faults.disk import Recorder
from tests.faults.faulty import Watched
from tests.faults.others import replaced_files
from tests.faults.story import Story, held_at, make
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from heartwork.vault.pending import Block


class _NoFsync(Recorder):
    def _fsync(self, call: Callable[[], Any], fd: int) -> None:
        """Promise, and do nothing."""


class _NoFolderFsync(Recorder):
    def _sync_folder(self, call: Callable[[], Any], folder: Path) -> None:
        """Promise, and do nothing."""


class _WithoutFsync(Recording):
    def recorder(self, folder: Path) -> Recorder:
        return _NoFsync(folder)


class _WithoutFolderFsync(Recording):
    def recorder(self, folder: Path) -> Recorder:
        return _NoFolderFsync(folder)


class LyingDisk(Watched):
    """A disk that takes a whole new file and keeps something else."""

    def __init__(self) -> None:
        self.lies = False

    def around(self, name: str, call: Callable[[], Any], arguments: tuple[Any, ...]) -> Any:
        if self.lies and name == "write" and len(arguments[1]) > 1500:
            spoilt = bytearray(arguments[1])
            spoilt[900] ^= 4
            return Files.write(self, arguments[0], memoryview(spoilt))
        return call()


def lying_disk(tally: Tally, folder: Path) -> None:
    """Rewrite on a disk that lies: the old file stays, and the save is not acknowledged."""
    path = folder / "diary.heartwork"
    make(path, documents=20, size=500)
    files = LyingDisk()
    story = Story.open(path, Random(2), files)
    files.lies = True
    took = story.try_step("forget")
    tally.expect(not took and held_at(path) == story.kept, "a spoilt file took the place of a sound one")
    files.lies = False
    story.again("forget")
    tally.expect(held_at(path) == story.kept, "the disk is sound again, and nothing can be saved")
    story.vault.close()


def _apply_first(self: VaultStorage, block: Block, *, forget: bool) -> None:
    change = block.change()
    before = self.tables
    after = merged(before, change)
    change.apply(before)
    if change:
        self.log.save(change.to_json(), lambda: after, forget=forget)


def _unchecked(*_: object) -> None:
    """Find everything in order."""


def _mutants() -> Iterator[tuple[str, AbstractContextManager[Any] | None, Callable[[Tally, Path], None]]]:
    yield "no fsync", None, lambda tally, folder: crash_states(tally, folder, _WithoutFsync)
    yield "no folder fsync", None, lambda tally, folder: crash_states(tally, folder, _WithoutFolderFsync)
    yield "replace before verify", patch.object(log_module, "read_back", _unchecked), lying_disk
    yield "apply before save", patch.object(VaultStorage, "commit", _apply_first), failing_calls
    yield "no cut back", patch.object(LogFile, "_cut_back", LogFile.close), failing_calls
    yield "no look before a write", patch.object(LogFile, "check", _unchecked), replaced_files
    yield "tail not judged", patch.object(log_module.Log, "resume", _unchecked), torn_then_written


def torn_then_written(tally: Tally, folder: Path) -> None:
    """Write to a diary whose last save was cut short: the tail is left behind, and nothing is lost."""
    path = folder / "diary.heartwork"
    make(path, documents=3)
    path.write_bytes(path.read_bytes() + b"HWfr" + bytes(20))
    story = Story.open(path, Random(2), Files())
    story.again("one")
    story.let_go()
    try:
        tally.expect(held_at(path) == story.kept, "a save behind a torn tail is lost")
    except VaultError as error:
        tally.expect(False, f"a save behind a torn tail: {error}")


def mutants(tally: Tally, folder: Path) -> None:
    """Let each mutant loose, and see that a case notices; each of these cases holds without it."""
    for number, (name, careless, case) in enumerate(_mutants()):
        place = folder / f"m{number}"
        (place / "sound").mkdir(parents=True)
        (place / "mutant").mkdir()
        share = min(tally.share, 0.1)
        if careless is not None:
            sound = Tally(share)
            case(sound, place / "sound")
            tally.expect(
                sound.tries and not sound.faults, f"without '{name}' the case fails: {sound.faults[:1]}"
            )
        tally.expect(_noticed(careless, case, share, place / "mutant"), f"'{name}' was not noticed")


def _noticed(
    careless: AbstractContextManager[Any] | None,
    case: Callable[[Tally, Path], None],
    share: float,
    folder: Path,
) -> bool:
    inner = Tally(share)
    if careless is None:
        case(inner, folder)
        return bool(inner.faults)
    with careless:
        try:
            case(inner, folder)
        except VaultError:
            return True
    return bool(inner.faults)


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "3 mutants": mutants,
    "3 lying disk": lying_disk,
    "2 torn then written": torn_then_written,
}

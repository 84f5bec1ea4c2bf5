"""Power cuts at every moment: each state that the disk may be left in opens to what was kept (case 4)."""

from __future__ import annotations

import copy
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from heartwork.vault import NoVault, Vault, VaultError, VaultUnwritable, WrongPassphrase
from tests.faults.disk import Disk, Recorder
from tests.faults.story import CHEAP, PASSPHRASE, Story, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.story import Tables
    from tests.faults.tally import Tally

NEW_PASSPHRASE = "another lantern by night"
NAME = "diary.heartwork"


class Recording:
    """One session, and for each of its marks what was kept and what was meant then."""

    def __init__(self, folder: Path, rng: Random, *, failing: bool) -> None:
        folder.mkdir()
        self.rng = rng
        self.path = folder / NAME
        self.files = self.recorder(folder)
        self.marks: dict[str, tuple[Tables | None, Tables]] = {}
        self._make()
        if failing:
            self.files.fail_write_at = self.files._writes + rng.randint(1, 12)

    def recorder(self, folder: Path) -> Recorder:
        """Return the files that are recorded; a mutant's differ."""
        return Recorder(folder)

    def _make(self) -> None:
        self._mark("made", None, {})
        vault, _ = Vault.create(self.path, PASSPHRASE, cost=CHEAP, files=self.files)
        self._mark("open", {}, {})
        self.story = Story(vault, self.rng)
        vault._log._session_limit = 60_000  # type: ignore[attr-defined]  # folds within a short session

    def _mark(self, word: str, kept: Tables | None, meant: Tables) -> None:
        name = f"{word} {len(self.marks)}"
        self.marks[name] = (copy.deepcopy(kept), copy.deepcopy(meant))
        self.files.mark(name)

    def write(self, steps: int) -> None:
        """Make some changes, and close."""
        story = self.story
        for number in range(steps):
            before = copy.deepcopy(story.kept)
            self._foresee(story)
            try:
                story.step()
            except VaultUnwritable:
                self._mark("failed", before, story.meant)
                continue
            self._mark("kept", story.kept, story.kept)
            if number == steps // 2:
                self._change_passphrase(story)
        story.vault.close()
        self._mark("closed", story.kept, story.kept)

    def _foresee(self, story: Story) -> None:
        """Mark what the coming step means, which only its run tells: it is filled in afterwards."""
        self._mark("trying", story.kept, story.kept)

    def _change_passphrase(self, story: Story) -> None:
        with suppress(VaultUnwritable):
            story.vault.change_passphrase(NEW_PASSPHRASE, cost=CHEAP)
        self._mark("changed", story.kept, story.kept)

    def allowed(self, marks: list[str]) -> list[Tables | None]:
        """Return the states that may be found when the last of `marks` was passed."""
        names = list(self.marks)
        at = names.index(marks[-1]) if marks else 0
        kept, meant = self.marks[names[at]]
        coming = self.marks[names[at + 1]] if at + 1 < len(names) else (kept, meant)
        return [kept, meant, coming[1]]


def crash_states(tally: Tally, folder: Path, recording: type[Recording] = Recording, seed: int = 1) -> None:
    """Cut the power at every step of several sessions, several times each."""
    wanted = tally.of(3000, 60)
    session = 0
    while tally.tries < wanted:
        rng = Random(seed * 1000 + session)
        place = folder / f"s{session}"
        record = recording(place, rng, failing=session % 3 == 2)
        record.write(14)
        _cut_everywhere(tally, record, rng, folder / "cut", wanted)
        session += 1


def _cut_everywhere(tally: Tally, record: Recording, rng: Random, folder: Path, wanted: int) -> None:
    folder.mkdir(exist_ok=True)
    disk, marks = Disk({}, {}), list[str]()
    for step in record.files.steps:
        disk.take(step)
        if step.kind == "mark":
            marks.append(step.name)
        for _ in range(2):
            if tally.tries < wanted:
                _cut(tally, record, marks, disk.after_a_crash(rng), folder)


def _cut(tally: Tally, record: Recording, marks: list[str], left: dict[str, bytes], folder: Path) -> None:
    for old in folder.iterdir():
        old.unlink()
    for name, data in left.items():
        (folder / name).write_bytes(data)
    allowed = record.allowed(marks)
    found = _found(folder / NAME)
    tally.expect(found in allowed, f"after {marks[-1:]}: {_told(found)}")


def _told(found: object) -> str:
    return str(found)[:150] if isinstance(found, str) else "a state that was never kept"


def _found(path: Path) -> Tables | str | None:
    """Return what a start after the crash finds, or words where it does not open or cannot be written."""
    opened: list[Tables] = []
    for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            vault = Vault.open(path, passphrase)
        except NoVault:
            return None
        except WrongPassphrase:
            continue
        except VaultError as error:
            return f"{type(error).__name__}: {error}"
        opened.append(tables_of(vault))
        try:
            vault.db.table("after").insert({"written": True})
            vault.db.drop_table("after")
        finally:
            vault.close()
    if len(opened) != 1:
        return f"{len(opened)} passphrases open it"
    left = [each.name for each in path.parent.iterdir() if each.name.endswith(".new")]
    return f"left behind: {left}" if left else opened[0]


CASES: dict[str, Callable[[Tally, Path], None]] = {"4 crash states": crash_states}

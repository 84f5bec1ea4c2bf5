"""Every call on the file system failing, once and for ever (case 3)."""

from __future__ import annotations

import errno
import shutil
from random import Random
from typing import TYPE_CHECKING

from heartwork.vault import VaultError, VaultUnwritable
from tests.faults.faulty import Faulty, Rule
from tests.faults.story import Story, held_at, make, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.tally import Tally

STEPS = ("one", "several", "large", "forget", "remove", "rest", "one", "forget", "drop", "one")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR)
MODES = ("short", "partial", "late")


class Session:
    """One diary, written to through files that go wrong by a rule."""

    def __init__(self, folder: Path, rule: Rule | None, tally: Tally) -> None:
        self.path = folder / "diary.heartwork"
        self.files = Faulty(rule)
        self.tally = tally
        self.rule = rule

    def run(self) -> None:
        """Open, write, close, and open again."""
        before = held_at(self.path)
        try:
            story = Story.open(self.path, Random(7), self.files)
        except VaultError:
            self._expect(held_at(self.path) == before, "a failed opening changed the file")
            return
        for choice in STEPS:
            self._one_step(story, choice)
        story.vault.close()
        self._after(story)

    def _one_step(self, story: Story, choice: str) -> None:
        try:
            story.again(choice)
        except VaultUnwritable:
            self._expect(tables_of(story.vault) == story.kept, "a failed save changed the tables")
            held = held_at(self._where(story))
            self._expect(held in (story.kept, story.meant), "the file lost an acknowledged save")
            self._try_again(story, choice)
        self._expect(tables_of(story.vault) == story.kept, "the tables are not what was saved")
        self._expect(held_at(self._where(story)) == story.kept, "an acknowledged save is not in the file")

    def _try_again(self, story: Story, choice: str) -> None:
        if self.rule is not None and self.rule.for_ever:
            self._expect(not story.try_step("one"), "a disk that fails for ever took a save")
            self.files.mended = True
        try:
            story.again(choice)
        except VaultUnwritable as error:
            self._expect(False, f"trying again did not work: {error}")

    def _where(self, story: Story) -> Path:
        return story.vault.path or self.path

    def _after(self, story: Story) -> None:
        path = self._where(story)
        self.files.mended = True
        again = Story.open(path, Random(8), Faulty())
        self._expect(again.kept == story.kept, "something is missing after the next start")
        again.vault.close()
        left = [each.name for each in path.parent.iterdir() if each.name.endswith(".new")]
        late = self.rule is not None and self.rule.mode == "late"
        self._expect(late or path == self.path, "our own trouble was taken for another program's")
        self._expect(not left, f"left behind: {left}")

    def _expect(self, holds: object, otherwise: str) -> None:
        self.tally.expect(holds, f"{otherwise} ({self.rule})")


def rules(made: list[str]) -> Iterator[Rule]:
    """Yield every way in which one of these calls may go wrong."""
    for at, name in enumerate(made):
        for error in ERRORS:
            yield Rule(at, error)
            yield Rule(at, error, for_ever=True)
        for mode in MODES:
            if name == "write" or mode == "late":
                yield Rule(at, errno.ENOSPC, mode=mode)
                yield Rule(at, errno.EIO, mode=mode, for_ever=mode != "late")


def failing_calls(tally: Tally, folder: Path) -> None:
    """Let every call of one session go wrong in every way."""
    base = folder / "base" / "diary.heartwork"
    make(base, documents=30, size=3000)
    counting = _copied(base, folder / "count")
    first = Session(counting, None, tally)
    first.run()
    chosen = list(rules(first.files.made))
    Random(3).shuffle(chosen)
    for number, rule in enumerate(chosen[: tally.of(len(chosen))]):
        place = _copied(base, folder / f"{number}")
        Session(place, rule, tally).run()
        shutil.rmtree(place)


def failing_creation(tally: Tally, folder: Path) -> None:
    """Let every call of the making of a vault go wrong in every way."""
    counting = Faulty()
    _create(folder / "count" / "diary.heartwork", counting)
    for number, rule in enumerate(list(rules(counting.made))[:: 1 if tally.share == 1 else 12]):
        path = folder / f"c{number}" / "diary.heartwork"
        files = Faulty(rule)
        made = _create(path, files)
        if not made and not path.exists():
            made = _create(path, Faulty())
        tally.expect(path.exists() and held_at(path) == {}, f"no vault could be made ({rule})")
        story = Story.open(path, Random(1), Faulty())
        story.vault.close()
        left = [each.name for each in path.parent.iterdir() if each.name.endswith(".new")]
        tally.expect(not left, f"left behind: {left} ({rule})")


def _create(path: Path, files: Faulty) -> bool:
    from heartwork.vault import Vault
    from tests.faults.story import CHEAP, PASSPHRASE

    try:
        vault, _ = Vault.create(path, PASSPHRASE, cost=CHEAP, files=files)
    except VaultUnwritable:
        return False
    vault.close()
    return True


def _copied(base: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(base, folder)
    return folder


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "3 failing calls": failing_calls,
    "3 failing creation": failing_creation,
}

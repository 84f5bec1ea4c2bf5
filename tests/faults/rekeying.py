"""A kill at every call while the keys change: exactly one of old and new opens (case 17)."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from heartwork.vault import Vault, WrongPassphrase
from tests.faults.faulty import Watched
from tests.faults.story import CHEAP, PASSPHRASE, make, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

NEW = "another lantern by night"


class Killed(BaseException):
    """The process ends here: no handler of ours may tidy up after it."""


class Killing(Watched):
    """Files that stop at one call, before or after it is done, and make none after it."""

    def __init__(self, at: int | None = None, *, before: bool = True) -> None:
        self.at = at
        self.before = before
        self.made = 0
        self.dead = False

    def around(self, name: str, call: Callable[[], Any], arguments: tuple[Any, ...]) -> Any:
        if self.dead:
            if name == "close":
                return call()  # the system does this much for a dead process
            raise Killed
        self.made += 1
        if self.made - 1 == self.at:
            self.dead = True
            if not self.before:
                call()
            raise Killed
        return call()


def _passphrase(vault: Vault) -> None:
    vault.change_passphrase(NEW, cost=CHEAP)


def _recovery(vault: Vault) -> None:
    vault.renew_recovery()


class Change:
    """One way of changing the keys, tried on copies of one vault."""

    def __init__(self, base: Path, words: str, *, by_words: bool, act: Callable[[Vault], object]) -> None:
        self.base, self.words, self.by_words, self.act = base, words, by_words, act

    def cut(self, place: Path, files: Killing) -> Path:
        """Change the keys of a copy until the kill, and return the copy."""
        path = place / "diary.heartwork"
        place.mkdir()
        shutil.copy(self.base, path)
        vault = None
        try:
            if self.by_words:
                vault = Vault.open_with_recovery(path, self.words, files=files)
            else:
                vault = Vault.open(path, PASSPHRASE, files=files)
            self.act(vault)
        except Killed:
            pass
        if vault is not None:
            files.dead = True
            vault.db.close()
        return path


def _opens(path: Path, how: Callable[[], Vault]) -> bool:
    try:
        vault = how()
    except WrongPassphrase:
        return False
    held = tables_of(vault)
    vault.close()
    return len(held["entries"]) == 6


def rekeying(tally: Tally, folder: Path) -> None:
    """Kill at every call, before and after it, in each way of changing the keys."""
    base = folder / "base.heartwork"
    make(base, documents=6)
    opened = Vault.open(base, PASSPHRASE)
    words = opened.renew_recovery()
    opened.close()
    ways = {
        "passphrase": Change(base, words, by_words=False, act=_passphrase),
        "passphrase by words": Change(base, words, by_words=True, act=_passphrase),
        "recovery": Change(base, words, by_words=False, act=_recovery),
    }
    for name, change in ways.items():
        counting = Killing()
        change.cut(folder / f"{name} count", counting)
        for at in range(counting.made):
            for before in (True, False):
                path = change.cut(folder / f"{name} {at} {before}", Killing(at, before=before))
                _expect_one(
                    tally, path, words, name, f"{name}: killed {'before' if before else 'after'} call {at}"
                )


def _expect_one(tally: Tally, path: Path, words: str, name: str, told: str) -> None:
    old = _opens(path, lambda: Vault.open(path, PASSPHRASE))
    new = _opens(path, lambda: Vault.open(path, NEW))
    by_words = _opens(path, lambda: Vault.open_with_recovery(path, words))
    if name == "recovery":
        tally.expect(old and not new, f"{told}: the passphrase no longer opens it")
    else:
        tally.expect(old != new, f"{told}: old opens {old}, new opens {new}")
        tally.expect(by_words == old, f"{told}: the words belong to another passphrase")
    left = [each.name for each in path.parent.iterdir() if each.name.endswith(".new")]
    tally.expect(not left, f"{told}: left behind {left}")


CASES: dict[str, Callable[[Tally, Path], None]] = {"17 changing keys": rekeying}

"""Passphrases as people and keyboards make them (case 7)."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from heartwork.vault import Vault, VaultError, WrongPassphrase, WrongRecoveryWords
from tests.faults.story import CHEAP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

ALIKE = (
    (unicodedata.normalize("NFC", "café für Zoë"), unicodedata.normalize("NFD", "café für Zoë")),
    ("letting go 12", "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in "letting go 12")),
    ("eight letters", "eight letters\n"),
    ("eight letters", "eight letters\r\n"),
    ("ﬁnal words", "final words"),
    ("👩‍❤️‍👨 and 💔", "👩‍❤️‍👨 and 💔"),
    ("x" * 10_240, "x" * 10_240 + "\n"),
    ("한국어 암호문", unicodedata.normalize("NFD", "한국어 암호문")),
    ("lone \ud83d half", "lone \ud83d half"),
)
DIFFERENT = (
    ("eight letters", "eight letters "),
    ("eight letters", " eight letters"),
    ("eight letters", "Eight letters"),
    ("eight letters", "eight  letters"),
    ("eight letters", "eight letters\n\n"),
    ("x" * 10_240, "x" * 10_239),
    ("👩‍❤️‍👨 and 💔", "👩‍❤️‍👨 and ❤️"),
    ("zero\u200bwidth", "zerowidth"),
    ("null\0inside", "null"),
)
EMPTY = ("", "\n", "\r\n")


def _opens(path: Path, passphrase: str) -> bool:
    try:
        Vault.open(path, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def passphrases(tally: Tally, folder: Path) -> None:
    """Open with what is typed alike, and with nothing else."""
    for number, (made, typed) in enumerate((*ALIKE, *DIFFERENT)):
        path = folder / f"{number}.heartwork"
        Vault.create(path, made, cost=CHEAP)[0].close()
        tally.expect(_opens(path, made), f"{made[:20]!r} does not open its own diary")
        tally.expect(_opens(path, typed) == (number < len(ALIKE)), f"{typed[:20]!r} for {made[:20]!r}")


def wrong(tally: Tally, folder: Path) -> None:
    """Try a wrong passphrase again and again: nothing is destroyed, and the right one opens."""
    path = folder / "diary.heartwork"
    Vault.create(path, "the right one", cost=CHEAP)[0].close()
    before = path.read_bytes()
    for number in range(20):
        tally.expect(not _opens(path, f"a wrong one {number}"), "a wrong passphrase opened it")
    for empty in EMPTY:
        tally.expect(not _opens(path, empty), "an empty passphrase opened it")
    for words in ("", "abandon", "abandon " * 12, "abandon " * 11 + "about", "zzzz " * 12, "\0", "💔 " * 12):
        try:
            Vault.open_with_recovery(path, words)
        except WrongRecoveryWords as error:
            said = str(error)
            tally.expect("abandon" not in said and "zzzz" not in said, "an error repeats the words")
        else:
            tally.expect(False, "wrong recovery words opened it")
    tally.expect(path.read_bytes() == before, "a wrong passphrase changed the file")
    tally.expect(_opens(path, "the right one"), "the right passphrase no longer opens it")


def empty(tally: Tally, folder: Path) -> None:
    """Refuse a passphrase of nothing, where a diary is made and where it is changed."""
    path = folder / "diary.heartwork"
    vault, _ = Vault.create(path, "the right one", cost=CHEAP)
    for number, nothing in enumerate(EMPTY):
        tally.expect(_refused(partial(vault.change_passphrase, nothing, cost=CHEAP)), "changed to nothing")
        fresh = folder / f"{number}.heartwork"
        tally.expect(_refused(partial(Vault.create, fresh, nothing, cost=CHEAP)), "made with nothing")
        tally.expect(not fresh.exists(), "a refused diary was made")
    vault.close()
    tally.expect(_opens(path, "the right one"), "a refused change changed something")


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except (ValueError, VaultError):
        return True
    return False


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "7 passphrases": passphrases,
    "7 wrong passphrases": wrong,
    "7 empty passphrases": empty,
}

"""How strong a passphrase is, in four words; the words themselves are content."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

FLOOR: Final = 8
"""Fewer characters are not accepted."""

LONG: Final = 15
"""From so many characters on nothing is said against a passphrase."""

ENOUGH_GUESSES: Final = 1e12
"""From so many guesses on nothing is said against a short one either."""

MANY_GUESSES: Final = 1e16
"""From so many guesses on it is strong: six words drawn by chance need more."""

_READ: Final = 100


class Strength(StrEnum):
    """What there is to say of a passphrase; `WEAK` is warned of and then respected."""

    TOO_SHORT = "too_short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def judge(passphrase: str, guesses: float) -> Strength:
    """Return the strength of a passphrase that is found after about so many guesses."""
    length = len(unicodedata.normalize("NFKC", passphrase))
    if length < FLOOR:
        return Strength.TOO_SHORT
    if length < LONG and guesses < ENOUGH_GUESSES:
        return Strength.WEAK
    return Strength.STRONG if guesses >= MANY_GUESSES else Strength.FAIR


def guesses(passphrase: str) -> float:
    """Return about how many guesses find a passphrase, from its first 100 characters; takes up to 0.1 s.

    The estimate is zxcvbn's (Wheeler, USENIX Security 2016).
    """
    from zxcvbn import zxcvbn

    if not passphrase:
        return 0.0
    return float(zxcvbn(passphrase[:_READ], max_length=_READ)["guesses"])

"""Places in a list that is ordered by hand: between any two there is always room for one more.

A place is a fraction between 0 and 1, written in base 62 without its `0.` and never ending in `0`: sorted as
text, places are sorted as numbers. To move one thing, only that thing is written. See "Implementing
Fractional Indexing" (D. Greenspan, 2017).
"""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE: Final = len(_DIGITS)


def between(before: str, after: str) -> str:
    """Return a place between two, each `""` for the end of the list; raises ValueError where none is.

    The shorter the better: the places of a list that only grows at its end stay short.
    """
    if after and before >= after:
        raise ValueError("there is no place between these two")
    if not after:
        return _beyond(before)
    shared = 0
    while shared < len(after) and _digit(before, shared) == _DIGITS.index(after[shared]):
        shared += 1
    head, low = after[:shared], _digit(before, shared)
    high = _DIGITS.index(after[shared])
    if high - low > 1:
        return head + _DIGITS[(low + high) // 2]
    if len(after) > shared + 1:
        return head + after[shared]
    return head + _DIGITS[low] + _beyond(before[shared + 1 :])


def fits(place: str) -> bool:
    """Tell whether a text is a place."""
    return bool(place) and set(place) <= set(_DIGITS) and not place.endswith(_DIGITS[0])


def _beyond(before: str) -> str:
    """Return the shortest place behind one, with the least step up."""
    for at, digit in enumerate(before):
        if digit != _DIGITS[-1]:
            return before[:at] + _DIGITS[_DIGITS.index(digit) + 1]
    return before + _DIGITS[_BASE // 2 if not before else 1]


def _digit(place: str, at: int) -> int:
    return _DIGITS.index(place[at]) if at < len(place) else 0

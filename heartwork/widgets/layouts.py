"""Keys read by their place on the board, for those who write in Cyrillic, Greek, Hebrew or Arabic.

Someone with a Russian layout presses the key marked `n` and the terminal sends `т`. The tables below give
each letter the key of the US layout at the same place, for the layouts that are most in use: ЙЦУКЕН (Russian,
with the Ukrainian and Belarusian letters that Russian does not have), Greek, Hebrew SI-1452, Arabic 101.
Letters that a layout shares with US stay themselves. Where two layouts disagree about a letter, the one with
more writers is taken.
"""

from __future__ import annotations

from typing import Final

_ROWS: Final = (
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    ("`os]'", "ёўіїє"),
    ("wertyuiop", "ςερτυθιοπ"),
    ("asdfghjkl", "ασδφγηξκλ"),
    ("zxcvbnm", "ζχψωβνμ"),
    ("ertyuiop", "קראטוןםפ"),
    ("asdfghjkl;", "שדגכעיחלךף"),
    ("zxcvbnm,.", "זסבהנמצתץ"),
    ("qwertyuiop[]", "ضصثقفغعهخحجد"),
    ("asdfghjkl;'", "شسيبلاتنمكط"),
    ("zxcvnm,./", "ئءؤرىةوزظ"),
    ("`bd", "ذﻻی"),
)
"""Pairs of the US row and what another layout has there."""

_NAMES: Final = {
    ",": ("comma", "less_than_sign"),
    ".": ("full_stop", "greater_than_sign"),
    "/": ("slash", "question_mark"),
    ";": ("semicolon", "colon"),
    "'": ("apostrophe", "quotation_mark"),
    "[": ("left_square_bracket", "left_curly_bracket"),
    "]": ("right_square_bracket", "right_curly_bracket"),
    "`": ("grave_accent", "tilde"),
}
"""What a key that is no letter is called, plain and with shift."""

_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})


def _table() -> dict[str, str]:
    places: dict[str, str] = {}
    for latin, other in _ROWS:
        for key, letter in zip(latin, other, strict=True):
            plain, shifted = _NAMES.get(key, (key, key.upper()))
            places.setdefault(letter, plain)
            capital = letter.upper()
            if capital != letter and capital.lower() == letter:  # the final sigma has no capital of its own
                places.setdefault(capital, shifted)
    return places


_PLACES: Final = _table()


def by_position(key: str) -> str | None:
    """Returns the US key at the place of this one, with its modifiers, or None for any other key.

    Keys are named as Textual names them: `т` becomes `n`, `ctrl+д` becomes `ctrl+l`, `ж` becomes `semicolon`.
    """
    *modifiers, letter = key.split("+")
    place = _PLACES.get(letter)
    if place is None or not _MODIFIERS.issuperset(modifiers):
        return None
    return "+".join([*modifiers, place])

"""Text as it may come in, be drawn, be searched and be counted.

Everything a person types, pastes, imports or passes on a command line goes through `clean`, and so does
whatever another program left in a vault: what reaches a terminal later can then only be text.
Sequences are those of ECMA-48 and of xterm's "Control Sequences", in their 7-bit and 8-bit forms.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LOST: Final = "\ufffd"
"""What stands for half a character whose other half is missing."""

QUOTES: Final = '"“”„‟'
"""What begins and ends a quotation, as a keyboard has it and as a word processor makes it."""

# Anything that makes a text worth a closer look; text without one of these is clean as it is.
_SUSPECT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

# Inside a sequence terminals skip these without ending it.
_SKIPPED: Final = r"\x00-\x08\x0b\x0c\x0e-\x17\x19\x1c-\x1f\x7f"
# A string (OSC, DCS, SOS, PM, APC) ends at BEL, ST, CAN, SUB, or where another sequence starts.
_PAYLOAD: Final = r"[^\x07\x18\x1a\x1b\x80-\x9f]*+"
_REST_OF_LINE: Final = r"[^\x07\x18\x1a\x1b\x80-\x9f\n\r\u2028\u2029]*+"
_END: Final = r"(?:\x07|\x1b\\|\x9c)"

# An unfinished string takes the rest of its line in the 7-bit form, which nobody writes by accident. In the
# 8-bit form only the introducer goes: old code pages read wrongly put those bytes into ordinary words.
_OUT: Final = re.compile(
    rf"(?P<newline>\r\n?|[\u2028\u2029])"
    rf"|(?P<pair>[\ud800-\udbff][\udc00-\udfff])"
    rf"|(?P<half>[\ud800-\udfff])"
    rf"|(?:\x1b\[|\x9b)[0-?{_SKIPPED}]*+[ -/{_SKIPPED}]*+[@-~]?"
    rf"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f]){_PAYLOAD}{_END}"
    rf"|\x1bk{_REST_OF_LINE}\x1b\\"
    rf"|\x1b[\]PX^_]{_REST_OF_LINE}"
    rf"|(?:\x1b[NO]|[\x8e\x8f])[ -~]?"
    rf"|\x1b[ -/]*+[0-~]?"
    rf"|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)

_OVERRIDES: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS: Final = re.compile(r" *[\n\t][\n\t ]*")

# й is a letter of its own to those who write it, not an и with an accent.
_OWN_LETTERS: Final = frozenset("й")
_ACCENTED_BLOCKS: Final = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
# As a keyboard has them.
_TYPED: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
    **dict.fromkeys(QUOTES[1:], QUOTES[0]),
    **dict.fromkeys("\u2010\u2011\u2013\u2014", "-"),
    "…": "...",
}

_CJK: Final = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LEADING: Final = re.compile(r"^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?|>)*")
_PAIRS: Final = (
    re.compile(r"(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<!\w)([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?!\w)"),
)
_WORD: Final = re.compile(rf"[{_CJK}]|[^\W{_CJK}][^\s{_CJK}\u2013\u2014\u2026/]*+")


def clean(text: str) -> str:
    """Return `text` without terminal sequences and control characters; newline and tab stay.

    Every line ending becomes a newline, half a surrogate pair becomes U+FFFD. Joiners, variation selectors
    and direction marks stay. Text that is clean already comes back as the same object.
    """
    if text.isprintable() or _SUSPECT.search(text) is None:  # the first is quicker, for a line
        return text
    return _OUT.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    """Return what stands in the place of one thing that was taken out."""
    match match.lastgroup:
        case "newline":
            return "\n"
        case "pair":
            return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        case "half":
            return LOST
        case _:
            return ""


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: newlines and tabs become single spaces, the ends are bare."""
    text = clean(text)
    if "\n" in text or "\t" in text:
        text = _BREAKS.sub(" ", text)
    return text.strip()


def drawable(text: str) -> str:
    """Return `text` cleaned and without what would turn the writing direction of the screen around it."""
    return _OVERRIDES.sub("", clean(text))


def normal(text: str) -> str:
    """Return `text` as search compares it: without case, and without accents in Latin, Greek and Cyrillic.

    Quotes, dashes and dots that a word processor made are those of a keyboard.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    try:  # the quickest way, and enough for most of what is written in the west of Europe
        return folded.encode("latin-1").translate(_LATIN).decode("latin-1")
    except UnicodeEncodeError:
        pass
    folded = unicodedata.normalize("NFC", folded)
    odd = _FOLDED.keys() & set(folded)
    if len(odd) > _MANY:
        return _ODD.sub(lambda letter: _FOLDED[letter[0]], folded)
    for letter in odd:
        folded = folded.replace(letter, _FOLDED[letter])
    return folded


def unwrapped(text: str) -> str:
    """Return `text` with every run of white space as one space, and none at its ends."""
    if not text.isascii():
        return " ".join(text.split())
    text = text.replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def _bare_letters() -> dict[str, str]:
    """Return every accented lower-case letter of the blocks above beside its bare letter."""
    bare: dict[str, str] = {}
    for letter in (chr(code) for block in _ACCENTED_BLOCKS for code in range(*block)):
        parts = unicodedata.normalize("NFD", letter)
        if letter not in _OWN_LETTERS and len(parts) > 1 and letter == letter.lower():
            bare[letter] = "".join(part for part in parts if not unicodedata.combining(part))
    return bare


# What stays of the combining marks after composing belongs to no letter that has a place of its own.
_FOLDED: Final = _bare_letters() | dict.fromkeys(map(chr, range(0x300, 0x370)), "") | _TYPED
_LATIN: Final = bytes(ord(_FOLDED.get(chr(code), chr(code))) for code in range(0x100))
_ODD: Final = re.compile(f"[{''.join(_FOLDED)}]")
_MANY: Final = 100
"""So many different letters in one text are replaced in one walk; fewer, each in a walk of its own."""


def without_marks(line: str) -> str:
    """Return a line as it reads without the signs of Markdown around it and inside it."""
    bare = _LEADING.sub("", line).strip()
    for pair in _PAIRS:
        bare = pair.sub(r"\2", bare)
    return bare or line.strip()


def words(text: str) -> int:
    """Return how many words `text` has; a Chinese or Japanese character counts as one word."""
    return len(_WORD.findall(text))

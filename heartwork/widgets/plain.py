"""The one way a person's words reach the screen: as text, never as markup, and never wider than they measure.

Rich and Textual measure a joiner as if it always merged two characters into one, and marks as if they took no
room however many there are. Terminals do not agree once a text overdoes it, and then a line runs over its
neighbours. So what is drawn keeps the marks and joiners that writing needs, and no more; what is kept on disk
is not touched. Where only aliases are to be read, it is here that they take the place of names.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content

from heartwork.model.text import drawable
from heartwork.widgets.cells import clusters
from heartwork.widgets.veil import veiled

MARKS_DRAWN: Final = 4
"""How many marks without width of their own are drawn on one character: enough for any script in use."""

SIGNS_DRAWN: Final = 8
"""How many invisible signs may follow one character: the flag of Wales needs six."""

ELLIPSIS: Final = "…"
"""What stands where a line was cut."""

# Runs that may hold more: neither letters nor spaces, or letters that some terminals draw as nothing.
_INVISIBLE_LETTERS = "\u115f-\u11ff\u3164\uffa0\ud7b0-\ud7fb"
_CROWD = re.compile(rf"(?:[^\w\s\x00-\u02ff]|[{_INVISIBLE_LETTERS}]){{{MARKS_DRAWN + 1},}}")
_JOINER = "\u200d"
# The longest joined picture in use is a kiss of two people: four pictures, each with its tone or variation.
_PICTURE = rf"[^{_JOINER}\s][\ufe0f\U0001f3fb-\U0001f3ff]?"
_CHAIN = re.compile(rf"((?:{_PICTURE}{_JOINER}){{4}}{_PICTURE}){_JOINER}")
_PICTURES = frozenset({"So", "Sk"})
_BLENDS = "\ufe0f"
# Signs, tones of skin, and by default marks.
_INVISIBLE_DRAWN = {"Cf": SIGNS_DRAWN, "Sk": 1}

# Looked at per cell of a line: enough for one character with all it may carry.
_CODEPOINTS_A_CELL = 16
_CODEPOINTS_AT_LEAST = 256


def plain(text: str) -> Content:
    """Return a person's words as content for any widget: no markup, no sequences, line breaks kept."""
    return Content(steady(veiled(drawable(text))))


def plain_line(text: str, width: int | None = None, *, ellipsis: str = ELLIPSIS) -> Content:
    """Return a person's words as content of one line, cut to `width` cells where that is given."""
    return Content(cut(text, width, ellipsis=ellipsis))


def cut(text: str, width: int | None = None, *, ellipsis: str = ELLIPSIS) -> str:
    """Return `text` on one line of at most `width` cells, ready to draw, never ending in half a character.

    Costs what is drawn, not what is written: only the start of a long text is looked at.
    """
    if width is None:
        return one_line(text)
    if width <= 0:
        return ""
    looked_at = width * _CODEPOINTS_A_CELL + _CODEPOINTS_AT_LEAST
    line = one_line(text[:looked_at])
    if len(text) <= looked_at and cell_len(line) <= width:
        return line
    mark = ellipsis if cell_len(ellipsis) <= width else ""
    room, end = width - cell_len(mark), 0
    for _begin, after, size in clusters(line):
        if size > room:
            break
        room -= size
        end = after
    return line[:end].rstrip() + mark


def one_line(text: str) -> str:
    """Return `text` ready to draw, every stretch of space and line breaks as one space."""
    return " ".join(steady(veiled(drawable(text))).split())


def steady(text: str) -> str:
    """Return `text` without the marks and joiners beyond what a terminal draws in the cells they measure."""
    if text.isascii():
        return text
    if _JOINER in text:
        text = re.sub(_JOINER, _joiner, text)
        text = _CHAIN.sub(r"\1", text)
    return _CROWD.sub(_thinned, text)


def _joiner(match: re.Match[str]) -> str:
    """Return a joiner that stands between two pictures, and nothing for any other."""
    text, at = match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    pictures = before and after and (before == _BLENDS or unicodedata.category(before) in _PICTURES)
    return _JOINER if pictures and unicodedata.category(after) in _PICTURES else ""


def _thinned(match: re.Match[str]) -> str:
    """Return a crowd of marks with at most so many on each character."""
    kept: list[str] = []
    invisible = 0
    for character in match[0]:
        invisible = 0 if get_character_cell_size(character) else invisible + 1
        if invisible <= _INVISIBLE_DRAWN.get(unicodedata.category(character), MARKS_DRAWN):
            kept.append(character)
    return "".join(kept)

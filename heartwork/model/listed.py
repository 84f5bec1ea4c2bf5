"""A pasted list as the lines in it: without empty ones, and without the signs that lists begin them with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from heartwork.model.text import QUOTES, clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = re.compile(r"^(?:[-*+\u2022\u2013]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTED: Final = re.compile(rf"[{QUOTES}]([^{QUOTES}]+)[{QUOTES}]")


def listed(text: str) -> Iterator[tuple[int, str]]:
    """Yield what each line of a list says, with the number of the line, counted from 1."""
    for number, line in enumerate(clean(text).split("\n"), start=1):
        said = _SIGN.sub("", line.strip() + " ", count=1)
        if said := clean_line(said):
            yield number, said


def unquoted(text: str) -> str:
    """Return what stands in quotes, where quotes are around all of it; the text itself otherwise."""
    found = _QUOTED.fullmatch(text)
    return found[1].strip() or text if found else text

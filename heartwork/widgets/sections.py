"""A text too large for one field, cut into sections that are edited one at a time.

Sections are consecutive slices: joined they are the text again, exactly; with one replaced, everything
outside it is as it was. Sizes are bytes of UTF-8.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import get_character_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE_TEXT: Final = 1_000_000
"""A text of more bytes is edited by section."""

LONG_LINE: Final = 10_000
"""A text with a line of more bytes is edited by section; no section holds a longer line."""

SECTION: Final = 64_000
"""The most bytes of one section."""


@dataclass(frozen=True, slots=True)
class Sections:
    """Consecutive slices of one text; there is always at least one."""

    slices: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.slices)

    def __getitem__(self, index: int) -> str:
        return self.slices[index]

    def join(self) -> str:
        """Return the whole text."""
        return "".join(self.slices)

    def splice(self, index: int, text: str) -> Sections:
        """Return these sections with section `index` saying `text`; their number stays."""
        return Sections((*self.slices[:index], text, *self.slices[index + 1 :]))

    def find(self, place: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        """Return the section that a line and column of the whole text lie in, and where in that section."""
        line, column = place
        for index, text in enumerate(self.slices):
            breaks = text.count("\n")
            last = index == len(self.slices) - 1
            tail = len(text) - text.rfind("\n") - 1
            if last or line < breaks or (line == breaks and column < tail):
                return index, (line, column)
            if line == breaks:
                column -= tail
            line -= breaks
        raise AssertionError("there is always a last section")

    def whole(self, index: int, place: tuple[int, int]) -> tuple[int, int]:
        """Return where a line and column of section `index` lie in the whole text."""
        before = "".join(self.slices[:index])
        line, column = place
        lead = len(before) - before.rfind("\n") - 1 if line == 0 else 0
        return before.count("\n") + line, column + lead


def size(text: str) -> int:
    """Return how many bytes `text` takes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def large(text: str) -> bool:
    """Tell whether `text` is edited by section."""
    if len(text) <= LONG_LINE // 4:
        return False
    return size(text) > LARGE_TEXT or any(size(line) > LONG_LINE for line in text.split("\n"))


def split(text: str) -> Sections:
    """Cut `text` at blank lines if possible, else at the ends of lines, and a huge line at spaces."""
    slices: list[str] = []
    held: list[str] = []
    taken = 0
    for piece, whole in _pieces(text):
        cost = size(piece)
        while held and taken + cost > SECTION:
            keep = _after_blank(held)
            slices.append("".join(held[:keep]))
            held = held[keep:]
            taken = sum(map(size, held))
        held.append(piece)
        taken += cost
        if not whole:
            slices.append("".join(held))
            held, taken = [], 0
    if held or not slices:
        slices.append("".join(held))
    return Sections(tuple(slices))


def _after_blank(lines: list[str]) -> int:
    """Return how many of `lines` to take so that a blank one is last, if the second half has one."""
    for index in range(len(lines) - 1, len(lines) // 2, -1):
        if not lines[index].strip():
            return index + 1
    return len(lines)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield every line with its end, and True; of a huge one each part but the last with False."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        while end - start > LONG_LINE + 1 or size(text[start:end].removesuffix("\n")) > LONG_LINE:
            cut = _cut(text, start)
            yield text[start:cut], False
            start = cut
        yield text[start:end], True
        start = end


def _cut(text: str, start: int) -> int:
    """Return where to cut a line that begins at `start` and is too long: after a space, if it has one."""
    head = text[start : start + LONG_LINE].encode("utf-8", "replace")[:LONG_LINE]
    most = start + len(head.decode("utf-8", "ignore"))
    space = text.rfind(" ", start + (most - start) // 2, most)
    if space >= 0:
        return space + 1
    # A letter keeps its accents, a family stays together, unless there is no end of them.
    for cut in range(most, max(start, most - 64), -1):
        if get_character_cell_size(text[cut]) and text[cut - 1] != "\u200d":
            return cut
    return most

"""A template: a text to begin with, that one writes on in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Where a text waits to be filled in: an empty paragraph, or a point of a list without words.
_GAP: Final = re.compile(r"\n\n(?=\n)|^(?:\d+[.)]|[-*+]) ?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Template:
    """A text to begin with (Markdown) and its name; `id` is empty for one that ships or is not kept yet."""

    name: str
    body: str
    id: str = ""

    @property
    def title(self) -> str:
        """The name, or else the first line of the text that says something."""
        return self.name or next((line.strip() for line in self.body.splitlines() if line.strip()), "")


def inserted(body: str, before: str, after: str) -> tuple[str, int]:
    """Return what to write of a text between the two parts of another, and where in it writing goes on.

    It stands in paragraphs of its own; nothing of the other text changes. Writing goes on at the first gap it
    has, an empty paragraph or an empty point of a list, or else behind it.
    """
    lead = "" if not before.strip() else "\n" * max(2 - _breaks(before, last=True), 0)
    tail = "" if not after.strip() else "\n" * max(2 - _breaks(after, last=False), 0)
    gap = _GAP.search(body)
    return f"{lead}{body}{tail}", len(lead) + (gap.end() if gap else len(body))


def _breaks(text: str, *, last: bool) -> int:
    """Return how many line breaks stand at the end of a text, or at its start."""
    bare = text.rstrip(" \t\n") if last else text.lstrip(" \t\n")
    return (text[len(bare) :] if last else text[: len(text) - len(bare)]).count("\n")


def as_question(prompt: str) -> str:
    """Return a prompt as it stands in a text: a quoted line, and an empty paragraph to answer in."""
    return f"> {prompt}\n\n"

"""What reading a vault found: the verdict, and how much is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """How a file ends, and whether all of it is what was written (FORMAT.md, "Reading")."""

    CLEAN = "clean"
    TORN = "torn"
    BAD_TAIL = "bad tail"
    DAMAGED = "damaged"


@dataclass(slots=True)
class Report:
    """What was found in one file.

    `size` and `first_bad` (the offset of the first byte that could not be used) are bytes; `missing` counts
    the frames known to be lost; `documents` counts what is there, by table.
    """

    verdict: Verdict = Verdict.CLEAN
    size: int = 0
    frames: int = 0
    first_bad: int | None = None
    missing: int = 0
    generation: int = 0
    schema: int = 0
    healed: bool = False
    rested: bool = False
    rolled_back: bool = False
    documents: dict[str, int] = field(default_factory=dict)

    @property
    def entries(self) -> int:
        """How many journal entries are there."""
        return self.documents.get("entries", 0)

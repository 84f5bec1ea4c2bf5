"""A draft: what is being written and is not yet kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """Unkept text: where it belongs, its fields, and where the cursor stood (line, column; from zero).

    `target` is the id of the document being changed, None for a new one.
    """

    table: str
    target: str | None
    fields: Mapping[str, object] = field(default_factory=dict)
    cursor: tuple[int, int] = (0, 0)
    room: str = ""
    at: datetime | None = None
    id: str = ""

"""The season of grief, as the grief room shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.grief_sections import GriefPart, Section

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary import Diary


def section(diary: Diary, now: datetime) -> Section:
    """Return the rows of this part."""
    del diary, now
    return Section("")


class SeasonKeys(GriefPart):
    """The keys of this part."""

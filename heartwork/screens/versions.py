"""Earlier texts of an entry: listed, and one of them brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.words import editor
from heartwork.model.days import local
from heartwork.screens.question import Question
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from heartwork.model.entry import Entry, Version

_QUOTED = 44


def earlier_texts(entry: Entry) -> list[Version]:
    """Return the earlier texts of an entry that say something, the latest first."""
    return [version for version in entry.versions if (version.title + version.body).strip()]


def told(entry: Entry, version: Version) -> str:
    """Return until when a version stood, where its entry was lived."""
    return f"{local(version.at, entry.zone):%d %b %Y, %H:%M}"


def which(entry: Entry) -> Question:
    """Return the question which of the earlier texts is to come back; the answer is its place in the list."""
    ways = [
        (str(place), f"{told(entry, version)} · {cut(version.title or version.body, _QUOTED)}")
        for place, version in enumerate(earlier_texts(entry))
    ]
    return Question(editor().versions.title, [], ways)

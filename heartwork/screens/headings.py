"""What stands around a text: when it was lived and what it is marked with, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.content.clock_words import clock_said
from heartwork.content.details_words import detail_words
from heartwork.model.days import local
from heartwork.model.entry import Kind
from heartwork.model.labels import all_tags
from heartwork.screens.journal_rows import when_of
from heartwork.widgets.looks import DOTS, Mark

if TYPE_CHECKING:
    from heartwork.model.entry import Entry

_PLAIN: Final = str.maketrans({"→": "->", "·": "-", "★": "*"})


def plainly(words: str, *, ascii_only: bool) -> str:
    """Return words of the house as a plain terminal shows them, where that is asked for."""
    return words.translate(_PLAIN) if ascii_only else words


def headings(entry: Entry, text: str, to: str, *, ascii_only: bool) -> tuple[str, ...]:
    """Return the ways to say what an entry under the pen is, the longest first."""
    marks = _marks(entry, text, ascii_only=ascii_only)
    addressed, dot = _addressed(entry, to), DOTS[ascii_only]
    wall = local(entry.at, entry.zone)
    day, time = f"{wall:%a} {wall.day} {wall:%b}", clock_said(entry.at, entry.zone, entry.day)
    whens = (
        when_of(entry.at, entry.zone, entry.day),
        f"{day} {wall:%Y}, {time}",
        f"{day}, {time}",
        f"{day}, {wall:%H:%M}",
    )
    said = (dot.join((*addressed, plainly(when, ascii_only=ascii_only), *marks)) for when in whens)
    return tuple(dict.fromkeys(said))


def _addressed(entry: Entry, to: str) -> tuple[str, ...]:
    """Return whom a letter is to; nothing for what is no letter."""
    if entry.kind is not Kind.LETTER:
        return ()
    return (detail_words().to.format(who=to) if to else detail_words().to_oneself,)


def _marks(entry: Entry, text: str, *, ascii_only: bool) -> list[str]:
    tags = all_tags(entry.tags, text)
    marks = (
        Mark.STARRED.drawn(ascii_only=ascii_only) if entry.starred else "",
        "" if entry.ache is None else f"ache {entry.ache}",
        " ".join(f"#{tag}" for tag in tags),
        ", ".join(entry.people),
    )
    return [mark for mark in marks if mark]


def length_of(words: int, minutes: int, *, ascii_only: bool) -> str:
    """Return how long a text is and how long it was written on; nothing while it has no word."""
    said = detail_words()
    if not words:
        return ""
    count = said.words_one if words == 1 else said.words.format(words=f"{words:,}")
    if not minutes:
        return count
    return plainly(said.minutes, ascii_only=ascii_only).format(words=count, minutes=minutes)

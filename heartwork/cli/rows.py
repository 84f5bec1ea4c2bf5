"""An entry as a row, as a page, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartwork.model.entry import Entry

_UUID = 36
_SHORT = 18
"""Characters of an id that stand for it in a list: the time it was made, and a count within that instant."""

_HEADLINE = 80


def record(entry: Entry) -> dict[str, object]:
    """Return an entry as the fields of its JSON row; times are in UTC."""
    from heartwork.diary.documents import instant_to_text

    return {
        "id": entry.id,
        "at": instant_to_text(entry.at),
        "zone": entry.zone,
        "day": entry.day.isoformat(),
        "kind": entry.kind.value,
        "title": entry.title,
        "body": entry.body,
        "mood": entry.mood,
        "feelings": list(entry.feelings),
        "tags": list(entry.tags),
        "starred": entry.starred,
        "created": instant_to_text(entry.created) if entry.created else None,
        "updated": instant_to_text(entry.updated) if entry.updated else None,
    }


def row(entry: Entry) -> str:
    """Return an entry as one line: an id that `show` takes, day, time, mood, first words, marks."""
    from heartwork.cli.saying import shown
    from heartwork.model.text import clean_line

    short = entry.id[:_SHORT] if len(entry.id) == _UUID else shown(entry.id)
    words = clean_line(entry.headline)
    if len(words) > _HEADLINE:
        words = words[:_HEADLINE].rstrip() + "…"
    marks = ["★"] if entry.starred else []
    marks += [f"#{tag}" for tag in entry.tags]
    parts = (short, f"{entry.day.isoformat()} {_clock(entry)}", f"{_mood(entry):8}", words, " ".join(marks))
    return "  ".join(part for part in parts if part).rstrip()


def page(entry: Entry) -> str:
    """Return an entry as it is read."""
    from heartwork.cli.saying import shown
    from heartwork.content.commands import command_words
    from heartwork.model.text import clean_line

    trashed = command_words().listing.trashed if entry.trashed else ""
    first = (f"{entry.day:%A} {entry.day.isoformat()} {_clock(entry)}", clean_line(entry.zone), trashed)
    about = (_mood(entry), ", ".join(entry.feelings), " ".join(f"#{tag}" for tag in entry.tags))
    head = [
        "  ".join(part for part in first if part),
        "  ".join(part for part in ("★" if entry.starred else "", *about) if part),
        shown(entry.id),
    ]
    parts = ("\n".join(line for line in head if line), entry.title, entry.body)
    return "\n\n".join(part for part in parts if part)


def _clock(entry: Entry) -> str:
    """Return the time of day on the clocks where it was."""
    from heartwork.model.days import local

    return f"{local(entry.at, entry.zone):%H:%M}"


def _mood(entry: Entry) -> str:
    from heartwork.content import mood

    if entry.mood is None:
        return ""
    step = mood(entry.mood)
    return f"{step.glyph} {step.word}"

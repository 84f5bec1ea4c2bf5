"""An entry as a row, as a page, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from heartwork.content.moods import Mood
    from heartwork.diary import Diary
    from heartwork.diary.own_practices import OwnPractice
    from heartwork.model.contact import ContactEvent
    from heartwork.model.entry import Entry
    from heartwork.model.goal import Goal
    from heartwork.model.letter import Letter
    from heartwork.model.memento import Memento
    from heartwork.model.shelf import ShelfLine

_UUID = 36
_SHORT = 18
"""Characters of an id that stand for it in a list: the time it was made, and a count within that instant."""

_HEADLINE = 80


@dataclass(frozen=True, slots=True)
class Looks:
    """How a diary's entries are told: on which day, and by which names of moods, the heaviest first."""

    today: date
    moods: tuple[Mood, ...]

    @classmethod
    def of(cls, diary: Diary) -> Looks:
        """Return how the entries of a diary are told now."""
        from heartwork.cli.days import today
        from heartwork.content import moods_named

        return cls(diary.today or today(), moods_named(diary.settings))

    def mood(self, step: int | None) -> str:
        """Return the glyph and the word of a mood; nothing for none."""
        return "" if step is None else f"{self.moods[step - 1].glyph} {self.moods[step - 1].word}"


def record(entry: Entry, letter: Letter | None = None) -> dict[str, object]:
    """Return an entry as the fields of its JSON row; times are in UTC."""
    from heartwork.diary.documents import away_to_document, instant_to_text

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
        "care": dict(entry.care),
        "ache": entry.ache,
        "tags": list(entry.tags),
        "people": list(entry.people),
        "starred": entry.starred,
        "letter": None if letter is None else _letter(entry, letter),
        "sealed": entry.sealed.isoformat() if entry.sealed else None,
        "away": away_to_document(entry.away),
        "trashed": instant_to_text(entry.trashed) if entry.trashed else None,
        "created": instant_to_text(entry.created) if entry.created else None,
        "updated": instant_to_text(entry.updated) if entry.updated else None,
    }


def row(entry: Entry, looks: Looks) -> str:
    """Return an entry as one line: an id that `show` takes, day, time, mood, first words, marks."""
    from heartwork.model.entry import Kind

    words = first_words(entry) or beginning(", ".join(entry.feelings))
    if not words and entry.kind is not Kind.NOTE:
        words = entry.kind.value
    if entry.kind is Kind.LETTER:
        words = f"✉ {words}"
    marks = ["★"] if entry.starred else []
    marks += [f"#{beginning(tag)}" for tag in entry.tags]
    moment = f"{entry.day.isoformat()} {_clock(entry)}"
    parts = (
        short_id(entry),
        moment,
        f"{looks.mood(entry.mood):8}",
        words,
        closed_until(entry, looks),
        " ".join(marks),
    )
    return "  ".join(part for part in parts if part).rstrip()


def page(entry: Entry, looks: Looks, letter: Letter | None = None, care: str = "") -> str:
    """Return an entry as it is read, a letter with whom it is to and its answer, a review with its `care`."""
    from heartwork.cli.saying import shown
    from heartwork.content.commands import command_words
    from heartwork.content.letter_words import letter_words
    from heartwork.model.letter import State
    from heartwork.model.text import clean_line
    from heartwork.widgets.veil import veiled

    words, to, answer, instead = command_words(), "", "", closed_until(entry, looks)
    if letter is not None:
        to = letter_words().name.said_to(letter.to)
        if letter.state is State.BURNED:
            instead = letter_words().instead.burned
        if letter.answer and entry.sealed is None:
            answer = f"{words.letters.answer}\n\n{letter.answer}"
    state = (words.listing.trashed if entry.trashed else "", words.listing.away if entry.away else "")
    first = (_when(entry), clean_line(entry.zone), *state)
    ache = "" if entry.ache is None else words.listing.ache.format(ache=entry.ache)
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    star = "★" if entry.starred else ""
    about = (star, looks.mood(entry.mood), ache, ", ".join(entry.feelings), tags, ", ".join(entry.people))
    lines = ("  ".join(part for part in line if part) for line in (first, about, (to,), (care,)))
    head = [*(veiled(line) for line in lines if line), shown(entry.id)]
    parts = ("\n".join(head), *map(veiled, (entry.title, entry.body or instead, answer)))
    return "\n\n".join(part for part in parts if part)


def short_id(entry: Entry | Memento | Goal | ContactEvent | ShelfLine | OwnPractice) -> str:
    """Return the beginning of an id, which is enough to name what has it."""
    from heartwork.cli.saying import shown

    return entry.id[:_SHORT] if len(entry.id) == _UUID else shown(entry.id)


def first_words(entry: Entry) -> str:
    """Return the title of an entry or the beginning of its text, on one line."""
    return beginning(entry.headline)


def beginning(text: str) -> str:
    """Return the beginning of a text, on one line, as it may be read now."""
    from heartwork.model.text import clean_line
    from heartwork.widgets.veil import veiled

    words = veiled(clean_line(text))
    return words if len(words) <= _HEADLINE else f"{words[:_HEADLINE].rstrip()}…"


def closed_until(entry: Entry, looks: Looks) -> str:
    """Return what stands in the place of a closed letter's words; nothing for what is open."""
    from heartwork.content.commands import command_words

    if entry.sealed is None:
        return ""
    words = command_words().letters
    return words.due if entry.sealed <= looks.today else words.closed.format(day=entry.sealed)


def _letter(entry: Entry, letter: Letter) -> dict[str, object]:
    """Return what is known of a letter besides its words; while it is closed, not the answer to it."""
    from heartwork.diary.documents import instant_to_text

    return {
        "to": letter.to,
        "state": letter.state.value,
        "until": letter.until.isoformat() if letter.until else None,
        "reread": instant_to_text(letter.reread) if letter.reread else None,
        "answer": letter.answer if entry.sealed is None else "",
        "answered": instant_to_text(letter.answered) if letter.answered else None,
    }


def _when(entry: Entry) -> str:
    """Return weekday, date and time on the clocks where it was, and which day that counts for if another."""
    from heartwork.content.clock_words import clock_said
    from heartwork.model.days import local

    date = local(entry.at, entry.zone).date()
    return f"{date:%A} {date.isoformat()} {clock_said(entry.at, entry.zone, entry.day)}"


def _clock(entry: Entry) -> str:
    """Return the time of day on the clocks where it was."""
    from heartwork.model.days import local

    return f"{local(entry.at, entry.zone):%H:%M}"

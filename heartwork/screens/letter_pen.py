"""Letters under the pen: a new one, whom it is to, what is sealed with it, and an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from heartwork.content.letter_words import letter_words
from heartwork.diary.errors import UnfitLetter, UnknownEntry
from heartwork.model.draft import Draft
from heartwork.model.entry import Kind
from heartwork.model.labels import distinct
from heartwork.model.letter import State
from heartwork.model.text import clean_line
from heartwork.screens.pen import new_page, page_from, pending, put_down

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.diary import Change, Diary
    from heartwork.model.entry import Entry
    from heartwork.model.letter import Letter

_LETTERS, _ROOM = "letters", "journal"
ANSWER: Final = "answer"
"""The field of a draft that holds an answer."""

_ONESELF: Final = frozenset({"me", "myself", "yourself", "to me", "to myself", "to yourself"})
_TO: Final = "to "


# --- whom it is to -----------------------------------------------------------------------------------


def addressee(said: str) -> str:
    """Return whom a typed line names, without a `to` before it; nobody is oneself."""
    line = clean_line(said)
    if line.casefold() in _ONESELF:
        return ""
    return line[len(_TO) :].strip() if line.casefold().startswith(_TO) else line


def known_names(diary: Diary) -> tuple[str, ...]:
    """Return whom a letter may be to: those named in what is shown, and to whom letters were written."""
    letters = (each for each in diary.letters.all() if diary.entry(each.entry).away is None)
    return distinct((*diary.people(), *(letter.to for letter in letters)))


def new_letter(diary: Diary, to: str, now: datetime) -> tuple[Draft, Entry]:
    """Return a letter that is not kept yet; it is addressed in the save that keeps it."""
    return new_page(diary, now, kind=Kind.LETTER, title=letter_words().name.title_to(to), to=to)


def readdressed(diary: Diary, key: str, to: str, now: datetime) -> Change:
    """Say whom a letter is to; a title that only said so before says it anew, in the same save."""
    entry, name = diary.entry(key), letter_words().name
    titled = entry.title == name.title_to(diary.letters.of(key).to)
    with diary.together():
        if titled and entry.sealed is None:
            diary.keep(replace(entry, title=name.title_to(to)), now=now)
        return diary.letters.address(key, to, now=now)


# --- sealing, and what is due ------------------------------------------------------------------------


def unkept(diary: Diary, key: str, now: datetime) -> list[Draft]:
    """Return the drafts of a letter that say something."""
    drafts = [draft for draft in pending(diary) if draft.target == key]
    return [draft for draft in drafts if not page_from(diary, draft, now)[1].empty]


def sealed(diary: Diary, key: str, until: date, now: datetime) -> Change:
    """Seal a letter until a day, with what was written last and not kept yet, as one save.

    Raises UnfitLetter, also for a day that would be sooner than the one it is sealed until.
    """
    closed = diary.letters.closed(key)
    if closed is not None and until < closed:
        raise UnfitLetter("a sealed letter stays closed for longer, not for shorter")
    with diary.together():
        for draft in unkept(diary, key, now):
            put_down(diary, *page_from(diary, draft, now), now)
        return diary.letters.seal(key, until, now=now)


def due_letters(diary: Diary) -> list[Letter]:
    """Return the letters that may be opened, the earliest day first; none that is put away."""
    return [letter for letter in diary.letters.due() if diary.entry(letter.entry).away is None]


# --- answers -----------------------------------------------------------------------------------------


def answers_begun(diary: Diary) -> list[Draft]:
    """Return the drafts of answers to letters that can be answered, the one written in last first."""
    drafts = [draft for draft in diary.drafts() if draft.table == _LETTERS and draft.target]
    return [draft for draft in drafts if _open(diary, str(draft.target))]


def answer_to(diary: Diary, key: str) -> Draft:
    """Return the answer to a letter to be written on, as far as a draft of it has come."""
    begun = next((draft for draft in answers_begun(diary) if draft.target == key), None)
    answer = diary.letters.of(key).answer
    lines = answer.split("\n")
    place = len(lines) - 1, len(lines[-1])
    return begun or Draft(_LETTERS, key, {ANSWER: answer}, place, room=_ROOM)


def _open(diary: Diary, key: str) -> bool:
    """Tell whether a letter is there to be answered."""
    try:
        letter, entry = diary.letters.of(key), diary.entry(key)
    except UnknownEntry:
        return False
    hidden = entry.trashed is not None or entry.away is not None
    return not hidden and letter.state not in (State.SEALED, State.BURNED)

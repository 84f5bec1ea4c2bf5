"""An entry as it may be seen in passing: a letter that was not opened yet shows no words, due or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.model.letter import Letter


def seen(diary: Diary, entry: Entry, *, named: bool = False) -> Entry:
    """Return an entry without the words of a letter that is sealed, or whose day has come and that waits.

    `sealed` is then its day. With `named`, a letter without a title or words has whom it is to as its title.
    """
    from heartwork.content.letter_words import letter_words
    from heartwork.model.entry import Kind
    from heartwork.model.labels import own_tags
    from heartwork.model.letter import State

    if entry.kind is not Kind.LETTER:
        return entry
    letter = diary.letters.of(entry.id)
    if letter.state is State.SEALED and letter.until is not None:
        tags = own_tags(entry.tags, entry.body)
        entry = replace(entry, body="", tags=tags, versions=(), extra={}, sealed=letter.until)
    if named and not entry.headline:
        entry = replace(entry, title=letter_words().name.title_to(letter.to))
    return entry


def letter_of(diary: Diary, entry: Entry) -> Letter | None:
    """Return what is known of an entry as a letter; None for what is none."""
    from heartwork.model.entry import Kind

    return diary.letters.of(entry.id) if entry.kind is Kind.LETTER else None

"""What is said of a change that was taken back: which things it was about, by name or by their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.content.away_words import away_words
from heartwork.content.undone_words import undone_words
from heartwork.content.words import editor
from heartwork.diary.undone import undone
from heartwork.screens.room import QUOTED
from heartwork.screens.telling import named
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.diary import Change, Diary
    from heartwork.diary.undone import Undone

_BROUGHT_BACK: Final = {"trashed", "put away"}
"""The verbs whose undo brings something back."""


def several_kinds_said(diary: Diary, change: Change) -> str:
    """Return the words for a change of several kinds of things; nothing where it was of one."""
    things = undone(change)
    return _told(diary, change, things) if len(things) > 1 else ""


def undone_said(diary: Diary, change: Change) -> str:
    """Return the words for a change that was taken back; they name nothing that is out of sight."""
    things = undone(change)
    if len(things) != 1 or len(things[0].ids) != 1:
        return _told(diary, change, things)
    (thing,), words = things, editor()
    name = cut(named(diary, thing.ids[0]), QUOTED)
    if name and thing.in_trash:
        return words.trashed_again.format(words=name)
    if name and change.verb in _BROUGHT_BACK:
        return words.brought_back.format(words=name)
    return _told(diary, change, things)


def redone_said(diary: Diary, change: Change) -> str:
    """Return the words for a change that was done again after it was taken back."""
    words, things = undone_words(), undone(change)
    if not things:
        return words.again_unseen
    return words.again.format(things=words.listed([_said(diary, thing) for thing in things]))


def _told(diary: Diary, change: Change, things: Sequence[Undone]) -> str:
    words = undone_words()
    if not things:
        return words.nothing_seen
    if all(thing.away_again for thing in things):
        return away_words().done.again
    count = sum(len(thing.ids) for thing in things)
    if any(thing.in_trash for thing in things):
        said = words.taken[count > 1]
    elif change.verb in _BROUGHT_BACK:
        said = words.back
    else:
        said = words.before
    return said.format(things=words.listed([_said(diary, thing) for thing in things]))


def _said(diary: Diary, thing: Undone) -> str:
    name = named(diary, thing.ids[0]) if len(thing.ids) == 1 else ""
    return undone_words().kinds[thing.kind].said(len(thing.ids), cut(name, QUOTED))

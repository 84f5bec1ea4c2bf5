"""What is said of a change to mementos that was taken back: it names what came back, and what it is again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.deciding_words import deciding_words, decision_told
from heartwork.content.memento_words import memento_words
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from heartwork.diary import Change, Diary
    from heartwork.model.memento import Memento

_CELLS = 40
"""How much of a name stands in a sentence."""


_SAID_EVERYWHERE = {"added", "kept", "trashed", "put away"}
"""The verbs of which every room says the same."""


def undone_said(diary: Diary, change: Change, today: date) -> str:
    """Return the words for a change to mementos that was taken back; nothing where it was to none.

    They name nothing that is out of sight.
    """
    mementos, words = diary.mementos, memento_words().said
    ids = [key for key in change.ids if key in mementos]
    if ids and all(mementos.one(key).away for key in ids):
        return words.away_again
    if len(ids) == 1:
        return _one_said(mementos.one(ids[0]), change.verb, today)
    if not ids:
        return ""
    said = words.unadded if all(mementos.one(key).trashed for key in ids) else words.undone
    names = some_names(diary, ids, deciding_words().several.more)
    return said.format(count=f"{len(ids):,}", names=names)


def _one_said(memento: Memento, verb: str, today: date) -> str:
    """Return the words for a change to one memento, by its verb; nothing where every room has the same."""
    words, name = memento_words().said, cut(memento.name, _CELLS)
    if verb == "decided":
        return deciding_words().page.as_before.format(told=decision_told(memento, name, today))
    if verb in _SAID_EVERYWHERE:
        return ""
    said = {"let go": words.taken_up[0], "taken up": words.let_go_again, "ticked": words.ticked}
    return said.get(verb, words.as_before).format(words=name)


def some_names(diary: Diary, ids: Sequence[str], more: str, most: int = 3) -> str:
    """Return the names of the first few mementos, and how many more there are."""
    names = ", ".join(cut(diary.mementos.one(key).name, _CELLS) for key in ids[:most])
    return more.format(names=names, count=len(ids) - most) if len(ids) > most else names

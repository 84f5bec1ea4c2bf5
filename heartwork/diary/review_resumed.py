"""A review that is gone on with: what it kept that was taken back or thrown away since is in it no more."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from heartwork.diary.errors import UnknownEntry
from heartwork.model.memento import Decision
from heartwork.model.review import Contact

if TYPE_CHECKING:
    from heartwork.diary.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.model.memento import Memento
    from heartwork.model.review import Review


def entry_of(diary: Diary, review: Review) -> Entry | None:
    """Return the entry that a review is kept in, None where it is not, or not any more."""
    with suppress(UnknownEntry):
        if review.entry and (entry := diary.entry(review.entry)).trashed is None:
            return entry
    return None


def resumed(diary: Diary, review: Review) -> Review:
    """Return a review without what it kept that is gone since: that stays gone."""
    gone: dict[str, Any] = {}
    if review.entry and entry_of(diary, review) is None:
        gone |= {"entry": "", "mood": None, "mood_kept": None, "care": {}, "care_kept": ()}
        gone |= {"feelings": (), "feelings_kept": (), "said": ()}
    if review.noted and not _noted(diary, review, gone=bool(gone)):
        gone |= {"noted": None}
    if review.stepped and not review.tick and not _stepped(diary, review):
        gone |= {"stepped": ""}
    if review.decided and decided_in(diary, review) is None:
        gone |= {"decided": ""}
    return replace(review, **gone)


def _noted(diary: Diary, review: Review, *, gone: bool) -> bool:
    """Tell whether what was noted of contact is still so; that there was none is said in the entry alone."""
    if review.noted is Contact.NONE:
        return not gone
    events = (event for event in diary.contact.all() if event.day == review.day)
    return any(review.noted is not None and event.kind.value == review.noted.value for event in events)


def _stepped(diary: Diary, review: Review) -> bool:
    said, day = review.stepped, review.day
    return any(
        (goal.title == said and day in goal.ticks)
        or any(step.done and step.text == said for step in goal.steps)
        for goal in diary.goals.all()
    )


def decided_in(diary: Diary, review: Review) -> Memento | None:
    """Return the memento in sight that was decided in a review, None where nothing is decided any more."""
    named = (each for each in diary.mementos.all() if each.name == review.decided)
    decided = (each for each in named if each.decision is not Decision.UNDECIDED or each.done is not None)
    return next(decided, None)

"""Between a review that goes on and the fields of its draft, whatever those hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.documents import day, instant, instant_to_text, number, one_of, text, texts
from heartwork.model.care import Care
from heartwork.model.entry import MOODS
from heartwork.model.review import Contact, LineSort, Part, Review
from heartwork.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

END = "end"
"""What the field `at` says at the end of a review."""


def review_to_fields(review: Review) -> dict[str, object]:
    """Return the fields of the draft of a review."""
    return {
        "began": instant_to_text(review.began),
        "zone": review.zone,
        "day": review.day.isoformat(),
        "at": review.at.value if review.at is not None else END,
        "entry": review.entry,
        "mood": review.mood,
        "feelings": [*review.feelings],
        "contact": review.contact.value if review.contact else None,
        "care": [[key, answer] for key, answer in review.care.items()],
        "sort": review.sort.value,
        "line": review.line,
        "whole": review.whole,
        "decided": review.decided,
        "stepped": review.stepped,
        "tick": review.tick,
        "noted": review.noted.value if review.noted else None,
        "said": [each.value for each in review.said],
        "again": review.again,
        "mood_kept": review.mood_kept,
        "feelings_kept": [*review.feelings_kept],
        "care_kept": [*review.care_kept],
    }


def review_from_fields(fields: Mapping[str, object]) -> Review | None:
    """Return the review of a draft; None where it does not even say of which day it is."""
    began, lived = instant(fields.get("began")), day(fields.get("day"))
    if began is None or lived is None:
        return None
    at = fields.get("at")
    said = fields.get("said")
    return Review(
        began=began,
        zone=clean_line(text(fields.get("zone"))) or "UTC",
        day=lived,
        at=None if at == END else one_of(at, Part, Part.MOOD),
        entry=text(fields.get("entry")),
        mood=number(fields.get("mood"), MOODS),
        feelings=texts(fields.get("feelings")),
        contact=_contact(fields.get("contact")),
        care=_care(fields.get("care")),
        sort=one_of(fields.get("sort"), LineSort, LineSort.PROMPT),
        line=clean_line(text(fields.get("line"))),
        whole=fields.get("whole") is True,
        decided=clean_line(text(fields.get("decided"))),
        stepped=clean_line(text(fields.get("stepped"))),
        tick=text(fields.get("tick")),
        noted=_contact(fields.get("noted")),
        said=tuple(LineSort(each) for each in (said if isinstance(said, list) else ()) if each in _SORTS),
        again=fields.get("again") is True,
        mood_kept=number(fields.get("mood_kept"), MOODS),
        feelings_kept=texts(fields.get("feelings_kept")),
        care_kept=texts(fields.get("care_kept")),
    )


_SORTS = [each.value for each in LineSort]
_ANSWERS = [each.value for each in Care]


def _contact(value: object) -> Contact | None:
    return Contact(value) if value in [each.value for each in Contact] else None


def _care(value: object) -> dict[str, str]:
    """Return the answers to habits, which are pairs: the fields of a draft hold texts and lists alone."""
    found = {}
    for each in value if isinstance(value, list) else ():
        match each:
            case [str(key), str(answer)] if answer in _ANSWERS and clean_line(key):
                found[clean_line(key)] = answer
    return found

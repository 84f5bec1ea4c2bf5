"""What a practice offers where it stops: other practices, the support page, or a part of that page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.content.pages import support
from heartwork.content.practice_words import practice_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from heartwork.model.practice import Practice

SUPPORT: Final = "support"
"""The name of the offer of the support page; behind a colon the id of one of its parts may stand."""


def offered(offer: str, practices: Mapping[str, Practice]) -> str:
    """Return how an offer is called; nothing for one that is not there."""
    words = practice_words().closing
    if offer == SUPPORT:
        return words.support
    if offer in practices:
        return practices[offer].name
    parts = {f"{SUPPORT}:{part.id}": part.title for part in support().sections if part.id}
    return words.section.format(title=parts[offer]) if offer in parts else ""

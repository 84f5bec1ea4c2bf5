"""What is said of a tag while it is written: known ones that go on from it, and one nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.details_words import detail_words
from heartwork.model.labels import tags_in
from heartwork.screens.headings import plainly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.screen import Screen

    from heartwork.widgets.tag_completion import Offer


def writable(tags: Mapping[str, int]) -> list[str]:
    """Return the tags that can stand in a text: one with a space in it cannot."""
    return [tag for tag in tags if tags_in(f"#{tag}") == (tag,)]


def said_of(offer: Offer, tags: Mapping[str, int], key: str, *, ascii_only: bool) -> tuple[str, ...]:
    """Return the ways to tell of an offer, the longest first; none where the key would change nothing."""
    if offer.written >= 0 and len(offer.tags) == 1:
        return ()
    if offer.likeness:
        return close_to(offer.next, tags, key, ascii_only=ascii_only)
    words = plainly(detail_words().tags.goes_on, ascii_only=ascii_only)
    shown = [f"#{tag}" for tag in offer.tags]
    lengths = range(len(shown), 0, -1)
    return tuple(words.format(tags=" ".join(shown[:end]), tag=offer.next, key=key) for end in lengths)


def close_to(tag: str, tags: Mapping[str, int], key: str, *, ascii_only: bool) -> tuple[str, ...]:
    """Return the ways to point out a known tag that is nearly the same, the longest first."""
    words, count = detail_words().tags, tags.get(tag, 0)
    ways = (words.near_one if count == 1 else words.near, words.near_short)
    return tuple(plainly(way, ascii_only=ascii_only).format(tag=tag, count=count, key=key) for way in ways)


def key_of(screen: Screen[Any], name: str) -> str:
    """Return how the key of a binding is called that holds on a screen now; the person may have chosen it."""
    active = (each.binding for each in screen.active_bindings.values() if each.binding.id == name)
    return next((screen.app.get_key_display(binding) for binding in active), "")

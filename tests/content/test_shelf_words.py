"""The words of the shelves."""

from __future__ import annotations

import pytest

from heartwork.content.shelf_words import shelf_words
from heartwork.model.practice import SHELVES


def test_every_shelf_says_what_it_is_for_and_how_it_begins() -> None:
    said = shelf_words().shelf
    assert tuple(said) == SHELVES
    assert all("n " in each.empty and each.about and each.hint for each in said.values())
    assert set(shelf_words().urge) <= set(SHELVES)


@pytest.mark.parametrize(
    ("count", "said"), [(0, "nothing yet"), (1, "1 line"), (2, "2 lines"), (40, "40 lines")]
)
def test_lines_are_counted_in_words(count: int, said: str) -> None:
    assert shelf_words().counted(count) == said


def test_a_promise_that_was_not_kept_is_said_as_plainly_as_one_that_was() -> None:
    words = shelf_words().promise
    assert (words.kept, words.not_kept) == ("kept", "not kept")
    assert len(words.nothing) <= 58, "one line at eighty columns"

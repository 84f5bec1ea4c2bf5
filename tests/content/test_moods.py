"""Moods and feelings are whole, distinct, and fit each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from heartwork.content import (
    QUADRANTS,
    feelings,
    feelings_in,
    mood,
    moods,
    moods_named,
    quadrant_for,
    quadrants_from,
)
from heartwork.model.entry import MOODS
from heartwork.model.settings import Settings
from heartwork.model.text import normal

if TYPE_CHECKING:
    from heartwork.content import Quadrant


def test_the_five_moods_have_a_glyph_a_plain_twin_and_a_word_each() -> None:
    assert tuple(one.step for one in moods()) == MOODS
    assert [one.glyph for one in moods()] == list("▁▂▄▆█")
    assert [one.word for one in moods()] == ["heavy", "low", "steady", "light", "bright"]
    assert len({one.ascii for one in moods()}) == len(MOODS)
    assert all(one.ascii.isascii() and len(one.ascii) == 1 for one in moods())


def test_a_mood_is_found_by_its_step() -> None:
    assert mood(1).word == "heavy"
    with pytest.raises(KeyError):
        mood(6)


def test_moods_go_by_the_words_that_a_person_gave_them() -> None:
    assert moods_named(Settings()) == moods()
    named = moods_named(Settings().having("mood_2", "grey"))
    assert [one.word for one in named] == ["heavy", "grey", "steady", "light", "bright"]
    assert [(one.step, one.glyph, one.ascii) for one in named] == [
        (one.step, one.glyph, one.ascii) for one in moods()
    ]


def test_no_two_words_are_one_when_case_and_accents_are_aside() -> None:
    assert len({normal(feeling.word) for feeling in feelings()}) == len(feelings())


def test_the_heavy_quadrants_fill_two_pages_of_nine() -> None:
    assert [len(feelings_in(corner)) for corner in QUADRANTS if not corner.pleasant] == [18, 18]


def test_there_are_about_sixty_feelings_and_each_is_there_once() -> None:
    counts = Counter(feeling.word for feeling in feelings())
    assert 55 <= len(counts) <= 70
    assert set(counts.values()) == {1}
    assert all(word == word.casefold() and len(word) <= 13 for word in counts)


def test_every_quadrant_offers_nine_words_and_the_heavy_ones_have_the_most() -> None:
    sizes = {corner: len(feelings_in(corner)) for corner in QUADRANTS}
    assert len(sizes) == 4
    assert min(sizes.values()) >= 9
    heavy = sum(size for corner, size in sizes.items() if not corner.pleasant)
    assert heavy > len(feelings()) / 2
    assert sum(sizes.values()) == len(feelings())


def test_every_mood_has_a_quadrant_and_low_ones_an_unpleasant_one() -> None:
    assert [quadrant_for(step).pleasant for step in MOODS] == [False, False, True, True, True]
    assert quadrant_for(None) == quadrant_for(2)


@pytest.mark.parametrize("word", ["longing", "ashamed", "tender", "jealous", "hollow", "rejected", "lonely"])
def test_words_for_unreturned_love_are_among_the_first_nine(word: str) -> None:
    assert any(word in [feeling.word for feeling in feelings_in(corner)[:9]] for corner in QUADRANTS)


@pytest.mark.parametrize("first", QUADRANTS)
def test_from_a_quadrant_the_others_come_with_its_opposite_last(first: Quadrant) -> None:
    order = quadrants_from(first)
    assert set(order) == set(QUADRANTS)
    assert order[0] == first
    assert order[1].pleasant is first.pleasant
    assert (order[3].pleasant, order[3].energy) == (not first.pleasant, order[1].energy)

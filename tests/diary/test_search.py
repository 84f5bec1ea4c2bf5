"""The index finds what is there, in time's order, a slice at a time, and forgets what has changed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.diary import blocks
from heartwork.diary.blocks import ENTRIES, SIZE, Block, Needle
from heartwork.diary.errors import UnknownEntry
from heartwork.diary.search import SearchIndex
from heartwork.model.query import parse_query
from heartwork.model.text import unwrapped
from tests.diary.made import NOW, entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from heartwork.model.entry import Entry
    from heartwork.model.query import Query

WORDS = ("rain", "tea", "lake", "Café", "long walk", "long\nwalk", "überhaupt", "чай", "🌧", "a", "ra")


class Shelf:
    """Entries by id, and an index over them."""

    def __init__(self, entries: Iterable[Entry] = (), **how: Any) -> None:
        self.entries: dict[str, Entry] = {}
        self.read: list[str] = []
        for each in entries:
            self.put(each)
        self.index = SearchIndex(self.ids, self.entry, **how)

    def put(self, made: Entry) -> str:
        key = made.id or f"id-{len(self.entries):06}"
        self.entries[key] = replace(made, id=key)
        return key

    def ids(self) -> list[str]:
        return sorted(self.entries, key=lambda key: (self.entries[key].at, key), reverse=True)

    def entry(self, key: str) -> Entry:
        self.read.append(key)
        if key not in self.entries:
            raise UnknownEntry("there is no entry by this id")
        return self.entries[key]

    def found(self, text: str, keys: list[str] | None = None) -> list[str]:
        return [key for batch in self.index.search(asked(text), keys or self.ids()) for key in batch]

    def bodies(self, text: str) -> list[str]:
        return [self.entries[key].body for key in self.found(text)]


def asked(text: str) -> Query:
    return parse_query(text, date(2026, 3, 1))


def at(minutes: int, body: str, **fields: Any) -> Entry:
    return entry(body, at=NOW + timedelta(minutes=minutes), **fields)


def many(number: int) -> Shelf:
    chance = random.Random(1)
    return Shelf(at(minute, f"{chance.choice(WORDS)} {chance.choice(WORDS)}") for minute in range(number))


def test_what_fits_is_found_newest_first() -> None:
    shelf = Shelf([at(2, "rain and tea"), at(1, "rain"), at(3, "tea"), at(4, "RAIN, tea")])
    assert shelf.bodies("rain tea") == ["RAIN, tea", "rain and tea"]
    assert shelf.bodies("rain -tea") == ["rain"]
    assert shelf.bodies("-rain") == ["tea"]
    assert shelf.bodies("snow") == []
    assert shelf.found("") == shelf.ids()


def test_only_the_given_entries_are_found() -> None:
    shelf = many(300)
    some = shelf.ids()[::7]
    assert set(shelf.found("a", some)) <= set(some)
    assert shelf.found("a", some) == [key for key in some if key in shelf.found("a")]


@pytest.mark.parametrize("text", [*WORDS, '"long walk"', "rain -tea", "-a", "mood:none rain", "zzz", "a ra"])
def test_the_index_finds_what_looking_at_each_would_find(text: str) -> None:
    shelf = many(1_000)
    expected = [key for key in shelf.ids() if SearchIndex(shelf.ids, shelf.entry).matches(key, asked(text))]
    assert shelf.found(text) == expected
    assert shelf.found(text) == expected
    assert [key for key in shelf.ids() if shelf.index.matches(key, asked(text))] == expected


def test_folding_goes_newest_first_and_says_how_far_it_is() -> None:
    ticks = count()
    shelf = Shelf((at(minute, "rain") for minute in range(10)), clock=lambda: next(ticks))
    assert shelf.index.covered == (0, 10)
    assert not shelf.index.fold(3)
    assert shelf.read == shelf.ids()[:3]
    assert shelf.index.covered == (3, 10)
    assert shelf.index.fold(100)
    assert shelf.index.covered == (10, 10)
    assert shelf.index.fold(0)
    assert shelf.read == shelf.ids()


def test_nothing_is_read_before_it_is_asked_for() -> None:
    shelf = many(10)
    shelf.index.forget(shelf.ids())
    assert shelf.read == []


def test_a_search_hands_over_what_it_has_and_goes_on_as_more_is_folded() -> None:
    ticks = count()
    shelf = Shelf((at(minute, "rain") for minute in range(1_000)), clock=lambda: next(ticks))
    shelf.index.fold(300)
    assert shelf.index.covered == (300, 1_000)
    batches = shelf.index.search(asked("rain"), shelf.ids(), seconds=2)
    first = next(batches)
    assert first
    assert shelf.index.covered == (300, 1_000)
    found = first + [key for batch in batches for key in batch]
    assert found == shelf.ids()
    assert shelf.index.covered == (1_000, 1_000)


def test_a_search_also_finds_what_is_folded_meanwhile() -> None:
    shelf = Shelf(at(minute, "rain") for minute in range(1_000))
    found: list[str] = []
    for batch in shelf.index.search(asked("rain"), shelf.ids(), seconds=0):
        found += batch
        shelf.index.fold(0)
    assert found == shelf.ids()


def test_a_search_can_be_dropped_and_another_begun() -> None:
    shelf = many(1_000)
    older = shelf.index.search(asked("rain"), shelf.ids(), seconds=0)
    next(older)
    del older
    assert shelf.found("tea") == many(1_000).found("tea")


def test_what_changed_is_found_as_it_is_now() -> None:
    shelf = Shelf([at(1, "rain"), at(2, "tea"), at(3, "lake")])
    assert shelf.bodies("tea") == ["tea"]
    old, middle, new = reversed(shelf.ids())
    shelf.entries[middle] = replace(shelf.entries[middle], body="snow", at=NOW + timedelta(minutes=9))
    del shelf.entries[old]
    added = shelf.put(at(5, "tea again", id="added"))
    shelf.index.forget([old, middle, added])
    assert shelf.index.covered == (1, 4)  # the one that is gone is not known to be yet
    assert shelf.bodies("tea") == ["tea again"]
    assert shelf.bodies("rain") == []
    assert shelf.found("a -rain") == [added, new]
    assert shelf.bodies("snow") == ["snow"]
    assert shelf.index.covered == (3, 3)
    assert shelf.found("-nothing") == [middle, added, new]


def test_what_is_gone_before_it_was_folded_is_passed_over() -> None:
    shelf = many(500)
    shelf.index.fold(0)
    for key in shelf.ids()[1:]:
        del shelf.entries[key]
    assert shelf.index.fold(100)
    assert shelf.index.covered == (1, 1)
    shelf = many(500)
    shelf.index.fold(0)
    oldest = shelf.ids()[-1]
    for key in shelf.ids()[1:-1]:
        del shelf.entries[key]
    assert shelf.found("-nothing")[-1] == oldest


def test_an_unknown_entry_matches_nothing_and_says_so() -> None:
    with pytest.raises(UnknownEntry):
        Shelf().index.matches("none", asked("rain"))


def test_very_long_texts_stand_beside_short_ones() -> None:
    shelf = Shelf(at(minute, f"rain {'x ' * SIZE if minute % 3 else ''}{minute}") for minute in range(9))
    assert shelf.found("rain") == shelf.ids()
    assert shelf.bodies("8")[0].endswith("8")
    assert shelf.found("rain y") == []


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(1, 8))
def test_after_any_changes_the_index_is_as_a_new_one(seed: int, number: int, most: int) -> None:
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocks, "ENTRIES", most)
        shelf = Shelf(at(chance.randrange(50), chance.choice(WORDS)) for _ in range(number))
        for _ in range(4):
            shelf.index.fold(chance.choice((0, 0, 100)))
            shelf.index.forget(changed(shelf, chance))
            text = chance.choice((*WORDS, "-rain", "a ra"))
            fresh = SearchIndex(shelf.ids, shelf.entry)
            expected = [key for key in shelf.ids() if fresh.matches(key, asked(text))]
            assert sorted(shelf.found(text)) == sorted(expected)
            assert shelf.found(text) == expected
            assert shelf.index.covered == (len(shelf.entries), len(shelf.entries))


def changed(shelf: Shelf, chance: random.Random) -> list[str]:
    """Change, move, erase and add some entries, and return which."""
    some = chance.sample(shelf.ids(), min(len(shelf.entries), chance.choice((1, 5, 40))))
    for key in some:
        if chance.random() < 0.2:
            del shelf.entries[key]
        else:
            moved = at(chance.randrange(50), chance.choice(WORDS))
            shelf.entries[key] = replace(moved, id=key)
    added = [f"new-{chance.random()}" for _ in range(chance.choice((0, 1, 20)))]
    for key in added:
        shelf.put(at(chance.randrange(50), chance.choice(WORDS), id=key))
    return [*some, *added]


@given(st.lists(st.text("ab \né", max_size=9), min_size=1), st.text("ab é", min_size=1, max_size=4))
def test_a_block_finds_words_and_phrases_where_they_stand(texts: list[str], phrase: str) -> None:
    block, phrase = Block(), unwrapped(phrase)
    for number, text in enumerate(texts):
        block.put(place(number), text)
    needles = [Needle(phrase)] if phrase else []
    expected = [place(number) for number, text in enumerate(texts) if phrase in text]
    for _ in range(2):
        assert block.having(needles, (), place(len(texts))) == expected[::-1]
        assert [block.text(place(number)) for number in range(len(texts))] == texts
    assert block.having(needles, [b"a"], place(1)) == [
        each for each in expected[:1] if each == place(0) and "a" not in texts[0]
    ]


def place(number: int) -> tuple[datetime, str]:
    return NOW + timedelta(minutes=number), str(number)


def test_a_block_that_grows_too_large_becomes_two() -> None:
    block = Block()
    for minute in range(2 * ENTRIES + 1):
        block.put(place(minute), str(minute))
    before = block.overfull
    older = block.halved()
    assert older.places[-1] < block.first
    assert len(older.places) + len(block.places) == 2 * ENTRIES + 1
    assert older.text(older.first) == "0"
    assert (before, block.overfull, older.overfull) == (True, False, False)

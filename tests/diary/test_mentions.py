"""Somebody is found by whole words, in any script, a few milliseconds at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.mentions import Mentions, whole_words
from heartwork.model.entry import Kind
from heartwork.model.text import normal
from tests.diary.made import NOW, after, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY, THEN = date(2026, 3, 1), date(2026, 3, 15)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Martin", "martin, again"),
        ("Martin", "MÁRTIN's scarf"),
        ("Martin", "an _Martin_ and **Martin**"),
        ("M.", "with M. there"),
        ("M.", "(m.)"),
        ("Anna  Lena", "anna\nlena came"),
        ("Straße", "STRASSE"),
        ("美咲", "昨日美咲さんと話した"),
        ("민수", "민수가 왔다"),
        ("Лёша", "и леша пришел"),
    ],
)
def test_a_name_is_found(name: str, text: str) -> None:
    diary = Diary.in_memory()
    diary.turn(TODAY)
    key = diary.keep(entry(text), now=NOW).id
    assert diary.mentioning([name]) == [key]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Martin", "Martina and martinis"),
        ("Ann", "Anna"),
        ("M.", "M.2 and I am."),
        ("美咲", "美しい"),
        ("", "anything"),
        ("  ", "anything"),
        ("\u0301", "anything"),
    ],
)
def test_what_only_looks_alike_is_not(name: str, text: str) -> None:
    diary = Diary.in_memory()
    diary.turn(TODAY)
    diary.keep(entry(text), now=NOW)
    assert diary.mentioning([name]) == []


def test_letters_are_looked_through_with_whom_they_are_to_and_what_was_answered(diary: Diary) -> None:
    diary.turn(TODAY)
    letters = [diary.keep(entry(f"words {at}", kind=Kind.LETTER), now=after(at)).id for at in range(4)]
    diary.letters.address(letters[0], "Zora", now=NOW)
    diary.letters.answer(letters[1], "dear zora", now=NOW)
    diary.keep(entry("zora inside", kind=Kind.LETTER, id=letters[2]), now=NOW)
    diary.letters.seal(letters[2], THEN, now=NOW)
    assert diary.entry(letters[2]).body == ""
    assert set(diary.mentioning(["Zora"])) == {*letters[:3]}
    diary.trash([letters[2]], now=NOW)
    assert set(diary.mentioning(["Zora"])) == {*letters[:2]}


def test_what_is_found_is_in_the_order_of_the_timeline(diary: Diary) -> None:
    diary.turn(TODAY)
    ids = [
        diary.keep(entry(f"{'Zo' if at % 2 else 'Anna'} {at}", at=after(at)), now=NOW).id for at in range(9)
    ]
    diary.put_away(ids[:3], now=NOW)
    assert diary.mentioning(["Zo", "Anna"]) == ids[::-1]
    assert diary.newest_first([ids[0], ids[4]]) == [ids[4], ids[0]]


def ticking() -> Iterator[float]:
    return iter(float(at) for at in range(10_000_000))


def test_a_long_list_is_checked_a_little_at_a_time(diary: Diary) -> None:
    diary.turn(TODAY)
    with diary.together():
        ids = {diary.keep(entry("Zora", at=after(at)), now=NOW).id for at in range(50)}
    ticks = ticking()
    mentions = Mentions(diary.index, diary.letters, diary._ledger, clock=lambda: next(ticks))
    found = list(mentions.of(["Zora", "zora"], ids))
    assert max(map(len, found)) == 1
    assert {key for each in found for key in each} == ids


NAMES = st.text("aä.M_美 2", min_size=1, max_size=4)


@given(NAMES, st.text("aäMm._美 2\n", max_size=30))
def test_a_name_alone_on_its_line_is_always_found(name: str, around: str) -> None:
    folded = normal(name).strip()
    if folded:
        assert whole_words([folded]).search(normal(f"{around}\n{name.strip()}\n{around}"))

"""What sort of thing a memento is, guessed from plain words; a guess that is never certain is `other`."""

from __future__ import annotations

import pytest

from heartwork.content.memento_sorts import read_sorts, sort_of
from heartwork.model.memento import Sort
from heartwork.model.text import normal


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Concert ticket", Sort.PAPER),
        ('Playlist "us"', Sort.DIGITAL),
        ("Blue scarf", Sort.CLOTHING),
        ("His books (6)", Sort.SHARED),
        ("The letters", Sort.LETTER),
        ("ring", Sort.GIFT),
        ("Photos", Sort.PHOTO),
        ("photo of the ring", Sort.PHOTO),
        ("ring from the café", Sort.GIFT),
        ("box of letters", Sort.LETTER),
        ("scarves", Sort.CLOTHING),
        ("E-Mails", Sort.DIGITAL),
        ("his profile", Sort.DIGITAL),
        ("the CAFÉ on the corner", Sort.PLACE),
        ("birthday card", Sort.LETTER),
        ("Toothbrush", Sort.OTHER),
        ("thing number 978", Sort.OTHER),
        ("ring number 2", Sort.GIFT),
        ("his number", Sort.DIGITAL),
        ("numbered postcards", Sort.LETTER),
        ("cardigan", Sort.CLOTHING),
        ("cardboard", Sort.OTHER),
        ("Grey mug", Sort.OTHER),
        ("", Sort.OTHER),
        ("[/]", Sort.OTHER),
    ],
)
def test_plain_words_say_what_sort_of_thing_it_is(name: str, sort: Sort) -> None:
    assert sort_of(name) is sort


def test_what_lies_on_a_phone_is_digital() -> None:
    assert sort_of("photos of us", "my phone") is Sort.DIGITAL
    assert sort_of("photos of us", "drawer") is Sort.PHOTO
    assert sort_of("everything", "two laptops") is Sort.DIGITAL
    assert sort_of("a note", "phonebook") is Sort.LETTER


def test_every_word_has_one_sort_that_there_is() -> None:
    table = read_sorts().words
    assert {Sort(sort) for sort in table} == set(Sort) - {Sort.OTHER}
    words = [normal(word) for group in table.values() for word in group]
    assert len(words) - len(set(words)) <= 1  # café, cafe
    for sort, group in table.items():
        for word in group:
            assert sort_of(f"the {word}") is Sort(sort), word

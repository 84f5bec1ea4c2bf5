"""Where searched words stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.text import normal
from heartwork.widgets.cells import clusters
from heartwork.widgets.matches import spans


def found(text: str, *needles: str) -> list[str]:
    return [text[begin:end] for begin, end in spans(text, [normal(needle) for needle in needles])]


def test_words_are_found_without_case_and_accents() -> None:
    assert found("The CAFÉ, the café, a cafe\u0301", "cafe") == ["CAFÉ", "café", "cafe\u0301"]


def test_a_letter_that_folds_into_two_is_found_whole() -> None:
    assert found("die Straße", "strasse") == ["Straße"]
    assert found("die Straße", "s") == ["S", "ß"]


def test_a_phrase_is_found_over_any_white_space() -> None:
    assert found("a long\t  day, a long\xa0day", "long day") == ["long\t  day", "long\xa0day"]
    assert found("  long  day", "long day") == ["long  day"]
    assert found("longday", "long day") == []


def test_words_that_overlap_are_one_place() -> None:
    assert found("abcabc", "abc", "bca") == ["abcabc"]


def test_nothing_is_found_for_nothing() -> None:
    assert spans("a day", []) == []
    assert spans("a day", [""]) == []
    assert spans("", ["a"]) == []
    assert spans("a day", ["night"]) == []


@given(st.text(max_size=30), st.lists(st.text(max_size=3), max_size=3))
def test_places_are_in_order_apart_and_made_of_whole_characters(text: str, needles: list[str]) -> None:
    places = spans(text, [normal(needle) for needle in needles])
    edges = {0, *(end for _, end, _ in clusters(text))}
    flat = [at for place in places for at in place]
    assert flat == sorted(set(flat))
    assert set(flat) <= edges

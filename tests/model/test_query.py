"""What is typed to find something is understood, or said back in plain words; nothing in between."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartwork.model.entry import Kind
from heartwork.model.query import Query, UnclearQuery, parse_query, query_text
from heartwork.model.sought import Where, facts, label, searched
from tests.diary.made import entry

TODAY = date(2026, 3, 4)  # a Wednesday

PIECES = st.sampled_from(
    [
        *(
            "rain",
            "Café",
            "-",
            '"',
            "“",
            " ",
            "\n",
            "#",
            "tag:",
            "person:",
            "feeling:",
            "mood:",
            "kind:",
            "is:",
        ),
        *("from:", "to:", "on:", "<", ">=", "3", "2-4", "none", "letter", "check-in", "starred", "away"),
        *(
            "sealed",
            "trashed",
            "yesterday",
            "2026-03",
            "2026-03-01",
            "3 days ago",
            "12:30",
            "http://",
            "…",
            "é",
        ),
    ]
)
TYPED = st.lists(PIECES | st.characters(codec=None), max_size=12).map("".join)


def parsed(text: str) -> Query:
    return parse_query(text, TODAY)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        (" \n ", Query()),
        ("rain", Query(words=("rain",))),
        ("Rain  CAFÉ\nrain", Query(words=("rain", "cafe"))),
        ('"long\n walk" lake', Query(words=("long walk", "lake"))),
        ("“long walk”", Query(words=("long walk",))),
        ("-Anna", Query(without=("anna",))),
        ('-"the Café"', Query(without=("the cafe",))),
        ("can\u2019t", Query(words=("can't",))),
        ('5" nails', Query(words=('5"', "nails"))),
        ("tag:Night", Query(labels=("tag:night",))),
        ("#Night", Query(labels=("tag:night",))),
        ("tag:#night TAG:night", Query(labels=("tag:night",))),
        ('tag:"first  date" tag:night', Query(labels=("tag:first date", "tag:night"))),
        ("-tag:night -#day", Query(without_labels=("tag:night", "tag:day"))),
        ("person:M. -feeling:Sad", Query(labels=("person:m.",), without_labels=("feeling:sad",))),
        ("mood:3", Query(moods=frozenset({3}))),
        ("mood:=3", Query(moods=frozenset({3}))),
        ("mood:<3", Query(moods=frozenset({1, 2}))),
        ("mood:>=4", Query(moods=frozenset({4, 5}))),
        ("mood:2-4", Query(moods=frozenset({2, 3, 4}))),
        ("mood:4-2", Query(moods=frozenset({2, 3, 4}))),
        ("mood:1 mood:5", Query(moods=frozenset({1, 5}))),
        ("mood:>1 mood:<4", Query(moods=frozenset({2, 3}))),
        ("mood:1 mood:5 mood:>2", Query(moods=frozenset({5}))),
        ("mood:<2 mood:>4", Query(moods=frozenset())),
        ("mood:none", Query(moods=frozenset({None}))),
        ("-mood:none", Query(moods=frozenset({1, 2, 3, 4, 5}))),
        ("-mood:<4", Query(moods=frozenset({None, 4, 5}))),
        ("kind:letter", Query(kinds=frozenset({Kind.LETTER}))),
        ("kind:letter kind:Check-In", Query(kinds=frozenset({Kind.LETTER, Kind.CHECK_IN}))),
        ("kind:checkin", Query(kinds=frozenset({Kind.CHECK_IN}))),
        ("-kind:letter", Query(kinds=frozenset(Kind) - {Kind.LETTER})),
        ("is:letter", Query(kinds=frozenset({Kind.LETTER}))),
        ("is:starred", Query(starred=True)),
        ("-is:starred", Query(starred=False)),
        ("is:sealed", Query(sealed=True)),
        ("is:away", Query(where=Where.AWAY)),
        ("is:trashed", Query(where=Where.TRASHED)),
        ("-is:away", Query()),
        ("from:monday", Query(since=date(2026, 3, 2))),
        ("to:yesterday", Query(until=date(2026, 3, 3))),
        ("on:yesterday", Query(since=date(2026, 3, 3), until=date(2026, 3, 3))),
        ('from:"3 days ago"', Query(since=date(2026, 3, 1))),
        ("from:2026-02 to:2026-02", Query(since=date(2026, 2, 1), until=date(2026, 2, 28))),
        ("on:2025", Query(since=date(2025, 1, 1), until=date(2025, 12, 31))),
        ("from:2026-01-01 from:2026-02-01", Query(since=date(2026, 2, 1))),
        ("to:2026-01-01 to:2026-02-01", Query(until=date(2026, 1, 1))),
    ],
)
def test_everything_that_can_be_asked_is_understood(text: str, query: Query) -> None:
    assert parsed(text) == query


@pytest.mark.parametrize("text", ["12:30", "http://x.org", "note:letter", ":", "a:b:c", "mood", "is", "tag"])
def test_a_colon_anywhere_else_belongs_to_a_word(text: str) -> None:
    assert parsed(text) == Query(words=(text,))


@pytest.mark.parametrize(
    "piece",
    [
        "tag:",
        "person:",
        "#",
        "-",
        "-#",
        "-tag:",
        "mood:",
        "mood:<",
        "mood:>=",
        "mood:2-",
        "kind:",
        "is:",
        "from:",
        *("to:", "on:", '"', '""', '-"', '-""', 'tag:"', "tag:#"),
    ],
)
def test_what_has_only_begun_is_not_there_yet(piece: str) -> None:
    assert parsed(piece) == Query()
    assert parsed(f"rain {piece}") == Query(words=("rain",))


def test_an_open_quote_is_a_phrase_so_far() -> None:
    assert parsed('lake "long w') == Query(words=("lake", "long w"))
    assert parsed('tag:"first d') == Query(labels=("tag:first d",))


@pytest.mark.parametrize(
    ("text", "piece", "hint"),
    [
        ("rain mood:9", "mood:9", "1 to 5"),
        ("mood:<1", "mood:<1", "1 to 5"),
        ("-mood:>5 x", "-mood:>5", "1 to 5"),
        ("mood:low", "mood:low", "1 to 5"),
        ("kind:poem", "kind:poem", "check-in, review, letter"),
        ("is:old", "is:old", "is:starred"),
        ("from:someday", "from:someday", "yesterday"),
        ("from:3 days ago", "from:3", '"3 days ago"'),
        ("to:1066-10-14", "to:1066-10-14", "1900"),
        ("to:2026-13", "to:2026-13", "2026-03"),
        ("-from:monday", "-from:monday", "not before days"),
        (f"kind:{'x' * 200}", f"kind:{'x' * 35}…", "letter"),
    ],
)
def test_what_is_not_understood_is_named_and_what_it_can_be_is_said(text: str, piece: str, hint: str) -> None:
    with pytest.raises(UnclearQuery) as raised:
        parsed(text)
    assert f"“{piece}” was not understood" in str(raised.value)
    assert hint in str(raised.value)
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("piece", ["kind:let", "is:s", "from:yes", "from:2026-0", "mood:9", "-from:x"])
def test_while_somebody_types_the_last_piece_may_be_unfinished(piece: str) -> None:
    assert parse_query(f"rain {piece}", TODAY, typing=True) == Query(words=("rain",))
    for text in (f"{piece} ", f"{piece} rain"):
        with pytest.raises(UnclearQuery):
            parse_query(text, TODAY, typing=True)


@given(TYPED)
@example('--a"b')
@example('##"a')
@example('"tag:x" "-y" "#z"')
@example('tag:a"b person:"#c')
@example("i\u017f:\u017ftarred")
@example("tag:\u0301")
def test_any_text_is_understood_or_said_to_be_unclear_and_reads_back_the_same(text: str) -> None:
    try:
        query = parsed(text)
    except UnclearQuery:
        return
    assert parsed(query_text(query)) == query
    assert query.also(query) == query
    assert Query().also(query) == query == query.also(Query())
    assert all(query.words)
    assert all(query.without)


@given(TYPED)
def test_typing_never_finds_fault_with_what_is_clear(text: str) -> None:
    try:
        query = parsed(text)
    except UnclearQuery:
        return
    assert parse_query(text, TODAY, typing=True) == query


@given(TYPED)
def test_while_one_piece_is_typed_there_is_never_a_complaint(text: str) -> None:
    if not any(letter.isspace() for letter in text) and '"' not in text and "“" not in text:
        parse_query(text, TODAY, typing=True)


def test_options_and_words_combine_to_what_fits_both() -> None:
    one = Query(
        words=("rain",), moods=frozenset({1, 2}), kinds=frozenset({Kind.NOTE}), since=date(2026, 3, 1)
    )
    two = Query(words=("rain", "tea"), moods=frozenset({2, 3}), kinds=frozenset({Kind.LETTER}), starred=True)
    three = Query(since=date(2026, 3, 2), until=date(2026, 3, 3), where=Where.TRASHED)
    both = one.also(two).also(three)
    assert both == Query(
        words=("rain", "tea"),
        moods=frozenset({2}),
        kinds=frozenset(),
        since=date(2026, 3, 2),
        until=date(2026, 3, 3),
        starred=True,
        where=Where.TRASHED,
    )
    assert not both.asks_nothing
    assert Query(where=Where.AWAY).asks_nothing


def found(text: str, **fields: Any) -> bool:
    made = entry(**fields)
    query, known = parsed(text), facts(made)
    return query.fits(known) and query.says(searched(made, known))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", {}),
        ("LONG zurich", {"body": "A long day\nin Zürich"}),
        ('"day in zurich"', {"body": "A long day\n\n in\tZürich"}),
        (
            "title home sad anna",
            {"title": "A Title", "tags": ("home",), "feelings": ("sad",), "people": ("Anna",)},
        ),
        ("#home -#work", {"tags": ("Home", "x")}),
        ("tag:cafe", {"tags": ("Café",)}),
        ('tag:"first date"', {"tags": ("First  date",)}),
        ("person:anna feeling:SAD", {"people": ("Anna",), "feelings": ("sad",)}),
        ("mood:<3", {"mood": 2}),
        ("mood:none", {}),
        ("-mood:<3", {}),
        ("is:letter is:starred", {"kind": Kind.LETTER, "starred": True}),
        ("on:2026-03-01", {"day": date(2026, 3, 1)}),
        ("[sigh]", {"body": "[sigh] long day [/oops]"}),
        ("don't -wont", {"body": "I don\u2019t"}),
    ],
)
def test_what_fits_is_found(text: str, fields: dict[str, Any]) -> None:
    assert found(text, **fields)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("long night", {"body": "long day"}),
        ("-long", {"body": "long day"}),
        ('"long day"', {"body": "day long"}),
        ('"day home"', {"body": "day", "tags": ("home",)}),
        ("dayhome", {"body": "day", "tags": ("home",)}),
        ("#hom", {"tags": ("home",)}),
        ("#home", {"body": "home"}),
        ("#home #work", {"tags": ("home",)}),
        ("-#home", {"tags": ("home",)}),
        ("person:anna", {"tags": ("anna",)}),
        ("mood:<3", {}),
        ("mood:3", {"mood": 2}),
        ("kind:letter", {}),
        ("is:starred", {}),
        ("-is:starred", {"starred": True}),
        ("is:sealed", {"kind": Kind.LETTER}),
        ("from:2026-03-02", {"day": date(2026, 3, 1)}),
        ("to:2026-02-28", {"day": date(2026, 3, 1)}),
        (".*", {}),
    ],
)
def test_what_does_not_fit_is_not_found(text: str, fields: dict[str, Any]) -> None:
    assert not found(text, **fields)


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_label_is_the_same_in_a_query_and_in_an_entry(field_text: str, other: str) -> None:
    once = label("tag", field_text)
    assert label("tag", once.removeprefix("tag:")) == once
    if once != "tag:":
        assert parsed(query_text(Query(labels=(once,)))) == Query(labels=(once,))

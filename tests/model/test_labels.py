"""Tags in texts and fields: what is one, which are the same, which are near, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from heartwork.model.labels import (
    LONGEST,
    all_tags,
    beginning,
    distinct,
    near,
    own_tags,
    people_named,
    spelled,
    tag_before,
    tags_in,
    tags_named,
)
from heartwork.model.text import normal

LETTERS = st.text("abcdeé-1", max_size=10)
TAGS = st.from_regex(r"[a-z][a-z0-9_-]{0,10}[a-z0-9]", fullmatch=True)
TEXTS = st.text("#ab1-_ \n./(é", max_size=40)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        ("#night", ("night",)),
        ("at #night, by the #lake.", ("night", "lake")),
        ("(#one) “#two” —#three *#four* _#five_", ("one", "two", "three", "four", "five")),
        ("#self-care #two_words #y2026", ("self-care", "two_words", "y2026")),
        ("#café #Übergang #любовь #日記 #नमस्ते", ("café", "Übergang", "любовь", "日記", "नमस्ते")),
        ("#Night and #night and #NIGHT", ("Night",)),
        ("#lake- #lake", ("lake",)),
    ],
)
def test_a_tag_is_a_word_behind_its_sign(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


@pytest.mark.parametrize(
    "text",
    [
        "# A heading",
        "## Another",
        "##close",
        "#",
        "#!",
        "#1 of #2026, #2026-03",
        "inside#word",
        "C#sharp",
        "https://example.org/page#part",
        "https://example.org/#part",
        "(https://example.org/a,#b)",
        "www.example.org/;#part",
        "[the part](#part)",
        "an &#39; apostrophe",
        r"not \#this one",
        "`#code`",
        "#-x",
        "#" + "x" * (LONGEST + 1),
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert tags_in(text) == ()


def test_a_long_address_is_one_too() -> None:
    assert tags_in(f"https://example.org/{'page/' * 200}#part;#part") == ()


@given(TEXTS)
def test_every_tag_of_a_text_stands_in_it_once(text: str) -> None:
    found = tags_in(text)
    assert all(f"#{tag}" in text for tag in found)
    assert len({normal(tag) for tag in found}) == len(found)


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [
        ("at #ni", 6, (3, "ni")),
        ("at #ni later", 6, (3, "ni")),
        ("at #", 4, (3, "")),
        ("at #ni ", 7, None),
        ("at #ni", 3, None),
        ("at#ni", 5, None),
        ("at #20", 6, None),
        ("at #night", 6, (3, "ni")),
    ],
)
def test_the_tag_that_is_being_written_ends_at_the_cursor(
    line: str, column: int, found: tuple[int, str] | None
) -> None:
    assert tag_before(line, column) == found


# --- fields ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("night, lake", ("night", "lake")),
        ("#night #lake", ("night", "lake")),
        ("night lake", ("night", "lake")),
        ("  ,, night ,Night, ", ("night",)),
        ("long walk, lake", ("long walk", "lake")),
        ("[b]bold[/b]\x1b[31m", ("[b]bold[/b]",)),
        ("", ()),
    ],
)
def test_a_field_names_tags_by_commas_or_spaces_and_knows_those_with_a_space(
    line: str, tags: tuple[str, ...]
) -> None:
    assert tags_named(line, ["Long Walk"]) == tags


def test_a_field_names_people_by_commas_alone() -> None:
    assert people_named(" Anna Maria, M.,, anna maria ,Jo") == ("Anna Maria", "M.", "Jo")


@given(st.lists(TAGS))
def test_a_field_gives_back_the_tags_that_were_written_into_it(tags: list[str]) -> None:
    assert tags_named(", ".join(tags)) == distinct(tags)


def test_a_known_spelling_wins() -> None:
    assert spelled(["cafe", "LAKE", "new"], ["Café", "lake", "Lake"]) == ("Café", "lake", "new")


# --- whose they are -----------------------------------------------------------------------------------


def test_tags_of_the_text_join_those_of_the_field_in_the_spelling_that_is_known() -> None:
    tags = all_tags(["work"], "a #Night by the #lake, #Work", before=["work"], known=["night"])
    assert tags == ("work", "night", "lake")


def test_a_spelling_the_entry_had_stays_whatever_others_use() -> None:
    assert all_tags([], "#night", before=["Night"], known=["night"]) == ("Night",)


def test_a_tag_that_left_the_text_goes_and_one_of_the_field_stays() -> None:
    tags, text = ("night", "work"), "a #night"
    own = own_tags(tags, text)
    assert own == ("work",)
    assert all_tags(own, "a night", before=tags) == ("work",)


def test_a_tag_added_in_the_field_while_the_text_says_it_too_stays() -> None:
    assert all_tags(["night"], "no more of it", before=["night"]) == ("night",)


@given(st.lists(TAGS, unique_by=normal), TEXTS)
def test_reading_an_entry_and_keeping_it_again_changes_no_tag(tags: list[str], text: str) -> None:
    had = all_tags(tags, text)
    assert all_tags(own_tags(had, text), text, before=had) == had


@given(st.lists(TAGS), TEXTS, st.lists(TAGS), st.lists(TAGS))
def test_no_tag_is_there_twice_and_none_is_lost(
    own: list[str], text: str, before: list[str], known: list[str]
) -> None:
    tags = all_tags(own, text, before, known)
    folded = [normal(tag) for tag in tags]
    assert sorted(set(folded)) == sorted(folded)
    assert set(folded) == {normal(tag) for tag in (*own, *tags_in(text))}


# --- completing and likeness -----------------------------------------------------------------------------


def test_completion_offers_the_most_used_that_go_on_from_the_start() -> None:
    known = ["night", "Nightshift", "ni", "níght-owl", "noon"]
    assert beginning("Ni", known, 5) == ("night", "Nightshift", "níght-owl")
    assert beginning("ni", known, 2) == ("night", "Nightshift")
    assert beginning("", known, 1) == ("night",)


@pytest.mark.parametrize(
    ("label", "known", "found"),
    [
        ("nights", ["night"], "night"),
        ("night", ["nights"], "nights"),
        ("Nigth", ["lake", "night"], "night"),
        ("nigh", ["night"], "night"),
        ("nihgt", ["night"], "night"),
        ("Night", ["night"], "night"),
        ("cafe", ["café"], "café"),
        ("selfcare", ["self-care"], "self-care"),
        ("lonliness", ["loneliness"], "loneliness"),
        ("lonlines", ["loneliness"], "loneliness"),
        ("nigths", ["nights", "night"], "nights"),
        ("walk", ["walks", "wall"], "walks"),
        ("night", ["night"], None),
        ("sad", ["mad"], None),
        ("work", ["love"], None),
        ("day-12", ["day-13"], None),
        ("nigtsh", ["night"], None),
        ("as", ["a"], None),
        ("", ["a"], None),
        ("---", ["___"], None),
    ],
)
def test_a_slip_of_the_fingers_is_near_and_another_word_is_not(
    label: str, known: list[str], found: str | None
) -> None:
    assert near(label, known) == found


@given(LETTERS, LETTERS)
def test_being_near_goes_both_ways(one: str, other: str) -> None:
    assert (near(one, [other]) == other) == (near(other, [one]) == one)


@given(LETTERS, st.lists(LETTERS, max_size=6))
def test_nothing_is_near_itself_and_what_is_near_is_known(label: str, known: list[str]) -> None:
    found = near(label, known)
    assert found is None or (found != label and found in known)
    assert near(label, [label]) is None


@given(st.text("abcdefgh", min_size=5, max_size=7), st.integers(0, 6), st.sampled_from("xyz"))
def test_one_letter_more_less_other_or_swapped_is_near(label: str, at: int, letter: str) -> None:
    at = at % (len(label) - 1)
    more = label[:at] + letter + label[at:]
    less = label[:at] + label[at + 1 :]
    other = label[:at] + letter + label[at + 1 :]
    swapped = label[:at] + label[at + 1] + label[at] + label[at + 2 :]
    for slip in (more, less, other, swapped):
        assume(slip != label)
        assert near(slip, [label]) == label


@given(st.text("abcdefgh", min_size=4, max_size=7))
def test_three_other_letters_are_too_far_for_a_short_label(label: str) -> None:
    assert near("xyz" + label[3:], [label]) is None

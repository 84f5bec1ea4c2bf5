"""A draft is read word by word; what is pointed at is named exactly, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.message_check_words import message_check_words
from heartwork.insights.message_check import READ, check
from heartwork.model.message_rules import Concern

RULES = message_check_words().rules


def found(text: str) -> list[tuple[str, str]]:
    """Return the kinds and the words of what is found in a draft."""
    return [(finding.kind.value, finding.words) for finding in check(text, RULES)]


@pytest.mark.parametrize(
    ("draft", "kind", "words"),
    [
        ("Could you please look?", "pressure", "please"),
        ("I need you here", "pressure", "need you"),
        ("It is my last\nchance", "pressure", "last\nchance"),
        ("You always did that", "blame", "You always"),
        ("you\u00a0never came", "blame", "you\u00a0never"),
        ("I am sorry, but it was late", "defence", "sorry, but"),
        ("I'm sorry I shouted at you, but it was late", "defence", "sorry I shouted at you, but"),
        ("if you felt hurt", "defence", "if you felt"),
        ("I didn\u2019t mean it", "defence", "I didn\u2019t mean"),
        ("i didnt mean it", "defence", "i didnt mean"),
        ("I still love the sea and I love you", "confession", "I love you"),
        ("WHY ARE you there", "capitals", "WHY ARE"),
        ("SO VERY TIRED today", "capitals", "SO VERY TIRED"),
        ("WARUM nur", "capitals", "WARUM"),
        ("ПОЧЕМУ", "capitals", "ПОЧЕМУ"),
    ],
)
def test_what_stands_out_is_named_in_its_own_words(draft: str, kind: str, words: str) -> None:
    assert (kind, words) in found(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "  \n ",
        "Hi. I passed the bakery and thought of the time we got lost there. Hope the new job is kind to you.",
        "Hello, how are you?",
        "I don't need you to answer.",
        "I do not need you to answer this.",
        "A pleased cat, an unneeded youth.",
        "OK, TV at eight. I am at IKEA.",
        "I am sorry. We talked, but not about that.",
        "https://example.org/?a=1&b=2 and /?c",
        "\u4f60\u597d\uff0c\u6700\u8fd1\u600e\u4e48\u6837\uff1f",
    ],
)
def test_an_easy_message_is_left_alone(draft: str) -> None:
    assert found(draft) == []


def test_a_long_message_is_pointed_at_from_where_it_becomes_long() -> None:
    words = [f"w{n}" for n in range(100)]
    (finding,) = check(" ".join(words), RULES)
    assert finding.kind is Concern.LENGTH
    assert finding.words.split()[0] == f"w{RULES.length.most}"
    assert finding.words.split()[-1] == "w99"
    assert "100 words" in finding.why


def test_one_question_is_light_and_the_second_is_pointed_at() -> None:
    assert found("Hi. Are you well? Is it warm where you are?") == [
        ("questions", "Is it warm where you are?")
    ]
    assert found("Really??!") == []


def test_every_reason_is_a_sentence_that_says_how_many() -> None:
    for finding in check("Why? Why? Why? PLEASE. " + "and so on " * 40, RULES):
        assert finding.why.endswith((".", "list."))
        assert "{" not in finding.why


PIECES = st.sampled_from(
    ["please", "sorry", "but", "you", "never", "always", "I", "love", "WHY", *"?!.'a", "\u2019", "\n", "if"]
)
DRAFTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=200).map(" ".join))


@given(DRAFTS)
def test_every_finding_names_the_words_that_stand_there(draft: str) -> None:
    findings = check(draft, RULES)
    assert [each.start for each in findings] == sorted(each.start for each in findings)
    for each in findings:
        assert 0 <= each.start < each.end <= len(draft)
        assert each.words == draft[each.start : each.end]
        assert each.why


@given(DRAFTS)
def test_it_does_not_matter_which_quotes_a_keyboard_has(draft: str) -> None:
    straight = draft.replace("\u2019", "'")
    spans = [(each.kind, each.start, each.end) for each in check(draft, RULES)]
    assert spans == [(each.kind, each.start, each.end) for each in check(straight, RULES)]


def test_a_pasted_book_is_read_as_far_as_a_message_could_go() -> None:
    draft = "sorry but please " * 100_000
    assert max(each.end for each in check(draft, RULES)) <= READ

"""The words of the practices that ship: plain, short, no two alike, and in their order where there is one."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from heartwork.content.practice_offers import offered as name_of
from heartwork.content.practice_words import practice_words
from heartwork.content.practices import practices
from heartwork.model.course import Course
from tests.content.test_pages import NEVER_SAID, SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.model.practice import Practice, PracticeStep

ALL = sorted(practices().values(), key=lambda each: each.id)
LONG = "radical-acceptance"
RECONNECT = (
    "reconnect-1-why",
    "reconnect-2-me-first",
    "reconnect-3-space",
    "reconnect-4-small-hello",
    "reconnect-5-owning-it",
    "reconnect-6-promises",
    "reconnect-7-light-moments",
    "reconnect-8-their-answer",
    "reconnect-9-something-else",
)
THE_TEN = (
    "notice",
    "as-it-is",
    "causes",
    "mind-body-spirit",
    "as-if",
    "cope-ahead",
    "body",
    "let-be",
    "worth-living",
    "pros-and-cons",
)
"""The steps of radical acceptance, in the order that DBT gives them (SOURCES D1)."""

EASE, LONGEST_SENTENCE = 80, 25
SECONDS = {"read": 20, "choose": 15, "scale": 10, "check": 40, "date": 25, "person": 25, "goal": 40}
"""About how long somebody needs for a step beside reading it."""

WRITTEN, OPEN_LIST, READ_A_MINUTE = 70, 240, 150
NARROW, ROWS = 56, 11
"""What the words of one step have at sixty columns by twenty, beside its field."""

GENDERED = re.compile(r"\b(?:he|she|him|her|his|hers|(?:boy|girl)friend|husband|wife)\b", re.IGNORECASE)


def said_in(step: PracticeStep) -> Iterator[str]:
    """Yield every sentence of heartwork's own in a step, and none that stands in an empty field."""
    yield from (step.title, *step.words, *step.items, *step.ends, *step.heads)
    if step.ask:
        yield step.ask
    for way in step.ways:
        yield way.says
        if way.stop:
            yield way.stop


def texts(practice: Practice) -> Iterator[str]:
    """Yield every text of a practice that somebody reads."""
    yield from (practice.title, practice.said, *practice.opening, *practice.closing)
    for step in practice.steps:
        yield from said_in(step)
        if step.hint:
            yield step.hint


def prose(practice: Practice) -> Iterator[str]:
    """Yield what is said in whole sentences."""
    yield from (practice.said, *practice.opening, *practice.closing)
    for step in practice.steps:
        yield from step.words
        yield from (way.stop for way in step.ways if way.stop)
        if step.ask:
            yield step.ask


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon ends none."""
    return [found for found in re.split(r"(?<=[.?…])[”\"]?\s+", text.strip()) if found]


def spoken(practice: Practice) -> list[str]:
    """Return the sentences of a practice."""
    return [sentence for text in prose(practice) for sentence in sentences(text)]


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[a-z0-9]+(?:['’][a-z]+)*", text.lower())  # noqa: RUF001 - as it is typed


def syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowels, without an e that is not heard."""
    heard = re.sub(r"(?<=[^aeiouyl])es?$|(?<=[^aeiouytd])ed$|(?<=[aeiouy]l)es?$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))


def reading_ease(said: list[str]) -> float:
    """Return how easy sentences are to read, by Flesch's formula (1948): 100 is very easy, 0 very hard."""
    used = [word for sentence in said for word in words(sentence)]
    length = len(used) / len(said)
    return 206.835 - 1.015 * length - 84.6 * sum(map(syllables, used)) / len(used)


def minutes_of(practice: Practice) -> float:
    """Return about how many minutes a practice takes, when each of its steps is done."""
    read = sum(len(words(text)) for text in texts(practice)) / READ_A_MINUTE * 60
    return (read + sum(map(seconds_of, practice.steps))) / 60


def seconds_of(step: PracticeStep) -> int:
    """Return about how long a step takes beside reading it."""
    if step.kind == "breathe":
        return step.seconds
    return OPEN_LIST if step.checklist else SECONDS.get(step.kind, WRITTEN)


def test_no_practice_uses_a_word_that_is_not_used() -> None:
    said = [
        (practice.id, found[0], text)
        for practice in ALL
        for text in texts(practice)
        if (found := NEVER_SAID.search(SIZES.sub("", text.replace("\u2019", "'"))))
    ]
    assert said == []


def test_who_is_meant_is_neither_he_nor_she() -> None:
    said = [(practice.id, text) for practice in ALL for text in texts(practice) if GENDERED.search(text)]
    assert said == []


def test_every_practice_is_easy_to_read() -> None:
    hard = {practice.id: ease for practice in ALL if (ease := reading_ease(spoken(practice))) < EASE}
    long = [each for practice in ALL for each in spoken(practice) if len(words(each)) > LONGEST_SENTENCE]
    assert (hard, long) == ({}, [])


@pytest.mark.parametrize(
    ("word", "count"),
    [("love", 1), ("wanted", 2), ("people", 2), ("loved", 1), ("letter", 2), ("difference", 3)],
)
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_sentence_for_officials_is_not_easy_to_read() -> None:
    assert reading_ease(["Considerable emotional difficulties necessitate appropriate interventions."]) < EASE
    assert reading_ease(["You can stay here for a while."]) > EASE


def test_every_practice_begins_and_ends_in_few_words() -> None:
    for practice in ALL:
        assert len(practice.said) <= 70, practice.id
        assert 1 <= sum(len(sentences(text)) for text in practice.opening) <= 3, practice.id
        assert 1 <= sum(len(sentences(text)) for text in practice.closing) <= 2, practice.id


def test_the_words_of_a_step_fit_a_small_screen() -> None:
    for where, step in ((f"{each.id}: {step.id}", step) for each in ALL for step in each.steps):
        rows = sum(len(wrap(text, NARROW)) for text in (*step.words, step.ask))
        assert rows + len(step.words) <= ROWS, where
        assert len(step.title) <= 40, where
        assert all(len(text) <= NARROW for text in (*step.items, *(way.says for way in step.ways))), where
        assert all(len(text) <= 24 for text in (*step.heads, *step.ends)), where
        assert len(step.items) <= 9, where


def test_the_minutes_of_a_practice_fit_its_steps() -> None:
    for practice in ALL:
        if practice.id == LONG:
            assert practice.minutes == 20
        else:
            assert 3 <= len(practice.steps) <= 8, practice.id
            assert 3 <= practice.minutes <= 10, practice.id
        assert 0.5 * practice.minutes <= minutes_of(practice) <= 1.5 * practice.minutes, practice.id


def test_no_two_practices_begin_or_end_alike() -> None:
    for one, other in combinations(ALL, 2):
        for text, beside in (
            (one.opening[0], other.opening[0]),
            (one.closing[0], other.closing[0]),
            (one.said, other.said),
        ):
            first, second = words(text), words(beside)
            assert first[:3] != second[:3], (one.id, other.id)
            shared = len(set(first) & set(second)) / len(set(first) | set(second))
            assert shared < 0.5, (one.id, other.id)


def test_no_longer_sentence_is_said_twice() -> None:
    said = [sentence.lower() for practice in ALL for sentence in spoken(practice) if len(words(sentence)) > 6]
    assert sorted({sentence for sentence in said if said.count(sentence) > 1}) == []


def test_there_are_about_forty_practices_of_every_theme() -> None:
    assert 38 <= len(ALL) <= 48
    assert len({practice.title for practice in ALL}) == len(ALL)
    assert len({practice.theme for practice in ALL}) == 8
    heavy_day = [practice for practice in ALL if "low" in practice.fits]
    assert sum(practice.minutes <= 7 for practice in heavy_day) >= 6


def test_the_path_of_hope_has_its_order_and_their_answer_is_open_to_everybody() -> None:
    found = practices()
    assert tuple(practice.id for practice in ALL if practice.id.startswith("reconnect")) == RECONNECT
    for before, after in pairwise(RECONNECT):
        assert found[after].after == (() if after == "reconnect-8-their-answer" else (before,))
    assert [practice.id for practice in ALL if practice.after and practice.id not in RECONNECT] == []


def test_what_may_lead_to_them_asks_first_whether_it_is_safe() -> None:
    asking = {practice.id for practice in ALL if practice.safety}
    assert asking == {RECONNECT[0], *RECONNECT[3:5], RECONNECT[6], "plan-the-talk"}


def test_space_comes_with_a_day_and_what_may_be_sent_can_be_checked() -> None:
    found = practices()
    assert [step.sets for step in found["reconnect-3-space"].steps if step.kind == "date"] == ["wait-until"]
    for each in ("reconnect-4-small-hello", "reconnect-5-owning-it"):
        assert [step.kind for step in found[each].steps if step.message] == ["write"]
    assert "never sends" in practice_words().step.check


def test_their_answer_offers_letting_go_and_support() -> None:
    offered = {
        offer
        for step in practices()["reconnect-8-their-answer"].steps
        for way in step.ways
        for offer in way.offers
    }
    assert offered >= {"face-it", "ritual-of-goodbye", "support"}


def test_no_question_that_guards_them_is_passed_over() -> None:
    guards = {
        (practice.id, step.id)
        for practice in ALL
        for step in practice.steps
        if practice.id in RECONNECT and step.needed
    }
    assert guards == {
        ("reconnect-3-space", "asked-for"),
        ("reconnect-4-small-hello", "the-day"),
        ("reconnect-4-small-hello", "silence"),
        ("reconnect-5-owning-it", "whom"),
        ("reconnect-8-their-answer", "where-to"),
    }


def test_their_answer_can_be_gone_through_to_the_end_also_where_it_is_no() -> None:
    steps = {step.id: step for step in practices()["reconnect-8-their-answer"].steps}
    ways = steps["where-to"].ways
    assert all(way.stop or way.to == "sinking-in" for way in ways), "a yes is not come upon by passing over"
    assert any(way.to for way in ways), "what comes after it would never open"


def test_what_is_offered_is_there() -> None:
    for practice in ALL:
        offered = {offer for step in practice.steps for way in step.ways for offer in way.offers}
        assert all(name_of(offer, practices()) for offer in offered), practice.id
        assert practice.id not in offered


def test_radical_acceptance_has_its_ten_steps_in_their_order() -> None:
    course = Course(practices()[LONG], {"today": 0})
    steps = course.practice.steps
    assert tuple(step.id for step in steps if step.id in THE_TEN) == THE_TEN
    told = [course.progress(place) for place, step in enumerate(steps) if step.id in THE_TEN]
    assert {of for _, of in told} == {10}
    assert sorted({at for at, _ in told}) == list(range(1, 11))
    assert [at for at, _ in told] == sorted(at for at, _ in told)


def test_the_signs_are_nine_and_end_without_a_verdict() -> None:
    steps = practices()["is-it-one-sided"].steps
    assert len(steps[0].items) == 9
    assert not any(step.kind == "scale" for step in steps)
    assert any(step.kind == "choose" and len(step.ways) == 3 for step in steps)

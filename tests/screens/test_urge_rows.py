"""What may help stands once, counted where it was tried before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.shelf_words import shelf_words
from heartwork.content.urge_words import urge_words
from heartwork.diary import Diary
from heartwork.model.contact import Outcome
from heartwork.model.person import Person, Role
from heartwork.screens.urge_rows import Ways, own_words
from tests.screens.stage import NOON
from tests.screens.urges import past_urge, with_past

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


def test_before_anything_was_tried_there_is_something_to_try(diary: Diary) -> None:
    titles = [title for title, _ in Ways(diary, (), NOON).groups]
    words = urge_words().gate
    assert titles == [words.help, words.swaps]
    assert words.questions[0] in own_words(diary, ascii_only=False).plain


def test_what_helped_is_counted_and_stands_nowhere_else(diary: Diary) -> None:
    with_past(diary)
    ways = Ways(diary, ("walk", "a bath"), NOON)
    groups = dict(ways.groups)
    words = urge_words().gate
    helped = groups[words.helped]
    assert [(line.lead, line.words, line.aside) for line in helped.values()] == [
        ("w", "walk", "6 of 8 times"),
        ("l", "unsent letter", "5 of 9 times"),
    ]
    assert [line.words for line in groups[words.help].values()] == ["breathe", "check a message", "a bath"]
    assert [(line.lead, line.words, line.aside) for line in groups[words.people].values()] == [
        ("2", "reach Anna", "walks, listens")
    ]
    assert (ways.digits[1], ways.digits[2], ways.people) == ("a bath", "reach anna", ["reach anna"])
    assert ways.marked == {"walk", "a bath"}
    keys = [key for _, rows in ways.groups for key in rows]
    assert len(keys) == len(set(keys)) == len(ways.names)


def test_somebody_who_was_called_before_stands_there_once(diary: Diary) -> None:
    diary.folk.keep(Person("Anna", role=Role.CIRCLE), now=NOON)
    diary.contact.keep(past_urge(3, Outcome.PASSED, "call Anna"), now=NOON)
    ways = Ways(diary, (), NOON)
    assert urge_words().gate.people not in dict(ways.groups)
    assert (ways.digits[1], ways.people) == ("call anna", ["call anna"])
    assert len(ways.digits) == 1 + len(urge_words().swaps)


def test_own_distractions_stand_before_those_that_anybody_may_try(diary: Diary) -> None:
    diary.shelves.add("distractions", "knit [b]slowly[/b]", now=NOON)
    groups = dict(Ways(diary, ("knit [b]slowly[/b]",), NOON).groups)
    words = urge_words()
    said = [line.words for line in groups[words.gate.swaps].values()]
    assert said == ["knit [b]slowly[/b]", *(each.name for each in words.swaps)]
    assert "knit [b]slowly[/b]" not in [line.words for line in groups[words.gate.help].values()]


def test_who_is_not_in_the_circle_is_not_offered(diary: Diary) -> None:
    diary.folk.keep(Person("M.", role=Role.LETTING_GO), now=NOON)
    assert urge_words().gate.people not in dict(Ways(diary, (), NOON).groups)


def test_thousands_of_urges_stay_a_short_list(diary: Diary) -> None:
    diary.contact.keep(*(past_urge(3, Outcome.PASSED, f"way {n}") for n in range(5000)), now=NOON)
    assert len(dict(Ways(diary, (), NOON).groups)[urge_words().gate.helped]) == 30


def test_own_reasons_stand_in_the_place_of_questions(diary: Diary) -> None:
    rows: dict[str, dict[str, object] | None] = {
        f"{n:02}": {"shelf": "reasons", "text": f"[b]reason[/b] {n}", "position": n} for n in range(12)
    }
    diary._ledger.write("added", "shelf", rows, NOON)
    said = own_words(diary, ascii_only=True).plain
    assert "- [b]reason[/b] 0" in said
    assert "and 5 more" in said
    assert urge_words().gate.questions[0] not in said


def test_boundaries_and_promises_stand_there_too_where_there_are_any_a_few_of_each(diary: Diary) -> None:
    diary.shelves.add("reasons", "I always apologised", now=NOON)
    diary.shelves.add("promises", "not tonight", now=NOON)
    diary.shelves.add("boundaries", "no calls", "no visits", "no gifts", "no more", now=NOON)
    said = own_words(diary, ascii_only=True).plain
    titles = [urge_words().gate.reasons, *shelf_words().urge.values()]
    assert [line for line in said.split("\n") if line in titles] == titles
    assert "- no gifts\n  and 1 more" in said
    assert "no more\n" not in said

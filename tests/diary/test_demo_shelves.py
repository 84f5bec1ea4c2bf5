"""The shelves of the invented year hold what its practices put there."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heartwork.content.care_words import care_words
from heartwork.content.practices import practices
from heartwork.diary.demo import demo_diary
from heartwork.diary.demo_shelves import shelved
from heartwork.model.entry import Kind
from heartwork.model.practice import SHELVES

NOW = datetime(2026, 11, 24, 20, 8, tzinfo=UTC)
DEMO = demo_diary(NOW, "Europe/Berlin")


def test_every_shelf_has_a_line_and_every_line_its_place() -> None:
    assert all(DEMO.shelves.counts()[shelf] for shelf in SHELVES)
    assert sum(DEMO.shelves.counts().values()) == len(shelved().line)


def test_a_line_comes_from_a_practice_that_fills_its_shelf() -> None:
    for line in shelved().line:
        if line.practice:
            steps = practices()[line.practice].steps
            assert line.shelf in {step.shelf for step in steps}, line.text


def test_a_promise_was_kept_on_days_before_today() -> None:
    (promise,) = DEMO.shelves.on("promises")
    assert set(promise.kept.values()) == {True, False}
    assert max(promise.kept) < date(2026, 11, 24)


def test_reviews_tell_of_the_habits_that_ship_and_pass_some_over() -> None:
    reviews = [entry for entry in DEMO.entries() if entry.kind is Kind.REVIEW]
    said = [entry.care for entry in reviews]
    assert {habit for care in said for habit in care} == set(care_words().habits)
    assert {answer for care in said for answer in care.values()} == {"yes", "no"}
    assert any(len(care) < len(care_words().habits) for care in said)

"""What is typed about a person is read, or refused in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.circle_words import circle_words
from heartwork.model.person import Person, Role
from heartwork.model.when import UnclearWhen
from heartwork.screens.circle_doing import said_of
from heartwork.screens.person_typed import every_named, every_said, may_help, reached_named, reading, typed

TODAY = date(2026, 11, 24)
ANNA = Person("Anna", ("A.", "Annie"), role=Role.CIRCLE, help="walks", every=9, reached=date(2026, 11, 15))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("9", 9),
        ("every 9 days", 9),
        ("2 weeks", 14),
        ("week", 7),
        ("weekly", 7),
        ("1 month", 30),
        ("", None),
        (" ", None),
        ("3w", 21),
    ],
)
def test_days_are_read_as_people_say_them(said: str, days: int | None) -> None:
    assert every_named(said) == days
    assert every_named(every_said(days)) == days


@pytest.mark.parametrize("said", ["often", "0", "-3", "366", "9999 months", "2 2", "٣", "nine"])
def test_what_is_no_number_of_days_is_refused_with_examples(said: str) -> None:
    with pytest.raises(UnclearWhen, match="2 weeks"):
        every_named(said)


def test_nobody_was_reached_on_a_day_to_come() -> None:
    assert reached_named("today", TODAY) == TODAY
    assert reached_named("3 days ago", TODAY) == date(2026, 11, 21)
    assert reached_named("", TODAY) is None
    with pytest.raises(UnclearWhen, match="still to come"):
        reached_named("tomorrow", TODAY)


def test_what_was_not_changed_stays_and_what_fits_is_taken() -> None:
    assert reading(ANNA, typed(ANNA), TODAY).person == ANNA
    said = {**typed(ANNA), "role": None, "leave_out": "him, work, Him", "every": "often", "reached": "x" * 90}
    read = reading(ANNA, said, TODAY)
    assert (read.person.role, read.person.leave_out, read.person.every) == (None, ("him", "work"), 9)
    assert set(read.wrong) == {"every", "reached"}
    assert reading(ANNA, {"name": " "}, TODAY).wrong == {"name": circle_words().fields.unnamed}


@given(st.dictionaries(st.sampled_from([*typed(ANNA), "other"]), st.text(max_size=12) | st.integers(-2, 9)))
def test_no_draft_of_any_kind_makes_a_person_that_cannot_be_kept(fields: dict[str, object]) -> None:
    person = reading(ANNA, fields, TODAY).person
    assert person.name.strip()
    assert person.every is None or 1 <= person.every <= 365
    assert person.reached is None or person.reached <= TODAY


def test_a_row_says_when_how_and_what_not() -> None:
    words = circle_words().row
    due = said_of(ANNA, TODAY, ascii_only=False)
    assert due == f"{words.due.format(since=words.since(9))} · walks"
    never = Person("Zoe", role=Role.CIRCLE, every=3, leave_out=("him",))
    assert said_of(never, TODAY, ascii_only=True) == f"{words.never} - not about: him"
    assert said_of(Person("M.", role=Role.LETTING_GO, reached=TODAY), TODAY, ascii_only=False) == ""


def test_of_who_is_being_let_go_nothing_about_helping_is_asked_and_what_stood_there_stays() -> None:
    assert may_help(typed(ANNA))
    assert may_help({**typed(ANNA), "role": None})
    gone = {**typed(ANNA), "role": 2, "every": "often"}
    assert not may_help(gone)
    read = reading(ANNA, gone, TODAY)
    assert read.wrong == {}
    assert read.person.role is Role.LETTING_GO
    assert (read.person.help, read.person.every, read.person.reached) == ("walks", 9, ANNA.reached)
    back = reading(read.person, {**typed(read.person), "role": 1}, TODAY).person
    assert back == ANNA


def test_a_row_speaks_of_no_help_of_who_is_being_let_go() -> None:
    assert said_of(ANNA, TODAY, ascii_only=False).endswith("walks")
    loved = replace(ANNA, role=Role.LETTING_GO, leave_out=("the flat",))
    assert said_of(loved, TODAY, ascii_only=False) == "not about: the flat"

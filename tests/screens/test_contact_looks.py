"""An event says what it is in words, beside its sign; the numbers of the log are said in whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from heartwork.insights.contact import ContactNumbers
from heartwork.model.contact import ContactKind, Outcome, SlipKind, lived
from heartwork.model.days import DAY_END
from heartwork.screens.contact_log import EventLines, months
from heartwork.screens.contact_looks import (
    Sign,
    aside_of,
    name_of,
    numbers_said,
    sign_of,
    told_of,
    true_said,
)
from tests.screens.contacts import LOG, NOW, TODAY, diary_with, event, slip


def test_every_sign_has_an_ascii_twin_and_every_kind_a_sign_and_a_name() -> None:
    for sign in Sign:
        assert len(sign.drawn()) == len(sign.drawn(ascii_only=True)) == 1
        assert sign.drawn(ascii_only=True).isascii()
    for kind in ContactKind:
        assert name_of(event(kind, 1))
        assert sign_of(event(kind, 1)).name == kind.name
    assert {name_of(slip(1, kind)) for kind in SlipKind} >= {"Looked", "Daydreamed"}


def test_a_wait_names_its_day_and_an_urge_what_is_known_of_it() -> None:
    assert name_of(event(ContactKind.WAIT_UNTIL, 1, until=NOW + timedelta(days=3))) == (
        "Waiting until 27 November"
    )
    urge = event(ContactKind.URGE, 1, strength=7)
    assert aside_of(urge, urge.at + timedelta(hours=23)) == "strength 7"
    assert aside_of(urge, urge.at + timedelta(days=1)) == "strength 7 · how it went was not said"
    passed = replace(urge, outcome=Outcome.PASSED)
    assert aside_of(passed, urge.at, ascii_only=True) == "strength 7 - passed"


def test_an_event_is_told_with_all_that_was_written() -> None:
    (told,) = told_of(event(ContactKind.HAD_TO, 20), TODAY)
    assert told == "Had to, Wednesday 4 November, 09:00"
    lines = list(told_of(LOG[-1], TODAY))
    assert lines[1:] == [
        "What led there: A long evening, and her sister's post",
        "What helped: Anna, then sleep",
    ]


def test_what_remains_true_leads_and_the_longest_is_in_the_log_alone() -> None:
    numbers = diary_with(*LOG).contact.numbers(TODAY)
    assert true_said(numbers, TODAY) == "40 of the last 42 days without contact · since Tuesday"
    assert numbers_said(numbers) == "40 days in all · longest 35 · 39 days between two slips, on average"
    assert numbers_said(numbers, ascii_only=True).isascii()


def test_where_nothing_is_counted_nothing_is_claimed() -> None:
    assert true_said(ContactNumbers(), TODAY) == numbers_said(ContactNumbers()) == ""
    ahead = ContactNumbers(since=TODAY + timedelta(days=2))
    assert true_said(ahead, TODAY) == "The days begin to count on 26 November."


def test_after_midnight_a_slip_has_its_own_date_and_says_that_it_counts_for_the_day_before() -> None:
    night = lived(
        ContactKind.SLIP, datetime(2026, 12, 1, 2, 10, tzinfo=UTC), "UTC", DAY_END, slip=SlipKind.LOOKED
    )
    assert night.day == date(2026, 11, 30)
    told = next(told_of(night, night.day))
    assert told == "Looked, Tuesday 1 December, 02:10 (counts for Monday)"
    known = replace(night, id="a", trigger="a song")
    before = replace(known, id="b", at=night.at - timedelta(hours=5))
    line = EventLines([known, before], NOW, ascii_only=False).line(0)
    assert (line.lead, line.aside) == (" 1 02:10", "counts for Monday · a song")
    assert EventLines([known, before], NOW, ascii_only=False).line(1).lead == "30 21:10"
    assert [*months([known, before], night.day)] == [(0, "December"), (1, "November")]

"""What is said of a letter in the list, on its page and in the place of its words, for each way it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.entry import Entry, Kind, Version
from heartwork.model.letter import Letter, State
from heartwork.screens.letter_looks import (
    UNOPENED,
    Phase,
    Present,
    instead_of_text,
    letter_aside,
    letter_page,
    letter_state,
    month_said,
    phase_of,
    seen,
    span_said,
)

NOW = datetime(2026, 11, 24, 8, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)
HERE = Present(NOW, TODAY, "Europe/Berlin")
HOUR = timedelta(hours=1)

DRAFT = Letter("key", "M.")
CLOSED = replace(DRAFT, state=State.SEALED, until=date(2026, 12, 6))
WAITING = replace(CLOSED, asked=NOW)
READY = replace(CLOSED, asked=NOW - 24 * HOUR)
COMES_TODAY = replace(CLOSED, until=TODAY)
DUE = replace(CLOSED, until=date(2026, 11, 3))
REREAD = replace(CLOSED, state=State.REREAD, reread=NOW)
KEPT = replace(DRAFT, state=State.KEPT)
BURNED = replace(DRAFT, state=State.BURNED)
ALL = (DRAFT, CLOSED, WAITING, READY, COMES_TODAY, DUE, REREAD, KEPT, BURNED)


def written(body: str = "kestrel words", title: str = "Letter to M.") -> Entry:
    earlier = Version(NOW, "", "kestrel before")
    return Entry(NOW, "UTC", TODAY, Kind.LETTER, title, body, versions=(earlier,), id="key")


@pytest.mark.parametrize(
    ("letter", "phase", "aside", "state"),
    [
        (DRAFT, Phase.DRAFT, "", "To M."),
        (CLOSED, Phase.CLOSED, "sealed → 6 Dec", "To M. · sealed until Sun 6 December · opens in 12 days"),
        (
            WAITING,
            Phase.WAITING,
            "early Wed 09:12",
            "To M. · sealed until Sun 6 December · to open early from Wed 09:12",
        ),
        (READY, Phase.READY, "can be opened", "To M. · sealed until Sun 6 December · can be opened early"),
        (COMES_TODAY, Phase.TODAY, "opens today", "To M. · opens today"),
        (DUE, Phase.DUE, "its day has come", "To M. · its day was Tue 3 November"),
        (REREAD, Phase.REREAD, "opened", "To M. · opened 24 November"),
        (KEPT, Phase.KEPT, "kept", "To M. · kept"),
        (BURNED, Phase.BURNED, "burned", "To M. · burned"),
    ],
)
def test_each_way_a_letter_stands_has_its_words(letter: Letter, phase: Phase, aside: str, state: str) -> None:
    assert phase_of(letter, HERE) is phase
    assert letter_aside(letter, HERE) == aside
    assert letter_state(letter, HERE) == state


def test_a_letter_that_was_opened_early_once_waits_for_its_day() -> None:
    assert phase_of(replace(READY, early=True), HERE) is Phase.CLOSED


def test_the_wait_of_a_day_ends_to_the_second() -> None:
    assert phase_of(replace(READY, asked=NOW - 24 * HOUR + timedelta(seconds=1)), HERE) is Phase.WAITING


def test_a_day_in_another_year_says_which() -> None:
    far = replace(CLOSED, until=date(2027, 12, 6))
    assert letter_aside(far, HERE) == "sealed → 6 Dec 2027"
    assert "sealed until Mon 6 December 2027 · opens in about 12 months" in letter_state(far, HERE)


def test_a_letter_to_oneself_says_so() -> None:
    assert letter_state(replace(KEPT, to=""), HERE) == "To yourself · kept"


def test_plain_terminals_get_no_sign_that_they_cannot_draw() -> None:
    for letter in ALL:
        said = letter_aside(letter, HERE, ascii_only=True) + letter_state(letter, HERE, ascii_only=True)
        assert said.isascii()
    assert letter_aside(CLOSED, HERE, ascii_only=True) == "sealed -> 6 Dec"


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: phase_of(letter, HERE).value)
def test_an_unopened_letter_shows_no_word_of_it(letter: Letter) -> None:
    page, row = letter_page(written(), letter, HERE), seen(written(), letter, HERE)
    said = f"{page} {row}"
    unopened = phase_of(letter, HERE) in UNOPENED
    assert ("kestrel" in said) is (not unopened)
    assert bool(instead_of_text(letter, HERE)) is (unopened or letter.state is State.BURNED)
    assert page.title == row.title == "Letter to M."


@pytest.mark.parametrize("letter", [COMES_TODAY, DUE])
def test_a_letter_whose_day_has_come_says_which_key_opens_it(letter: Letter) -> None:
    assert "Press l" in instead_of_text(letter, HERE)


def test_what_stands_in_the_place_of_the_words_names_the_day_in_full() -> None:
    assert "until Sunday 6 December." in instead_of_text(CLOSED, HERE)
    assert "from Wednesday 25 November, 09:12 on" in instead_of_text(WAITING, HERE)


def test_a_letter_without_a_title_is_named_and_never_quoted_while_it_is_closed() -> None:
    bare = written(title="")
    assert seen(bare, DUE, HERE).headline == "Letter to M."
    assert seen(bare, replace(DUE, to=""), HERE).headline == "Letter to myself"
    assert seen(bare, KEPT, HERE).headline == "kestrel words"
    assert seen(written("", ""), BURNED, HERE).headline == "Letter to M."


def test_an_answer_stands_below_an_opened_letter_alone() -> None:
    assert letter_page(written(), replace(REREAD, answer="It got lighter."), HERE).answer == "It got lighter."
    again = replace(CLOSED, answer="It got lighter.")
    assert letter_page(written(), again, HERE).answer == ""


def test_a_letter_of_another_program_that_is_sealed_until_no_day_is_open() -> None:
    assert phase_of(replace(CLOSED, until=None), HERE) is Phase.DRAFT


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "tomorrow"),
        (2, "in 2 days"),
        (60, "in 60 days"),
        (61, "in about 2 months"),
        (365, "in about 12 months"),
        (701, "in about 2 years"),
        (3650, "in about 10 years"),
    ],
)
def test_how_far_a_day_is_ahead_is_said_roughly_when_it_is_far(days: int, said: str) -> None:
    assert span_said(TODAY + timedelta(days=days), TODAY) == said


def test_a_month_of_another_year_says_which() -> None:
    assert month_said(date(2026, 9, 3), TODAY) == "September"
    assert month_said(date(2025, 9, 3), TODAY) == "September 2025"


@given(
    st.dates(),
    st.timedeltas(timedelta(days=-9999), timedelta(days=9999)),
    st.sampled_from(list(State)),
    st.text(max_size=9),
)
def test_whatever_the_days_are_there_is_something_to_say(
    until: date, ago: timedelta, state: State, to: str
) -> None:
    letter = Letter("key", to, state, until, NOW - ago, reread=NOW - ago)
    here = Present(datetime(2026, 11, 24, tzinfo=UTC), TODAY, "Pacific/Kiritimati")
    for said in (letter_aside(letter, here), letter_state(letter, here), instead_of_text(letter, here)):
        assert "{" not in said.replace(to, "")
    assert to in letter_state(letter, here)

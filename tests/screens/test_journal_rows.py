"""A row of the timeline says in a word what its entry is, where its text does not show that."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartwork.model.entry import Entry, Kind
from heartwork.screens.journal_rows import row_of, when_of

AT = datetime(2026, 11, 24, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "body", "feelings", "aside"),
    [
        (Kind.REVIEW, "No contact today.", (), "review"),
        (Kind.REVIEW, "", (), "review"),
        (Kind.NOTE, "The lake", ("calm",), ""),
        (Kind.CHECK_IN, "", ("calm", "tender"), "calm, tender"),
        (Kind.CHECK_IN, "", (), "check-in"),
        (Kind.NOTE, "", (), ""),
    ],
)
def test_what_an_entry_is_stands_beside_it(
    kind: Kind, body: str, feelings: tuple[str, ...], aside: str
) -> None:
    row = row_of(Entry(AT, "UTC", AT.date(), kind, body=body, feelings=feelings))
    assert (row.headline, row.aside) == (body, aside)


def test_what_is_said_of_a_letter_comes_first() -> None:
    assert row_of(Entry(AT, "UTC", AT.date(), Kind.REVIEW, body="x"), "opened").aside == "opened"


def test_after_midnight_the_date_is_that_of_the_clock_and_the_day_stands_beside_it() -> None:
    assert when_of(AT, "Europe/Berlin", AT.date()) == "Tuesday 24 November 2026, 21:00 · Berlin"
    night = datetime(2026, 11, 26, 1, 10, tzinfo=UTC)
    assert when_of(night, "Europe/Berlin", date(2026, 11, 25)) == (
        "Thursday 26 November 2026, 02:10 (counts for Wednesday) · Berlin"
    )

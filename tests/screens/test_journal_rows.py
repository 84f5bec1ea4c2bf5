"""A row of the timeline says in a word what its entry is, where its text does not show that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from heartwork.model.entry import Entry, Kind
from heartwork.screens.journal_rows import row_of

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

"""A day of the calendar says what was, in words, and has the sign of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from heartwork.model.contact import ContactKind
from heartwork.screens.contact_calendar import ContactCalendar, ContactMonths, days_of_contact
from tests.screens.alone import alone
from tests.screens.contacts import LOG, TODAY, event, slip
from tests.screens.stage import drawn

DAYS = days_of_contact([*LOG, slip(0.6), event(ContactKind.HAD_TO, 29), slip(28)], TODAY)


@pytest.mark.parametrize(
    ("ago", "told", "sign"),
    [
        (45, "before the log begins", " "),
        (44, "without contact", "."),
        (40, "a slip", "o"),
        (29, "had to - paused", "+"),
        (28, "a slip - paused", "o"),
        (30, "paused", "="),
        (27, "without contact", "."),
        (20, "had to - without contact", "+"),
        (1, "2 slips", "o"),
        (-1, "still to come", " "),
    ],
)
def test_what_a_day_says(ago: int, told: str, sign: str) -> None:
    months = ContactMonths(DAYS, ascii_only=True)
    day = TODAY - timedelta(days=ago)
    assert months.told(day).endswith(f": {told}")
    assert months.sign_of(day) == (sign, "")


async def test_the_calendar_moves_by_keys_and_closes() -> None:
    async with alone(ContactCalendar(DAYS), (60, 20)) as (pilot, answers):
        await pilot.press("left")
        await pilot.pause()
        assert "Mon 23 November: 2 slips" in drawn(pilot)
        await pilot.press("escape")
        assert answers == [None]

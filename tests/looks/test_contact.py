"""How the log of contact looks, and the morning after a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.model.contact import ContactKind
from heartwork.screens.contact_beginning import ContactBeginning
from heartwork.screens.contact_calendar import ContactCalendar, days_of_contact
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_log import ContactLogScreen
from heartwork.screens.contact_remains import Remains
from tests.looks.test_looks import LARGE, SMALL, USUAL
from tests.screens.alone import Alone
from tests.screens.contacts import LOG, TODAY, diary_with, event, now

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.pilot import Pilot
    from textual.screen import Screen

    from heartwork.diary import Diary

PAGES: dict[str, Callable[[Diary], Screen[Any]]] = {
    "beginning": lambda diary: ContactBeginning(diary, now),
    "morning-after": lambda diary: ContactLogScreen(diary, now),
    "slip": lambda diary: ContactFields(diary, now, event(ContactKind.SLIP, 0)),
    "calendar": lambda diary: ContactCalendar(days_of_contact(diary.contact.events(), TODAY)),
    "remains": lambda diary: Remains(
        diary.contact.numbers(TODAY), "Anna, then sleep", TODAY, ascii_only=False
    ),
}
CASES = [(page, SMALL) for page in PAGES] + [("morning-after", USUAL), ("morning-after", LARGE)]


@pytest.mark.parametrize(
    ("page", "size"), CASES, ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}"
)
def test_the_log_of_contact(snap_compare: Callable[..., bool], size: tuple[int, int], page: str) -> None:
    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.pause(0.1)

    assert snap_compare(Alone(PAGES[page](diary_with(*LOG))), terminal_size=size, run_before=steps)

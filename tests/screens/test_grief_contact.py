"""What the grief room says of contact, with a log and without one."""

from __future__ import annotations

from datetime import timedelta

from heartwork.content.contact_words import contact_words
from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, lived
from heartwork.screens.contact_looks import name_of
from heartwork.screens.grief_contact import section
from tests.screens.stage import NOON


def test_a_day_that_is_waited_for_is_told_where_no_log_was_begun_too() -> None:
    diary = Diary.in_memory()
    (row,) = section(diary, NOON).rows
    assert row.name == contact_words().room.begin
    wait = lived(ContactKind.WAIT_UNTIL, NOON, "UTC", diary.settings.day_end, until=NOON + timedelta(days=40))
    diary.contact.keep(wait, now=NOON)
    (_, waits) = section(diary, NOON).rows
    assert waits.name == name_of(wait)
    assert len(section(diary, NOON + timedelta(days=41)).rows) == 1

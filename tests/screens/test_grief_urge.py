"""The grief room says of an urge that it is waited with, and for how long; else that it can be."""

from __future__ import annotations

from datetime import timedelta

from heartwork.content.urge_words import urge_words
from heartwork.diary import Diary
from heartwork.model.contact import Outcome
from heartwork.screens.grief_urge import CHECK, GATE, section
from tests.screens.stage import NOON
from tests.screens.urges import past_urge


def test_the_rows_say_what_is_true_of_an_urge_now() -> None:
    diary, words = Diary.in_memory(), urge_words().room
    rows = section(diary, NOON).rows
    assert [(row.id, row.key) for row in rows] == [(GATE, "!"), (CHECK, "c")]
    assert rows[0].said == words.gate_said
    diary.contact.keep(past_urge(0, None), now=NOON)
    said = {
        minutes: section(diary, NOON + timedelta(minutes=minutes)).rows[0].said
        for minutes in (0, 5, 30, 24 * 60)
    }
    assert said == {0: "waiting 20 min", 5: "waiting 15 min", 30: words.over, 24 * 60: words.gate_said}
    diary.contact.keep(past_urge(0, Outcome.PASSED), now=NOON)
    assert section(diary, NOON).rows[0].said == words.gate_said
    diary.close()

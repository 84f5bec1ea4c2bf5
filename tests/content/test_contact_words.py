"""Every kind and every trouble of the log has words, and none asks for a fact that nobody gives."""

from __future__ import annotations

import string
from datetime import date

from heartwork.content.contact_commands_words import contact_commands_words
from heartwork.content.contact_words import contact_words, day_near
from heartwork.insights.contact import ContactNumbers
from heartwork.insights.contact_rules import Wrong
from heartwork.model.contact import ContactKind, SlipKind
from tests.content.test_words import texts

TODAY = date(2026, 11, 24)
FACTS = {
    "true": {"days", "window"},
    "run": {"count"},
    "since": {"day"},
    "paused": {"day"},
    "nothing_yet": {"day"},
    "began": {"day"},
    "understood": {"day", "time"},
    "started": {"day"},
    "total": {"count"},
    "longest": {"count"},
    "gap": {"gap"},
    "slips": {"count"},
    "trigger": {"words"},
    "helped": {"words"},
    "tried": {"words"},
    "erase": {"what"},
    "erased": {"what"},
    "waiting": {"what"},
    "restored": {"what"},
    "time": {"day", "time"},
    "strength": {"count"},
    "trashed": {"what"},
    "not_saved": {"why"},
    "lines": {"true", "total"},
    "day": {"day", "what"},
    "today": {"day", "what"},
    "kinds": {"until"},
    "wrong": {"day"},
    "in a shell": {"day"},
    "help": set(),
    "moved": {"day"},
    "already": {"day"},
    "noted": {"what"},
    "remains": {"true"},
    "resumed": {"day"},
    "slip": {"choices"},
    "led": {"words"},
    "before_start": {"day"},
    "overlaps": {"day"},
    "ended": {"day"},
}


def test_every_kind_has_its_words() -> None:
    words = contact_words()
    assert words.kinds.keys() == {kind.value for kind in ContactKind if kind is not ContactKind.SLIP}
    assert list(words.slips) == [slip.value for slip in SlipKind]
    assert words.wrong.keys() == {wrong.value for wrong in Wrong}


def test_what_is_most_common_in_a_love_from_one_side_comes_first() -> None:
    assert list(contact_words().slips)[:2] == ["looked", "daydreamed"]


def test_no_words_ask_for_a_fact_that_nobody_gives_them() -> None:
    words, wrong = contact_words(), contact_commands_words().wrong
    tables = {
        "kinds": words.kinds,
        "slips": words.slips,
        "wrong": words.wrong,
        "in a shell": wrong,
        "help": words.help,
    }
    by_name = [(name, text) for name, table in tables.items() for text in table.values()]
    for each_words in (contact_words(), contact_commands_words()):
        for name, text in [*(each for each in texts(each_words) if each[0] not in tables), *by_name]:
            used = {field for _, field, _, _ in string.Formatter().parse(text) if field}
            assert used <= FACTS.get(name, set()), name


def test_the_run_shows_from_its_second_day_and_before_that_since_when_it_is() -> None:
    stands = contact_words().stands
    assert stands.run_said(2, date(2026, 11, 23), TODAY) == "2 days now"
    assert stands.run_said(1, TODAY, TODAY) == "since Tuesday"
    assert stands.run_said(1, date(2026, 10, 3), TODAY) == "since 3 October"
    assert stands.run_said(0, None, TODAY) == ""
    assert day_near(date(2025, 11, 24), TODAY) == "24 November 2025"


def test_the_days_are_said_of_how_many() -> None:
    since = date(2026, 10, 3)
    days = contact_words().stands.days
    assert days(ContactNumbers(since, 45, 41), TODAY) == "41 of the last 45 days without contact"
    assert days(ContactNumbers(since, 1, 1), TODAY) == "1 day without contact"


def test_no_zero_is_said_and_the_first_day_is_no_number() -> None:
    stands, yesterday = contact_words().stands, date(2026, 11, 23)
    assert stands.said(ContactNumbers(TODAY, 1, 0), TODAY) == ("The log began today.",)
    assert stands.said(ContactNumbers(yesterday, 2, 0), TODAY) == ("The log began on Monday.",)
    first = ContactNumbers(TODAY, 1, 1, run=1, run_since=TODAY)
    assert stands.said(first, TODAY) == ("Without contact since today",)
    assert stands.said(ContactNumbers(), TODAY) == ()
    assert contact_words().log.gap_said(1.2) == "1 day between two slips, on average"
    assert contact_words().unfit("ended", TODAY).startswith("That pause already ended, on 24 November 2026.")

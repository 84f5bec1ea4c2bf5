"""What stands above a text fits, and says when it was lived, whom it is to and what it is marked with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from heartwork.model.entry import Entry, Kind
from heartwork.screens.headings import headings, length_of

AT = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)
ENTRY = Entry(AT, "Europe/Berlin", AT.date(), tags=("work",), people=("Jo",), ache=6, starred=True)


def test_the_ways_to_say_it_get_shorter_and_end_in_the_same_marks() -> None:
    ways = headings(ENTRY, "a #night", "", ascii_only=False)
    assert ways == (
        "Sunday 22 November 2026, 22:14 · Berlin · ★ · ache 6 · #work #night · Jo",
        "Sun 22 Nov 2026, 22:14 · ★ · ache 6 · #work #night · Jo",
        "Sun 22 Nov, 22:14 · ★ · ache 6 · #work #night · Jo",
    )


def test_a_letter_says_first_whom_it_is_to() -> None:
    letter = replace(ENTRY, kind=Kind.LETTER)
    assert headings(letter, "", "M.", ascii_only=False)[2].startswith("to M. · Sun 22 Nov")
    assert headings(letter, "", "", ascii_only=False)[2].startswith("to yourself · ")


def test_a_plain_terminal_is_shown_plain_marks_and_the_words_as_they_are() -> None:
    ways = headings(replace(ENTRY, people=("Jo · ★",)), "", "", ascii_only=True)
    assert ways[0] == "Sunday 22 November 2026, 22:14 - Berlin - * - ache 6 - #work - Jo · ★"


def test_the_length_is_quiet_until_there_is_a_word() -> None:
    assert length_of(0, 5, ascii_only=False) == ""
    assert length_of(1, 0, ascii_only=False) == "1 word"
    assert length_of(2_140, 12, ascii_only=False) == "2,140 words · 12 min"
    assert length_of(2, 12, ascii_only=True) == "2 words - 12 min"


def test_after_midnight_the_day_it_counts_for_is_said_as_long_as_there_is_room() -> None:
    at = datetime(2026, 11, 26, 1, 10, tzinfo=UTC)
    night = Entry(at, "Europe/Berlin", date(2026, 11, 25))
    assert headings(night, "", "", ascii_only=False) == (
        "Thursday 26 November 2026, 02:10 (counts for Wednesday) · Berlin",
        "Thu 26 Nov 2026, 02:10 (counts for Wednesday)",
        "Thu 26 Nov, 02:10 (counts for Wednesday)",
        "Thu 26 Nov, 02:10",
    )

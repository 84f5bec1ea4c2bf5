"""What an empty room says."""

from __future__ import annotations

from rich.cells import cell_len

from heartwork.widgets.notice import notice
from tests.widgets.hosts import HOSTILE


def test_words_stand_in_the_middle() -> None:
    assert notice("Nothing yet.", 20, 7) == ("", "", "    Nothing yet.")


def test_words_are_folded_and_their_lines_kept() -> None:
    assert notice("one two\nthree", 5, 3) == (" one", " two", "three")


def test_no_words_and_no_room_say_nothing() -> None:
    assert notice("", 20, 7) == ()
    assert notice("words", 0, 7) == ()


def test_no_line_is_wider_than_the_room() -> None:
    for text in HOSTILE.values():
        for width in (2, 3, 20, 200):
            assert all(cell_len(line) <= width for line in notice(text, width, 5))

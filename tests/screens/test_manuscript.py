"""The text under the pen counts its words section by section, and is never anything but the text."""

from __future__ import annotations

from heartwork.model.text import words
from heartwork.screens.manuscript import Manuscript


def test_words_are_those_of_the_whole_text_also_after_a_section_was_written_in() -> None:
    text = "some words in a row, " * 20_000
    manuscript = Manuscript(text, (0, 90_000))
    assert len(manuscript) > 3
    assert manuscript.words == words(text)
    manuscript.write("two words ", (0, 0))
    assert manuscript.words == words(manuscript.text)
    manuscript.turn(1)
    manuscript.write("", (0, 0))
    assert manuscript.words == words(manuscript.text)

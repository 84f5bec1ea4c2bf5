"""Where a template stands in a text: in paragraphs of its own, and nothing of the text is replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.template import Template, as_question, inserted

TEXTS = st.text("ab \n#", max_size=20)


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("", "", "T"),
        ("", "after", "T\n\nafter"),
        ("before", "", "before\n\nT"),
        ("before\n", "", "before\n\nT"),
        ("before\n\n", "\n\nafter", "before\n\nT\n\nafter"),
        ("be", "fore", "be\n\nT\n\nfore"),
        ("  \n", "", "  \nT"),
    ],
)
def test_it_stands_in_paragraphs_of_its_own(before: str, after: str, written: str) -> None:
    text, _ = inserted("T", before, after)
    assert before + text + after == written


def test_writing_goes_on_at_its_first_gap() -> None:
    text, place = inserted("One\n\n\n\nTwo\n\n\n", "before", "")
    assert text[:place] == "\n\nOne\n\n"
    text, place = inserted("One\n\n1. \n2. \n\n\n", "", "")
    assert text[:place] == "One\n\n1. "
    text, place = inserted("One", "", "after")
    assert text[:place] == "One"


def test_a_prompt_is_a_quoted_line_with_room_to_answer() -> None:
    text, place = inserted(as_question("And now?"), "", "")
    assert (text, place) == ("> And now?\n\n", len(text))


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_but_line_breaks_is_written_beside_it(body: str, before: str, after: str) -> None:
    text, place = inserted(body, before, after)
    assert text.strip("\n") == body.strip("\n")
    assert 0 <= place <= len(text)


def test_without_a_name_the_first_line_stands_for_it() -> None:
    assert Template("", "\n  One\nTwo").title == "One"
    assert Template("Name", "One").title == "Name"
    assert Template("", " \n").title == ""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from heartwork.widgets.sections import LARGE_TEXT, LONG_LINE, SECTION, Sections, large, size, split

ATOMS = [
    "a",
    " ",
    "\n",
    "\n\n",
    "word " * 50,
    "x" * 3_000,
    "é" * 7_000,
    "🫂\u200d" * 4_000,
    "line\n" * 900,
    "\r",
    "\t",
]
LONG = st.lists(st.sampled_from(ATOMS), max_size=25).map("".join)
ANY = st.one_of(st.text(max_size=200), LONG)


@given(ANY)
@example("")
@example("\n")
@example("x" * (LONG_LINE * 3))
@example("\udcff" * (LONG_LINE * 2))
def test_sections_joined_are_the_text(text: str) -> None:
    assert split(text).join() == text


@given(ANY)
def test_no_section_is_large_and_no_line_in_it_long(text: str) -> None:
    for piece in split(text).slices:
        assert size(piece) <= SECTION
        assert all(size(line) <= LONG_LINE for line in piece.split("\n"))


@given(LONG, st.text(max_size=50), st.data())
def test_a_changed_section_changes_nothing_outside_it(text: str, new: str, data: st.DataObject) -> None:
    sections = split(text)
    index = data.draw(st.integers(0, len(sections) - 1))
    before, after = "".join(sections.slices[:index]), "".join(sections.slices[index + 1 :])
    changed = sections.splice(index, new)
    assert changed.join() == before + new + after
    assert len(changed) == len(sections)
    assert changed[index] == new
    assert sections.join() == text


@given(LONG, st.data())
def test_a_place_in_the_text_is_found_in_its_section_and_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    head = text[:at]
    place = (head.count("\n"), len(head) - head.rfind("\n") - 1)
    sections = split(text)
    index, inside = sections.find(place)
    assert sections.whole(index, inside) == place
    lines = sections[index].split("\n")
    assert inside[0] < len(lines)
    assert inside[1] <= len(lines[inside[0]])


def test_a_place_beyond_the_text_lies_in_the_last_section() -> None:
    assert Sections(("a\n", "b")).find((9, 9))[0] == 1


def test_sections_end_at_blank_lines_where_there_are_some() -> None:
    text = ("a paragraph of a diary\n" * 10 + "\n") * 800
    assert all(piece.endswith("\n\n") for piece in split(text).slices)


def test_sections_end_with_a_line_where_no_blank_one_is() -> None:
    assert all(piece.endswith("\n") for piece in split("a paragraph of a diary\n" * 8_000).slices)


def test_a_huge_line_is_cut_behind_a_space() -> None:
    sections = split("some words and " * 5_000)
    assert len(sections) > 5
    assert all(piece.endswith(" ") for piece in sections.slices)


def test_a_huge_line_without_spaces_is_not_cut_inside_a_character() -> None:
    for piece in split("e\u0301" * 20_000).slices:
        assert piece[0] == "e"
    for piece in split("👨\u200d👩\u200d👧" * 5_000).slices:
        assert piece[0] != "\u200d"
        assert piece[-1] != "\u200d"


def test_what_is_edited_by_section_starts_above_the_limits() -> None:
    assert not large("x" * LONG_LINE)
    assert large("x" * (LONG_LINE + 1))
    assert not large("é" * (LONG_LINE // 2))
    assert large("é" * (LONG_LINE // 2 + 1))
    assert not large("word\n" * (LARGE_TEXT // 5))
    assert large("word\n" * (LARGE_TEXT // 5) + "x")

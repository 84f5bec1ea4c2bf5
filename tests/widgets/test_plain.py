"""A person's words on the way to the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from heartwork.widgets import plain as plain_module
from heartwork.widgets.cells import clusters
from heartwork.widgets.plain import MARKS_DRAWN, cut, plain, plain_line
from tests.widgets.hosts import HOSTILE, controls

hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


@hostile
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    assert set(controls(plain(text).plain)) <= {"\n", "\t"}
    assert controls(plain_line(text).plain) == []
    assert controls(plain_line(text, 30).plain) == []


@pytest.mark.parametrize(
    "text", ["[/oops]", "[@click=app.quit]x[/]", "[bold]b[/bold]", "\\[x]", "[sigh] long day"]
)
def test_markup_is_drawn_as_it_was_written(text: str) -> None:
    for content in (plain(text), plain_line(text), plain_line(text, 80)):
        assert content.plain == text
        assert list(content.spans) == []


@hostile
def test_a_line_is_never_wider_than_it_may_be(text: str) -> None:
    for width in (*range(12), 40, 200):
        assert cell_len(cut(text, width)) <= width


@given(st.text(max_size=60), st.integers(0, 30))
def test_any_text_is_cut_between_its_characters(text: str, width: int) -> None:
    whole, short = cut(text), cut(text, width)
    assert cell_len(short) <= width
    if short != whole:
        kept = short.removesuffix("…")
        assert kept in {whole[:end].rstrip() for end in (0, *(end for _, end, _ in clusters(whole)))}


def test_what_fits_is_left_alone_and_what_does_not_says_so() -> None:
    assert cut("a day", 5) == "a day"
    assert cut("a day", 4) == "a d…"
    assert cut("a day", 5, ellipsis="...") == "a day"
    assert cut("a long day", 6, ellipsis="...") == "a l..."
    assert cut("a day", 1) == "…"
    assert cut("a day", 2, ellipsis="...") == "a"


def test_a_line_has_no_breaks_and_no_wide_gaps() -> None:
    assert plain_line(" one\n two\t\tthree\u2028four ").plain == "one two three four"


def test_line_breaks_stay_in_a_text() -> None:
    assert plain("one\ntwo").plain == "one\ntwo"


def test_a_family_is_drawn_whole_or_not_at_all() -> None:
    family = "👨‍👩‍👧‍👦"
    assert plain(family).plain == family
    assert cut(family * 3, 4) == family + "…"
    assert cut(family * 3, 3) == family + "…"
    assert cut(family * 3, 2) == "…"


@pytest.mark.parametrize(
    "text",
    ["👩🏻‍❤️‍💋‍👩🏻", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "🏃🏽‍♀️", "בְּרֵאשִׁית", "नमस्ते", "ทั้งที่นี่", "tiếng Việt", "ệ", "🏳️‍🌈"],
)
def test_what_writing_needs_is_kept(text: str) -> None:
    assert plain(text).plain == text


def test_runaway_marks_are_thinned_where_they_are_drawn() -> None:
    drawn = plain("e" + "\u0301" * 500 + "x").plain
    assert drawn == "e" + "\u0301" * MARKS_DRAWN + "x"


def test_joined_letters_measure_as_many_cells_as_they_take() -> None:
    assert plain("a\u200db" * 3).plain == "ababab"


def test_a_crowd_of_joined_pictures_is_broken_up() -> None:
    drawn = plain("👨\u200d" * 50).plain
    assert max(end - begin for begin, end, _ in clusters(drawn)) <= 9
    assert drawn.count("👨") == 50


def test_only_the_start_of_a_long_text_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def drawable(text: str) -> str:
        looked_at.append(len(text))
        return text

    monkeypatch.setattr(plain_module, "drawable", drawable)
    assert cell_len(cut("word " * 200_000, 40)) == 40
    assert max(looked_at) < 2_000

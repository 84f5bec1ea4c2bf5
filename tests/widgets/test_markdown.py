"""Markdown as it is drawn: what it says, what it looks like, and that nothing is left out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from heartwork.widgets.folded_text import FoldedText
from heartwork.widgets.plain import plain
from heartwork.widgets.written import LARGEST, LONGEST_LINE, MOST_LINES, Written
from tests.widgets.hosts import HOSTILE, controls

WIDTH = 40
BITS = st.sampled_from(
    [
        *(
            "- ",
            "* ",
            "+ ",
            "1. ",
            "7) ",
            "> ",
            ">",
            "# ",
            "### ",
            "#",
            "  ",
            "    ",
            "\t",
            "\n",
            "\n\n",
            "\\",
        ),
        *("```\n", "~~~\n", "---\n", "***", "**", "*", "__", "_", "~~", "`", "``", "[", "](", ")", "![", "<"),
        *(" | ", "|", "|--|\n", "[ ] ", "[a]: b\n", "&amp;", "<b>", "https://a.b", "word", "two words", "é"),
        *("日本", "👨‍👩‍👧", "e\u0301\u0301", "שלום", "\u202e", "\x1b[31m", "=", "==\n"),
    ]
)
TYPED = st.lists(BITS, max_size=40).map("".join)


def drawn(text: str, width: int = WIDTH, *, ascii_only: bool = False) -> list[str]:
    rows = Written(text, ascii_only=ascii_only).rows(width)
    rows.complete()
    found = [rows.row(y) for y in range(rows.height)]
    return [
        row if isinstance(row, str) else "".join(said for said, _ in row) for row in found if row is not None
    ]


def looks(text: str, *needles: str, width: int = WIDTH) -> list[tuple[str, str]]:
    """Return the pieces that look in some way, each with how."""
    rows = Written(text).rows(width, needles)
    rows.complete()
    found = [rows.row(y) for y in range(rows.height)]
    return [piece for row in found if row and not isinstance(row, str) for piece in row if piece[1]]


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha() and letter not in "xX")


def test_words_are_emphasised_strong_struck_and_code() -> None:
    assert looks("*one* **two** ***three*** ~~four~~ `*five*`") == [
        ("one", "emphasis"),
        ("two", "strong"),
        ("three", "emphasis strong"),
        ("four", "struck"),
        ("*five*", "code"),
    ]


def test_headings_have_levels_and_a_tag_is_none() -> None:
    assert looks("# One\n### Three *in all*\n#tag\n####### seven") == [
        ("One", "heading-1"),
        ("Three ", "heading-3"),
        ("in all", "heading-3 emphasis"),
    ]
    assert drawn("#tag\n#\n####### seven") == ["#tag", "#", "####### seven"]


def test_a_line_break_stays_one_and_empty_lines_stay_as_many() -> None:
    assert drawn("*one\ntwo*\n\n\nthree  \nfour\\\nfive\n") == [
        "one",
        "two",
        "",
        "",
        "three",
        "four",
        "five",
        "",
    ]


def test_indented_lines_are_lines_and_keep_their_spaces() -> None:
    typed = ["  a *", "        poem", "    - no list", "\t# no heading"]
    assert drawn("\n".join(typed)) == [*typed[:-1], "    # no heading"]


def test_a_line_under_a_line_makes_no_heading() -> None:
    assert looks("one\n---\ntwo\n===") == [("─" * WIDTH, "rule")]


def test_lists_nest_and_hang_under_their_bullets() -> None:
    assert drawn("- one word and another and\n  - more than fits\n    here\n- three\n\nfour", 20) == [
        "• one word and",
        "  another and",
        "  ◦ more than fits",
        "    here",
        "• three",
        "",
        "four",
    ]


def test_a_line_belongs_to_a_list_or_a_quote_only_if_it_says_so() -> None:
    assert drawn("- one\ntwo\n> three\nfour") == ["• one", "two", "│ three", "four"]


def test_numbers_are_as_typed_unless_they_are_all_the_same() -> None:
    assert drawn("1. a\n1. b\n1. c") == ["1. a", "2. b", "3. c"]
    assert drawn("9) a\n12) b") == [" 9) a", "12) b"]
    assert drawn("I was born in\n1986. A year.") == ["I was born in", "1986. A year."]


def test_tasks_have_a_box() -> None:
    assert drawn("- [ ] one\n- [x] two\n1. [X] three\n- [y] four\n- [ ]") == [
        *("☐ one", "☑ two", "1. ☑ three", "• [y] four", "• [ ]"),
    ]


def test_quotes_have_a_bar_through_their_empty_lines() -> None:
    assert drawn("> one\n>\n> > two\n\n> three") == ["│ one", "│ ", "│ │ two", "", "│ three"]


def test_a_fence_keeps_what_is_in_it_and_one_without_an_end_is_none() -> None:
    assert drawn("```python\na = *b*\n\n    c\n```\nd") == ["  python", "  a = *b*", "  ", "      c", "d"]
    assert drawn("~~~\none *word*\n- two") == ["~~~", "one word", "• two"]


def test_a_link_says_where_it_leads_and_leads_nowhere() -> None:
    assert drawn('[a](b.c "d") <https://e.f>') == ['a (b.c "d") https://e.f']
    assert drawn("[g](javascript:h) ![i](j.k)") == ["g (javascript:h) i (j.k)"]
    assert drawn("[https://a.b](https://a.b) <a@b.c>") == ["https://a.b a@b.c"]
    assert drawn("[](https://a.b/é)") == ["(https://a.b/é)"]
    assert looks("[a](b)") == [("a", "link"), (" (", "address"), ("b", "address"), (")", "address")]


def test_html_entities_and_references_are_as_typed() -> None:
    typed = ["<b>no *html*</b>", "&amp; &#42;", "[a]: https://b.c", "[a]", "<!-- said -->"]
    assert drawn("\n".join(typed)) == ["<b>no html</b>", *typed[1:]]


def test_code_over_two_lines_stays_on_two() -> None:
    assert drawn("it`s late\nand it`s dark *now*") == ["its late", "and its dark now"]


def test_a_table_stands_in_columns() -> None:
    assert drawn("| a | b | c |\n|--|:-:|--:|\n| *one* | two | 3 |\n| `a\\|b` |\nend") == [
        *("a   │  b  │ c", "────┼─────┼──", "one │ two │ 3", "a|b │     │  ", "end"),
    ]
    assert drawn("> a | b\n> --|--\n> 1 | 2") == ["│ a │ b", "│ ──┼──", "│ 1 │ 2"]


def test_a_table_that_is_too_wide_or_says_more_than_its_columns_is_as_typed() -> None:
    table = ["| one | two |", "|---|---|", "| a few words | **three** |"]
    assert drawn("\n".join(table), 26) != table
    assert drawn("\n".join(table), 18) == [*table[:2], "| a few words |", "**three** |"]
    more = ["a | b", "--|--", "1 | 2 | three"]
    assert drawn("\n".join(more)) == more
    assert drawn("> " + "\n> ".join(more)) == [f"│ {line}" for line in more]


def test_searched_words_are_marked_across_looks_and_rows() -> None:
    assert looks("a *lo*st caf**é in** the dark", "lost", "cafe", width=14) == [
        ("lo", "emphasis match"),
        ("st", "match"),
        ("caf", "match"),
        ("é", "strong match"),
        (" in", "strong"),
    ]
    assert ("two", "match") in looks("one two three", "two three", width=8)


def test_markup_of_the_screen_is_only_text() -> None:
    assert drawn("[bold]*x*[/bold] [@click=app.quit]y[/]") == ["[bold]x[/bold] [@click=app.quit]y[/]"]


def test_ascii_only_is_ascii_only() -> None:
    text = "# a\n- b\n  - [x] c\n  - [ ] d\n\n> e\n\n---\n| f | g |\n|--|--|\n| h | i |"
    assert drawn(text, ascii_only=True) == [
        *("a", "- b", "  [x] c", "  [ ] d", "", "| e", "", "-" * WIDTH),
        *("f | g", "--+--", "h | i"),
    ]


def test_what_is_very_long_is_shown_as_it_was_typed() -> None:
    for text in ("*a* " * (LARGEST // 4 + 1), f"*a*\n{'b ' * LONGEST_LINE}", "*a*\n" * (MOST_LINES + 1)):
        assert isinstance(Written(text).rows(WIDTH), FoldedText)
    assert not isinstance(Written("*a* " * 100).rows(WIDTH), FoldedText)


@pytest.mark.parametrize(
    "deep", [">", "> ", "- ", "* ", "1. ", "[", "![", "**", "*a ", "~~", "`", "<", "[a](", "|"]
)
def test_what_is_nested_without_end_is_drawn_and_ends(deep: str) -> None:
    for text in (
        deep * (9_000 // len(deep)),
        deep * 300 + "word",
        f"{deep}\n" * 1_500,
        f"word\n{deep}word\n" * 900,
    ):
        rows = Written(text).rows(WIDTH)
        rows.reach(100)
        assert letters("".join(drawn(text, 88))) == letters(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "frame", ["{}", "*{}*", "- {}\n  - **{}**", "> {}", "# {}", "`{}`", "a|b\n-|-\n{}|c", "[{}]({})"]
)
def test_hostile_words_break_no_line(text: str, frame: str) -> None:
    typed = frame.format(text, text)
    for width in (1, 2, 20, 88):
        rows = drawn(typed, width)
        assert controls("".join(rows)) == []
        assert all(cell_len(row) <= max(width, 2) for row in rows)


@given(TYPED, st.integers(8, 60))
@example("> - a\n>\n> - b", 20)
def test_no_letter_is_lost_and_no_row_is_too_wide(text: str, width: int) -> None:
    rows = drawn(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert _within(letters(plain(text).plain), letters("".join(rows)))


def _within(some: str, more: str) -> bool:
    """Tell whether all letters of `some` stand in `more` in their order."""
    each = iter(more)
    return all(letter in each for letter in some)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="*_~`[<>\\#|-+.)"), max_size=200),
    st.integers(2, 30),
)
def test_what_is_no_markdown_is_drawn_just_as_typed(text: str, width: int) -> None:
    plain = FoldedText(text, width)
    assert drawn(text, width) == [plain.row(y) for y in range(plain.height)]

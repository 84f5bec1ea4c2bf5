"""What comes in is cleaned whole, what is drawn turns nothing, and search sees past case and accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartwork.model.text import clean, clean_line, drawable, normal, unwrapped, without_marks, words

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
ANY_CHARACTER = st.characters(codec=None)
ANY_TEXT = st.text(ANY_CHARACTER)
# Text in which sequences are likely: whole ones, pieces of them, and what stands around them.
PIECES = st.sampled_from(
    [
        *(
            "\x1b",
            "\x1b[",
            "\x9b",
            "31m",
            "\x1b]",
            "\x9d",
            "52;c;QUJD",
            "\x07",
            "\x1b\\",
            "\x9c",
            "\x1bP",
            "\x90",
        ),
        *(
            "\x1bX",
            "\x1b^",
            "\x1b_",
            "\x1bN",
            "\x8f",
            "\x18",
            "\x1a",
            "\x00",
            "\x7f",
            "\r",
            "\n",
            "\t",
            "\r\n",
        ),
        *("\ud83d", "\ude00", "\u2028", "\u202e", "\u200f", FAMILY, "a", " ", "é", "\x85", "\x1bk", "/"),
    ],
)
HOSTILE = st.lists(PIECES | ANY_CHARACTER, max_size=30).map("".join)
COMPLETE = [
    "\x1b[31m",
    "\x9b31m",
    "\x1b[38;2;1;2;3m",
    "\x1b[?1049h",
    "\x1b[>4;2m",
    "\x1b[3\x001m",
    "\x1b[ q",
    "\x1b]52;c;QUJD\x07",
    "\x1b]52;c;QUJD\x1b\\",
    "\x1b]52;c;QUJD\x9c",
    "\x9d52;c;QUJD\x9c",
    "\x9d52;c;QUJD\x07",
    "\x1b]0;one\ntwo\x07",
    "\x1b]8;;http://x.invalid\x1b\\",
    "\x1bPq#0;2;0;0;0~~@@\x1b\\",
    "\x90q~~\x9c",
    "\x1b_Gf=24;AAAA\x1b\\",
    "\x9fGf=24;AAAA\x9c",
    "\x1b^pm\x1b\\",
    "\x9epm\x9c",
    "\x1bXsos\x1b\\",
    "\x98sos\x9c",
    "\x1bktitle\x1b\\",
    "\x1bOP",
    "\x8fP",
    "\x1bNx",
    "\x8ex",
    "\x1bc",
    "\x1b7",
    "\x1b(B",
    "\x1b#8",
    "\x1b%G",
    "\x1b=",
    "\x84",
    "\x07",
    "\x00",
    "\x7f",
]


def controls(text: str) -> list[str]:
    """Return what no cleaned text may hold."""
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t"]


@pytest.mark.parametrize("sequence", COMPLETE)
def test_a_complete_sequence_goes_whole_and_takes_nothing_with_it(sequence: str) -> None:
    assert clean(f"before {sequence}after") == "before after"


@pytest.mark.parametrize("sequence", COMPLETE)
def test_a_sequence_between_lines_leaves_both_lines(sequence: str) -> None:
    assert clean(f"one\n{sequence}\ntwo") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x1b]52;c;QUJD", "a"),
        ("a\x1b]52;c;QUJD\nnext line", "a\nnext line"),
        ("a\x1bPq~~\nnext line", "a\nnext line"),
        ("a\x1b[31", "a"),
        ("a\x1b[31\nb", "a\nb"),
        ("a\x1b", "a"),
        ("a\x9b", "a"),
        ("a\x1b]52;c;QU\x18JD", "aJD"),
        ("a\x1b]0;x\x1b[31mred", "ared"),
    ],
)
def test_an_unfinished_sequence_takes_no_more_than_its_own_line(text: str, left: str) -> None:
    assert clean(text) == left


def test_a_word_from_an_old_code_page_loses_one_letter_and_not_its_line() -> None:
    misread = "že se bojí noži, řekl".encode("cp1250").decode("latin-1")
    assert clean(misread) == misread.replace("\x9e", "")
    assert len(clean(misread)) > 15


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\u2028", "\u2029"])
def test_every_line_ending_becomes_a_newline(ending: str) -> None:
    assert clean(f"one{ending}two{ending}") == "one\ntwo\n"


def test_halves_of_a_character_are_joined_or_marked() -> None:
    assert clean("\ud83d\ude00") == "😀"
    assert clean("a\ud83db") == "a\ufffdb"
    assert clean("a\ude00\ud83db") == "a\ufffd\ufffdb"
    assert clean("\udc9b31m") == "\ufffd31m"


@pytest.mark.parametrize(
    "kept",
    [FAMILY, "❤\ufe0f", "שלום\u200f!", "\u200eabc", "\u202eabc\u202c", "é" + "\u0301" * 500, "\ttab\n", "क्‍ष"],
)
def test_joiners_selectors_marks_and_overrides_are_kept(kept: str) -> None:
    assert clean(kept) is kept


def test_overrides_are_out_of_what_is_drawn_and_marks_are_not() -> None:
    assert drawable("a\u202eb\u202cc\u2066d\u2069") == "abcd"
    assert drawable("שלום\u200f") == "שלום\u200f"
    assert drawable(f"\x1b[31m{FAMILY}") == FAMILY


@given(HOSTILE | ANY_TEXT)
@example("\x1b\x1b[31m[31m")
@example("\r\x1b[0m\n")
@example("\ud83d\x1b[0m\ude00")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) is once
    assert drawable(drawable(text)) == drawable(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(HOSTILE | ANY_TEXT)
def test_no_control_character_survives(text: str) -> None:
    assert controls(clean(text)) == []
    assert controls(drawable(text)) == []
    assert not set(clean_line(text)) & {"\n", "\t"}
    clean(text).encode()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], include_characters="\n\t")))
def test_ordinary_text_comes_back_as_the_same_object(text: str) -> None:
    assert clean(text) is text


@given(st.sampled_from([s for s in COMPLETE if "52;c" in s]), st.text("abc \n"), st.text("xyz \n"))
def test_a_clipboard_sequence_leaves_nothing_of_itself(sequence: str, before: str, after: str) -> None:
    assert clean(before + sequence + after) == before + after


def test_a_line_is_one_line() -> None:
    assert clean_line("  The café\r\n\ton the\tcorner \n") == "The café on the corner"
    assert clean_line("two  spaces stay") == "two  spaces stay"


def test_a_megabyte_is_cleaned_whatever_is_in_it() -> None:
    plain = "I walked past the café without stopping. " * 25_000
    assert clean(plain) is plain
    for hostile in (
        "\x1b]" * 500_000,
        "\x9d" * 10**6,
        "\x1b]aaaa\n" * 150_000,
        "\x9b" * 10**6,
        "\x1bkx" * 300_000,
    ):
        assert len(clean(hostile)) <= len(hostile)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The CAFÉ", "the cafe"),
        ("Cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Ńäïvé Ő", "naive o"),
        ("Ti\u1ebfng Vi\u1ec7t", "tieng viet"),
        ("ΈΡΩΤΑΣ", "ερωτασ"),
        ("μαΐου", "μαιου"),
        ("Ёлка, мой", "елка, мой"),
        ("İstanbul", "istanbul"),
        ("\u201cDon\u2019t\u201d \u2013 she said\u2026", '"don\'t" - she said...'),
        ("Œuvre, déjà vu", "œuvre, deja vu"),
        (
            "".join(map(chr, range(0x1EA0, 0x1EFA))),
            "aa" * 12 + "ee" * 8 + "ii" * 2 + "oo" * 12 + "uu" * 7 + "yy" * 4,
        ),
        ("ガラス", "ガラス"),
        ("हिन्दी", "हिन्दी"),
        ("한국어", "한국어"),
    ],
)
def test_search_sees_past_case_and_accents(text: str, folded: str) -> None:
    assert normal(text) == folded


@given(ANY_TEXT)
def test_white_space_is_one_space_between_words(text: str) -> None:
    text = clean(text)
    assert unwrapped(text) == " ".join(text.split())


@given(ANY_TEXT)
def test_composed_and_decomposed_text_are_found_alike(text: str) -> None:
    text = clean(text)
    assert normal(normal(text)) == normal(text)
    if all(ord(c) < 0x250 for c in text):
        assert normal(unicodedata.normalize("NFD", text)) == normal(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n — ", 0),
        ("one", 1),
        ("It's well-known", 2),
        ("one—two… three/four", 4),
        ("- [ ] call Anna", 2),
        ("हिन्दी में", 2),
        ("我想你", 3),
        ("🫂 hug", 1),
        ("Я скучаю", 2),
    ],
)
def test_words_are_counted_as_a_person_would(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("**What happened**, as a camera saw it", "What happened, as a camera saw it"),
        ("# Heading *one*", "Heading one"),
        ("> - [x] `done` ~~and~~ _kept_", "done and kept"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("#tag stays", "#tag stays"),
        ("***", "***"),
        ("3. third", "third"),
        ("1984 was a year", "1984 was a year"),
        ("[/oops] **", "[/oops] **"),
    ],
)
def test_a_first_line_reads_without_its_marks(line: str, bare: str) -> None:
    assert without_marks(line) == bare


@given(st.text(max_size=60))
def test_without_marks_something_is_left_of_what_says_something(line: str) -> None:
    assert bool(without_marks(line).strip()) is bool(line.strip())

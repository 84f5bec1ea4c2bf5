"""Pastes are told from keys, however they are cut and whatever is in them."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from heartwork.pasting import END, PATIENCE, START, Pasted, Pastes

WORDS = "Dear M., \u202e\x1b[31mI am sorry\x1b[0m\x11 and more"
CLEAN = "Dear M., \u202eI am sorry and more"


class Clock:
    """A clock that stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def joined(pieces: list[str | Pasted]) -> list[str | Pasted]:
    """Joins what is typed in one go."""
    whole: list[str | Pasted] = []
    for piece in pieces:
        if whole and isinstance(piece, str) and isinstance(whole[-1], str):
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


def test_keys_come_back_as_they_are_and_at_once() -> None:
    pastes = Pastes()
    for keys in ("a", "\x1b", "\x1b[", "A", "\x1b[2~", "\x1b[20~", "\x1b[A\x1b[B", END, "\x1b"):
        assert pastes.split(keys) == [keys]
    assert pastes.split("") == []


def test_a_paste_is_one_whatever_is_in_it() -> None:
    assert Pastes().split(f"a{START}{WORDS}{START}{END}b{START}{END}") == [
        "a",
        Pasted(CLEAN),
        "b",
        Pasted(""),
    ]


def test_a_paste_is_cleaned_and_keys_are_not() -> None:
    assert Pastes().split(f"\r{START}a\rb\r\nc\nd\x00\r\r{END}\r") == ["\r", Pasted("a\nb\nc\nd\n\n"), "\r"]


@pytest.mark.parametrize("first", range(1, len(START + END) + 8))
@pytest.mark.parametrize("second", [1, 2, 3, 6, 99])
def test_marks_may_be_cut_anywhere(first: int, second: int) -> None:
    text = f"ab{START}c\x1b[20{END}de"
    pastes = Pastes()
    cuts = (text[:first], text[first : first + second], text[first + second :])
    pieces = joined([piece for cut in cuts if cut for piece in pastes.split(cut)])
    assert pieces[1:] == [Pasted("c"), "de"]
    # What went out of a mark before it was known to be one is made the end mark, which is no key.
    assert pieces[0] in {"ab", f"ab{END}"}


def test_a_paste_may_come_a_character_at_a_time() -> None:
    pastes = Pastes()
    pieces = [piece for character in f"{START}{WORDS}{END}" for piece in pastes.split(character)]
    assert [piece for piece in pieces if isinstance(piece, Pasted)] == [Pasted(CLEAN)]


def test_a_paste_that_does_not_end_is_given_after_a_silence() -> None:
    pastes = Pastes(clock := Clock())
    assert pastes.split(f"{START}one\x1b") == []
    clock.now += PATIENCE - 0.1
    assert pastes.split("") == []
    assert pastes.split("[0mtwo\x1b[20") == []
    clock.now += PATIENCE - 0.1
    assert pastes.split("") == []
    clock.now += 0.2
    assert pastes.split("") == [Pasted("onetwo")]
    assert pastes.split("") == []
    assert pastes.split("q") == ["q"]


def test_the_start_of_a_mark_that_was_none_is_given_as_keys() -> None:
    pastes = Pastes(clock := Clock())
    assert pastes.split("a\x1b[20") == ["a"]
    clock.now += PATIENCE
    assert pastes.split("") == ["\x1b[20"]
    assert pastes.split("\x1b[2") == []
    assert pastes.split("4~") == ["\x1b[24~"]


def test_an_escape_that_was_a_key_begins_no_mark_later() -> None:
    pastes = Pastes()
    assert pastes.split("\x1b") == ["\x1b"]
    assert pastes.split("") == []
    assert pastes.split(START[1:]) == [START[1:]]


def test_a_large_paste_comes_in_one_piece() -> None:
    pastes = Pastes()
    pastes.split(START)
    for _ in range(4096):
        assert pastes.split("x" * 4096) == []
    assert pastes.split(END) == [Pasted("x" * 4096 * 4096)]


def test_textual_still_takes_control_characters_in_a_paste_for_keys() -> None:
    # When this fails, Textual reads them: `heartwork/pasting.py` may go.
    read = list(XTermParser().feed(f"{START}{WORDS}{END}"))
    assert [event.text for event in read if isinstance(event, events.Paste)] != [WORDS]


@pytest.mark.parametrize("begun", ["", "\x1b", "\x1b["])
def test_textual_takes_a_lone_end_mark_for_nothing(begun: str) -> None:
    parser = XTermParser()
    assert list(parser.feed(begun or "a"))[1:] == []
    assert list(parser.feed(END[len(begun) :])) == []
    assert [event.key for event in parser.feed("b") if isinstance(event, events.Key)] == ["b"]

"""What leaves the program is text."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.cli.saying import (
    NobodyListens,
    all_said,
    ready_streams,
    say,
    say_json,
    say_json_rows,
    shown,
    tell,
)
from heartwork.cli.troubles import Unable
from heartwork.model.text import drawable

ANYTHING = st.text(st.characters(exclude_categories=()))
JSON = st.recursive(ANYTHING, lambda each: st.lists(each) | st.dictionaries(ANYTHING, each), max_leaves=9)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


@given(ANYTHING)
def test_a_shown_path_is_one_line_and_nothing_a_terminal_obeys(text: str) -> None:
    one = shown(text)
    assert drawable(one) == one
    assert "\n" not in one
    assert "\t" not in one


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_a_plain_path_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


@given(JSON)
def test_json_is_drawable_and_says_the_same(value: object) -> None:
    out, sys.stdout = sys.stdout, io.StringIO()
    try:
        say_json(value)
        text = sys.stdout.getvalue()
    finally:
        sys.stdout = out
    assert drawable(text) == text
    assert json.loads(text) == value


@pytest.mark.parametrize("rows", [[], [1], [1, {"a": "b"}, None]])
def test_rows_are_one_array(rows: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    say_json_rows(iter(rows))
    text = said(capsys)
    assert json.loads(text) == rows
    assert len(text.splitlines()) == len(rows) + 2


class Closed(io.StringIO):
    def write(self, _: str, /) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_a_stream_that_takes_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(NobodyListens):
        say("a word")
    with pytest.raises(Unable) as told:
        all_said()
    assert "the disk is full" in told.value.trouble.text


def test_nobody_need_read_what_is_told_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Closed())
    tell("a word")


def test_half_a_character_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", None)
    ready_streams()
    say("é \ud83e")
    all_said()
    tell("nobody reads this")
    assert raw.getvalue().decode("utf-8").split() == ["é", "\ufffd"]

"""What is added is kept as it was meant, or not at all."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.cli import texts, writing
from heartwork.cli.troubles import Unable
from heartwork.diary import Diary
from heartwork.model.draft import Draft
from tests.cli.shell import PASSPHRASE, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path

BERLIN = "Europe/Berlin"


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> str:
    """A computer in Berlin."""
    monkeypatch.setattr("heartwork.diary.here.local_zone", lambda: BERLIN)
    return BERLIN


def kept(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(opened(path, "list", "--json").out)
    return rows


def test_the_id_is_the_last_line_and_leads_to_the_entry(empty: Path) -> None:
    answer = opened(
        empty, "add", "a text", "--mood", "2", "--feeling", "sad", "--feeling", "calm", "--tag", "#home"
    )
    assert (answer.code, answer.err) == (0, "")
    (row,) = kept(empty)
    assert answer.out.splitlines()[-1] == row["id"]
    assert (row["body"], row["mood"], row["feelings"], row["tags"]) == (
        "a text",
        2,
        ["sad", "calm"],
        ["home"],
    )
    assert (row["kind"], row["title"], row["starred"]) == ("note", "", False)


def test_words_without_quotes_are_one_text(empty: Path) -> None:
    assert opened(empty, "add", "a", "long", "day").code == 0
    assert kept(empty)[0]["body"] == "a long day"


@pytest.mark.parametrize("argument", [(), ("-",)])
def test_without_an_argument_the_text_comes_from_standard_input(
    empty: Path, argument: tuple[str, ...]
) -> None:
    assert opened(empty, "add", *argument, text="\n\n  first\n\nlast  \n\n").code == 0
    assert kept(empty)[0]["body"] == "  first\n\nlast"


def test_with_an_argument_standard_input_is_not_read(empty: Path) -> None:
    assert opened(empty, "add", "this", text="not this").code == 0
    assert kept(empty)[0]["body"] == "this"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\x01", "\x1b[31m", "\x1b]0;title\x07", "\ufeff"])
@pytest.mark.parametrize("more", [(), ("--mood", "3"), ("--tag", "x")])
def test_a_text_of_nothing_makes_nothing(empty: Path, text: str, more: tuple[str, ...]) -> None:
    before = empty.read_bytes()
    answer = opened(empty, "add", *more, text=text)
    assert answer.code == 2
    assert "no text" in answer.err
    assert empty.read_bytes() == before


def test_an_empty_argument_makes_nothing(empty: Path) -> None:
    assert opened(empty, "add", "", text="not read").code == 2
    assert kept(empty) == []


def test_what_comes_in_is_cleaned(empty: Path) -> None:
    text = b"\xef\xbb\xbfone\x00\x1b]52;c;QUJD\x07 \xff\xfe two\r\nthree \xed\xa0\x80\x9b31m\n"
    assert opened(empty, "add", text=text).code == 0
    body = kept(empty)[0]["body"]
    assert "\x1b" not in body
    assert "52;c" not in body
    assert "\x00" not in body
    assert body.startswith("one ")
    assert "\nthree" in body


def test_tags_and_feelings_are_cleaned_and_said_once(empty: Path) -> None:
    labels = ("--tag", "#a\x1b[2Jb", "--tag", " ab ", "--feeling", "torn\nup", "--feeling", "torn up")
    assert opened(empty, "add", "x", *labels).code == 0
    assert (kept(empty)[0]["tags"], kept(empty)[0]["feelings"]) == (["ab"], ["torn up"])


def test_a_megabyte_is_kept_whole(empty: Path) -> None:
    text = ("a line of some length, thirteen thousand times over, and a little more 🫂\n" * 14_000).strip()
    assert len(text) > 1_000_000
    assert opened(empty, "add", text=text).code == 0
    assert kept(empty)[0]["body"] == text


def test_more_than_an_entry_can_hold_is_refused(empty: Path) -> None:
    before = empty.read_bytes()
    answer = opened(empty, "add", text="x" * (8 * 1024 * 1024 + 1))
    assert answer.code == 1
    assert "8 million" in answer.err
    assert empty.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "at", "day"),
    [
        ("2026-03-01T21:30", "2026-03-01T20:30", "2026-03-01"),
        ("2026-03-01 21:30:15", "2026-03-01T20:30:15", "2026-03-01"),
        ("2026-07-01T21:30", "2026-07-01T19:30", "2026-07-01"),
        ("2026-03-02T03:59", "2026-03-02T02:59", "2026-03-01"),
        ("2026-03-02T04:00", "2026-03-02T03:00", "2026-03-02"),
        ("2026-03-01", "2026-03-01T11:00", "2026-03-01"),
        ("2026-03-01T21:30Z", "2026-03-01T21:30", "2026-03-01"),
        ("2026-03-01T21:30-08:00", "2026-03-02T05:30", "2026-03-02"),
        ("2026-03-29T02:30", "2026-03-29T01:30", "2026-03-28"),  # this hour is left out in spring
        ("2026-10-25T02:30", "2026-10-25T00:30", "2026-10-24"),  # and this one comes twice in autumn
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30", "2026-10-24"),
        ("1970-01-01T12:00", "1970-01-01T11:00", "1970-01-01"),
        ("1900-01-02T12:00+01:00", "1900-01-02T11:00", "1900-01-02"),
    ],
)
def test_a_time_is_local_unless_it_names_a_zone(empty: Path, zone: str, said: str, at: str, day: str) -> None:
    assert opened(empty, "add", "x", "--at", said).code == 0
    (row,) = kept(empty)
    assert datetime.fromisoformat(row["at"]) == datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert (row["zone"], row["day"]) == (zone, day)


@pytest.mark.parametrize(
    "said", ["soon", "", "2026-02-30", "0001-01-01T00:00", "9999-12-31T23:59-12:00", "25:00"]
)
def test_a_time_that_is_none_is_named(empty: Path, zone: str, said: str) -> None:
    answer = opened(empty, "add", "x", "--at", said)
    assert answer.code == 2
    assert f"--at: “{said}”" in answer.err or "--at: a time is needed" in answer.err
    assert kept(empty) == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("0026-03-01T21:30", "the first year is 1900"),
        ("1899-12-31", "the first year is 1900"),
        ("2999-03-01T21:30", "more than a day in the future"),
        ("next monday", "more than a day in the future"),
    ],
)
def test_a_time_that_can_only_be_a_slip_is_refused(empty: Path, zone: str, said: str, why: str) -> None:
    answer = opened(empty, "add", "x", "--at", said)
    assert answer.code == 2
    assert f"--at: “{said}”" in answer.err
    assert why in answer.err
    assert kept(empty) == []


@pytest.mark.parametrize(("hours", "code"), [(23, 0), (25, 2)])
def test_a_day_ahead_is_allowed_for_clocks_that_differ(empty: Path, hours: int, code: int) -> None:
    at = datetime.now(UTC) + timedelta(hours=hours)
    assert opened(empty, "add", "x", "--at", at.isoformat()).code == code
    assert len(kept(empty)) == (code == 0)


def test_without_a_time_it_is_now(empty: Path) -> None:
    before = datetime.now(UTC)
    opened(empty, "add", "x")
    assert before <= datetime.fromisoformat(kept(empty)[0]["at"]) <= datetime.now(UTC)


def test_another_programs_change_is_never_written_over(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = writing.new_entry

    def meanwhile(*said: Any, **more: Any) -> Any:
        empty.write_bytes(empty.read_bytes() + b"another program")
        return made(*said, **more)

    monkeypatch.setattr(writing, "new_entry", meanwhile)
    answer = opened(empty, "add", "a private line")
    assert answer.code == 7
    assert answer.out == ""
    assert empty.read_bytes().endswith(b"another program")
    (aside,) = empty.parent.glob("*conflict*.heartwork")
    assert str(aside) in answer.err
    assert kept(aside)[0]["body"] == "a private line"


@pytest.mark.skipif(os.name == "nt", reason="a folder as standard input is POSIX")
def test_an_input_that_cannot_be_read_is_said(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Gone()))
    with pytest.raises(Unable) as told:
        texts.some_text()
    assert "the disk did not answer" in told.value.trouble.text


def test_no_standard_input_at_all_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert texts._text(()) == ""
    assert heartwork("add", "").code == 2


def test_a_tag_in_the_text_is_a_tag_of_the_entry(empty: Path) -> None:
    opened(empty, "add", "one #Night", "--tag", "home")
    opened(empty, "add", "two #night http://x/#none")
    assert [row["tags"] for row in kept(empty)] == [["Night"], ["home", "Night"]]


def test_a_time_can_be_said_in_words(empty: Path, zone: str) -> None:
    opened(empty, "add", "x", "--at", "yesterday 22:00")
    (row,) = kept(empty)
    assert row["at"].endswith(("20:00:00.000000Z", "21:00:00.000000Z"))
    assert row["day"] in row["at"]


# --- edit ---------------------------------------------------------------------------------------


def test_an_edited_text_is_new_and_the_one_before_stays(written: Path) -> None:
    key = kept(written)[1]["id"]
    answer = opened(written, "edit", key[:18], text="\n the page, #again\n\n")
    assert answer == (0, f"{key}\n", "")
    row = kept(written)[1]
    assert (row["body"], row["mood"], row["tags"]) == (" the page, #again", 2, ["home", "again"])
    diary = Diary.open(written, PASSPHRASE, read_only=True)
    (version,) = diary.entry(key).versions
    assert version.body == "the first page\nand its second line"
    opened(written, "edit", key, text="the page")
    assert kept(written)[1]["tags"] == ["home"]


def test_what_comes_into_an_edited_text_is_cleaned(written: Path) -> None:
    key = kept(written)[0]["id"]
    assert opened(written, "edit", key, text=b"\xef\xbb\xbfone\x1b]52;c;QUJD\x07\r\ntwo\xff").code == 0
    assert kept(written)[0]["body"] == "one\ntwo\ufffd"


@pytest.mark.parametrize("text", ["", " \n", "\x1b[31m"])
def test_a_text_is_never_replaced_by_nothing(written: Path, text: str) -> None:
    before = written.read_bytes()
    answer = opened(written, "edit", kept(written)[0]["id"], text=text)
    assert (answer.code, answer.out) == (2, "")
    assert "no text to put in its place" in answer.err
    assert written.read_bytes() == before


def test_the_same_text_changes_nothing(written: Path) -> None:
    key = kept(written)[0]["id"]
    assert opened(written, "edit", key, text="a brighter page\n").code == 0
    diary = Diary.open(written, PASSPHRASE, read_only=True)
    assert diary.entry(key).versions == ()


@pytest.mark.parametrize(("key", "said"), [("nothing", "no entry with the id nothing"), ("0", "no entry")])
def test_only_what_is_there_can_be_edited(written: Path, key: str, said: str) -> None:
    before = written.read_bytes()
    answer = opened(written, "edit", key, text="new")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert written.read_bytes() == before


def test_what_is_in_the_trash_is_taken_out_before_it_is_edited(written: Path) -> None:
    key = kept(written)[0]["id"]
    opened(written, "trash", key)
    answer = opened(written, "edit", key, text="new")
    assert answer.code == 1
    assert "in the trash" in answer.err
    assert "heartwork restore ID" in answer.err


def test_changes_that_wait_in_the_app_are_kept_or_discarded_there(written: Path) -> None:
    key = kept(written)[0]["id"]
    diary = Diary.open(written, PASSPHRASE)
    diary.keep_draft(Draft("entries", key, {"body": "half a"}), now=datetime.now(UTC))
    diary.close()
    answer = opened(written, "edit", key, text="new")
    assert answer.code == 1
    assert "never kept" in answer.err
    assert kept(written)[0]["body"] == "a brighter page"

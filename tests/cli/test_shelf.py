"""Shelves from a shell: read from the top down, added to by a line or a list, and given as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from heartwork.content.shelf_words import shelf_words
from heartwork.diary import Diary
from heartwork.model.practice import SHELVES
from tests.cli.shell import PASSPHRASE, opened

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 24, 21, tzinfo=UTC)


def test_a_line_is_added_and_shown_back_and_its_id_is_printed_last(empty: Path) -> None:
    answer = opened(empty, "shelf", "reasons", "add", "I", "always", "apologised")
    assert answer.code == 0
    assert answer.err == "On the shelf reasons: I always apologised\n"
    (record,) = json.loads(opened(empty, "shelf", "reasons", "--json").out)
    assert record == {
        "id": answer.out.strip(),
        "shelf": "reasons",
        "position": 1,
        "text": "I always apologised",
        "practice": None,
        "kept": {},
        "created": record["created"],
        "updated": record["updated"],
    }
    again = opened(empty, "shelf", "Reasons", "add", "i ALWAYS apologised")
    assert (again.code, again.out) == (0, "")
    assert again.err == shelf_words().commands.there.format(name="reasons") + "\n"


def test_a_list_on_standard_input_is_a_line_each(empty: Path) -> None:
    answer = opened(empty, "shelf", "hopes", "add", text="- a kitchen\n\n2. the sea\x1b[2J\n")
    assert answer.code == 0
    assert len(answer.out.split()) == 2
    rows = opened(empty, "shelf", "hopes").out.splitlines()
    assert [row.split("  ", 1)[1] for row in rows] == ["a kitchen", "the sea"]
    assert all(key.startswith(row.split()[0]) for row, key in zip(rows, answer.out.split(), strict=True))
    listed = opened(empty, "shelf").out.splitlines()
    assert [line.split()[0] for line in listed] == list(SHELVES)
    assert listed[SHELVES.index("hopes")].endswith("2 lines")


def test_where_no_line_is_given_the_way_that_is_named_leads_to_the_same_shelf(empty: Path) -> None:
    for answer in (
        opened(empty, "shelf", "hopes", "add", text=""),
        opened(empty, "shelf", "hopes", "add", " "),
    ):
        assert answer.code == 2
        assert "heartwork shelf hopes add" in answer.err


def test_promises_say_on_which_days_they_were_kept(empty: Path) -> None:
    diary = Diary.open(empty, PASSPHRASE)
    key = diary.shelves.add("promises", "call on Sundays", now=NOW).id
    diary.shelves.say_kept(key, date(2026, 11, 23), kept=False, now=NOW)
    diary.shelves.say_kept(key, date(2026, 11, 24), kept=True, now=NOW)
    diary.close()
    answer = opened(empty, "shelf", "promises")
    assert answer.out.endswith("call on Sundays  2026-11-24 kept, 2026-11-23 not kept\n")
    (record,) = json.loads(opened(empty, "shelf", "--json").out)
    assert record["kept"] == {"2026-11-23": False, "2026-11-24": True}


def test_what_is_no_shelf_no_line_and_no_verb_is_said_and_nothing_is_made(empty: Path) -> None:
    for arguments in (
        ("kitchen",),
        ("kitchen", "add", "cup"),
        ("reasons", "drop", "x"),
        ("reasons", "add", " "),
    ):
        assert opened(empty, "shelf", *arguments).code == 2
    assert opened(empty, "shelf", "reasons", "add", "--json", "x").code == 2
    assert json.loads(opened(empty, "shelf", "--json").out) == []
    nothing = opened(empty, "shelf", "whys")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err == shelf_words().commands.none.format(name="whys") + "\n"

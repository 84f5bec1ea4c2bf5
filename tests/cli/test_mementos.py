"""Mementos from a shell: added in one line, decided on, let go, and not shown while out of sight."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary import Diary
from tests.cli.shell import PASSPHRASE, heartwork, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOSTILE = "[red]x[/red] \x1b]0;owned\x07ring\x1b[2J"


def added(path: Path, *text: str) -> str:
    answer = opened(path, "memento", "add", *text)
    assert answer.code == 0, answer.err
    return answer.out.split()[-1]


def records(path: Path, *options: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(opened(path, "memento", "list", "--json", *options).out)
    return rows


def changed(path: Path, change: Callable[[Diary, datetime], object]) -> None:
    diary, now = Diary.open(path, PASSPHRASE), datetime.now(UTC)
    diary.turn_to(now)
    change(diary, now)
    diary.close()


def test_a_line_becomes_a_memento_and_is_shown_back(empty: Path) -> None:
    answer = opened(empty, "memento", "add", "ring", "in", "the", "drawer", "8")
    assert answer.code == 0
    assert answer.err == "Added: ring  gift  drawer  weight 8  not yet\n"
    (record,) = records(empty)
    assert record == {
        "id": answer.out.strip(),
        "name": "ring",
        "sort": "gift",
        "size": 1,
        "weight": 8,
        "where": "drawer",
        "decision": "undecided",
        "box_until": None,
        "to": "",
        "helper": "",
        "story": "",
        "packed": False,
        "gone": False,
        "farewell": "",
        "weight_after": None,
        "done": None,
        "away": None,
        "created": record["created"],
        "updated": record["updated"],
        "rev": record["rev"],
        "was": [],
        "trashed": None,
    }
    assert record["rev"]
    assert record["created"].endswith("Z")


def test_a_list_on_standard_input_is_one_change(empty: Path) -> None:
    before = empty.stat().st_size
    answer = opened(empty, "memento", "add", text="- Concert ticket in the drawer 1\n\n* Grey mug 3\n")
    assert answer.err == "2 things added.\n"
    assert [row["id"] for row in records(empty)] == answer.out.split()
    assert before < empty.stat().st_size
    diary = Diary.open(empty, PASSPHRASE)
    assert diary.mementos.all()[0].created == diary.mementos.all()[1].created
    diary.close()


@pytest.mark.parametrize(
    ("line", "said"),
    [("mug 12", "A weight is 0 to 10"), ("mug -1", "A weight is 0 to 10"), ("8", "A name first")],
)
def test_what_was_not_understood_is_said_before_anything_is_opened(line: str, said: str, empty: Path) -> None:
    before = empty.read_bytes()
    answer = heartwork("memento", "add", "--file", empty, line)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "passphrase" not in answer.err
    several = opened(empty, "memento", "add", text=f"ring 3\n{line}\n")
    assert several.code == 2
    assert "Line 2: " in several.err
    assert empty.read_bytes() == before


def test_there_has_to_be_something_to_add(empty: Path) -> None:
    assert opened(empty, "memento", "add", text="\n").code == 2
    assert opened(empty, "memento", "add", text="- \n*\n").code == 2
    assert opened(empty, "memento", "list").err.startswith("No things are here yet.")
    assert records(empty) == []


def test_a_list_has_the_lightest_first_and_what_was_let_go_last(empty: Path) -> None:
    opened(empty, "memento", "add", text="letters 9\nticket 1\nmug\nscarf 4\ntoothbrush 0")
    gone = next(row["id"] for row in records(empty) if row["name"] == "toothbrush")
    assert opened(empty, "memento", "done", gone).code == 0
    assert [row["name"] for row in records(empty)] == ["ticket", "scarf", "letters", "mug", "toothbrush"]
    rows = opened(empty, "memento", "list").out.splitlines()
    assert [row.split("  ")[1] for row in rows] == ["ticket", "scarf", "letters", "mug", "toothbrush"]
    assert "let go 20" in rows[-1]
    short = rows[0].split("  ")[0]
    assert opened(empty, "memento", "decide", short, "recycle").code == 0


def test_a_decision_with_its_day_and_its_person(empty: Path) -> None:
    scarf, books = added(empty, "Blue scarf 4"), added(empty, "His books (6)")
    answer = opened(empty, "memento", "decide", scarf, "box", "--until", "2999-01-01")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Decided: Blue scarf  clothing  weight 4  box until 2999-01-01\n"
    assert opened(empty, "memento", "decide", books, "Return", "--to", " M. ").code == 0
    by_name = {row["name"]: row for row in records(empty)}
    assert by_name["Blue scarf"]["box_until"] == "2999-01-01"
    assert (by_name["His books (6)"]["decision"], by_name["His books (6)"]["to"]) == ("return", "M.")
    diary = Diary.open(empty, PASSPHRASE, read_only=True)
    assert [person.name for person in diary.folk.all()] == ["M."]
    assert opened(empty, "memento", "decide", scarf, "not-yet").code == 0
    assert {row["decision"] for row in records(empty)} == {"undecided", "return"}


def test_a_batch_is_a_list(empty: Path) -> None:
    for line in ("book 2", "mug 1", "scarf 4"):
        opened(empty, "memento", "decide", added(empty, line), "return", "--to", "Anna")
    opened(empty, "memento", "decide", added(empty, "ring 8"), "return", "--to", "M.")
    packed = next(row["id"] for row in records(empty) if row["name"] == "mug")
    changed(empty, lambda diary, now: diary.mementos.tick([packed], packed=True, now=now))
    rows = opened(empty, "memento", "list", "--decision", "return", "--to", "anna").out.splitlines()
    assert [row.split("  ")[1] for row in rows] == ["mug", "book", "scarf"]
    assert rows[0].endswith("return to Anna  packed")
    assert opened(empty, "memento", "list", "--to", "Jo").err == "Nothing here matches.\n"


def test_letting_go_keeps_what_was_said_and_what_it_weighs_now(empty: Path) -> None:
    key = added(empty, "Toothbrush 1")
    said = "Only a toothbrush, in the end."
    answer = opened(empty, "memento", "done", key, "--weight-after", "0", "--farewell", said)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith("Let go: Toothbrush  ")
    assert "1 → 0" in answer.err
    (record,) = records(empty)
    assert (record["weight_after"], record["farewell"]) == (0, said)
    assert record["done"] is not None
    opened(empty, "memento", "done", key, "--farewell", "Bye.")
    assert records(empty)[0]["done"] == record["done"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("decide", "ID", "burn"), "DECISION: A decision is one of undecided, keep, box"),
        (("decide", "ID", "keep", "--until", "2999-01-01"), "--until: A day goes only with box"),
        (("decide", "ID", "box", "--until", "someday"), "--until: “someday” could not be read as a day"),
        (("decide", "ID", "box", "--until", "yesterday"), "--until: A thing is boxed until a later day"),
        (("decide", "ID", "box", "--until", "today"), "--until: A thing is boxed until a later day"),
        (("decide", "ID", "return", "--to", " "), "--to: A name is needed"),
        (("decide", "ID"), "DECISION is needed"),
        (("decide", "ID", "box", "--until"), "--until: something is needed after it"),
        (("done", "ID", "--weight-after", "11"), "--weight-after: A weight is a whole number, 0 to 10"),
        (("done", "ID", "I", "am", "tired"), "a word too many"),
        (("list", "--decision", "burn"), "--decision: A decision is one of"),
    ],
)
def test_what_does_not_fit_is_said_plainly(options: tuple[str, ...], said: str, empty: Path) -> None:
    key = added(empty, "ring 8")
    before = empty.read_bytes()
    answer = opened(empty, "memento", *(key if each == "ID" else each for each in options))
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert empty.read_bytes() == before


def test_an_id_that_is_nothings_and_one_in_the_trash(empty: Path) -> None:
    key = added(empty, "ring 8")
    assert "nothing here with the id nothing-here" in opened(empty, "memento", "done", "nothing-here").err
    assert "Give 8 characters of the id or more" in opened(empty, "memento", "done", key[:7]).err
    changed(empty, lambda diary, now: diary.mementos.trash([key], now=now))
    for command in (("decide", key, "keep"), ("done", key)):
        answer = opened(empty, "memento", *command)
        assert answer.code == 1
        assert "in the trash" in answer.err
    assert records(empty) == []
    assert "ring" not in opened(empty, "memento", "list").out


def test_what_is_put_away_is_on_no_list(empty: Path) -> None:
    key = added(empty, "locket 8")
    until = datetime.now(UTC).date() + timedelta(days=9)
    changed(empty, lambda diary, now: diary.mementos.put_away([key], until=until, now=now))
    assert records(empty) == []
    before = empty.read_bytes()
    said = [
        opened(empty, "memento", *each) for each in (("list",), ("decide", key, "keep"), ("done", key[:18]))
    ]
    assert [answer.code for answer in said] == [0, 1, 1]
    assert all("locket" not in answer.out + answer.err for answer in said)
    assert said[2].err.startswith(f"The thing with the id {key[:18]} is put away.")
    assert empty.read_bytes() == before


def test_what_was_let_go_is_not_decided_on_again_and_not_let_go_twice(empty: Path) -> None:
    key = added(empty, "ring 8")
    opened(empty, "memento", "done", key, "--weight-after", "2")
    before = empty.read_bytes()
    answer = opened(empty, "memento", "decide", key, "keep")
    assert answer.code == 1
    assert answer.err.startswith("This thing was let go on 20")
    again = opened(empty, "memento", "done", key)
    assert again.code == 0
    assert again.err.startswith("That was already let go")
    assert empty.read_bytes() == before
    assert opened(empty, "memento", "done", key, "--weight-after", "1").code == 0
    assert records(empty)[0]["weight_after"] == 1


def test_an_argument_of_several_lines_is_a_list(empty: Path) -> None:
    answer = opened(empty, "memento", "add", "ring 3\nmug 12")
    assert answer.code == 2
    assert "TEXT: Line 2: A weight is 0 to 10." in answer.err
    assert "Nothing was added." in answer.err
    assert records(empty) == []
    assert len(opened(empty, "memento", "add", "ring 3\nmug 2").out.split()) == 2
    assert [row["name"] for row in records(empty)] == ["mug", "ring"]


def test_no_sequence_and_no_markup_gets_out(empty: Path) -> None:
    key = added(empty, HOSTILE)
    opened(empty, "memento", "decide", key, "return", "--to", HOSTILE)
    opened(empty, "memento", "done", key, "--farewell", HOSTILE)
    said = opened(empty, "memento", "list")
    assert "\x1b" not in said.out + said.err
    assert "owned" not in said.out
    assert "[red]x[/red] ring" in said.out
    assert records(empty)[0]["farewell"] == "[red]x[/red] ring"

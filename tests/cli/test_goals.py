"""Goals from a shell: added in one line, carried, done step by step, finished and let go."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary import Diary
from tests.cli.shell import PASSPHRASE, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "[red]x[/red] \x1b]0;owned\x07swim\x1b[2J"


def added(path: Path, *text: str) -> str:
    answer = opened(path, "goal", "add", *text)
    assert answer.code == 0, answer.err
    return answer.out.split()[-1]


def records(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(opened(path, "goal", "list", "--json").out)
    return rows


def titles(path: Path) -> list[tuple[str, str, int | None]]:
    return [(row["title"], row["column"], row["position"]) for row in records(path)]


def test_a_line_becomes_a_goal_and_is_shown_back(empty: Path) -> None:
    line = "learn to swim @health !medium due:2999-12-01 3x/week horizon:months"
    answer = opened(empty, "goal", "add", line)
    assert answer.code == 0
    assert answer.err == "Added: learn to swim  @health  0 of 3 this week  due 2999-12-01\n"
    (record,) = records(empty)
    assert record == {
        "id": answer.out.strip(),
        "title": "learn to swim",
        "area": "health",
        "column": "someday",
        "size": 2,
        "horizon": "months",
        "why": "",
        "steps": [],
        "due": "2999-12-01",
        "repeat": {"every": "week", "times": 3},
        "ticks": [],
        "position": 1,
        "finished": None,
        "gave": "",
        "let_go": None,
        "let_go_why": "",
        "away": None,
        "created": record["created"],
        "updated": record["updated"],
        "rev": record["rev"],
        "was": [],
        "trashed": None,
    }


def test_a_list_on_standard_input_adds_each_in_its_order(empty: Path) -> None:
    answer = opened(empty, "goal", "add", text="1. swim\n2. sleep @care\n\n")
    assert answer.err == "2 goals added.\n"
    assert [row["id"] for row in records(empty)] == answer.out.split()
    assert titles(empty) == [("swim", "someday", 1), ("sleep", "someday", 2)]
    assert opened(empty, "goal", "add", text="").code == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("swim !huge", "A size is !small, !medium or !large"),
        ("swim due:2026-02-30", "The day after due: is not in the calendar"),
        ("swim due:2020-01-01", "The day after due: is over"),
        ("@health", "A goal needs a few words"),
        ("swim 0x/week", "1 to 99 times"),
    ],
)
def test_what_was_not_understood_is_said_before_anything_is_opened(line: str, said: str, empty: Path) -> None:
    before = empty.read_bytes()
    answer = heartwork("goal", "add", "--file", empty, line)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Line 2: " in opened(empty, "goal", "add", text=f"sleep\n{line}").err
    assert empty.read_bytes() == before


def test_a_goal_is_moved_to_a_place_in_a_column(empty: Path) -> None:
    opened(empty, "goal", "add", text="a\nb\nc\nd\ne")
    keys = {row["title"]: row["id"] for row in records(empty)}
    for title in "abcd":
        answer = opened(empty, "goal", "move", keys[title][:18], "doing")
        assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "Now in Doing: d\n4 are in Doing at once now. One of them can wait in Next, if you like.\n"
    )
    opened(empty, "goal", "move", keys["d"], "Doing", "--position", "1")
    opened(empty, "goal", "move", keys["e"], "doing", "--position", "3")
    opened(empty, "goal", "move", keys["a"], "next", "--position", "99")
    moved = [("a", "next", 1), ("d", "doing", 1), ("e", "doing", 2), ("b", "doing", 3), ("c", "doing", 4)]
    assert titles(empty) == moved
    rows = opened(empty, "goal", "list").out.splitlines()
    assert [row.split("  ")[1:3] for row in rows][:2] == [["Next", "a"], ["Doing", "d"]]


def test_steps_are_added_and_ticked_in_their_order(empty: Path) -> None:
    key = added(empty, "swim")
    answer = opened(empty, "goal", "step", key)
    assert answer.code == 1
    assert "no step that is still open" in answer.err
    assert opened(empty, "goal", "step", key, "first", "lesson").err == "One more step: first lesson\n"
    opened(empty, "goal", "step", key, "second")
    assert opened(empty, "goal", "step", key).err == "Ticked: first lesson\n"
    (record,) = records(empty)
    today = record["steps"][0]["on"]
    assert abs((date.fromisoformat(today) - datetime.now(UTC).date()).days) <= 1
    assert record["steps"] == [
        {"text": "first lesson", "done": True, "on": today},
        {"text": "second", "done": False, "on": None},
    ]
    assert "1 of 2 steps" in opened(empty, "goal", "list").out
    assert opened(empty, "goal", "step", key, " ").code == 2


def test_a_goal_of_every_week_is_ticked_for_this_week(empty: Path) -> None:
    key = added(empty, "run 3x/week")
    assert opened(empty, "goal", "step", key).err == "Ticked for this week, 1 of 3: run\n"
    assert opened(empty, "goal", "step", key).err == "Ticked for this week, 2 of 3: run\n"
    assert len(records(empty)[0]["ticks"]) == 2
    assert "2 of 3 this week" in opened(empty, "goal", "list").out
    assert opened(empty, "goal", "step", key).code == 0
    full = opened(empty, "goal", "step", key)
    assert full.code == 1
    assert full.err.startswith("This goal has had all 3 of its times this week")
    assert len(records(empty)[0]["ticks"]) == 3


def test_a_finished_goal_says_what_it_gave(empty: Path) -> None:
    key = added(empty, "paint the bedroom")
    assert opened(empty, "goal", "done", key, "--gave", "It is mine now.").err == "Done: paint the bedroom\n"
    (record,) = records(empty)
    assert (record["column"], record["gave"]) == ("done", "It is mine now.")
    assert record["finished"] is not None
    other = added(empty, "sleep")
    opened(empty, "goal", "done", other)
    opened(empty, "goal", "done", key, "--gave", "Mine.")
    assert titles(empty) == [("paint the bedroom", "done", 1), ("sleep", "done", 2)]
    assert records(empty)[0]["finished"] == record["finished"]
    assert "“Mine.”" in opened(empty, "goal", "list").out
    opened(empty, "goal", "move", key, "next")
    assert records(empty)[0]["finished"] is None


def test_a_goal_that_is_let_go_can_be_taken_up_again(empty: Path) -> None:
    key = added(empty, "win him back")
    assert opened(empty, "goal", "let-go", key, "--why", "It was never mine.").err == "Let go: win him back\n"
    (record,) = records(empty)
    assert record["let_go"] is not None
    assert (record["let_go_why"], record["position"]) == ("It was never mine.", None)
    row = opened(empty, "goal", "list").out
    assert "let go 20" in row
    assert "Someday" not in row
    for words in ((), ("one more",)):
        answer = opened(empty, "goal", "step", key, *words)
        assert answer.code == 1
        assert answer.err.startswith("This goal was let go on 20")
    assert records(empty)[0]["steps"] == []
    opened(empty, "goal", "move", key, "someday")
    assert titles(empty) == [("win him back", "someday", 1)]
    assert records(empty)[0]["let_go"] is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("move", "ID", "later"), "COLUMN: A column is one of someday, next, doing, done"),
        (("move", "ID", "next", "--position", "0"), "--position: A place is a whole number"),
        (("move", "ID"), "COLUMN is needed"),
        (("step",), "ID is needed"),
    ],
)
def test_what_does_not_fit_is_said_plainly(options: tuple[str, ...], said: str, empty: Path) -> None:
    key = added(empty, "swim")
    before = empty.read_bytes()
    answer = opened(empty, "goal", *(key if each == "ID" else each for each in options))
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert empty.read_bytes() == before


def test_an_id_that_is_nothings_and_one_in_the_trash(empty: Path) -> None:
    key = added(empty, "swim")
    assert "nothing here with the id nothing-here" in opened(empty, "goal", "done", "nothing-here").err
    diary, now = Diary.open(empty, PASSPHRASE), datetime.now(UTC)
    diary.goals.trash([key], now=now)
    diary.close()
    for command in (("move", key, "next"), ("step", key), ("done", key), ("let-go", key)):
        assert "in the trash" in opened(empty, "goal", *command).err
    assert records(empty) == []
    assert opened(empty, "goal", "list").err.startswith("No goals are here yet.")


def test_no_sequence_and_no_markup_gets_out(empty: Path) -> None:
    key = added(empty, HOSTILE)
    for command in (("step", key, HOSTILE), ("step", key), ("done", key, "--gave", HOSTILE)):
        assert "\x1b" not in opened(empty, "goal", *command).err
    opened(empty, "goal", "let-go", key, "--why", HOSTILE)
    said = opened(empty, "goal", "list")
    assert "\x1b" not in said.out
    assert "[red]x[/red] swim" in said.out
    assert records(empty)[0]["let_go_why"] == "[red]x[/red] swim"


def test_a_goal_that_is_put_away_is_on_no_list_and_no_command_changes_it(empty: Path) -> None:
    key = added(empty, "swim 3x/week")
    diary, now = Diary.open(empty, PASSPHRASE), datetime.now(UTC)
    diary.turn_to(now)
    diary.goals.put_away([key], now=now)
    diary.close()
    before = empty.read_bytes()
    assert records(empty) == []
    for command in (
        ("move", key, "next"),
        ("step", key),
        ("step", key, "one"),
        ("done", key),
        ("let-go", key),
    ):
        answer = opened(empty, "goal", *command)
        assert answer.code == 1
        assert answer.err.startswith(f"The thing with the id {key} is put away.")
    assert empty.read_bytes() == before

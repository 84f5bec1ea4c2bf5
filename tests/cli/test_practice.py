"""A practice in plain lines: in a pipe, with a dumb terminal, left and gone on with, a message read."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from heartwork.content.message_check_words import message_check_words
from heartwork.content.practice_safety import safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.diary import Diary
from heartwork.model.entry import Kind
from heartwork.model.run import RunState
from tests.cli.shell import PASSPHRASE, fresh, opened, printing
from tests.diary.practices import EVERY_KIND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.shell import Answer

WORDS = practice_words().plain
LINES = """
first \x1b]0;owned\x07line

third line
.
I was alone

1 3
mine

2
my shelf

10
a
b

c


99
1
swim due:blue

swim @health due:friday

ring in the drawer 3

Dear you
.
Anna: walks

in 3 weeks
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A practice with every kind of step, as a file."""
    file = tmp_path / "every-kind.toml"
    file.write_text(EVERY_KIND, encoding="utf-8")
    return file


@pytest.fixture
def every(empty: Path, file: Path) -> Path:
    """A diary into which that practice was taken."""
    assert practice(empty, "import", str(file)).out == "every-kind\n"
    return empty


def practice(path: Path, command: str, *arguments: str, text: str = "") -> Answer:
    return opened(path, "practice", command, *arguments, text=text)


def read(path: Path) -> Diary:
    return Diary.open(path, PASSPHRASE, read_only=True)


def test_it_is_gone_through_in_a_pipe_and_ends_with_the_id_of_its_entry(every: Path) -> None:
    answer = practice(every, "run", "every-kind", text=LINES)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Every kind · about 5 minutes"
    assert "step 14 of 14 · Until" in lines
    assert "\x1b" not in answer.out
    diary = read(every)
    entry = diary.entry(lines[-1])
    assert entry.kind is Kind.PRACTICE
    (run,) = [each for each in diary.runs.all() if not each.is_list]
    assert run.state is RunState.DONE
    assert run.answers["say"] == "first line\n\nthird line"
    assert run.answers["so"] == [["one", "three", "mine"], ["mine"]]
    assert run.answers["sides"] == [["a", "b"], ["c"]]
    assert run.answers["weight"] == 10
    assert [goal.title for goal in diary.goals.all()] == ["swim"]
    assert diary.runs.listed("space-to-heal").ticked == {"bed"}
    assert list(diary.runs.listed("space-to-heal").own.values()) == ["my shelf"]
    known = {row["id"]: row for row in json.loads(practice(every, "list", "--json").out)}
    assert (known["every-kind"]["done"], known["every-kind"]["own"]) == (1, True)
    assert {"id", "title", "path", "theme", "minutes", "source", "done", "open"} <= set(known["face-it"])
    assert "every-kind · Every kind · about 5 minutes · done 1" in practice(every, "list").out


def test_where_the_pipe_ends_it_is_left_and_the_same_command_goes_on(every: Path) -> None:
    left = practice(every, "run", "every-kind", text="\nhalf a\npage\n")
    assert left.code == 1
    assert WORDS.left.format(id="every-kind") in left.out
    (under_way,) = read(every).practising.under_way()
    assert (under_way.at, under_way.run.answers["say"]) == (2, "half a\npage")
    assert "open at step 2 of 14" in practice(every, "list").out
    again = practice(every, "run", "every-kind", text="\n<\n-\n\n\n")
    assert WORDS.again.format(step=2, of=14) in again.out
    assert "half a\npage" in again.out
    (under_way,) = read(every).practising.under_way()
    assert "say" not in under_way.run.answers
    assert under_way.at == 4


def test_where_the_pipe_ends_before_anything_was_said_nothing_is_left_and_that_is_said(empty: Path) -> None:
    left = practice(empty, "run", "face-it", text="")
    assert left.code == 1
    assert practice_words().closing.nothing in left.out
    assert WORDS.left.format(id="face-it") not in left.out
    assert read(empty).practising.under_way() == []


def test_lines_stay_as_they_come_and_later_ones_join_them(every: Path) -> None:
    practice(every, "run", "every-kind", text="\n\nfirst reason\n")
    assert read(every).practising.under_way()[0].run.answers["why"] == ["first reason"]
    again = practice(every, "run", "every-kind", text="second\n\n")
    assert WORDS.add_was in again.out
    (left,) = read(every).practising.under_way()
    assert (left.at, left.run.answers["why"]) == (4, ["first reason", "second"])
    back = practice(every, "run", "every-kind", text="<\n<\nmore words\n.\n-\n")
    assert back.code == 1
    answers = read(every).practising.under_way()[0].run.answers
    assert (answers["say"], "why" in answers) == ("more words", False)


def test_words_that_come_where_nothing_is_asked_are_of_the_next_text(every: Path) -> None:
    practice(every, "run", "every-kind", text="half a page\nmore\n.\n")
    (left,) = read(every).practising.under_way()
    assert left.run.answers["say"] == "half a page\nmore"


def test_nothing_said_is_nothing_kept(empty: Path) -> None:
    done = practice(empty, "run", "face-it", text="\n" * 12)
    assert done.code == 0
    assert practice_words().closing.nothing in done.out
    assert WORDS.kept not in done.out
    assert read(empty).ids() == []


def test_a_stop_is_kind_and_what_comes_first_is_said(empty: Path) -> None:
    first, _ = safety_steps()
    asked = practice(empty, "run", "plan-the-talk", text="\n2\n")
    assert asked.out.count(first.ask) == 2
    assert first.ways[1].stop in asked.out
    assert "Their answer: heartwork practice run reconnect-8-their-answer" in asked.out
    assert "Support: Violence at home: heartwork support" in asked.out
    assert "escape" not in practice(empty, "run", "plan-the-talk", text="\n\n").out
    assert read(empty).ids() == []
    listed = next(row for row in practice(empty, "list").out.splitlines() if "plan-the-talk" in row)
    assert listed.split(WORDS.row_stopped.split("{", maxsplit=1)[0])[0].endswith(" · ")
    every = json.loads(practice(empty, "list", "--json").out)
    (record,) = [each for each in every if each["id"] == "plan-the-talk"]
    assert (record["done"], record["stopped"][:4].isdigit()) == (0, True)
    answer = practice(empty, "run", "reconnect-2-me-first")
    assert answer.code == 1
    assert "heartwork practice run reconnect-1-why" in answer.out


def test_a_dumb_terminal_is_enough(every: Path) -> None:
    options = ("--file", every, "--passphrase-command", printing(PASSPHRASE), "every-kind")
    done = fresh("practice", "run", *options, text=b"\n" * 3, environ={"TERM": "dumb", "COLUMNS": "20"})
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert "step 4 of 14 · So" in done.stdout.decode()


MESSAGE = """
title = "Talk"
path = "both"
theme = "care"
minutes = 5
said = "A message."
opening = ["It begins."]
closing = ["It ends."]

[[steps]]
id = "say"
kind = "write"
message = true
title = "Say"
ask = "What would you write?"
"""


@pytest.fixture
def talk(empty: Path, tmp_path: Path) -> Path:
    """A diary into which a practice was taken that ends with a message."""
    file = tmp_path / "talk.toml"
    file.write_text(MESSAGE, encoding="utf-8")
    assert practice(empty, "import", str(file)).code == 0
    return empty


def said(path: Path) -> object:
    """Return the message that was kept with the last run."""
    return read(path).runs.all()[-1].answers.get("say")


def test_a_message_is_read_before_it_goes_on_in_the_words_of_the_screen(talk: Path) -> None:
    words = message_check_words()
    done = practice(talk, "run", "talk", text="Please write. You never do, please.\n.\n\n")
    assert done.code == 0
    lines = done.out.splitlines()
    at = lines.index(practice_words().message.title)
    assert lines[at + 1 : at + 5] == [
        f"{words.kinds['pressure']}: “Please”, “please”",
        words.rules.pressure.why,
        f"{words.kinds['blame']}: “You never”",
        words.rules.blame.why,
    ]
    assert said(talk) == "Please write. You never do, please."


def test_a_message_is_written_anew_until_nothing_stands_out(talk: Path) -> None:
    done = practice(talk, "run", "talk", text="Please.\n.\nPlease?\n.\nA good wish.\nFrom me.\n.\n")
    assert done.code == 0
    assert done.out.count(WORDS.message) == 2
    assert practice_words().message.nothing in done.out
    assert said(talk) == "A good wish.\nFrom me."


def test_where_the_pipe_ends_at_a_message_it_is_kept_as_it_is(talk: Path) -> None:
    assert practice(talk, "run", "talk", text="Please.\n.\n").code == 0
    assert said(talk) == "Please."


def test_a_message_that_is_broken_off_while_it_is_written_anew_is_there_both_times(talk: Path) -> None:
    assert practice(talk, "run", "talk", text="Please.\n.\nA good\n").code == 1
    assert said(talk) == "Please.\n\nA good"
    assert practice(talk, "run", "talk", text="\n-\n\n").code == 0
    assert said(talk) is None


def test_it_ends_with_what_came_of_it(every: Path) -> None:
    done = practice(every, "run", "every-kind", text=LINES)
    made = "one line goes to your reasons, one goal goes to your board, one thing goes to your mementos"
    rest = "one person joins your circle, the letter goes to your letters"
    until = "the day you are waiting for is noted"
    assert done.out.splitlines()[-2] == WORDS.made.format(made=f"{made}, {rest} and {until}")
    again = practice(every, "run", "face-it", text="\n" * 12)
    assert WORDS.made.partition("{")[0] not in again.out


def test_what_is_not_there_is_said_also_while_the_diary_is_open(every: Path) -> None:
    unknown = practice_words().own.unknown
    with closing(Diary.open(every, PASSPHRASE)):
        for arguments in (("run", "nothing"), ("export", "nothing", "-"), ("trash", "nothing")):
            answer = practice(every, *arguments)
            assert (answer.code, unknown in answer.err) == (2, True)
        assert practice(every, "run", "every-kind").code == 5
        assert practice(every, "trash", "face-it").code == 1
        assert practice(every, "restore", "every-kind").code == 2

"""A practice in plain lines: in a pipe, with a dumb terminal, left and gone on with; files in and out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

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
    answer = practice(empty, "run", "reconnect-2-me-first")
    assert answer.code == 1
    assert "heartwork practice run reconnect-1-why" in answer.out


def test_a_dumb_terminal_is_enough(every: Path) -> None:
    options = ("--file", every, "--passphrase-command", printing(PASSPHRASE), "every-kind")
    done = fresh("practice", "run", *options, text=b"\n" * 3, environ={"TERM": "dumb", "COLUMNS": "20"})
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert "step 4 of 14 · So" in done.stdout.decode()


def test_ones_own_comes_back_out_as_it_went_in(every: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "every-kind.toml"
    assert practice(every, "export", "every-kind", str(out)).code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    before = read(every).practising.own.all()
    again = practice(every, "import", str(out))
    assert WORDS.replaced.format(title="Every kind", id="every-kind") in again.err
    assert read(every).practising.own.all() == before
    refused = practice(every, "export", "every-kind", str(out))
    assert (refused.code, WORDS.exists in refused.err) == (2, True)
    assert practice(every, "export", "--mine", str(tmp_path / "mine")).code == 0
    assert (tmp_path / "mine" / "every-kind.toml").read_text() == out.read_text()
    assert practice(every, "export", "face-it", "-").out.startswith('title = "Face it"')


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("mine.toml", EVERY_KIND + "colour = 1\n", "unknown key colour"),
        ("mine.toml", EVERY_KIND.replace('kind = "read"', 'kind = "sing"'), "steps[0]: kind"),
        ("mine.toml", "title = ", "mine.toml"),
        ("My own.toml", EVERY_KIND, "a name of small letters"),
        ("mine.toml", "\udcff", "no text in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_and_nothing_is_taken_in(
    empty: Path, tmp_path: Path, name: str, text: str, why: str
) -> None:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    answer = practice(empty, "import", str(file))
    assert answer.code == 2
    assert why in answer.err
    assert read(empty).practising.own.all() == {}


def test_one_with_the_name_of_one_that_ships_stands_beside_it(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "face-it.toml"
    file.write_text(EVERY_KIND, encoding="utf-8")
    assert practice(empty, "import", str(file)).out == "own-face-it\n"
    known = read(empty).practising.practices()
    assert (known["face-it"].title, known["own-face-it"].title) == ("Face it", "Every kind")


@pytest.mark.parametrize("arguments", [("run", "nothing"), ("export", "nothing", "-"), ("export", "face-it")])
def test_what_is_not_there_is_said(empty: Path, arguments: tuple[str, ...]) -> None:
    answer = practice(empty, *arguments)
    assert answer.code == 2
    assert answer.err

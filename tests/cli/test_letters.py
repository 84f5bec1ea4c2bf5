"""Letters from a shell: sealed words stay sealed whatever is asked, and open when they may."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary import Diary
from heartwork.model.draft import Draft
from tests.cli.shell import PASSPHRASE, opened, printing
from tests.cli.terminal import everything, on_a_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CANARY = "the swallows under the bridge"
TITLE = "For the summer"
DAY = timedelta(days=1)


@pytest.fixture
def letter(empty: Path) -> tuple[Path, str]:
    """A diary with a letter in it, not sealed yet, that has an earlier text."""
    key = opened(
        empty, "letter", "new", "--to", "M.", "--title", TITLE, text=f"Dear M., {CANARY}"
    ).out.strip()
    opened(empty, "edit", key, text=f"Dear M., again {CANARY} #{CANARY.split()[1]}")
    return empty, key


def records(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(opened(path, "letter", "list", "--json").out)
    return rows


def changed(path: Path, change: Callable[[Diary, datetime], object], ago: timedelta = DAY * 0) -> None:
    """Change a diary as if it were some time ago."""
    diary, now = Diary.open(path, PASSPHRASE), datetime.now(UTC) - ago
    diary.turn_to(now)
    change(diary, now)
    diary.close()


def come(path: Path, key: str) -> None:
    """Seal a letter so that its day has come."""
    changed(path, lambda diary, now: diary.letters.seal(key, now.date() + DAY, now=now), 3 * DAY)


def test_a_new_letter_is_kept_with_whom_it_is_to(empty: Path) -> None:
    answer = opened(empty, "letter", "new", "--to", " M.\n", text="\nDear M.\n")
    assert (answer.code, answer.err) == (0, "")
    (record,) = records(empty)
    assert record["id"] == answer.out.strip()
    assert (record["kind"], record["title"], record["body"]) == ("letter", "Letter to M.", "Dear M.")
    assert record["letter"]["to"] == "M."
    assert record["letter"]["state"] == "draft"
    opened(empty, "letter", "new", text="Dear you")
    assert records(empty)[0]["title"] == "Letter to myself"
    assert opened(empty, "letter", "new", text=" ").code == 2


def test_a_list_says_how_each_letter_stands(letter: tuple[Path, str]) -> None:
    path, key = letter
    assert f"To M.  {TITLE}" in opened(path, "letter", "list").out
    assert opened(path, "letter", "seal", key[:18], "--until", "2999-01-01").code == 0
    assert f"To M.  {TITLE}  sealed until 2999-01-01" in opened(path, "letter", "list").out
    opened(path, "trash", key)
    assert opened(path, "letter", "list").err.startswith("There are no letters yet.")


@pytest.mark.parametrize("due", [False, True])
def test_no_command_shows_the_words_of_a_letter_that_was_not_opened(
    letter: tuple[Path, str],
    due: bool,  # noqa: FBT001 - a table
) -> None:
    path, key = letter
    if due:
        come(path, key)
    else:
        opened(path, "letter", "seal", key, "--until", "in 2 weeks")
    lists = ((), ("--json",), ("--find", "kind:letter"), ("--find", CANARY), ("--trash",))
    said = [opened(path, "list", *options) for options in lists]
    said += [opened(path, "show", key), opened(path, "show", key, "--json")]
    said += [opened(path, "letter", "list"), opened(path, "letter", "list", "--json")]
    said += [opened(path, "tags"), opened(path, "edit", key, text="other words")]
    if not due:
        said += [opened(path, "letter", "reread", key), opened(path, "letter", "reread", key, "--early")]
        assert TITLE not in opened(path, "list", "--find", CANARY).out
    opened(path, "trash", key)
    said += [opened(path, "list", "--trash", "--json"), opened(path, "show", key)]
    for answer in said:
        assert CANARY not in answer.out + answer.err
    assert TITLE in said[0].out
    assert "#swallows" not in said[0].out or not due
    assert ("may be opened" if due else "sealed until") in said[0].out


def test_a_sealed_letter_stays_closed_for_longer_and_not_for_less(letter: tuple[Path, str]) -> None:
    path, key = letter
    assert opened(path, "letter", "seal", key, "--until", "2999-01-01").code == 0
    answer = opened(path, "letter", "seal", key, "--until", "in 2 days")
    assert answer.code == 2
    assert "already sealed until 2999-01-01" in answer.err
    assert opened(path, "letter", "seal", key, "--until", "2999-01-02").code == 0
    assert records(path)[0]["sealed"] == "2999-01-02"


@pytest.mark.parametrize("day", ["today", "yesterday", "2026-01-01"])
def test_a_letter_is_sealed_until_a_day_to_come(letter: tuple[Path, str], day: str) -> None:
    path, key = letter
    answer = opened(path, "letter", "seal", key, "--until", day)
    assert answer.code == 2
    assert "has already come" in answer.err
    assert records(path)[0]["sealed"] is None


def test_what_was_written_last_and_not_kept_is_never_sealed_away(letter: tuple[Path, str]) -> None:
    path, key = letter
    draft = Draft("entries", key, {"body": "more"})
    changed(path, lambda diary, now: diary.keep_draft(draft, now=now))
    answer = opened(path, "letter", "seal", key, "--until", "in 2 days")
    assert answer.code == 1
    assert "never kept" in answer.err


def test_a_letter_is_reread_when_its_day_has_come(letter: tuple[Path, str]) -> None:
    path, key = letter
    come(path, key)
    answer = opened(path, "letter", "reread", key)
    assert (answer.code, answer.err) == (0, "")
    assert "To M." in answer.out
    assert CANARY in answer.out
    assert records(path)[0]["letter"]["state"] == "reread"
    assert CANARY in opened(path, "show", key).out
    changed(path, lambda diary, now: diary.letters.answer(key, "I did see them.", now=now))
    before = path.read_bytes()
    assert opened(path, "letter", "reread", key).out.endswith("Your answer:\n\nI did see them.\n")
    assert path.read_bytes() == before


def test_a_letter_that_was_never_sealed_can_be_read(letter: tuple[Path, str]) -> None:
    path, key = letter
    before = path.read_bytes()
    assert CANARY in opened(path, "letter", "reread", key).out
    assert path.read_bytes() == before


def test_before_its_day_a_letter_says_when_it_opens(letter: tuple[Path, str]) -> None:
    path, key = letter
    opened(path, "letter", "seal", key, "--until", "2999-01-01")
    answer = opened(path, "letter", "reread", key)
    assert (answer.code, answer.out) == (1, "")
    assert "sealed until 2999-01-01" in answer.err
    assert "--early" in answer.err


def test_a_letter_opens_early_once_and_after_a_days_wait(letter: tuple[Path, str]) -> None:
    path, key = letter
    changed(path, lambda diary, now: diary.letters.seal(key, now.date() + 400 * DAY, now=now), 2 * DAY)
    changed(path, lambda diary, now: diary.letters.ask_early(key, now=now), 1.5 * DAY)
    answer = opened(path, "letter", "reread", key)
    assert (answer.code, answer.out) == (1, "")
    assert "the wait is over" in answer.err
    answer = opened(path, "letter", "reread", key, "--early")
    assert (answer.code, answer.err) == (0, "")
    assert CANARY in answer.out
    opened(path, "letter", "seal", key, "--until", "2999-01-01")
    answer = opened(path, "letter", "reread", key, "--early")
    assert (answer.code, answer.out) == (1, "")
    assert "opened early once before" in answer.err


def test_asking_to_open_early_says_from_when_on_and_asking_again_wins_nothing(
    letter: tuple[Path, str],
) -> None:
    path, key = letter
    opened(path, "letter", "seal", key, "--until", "in 3 weeks")
    answer = opened(path, "letter", "reread", key, "--early")
    assert (answer.code, answer.out) == (0, "")
    assert "You can open it from" in answer.err
    for again in ((), ("--early",)):
        waiting = opened(path, "letter", "reread", key, *again)
        assert (waiting.code, waiting.out) == (1, "")
        assert "you can from" in waiting.err
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    asked = diary.letters.of(key).asked
    assert asked is not None
    assert datetime.now(UTC) - asked < timedelta(minutes=5)


def test_a_burned_letter_is_gone_from_the_file(letter: tuple[Path, str]) -> None:
    path, key = letter
    come(path, key)
    answer = opened(path, "letter", "burn", key, "--yes")
    assert (answer.code, answer.out) == (0, "")
    assert "Older copies of the file" in answer.err
    assert records(path)[0]["letter"]["state"] == "burned"
    for name, *more in (("letter", "reread", key), ("show", key), ("list", "--json")):
        answer = opened(path, name, *more)
        assert CANARY not in answer.out + answer.err
    assert "its words are gone" in opened(path, "show", key).out.casefold()
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    assert (diary.entry(key).body, diary.entry(key).versions) == ("", ())
    for name, *more in (("letter", "burn", key, "--yes"), ("letter", "reread", key), ("edit", key)):
        answer = opened(path, name, *more, text="other words")
        assert (answer.code, answer.out) == (1, "")
        assert "is burned" in answer.err
    assert opened(path, "letter", "seal", key, "--until", "tomorrow").code == 1


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is POSIX")
@pytest.mark.parametrize(("said", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_burning_asks_once(letter: tuple[Path, str], said: str, code: int) -> None:
    path, key = letter
    command = ("--file", path, "--passphrase-command", printing(PASSPHRASE))
    child = on_a_terminal("letter", "burn", key, *command)
    child.expect("y/n")
    assert TITLE in child.before
    assert "Older copies" in child.before
    child.sendline(said)
    everything(child)
    assert child.exitstatus == code
    assert records(path)[0]["letter"]["state"] == ("burned" if code == 0 else "draft")


@pytest.mark.parametrize("command", [("seal", "--until", "tomorrow"), ("reread",), ("burn", "--yes")])
def test_what_is_no_letter_is_left_alone(written: Path, command: tuple[str, ...]) -> None:
    key = json.loads(opened(written, "list", "--json").out)[0]["id"]
    before = written.read_bytes()
    name, *options = command
    answer = opened(written, "letter", name, key, *options)
    assert (answer.code, answer.out) == (1, "")
    assert "is not a letter" in answer.err
    assert "no entry with the id" in opened(written, "letter", name, "nothing", *options).err
    opened(written, "trash", key)
    assert opened(written, "letter", name, key, *options).code == 1
    assert len(written.read_bytes()) > len(before)


def test_a_letter_in_the_trash_or_away_is_out_of_sight(letter: tuple[Path, str]) -> None:
    path, key = letter
    opened(path, "trash", key)
    assert "in the trash" in opened(path, "letter", "reread", key).err
    opened(path, "restore", key)
    changed(path, lambda diary, now: diary.put_away([key], now=now))
    assert records(path) == []

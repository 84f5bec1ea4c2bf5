"""A diary is made once, and never over anything."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from heartwork.cli import asking
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from tests.cli.shell import COST, HOUSE, PASSPHRASE, heartwork, opened, printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.shell import Answer


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Callable[..., Diary] = Diary.create

    def cheaply(path: Path, passphrase: str, **_: object) -> Diary:
        return made(path, passphrase, cost=COST)

    monkeypatch.setattr(Diary, "create", staticmethod(cheaply))


def words_in(answer: Answer) -> str:
    return " ".join(re.findall(r"^ +\d+  ([a-z]+)$", answer.out, re.MULTILINE))


def test_with_a_command_nothing_is_asked_and_the_words_are_the_answer(path: Path) -> None:
    answer = opened(path, "init")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 12
    assert str(path) in answer.err
    assert "paper" in answer.err
    Diary.open_with_recovery(path, words_in(answer)).close()
    assert opened(path, "list").code == 0


def test_file_and_folder_are_private(path: Path) -> None:
    opened(path, "init")
    if sys.platform == "win32":
        pytest.skip("modes are POSIX")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_recovery_there_are_no_words(path: Path) -> None:
    answer = opened(path, "init", "--no-recovery")
    assert (answer.code, answer.out) == (0, "")
    assert "only key" in answer.err
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    assert not diary.has_recovery
    assert diary.settings.recovery == "declined"


@pytest.mark.parametrize("content", [b"", b"something", None])
def test_what_stands_there_is_left_as_it_is(path: Path, content: bytes | None) -> None:
    path.parent.mkdir()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    answer = opened(path, "init")
    assert answer.code == 1
    assert "already something at this place" in answer.err
    assert content is None or path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_second_init_leaves_the_first_diary_alone(written: Path) -> None:
    before = written.read_bytes()
    assert opened(written, "init").code == 1
    assert written.read_bytes() == before


def test_a_link_to_nowhere_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path.with_name("elsewhere"))
    assert opened(path, "init").code == 1
    assert not path.exists()


def test_what_comes_between_the_look_and_the_making_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: object) -> str:
        path.parent.mkdir()
        path.write_bytes(b"another program was here")
        return PASSPHRASE

    monkeypatch.setattr(asking, "new_passphrase", slow)
    assert opened(path, "init").code == 1
    assert path.read_bytes() == b"another program was here"


def test_where_no_folder_can_be_made_it_ends_with_7(path: Path) -> None:
    path.parent.write_text("a file in the place of the folder", encoding="utf-8")
    answer = opened(path, "init")
    assert answer.code == 7
    assert "could not be saved" in answer.err
    assert answer.out == ""


def test_a_command_that_prints_too_little_makes_nothing(path: Path) -> None:
    answer = heartwork("init", "--file", path, "--passphrase-command", printing("seven77"))
    assert answer.code == 1
    assert "8 characters" in answer.err
    assert "seven77" not in answer.err
    assert not path.parent.exists()


def test_a_guessable_passphrase_of_a_command_is_warned_of_and_respected(path: Path) -> None:
    answer = heartwork("init", "--file", path, "--passphrase-command", printing("password1"))
    assert answer.code == 0
    assert "might guess" in answer.err
    assert "might guess" not in opened(path.with_name("other"), "init").err


def test_words_that_cannot_be_made_are_said_and_the_diary_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Diary) -> str:
        raise VaultUnwritable("the disk did not take it")

    monkeypatch.setattr(Diary, "renew_recovery", refused)
    answer = opened(path, "init")
    assert answer.code == 7
    assert answer.out == ""
    assert opened(path, "list").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
def test_words_that_cannot_be_shown_are_said(path: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "heartwork",
                "init",
                "--file",
                path,
                "--passphrase-command",
                printing(PASSPHRASE),
            ],
            cwd=HOUSE,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "could not be shown" in done.stderr
    assert "Exception ignored" not in done.stderr
    diary = Diary.open(path, PASSPHRASE, read_only=True)
    assert diary.settings.recovery == "open"

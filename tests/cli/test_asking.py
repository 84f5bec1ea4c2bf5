"""The passphrase is typed unseen, or printed by a program; it is nowhere else."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from heartwork.cli.asking import printed_by
from heartwork.cli.troubles import Unable
from heartwork.diary import Diary
from tests.cli.shell import HOUSE, PASSPHRASE, fresh, heartwork, opened, printing, python
from tests.cli.terminal import everything, on_a_terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is POSIX")

NEW = "a quite different passphrase 🫂"
WEAK = "password1"


def test_what_is_typed_is_not_shown(written: Path) -> None:
    child = on_a_terminal("list", "--file", written)
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    said = everything(child)
    assert child.exitstatus == 0
    assert "the first page" in said
    assert PASSPHRASE not in said


def test_it_is_asked_on_the_terminal_while_a_text_comes_by_a_pipe(empty: Path) -> None:
    line = f"echo 'a piped text' | {sys.executable} -m heartwork add --file '{empty}'"
    child = pexpect.spawn("/bin/sh", ["-c", line], cwd=str(HOUSE), timeout=30, encoding="utf-8")
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    said = everything(child)
    assert child.exitstatus == 0
    assert re.fullmatch(r"[0-9a-f-]{36}", said.strip().splitlines()[-1])
    assert "a piped text" in opened(empty, "list").out


def test_a_typed_passphrase_that_is_wrong_ends_with_3(empty: Path) -> None:
    for wrong in ("something else", ""):
        child = on_a_terminal("list", "--file", empty)
        child.expect("Passphrase: ")
        child.sendline(wrong)
        said = everything(child)
        assert child.exitstatus == 3
        assert "not the passphrase" in said


def test_nothing_typed_ends_with_1(empty: Path) -> None:
    child = on_a_terminal("list", "--file", empty)
    child.expect("Passphrase: ")
    child.sendeof()
    assert "No passphrase was typed" in everything(child)
    assert child.exitstatus == 1


def test_ctrl_c_ends_with_1_and_gives_the_terminal_back(empty: Path) -> None:
    child = on_a_terminal("list", "--file", empty)
    child.expect("Passphrase: ")
    child.sendintr()
    said = everything(child)
    assert child.exitstatus == 1
    assert "Traceback" not in said
    assert "stopped" not in said


def test_a_line_too_long_for_a_terminal_is_refused(empty: Path) -> None:
    child = on_a_terminal("list", "--file", empty)
    child.expect("Passphrase: ")
    for _ in range(50):
        child.send("x" * 100)
    child.sendline("")
    assert "could be read" in everything(child)
    assert child.exitstatus == 1


def test_a_new_diary_asks_twice_and_shows_its_words_once(path: Path) -> None:
    child = on_a_terminal("init", "--file", path)
    child.expect("A new passphrase: ")
    child.sendline("short")
    child.expect("8 characters or more")
    child.expect("A new passphrase: ")
    child.sendline(NEW)
    child.expect("the same: ")
    child.sendline(NEW + ".")
    child.expect("not the same yet")
    child.expect("A new passphrase: ")
    child.sendline(NEW)
    child.expect("the same: ")
    child.sendline(NEW)
    said = everything(child)
    assert child.exitstatus == 0
    assert NEW not in said
    words = re.findall(r"^ +(\d+)  ([a-z]+)\r$", said, re.MULTILINE)
    assert [int(place) for place, _ in words] == list(range(1, 13))
    diary = Diary.open_with_recovery(path, " ".join(word for _, word in words))
    assert diary.settings.recovery == "given"
    diary.close()
    assert heartwork("list", "--file", path, "--passphrase-command", printing(NEW)).code == 0


def test_a_guessable_passphrase_is_warned_of_and_then_respected(path: Path) -> None:
    child = on_a_terminal("init", "--no-recovery", "--file", path)
    for answer in ("n", "y"):
        child.expect("A new passphrase: ")
        child.sendline(WEAK)
        child.expect("the same: ")
        child.sendline(WEAK)
        child.expect("might guess")
        child.expect(r"\[y/n\] ")
        child.sendline(answer)
    said = everything(child)
    assert child.exitstatus == 0
    assert "only key" in said
    diary = Diary.open(path, WEAK)
    assert not diary.has_recovery
    assert diary.settings.recovery == "declined"
    diary.close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(written: Path) -> None:
    child = on_a_terminal("passphrase", "--file", written)
    child.expect("present passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect("A new passphrase: ")
    child.sendline(NEW)
    child.expect("the same: ")
    child.sendline(NEW)
    said = everything(child)
    assert child.exitstatus == 0
    words = re.findall(r"^ +\d+  ([a-z]+)\r$", said, re.MULTILINE)
    assert len(words) == 12
    assert NEW not in said
    assert PASSPHRASE not in said
    assert opened(written, "list").code == 3
    assert heartwork("list", "--file", written, "--passphrase-command", printing(NEW)).out.count("\n") == 2
    diary = Diary.open_with_recovery(written, " ".join(words))
    diary.close()


def test_with_a_command_only_the_new_passphrase_is_asked(written: Path) -> None:
    child = on_a_terminal(
        "passphrase", "--no-recovery", "--file", written, "--passphrase-command", printing(PASSPHRASE)
    )
    child.expect("A new passphrase: ")
    child.sendline(NEW)
    child.expect("the same: ")
    child.sendline(NEW)
    said = everything(child)
    assert "still gives the old one" in said
    assert not re.search(r"^ +1  [a-z]+", said, re.MULTILINE)
    assert heartwork("list", "--file", written, "--passphrase-command", printing(NEW)).code == 0


def test_an_old_passphrase_that_is_wrong_changes_nothing(written: Path) -> None:
    before = written.read_bytes()
    child = on_a_terminal("passphrase", "--file", written)
    child.expect("present passphrase: ")
    child.sendline("something else")
    assert "A new passphrase" not in everything(child)
    assert child.exitstatus == 3
    assert written.read_bytes() == before


@pytest.mark.parametrize("command", ["list", "verify", "passphrase", "init"])
def test_without_a_terminal_and_a_command_it_says_so(command: str, written: Path) -> None:
    path = written.with_name("another") if command == "init" else written
    done = fresh(command, "--file", path, text=f"{PASSPHRASE}\n{PASSPHRASE}\n".encode())
    assert done.returncode == 1
    assert b"no terminal" in done.stderr
    assert b"--passphrase-command" in done.stderr
    assert not written.with_name("another").exists()


@pytest.mark.parametrize(
    ("printed", "passphrase"),
    [
        ("one line", "one line"),
        (" spaces kept ", " spaces kept "),
        ("first\nsecond", "first"),
        ("windows\r", "windows"),
        ("ünïcödé 🫂", "ünïcödé 🫂"),
        ("$HOME `id` ~", "$HOME `id` ~"),
    ],
)
def test_the_first_line_that_is_printed_is_the_passphrase(printed: str, passphrase: str) -> None:
    assert printed_by(printing(printed)) == passphrase


def test_there_is_no_shell() -> None:
    assert printed_by(f"{sys.executable} -c 'import sys; print(sys.argv[1])' '$HOME;ls|x'") == "$HOME;ls|x"


def test_only_standard_output_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    assert printed_by(python("import sys; print('said', file=sys.stderr); print('meant')")) == "meant"
    assert capfd.readouterr().err == "said\n"


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        (python("print('a secret'); raise SystemExit(3)"), "code 3", 1),
        (python("pass"), "empty", 1),
        (python("print(); print('a secret')"), "empty", 1),
        (python("import sys; sys.stdout.buffer.write(b'caf\\xe9')"), "not text", 1),
        ("/nowhere/at-all --key 'a secret'", "/nowhere/at-all", 1),
        ("'a secret", "quotes", 2),
        ("  ", "quotes", 2),
    ],
)
def test_a_command_that_gives_no_passphrase_is_said(command: str, said: str, code: int) -> None:
    with pytest.raises(Unable) as told:
        printed_by(command)
    assert said in told.value.trouble.text
    assert "a secret" not in told.value.trouble.text
    assert told.value.trouble.exit == code


def test_the_command_does_not_read_what_is_piped_in(empty: Path) -> None:
    greedy = python(f"import sys; print({PASSPHRASE!r} if sys.stdin.read() == '' else 'what was piped in')")
    assert fresh("list", "--file", empty, "--passphrase-command", greedy, text=b"lines").returncode == 0
    done = fresh("add", "--file", empty, "--passphrase-command", greedy, text=b"a text for the diary")
    assert done.returncode == 0
    assert "a text for the diary" in opened(empty, "list").out


@pytest.mark.parametrize("option", ["--passphrase", "--password"])
def test_there_is_no_option_for_a_passphrase_itself(option: str, empty: Path) -> None:
    assert heartwork("list", "--file", empty, option, PASSPHRASE).code == 2
    done = fresh("list", "--file", empty, environ={"HEARTWORK_PASSPHRASE": PASSPHRASE})
    assert done.returncode == 1

"""A text that is typed is typed once: what could keep the diary closed comes up before it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pexpect
import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import VaultInUse
from tests.cli.shell import PASSPHRASE, opened, printing
from tests.cli.terminal import everything, on_a_terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is POSIX")


def test_a_text_can_be_typed(empty: Path) -> None:
    child = on_a_terminal("add", "--file", empty, "--passphrase-command", printing(PASSPHRASE))
    child.expect(r"ctrl\+d")
    child.sendline("a line")
    child.sendline("and another")
    child.sendeof()
    everything(child)
    assert child.exitstatus == 0
    assert '"body": "a line\\nand another"' in opened(empty, "list", "--json").out


def test_another_text_can_be_typed_once_the_entry_is_found(written: Path) -> None:
    command = ("--file", written, "--passphrase-command", printing(PASSPHRASE))
    assert "no entry with the id" in everything(on_a_terminal("edit", "nothing", *command))
    key = json.loads(opened(written, "list", "--json").out)[0]["id"]
    child = on_a_terminal("edit", key, *command)
    child.expect("earlier version")
    child.expect(r"ctrl\+d")
    child.sendline("a newer page")
    child.sendeof()
    assert key in everything(child)
    assert child.exitstatus == 0
    assert '"body": "a newer page"' in opened(written, "list", "--json").out


def test_before_a_text_is_typed_the_diary_is_open(empty: Path) -> None:
    child = on_a_terminal("add", "--file", empty)
    child.expect("Passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect(r"ctrl\+d")
    with pytest.raises(VaultInUse):
        Diary.open(empty, PASSPHRASE)
    child.sendline("a page")
    child.sendeof()
    everything(child)
    assert child.exitstatus == 0
    assert '"body": "a page"' in opened(empty, "list", "--json").out


def test_a_wrong_passphrase_ends_with_3_before_a_text_is_typed(empty: Path) -> None:
    child = on_a_terminal("add", "-", "--file", empty)
    child.expect("Passphrase: ")
    child.sendline("something else")
    assert "ctrl+d" not in everything(child)
    assert child.exitstatus == 3


def test_a_diary_in_use_ends_with_5_before_a_text_is_typed(empty: Path) -> None:
    diary = Diary.open(empty, PASSPHRASE)
    child = on_a_terminal("add", "--file", empty, "--passphrase-command", printing(PASSPHRASE))
    assert "ctrl+d" not in everything(child)
    assert child.exitstatus == 5
    diary.close()


@pytest.mark.parametrize("stop", ["sendeof", "sendintr"])
def test_a_text_that_is_not_typed_after_all_changes_nothing(empty: Path, stop: str) -> None:
    before = empty.read_bytes()
    child = on_a_terminal("add", "--file", empty, "--passphrase-command", printing(PASSPHRASE))
    child.expect(r"ctrl\+d")
    # An interrupt that comes a moment before the reading begins is only seen with the next one.
    for _ in range(3):
        getattr(child, stop)()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
            break
    everything(child)
    assert child.exitstatus == (2 if stop == "sendeof" else 1)
    assert empty.read_bytes() == before
    Diary.open(empty, PASSPHRASE).close()

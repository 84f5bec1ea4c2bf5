"""Every way in which a diary cannot be opened has its own words and its own exit code."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.vault import SCHEMA, Vault
from heartwork.vault.files import FILES
from tests.cli import files
from tests.cli.shell import COST, PASSPHRASE, fresh, heartwork, opened, printing, python

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ID = "01a201cb-b79e"
READERS = [("list",), ("list", "--json"), ("show", ID), ("tags",), ("letter", "list"), ("verify",)]
CHANGERS = [
    ("trash", ID),
    ("restore", ID),
    ("letter", "seal", ID, "--until", "tomorrow"),
    ("letter", "reread", ID),
]
WRITERS = [("add", "a text"), ("passphrase",), *CHANGERS]
posix = pytest.mark.skipif(os.name == "nt", reason="pipes and links are POSIX")


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file of a folder, with its bytes and its last change."""
    files_there = (each for each in folder.rglob("*") if each.is_file())
    return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in files_there}


@pytest.mark.parametrize(
    ("put", "code", "said"),
    [
        (files.missing, 6, "no diary here yet"),
        (files.something_else, 4, "not a heartwork diary"),
        (files.nothing_inside, 4, "not a heartwork diary"),
        (files.a_folder, 4, "not a heartwork diary"),
        pytest.param(files.a_pipe, 4, "not a heartwork diary", marks=posix),
        pytest.param(files.a_link_to_nowhere, 6, "no diary here yet", marks=posix),
        (files.hostile, 4, "more memory or time"),
        (files.newer, 8, "newer heartwork"),
        (files.damaged, 4, "damaged"),
        (files.without_header, 4, "damaged"),
    ],
)
@pytest.mark.parametrize("command", [*READERS, *WRITERS])
def test_what_stands_there_decides_the_code(
    put: Callable[[Path], None], code: int, said: str, command: tuple[str, ...], path: Path
) -> None:
    path.parent.mkdir()
    put(path)
    before = snapshot(path.parent)
    answer = opened(path, *command)
    assert answer.code == code
    assert said in (answer.out + answer.err).casefold() or said in answer.err
    assert str(path) in answer.err or command == ("verify",)
    after = snapshot(path.parent)
    after.pop(f"{path.name}.lock", None)
    before.pop(f"{path.name}.lock", None)
    assert after == before


@pytest.mark.parametrize("put", [files.missing, files.something_else, files.hostile, files.newer])
def test_where_no_passphrase_helps_none_is_asked_for(
    put: Callable[[Path], None], path: Path, tmp_path: Path
) -> None:
    path.parent.mkdir()
    put(path)
    asked = tmp_path / "asked"
    command = python(f"open({str(asked)!r}, 'w'); print('x')")
    assert heartwork("list", "--file", path, "--passphrase-command", command).code in (4, 6, 8)
    assert not asked.exists()


@pytest.mark.parametrize("command", [*READERS, *WRITERS])
def test_a_wrong_passphrase_ends_with_3(command: tuple[str, ...], empty: Path) -> None:
    for wrong in ("another invented passphrase", PASSPHRASE.strip(), PASSPHRASE.upper()):
        answer = heartwork(*command, "--file", empty, "--passphrase-command", printing(wrong))
        assert answer.code == 3
        assert "not the passphrase" in answer.err
        assert wrong.strip() not in answer.err


@pytest.mark.parametrize("command", WRITERS)
def test_a_diary_in_use_ends_with_5_and_is_left_alone(command: tuple[str, ...], written: Path) -> None:
    with_the_app = Diary.open(written, PASSPHRASE)
    before = written.read_bytes()
    answer = opened(written, *command)
    assert answer.code == 5
    assert "already open" in answer.err
    assert written.read_bytes() == before
    with_the_app.close()


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("list", "--json"),
        ("list", "--find", "is:away"),
        ("tags",),
        ("letter", "list"),
        ("verify",),
        ("where", "--all"),
    ],
)
def test_a_reader_works_beside_the_app_and_writes_nothing(
    command: tuple[str, ...], written: Path, own_home: Path
) -> None:
    with_the_app = Diary.open(written, PASSPHRASE)
    before = snapshot(written.parent), snapshot(own_home)
    unlocked = () if command[0] == "where" else ("--passphrase-command", printing(PASSPHRASE))
    assert heartwork(*command, "--file", written, *unlocked).code == 0
    assert (snapshot(written.parent), snapshot(own_home)) == before
    with_the_app.close()


def test_a_reader_leaves_no_lock_behind(written: Path) -> None:
    lock = written.with_name(f"{written.name}.lock")
    lock.unlink()
    assert opened(written, "list").code == 0
    assert not lock.exists()


def test_a_save_that_cannot_be_made_ends_with_7(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FILES, "write", full)
    answer = opened(written, "add", "a very private line")
    assert answer.code == 7
    assert "the disk is full" in answer.err
    assert "not in the diary" in answer.err
    assert "private" not in answer.err + answer.out
    monkeypatch.undo()
    assert "private" not in opened(written, "list").out


def test_a_newer_diary_is_read_and_not_written(path: Path) -> None:
    vault, _ = Vault.create(path, PASSPHRASE, recovery=False, cost=COST, schema=SCHEMA + 1)
    vault.close()
    read = opened(path, "list")
    assert read.code == 0
    assert "newer heartwork" in read.err
    before = path.read_bytes()
    answer = opened(path, "add", "a text")
    assert answer.code == 8
    assert "newer heartwork" in answer.err
    assert path.read_bytes() == before
    said = opened(path, "verify")
    assert said.code == 0
    assert "newer heartwork" in said.out


def test_a_torn_diary_is_read_in_silence_and_written_with_a_word(written: Path) -> None:
    files.torn(written)
    read = opened(written, "list")
    assert (read.code, read.err) == (0, "")
    assert read.out.count("\n") == 2
    answer = opened(written, "add", "after the cut")
    assert answer.code == 0
    assert "interrupted" in answer.err
    assert len(list(written.parent.glob("*.damaged-*"))) == 1
    assert opened(written, "list").out.count("\n") == 3


def test_a_bad_tail_is_said_to_a_reader_too(written: Path) -> None:
    files.flipped(written, written.stat().st_size - 5)
    answer = opened(written, "list")
    assert answer.code == 0
    assert "could not be read" in answer.err
    assert answer.out.count("\n") == 2


def test_an_older_copy_is_noticed(written: Path) -> None:
    older = written.read_bytes()
    assert opened(written, "add", "one more").code == 0
    written.write_bytes(older)
    answer = opened(written, "list")
    assert answer.code == 0
    assert "older copy" in answer.err


def test_the_options_stand_before_a_command_or_after_it(written: Path, tmp_path: Path) -> None:
    unlock = ("--passphrase-command", printing(PASSPHRASE))
    wrong = ("--passphrase-command", printing("something else"))
    after = heartwork("list", "--file", written, *unlock)
    assert heartwork("--file", written, *unlock, "list") == after
    assert heartwork("--file", written, "list", *unlock) == after
    assert heartwork("--file", tmp_path / "none", *wrong, "list", "--file", written, *unlock) == after
    assert after.code == 0


def test_the_environment_names_diary_and_command(
    written: Path, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setenv("HEARTWORK_FILE", str(written))
    monkeypatch.setenv("HEARTWORK_PASSPHRASE_COMMAND", printing(PASSPHRASE))
    assert heartwork("list").out.count("\n") == 2
    assert heartwork("list", "--file", written.with_name("other")).code == 6
    assert heartwork("list", "--passphrase-command", printing("something else")).code == 3


@posix
def test_a_linked_diary_stays_a_link(written: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.heartwork"
    link.symlink_to(written)
    assert opened(link, "add", "through the link").code == 0
    assert link.is_symlink()
    assert "through the link" in opened(written, "list").out
    lock = heartwork("where", "--file", link).out.splitlines()[1]
    assert str(written) in lock


@posix
def test_a_diary_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "my 🫂\ndia\x1b[31mry.heartwork"
    Diary.create(path, PASSPHRASE, cost=COST).close()
    assert opened(path, "add", "a text").code == 0
    said = heartwork("where", "--file", path).out.splitlines()
    assert "my 🫂\\ndia\\x1b[31mry.heartwork" in said[0]
    assert len(said) == 4
    assert "\x1b" not in opened(path, "init").err


@posix
def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.heartwork")
    done = fresh("where", "--file", name)
    assert done.returncode == 0
    assert b"caf\\udce9.heartwork" in done.stdout
    assert fresh("list", "--file", name).returncode == 6


def test_in_a_folder_that_is_gone_a_relative_path_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    if os.name == "nt":
        pytest.skip("Windows keeps the current folder")
    gone.rmdir()
    assert heartwork("list", "--file", "diary").code == 6
    monkeypatch.chdir(tmp_path)

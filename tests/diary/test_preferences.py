"""Preferences are read with patience, written in one step, and never lose what a person put there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.preferences import (
    Preferences,
    PreferencesUnkept,
    keep_preferences,
    preferences_path,
    read_preferences,
)
from heartwork.model.settings import UnfitSetting
from heartwork.vault.files import FILES

if TYPE_CHECKING:
    from pathlib import Path

needs_posix = pytest.mark.skipif(os.name == "nt", reason="modes and pipes are POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "heartwork" / "preferences.toml"


@pytest.fixture
def written(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    return path


def test_no_file_gives_the_usual_ones_and_makes_none(path: Path) -> None:
    assert read_preferences(path) == Preferences("heartwork-dark", motion=False)
    assert not path.parent.exists()


def test_what_is_kept_is_read_again(path: Path, tmp_path: Path) -> None:
    diary = tmp_path / "my 🫂\ndiary.heartwork"
    changes = {"theme": "nord", "motion": True, "keys": {"journal.find": "slash,f3"}, "last_path": diary}
    kept = keep_preferences(changes, path)
    assert kept == Preferences("nord", motion=True, keys={"journal.find": "slash,f3"}, last_path=diary)
    assert read_preferences(path) == kept


@needs_posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_file_and_folder_are_private_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        keep_preferences({"motion": True}, path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_comments_unknown_keys_and_wrong_values_survive_a_change(written: Path) -> None:
    written.write_text(
        '# mine\ntheme = "purple"  # later\nweather = "rain"\n\n[keys]\n# find\n"journal.find" = "f3"\n',
        encoding="utf-8",
    )
    kept = keep_preferences({"motion": True, "keys": {"journal.find": "f3", "app.lock": "f9"}}, written)
    text = written.read_text(encoding="utf-8")
    for part in ("# mine", 'theme = "purple"  # later', 'weather = "rain"', "# find", '"app.lock" = "f9"'):
        assert part in text
    assert kept.motion
    assert kept.keys == {"journal.find": "f3", "app.lock": "f9"}
    assert keep_preferences({"keys": {}}, written).keys == {}


def test_what_does_not_fit_is_a_notice_each_and_the_file_stays(written: Path) -> None:
    text = 'theme = 3\nmotion = "perhaps"\nweather = 1\nlast_path = "not/absolute"\nkeys = ["a"]\n'
    written.write_text(text, encoding="utf-8")
    found = read_preferences(written)
    assert (found.theme, found.motion, found.keys, found.last_path) == ("heartwork-dark", False, {}, None)
    assert len(found.notices) == 5
    assert any("weather" in notice and "left as it is" in notice for notice in found.notices)
    assert written.read_text(encoding="utf-8") == text


def test_a_notice_carries_nothing_a_terminal_would_obey(written: Path) -> None:
    written.write_text('"\\u001b]52;c;QUJD\\u0007\\nx" = 1\n', encoding="utf-8")
    (notice,) = read_preferences(written).notices
    assert "\x1b" not in notice
    assert "52;c" not in notice
    assert "\n" not in notice


@pytest.mark.parametrize(
    "data", [b"theme = ", b"\xff\xfe", b"a = " + b"[" * 50_000, b"#" * 300_000, b"a = " + b"9" * 5000]
)
def test_a_file_that_is_not_toml_is_left_alone(written: Path, data: bytes) -> None:
    written.write_bytes(data)
    assert len(read_preferences(written).notices) == 1
    if b"99" not in data:
        with pytest.raises(PreferencesUnkept):
            keep_preferences({"motion": True}, written)
        assert written.read_bytes() == data


@needs_posix
def test_a_pipe_or_a_folder_in_its_place_holds_nothing_up(written: Path) -> None:
    os.mkfifo(written)
    assert read_preferences(written).notices
    with pytest.raises(PreferencesUnkept):
        keep_preferences({"motion": True}, written)
    written.unlink()
    written.mkdir()
    assert read_preferences(written).notices
    with pytest.raises(PreferencesUnkept):
        keep_preferences({"motion": True}, written)


@needs_posix
def test_a_linked_file_stays_a_link(written: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("motion = false\n", encoding="utf-8")
    written.symlink_to(real)
    keep_preferences({"motion": True}, written)
    assert written.is_symlink()
    assert real.read_text(encoding="utf-8") == "motion = true\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("motion", 7),
        ("keys", {"journal.find": "a b"}),
        ("keys", {"journal.find": 3}),
        ("keys", {"<script>": "a"}),
        ("keys", "f3"),
        ("last_path", "here"),
        ("last_path", "/a\0b"),
        ("last_path", "/a\udcff"),
        ("last_path", 3),
    ],
)
def test_a_value_that_does_not_fit_is_not_written(path: Path, name: str, value: object) -> None:
    with pytest.raises(UnfitSetting):
        keep_preferences({name: value}, path)
    assert not path.exists()


@pytest.mark.parametrize("name", ["title", "auto_lock", "recovery"])
def test_only_preferences_can_be_written_there(path: Path, name: str) -> None:
    with pytest.raises(KeyError):
        keep_preferences({name: "a word of the diary"}, path)
    assert not path.exists()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_write_that_does_not_reach_the_disk_leaves_the_old_file(
    written: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    written.write_text("motion = false\n", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(FILES, call, full)
        with pytest.raises(PreferencesUnkept, match="the disk is full"):
            keep_preferences({"motion": True}, written)
    assert [p.name for p in written.parent.iterdir()] == [written.name]
    assert written.read_text(encoding="utf-8") == "motion = false\n"
    assert keep_preferences({"motion": True}, written).motion


def test_a_leftover_of_a_killed_write_is_in_nobodys_way(written: Path) -> None:
    leftover = written.with_name(f".{written.name}.new")
    leftover.write_text("half", encoding="utf-8")
    assert keep_preferences({"motion": True}, written).motion
    assert not leftover.exists()


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}\.[a-z]{1,8}", fullmatch=True), st.sampled_from(["f3", "ctrl+n,n"])
    )
)
def test_any_key_map_comes_back_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, keys: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("keys") / "preferences.toml"
    assert keep_preferences({"keys": keys}, path).keys == keys


def test_the_usual_place_is_in_the_config_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_path().parts[-2:] == ("heartwork", "preferences.toml")
    if sys.platform == "linux":
        assert preferences_path().is_relative_to(tmp_path)


def test_importing_preferences_imports_neither_platformdirs_nor_tomlkit() -> None:
    late = "{'platformdirs', 'tomlkit'}"
    code = f"import sys, heartwork.diary.preferences; sys.exit(bool({late} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

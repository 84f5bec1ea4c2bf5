"""What stands at the path and is no diary that opens: what happened, what is safe, what to do next."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from heartwork.content import trouble
from heartwork.content.words import door
from heartwork.screens.door import DoorScreen
from heartwork.screens.first_visit import FirstVisitScreen
from heartwork.screens.support import SupportScreen
from heartwork.screens.trouble import TroubleScreen
from tests.screens.stage import NARROW, at_door, diary_at, enters, held, names, shown, until

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parent.parent / "vectors"
VECTOR_PASSPHRASE = "a test vector"


def vector(name: str, folder: Path) -> Path:
    return Path(shutil.copy(VECTORS / f"{name}.heartwork", folder / "diary.heartwork"))


def text_file(path: Path) -> None:
    path.write_text("Dear diary, this is plain text.\n" * 40)


AT_THE_PATH: dict[str, Callable[[Path], object]] = {
    "a text": text_file,
    "an empty file": lambda path: path.write_bytes(b""),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/null"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are of Unix")
@pytest.mark.parametrize("what", AT_THE_PATH)
async def test_what_is_no_diary_is_told_and_left_as_it_is(what: str, tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    AT_THE_PATH[what](path)
    before = _kind_of(path)
    async with at_door(path, size=NARROW) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert trouble("NotAVault", path=path).what in shown(pilot)
        assert trouble("NotAVault").safe in shown(pilot)
    assert _kind_of(path) == before
    assert names(tmp_path) == ["diary.heartwork"]


async def test_a_link_that_leads_nowhere_is_no_first_visit(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    path.symlink_to(tmp_path / "unplugged" / "diary.heartwork")
    async with at_door(path) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert "the file or its folder is no longer there" in shown(pilot)
        assert "There is no diary here yet" not in shown(pilot)
    assert path.is_symlink()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("newer-version", "NewerVault"),
        ("newer-flag", "NewerVault"),
        ("hostile-memory", "HostileVault"),
        ("hostile-passes", "HostileVault"),
        ("hostile-lanes", "HostileVault"),
        ("header-damaged", "HeaderDamaged"),
    ],
)
async def test_what_no_passphrase_would_open_is_told_before_one_is_asked(
    name: str, kind: str, tmp_path: Path
) -> None:
    path = vector(name, tmp_path)
    async with at_door(path, size=NARROW) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        told = trouble(kind, path=path)
        for line in (told.what, told.safe, told.next):
            assert line in shown(pilot)


@pytest.mark.parametrize("name", ["hostile-depth", "hostile-nan", "hostile-list-document"])
async def test_hostile_contents_are_told_at_the_door_after_the_passphrase(name: str, tmp_path: Path) -> None:
    async with at_door(vector(name, tmp_path)) as pilot:
        await enters(pilot, VECTOR_PASSPHRASE)
        await until(pilot, lambda: trouble("HostileVault").safe in shown(pilot))
        assert isinstance(pilot.app.screen, DoorScreen)


async def test_a_damaged_diary_can_be_looked_through_and_nothing_is_written(tmp_path: Path) -> None:
    path = vector("damaged-part", tmp_path)
    before = held(path)
    async with at_door(path, size=NARROW) as pilot:
        await enters(pilot, VECTOR_PASSPHRASE)
        await until(pilot, lambda: isinstance(pilot.app.screen, TroubleScreen))
        assert trouble("DamagedVault", path=path).safe.split(".")[0] in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.current_mode == "today")
        assert door().screen.read_only in shown(pilot)
        await pilot.press("n", "2", "d", "s", "n", "u")
        await pilot.pause()
    assert held(path) == before
    assert names(tmp_path) == ["diary.heartwork"]


async def test_a_damaged_diary_can_be_put_in_order_and_the_damaged_file_is_kept(tmp_path: Path) -> None:
    path = vector("damaged-part", tmp_path)
    before = held(path)
    async with at_door(path, size=NARROW) as pilot:
        await enters(pilot, VECTOR_PASSPHRASE)
        await until(pilot, lambda: isinstance(pilot.app.screen, TroubleScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.current_mode == "today")
        assert not pilot.app.diary.read_only
        assert door().screen.read_only not in shown(pilot)
    kept = [tmp_path / name for name in names(tmp_path) if "damaged" in name]
    assert [held(each) for each in kept] == [before]


@pytest.mark.parametrize(("name", "said"), [("torn-half-body", "The last save was interrupted")])
async def test_a_torn_diary_opens_and_says_so(name: str, said: str, tmp_path: Path) -> None:
    async with at_door(vector(name, tmp_path)) as pilot:
        await enters(pilot, VECTOR_PASSPHRASE)
        await until(pilot, lambda: pilot.app.current_mode == "today")
        await until(pilot, lambda: said in shown(pilot))


async def test_a_diary_whose_end_was_written_over_opens_and_says_so(tmp_path: Path) -> None:
    async with at_door(vector("bad-tail-body", tmp_path)) as pilot:
        await enters(pilot, VECTOR_PASSPHRASE)
        await until(pilot, lambda: pilot.app.current_mode == "today")
        await until(pilot, lambda: trouble("BadTail").what in shown(pilot))


async def test_trying_again_finds_what_was_put_right_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    text_file(path)
    async with at_door(path) as pilot:
        path.unlink()
        diary_at(path, "rain")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DoorScreen))


async def test_leaving_is_one_of_the_ways(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    text_file(path)
    async with at_door(path) as pilot:
        assert pilot.app.screen.query_one(OptionList).option_count == 2
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app._exit)


async def test_the_support_page_opens_from_a_trouble_too(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    text_file(path)
    async with at_door(path) as pilot:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TroubleScreen))


async def test_a_diary_that_is_not_where_it_was_is_no_first_visit(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork", "rain")
    path.rename(tmp_path / "elsewhere")
    async with at_door(path, size=NARROW) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert trouble("VaultGone", path=path).safe in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstVisitScreen))


def _kind_of(path: Path) -> tuple[int, int, int]:
    """Return what stands there; times aside, for others read devices too."""
    status = os.lstat(path)
    return status.st_mode, status.st_ino, status.st_size

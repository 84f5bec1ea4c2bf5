"""Locking, quitting and being away: sealed first, asked where something is not saved, offered words once."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from heartwork.content.words import door, editor
from heartwork.diary import Diary
from heartwork.model.place import Place
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import AskLine, Question
from heartwork.screens.recovery_words import RecoveryWordsScreen
from heartwork.screens.writing import WritingScreen
from heartwork.threshold import Leaving
from heartwork.vault.files import FILES
from tests.screens.stage import (
    COST,
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    at_door,
    bodies,
    diary_at,
    draft_bodies,
    editing,
    enters,
    inside,
    pastes,
    read,
    shown,
    types,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain", "second wind")


class Disk:
    """A disk that can be told to refuse every write."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.full = False
        for name in ("write", "fsync"):
            patch.setattr(FILES, name, self._refusing(getattr(FILES, name)))

    def _refusing(self, call: Any) -> Any:
        def refused(*arguments: Any) -> Any:
            if self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments)

        return refused


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr("heartwork.model.pace.LONGEST", 1.5)  # seconds between two tries
    return Disk(monkeypatch)


def left(pilot: Pilot[Any]) -> Any:
    return pilot.app._return_value if pilot.app._exit else None


async def at_question(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause()


# --- locking and quitting -------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "leaving"), [("ctrl+q", Leaving.QUIT), ("ctrl+l", Leaving.LOCK)])
async def test_leaving_in_mid_word_seals_the_draft_and_comes_back_to_it(
    key: str, leaving: Leaving, path: Path
) -> None:
    async with inside(path) as pilot:
        await pilot.press("down")
        await editing(pilot)
        await pastes(pilot, "one\ntwo")
        await pilot.press("left", key)
        await until(pilot, lambda: left(pilot) is leaving)
    assert draft_bodies(path) == ["one\ntwo"]
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.pause()
        assert writing(pilot).area.text == "one\ntwo"
        assert writing(pilot).area.place == (1, 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0] == "one\ntwo"


async def test_a_lock_comes_back_to_the_entry_under_the_cursor(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("down")
        key = pilot.app.screen.place
        await pilot.press("ctrl+l")
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)
    async with inside(path) as pilot:
        assert pilot.app.screen.place == key


async def test_a_lock_works_in_dialogs_too(path: Path) -> None:
    for opens in ("comma", "question_mark"):
        async with inside(path) as pilot:
            await pilot.press(opens)
            await pilot.pause()
            await pilot.press("ctrl+l")
            await until(pilot, lambda: left(pilot) is Leaving.LOCK)


async def test_a_lock_while_a_draft_is_offered_leaves_it_to_be_offered_again(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        pilot.app.seal()
    async with inside(path) as pilot:
        await at_question(pilot)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)
    assert draft_bodies(path) == ["snow"]


# --- being away ------------------------------------------------------------------------------------------

AWAY = {
    "five minutes by both clocks": {"awake": 300},
    "the wall's clock alone, with the steady one frozen": {"asleep": 300},
    "eight hours on": {"asleep": 8 * 3600},
    "awake while the wall's clock went back three hours": {"awake": 300, "wall": -3 * 3600},
}


@pytest.mark.parametrize("how", AWAY)
async def test_nobody_there_locks_and_the_draft_is_sealed(how: str, path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        clocks.pass_by(**AWAY[how])
        await until(pilot, lambda: left(pilot) is Leaving.LOCK, seconds=4)
    assert draft_bodies(path) == ["snow"]


@pytest.mark.parametrize("how", [{"awake": 290}, {"awake": 10, "wall": -3 * 3600}])
async def test_somebody_there_is_not_locked_out(how: dict[str, float], path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        clocks.pass_by(**how)
        await pilot.pause(1.3)
        assert left(pilot) is None
        await pilot.press("down")
        clocks.pass_by(awake=290)
        await pilot.pause(1.3)
        assert left(pilot) is None


async def test_a_key_that_comes_too_late_locks_and_is_not_typed(path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        clocks.pass_by(asleep=3600)
        await pilot.press("x")
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)
    assert draft_bodies(path) == ["snow"]


async def test_a_paste_that_comes_too_late_is_not_typed_either(path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        clocks.pass_by(asleep=3600)
        await pilot.app.on_event(Paste("somebody else"))
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)
    assert draft_bodies(path) == ["snow"]


async def test_never_is_never(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.set("auto_lock", "never", now=NOON)
    diary.close()
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        clocks.pass_by(awake=86_400)
        await pilot.press("down")
        await pilot.pause(1.3)
        assert left(pilot) is None


async def test_being_away_at_the_door_ends_nothing(path: Path) -> None:
    clocks = Clocks()
    async with at_door(path, clocks) as pilot:
        clocks.pass_by(awake=86_400)
        await pilot.press("x")
        await pilot.pause(1.3)
        assert left(pilot) is None


# --- a disk that refuses -----------------------------------------------------------------------------------


async def test_a_full_disk_keeps_the_text_says_why_and_tries_again(path: Path, disk: Disk) -> None:
    async with inside(path, size=NARROW) as pilot:
        await editing(pilot)
        disk.full = True
        await types(pilot, "snow")
        said = editor().not_saved.format(why="the disk is full")
        await until(pilot, lambda: str(writing(pilot).mark.visual) == said)
        await types(pilot, "y")
        assert writing(pilot).area.text == "snowy"
        disk.full = False
        await until(pilot, lambda: draft_bodies(path) == ["snowy"], seconds=7)
        await until(pilot, lambda: str(writing(pilot).mark.visual) == editor().saved)


async def test_without_another_key_it_is_tried_again(path: Path, disk: Disk) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        await until(pilot, lambda: "not saved" in str(writing(pilot).mark.visual))
        disk.full = False
        await until(pilot, lambda: draft_bodies(path) == ["snow"], seconds=6)


async def test_escape_on_a_full_disk_stays_on_the_page(path: Path, disk: Disk) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        await pilot.press("escape", "ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, WritingScreen)
        assert writing(pilot).area.text == "snow"
        assert "the disk is full" in shown(pilot)
        disk.full = False
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0] == "snow"


async def test_quitting_on_a_full_disk_asks_and_a_copy_elsewhere_holds_the_text(
    path: Path, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with inside(path, size=NARROW) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow [/oops]")
        await pilot.press("ctrl+q")
        await at_question(pilot)
        assert editor().leave.title in shown(pilot)
        assert "the disk is full" in shown(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.press("ctrl+q")
        await at_question(pilot)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.pause()
        disk.full = False  # the other disk has room
        monkeypatch.setattr(WritingScreen, "seal", lambda _: False)  # and this one still has none
        await pilot.press("end", "ctrl+u")
        await enters(pilot, str(tmp_path / "elsewhere" / "copy.heartwork"))
        await until(
            pilot, lambda: "copy.heartwork" in shown(pilot) and isinstance(pilot.app.screen, Question)
        )
        await pilot.press("1")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    copy = tmp_path / "elsewhere" / "copy.heartwork"
    assert draft_bodies(copy) == ["snow [/oops]"]
    assert bodies(copy) == ["second wind", "first rain"]
    assert draft_bodies(path) == []


async def test_a_copy_to_a_place_that_is_taken_is_told_and_asked_again(path: Path, disk: Disk) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        await pilot.press("ctrl+q")
        await at_question(pilot)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.pause()
        await pilot.press("end", "ctrl+u")
        await enters(pilot, str(path))
        await at_question(pilot)
        assert left(pilot) is None
        disk.full = False
        await pilot.press("1")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    assert draft_bodies(path) == ["snow"]


async def test_leaving_all_the_same_leaves(path: Path, disk: Disk) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        await pilot.press("ctrl+q")
        await at_question(pilot)
        await pilot.press("3")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    disk.full = False
    assert bodies(path) == ["second wind", "first rain"]


async def test_away_on_a_full_disk_keeps_the_words_and_the_keyboard_answers_on_return(
    path: Path, disk: Disk
) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        clocks.pass_by(awake=400)
        await pilot.pause(1.3)
        assert left(pilot) is None
        for _ in range(2):
            await pilot.press("ctrl+q")
        await at_question(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.press("y")
        await until(pilot, lambda: writing(pilot).area.text == "snowy")


async def test_away_on_a_full_disk_locks_once_there_is_room(path: Path, disk: Disk) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await editing(pilot)
        disk.full = True
        await pastes(pilot, "snow")
        clocks.pass_by(awake=400)
        await pilot.pause(1.3)
        disk.full = False
        await until(pilot, lambda: left(pilot) is Leaving.LOCK, seconds=6)
    assert draft_bodies(path) == ["snow"]


async def test_trash_star_and_settings_on_a_full_disk_change_nothing_and_say_so(
    path: Path, disk: Disk
) -> None:
    async with inside(path) as pilot:
        disk.full = True
        for key in ("d", "s"):
            await pilot.press(key)
            await until(pilot, lambda: "the disk is full" in shown(pilot))
            pilot.app.clear_notifications()
        await pilot.press("comma", "enter")
        await until(pilot, lambda: "the disk is full" in shown(pilot))
        assert pilot.app.theme == "heartwork-dark"
        disk.full = False
    assert bodies(path) == ["second wind", "first rain"]


# --- recovery words ------------------------------------------------------------------------------------


@pytest.fixture
def undecided(tmp_path: Path) -> Path:
    path = tmp_path / "new.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.close()
    return path


async def written(pilot: Pilot[Any], text: str = "snow") -> None:
    await editing(pilot)
    await pastes(pilot, text)
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))


async def offered(pilot: Pilot[Any], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsScreen))
    await pilot.pause()


async def test_nothing_is_offered_while_nothing_is_written(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await pilot.press("ctrl+q")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)


async def test_the_words_are_offered_shown_asked_back_and_open_the_diary(undecided: Path) -> None:
    async with inside(undecided, size=NARROW) as pilot:
        await written(pilot)
        await offered(pilot, "ctrl+q")
        dialog = pilot.app.screen
        await pilot.press("enter")
        await until(pilot, lambda: dialog.has_class("-showing"))
        await pilot.pause()
        words = [word for word in str(dialog.shown.visual).split() if word.isalpha()]
        assert len(words) == 12
        await pilot.press("enter")
        await until(pilot, lambda: dialog.has_class("-asking"))
        await pilot.pause()
        assert not any(word in shown(pilot).split() for word in set(words) - set(shown_of_the_house(dialog)))
        for _ in range(2):
            place = dialog._asked[0]
            await enters(pilot, words[place])
            await pilot.pause()
        await until(pilot, lambda: left(pilot) is not None)
    assert read(undecided).settings.recovery == "given"
    Diary.open_with_recovery(undecided, " ".join(words)).close()


def shown_of_the_house(dialog: RecoveryWordsScreen) -> list[str]:
    """Return the dialog's own words, some of which may be in the list of words too."""
    return f"{door().recovery.title} {door().recovery.asking} {dialog.field.placeholder}".split()


async def test_a_wrong_word_is_told_and_escape_shows_them_once_more(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await written(pilot)
        await offered(pilot, "ctrl+q")
        dialog = pilot.app.screen
        await pilot.press("enter")
        await until(pilot, lambda: dialog.has_class("-showing"))
        await pilot.press("enter")
        await until(pilot, lambda: dialog.has_class("-asking"))
        await pilot.pause()
        place = dialog._asked[0] + 1
        await enters(pilot, "notaword")
        await until(pilot, lambda: door().recovery.differs.format(place=place) in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: dialog.has_class("-showing"))


async def test_declining_warns_once_and_leaves(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await written(pilot)
        await offered(pilot, "ctrl+q")
        await pilot.press("down", "enter")
        await until(pilot, lambda: door().recovery.declining[0] in shown(pilot))
        await pilot.press("down", "enter")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    assert read(undecided).settings.recovery == "declined"
    async with inside(undecided) as pilot:
        assert door().recovery.later not in shown(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)


async def test_later_leaves_and_waits_as_one_line(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await written(pilot)
        await offered(pilot, "ctrl+q")
        await pilot.press("escape")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    async with inside(undecided, size=NARROW) as pilot:
        await until(pilot, lambda: door().recovery.later in shown(pilot))


async def test_the_words_are_offered_for_a_draft_too(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        await offered(pilot, "ctrl+q")
        await pilot.press("escape")
        await until(pilot, lambda: left(pilot) is Leaving.QUIT)
    assert draft_bodies(undecided) == ["snow"]


async def test_the_idle_lock_asks_nothing(undecided: Path) -> None:
    clocks = Clocks()
    async with inside(undecided, clocks) as pilot:
        await written(pilot)
        clocks.pass_by(awake=400)
        await until(pilot, lambda: left(pilot) is Leaving.LOCK, seconds=4)


async def test_the_place_kept_by_a_lock_is_no_draft_of_the_person(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("down", "ctrl+l")
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)
    assert Place.among(read(path).drafts()).entry is not None
    async with inside(path) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalScreen)


async def test_the_lock_key_locks_without_any_question(undecided: Path) -> None:
    async with inside(undecided) as pilot:
        await written(pilot, "rain")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: left(pilot) is Leaving.LOCK)

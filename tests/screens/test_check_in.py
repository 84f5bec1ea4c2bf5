"""Checking in: a few keys from any room, every part open to be left out, and nothing chosen is lost."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import Static

from heartwork.app import HeartworkApp
from heartwork.content import QUADRANTS, Feeling, feelings_in, quadrant_for
from heartwork.content.check_in_words import check_in
from heartwork.content.words import door, editor
from heartwork.diary import Diary
from heartwork.model.entry import Away, Entry, Kind
from heartwork.screens.check_in import CheckInScreen
from heartwork.screens.help import HelpScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import Question
from heartwork.screens.today import TodayScreen
from heartwork.screens.writing import WritingScreen
from heartwork.threshold import Leaving
from heartwork.vault.files import FILES
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    again,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    inside,
    pastes,
    read,
    shown,
    types,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

SMALL = (60, 20)
TODAY = NOON.date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain")


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Make the disk refuse every write, or take them again."""
    full = [False]
    monkeypatch.setattr("heartwork.screens.check_in._AGAIN", 0.3)
    for name in ("write", "fsync"):
        call = getattr(FILES, name)

        def refused(*arguments: Any, call: Any = call) -> Any:
            if full[0]:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments)

        monkeypatch.setattr(FILES, name, refused)
    return lambda now: full.__setitem__(0, now)


def kept(path: Path) -> list[Entry]:
    """Return the check-ins of a diary, the newest first."""
    return [entry for entry in read(path).entries() if entry.kind is Kind.CHECK_IN]


async def asked(pilot: Pilot[Any]) -> CheckInScreen:
    """Press `m`, and return the dialog once it is ready."""
    await pilot.press("m")
    await until(pilot, lambda: isinstance(pilot.app.screen, CheckInScreen))
    await pilot.pause()
    dialog = pilot.app.screen
    assert isinstance(dialog, CheckInScreen)
    return dialog


async def closed(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: not isinstance(pilot.app.screen, CheckInScreen))
    await pilot.pause()


async def test_a_bare_check_in_takes_six_keys(path: Path) -> None:
    async with inside(path) as pilot:
        keys = ["m", "2", "enter", "enter", "enter", "enter"]
        await pilot.press(*keys)
        await closed(pilot)
        assert len(keys) == 6
        assert "Today: low (2), from one check-in" in shown(pilot)
        assert isinstance(pilot.app.screen, JournalScreen)
        assert "check-in" in drawn(pilot)
    (entry,) = kept(path)
    assert (entry.mood, entry.feelings, entry.ache, entry.body) == (2, (), None, "")
    assert (entry.at, entry.day, entry.title) == (NOON, TODAY, "")


async def test_every_part_is_kept(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        await asked(pilot)
        await pilot.press("1", "enter", "2", "4", "enter", "1", "0", "enter")
        await types(pilot, "saw the [café]")
        await pilot.press("enter")
        await closed(pilot)
    (entry,) = kept(path)
    words = [feeling.word for feeling in feelings_in(quadrant_for(1))]
    assert (entry.mood, entry.ache, entry.body) == (1, 10, "saw the [café]")
    assert entry.feelings == (words[1], words[3])


async def test_where_nothing_is_chosen_nothing_is_kept_or_said(path: Path) -> None:
    async with inside(path) as pilot:
        for keys in (("enter",) * 4, ("escape",), ("tab", "escape"), ("2", "0", "escape")):
            await asked(pilot)
            await pilot.press(*keys)
            await closed(pilot)
        assert check_in().kept.bare not in shown(pilot)
    assert kept(path) == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("2",), (2, (), None, "")),
        (("enter", "1"), (None, ("sad",), None, "")),
        (("enter", "enter", "0"), (None, (), 0, "")),
        (("enter", "enter", "enter", "h", "i"), (None, (), None, "hi")),
        (("4", "tab", "tab", "3", "tab", "o", "k"), (4, (), 3, "ok")),
    ],
)
@pytest.mark.parametrize("leave", ["escape", "ctrl+s"])
async def test_leaving_keeps_what_is_chosen(
    keys: tuple[str, ...], said: tuple[object, ...], leave: str, path: Path
) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press(*keys, leave)
        await closed(pilot)
        assert "Kept." in shown(pilot)
    (entry,) = kept(path)
    assert (entry.mood, entry.feelings, entry.ache, entry.body) == said


async def test_keys_that_come_faster_than_the_page_are_all_there(path: Path) -> None:
    async with inside(path) as pilot:
        for key in ("m", "2", "enter", "1", "enter", "enter", "h", "i", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await until(pilot, lambda: kept(path))
        await closed(pilot)
    (entry,) = kept(path)
    assert (entry.mood, entry.feelings, entry.body) == (2, ("sad",), "hi")


# --- what is offered ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mood", [1, 2, 3, 4, 5])
async def test_the_words_that_fit_the_mood_come_first_and_the_page_says_which_they_are(
    mood: int, path: Path
) -> None:
    async with inside(path, size=SMALL) as pilot:
        await asked(pilot)
        await pilot.press(str(mood), "enter")
        first = [feeling.word for feeling in feelings_in(quadrant_for(mood))[:9]]
        assert all(word in drawn(pilot) for word in first)
        assert check_in().quadrant.of(quadrant_for(mood)) in drawn(pilot)
        names = set()
        for _ in range(8):
            names |= {corner for corner in QUADRANTS if check_in().quadrant.of(corner) in drawn(pilot)}
            await pilot.press("greater_than_sign")
        assert names == set(QUADRANTS)
        assert all(word in drawn(pilot) for word in first)  # once around


async def test_a_word_of_ones_own_stays_where_it_was_typed_and_is_offered_from_then_on(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("4", "enter", "greater_than_sign", "greater_than_sign")  # good and lively
        await pilot.press(*"fizzy", "enter", "escape")
        await closed(pilot)
        assert kept(path)[0].feelings == ("fizzy",)
        assert read(path).own.words() == (Feeling("fizzy", pleasant=True, energy="high"),)
        await asked(pilot)
        await pilot.press("5", "enter", "greater_than_sign")
        assert "fizzy" in drawn(pilot)
        assert check_in().quadrant.pleasant_high in drawn(pilot)


async def test_a_word_that_was_taken_back_is_not_remembered(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("enter", *"fizzy", "enter", *"fizz", "enter", "1", "escape")
        await closed(pilot)
    assert kept(path)[0].feelings == ("sad",)
    assert read(path).own.words() == ()


async def test_escape_in_a_search_goes_back_to_the_words_and_only_then_leaves(path: Path) -> None:
    async with inside(path) as pilot:
        dialog = await asked(pilot)
        await pilot.press("2", "enter", *"zz", "escape")
        assert pilot.app.screen is dialog
        assert dialog.picker.searched == ""
        await pilot.press("escape")
        await closed(pilot)
    assert kept(path)[0].feelings == ()


async def test_moods_go_by_the_words_that_were_given_them(path: Path) -> None:
    async with inside(path) as pilot:
        pilot.app.diary.set("mood_2", "grey [/b]", now=NOON)
        await asked(pilot)
        assert "2 ▂ grey [/b]" in drawn(pilot)
        await pilot.press("2", "escape")
        await closed(pilot)
        assert "Today: grey [/b] (2)" in shown(pilot)


async def test_plain_signs_need_nothing_but_ascii(path: Path) -> None:
    async with inside(path) as pilot:
        pilot.app.diary.set("ascii_only", True, now=NOON)
        dialog = await asked(pilot)
        await pilot.press("2", "enter", "1")
        for part in (dialog.mood, dialog.picker, dialog.ache):
            lines = [part.render_line(y).text for y in range(part.size.height)]
            assert "".join(lines).isascii()
        assert "2 . low" in drawn(pilot)


# --- how the day is -----------------------------------------------------------------------------------------


async def test_the_day_is_the_middle_of_its_check_ins_and_says_so(path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        for mood, told in (
            ("2", "low (2), from one check-in"),
            ("5", "steady (3.5), the middle of 2 check-ins"),
            ("3", "steady (3), the middle of 3 check-ins"),
        ):
            clocks.pass_by(awake=60)
            await asked(pilot)
            await pilot.press(mood, "escape")
            await closed(pilot)
            assert told in shown(pilot)
    assert [entry.mood for entry in kept(path)] == [3, 5, 2]


async def test_what_was_put_away_counts_and_what_is_in_the_trash_does_not(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    away = Entry(NOON, "UTC", TODAY, Kind.CHECK_IN, mood=5, away=Away(NOON))
    diary.keep(away, now=NOON)
    gone = diary.keep(again(away, mood=1, away=None), now=NOON)
    diary.trash(gone.ids, now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("4", "escape")
        await closed(pilot)
        assert "light (4.5), the middle of 2 check-ins" in shown(pilot)


async def test_without_a_mood_no_day_is_told(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("tab", "tab", "7", "escape")
        await closed(pilot)
        assert "Today" not in shown(pilot)
    assert kept(path)[0].ache == 7


async def test_a_night_still_belongs_to_the_day_before(path: Path) -> None:
    async with inside(path, Clocks(NOON + timedelta(hours=14))) as pilot:
        await asked(pilot)
        await pilot.press("2", "escape")
        await closed(pilot)
    assert kept(path)[0].day == TODAY


# --- letting go ---------------------------------------------------------------------------------------------


async def test_a_check_in_can_be_let_go_without_a_question(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("2", "enter", "1", "ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        assert "Kept" not in shown(pilot)
    assert kept(path) == []


async def test_a_line_that_was_typed_is_asked_about_once(path: Path) -> None:
    async with inside(path) as pilot:
        dialog = await asked(pilot)
        await pilot.press("2", "tab", "tab", "tab", *"hi", "ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is dialog)
        assert dialog.line.value == "hi"
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.pause()
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert kept(path) == []


async def test_what_a_lock_has_sealed_can_be_let_go_too(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("2")
        assert pilot.app.seal()
        assert [entry.mood for entry in kept(path)] == [2]
        await pilot.press("3")
        assert pilot.app.seal()
        assert [entry.mood for entry in kept(path)] == [3]
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert [entry for entry in kept(path) if entry.trashed is None] == []


async def test_undo_takes_a_check_in_back_at_once(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("m", "2", "enter", *"fizzy", "enter", "escape")
        await closed(pilot)
        await pilot.press("u")
        await until(pilot, lambda: not [entry for entry in kept(path) if entry.trashed is None])
        assert isinstance(pilot.app.screen, JournalScreen)


# --- leaving and refusing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "leaving"), [("ctrl+q", Leaving.QUIT), ("ctrl+l", Leaving.LOCK)])
async def test_leaving_the_app_in_the_middle_keeps_what_is_chosen(
    key: str, leaving: Leaving, path: Path
) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("2", "enter", "1", "enter", "6", "enter", *"hi", key)
        await until(pilot, lambda: pilot.app._exit and pilot.app._return_value is leaving)
    (entry,) = kept(path)
    assert (entry.mood, entry.feelings, entry.ache, entry.body) == (2, ("sad",), 6, "hi")
    assert read(path).drafts() == [] or {draft.table for draft in read(path).drafts()} != {"entries"}


async def test_nobody_there_locks_and_keeps_what_is_chosen(path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await asked(pilot)
        await pilot.press("1")
        clocks.pass_by(awake=301)
        await until(pilot, lambda: pilot.app._exit)
    assert [entry.mood for entry in kept(path)] == [1]


async def test_a_full_disk_keeps_the_line_in_its_field_says_why_and_tries_again(
    path: Path, fill: Callable[[bool], None]
) -> None:
    async with inside(path, size=NARROW) as pilot:
        dialog = await asked(pilot)
        await pilot.press("2", "enter", "enter", "enter", *"hi")
        fill(True)
        await pilot.press("enter")
        await until(pilot, lambda: "the disk is full" in shown(pilot))
        await pilot.press("escape", "y")
        assert pilot.app.screen is dialog
        assert (dialog.line.value, dialog.mood.value) == ("hiy", 2)
        assert dialog.trouble == "the disk is full"
        fill(False)
        await until(pilot, lambda: [entry.body for entry in kept(path)] == ["hiy"])
        await until(pilot, lambda: check_in().kept.bare in shown(pilot))
        assert pilot.app.screen is dialog
        await pilot.press("escape")
        await closed(pilot)
    assert [entry.body for entry in kept(path)] == ["hiy"]


async def test_quitting_on_a_full_disk_asks_and_the_copy_has_what_was_chosen(
    path: Path, fill: Callable[[bool], None], tmp_path: Path
) -> None:
    async with inside(path) as pilot:
        dialog = await asked(pilot)
        await pilot.press("2", "enter", "enter", "6", "enter", *"hi")
        fill(True)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert "the disk is full" in shown(pilot)
        assert editor().leave.title in shown(pilot)
        assert dialog.draft is not None
        fill(False)
        copy = tmp_path / "copy.heartwork"
        pilot.app.diary.save_copy(copy, [dialog.draft], now=NOON)
        assert draft_bodies(copy) == ["hi"]
        (draft,) = read(copy).drafts()
        assert (draft.fields["kind"], draft.fields["mood"], draft.fields["ache"]) == ("check-in", 2, 6)
        await pilot.press("3")
        await until(pilot, lambda: pilot.app._exit)


async def test_a_diary_for_reading_alone_says_so(path: Path) -> None:
    app = HeartworkApp(None, demo=Diary.open(path, PASSPHRASE, read_only=True), clock=lambda: NOON)
    async with app.run_test(notifications=True) as pilot:
        await until(pilot, lambda: app.inside)
        await pilot.pause()
        await pilot.press("m")
        await until(pilot, lambda: door().screen.read_only in shown(pilot))
        assert isinstance(app.screen, TodayScreen)


# --- from everywhere ----------------------------------------------------------------------------------------


async def test_in_a_text_it_is_a_letter_and_elsewhere_in_the_editor_a_check_in(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await types(pilot, "mm")
        assert page.area.text == "mm"
        await pilot.press("f2")
        await asked(pilot)
        await pilot.press("4", "escape")
        await closed(pilot)
        assert isinstance(pilot.app.screen, WritingScreen)
        assert page.area.text == "mm"
    assert [entry.mood for entry in kept(path)] == [4]


async def test_the_field_to_find_with_takes_the_letter(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("slash", "m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalScreen)


async def test_the_palette_offers_it(path: Path) -> None:
    async with inside(path) as pilot:
        offered = {command.title: command for command in pilot.app.get_system_commands(pilot.app.screen)}
        await offered["Check in"].callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckInScreen))


async def test_a_keyboard_of_another_script_has_the_key_at_the_same_place(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("ь")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckInScreen))


async def test_help_says_what_a_check_in_is_and_comes_back_to_it(path: Path) -> None:
    async with inside(path) as pilot:
        dialog = await asked(pilot)
        await pilot.press("2", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("f1")
        await until(pilot, lambda: pilot.app.screen is dialog)
        assert dialog.mood.value == 2


async def test_a_pasted_line_is_cleaned(path: Path) -> None:
    async with inside(path) as pilot:
        await asked(pilot)
        await pilot.press("tab", "tab", "tab")
        await pastes(pilot, "one\x1b[31m\ttwo \u202eabc")
        await pilot.press("enter")
        await closed(pilot)
        assert "\u202e" not in drawn(pilot)
    assert kept(path)[0].body == "one two \u202eabc"


@pytest.mark.parametrize("size", [SMALL, NARROW, (120, 40)])
@pytest.mark.parametrize("mood", ["1", "5"])
async def test_everything_is_in_view_at_every_size(size: tuple[int, int], mood: str, path: Path) -> None:
    async with inside(path, size=size) as pilot:
        dialog = await asked(pilot)
        await pilot.press(mood, "enter", "1", "2", "3")
        await pilot.pause()
        assert dialog.query_one("VerticalScroll").max_scroll_y == 0
        said = drawn(pilot)
        for each in dialog.query(Static):
            line = str(each.visual).split("\n", 1)[0]
            assert line[:40] in said
        assert dialog.picker.size.height >= 4


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (20, 8), (300, 90)])
async def test_it_works_in_a_terminal_of_any_size(size: tuple[int, int], path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.press("m", "2", "enter", "1", "enter", "3", "enter", *"hi", "enter")
        await until(pilot, lambda: kept(path))
    assert kept(path)[0].body == "hi"

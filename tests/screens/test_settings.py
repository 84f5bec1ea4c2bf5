"""The settings: every row changes at once, and what does not fit is explained and stays to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content import QUADRANTS
from heartwork.content.check_in_words import check_in
from heartwork.content.words import door
from heartwork.diary.preferences import preferences_path, read_preferences
from heartwork.model.settings import MOOD_NAMES, SETTINGS
from heartwork.screens.own_words import OwnWordsScreen
from heartwork.screens.question import AskLine
from heartwork.screens.recovery_words import RecoveryWordsScreen
from heartwork.screens.settings import SettingsScreen
from tests.screens.stage import NARROW, NOON, diary_at, drawn, inside, read, shown, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

SMALL = (60, 20)
ROWS = [row.name for row in SETTINGS if not row.hidden]
ROWS.insert(ROWS.index(MOOD_NAMES[-1]) + 1, "own")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain")


async def at_row(pilot: Pilot[Any], name: str) -> None:
    await pilot.press("comma")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    await pilot.pause()
    for _ in range(ROWS.index(name)):
        await pilot.press("down")


async def answers(pilot: Pilot[Any], value: str) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
    await pilot.pause()
    await pilot.press("end", "ctrl+u")
    for letter in value:
        await pilot.press({" ": "space", ":": "colon"}.get(letter, letter))
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, NARROW, (120, 40)])
async def test_every_row_is_there_with_its_value_and_what_it_is_about(
    size: tuple[int, int], path: Path
) -> None:
    async with inside(path, size=size) as pilot:
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        await pilot.pause()
        assert pilot.app.screen.query_one("VerticalScroll").max_scroll_y == 0
        for row in (row for row in SETTINGS if not row.hidden):
            line = next(line for line in drawn(pilot).splitlines() if row.label in line)
            assert row.said(row.default) in line
            assert row.help[:30] in drawn(pilot)
            assert row.help[:30] in shown(pilot)
            await pilot.press(*["down"] * (2 if row.name == MOOD_NAMES[-1] else 1))
        assert door().recovery.title in drawn(pilot)
        await pilot.press("comma")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SettingsScreen))


async def test_rows_stand_under_the_name_of_their_group(path: Path) -> None:
    async with inside(path, size=(120, 60)) as pilot:
        await at_row(pilot, "theme")
        lines = [line for line in drawn(pilot).splitlines() if "│" in line]
        for row in (row for row in SETTINGS if not row.hidden):
            heads = [n for n, line in enumerate(lines) if f" {row.group} " in line]
            own = next(n for n, line in enumerate(lines) if f" {row.label} " in line)
            assert max(head for head in heads if head < own) >= 0


@pytest.mark.parametrize("name", [row.name for row in SETTINGS if row.choices and not row.hidden])
async def test_a_choice_goes_round_with_enter_and_arrows(name: str, path: Path) -> None:
    row = next(row for row in SETTINGS if row.name == name)
    async with inside(path) as pilot:
        await at_row(pilot, name)
        at, count = row.choices.index(str(row.default)), len(row.choices)
        await pilot.press("enter")
        assert read(path).settings.value(name) == row.choices[(at + 1) % count]
        await pilot.press(*["left"] * (at + 2))
        assert read(path).settings.value(name) == row.choices[-1]
        await pilot.press("right")
        assert read(path).settings.value(name) == row.choices[0]
        assert row.choices[0] in drawn(pilot)


async def test_a_theme_holds_at_once_and_at_the_next_door(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "theme")
        await pilot.press("right")
        await until(pilot, lambda: pilot.app.theme == "heartwork-light")
    assert read_preferences().theme == "heartwork-light"


async def test_motion_is_off_until_it_is_asked_for(path: Path) -> None:
    async with inside(path) as pilot:
        assert pilot.app.animation_level == "none"
        await at_row(pilot, "motion")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.animation_level == "full")
        assert read(path).settings.motion


async def test_minutes_until_the_lock_are_typed(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "auto_lock")
        await answers(pilot, "12")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        assert read(path).settings.auto_lock == 12
        assert pilot.app._idle.limit.total_seconds() == 12 * 60


@pytest.mark.parametrize(
    ("name", "typed"), [("auto_lock", "soon"), ("auto_lock", "0"), ("day_end", "25:00"), ("day_end", "")]
)
async def test_what_does_not_fit_is_explained_and_stays_in_the_field(
    name: str, typed: str, path: Path
) -> None:
    before = read(path).settings.value(name)
    async with inside(path, size=NARROW) as pilot:
        await at_row(pilot, name)
        await answers(pilot, typed)
        dialog = pilot.app.screen
        assert isinstance(dialog, AskLine)
        assert str(dialog.query_one(".wrong").visual)  # type: ignore[attr-defined]  # a Static's visual
        assert dialog.query_one("Input").value == typed  # type: ignore[attr-defined]  # an Input's value
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    assert read(path).settings.value(name) == before


async def test_the_end_of_the_day_is_typed(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "day_end")
        await answers(pilot, "5:30")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        assert f"{read(path).settings.day_end:%H:%M}" == "05:30"


async def test_a_mood_gets_a_word_of_ones_own_and_emptied_the_one_that_ships(path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        await at_row(pilot, "mood_2")
        await answers(pilot, "grey")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        await pilot.pause()
        assert read(path).settings.mood_words[1] == "grey"
        assert "▂ grey" in drawn(pilot)
        await answers(pilot, "")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        await pilot.pause()
        assert read(path).settings.mood_words[1] == "low"
        assert "▂ low" in drawn(pilot)


@pytest.mark.parametrize(
    ("typed", "said"), [("Steady", "already the word"), ("a word far too long", "up to 12 letters")]
)
async def test_a_word_that_does_not_fit_a_mood_is_explained_and_stays(
    typed: str, said: str, path: Path
) -> None:
    async with inside(path, size=SMALL) as pilot:
        await at_row(pilot, "mood_1")
        await answers(pilot, typed)
        assert isinstance(pilot.app.screen, AskLine)
        assert said in drawn(pilot).replace("\n", " ")
        assert pilot.app.screen.query_one("Input").value == typed  # type: ignore[attr-defined]  # an Input's
    assert read(path).settings.mood_words[0] == "heavy"


async def test_plain_signs_hold_in_the_settings_too(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "ascii_only")
        assert "▂ low" in drawn(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert ". low" in drawn(pilot)
        assert read(path).settings.ascii_only


async def test_on_this_day_waits_until_it_is_asked_for(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "on_this_day")
        assert not read(path).settings.on_this_day
        await pilot.press("enter", "down", "enter", "down")
        await answers(pilot, "12 weeks")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    settings = read(path).settings
    assert (settings.on_this_day, settings.on_this_day_low, settings.on_this_day_after) == (True, True, 12)


@pytest.mark.parametrize("size", [SMALL, (120, 40)])
async def test_words_of_ones_own_are_listed_and_taken_out(size: tuple[int, int], path: Path) -> None:
    async with inside(path, size=size) as pilot:
        own = pilot.app.diary.own
        for word, corner in (("wrung [/out]", QUADRANTS[1]), ("fizzy", QUADRANTS[3])):
            own.add(word, corner, now=NOON)
        await at_row(pilot, "own")
        row = next(line for line in drawn(pilot).splitlines() if check_in().own.title in line)
        assert " 2 " in row
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, OwnWordsScreen))
        await pilot.pause()
        assert "wrung [/out]  hard and worn down" in drawn(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: [word.word for word in own.words()] == ["fizzy"])
        assert "“wrung [/out]” is no longer offered." in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: own.words() == ())
        assert check_in().own.none in shown(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        await pilot.pause()
        assert str(pilot.app.screen.rows.get_option("own").prompt).endswith(" none")


async def test_where_there_are_no_words_of_ones_own_it_says_how_they_come(path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        await at_row(pilot, "own")
        assert check_in().own.about[:30] in drawn(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, OwnWordsScreen))
        await pilot.pause()
        assert check_in().own.none in shown(pilot)


async def test_new_recovery_words_can_be_had_from_the_last_row(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, ROWS[-1])
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsScreen))


async def test_words_that_count_are_not_replaced_before_that_was_said_and_chosen(path: Path) -> None:
    words = door().recovery
    async with inside(path) as pilot:
        diary = pilot.app.diary
        diary.renew_recovery()
        diary.set("recovery", "given", now=NOON)
        await at_row(pilot, ROWS[-1])
        await pilot.press("down", "enter")
        await until(pilot, lambda: words.keep_old in drawn(pilot))
        assert words.again[1] in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        assert diary.settings.recovery == "given"
        await pilot.press("enter")
        await until(pilot, lambda: words.renew in drawn(pilot))
        await pilot.press("2")
        await until(pilot, lambda: words.written in drawn(pilot))
        assert diary.settings.recovery == "open", "left here, the words are offered again"


async def test_preferences_that_cannot_be_written_are_told_and_hold_all_the_same(path: Path) -> None:
    preferences_path().parent.parent.mkdir(parents=True, exist_ok=True)
    preferences_path().parent.write_text("a file where the folder should be")
    async with inside(path) as pilot:
        await at_row(pilot, "theme")
        await pilot.press("right")
        await until(pilot, lambda: "It lasts until you leave" in shown(pilot))
        await until(pilot, lambda: pilot.app.theme == "heartwork-light")
    assert read(path).settings.theme == "heartwork-light"


async def test_preferences_hold_never_a_word_of_the_diary(path: Path) -> None:
    async with inside(path) as pilot:
        await at_row(pilot, "theme")
        await pilot.press("right", "down", "right")
        await pilot.pause()
    held = preferences_path().read_text()
    assert "rain" not in held
    assert {line.split("=")[0].strip() for line in held.splitlines() if "=" in line} <= {"theme", "motion"}

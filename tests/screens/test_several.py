"""Several entries at once: marked with space, changed as one, taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens.stage import diary_at, drawn, enters, has_entries, inside, journal, read, shown, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from heartwork.diary import Diary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "rain", "wind", "sun", "snow")


def opened(pilot: Pilot[Any]) -> Diary:
    diary: Diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
    return diary


async def mark_two(pilot: Pilot[Any]) -> list[str]:
    await pilot.press("space", "space")
    assert "2 marked" in drawn(pilot)
    assert drawn(pilot).count("●") == 2
    return opened(pilot).ids()[:2]


async def test_what_is_marked_goes_to_the_trash_and_comes_back_as_one(path: Path) -> None:
    async with inside(path) as pilot:
        await mark_two(pilot)
        await pilot.press("d")
        await until(pilot, lambda: has_entries(pilot, 2))
        assert "2 entries are in the trash" in shown(pilot)
        assert not journal(pilot).timeline.marked
        await pilot.press("u")
        await until(pilot, lambda: has_entries(pilot, 4))
        assert "As it was before: 2 entries" in shown(pilot)


async def test_stars_are_given_to_all_and_taken_from_all(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("s")
        ids = await mark_two(pilot)
        await pilot.press("s")
        assert all(opened(pilot).entry(key).starred for key in ids)
        await pilot.press("home")
        await mark_two(pilot)
        await pilot.press("s")
        assert not any(opened(pilot).entry(key).starred for key in ids)


async def test_tags_are_given_and_taken_from_several_with_one_undo(path: Path) -> None:
    async with inside(path) as pilot:
        ids = await mark_two(pilot)
        await pilot.press("number_sign")
        await until(pilot, lambda: "Tags for 2 entries" in drawn(pilot))
        await enters(pilot, "night #Café")
        await until(pilot, lambda: opened(pilot).tags() == {"Café": 2, "night": 2})
        await pilot.press("home", "number_sign")
        await until(pilot, lambda: "Tags for this entry" in drawn(pilot))
        await enters(pilot, "-cafe")
        await until(pilot, lambda: opened(pilot).tags() == {"night": 2, "Café": 1})
        await pilot.press("u", "u")
        await until(pilot, lambda: opened(pilot).tags() == {})
        assert opened(pilot).ids()[:2] == ids


async def test_what_is_no_tag_is_explained_and_stays_in_the_field(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("number_sign")
        await until(pilot, lambda: "Tags for this entry" in drawn(pilot))
        await enters(pilot, "[/oops] -#")
        await until(pilot, lambda: "“-#” is not a tag" in drawn(pilot))
        assert "[/oops] -#" in drawn(pilot)
        await pilot.press("escape")
        assert opened(pilot).tags() == {}


async def test_escape_lets_go_of_the_marks_before_anything_else(path: Path) -> None:
    async with inside(path) as pilot:
        await mark_two(pilot)
        await pilot.press("escape")
        assert not journal(pilot).timeline.marked
        assert "marked" not in drawn(pilot)


async def test_marks_survive_a_search_and_count_where_they_are(path: Path) -> None:
    async with inside(path) as pilot:
        await mark_two(pilot)
        await pilot.press("slash", "r", "a", "i", "n", "enter")
        await until(pilot, lambda: journal(pilot).timeline.count == 1)
        assert "2 marked" in drawn(pilot)
        await pilot.press("d")
        await until(pilot, lambda: has_entries(pilot, 2))
    assert len(read(path).trashed_ids()) == 2


async def test_the_list_is_narrowed_by_a_filter_and_widened_by_escape(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("s", "f")
        await until(pilot, lambda: "What would you like to see?" in drawn(pilot))
        await pilot.press("2")
        await until(pilot, lambda: journal(pilot).timeline.count == 1)
        assert "Starred · 1" in drawn(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: journal(pilot).timeline.count == 4)


async def test_a_search_that_cannot_be_read_says_which_piece_and_keeps_the_text(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("slash")
        await enters(pilot, "mood:9 rain")
        await until(pilot, lambda: "mood:9" in shown(pilot))
        assert journal(pilot).field.value == "mood:9 rain"
        assert journal(pilot).timeline.count == 4

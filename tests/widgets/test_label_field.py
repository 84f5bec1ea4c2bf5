"""A field of labels completes the last one, and nothing is taken that was not shown."""

from __future__ import annotations

import pytest

from heartwork.widgets.label_field import LabelField, LabelSuggester
from tests.widgets.hosts import HOSTILE, controls, with_field

KNOWN = ["night", "Anna Maria", "Anne", "café", "straße", "\u202enight-owl"]


@pytest.mark.parametrize(
    ("typed", "spaced", "suggested"),
    [
        ("ni", False, "night"),
        ("lake, ni", False, "lake, night"),
        ("lake ni", False, "lake night"),
        ("#ni", False, "#night"),
        ("Ann", True, "Anna Maria"),
        ("jo, anna m", True, "jo, Anna Maria"),
        ("caf", False, "café"),
        ("CAF", False, "café"),
        ("night", False, None),
        ("", False, None),
        ("night, ", False, None),
        ("strass", False, None),
        ("night-", False, None),
    ],
)
async def test_the_last_label_is_completed(typed: str, spaced: bool, suggested: str | None) -> None:  # noqa: FBT001
    assert await LabelSuggester(KNOWN, spaced=spaced).get_suggestion(typed) == suggested


@pytest.mark.parametrize("key", ["right", "end"])
async def test_right_and_end_take_what_is_suggested(key: str) -> None:
    async with with_field(lambda: LabelField((), KNOWN, spaced=False)) as (pilot, field):
        await pilot.press("l", "a", "comma", "n", "i")
        await pilot.pause()
        assert "night" in field.render_line(0).text
        await pilot.press(key)
        assert field.value == "la,night"
        await pilot.press("home", key, "x")
        assert field.value in {"lxa,night", "la,nightx"}


async def test_coming_in_selects_nothing_so_that_a_letter_replaces_nothing() -> None:
    async with with_field(lambda: LabelField(("night", "lake"), KNOWN, spaced=False)) as (pilot, field):
        await pilot.press("x")
        assert field.value == "night, lakex"


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_labels_are_drawn_on_one_line_and_obeyed_by_nothing(hostile: str) -> None:
    async with with_field(lambda: LabelField((hostile,), [hostile, f"a{hostile}"], spaced=True)) as (
        pilot,
        field,
    ):
        await pilot.press("comma", "a")
        await pilot.pause()
        strip = field.render_line(0)
        assert not controls(strip.text)
        assert strip.cell_length <= 41

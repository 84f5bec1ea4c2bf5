"""A line field takes what keyboards of any script send, cleaned."""

from __future__ import annotations

import pytest

from heartwork.widgets.line_field import LineField
from heartwork.widgets.writing_keys import SIGNS
from tests.widgets.hosts import HOSTILE, controls, with_field


async def test_signs_that_count_as_unprintable_are_written_where_the_cursor_is() -> None:
    async with with_field(lambda: LineField("ab", select_on_focus=False)) as (pilot, field):
        await pilot.press("left", *SIGNS, "c")
        assert field.value == f"a{''.join(map(chr, SIGNS.values()))}cb"


async def test_a_sign_replaces_what_is_selected() -> None:
    async with with_field(lambda: LineField("ab")) as (pilot, field):
        await pilot.press("zero_width_joiner")
        assert field.value == "\u200d"


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_what_is_drawn_is_one_line_that_no_terminal_obeys(hostile: str) -> None:
    async with with_field(lambda: LineField(hostile, compact=True)) as (_, field):
        assert not controls(field.render_line(0).text)
        assert "\n" not in field.value

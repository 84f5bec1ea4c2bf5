"""Lines of a day: a column for names, one for what is true, and what goes where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.moods import moods
from heartwork.widgets.day_list import NO_MOOD, UNDER, DayLine, DayList
from heartwork.widgets.listing import KnownLines
from heartwork.widgets.looks import THEN, mood_glyph
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = {
    "review": DayLine("Daily review", "r", "not yet today · about 2 minutes"),
    "weeks": DayLine("The last two weeks", "t", moods=(1, None, 5, 3)),
    "true": DayLine("41 of the last 45 days without contact", "c", whole=True),
    "hostile": DayLine("[red]x[/] \x1b[2J", "l", "[b]waits[/b]"),
}


def drawn(shown: DayList) -> Iterator[str]:
    for y in range(shown.size.height):
        yield shown.render_line(y).text.rstrip()


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_names_share_a_column_and_moods_are_signs(ascii_only: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shown = DayList(moods(), ascii_only=ascii_only)
    async with Host(shown).run_test(size=(70, 12)) as pilot:
        shown.under([(0, "Good evening."), (0, "")])
        shown.show_lines(KnownLines(dict(LINES)), lead=1)
        await pilot.pause()
        lines = list(drawn(shown))
    assert lines[0] == "Good evening."
    assert lines[1] == ""
    assert lines[2][:5] == ("> r  " if ascii_only else "▸ r  ")
    assert lines[2][5:] == "Daily review        not yet today · about 2 minutes"
    assert lines[3].startswith("  t  The last two weeks  ")
    assert lines[3].isascii() is ascii_only
    assert lines[3].endswith("  _ ' # -" if ascii_only else "  ▁ · █ ▄")
    assert lines[4] == "  c  41 of the last 45 days without contact"
    assert lines[5] == "  l  [red]x[/]           [b]waits[/b]"


@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_sign_of_a_day_without_a_mood_is_that_of_no_mood(ascii_only: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert NO_MOOD[ascii_only] not in {mood_glyph(mood, ascii_only=ascii_only) for mood in moods()}


async def test_where_there_is_little_room_the_last_things_said_go_first() -> None:
    shown = DayList(moods())
    async with Host(shown).run_test(size=(46, 12)) as pilot:
        shown.show_lines(KnownLines(dict(LINES)), lead=1)
        await pilot.pause()
        assert next(drawn(shown)) == "▸ r  Daily review        not yet today"
    shown = DayList(moods())
    async with Host(shown).run_test(size=(36, 12)) as pilot:
        shown.show_lines(KnownLines(dict(LINES)), lead=1)
        await pilot.pause()
        assert next(drawn(shown)) == "▸ r  Daily review"


def test_its_keys_speak_of_lines_and_none_of_entries() -> None:
    tooltips = [binding.tooltip for binding in DayList(moods())._bindings.key_to_bindings["down"]]
    assert tooltips == ["To the line below"]
    told = {each.tooltip for found in DayList(moods())._bindings.key_to_bindings.values() for each in found}
    assert not any("entry" in tooltip for tooltip in told)
    assert "space" not in DayList(moods())._bindings.key_to_bindings


async def test_a_line_that_says_more_of_a_row_stands_under_its_words() -> None:
    shown = DayList(moods())
    async with Host(shown).run_test(size=(70, 12)) as pilot:
        shown.under([(1, f"{UNDER}Tue  3{THEN}steady")])
        shown.show_lines(KnownLines(dict(LINES)), lead=1)
        await pilot.pause()
        assert list(drawn(shown))[1] == "     Tue  3  steady"

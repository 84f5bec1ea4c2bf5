"""Earlier texts: listed, compared with the text as it is now, read whole, and brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.reading_words import reading
from heartwork.model.entry import Entry, Version
from heartwork.screens.versions import VersionsScreen, earlier_texts
from tests.screens.alone import alone
from tests.screens.stage import NARROW, WIDE, drawn, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from textual.pilot import Pilot

NOW = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # half past eleven in the evening, in Berlin
SIZES = ((60, 20), NARROW, WIDE)
BODY = "I walked past the café. [/oops]\n\nIt was lit."


def version(hours: float, body: str, title: str = "The café") -> Version:
    return Version(NOW - timedelta(hours=hours), title, body)


VERSIONS = (
    version(1, "I walked past the café.\n\nIt was lit."),
    version(24, "I walked past it.\n\nIt was *not* lit.", "It"),
    version(400, "I walked."),
)


def screen(*versions: Version, body: str = BODY, ascii_only: bool = False) -> VersionsScreen:
    entry = Entry(NOW, "Europe/Berlin", NOW.date(), title="The café", body=body, versions=versions)
    return VersionsScreen(entry, clock=lambda: NOW, ascii_only=ascii_only)


async def told(pilot: Pilot[Any], *wanted: str) -> None:
    """Wait until words are on the screen."""
    await until(pilot, lambda: all(words in drawn(pilot) for words in wanted))


@pytest.mark.parametrize("size", SIZES)
async def test_each_is_listed_with_when_it_was_replaced_and_what_changed_since(size: tuple[int, int]) -> None:
    async with alone(screen(*VERSIONS), size) as (pilot, _):
        await told(
            pilot,
            "until today, 22:30  +1 \u22120 words",
            "until yesterday, 23:30  +5 \u22123 words",
            "until Fri 6 Nov 2026, 07:30  +8 \u22121 words",
        )


@pytest.mark.parametrize("size", SIZES)
async def test_the_highlighted_one_is_compared_with_the_text_as_it_is_now(size: tuple[int, int]) -> None:
    async with alone(screen(*VERSIONS), size) as (pilot, _):
        await told(pilot, "± I walked past the café. +[/oops]+")
        await pilot.press("down")
        await told(pilot, "± \u2212It\u2212 +The café+", "± It was \u2212*not*\u2212 lit.")
        await pilot.press("down", "down")
        await told(pilot, "± I walked past the café.")


async def test_enter_brings_the_highlighted_one_back() -> None:
    async with alone(screen(*VERSIONS), WIDE) as (pilot, answers):
        await pilot.press("down", "enter")
        await until(pilot, lambda: answers)
    assert answers == [VERSIONS[1]]


async def test_enter_brings_it_back_while_its_text_is_read() -> None:
    async with alone(screen(*VERSIONS), NARROW) as (pilot, answers):
        await pilot.press("down", "down", "w", "tab", "down", "enter")
        await until(pilot, lambda: answers)
    assert answers == [VERSIONS[2]]


async def test_escape_brings_nothing_back() -> None:
    async with alone(screen(*VERSIONS), WIDE) as (pilot, answers):
        await pilot.press("down", "escape")
        await until(pilot, lambda: answers)
    assert answers == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_a_text_is_read_whole_and_rendered(size: tuple[int, int]) -> None:
    async with alone(screen(*VERSIONS), size) as (pilot, _):
        await pilot.press("down", "w")
        await told(pilot, "It was not lit.")
        assert "The café" not in drawn(pilot)
        await pilot.press("w")
        await told(pilot, "\u2212*not*\u2212")


async def test_turning_between_the_two_views_keeps_the_keys_where_they_are() -> None:
    async with alone(screen(*VERSIONS), WIDE) as (pilot, _):
        room = pilot.app.screen
        assert isinstance(room, VersionsScreen)
        await pilot.press("tab")
        places = [room.focused]
        for key in ("w", "w", "tab"):
            await pilot.press(key)
            places.append(room.focused)
        assert places == [room.comparison, room.whole, room.comparison, room.texts]


async def test_only_the_last_ten_that_say_something_are_listed() -> None:
    many = [version(hours, f"text {hours}") for hours in range(1, 13)]
    empty = version(0.5, " \n", "")
    entry = screen(empty, *many)._entry
    assert earlier_texts(entry) == many
    async with alone(screen(empty, *many), (120, 40)) as (pilot, answers):
        await pilot.press("up", "enter")
        await until(pilot, lambda: answers)
    assert answers == [many[9]]


async def test_a_text_of_the_same_words_says_so() -> None:
    async with alone(screen(version(1, BODY + "  ")), WIDE) as (pilot, _):
        await told(pilot, reading().versions.unchanged, reading().versions.same)


async def test_without_earlier_texts_there_is_nothing_to_bring_back() -> None:
    async with alone(screen(), WIDE) as (pilot, answers):
        await pilot.press("enter", "w", "down", "escape")
        await until(pilot, lambda: answers)
    assert answers == [None]


async def test_long_texts_are_compared_while_keys_are_answered() -> None:
    lines = [f"line {number} of a long text" for number in range(40_000)]
    body = "\n".join(lines)
    long: Sequence[Version] = [
        version(n, "\n".join([*lines[:n], "other", *lines[n + 1 :]])) for n in range(1, 4)
    ]
    async with alone(screen(*long, body=body), WIDE) as (pilot, answers):
        await pilot.press("down", "w", "w")
        await told(pilot, "+6 \u22121 words")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert answers == [None]


async def test_ascii_only_is_ascii_only() -> None:
    plain = [version(1, "I walked past.", "Cafe"), version(30, "I walked.", "Cafe")]
    entry = Entry(NOW, "UTC", NOW.date(), title="Cafe", body="I ran past.", versions=tuple(plain))
    async with alone(VersionsScreen(entry, clock=lambda: NOW, ascii_only=True), WIDE) as (pilot, _):
        await told(pilot, "+1 -1 words", "+2 -1 words", "~ I -walked- +ran+ past.")

"""A list to choose from: by digit, by arrows and enter, with the present choice marked."""

from __future__ import annotations

import pytest

from heartwork.widgets.choices import Choices
from tests.widgets.hosts import HOSTILE, Host, controls, seen

LINES = [
    ("a", "not yet", "It can wait."),
    ("b", "keep", "It stays with you, and that is fine."),
    ("c", "sell", ""),
]


class ChoicesHost(Host):
    """A host that notes what is chosen, and the space that is left to it."""

    BINDINGS = [("space", "note", "Note")]  # noqa: RUF012 - as Textual has it

    def on_row_list_opened(self, message: Choices.Opened) -> None:
        self.told.append(message)

    def action_note(self) -> None:
        self.title = "space"


async def test_the_present_one_is_marked_and_under_the_cursor() -> None:
    choices = Choices()
    async with ChoicesHost(choices).run_test(size=(40, 5)) as pilot:
        choices.show_choices(LINES, "b")
        await pilot.pause()
        assert seen(choices) == [
            "    1 not yet  It can wait.",
            "▸ ● 2 keep     It stays with you, and…",
            "    3 sell",
        ]


async def test_a_digit_chooses_and_one_without_a_line_does_nothing() -> None:
    choices = Choices(ascii_only=True)
    host = ChoicesHost(choices)
    async with host.run_test(size=(40, 5)) as pilot:
        choices.show_choices(LINES, None)
        await pilot.press("3", "9", "up", "enter")
        await pilot.pause()
        assert [message.id for message in host.told if isinstance(message, Choices.Opened)] == ["c", "b"]
        assert seen(choices)[1].startswith(">   2 keep")
        assert choices.marked == frozenset()


async def test_space_is_left_to_what_is_around_it() -> None:
    choices = Choices()
    host = ChoicesHost(choices)
    async with host.run_test(size=(40, 5)) as pilot:
        choices.show_choices(LINES, None)
        await pilot.press("space")
        assert host.title == "space"
        assert choices.marked == frozenset()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", [1, 8, 40])
async def test_no_words_reach_the_terminal_as_anything_else(name: str, width: int) -> None:
    choices = Choices()
    async with Host(choices).run_test(size=(width, 5)) as pilot:
        choices.show_choices([("a", HOSTILE[name], HOSTILE[name])], "a")
        await pilot.pause()
        assert controls("".join(seen(choices))) == []

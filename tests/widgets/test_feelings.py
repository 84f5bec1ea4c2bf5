from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.binding import Binding

from heartwork.widgets.feelings import FeelingPicker

if TYPE_CHECKING:
    from textual.app import ComposeResult

WORDS = [
    "sad",
    "lonely",
    "tired",
    "empty",
    "numb",
    "hurt",
    "ashamed",
    "rejected",
    "heavy",
    "tender",
    "longing",
]


class Picking(App[None]):
    """A picker in an app that has other plans for its keys."""

    BINDINGS = [Binding(key, f"other('{key}')") for key in ("d", "n", "0", "7", "exclamation_mark")]  # noqa: RUF012  (Textual's name)

    def __init__(self, *chosen: str) -> None:
        super().__init__()
        self.picker = FeelingPicker(WORDS, chosen)
        self.told: list[tuple[str, ...]] = []
        self.accepted = 0
        self.others: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.picker

    def on_mount(self) -> None:
        self.picker.focus()

    def on_feeling_picker_changed(self, message: FeelingPicker.Changed) -> None:
        assert message.control is self.picker
        self.told.append(message.feelings)

    def on_feeling_picker_accepted(self, message: FeelingPicker.Accepted) -> None:
        assert message.control is self.picker
        self.accepted += 1

    def action_other(self, key: str) -> None:
        self.others.append(key)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["1"], ("sad",)),
        (["3", "1"], ("tired", "sad")),
        (["3", "3"], ()),
        (["space"], ("sad",)),
        (["right", "space", "down", "space"], ("lonely", "numb")),
        (["down", "up", "left", "up", "space"], ("sad",)),
        (["greater_than_sign", "2"], ("longing",)),
        (["pagedown", "9"], ()),
        (["pagedown", "pagedown", "1"], ("sad",)),
        (["pageup", "1"], ("tender",)),
        (["l", "1"], ("lonely",)),
        (["l", "o", "n", "g", "space"], ("longing",)),
        (["l", "o", "right", "enter"], ("longing",)),
        (["t", "e", "backspace", "backspace", "backspace", "1"], ("sad",)),
        (["T", "e", "enter", "1"], ("tender", "sad")),
    ],
)
async def test_keys_choose_words(keys: list[str], chosen: tuple[str, ...]) -> None:
    app = Picking()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.picker.chosen == chosen
        assert app.told[-1:] == ([chosen] if app.told else [])
        assert app.others == []


async def test_a_word_of_ones_own_is_added_and_can_be_taken_back() -> None:
    app = Picking()
    async with app.run_test() as pilot:
        await pilot.press(*"wrung", "space", *"out", "enter")
        assert app.picker.chosen == ("wrung out",)
        await pilot.press("w", "1")
        await pilot.press("ü", "ж", "ę", "enter")
        assert app.told[-2:] == [(), ("üжę",)]


async def test_letters_belong_to_the_search_and_other_keys_to_the_screen() -> None:
    app = Picking()
    async with app.run_test() as pilot:
        await pilot.press("n", "d", "0", "7", "exclamation_mark")
        assert app.picker.searched == "nd"
        assert app.others == ["exclamation_mark"]


async def test_enter_without_a_search_accepts() -> None:
    app = Picking("sad")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert (app.accepted, app.told) == (1, [])


async def test_other_words_can_be_offered_and_the_choice_stays() -> None:
    app = Picking("sad")
    async with app.run_test() as pilot:
        app.picker.offer(["calm", "light"])
        await pilot.press("1")
        assert app.told == [("sad", "calm")]


async def test_chosen_words_are_marked_and_named_as_plain_text() -> None:
    app = Picking("tired", "[@click=app.quit]own[/]\x1b[31m")
    async with app.run_test(size=(60, 20)):
        rows = [app.picker.render_line(y).text.rstrip() for y in range(app.picker.size.height)]
        assert "✓ tired" in rows[0]
        assert "✓ sad" not in rows[0]
        assert rows[-1].endswith("tired, [@click=app.quit]own[/]")
        assert "\x1b" not in "".join(rows)
        assert len(rows) == 4


async def test_a_click_chooses_the_word_under_it() -> None:
    app = Picking()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(FeelingPicker, offset=(20, 1))
        assert app.picker.chosen == ("numb",)
        await pilot.click(FeelingPicker, offset=(58, 1))
        assert app.picker.chosen == ("numb",)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (20, 30), (2000, 500)])
async def test_a_picker_stands_any_size(size: tuple[int, int]) -> None:
    app = Picking()
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "space", "right", *"zz", "enter", "pagedown", "2")
        assert app.picker.chosen[1] == "zz"


async def test_no_words_at_all_leave_room_for_ones_own() -> None:
    app = Picking()
    async with app.run_test() as pilot:
        app.picker.offer([])
        await pilot.press("1", "space", "down", "pagedown", *"raw", "enter")
        assert app.picker.chosen == ("raw",)

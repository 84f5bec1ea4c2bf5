from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.binding import Binding

from heartwork.widgets.feelings import FeelingPicker, WordGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

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
GROUPS = [
    WordGroup("hard", tuple(WORDS)),
    WordGroup("quiet", ("calm", "safe")),
    WordGroup("lively", ("alive", "an own word that is a good deal too long for its column", "playful")),
]


class Picking(App[None]):
    """A picker in an app that has other plans for its keys."""

    BINDINGS = [Binding(key, f"other('{key}')") for key in ("d", "n", "0", "7", "exclamation_mark")]  # noqa: RUF012  (Textual's name)

    def __init__(
        self, *chosen: str, words: Sequence[str] | Sequence[WordGroup] = WORDS, ascii_only: bool = False
    ) -> None:
        super().__init__()
        self.picker = FeelingPicker(words, chosen, ascii_only=ascii_only)
        self.told: list[tuple[str, ...]] = []
        self.added: list[tuple[str, int]] = []
        self.accepted = 0
        self.others: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.picker

    def on_mount(self) -> None:
        self.picker.focus()

    def on_feeling_picker_changed(self, message: FeelingPicker.Changed) -> None:
        assert message.control is self.picker
        self.told.append(message.feelings)

    def on_feeling_picker_added(self, message: FeelingPicker.Added) -> None:
        self.added.append((message.word, message.group))

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


def rows(app: Picking) -> list[str]:
    return [app.picker.render_line(y).text.rstrip() for y in range(app.picker.size.height)]


async def test_pages_are_of_one_group_each_and_say_of_which() -> None:
    app = Picking(words=GROUPS)
    async with app.run_test(size=(70, 20)) as pilot:
        seen = []
        for _ in range(5):
            seen.append((rows(app)[-1].strip(), rows(app)[0].split()[1]))
            await pilot.press("greater_than_sign")
        assert seen == [
            ("< hard 1/2 >", "sad"),
            ("< hard 2/2 >", "tender"),
            ("< quiet 1/1 >", "calm"),
            ("< lively 1/1 >", "alive"),
            ("< hard 1/2 >", "sad"),
        ]


async def test_digits_choose_on_the_page_that_is_shown() -> None:
    app = Picking(words=GROUPS)
    async with app.run_test() as pilot:
        await pilot.press("less_than_sign", "3", "less_than_sign", "1", "9", "less_than_sign", "2")
        assert app.picker.chosen == ("playful", "calm", "longing")


async def test_a_word_of_ones_own_tells_where_it_was_typed_and_the_page_stays() -> None:
    app = Picking(words=GROUPS)
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "pagedown", *"cosy", "enter")
        assert app.added == [("cosy", 1)]
        assert "< quiet 1/1 >" in rows(app)[-1]
        assert rows(app)[-1].endswith("cosy")
        await pilot.press(*"ca", "enter")  # a word that is there is not added
        assert app.added == [("cosy", 1)]
        assert app.picker.chosen == ("cosy", "calm")


async def test_a_search_goes_through_all_groups_and_escape_leaves_it() -> None:
    app = Picking(words=GROUPS)
    async with app.run_test() as pilot:
        await pilot.press("pagedown", *"s")
        assert [word for word in ("sad", "safe") if word in rows(app)[0]] == ["sad", "safe"]
        await pilot.press("escape")
        assert app.picker.searched == ""
        assert "< hard 2/2 >" in rows(app)[-1]


async def test_a_long_word_is_cut_so_that_three_stand_in_a_row() -> None:
    app = Picking(words=GROUPS)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("less_than_sign")
        assert "2   an own word" in rows(app)[0]
        assert "…" in rows(app)[0]
        assert rows(app)[0].endswith("3   playful")
        await pilot.press("2")
        assert rows(app)[-1].endswith("column")


async def test_plain_signs_are_ascii() -> None:
    app = Picking("sad", words=GROUPS, ascii_only=True)
    async with app.run_test(size=(60, 20)) as pilot:
        assert rows(app)[0].lstrip().startswith("1 x sad")
        await pilot.press("less_than_sign")
        assert "..." in rows(app)[0]
        assert "".join(rows(app)).isascii()

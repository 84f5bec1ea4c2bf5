from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.widgets import Button
from textual.widgets.text_area import Document

from heartwork.model.text import clean
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

FAMILY = "👨\u200d👩\u200d👧"
HOSTILE = "a\x1b[31mb\x1b]52;c;aGk=\x07c\x9b0m\x00d\x7fe\u202ef\u2066[@click=app.quit]g[/]\r\nh"
LEAVING = ["escape", "tab", *(f"ctrl+{letter}" for letter in "lsgqprt"), "f1", "f2"]
LEAVING += [f"alt+{digit}" for digit in range(1, 8)]


class Desk(App[None]):
    """A screen with a field to write in and something else to move to."""

    BINDINGS = [Binding(key, f"leave('{key}')", priority=False) for key in LEAVING if key != "tab"]  # noqa: RUF012  (Textual's name)
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.area = WritingArea(text, placeholder=placeholder)
        self.edits = 0
        self.left: list[str] = []
        self.copied: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.area
        yield Button("elsewhere")

    def on_mount(self) -> None:
        self.area.focus()

    def on_writing_area_edited(self, message: WritingArea.Edited) -> None:
        assert message.control is self.area
        self.edits += 1

    def action_leave(self, key: str) -> None:
        self.left.append(key)

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)
        super().copy_to_clipboard(text)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def drawn(area: WritingArea) -> list[str]:
    return [area.render_line(y).text.rstrip() for y in range(area.size.height)]


async def test_typing_is_told_without_the_text() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("h", "i", "enter", "x")
        await pilot.pause()
        assert app.area.text == "hi\nx"
        assert app.edits == app.area.edit_count == 4
        assert app.area.place == (1, 1)
        assert "hi" not in repr(WritingArea.Edited(app.area))


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (60, 20), (2000, 500)])
async def test_hostile_text_is_clean_in_the_field_and_on_the_screen(size: tuple[int, int]) -> None:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        await paste(pilot, HOSTILE)
        assert app.area.text == clean(HOSTILE)
        screen = "\n".join(drawn(app.area))
        assert not set(screen) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066\r")
        if size[0] >= 60:
            assert screen.startswith("abcdef[@click=app.quit]g[/]\nh")


async def test_every_way_in_is_cleaned() -> None:
    app = Desk("a\x1b[31m")
    async with app.run_test() as pilot:
        assert app.area.text == "a"
        app.area.put("b\x1b[31m\x85")
        assert app.area.text == "b"
        app.area.insert("c\x00\r\n")
        assert app.area.text == "c\nb"
        app.copy_to_clipboard("d\x1b]0;x\x07")
        await pilot.press("ctrl+v")
        assert app.area.text == "c\ndb"
        app.area.text = "e\x9b1m"
        assert app.area.text == "e"


async def test_joiners_and_signs_of_direction_stay() -> None:
    text = f"{FAMILY} ❤\ufe0f שלום\u200f \u2067x\u2069"
    app = Desk(text)
    async with app.run_test() as pilot:
        assert app.area.text == text
        assert app.area.place == (0, 0)
        await pilot.press("right", "backspace")
        assert app.area.text == text.removeprefix(FAMILY)


async def test_undo_and_redo_return_what_was_there() -> None:
    app = Desk("kept")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+z", "ctrl+y", "backspace")
        assert (app.area.text, app.area.edit_count) == ("kept", 0)
        await paste(pilot, "pasted ")
        await pilot.press("f7", "x")
        assert app.area.text == "x"
        await pilot.press("ctrl+z")
        assert app.area.text == "pasted kept"
        await pilot.press("ctrl+z")
        assert app.area.text == "kept"
        await pilot.press("ctrl+y")
        assert app.area.text == "pasted kept"
        assert app.area.edit_count == 5


async def test_a_text_that_was_put_is_no_edit_and_is_not_undone() -> None:
    app = Desk("first")
    async with app.run_test() as pilot:
        await pilot.press("x")
        app.area.put("second\nline", (1, 2))
        await pilot.press("ctrl+z")
        assert app.area.text == "second\nline"
        assert app.area.place == (1, 2)
        assert app.edits == app.area.edit_count == 1
        app.area.put(f"a{FAMILY}", (7, 3))
        assert app.area.place == (0, 1)


@pytest.mark.parametrize("key", ["ctrl+u", "ctrl+k", "ctrl+x"])
async def test_no_key_takes_a_line_break_or_a_paragraph_along(key: str) -> None:
    app = Desk("one\n\ntwo")
    async with app.run_test() as pilot:
        for place in ((0, 0) if key == "ctrl+u" else (0, 3), (1, 0)):
            app.area.move_cursor(place)
            await pilot.press(key)
        assert app.area.text == "one\n\ntwo"
        assert app.copied == []


async def test_deleting_to_an_end_of_the_row_stops_there_and_is_undone() -> None:
    app = Desk("one two\nthree")
    async with app.run_test() as pilot:
        app.area.move_cursor((0, 3))
        await pilot.press("ctrl+u")
        assert app.area.text == " two\nthree"
        await pilot.press("ctrl+z")
        app.area.move_cursor((0, 3))
        await pilot.press("ctrl+k")
        assert app.area.text == "one\nthree"


async def test_only_what_is_selected_is_copied_and_only_on_the_key() -> None:
    app = Desk("secret words")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+shift+right", "shift+right")
        assert app.copied == []
        await pilot.press("ctrl+c")
        assert app.copied == ["secret "]
        await pilot.press("ctrl+x")
        assert (app.copied[-1], app.area.text) == ("secret ", "words")


async def test_a_field_to_read_only_changes_by_no_key() -> None:
    app = Desk("one two\nthree")
    async with app.run_test() as pilot:
        app.area.read_only = True
        app.area.move_cursor((0, 4))
        await pilot.press("x", "enter", "backspace", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+v", "f7", "ctrl+x")
        app.post_message(events.Key("ideographic_space", "\u3000"))
        await paste(pilot, "more")
        assert app.area.text == "one two\nthree"
        assert app.edits == 0


async def test_rows_are_drawn_folded_with_tabs_and_wide_characters() -> None:
    app = Desk("one two three\n\tx\ty\n春眠不覺曉處處聞啼鳥\n[sigh] [/oops]")
    async with app.run_test(size=(18, 12)):
        assert app.area.wrap_width == 13
        assert drawn(app.area)[:6] == [
            "one two three",
            "    x   y",
            "春眠不覺曉處",
            "處聞啼鳥",
            "[sigh]",
            "[/oops]",
        ]


async def test_cursor_and_selection_show() -> None:
    app = Desk("abc\n\nd")
    async with app.run_test() as pilot:
        await pilot.press("right", "shift+down", "shift+down")
        cursor = app.area.get_component_rich_style("text-area--cursor").bgcolor
        marked = app.area.get_component_rich_style("text-area--selection").bgcolor
        grounds = [
            [(segment.text, segment.style.bgcolor) for segment in app.area.render_line(y) if segment.style]
            for y in range(3)
        ]
        assert grounds[0][1] == ("bc ", marked)
        assert grounds[1][0] == (" ", marked)
        assert grounds[2][0] == ("d", marked)
        assert grounds[2][1] == (" ", cursor)
        app.query_one(Button).focus()
        await pilot.pause()
        assert cursor not in {segment.style.bgcolor for segment in app.area.render_line(2) if segment.style}


async def test_the_placeholder_is_text_and_gives_way() -> None:
    app = Desk(placeholder="What is [b]here[/b]\x1b[31m?")
    async with app.run_test() as pilot:
        assert drawn(app.area)[0] == "What is [b]here[/b]?"
        await pilot.press("x")
        assert drawn(app.area)[0] == "x"


async def test_resizing_while_writing_keeps_text_and_cursor() -> None:
    app = Desk("some words to fold " * 20)
    async with app.run_test(size=(60, 20)) as pilot:
        app.area.move_cursor((0, 100))
        for size in ((1, 1), (2, 3), (2000, 500), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.press("x", "up", "down", "left", "right", "pageup", "home", "end")
            app.area.move_cursor((0, 100))
        assert app.area.text.count("x") == 4
        assert len(app.area.text) == 19 * 20 + 4


# Bars of TRUST 11, with the whole way from the key to a settled screen inside.
async def test_a_megabyte_in_thirteen_thousand_lines_pastes_and_is_edited() -> None:
    text = "\n".join(
        ["the quick brown words of a diary, and a few more for good measure, some 80 cells"] * 13_000
    )
    app = Desk()
    async with app.run_test(size=(120, 40)) as pilot:
        await paste(pilot, text)
        assert app.area.text == text
        app.area.move_cursor((6_500, 10))
        for key in ("a", "enter", "backspace", "(", "up", "ctrl+z"):
            await pilot.press(key)


async def test_the_text_is_joined_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Desk("words\n" * 100)
    joined: list[str] = []

    class Counting(Document):
        @property
        def text(self) -> str:
            joined.append("once")
            return super().text

    async with app.run_test() as pilot:
        monkeypatch.setattr("heartwork.widgets.writing_area.Document", Counting)
        app.area.put("words\n" * 100)
        await pilot.press("a", "enter", "up", "ctrl+z", "pagedown")
        await pilot.pause()
        assert joined == []
        assert app.area.text
        assert joined == ["once"]


async def test_going_up_from_the_first_row_is_told_and_from_any_other_it_is_a_row() -> None:
    above: list[WritingArea] = []

    class Below(Desk):
        def on_writing_area_went_above(self, message: WritingArea.WentAbove) -> None:
            above.append(message.control)

    app = Below("word " * 30)
    async with app.run_test(size=(40, 10)) as pilot:
        app.area.move_cursor((0, 60))
        await pilot.press("up")
        assert app.area.place[1] < 40
        await pilot.press("up")
        await pilot.pause()
        assert above == [app.area]
        await pilot.press("shift+up")
        await pilot.pause()
        assert above == [app.area]
        assert app.area.place == (0, 0)


async def test_what_could_be_undone_is_handed_over_and_given_back_with_the_same_text() -> None:
    app = Desk("one")
    async with app.run_test() as pilot:
        await pilot.press("x", "ctrl+z", "y")
        text = app.area.text
        history = app.area.take_history()
        app.area.put("two")
        await pilot.press("ctrl+z")
        assert app.area.text == "two"
        app.area.put(text, (0, 1), history)
        await pilot.press("ctrl+z")
        assert app.area.text == "one"
        await pilot.press("ctrl+y")
        assert app.area.text == "yone"


async def test_the_line_of_the_cursor_can_be_asked_for() -> None:
    app = Desk("one\ntwo")
    async with app.run_test() as pilot:
        await pilot.press("down")
        assert app.area.line == "two"

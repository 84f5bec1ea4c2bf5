from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Input

from heartwork.widgets import passphrase as module
from heartwork.widgets.passphrase import PassphraseField, StrengthLine
from heartwork.widgets.strength import Strength
from heartwork.widgets.writing_keys import SIGNS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.message import Message

SECRET = "velvet orchard 77"
WORDS = {strength: f"it is {strength}" for strength in Strength}


class Door(App[None]):
    """A field, the line that judges it, and an ear for everything that is told."""

    def __init__(self) -> None:
        super().__init__()
        self.field = PassphraseField("passphrase")
        self.line = StrengthLine(WORDS)
        self.heard: list[Message] = []
        self.copied: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.field
        yield self.line
        yield Input(id="other")

    def on_mount(self) -> None:
        self.field.focus()

    def on_passphrase_field_typed(self, message: PassphraseField.Typed) -> None:
        assert message.control is self.field
        self.heard.append(message)

    def on_passphrase_field_entered(self, message: PassphraseField.Entered) -> None:
        assert message.control is self.field
        self.heard.append(message)

    def on_strength_line_weighed(self, message: StrengthLine.Weighed) -> None:
        assert message.control is self.line
        self.heard.append(message)

    def on_input_changed(self, message: Input.Changed) -> None:
        self.heard.append(message)

    on_input_submitted = on_input_blurred = on_input_changed

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)


def shown(door: Door) -> str:
    return door.field.render_line(0).text.strip()


async def test_a_passphrase_is_typed_as_bullets_and_taken_once() -> None:
    app = Door()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "enter")
        assert shown(app) == "•••"
        assert app.field.take() == "abc"
        assert (app.field.value, app.field.take()) == ("", "")


async def test_nothing_told_carries_the_passphrase() -> None:
    app = Door()
    async with app.run_test() as pilot:
        app.field.value = SECRET
        app.line.weigh(SECRET)
        await pilot.press("enter", "tab")
        await app.workers.wait_for_complete()
        await pilot.pause()
        kinds = {type(message) for message in app.heard}
        assert kinds == {PassphraseField.Typed, PassphraseField.Entered, StrengthLine.Weighed}
        told = repr(app.heard) + repr(app.field) + repr(app.line) + repr(list(app.workers))
        assert SECRET not in told


@pytest.mark.parametrize("visible", [False, True])
@pytest.mark.parametrize("key", ["ctrl+c", "super+c", "ctrl+x", "super+x", "ctrl+shift+c"])
async def test_no_key_copies_or_cuts(key: str, visible: bool) -> None:  # noqa: FBT001  (a case of the table)
    app = Door()
    async with app.run_test() as pilot:
        app.field.value = SECRET
        if visible:
            await pilot.press("ctrl+r")
        app.field.select_all()
        await pilot.press(key)
        assert (app.copied, app.clipboard, app.field.value) == ([], "", SECRET)


async def test_no_action_and_no_selection_gives_it_out() -> None:
    app = Door()
    async with app.run_test() as pilot:
        app.field.value = SECRET
        await pilot.press("ctrl+r")
        app.field.select_all()
        app.field.action_copy()
        app.field.action_cut()
        assert app.field.selected_text == ""
        assert app.field.get_selection(Selection(None, None)) is None
        assert not app.field.allow_select
        await pilot.mouse_down(app.field, offset=(3, 1))
        await pilot.hover(app.field, offset=(12, 1))
        await pilot.mouse_up(app.field, offset=Offset(12, 1))
        await pilot.press("ctrl+c")
        assert not app.screen.get_selected_text()
        assert (app.copied, app.field.value) == ([], SECRET)


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("two words\nsecond line", "two words"),
        ("\r\n", ""),
        ("", ""),
        ("  spaces stay  ", "  spaces stay  "),
        ("a\x1b]52;c;aGk=\x07b\x1b[31mc\x00\x7fd", "abcd"),
        ("x" * 10_000, "x" * 10_000),
    ],
)
async def test_the_first_line_of_a_paste_is_taken_cleaned(pasted: str, value: str) -> None:
    app = Door()
    async with app.run_test() as pilot:
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert app.field.value == value
        assert set(shown(app)) <= {"•"} if value else shown(app) == "passphrase"


@pytest.mark.parametrize(("key", "code"), SIGNS.items())
async def test_signs_that_keyboards_send_are_part_of_it(key: str, code: int) -> None:
    app = Door()
    async with app.run_test() as pilot:
        app.post_message(events.Key(key, chr(code)))
        await pilot.pause()
        assert app.field.value == chr(code)


async def test_it_is_shown_on_one_key_and_hidden_on_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHOWN_FOR", 0.4)
    app = Door()
    async with app.run_test() as pilot:
        app.field.value = "open\u202e[b]"
        await pilot.press("ctrl+r")
        assert shown(app) == "open[b]"
        await pilot.press("ctrl+r")
        assert set(shown(app)) == {"•"}
        await pilot.press("ctrl+r")
        await pilot.pause(0.6)
        assert set(shown(app)) == {"•"}
        monkeypatch.setattr(module, "SHOWN_FOR", 60)
        await pilot.press("ctrl+r", "tab")
        await pilot.pause()
        assert app.field.password
        app.field.focus()
        await pilot.press("ctrl+r")
        assert app.field.take() == "open\u202e[b]"
        assert app.field.password


async def test_coming_back_to_the_field_selects_nothing() -> None:
    app = Door()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "tab", "shift+tab", "d")
        assert app.field.value == "abcd"


async def test_strength_is_said_in_the_words_given() -> None:
    app = Door()
    async with app.run_test() as pilot:
        for typed in ("correct", "correct horse battery staple"):
            app.line.weigh(typed)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert str(app.line.content) == "it is strong"
        # What was typed first was not judged: the later text had replaced it.
        assert [type(message) for message in app.heard] == [StrengthLine.Weighed]
        app.line.weigh("password1")
        await app.workers.wait_for_complete()
        assert str(app.line.content) == "it is weak"
        app.line.weigh("password1")
        app.line.weigh("")
        await app.workers.wait_for_complete()
        assert (str(app.line.content), app.line.strength) == ("", None)


async def test_judging_does_not_hold_up_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    going_on = Event()

    def slow(_passphrase: str) -> float:
        assert going_on.wait(10)
        return 1.0

    monkeypatch.setattr(module, "guesses", slow)
    app = Door()
    async with app.run_test() as pilot:
        app.line.weigh("some passphrase")
        await pilot.pause(0.3)
        await pilot.press(*"typed")
        assert app.field.value == "typed"
        assert app.line.strength is None
        going_on.set()
        await app.workers.wait_for_complete()
        assert app.line.strength is Strength.FAIR


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (60, 20)])
async def test_the_door_stands_any_size(size: tuple[int, int]) -> None:
    app = Door()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"abc", "ctrl+r", "left", "backspace")
        assert app.field.value == "ac"

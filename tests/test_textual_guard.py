"""The guard in a headless app: what it tells, what it keeps back, and keys of other layouts."""

from __future__ import annotations

import os
import sys
from io import BytesIO, StringIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from heartwork.hardening import WORDS_KEPT, WORDS_NOT_KEPT
from heartwork.textual_guard import GuardedApp, TerminalDriver

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

CANARY = "kestrel-canary-9417"


class Page(GuardedApp[str]):
    """A label that takes focus, a field, and keys that leave a trace."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "trace('n')"),
        Binding("comma", "trace('comma')"),
        Binding("ctrl+l", "trace('ctrl+l')", priority=True),
        Binding("ctrl+k", "trace('ctrl+k')"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.traces: list[str] = []
        self.seals = 0

    def compose(self) -> ComposeResult:
        yield Static("label")
        yield Input()

    def on_mount(self) -> None:
        self.query_one(Static).can_focus = True
        self.query_one(Static).focus()

    def action_trace(self, word: str) -> None:
        self.traces.append(word)

    def seal(self) -> bool:
        self.seals += 1
        return True


# --- crashes -------------------------------------------------------------------------------------------


def refuse(secret: str) -> None:
    raise ValueError(f"no {secret}")


async def crash(app: Page) -> None:
    async with app.run_test() as pilot:
        app.call_later(refuse, CANARY)
        await pilot.pause()


async def test_an_error_is_sealed_first_and_told_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = Page()
    with pytest.raises(ValueError, match=CANARY):
        await crash(app)
    told = capsys.readouterr().err
    assert CANARY not in told
    assert told.startswith("heartwork stopped: ValueError\n")
    assert told.endswith(f"{WORDS_KEPT}\n")
    assert app.return_code == 1
    assert app.seals == 2


async def test_no_traceback_is_rendered_not_even_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[object] = []

    def render(**settings: object) -> str:
        rendered.append(settings)
        return ""

    monkeypatch.setattr("rich.traceback.Traceback", render)
    with pytest.raises(ValueError, match=CANARY):
        await crash(Page())
    assert rendered == []


async def test_a_seal_that_raises_or_cannot_save_is_told_honestly(capsys: pytest.CaptureFixture[str]) -> None:
    class Unsaved(Page):
        def seal(self) -> bool:
            raise OSError(CANARY)

    app = Unsaved()
    with pytest.raises(ValueError, match=CANARY):
        await crash(app)
    told = capsys.readouterr().err
    assert CANARY not in told
    assert told.endswith(f"{WORDS_NOT_KEPT}\n")


async def test_an_error_while_closing_still_closes_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stubborn(Page):
        def on_unmount(self) -> None:
            refuse(CANARY)

    closed: list[str] = []

    async def run() -> None:
        async with Stubborn().run_test() as pilot:
            monkeypatch.setattr(pilot.app._driver, "close", lambda: closed.append("closed"))

    with pytest.raises(ValueError, match=CANARY):
        await run()
    assert closed == ["closed"]


async def test_an_error_in_a_thread_after_leaving_changes_nothing() -> None:
    app = Page()
    async with app.run_test():
        app.exit("quit")
        app._guard_crash(ValueError(CANARY))
    assert (app.return_value, app.return_code) == ("quit", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is of Unix")
def test_an_app_that_leaves_does_not_take_the_terminal_again() -> None:
    driver: Any = SimpleNamespace(
        _auto_restart=True, _asleep=False, _guarded=SimpleNamespace(is_leaving=True)
    )
    driver.suspend_application_mode = lambda: pytest.fail("took the terminal again")
    TerminalDriver._wake(driver)


async def test_what_ends_the_app_twice_seals_and_tells_once() -> None:
    app = Page()
    told: list[str] = []
    app.ended = told.append  # type: ignore[assignment, method-assign]  # a double
    async with app.run_test():
        app.end("SIGHUP")
        app.end("input")
        assert app.seals == 1
    assert told == ["SIGHUP"]


# --- nothing leaves the screen of a real diary ---------------------------------------------------------


async def test_a_real_diary_has_no_screenshot_in_the_palette_and_delivers_nothing(tmp_path: Path) -> None:
    app = Page()
    place: dict[str, Any] = {"save_directory": tmp_path, "save_filename": "out"}
    async with app.run_test() as pilot:
        assert "Screenshot" not in [command.title for command in app.get_system_commands(app.screen)]
        assert len(list(app.get_system_commands(app.screen))) > 2
        assert app.deliver_screenshot(path=str(tmp_path)) is None
        assert app.deliver_text(StringIO(CANARY), **place) is None
        assert app.deliver_binary(BytesIO(CANARY.encode()), **place) is None
        assert app.save_screenshot(path=str(tmp_path)) == ""
        app.action_screenshot(path=str(tmp_path))
        await pilot.pause()
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - a path's own listing is refused in async code


async def test_a_demo_may_be_photographed(tmp_path: Path) -> None:
    app = Page()
    app.diary_is_real = False
    async with app.run_test():
        assert [c.title for c in app.get_system_commands(app.screen)].count("Screenshot") == 1
        assert (tmp_path / "page.svg").samefile(app.save_screenshot("page.svg", str(tmp_path)))


async def test_a_copy_is_forgotten_in_app_and_terminal_and_an_uncopied_clipboard_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Page()
    written: list[str] = []
    async with app.run_test():
        monkeypatch.setattr(app._driver, "write", written.append)
        app.clear_clipboard()
        assert written == []
        app.copy_to_clipboard(CANARY)
        app.clear_clipboard()
        assert app.clipboard == ""
        assert written[-1].endswith("\x1b]52;c;\a")
        app.copy_to_clipboard(CANARY)
    assert sum(sequence.endswith("\x1b]52;c;\a") for sequence in written) == 2
    assert app.clipboard == ""


async def test_the_process_does_not_go_to_sleep_by_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.kill", lambda *_: pytest.fail("a signal was sent"))
    app = Page()
    async with app.run_test():
        await app.run_action("suspend_process")


# --- keys of other layouts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "trace"),
    [
        ("т", ["n"]),
        ("ж", []),
        ("\N{CYRILLIC SMALL LETTER BE}", ["comma"]),
        ("ctrl+д", ["ctrl+l"]),
        ("ctrl+л", ["ctrl+k"]),
    ],
)
async def test_an_unbound_letter_is_read_by_its_place(key: str, trace: list[str]) -> None:
    app = Page()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.traces == trace


async def test_a_letter_that_is_bound_itself_acts_once() -> None:
    app = Page()
    app.bind("т", "trace('own')")
    async with app.run_test() as pilot:
        await pilot.press("т")
        assert app.traces == ["own"]


@pytest.mark.parametrize("field", [Input, TextArea])
async def test_a_text_field_keeps_its_letters_and_lets_modified_ones_through(
    field: type[Input | TextArea],
) -> None:
    app = Page()
    async with app.run_test() as pilot:
        widget = field()
        await app.mount(widget)
        widget.focus()
        await pilot.press("т", "ctrl+д")
        assert (widget.value if isinstance(widget, Input) else widget.text) == "т"
        assert app.traces == ["ctrl+l"]


async def test_a_widget_that_may_consume_a_letter_keeps_it_from_being_read_by_place() -> None:
    class Chooser(Static, can_focus=True):
        def check_consume_key(self, key: str, character: str | None) -> bool:
            return character is not None

    app = Page()
    async with app.run_test() as pilot:
        await app.mount(chooser := Chooser())
        chooser.focus()
        await pilot.press("т", "ctrl+д")
        assert app.traces == ["ctrl+l"]


async def test_a_modified_letter_reaches_a_priority_binding_from_a_dialog() -> None:
    app = Page()
    async with app.run_test() as pilot:
        await app.push_screen(ModalScreen())
        await pilot.press("т", "ctrl+д", "ctrl+л")
        assert app.traces == ["ctrl+l"]

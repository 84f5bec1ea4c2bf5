"""The line of keys: whole keys only, what works now, and a click is a press."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.binding import Binding

from heartwork.widgets.key_line import Key, KeyLine, fitting

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

SOME = tuple(Key(name, name, f"Do {name}", f"do_{name}", True, "") for name in "abc")
HELP = Key("?", "?", "Keys", "help", True, "Keys and help")


class Two(App[None]):
    """Two keys, of which one works only at times, and help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "open", "Open", tooltip="Open what is chosen"),
        Binding("b", "burn", "Burn"),
        Binding("question_mark", "help", "Keys", key_display="?"),
        Binding("x", "hidden", "Hidden", show=False),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.burns: bool | None = True

    def compose(self) -> ComposeResult:
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del parameters
        return self.burns if action == "burn" else True

    def action_open(self) -> None:
        self.done.append("open")

    def action_burn(self) -> None:
        self.done.append("burn")


async def test_it_says_what_works_and_a_click_presses_it() -> None:
    app = Two()
    async with app.run_test(size=(60, 5)) as pilot:
        line = app.query_one(KeyLine)
        assert line.render().plain == " a Open  b Burn  ? Keys "
        await pilot.click(KeyLine, offset=(10, 0))
        await pilot.click(KeyLine, offset=(50, 0))
        await pilot.click(KeyLine, offset=(3, 0))
        assert app.done == ["burn", "open"]
        await pilot.hover(KeyLine, offset=(3, 0))
        assert line.tooltip == "Open what is chosen"


async def test_what_does_not_work_is_left_out_or_dim_and_pressed_by_no_click() -> None:
    app = Two()
    async with app.run_test(size=(60, 5)) as pilot:
        app.burns = None
        app.refresh_bindings()
        await pilot.pause()
        await pilot.click(KeyLine, offset=(10, 0))
        assert not app.done
        assert [key.enabled for key in app.query_one(KeyLine).keys] == [True, False, True]
        app.burns = False
        app.refresh_bindings()
        await pilot.pause()
        assert app.query_one(KeyLine).render().plain == " a Open  ? Keys "


@given(st.integers(0, 60))
def test_keys_are_shown_whole_and_help_is_the_last_to_go(width: int) -> None:
    shown = fitting((*SOME[:1], HELP, *SOME[1:]), width)
    cells = sum(each.cells for each in shown)
    assert cells <= max(width, HELP.cells)
    assert HELP in shown
    assert [each for each in shown if each != HELP] == list(SOME[: len(shown) - 1])

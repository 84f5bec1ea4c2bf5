"""Help: what a screen is for, and every key that works there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Markdown, Static

from heartwork.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    Key = tuple[str, str]

_WIDEST_KEY = 16


class HelpScreen(Dialog[None]):
    """Shows the help of the screen below it, and the keys that work there."""

    DEFAULT_CSS = """
    HelpScreen {
        & Markdown { height: auto; padding: 0; margin: 0 0 1 0; background: $surface; }
        & .keys { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark", "dismiss", "Back", id="help.back", tooltip="Back to where you were"),
        Binding("down,j", "scroll(1)", show=False, id="help.down", tooltip="A line down"),
        Binding("up,k", "scroll(-1)", show=False, id="help.up", tooltip="A line up"),
        Binding("pagedown,space", "scroll(10)", show=False, id="help.page_down", tooltip="A page down"),
        Binding("pageup", "scroll(-10)", show=False, id="help.page_up", tooltip="A page up"),
    ]

    def __init__(self, words: str, keys: Sequence[Key]) -> None:
        """Show `words`, which are Markdown of our own, above `keys`, each with what it does."""
        super().__init__()
        self._words = words
        self._keys = tuple(keys)

    def compose_dialog(self) -> ComposeResult:
        """Compose the words above the keys."""
        yield Markdown(self._words)
        lines = [f"{key:<{_WIDEST_KEY + len(key) - cell_len(key)}} {said}" for key, said in self._keys]
        yield Static(Content("\n".join(lines)), classes="keys")

    def action_scroll(self, by: int) -> None:
        """Scroll by some lines."""
        self.query_one("VerticalScroll").scroll_relative(y=by, animate=False)


def keys_of(screen: Screen[Any]) -> list[Key]:
    """Return the keys that work on a screen as it is now, each with what it does, in their order there."""
    shown: dict[str, Key] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.tooltip and binding.id and active.enabled:
            keys, _ = shown.get(binding.id, ("", ""))
            key = screen.app.get_key_display(binding)
            shown[binding.id] = (f"{keys} {key}".strip(), binding.tooltip)
    return list(shown.values())

"""The keys that work right now, in one line at the foot of a screen."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.screen import Screen

HELP = "help"
"""The action that shows every key: it stays in the line when others have no room."""


class Key(NamedTuple):
    """A key with what it does, as it is shown."""

    name: str
    shown: str
    said: str
    action: str
    enabled: bool
    tooltip: str

    @property
    def text(self) -> tuple[str, str]:
        """The key and its words, each with the space around it."""
        return f" {self.shown} ", f"{self.said} "

    @property
    def cells(self) -> int:
        """How many cells it takes."""
        return sum(map(cell_len, self.text))


class KeyLine(Widget):
    """Shows as many whole keys as there is room for, in the order in which they are bound.

    One widget draws them all: a widget for each key, as in Textual's own footer, has to be made and styled
    again with every move of the focus, and that takes longer than all the rest of such a move.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"key-line--key", "key-line--off"}  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-description-foreground;
        background: $footer-background;
        text-wrap: nowrap;
        & > .key-line--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-line--off { text-style: dim; }
    }
    """

    keys: reactive[tuple[Key, ...]] = reactive[tuple[Key, ...]](())

    def on_mount(self) -> None:
        """Ask to be told when other keys work than before."""
        self.screen.bindings_updated_signal.subscribe(self, self._take_keys)

    def _take_keys(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.keys = shown_keys(screen)

    def render(self) -> Content:
        """Return the line."""
        key, off = self.get_visual_style("key-line--key"), self.get_visual_style("key-line--off")
        parts: list[Content] = []
        for each in fitting(self.keys, self.size.width):
            name, said = each.text
            part = Content.assemble((name, key), said)
            parts.append(part if each.enabled else part.stylize(off))
        return Content("").join(parts)

    def key_at(self, x: int) -> Key | None:
        """Return the key that is drawn at a column."""
        keys = fitting(self.keys, self.size.width)
        ends = accumulate(each.cells for each in keys)
        return next((each for each, end in zip(keys, ends, strict=True) if x < end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say more about the key under the mouse."""
        key = self.key_at(event.x)
        self.tooltip = key.tooltip if key else None

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        event.stop()
        key = self.key_at(event.x)
        if key and key.enabled:
            self.app.simulate_key(key.name)


def shown_keys(screen: Screen[object]) -> tuple[Key, ...]:
    """Return the keys to be shown on a screen; of those that do the same, the first."""
    found: dict[str, Key] = {}
    for _, binding, enabled, tooltip in screen.active_bindings.values():
        if binding.show and binding.action not in found:
            shown, said = screen.app.get_key_display(binding), binding.description
            found[binding.action] = Key(binding.key, shown, said, binding.action, enabled, tooltip)
    return tuple(found.values())


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """Return the first of some keys that fit a width as a whole, and at the end the one for help."""
    if sum(each.cells for each in keys) <= width:
        return list(keys)
    last = [each for each in keys if each.action == HELP]
    room = width - sum(each.cells for each in last)
    fit: list[Key] = []
    for each in keys:
        if each.action != HELP:
            room -= each.cells
            if room < 0:
                break
            fit.append(each)
    return [*fit, *last]

"""What Textual does for every app, done once for hundreds; and its pilot, who waits only for who works."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import _wait
from textual.app import ModeError, ScreenError
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot, WaitForScreenTimeout

if TYPE_CHECKING:
    import pytest
    from textual.css.model import RuleSet
    from textual.message_pump import MessagePump

_known: dict[object, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def parsed(self: Stylesheet, *sheet: Any, **settings: Any) -> list[RuleSet]:
    """Return the rules of a style sheet, which are parsed once for each set of colours."""
    colours = vars(self).get("colours")
    if colours is None or colours[0] is not self._variables:
        colours = vars(self)["colours"] = self._variables, frozenset(self._variables.items())
    key = sheet, tuple(settings.items()), colours[1]
    if key not in _known:
        _known[key] = _parse(self, *sheet, **settings)
    return _known[key]


def at_rest(pump: MessagePump) -> bool:
    """Tell whether a widget has done all it was told, and waits to be told something."""
    told: Any = pump._message_queue
    return not told.values and any(not each.done() for each in told.ready_event._waiters)


async def wait_for_screen(self: Pilot[Any], timeout: float = 30.0) -> bool:  # noqa: ASYNC109 - as Textual has it
    """Wait until all that was told to the app and its widgets is done; return whether it was.

    Textual's own tells something to each widget, and waits until it is done: a third of all messages.
    """
    try:
        screen = self.app.screen
    except (ModeError, ScreenError):
        return False
    left, all_done = 0, asyncio.Event()

    def one_done() -> None:
        nonlocal left
        left -= 1
        if not left:
            all_done.set()

    widgets = [each for each in screen.walk_children() if not at_rest(each)]
    left = sum(each.call_later(one_done) for each in (self.app, screen, *widgets))
    if left:
        ends = [asyncio.create_task(each.wait()) for each in (all_done, self.app._exception_event)]
        ended, still = await asyncio.wait(ends, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        for task in still:
            task.cancel()
        if not ended:
            raise WaitForScreenTimeout
    return left == 0


def be_brisk(patch: pytest.MonkeyPatch) -> None:
    """Have every app and pilot of these tests take less time for the same."""
    # The pilot sleeps 20 ms at a time, several times a key, to see whether the app is idle. Half of that will
    # do: what matters is waited for by what is on the screen.
    patch.setattr(_wait, "SLEEP_GRANULARITY", 0.01)
    patch.setattr(_wait, "SLEEP_IDLE", 0.0005)
    patch.setattr(Stylesheet, "_parse_rules", parsed)
    patch.setattr(Pilot, "_wait_for_screen", wait_for_screen)

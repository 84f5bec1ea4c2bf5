"""Names, or only aliases, everywhere: what stands on the screen already is drawn anew."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from textual.content import Content
from textual.widgets import OptionList, Static

from heartwork.content import trouble_with
from heartwork.content.circle_words import circle_words
from heartwork.diary.errors import VaultError
from heartwork.screens.dialog import Dialog
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import BY_ID
from heartwork.screens.telling import facts
from heartwork.widgets.lines_pane import LinesPane
from heartwork.widgets.veil import veil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen
    from textual.visual import VisualType
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_NAMED: WeakKeyDictionary[Widget, tuple[object, object]] = WeakKeyDictionary()
"""What a widget says now, and what it said before the veil: that is what it says again once it is lifted."""


def draw_anew(app: App[Any]) -> None:
    """Draw every screen as it may be read now."""
    for screen in _screens(app):
        for widget in screen.query("*"):
            _draw(widget)
        if isinstance(screen, RoomScreen) and screen.is_mounted:
            screen.refresh_list()
        elif isinstance(screen, Dialog) and screen.is_mounted:
            screen.show_again()


def _screens(app: App[Any]) -> Iterator[Screen[object]]:
    for mode in {*BY_ID, app.current_mode}:
        with suppress(KeyError):  # nobody was there yet
            yield from app.get_screen_stack(mode)


def _draw(widget: Widget) -> None:
    if isinstance(widget, Static):
        if (said := _turned(widget, widget.content)) is not None:
            widget.update(said)
    elif isinstance(widget, OptionList):
        _draw_options(widget)
    elif isinstance(widget, LinesPane):
        widget.fold_anew(keep=True)
    widget.notify_style_update()
    widget.refresh(layout=True)


def _draw_options(options: OptionList) -> None:
    before = [option.prompt for option in options.options]
    if veil() is not None:
        after = [_behind(each) if isinstance(each, Content | str) else each for each in before]
        _NAMED[options] = after, before
    else:
        shown, named = _NAMED.pop(options, (None, None))
        after = list(named) if shown == before and isinstance(named, list) else before
    for place, prompt in enumerate(after):
        options.replace_option_prompt_at_index(place, prompt)


def _turned(widget: Widget, said: VisualType) -> VisualType | None:
    """Return what a widget is to say now in the place of what it says; None for the same."""
    if veil() is None:
        shown, named = _NAMED.pop(widget, (None, None))
        return named if shown is said and isinstance(named, Content | str) else None
    if not isinstance(said, Content | str):
        return None
    behind = _behind(said)
    if behind is not said:
        _NAMED[widget] = behind, said
    return behind


def _behind(said: Content | str) -> Content | str:
    """Return what is said as it reads behind the veil; the same object where no name is in it."""
    over = veil()
    if over is None:
        return said
    if isinstance(said, str):
        return over.over(said)
    parts, at = list[Content](), 0
    for begin, end, alias in over.spans(said.plain):
        parts += [said[at:begin], Content(alias)]
        at = end
    return Content("").join([*parts, said[at:]]) if parts else said


def turn_aliases(app: App[Any], diary: Diary, clock: Clock) -> None:
    """Let names be read, or only aliases, draw everything anew, and say so."""
    words = circle_words().aliases
    try:
        only = diary.aliases.turn(now=clock())
    except VaultError as error:
        told = trouble_with(error, **facts(error, diary.path)).text
        app.notify(told, severity="warning", markup=False)
        return
    app.clear_notifications()
    draw_anew(app)
    app.notify(words.on if only else words.off, markup=False)

"""A list that stays open: lines that ship with a hint each, lines of one's own, and a tick for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.checklist_words import checklist_words
from heartwork.screens.memento_asking import MementoDialog
from heartwork.screens.question import AskLine
from heartwork.widgets.listing import Line
from heartwork.widgets.plain import plain
from heartwork.widgets.tick_list import Ticked, TickList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class OpenChecklist(MementoDialog[None]):
    """The list of a practice; what is ticked and added is kept in its run, each change one save."""

    HELP = help_for("open_checklist")
    DEFAULT_CSS = """
    OpenChecklist {
        & > VerticalScroll { width: 84; }
        & TickList { margin-bottom: 1; }
        & .hint { color: $secondary; min-height: 2; margin: 0; }
        &.-low TickList, &.-flat TickList { margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="checklist.back", tooltip="Close; everything is kept"),
        Binding("n", "add", "Add", id="checklist.add", tooltip="Add a line of your own"),
        Binding("d", "drop", "Take out", id="checklist.drop", tooltip="Take out a line of your own"),
        Binding("u", "undo", "Undo", id="checklist.undo", tooltip="Take the last change back"),
    ]
    listing = getters.query_one(TickList)
    hint = getters.query_one(".hint", Static)

    def __init__(self, diary: Diary, clock: Clock, practice: str) -> None:
        """Show the list of a practice."""
        super().__init__(diary, clock)
        self._shipped = checklist_words().checklist(practice)
        self._practice = practice
        self._hints = {item.id: item.hint for item in self._shipped.items}

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and below it the hint of the highlighted line."""
        yield Static(self._shipped.name, classes="title", markup=False)
        yield Static(self._shipped.line, markup=False)
        yield TickList(ascii_only=self.plainly)
        yield Static("", classes="hint", markup=False)
        yield self.keys(checklist_words().open.keys)

    def on_mount(self) -> None:
        """Show the list as it is."""
        self._show()
        self.set_focus(self.listing)

    @on(events.Resize)
    def _fit_list(self) -> None:
        self.fit(self.listing)

    def _show(self, keep: str | None = None) -> None:
        said = self._diary.runs.listed(self._practice)
        lines = {
            item.id: Ticked(Line(item.text, aside=item.group), (item.id in said.ticked,))
            for item in self._shipped.items
        }
        own = checklist_words().open.own
        lines |= {
            key: Ticked(Line(words, aside=own), (key in said.ticked,)) for key, words in said.own.items()
        }
        self.listing.show_ticked(lines, keep=keep)
        self.fit(self.listing)

    @on(TickList.Highlighted)
    def _say_hint(self, event: TickList.Highlighted) -> None:
        self.hint.update(plain(self._hints.get(event.id, "")))

    # --- changing ----------------------------------------------------------------------------------

    @on(TickList.Changed)
    def _ticked(self, event: TickList.Changed) -> None:
        event.stop()
        tick = partial(self._diary.runs.tick, self._practice, event.id, on=event.ticks[0])
        self._do(partial(tick, now=self._clock()))

    def _do(self, verb: Callable[[], object], keep: str | None = None) -> None:
        if self.change(verb):
            self.made += 1
            self._show(keep)

    @work
    async def action_add(self) -> None:
        """Ask for a line of one's own, and put it at the end."""
        words = checklist_words().open
        said = await self.app.push_screen_wait(AskLine(words.add, words.add_line, "", _nothing_said))
        if said:
            self._do(partial(self._diary.runs.add_line, self._practice, said, now=self._clock()))
            last = list(self._diary.runs.listed(self._practice).own)
            self.listing.move_to(last[-1] if last else "")

    def action_drop(self) -> None:
        """Take a line of one's own out; those that ship stay."""
        key = self.listing.current
        if key is not None and key in self._diary.runs.listed(self._practice).own:
            self._do(partial(self._diary.runs.drop_line, self._practice, key, now=self._clock()))
        elif key is not None:
            self.say(checklist_words().open.only_own)

    def action_undo(self) -> None:
        """Take the last change back that was made here."""
        self.undo_here()

    def show_again(self) -> None:
        """Show the list as it is now."""
        self._show()

    def action_leave(self) -> None:
        """Close; everything is kept already."""
        self.dismiss(None)


def _nothing_said(said: str) -> str:
    """Return what is wrong with a line of one's own, or nothing."""
    return "" if said else checklist_words().open.added_nothing

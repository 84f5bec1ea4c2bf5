"""A photo day: every picture in one list, many ticked at once, and one decision for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.checklist_words import checklist_words
from heartwork.content.deciding_words import decision_said
from heartwork.screens.batch_lines import pictures
from heartwork.screens.memento_asking import MementoDialog
from heartwork.screens.memento_page import DecideAll
from heartwork.widgets.checklist import Checklist
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.page import Clock


class PhotoDay(MementoDialog[None]):
    """Pictures to tick; enter decides about those that are, or about the one under the cursor."""

    HELP = help_for("photo_day")
    DEFAULT_CSS = """
    PhotoDay {
        & Checklist { margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="photo_day.back", tooltip="Back to the lists"),
        Binding("u", "undo", "Undo", id="photo_day.undo", tooltip="Take the last change back"),
    ]
    listing = getters.query_one(Checklist)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show the pictures among the mementos of `diary`."""
        super().__init__(diary, clock)
        self._dot = DOTS[self.plainly]

    def compose_dialog(self) -> ComposeResult:
        """Compose the list of pictures."""
        words = checklist_words().photos
        yield Static(words.title, classes="title", markup=False)
        yield Static(words.line, markup=False)
        yield Checklist(empty=words.empty, ascii_only=self.plainly)
        yield self.keys(words.keys)

    def on_mount(self) -> None:
        """Show the pictures."""
        self._show()
        self.set_focus(self.listing)

    @on(events.Resize)
    def _fit_list(self) -> None:
        self.fit(self.listing)

    def _show(self) -> None:
        shown = pictures(self._diary.mementos.all())
        lines = {each.id: Line(each.name, aside=self._aside(each)) for each in shown}
        self.listing.show_lines(KnownLines(lines))
        self.fit(self.listing)
        self.listing.marked &= {each.id for each in shown}

    def _aside(self, memento: Memento) -> str:
        said = (memento.where, decision_said(memento, self.today))
        return self._dot.join(each for each in said if each)

    @on(Checklist.Opened)
    def _opened(self, event: Checklist.Opened) -> None:
        event.stop()
        self._decide(self.listing.ticked or [event.id])

    @work
    async def _decide(self, ids: list[str]) -> None:
        if await self.app.push_screen_wait(DecideAll(self._diary, self._clock, ids)):
            self.made += 1
            self.listing.marked = frozenset()
            self._show()

    def action_undo(self) -> None:
        """Take the last change back that was made here."""
        self.undo_here()

    def show_again(self) -> None:
        """Show the list as it is now."""
        self._show()

    def action_leave(self) -> None:
        """Go back to the lists."""
        self.dismiss(None)

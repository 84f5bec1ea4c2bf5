"""The lists of what leaves, by where it goes; beside them a photo day and two lists that stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.checklist_words import checklist_words
from heartwork.screens.batch import BatchScreen
from heartwork.screens.batch_lines import batches, counted, pictures
from heartwork.screens.memento_asking import MementoDialog
from heartwork.screens.open_checklist import OpenChecklist
from heartwork.screens.photo_day import PhotoDay
from heartwork.widgets.listing import KnownLines, Line, Listing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

_PHOTOS: Final = "photos"


class BatchesScreen(MementoDialog[None]):
    """The list of lists; enter opens one of them."""

    HELP = help_for("batches")
    DEFAULT_CSS = """
    BatchesScreen {
        & Listing { margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="batches.back", tooltip="Back to the mementos"),
    ]
    listing = getters.query_one(Listing)

    def compose_dialog(self) -> ComposeResult:
        """Compose the list of lists."""
        words = checklist_words().lists
        yield Static(words.title, classes="title", markup=False)
        decided = bool(batches(self._diary.mementos.all()))
        yield Static(words.line if decided else words.empty, markup=False)
        yield Listing(ascii_only=self.plainly)
        yield self.keys(words.keys)

    def on_mount(self) -> None:
        """Show the lists as they are."""
        self._show()
        self.set_focus(self.listing)

    @on(events.Resize)
    def _fit_list(self) -> None:
        self.fit(self.listing)

    def _show(self) -> None:
        words, mementos = checklist_words().lists, self._diary.mementos.all()
        lines: dict[str, Line] = {}
        for batch, things in counted(mementos):
            gone = sum(each.gone for each in things)
            said = words.count.format(count=gone, all=len(things)) if gone else words.counted(len(things))
            lines[batch.key] = Line(batch.name, aside=said)
        count = len(pictures(mementos))
        lines[_PHOTOS] = Line(words.photos, aside=words.counted(count) if count else words.pictures_none)
        for shipped in checklist_words().checklists:
            said_of = self._diary.runs.listed(shipped.practice)
            ids = {*(item.id for item in shipped.items), *said_of.own}
            done = words.ticked.format(count=len(said_of.ticked & ids), all=len(ids))
            lines[shipped.practice] = Line(shipped.name, aside=done)
        self.listing.show_lines(KnownLines(lines))
        self.fit(self.listing)

    @on(Listing.Opened)
    def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        self._open(event.id)

    @work
    async def _open(self, key: str) -> None:
        await self.app.push_screen_wait(self._screen(key))

    def _screen(self, key: str) -> Screen[None]:
        batch = next((each for each in batches(self._diary.mementos.all()) if each.key == key), None)
        if batch is not None:
            return BatchScreen(self._diary, self._clock, batch)
        if key == _PHOTOS:
            return PhotoDay(self._diary, self._clock)
        return OpenChecklist(self._diary, self._clock, key)

    def show_again(self) -> None:
        """Show the lists as they are now."""
        self._show()

    def action_leave(self) -> None:
        """Go back to the mementos."""
        self.dismiss(None)

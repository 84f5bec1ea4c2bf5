"""The trash of the contact log: taken back into it, or erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.contact_words import contact_words
from heartwork.content.trash_words import trash_words
from heartwork.model.contact import ContactKind
from heartwork.screens.contact_looks import name_of
from heartwork.screens.goal_changing import Changing
from heartwork.screens.headings import plainly
from heartwork.screens.letter_looks import day_said
from heartwork.screens.question import Question
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.contact import ContactEvent


class ContactTrash(Changing[None]):
    """Lists the events in the trash; what would not fit into the log any more says why, and stays."""

    DEFAULT_CSS = """
    ContactTrash {
        & Listing { max-height: 45vh; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="contact_trash.back", tooltip="Close"),
        Binding("r", "restore", "Take back out", id="contact_trash.restore", tooltip="Back into the log"),
        Binding("x,delete", "erase", "Erase", id="contact_trash.erase", tooltip="Erase it for good"),
        Binding("u", "undo", "Undo", id="contact_trash.undo", tooltip="Take back what was done here last"),
    ]
    listing = getters.query_one(Listing)

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and what can be done there."""
        words = contact_words().trash
        yield Static(plain(words.title), classes="title")
        yield Listing(empty=words.empty, ascii_only=self.plainly)
        yield Static(plain(trash_words().about))
        yield Static("", classes="said", markup=False)
        yield Static(plain(plainly(words.keys, ascii_only=self.plainly)), classes="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.say("")
        self._show()
        self.listing.focus()

    def _show(self) -> None:
        now, left = self._clock(), self._diary.visits.left
        lines = {}
        for event in self._diary.contact.trashed():
            stays = trash_words().left.in_row(*left(event.trashed, now)) if event.trashed else ""
            said = DOTS[self.plainly].join((day_said(event.day, self.today), stays))
            lines[event.id] = Line(name_of(event), aside=said)
        self.listing.show_lines(KnownLines(lines))

    @property
    def _event(self) -> ContactEvent | None:
        key = self.listing.current
        return None if key is None else self._diary.contact.one(key)

    @on(Listing.Opened)
    def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        self.action_restore()

    def action_restore(self) -> None:
        """Take the highlighted event back into the log, and what went with it, if they fit."""
        if (event := self._event) is None:
            return
        back = [each for each in self._diary.contact.trashed() if _goes_with(each, event)]
        unfit = self._diary.contact.unfit(*back, now=self._clock())
        if unfit is not None:
            self.say(contact_words().unfit(unfit.wrong.value, unfit.day), wrong=True)
            return
        keys = [each.id for each in back]
        if self.change(lambda: self._diary.contact.restore(keys, now=self._clock())) is not None:
            self._show()
            self.say(contact_words().trash.restored.format(what=name_of(event)))

    def action_undo(self) -> None:
        """Take back what was done here last."""
        if self.take_back() is not None:
            self._show()

    @work
    async def action_erase(self) -> None:
        """Erase the highlighted event for good, after one question."""
        if (event := self._event) is None or not self.may_change:
            return
        words = contact_words().trash
        ways = [("stay", words.stay), ("erase", words.yes)]
        question = Question(words.erase.format(what=name_of(event)), [words.erase_line], ways)
        if await self.app.push_screen_wait(question) == "erase":
            self.change(lambda: self._diary.contact.erase([event.id], now=self._clock()))
            self._undoable = 0
            self._show()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _goes_with(event: ContactEvent, taken: ContactEvent) -> bool:
    """Tell whether an event was put in the trash with the one that is taken out: a pause and its end."""
    halves = (ContactKind.PAUSE, ContactKind.RESUME)
    return event == taken or (
        event.trashed == taken.trashed and event.kind in halves and taken.kind in halves
    )

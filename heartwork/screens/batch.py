"""One list of mementos that leave together: each packed, then gone, and in the end let go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.checklist_words import checklist_words
from heartwork.screens.batch_lines import as_text
from heartwork.screens.batch_text import BatchText
from heartwork.screens.memento_asking import MementoDialog
from heartwork.screens.memento_undoing import some_names
from heartwork.screens.question import Question
from heartwork.widgets.listing import Line
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.tick_list import Ticked, TickList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.batch_lines import Batch
    from heartwork.screens.page import Clock

_PACKED, _GONE = range(2)


class BatchScreen(MementoDialog[None]):
    """A list with two ticks a line, packed and gone; when all is gone it offers to let all of it go."""

    HELP = help_for("batch")
    DEFAULT_CSS = """
    BatchScreen {
        & TickList { margin-bottom: 1; }
        & .head { margin: 0; color: $text-muted; padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="batch.back", tooltip="Back to the lists"),
        Binding("p", f"tick({_PACKED})", "Packed", id="batch.packed", tooltip="Packed, or not"),
        Binding("g", f"tick({_GONE})", "Gone", id="batch.gone", tooltip="Gone, or not"),
        Binding("t", "text", "As text", id="batch.text", tooltip="Show the list as text, to print"),
        Binding("u", "undo", "Undo", id="batch.undo", tooltip="Take the last change back"),
    ]
    listing = getters.query_one(TickList)

    def __init__(self, diary: Diary, clock: Clock, batch: Batch) -> None:
        """Show the mementos of `diary` that are on the list `batch`."""
        super().__init__(diary, clock)
        self._batch = batch
        self._dot = DOTS[self.plainly]

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, with the names of the two ticks above it."""
        words = checklist_words().batch
        yield Static(plain_line(self._batch.name), classes="title")
        yield Static(plain(words.ticks), classes="head")
        yield TickList(empty=words.empty, ascii_only=self.plainly)
        yield self.keys(words.keys)

    def on_mount(self) -> None:
        """Show the list as it is."""
        self._show()
        self.set_focus(self.listing)

    @property
    def things(self) -> list[Memento]:
        """What is on the list."""
        return self._batch.among(self._diary.mementos.all())

    @on(events.Resize)
    def _fit_list(self) -> None:
        self.fit(self.listing)

    def _show(self) -> list[Memento]:
        """Show what is on the list, and return it."""
        things = self.things
        lines = {
            each.id: Ticked(Line(each.name, aside=self._aside(each)), (each.packed, each.gone))
            for each in things
        }
        self.listing.show_ticked(lines)
        self.fit(self.listing)
        return things

    def _aside(self, memento: Memento) -> str:
        """Return where a thing is, and who gets it where that is not the name of the list."""
        to = "" if memento.to == self._batch.to else memento.to
        return self._dot.join(said for said in (memento.where, to) if said)

    # --- ticking -----------------------------------------------------------------------------------

    @on(TickList.Changed)
    def _ticked(self, event: TickList.Changed) -> None:
        event.stop()
        packed, gone = event.ticks
        was = self._diary.mementos.one(event.id).gone if event.id in self._diary.mementos else gone
        tick = partial(self._diary.mementos.tick, [event.id], packed=packed, gone=gone, now=self._clock())
        if not self.change(tick):
            return
        self.made += 1
        things = self._show()
        if gone and not was and all(each.gone for each in things):
            self._offer_to_let_go()

    def action_tick(self, box: int) -> None:
        """Tick one of the boxes of the highlighted line, or take its tick away."""
        self.listing.tick(box)

    def action_undo(self) -> None:
        """Take the last change back that was made here."""
        self.undo_here()

    @work
    async def _offer_to_let_go(self) -> None:
        """Ask whether everything that is gone is let go, each with its weight, as one change."""
        words, ids = checklist_words().batch, [each.id for each in self.things]
        weight = sum(each.weight or 0 for each in self.things)
        several = len(ids) > 1
        title = words.all_gone.format(count=len(ids)) if several else words.all_gone_one
        names = some_names(self._diary, ids, words.more)
        said = [words.weighed[several].format(weight=weight)] if weight else []
        lines = [names, " ".join([*said, words.step[several]])]
        ways = [("yes", words.yes[several]), ("stay", words.stay[several])]
        answer = await self.app.push_screen_wait(Question(title, lines, ways))
        if answer == "yes" and self.change(partial(self._let_go, ids)):
            self.made += 1
            self.say(words.let_go[several].format(names=names))
            self._show()

    def _let_go(self, ids: list[str]) -> None:
        now = self._clock()
        with self._diary.together():
            for key in ids:
                self._diary.mementos.let_go(key, now=now)

    # --- as text -----------------------------------------------------------------------------------

    def action_text(self) -> None:
        """Show the list as plain text, from where it can be saved to be printed."""
        if self.things:
            self.app.push_screen(
                BatchText(as_text(self._batch, self.things), self.today, ascii_only=self.plainly)
            )

    def show_again(self) -> None:
        """Show the list as it is now."""
        self._show()

    def action_leave(self) -> None:
        """Go back to the lists."""
        self.dismiss(None)

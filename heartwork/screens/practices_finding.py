"""Finding among the practices: words as they are typed, and filters from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Input

from heartwork.content.practices_room_words import room_words
from heartwork.model.text import normal
from heartwork.screens.practices_list import PracticesList
from heartwork.screens.practices_rows import begins_words
from heartwork.screens.question import Question
from heartwork.widgets.line_field import LineField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.practice import Practice

_FILTERS = ("all", "letting_go", "hoping", "new", "short")


class PracticesFinding(PracticesList):
    """A list that is narrowed to what is looked for, and to what was filtered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash", "find", "Find", key_display="/", id="practices.find", tooltip="Find words, as you type"
        ),
        Binding("f", "filter", "Filter", id="practices.filter", tooltip="One path, what is new, or short"),
    ]
    find = getters.query_one("#find", LineField)

    def compose_fields(self) -> ComposeResult:
        """Compose the field to find with."""
        yield LineField(id="find", placeholder=room_words().hint, compact=True)

    # --- typing ----------------------------------------------------------------------------------------

    def needles(self) -> list[str]:
        """Return the words that are looked for, folded."""
        return normal(self.sought).split()

    def action_find(self) -> None:
        """Open the field to find with."""
        self.add_class("-finding")
        self.set_focus(self.find)
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.sought = event.value.strip()
        titled = (each for each in self.found() if self._is_titled(each))
        best = next(titled, None) if self.sought else None
        self.refresh_list(keep=None if best is None else best.id)

    def _is_titled(self, practice: Practice) -> bool:
        """Tell whether all that is looked for stands in the title of a practice."""
        return begins_words(self.needles(), normal(practice.title))

    @on(Input.Submitted, "#find")
    def _settled(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.rows)

    # --- filters ---------------------------------------------------------------------------------------

    @work
    async def action_filter(self) -> None:
        """Ask what is to be seen, and show that alone."""
        words = room_words().filter
        ways = [(name, str(getattr(words, name))) for name in _FILTERS]
        chosen = await self.app.push_screen_wait(Question(words.title, [], ways))
        if chosen is not None:
            self.shown = chosen
            self.refresh_list()
            self.rows.action_first()

    def widen(self) -> None:
        """Show every practice again."""
        self.shown, self.sought = "all", ""
        self.remove_class("-finding")
        with self.prevent(Input.Changed):
            self.find.value = ""
        self.refresh_list()
        self.set_focus(self.rows)

    def tell_aside(self) -> None:
        """Say how many were found, or what the list is narrowed to; else the day and the time."""
        words, name = room_words(), str(getattr(room_words().filter, self.shown))
        if self.sought:
            known = len(self.facts.known)
            self.bar.aside = words.found.format(sought=self.sought, found=self.rows.count, all=known)
        elif self.shown != "all":
            self.bar.aside = words.shown.format(name=name, found=self.rows.count)
        else:
            super().tell_aside()

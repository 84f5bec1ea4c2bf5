"""Then and now: two entries to read beside each other, or one after the other where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.reading_words import reading
from heartwork.screens.dialog import Dialog
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.looks import DOTS, POINTER
from heartwork.widgets.plain import plain
from heartwork.widgets.reading import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content.moods import Mood
    from heartwork.widgets.reading import Page


class ThenAndNow(Dialog[None]):
    """Shows two entries, the older one first."""

    HELP = help_for("then_and_now")
    DEFAULT_CSS = """
    ThenAndNow {
        background: $background;
        & > #above { height: 1; background: $surface; color: $text-muted; }
        & > #above Static { width: 1fr; height: 1; margin: 0; padding: 0 1; }
        & > #above .-here { color: $primary; text-style: bold; }
        & > #pages { height: 1fr; }
        & > #pages ReadingPane { width: 1fr; height: 1fr; }
        & > #pages #now { border-left: solid $border-blurred; }
        &.-narrow > #pages #now, &.-cramped > #pages #now { border-left: none; }
        &.-narrow > #pages .-there, &.-cramped > #pages .-there { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="then.back", tooltip="Back to where you were"),
        Binding("tab,shift+tab", "turn", "The other", id="then.turn", tooltip="To the other of the two"),
        Binding("left", "turn(0)", show=False, id="then.then", tooltip="To the older entry"),
        Binding("right", "turn(1)", show=False, id="then.now", tooltip="To the newer entry"),
    ]
    above = getters.query_one("#above", Horizontal)
    then = getters.query_one("#then", ReadingPane)
    now = getters.query_one("#now", ReadingPane)

    def __init__(
        self,
        then: Page,
        now: Page,
        apart: tuple[int, str] | None = None,
        *,
        moods: Sequence[Mood] | None = None,
        ascii_only: bool = False,
    ) -> None:
        """Show two pages; `apart` is how much later the second is, as a number and its unit."""
        super().__init__()
        self._pages = then, now
        self._apart = apart
        self._moods = moods
        self._ascii_only = ascii_only

    def compose(self) -> ComposeResult:
        """Compose the two pages below what each of them is."""
        with Horizontal(id="above"):
            yield Static()
            yield Static()
        with Horizontal(id="pages"):
            yield ReadingPane(moods=self._moods, ascii_only=self._ascii_only, id="then")
            yield ReadingPane(moods=self._moods, ascii_only=self._ascii_only, id="now")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the pages, beginning with the older one."""
        for pane, page in zip((self.then, self.now), self._pages, strict=True):
            pane.show(page)
        self.action_turn(0)

    def action_turn(self, to: int | None = None) -> None:
        """Go to the other page, or to one of them."""
        panes = self.then, self.now
        here = int(self.focused is self.then) if to is None else to
        for place, (pane, label) in enumerate(zip(panes, self.above.query(Static), strict=True)):
            for each in (pane, label):
                each.set_class(place == here, "-here")
                each.set_class(place != here, "-there")
            label.update(plain(self._said(place, here=place == here)))
        self.set_focus(panes[here])

    @on(DescendantFocus)
    def _reached(self, event: DescendantFocus) -> None:
        """Show which of the two is read, also where it was clicked."""
        if event.widget.has_class("-there"):
            self.action_turn(int(event.widget is self.now))

    def _said(self, place: int, *, here: bool) -> str:
        """Return what a page is, and whether it is the one that is read."""
        words = reading().then_and_now
        later = words.much_later(*self._apart) if place and self._apart else ""
        said = DOTS[self._ascii_only].join(part for part in ((words.then, words.now)[place], later) if part)
        return f"{POINTER[self._ascii_only] if here else ' '} {said}"

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

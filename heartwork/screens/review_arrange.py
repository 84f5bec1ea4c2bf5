"""Which parts a review asks, and in which order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import trouble_with
from heartwork.content.review_words import review_words
from heartwork.diary.errors import UnfitThing, VaultError
from heartwork.model.review import Part
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.telling import facts
from heartwork.widgets.listing import Line
from heartwork.widgets.ordered_list import OrderedList
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class ListArranging(Dialog[None]):
    """A list that is put in order in a dialog, each change at once in the diary; made of it are two."""

    DEFAULT_CSS = """
    ListArranging {
        & OrderedList { height: auto; max-height: 10; margin-bottom: 1; }
        & .keys { color: $text-muted; margin: 0; }
        &.-low Static, &.-flat Static { margin-bottom: 0; }
        &.-low OrderedList, &.-flat OrderedList { margin-bottom: 0; }
    }
    """
    listing = getters.query_one(OrderedList)
    wrong = getters.query_one(".wrong", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Change a list of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

    def compose_list(self, title: str, line: str, keys: str, empty: str = "") -> ComposeResult:
        """Compose the list between what it is and what can be pressed."""
        ascii_only = self._diary.settings.ascii_only
        yield Static(plain(title), classes="title")
        yield Static(plain(line))
        yield OrderedList(empty=empty, ascii_only=ascii_only)
        yield Static("", classes="wrong", markup=False)
        yield Static(plain(plainly(keys, ascii_only=ascii_only)), classes="keys")

    def on_mount(self) -> None:
        """Show the list."""
        self.show_list()
        self.set_focus(self.listing)

    def show_list(self, keep: str | None = None) -> None:
        """Show it as it is now, with the cursor on `keep`; to be overridden."""

    def change(self, verb: Callable[[], object], refused: str = "") -> bool:
        """Change the list and tell whether that is done; `refused` is said for what does not fit."""
        said = ""
        try:
            verb()
        except UnfitThing as error:
            said = refused or trouble_with(error, **facts(error, self._diary.path)).text
        except VaultError as error:
            said = trouble_with(error, **facts(error, self._diary.path)).text
        self.wrong.update(plain(said))
        return not said

    @on(OrderedList.Dropped)
    def _dropped(self, event: OrderedList.Dropped) -> None:
        event.stop()
        self.put(event.id, event.place)
        self.show_list(event.id)

    def put(self, key: str, place: int) -> None:
        """Keep that a line was put at a place; to be overridden."""

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class ReviewArrange(ListArranging):
    """The parts, each asked or left out, in the order in which they are asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="review_arrange.back", tooltip="Back to the review"),
        Binding("space", "turn", "Ask or not", id="review_arrange.turn", tooltip="Ask it, or leave it out"),
        Binding("h", "habits", "Care", id="review_arrange.habits", tooltip="What care is for you"),
    ]

    def compose_dialog(self) -> ComposeResult:
        """Compose the parts."""
        words = review_words().arrange
        yield from self.compose_list(words.title, words.line, words.keys)

    def show_list(self, keep: str | None = None) -> None:
        """Show the parts as they are now."""
        words = review_words()
        lines = {
            part.value: Line(words.parts[part.value], aside=words.arrange.on if on else words.arrange.off)
            for part, on in self._diary.reviews.order()
        }
        self.listing.show_ordered(lines, keep=keep)

    def put(self, key: str, place: int) -> None:
        """Ask a part at another place."""
        order = dict(self._diary.reviews.order())
        on = order.pop(Part(key))
        rows = [*order.items()]
        rows.insert(place, (Part(key), on))
        self.change(partial(self._diary.reviews.arrange, rows, now=self._clock()))

    def action_turn(self) -> None:
        """Ask the highlighted part, or leave it out."""
        if (key := self.listing.current) is None:
            return
        rows = [(part, on != (part.value == key)) for part, on in self._diary.reviews.order()]
        verb = partial(self._diary.reviews.arrange, rows, now=self._clock())
        self.change(verb, review_words().arrange.last)
        self.show_list(key)

    def action_habits(self) -> None:
        """Change what care is."""
        from heartwork.screens.care_habits import CareHabits

        self.app.push_screen(CareHabits(self._diary, self._clock))

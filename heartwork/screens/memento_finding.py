"""Finding among the mementos: words as they are typed, and filters from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.widgets import Input

from heartwork.content.deciding_words import deciding_words
from heartwork.content.memento_words import memento_words
from heartwork.diary.mementos import searched
from heartwork.model.memento import Decision, Sort
from heartwork.model.text import normal
from heartwork.screens.memento_list import MementoList
from heartwork.screens.memento_rows import Order, Shown, Where
from heartwork.screens.question import MOST_ANSWERS, AskLine, Question
from heartwork.widgets.line_field import LineField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.page import Clock


class MementoFinding(MementoList):
    """A list that is narrowed to what is looked for, and to what was filtered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash", "find", "Find", key_display="/", id="mementos.find", tooltip="Find words, as you type"
        ),
        Binding(
            "f", "filter", "Filter", id="mementos.filter", tooltip="One sort, place or decision, the trash"
        ),
        Binding("o", "order", "Order", id="mementos.order", tooltip="By weight, sort, place or decision"),
        Binding(
            "t",
            "show_trash",
            "The trash",
            show=False,
            id="mementos.show_trash",
            tooltip="Show the trash, or leave it",
        ),
    ]

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show the mementos of `diary`, all of them at first."""
        super().__init__(diary, clock)
        self._sought = ""
        self._shown_name = ""
        self._of = 0
        self._folded: dict[str, tuple[str, str]] = {}

    def compose_fields(self) -> ComposeResult:
        """Compose the field to find with."""
        yield LineField(id="find", placeholder=memento_words().aside.hint, compact=True)
        yield from super().compose_fields()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to find only where a slash is not typed into a field."""
        if action == "find":
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    # --- typing ----------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Open the field to find with."""
        self.add_class("-finding")
        self.set_focus(self.query_one("#find"))
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._sought = event.value.strip()
        self.refresh_list()

    @on(Input.Submitted, "#find")
    def _settled(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.rows)

    def among(self, seen: list[Memento]) -> list[Memento]:
        """Return the mementos in which every word that was typed occurs."""
        every = super().among(seen)
        self._of = len(every)
        needles = normal(self._sought).split()
        if not needles:
            return every
        return [memento for memento in every if all(needle in self._said(memento) for needle in needles)]

    def _said(self, memento: Memento) -> str:
        """Return what is looked through, folded; each is folded once, until it changes."""
        known = self._folded.get(memento.id)
        if known is None or known[0] != memento.rev:
            known = self._folded[memento.id] = memento.rev, searched(memento)
        return known[1]

    def when_empty(self) -> str:
        """Return what is said where nothing is found, or nothing is of what was filtered."""
        words = memento_words().list
        if self._sought:
            return words.none_found
        if self.shown == Shown():
            return super().when_empty()
        return {Where.TRASH: words.trash_empty, Where.AWAY: words.none_away}.get(
            self.shown.where, words.none_shown
        )

    def tell_aside(self) -> None:
        """Say how many were found, or what the list is narrowed to."""
        words, found = memento_words().aside, self.rows.things
        if self.rows.marked:
            super().tell_aside()
        elif self._sought:
            said = words.found.format(sought=self._sought, found=found, all=self._of)
            self.bar.aside = f"{said} · {self._shown_name}" if self._shown_name else said
        elif self._shown_name:
            self.bar.aside = words.shown.format(name=self._shown_name, found=found)
        else:
            super().tell_aside()

    # --- filters ---------------------------------------------------------------------------------------

    @work
    async def action_filter(self) -> None:
        """Ask what is to be seen, and show that alone."""
        words = memento_words().filter
        names = ("everything", "sort", "place", "decision", "due", "away", "trash")
        answer = await self._ask(words.title, [(name, str(getattr(words, name))) for name in names])
        match answer:
            case None:
                return
            case "sort":
                await self._filter_sort()
            case "place":
                await self._filter_place()
            case "decision":
                await self._filter_decision()
            case "due":
                self.show(Shown(due=True), words.due)
            case _:
                self.show(Shown(Where(answer)), "" if answer == "everything" else str(getattr(words, answer)))

    async def _filter_sort(self) -> None:
        names = deciding_words()
        sorts = [(sort.value, names.sort_name(sort)) for sort in Sort]
        if answer := await self._ask(memento_words().filter.which_sort, sorts):
            self.show(Shown(sort=Sort(answer)), names.sort_name(Sort(answer)))

    async def _filter_decision(self) -> None:
        names = deciding_words()
        ways = [(decision.value, names.decision_name(decision)) for decision in Decision]
        if answer := await self._ask(memento_words().filter.which_decision, ways):
            self.show(Shown(decision=Decision(answer)), names.decision_name(Decision(answer)))

    async def _filter_place(self) -> None:
        """Ask for one of the places, where the most things are first; or for some words."""
        words, places = memento_words().filter, dict[str, tuple[str, int]]()
        for memento in self._diary.mementos.all():
            if memento.where:
                name, count = places.get(normal(memento.where), (memento.where, 0))
                places[normal(memento.where)] = name, count + 1
        if not places:
            self.toast(words.no_place)
            return
        most = sorted(places.values(), key=lambda place: (-place[1], place[0]))[: MOST_ANSWERS - 1]
        ways = [(name, f"{name}  {count}") for name, count in most]
        more = [("", words.another)] if len(places) >= MOST_ANSWERS else []
        place = await self._ask(words.which_place, [*ways, *more])
        if place == "":
            asked = AskLine(words.which_place, words.which, "", lambda _: "")
            place = await self.app.push_screen_wait(asked)
        if place:
            self.show(Shown(place=place), place)

    async def _ask(self, title: str, ways: list[tuple[str, str]]) -> str | None:
        return await self.app.push_screen_wait(Question(title, [], ways))

    def show(self, shown: Shown, name: str = "") -> None:
        """Narrow the list to something that has a name; what is typed narrows it further."""
        self.shown, self._shown_name = shown, name
        self.done()
        self.set_class(self.in_trash, "-trash")
        self.refresh_list()

    def action_show_trash(self) -> None:
        """Show the trash in the place of the list, or the list again."""
        self.show(Shown() if self.in_trash else Shown(Where.TRASH), memento_words().filter.trash)
        if not self.in_trash:
            self._shown_name = ""
            self.tell_aside()

    # --- the way back ----------------------------------------------------------------------------------

    @property
    def narrowed(self) -> bool:
        """Whether something is looked for or filtered."""
        return self.has_class("-finding") or self.shown != Shown()

    def widen_to_all(self) -> None:
        """Let go of what was typed and of the filter."""
        while self.narrowed:
            self.widen()

    def widen(self) -> None:
        """Let go of what was typed, or else of the filter."""
        if self.has_class("-finding"):
            self.remove_class("-finding")
            self.query_one("#find", LineField).value = ""
            self._sought = ""
            self.refresh_list()
        else:
            self.show(Shown())

    # --- order -----------------------------------------------------------------------------------------

    @work
    async def action_order(self) -> None:
        """Ask in which order the list is to be."""
        words = memento_words().order
        ways = [(order.value, str(getattr(words, order.value))) for order in Order]
        answer = await self.app.push_screen_wait(Question(words.title, [], ways))
        if answer is not None:
            self.order = Order(answer)
            self.refresh_list()

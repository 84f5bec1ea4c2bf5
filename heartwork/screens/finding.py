"""Finding in the journal: words as they are typed, filters from a list, and how far the search has come."""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.events import Mount
from textual.widgets import Input

from heartwork.content.journal_words import journal_words
from heartwork.content.words import door
from heartwork.model.entry import Kind
from heartwork.model.query import UnclearQuery, parse_query
from heartwork.model.sought import Query, Where, label
from heartwork.screens.entry_list import EMPTY, EntryList
from heartwork.screens.question import MOST_ANSWERS, AskLine, Question
from heartwork.widgets.line_field import LineField

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.timer import Timer

_FOLDS = 0.008
"""Seconds that are spent on the index before keys get their turn."""

_FIRST_SCREEN = 60
"""How many rows are enough to be shown before the search has ended."""

_A_PAUSE = 1.2
"""Seconds after the last key until what was not understood is said."""

_SOON, _LATER = 0.06, 0.5
"""Seconds after which fewer are shown too, and until more are."""

_FILTERS: dict[str, Query] = {
    "everything": Query(),
    "starred": Query(starred=True),
    "letters": Query(kinds=frozenset({Kind.LETTER})),
    "check_ins": Query(kinds=frozenset({Kind.CHECK_IN, Kind.REVIEW})),
    "notes": Query(kinds=frozenset(Kind) - {Kind.CHECK_IN, Kind.REVIEW}),
    "away": Query(where=Where.AWAY),
    "trash": Query(where=Where.TRASHED),
}
_TAG = "tag"


class Finding(EntryList):
    """A list that is narrowed to what is looked for, and to what was filtered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash", "find", "Find", key_display="/", id="journal.find", tooltip="Find words, as you type"
        ),
        Binding(
            "f", "filter", "Filter", id="journal.filter", tooltip="Show letters, starred, put away, trash"
        ),
        Binding(
            "t",
            "show_trash",
            "The trash",
            show=False,
            id="journal.show_trash",
            tooltip="Show the trash, or leave it",
        ),
    ]
    field = getters.query_one("#find", LineField)

    filtered: Query = Query()
    """What the list is narrowed to besides what is typed."""

    _filter_name = ""
    _sought = ""
    _unclear = ""
    _pause: Timer | None = None
    _found: int | None = None

    # --- typing --------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Open the field to find with."""
        self.add_class("-finding")
        self.set_focus(self.field)
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._sought = event.value.strip()
        self.notices.say("unclear", "")
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_A_PAUSE, self._say_unclear)
        self._look(typing=True)

    def _say_unclear(self) -> None:
        """Say after a pause what was not understood; while somebody types, the last word is not done."""
        try:
            parse_query(self._sought, self._diary.today or self._clock().date())
        except UnclearQuery as unclear:
            self.notices.say("unclear", str(unclear))

    @on(Input.Submitted, "#find")
    def _settled(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._look(typing=False):
            self.toast(self._unclear, warning=True)
        else:
            self.set_focus(self.timeline)

    def _look(self, *, typing: bool) -> bool:
        """Look for what the field says; tell whether all of it was understood."""
        today = self._diary.today
        try:
            said = parse_query(self._sought, today or self._clock().date(), typing=typing)
        except UnclearQuery as unclear:
            self._unclear = str(unclear)
            self.notices.say("unclear", self._unclear)
            return False
        self._unclear = ""
        self._narrow(self.filtered.also(said))
        return True

    def _narrow(self, query: Query) -> None:
        self.looked_for = query
        self.set_class(self.in_trash, "-trash")
        self.timeline.say_when_empty(self._when_empty())
        self.refresh_list()
        self.refresh_bindings()

    def _when_empty(self) -> str:
        words = door().empty
        if not self.looked_for.asks_nothing:
            return words.found
        return {Where.TRASHED: words.trash, Where.AWAY: words.found}.get(self.looked_for.where, EMPTY)

    # --- looking -------------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show what the list is narrowed to, with the cursor on `keep` or where it was."""
        if self.looked_for.asks_nothing:
            self.workers.cancel_group(self, "find")
            shown = self.looked_for.where is Where.SHOWN
            self._found = None if shown else len(self._diary.among(self.looked_for.where))
            super().refresh_list(keep=keep)
            self.tell_aside()
        else:
            self._search(keep)

    @work(exclusive=True, group="find")
    async def _search(self, keep: str | None) -> None:
        """Look through the diary a few milliseconds at a time; show what came up before all is done."""
        found, shown, due = list[str](), 0, monotonic() + _SOON
        for batch in self._diary.search(self.looked_for):
            found += batch
            if len(found) > shown and (monotonic() >= due or (not shown and len(found) >= _FIRST_SCREEN)):
                shown, due = len(found), monotonic() + _LATER
                self._show_found(found, keep)
            await asyncio.sleep(0)
        self._show_found(found, keep)
        self.fold()  # what has changed since is taken in before the next search

    def _show_found(self, found: list[str], keep: str | None) -> None:
        self._count(len(found))
        self.show_ids(list(found), keep=keep)

    def _count(self, found: int) -> None:
        self._found = found
        self.tell_aside()

    @on(Mount)
    def _begin_to_fold(self) -> None:
        """Begin with the index once the room is on the screen."""
        self.call_after_refresh(self.fold)

    @work(exclusive=True, group="fold")
    async def fold(self) -> None:
        """Take the diary into the index, the newest first, a few milliseconds at a time."""
        folding = iter(partial(self._diary.index.fold, _FOLDS), True)
        for _ in folding:
            await asyncio.sleep(0)

    def tell_aside(self) -> None:
        """Say what was found and how far was looked, or what the list is narrowed to."""
        words = journal_words().aside
        if self.timeline.marked:
            super().tell_aside()
        elif self._found is not None and self._sought:
            self.bar.aside = self._said_of(self._found)
        elif self._filter_name:
            found = self.timeline.count if self._found is None else self._found
            self.bar.aside = words.shown.format(name=self._filter_name, found=found)
        else:
            super().tell_aside()

    def _said_of(self, found: int) -> str:
        """Return how many were found of how many, and how far was looked while that is not everything."""
        words, all_of_them = journal_words().aside, len(self._diary.among(self.looked_for.where))
        covered, known = self._diary.index.covered
        line = words.found if covered == known else words.found_so_far
        within = min(covered, all_of_them)
        said = line.format(sought=self._sought, found=found, covered=within, all=all_of_them)
        return f"{said} · {self._filter_name}" if self._filter_name else said

    # --- filters -------------------------------------------------------------------------------------

    @work
    async def action_filter(self) -> None:
        """Ask what is to be seen, and show that alone."""
        words = journal_words().filter
        ways = [(name, str(getattr(words, name))) for name in (*list(_FILTERS)[:5], _TAG, "away", "trash")]
        answer = await self.app.push_screen_wait(Question(words.title, [], ways))
        if answer == _TAG:
            await self._filter_tag()
        elif answer is not None:
            self.filter_by(_FILTERS[answer], "" if answer == "everything" else str(getattr(words, answer)))

    async def _filter_tag(self) -> None:
        words = journal_words().filter
        tags = list(self._diary.tags().items())
        if not tags:
            self.toast(words.no_tags)
            return
        ways = [(tag, f"#{tag}  {count}") for tag, count in tags[: MOST_ANSWERS - 1]]
        more = [("", words.another)] if len(tags) >= MOST_ANSWERS else []
        tag = await self.app.push_screen_wait(Question(words.which_tag, [], [*ways, *more]))
        if tag == "":
            tag = await self.app.push_screen_wait(AskLine(words.which_tag, words.which, "", lambda _: ""))
        if tag:
            self.filter_by(Query(labels=(label("tag", tag),)), f"#{tag}")

    def filter_by(self, query: Query, name: str) -> None:
        """Narrow the list to a query that has a name; what is typed narrows it further."""
        self.filtered, self._filter_name = query, name
        self._look(typing=True)

    def action_show_trash(self) -> None:
        """Show the trash in the place of the list, or the list again."""
        self.done()
        if self.in_trash:
            self.show_everything()
        else:
            self.filter_by(_FILTERS["trash"], door().empty.in_trash)

    def show_everything(self, *, keep: str | None = None) -> None:
        """Show every entry: nothing is looked for, and nothing filtered."""
        self.stop_finding()
        self.refresh_list(keep=keep)

    @property
    def narrowed(self) -> bool:
        """Whether something is looked for or filtered."""
        return self.has_class("-finding") or self.filtered != Query()

    def stop_finding(self) -> None:
        """Let go of what was typed, or else of the filter."""
        self.notices.say("unclear", "")
        if self.has_class("-finding"):
            self.remove_class("-finding")
            self.field.value = ""
            self._sought = ""
        else:
            self.filtered, self._filter_name = Query(), ""
        self._look(typing=True)

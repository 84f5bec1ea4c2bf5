"""Looking back: on this day, then and now, any entry, the calendar; not at what is better left alone."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content import moods_named
from heartwork.content.journal_words import journal_words
from heartwork.insights.memories import apart, fence, on_this_day
from heartwork.screens.desk import Desk
from heartwork.screens.question import MOST_ANSWERS, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import BindingType

    from heartwork.insights.memories import Fence
    from heartwork.model.entry import Kind

_TRIES = 200
"""How many entries are looked at for one that may come up by chance."""


class LookingBack(Desk):
    """The part of the journal that looks back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "calendar",
            "Calendar",
            show=False,
            id="journal.calendar",
            tooltip="The calendar, a mood for each day",
        ),
        Binding(
            "b",
            "look_back",
            "Look back",
            show=False,
            id="journal.look_back",
            tooltip="On this day, then and now, any entry",
        ),
    ]
    chance: ClassVar[random.Random] = random.Random()  # noqa: S311 - it picks an entry to read, no secret

    @work
    async def action_look_back(self) -> None:
        """Ask which way to look back, and do so."""
        words = journal_words().back
        two = len(self.chosen) == 2  # noqa: PLR2004 - then, and now
        ways = [
            ("day", words.on_this_day),
            ("beside", words.then_and_now_marked if two else words.then_and_now),
            ("random", words.random),
            ("calendar", words.calendar),
        ]
        match await self.app.push_screen_wait(Question(words.title, [], ways)):
            case "day":
                await self._on_this_day()
            case "beside":
                self._side_by_side()
            case "random":
                self._by_chance()
            case "calendar":
                self.action_calendar()

    @work
    async def action_calendar(self) -> None:
        """Show the calendar, and go to the day that is chosen."""
        from heartwork.screens.calendar import calendar_of

        today = self._diary.today or self._clock().date()
        at = date.fromisoformat(self._diary.day(self.place)) if self.place else today
        day = await self.app.push_screen_wait(calendar_of(self._diary, at, today))
        if day is None:
            return
        if ids := self._diary.day_ids(day):
            self.move_to(ids[-1])
        else:
            self.toast(journal_words().back.nothing_then.format(day=f"{day:%A} {day.day} {day:%B %Y}"))

    # --- on this day -----------------------------------------------------------------------------

    async def _on_this_day(self) -> None:
        words = journal_words().back
        found = list(self.memories())[:MOST_ANSWERS]
        if not found:
            self.toast(words.nothing_today)
            return
        ways = [(key, words.memory.format(ago=ago, words=self.quote(key))) for key, ago in found]
        key = await self.app.push_screen_wait(Question(words.on_this_day, [], ways))
        if key is not None:
            self.go_to(key)

    def memories(self) -> Iterator[tuple[str, str]]:
        """Yield the entries that come to mind today, and how long ago each was, in words."""
        today, first = self._diary.today, self._first_day()
        if today is None or first is None:
            return
        within = self._fence(first)
        for memory in on_this_day(today, first):
            if within.lets(memory.day, self._felt):
                for key in self._diary.day_ids(memory.day):
                    if self._readable(key):
                        yield key, journal_words().long_ago(memory.ago, memory.unit)

    def remind(self) -> None:
        """Say in passing what comes to mind today, where that was asked for."""
        if self._diary.settings.on_this_day and (found := next(self.memories(), None)):
            key, ago = found
            words = journal_words().back.notice
            self.toast(words.format(ago=f"{ago[0].upper()}{ago[1:]}", words=self.quote(key)))

    def _fence(self, first: date) -> Fence:
        settings = self._diary.settings
        return fence(first, low=settings.on_this_day_low, weeks=settings.on_this_day_after)

    def _first_day(self) -> date | None:
        """Return the first day there is an entry of."""
        ids = self._diary.ids()
        return date.fromisoformat(self._diary.day(ids[-1])) if ids else None

    def _felt(self, day: date) -> list[tuple[Kind, int]]:
        felt: Mapping[str, list[tuple[Kind, int]]] = self._diary.felt(day, day)
        return felt.get(day.isoformat(), [])

    def _readable(self, key: str) -> bool:
        """Tell whether an entry has words that may be read today."""
        entry = self._diary.entry(key)
        closed = entry.sealed is not None or key in {letter.entry for letter in self._diary.letters.due()}
        return not closed and bool(self.seen(entry).headline)

    # --- any entry, and two beside each other --------------------------------------------------------

    def _by_chance(self) -> None:
        ids, first = self._diary.ids(), self._first_day()
        within = self._fence(first) if first else None
        for key in self.chance.sample(ids, min(len(ids), _TRIES)):
            day = date.fromisoformat(self._diary.day(key))
            if within is not None and within.lets(day, self._felt) and self._readable(key):
                self.go_to(key)
                return
        self.toast(journal_words().back.nothing_to_pick)

    def _side_by_side(self) -> None:
        from heartwork.screens.then_and_now import ThenAndNow

        chosen, ids = self.chosen, self._diary.ids()
        pair = chosen if len(chosen) == 2 else [*chosen[:1], *ids[:1]]  # noqa: PLR2004 - then, and now
        entries = sorted((self._diary.entry(key) for key in set(pair)), key=lambda entry: entry.at)
        if len(entries) != 2 or any(entry.sealed for entry in entries):  # noqa: PLR2004 - as above
            self.toast(journal_words().back.nothing_beside)
            return
        then, now = entries
        settings = self._diary.settings
        screen = ThenAndNow(
            self.page(then),
            self.page(now),
            apart(then.day, now.day),
            moods=moods_named(settings),
            ascii_only=settings.ascii_only,
        )
        self.app.push_screen(screen)

"""The contact log, as the grief room shows it: what remains true, and a slip to note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding

from heartwork.content.contact_words import contact_words, day_near
from heartwork.diary.here import local_zone
from heartwork.insights.contact_rules import open_pause, waiting
from heartwork.model.contact import ContactKind, lived
from heartwork.model.days import logical_day
from heartwork.screens.contact_doing import begin, note
from heartwork.screens.contact_log import ContactLogScreen
from heartwork.screens.contact_looks import name_of
from heartwork.screens.contact_typed import draft_for
from heartwork.screens.grief_sections import GriefPart, Section, SectionRow
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from textual.binding import BindingType

    from heartwork.diary import Diary

_CONTACT: Final = "contact:"
_LOG, _SLIP, _WAIT = f"{_CONTACT}log", f"{_CONTACT}slip", f"{_CONTACT}wait"


def section(diary: Diary, now: datetime) -> Section:
    """Return the rows of this part."""
    return Section(contact_words().room.title, [*_rows(diary, now)])


def _rows(diary: Diary, now: datetime) -> Iterator[SectionRow]:
    words, stands = contact_words().room, contact_words().stands
    wait = waiting(diary.contact.all(), now)
    waits = [SectionRow(_WAIT, "", name_of(wait))] if wait is not None else []
    if not diary.contact.started:
        yield SectionRow(_LOG, "l", words.begin, stands.off)
        yield from waits  # a practice may have chosen a day without a log
        return
    zone, day_end = local_zone(), diary.settings.day_end
    today = diary.today or logical_day(now, zone, day_end)
    numbers = diary.contact.numbers(today)
    name, *said = stands.said(numbers, today) or (words.log,)
    if (pause := open_pause(diary.contact.events())) is not None and numbers.paused:
        said.append(stands.paused.format(day=day_near(pause.day, today)))
    yield SectionRow(_LOG, "l", name, DOTS[diary.settings.ascii_only].join(each for each in said if each))
    yield from waits
    slip = lived(ContactKind.SLIP, now, zone, day_end)
    yield SectionRow(_SLIP, "", words.slip, stands.begun if draft_for(diary, slip) else "")


class ContactKeys(GriefPart):
    """The keys of this part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "log", "Contact", id="grief.log", tooltip="The contact log, and its beginning"),
    ]

    @work
    async def action_log(self) -> None:
        """Show the log, or ask whether it is to begin."""
        await self._show_log()

    def add_here(self) -> bool:
        """Note a slip, where the cursor is on the log."""
        if not self.row.startswith(_CONTACT):
            return super().add_here()
        self._note_slip()
        return True

    async def open_row(self, key: str) -> bool:
        """Open the log, or note a slip."""
        if not key.startswith(_CONTACT):
            return await super().open_row(key)
        if key == _SLIP:
            await self._slip()
        else:
            await self._show_log()
        return True

    @work
    async def _note_slip(self) -> None:
        await self._slip()

    async def _slip(self) -> None:
        """Note a slip; where the log has not begun, ask for that first."""
        if self.may_change and (self._diary.contact.started or await self._begun()):
            await note(self.app, self._diary, self._clock, ContactKind.SLIP)
            self.refresh_list(keep=_SLIP)

    async def _show_log(self) -> None:
        if not self._diary.contact.started:
            if self.may_change and await self._begun():
                self.refresh_list(keep=_LOG)
            return
        await self.app.push_screen_wait(ContactLogScreen(self._diary, self._clock))
        self.refresh_list(keep=_LOG)

    async def _begun(self) -> bool:
        """Ask whether and since when the log is to count, and tell whether it does."""
        start = await begin(self.app, self._diary, self._clock)
        if start is None:
            return False
        change = self.change(lambda: self._diary.contact.keep(start, now=self._clock()))
        if change is None or not change.ids:
            return False
        today = self._diary.today or start.day
        self.toast(contact_words().beginning.started.format(day=day_said(start.day, today)))
        return True

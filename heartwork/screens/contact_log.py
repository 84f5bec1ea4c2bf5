"""The contact log, month by month, the newest first: noted, changed, paused, and taken back here."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.events import ScreenResume, ScreenSuspend
from textual.widgets import Static

from heartwork.content.contact_words import contact_words
from heartwork.insights.contact_rules import open_pause
from heartwork.model.contact import ContactKind
from heartwork.model.days import local
from heartwork.screens.contact_calendar import ContactCalendar, days_of_contact
from heartwork.screens.contact_doing import day_to_come, no_day_to_come, note, wait_until
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_looks import aside_of, name_of, numbers_said, sign_of, told_of, true_said
from heartwork.screens.contact_trash import ContactTrash
from heartwork.screens.goal_changing import Changing
from heartwork.screens.jotted_line import JottedLine
from heartwork.screens.letter_looks import month_said
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import Line
from heartwork.widgets.plain import plain
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.model.contact import ContactEvent
    from heartwork.screens.page import Clock

_DAY_CELLS = 8
"""Cells of a date and its time, as in 22 22:00."""

_MOST_SAID = 600
"""Characters of what is said about an event below the list; the rest is in its fields."""


class EventLines:
    """Events as lines, each made when it is looked at."""

    def __init__(self, events: Sequence[ContactEvent], now: datetime, *, ascii_only: bool) -> None:
        self._events = events
        self._now = now
        self._places = {event.id: place for place, event in enumerate(events)}
        self._ascii_only = ascii_only

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._events)

    def id_at(self, index: int) -> str:
        """Return the id of the event at `index`."""
        return self._events[index].id

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the event `wanted` is, None where it is not among these."""
        return self._places.get(wanted)

    def line(self, index: int) -> Line:
        """Return the event at `index` as a line."""
        event = self._events[index]
        sign = sign_of(event).drawn(ascii_only=self._ascii_only)
        wall = local(event.at, event.zone)
        lead = f"{wall.day:>2} {wall:%H:%M}"
        aside = aside_of(event, self._now, ascii_only=self._ascii_only)
        return Line(f"{sign} {name_of(event)}", lead=lead, aside=aside)


class ContactLogScreen(Changing[None]):
    """Lists the log under what remains true; everything in it can be changed, at any time."""

    HELP = contact_words().help["log"]
    DEFAULT_CSS = """
    ContactLogScreen {
        & > VerticalScroll { width: 92; height: 98%; }
        & .true { color: $secondary; text-style: bold; margin: 0; }
        & .numbers { color: $text-muted; }
        & HeadedList { height: 1fr; min-height: 4; }
        & #about { margin: 1 0 0 0; height: auto; max-height: 5; min-height: 2; color: $secondary; }
        & .said { margin: 0; }
        &.-narrow > VerticalScroll { max-width: 100%; padding: 0 1; }
        &.-low .title, &.-flat .title { margin: 0; }
        &.-low .numbers, &.-flat .numbers, &.-low #about, &.-flat #about { margin: 0; max-height: 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "slip", "Slip", id="contact.slip", tooltip="Note a slip"),
        Binding("h", "had_to", "Had to", id="contact.had_to", tooltip="Contact that had to be: not a slip"),
        Binding("z", "pause", "Pause", id="contact.pause", tooltip="Pause the log"),
        Binding("z", "resume", "End pause", id="contact.resume", tooltip="End the pause of the log"),
        Binding("w", "wait", "Wait", id="contact.wait", tooltip="No contact until a day"),
        Binding("e", "change", "Change", id="contact.change", tooltip="Change it, or when it was"),
        Binding("c", "calendar", "Calendar", id="contact.calendar", tooltip="The log by day"),
        Binding("d", "trash", "Trash", id="contact.trash", tooltip="Put it in the trash"),
        Binding("t", "show_trash", "The trash", id="contact.show_trash", tooltip="What is in the trash"),
        Binding("u", "undo", "Undo", id="contact.undo", tooltip="Take back what was changed here last"),
        Binding("escape", "leave", "Back", id="contact.back", tooltip="Close"),
        Binding("question_mark", "help", "Keys", key_display="?", id="contact.keys", tooltip="Keys and help"),
    ]
    listing = getters.query_one(HeadedList)
    about = getters.query_one("#about", Static)
    true = getters.query_one(".true", Static)
    numbers = getters.query_one(".numbers", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List the contact log of `diary`."""
        super().__init__(diary, clock)
        self._events: dict[str, ContactEvent] = {}

    def compose_dialog(self) -> ComposeResult:
        """Compose what remains true, the list, and what is under the cursor."""
        yield Static(plain(contact_words().log.title), classes="title")
        yield Static("", classes="true", markup=False)
        yield Static("", classes="numbers", markup=False)
        yield HeadedList(ascii_only=self.plainly)
        yield Static("", id="about", markup=False)
        yield Static("", classes="said", markup=False)

    def compose(self) -> ComposeResult:
        """Compose the box, and at the foot of the screen its keys in the place of the room's."""
        yield from super().compose()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the log."""
        self.say("")
        self._draw()
        self.listing.focus()

    @on(ScreenSuspend)
    def _left_alone(self) -> None:
        """Take nothing back after another room was entered: its changes would be the last ones."""
        if self not in self.app.screen_stack:
            self._undoable = 0

    @on(ScreenResume)
    def _look_again(self) -> None:
        """Show what another room may have changed meanwhile."""
        if self.is_mounted:
            self._draw()

    # --- showing -------------------------------------------------------------------------------------

    def _draw(self, keep: str | None = None) -> None:
        events = list(reversed(self._diary.contact.events()))
        self._events = {event.id: event for event in events}
        numbers = self._diary.contact.numbers(self.today)
        self.true.update(plain(true_said(numbers, self.today, ascii_only=self.plainly)))
        self.numbers.update(plain(numbers_said(numbers, ascii_only=self.plainly)))
        self.listing.under([*months(events, self.today)])
        lines = EventLines(events, self._clock(), ascii_only=self.plainly)
        self.listing.show_lines(lines, lead=_DAY_CELLS, keep=keep or self.listing.current)
        self._tell()
        self.refresh_bindings()

    def show_again(self) -> None:
        """Show the log as it may be read now."""
        self._draw()

    @on(RowList.Highlighted)
    def _tell(self) -> None:
        """Say in full what is known of the event under the cursor."""
        event = self._events.get(self.listing.current or "")
        told = "\n".join(told_of(event, self.today)) if event else ""
        self.about.update(plain(told[:_MOST_SAID]))

    # --- doing ---------------------------------------------------------------------------------------

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.action_change()

    def action_slip(self) -> None:
        """Note a slip."""
        self._note(ContactKind.SLIP)

    def action_had_to(self) -> None:
        """Note contact that had to be."""
        self._note(ContactKind.HAD_TO)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to pause, or to end the pause that is open."""
        if action in {"pause", "resume"}:
            return (open_pause(self._events.values()) is not None) is (action == "resume")
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Pause the log."""
        self._note(ContactKind.PAUSE)

    def action_resume(self) -> None:
        """End the pause that is open."""
        self._note(ContactKind.RESUME)

    @work
    async def _note(self, kind: ContactKind) -> None:
        if self.may_change and (kept := await note(self.app, self._diary, self._clock, kind)):
            self._kept(kept)

    @work
    async def action_wait(self) -> None:
        """Note until when there is to be no contact."""
        if not self.may_change:
            return
        words, today = contact_words().log, self.today
        refuse = partial(no_day_to_come, today=today)
        asked = (words.wait, words.wait_line)
        question = JottedLine(self._diary, self._clock, self._diary.contact.TABLE, asked, refuse)
        said = await self.app.push_screen_wait(question)
        if said is None:
            return
        event = wait_until(day_to_come(said, today), self._clock(), self._diary.settings.day_end)
        change = self.change(lambda: self._keep_wait(event, question.begun))
        if change is not None:
            self._draw(keep=change.id)
            self.say(words.waiting.format(what=name_of(event)))

    def _keep_wait(self, event: ContactEvent, draft: str) -> Change:
        """Keep a wait, and let the draft of its day go, as one save."""
        with self._diary.together():
            change = self._diary.contact.keep(event, now=self._clock())
            self._diary.drop_draft(draft, now=self._clock())
        return change

    @work
    async def action_change(self) -> None:
        """Change the event under the cursor, also when it was."""
        event = self._events.get(self.listing.current or "")
        if event is not None and self.may_change:
            fields = ContactFields(self._diary, self._clock, event)
            if kept := await self.app.push_screen_wait(fields):
                self._kept(kept)

    def _kept(self, ids: tuple[str, ...]) -> None:
        self._undoable += 1
        self.say("")
        self._draw(keep=ids[0])

    def action_calendar(self) -> None:
        """Show the log by day."""
        days = days_of_contact([*self._events.values()], self.today)
        self.app.push_screen(ContactCalendar(days, ascii_only=self.plainly))

    def action_trash(self) -> None:
        """Put the event under the cursor in the trash, a pause with its end."""
        event = self._events.get(self.listing.current or "")
        if event is None:
            return
        trash = partial(self._diary.contact.trash_whole, event.id, now=self._clock())
        if self.change(trash) is not None:
            self._draw()
            self.say(contact_words().log.trashed.format(what=name_of(event)))

    @work
    async def action_show_trash(self) -> None:
        """Show what of the log is in the trash; what was done there is not taken back here."""
        revision = self._diary.revision
        await self.app.push_screen_wait(ContactTrash(self._diary, self._clock))
        if self._diary.revision != revision:
            self._undoable = 0
        self._draw()

    def action_undo(self) -> None:
        """Take back what was changed here last."""
        words, any_done = contact_words().log, self._undoable
        change = self.take_back()
        if change is not None:
            self._draw(keep=change.id)
            self.say(words.restored)
        elif not any_done:
            self.say(words.nothing_to_undo)

    async def action_help(self) -> None:
        """Show the keys and the help of the log."""
        await self.app.run_action("help")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def months(events: Sequence[ContactEvent], today: date) -> Iterator[tuple[int, str]]:
    """Yield the heading of each month of events in their order, with the place of its first one."""
    at = 0
    for month, group in groupby(local(event.at, event.zone).date().replace(day=1) for event in events):
        yield at, month_said(month, today)
        at += len([*group])

"""The way in: from the door, the first visit or the recovery words to an open diary and its first room."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.widget import Widget

from heartwork.content import trouble, trouble_with
from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.model.place import Place
from heartwork.screens.door import DoorScreen
from heartwork.screens.entrance import entrance
from heartwork.screens.page import Page
from heartwork.screens.rooms import BY_ID, FIRST_ROOM, ROOMS
from heartwork.screens.telling import facts
from heartwork.textual_guard import GuardedApp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.screens.first_visit import FirstVisitScreen
    from heartwork.screens.forgot import ForgotScreen, RenewScreen
    from heartwork.screens.page import Clock
    from heartwork.screens.trouble import TroubleScreen

DOOR = "door"
_AFTER_THE_DOOR = 0.2
"""Seconds that the door has for being drawn, before what lies behind it is loaded."""

_PATIENCE = 0.25
"""Seconds that a key waits at most for those before it."""

_JOURNAL = "journal"
"""The room in which words that were begun wait, and where the first ones are written."""

_DAMAGED = "damaged"
_RESCUE_WAYS = ("read", "rescue", "leave")


class Leaving(StrEnum):
    """What comes after the app: the shell, or the door again."""

    QUIT = "quit"
    LOCK = "lock"


class Threshold(GuardedApp[Leaving]):
    """An app that stands at a diary's door until it is opened; `diary` is the open one."""

    first_room = FIRST_ROOM
    """The room behind the door."""

    def __init__(self, path: Path | None, clock: Clock, passphrase: str | None = None) -> None:
        """Guard the diary at `path`; a passphrase that is given is tried once, at once."""
        super().__init__()
        self.diary: Diary | None = None
        self._path = path
        self._passphrase = passphrase
        self._clock = clock
        self._early: list[events.Event] = []
        self._furnished = set[str]()

    async def on_event(self, event: events.Event) -> None:
        """Hold keys back while a page that was just opened has no field yet: none of them is lost."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._early.append(event)
            await self._type_early()
        else:
            await super().on_event(event)

    @on(Page.TakesKeys)
    async def _type_early(self) -> None:
        while self._early and self._page_takes_keys():
            event = self._early.pop(0)
            if not (isinstance(event, events.Key) and await self._obeyed(event)):
                await super().on_event(event)

    async def _obeyed(self, event: events.Key) -> bool:
        """Do what a key is bound to, unless a field takes it; tell whether something was done.

        Textual hands each key down first, and does what it is bound to when it has come up again: after keys
        that came later. In a burst, `ctrl+u` would delete what was typed after it.
        """
        self.app_focus = True
        if self.focused is not None and self.focused.check_consume_key(event.key, event.character):
            return False
        await self._caught_up()
        bound = self.screen.active_bindings.get(event.key)
        if bound is None or not bound.enabled:
            return False
        done = await self.run_action(bound.binding.action, bound.node)
        await self._caught_up()
        return done

    async def _caught_up(self) -> None:
        """Return when everything typed so far has reached the field, and what it told has gone up."""
        nodes = self.focused.ancestors_with_self if self.focused is not None else [self.screen]
        for node in nodes:
            if node is not self and isinstance(node, Widget) and node.is_running:
                reached = asyncio.Event()
                node.call_later(reached.set)
                with suppress(TimeoutError):  # a handler may be waiting for something of this app
                    await asyncio.wait_for(reached.wait(), _PATIENCE)

    def _page_takes_keys(self) -> bool:
        page = self.screen_stack[-1] if self.screen_stack else None
        return not isinstance(page, Page) or page.takes_keys

    @on(events.Unmount)
    def _collect_again(self) -> None:
        """Let what was left out of collecting go with the app."""
        gc.unfreeze()

    @property
    def inside(self) -> bool:
        """Whether the rooms are entered."""
        return self.current_mode in BY_ID

    def recovery_settled(self, answer: str | None) -> None:
        """Note what was decided about recovery words; to be overridden."""

    async def action_room(self, room: str) -> None:
        """Go to a room; to be overridden."""

    def entered(self, diary: Diary) -> None:
        """Learn from an open diary how to look; to be overridden."""

    def door(self, path: Path, passphrase: str | None) -> DoorScreen:
        """Return the door of the diary at a path; to be overridden."""
        return DoorScreen(path, passphrase)

    async def show_first(self, diary: Diary, then: Callable[[], None]) -> bool:
        """Show what comes before the rooms, if there is anything, and `then` afterwards; to be overridden."""
        del diary, then
        return False

    async def show_door(self) -> None:
        """Show what meets a person at the path: the first visit, the door, or what is wrong there."""
        passphrase, self._passphrase = self._passphrase, None
        if self._path is not None:
            await self._stand(entrance(self._path, passphrase, self.door))
        self.set_timer(_AFTER_THE_DOOR, self._fetch_rooms)

    @work(thread=True)
    def _fetch_rooms(self) -> None:
        """Load what lies behind the door while the passphrase is typed."""
        for room in ROOMS:
            room.load()

    async def go_into(self, room: str) -> None:
        """Enter a room, which is furnished for the first who comes."""
        if room not in self._furnished and self.diary is not None:
            self._furnished.add(room)
            self.add_mode(room, partial(BY_ID[room].furnished, self.diary, self._clock))
        await self.switch_mode(room)

    async def enter(self, diary: Diary, room: str = "") -> bool:
        """Take over an open diary, and enter its rooms, `room` first; tell whether that was done.

        It is not where there is first something else to tell.
        """
        self.diary = diary
        gc.freeze()  # a diary stays: walking through all of it again and again would hold keys up
        diary.turn_to(self._clock())
        self.entered(diary)
        if diary.report.verdict == _DAMAGED:
            from heartwork.screens.trouble import TroubleScreen

            told = trouble("DamagedVault", path=diary.path or "", read=diary.report.entries)
            await self._stand(TroubleScreen(told, _RESCUE_WAYS))
            return False
        await self._open_rooms(diary, room)
        return True

    async def _open_rooms(self, diary: Diary, room: str = "") -> None:
        """Enter the first room, or the one where what was being written when it was left is gone on with."""
        from heartwork.screens.arrival import words_wait

        place = Place.among(diary.drafts())
        first = room or (_JOURNAL if words_wait(diary, place) else self.first_room)
        at_door = self.current_mode == DOOR
        await self.go_into(first)
        if at_door:
            await self.remove_mode(DOOR)
        if not await self.show_first(diary, partial(self._welcome, first, place)):
            self._welcome(first, place)
            if place.room in BY_ID.keys() - {_JOURNAL, FIRST_ROOM} and place.begun(diary.drafts()):
                await self.action_room(place.room)
            await self._reopen(diary, place)

    async def _reopen(self, diary: Diary, place: Place) -> None:
        """Open what the person was in over a room, where it is still under way."""
        from heartwork.screens.reopening import reopened

        if place.page and (page := reopened(diary, self._clock, place.page)) is not None:
            if place.room in BY_ID:
                await self.action_room(place.room)
            await self.push_screen(page)

    def _welcome(self, room: str, place: Place) -> None:
        from heartwork.screens.arrival import Arrival

        page = self.get_screen_stack(room)[0]
        if isinstance(page, Arrival):
            page.welcome(place)

    async def _stand(self, page: Page) -> None:
        """Show a page at the door, in the place of the one before."""
        if self.current_mode != DOOR:
            self.add_mode(DOOR, Page)
            await self.switch_mode(DOOR)
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(page)

    @on(DoorScreen.Opened)
    async def _opened(self, event: DoorScreen.Opened) -> None:
        await self.enter(event.diary)

    async def on_first_visit_screen_made(self, event: FirstVisitScreen.Made) -> None:
        """Go straight into writing."""
        if await self.enter(event.diary, _JOURNAL):
            await self.run_action("screen.write")

    @on(DoorScreen.Forgot)
    async def _forgot(self) -> None:
        if self._path is not None:
            from heartwork.screens.forgot import ForgotScreen

            await self._stand(ForgotScreen(self._path))

    async def on_forgot_screen_left(self) -> None:
        """Go back to the door."""
        await self.show_door()

    async def on_forgot_screen_opened(self, event: ForgotScreen.Opened) -> None:
        """Ask for a new passphrase."""
        from heartwork.screens.forgot import RenewScreen

        self.diary = event.diary
        self.entered(event.diary)  # from here on the idle lock holds
        await self._stand(RenewScreen(event.diary))

    async def on_renew_screen_renewed(self, event: RenewScreen.Renewed) -> None:
        """Enter, and show the new recovery words once."""
        from heartwork.screens.recovery_words import RecoveryWordsScreen

        await self.enter(event.diary)
        self.recovery_settled("open")  # until the new words are known to be written down
        await self.push_screen(RecoveryWordsScreen(event.diary, event.words), self.recovery_settled)

    def on_recovery_words_screen_made(self) -> None:
        """Note that nobody has the new words yet, and that the ones from before are over."""
        self.recovery_settled("open")

    async def on_trouble_screen_chosen(self, event: TroubleScreen.Chosen) -> None:
        """Go on as the person chose."""
        diary = self.diary
        match event.way:
            case "again":
                await self.show_door()
            case "begin" if self._path is not None:
                from heartwork.screens.first_visit import FirstVisitScreen

                await self._stand(FirstVisitScreen(self._path))
            case "read" if diary is not None:
                await self._open_rooms(diary)
            case "rescue" if diary is not None:
                await self._rescue(diary)
            case _:
                self.exit(Leaving.QUIT)

    async def _rescue(self, diary: Diary) -> None:
        try:
            kept = diary.adopt_rescue()
        except VaultError as error:
            told = trouble_with(error, **facts(error, diary.path)).text
            self.notify(told, severity="warning", markup=False)
        else:
            await self._open_rooms(diary)
            told = door().unclosed.rescued.format(read=diary.report.entries, kept=kept)
            self.notify(told, markup=False, timeout=60)

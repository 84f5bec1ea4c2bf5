"""The way in: from the door, the first visit or the recovery words to an open diary and its first room."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual import on

from heartwork.content import trouble, trouble_with
from heartwork.diary.errors import VaultError
from heartwork.model.place import Place
from heartwork.screens.door import DoorScreen
from heartwork.screens.entrance import entrance
from heartwork.screens.first_visit import FirstVisitScreen
from heartwork.screens.forgot import ForgotScreen, RenewScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.rooms import FIRST_ROOM
from heartwork.screens.telling import facts
from heartwork.screens.trouble import TroubleScreen
from heartwork.textual_guard import GuardedApp

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock, Page

DOOR = "door"
_DAMAGED = "damaged"
_RESCUE_WAYS = ("read", "rescue", "leave")


class Leaving(StrEnum):
    """What comes after the app: the shell, or the door again."""

    QUIT = "quit"
    LOCK = "lock"


class Threshold(GuardedApp[Leaving]):
    """An app that stands at a diary's door until it is opened; `diary` is the open one."""

    def __init__(self, path: Path | None, clock: Clock, passphrase: str | None = None) -> None:
        """Guard the diary at `path`; a passphrase that is given is tried once, at once."""
        super().__init__()
        self.diary: Diary | None = None
        self._path = path
        self._passphrase = passphrase
        self._clock = clock

    @property
    def inside(self) -> bool:
        """Whether the rooms are entered."""
        return self.current_mode == FIRST_ROOM

    def entered(self, diary: Diary) -> None:
        """Learn from an open diary how to look; to be overridden."""

    def show_door(self) -> None:
        """Show what meets a person at the path: the first visit, the door, or what is wrong there."""
        passphrase, self._passphrase = self._passphrase, None
        if self._path is not None:
            self._stand(entrance(self._path, passphrase))

    async def enter(self, diary: Diary) -> JournalScreen | None:
        """Take over an open diary, and enter its rooms unless there is first something to tell."""
        self.diary = diary
        if diary.report.verdict == _DAMAGED:
            told = trouble("DamagedVault", path=diary.path or "", read=diary.report.entries)
            self._stand(TroubleScreen(told, _RESCUE_WAYS))
            return None
        return await self._open_rooms(diary)

    async def _open_rooms(self, diary: Diary) -> JournalScreen:
        self.entered(diary)
        place = Place.among(diary.drafts())
        journal = JournalScreen(diary, self._clock, at=place.entry)
        at_door = self.current_mode == DOOR
        self.add_mode(FIRST_ROOM, lambda: journal)
        await self.switch_mode(FIRST_ROOM)
        if at_door:
            await self.remove_mode(DOOR)
        journal.welcome(place)
        return journal

    def _stand(self, page: Page) -> None:
        """Show a page at the door, in the place of the one before."""
        if self.current_mode == DOOR:
            self.switch_screen(page)
        else:
            self.add_mode(DOOR, lambda: page)
            self.switch_mode(DOOR)

    @on(DoorScreen.Opened)
    async def _opened(self, event: DoorScreen.Opened) -> None:
        await self.enter(event.diary)

    @on(FirstVisitScreen.Made)
    async def _made(self, event: FirstVisitScreen.Made) -> None:
        journal = await self.enter(event.diary)
        if journal is not None:
            journal.action_write()

    @on(DoorScreen.Forgot)
    def _forgot(self) -> None:
        if self._path is not None:
            self._stand(ForgotScreen(self._path))

    @on(ForgotScreen.Left)
    def _left(self) -> None:
        self.show_door()

    @on(ForgotScreen.Opened)
    def _opened_with_words(self, event: ForgotScreen.Opened) -> None:
        self.diary = event.diary
        self._stand(RenewScreen(event.diary))

    @on(RenewScreen.Renewed)
    async def _renewed(self, event: RenewScreen.Renewed) -> None:
        journal = await self.enter(event.diary)
        if journal is not None:
            journal.show_recovery_words(event.words)

    @on(TroubleScreen.Chosen)
    async def _way_chosen(self, event: TroubleScreen.Chosen) -> None:
        diary = self.diary
        match event.way:
            case "again":
                self.show_door()
            case "read" if diary is not None:
                await self._open_rooms(diary)
            case "rescue" if diary is not None:
                await self._rescue(diary)
            case _:
                self.exit(Leaving.QUIT)

    async def _rescue(self, diary: Diary) -> None:
        try:
            diary.adopt_rescue()
        except VaultError as error:
            told = trouble_with(error, **facts(error, diary.path)).text
            self.notify(told, severity="warning", markup=False)
        else:
            await self._open_rooms(diary)

"""Sitting, as the app keeps it: it goes on behind a locked door, and its end comes before the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on, work

from heartwork.departure import Departure
from heartwork.model.sitting import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.model.sitting_clock import Handed
    from heartwork.screens.door import DoorScreen
    from heartwork.screens.grief_timer import TimerKeys
    from heartwork.screens.sitting_door import DoorClock
    from heartwork.screens.sitting_page import Step
    from heartwork.screens.sitting_record import SittingRecord
    from heartwork.threshold import Leaving

HANDED = "HEARTWORK_SITTING"
"""The variable in which a lock hands on how far a sitting has come: seconds, and no words."""

_ROOM = "grief"
_LOOK = 0.25
"""Seconds between two looks at a clock at the door."""


class Vigil(Departure):
    """An app in which somebody may sit for a while, also while it is locked."""

    minutes: int | None = None
    """For how many minutes to sit as soon as the diary is open, 0 for as long as last time; None for not."""

    handed: Handed | None = None
    """How far a sitting had come when it was locked; None where nobody sits."""

    handing: Handed | None = None
    """How far a sitting has come that goes on after the app has ended."""

    _door_clock: DoorClock | None = None

    def action_help_quit(self) -> None:
        """Say how one leaves, for ctrl+c where nothing is selected that it could copy."""
        from heartwork.content.words import door

        self.clear_notifications()
        self.notify(door().screen.how_to_leave, markup=False)

    # --- locked ------------------------------------------------------------------------------------

    def leave_for_lock(self, result: Leaving) -> None:
        """Hand on how far a sitting has come, and leave."""
        from heartwork.screens.sitting import SittingScreen

        sitting = (page.handed for page in self._pages() if isinstance(page, SittingScreen))
        self.handing = next((handed for handed in sitting if handed is not None), None)
        super().leave_for_lock(result)

    def door(self, path: Path, passphrase: str | None) -> DoorScreen:
        """Return the door, with the clock where somebody sits behind it."""
        if self.handed is None:
            return super().door(path, passphrase)
        from heartwork.screens.sitting_door import DoorClock, SittingDoor

        if self._door_clock is None:
            self._door_clock = DoorClock(self.handed, self.moment(), self.bell)
        return SittingDoor(path, passphrase, self._door_clock)

    @on(events.Mount)
    def _look_at_clock(self) -> None:
        if self.handed is not None:
            self.set_interval(_LOOK, self._tick)

    def _tick(self) -> None:
        if self._door_clock is not None:
            self._door_clock.tick(self.moment())

    # --- coming in ---------------------------------------------------------------------------------

    async def show_first(self, diary: Diary, then: Callable[[], None]) -> bool:
        """Come back to a sitting before anything else; tell whether there is one, or is to be one."""
        from heartwork.screens.sitting_page import Step
        from heartwork.screens.sitting_record import SittingRecord

        self._tick()
        clock, self._door_clock = self._door_clock, None
        minutes, self.minutes = self.minutes, None
        if clock is not None and clock.settling and not diary.read_only:
            planned = SittingRecord.settling(diary, self.moment())
            if planned is not None:
                await self.action_room(_ROOM)
                self._show_sitting(diary, planned, Step.SETTLE, then)
                return True
        waiting = diary.sittings.open()
        if diary.read_only or (waiting is None and minutes is None):
            return False
        await self.action_room(_ROOM)
        if waiting is not None:
            self._come_back(diary, then, clock)
        else:
            self._sit(diary, minutes or int(str(diary.settings.value("sit_minutes"))), then)
        return True

    def _come_back(self, diary: Diary, then: Callable[[], None], door: DoorClock | None = None) -> None:
        """Go on with a sitting where it stands: it runs, was cut short, or its end was not gone through."""
        from heartwork.screens.sitting_page import Step
        from heartwork.screens.sitting_record import SittingRecord

        sitting = diary.sittings.open()
        if sitting is None:
            return
        runs = door is not None and not door.settling and sitting.ending is None
        clock = door.clock if door is not None and runs else None
        record, ending = SittingRecord(diary, sitting, self.moment(), clock), sitting.ending
        if clock is not None:
            record.write(self.moment())
            ending = clock.ending
        match ending:
            case Ending.FULL | Ending.EARLY:
                step = Step.GROUND
            case Ending.ASLEEP if record.end_begun().id:
                step = Step.GROUND
            case None if clock is not None:
                step = Step.SIT
            case _:
                step = Step.BACK
        self._show_sitting(diary, record, step, then)

    # --- sitting -----------------------------------------------------------------------------------

    def on_timer_keys_sits(self, event: TimerKeys.Sits) -> None:
        """Sit, or go on with what was cut short."""
        if self.diary is None:
            return
        if self.diary.sittings.open() is not None:
            self._come_back(self.diary, _nothing_more)
        else:
            self._sit(self.diary, event.minutes, _nothing_more)

    def stays_to_sit(self) -> bool:
        """Tell whether somebody sits, so that no room is gone to; if so, that is said."""
        from heartwork.content.sitting_words import sitting_words
        from heartwork.screens.sitting import SittingScreen

        sits = any(isinstance(page, SittingScreen) and page.runs for page in self._pages())
        if sits:
            self.clear_notifications()  # pressed again, it is said once
            self.notify(sitting_words().sit.stays, markup=False)
        return sits

    @work
    async def _sit(self, diary: Diary, minutes: int, then: Callable[[], None]) -> None:
        """Ask for how long and how it is, and sit."""
        from heartwork.screens.grief_timer import TimerKeys
        from heartwork.screens.sitting_page import Step
        from heartwork.screens.sitting_record import SittingRecord
        from heartwork.screens.sitting_start import SitStart

        start = SitStart(minutes)
        plan = await self.push_screen_wait(start)
        if plan is None:
            if start.minutes != minutes:
                SittingRecord.planned(diary, start.minutes, None, self.moment()).remember()
                if isinstance(self.screen, TimerKeys):
                    self.screen.look_again()  # its row says for how long
            then()
            return
        record = SittingRecord.planned(diary, plan.minutes, plan.ache, self.moment())
        self._show_sitting(diary, record, Step.SETTLE, then)

    def _show_sitting(
        self, diary: Diary, record: SittingRecord, step: Step, then: Callable[[], None]
    ) -> None:
        from heartwork.screens.sitting import SittingScreen

        page = SittingScreen(diary, self._clock, self._steady, record, step)
        self.push_screen(page, lambda _: then())


def _nothing_more() -> None:
    """Do nothing after a sitting."""

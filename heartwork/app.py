"""The app: its keys and looks, and what they lead to."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding

from heartwork.content.words import door, editor
from heartwork.diary.preferences import read_preferences
from heartwork.endings import replace_process, same_start, unhush
from heartwork.model.sitting_clock import Handed
from heartwork.screens.page import Page
from heartwork.screens.rooms import ROOMS
from heartwork.themes import DEFAULT_PALETTE, mood_variables, register
from heartwork.threshold import Leaving
from heartwork.vigil import HANDED, Vigil
from heartwork.widgets.veil import look_through, no_veil, veiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.binding import BindingType
    from textual.screen import Screen

    from heartwork.diary import Diary
    from heartwork.screens.check_in import CheckInScreen
    from heartwork.screens.page import Clock
    from heartwork.screens.review import ReviewScreen

_COMMANDS = ("aliases", "check_in", "help", "lock", "quit", "review", "settings", "support", "urge")
"""The actions that the palette offers."""


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


def _room_bindings() -> Iterable[Binding]:
    for room in ROOMS:
        action, said = f"room('{room.id}')", room.purpose
        yield Binding(room.key, action, room.name, show=False, id=f"app.{room.id}", tooltip=said)
        key, name = f"alt+{room.key}", f"app.alt_{room.id}"
        yield Binding(key, action, room.name, show=False, priority=True, id=name, tooltip=said)


def _urge_bindings() -> Iterable[Binding]:
    tip = "An urge to reach out"
    for key, sign, name in (("exclamation_mark", "!", "app.urge"), ("ctrl+g", None, "app.urge_anywhere")):
        yield Binding(
            key, "urge", "An urge", show=False, key_display=sign, priority=not sign, id=name, tooltip=tip
        )


class HeartworkApp(Vigil):
    """One diary's door and rooms; its result says what comes after it."""

    TITLE = "heartwork"
    NOTIFICATION_TIMEOUT = 4
    CSS_PATH = Path(__file__).with_name("app.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (24, "-tall")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Keys", key_display="?", id="app.keys", tooltip="Keys and help"),
        Binding("ctrl+l", "lock", "Lock", priority=True, id="app.lock", tooltip="Seal and go to the door"),
        Binding("ctrl+q", "quit", "Quit", priority=True, id="app.quit", tooltip="Seal and leave"),
        Binding("f1", "help", "Help", priority=True, show=False, id="app.help", tooltip="Keys and help"),
        Binding("m", "check_in", "Check in", id="app.check_in", tooltip="Check in: how it is right now"),
        Binding("r", "review", "Review", show=False, id="app.review", tooltip="The daily review"),
        *_urge_bindings(),
        Binding("0", "support", "Support", id="app.support", tooltip="The support page"),
        Binding("comma", "settings", "Settings", key_display=",", id="app.settings", tooltip="Settings"),
        Binding(
            "alt+a",
            "aliases",
            "Names or aliases",
            show=False,
            priority=True,
            id="app.aliases",
            tooltip="Show only aliases, or names again",
        ),
        *_room_bindings(),
    ]

    def __init__(
        self,
        path: Path | None,
        *,
        passphrase: str | None = None,
        demo: Diary | None = None,
        clock: Clock = utc_now,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Guard the diary at `path`, or show the invented diary `demo` without a door."""
        self._palette = DEFAULT_PALETTE
        super().__init__(path, clock, steady, passphrase)
        self.diary_is_real = demo is None
        self._demo = demo
        register(self)
        self._preferences = read_preferences()
        self._look(self._preferences.theme, motion=self._preferences.motion)

    # --- looks ---------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of moods for the theme that is chosen."""
        return mood_variables(self.current_theme, self._palette)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield what the palette offers: the bindings of the app, in the words of their tooltips."""
        named = set[str]()
        for active in screen.active_bindings.values():
            binding = active.binding
            offered = active.node is screen or (active.node is self and binding.action in _COMMANDS)
            known = binding.description in named  # two keys can do the same
            if offered and active.enabled and binding.tooltip and binding.description and not known:
                named.add(binding.description)
                run = partial(self.run_action, binding.action, default_namespace=active.node)
                yield SystemCommand(binding.description, binding.tooltip, run)

    async def on_mount(self) -> None:
        """Take the keys that the preferences name, and show the door."""
        self.set_keymap(dict(self._preferences.keys))
        for notice in self._preferences.notices:
            self.notify(notice, severity="warning", markup=False)
        if self._demo is not None:
            await self.enter(self._demo)
        else:
            await self.show_door()

    def entered(self, diary: Diary) -> None:
        """Take the settings of an open diary."""
        look_through(diary.aliases.veil)
        settings = diary.settings
        before, self._palette = self._palette, settings.mood_palette
        if "theme" in settings.values or "motion" in settings.values:
            self._look(settings.theme, motion=settings.motion)
        if before != self._palette:
            self.refresh_css(animate=False)
        self.lock_after(settings.auto_lock)

    def on_unmount(self) -> None:
        """Leave no veil of this diary over another one."""
        look_through(no_veil)

    def on_settings_screen_changed(self) -> None:
        """Look and lock as the settings now say."""
        if self.diary is not None:
            self.entered(self.diary)

    def _look(self, theme: str, *, motion: bool) -> None:
        self.theme = theme
        self.animation_level = "full" if motion else "none"

    # --- keys that hold everywhere -------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs an open diary only behind the door; there `f1` is the support page."""
        if action in {"aliases", "check_in", "lock", "review", "settings", "room", "help", "urge"}:
            return self.inside
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the keys and the help of where one is, or put them away."""
        from heartwork.screens.help import HelpScreen, keys_of

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(HelpScreen(self.screen.HELP or "", keys_of(self.screen)))

    def action_support(self) -> None:
        """Show the support page."""
        from heartwork.screens.support import SupportScreen

        if not isinstance(self.screen, SupportScreen):
            self.push_screen(SupportScreen(self.diary if self.inside else None, self._clock))

    def notify(self, message: str, **how: Any) -> None:  # noqa: ANN401 - as Textual's own takes it
        """Say a line in passing, behind the veil where only aliases are to be read."""
        super().notify(veiled(message), **how)

    def action_aliases(self) -> None:
        """Show only aliases in the place of names, or names again."""
        if self.diary is not None:
            from heartwork.screens.aliasing import turn_aliases

            turn_aliases(self, self.diary, self._clock)

    def action_settings(self) -> None:
        """Show the settings."""
        if self.diary is not None:
            from heartwork.screens.settings import SettingsScreen

            self.push_screen(SettingsScreen(self.diary, self._clock))

    def action_check_in(self) -> None:
        """Ask how it is right now, over whatever is there."""
        from heartwork.screens.check_in import CheckInScreen

        self._ask(CheckInScreen)

    def action_review(self) -> None:
        """Look back on the day, over whatever is there."""
        from heartwork.screens.review import ReviewScreen

        self._ask(ReviewScreen)

    def _ask(self, page: type[CheckInScreen | ReviewScreen]) -> None:
        """Show a page that keeps what is said on it; a diary that is only read takes none."""
        if self.diary is not None and self.diary.read_only:
            self.notify(door().screen.read_only, severity="warning", markup=False)
        elif self.diary is not None:
            self.push_screen(page(self.diary, self._clock))

    @work
    async def action_urge(self) -> None:
        """Wait with an urge, over whatever is there; what is being written is sealed first."""
        from heartwork.screens.urge import UrgeStrength, at_the_gate
        from heartwork.screens.urge_page import UrgePage

        here = self.screen
        busy = isinstance(here, Page) and here.busy
        if self.diary is None or busy or isinstance(here, UrgeStrength | UrgePage):
            return
        if not self.seal():
            self.notify(editor().unsaved_here, severity="warning", markup=False)
        await at_the_gate(self, self.diary, self._clock)

    async def action_room(self, room: str) -> None:
        """Go to a room, once what is being written in this one is sealed: what is not saved is not left."""
        if self.diary is None or room == self.current_mode or self.stays_to_sit():
            return
        if not self.seal():
            self.notify(editor().unsaved_here, severity="warning", markup=False)
            return
        await self.go_into(room)

    def recovery_settled(self, answer: str | None) -> None:
        """Note what was decided about recovery words."""
        if self.diary is not None:
            from heartwork.screens.parting import note_recovery

            note_recovery(self, self.diary, self._clock, answer)

    @work
    async def on_settings_screen_recovery_asked(self) -> None:
        """Lead through the recovery words, as often as the person wants."""
        if self.diary is not None:
            from heartwork.screens.parting import recovery_offered

            await recovery_offered(self, self.diary, self._clock)


def run(
    path: Path,
    *,
    demo: bool = False,
    passphrase: str | None = None,
    argv: Sequence[str] = (),
    minutes: int | None = None,
) -> int:
    """Run heartwork until it is left, and return the exit code; a lock becomes a fresh process at the door.

    `argv` is how that process is told where the diary is; `minutes` opens straight into a sitting.
    """
    while True:
        app = HeartworkApp(path, passphrase=passphrase, demo=_invented() if demo else None)
        app.minutes, minutes = minutes, None
        app.handed = Handed.from_text(os.environ.pop(HANDED, ""))
        leaving = app.run()
        if app.diary is not None:
            app.diary.close()
        if leaving is not Leaving.LOCK:
            unhush()
            return app.return_code or 0
        moved = app.diary.conflict if app.diary is not None else None
        path = moved or path  # where the last saves went
        if app.handing is not None:
            os.environ[HANDED] = app.handing.to_text()
        replace_process(same_start(("--file", str(moved)) if moved else argv), os.environ)
        passphrase = None  # no new process could be had: the door opens in this one


def _invented() -> Diary:
    from heartwork.diary.demo import demo_diary
    from heartwork.diary.here import local_zone

    return demo_diary(utc_now(), local_zone())

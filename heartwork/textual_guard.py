"""The only file that leans on Textual's private parts: what a diary needs and Textual 8.2 does not give.

`GuardedApp` ends without a word of the diary on the screen, whatever ends it, and seals the draft before.
Each private part has a test that fails when Textual changes it (`tests/test_textual_parts.py`).
"""

from __future__ import annotations

import os
import re
import select
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from queue import Full
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from textual import events, on
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS as SENT  # where alt+2 is ™, alt+3 is £
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver

from heartwork import endings
from heartwork.endings import LEAVE_ALTERNATE_SCREEN, WIPE, QuietTerminal
from heartwork.hardening import WORDS_KEPT, WORDS_NOT_KEPT, last_words
from heartwork.pasting import Pasted, Pastes
from heartwork.quick_styles import remember_kinds
from heartwork.widgets.layouts import by_position

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    from textual.drivers.linux_driver import LinuxDriver as PlatformDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import SystemCommand
    from textual.screen import Screen

Leaving = TypeVar("Leaving")

_FORGET_CLIPBOARD: Final = "\x1b]52;c;IA==\a\x1b]52;c;\a"  # a space first: tmux takes no empty text
_SEQUENCES: Final = re.compile("\x1b\\[[0-?]*[@-~]|\x1b?[^\x1b]+|\x1b")
_PATIENCE: Final = 0.5
cast("dict[str, Any]", SENT).update({f"\x1b{n}": (SimpleNamespace(value=f"alt+{n}"),) for n in range(10)})


class TerminalDriver(PlatformDriver):
    """Textual's driver that survives wrong bytes, a terminal that hangs, and one that is gone."""

    keep_screen = False
    """Stay on the alternate screen when leaving, for the process that takes over?"""

    def __init__(self, app: GuardedApp[Any], **settings: bool | tuple[int, int] | None) -> None:
        super().__init__(app, **cast("dict[str, Any]", {**settings, "debug": False}))
        self._guarded = app
        self._stalled = self._asleep = False
        if sys.platform != "win32":
            self._file = cast("Any", QuietTerminal(cast("Any", self._file), partial(self._soon, app.end)))

    def _soon(self, call: Callable[..., object], *reason: str) -> None:
        """Calls on the app's loop from any thread, and from a signal that may have come upon a save."""
        with suppress(RuntimeError):  # the loop has ended before
            self._loop.call_soon_threadsafe(call, *reason)

    def write(self, data: str) -> None:
        """Queues output; a terminal that takes nothing for half a second loses frames, the app goes on."""
        if self._writer_thread is None or (self.keep_screen and data.startswith(LEAVE_ALTERNATE_SCREEN)):
            return
        queue = self._writer_thread._queue  # noqa: SLF001 - its own `write` waits for ever
        stalled = self._stalled
        try:
            queue.put(data, timeout=0 if stalled else _PATIENCE)
            self._stalled = False
        except Full:
            self._stalled = True
        if stalled and not self._stalled:
            self._guarded.call_later(self._guarded.refresh, layout=True)

    def stop_application_mode(self) -> None:
        """Wipes the page first: some terminals keep the alternate screen's last one in view."""
        self.write(WIPE)
        super().stop_application_mode()

    if sys.platform != "win32":

        def _run_input_thread(self) -> None:
            self.run_input_thread()  # what it raises goes to `threading.excepthook`, without Rich's traceback

        def run_input_thread(self) -> None:
            """Reads keys until told to stop: wrong bytes become U+FFFD, and the end of input ends the app."""
            decode = getincrementaldecoder("utf-8")("replace").decode
            parser, pastes = XTermParser(), Pastes()
            while not self.exit_event.is_set():
                for event in parser.tick():
                    self.process_message(event)
                data = b""
                if select.select([self.fileno], [], [], 0.1)[0]:
                    try:
                        data = os.read(self.fileno, 4096)
                    except BlockingIOError:
                        continue
                    except OSError:
                        data = b""
                    if not data:
                        self._soon(self._guarded.end, "input")
                        self.exit_event.wait()
                for piece in pastes.split(decode(data)):
                    if isinstance(piece, Pasted):
                        self.process_message(events.Paste(piece.text))
                    else:
                        parser = self._feed(parser, piece)

        def _feed(self, parser: XTermParser, text: str) -> XTermParser:
            """Hands text to the parser, sequence by sequence; one that it cannot read is left out."""
            for piece in _SEQUENCES.findall(text):
                try:
                    for event in parser.feed(piece):
                        self.process_message(event)
                except (ArithmeticError, LookupError, ValueError, ParseError):
                    known, parser = parser, XTermParser()
                    for name in ("mouse_pixels", "terminal_size", "terminal_pixel_size"):
                        setattr(parser, name, getattr(known, name))
            return parser

        def _sigtstp_application(self, *_: object) -> None:
            self._soon(self._sleep)

        def _sleep(self) -> None:
            self._guarded.seal_now()
            self._asleep = True
            super()._sigtstp_application()

        def _sigcont_application(self, *_: object) -> None:
            self._soon(self._wake)

        def _wake(self) -> None:
            """Takes the terminal again; an app that is awake gets the signal when its terminal is closed."""
            if self._auto_restart and not self._guarded.is_leaving:
                if not self._asleep:
                    self.suspend_application_mode()
                self._asleep, self._must_signal_resume = False, True
                super()._sigcont_application()


class GuardedApp(App[Leaving]):
    """An app that says nothing of a diary when it stops, and seals the draft before."""

    diary_is_real: bool = True
    """Is what is on the screen somebody's own? Then nothing may leave it; a demo sets this to False."""

    is_sealing = False
    """Is the draft on its way to the disk right now?"""

    _guard_words = _guard_ending = ""
    _guard_copied = False

    @property
    def is_leaving(self) -> bool:
        """Has the app been told to exit, or come upon an error?"""
        return self._exit or bool(self._guard_words)

    def seal(self) -> bool:
        """Puts what is being written into the diary, at once; returns whether it is there."""
        return True

    def ended(self, reason: str) -> None:
        """Leaves, after sealing, because of a signal ("SIGTERM"), a gone "terminal" or the end of "input"."""
        del reason
        self.exit(return_code=1)

    def seal_now(self) -> bool:
        """Seals, and keeps the way out open whatever goes wrong in sealing."""
        self.is_sealing = True
        try:
            with self._context():
                return self.seal()
        except Exception:  # noqa: BLE001 - an error here must not keep the app from ending
            return False
        finally:
            self.is_sealing = False

    def end(self, reason: str) -> None:
        """Seals and leaves, once, whichever of signal, gone terminal and end of input came first."""
        if not self._guard_ending:
            self._guard_ending = reason
            self.seal_now()
            with self._context():
                self.ended(reason)

    def leave_for_lock(self, result: Leaving) -> None:
        """Exits with `result` and keeps the wiped screen, so that the shell does not show before the door."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.keep_screen = True
            self._driver.attrs_before = endings.hushed(self._driver.attrs_before)
        self.exit(result)

    def crash(self, error: BaseException | None) -> None:
        """Seals, notes type, file and line of the error, nothing it quotes, and ends the app with code 1."""
        if not self._guard_words:
            self._guard_words = "…"  # an error while sealing is not told on top
            kept = self.seal_now()
            self._guard_words = last_words(error, WORDS_KEPT if kept else WORDS_NOT_KEPT)
        self._return_code = 1
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.crash(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Renders no traceback: Textual's shows the variables of every frame."""

    def panic(self, *_: object) -> None:
        """Ends the app without what is to be rendered, which may quote a diary."""
        self.crash(None)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
        words, self._guard_words = self._guard_words, ""
        if words:
            stays = isinstance(self._driver, TerminalDriver) and self._driver.keep_screen
            with suppress(OSError, ValueError, AttributeError):
                sys.stderr.write((LEAVE_ALTERNATE_SCREEN if stays else "") + words)

    def _guard_crash(self, error: BaseException) -> None:
        if not self.is_leaving:
            with self._context():
                self.crash(error)

    async def run_async(self, **settings: Any) -> Leaving | None:  # noqa: ANN401 - Textual's own, handed on
        """Runs the app; signals and errors in tasks and threads end it as quietly as any other."""
        remember_kinds(self.stylesheet)
        with endings.watch_crashes(self._guard_crash), endings.watch_endings(self):
            return await super().run_async(**settings)

    def give_back(self) -> None:
        """Restores the terminal past everything queued, for an app that no longer answers."""
        if isinstance(self._driver, TerminalDriver) and sys.platform != "win32":
            endings.restore_terminal(self._driver.fileno, self._driver.attrs_before)

    async def _shutdown(self) -> None:
        self.seal_now()
        self.clear_clipboard()
        try:
            await super()._shutdown()
        finally:
            if self._driver is not None:
                self._driver.close()  # whatever came up while closing, what restores the terminal is written

    def get_driver_class(self) -> type[Driver]:
        """Returns the guarded driver for the terminal."""
        return cast("type[Driver]", TerminalDriver)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yields Textual's commands for the palette, without the screenshot of a real diary."""
        for command in super().get_system_commands(screen):
            if not (self.diary_is_real and command.title == "Screenshot"):
                yield command

    def save_screenshot(self, *place: Any, **settings: Any) -> str:  # noqa: ANN401 - Textual's own, handed on
        """Writes a screenshot, of anything but a real diary; returns its path or nothing."""
        return "" if self.diary_is_real else super().save_screenshot(*place, **settings)

    def _deliver_binary(self, *file: Any, **settings: Any) -> str | None:  # noqa: ANN401 - as above
        return None if self.diary_is_real else super()._deliver_binary(*file, **settings)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies text, and remembers that there is something to forget."""
        self._guard_copied = True
        super().copy_to_clipboard(text)

    def clear_clipboard(self) -> None:
        """Forgets what was copied, in the app and, only if the app copied at all, in the terminal."""
        self._clipboard = ""
        if self._guard_copied and self._driver is not None:
            self._guard_copied = False
            self._driver.write(_FORGET_CLIPBOARD)

    def action_suspend_process(self) -> None:
        """Does nothing: an open diary is locked, not left behind in a sleeping process."""

    @on(Driver.SignalResume)
    def _guard_woke(self) -> None:
        self.refresh(layout=True)

    async def _on_key(self, event: events.Key) -> None:
        """Tries a key that nothing wanted as the US key at its place; text fields keep their letters."""
        place = by_position(event.key)
        if place is not None:  # Textual leaves out the bindings to letters that a focused field takes
            for key, priority in ((event.key, False), (place, True), (place, False)):
                if await self._check_bindings(key, priority=priority):
                    event.prevent_default()
                    return

"""For every private part of Textual that the guard leans on, a case that names it.

A case here that fails after an update of Textual says which part of `heartwork/textual_guard.py` to look at.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
from io import StringIO
from queue import Queue
from typing import TYPE_CHECKING, Any

import pytest
from textual import driver
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.drivers import _writer_thread
from textual.events import Key
from textual.message_pump import MessagePump

from heartwork.textual_guard import GuardedApp, TerminalDriver

if TYPE_CHECKING:
    from collections.abc import Callable


on_unix = pytest.mark.skipif(sys.platform == "win32", reason="the Linux driver is of Unix")


def names(method: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(method).parameters)


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        (App._handle_exception, ["self", "error"]),
        (App._fatal_error, ["self"]),
        (App.panic, ["self", "renderables"]),
        (App._print_error_renderables, ["self"]),
        (App._shutdown, ["self"]),
        (App._on_key, ["self", "event"]),
        (App._check_bindings, ["self", "key", "priority"]),
        (App._context, ["self"]),
        (MessagePump._close_messages_no_wait, ["self"]),
        (MessagePump._get_dispatch_methods, ["self", "method_name", "message"]),
        (driver.Driver.process_message, ["self", "message"]),
        (_writer_thread.WriterThread.__init__, ["self", "file"]),
        (XTermParser.__init__, ["self", "debug"]),
        (XTermParser.feed, ["self", "data"]),
        (XTermParser.tick, ["self"]),
    ],
)
def test_the_guard_leans_on_a_method_with_these_parameters(
    method: Callable[..., Any], parameters: list[str]
) -> None:
    assert names(method) == parameters


def test_the_guard_leans_on_deliver_binary_for_every_delivery() -> None:
    assert names(App._deliver_binary)[:2] == ["self", "binary"]
    assert "_deliver_binary" in App.deliver_text.__code__.co_names
    assert "_deliver_binary" in App.deliver_binary.__code__.co_names
    assert "deliver_text" in App.deliver_screenshot.__code__.co_names


async def test_the_guard_leans_on_attributes_of_a_running_app() -> None:
    app: GuardedApp[None] = GuardedApp()
    async with app.run_test():
        assert app._exit is False
        assert app._exit_renderables == []
        assert app._return_code is None
        assert app._clipboard == ""
        assert app._driver is not None
        assert app._driver._loop is asyncio.get_running_loop()


def test_the_guard_leans_on_handle_exception_as_the_only_way_to_fatal_error() -> None:
    source = inspect.getsource(sys.modules["textual.app"])
    assert source.count("self._fatal_error()") == 1
    assert "_fatal_error" in App._handle_exception.__code__.co_names


def test_the_guard_takes_no_name_that_textual_uses() -> None:
    own = {name for name in vars(GuardedApp) if name.startswith("_guard")}
    own |= {
        "is_sealing",
        "is_leaving",
        "give_back",
        "seal",
        "ended",
        "seal_now",
        "end",
        "leave_for_lock",
        "crash",
        "diary_is_real",
        "clear_clipboard",
    }
    assert not own & set(dir(App))
    assert not {"_guarded", "_stalled", "_feed", "_sleep", "_wake", "_soon", "keep_screen"} & set(
        dir(TerminalDriver.__mro__[1])
    )


@on_unix
def test_the_terminal_driver_leans_on_these_parts_of_the_linux_driver() -> None:
    from textual.drivers.linux_driver import LinuxDriver

    assert names(LinuxDriver.__init__) == ["self", "app", "debug", "mouse", "size"]
    for method in ("run_input_thread", "_run_input_thread", "stop_application_mode"):
        assert callable(vars(LinuxDriver)[method])
    for method in ("_sigtstp_application", "_sigcont_application"):
        assert f"self.{method})" in inspect.getsource(LinuxDriver.__init__)
    assert "_must_signal_resume" in LinuxDriver.start_application_mode.__code__.co_names
    assert "_auto_restart" in LinuxDriver._sigcont_application.__code__.co_names
    start = inspect.getsource(LinuxDriver.start_application_mode)
    assert "WriterThread(self._file)" in start
    assert "target=self._run_input_thread" in start
    assert "self.attrs_before" in start
    stop = inspect.getsource(LinuxDriver.stop_application_mode)
    assert 'self.write("\\x1b[?1049l")' in stop
    assert "self.exit_event.set()" in inspect.getsource(LinuxDriver.disable_input)


def test_the_terminal_driver_leans_on_the_queue_of_the_writer_thread() -> None:
    thread = _writer_thread.WriterThread(StringIO())
    assert isinstance(thread._queue, Queue)
    assert thread._queue.maxsize == _writer_thread.MAX_QUEUED_WRITES


@pytest.mark.parametrize("hostile", ["\x1b[1114112;1u", "\x1b[99999999999999999999;1u", "\x1b[97:;1u"])
def test_the_terminal_driver_leans_on_the_errors_of_the_parser(hostile: str) -> None:
    # When this fails, Textual reads them: the repair in `_feed` may go.
    with pytest.raises((ArithmeticError, LookupError, ValueError, ParseError)):
        list(XTermParser().feed(hostile))


def test_the_terminal_driver_leans_on_what_the_parser_remembers() -> None:
    parser = XTermParser()
    assert (parser.mouse_pixels, parser.terminal_size, parser.terminal_pixel_size) == (False, None, None)


def test_alt_with_a_digit_is_a_key_and_no_other_sign() -> None:
    parser = XTermParser()
    for digit in "0123456789":
        (key,) = parser.feed(f"\x1b{digit}")
        assert isinstance(key, Key)
        assert (key.key, key.character) == (f"alt+{digit}", None)


@on_unix
def test_textual_still_reads_input_with_a_strict_decoder() -> None:
    # When this fails, see https://github.com/Textualize/textual/issues/6456: the own input thread may go.
    from textual.drivers.linux_driver import LinuxDriver

    assert 'getincrementaldecoder("utf-8")()' in inspect.getsource(LinuxDriver.run_input_thread)


def test_rules_are_told_apart_as_objects_are() -> None:
    rule = RuleSet()
    assert RuleSet.__hash__ is object.__hash__
    assert {rule: 1}[rule] == 1


def test_textual_remembers_as_many_parsed_style_sheets_as_it_is_told() -> None:
    known: Any = Stylesheet()._parse_cache
    asked = known.maxsize
    known.grow(asked * 2)
    assert (asked, known.maxsize) == (64, 128)

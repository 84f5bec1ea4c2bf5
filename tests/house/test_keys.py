"""Every key has a name and says what it does; rooms, keys and help come from their one table."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

import heartwork
from heartwork.app import HeartworkApp
from heartwork.screens.rooms import FIRST_ROOM, ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)+")


def classes() -> list[type[DOMNode]]:
    """Return every class of heartwork that can have bindings."""
    found: dict[str, type[DOMNode]] = {}
    for info in pkgutil.walk_packages(heartwork.__path__, "heartwork."):
        if info.name.startswith(("heartwork.cli", "heartwork.__main__")):
            continue
        for _, each in inspect.getmembers(importlib.import_module(info.name), inspect.isclass):
            if issubclass(each, DOMNode) and each.__module__.startswith("heartwork."):
                found[f"{each.__module__}.{each.__name__}"] = each
    return list(found.values())


CLASSES = classes()
BOUND = [each for each in CLASSES if "BINDINGS" in vars(each)]


def bindings(each: type[DOMNode]) -> Iterator[Binding]:
    yield from Binding.make_bindings(vars(each)["BINDINGS"])


def screens() -> list[type[Screen[object]]]:
    """Return the screens that are shown: what others are made of is no screen of its own."""
    made_of = {base for each in CLASSES for base in each.__mro__[1:]}
    return [each for each in CLASSES if issubclass(each, Screen) and each not in made_of]


@pytest.mark.parametrize("each", BOUND, ids=lambda each: each.__name__)
def test_every_binding_has_a_name_and_says_what_it_does(each: type[DOMNode]) -> None:
    for binding in bindings(each):
        assert binding.id, f"{binding.key} has no id"
        assert ID.fullmatch(binding.id), f"{binding.id} is no `room.verb`"
        assert binding.tooltip, f"{binding.id} has no tooltip"


def test_a_name_stands_for_one_thing_alone() -> None:
    names: Counter[str] = Counter()
    for each in BOUND:
        actions = {(binding.id or "", binding.action) for binding in bindings(each)}
        names.update(name for name, _ in actions)
    shared = {name for name, count in names.items() if count > 1}
    same = {"passphrase", "door"}  # one page has the same key for the same thing as another
    assert {name for name in shared if name.split(".")[0] not in same} == set()


def test_rooms_drive_their_keys() -> None:
    keys = {binding.key: binding for binding in bindings(HeartworkApp)}
    for room in ROOMS:
        for key in (room.key, f"alt+{room.key}"):
            assert keys[key].action == f"room('{room.id}')"
            assert keys[key].description == room.name
            assert keys[key].tooltip == room.purpose
    assert FIRST_ROOM in {room.id for room in ROOMS}
    assert len({room.key for room in ROOMS}) == len({room.id for room in ROOMS}) == len(ROOMS)


def test_what_holds_everywhere_holds_in_dialogs_and_while_writing_too() -> None:
    keys = {binding.key: binding for binding in bindings(HeartworkApp)}
    for key in ("ctrl+l", "ctrl+q", "f1", *(f"alt+{room.key}" for room in ROOMS)):
        assert keys[key].priority, key


@pytest.mark.parametrize("each", screens(), ids=lambda each: each.__name__)
def test_every_full_screen_has_help(each: type[Screen[object]]) -> None:
    helped = inspect.getattr_static(each, "HELP", None)
    assert issubclass(each, ModalScreen) or (isinstance(helped, str) and helped.strip())


@pytest.mark.parametrize("each", [each for each in screens() if issubclass(each, ModalScreen)], ids=str)
def test_escape_leaves_every_dialog(each: type[Screen[object]]) -> None:
    bound = [base for base in each.__mro__ if base in BOUND]  # also by what it is made of
    keys = {key for base in bound for binding in bindings(base) for key in binding.key.split(",")}
    assert "escape" in keys


def test_no_letter_is_bound_with_priority() -> None:
    for each in BOUND:
        for binding in bindings(each):
            assert not (binding.priority and len(binding.key) == 1), f"{binding.id} would swallow typing"

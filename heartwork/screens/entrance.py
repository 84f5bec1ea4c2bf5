"""Which screen meets a person: the first visit, the door, or what is wrong with the file."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from heartwork.content import trouble, trouble_with, why
from heartwork.diary import Diary
from heartwork.diary.errors import NoVault, VaultError
from heartwork.screens.door import DoorScreen
from heartwork.screens.first_visit import FirstVisitScreen
from heartwork.screens.telling import facts
from heartwork.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.screens.page import Page


def entrance(
    path: Path, passphrase: str | None = None, door: Callable[[Path, str | None], DoorScreen] = DoorScreen
) -> Page:
    """Return the screen for the diary at `path`, found out without a key; `door` makes that of its door."""
    if not os.path.lexists(path):
        if not Diary.traces(path):
            return FirstVisitScreen(path)
        return TroubleScreen(trouble("VaultGone", path=path), ["again", "begin", "leave"])
    try:
        Diary.look(path)
    except NoVault:  # a link to a place that is not there now: a diary that may come back, no first visit
        gone = why(FileNotFoundError(errno.ENOENT, ""))
        return TroubleScreen(trouble("VaultUnreadable", path=path, why=gone), ["again", "leave"])
    except VaultError as error:
        return TroubleScreen(trouble_with(error, **facts(error, path)), ["again", "leave"])
    return door(path, passphrase)

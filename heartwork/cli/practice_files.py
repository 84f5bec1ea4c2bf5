"""Practices as files: read before a diary is opened, and written over nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from heartwork.cli.saying import shown, tell
from heartwork.cli.troubles import unable
from heartwork.content import ContentError, why
from heartwork.content.practice_words import practice_words
from heartwork.content.practices import practice_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.cli.troubles import Unable
    from heartwork.model.practice import Practice

STANDARD: Final = "-"
"""The name of standard output where a file is asked for."""

_ENDING: Final = ".toml"
_LONGEST: Final = 1024 * 1024
"""Bytes of the longest file that is read as a practice."""

_PRIVATE: Final = 0o700


def text_of(file: Path) -> str:
    """Return what is in the file of a practice, once it is known to be one; raises Unable."""
    words = practice_words().own
    try:
        if file.is_dir():
            raise _unread(words.folder)
        with file.open("rb") as stream:
            data = stream.read(_LONGEST + 1)
        text = data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise _unread(words.absent) from None
    except OSError as error:
        raise _unread(why(error)) from None
    except UnicodeDecodeError:
        raise _unread(words.not_text) from None
    if len(data) > _LONGEST:
        raise _unread(words.long)
    try:
        practice_of(text, file.name)
    except ContentError as error:
        raise unable("PracticeUnclear", why=shown(str(error))) from None
    return text


def is_folder(place: str) -> bool:
    """Tell whether several files can be meant to go to a place: it is a folder, or may become one."""
    return place != STANDARD and (Path(place).is_dir() or Path(place).suffix != _ENDING)


def write(practice: Practice, place: str) -> None:
    """Write a practice to a new file, within a folder under its id; raises Unable."""
    from heartwork.exchange.plain_text import write_text
    from heartwork.exchange.practice_toml import practice_toml

    file = _in_folder(practice, place) if Path(place).is_dir() else Path(place)
    try:
        if place.endswith(("/", os.sep)) and not Path(place).is_dir():
            raise FileNotFoundError
        write_text(file, practice_toml(practice))
    except FileExistsError:
        raise unable("PracticePlaceTaken", file=shown(file)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise unable("PracticeUnwritten", why=practice_words().own.no_folder) from None
    except OSError as error:
        raise unable("PracticeUnwritten", why=why(error)) from None
    tell(practice_words().own.exported.format(file=shown(file)))


def write_all(practices: Sequence[Practice], folder: str) -> None:
    """Write practices into a folder, which is made where it is not there; raises Unable.

    Where a file of one of them is there already, nothing is written.
    """
    for file in (_in_folder(each, folder) for each in practices):
        if os.path.lexists(file):
            raise unable("PracticePlaceTaken", file=shown(file))
    try:
        Path(folder).mkdir(_PRIVATE, exist_ok=True)
    except FileExistsError:
        raise unable("PracticePlaceTaken", file=shown(folder)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise unable("PracticeUnwritten", why=practice_words().own.no_folder) from None
    except OSError as error:
        raise unable("PracticeUnwritten", why=why(error)) from None
    for each in practices:
        write(each, folder)


def _in_folder(practice: Practice, folder: str) -> Path:
    return Path(folder) / f"{practice.id}{_ENDING}"


def _unread(why: str) -> Unable:
    return unable("PracticeUnread", why=why)

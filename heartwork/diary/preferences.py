"""What must be known before unlocking: a small TOML file outside the diary, with never a word of it.

A preference that is unknown or does not fit gives a notice and the usual value; the file stays as it is until
the person changes that very preference. Comments and unknown keys survive every change.
"""

from __future__ import annotations

import contextlib
import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from heartwork.content import trouble_words, why
from heartwork.model.settings import SETTING, SETTINGS, UnfitSetting
from heartwork.model.text import clean
from heartwork.vault.files import CREATING, FILES, READING, regular, write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tomlkit import TOMLDocument

KEYS: Final = "keys"
"""The table of keys: binding ids such as `journal.find`, each with its keys, parted by commas."""

LAST_PATH: Final = "last_path"
"""Where the diary opened last lies."""

OUTSIDE: Final = tuple(row for row in SETTINGS if row.outside)
"""The settings that lie in the preferences too."""

_MOST_BYTES = 256 * 1024
_BINDING = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
_BOUND = re.compile(r"[a-z0-9_+]{1,40}(?:,[a-z0-9_+]{1,40}){0,9}")


class PreferencesUnkept(Exception):
    """A preference could not be written; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences in force; `notices` says in plain words what in the file did not fit."""

    theme: str = cast("str", SETTING["theme"].default)
    motion: bool = cast("bool", SETTING["motion"].default)
    keys: Mapping[str, str] = field(default_factory=dict)
    last_path: Path | None = None
    notices: tuple[str, ...] = ()


def preferences_path() -> Path:
    """Return where the preferences lie on this computer."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("heartwork", appauthor=False)) / "preferences.toml"


def read_preferences(path: Path | None = None) -> Preferences:
    """Return the preferences at `path`, or at their usual place; without a file, the usual ones."""
    path = path or preferences_path()
    try:
        table = tomllib.loads(_text(path))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, RecursionError):
        return Preferences(notices=(trouble_words().preferences.unreadable,))
    return _fitting(table)


def keep_preferences(changes: Mapping[str, object], path: Path | None = None) -> Preferences:
    """Write the named preferences and return all of them; whatever else the file holds stays.

    `keys` is the whole key map. Raises KeyError for a name that is none, UnfitSetting for a value that does
    not fit, and PreferencesUnkept where the file could not be written or is not TOML.
    """
    plain = {name: _plain(name, value) for name, value in changes.items()}
    path = path or preferences_path()
    try:
        document = _document(path)
        for name, value in plain.items():
            _set(document, name, value)
        _write(Path(os.path.realpath(path)), document.as_string().encode())
    except OSError as error:
        raise PreferencesUnkept(trouble_words().preferences.unkept.format(why=why(error))) from error
    except (ValueError, RecursionError) as error:
        raise PreferencesUnkept(trouble_words().preferences.unreadable) from error
    return read_preferences(path)


def _text(path: Path) -> str:
    """Return the text of a small, ordinary file; raises OSError or ValueError for anything else."""
    fd = FILES.open(path, READING)
    try:
        status = FILES.fstat(fd)
        if not regular(status) or status.st_size > _MOST_BYTES:
            raise ValueError("not a file of preferences")
        pieces: list[bytes] = []
        while piece := FILES.read(fd, _MOST_BYTES):
            pieces.append(piece)
    finally:
        FILES.close(fd)
    return b"".join(pieces).decode("utf-8")


def _fitting(table: Mapping[str, object]) -> Preferences:
    """Return what fits of a table, with a notice for everything else."""
    words = trouble_words().preferences
    fit: dict[str, object] = {}
    notices: list[str] = []
    known = {row.name for row in OUTSIDE} | {KEYS, LAST_PATH}
    for name, value in table.items():
        if name not in known:
            notices.append(words.unknown.format(name=_said(name)))
            continue
        try:
            fit[name] = _plain(name, value)
        except UnfitSetting:
            notices.append(words.unfit.format(name=name))
    return Preferences(
        theme=cast("str", fit.get("theme", Preferences().theme)),
        motion=cast("bool", fit.get("motion", Preferences().motion)),
        keys=cast("Mapping[str, str]", fit.get(KEYS, {})),
        last_path=Path(cast("str", fit[LAST_PATH])) if LAST_PATH in fit else None,
        notices=tuple(notices),
    )


def _said(name: str) -> str:
    """Return a name from the file, fit to be shown."""
    return clean(name).replace("\n", " ")[:40]


def _plain(name: str, value: object) -> str | bool | int | dict[str, str]:
    """Return a preference as TOML holds it; raises KeyError or UnfitSetting."""
    if name == KEYS:
        return _bindings(value)
    if name == LAST_PATH:
        return _path(value)
    setting = {row.name: row for row in OUTSIDE}[name]
    return setting.stored(setting.parse(value))


def _bindings(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise UnfitSetting("Keys are a table of binding ids.")
    for binding, keys in value.items():
        if not isinstance(keys, str) or not _BOUND.fullmatch(keys) or not _BINDING.fullmatch(str(binding)):
            raise UnfitSetting("Keys are names such as ctrl+n, separated by commas.")
    return {str(binding): keys for binding, keys in value.items()}


def _path(value: object) -> str:
    """Return an absolute path that TOML can hold."""
    text = str(value) if isinstance(value, str | Path) else ""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = ""
    if "\0" in text or not Path(text).is_absolute():
        raise UnfitSetting("The path of a diary is absolute.")
    return text


def _document(path: Path) -> TOMLDocument:
    """Return the file as it stands, comments and all, or an empty one."""
    import tomlkit

    try:
        text = _text(path)
    except FileNotFoundError:
        return tomlkit.document()
    tomllib.loads(text)
    return tomlkit.parse(text)


def _set(document: TOMLDocument, name: str, value: str | bool | int | dict[str, str]) -> None:  # noqa: FBT001 - one of the values TOML holds
    """Change one preference in place; in the table of keys only what differs is touched."""
    standing = document.get(name)
    if not isinstance(value, dict) or not isinstance(standing, dict):
        document[name] = value
        return
    for binding in standing.keys() - value.keys():
        del standing[binding]
    for binding, keys in value.items():
        if standing.get(binding) != keys:
            standing[binding] = keys


def _write(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, private to its owner; raises OSError and leaves nothing behind."""
    if not path.parent.is_dir():
        FILES.make_folder(path.parent)
    new = path.with_name(f".{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        FILES.unlink(new)
    fd = FILES.open(new, CREATING)
    try:
        try:
            FILES.restrict(fd)
            write_all(FILES, fd, data)
            FILES.fsync(fd)
        finally:
            FILES.close(fd)
        FILES.replace(new, path)
    except OSError:
        with contextlib.suppress(OSError):
            FILES.unlink(new)
        raise
    FILES.sync_folder(path.parent)

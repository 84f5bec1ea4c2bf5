"""Reads one TOML file of shipped words into the dataclass that is its schema.

The fields of the dataclass are the keys of the file. A key too many, one missing, or a value of another type
is a ContentError that names the file and the key.
"""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from heartwork.model.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

Shape = TypeVar("Shape")


class ContentError(Exception):
    """A file of shipped words is not as its schema says."""


def read(file: str, shape: type[Shape]) -> Shape:
    """Return the file of shipped words called `file`, checked, as a `shape`; raises ContentError."""
    try:
        text = files(__package__).joinpath(file).read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ContentError(f"{file}: {error}") from error
    return checked(table, shape, file)


def checked(value: object, shape: type[Shape], where: str) -> Shape:
    """Return `value` as a `shape`; `where` is the file and the keys that led here; raises ContentError."""
    built: Shape = _builder(shape)(value, shape, where)
    return built


def _builder(shape: Any) -> Callable[[object, Any, str], Any]:  # noqa: ANN401 - a shape is any annotation
    """Return what builds values of one annotation."""
    if is_dataclass(shape):
        return _record
    return _BUILDERS[get_origin(shape) or shape]


def _record(value: object, shape: Any, where: str) -> Any:  # noqa: ANN401 - any dataclass
    table = _table(value, where)
    kinds = _kinds(shape)
    if unknown := sorted(table.keys() - kinds.keys()):
        raise ContentError(f"{where}: unknown key {', '.join(unknown)}")
    needed = {field.name for field in fields(shape) if field.default is MISSING}
    if missing := sorted(needed - table.keys()):
        raise ContentError(f"{where}: no key {', '.join(missing)}")
    return shape(**{name: checked(found, kinds[name], f"{where}: {name}") for name, found in table.items()})


@cache
def _kinds(shape: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """Return the annotations of a dataclass: finding out takes longer than all the rest of a check."""
    return get_type_hints(shape)


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ContentError(f"{where}: a table is expected")
    return value


def _by_name(value: object, shape: Any, where: str) -> dict[str, Any]:  # noqa: ANN401 - any mapping
    """Build a table whose keys are free names."""
    kind = get_args(shape)[1]
    return {name: checked(found, kind, f"{where}: {name}") for name, found in _table(value, where).items()}


def _row(value: object, shape: Any, where: str) -> tuple[Any, ...]:  # noqa: ANN401 - any tuple
    """Build a list that holds at least one thing."""
    if not isinstance(value, list) or not value:
        raise ContentError(f"{where}: a list that is not empty is expected")
    kind = get_args(shape)[0]
    one = where.removesuffix("s")
    return tuple(checked(found, kind, f"{one} {place}") for place, found in enumerate(value, 1))


def _words(value: object, _shape: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or clean(value) != value:
        raise ContentError(f"{where}: plain words are expected")
    return value.strip()


def _number(value: object, _shape: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ContentError(f"{where}: a whole number is expected")
    return value


def _flag(value: object, _shape: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise ContentError(f"{where}: true or false is expected")
    return value


def _one_of(value: object, shape: Any, where: str) -> object:  # noqa: ANN401 - any Literal
    allowed = get_args(shape)
    if value not in allowed:
        raise ContentError(f"{where}: one of {', '.join(map(str, allowed))} is expected")
    return value


_BUILDERS: dict[Any, Callable[[object, Any, str], Any]] = {
    str: _words,
    int: _number,
    bool: _flag,
    tuple: _row,
    dict: _by_name,
    Literal: _one_of,
}

"""A practice as the TOML file that describes it: what is written here is read again as the same practice."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Final

import tomlkit

if TYPE_CHECKING:
    from tomlkit.container import Container
    from tomlkit.items import Table

    from heartwork.model.practice import Practice, PracticeStep, Way

_SHORT: Final = 40
"""Characters up to which the texts of a list stand on one line."""


def practice_toml(practice: Practice) -> str:
    """Return the text of a practice's file; its id is the name of the file, and not in it."""
    document = tomlkit.document()
    _fill(document, practice, leave_out=("id", "steps"))
    steps = tomlkit.aot()
    for step in practice.steps:
        table = tomlkit.table()
        _fill(table, step, leave_out=("ways",))
        if step.ways:
            table.append("ways", _ways(step))
        steps.append(table)
    document.append("steps", steps)
    return tomlkit.dumps(document)


def _ways(step: PracticeStep) -> Any:  # noqa: ANN401 - tomlkit's array of tables, which it does not type
    ways = tomlkit.aot()
    for way in step.ways:
        table = tomlkit.table()
        _fill(table, way)
        ways.append(table)
    return ways


def _fill(
    table: Table | Container, said: Practice | PracticeStep | Way, leave_out: tuple[str, ...] = ()
) -> None:
    """Write the fields of something into a table, but for those that are as they are without being said."""
    for field in fields(said):
        value = getattr(said, field.name)
        if field.name in leave_out or (field.default is not MISSING and value == field.default):
            continue
        if isinstance(value, tuple):
            value = tomlkit.array()
            value.extend(getattr(said, field.name))
            value.multiline(any(len(each) > _SHORT for each in value))
        table.append(field.name, value)

"""The words of `heartwork goal`, as goal_commands.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class GoalCommandWords:
    """Every word of the command; `columns` has the name of each column.

    `added`, `moved`, `done`, `let_go`, `ticked_week` and `area` take {what}, `moved` also {column},
    `stepped` and `ticked` {step}, `full` and `added_several` {count}, `steps` {done} and {count}, `week` and
    `ticked_week` {done} and {times}, `due`, `finished` and `gone` {day}, `column` {choices}, `said` {words}.
    """

    added: str
    added_several: str
    moved: str
    full: str
    stepped: str
    ticked: str
    ticked_week: str
    done: str
    let_go: str
    none: str
    column: str
    places: str
    step: str
    area: str
    steps: str
    week: str
    due: str
    finished: str
    gone: str
    said: str
    columns: dict[str, str]


@cache
def goal_commands_words() -> GoalCommandWords:
    """Return every word of the command."""
    return read("goal_commands.toml", GoalCommandWords)

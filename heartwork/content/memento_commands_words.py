"""The words of `heartwork memento`, as memento_commands.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class MementoCommandWords:
    """Every word of the command.

    `added`, `decided`, `done` and `done_before` take {what}, `added_several` {count}, `ahead` and
    `let_go` {day}, `decision` {choices}, `weight` {weight}, `change` {before} and {after}, `helper` {name},
    `said` {words}.
    """

    added: str
    added_several: str
    decided: str
    done: str
    done_before: str
    none: str
    none_fits: str
    ahead: str
    boxed: str
    nobody: str
    decision: str
    weights: str
    weight: str
    change: str
    helper: str
    packed: str
    gone: str
    let_go: str
    said: str


@cache
def memento_commands_words() -> MementoCommandWords:
    """Return every word of the command."""
    return read("memento_commands.toml", MementoCommandWords)

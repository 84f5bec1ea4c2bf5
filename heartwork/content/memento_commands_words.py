"""The words of `heartwork memento`, as memento_commands.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from heartwork.model.memento import Memento


@dataclass(frozen=True, slots=True)
class MementoCommandWords:
    """Every word of the command.

    `added`, `decided` and `done` take {what}, `added_several` {count}, `ahead` and `let_go` {day}, `decision`
    {choices}, `weight` {weight}, `change` {before} and {after}, `helper` {name}, `said` {words}. In
    `decisions` each decision has its words; with `_until` and {day}, with `_to` and {name}.
    """

    added: str
    added_several: str
    decided: str
    done: str
    none: str
    none_fits: str
    ahead: str
    boxed: str
    nobody: str
    decision: str
    weight: str
    change: str
    helper: str
    packed: str
    gone: str
    let_go: str
    said: str
    decisions: dict[str, str]

    def decided_on(self, memento: Memento) -> str:
        """Return what was decided of a memento, in a few words."""
        name, day = memento.decision.value, memento.box_until
        if day is not None and f"{name}_until" in self.decisions:
            return self.decisions[f"{name}_until"].format(day=day)
        if memento.to and f"{name}_to" in self.decisions:
            return self.decisions[f"{name}_to"].format(name=memento.to)
        return self.decisions[name]


@cache
def memento_commands_words() -> MementoCommandWords:
    """Return every word of the command."""
    return read("memento_commands.toml", MementoCommandWords)

"""A run: a practice, or a list that stays open, as far as somebody has come with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class RunState(StrEnum):
    """Whether it is gone on with."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the practice with the id `practice`; `answers` are its answers so far, by their names.

    `step` counts from zero; where a list has no steps, it stays there.
    """

    practice: str
    step: int = 0
    answers: Mapping[str, object] = field(default_factory=dict)
    state: RunState = RunState.OPEN
    id: str = ""


TICKED, OWN = "ticked", "own"
"""The answers of a list: which of its lines are ticked, and the lines of one's own, as id and text."""


@dataclass(frozen=True, slots=True)
class ListAnswers:
    """The answers of a list that stays open: ids of its ticked lines, and own lines by their ids."""

    ticked: frozenset[str] = frozenset()
    own: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run | None) -> ListAnswers:
        """Return the answers of a run, whatever they hold; none where it has not begun."""
        if run is None:
            return cls()
        ticked, own = run.answers.get(TICKED), run.answers.get(OWN)
        pairs = [pair for pair in own if _is_pair(pair)] if isinstance(own, list) else []
        said = [each for each in ticked if isinstance(each, str)] if isinstance(ticked, list) else []
        return cls(frozenset(said), dict(pairs))

    def to_answers(self) -> dict[str, object]:
        """Return them as a run keeps them."""
        return {TICKED: sorted(self.ticked), OWN: [[key, text] for key, text in self.own.items()]}


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [str, str]

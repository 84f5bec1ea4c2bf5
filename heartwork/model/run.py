"""A run: a practice, or a list that stays open, as far as somebody has come with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class RunState(StrEnum):
    """Whether it is gone on with; what stopped kindly on the way was not visited to its end."""

    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the practice with the id `practice`; `answers` are its answers so far, by their names.

    `step` counts from zero; where a list has no steps, it stays there. `updated` is when it was kept last
    (aware UTC).
    """

    practice: str
    step: int = 0
    answers: Mapping[str, object] = field(default_factory=dict)
    state: RunState = RunState.OPEN
    id: str = ""
    updated: datetime | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is a list that stays open, and no practice gone through step by step."""
        return isinstance(self.answers.get(TICKED), list)


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


@dataclass(frozen=True, slots=True)
class Finished:
    """What a practice left behind: the id of its entry, if there is one, and how much it made.

    `shelves` is how many lines came to each shelf; `until` the day until which is waited from now on.
    """

    entry: str = ""
    shelves: Mapping[str, int] = field(default_factory=dict)
    goals: int = 0
    mementos: int = 0
    people: int = 0
    letters: int = 0
    until: date | None = None


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [str, str]

"""The questions that come before a practice that asks for safety first, as practice_safety.toml has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.practices import check_steps
from heartwork.content.schema import read
from heartwork.model.practice import PracticeStep  # noqa: TC001 - the schema is read from the annotations

if TYPE_CHECKING:
    from heartwork.model.practice import Practice

_FILE = "practice_safety.toml"


@dataclass(frozen=True, slots=True)
class _Safety:
    steps: tuple[PracticeStep, ...]


@cache
def safety_steps() -> tuple[PracticeStep, ...]:
    """Return the questions, as steps of a practice."""
    steps = read(_FILE, _Safety).steps
    check_steps(steps, _FILE)
    return steps


def guarded(practice: Practice) -> Practice:
    """Return a practice as it is gone through: with the questions before its steps where it asks for them."""
    if not practice.safety:
        return practice
    return replace(practice, steps=(*safety_steps(), *practice.steps))

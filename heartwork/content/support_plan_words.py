"""The words of a person's own part of the support page, as support_plan.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class PlanPartWords:
    """How a part of the plan is called, and what could stand in it."""

    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Every word of the own part; `not_saved` takes {why}."""

    title: str
    about: str
    nothing: str
    edit: str
    closed: str
    none: str
    begun: str
    open: str
    page_title: str
    page_about: str
    help: str
    part_help: str
    keys: str
    resumed: str
    not_saved: str
    discard: str
    discard_line: str
    stay: str
    yes: str
    kept: str
    part: dict[str, PlanPartWords]


@cache
def plan_words() -> PlanWords:
    """Return every word of the own part of the support page."""
    return read("support_plan.toml", PlanWords)

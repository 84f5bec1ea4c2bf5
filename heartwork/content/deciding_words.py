"""The words for deciding what becomes of a memento, as deciding.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import ContentError, read
from heartwork.model.memento import Decision, Sort

if TYPE_CHECKING:
    from datetime import date

    from heartwork.model.memento import Memento


@dataclass(frozen=True, slots=True)
class OneDecision:
    """A decision: what it is called, what is said where it was made, and a line on what it means."""

    name: str
    said: str
    line: str


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What was decided; `until` takes {day}, `to` takes {decision} and {to}."""

    until: str
    to: str


@dataclass(frozen=True, slots=True)
class DecidingWords:
    """Every word of deciding; `decisions` and `sorts` are under the values of the model."""

    decisions: dict[str, OneDecision]
    said: SaidWords
    sorts: dict[str, str]

    def decision_name(self, decision: Decision) -> str:
        """Return what a decision is called."""
        return self.decisions[decision.value].name

    def decision_line(self, decision: Decision) -> str:
        """Return what a decision means, in a line."""
        return self.decisions[decision.value].line

    def sort_name(self, sort: Sort) -> str:
        """Return what a sort of thing is called."""
        return self.sorts[sort.value]


@cache
def deciding_words() -> DecidingWords:
    """Return every word of deciding; raises ContentError where a decision or a sort has none."""
    words = read("deciding.toml", DecidingWords)
    for table, kinds in ((words.decisions, Decision), (words.sorts, Sort)):
        if set(table) != {kind.value for kind in kinds}:
            raise ContentError("deciding.toml: each decision and each sort needs its words, and no other")
    return words


def decision_said(memento: Memento, today: date) -> str:
    """Return in a few words what was decided about a memento: `box until 24 Nov`, `return to M.`."""
    words = deciding_words()
    said = words.decisions[memento.decision.value].said
    if memento.decision is Decision.BOX and memento.box_until:
        return words.said.until.format(day=short_day(memento.box_until, today))
    if memento.decision in (Decision.RETURN, Decision.DONATE, Decision.SELL) and memento.to:
        return words.said.to.format(decision=said, to=memento.to)
    return said


def short_day(day: date, today: date) -> str:
    """Return a day in a few cells, with its year where that is another one: `24 Nov`."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"

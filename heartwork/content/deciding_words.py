"""The words for deciding what becomes of a memento, as deciding.toml names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from heartwork.content.schema import ContentError, read
from heartwork.model.memento import Decision, Sort
from heartwork.model.text import normal

if TYPE_CHECKING:
    from datetime import date

    from heartwork.model.memento import Memento


_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class OneDecision:
    """A decision: its name, what is said where it was made, what it means, and a sentence about it.

    `told` is for one thing ({name}) and for several ({count}); `told_more` has also {day} or {to}.
    """

    name: str
    said: str
    line: str
    told: tuple[str, ...]
    told_more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What was decided; `until` takes {day}, `to` takes {decision} and {to}."""

    until: str
    to: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """One memento, large; `weighed` takes {weight} and {after}, `decided` and `as_before` {told}."""

    weighs: str
    weighed: str
    not_felt: str
    sizes: tuple[str, ...]
    today: str
    since: str
    gone: str
    helper: str
    no_story: str
    heavy: str
    draft: str
    farewell_draft: str
    keys: str
    until: str
    give_back: str
    donate: str
    to_line: str
    to_anybody: str
    to_hint: str
    decided: str
    as_before: str
    nothing_to_undo: str
    gone_meanwhile: str


@dataclass(frozen=True, slots=True)
class DigitalHint:
    """How to keep a copy of something digital out of sight; `*` is every word."""

    words: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The fields of a memento; `title` takes {name}, `not_saved` {why}."""

    title: str
    name: str
    where: str
    sort: str
    size: str
    weight: str
    to: str
    helper: str
    story: str
    sizes: tuple[str, ...]
    where_hint: str
    to_hint: str
    helper_hint: str
    story_hint: str
    keys: str
    unnamed: str
    resumed: str
    not_saved: str
    discard: str
    discard_line: str
    stay: str
    yes: str


@dataclass(frozen=True, slots=True)
class FarewellWords:
    """Letting a memento go; `title`, `gone` and `back` take {name}, `weight_was` {weight}."""

    title: str
    line: str
    own: str
    weight: str
    weight_was: str
    keys: str
    gone: str
    back: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeveralWords:
    """Deciding about several at once; `more` takes {names} and {count}, all others {count}."""

    title_one: str
    title: str
    more: str
    until: str
    give_back: str
    donate: str


@dataclass(frozen=True, slots=True)
class DecidingWords:
    """Every word of deciding; `decisions` and `sorts` are under the values of the model."""

    decisions: dict[str, OneDecision]
    said: SaidWords
    sorts: dict[str, str]
    page: PageWords
    digital: tuple[DigitalHint, ...]
    fields: FieldWords
    farewell: FarewellWords
    several: SeveralWords

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


def digital_hint(name: str) -> str:
    """Return how to keep a copy of something digital out of sight, by the words of its name."""
    kinds = deciding_words().digital
    return next(kind.hint for kind in kinds if "*" in kind.words or of_kind(name, kind))


def digital_picture(name: str) -> bool:
    """Tell whether something digital is a picture, or many, by the words of its name."""
    return any(of_kind(name, kind) for kind in deciding_words().digital if "photo" in kind.words)


def of_kind(name: str, kind: DigitalHint) -> bool:
    """Tell whether a name has a word of a kind of digital things."""
    return bool(set(_WORD.findall(normal(name))) & set(kind.words))


def decision_said(memento: Memento, today: date | None = None) -> str:
    """Return in a few words what was decided about a memento: `box until 24 Nov`, `return to M.`.

    Without the day it is, days are said in ISO 8601.
    """
    words = deciding_words()
    said = words.decisions[memento.decision.value].said
    if memento.decision is Decision.BOX and memento.box_until:
        until = memento.box_until
        return words.said.until.format(day=short_day(until, today) if today else until.isoformat())
    if memento.decision in (Decision.RETURN, Decision.DONATE, Decision.SELL) and memento.to:
        return words.said.to.format(decision=said, to=memento.to)
    return said


def decision_told(memento: Memento, name: str, today: date, count: int = 1) -> str:
    """Return what was decided about a memento called `name`, or about several alike, as half a sentence.

    Words that take it put the full stop, or more, behind it.
    """
    made = deciding_words().decisions[memento.decision.value]
    day = memento.box_until if memento.decision is Decision.BOX else None
    to = memento.to if memento.decision in (Decision.RETURN, Decision.DONATE, Decision.SELL) else ""
    told = made.told_more if made.told_more and (day or to) else made.told
    until = short_day(day, today) if day else ""
    return told[count > 1].format(name=name, count=f"{count:,}", day=until, to=to.rstrip("."))


def short_day(day: date, today: date) -> str:
    """Return a day in a few cells, with its year where that is another one: `24 Nov`."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"

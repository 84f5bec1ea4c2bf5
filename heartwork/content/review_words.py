"""The words of the daily review, as review.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read
from heartwork.model.review import Condition  # noqa: TC001 - the checks read annotations at run time

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import date


@dataclass(frozen=True, slots=True)
class PartWords:
    """A part that needs no more than its question, and what can be pressed."""

    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class ContactWords:
    """The part about contact; `noted` takes {names}."""

    title: str
    hint: str
    noted: str


@dataclass(frozen=True, slots=True)
class ThingWords:
    """A part about one thing; `said` and `of_goal` take {words}, `weight` {weight}."""

    title: str
    said: str
    later: str
    later_said: str
    hint: str
    weight: str = ""
    of_goal: str = ""
    decide: str = ""
    decide_said: str = ""
    done: str = ""
    done_said: str = ""


@dataclass(frozen=True, slots=True)
class CareWords:
    """The part about care, and what stands behind a habit that was answered."""

    title: str
    hint: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class LineWords:
    """The question of each sort of line, and what can be pressed."""

    hint: str
    prompt: str
    gratitude: str
    lesson: str
    shelf: str


@dataclass(frozen=True, slots=True)
class ReviewBodyWords:
    """How a review stands in the journal; lines take {line}, `prompt` {prompt} too, `care` {names}.

    `again` takes {time}, {mood} and {before}.
    """

    prompt: str
    gratitude: str
    lesson: str
    shelf: str
    none: str
    urge: str
    again: str
    care: str


@dataclass(frozen=True, slots=True)
class EndWords:
    """What changed; those of a mood take {mood}, those of several things {names}, those of one {words}.

    What was decided about it, where that is known, is {told}.
    """

    title: str
    mood: str
    lighter: str
    heavier: str
    alike: str
    new_words: str
    care: str
    care_again: str
    decided: str
    decided_told: str
    let_go: str
    stepped: str
    contact: dict[str, str]
    shelf: str
    kept: str
    undo: str
    undo_since: str


@dataclass(frozen=True, slots=True)
class ArrangeWords:
    """The dialog of parts."""

    title: str
    line: str
    keys: str
    on: str
    off: str
    last: str


@dataclass(frozen=True, slots=True)
class HabitsWords:
    """The dialog of habits; `long` takes {count}, `gone` {words}."""

    title: str
    line: str
    keys: str
    none: str
    name: str
    name_line: str
    full: str
    long: str
    empty: str
    twice: str
    gone: str


@dataclass(frozen=True, slots=True)
class ReviewCommandWords:
    """What the command says; questions take {names}, {words} or {weight}, `adds` {time}."""

    title: str
    go_on: str
    mood: str
    again: str
    feelings: str
    contact: str
    slip: str
    had_to: str
    care: str
    care_each: str
    memento: str
    weighs_nothing: str
    goal: str
    line: str
    line_sorts: str
    rest: str
    offers: str
    left: str
    adds: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentences for a review of which all of `when` holds; the day chooses among them."""

    when: tuple[Condition, ...]
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """Every word of the review; `progress` takes {place} and {of}, `yesterday` {day}, `adds` {time}.

    `not_saved` takes {why}.
    """

    title: str
    progress: str
    yesterday: str
    adds: str
    left: str
    nothing: str
    not_saved: str
    parts: dict[str, str]
    mood: PartWords
    feelings: PartWords
    contact: ContactWords
    contact_choices: dict[str, str]
    care: CareWords
    memento: ThingWords
    goal: ThingWords
    line: LineWords
    body: ReviewBodyWords
    end: EndWords
    offers: dict[str, str]
    arrange: ArrangeWords
    habits: HabitsWords
    command: ReviewCommandWords
    sentences: tuple[Sentence, ...]
    help: dict[str, str]

    def sentence(self, holds: AbstractSet[Condition], day: date) -> str:
        """Return the sentence for what holds of a review: that of the first rule which all of it fits."""
        for each in self.sentences:
            if holds >= {*each.when}:
                return each.say[day.toordinal() % len(each.say)]
        return ""


@cache
def review_words() -> ReviewWords:
    """Return every word of the review."""
    return read("review.toml", ReviewWords)

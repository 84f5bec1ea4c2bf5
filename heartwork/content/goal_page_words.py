"""The words of what opens over the board of goals, as goal_pages.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.model.goal import Column, Horizon, Repeat


@dataclass(frozen=True, slots=True)
class GoalNames:
    """How goals are described; those about a day take {day}, `times` takes {count}."""

    sizes: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekly: str
    times: str
    due: str
    overdue: str
    finished: str
    let_go: str
    columns: dict[str, str]
    horizons: dict[str, str]

    def size(self, size: int) -> str:
        """Return how a size is called."""
        return self.sizes[size - 1]

    def column(self, column: Column) -> str:
        """Return how a column is called."""
        return self.columns[column.value]

    def horizon(self, horizon: Horizon) -> str:
        """Return how a horizon is called."""
        return self.horizons[horizon.value]

    def repeat(self, repeat: Repeat) -> str:
        """Return how often a goal is done in a week."""
        return self.weekly if repeat.times == 1 else self.times.format(count=repeat.times)


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The ticks of a week; `one` takes {days}, `some` {count} and {days}, `more` {count}."""

    none: str
    one: str
    some: str
    and_: str
    more_one: str
    more: str

    def said(self, days: Sequence[str], count: int, missing: int) -> str:
        """Return on which days something was done, how often, and how often more is planned."""
        *before, last = days or ("",)
        named = f"{', '.join(before)} {self.and_} {last}" if before else last
        done = (self.one if count == 1 else self.some).format(count=count, days=named) if count else self.none
        if missing <= 0:
            return done
        return f"{done} {self.more_one if missing == 1 else self.more.format(count=missing)}"


@dataclass(frozen=True, slots=True)
class GoalPageWords:
    """One goal, large; `why` and `let_go_why` take {why}, `gave` {gave}, `added` and `removed` {step}."""

    why: str
    gave: str
    let_go_why: str
    draft: str
    half_step: str
    no_steps: str
    new: str
    edit: str
    grabbed: str
    empty: str
    keys: str
    keys_weekly: str
    keys_bare: str
    keys_weekly_bare: str
    nothing_to_undo: str
    removed: str
    added: str
    added_several: str
    help: str
    week: WeekWords

    def keys_of(self, *, steps: bool, weekly: bool) -> str:
        """Return what can be pressed on a goal that has steps or none, and repeats or does not."""
        if steps:
            return self.keys_weekly if weekly else self.keys
        return self.keys_weekly_bare if weekly else self.keys_bare


@dataclass(frozen=True, slots=True)
class GoalFieldWords:
    """The fields of a goal; `understood` and `past` take {day}, `no_day` {why}, `repeat_said` {times}."""

    title: str
    name: str
    area: str
    area_hint: str
    size: str
    horizon: str
    due: str
    due_hint: str
    understood: str
    past: str
    no_day: str
    repeat: str
    repeat_hint: str
    repeat_said: str
    no_repeat: str
    why: str
    why_hint: str
    no_title: str
    about: str
    kept: str
    open: str
    discard_title: str
    discard_line: str
    stay: str
    discard: str
    help: str


@dataclass(frozen=True, slots=True)
class FinishWords:
    """A goal that is reached; `title`, `done` and `done_entry` take {title}."""

    title: str
    line: str
    entry_title: str
    here: str
    journal: str
    done: str
    done_entry: str
    keys: str


@dataclass(frozen=True, slots=True)
class PartingWords:
    """Letting a goal go; `title` and `done` take {title}."""

    title: str
    line: str
    ask: str
    done: str


@dataclass(frozen=True, slots=True)
class ArchiveWords:
    """What was done and let go; the months take {month} and {count}, `gave` {line}, `back` {title}."""

    title: str
    empty: str
    month: str
    month_let_go: str
    undated: str
    gave: str
    nothing: str
    keys: str
    back: str
    nothing_to_undo: str


@dataclass(frozen=True, slots=True)
class GoalFilterWords:
    """The question which goals are shown."""

    title: str
    areas: str
    every_area: str
    no_area: str
    horizons: str
    every_horizon: str
    no_horizon: str
    keys: str


@dataclass(frozen=True, slots=True)
class GoalPagesWords:
    """Every word of what opens over the board."""

    name: GoalNames
    page: GoalPageWords
    fields: GoalFieldWords
    finish: FinishWords
    parting: PartingWords
    archive: ArchiveWords
    filter: GoalFilterWords


@cache
def goal_page_words() -> GoalPagesWords:
    """Return every word of what opens over the board of goals."""
    return read("goal_pages.toml", GoalPagesWords)

"""The words of the board of goals, as goals.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What stands in a column without cards."""

    someday: str
    next: str
    doing: str
    done: str


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """The names of the columns; `month` takes {month} and stands behind the count of Done."""

    someday: str
    next: str
    doing: str
    done: str
    month: str
    empty: EmptyWords

    def name(self, column: str) -> str:
        """Return the name of a column."""
        return str(getattr(self, column))


@dataclass(frozen=True, slots=True)
class CardWords:
    """Facts on a card; `steps` and `week_many` take {done} and {count}, `week` {dots}, `due` {day}."""

    steps: str
    week: str
    week_many: str
    due: str


@dataclass(frozen=True, slots=True)
class AsideWords:
    """What stands at the top right; `week`, of one or of more, and `short` take {done} and {open}."""

    carrying: str
    week: tuple[str, str]
    short: str
    area: str
    all: str

    def this_week(self, done: int, ahead: int, *, short: bool) -> str:
        """Return what was done this week and what is open; nothing for a week that has none of it."""
        said = self.short if short else self.week[done != 1]
        return said.format(done=done, open=ahead) if done or ahead else ""


@dataclass(frozen=True, slots=True)
class AddWords:
    """The line for a new goal; `about` and `into` take {column}, `due` {day}, others {title} and {count}."""

    placeholder: str
    about: str
    due: str
    into: str
    added: str
    several: str
    kept: str
    unclear_left: str


@dataclass(frozen=True, slots=True)
class TickWords:
    """What is said of a tick, and the question where none is left; facts are named in the file."""

    step: str
    next: str
    week: str
    nothing_title: str
    nothing: str
    full: str
    not_yet: str
    more: str
    yes: str
    done_already: str


@dataclass(frozen=True, slots=True)
class FullWords:
    """The question of one more in Doing; `line` takes {count}."""

    title: str
    line: str
    bring: str
    leave: str


@dataclass(frozen=True, slots=True)
class HidingWords:
    """What is said of a goal that is put away; it takes {title} and {until}."""

    put_away: str


@dataclass(frozen=True, slots=True)
class LackingWords:
    """What a goal is without what one of its fields says."""

    area: str
    horizon: str
    due: str
    repeat: str
    why: str
    gave: str
    let_go_why: str


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What was written in a field of a goal, as {words}."""

    why: str
    gave: str
    let_go_why: str


@dataclass(frozen=True, slots=True)
class UndoneWords:
    """What came back by undo; a goal is {title}, a step {words}, several are {names} and {count}."""

    trashed: str
    trashed_several: str
    untrashed: str
    trashed_again: str
    away_again: str
    in_sight: str
    let_go_again: str
    column: str
    place: str
    ticked: str
    unticked: str
    step: str
    no_step: str
    no_steps: str
    reworded: str
    step_place: str
    steps: str
    times: str
    time: str
    title: str
    fields: str
    several: str
    more: str
    name: str
    lacking: LackingWords
    written: WrittenWords


@dataclass(frozen=True, slots=True)
class BinWords:
    """The trash of goals; what names one takes {title}."""

    trashed: str
    title: str
    empty: str
    keys: str
    restored: str
    erase_title: str
    erase_line: str
    stay: str
    yes: str
    erased: str


@dataclass(frozen=True, slots=True)
class GoalWords:
    """Every word of the board."""

    empty: str
    found_none: str
    columns: ColumnWords
    card: CardWords
    aside: AsideWords
    add: AddWords
    tick: TickWords
    away: HidingWords
    full: FullWords
    undone: UndoneWords
    trash: BinWords


@cache
def goal_words() -> GoalWords:
    """Return every word of the board."""
    return read("goals.toml", GoalWords)

"""The words of the urge gate, as urge.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class StrengthWords:
    """The question how strong an urge is; `line` takes {minutes}."""

    title: str
    line: str
    hint: str


@dataclass(frozen=True, slots=True)
class GateWords:
    """The page on which an urge is waited with.

    `strength` takes {strength}, `waiting` {left} and {total}, `waited` {total}, `more` {count}, `count` and
    `count_one` {passed} and {times}, `reach` {name}, `header` {left}, `not_saved` {why}. `outcomes` are in
    the order of the model.
    """

    title: str
    strength: str
    waiting: str
    waited: str
    reading: str
    reasons: str
    standards: str
    ask: str
    more: str
    helped: str
    help: str
    swaps: str
    people: str
    count: str
    count_one: str
    ready: str
    over: str
    outcomes: tuple[str, ...]
    reach: str
    other_title: str
    other_line: str
    header: str
    header_over: str
    not_saved: str
    noted: str
    taken: str
    questions: tuple[str, ...]

    def counted(self, passed: int, times: int) -> str:
        """Return in how many of the times that something was tried the urge passed."""
        return (self.count if times > 1 else self.count_one).format(passed=passed, times=times)


@dataclass(frozen=True, slots=True)
class BreatheWords:
    """A few breaths; `lines` take {inwards} and {outwards}."""

    title: str
    lines: tuple[str, ...]
    back: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to do meanwhile, by its key and its name."""

    id: str
    key: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Something lasting, and instead of what."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What is said and asked about an outcome; `still` takes {minutes}, `sure` is for the last three."""

    passed: str
    still: str
    sure: tuple[str, ...]
    sure_line: str
    yes: str
    no: str
    said: str
    said_kept: str
    slip: str
    slip_line: str
    slip_yes: str
    slip_no: str
    slipped: str


@dataclass(frozen=True, slots=True)
class RoomWords:
    """What the grief room says of urges; `waiting` takes {left}."""

    title: str
    gate: str
    gate_said: str
    waiting: str
    over: str
    check: str
    check_said: str


@dataclass(frozen=True, slots=True)
class CommandWords:
    """`heartwork urge`: `begun` takes {minutes} and {time}, `open` {left} and {total}, `over` {total}.

    Those of a strength take {strength}; the rows take {what}, and what is said of it, {count}.
    """

    ask: str
    again: str
    strength_noted: str
    strength_stays: str
    support: str
    begun: str
    open: str
    over: str
    row: str
    row_said: str
    row_aside: str


@dataclass(frozen=True, slots=True)
class UrgeWords:
    """Every word of the urge gate."""

    strength: StrengthWords
    gate: GateWords
    breathe: BreatheWords
    activities: tuple[Activity, ...]
    swaps: tuple[Swap, ...]
    outcome: OutcomeWords
    room: RoomWords
    command: CommandWords


@cache
def urge_words() -> UrgeWords:
    """Return every word of the urge gate."""
    return read("urge.toml", UrgeWords)

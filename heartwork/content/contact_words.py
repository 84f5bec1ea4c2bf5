"""The words of the contact log, as contact.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from heartwork.content.schema import read

if TYPE_CHECKING:
    from datetime import date

_A_WEEK = 7


class Counted(Protocol):
    """The days of a log, as insights count them; `since` and `run_since` are None where there are none."""

    @property
    def since(self) -> date | None:
        """The day of the beginning."""

    @property
    def window(self) -> int:
        """How many of the last days are counted."""

    @property
    def without(self) -> int:
        """How many of them were without contact."""

    @property
    def run(self) -> int:
        """How many days without contact reach this one."""

    @property
    def run_since(self) -> date | None:
        """The first of them."""


@dataclass(frozen=True, slots=True)
class StandsWords:
    """How it stands; `true` takes {days} and {window}, `run` {count}, those with a day {day}."""

    true_one: str
    true_first: str
    true: str
    run: str
    since: str
    paused: str
    off: str
    begun: str
    nothing_yet: str
    began_today: str
    began: str

    def days(self, counted: Counted, today: date) -> str:
        """Return the days without contact, of how many; while there is none, since when the log is kept."""
        if (since := counted.since) is None:
            return ""
        if since > today:
            return self.nothing_yet.format(day=day_near(since, today))
        if not counted.without:
            return self.began_today if since == today else self.began.format(day=day_near(since, today))
        if counted.window == 1:
            return self.true_first if since == today else self.true_one
        return self.true.format(days=counted.without, window=counted.window)

    def said(self, counted: Counted, today: date) -> tuple[str, ...]:
        """Return the days without contact, and the run where it says more than they do."""
        first_day = counted.since == counted.run_since == today
        run = "" if first_day else self.run_said(counted.run, counted.run_since, today)
        return tuple(part for part in (self.days(counted, today), run) if part)

    def run_said(self, run: int, since: date | None, today: date) -> str:
        """Return the run from its second day on, before that since when it is; nothing for none."""
        if since is None:
            return ""
        return self.run.format(count=run) if run > 1 else self.since.format(day=day_near(since, today))


def day_near(day: date, today: date) -> str:
    """Return a day by its weekday within a week, else by its date: Tuesday, 3 October."""
    if 0 <= (today - day).days < _A_WEEK:
        return f"{day:%A}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


@dataclass(frozen=True, slots=True)
class ContactRoomWords:
    """What stands in the overview of the grief room."""

    title: str
    begin: str
    log: str
    slip: str


@dataclass(frozen=True, slots=True)
class BeginningWords:
    """What is said before the log begins; `understood` and `started` take {day}."""

    title: str
    lines: tuple[str, ...]
    hint: str
    understood: str
    keys: str
    started: str


@dataclass(frozen=True, slots=True)
class LogWords:
    """What stands around the list; those of words take {words} or {what}."""

    title: str
    total_one: str
    total: str
    longest: str
    gap_one: str
    gap: str
    slips_one: str
    slips: str
    trigger: str
    helped: str
    tried: str
    strength: str
    not_said: str
    wait: str
    wait_line: str
    wait_empty: str
    waiting: str
    trashed: str
    restored: str
    nothing_to_undo: str

    def total_said(self, count: int) -> str:
        """Return how many days there are in all."""
        return self.total_one if count == 1 else self.total.format(count=f"{count:,}")

    def gap_said(self, gap: float) -> str:
        """Return how many days lie between two slips, on average."""
        whole = f"{gap:.0f}"
        return self.gap_one if whole == "1" else self.gap.format(gap=whole)


@dataclass(frozen=True, slots=True)
class ContactFieldsWords:
    """The fields of an event; `not_saved` takes {why}."""

    slip: str
    had_to: str
    pause: str
    resume: str
    start: str
    wait_until: str
    urge: str
    what: str
    when: str
    until: str
    trigger: str
    helped: str
    note: str
    when_hint: str
    until_hint: str
    trigger_hint: str
    helped_hint: str
    note_hint: str
    slip_line: str
    had_to_line: str
    pause_line: str
    keys_new: str
    keys: str
    resumed: str
    which: str
    not_saved: str
    gone_meanwhile: str
    discard: str
    discard_line: str
    stay: str
    yes: str


@dataclass(frozen=True, slots=True)
class ContactTrashWords:
    """The trash of the log; `restored`, `erase` and `erased` take {what}."""

    title: str
    empty: str
    keys: str
    restored: str
    erase: str
    erased: str
    erase_line: str
    stay: str
    yes: str


@dataclass(frozen=True, slots=True)
class RemainsWords:
    """What remains true after a slip; `lines` take {true} and {total}, `helped` {words}."""

    title: str
    lines: tuple[str, ...]
    helped: str
    keys: str


@dataclass(frozen=True, slots=True)
class ContactCalendarWords:
    """What is said of a day; `day` and `today` take {day} and {what}, `slips` {count}."""

    title: str
    rule: str
    day: str
    today: str
    without: str
    slip: str
    slips: str
    paused: str
    had_to: str
    before: str
    ahead: str
    keys: str


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Every word of the log: `kinds` and `slips` by kind, `help` by screen.

    `wrong` has words by what is wrong, with {day}.
    """

    kinds: dict[str, str]
    slips: dict[str, str]
    stands: StandsWords
    room: ContactRoomWords
    beginning: BeginningWords
    log: LogWords
    fields: ContactFieldsWords
    trash: ContactTrashWords
    remains: RemainsWords
    calendar: ContactCalendarWords
    wrong: dict[str, str]
    help: dict[str, str]

    def unfit(self, wrong: str, day: date) -> str:
        """Return why something does not fit into the log."""
        return self.wrong[wrong].format(day=f"{day.day} {day:%B} {day.year}")


@cache
def contact_words() -> ContactWords:
    """Return every word of the log."""
    return read("contact.toml", ContactWords)

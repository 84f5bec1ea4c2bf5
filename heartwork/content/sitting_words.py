"""The words of sitting with grief, as sitting.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time in words; `several` takes {count}."""

    none: str
    one: str
    several: str

    def said(self, seconds: int) -> str:
        """Return so many seconds in whole minutes, a begun one left out."""
        minutes = max(seconds, 0) // _MINUTE
        if minutes == 0:
            return self.none
        return self.one if minutes == 1 else self.several.format(count=minutes)


@dataclass(frozen=True, slots=True)
class RowWords:
    """The rows in the grief room; they take {minutes}, {sat}, {before} and {after}."""

    section: str
    sit: str
    never: str
    last: str
    last_ache: str
    open: str
    open_said: str


@dataclass(frozen=True, slots=True)
class PastWords:
    """The sittings so far; `count` takes {count}, those of an ache {before} and {after}."""

    row: str
    count_one: str
    count: str
    title: str
    both: str
    before: str
    after: str
    keys: str

    def counted(self, count: int) -> str:
        """Return how many there were."""
        return self.count_one if count == 1 else self.count.format(count=f"{count:,}")

    def ache_said(self, before: int | None, after: int | None) -> str:
        """Return the aches that were told; nothing where none was."""
        if before is not None and after is not None:
            return self.both.format(before=before, after=after)
        if before is not None:
            return self.before.format(before=before)
        return self.after.format(after=after) if after is not None else ""


@dataclass(frozen=True, slots=True)
class StartWords:
    """The question before a sitting; `title` takes {minutes}."""

    title: str
    lines: tuple[str, ...]
    change: str
    ache: str
    keys: str


@dataclass(frozen=True, slots=True)
class SettleWords:
    """The breaths that a sitting begins with; `breath` takes {count} and {of}."""

    title: str
    line: str
    breath: str
    skip: str


@dataclass(frozen=True, slots=True)
class SitWords:
    """What is said while it runs; lines take {left}, {why} or {room}."""

    here: str
    paused: str
    left: str
    left_moment: str
    not_saved: str
    over_elsewhere: str
    stays: str
    over_writing: str
    writing: str
    writing_paused: str


@dataclass(frozen=True, slots=True)
class WaysWords:
    """Everything that can be done while it runs, as answers to a question."""

    title: str
    pause: str
    go_on: str
    write: str
    breathe: str
    end: str


@dataclass(frozen=True, slots=True)
class BreathWords:
    """The two halves of a breath, and both in one line that takes {into} and {out}."""

    into: str
    out: str
    still: str


@dataclass(frozen=True, slots=True)
class SittingDoorWords:
    """What the door says while somebody sits behind it."""

    left: str
    over: str
    settling: str


@dataclass(frozen=True, slots=True)
class BackWords:
    """What is asked about a sitting that was cut short; `title` takes {sat}."""

    title: str
    asleep: str
    stopped: str
    keep: str
    go_on: str
    leave: str
    later: str


@dataclass(frozen=True, slots=True)
class GroundWords:
    """The grounding step, a page at a time; `place` takes {count} and {of}."""

    title: str
    pages: tuple[str, ...]
    place: str
    go_on: str
    go_on_one: str
    sit_on: str


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """The end of a sitting; lines take {sat}, {before} or {why}."""

    title: str
    ache: str
    ache_before: str
    line: str
    keys_ache: str
    keys_line: str
    not_saved: str
    kept: str


@dataclass(frozen=True, slots=True)
class SittingEntryWords:
    """What an entry of a sitting says by itself; lines take {sat}, {before} and {after}."""

    sat: str
    both: str
    before: str
    after: str

    def said(self, sat: str, before: int | None, after: int | None) -> str:
        """Return the line for a time and the two aches, as far as they were told."""
        told = {(True, True): self.both, (True, False): self.before, (False, True): self.after}
        words = told.get((before is not None, after is not None), self.sat)
        return words.format(sat=sat, before=before, after=after)


@dataclass(frozen=True, slots=True)
class SitCommandWords:
    """What the command line says of minutes that cannot be; it takes {least} and {most}."""

    minutes: str


@dataclass(frozen=True, slots=True)
class SittingWords:
    """Every word of sitting with grief."""

    time: TimeWords
    row: RowWords
    past: PastWords
    start: StartWords
    settle: SettleWords
    sit: SitWords
    ways: WaysWords
    breath: BreathWords
    door: SittingDoorWords
    back: BackWords
    ground: GroundWords
    closing: ClosingWords
    entry: SittingEntryWords
    command: SitCommandWords


@cache
def sitting_words() -> SittingWords:
    """Return the words of sitting.toml; raises ContentError."""
    return read("sitting.toml", SittingWords)

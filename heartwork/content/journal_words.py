"""The words of the journal room, field by field as their file names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class FilterWords:
    """What the journal can be narrowed to."""

    title: str
    everything: str
    starred: str
    letters: str
    check_ins: str
    notes: str
    tag: str
    away: str
    trash: str
    which_tag: str
    another: str
    which: str
    no_tags: str


@dataclass(frozen=True, slots=True)
class AsideWords:
    """What stands beside the rooms' names; placeholders are named in the file."""

    found: str
    found_so_far: str
    shown: str
    hint: str
    marked: str


@dataclass(frozen=True, slots=True)
class SeveralWords:
    """What is said of several entries at once; all but the last take {count}, `no_tag` takes {word}."""

    trashed: str
    restored: str
    starred: str
    unstarred: str
    tagged: str
    tagged_one: str
    no_tags_left: str
    taken_back: str
    tag_title: str
    tag_title_one: str
    tag_line: str
    no_tag: str


@dataclass(frozen=True, slots=True)
class BoxWords:
    """Things whose box was until today; `one` takes {words}, `several` {count}, both {room}."""

    one: str
    several: str


@dataclass(frozen=True, slots=True)
class BackWords:
    """Looking back; `memory` and `notice` take {ago} and {words}, `nothing_then` takes {day}."""

    title: str
    on_this_day: str
    then_and_now: str
    then_and_now_marked: str
    random: str
    calendar: str
    nothing_to_pick: str
    nothing_today: str
    nothing_then: str
    nothing_beside: str
    memory: str
    notice: str


@dataclass(frozen=True, slots=True)
class JournalWords:
    """Every word of the journal room; `ago` has for each unit the words for one and for {count}."""

    filter: FilterWords
    aside: AsideWords
    several: SeveralWords
    boxes: BoxWords
    back: BackWords
    ago: dict[str, tuple[str, ...]]

    def long_ago(self, count: int, unit: str) -> str:
        """Return how long ago something was."""
        one, several = self.ago[unit]
        return one if count == 1 else several.format(count=count)


@cache
def journal_words() -> JournalWords:
    """Return the words of the journal room."""
    return read("journal.toml", JournalWords)

"""The words of the room of practices, as practices_room.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from heartwork.content.schema import ContentError, read
from heartwork.model.practice import PATHS, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The headings of the list: what goes on, what fits now, and every theme."""

    begun: str
    now: str
    themes: dict[str, str]


@dataclass(frozen=True, slots=True)
class RowWords:
    """What is said of a practice in its row.

    `step` takes {at} and {of}, `minutes` {minutes}, `waits` {title}; `times` is for once, twice and more
    often, and takes {count} and {day}; `stopped` takes {day}.
    """

    step: str
    end: str
    minutes: str
    times: tuple[str, ...]
    stopped: str
    today: str
    yesterday: str
    waits: str
    own: str


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What is said of a practice beside the list; `paths` in the order of the model.

    `on_day` and `stopped` take {day}.
    """

    about: str
    paths: tuple[str, ...]
    own: str
    steps: str
    times: tuple[str, ...]
    on_day: str
    stopped: str
    never: str
    waits: str
    begun: str


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The rule by which practices come first; `stages` are for no season, one that goes on, one that is over.

    `standing` takes {mood}, {season} and {intention}, `mood` {mood}, `intention` {intention}, `one` {title}
    and {why}, `one_waits` {title} and {first}, the other two {title}.
    """

    title: str
    lines: tuple[str, ...]
    standing: str
    mood: str
    mood_before: str
    no_mood: str
    stages: tuple[str, ...]
    intention: str
    unsure: str
    one: str
    one_waits: str
    one_held_back: str
    one_lately: str
    one_rest: str


@dataclass(frozen=True, slots=True)
class FilterWords:
    """What the list can be narrowed to."""

    title: str
    all: str
    letting_go: str
    hoping: str
    new: str
    short: str


@dataclass(frozen=True, slots=True)
class OwnTrashWords:
    """A practice of one's own in the trash; all that name one take {title}."""

    stays: str
    trashed: str
    title: str
    empty: str
    keys: str
    restored: str
    as_before: str
    erase: str
    erase_line: str
    stay: str
    yes: str
    erased: str


@dataclass(frozen=True, slots=True)
class RoomWords:
    """Every word of the room; `found` takes {sought}, {found} and {all}, `shown` {name} and {found}."""

    help: str
    empty: str
    none_found: str
    hint: str
    found: str
    shown: str
    group: GroupWords
    row: RowWords
    preview: PreviewWords
    why: dict[str, str]
    rule: RuleWords
    filter: FilterWords
    trash: OwnTrashWords


def counted(words: Sequence[str], count: int, **facts: Any) -> str:  # noqa: ANN401 - as str.format takes them
    """Return which of some ways to say how often is meant: for once, for twice, and for more."""
    return words[min(count, len(words)) - 1].format(count=count, **facts)


@cache
def room_words() -> RoomWords:
    """Return every word of the room; raises ContentError where a theme or a path has none."""
    words = read("practices_room.toml", RoomWords)
    if tuple(words.group.themes) != THEMES:
        raise ContentError("practices_room.toml: group: themes: every theme is expected, in its order")
    if len(words.preview.paths) != len(PATHS):
        raise ContentError("practices_room.toml: preview: paths: one for each path is expected")
    return words

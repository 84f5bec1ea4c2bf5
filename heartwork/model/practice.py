"""A practice: a few minutes of guided steps, one a screen, as its TOML file says it.

The fields are the keys of the file (`content/practices/*.toml`, and files of a person's own).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

# The annotations below are read at run time by what checks the files: nothing is imported for them alone.

PracticePath = Literal["letting go", "hoping with respect", "both"]
"""For whom a practice is: who lets go, who hopes, or either."""

Theme = Literal[
    "seeing clearly",
    "letting go",
    "hard hours",
    "my worth",
    "care",
    "boundaries",
    "what comes next",
    "hoping with respect",
]
"""What a practice is about, in the order in which the room shows them."""

Shelf = Literal[
    "reasons",
    "qualities",
    "standards",
    "lessons",
    "whys",
    "boundaries",
    "hopes",
    "distractions",
    "promises",
]
"""What stands beside one another: short lines of one's own."""

StepKind = Literal[
    "read",
    "write",
    "shelf",
    "check",
    "scale",
    "columns",
    "breathe",
    "choose",
    "goal",
    "memento",
    "letter",
    "person",
    "date",
]
"""What is done in a step."""

Fits = Literal["low", "steady", "early", "later"]
"""When a practice fits: on a low day, on a steady one, while a season of grief runs, or after it."""

PATHS: tuple[str, ...] = get_args(PracticePath)
THEMES: tuple[str, ...] = get_args(Theme)
SHELVES: tuple[str, ...] = get_args(Shelf)
STEP_KINDS: tuple[str, ...] = get_args(StepKind)


_IN_PATH: Final = re.compile(r"Reconnect \d+: ")
"""What stands before the title of a practice that is one of a path, and is not said where it is offered."""


@dataclass(frozen=True, slots=True)
class Way:
    """One answer of a step of the kind `choose`.

    Without more it leads to the next step; `to` is the id of the step it leads to instead (a later one), and
    `stop` are words after which the practice ends kindly, with what it `offers`: ids of practices, the
    word support, or a section of that page: `support:violence`.
    """

    says: str
    to: str = ""
    stop: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeStep:
    """One screen of a practice; which fields belong to which kind is checked where files are read.

    `id` names its answer. `words` are read first; `ask` is the question over the field, `hint` what stands in
    the empty field. `recalls` are ids of earlier steps: what was said there is shown between the words and
    the question; of two columns it may be one side alone, as in `both:right`. `shelf` is for shelf; `items`
    for check, or `checklist`, the list that stays open and ships under the id of a practice; `low`, `high`
    and `ends` (a word for each) for scale, 0 to 10 or 1 to 5; `heads` for columns; `seconds` for breathe;
    `ways` for choose; `column` and `area` for goal; `sets` for date, which is then kept in the contact log as
    the day until which is waited. `message` offers to read what is written as a message before it is sent,
    which heartwork never does. A letter is `to` oneself, or to them: who is being let go, where that is one
    person. A step that is `needed` is not passed over. With `part` it belongs to the step before it and is
    not counted. With `waits` it is asked only where no day is waited for with contact: while one is, the
    practice stops there on the first of its ways that stops.
    """

    id: str
    kind: StepKind
    title: str
    words: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    ask: str = ""
    hint: str = ""
    shelf: Literal["", Shelf] = ""
    items: tuple[str, ...] = ()
    checklist: str = ""
    low: int = 0
    high: int = 10
    ends: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    seconds: int = 60
    ways: tuple[Way, ...] = ()
    column: Literal["someday", "next", "doing"] = "next"
    area: str = ""
    sets: Literal["", "wait-until"] = ""
    message: bool = False
    to: Literal["", "me", "them"] = ""
    needed: bool = False
    part: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice; `id` is the name of its file, and not in it.

    `said` is one line about it. `after` are ids of practices that are visited before this one opens. With
    `safety` it begins with the questions that ask whether it is safe (SOURCES E). `minutes` is about how long
    it takes, `source` which rows of SOURCES it serves; one of a person's own serves none.
    """

    title: str
    path: PracticePath
    theme: Theme
    minutes: int
    said: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    steps: tuple[PracticeStep, ...]
    source: tuple[str, ...] = ()
    fits: tuple[Fits, ...] = ()
    after: tuple[str, ...] = ()
    safety: bool = False
    id: str = ""

    @property
    def name(self) -> str:
        """Its title where it is offered: to whom contact is forbidden, no word says to reconnect."""
        return _IN_PATH.sub("", self.title, count=1)

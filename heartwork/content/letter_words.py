"""The words around letters that are not sent, field by field as their file names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a letter is called; all but those to oneself take {who}."""

    title: str
    title_oneself: str
    letter: str
    letter_oneself: str
    to: str
    to_oneself: str

    def title_to(self, who: str) -> str:
        """Return the title of a letter to somebody; nobody is oneself."""
        return self.title.format(who=who) if who else self.title_oneself

    def letter_to(self, who: str) -> str:
        """Return how a sentence names a letter."""
        return self.letter.format(who=who) if who else self.letter_oneself

    def said_to(self, who: str) -> str:
        """Return whom a letter is to, as a line begins."""
        return self.to.format(who=who) if who else self.to_oneself


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """A few words for each way a letter can stand; they take {day} {short} {span} {time} {opened}."""

    closed: str
    waiting: str
    ready: str
    today: str
    due: str
    reread: str
    kept: str
    burned: str


@dataclass(frozen=True, slots=True)
class InsteadWords:
    """What stands in the place of a text that is closed or gone; they take {day} and {time}."""

    closed: str
    waiting: str
    ready: str
    today: str
    due: str
    burned: str


@dataclass(frozen=True, slots=True)
class SpanWords:
    """How far a day is ahead; all but the first take {count}."""

    tomorrow: str
    days: str
    months: str
    years: str


@dataclass(frozen=True, slots=True)
class ToWords:
    """Asking whom a letter is to."""

    title: str
    about: str
    after: str
    hint: str


@dataclass(frozen=True, slots=True)
class DayWords:
    """Asking until when to seal; the file names what each takes."""

    title: str
    about: str
    longer: str
    examples: str
    offered: str
    understood: str
    come: str
    sooner: str


@dataclass(frozen=True, slots=True)
class WayWords:
    """What can be done with a letter; `due` takes {letter} and {month}."""

    read: str
    write: str
    open: str
    open_early: str
    ask_early: str
    stay: str
    answer: str
    answer_on: str
    seal: str
    longer: str
    address: str
    keep: str
    burn: str
    new: str
    early_used: str
    due_title: str
    due: str


@dataclass(frozen=True, slots=True)
class EarlyWords:
    """Asking to open a letter before its day; `about` takes {time}."""

    title: str
    about: str
    no: str
    yes: str


@dataclass(frozen=True, slots=True)
class BurnWords:
    """The one question before a letter is burned, and the sentence after it."""

    title: str
    lines: tuple[str, ...]
    no: str
    yes: str
    done: str
    back: str


@dataclass(frozen=True, slots=True)
class ToldWords:
    """What is said in passing; the file names what each takes."""

    sealed: str
    sealed_draft: str
    asked: str
    stays: str
    kept: str
    addressed: str
    due_today: str
    due: str
    several: str
    unanswered: str
    closed: str
    closed_due: str
    burned: str


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Around an answer while it is written; `title` takes {letter}, `help` is Markdown."""

    title: str
    hint: str
    discard: str
    discard_new: str
    discard_old: str
    help: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Every word around letters."""

    name: NameWords
    row: PhaseWords
    state: PhaseWords
    span: SpanWords
    instead: InsteadWords
    to: ToWords
    day: DayWords
    ways: WayWords
    early: EarlyWords
    burn: BurnWords
    told: ToldWords
    answer: AnswerWords


@cache
def letter_words() -> LetterWords:
    """Return the words around letters."""
    return read("letters.toml", LetterWords)

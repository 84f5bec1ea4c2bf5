"""Pages to read: support, help for each screen, writing prompts, and the words heartwork does not use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a page; with an `id` it can be opened at it."""

    title: str
    paragraphs: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class SupportPage:
    """The support page: what is said first, and its sections, the most urgent first.

    `at_door` is said before all else where the diary is closed.
    """

    title: str
    at_door: str
    opening: str
    section: tuple[Section, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, the most urgent first."""
        return self.section

    @property
    def opening_at_door(self) -> str:
        """What is said first where the diary is closed."""
        return f"{self.at_door} {self.opening}"

    @property
    def text(self) -> str:
        """The whole page as plain text, a blank line between paragraphs."""
        parts = [self.title, self.opening_at_door]
        for section in self.section:
            parts += [f"{section.title}\n{'-' * len(section.title)}", *section.paragraphs]
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class _Help:
    """The schema of help.toml."""

    screens: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Prompts:
    """The schema of prompts.toml; those that are `gentle` are for heavy days, and among the others too."""

    prompts: tuple[str, ...]
    gentle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsNotUsed:
    """What heartwork never says to a person: words (a star stands for any ending) and marks."""

    words: tuple[str, ...]
    marks: tuple[str, ...]


@cache
def support() -> SupportPage:
    """Return the support page."""
    return read("support.toml", SupportPage)


@cache
def _help() -> dict[str, str]:
    return read("help.toml", _Help).screens


def help_for(screen: str) -> str:
    """Return the help of a screen, in Markdown; raises KeyError for a screen that has none."""
    return _help()[screen]


@cache
def prompts() -> tuple[str, ...]:
    """Return the writing prompts."""
    return read("prompts.toml", _Prompts).prompts


def prompt_of(day: date, *, gentle: bool = False, other: bool = False) -> str:
    """Return the prompt of a day: the same all day, another one the next; or the `other` one of it."""
    asked = read("prompts.toml", _Prompts)
    chosen = asked.gentle if gentle else asked.prompts
    return chosen[(day.toordinal() + (len(chosen) // 2 if other else 0)) % len(chosen)]


@cache
def words_not_used() -> WordsNotUsed:
    """Return the words shipped text is tested against."""
    return read("words_not_used.toml", WordsNotUsed)

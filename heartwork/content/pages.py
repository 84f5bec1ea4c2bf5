"""Pages to read: support, help for each screen, writing prompts, and the words heartwork does not use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a page; with an `id` it can be opened at it."""

    title: str
    paragraphs: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class SupportPage:
    """The support page: what is said first, and its sections, the most urgent first."""

    title: str
    opening: str
    section: tuple[Section, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, the most urgent first."""
        return self.section

    @property
    def text(self) -> str:
        """The whole page as plain text, a blank line between paragraphs."""
        parts = [self.title, self.opening]
        for section in self.section:
            parts += [f"{section.title}\n{'-' * len(section.title)}", *section.paragraphs]
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class _Help:
    """The schema of help.toml."""

    screens: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Prompts:
    """The schema of prompts.toml."""

    prompts: tuple[str, ...]


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


@cache
def words_not_used() -> WordsNotUsed:
    """Return the words shipped text is tested against."""
    return read("words_not_used.toml", WordsNotUsed)

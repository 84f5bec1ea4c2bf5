"""The templates that ship, and the words of the list they stand in, as templates.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class Shipped:
    """A template that ships: its name, and a text in Markdown."""

    name: str
    body: str

    @property
    def text(self) -> str:
        """The text as it is written, with room for an answer behind it."""
        return f"{self.body}\n\n"


@dataclass(frozen=True, slots=True)
class Dropping:
    """The one question before a template is deleted; `words` takes {name}."""

    title: str
    words: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """Every word about templates; `kept`, `changed` and `dropped` take {name}."""

    title: str
    own: str
    shipped: str
    prompts: str
    choose: str
    choose_own: str
    name: str
    named: str
    taken: str
    unnamed: str
    nothing: str
    kept: str
    changed: str
    dropped: str
    name_hint: str
    body_hint: str
    drop: Dropping
    template: tuple[Shipped, ...]


@cache
def template_words() -> TemplateWords:
    """Return the templates that ship, and every word about templates."""
    return read("templates.toml", TemplateWords)

"""The words around an entry's text, as details.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class TagWords:
    """What is said while a tag is written; `goes_on` takes {tags}, all {tag} and {key}, `near` {count}."""

    goes_on: str
    near_one: str
    near_short: str
    near: str


@dataclass(frozen=True, slots=True)
class DialogWords:
    """The dialog of details; `in_text` takes {tags}, `understood` {when}, `unclear` {why}."""

    title: str
    tags: str
    tags_hint: str
    in_text: str
    people: str
    people_hint: str
    when: str
    when_hint: str
    understood: str
    unclear: str
    ache: str
    star: str
    starred: str
    plain: str
    about: str


@dataclass(frozen=True, slots=True)
class DetailWords:
    """Every word around a text; `to` takes {who}, `words` and `minutes` {words}, `minutes` {minutes}."""

    title_hint: str
    to: str
    to_oneself: str
    words_one: str
    words: str
    minutes: str
    tags: TagWords
    details: DialogWords


@cache
def detail_words() -> DetailWords:
    """Return every word around an entry's text."""
    return read("details.toml", DetailWords)

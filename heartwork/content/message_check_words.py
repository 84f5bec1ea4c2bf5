"""The rules and the words of the message check, as message_check.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import ContentError, read
from heartwork.model.message_rules import Concern, Finding, MessageRules  # noqa: TC001 - the schema is read from the annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class CheckPageWords:
    """The page on which a draft is read; `not_saved` takes {why}."""

    title: str
    about: str
    placeholder: str
    nothing: str
    empty: str
    points: str
    saved: str
    unsaved: str
    not_saved: str
    cleared: str
    clear_title: str
    clear_line: str
    clear_no: str
    clear_yes: str


@dataclass(frozen=True, slots=True)
class MessageCheckWords:
    """Every word of the message check; `kinds` are the names of what stands out."""

    rules: MessageRules
    page: CheckPageWords
    kinds: dict[str, str]

    def noticed(self, findings: Iterable[Finding]) -> Iterator[tuple[str, list[str], str]]:
        """Yield of each kind what it is called, its words, each of them once, and the reason."""
        by_kind = dict[Concern, list[Finding]]()
        for each in findings:
            by_kind.setdefault(each.kind, []).append(each)
        for kind, same in by_kind.items():
            yield self.kinds[kind], list(dict.fromkeys(each.words for each in same)), same[0].why


@cache
def message_check_words() -> MessageCheckWords:
    """Return every word of the message check; raises ContentError where a kind has no name."""
    words = read("message_check.toml", MessageCheckWords)
    if set(words.kinds) != set(Concern):
        raise ContentError("message_check.toml: kinds: one name for each concern is expected")
    return words

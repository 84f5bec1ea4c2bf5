"""Reads a draft of a message, and points at words that may not do what is hoped for (SOURCES E4, E5).

It blocks nothing and sends nothing. Of a very long draft the beginning is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from heartwork.model.message_rules import Concern, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.model.message_rules import (
        CapitalsRule,
        LengthRule,
        MessageRules,
        PhrasesRule,
        QuestionsRule,
    )

READ: Final = 20_000
"""Characters of a draft that are read."""

_QUOTES: Final = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'"))  # noqa: RUF001 - the quotes people type
_WORD: Final = re.compile(r"\w+(?:'\w+)*")
_QUESTION: Final = re.compile(r"[？؟]+|[?\u037e]+!*(?=[\s\"'”»)\]]|$)")  # noqa: RUF001 - other scripts ask too
_SENTENCE_END: Final = ".!?…？؟\n"  # noqa: RUF001 - as above
_GAP: Final = r"(?:[^\w.!?\n]+[\w']+){0,7}?[^\w.!?\n]+"
_SHORTEST_SHOUT: Final = 2


def check(text: str, rules: MessageRules) -> list[Finding]:
    """Return what there is to say of a draft, in the order of its words."""
    read = text[:READ]
    plain = read.translate(_QUOTES)
    found = [
        *_long(plain, rules.length),
        *_asking(plain, rules.questions),
        *_said(plain, rules.pressure, Concern.PRESSURE),
        *_said(plain, rules.blame, Concern.BLAME),
        *_said(plain, rules.defence, Concern.DEFENCE),
        *_said(plain, rules.confession, Concern.CONFESSION),
        *_loud(plain, rules.capitals),
    ]
    order = list(Concern)
    ordered = sorted(found, key=lambda each: (each[1], each[2], order.index(each[0])))
    return [Finding(kind, read[start:end], start, end, why) for kind, start, end, why in ordered]


_Found = tuple[Concern, int, int, str]


def _long(text: str, rule: LengthRule) -> Iterator[_Found]:
    """Point at everything from the first word on that is one too many."""
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) > rule.most:
        yield Concern.LENGTH, words[rule.most][0], words[-1][1], rule.why.format(count=len(words))


def _asking(text: str, rule: QuestionsRule) -> Iterator[_Found]:
    """Point at the first question that is one too many."""
    ends = [match.end() for match in _QUESTION.finditer(text)]
    if len(ends) > rule.most:
        end = ends[rule.most]
        start = max(text.rfind(sign, 0, _before_signs(text, end)) for sign in _SENTENCE_END) + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield Concern.QUESTIONS, start, end, rule.why.format(count=len(ends))


def _before_signs(text: str, end: int) -> int:
    """Return where the signs begin with which a question ends."""
    while end and not text[end - 1].isalnum() and text[end - 1] != "\n":
        end -= 1
    return end


def _said(text: str, rule: PhrasesRule, kind: Concern) -> Iterator[_Found]:
    """Point at each phrase once; of two that overlap, at the one that begins first."""
    phrases, after = _patterns(rule.phrases), _behind(rule.after)
    for match in phrases.finditer(text):
        if after is None or not after.search(text, max(match.start() - 40, 0), match.start()):
            yield kind, match.start(), match.end(), rule.why


@lru_cache(maxsize=16)
def _patterns(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _behind(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds one of some phrases at the end of the words before."""
    if not phrases:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, phrases))})\s+\Z", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """Return a phrase as a pattern: any space between words, quotes left out or not."""
    parts = []
    for part in phrase.split("..."):
        escaped = re.escape(part.strip()).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
        parts.append(escaped.replace("'", "'?"))
    return _GAP.join(parts)


def _loud(text: str, rule: CapitalsRule) -> Iterator[_Found]:
    """Point at runs of words in capitals, those left out that are written so by everybody."""
    known = set(rule.known)
    run: list[tuple[int, int]] = []
    letters = 0
    for match in [*_WORD.finditer(text), None]:
        if match is not None and _shouted(match[0], known):
            run.append(match.span())
            letters += len(match[0])
        elif match is None or match[0] not in ("I", "A"):
            if letters >= rule.letters:
                yield Concern.CAPITALS, run[0][0], run[-1][1], rule.why
            run, letters = [], 0


def _shouted(word: str, known: set[str]) -> bool:
    return len(word) >= _SHORTEST_SHOUT and word.isupper() and word not in known

"""What became of a text: which words went, which came, and which are still there.

Lines are compared first, then the words of those that differ, by difflib, within a budget: beyond it, and
where hardly a word stayed, a stretch counts as gone and written anew. Spaces alone make no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import Match, SequenceMatcher
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Final

from heartwork.model.text import clean, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Run = tuple[str, str]
"""Some text, and whether it is `ADDED`, `REMOVED` or, with an empty name, still there."""

Step = tuple[str, int, int, int, int]
"""An opcode of difflib: what it is, and from where to where in the one and in the other."""

ADDED: Final = "added"
REMOVED: Final = "removed"

BUDGET: Final = 1_500_000
"""How many comparisons one text may cost: about a third of a second."""

_WORDS_AT_MOST = 6_000
_ALIKE = 0.25
_AUTOJUNK_FROM = 200
_BY_CHANCE = 2
_AMONG = 6
_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# A word with the space before it, or a line break.
_TOKEN = re.compile(rf"[^\S\n]*(?:\n|[{_CJK}]|[^\s{_CJK}]+)")


def compared(then: str, now: str) -> list[Run]:
    """Return both texts as one: what was `REMOVED`, what was `ADDED`, and what stayed, as it is now.

    Every line ends with a line break, the last one as well.
    """
    before, after = ([f"{line}\n" for line in clean(text).split("\n")] for text in (then, now))
    matcher = _Bounded(before, after, BUDGET)
    return _tidy(chain.from_iterable(_lines(matcher, before, after)))


def counted(runs: Iterable[Run]) -> tuple[int, int]:
    """Return how many words were added, and how many removed."""
    added = removed = 0
    for text, kind in runs:
        added += words(text) if kind == ADDED else 0
        removed += words(text) if kind == REMOVED else 0
    return added, removed


def _lines(matcher: _Bounded, before: Sequence[str], after: Sequence[str]) -> Iterator[Iterable[Run]]:
    for tag, a, b, c, d in matcher.steps():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        yield [(come, "")] if tag == "equal" else _words(gone, come, matcher)


def _words(gone: str, come: str, lines: _Bounded) -> Iterable[Run]:
    """Return what became of some lines, word by word where enough words stayed."""
    whole = [(gone, REMOVED), (come, ADDED)]
    before, after = _TOKEN.findall(gone), _TOKEN.findall(come)
    if not before or not after:
        return whole if before or after else [(come, "")]
    keys = [[token.strip(" \t") for token in said] for said in (before, after)]
    matcher = _Bounded(keys[0], keys[1], lines.left)
    if max(len(before), len(after)) - matcher.edges > _WORDS_AT_MOST:
        return whole
    ops = list(matcher.steps())
    lines.left = matcher.left
    stayed = sum(op[2] - op[1] for op in ops if op[0] == "equal")
    if 2 * stayed < _ALIKE * (len(before) + len(after)):
        return whole
    return chain.from_iterable(_run(place, ops, before, after) for place in range(len(ops)))


def _run(place: int, ops: Sequence[Step], before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    tag, a, b, c, d = ops[place]
    gone, come = "".join(before[a:b]), "".join(after[c:d])
    if tag == "equal" and not ("\n" not in come and _lost(place, ops)):
        # Behind something that went, the first word may have had a space before it, and has none now.
        parted = place > 0 and gone[0].isspace() and not come[0].isspace() and after[c - 1 : c] != ["\n"]
        yield f" {come}" if parted else come, ""
    else:
        yield gone, REMOVED
        yield come, ADDED


def _lost(place: int, ops: Sequence[Step]) -> bool:
    """Tell whether a word or two stayed by chance between many that did not: they would only disturb."""
    stayed = ops[place][2] - ops[place][1]
    if not 0 < place < len(ops) - 1:
        return False
    around = sum(max(op[2] - op[1], op[4] - op[3]) for op in (ops[place - 1], ops[place + 1]))
    return stayed <= _BY_CHANCE and around >= _AMONG * stayed


def _tidy(runs: Iterable[Run]) -> list[Run]:
    """Return runs with what is alike joined, and what went before what came in its place."""
    tidy: list[Run] = []
    for changed, group in groupby((run for run in runs if run[0]), key=lambda run: run[1] != ""):
        said = list(group)
        kinds = (REMOVED, ADDED) if changed else ("",)
        joined = (("".join(text for text, kind in said if kind == wanted), wanted) for wanted in kinds)
        tidy += (run for run in joined if run[0])
    return tidy


class _Bounded(SequenceMatcher[str]):
    """Compares two sequences behind their common start and before their common end, and stops at a cost."""

    def __init__(self, before: Sequence[str], after: Sequence[str], left: int) -> None:
        shorter = min(len(before), len(after))
        first = next((n for n in range(shorter) if before[n] != after[n]), shorter)
        rest = shorter - first
        last = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
        self.left = left
        self._first, self._last = first, last
        self._sizes = len(before), len(after)
        here, there = before[first : len(before) - last], after[first : len(after) - last]
        super().__init__(None, here, there)
        often = Counter(there)
        # What stands everywhere is no place to begin a match, and costs nothing: difflib's autojunk.
        popular = len(there) // 100 + 1 if len(there) >= _AUTOJUNK_FROM else len(there)
        costs = (1 + (often[each] if often[each] <= popular else 0) for each in here)
        self._costs = list(accumulate(costs, initial=0))

    @property
    def edges(self) -> int:
        """How much is alike at the start and at the end."""
        return self._first + self._last

    def steps(self) -> Iterator[Step]:
        """Yield the opcodes of the whole sequences."""
        first, last, (before, after) = self._first, self._last, self._sizes
        if first:
            yield "equal", 0, first, 0, first
        for tag, a, b, c, d in self.get_opcodes():
            yield tag, a + first, b + first, c + first, d + first
        if last:
            yield "equal", before - last, before, after - last, after

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """Return the longest match between two stretches, or none once the budget is spent."""
        end = len(self._costs) - 1 if ahi is None else ahi
        self.left -= self._costs[end] - self._costs[alo]
        if self.left < 0:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)

"""Where somebody is named: in what is shown, in what is put away, and inside sealed letters."""

from __future__ import annotations

import re
from time import perf_counter
from typing import TYPE_CHECKING, Final

from heartwork.diary.documents import entry_from_document
from heartwork.diary.entries import ENTRIES
from heartwork.diary.search import SLICE
from heartwork.model.sought import Query, facts, label, searched
from heartwork.model.text import normal, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from heartwork.diary.ledger import Ledger
    from heartwork.diary.letters import Letters
    from heartwork.diary.search import SearchIndex

# Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: no space, or a particle, follows a name.
_RUN_ON: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER: Final = r"[^\W_]"  # an underscore is what Markdown puts around a word


class Mentions:
    """Finds names as whole words, case and accents put aside: what it finds is to be counted and hidden."""

    def __init__(
        self,
        index: SearchIndex,
        letters: Letters,
        ledger: Ledger,
        *,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self._index, self._letters, self._ledger, self._clock = index, letters, ledger, clock

    def of(self, names: Iterable[str], among: Collection[str]) -> Iterator[list[str]]:
        """Yield which of some ids name somebody by one of some names, in no order, a few milliseconds a time.

        Looked through are text, title, tags, feelings, people, and of a letter also whom it is to and its
        answer, whether it is sealed or not. What is not folded yet is folded on the way.
        """
        folded = list(dict.fromkeys(said for name in names if (said := unwrapped(normal(name)))))
        if not folded:
            return
        whole, within = whole_words(folded), frozenset(among)
        letters = [key for key in self._of_letters(whole) if key in within]
        yield letters
        found = set(letters)
        for name in folded:
            for hits in self._index.search(Query(words=(name,)), within):
                yield from self._checked((key for key in hits if key not in found), whole, found)
        for bare in {name.rstrip(".") for name in folded if name.endswith(".")} - {""}:  # no tag holds a dot
            for hits in self._index.search(Query(labels=(label("tag", bare),)), within):
                fresh = [key for key in hits if key not in found]
                found.update(fresh)
                yield fresh

    def _checked(self, keys: Iterable[str], whole: re.Pattern[str], found: set[str]) -> Iterator[list[str]]:
        """Yield those of some ids whose words have a name as a whole word, and note them as found."""
        fresh, deadline = list[str](), self._clock() + SLICE
        for key in keys:
            if self._names(key, whole):
                fresh.append(key)
                found.add(key)
            if self._clock() >= deadline:
                yield fresh
                fresh, deadline = [], self._clock() + SLICE
        yield fresh

    def _names(self, key: str, whole: re.Pattern[str]) -> bool:
        """Tell whether an entry has a name as a whole word; to look at its text alone is quick."""
        document = self._ledger.documents(ENTRIES)[key]
        text = (said for name in ("title", "body") if isinstance(said := document.get(name), str))
        if whole.search(normal("\n".join(text))):
            return True
        entry = entry_from_document(key, document)
        return whole.search(searched(entry, facts(entry))) is not None

    def _of_letters(self, whole: re.Pattern[str]) -> Iterator[str]:
        for letter in self._letters.all():
            entry = entry_from_document(letter.entry, self._ledger.documents(ENTRIES)[letter.entry])
            said = searched(entry, facts(entry))
            if whole.search("\n".join((normal(letter.to), normal(letter.answer), said))):
                yield letter.entry


def whole_words(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds folded names where no letter or digit touches them.

    Where a script runs on without spaces a name may stand inside a word.
    """
    alone, others = list[str](), list[str]()
    for name in names:
        (others if _RUN_ON.match(name[0]) or _RUN_ON.match(name[-1]) else alone).append(name)
    either = "|".join(map(re.escape, alone))  # with its bounds once, and not at each name: it is quicker
    bound = [f"(?<!{_LETTER})(?:{either})(?!{_LETTER})"] if alone else []
    return re.compile("|".join((*bound, *map(_whole, others))))


def _whole(name: str) -> str:
    before = "" if _RUN_ON.match(name[0]) else f"(?<!{_LETTER})"
    after = "" if _RUN_ON.match(name[-1]) else f"(?!{_LETTER})"
    return f"{before}{re.escape(name)}{after}"

"""A veil over a text: names of people in it are read as what stands for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from heartwork.model.text import normal, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class Veil:
    """Finds names as whole words, case and accents put aside, and says what stands for each."""

    def __init__(
        self, aliases: Mapping[str, str], whole_words: Callable[[Iterable[str]], re.Pattern[str]]
    ) -> None:
        """Lay a veil over names, each with what is read instead.

        `whole_words` returns what finds folded names as whole words, the first that fits.
        """
        folded = {unwrapped(normal(name)): said for name, said in aliases.items()}
        self._said = {name: said for name, said in folded.items() if name and unwrapped(normal(said)) != name}
        longest_first = sorted(self._said, key=len, reverse=True)
        pattern = whole_words(longest_first).pattern.replace(r"\ ", r"\s+")
        self._names = re.compile(pattern) if longest_first else None

    def over(self, text: str) -> str:
        """Return a text with every name as what stands for it."""
        parts, at = [], 0
        for begin, end, said in self.spans(text):
            parts += [text[at:begin], said]
            at = end
        return "".join((*parts, text[at:])) if parts else text

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a name begins and ends in a text, and what is read instead, from the first on.

        An initial brings its own full stop: one that stands behind the name belongs to it then.
        """
        for begin, end, said in self._found(text):
            yield begin, end + (said.endswith(".") and text.startswith(".", end)), said

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        if self._names is None or self._names.search(normal(text)) is None:
            return
        if text.isascii():
            yield from ((*found.span(), self._said[unwrapped(found[0])]) for found in self._in(normal(text)))
            return
        folded, places = list[str](), list[int]()
        for place, character in enumerate(text):
            bare = _bare(character)
            folded.append(bare)
            places += [place] * len(bare)
        for found in self._in("".join(folded)):
            end = places[found.end() - 1] + 1
            while end < len(text) and not folded[end]:  # marks that stand on the last letter
                end += 1
            yield places[found.start()], end, self._said[unwrapped(found[0])]

    def _in(self, folded: str) -> Iterator[re.Match[str]]:
        return iter(()) if self._names is None else self._names.finditer(folded)


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    return normal(character)

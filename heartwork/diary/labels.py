"""How often each tag and each name stands in the entries that are shown: what completion offers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from heartwork.diary.documents import texts
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Documents = Mapping[str, Mapping[str, object]]


class Labels:
    """The labels in one field of some documents, counted as they come and go.

    Spellings that search takes for the same are one label, under the spelling used most.
    """

    def __init__(self, field: str) -> None:
        self._field = field
        self._of: dict[str, tuple[str, ...]] = {}
        self._spellings: dict[str, Counter[str]] = {}

    def count(self) -> dict[str, int]:
        """Return every label and how often it is used, the one used most first."""
        found = [(max(each.items(), key=_by_use)[0], each.total()) for each in self._spellings.values()]
        return dict(sorted(found, key=lambda label: (-label[1], normal(label[0]))))

    def follow(self, keys: Iterable[str], documents: Documents) -> None:
        """Learn what some documents say now; those that are not there leave."""
        for key in keys:
            self._forget(key)
            document = documents.get(key)
            labels = texts(document.get(self._field)) if document is not None else ()
            if labels:
                self._of[key] = labels
                for label in labels:
                    self._spellings.setdefault(normal(label), Counter())[label] += 1

    def _forget(self, key: str) -> None:
        for label in self._of.pop(key, ()):
            folded = normal(label)
            spellings = self._spellings[folded]
            spellings[label] -= 1
            if not spellings[label]:
                del spellings[label]
            if not spellings:
                del self._spellings[folded]


def _by_use(spelling: tuple[str, int]) -> tuple[int, str]:
    return spelling[1], spelling[0]

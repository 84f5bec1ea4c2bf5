"""Words for feelings that are a person's own: kept where they were typed, beside those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.content.moods import Feeling, feelings
from heartwork.diary.changes import Change
from heartwork.diary.documents import instant_to_text
from heartwork.model.text import clean_line, normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from heartwork.content.moods import Quadrant
    from heartwork.diary.ledger import Ledger

OWN: Final = "own"
"""The table of what is a person's own; its documents say of which kind they are."""

FEELING: Final = "feeling"
"""The kind of a word for a feeling."""

LONGEST: Final = 40
"""Characters that a word of one's own has at most."""

_ERASED: Final = "erased"


class OwnFeelings:
    """The words for feelings that a person added; as with a setting, undo does not come here."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def words(self) -> tuple[Feeling, ...]:
        """Return the words that were added, in the order in which they came; each is there once."""
        once: dict[str, Feeling] = {}
        for _, feeling in self._rows():
            once.setdefault(normal(feeling.word), feeling)
        return tuple(once.values())

    def add(self, word: str, quadrant: Quadrant, *, now: datetime) -> Change:
        """Remember a word in a quadrant; one that ships or is there already changes nothing.

        What is longer than a word is not remembered either. Raises VaultUnwritable.
        """
        word = clean_line(word)
        known = {normal(feeling.word) for feeling in (*feelings(), *self.words())}
        if not normal(word) or len(word) > LONGEST or normal(word) in known:
            return Change("added")
        row: dict[str, object] = {
            "kind": FEELING,
            "word": word,
            "pleasant": quadrant.pleasant,
            "energy": quadrant.energy,
        }
        return self._ledger.write("added", OWN, {new_id(): row}, now, undoable=False)

    def drop(self, word: str, *, now: datetime) -> Change:
        """Take a word out again; entries that have it keep it. Raises VaultUnwritable."""
        wanted = normal(clean_line(word))
        gone = [key for key, feeling in self._rows() if normal(feeling.word) == wanted]
        erased: dict[str, dict[str, object] | None] = {key: {"when": instant_to_text(now)} for key in gone}
        with self._ledger.together():
            change = self._ledger.write("dropped", OWN, dict.fromkeys(gone), now, undoable=False)
            self._ledger.write("dropped", _ERASED, erased, now, undoable=False)
        return change

    def _rows(self) -> Iterator[tuple[str, Feeling]]:
        """Yield what can be read of the table as words; whatever else is in it stays there."""
        for key, row in sorted(self._ledger.documents(OWN).items()):
            if (feeling := _feeling(row)) is not None:
                yield key, feeling


def _feeling(row: Mapping[str, object]) -> Feeling | None:
    word, pleasant, energy = (row.get(name) for name in ("word", "pleasant", "energy"))
    if row.get("kind") != FEELING or not isinstance(word, str) or not isinstance(pleasant, bool):
        return None
    said = clean_line(word)[:LONGEST].strip()
    if not said or energy not in ("high", "low"):
        return None
    return Feeling(said, pleasant, energy)

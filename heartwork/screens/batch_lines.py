"""Which lists of mementos there are, what is on them, and how such a list is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from heartwork.content.checklist_words import checklist_words
from heartwork.content.deciding_words import digital_picture
from heartwork.model.memento import LEAVING, Decision, Sort
from heartwork.model.text import clean_line, normal
from heartwork.widgets.checklist import BOXES
from heartwork.widgets.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from heartwork.model.memento import Memento

_ORDER: Final = tuple(decision for decision in Decision if decision in LEAVING)


@dataclass(frozen=True, slots=True)
class Batch:
    """One list: everything with a decision, and of what is returned, everything for one person."""

    decision: Decision
    to: str = ""

    @property
    def key(self) -> str:
        """An id for it."""
        return f"{self.decision.value}:{normal(self.to)}"

    @property
    def name(self) -> str:
        """What it is called."""
        words = checklist_words().lists
        if self.decision is Decision.RETURN:
            return words.return_to.format(to=self.to) if self.to else words.give_back
        return str(getattr(words, self.decision.value))

    def among(self, mementos: Iterable[Memento]) -> list[Memento]:
        """Return what is on it: what was not let go, the lightest first."""
        person = normal(self.to)
        found = (each for each in mementos if each.done is None and each.decision is self.decision)
        if self.decision is Decision.RETURN:
            found = (each for each in found if each.to == self.to or normal(each.to) == person)
        return sorted(found, key=_lightest)


def batch_of(memento: Memento) -> Batch:
    """Return on which list a memento is, or would be."""
    to = memento.to if memento.decision is Decision.RETURN else ""
    return Batch(memento.decision, to)


def batches(mementos: Iterable[Memento]) -> list[Batch]:
    """Return the lists that something is on, those to return first, by person."""
    return [batch for batch, _ in counted(mementos)]


def counted(mementos: Iterable[Memento]) -> list[tuple[Batch, list[Memento]]]:
    """Return the lists that something is on, those to return first, by person, with what is on each."""
    found: dict[str, tuple[Batch, list[Memento]]] = {}
    for memento in mementos:
        if memento.done is None and memento.decision in LEAVING:
            batch = batch_of(memento)
            found.setdefault(batch.key, (batch, []))[1].append(memento)
    return sorted(found.values(), key=lambda each: (_ORDER.index(each[0].decision), normal(each[0].to)))


def pictures(mementos: Iterable[Memento]) -> list[Memento]:
    """Return the photos and digital pictures that were not let go, the lightest first."""
    return sorted((each for each in mementos if each.done is None and _picture(each)), key=_lightest)


def _picture(memento: Memento) -> bool:
    digital = memento.sort is Sort.DIGITAL and digital_picture(memento.name)
    return memento.sort is Sort.PHOTO or digital


def _lightest(memento: Memento) -> tuple[bool, int, int, str]:
    return memento.weight is None, memento.weight or 0, memento.size, memento.id


def as_text(batch: Batch, mementos: Sequence[Memento]) -> str:
    """Return a list as plain text: two boxes a line, with where each thing is, and who helps."""
    words = checklist_words()
    head = f"{one_line(batch.name)}   ({words.batch.packed}, {words.batch.gone})"
    return "\n".join([head, "", *(_printed(memento) for memento in mementos), ""])


def _printed(memento: Memento) -> str:
    words = checklist_words().text
    to = memento.to if memento.decision is not Decision.RETURN else ""
    asides = (
        words.where.format(name=memento.where) if memento.where else "",
        words.to.format(to=to) if to else "",
        words.helper.format(name=memento.helper) if memento.helper else "",
    )
    boxes = " ".join(BOXES[True][tick] for tick in (memento.packed, memento.gone))
    said = ", ".join(aside for aside in asides if aside)
    line = f"{boxes} {memento.name}" + (f" ({said})" if said else "")
    return one_line(clean_line(line))

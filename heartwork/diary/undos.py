"""What can be taken back: the last changes of a session; those that belong together go back as one."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from heartwork.diary.changes import Change, Tables


Place = tuple[str, str]
"""A table, and the id of a document in it."""

UNDOS: Final = 100
"""How many changes of a session can be taken back."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A change, the revision of the diary that it led to, and the name of what it belongs to, if any."""

    change: Change
    revision: int
    of: str = ""

    def touches(self, keys: Collection[str]) -> bool:
        return any(key in keys for _, key in self.places())

    def places(self) -> Iterator[Place]:
        """Yield the table and the id of each document that is taken back."""
        return ((table, key) for table, documents in self.change.before.items() for key in documents)


class Undos:
    """The last changes, the newest on top; in memory alone, and gone with the session.

    Those that are taken back can be done again until something else is changed.
    """

    def __init__(self) -> None:
        self._steps: deque[_Step] = deque(maxlen=UNDOS)
        self._taken_back: list[_Step] = []

    @property
    def last(self) -> Change | None:
        """The change that is taken back next, if there is one."""
        return self._steps[-1].change if self._steps else None

    def add(self, change: Change, revision: int, of: str = "") -> None:
        """Put a change on top, which led to a revision; what is of the same name goes back with it."""
        self._taken_back = []
        self._steps.append(_Step(change, revision, of))
        if of:
            self._join(of)

    def gather(self, of: str, keys: Collection[str], since: int) -> None:
        """Give a name to what was done to some documents after a revision, and make all of that name one."""
        self._keep(
            replace(step, of=of) if step.revision > since and step.touches(keys) else step
            for step in self._steps
        )
        self._join(of)

    def holds(self, of: str) -> bool:
        """Tell whether something of a name can be taken back."""
        return any(step.of == of for step in self._steps)

    def took_back(self, after: Tables) -> None:
        """Note that what is on top was taken back, and the documents as it had left them."""
        step = self._steps.pop()
        self._taken_back.append(replace(step, change=replace(step.change, after=after)))

    def last_taken_back(self) -> tuple[_Step | None, list[_Step]]:
        """Return what was taken back last, if anything was, and what was taken back before it."""
        taken = self._taken_back
        return (taken[-1] if taken else None), taken[:-1]

    def done_again(self, step: _Step, rest: list[_Step]) -> None:
        """Note that what is on top is a step that was taken back: it belongs to what it did before."""
        self._steps[-1] = replace(self._steps[-1], of=step.of)
        self._taken_back = rest

    def forget(self, keys: Collection[str]) -> None:
        """Let go of what would come back of some documents."""
        self._keep(_without(keys, self._steps))
        self._taken_back = [*_without(keys, self._taken_back)]

    def clear(self) -> None:
        """Let go of everything."""
        self._steps.clear()
        self._taken_back = []

    def _join(self, of: str) -> None:
        """Make what is of one name one change, where the newest of it stands.

        What was changed again in between by something else stays where it is: each goes back in its turn.
        """
        at: int | None = None
        later, left = set[Place](), list[_Step]()
        for step in reversed(self._steps):
            if at is not None and step.of == of and later.isdisjoint(step.places()):
                left[at] = replace(left[at], change=step.change.then(left[at].change))
                continue
            if at is not None:
                later.update(step.places())
            elif step.of == of:
                at = len(left)
            left.append(step)
        self._keep(reversed(left))

    def _keep(self, steps: Iterable[_Step]) -> None:
        self._steps = deque(steps, maxlen=UNDOS)


def _without(keys: Collection[str], steps: Iterable[_Step]) -> Iterator[_Step]:
    left = (replace(step, change=step.change.without(keys)) for step in steps)
    return (step for step in left if step.change)

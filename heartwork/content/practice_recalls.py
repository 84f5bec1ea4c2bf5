"""The check that a step of a practice shows again only what can have been said before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.schema import ContentError
from heartwork.model.recall import SIDES, UNSAID, reached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.model.practice import PracticeStep


def check_recalls(steps: Sequence[PracticeStep], name: str) -> None:
    """Check what the steps of a file show again; where they lead is checked before; raises ContentError."""
    for place, step in enumerate(steps):
        where = f"{name}: step {place + 1}: recalls"
        earlier = {each.id: at for at, each in enumerate(steps[:place])}
        for recall in step.recalls:
            key, colon, side = recall.partition(":")
            if key not in earlier:
                raise ContentError(f"{where}: {key} is not an earlier step")
            before = steps[earlier[key]]
            if before.kind in UNSAID:
                raise ContentError(f"{where}: {key} is a step at which nothing is said")
            if colon and (before.kind != "columns" or side not in SIDES):
                raise ContentError(f"{where}: {recall}: left or right is expected, of a step with columns")
            if not _on_the_way(steps, earlier[key], place):
                raise ContentError(f"{where}: {key} is never gone through on the way here")
        if len(set(step.recalls)) < len(step.recalls):
            raise ContentError(f"{where}: each can be named only once")


def _on_the_way(steps: Sequence[PracticeStep], before: int, place: int) -> bool:
    """Tell whether one can come through a step on the way to another."""
    return before in {0, *reached(steps, 0)} and place in reached(steps, before)

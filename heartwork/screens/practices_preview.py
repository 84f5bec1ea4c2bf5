"""A practice beside the list: what it is about, how long it takes, its steps, and whether it was visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from heartwork.content.practices_room_words import counted, room_words
from heartwork.model.practice import PATHS
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain, plain_line

if TYPE_CHECKING:
    from heartwork.model.practice import Practice
    from heartwork.screens.practices_rows import Facts


def preview(practice: Practice, facts: Facts, *, ascii_only: bool) -> Content:
    """Return what is read of a practice before it is opened."""
    words = room_words().preview
    path = words.paths[PATHS.index(practice.path)]
    about = DOTS[ascii_only].join((words.about.format(minutes=practice.minutes), path))
    steps = [plain_line(step.title) for step in practice.steps]
    width = len(str(len(steps)))
    numbered = [
        Content.assemble((f"{place:>{width}}  ", "$foreground-muted"), title)
        for place, title in enumerate(steps, 1)
    ]
    mine = words.own if practice.id in facts.own else ""
    parts = [
        plain_line(practice.title).stylize("bold $primary"),
        Content.styled("\n".join(line for line in (about, mine) if line), "$foreground-muted"),
        plain_line(practice.said),
        Content.styled(state_said(practice, facts), "$secondary"),
        *(plain(line) for line in practice.opening),
        Content("\n").join([Content.styled(words.steps, "bold $secondary"), *numbered]),
    ]
    return Content("\n\n").join(part for part in parts if part.plain)


def state_said(practice: Practice, facts: Facts) -> str:
    """Return how a practice stands: left open, waiting for another, how often visited; and why it fits."""
    words, first = room_words().preview, facts.waits(practice)
    begun = facts.begun.get(practice.id)
    if begun is not None:
        return words.begun.format(at=begun.at, of=begun.of)
    if first is not None:
        return words.waits.format(title=plain_line(first.title).plain)
    stop, said = facts.stop(practice), list[str]()
    if practice.id in facts.times:
        day = facts.standing.visited.get(practice.id)
        on_day = "" if day is None else facts.day(day, inside=True)
        said.append(counted(words.times, facts.times[practice.id], day=on_day))
    if stop is not None:
        said.append(words.stopped.format(day=facts.day(stop, inside=True)))
    return " ".join(said) or words.never

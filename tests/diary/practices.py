"""Practices with every kind of step, and answers that fit any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.model.course import Course

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from heartwork.model.practice import Practice, PracticeStep

EVERY_KIND: Final = """
title = "Every kind"
path = "both"
theme = "care"
minutes = 5
said = "One step of every kind."
opening = ["It begins."]
closing = ["It ends."]

[[steps]]
id = "look"
kind = "read"
title = "Look"
words = ["Read this."]

[[steps]]
id = "say"
kind = "write"
title = "Say"
ask = "How is it?"

[[steps]]
id = "why"
kind = "shelf"
shelf = "reasons"
title = "Why"
ask = "Why?"

[[steps]]
id = "so"
kind = "check"
title = "So"
items = ["one", "two", "three"]

[[steps]]
id = "space"
kind = "check"
title = "Space"
checklist = "space-to-heal"

[[steps]]
id = "weight"
kind = "scale"
title = "Weight"
ask = "How heavy?"
ends = ["light", "heavy"]

[[steps]]
id = "sides"
kind = "columns"
title = "Sides"
heads = ["for", "against"]

[[steps]]
id = "air"
kind = "breathe"
title = "Air"
seconds = 30

[[steps]]
id = "where"
kind = "choose"
title = "Where"
ask = "Where to?"

[[steps.ways]]
says = "On"

[[steps.ways]]
says = "To the letter"
to = "unsent"

[[steps.ways]]
says = "Enough"
stop = "Then it is enough."
offers = ["face-it", "support"]

[[steps]]
id = "aim"
kind = "goal"
title = "Aim"
ask = "What next?"
column = "someday"
area = "care"

[[steps]]
id = "thing"
kind = "memento"
title = "Thing"
ask = "Which things?"

[[steps]]
id = "unsent"
kind = "letter"
title = "A letter"
ask = "What do you say?"
to = "them"
message = true

[[steps]]
id = "who"
kind = "person"
title = "Who"
ask = "Who?"

[[steps]]
id = "until"
kind = "date"
title = "Until"
ask = "Until when?"
sets = "wait-until"
"""

_ANSWERS: Final[Mapping[str, object]] = {
    "write": "It is **so**.\nAnd it is.",
    "letter": "Dear you,\nthis is not sent.",
    "shelf": ["I was alone with it.", "I was tired."],
    "goal": ["learn to swim @health due:friday"],
    "memento": ["ring in the drawer 3"],
    "person": ["Anna: walks with me", "Jo"],
    "breathe": True,
    "date": "2999-01-01",
}
"""By kind, an answer that fits a step whatever it says."""


def answer_to(step: PracticeStep, way: int = 0) -> object:
    """Return an answer that fits a step; `way` is the one that is chosen where there is a choice."""
    match step.kind:
        case "check":
            return [[*step.items[:1], "my own"], ["my own"]]
        case "columns":
            return [["a", "b"], ["c"]]
        case "scale":
            return step.high
        case "choose":
            return way
        case _:
            return _ANSWERS.get(step.kind)


def answered(practice: Practice, ways: Mapping[str, int]) -> Course:
    """Return a practice in which every step is answered; `ways` are the choices, by step, else the first."""
    answers = {step.id: answer_to(step, ways.get(step.id, 0)) for step in practice.steps}
    return Course(practice, {key: said for key, said in answers.items() if said is not None})


def every_course(practice: Practice) -> Iterator[tuple[str, Course]]:
    """Yield a practice along its first ways, and once along each other way of each choice."""
    yield practice.id, answered(practice, {})
    for step in practice.steps:
        for place in range(1, len(step.ways)):
            yield f"{practice.id}-{step.id}-{place + 1}", answered(practice, {step.id: place})

"""A practice that was written as a file is read again as the same one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.content.checklist_words import checklist_words
from heartwork.content.practices import practice_of, practices
from heartwork.exchange.practice_toml import practice_toml
from heartwork.model.practice import PATHS, SHELVES, STEP_KINDS, THEMES, Practice, PracticeStep, Way

NASTY = ('"', "'" * 3, '"' * 3, r"a\b", "#", "[x]", "a\ttab\nline", "é€🙂", "= 1")
TEXT = st.text("ab \"'\\#[]=\né", min_size=1, max_size=12).filter(lambda said: bool(said.strip()))
WORDS = st.one_of(st.sampled_from(NASTY), TEXT.map(str.strip))
SOME = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
FEW = st.lists(WORDS, max_size=1).map(tuple)
PAIR = st.tuples(WORDS, WORDS)
KEYS = st.sampled_from(["a", "b-1", "look", "own", "say-it"])


@st.composite
def steps(draw: st.DrawFn, key: str) -> PracticeStep:
    """Draw a step of any kind that can be done."""
    kind = draw(st.sampled_from(STEP_KINDS))
    fields: dict[str, object] = {"ask": draw(WORDS), "words": draw(SOME), "hint": draw(WORDS)}
    if kind == "shelf":
        fields["shelf"] = draw(st.sampled_from(SHELVES))
    elif kind == "check":
        lists = [each.practice for each in checklist_words().checklists]
        fields |= draw(st.sampled_from([{"checklist": lists[0]}, {"items": draw(SOME)}]))
    elif kind == "scale":
        low, high = draw(st.sampled_from([(0, 10), (1, 5)]))
        fields |= {"low": low, "high": high, "ends": draw(PAIR)}
    elif kind == "columns":
        fields["heads"] = draw(PAIR)
    elif kind == "breathe":
        fields["seconds"] = draw(st.integers(20, 600))
    elif kind == "choose":
        ways = st.builds(Way, says=WORDS, stop=st.one_of(st.just(""), WORDS), offers=FEW)
        fields |= {
            "ways": draw(st.lists(ways, min_size=1, max_size=3).map(tuple)),
            "needed": draw(st.booleans()),
        }
    elif kind == "goal":
        fields |= {"column": draw(st.sampled_from(["someday", "next"])), "area": draw(WORDS)}
    elif kind == "date":
        fields["sets"] = draw(st.sampled_from(["", "wait-until"]))
    return PracticeStep(key, kind, draw(WORDS), **fields)  # type: ignore[arg-type]  # as the schema has them


@st.composite
def any_practice(draw: st.DrawFn) -> Practice:
    """Draw a practice that passes every check."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))
    drawn = [draw(steps(key)) for key in keys]
    said = [step.id for step in drawn[:-1] if step.kind in {"write", "columns", "check"}]
    passed = not any(step.needed for step in drawn)
    drawn[-1] = replace(drawn[-1], recalls=tuple(said) if passed and draw(st.booleans()) else ())
    return Practice(
        draw(WORDS),
        draw(st.sampled_from(PATHS)),
        draw(st.sampled_from(THEMES)),
        draw(st.integers(1, 60)),
        draw(WORDS),
        draw(SOME),
        draw(SOME),
        tuple(drawn),
        source=draw(st.sampled_from([(), ("A1",)])),
        after=draw(st.sampled_from([(), ("face-it",)])),
        safety=draw(st.booleans()),
        id="mine",
    )


@settings(max_examples=40, deadline=None)
@given(any_practice())
def test_any_practice_comes_back_the_same(practice: Practice) -> None:
    assert practice_of(practice_toml(practice), "mine.toml") == practice


@pytest.mark.parametrize("key", practices())
def test_every_practice_that_ships_comes_back_the_same(key: str) -> None:
    practice = practices()[key]
    assert practice_of(practice_toml(practice), f"{key}.toml") == practice

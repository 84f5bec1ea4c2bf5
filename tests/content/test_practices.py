"""What is wrong with the file of a practice is an error that names the file and the key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartwork.content.practice_offers import offered
from heartwork.content.practice_safety import guarded, safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.content.practices import heads, practice_of, practices
from heartwork.content.schema import ContentError
from tests.diary.practices import EVERY_KIND


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('id = "say"', 'id = "look"', "step 2: id: look"),
        ('id = "say"', 'id = "ticked"', "step 2: id: ticked"),
        ('words = ["Read this."]\n', "", "step 1: no key words"),
        ('ask = "How is it?"\n', "", "step 2: no key ask"),
        ('shelf = "reasons"', 'shelf = "cellar"', "step 3: shelf"),
        ('items = ["one", "two", "three"]\n', "", "step 4: items or checklist"),
        ('checklist = "space-to-heal"', 'checklist = "moon"', "step 5: checklist: moon"),
        ('ends = ["light", "heavy"]', 'ends = ["light"]', "step 6: ends"),
        ('ends = ["light", "heavy"]', 'ends = ["light", "heavy"]\nhigh = 7', "step 6: low, high"),
        ('heads = ["for", "against"]', 'heads = ["for"]', "step 7: heads"),
        ("seconds = 30", "seconds = 3", "step 8: seconds"),
        ('to = "unsent"', 'to = "look"', "step 9: ways: look is not a later step"),
        ("minutes = 5", 'minutes = "5"', "minutes"),
        ("minutes = 5", f"minutes = {10**30}", "minutes: 1 to 240"),
        ("minutes = 5", "minutes = 0", "minutes: 1 to 240"),
        ("minutes = 5", "minutes = 5\nafter = " + "[" * 9_000, "lists within lists"),
        ('path = "both"', 'path = "winning them back"', "path"),
        ('title = "Every kind"', 'title = "Every kind"\nid = "x"', "unknown key id"),
    ],
)
def test_what_does_not_fit_is_named(old: str, new: str, why: str) -> None:
    assert old in EVERY_KIND
    with pytest.raises(ContentError, match=r"^mine\.toml") as error:
        practice_of(EVERY_KIND.replace(old, new, 1), "mine.toml")
    assert why in str(error.value)


def test_heads_are_the_practices_without_their_steps() -> None:
    assert list(heads()) == list(practices())
    assert dict(heads()) == {key: replace(each, steps=()) for key, each in practices().items()}


def test_what_a_practice_names_is_there() -> None:
    known = practices()
    for practice in known.values():
        assert set(practice.after) <= set(known), practice.id
        offers = {offer for step in practice.steps for way in step.ways for offer in way.offers}
        assert all(offered(offer, known) for offer in offers), practice.id


def test_the_questions_of_safety_stop_for_every_answer_but_the_first() -> None:
    known = practices()
    for step in safety_steps():
        assert step.needed
        first, *others = step.ways
        assert not first.stop
        assert others
        for way in others:
            assert way.stop
            assert any(offer.startswith("support") for offer in way.offers)
            assert all(offered(offer, known) for offer in way.offers)
            assert not any("Reconnect" in offered(offer, known) for offer in way.offers)
    unsafe = safety_steps()[0].ways[1:]
    assert all("support:violence" in way.offers for way in unsafe)
    asked = [key for key, each in practices().items() if each.safety]
    assert asked
    assert all(guarded(practices()[key]).steps[: len(safety_steps())] == safety_steps() for key in asked)
    ids = {step.id for step in safety_steps()}
    assert not ids & {step.id for each in practices().values() for step in each.steps}


def test_what_is_kept_is_said_in_one_sentence() -> None:
    words = practice_words().closing
    assert words.will_be({}, {}, until=False) == words.will
    one = words.will_be({"reasons": 1}, {"goals": 0}, until=False)
    assert one == "enter keeps it in your journal, and one line goes to your reasons."
    all_of_it = words.will_be({"reasons": 2}, {"goals": 1, "letters": 1}, until=True)
    assert "2 lines go to your reasons, one goal goes to your board, the letter goes" in all_of_it
    assert all_of_it.endswith("and the day you are waiting for is noted.")
    assert (words.passed_over(0), words.passed_over(1)) == ("", words.passed_one)

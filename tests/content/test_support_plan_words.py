"""The words of one's own part of the support page."""

from __future__ import annotations

from heartwork.content.support_plan_words import plan_words
from heartwork.diary.support_plan import PlanPart


def test_every_part_of_the_plan_has_a_name_and_says_what_could_stand_there() -> None:
    assert list(plan_words().part) == [part.value for part in PlanPart]

"""A person's own plan, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.support_plan import PlanPart, SupportPlan
from tests.diary.made import NOW, after, put

if TYPE_CHECKING:
    from heartwork.diary import Diary


def test_each_part_is_kept_and_taken_back_by_itself(diary: Diary) -> None:
    plan = SupportPlan(diary._ledger)
    assert plan.written() == {}
    plan.keep(PlanPart.LINES, "143, the offered hand\nnights\x1b[2J", now=NOW)
    plan.keep(PlanPart.SIGNS, "I stop eating", now=after(1))
    plan.keep(PlanPart.ALONE, " \n", now=after(2))
    assert plan.written() == {
        PlanPart.LINES: "143, the offered hand\nnights",
        PlanPart.SIGNS: "I stop eating",
    }
    diary.undo(now=after(3))
    diary.undo(now=after(4))
    assert list(plan.written()) == [PlanPart.LINES]


def test_what_is_no_text_is_none(diary: Diary) -> None:
    put(diary, "support", "signs", {"text": 7})
    put(diary, "support", "poems", {"text": "of a newer heartwork"})
    assert SupportPlan(diary._ledger).written() == {}

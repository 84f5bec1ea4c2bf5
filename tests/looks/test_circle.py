"""How people, one person, and one's own part of the support page look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.circle_words import circle_words
from heartwork.content.support_plan_words import plan_words
from heartwork.diary import Diary
from heartwork.diary.support_plan import PlanPart
from heartwork.model.person import Person, Role
from tests.looks.conftest import NOW
from tests.looks.screenshots import LARGE, SMALL, USUAL
from tests.looks.test_looks import THREE, after_keys, looks_alike, theme
from tests.screens.stage import COST, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.looks.test_looks import Compare

TODAY = NOW.date()
PEOPLE = (
    Person("Martin", ("the captain", "M."), role=Role.LETTING_GO),
    Person("Anna", role=Role.CIRCLE, help="walks, listens", every=7, reached=TODAY - timedelta(days=9)),
    Person("Ben [b]", role=Role.CIRCLE, help="can be rung at night", leave_out=("him", "the flat")),
    Person("Tilda, who sings in the choir on Tuesdays", role=Role.CIRCLE, every=30, help="知っている"),
    Person("Jo", role=Role.CIRCLE, every=14, reached=TODAY - timedelta(days=1)),
    Person("The shop at the corner"),
)


@pytest.fixture(params=["some", "none"])
def people(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a diary with people and a support plan, or without any."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    if request.param == "some":
        diary.folk.keep(*PEOPLE, now=NOW)
        diary.support.keep(PlanPart.LINES, "143, the offered hand\nDr Weber 030 1234", now=NOW)
        diary.support.keep(PlanPart.SIGNS, "I stop eating, I drive past the house", now=NOW)
    diary.close()
    return path


@pytest.mark.parametrize(
    ("people", "size"),
    [*(("some", size) for size in THREE), ("none", SMALL)],
    indirect=["people"],
    ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}",
)
def test_everybody(snap_compare: Compare, people: Path, size: tuple[int, int]) -> None:
    steps = after_keys("5", "a", *(("alt+a",) if size == LARGE else ()), sees=circle_words().people.title)
    assert looks_alike(snap_compare, people, size, theme(size), steps)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("people", ["some"], indirect=True)
def test_one_person(snap_compare: Compare, people: Path, size: tuple[int, int]) -> None:
    steps = after_keys("5", "a", "down", "enter", sees=circle_words().fields.keys)
    assert looks_alike(snap_compare, people, size, theme(size), steps)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("people", ["some"], indirect=True)
def test_the_own_part_of_the_support_page(snap_compare: Compare, people: Path, size: tuple[int, int]) -> None:
    scrolled = ("pagedown",) if size == SMALL else ()
    steps = after_keys("0", *scrolled, sees=plan_words().title)
    assert looks_alike(snap_compare, people, size, theme(size), steps)

"""How a practice looks: a step to write at, a list, and where it stops kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.practice_safety import safety_steps
from heartwork.diary import Diary
from heartwork.model.run import Run
from heartwork.screens.practice_run import PracticeRun
from tests.diary.practices import EVERY_KIND
from tests.looks.conftest import NOW
from tests.looks.screenshots import LARGE, SMALL, USUAL
from tests.looks.test_looks import DARK, LIGHT, in_journal, looks_alike
from tests.screens.stage import COST, PASSPHRASE, until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.looks.test_looks import Compare, Steps

KEY = "every-kind"
SAID = {
    "say": "It is **so**.\n\nHe has not written, and I know it.",
    "why": ["I was alone with it [and tired].", "Three birthdays, none remembered."],
}
SIZES = pytest.mark.parametrize(
    ("size", "theme"),
    [(SMALL, DARK), (USUAL, LIGHT), (LARGE, DARK)],
    ids=["60x20-dark", "80x24-light", "120x40-dark"],
)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A diary in which a practice is under way."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    text = EVERY_KIND.replace('title = "Every kind"', 'title = "Every kind"\nsafety = true', 1)
    diary.practising.own.take_in(text, f"{KEY}.toml", now=NOW)
    diary.runs.tick("space-to-heal", "drawer", on=True, now=NOW)
    diary.close()
    return path


def at_step(place: int, answers: Mapping[str, object], *keys: str) -> Steps:
    """Return steps that go on with a practice at a place, and press some keys there."""

    async def steps(pilot: Pilot[Any]) -> None:
        await in_journal(pilot)
        diary: Diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
        first, second = safety_steps()
        said = {first.id: 0, second.id: 0, **answers}
        diary.practising.note(Run(KEY, place, said), now=NOW)
        pilot.app.push_screen(PracticeRun(diary, lambda: NOW, KEY))
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun) and pilot.app.screen.focused)
        await pilot.press(*keys)
        await pilot.pause(0.1)

    return steps


@SIZES
def test_lines_to_write(snap_compare: Compare, begun: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, begun, size, theme, at_step(4, SAID))


@SIZES
def test_a_list_to_tick(snap_compare: Compare, begun: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, begun, size, theme, at_step(6, SAID, "down"))


@SIZES
def test_a_kind_stop(snap_compare: Compare, begun: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, begun, size, theme, at_step(0, {}, "2"))

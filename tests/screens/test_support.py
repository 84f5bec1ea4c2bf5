"""The support page behind an open diary: one's own part is there, is written there, and is nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from heartwork.content import support
from heartwork.content.support_plan_words import plan_words
from heartwork.diary import Diary
from heartwork.diary.support_plan import PlanPart
from heartwork.screens.support import SupportScreen
from heartwork.screens.support_plan import PlanScreen, PlanText
from tests.screens.alone import alone
from tests.screens.stage import diary_at, drawn, inside, pastes, read, shown, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def on(pilot: Pilot[Any], kind: type[Any]) -> Any:
    """Return the screen once it is of a kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    return pilot.app.screen


async def test_an_own_plan_is_written_sealed_and_shown(tmp_path: Path) -> None:
    words, path = plan_words(), diary_at(tmp_path / "diary.heartwork")
    async with inside(path, size=(60, 20)) as pilot:
        await pilot.press("0")
        await on(pilot, SupportScreen)
        assert words.nothing in shown(pilot)
        await pilot.press("e")
        await on(pilot, PlanScreen)
        await pilot.press("enter")
        page = await on(pilot, PlanText)
        await pastes(pilot, "143, the offered hand [/]\nat night 044 123")
        assert pilot.app.seal()
        assert [draft.fields["text"] for draft in read(path).drafts()] == [page.area.text]
        await pilot.press("escape")
        await on(pilot, PlanScreen)
        await pilot.press("down", "enter")
        page = await on(pilot, PlanText)
        await pastes(pilot, "not this")
        await pilot.press("ctrl+r", "2")
        await on(pilot, PlanScreen)
        await pilot.press("escape")
        await on(pilot, SupportScreen)
        await until(pilot, lambda: "143, the offered hand [/]" in shown(pilot))
        await pilot.press("0")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SupportScreen))
    diary = read(path)
    assert diary.support.written() == {PlanPart.LINES: "143, the offered hand [/]\nat night 044 123"}
    assert diary.drafts() == []


async def test_it_opens_at_the_part_that_is_asked_for() -> None:
    (violence,) = (section for section in support().sections if section.id == "violence")
    async with alone(SupportScreen(part="violence"), (60, 20)) as (pilot, _):
        await until(pilot, lambda: violence.title in drawn(pilot))
        assert drawn(pilot).splitlines()[0].strip() == violence.title


async def test_only_at_the_door_it_says_that_no_diary_is_needed_to_read_it() -> None:
    for diary, said in ((Diary.in_memory(), False), (None, True)):
        async with alone(SupportScreen(diary), (80, 24)) as (pilot, _):
            assert (support().at_door in shown(pilot)) is said
            assert support().opening in shown(pilot)


async def test_without_an_open_diary_it_says_where_the_own_part_would_be() -> None:
    async with alone(SupportScreen(), (80, 24)) as (pilot, _):
        assert plan_words().closed in shown(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SupportScreen)

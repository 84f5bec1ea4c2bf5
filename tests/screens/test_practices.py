"""The room of practices: what goes on and what fits now stand first, each is found, and its rule is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.content.practice_words import practice_words
from heartwork.content.practices_room_words import room_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.run import Run, RunState
from heartwork.model.text import normal
from heartwork.screens.practice_run import PracticeRun
from heartwork.screens.practice_trash import PracticeTrash
from heartwork.screens.practices import PracticesScreen
from heartwork.screens.practices_preview import state_said
from heartwork.screens.practices_rows import begins_words, facts_of, fits_filter, groups, searched
from heartwork.screens.practices_rule import PracticesRule
from heartwork.screens.question import Question
from heartwork.screens.shelves import ShelvesScreen
from tests.diary.practices import EVERY_KIND
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, Clocks, diary_at, drawn, inside, read, shown, types, until

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.screens.practices_rows import Facts
    from heartwork.widgets.listing import Line

TODAY = date(2026, 11, 22)


def diary() -> Diary:
    """Return a diary on a heavy day: one practice left open, one visited twice, one today."""
    made = Diary.in_memory()
    made.turn_to(NOON)
    made.runs.keep(Run("my-worth", 2), now=NOON - timedelta(days=1))
    for days, key in ((20, "face-it"), (12, "face-it"), (0, "reasons"), (9, "reconnect-1-why")):
        made.runs.keep(Run(key, 3, {}, RunState.DONE), now=NOON - timedelta(days=days))
    made.keep(Entry(NOON, "UTC", TODAY, mood=1, kind=Kind.CHECK_IN), now=NOON)
    return made


def rows(facts: Facts) -> dict[str, dict[str, Line]]:
    return dict(groups(facts, ascii_only=True))


def aside(facts: Facts, key: str) -> str:
    """Return what is said of a practice under its theme."""
    found = (row for lines in rows(facts).values() for name, row in lines.items() if name == f"theme:{key}")
    return next(found).aside


def test_what_was_left_comes_first_and_then_what_fits_a_heavy_day_with_why() -> None:
    facts, words = facts_of(diary(), NOON), room_words()
    found = rows(facts)
    assert list(found)[:2] == [words.group.begun, words.group.now]
    (begun,) = found[words.group.begun].values()
    assert (begun.words, begun.aside) == ("My worth", "step 3 of 8")
    assert 0 < len(found[words.group.now]) <= 3
    assert all(words.why["low"] in line.aside for line in found[words.group.now].values())
    listed = [key for name, lines in found.items() if name in words.group.themes.values() for key in lines]
    assert sorted(listed) == sorted(f"theme:{key}" for key in facts.known)


def test_a_heavy_day_goes_on_through_the_night_until_the_next_day_says_how_it_is() -> None:
    made = diary()
    morning = NOON + timedelta(days=1)
    made.turn_to(morning)
    facts = facts_of(made, morning)
    assert (facts.standing.mood, facts.standing.from_yesterday) == (1, True)
    assert "yesterday was heavy" in PracticesRule(made, facts, None)._standing()
    made.keep(Entry(morning, "UTC", TODAY + timedelta(days=1), mood=4, kind=Kind.CHECK_IN), now=morning)
    facts = facts_of(made, morning)
    assert facts.standing.mood == 4
    assert "today is light" in PracticesRule(made, facts, None)._standing()
    made.turn_to(morning + timedelta(days=2))
    assert facts_of(made, morning + timedelta(days=2)).standing.mood is None


def test_a_row_says_how_often_it_was_gone_through_and_what_comes_first() -> None:
    facts = facts_of(diary(), NOON)
    assert aside(facts, "face-it").startswith("twice, last 10 Nov - ")
    assert aside(facts, "reasons").startswith("once, today - ")
    assert aside(facts, "reconnect-2-me-first").endswith(" min")
    assert aside(facts, "my-worth") == "step 3 of 8"
    first = facts.known["reconnect-2-me-first"].title
    assert aside(facts, "reconnect-3-space").startswith(room_words().row.waits.format(title=first))
    assert facts.standing.visited["face-it"] == date(2026, 11, 10)


def test_a_kind_stop_is_named_with_its_day_until_it_is_gone_through() -> None:
    kept, key, words = diary(), "reconnect-1-why", room_words()
    for days, state in ((3, RunState.STOPPED), (1, RunState.STOPPED)):
        kept.runs.keep(Run(key, 1, {}, state), now=NOON - timedelta(days=days))
    facts = facts_of(kept, NOON)
    assert aside(facts, key).startswith(words.row.stopped.format(day=words.row.yesterday))
    said = state_said(facts.known[key], facts)
    assert said.startswith("You went through it once")
    assert said.endswith(words.preview.stopped.format(day=words.row.yesterday))
    kept.runs.keep(Run("my-worth", 1, {}, RunState.STOPPED), now=NOON - timedelta(days=9))
    assert aside(facts_of(kept, NOON), "my-worth") == "stopped gently, 13 Nov - step 3 of 8"
    assert not fits_filter(facts.known["my-worth"], "new", facts_of(kept, NOON))
    kept.runs.keep(Run(key, 3, {}, RunState.DONE), now=NOON)
    assert aside(facts_of(kept, NOON), key).startswith("twice, last today")


def test_a_season_counts_until_it_is_over_and_what_one_is_here_for_orders_the_themes() -> None:
    kept = diary()
    assert facts_of(kept, NOON).standing.stage == ""
    kept.seasons.start(TODAY - timedelta(days=3), 7, now=NOON)
    assert facts_of(kept, NOON).standing.stage == "early"
    kept.seasons.close(TODAY, now=NOON)
    kept.set("intention", "hoping with respect", now=NOON)
    facts = facts_of(kept, NOON)
    assert facts.standing.stage == "later"
    assert list(rows(facts))[2] == room_words().group.themes["hoping with respect"]


def test_the_rule_says_of_each_practice_why_it_stands_where_it_does() -> None:
    kept, words = diary(), room_words().rule
    facts = facts_of(kept, NOON)

    def said(key: str) -> str:
        return PracticesRule(kept, facts, facts.known[key])._one(facts.known[key])

    assert said("reasons") == words.one_lately.format(title="Reasons")
    new = [each for each in facts.known.values() if not each.after and each.id not in facts.times]
    low = next(each for each in new if "low" in each.fits)
    assert said(low.id).endswith(f": {room_words().why['low']}, {room_words().why['new']}.")
    steady = next(each for each in new if "steady" in each.fits and "low" not in each.fits)
    assert said(steady.id) == words.one_rest.format(title=steady.title)
    assert facts.known["reconnect-2-me-first"].title in said("reconnect-3-space")


def test_the_list_is_narrowed_by_path_by_what_is_new_and_by_length() -> None:
    facts = facts_of(diary(), NOON)

    def left(name: str) -> set[str]:
        return {key for key, each in facts.known.items() if fits_filter(each, name, facts)}

    assert left("all") == set(facts.known)
    assert "reconnect-1-why" not in left("letting_go")
    assert "quiet-the-feed" not in left("hoping")
    assert left("letting_go").isdisjoint(left("hoping"))
    assert {facts.known[key].path for key in left("hoping")} == {"hoping with respect"}
    assert "face-it" not in left("new")
    assert all(facts.known[key].minutes <= 5 for key in left("short"))


def test_words_are_found_in_titles_and_steps_case_and_accents_aside() -> None:
    for whole in diary().practising.practices().values():
        last = whole.steps[-1]
        assert normal(whole.title) in searched(whole)
        assert all(normal(said) in searched(whole) for said in (last.title, *last.words, *last.items))


def test_what_is_looked_for_stands_at_the_start_of_words() -> None:
    assert begins_words(["ang", "mo"], "anger, moved")
    assert not begins_words(["age"], "a message to manage")
    assert not begins_words(["("], "no bracket")
    assert begins_words(["(a"], "as (a) friend")
    assert begins_words([], "")


async def test_the_room_is_searched_narrowed_and_explained_and_opens_practices_and_shelves() -> None:
    screen, words = PracticesScreen(diary(), lambda: NOON), room_words()
    async with alone(screen, (120, 40)) as (pilot, _):
        await until(pilot, lambda: words.group.now in drawn(pilot))
        assert words.preview.begun.format(at=3, of=8).split(". ")[0] in shown(pilot)
        await pilot.press("slash")
        await types(pilot, "ánger")
        await until(pilot, lambda: screen.practice is not None and screen.practice.id == "anger-moved")
        await pilot.press("enter", "i")
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticesRule))
        await until(pilot, lambda: words.rule.stages[0] in shown(pilot))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not screen.narrowed)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("4")
        await until(pilot, lambda: screen.shown == "new")
        assert words.filter.new in screen.bar.aside
        await pilot.press("escape", "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelvesScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        screen.rows.move_to("theme:face-it")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.rows.current == "theme:face-it"


async def test_ones_own_practice_goes_to_the_trash_and_comes_back_and_a_shipped_one_stays() -> None:
    kept, words = diary(), room_words().trash
    kept.practising.own.take_in(EVERY_KIND, "every-kind.toml", now=NOON)
    screen = PracticesScreen(kept, lambda: NOON)
    async with alone(screen, (120, 40)) as (pilot, _):
        await until(pilot, lambda: screen.rows.move_to("theme:face-it"))
        await pilot.press("d")
        await until(pilot, lambda: words.stays.format(title="Face it") in shown(pilot))
        screen.rows.move_to("theme:every-kind")
        await pilot.press("d")
        await until(pilot, lambda: "every-kind" not in screen.facts.known)
        assert words.trashed.format(title="Every kind") in shown(pilot)
        await pilot.press("u")
        await until(pilot, lambda: screen.rows.current == "theme:every-kind")
        await pilot.press("d", "home", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeTrash))
        await until(pilot, lambda: "Every kind" in drawn(pilot))
        await pilot.press("r", "u", "r")
        await until(pilot, lambda: words.restored.format(title="Every kind") in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: screen.rows.current == "theme:every-kind")


async def test_the_row_that_was_left_is_come_back_to_on_the_same_day_and_in_view(tmp_path: Path) -> None:
    path, row, clocks = diary_at(tmp_path / "diary.heartwork"), "theme:if-i-must-see-them", Clocks()

    async def comes_in(*, to: str) -> None:
        async with inside(path, clocks, NARROW, room="practices") as pilot:
            screen = pilot.app.screen
            assert isinstance(screen, PracticesScreen)
            await until(pilot, lambda: screen.rows.current == to if to else bool(screen.rows.current))
            assert to != row or "If I must see them" in drawn(pilot)
            screen.rows.move_to(row)
            await pilot.press("ctrl+q")
            await until(pilot, lambda: not pilot.app.is_running)

    await comes_in(to="")
    await comes_in(to=row)
    clocks.pass_by(asleep=86_400)
    facts = facts_of(read(path), clocks.now())
    await comes_in(to=f"now:{facts.now()[0].id}")


async def test_who_was_led_on_to_another_practice_comes_back_to_that_one() -> None:
    screen = PracticesScreen(Diary.in_memory(), lambda: NOON)
    async with alone(screen, NARROW) as (pilot, _):
        await until(pilot, lambda: screen.rows.move_to("theme:reconnect-2-me-first"))
        await pilot.press("enter")
        await until(pilot, lambda: practice_words().first.title in drawn(pilot))
        await pilot.press("1")
        await until(pilot, lambda: practice_words().opening.begin in drawn(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: screen.rows.current == "theme:reconnect-1-why")

"""Lines are put on a shelf, changed, carried and let go of; what is typed waits; promises go by days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from heartwork.content.shelf_words import shelf_words
from heartwork.content.undone_words import undone_words
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.screens.question import Question
from heartwork.screens.shelf import ShelfScreen
from heartwork.screens.shelf_trash import ShelfTrash
from heartwork.screens.shelves import ShelvesScreen
from heartwork.widgets.key_line import shown_keys
from tests.screens.alone import alone
from tests.screens.stage import NOON, drawn, pastes, shown, types, until

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot
    from textual.screen import Screen

TODAY = date(2026, 11, 22)


def furnished(**lines: list[str]) -> Diary:
    """Return a diary with lines on some shelves."""
    diary = Diary.in_memory()
    diary.turn_to(NOON)
    for shelf, words in lines.items():
        diary.shelves.add(shelf, *words, now=NOON)
    return diary


def shelf_of(diary: Diary, shelf: str) -> ShelfScreen:
    return ShelfScreen(diary, lambda: NOON, shelf)


def shown_keys_of(screen: Screen[Any]) -> list[str]:
    return [key.said for key in shown_keys(screen)]


async def test_lines_are_added_one_by_one_and_as_a_list_and_what_stands_there_is_not_added_twice() -> None:
    diary = furnished()
    screen = shelf_of(diary, "reasons")
    async with alone(screen, (80, 24)) as (pilot, left):
        assert shelf_words().shelf["reasons"].empty.split(" n adds")[0] in drawn(pilot)
        await pilot.press("n")
        await types(pilot, "I waited")
        await pilot.press("enter")
        await until(pilot, lambda: diary.shelves.lines("reasons") == ["I waited"])
        assert screen.field.value == ""
        await pastes(pilot, "- three birthdays\n- [ ] no call\n\ni WAITED")
        await until(pilot, lambda: len(diary.shelves.lines("reasons")) == 3)
        assert diary.shelves.lines("reasons")[1:] == ["three birthdays", "no call"]
        assert shelf_words().line.added[1].format(count=2) in shown(pilot)
        await types(pilot, "no call")
        await pilot.press("enter")
        await until(pilot, lambda: shelf_words().line.there in shown(pilot))
        await pilot.press("escape", "u")
        await until(pilot, lambda: diary.shelves.lines("reasons") == ["I waited"])
        several = undone_words().taken[1].format(things="2 lines on your shelves")
        await until(pilot, lambda: several in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: left == [None])


async def test_what_is_typed_waits_as_a_draft_and_is_there_again() -> None:
    diary = furnished(reasons=["one", "two"])
    screen = shelf_of(diary, "reasons")
    async with alone(screen, (80, 24)) as (pilot, _):
        await pilot.press("n")
        await types(pilot, "half a line")
        assert screen.seal()
        assert "Drop this line" in shown_keys_of(screen)
        assert [draft.fields["line"] for draft in diary.drafts()] == ["half a line"]
        assert shelf_words().line.waits not in drawn(pilot)
        await pilot.press("escape", "down")
        await until(pilot, lambda: shelf_words().line.waits in drawn(pilot))
        keys = shown_keys_of(screen)
        assert keys[:6] == ["Add", "Edit", "Carry", "Trash", "Other shelf", "The trash"]
        await pilot.press("enter")
        await types(pilot, " and more")
        assert screen.seal()
        begun = sorted(str(draft.fields["line"]) for draft in diary.drafts())
        assert begun == ["half a line", "two and more"]
    shelves = ShelvesScreen(diary, lambda: NOON)
    async with alone(shelves, (80, 24)) as (pilot, _):
        await until(pilot, lambda: shelf_words().on_the_way in drawn(pilot))
        assert "2 lines" in drawn(pilot)
    screen = shelf_of(diary, "reasons")
    async with alone(screen, (80, 24)) as (pilot, _):
        await until(pilot, lambda: shelf_words().line.waits in drawn(pilot))
        assert shelf_words().begun in drawn(pilot)
        await pilot.press("n")
        assert screen.field.value == "half a line"
        assert shelf_words().line.waits not in drawn(pilot)
        await pilot.press("enter", "escape", "up", "up", "down", "e")
        assert screen.field.value == "two and more"
        await pilot.press("escape")
        await until(pilot, lambda: diary.shelves.lines("reasons") == ["one", "two and more", "half a line"])
        assert diary.drafts() == []
        await pilot.press("u")
        await until(pilot, lambda: diary.shelves.lines("reasons")[1] == "two")


async def test_a_line_without_words_is_refused_and_ctrl_r_leaves_it_as_it_was() -> None:
    diary = furnished(hopes=["one", "two"])
    screen = shelf_of(diary, "hopes")
    async with alone(screen, (60, 20)) as (pilot, _):
        await pilot.press("e", *["backspace"] * 3, "enter")
        await until(pilot, lambda: shelf_words().line.empty in shown(pilot))
        assert screen.writing
        await types(pilot, "other")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: not screen.writing)
        assert diary.shelves.lines("hopes") == ["one", "two"]
        assert diary.drafts() == []


async def test_lines_are_carried_moved_to_another_shelf_trashed_and_brought_back() -> None:
    diary = furnished(lessons=["one", "two", "three"])
    screen = shelf_of(diary, "lessons")
    async with alone(screen, (80, 24)) as (pilot, _):
        await pilot.press("g", "down")
        assert shelf_words().line.carrying in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: diary.shelves.lines("lessons") == ["two", "three", "one"])
        await pilot.press("shift+up")
        await until(pilot, lambda: diary.shelves.lines("lessons") == ["two", "one", "three"])
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("1")
        await until(pilot, lambda: diary.shelves.lines("reasons") == ["one"])
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("home", "d")
        await until(pilot, lambda: diary.shelves.lines("lessons") == ["three"])
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfTrash))
        await pilot.pause()
        assert "two" in drawn(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: diary.shelves.lines("lessons") == ["two", "three"])


async def test_promises_are_kept_or_not_by_the_day() -> None:
    diary = furnished(promises=["call on Sundays", "be on time"])
    screen = shelf_of(diary, "promises")
    key = diary.shelves.on("promises")[0].id

    def kept() -> Any:
        return dict(diary.shelves.one(key).kept)

    async with alone(screen, (80, 24)) as (pilot, _):
        await until(pilot, lambda: shelf_words().promise.nothing in drawn(pilot))
        await pilot.press("space")
        await until(pilot, lambda: kept() == {TODAY: True})
        await pilot.press("left", "minus")
        await until(pilot, lambda: kept() == {TODAY: True, TODAY - timedelta(days=1): False})
        await pilot.pause()
        assert "yesterday, Sat 21 Nov" in drawn(pilot)
        assert "Sun 22 Nov kept · Sat 21 Nov not kept" in drawn(pilot)
        await pilot.press("minus", "right", "right")
        await until(pilot, lambda: kept() == {TODAY: True})
        assert screen.day == TODAY
        await pilot.press("u")
        await until(pilot, lambda: len(kept()) == 2)


async def look(pilot: Pilot[Any]) -> str:
    await pilot.pause()
    return drawn(pilot)


async def test_a_long_line_is_read_in_full_below_the_list() -> None:
    words = "Somebody who asks me how I am, and who then waits for the answer, also when it takes a while"
    diary = furnished(standards=[words, "short"])
    async with alone(shelf_of(diary, "standards"), (60, 20)) as (pilot, _):
        assert "also when it takes a while" in " ".join((await look(pilot)).split())
        await pilot.press("down")
        assert "takes a while" not in await look(pilot)


async def test_where_the_disk_refuses_every_line_stays_and_is_kept_with_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    diary = furnished(whys=["one"])
    screen = shelf_of(diary, "whys")
    async with alone(screen, (80, 24)) as (pilot, _):
        await pilot.press("n")
        with monkeypatch.context() as patch:
            patch.setattr(diary._ledger, "write", refuse)
            await types(pilot, "two")
            await pilot.press("enter")
            await until(pilot, lambda: "No space left" in shown(pilot) or "full" in shown(pilot))
            await pastes(pilot, "three\nfour")
            await until(pilot, lambda: "2 more lines" in shown(pilot))
            assert not screen.seal()
            assert screen.draft is not None
            assert screen.draft.fields == {"shelf": "whys", "line": "two", "waiting": ["three", "four"]}
        await pilot.press("enter")
        await until(pilot, lambda: len(diary.shelves.lines("whys")) == 4)
        assert sorted(diary.shelves.lines("whys")) == ["four", "one", "three", "two"]
        assert screen.field.value == ""
        assert screen.seal()
        assert diary.drafts() == []


async def test_a_line_that_names_who_is_put_away_is_on_no_shelf_until_it_is_taken_back() -> None:
    diary, words = furnished(reasons=["Anna laughs with me", "I slept"]), shelf_words()
    (named,) = diary.shelves.naming(["anna"])
    diary.put_away([named], by="anna", now=NOON)
    screen = ShelvesScreen(diary, lambda: NOON)
    async with alone(screen, (80, 24)) as (pilot, _):
        await until(pilot, lambda: _said_of("Reasons", pilot) == words.counted(1))
        await pilot.press("enter")
        await until(pilot, lambda: "I slept" in drawn(pilot))
        assert "Anna" not in drawn(pilot)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfTrash))
        assert "Anna" not in drawn(pilot)
        diary.take_back([named], by="anna", now=NOON)
        await pilot.press("escape")
        await until(pilot, lambda: "Anna laughs with me" in drawn(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: _said_of("Reasons", pilot) == words.counted(2))


def _said_of(name: str, pilot: Pilot[Any]) -> str:
    """Return what is said at the right of the row that begins with a name."""
    return drawn(pilot).split(f" {name} ", 1)[1].split("\n")[0].strip()

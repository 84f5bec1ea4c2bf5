"""The room of mementos: adding, finding, filtering, ordering, letting go, and what comes back."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.content.memento_words import memento_words
from heartwork.content.trash_words import trash_words
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.draft import Draft
from heartwork.model.memento import Decision, Memento, Sort
from heartwork.screens.batches import BatchesScreen
from heartwork.screens.memento_farewell import Farewell
from heartwork.screens.memento_fields import MementoFields, fields_of
from heartwork.screens.memento_page import DecideAll, MementoPage
from heartwork.screens.mementos import MementosScreen
from heartwork.screens.question import Question
from heartwork.screens.until_when import UntilWhen
from tests.screens.alone import alone
from tests.screens.stage import NOON, drawn, inside, pastes, read, shown, types, until
from tests.screens.stage import diary_at as a_diary_at
from tests.widgets.hosts import HOSTILE, controls

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from typing import Any

    import pytest
    from textual.pilot import Pilot
    from textual.screen import Screen

WORDS = memento_words()
TODAY = NOON.date()
SIX = (
    Memento("Concert ticket", Sort.PAPER, 1, 1, "drawer", Decision.RECYCLE),
    Memento("Playlist", Sort.DIGITAL, 1, 2, "phone"),
    Memento("Grey mug", Sort.OTHER, 1, 3, "kitchen", Decision.DONATE, helper="Anna"),
    Memento("Blue scarf", Sort.CLOTHING, 1, 4, "attic", Decision.BOX, TODAY),
    Memento("His books", Sort.SHARED, 2, 5, "shelf", Decision.RETURN, to="M."),
    Memento("The letters", Sort.LETTER, 2, 9, "drawer", story="Kept since the summer in Porto."),
)


def diary_of(*mementos: Memento) -> Diary:
    diary = Diary.in_memory()
    diary.turn_to(NOON)
    for memento in mementos:
        diary.mementos.keep(memento, now=NOON - timedelta(days=20))
    diary.forget_undos()
    return diary


@asynccontextmanager
async def the_room(
    *mementos: Memento, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[Pilot[None], MementosScreen, Diary]]:
    diary = diary_of(*mementos)
    room = MementosScreen(diary, lambda: NOON)
    async with alone(room, size) as (pilot, _):
        yield pilot, room, diary


def names(diary: Diary) -> list[str]:
    return [memento.name for memento in diary.mementos.all()]


def at(room: MementosScreen) -> str:
    """Return the name of what is highlighted."""
    return "" if room.rows.thing is None else room._diary.mementos.one(room.rows.thing).name


async def opens(pilot: Pilot[None], kind: type[Screen[Any]], *keys: str) -> None:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def closes(pilot: Pilot[None], room: MementosScreen, *keys: str) -> None:
    await pilot.press(*keys)
    await until(pilot, lambda: pilot.app.screen is room)
    await pilot.pause()


async def test_an_empty_room_says_what_belongs_there_and_which_key_starts() -> None:
    async with the_room(size=(60, 20)) as (pilot, _room, _diary):
        said = " ".join(drawn(pilot).split())
        assert "What still ties you belongs here" in said
        assert "Press n" in said
        assert WORDS.list.weight not in drawn(pilot).splitlines()[1]


async def test_a_line_is_understood_while_it_is_typed_added_with_enter_and_the_next_can_follow() -> None:
    async with the_room() as (pilot, room, diary):
        await pilot.press("n")
        await types(pilot, "ring in the drawer 8")
        assert "ring · drawer · weight 8 · gift" in shown(pilot)
        assert not room.check_action("find", ())  # a slash is typed here
        await pilot.press("enter")
        assert names(diary) == ["ring"]
        assert "“ring” is here now" in shown(pilot)
        assert (room.field.value, room.focused, at(room)) == ("", room.field, "ring")
        await types(pilot, "mug 12")
        await pilot.press("enter")
        assert "A weight is 0 to 10" in shown(pilot)
        assert room.understood.has_class("-wrong")
        await pilot.press("escape")
        assert room.focused is room.rows
        await pilot.press("n")
        assert room.field.value == "mug 12"
        await pilot.press("backspace", "enter", "enter")
        assert names(diary) == ["ring", "mug"]
        assert room.focused is room.rows  # enter on an empty line closes it
        await pilot.press("u")
        assert names(diary) == ["ring"]
        assert "“mug” is taken back" in shown(pilot)


async def test_a_pasted_list_is_one_change_and_lines_that_are_unclear_wait_one_after_the_other() -> None:
    async with the_room() as (pilot, room, diary):
        await pilot.press("n")
        await pastes(pilot, "- ring in the drawer 8\n\n- mug 12\n* a photo of us 3\nscarf 77\n1. the chat")
        assert names(diary) == ["ring", "a photo of us", "the chat"]
        assert room.field.value == "mug 12"
        assert "2 lines of the list wait here" in shown(pilot)
        await pilot.press("backspace", "enter")
        assert room.field.value == "scarf 77"
        assert "One line of the list waits" in shown(pilot)
        await pilot.press("backspace", "enter")
        assert names(diary) == ["ring", "a photo of us", "the chat", "mug", "scarf"]
        await pilot.press("escape", "u", "u", "u")
        assert names(diary) == []
        assert "3 things are in the trash: ring, a photo of us, the chat." in shown(pilot)


async def test_what_is_typed_already_stays_when_a_list_is_pasted() -> None:
    async with the_room() as (pilot, room, diary):
        await pilot.press("n")
        await types(pilot, "letters")
        await pastes(pilot, "ring 8\nmug 3")
        assert names(diary) == ["ring", "mug"]
        assert room.field.value == "letters"
        assert "2 things are here now" in shown(pilot)


async def test_a_line_that_was_begun_outlives_a_lock_and_is_gone_once_it_is_added() -> None:
    diary = diary_of()
    room = MementosScreen(diary, lambda: NOON)
    async with alone(room, (100, 30)) as (pilot, _):
        await pilot.press("n")
        await pastes(pilot, "mug 12\nscarf 77")
        assert room.seal()
        assert diary.drafts()[0].fields == {"line": "mug 12", "waiting": ["scarf 77"]}
    room = MementosScreen(diary, lambda: NOON)
    async with alone(room, (100, 30)) as (pilot, _):
        assert WORDS.add.kept in shown(pilot)
        await pilot.press("n", "end", "backspace", "enter", "backspace", "enter")
        assert names(diary) == ["mug", "scarf"]
        assert diary.drafts() == []
        await types(pilot, "ring")
        assert room.seal()
        await pilot.press("ctrl+u")
        await until(pilot, lambda: diary.drafts() == [])
        await pilot.press("escape", "u", "u")
        assert names(diary) == []


async def test_the_header_says_what_weighs_here_and_what_was_let_go_and_a_line_says_what_is_due() -> None:
    gone = Memento("Toothbrush", weight=3, weight_after=1, done=NOON, farewell="Only a toothbrush.")
    async with the_room(*SIX, gone) as (pilot, _room, _diary):
        page = drawn(pilot)
        assert "what is here weighs 24 · what is gone weighed 3, and weighs 1 now" in page
        assert "The box of “Blue scarf” may be opened now" in shown(pilot)
        assert "box until 22 Nov ← today" in page
        assert "let go · 1 ──" in page
        assert "3 → 1" in page
        assert "“Only a toothbrush.”" in page
        assert "%" not in page


async def test_words_are_found_as_they_are_typed_in_names_places_stories_and_people() -> None:
    async with the_room(*SIX) as (pilot, room, _diary):
        await pilot.press("slash")
        await types(pilot, "drawer PORTO")
        assert room.bar.aside == "“drawer PORTO” 1 of 6"
        assert [key for group in room.rows._groups for key in group.ids] == [room.rows.thing]
        await pilot.press("enter")
        assert at(room) == "The letters"
        assert room.focused is room.rows
        await pilot.press("slash", "ctrl+u")
        await types(pilot, "anna")
        assert at(room) == "Grey mug"
        await types(pilot, "x")
        assert room.rows.things == 0
        assert "Nothing here has these words" in drawn(pilot)
        await pilot.press("escape")
        assert room.rows.things == 6


async def test_the_list_is_narrowed_to_a_sort_a_place_a_decision_or_what_is_due() -> None:
    async with the_room(*SIX) as (pilot, room, _diary):
        for keys, found in ((("2", "6"), "Playlist"), (("4", "4"), "His books"), (("5",), "Blue scarf")):
            await opens(pilot, Question, "f")
            await pilot.press(keys[0])
            await pilot.pause()
            await closes(pilot, room, *keys[1:])
            assert (room.rows.things, at(room)) == (1, found)
        await opens(pilot, Question, "f")
        await pilot.press("3")
        await pilot.pause()
        assert "drawer  2" in drawn(pilot)
        await closes(pilot, room, "1")
        assert room.bar.aside == "drawer · 2"
        await pilot.press("escape")
        assert room.rows.things == 6


async def test_words_that_were_begun_are_told_of_and_taken_up_by_a_key() -> None:
    async with the_room(*SIX) as (pilot, room, diary):
        assert not room.check_action("go_on", ())
        await opens(pilot, Farewell, "space")
        await types(pilot, "Go")
        await closes(pilot, room, "escape")
        assert WORDS.header.farewell.format(words="Concert ticket") in shown(pilot)
        other = diary.mementos.all()[1]
        story = Draft("mementos", other.id, {**fields_of(other), "story": "Once"})
        diary.keep_draft(story, now=NOON + timedelta(hours=1))
        room.refresh_list()
        assert WORDS.header.unfinished.format(count=2) in shown(pilot)
        await opens(pilot, MementoFields, "w")
        await closes(pilot, room, "escape")
        assert diary.mementos.all()[1].story == "Once"
        await opens(pilot, Farewell, "w")
        await closes(pilot, room, "enter")
        assert diary.mementos.all()[0].farewell == "Go"
        assert "waits, as you left it" not in drawn(pilot)


async def test_other_orders_are_groups_and_the_cursor_stays_on_its_thing() -> None:
    async with the_room(*SIX) as (pilot, room, _diary):
        await pilot.press("down")
        await opens(pilot, Question, "o")
        await closes(pilot, room, "3")
        assert at(room) == "Playlist"
        assert "drawer · 2 ──" in drawn(pilot)
        await pilot.press("left")
        assert "+ phone · 1" in drawn(pilot)
        await opens(pilot, Question, "o")
        await closes(pilot, room, "1")
        assert "drawer · 2" not in drawn(pilot)


async def test_a_thing_is_let_go_with_a_farewell_leaves_with_its_weight_and_comes_back() -> None:
    async with the_room(*SIX) as (pilot, room, diary):
        await opens(pilot, Farewell, "space")
        await closes(pilot, room, "escape")
        assert at(room) == "Concert ticket"
        assert "here weighs 24" in drawn(pilot)
        await opens(pilot, Farewell, "space")
        await closes(pilot, room, "enter")
        assert "here weighs 23 · what is gone weighed 1  " in drawn(pilot)
        assert "“Concert ticket” is let go. u takes it back." in shown(pilot)
        assert at(room) == "Playlist"  # the cursor goes to the neighbour
        await pilot.press("u")
        assert "here weighs 24  " in drawn(pilot)
        assert "“Concert ticket” is with the others again." in shown(pilot)
        diary.mementos.let_go(room.rows.chosen[0], now=NOON)
        room.refresh_list()
        await pilot.press("end")
        gone = at(room)
        await pilot.press("space")
        assert diary.mementos.one(room.rows.thing or "").done is None
        assert at(room) == gone


async def test_enter_opens_one_or_decides_about_all_that_are_marked() -> None:
    async with the_room(*SIX) as (pilot, room, diary):
        await opens(pilot, MementoPage, "enter")
        await closes(pilot, room, "2")
        assert diary.mementos.one(room.rows.thing or "").decision is Decision.KEEP
        assert at(room) == "Concert ticket"
        await pilot.press("v", "v")
        assert room.bar.aside == "2 marked · escape unmarks"
        await opens(pilot, DecideAll, "enter")
        await closes(pilot, room, "9")
        decided = [memento.name for memento in diary.mementos.all() if memento.decision is Decision.DISCARD]
        assert decided == ["Concert ticket", "Playlist"]
        assert "2 things are to go to the rubbish. u takes it back." in shown(pilot)
        assert room.rows.marked == frozenset()
        await pilot.press("u")
        assert diary.mementos.all()[0].decision is Decision.KEEP
        assert "2 things are as they were before: Concert ticket, Playlist." in shown(pilot)
        await pilot.press("u")
        assert "“Concert ticket” is to be recycled, as before." in shown(pilot)


async def test_fields_and_lists_open_from_the_room_and_give_the_cursor_back() -> None:
    async with the_room(*SIX) as (pilot, room, _diary):
        await pilot.press("down", "down")
        await opens(pilot, MementoFields, "e")
        await closes(pilot, room, "escape")
        assert at(room) == "Grey mug"
        await opens(pilot, BatchesScreen, "x")
        await closes(pilot, room, "escape")
        assert (at(room), room.focused) == ("Grey mug", room.rows)


async def test_on_a_plain_terminal_the_room_is_drawn_in_ascii() -> None:
    diary = diary_of(*SIX, Memento("Toothbrush", weight=1, weight_after=0, done=NOON))
    diary.set("ascii_only", True, now=NOON)
    room = MementosScreen(diary, lambda: NOON)
    async with alone(room, (80, 24)) as (pilot, _):
        assert "".join(drawn(pilot).splitlines()[3:18]).isascii()
        assert "what is here weighs 24 - what is gone weighed 1, and weighs 0 now  #." in drawn(pilot)
        await opens(pilot, Question, "o")
        await closes(pilot, room, "2")
        assert "- paper - 1 ---" in drawn(pilot)


async def test_several_are_let_go_put_away_and_thrown_away_as_one_change_each() -> None:
    async with the_room(*SIX) as (pilot, room, diary):
        await pilot.press("v", "v", "space")
        assert sum(memento.done is not None for memento in diary.mementos.all()) == 2
        assert "2 things are let go" in shown(pilot)
        await pilot.press("u", "home", "v", "v")
        await opens(pilot, UntilWhen, "p")
        await closes(pilot, room, "enter")
        assert names(diary) == [each.name for each in SIX[2:]]
        assert at(room) == "Grey mug"
        assert "Concert ticket" not in drawn(pilot)
        await pilot.press("u", "home", "v", "v", "d")
        assert names(diary) == [each.name for each in SIX[2:]]
        await pilot.press("u")
        assert len(names(diary)) == 6


async def test_what_is_put_away_is_only_in_its_filter_and_is_taken_back_there() -> None:
    async with the_room(*SIX[:2]) as (pilot, room, diary):
        await opens(pilot, UntilWhen, "p")
        await types(pilot, "in 3 days")
        await closes(pilot, room, "enter")
        assert "is put away until Wednesday 25 November" in shown(pilot)
        assert diary.mementos.away()[0].name == "Concert ticket"
        await opens(pilot, Question, "f")
        await closes(pilot, room, "6")
        assert at(room) == "Concert ticket"
        await pilot.press("p")
        assert "Nothing is put away." in drawn(pilot)
        await pilot.press("u")
        assert WORDS.said.away_again in shown(pilot)
        assert "“Concert ticket”" not in WORDS.said.away_again
        await pilot.press("escape")
        assert (names(diary), at(room)) == (["Playlist"], "Playlist")


async def test_the_trash_says_how_long_things_stay_gives_them_back_and_erases_after_a_question() -> None:
    async with the_room(*SIX[:3]) as (pilot, room, diary):
        await pilot.press("d", "d", "t")
        assert trash_words().about in shown(pilot)
        assert trash_words().left.in_row(30, 10) in drawn(pilot)
        first = at(room)
        await pilot.press("r")
        assert names(diary) == [first, "Grey mug"]
        await opens(pilot, Question, "x")
        assert f"Erase “{at(room)}” for good?" in drawn(pilot)
        await closes(pilot, room, "1")
        assert len(diary.mementos.trashed()) == 1
        await opens(pilot, Question, "x")
        await closes(pilot, room, "2")
        assert diary.mementos.trashed() == []
        assert "The trash is empty." in drawn(pilot)
        await pilot.press("t")
        assert room.rows.things == 2


async def test_where_the_disk_refuses_what_was_typed_stays_and_the_cursor_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuses(*_mementos: object, **_facts: object) -> None:
        raise VaultUnwritable from OSError(28, "No space left on device")

    async with the_room(*SIX) as (pilot, room, diary):
        for verb in ("keep", "trash"):
            monkeypatch.setattr(diary.mementos, verb, refuses)
        await pilot.press("down", "d")
        assert (at(room), room.rows.things) == ("Playlist", 6)
        await pilot.press("n")
        await types(pilot, "ring 8")
        await pilot.press("enter")
        assert (room.field.value, room.rows.things) == ("ring 8", 6)
        await pilot.press("ctrl+u")
        await pastes(pilot, "ring 8\nmug 3")
        assert room.field.value == "ring 8"
        monkeypatch.undo()
        await pilot.press("enter", "enter")
        assert names(diary)[-2:] == ["ring", "mug"]


async def test_a_diary_that_is_only_read_says_so_and_changes_nothing(tmp_path: Path) -> None:
    path = a_diary_at(tmp_path / "diary.heartwork")
    with_things = Diary.open(path, "twenty characters ok")
    with_things.mementos.keep(*SIX[:2], now=NOON)
    with_things.close()
    diary = read(path)
    diary.turn_to(NOON)
    room = MementosScreen(diary, lambda: NOON)
    async with alone(room, (100, 30)) as (pilot, _):
        for key in ("n", "d", "space", "p", "e"):
            await pilot.press(key)
            await pilot.pause()
            assert pilot.app.screen is room
        assert not room.has_class("-adding")
        await opens(pilot, MementoPage, "enter")  # it can be read
        await pilot.press("2", "escape")
        await until(pilot, lambda: pilot.app.screen is room)
        assert room.rows.things == 2
        assert diary.mementos.all()[0].decision is Decision.RECYCLE


async def test_words_that_try_to_be_more_are_drawn_as_words() -> None:
    things = [
        Memento(
            words if words.strip() else "thing",
            Sort.GIFT,
            1,
            3,
            words,
            decision,
            date(2026, 11, 2) if decision is Decision.BOX else None,
            to=words,
            helper=words,
            farewell=words,
            done=NOON if decision is Decision.KEEP else None,
        )
        for words in HOSTILE.values()
        for decision in (Decision.RETURN, Decision.BOX, Decision.KEEP)
    ]
    async with the_room(*things, size=(80, 24)) as (pilot, room, _diary):
        for key in ("end", "home", *["pagedown"] * 4, "o", "3", "home", "d", "u"):
            await pilot.press(key)
            await pilot.pause()
            assert not controls((drawn(pilot) + shown(pilot)).replace("\n", ""))
        assert room.rows.things == len(things)


async def test_in_the_app_the_room_shows_what_was_changed_elsewhere_and_undo_takes_it_back(
    tmp_path: Path,
) -> None:
    path = a_diary_at(tmp_path / "diary.heartwork", "one entry")
    async with inside(path) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: pilot.app.current_mode == "mementos")
        room = pilot.app.screen
        await pilot.press("n")
        await pastes(pilot, "\n".join(f"thing {number} of mine, shelf {number % 11}" for number in range(10)))
        await until(pilot, lambda: room.rows.things == 10)
        await pilot.press("escape", "2")
        await until(pilot, lambda: pilot.app.current_mode == "journal")
        await pilot.press("u", "3")
        await until(pilot, lambda: pilot.app.current_mode == "mementos")
        assert room.rows.things == 0
        await pilot.press("t")
        assert room.rows.things == 10
        await pilot.click("MementoRows", offset=(10, 3))
        assert room.rows.cursor == 3

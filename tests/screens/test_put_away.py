"""Putting away: what is asked, what is found, what is out of sight afterwards, and how it comes back."""

from __future__ import annotations

import time
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from heartwork.content.away_words import away_words
from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.entry import Entry, Kind
from heartwork.model.person import Person
from heartwork.model.when import UnclearWhen
from heartwork.screens.away_list import AwayScreen, PutAwayList
from heartwork.screens.found_list import FoundList
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import AskLine, Question
from heartwork.screens.until_when import Until, UntilWhen, until_named
from tests.screens.stage import (
    COST,
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    drawn,
    enters,
    has_entries,
    inside,
    journal,
    read,
    shown,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot
    from textual.screen import Screen

TODAY = date(2026, 11, 22)
CANARY = "kestrel"


def keep(diary: Diary, body: str, **fields: Any) -> str:
    """Keep an entry lived some days before NOON, and return its id."""
    at = NOON - timedelta(days=fields.pop("days", 1))
    return diary.keep(Entry(at, "UTC", at.date(), body=body, **fields), now=at).id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary in which M. is named in three entries and a letter, and Anna in one."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.turn(TODAY)
    keep(diary, "the lake with Anna", days=4, tags=("lake",))
    keep(diary, f"m. again, the {CANARY}", days=3, mood=2)
    letter = keep(diary, "words inside", days=2.5, kind=Kind.LETTER, title="a letter")
    diary.letters.address(letter, "Martin", now=NOON)
    diary.letters.seal(letter, TODAY + timedelta(days=90), now=NOON)
    keep(diary, "could not sleep, Martin", days=2, tags=("night",))
    keep(diary, "walked home", tags=("night", "[/oops]"), people=("M.", "[bold]B[/]"))
    diary.set("recovery", "declined", now=NOON)
    diary.close()
    return path


async def on_top(pilot: Pilot[Any], kind: type[Screen[Any]]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def asks(pilot: Pilot[Any], *answers: str) -> None:
    """Press p, and give answers."""
    await pilot.press("p")
    await on_top(pilot, Question)
    await pilot.press(*answers)


async def names(pilot: Pilot[Any], said: str) -> None:
    """Choose somebody else, and name them."""
    await asks(pilot)
    ways = pilot.app.screen._answers  # type: ignore[attr-defined]  # a Question's
    await pilot.press(str([name for name, _ in ways].index("other") + 1))
    await on_top(pilot, AskLine)
    await enters(pilot, said)


async def found(pilot: Pilot[Any]) -> FoundList:
    """Wait until the list of what was found is there, and return it."""
    await on_top(pilot, FoundList)
    screen: FoundList = pilot.app.screen  # type: ignore[assignment]  # checked above
    await until(pilot, lambda: screen.checklist.count)
    await pilot.pause()
    return screen


async def goes_away(pilot: Pilot[Any], when: str = "") -> None:
    """Say until when, and wait for the journal."""
    await on_top(pilot, UntilWhen)
    await enters(pilot, when)
    await on_top(pilot, JournalScreen)


def is_gone(pilot: Pilot[Any], screen: Screen[Any]) -> bool:
    return pilot.app.screen is not screen


def away(pilot: Pilot[Any]) -> list[str]:
    """Return how the entries begin that are put away, the newest first."""
    diary: Diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
    return [diary.entry(key).headline for key in diary.away_ids()]


# --- one entry ---------------------------------------------------------------------------------------


async def test_p_offers_the_entry_its_tags_its_people_and_more(path: Path) -> None:
    async with inside(path) as pilot:
        await asks(pilot)
        screen: Any = pilot.app.screen
        words = away_words().ask
        assert [label for _, label in screen._answers] == [
            words.this,
            *(words.tag.format(tag=tag) for tag in ("night", "[/oops]")),
            *(words.person.format(name=name) for name in ("M.", "[bold]B[/]")),
            words.other,
            words.list,
        ]
        assert "Everything tagged #[/oops]" in drawn(pilot)


async def test_an_entry_put_away_is_gone_and_u_brings_it_back(path: Path) -> None:
    async with inside(path) as pilot:
        await asks(pilot, "1")
        await goes_away(pilot)
        assert away(pilot) == ["walked home"]
        assert "walked home" not in drawn(pilot)
        said = away_words().done.one.format(until=away_words().until.open)
        assert said in shown(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "walked home" in drawn(pilot))
        assert away(pilot) == []


@pytest.mark.parametrize("steps", [(), ("1",), ("2",), ("2", "enter"), ("6",), ("7",)])
async def test_escape_changes_nothing_at_any_step(steps: tuple[str, ...], path: Path) -> None:
    async with inside(path) as pilot:
        await asks(pilot)
        for step in steps:
            before = pilot.app.screen
            if isinstance(before, FoundList):
                await found(pilot)
            await pilot.press(step)
            await until(pilot, partial(is_gone, pilot, before))
            await pilot.pause()
        await pilot.press("escape")
        await on_top(pilot, JournalScreen)
        assert away(pilot) == pilot.app.diary.folk.all() == []


async def test_a_day_is_echoed_kept_to_and_one_that_has_come_is_explained(path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await asks(pilot, "1")
        await on_top(pilot, UntilWhen)
        await enters(pilot, "yesterday")
        assert "Saturday 21 November has already come" in shown(pilot)
        assert pilot.app.screen.field.value == "yesterday"
        await pilot.press("ctrl+u")
        await enters(pilot, "some day")
        assert "some day" in shown(pilot)
        await pilot.press("ctrl+u", "2", "space", *"weeks")
        assert "until Sunday 6 December" in shown(pilot)
        await pilot.press("enter")
        await on_top(pilot, JournalScreen)
        assert away(pilot) == ["walked home"]
        clocks.pass_by(asleep=14 * 86_400)
        journal(pilot)._follow_clock()
        await until(pilot, lambda: "walked home" in drawn(pilot))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("", None),
        ("   ", None),
        ("tomorrow", date(2026, 11, 23)),
        ("in 3 weeks", date(2026, 12, 13)),
        ("3 weeks", date(2026, 12, 13)),
        ("a month", date(2026, 12, 22)),
        ("monday", date(2026, 11, 23)),
        ("sunday", date(2026, 11, 29)),
        ("2027-03-01", date(2027, 3, 1)),
    ],
)
def test_until_when_reads_what_people_type(said: str, day: date | None) -> None:
    assert until_named(said, TODAY) == Until(day)


@pytest.mark.parametrize(
    "said", ["today", "yesterday", "last monday", "2026-11-22", "2 weeks ago", "never", "x"]
)
def test_what_is_no_day_to_come_is_refused_in_plain_words(said: str) -> None:
    with pytest.raises(UnclearWhen, match=r"\w"):
        until_named(said, TODAY)


# --- a person, a tag ---------------------------------------------------------------------------------


async def test_a_person_is_put_away_with_every_name_and_one_undo_takes_all_of_it_back(path: Path) -> None:
    async with inside(path) as pilot:
        await names(pilot, "M., Martin")
        screen = await found(pilot)
        assert "3 entries and 1 letter name M." in drawn(pilot)
        assert "sealed letter" in drawn(pilot)
        assert "words inside" not in drawn(pilot)
        assert len(screen.checklist.ticked) == 4
        await pilot.press("enter")
        await goes_away(pilot, "in 3 weeks")
        assert away(pilot) == [
            "walked home",
            "could not sleep, Martin",
            "a letter",
            f"m. again, the {CANARY}",
        ]
        diary = pilot.app.diary
        person = diary.folk.named("martin")
        assert person.names == ("M.", "Martin")
        assert person.away.until == TODAY + timedelta(days=21)
        assert list(diary.away_for()) == ["person:M."]
        assert "M." not in diary.people()
        await pilot.press("u")
        await until(pilot, lambda: away(pilot) == [])
        assert "M." in diary.people()
        await pilot.press("u")
        await pilot.pause()
        assert away(pilot) == []


async def test_single_ones_are_let_out_of_it(path: Path) -> None:
    async with inside(path) as pilot:
        await names(pilot, "Martin, M.")
        await found(pilot)
        await pilot.press("down", "down", "space")
        await pilot.pause()
        assert "3 of 4 ticked" in drawn(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        assert "a letter" not in away(pilot)
        assert "3 entries are put away" in shown(pilot)
        assert "Martin" not in pilot.app.diary.people()


async def test_without_a_tick_nothing_is_put_away_and_that_is_said(path: Path) -> None:
    async with inside(path) as pilot:
        await names(pilot, "M.")
        await found(pilot)
        await pilot.press("a", "enter")
        await pilot.pause()
        assert away_words().found.none_ticked in " ".join(shown(pilot).split("\n"))
        await pilot.press("a", "enter")
        await goes_away(pilot)
        assert len(away(pilot)) == 2


async def test_names_known_before_come_by_themselves(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.folk.keep(Person("Martin", ("M.",)), now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await asks(pilot, "4")
        screen = await found(pilot)
        assert "3 entries and 1 letter name Martin" in drawn(pilot)
        assert len(screen.checklist.ticked) == 4


async def test_a_name_that_is_nowhere_is_asked_again_with_what_was_typed(path: Path) -> None:
    async with inside(path) as pilot:
        await names(pilot, "Zora [/b]")
        await until(pilot, lambda: away_words().name.nobody.format(name="Zora [/b]") in shown(pilot))
        assert pilot.app.screen.query_one("LineField").value == "Zora [/b]"
        await pilot.press("ctrl+u", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskLine)
        await enters(pilot, "#nothing")
        await until(pilot, lambda: away_words().name.no_tag.format(tag="nothing") in shown(pilot))
        await pilot.press("escape")
        await on_top(pilot, JournalScreen)
        assert pilot.app.diary.folk.all() == []


@pytest.mark.parametrize("way", ["tag", "typed"])
async def test_a_tag_is_put_away_with_everything_that_has_it(way: str, path: Path) -> None:
    async with inside(path) as pilot:
        await (asks(pilot, "2") if way == "tag" else names(pilot, "#Night"))
        await found(pilot)
        assert "2 entries have the tag #" in drawn(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        assert away(pilot) == ["walked home", "could not sleep, Martin"]
        assert list(pilot.app.diary.tags()) == ["lake"]


async def test_a_tag_in_another_spelling_is_the_same_reason(path: Path) -> None:
    async with inside(path) as pilot:
        await asks(pilot, "2")
        await found(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        await names(pilot, "#NIGHT")
        await found(pilot)
        assert "already put away" in drawn(pilot)
        await pilot.press("enter")
        await goes_away(pilot, "tomorrow")
        assert list(pilot.app.diary.away_for()) == ["tag:night"]
        assert pilot.app.diary.away_until(pilot.app.diary.away_ids()) == {date(2026, 11, 23)}


async def test_whom_a_letter_is_to_can_be_put_away_from_the_letter(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("down", "down")
        await asks(pilot)
        screen: Any = pilot.app.screen
        assert ("person:Martin", away_words().ask.person.format(name="Martin")) in screen._answers


# --- several, and again --------------------------------------------------------------------------------


async def test_of_several_only_until_when_is_asked_and_they_are_one_undo(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("space", "space", "p")
        await goes_away(pilot)
        assert len(away(pilot)) == 2
        assert journal(pilot).timeline.marked == frozenset()
        await pilot.press("u")
        await until(pilot, partial(has_entries, pilot, 5))


async def test_p_on_what_is_away_takes_it_back(path: Path) -> None:
    async with inside(path) as pilot:
        await asks(pilot, "1")
        await goes_away(pilot)
        await pilot.press("slash")
        await enters(pilot, "is:away")
        await until(pilot, lambda: "walked home" in drawn(pilot))
        await pilot.press("p")
        await until(pilot, lambda: away(pilot) == [])
        assert away_words().done.back_one.format(words="walked home") in shown(pilot)


# --- the one list ----------------------------------------------------------------------------------------


async def listing(pilot: Pilot[Any]) -> str:
    """Open the list of what is put away, and return what is on the screen."""
    journal(pilot).action_see_away()
    await on_top(pilot, AwayScreen)
    await pilot.pause()
    return drawn(pilot)


async def with_three_reasons(pilot: Pilot[Any]) -> None:
    """Put away a person until a day, a tag, and an entry."""
    diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
    ids = {diary.entry(key).headline: key for key in diary.ids()}
    await asks(pilot, "2")
    await found(pilot)
    await pilot.press("enter")
    await goes_away(pilot)
    await names(pilot, "M.")
    await found(pilot)
    await pilot.press("enter")
    await goes_away(pilot, "2027-03-01")
    diary.put_away([ids["the lake with Anna"]], now=NOON)
    pilot.app.clear_notifications()


async def test_the_list_names_each_reason_with_its_count_and_until_when(path: Path) -> None:
    async with inside(path) as pilot:
        await with_three_reasons(pilot)
        lines = [" ".join(line.split()) for line in (await listing(pilot)).splitlines()]
        assert any("M. 2 · until Monday 1 March 2027" in line for line in lines)
        assert any("#night 2 · until you take it back" in line for line in lines)
        assert any("the lake with Anna until you take it back" in line for line in lines)
        await pilot.press("escape")
        await on_top(pilot, JournalScreen)


async def test_enter_takes_back_what_is_away_for_no_other_reason_and_u_undoes_it(path: Path) -> None:
    async with inside(path) as pilot:
        await with_three_reasons(pilot)
        await listing(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert f"m. again, the {CANARY}" not in away(pilot)
        assert "walked home" in away(pilot)
        assert "M." not in drawn(pilot)
        assert pilot.app.diary.folk.named("M.").away is None
        await pilot.press("u")
        await pilot.pause()
        assert f"m. again, the {CANARY}" in away(pilot)
        assert pilot.app.diary.folk.named("M.").away is not None
        await pilot.press("u")
        await pilot.pause()
        assert len(away(pilot)) == 4


async def test_several_reasons_are_taken_back_as_one(path: Path) -> None:
    async with inside(path) as pilot:
        await with_three_reasons(pilot)
        await listing(pilot)
        await pilot.press("space", "space", "space", "enter")
        await pilot.pause()
        assert away(pilot) == []
        assert "Nothing is put away." in drawn(pilot)
        await pilot.press("escape")
        await on_top(pilot, JournalScreen)
        assert "the lake with Anna" in drawn(pilot)
        await pilot.press("u")
        await until(pilot, lambda: len(away(pilot)) == 4)
        assert away_words().done.again in shown(pilot)


async def test_what_a_reason_covers_is_shown_and_single_ones_come_back(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        await with_three_reasons(pilot)
        await listing(pilot)
        await pilot.press("down", "v")
        await until(pilot, lambda: "Put away: #night" in drawn(pilot))
        assert "could not sleep, Martin" in drawn(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "could not sleep, Martin" not in away(pilot)
        await pilot.press("u")
        await pilot.pause()
        assert "could not sleep, Martin" in away(pilot)
        await pilot.press("down", "enter", "escape")
        await on_top(pilot, AwayScreen)
        await until(pilot, lambda: "#night" in drawn(pilot) and " 1 · until you" in drawn(pilot))


async def test_a_person_of_whom_nothing_is_left_stays_on_the_list(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.turn(TODAY)
    diary.put_away([diary.ids()[0]], by="person:Zora", now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await names(pilot, "Anna")
        await found(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        pilot.app.diary.take_back(pilot.app.diary.away_for()["person:Anna"], now=NOON)
        assert away_words().list.unsuggested in await listing(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.diary.folk.named("Anna").away is None
        assert "Zora" in drawn(pilot)


async def test_without_anything_put_away_the_list_says_what_it_is_for(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOON)
    diary.close()
    async with inside(path, size=(60, 20)) as pilot:
        await pilot.press("p")
        await on_top(pilot, AwayScreen)
        on_screen = " ".join(drawn(pilot).replace("│", " ").split())
        assert away_words().list.empty in on_screen
        await pilot.press("enter", "v", "u", "space", "escape")
        await on_top(pilot, JournalScreen)


# --- out of sight --------------------------------------------------------------------------------------


async def test_what_is_put_away_is_in_no_row_page_search_suggestion_or_memory(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.turn(TODAY)
    old = TODAY - timedelta(days=7)
    keep(
        diary, f"{CANARY} a week ago #{CANARY}tag", days=7, tags=(f"{CANARY}tag",), people=(f"{CANARY}name",)
    )
    keep(diary, "something else", days=8)
    diary.set("on_this_day", value=True, now=NOON)
    diary.close()
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        room, seen = journal(pilot), list[str]()
        assert any(pilot.app.diary.entry(key).day == old for key, _ in room.memories())
        await names(pilot, f"{CANARY}, {CANARY}name, {CANARY}tag")
        await found(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        pilot.app.clear_notifications()
        for keys in (
            ("home",),
            ("end",),
            ("pageup",),
            ("enter",),
            ("escape",),
            ("slash", *CANARY),
            ("enter",),
        ):
            await pilot.press(*keys)
            await pilot.pause(0.05)
            seen.append(drawn(pilot).replace(f"find: “{CANARY}”", "").replace(f"“{CANARY}”", ""))
        field = pilot.app.screen.query_one("#find")
        assert CANARY in field.value
        assert room.timeline.count == 0
        assert not [text for text in seen[:5] if CANARY in text]
        assert not list(room.memories())
        assert not [each for each in (*pilot.app.diary.tags(), *pilot.app.diary.people()) if CANARY in each]
        assert not [each for each in pilot.app.get_system_commands(room) if CANARY in f"{each}"]
        felt = pilot.app.diary.felt(TODAY - timedelta(days=3), TODAY)
        assert [mood for day in felt.values() for _, mood in day] == [2]
    assert not any(CANARY in entry.body for entry in read_today(path).entries())


def read_today(path: Path) -> Diary:
    """Open a diary for reading, on TODAY."""
    diary = read(path)
    diary.turn(TODAY)
    return diary


async def test_a_diary_open_for_reading_alone_says_so(path: Path) -> None:
    diary = read(path)
    async with inside(path) as pilot:
        room = journal(pilot)
        room._diary = diary
        await pilot.press("p")
        await until(pilot, lambda: door().screen.read_only in shown(pilot))
        room._diary = pilot.app.diary
    diary.close()


async def test_a_disk_that_refuses_puts_nothing_away_and_says_why(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise VaultUnwritable("full")

    async with inside(path) as pilot:
        monkeypatch.setattr(pilot.app.diary.folk, "keep", refuses)
        await names(pilot, "M.")
        await found(pilot)
        await pilot.press("enter")
        await goes_away(pilot)
        assert away(pilot) == []
        assert pilot.app.diary.folk.all() == []
        assert "are put away" not in shown(pilot)


async def test_ten_thousand_entries_that_name_somebody_are_listed_at_once(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    with diary.together():
        for number in range(10_000):
            keep(diary, f"{number} {'M.' if number % 2 else 'rain'}", days=number / 3)
    diary.set("recovery", "declined", now=NOON)
    diary.close()
    async with inside(path) as pilot:
        began = time.perf_counter()
        await names(pilot, "M.")
        screen = await found(pilot)
        assert "5,000 entries name M." in drawn(pilot)
        assert time.perf_counter() - began < 6
        began = time.perf_counter()
        await pilot.press("space", "end", "space", "home", "a", "a")
        await pilot.pause()
        assert time.perf_counter() - began < 3
        assert screen.checklist.ticked == []
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, PutAwayList)

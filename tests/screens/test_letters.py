"""Letters in the journal: begun, sealed, opened on their day or early, answered, kept and burned."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content import trouble
from heartwork.content.letter_words import letter_words
from heartwork.content.words import door
from heartwork.diary.errors import TooEarly, UnfitLetter, VaultUnwritable
from heartwork.diary.letters import Letters
from heartwork.model.draft import Draft
from heartwork.model.entry import Kind
from heartwork.model.letter import Letter, State
from heartwork.model.when import UnclearWhen, day_ahead
from heartwork.screens.letter_looks import Present
from heartwork.screens.letter_pen import addressee, due_letters, known_names, sealed
from heartwork.screens.letter_questions import Ashes, AskDay, AskTo
from heartwork.screens.letter_ways import ways_for
from heartwork.screens.writing import WritingScreen
from tests.screens.letters import (
    DAY,
    TODAY,
    WORDS,
    asked,
    at_letter,
    back_in_the_journal,
    chooses,
    does,
    shelf_at,
)
from tests.screens.stage import (
    NARROW,
    NOON,
    Clocks,
    draft_bodies,
    drawn,
    enters,
    inside,
    journal,
    pastes,
    read,
    shown,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.screens.letters import Shelf

WAYS, TOLD = letter_words().ways, letter_words().told
SOON = TODAY + 12 * DAY


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_at(tmp_path / "diary.heartwork")


async def asks(pilot: Pilot[Any], kind: type[AskDay | AskTo]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


def told(pilot: Pilot[Any], line: str) -> bool:
    return line in shown(pilot)


# --- beginning one -----------------------------------------------------------------------------------


async def test_away_from_any_letter_l_asks_to_whom_and_opens_the_editor(shelf: Shelf) -> None:
    async with inside(shelf.path) as pilot:
        await pilot.press("l")
        await asks(pilot, AskTo)
        await enters(pilot, "to M.")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert "Letter to M." in drawn(pilot)
        await pastes(pilot, WORDS)
        await pilot.press("escape")
        await back_in_the_journal(pilot)
        key = journal(pilot).place
        assert key is not None
        entry = pilot.app.diary.entry(key)
        assert (entry.kind, entry.title, entry.body) == (Kind.LETTER, "Letter to M.", WORDS)
        assert shelf.of(key).to == "M."
        await pilot.press("u")  # one save, one undo
        await until(pilot, lambda: key not in pilot.app.diary.ids())


async def test_a_line_left_empty_is_to_oneself_and_escape_begins_nothing(shelf: Shelf) -> None:
    async with inside(shelf.path) as pilot:
        await pilot.press("l")
        await asks(pilot, AskTo)
        await pilot.press("escape")
        await back_in_the_journal(pilot)
        await pilot.press("l")
        await asks(pilot, AskTo)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert "Letter to myself" in drawn(pilot)
        await pastes(pilot, WORDS)
        await pilot.press("escape")
        await back_in_the_journal(pilot)
        assert shelf.of(str(journal(pilot).place)).to == ""


async def test_a_known_name_completes_what_is_typed(shelf: Shelf) -> None:
    shelf.letter(to="Marguerite")
    async with inside(shelf.path) as pilot:
        await at_letter(pilot, pilot.app.diary.ids()[-1])
        await pilot.press("l")
        await asks(pilot, AskTo)
        await pilot.press("m", "a")
        await pilot.pause(0.2)
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert "Letter to Marguerite" in drawn(pilot)


async def test_a_new_letter_that_is_locked_away_half_written_is_still_a_letter(shelf: Shelf) -> None:
    async with inside(shelf.path) as pilot:
        await pilot.press("l")
        await asks(pilot, AskTo)
        await enters(pilot, "M.")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pastes(pilot, WORDS)
        assert writing(pilot).seal()
    async with inside(shelf.path) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await until(pilot, lambda: len(pilot.app.diary.ids()) == 2)
        key = pilot.app.diary.ids()[0]
        assert (pilot.app.diary.entry(key).kind, shelf.of(key).to) == (Kind.LETTER, "M.")


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("M.", "M."),
        ("to M.", "M."),
        ("To  M.", "M."),
        ("", ""),
        ("myself", ""),
        ("to me", ""),
        ("Tobias",) * 2,
    ],
)
def test_whom_a_line_names(said: str, to: str) -> None:
    assert addressee(said) == to


async def test_to_whom_can_be_changed_and_a_title_that_said_so_follows(shelf: Shelf) -> None:
    plain, titled = shelf.letter(), shelf.letter(title="The last thing")
    async with inside(shelf.path) as pilot:
        for key, title in ((plain, "Letter to Anna"), (titled, "The last thing")):
            await does(pilot, key, WAYS.address)
            await asks(pilot, AskTo)
            await pilot.press("ctrl+u")
            await enters(pilot, "Anna")
            await until(pilot, lambda: told(pilot, TOLD.addressed.format(letter="letter to Anna")))
            assert (shelf.of(key).to, pilot.app.diary.entry(key).title) == ("Anna", title)
            pilot.app.clear_notifications()


def test_names_of_what_is_put_away_are_not_offered(shelf: Shelf) -> None:
    key = shelf.letter(to="Marguerite")
    shelf.letter(to="Anna")
    with shelf.diary() as diary:
        assert known_names(diary) == ("Anna", "Marguerite")
        diary.put_away([key], now=NOON)
        assert known_names(diary) == ("Anna",)


# --- what can be done --------------------------------------------------------------------------------

DRAFT = Letter("key", "M.")
CLOSED = replace(DRAFT, state=State.SEALED, until=SOON)
ASKED = replace(CLOSED, asked=NOON)


@pytest.mark.parametrize(
    ("letter", "ways"),
    [
        (DRAFT, "write seal address keep burn new"),
        (CLOSED, "early seal burn new"),
        (replace(CLOSED, early=True), "seal burn new"),
        (replace(CLOSED, until=TODAY + DAY), "seal burn new"),
        (ASKED, "stay seal burn new"),
        (replace(ASKED, asked=NOON - DAY), "open stay seal burn new"),
        (replace(CLOSED, until=TODAY), "open seal burn new"),
        (replace(CLOSED, until=TODAY - DAY), "open seal burn new"),
        (replace(DRAFT, state=State.REREAD), "read answer keep seal address burn new"),
        (replace(DRAFT, state=State.KEPT), "read answer seal address burn new"),
        (replace(DRAFT, state=State.BURNED), "new"),
    ],
)
def test_what_can_be_done_fits_how_a_letter_stands(letter: Letter, ways: str) -> None:
    offered = ways_for(letter, Present(NOON, TODAY, "UTC"))
    assert [name for name, _ in offered] == ways.split()
    assert len({label for _, label in offered}) == len(offered) <= 9


def test_a_letter_without_a_word_can_be_neither_sealed_nor_kept() -> None:
    offered = ways_for(DRAFT, Present(NOON, TODAY, "UTC"), worded=False)
    assert [name for name, _ in offered] == ["write", "address", "burn", "new"]


async def test_a_draft_is_written_on_and_kept(shelf: Shelf) -> None:
    key = shelf.letter()
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.write)
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.press("escape")
        await back_in_the_journal(pilot)
        await does(pilot, key, WAYS.keep)
        await until(pilot, lambda: told(pilot, "The letter to M. is kept."))
        assert shelf.of(key).state is State.KEPT
        await pilot.press("u")
        await until(pilot, lambda: shelf.of(key).state is State.DRAFT)


async def test_what_is_open_for_reading_only_changes_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = shelf.sealed(TODAY)
    async with inside(shelf.path) as pilot:
        monkeypatch.setattr(type(pilot.app.diary), "read_only", property(lambda _: True))
        await at_letter(pilot, key)
        journal(pilot).refresh_list()
        await until(pilot, lambda: WORDS in drawn(pilot))  # it cannot be opened, so its day is enough
        await pilot.press("l")
        await until(pilot, lambda: told(pilot, door().screen.read_only))


# --- sealing -----------------------------------------------------------------------------------------


async def test_sealing_closes_the_words_at_once_and_undo_opens_them(shelf: Shelf) -> None:
    key = shelf.letter()
    async with inside(shelf.path) as pilot:
        await at_letter(pilot, key)
        await until(pilot, lambda: WORDS in drawn(pilot))
        await does(pilot, key, WAYS.seal)
        await asks(pilot, AskDay)
        assert "Tuesday 22 December, in 30 days" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot, TOLD.sealed.format(day="Tuesday 22 December")))
        on_screen = " ".join(drawn(pilot).split())
        assert WORDS not in on_screen
        assert "sealed → 22 Dec" in on_screen
        assert "To M. · sealed until Tue 22 December · opens in 30 days" in on_screen
        assert shelf.of(key).until == date(2026, 12, 22)
        await pilot.press("u")
        await until(pilot, lambda: WORDS in drawn(pilot))


async def test_a_day_that_is_past_or_unclear_is_explained_and_the_text_stays(shelf: Shelf) -> None:
    key = shelf.letter()
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.seal)
        await asks(pilot, AskDay)
        for said, line in (
            ("yesterday", "Saturday 21 November has already come."),
            ("today", "Sunday 22 November has already come."),
            ("soonish [/x]", "“soonish [/x]” could not be read as a day."),
        ):
            await pilot.press("ctrl+u")
            await enters(pilot, said)
            await until(pilot, partial(told, pilot, line))
            assert pilot.app.screen.field.value == said
        await pilot.press("ctrl+u")
        await pastes(pilot, "friday")
        await until(pilot, lambda: told(pilot, "Friday 27 November, in 5 days"))
        await pilot.press("enter")
        await until(pilot, lambda: shelf.of(key).until == date(2026, 11, 27))


async def test_a_sealed_letter_can_stay_closed_for_longer_and_not_for_less(shelf: Shelf) -> None:
    key = shelf.sealed(SOON)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.longer)
        await asks(pilot, AskDay)
        await enters(pilot, "tomorrow")
        await until(pilot, lambda: told(pilot, "It is already sealed until Friday 4 December."))
        await pilot.press("ctrl+u")
        await enters(pilot, "2027-01-01")
        await until(pilot, lambda: shelf.of(key).until == date(2027, 1, 1))


def test_a_letter_is_never_sealed_for_less_in_any_other_way(shelf: Shelf) -> None:
    key = shelf.sealed(SOON)
    with shelf.diary() as diary, pytest.raises(UnfitLetter):
        sealed(diary, key, SOON - DAY, NOON)
    assert shelf.of(key).until == SOON


async def test_what_was_written_last_and_not_kept_is_sealed_with_the_letter(shelf: Shelf) -> None:
    key = shelf.letter()
    with shelf.diary() as diary:
        diary.keep_draft(Draft("entries", key, {"body": f"{WORDS}, and more"}, room="journal"), now=NOON)
    async with inside(shelf.path) as pilot:
        await pilot.pause()
        await pilot.press("escape")  # the offer to go on
        await back_in_the_journal(pilot)
        await does(pilot, key, WAYS.seal)
        await asks(pilot, AskDay)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot, TOLD.sealed_draft.format(day="Tuesday 22 December")))
    assert draft_bodies(shelf.path) == []
    assert shelf.said(key) == f"{WORDS}, and more"


async def test_a_sealed_letter_is_neither_edited_nor_are_its_versions_listed(shelf: Shelf) -> None:
    key = shelf.letter()
    with shelf.diary() as diary:
        diary.keep(replace(diary.entry(key), body="kestrel, once more"), now=NOON)
        diary.letters.seal(key, SOON, now=NOON)
    async with inside(shelf.path) as pilot:
        await at_letter(pilot, key)
        for pressed in ("e", "v"):
            pilot.app.clear_notifications()
            await pilot.press(pressed)
            await until(pilot, lambda: told(pilot, TOLD.closed.format(day="Friday 4 December")))
            assert pilot.app.screen is journal(pilot)
        assert "kestrel" not in drawn(pilot)


async def test_no_toast_quotes_a_letter_that_has_no_title(shelf: Shelf) -> None:
    key = shelf.letter(title="")
    async with inside(shelf.path) as pilot:
        await at_letter(pilot, key)
        await pilot.press("d")
        await until(pilot, lambda: told(pilot, "“Letter to M.” is in the trash"))
        assert "kestrel" not in shown(pilot)


async def test_a_disk_that_refuses_leaves_the_letter_as_it_was(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise VaultUnwritable from OSError(28, "No space left on device")

    key = shelf.letter()
    monkeypatch.setattr(Letters, "seal", full)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.seal)
        await asks(pilot, AskDay)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot, "the disk is full"))
        assert WORDS in drawn(pilot)
    assert shelf.of(key).state is State.DRAFT


async def test_what_the_diary_does_not_allow_is_said_and_changes_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def early(*_: object, **__: object) -> None:
        raise TooEarly

    key = shelf.sealed(TODAY)
    monkeypatch.setattr(Letters, "open", early)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.open)
        await until(pilot, lambda: told(pilot, trouble("TooEarly").what))


@given(st.sampled_from(["monday", "tue", "Friday", "sunday", "tomorrow", "in a month", "next wed"]))
def test_a_day_to_seal_until_is_one_ahead_wherever_that_can_be_meant(said: str) -> None:
    assert TODAY < day_ahead(said, TODAY) <= TODAY + timedelta(days=30)


@given(st.text(max_size=12), st.dates(date(1950, 1, 1), date(2900, 1, 1)))
def test_whatever_is_typed_for_a_day_is_a_day_or_unclear(said: str, today: date) -> None:
    with suppress(UnclearWhen):
        assert isinstance(day_ahead(said, today), date)


def test_the_last_friday_stays_the_last_one() -> None:
    assert day_ahead("last friday", TODAY) == date(2026, 11, 20)


# --- opening -----------------------------------------------------------------------------------------


async def test_a_letter_whose_day_has_come_is_opened_by_hand_and_not_in_passing(shelf: Shelf) -> None:
    key = shelf.sealed(TODAY, title="")
    async with inside(shelf.path) as pilot:
        line = TOLD.due_today.format(letter="letter to M.", month="September")
        await until(pilot, lambda: told(pilot, line))
        await at_letter(pilot, key)
        await until(pilot, lambda: "This letter may be opened today." in drawn(pilot))
        assert "kestrel" not in drawn(pilot)
        await pilot.press("e")
        await until(pilot, lambda: told(pilot, TOLD.closed_due))
        await does(pilot, key, WAYS.open)
        await until(pilot, lambda: WORDS in drawn(pilot))
        assert shelf.of(key).state is State.REREAD
        assert "opened 22 November" in drawn(pilot)


async def test_a_letter_opens_when_its_day_comes_and_not_a_minute_before(shelf: Shelf) -> None:
    key = shelf.letter()
    with shelf.diary() as diary:
        diary.letters.seal(key, SOON, now=NOON)
    before = Clocks(NOON + 11 * DAY + timedelta(hours=15, minutes=59))  # the day ends at four
    async with inside(shelf.path, before) as pilot:
        assert "sealed → 4 Dec" in drawn(pilot)
        assert WAYS.open not in await asked(pilot, key)
    async with inside(shelf.path, Clocks(NOON + 11 * DAY + timedelta(hours=16))) as pilot:
        assert (await asked(pilot, key))[0] == WAYS.open


async def test_from_anywhere_in_the_list_l_offers_the_letters_whose_day_has_come(shelf: Shelf) -> None:
    first, second = shelf.sealed(TODAY - DAY), shelf.sealed(TODAY, to="")
    async with inside(shelf.path) as pilot:
        await until(pilot, lambda: told(pilot, TOLD.several.format(count=2)))
        labels = await asked(pilot, pilot.app.diary.ids()[0])
        assert labels == [
            WAYS.due.format(letter="letter to M.", month="September"),
            WAYS.due.format(letter="letter to yourself", month="September"),
            WAYS.new,
        ]
        await chooses(pilot, labels[1])
        await until(pilot, lambda: shelf.of(second).state is State.REREAD)
        assert journal(pilot).place == second
        assert shelf.of(first).state is State.SEALED


async def test_nothing_is_said_of_a_due_letter_that_is_put_away(shelf: Shelf) -> None:
    key = shelf.sealed(TODAY)
    with shelf.diary() as diary:
        assert [letter.entry for letter in due_letters(diary)] == [key]
        diary.put_away([key], now=NOON)
        assert due_letters(diary) == []
    async with inside(shelf.path) as pilot:
        await pilot.pause()
        assert not list(pilot.app._notifications)


async def test_opening_early_takes_a_days_wait_and_happens_once(shelf: Shelf) -> None:
    key = shelf.sealed(SOON)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.ask_early)
        assert "from Monday 23 November, 12:00 on" in shown(pilot)
        await chooses(pilot, letter_words().early.yes)
        await until(pilot, lambda: told(pilot, TOLD.asked.format(time="Monday 23 November, 12:00")))
        assert "Letter to M.  early Mon 12:00" in drawn(pilot)
        assert WAYS.open_early not in await asked(pilot, key)
    async with inside(shelf.path, Clocks(NOON + DAY)) as pilot:
        await does(pilot, key, WAYS.open_early)
        await until(pilot, lambda: WORDS in drawn(pilot))
        assert shelf.of(key).early
        await does(pilot, key, WAYS.seal)
        await asks(pilot, AskDay)
        await pilot.press("enter")
        await back_in_the_journal(pilot)
        assert WAYS.ask_early not in await asked(pilot, key)
        assert WAYS.early_used in shown(pilot)


async def test_who_asked_can_leave_it_closed_after_all(shelf: Shelf) -> None:
    key = shelf.sealed(SOON)
    with shelf.diary() as diary:
        diary.letters.ask_early(key, now=NOON - 2 * DAY)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.stay)
        await until(pilot, lambda: told(pilot, TOLD.stays.format(day="Friday 4 December")))
    assert (shelf.of(key).asked, shelf.of(key).until) == (None, SOON)


async def test_asking_is_not_done_by_a_stray_enter(shelf: Shelf) -> None:
    key = shelf.sealed(SOON)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.ask_early)
        await pilot.press("enter")
        await back_in_the_journal(pilot)
    assert shelf.of(key).asked is None


# --- burning -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [NARROW, (60, 20)])
async def test_burning_asks_once_and_ends_with_one_sentence(shelf: Shelf, size: tuple[int, int]) -> None:
    key = shelf.letter()
    async with inside(shelf.path, size=size) as pilot:
        await does(pilot, key, WAYS.burn)
        on_screen = " ".join(drawn(pilot).split())
        assert "Nothing brings it back." in on_screen
        await chooses(pilot, letter_words().burn.yes)
        await until(pilot, lambda: isinstance(pilot.app.screen, Ashes))
        assert letter_words().burn.done in drawn(pilot)
        assert "kestrel" not in drawn(pilot)
        await pilot.press("enter")
        await back_in_the_journal(pilot)
        assert "burned" in drawn(pilot)
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("e")
        await until(pilot, lambda: told(pilot, TOLD.burned))
    assert shelf.said(key) == ""
    assert shelf.of(key).state is State.BURNED


async def test_a_stray_enter_burns_nothing(shelf: Shelf) -> None:
    key = shelf.letter()
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.burn)
        await pilot.press("enter")
        await back_in_the_journal(pilot)
    assert shelf.said(key) == WORDS


async def test_a_burned_letter_leaves_only_a_new_one_to_begin(shelf: Shelf) -> None:
    key = shelf.letter()
    with shelf.diary() as diary:
        diary.letters.burn(key, now=NOON)
    async with inside(shelf.path) as pilot:
        assert await asked(pilot, key) == [WAYS.new]
        assert "Its words are gone" in shown(pilot)
        await chooses(pilot, WAYS.new)
        await asks(pilot, AskTo)
        assert read(shelf.path).letters.of(key).to == "M."

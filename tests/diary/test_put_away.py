"""What was put away is shown nowhere, until a day or until it is taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.model.entry import Away, Kind
from heartwork.model.person import Person
from tests.diary.made import NOW, after, entry

if TYPE_CHECKING:
    from heartwork.diary import Diary

TODAY, THEN = date(2026, 3, 1), date(2026, 3, 15)


def two(diary: Diary) -> tuple[str, str]:
    diary.turn(TODAY)
    here = diary.keep(entry("here", tags=("day",), people=("Anna",), mood=4), now=NOW).id
    away = diary.keep(entry("away", tags=("night",), people=("M.",), mood=2), now=NOW).id
    return here, away


def test_what_is_away_is_not_listed_counted_or_offered(diary: Diary) -> None:
    here, away = two(diary)
    assert list(diary.tags()) == ["day", "night"]
    diary.put_away([away], now=after(1))
    assert diary.ids() == [here]
    assert diary.away_ids() == [away]
    assert diary.tags() == {"day": 1}
    assert diary.people() == {"Anna": 1}
    assert diary.day_ids(TODAY) == [here]
    assert [each.id for each in diary.entries()] == [here]


def test_moods_of_what_is_away_count_and_of_what_is_in_the_trash_do_not(diary: Diary) -> None:
    here, away = two(diary)
    diary.put_away([away], now=after(1))
    felt = diary.felt(TODAY, TODAY)
    assert sorted(felt[TODAY.isoformat()]) == [(Kind.NOTE, 2), (Kind.NOTE, 4)]
    diary.trash([here], now=after(2))
    assert diary.felt(TODAY, TODAY) == {TODAY.isoformat(): [(Kind.NOTE, 2)]}


def test_it_comes_back_by_itself_on_the_day_and_leaves_with_a_clock_set_back(diary: Diary) -> None:
    here, away = two(diary)
    diary.put_away([away], until=THEN, now=after(1))
    diary.turn(THEN - timedelta(days=1))
    assert diary.ids() == [here]
    diary.turn(THEN)
    assert set(diary.ids()) == {here, away}
    assert diary.entry(away).away is None
    assert diary.tags() == {"day": 1, "night": 1}
    diary.turn(TODAY)
    assert diary.ids() == [here]
    assert diary.tags() == {"day": 1}


def test_it_stays_away_while_one_reason_is_left(diary: Diary) -> None:
    here, away = two(diary)
    diary.put_away([away], by="tag:night", until=THEN, now=after(1))
    diary.put_away([away], by="person:M.", now=after(2))
    diary.turn(THEN)
    assert diary.ids() == [here]
    diary.take_back([away], by="tag:night", now=after(3))
    assert diary.ids() == [here]
    diary.take_back([away], by="person:M.", now=after(4))
    assert set(diary.ids()) == {here, away}


def test_a_person_put_away_is_found_by_every_name_and_by_whole_words_alone(diary: Diary) -> None:
    diary.turn(TODAY)
    text = diary.keep(entry("I saw mártin at the café"), now=NOW).id
    named = diary.keep(entry("x", people=("M.",)), now=NOW).id
    tagged = diary.keep(entry("x", tags=("Martin",)), now=NOW).id
    letter = diary.keep(entry("words", kind=Kind.LETTER, title="no name"), now=NOW).id
    diary.letters.address(letter, "Martin", now=NOW)
    closed = diary.keep(entry("martin inside", kind=Kind.LETTER, title="t"), now=NOW).id
    diary.letters.seal(closed, THEN, now=NOW)
    other = diary.keep(entry("Martina and the martinis, M.2"), now=NOW).id
    assert set(diary.mentioning(["Martin", "M."])) == {text, named, tagged, letter, closed}
    assert other not in diary.mentioning(["Martin"])
    diary.put_away([text], now=after(1))
    assert text in diary.mentioning(["Martin"])
    diary.trash([named], now=after(1))
    assert named not in diary.mentioning(["M."])


def test_the_one_list_of_what_is_away_names_each_reason(diary: Diary) -> None:
    here, away = two(diary)
    diary.put_away([here], now=after(1))
    diary.put_away([here, away], by="person:M.", until=THEN, now=after(2))
    assert diary.away_for() == {"entry": [here], "person:M.": [away, here]}


def test_the_day_said_last_holds_for_the_same_reason(diary: Diary) -> None:
    here, away = two(diary)
    diary.put_away([away], until=None, by="tag:night", now=after(1))
    diary.put_away([away], until=THEN, by="tag:night", now=after(2))
    assert diary.away_until([away, here]) == {THEN}
    diary.put_away([away], until=None, by="person:M.", now=after(3))
    assert diary.away_until([away]) == {None}


def test_names_of_who_is_put_away_are_not_suggested_even_where_they_are_shown(diary: Diary) -> None:
    diary.turn(TODAY)
    diary.keep(entry("x", tags=("martin", "lake"), people=("Anna", "Mártin")), now=NOW)
    person = Person("Martin", ("M.",), Away(NOW, THEN))
    diary.folk.keep(person, now=NOW)
    assert list(diary.tags()) == ["lake"]
    assert list(diary.people()) == ["Anna"]
    diary.turn(THEN)
    assert list(diary.tags()) == ["lake", "martin"]
    assert set(diary.people()) == {"Anna", "Mártin"}

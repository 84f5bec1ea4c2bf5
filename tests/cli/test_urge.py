"""An urge from a shell: noted once, waited with, and answered with what is one's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.contact import ContactEvent, ContactKind, Outcome
from heartwork.model.entry import Entry
from heartwork.model.person import Person, Role
from tests.cli.shell import PASSPHRASE, opened

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.now(UTC)


def urges(path: Path) -> list[ContactEvent]:
    return Diary.open(path, PASSPHRASE, read_only=True).contact.events()


def test_an_urge_is_noted_once_and_its_wait_begins(empty: Path) -> None:
    answer = opened(empty, "urge", "7")
    assert answer.code == 0
    assert answer.out.startswith("You want to reach out. The wait has begun: 20 minutes")
    assert "Ask yourself" in answer.out
    (noted,) = urges(empty)
    assert (noted.kind, noted.strength, noted.outcome) == (ContactKind.URGE, 7, None)
    assert noted.until == noted.at + timedelta(minutes=20)

    again = opened(empty, "urge", "9")
    assert again.out.startswith("You are waiting with an urge: ")
    assert "of 20:00 left. It stays noted at strength 7." in again.out
    assert [each.strength for each in urges(empty)] == [7]


def test_nobody_has_to_say_how_strong_it_is(empty: Path) -> None:
    said = opened(empty, "urge")
    assert said.code == 0
    assert "- unsent letter, everything, to nobody" in said.out
    for what in ("walk", "breathe", "heartwork support"):
        assert what in said.out
    assert [each.strength for each in urges(empty)] == [None]
    assert "Its strength is noted: 5." in opened(empty, "urge", "5").out
    assert [each.strength for each in urges(empty)] == [5]


def test_where_only_aliases_are_to_be_read_rows_say_those_and_json_stays_exact(empty: Path) -> None:
    diary = Diary.open(empty, PASSPHRASE)
    diary.folk.keep(Person("Anna", ("the neighbour",), role=Role.CIRCLE, help="rings Anna"), now=NOW)
    diary.keep(Entry(NOW, "UTC", NOW.date(), body="With Anna.", tags=("anna",)), now=NOW)
    start = ContactEvent(ContactKind.START, NOW, "UTC", NOW.date(), note="Anna knows")
    diary.contact.keep(start, now=NOW)
    diary.set("aliases_only", value=True, now=NOW)
    diary.close()
    for command in (("list",), ("tags",), ("contact", "list"), ("urge", "3")):
        said = opened(empty, *command).out
        assert "neighbour" in said
        assert "anna" not in said.casefold()
    assert "With Anna." in opened(empty, "list", "--json").out
    assert "Anna knows" in opened(empty, "contact", "list", "--json").out


def test_what_helped_and_who_helps_is_said(empty: Path) -> None:
    diary = Diary.open(empty, PASSPHRASE)
    for days in range(2, 10):
        at = NOW - timedelta(days=days)
        outcome = Outcome.PASSED if days < 8 else Outcome.WROTE
        noted = ContactEvent(
            ContactKind.URGE, at, "UTC", at.date(), strength=5, tried=("walk\x1b[2J",), outcome=outcome
        )
        diary.contact.keep(noted, now=at)
    diary.folk.keep(Person("Anna", role=Role.CIRCLE, help="walks, listens"), now=NOW)
    diary.close()
    answer = opened(empty, "urge", "3")
    assert "What helped before\n- walk: 6 of 8 times" in answer.out
    assert "Your people\n- Anna, walks, listens" in answer.out
    assert "\x1b" not in answer.out


@pytest.mark.parametrize("strength", ["11", "-1", "strong"])
def test_a_strength_that_is_none_is_said_and_nothing_is_noted(empty: Path, strength: str) -> None:
    answer = opened(empty, "urge", strength)
    assert answer.code == 2
    assert strength == "-1" or "A number from 0 to 10, or nothing." in answer.err
    assert urges(empty) == []

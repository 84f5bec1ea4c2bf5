"""An urge from a shell: noted once, waited with, and answered with what is one's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.contact import ContactEvent, ContactKind, Outcome
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
    assert "of 20:00 left" in again.out
    assert [each.strength for each in urges(empty)] == [7]


def test_nobody_has_to_say_how_strong_it_is(empty: Path) -> None:
    assert opened(empty, "urge").code == 0
    assert [each.strength for each in urges(empty)] == [None]


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
    assert urges(empty) == []

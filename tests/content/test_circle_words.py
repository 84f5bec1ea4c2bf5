"""The words of the circle."""

from __future__ import annotations

from heartwork.content.circle_words import circle_words
from heartwork.model.person import Role


def test_when_somebody_was_reached_is_said_in_words() -> None:
    row = circle_words().row
    assert [row.since(days) for days in (None, 0, 1, 9)] == [
        "not reached yet",
        "reached today",
        "reached yesterday",
        "reached 9 days ago",
    ]
    assert row.due.format(since=row.since(9)) == "reached 9 days ago, time again"


def test_every_role_has_a_name() -> None:
    assert len(circle_words().fields.roles) == len(Role)


def test_what_is_said_in_passing_names_somebody() -> None:
    said = circle_words().said
    for line in (said.reached, said.reached_already, said.trashed, said.restored, said.letting_go):
        assert "Anna" in line.format(name="Anna")
    assert "Anna" in circle_words().fields.taken.format(name="Anna")

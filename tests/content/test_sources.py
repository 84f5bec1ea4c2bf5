"""Every row of the sources has a home in heartwork, and every home names a row that there is."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from heartwork.content import sources
from heartwork.content.practices import practices
from heartwork.content.schema import ContentError
from heartwork.content.sources import SourceRow, source_words
from heartwork.screens import sourced
from heartwork.screens.page import Page
from heartwork.screens.sourced import PAGES, homes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.screens.sourced import SourcedPage

ROWS = {"A": 27, "B": 14, "C": 9, "D": 8, "E": 9}

TOLD = {
    "A1": ["“Face it”"],
    "A2": ["“The whys”, to the shelves whys, lessons"],
    "A3": ["“Reasons”, to the shelf reasons", "The urge gate: your reasons"],
    "A4": ["“Plan the talk”"],
    "A5": ["“Untangle”, to the board of goals, a list that stays open"],
    "A6": ["Grief: the contact log", "The urge gate"],
    "A7": ["“Quiet the feed”", "Grief: having looked, noted as a slip"],
    "A8": ["Grief: the timer"],
    "A9": ["“Lessons, not blame”, to the shelf lessons"],
    "A10": ["“A softer lens”"],
    "A11": ["“Not the only one”"],
    "A12": ["“The hope that holds me”"],
    "A13": ["Mementos"],
    "A14": ["“Quick fix or real help”", "The urge gate"],
    "A15": ["“My worth”, to the shelf qualities"],
    "A16": ["“Back to me”, to the board of goals"],
    "A17": ["The daily review: care"],
    "A18": ["“A space to heal”, a list that stays open"],
    "A19": ["“Make something”, to the board of goals", "The daily review: care", "Goals"],
    "A20": ["“What lights me up”, to the board of goals"],
    "A21": ["“A life of my own”, to the board of goals"],
    "A22": ["“What I learned”, to the shelf lessons", "The daily review: a line of thanks"],
    "A23": ["Goals"],
    "A24": ["Grief: the circle"],
    "A25": ["“Love again”, to the shelf hopes"],
    "A26": ["Support", "Grief: a quiet word"],
    "A27": [
        "“If I must see them”, to the shelf boundaries",
        "“Friends, one day?”",
        "Grief: contact that had to be",
    ],
    "B1": ["“Is it one-sided?”"],
    "B2": ["“As I'd be loved”"],
    "B3": ["Grief: the season"],
    "B4": ["Grief: the circle, and what not to talk about"],
    "B5": ["Goals"],
    "B6": ["“My worth”"],
    "B7": ["“Love again”"],
    "B8": ["Journal"],
    "B9": ["“Love again”"],
    "B10": ["“A ritual of goodbye”", "Mementos", "Journal: letters"],
    "B11": ["“My standards”, to the shelf standards"],
    "B12": ["Support", "The check-in: feelings"],
    "B13": ["“I gave what I had”, to the shelf qualities"],
    "B14": ["“Ask, and hear it”"],
    "C1": ["“Deeds beside words”, to the shelf reasons"],
    "C2": ["“Face it”"],
    "C3": ["“Plan the talk”"],
    "C4": ["“What I learned”"],
    "C5": ["“My standards”"],
    "C6": ["“As I'd be loved”", "The daily review: care"],
    "C7": ["“Protect my peace”, to the shelf boundaries"],
    "C8": ["The urge gate: your standards"],
    "C9": ["“My worth”"],
    "D1": ["“Radical acceptance”"],
    "D2": ["“Harder days I came through”, to the shelf qualities"],
    "D3": ["“Anger, moved”"],
    "D4": ["Grief"],
    "D5": ["“As a friend would”"],
    "D6": ["“A list for bad hours”, to the shelf distractions", "The urge gate"],
    "D7": ["Support"],
    "D8": ["“When it does not feel real”"],
    "E1": ["“Reconnect 1: Why”"],
    "E2": ["“Reconnect 2: Me first”, to the board of goals"],
    "E3": ["“Reconnect 3: Space”", "Grief: a day to wait until"],
    "E4": ["“Reconnect 4: A small hello”", "The message check"],
    "E5": ["“Reconnect 5: Owning it”", "The message check"],
    "E6": ["“Reconnect 6: Promises”, to the shelf promises", "The shelves: promises"],
    "E7": ["“Reconnect 7: Light moments”"],
    "E8": ["“Reconnect 8: Their answer”"],
    "E9": ["“Reconnect 9: Something else”"],
}
"""Where each row is meant to live, checked by hand: what is worked out says the same, and may say more."""


def missing() -> Iterator[tuple[str, str]]:
    """Yield each home that is told of and is none, with its row."""
    for row, told in TOLD.items():
        for home in told:
            if not any(home in found for found in homes()[row]):
                yield row, home


def test_the_sources_have_all_their_rows_each_asking_something_else_in_few_words() -> None:
    words = source_words()
    assert {part.letter: len(part.rows) for part in words.parts} == ROWS
    assert len({row.asks for row in words.rows}) == sum(ROWS.values())
    assert all(10 < len(row.asks) < 120 for row in words.rows)


def test_a_row_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    words = source_words()
    part = replace(words.parts[0], rows=(SourceRow("A1", "Look."), SourceRow("A3", "Go.")))
    monkeypatch.setattr(sources, "read", lambda _file, _shape: replace(words, parts=(part,)))
    with pytest.raises(ContentError, match=r"sources\.toml: parts: A3: A2 is expected here"):
        source_words.__wrapped__()


def test_every_row_has_a_home_and_every_home_a_row() -> None:
    assert [row for row, found in homes().items() if not found] == []
    assert list(homes()) == [row.row for row in source_words().rows]


def test_a_home_of_no_row_and_a_row_without_a_home_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    face_it = replace(practices()["face-it"], source=("Z9",))
    monkeypatch.setattr(sourced, "practices", lambda: {"face-it": face_it})
    assert homes()["A1"] == []
    assert homes()["Z9"] == ["Practice “Face it”"]


def test_every_home_that_is_told_of_is_one() -> None:
    assert list(TOLD) == [row.row for row in source_words().rows]
    assert list(missing()) == []


def test_every_practice_serves_a_row_and_no_home_is_said_twice() -> None:
    assert [each.id for each in practices().values() if not each.source] == []
    assert [row for row, found in homes().items() if len(set(found)) < len(found)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_that_is_a_home_is_there(page: SourcedPage) -> None:
    module, name = page.screen.split(":")
    assert issubclass(getattr(import_module(f"heartwork.screens.{module}"), name), Page)
    assert page.sources

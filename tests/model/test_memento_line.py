"""A memento is read out of one line as people type it, and nothing of what they typed is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.memento import WEIGHTS, Memento, Sort
from heartwork.model.memento_line import NO_NAME, NO_WEIGHT, UnclearMemento, memento_lines, memento_named


def other(name: str, where: str = "") -> Sort:
    """Take everything for something else."""
    return Sort.OTHER


def read(line: str) -> tuple[str, str, int | None]:
    found = memento_named(line, other)
    return found.name, found.where, found.weight


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ring in the drawer 8", ("ring", "drawer", 8)),
        ("  Blue scarf   on a hook 0", ("Blue scarf", "hook", 0)),
        ("ring", ("ring", "", None)),
        ("keys 10", ("keys", "", 10)),
        ("his books (6)", ("his books (6)", "", None)),
        ("ring, in the drawer, 8", ("ring", "drawer", 8)),
        ("ring in the drawer weight: 8", ("ring", "drawer", 8)),
        ("ring 8/10", ("ring", "", 8)),
        ("mug at work under the desk 3", ("mug", "work under the desk", 3)),
        ("Blue scarf IN A box in the attic 4", ("Blue scarf", "box in the attic", 4)),
        ("photo of us at the sea, in the drawer 4", ("photo of us at the sea", "drawer", 4)),
        ("“photo of us at the sea” in the drawer 4", ("photo of us at the sea", "drawer", 4)),
        ("photos behind his desk", ("photos", "behind his desk", None)),
        ("photos from 2019", ("photos from 2019", "", None)),
        ("photos from 2019 7", ("photos from 2019", "", 7)),
        ('"Area 51"', ("Area 51", "", None)),
        ('"Area 51" 3', ("Area 51", "", 3)),
        ("„In the mood for love“ on the shelf", ("In the mood for love", "shelf", None)),
        ("In the mood for love", ("In the mood for love", "", None)),
        ('Playlist "us" on the phone 2', ('Playlist "us"', "phone", 2)),
        ("the mug in", ("the mug in", "", None)),
        ("drinking glass 2", ("drinking glass", "", 2)),
        ("кольцо 8", ("кольцо", "", 8)),
        ("[red]ring[/red] \x1b]0;owned\x07in the drawer 8", ("[red]ring[/red]", "drawer", 8)),
    ],
)
def test_a_line_is_a_name_a_place_and_a_weight(line: str, said: tuple[str, str, int | None]) -> None:
    assert read(line) == said


@pytest.mark.parametrize(
    "line", ["mug 12", "mug -3", "mug 7.5", "mug 7,5", "mug +8", "mug 99999999", "mug 08"]
)
def test_a_number_that_is_no_weight_is_said_plainly(line: str) -> None:
    with pytest.raises(UnclearMemento) as unclear:
        memento_named(line, other)
    assert str(unclear.value) == NO_WEIGHT


@pytest.mark.parametrize("line", ["", "  ", "8", ",", "\x1b[2J"])
def test_a_line_without_a_name_is_said_plainly(line: str) -> None:
    with pytest.raises(UnclearMemento) as unclear:
        memento_named(line, other)
    assert str(unclear.value) == NO_NAME


def test_the_sort_is_guessed_from_name_and_place() -> None:
    asked = []

    def guess(name: str, where: str = "") -> Sort:
        asked.append((name, where))
        return Sort.GIFT

    assert memento_named("ring in the drawer 8", guess).sort is Sort.GIFT
    assert asked == [("ring", "drawer")]


def test_a_list_is_read_line_by_line_without_its_signs() -> None:
    text = "- ring 8\n\n  * mug in the kitchen\r\n1. keys\n2) scarf 4\n• ticket\n- [ ] book\n-\n"
    assert [(each.name, each.weight) for each in memento_lines(text, other)] == [
        ("ring", 8),
        ("mug", None),
        ("keys", None),
        ("scarf", 4),
        ("ticket", None),
        ("book", None),
    ]
    assert memento_lines("\n \n", other) == []
    assert memento_lines("-5 is a name\n2nd ring", other) == [Memento("-5 is a name"), Memento("2nd ring")]


def test_the_line_that_was_not_understood_is_named() -> None:
    with pytest.raises(UnclearMemento, match=r"^Line 3: A weight is 0 to 10\."):
        memento_lines("ring 8\n\nmug 12\nscarf 99", other)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_memento_or_said_to_be_none(line: str) -> None:
    try:
        found = memento_named(line, other)
    except UnclearMemento:
        return
    assert found.name == found.name.strip() != ""
    assert found.weight in (None, *WEIGHTS)
    assert "\n" not in found.name + found.where


@given(
    st.sampled_from(["ring", "his books (6)", "the grey mug", "Area [51]"]),
    st.sampled_from(["", "drawer", "box under her bed"]),
    st.none() | st.integers(0, 10),
)
def test_what_is_written_out_is_read_back(name: str, where: str, weight: int | None) -> None:
    line = name + (f" in the {where}" if where else "") + ("" if weight is None else f" {weight}")
    assert read(line) == (name, where, weight)

"""Mementos as rows: their order, their groups, what they are narrowed to, and what is in the columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.deciding_words import deciding_words
from heartwork.content.memento_words import memento_words
from heartwork.insights.weights import weights
from heartwork.model.memento import SIZES, WEIGHTS, Decision, Memento, Sort
from heartwork.screens.memento_rows import LET_GO, Order, Shown, counts, flat, grouped, heading_row, row_of
from heartwork.widgets.weight_bar import weight_said

TODAY = date(2026, 11, 24)
THEN = datetime(2026, 11, 3, 12, tzinfo=UTC)
SCARF = Memento(
    "Blue scarf", Sort.CLOTHING, 1, 4, "attic", Decision.BOX, date(2026, 11, 24), id="scarf", helper="Anna"
)
MUG = Memento("Grey mug", Sort.OTHER, 2, 4, "Kitchen", Decision.DONATE, id="mug")
CUP = replace(MUG, name="Cup", size=1, where="kitchen", id="cup")
CHAT = Memento("The chat", Sort.DIGITAL, 1, None, id="chat")
BRUSH = Memento("Toothbrush", weight=1, weight_after=0, done=THEN, farewell="Only a toothbrush.", id="brush")
EVERY = [CHAT, MUG, BRUSH, SCARF, CUP]


def test_the_lightest_and_smallest_come_first_what_was_not_weighed_last_and_what_is_gone_below() -> None:
    here, gone = grouped(EVERY, Order.LIGHTEST)
    assert (here.ids, here.heading) == (["cup", "scarf", "mug", "chat"], "")
    assert (gone.name, gone.ids, gone.heading) == (LET_GO, ["brush"], "let go · 1")
    later = replace(BRUSH, id="later", done=datetime(2026, 11, 9, tzinfo=UTC))
    assert grouped([BRUSH, later], Order.LIGHTEST)[0].ids == ["later", "brush"]


def test_by_sort_place_and_decision_there_is_a_group_for_each_and_one_for_no_place() -> None:
    by_sort = grouped(EVERY, Order.SORT)
    assert [group.ids for group in by_sort] == [["scarf"], ["chat"], ["cup", "mug"], ["brush"]]
    by_place = grouped(EVERY, Order.PLACE)
    assert [group.ids for group in by_place] == [["scarf"], ["cup", "mug"], ["chat"], ["brush"]]
    assert by_place[2].heading.startswith(memento_words().list.no_place)
    by_decision = grouped(EVERY, Order.DECISION)
    assert [group.ids for group in by_decision] == [["chat"], ["scarf"], ["cup", "mug"], ["brush"]]
    assert by_decision[0].heading == f"{deciding_words().decision_name(Decision.UNDECIDED)} · 1"


THINGS = st.lists(
    st.builds(
        Memento,
        name=st.just("x"),
        sort=st.sampled_from(Sort),
        size=st.sampled_from(SIZES),
        weight=st.none() | st.sampled_from(WEIGHTS),
        where=st.sampled_from(["", "a", "A", "b"]),
        decision=st.sampled_from(Decision),
        done=st.none() | st.just(THEN),
        id=st.uuids().map(str),
    ),
    unique_by=lambda memento: memento.id,
    max_size=30,
)


@given(THINGS, st.sampled_from(Order))
def test_in_every_order_each_thing_stands_once_and_groups_have_names_of_their_own(
    things: list[Memento], order: Order
) -> None:
    groups = grouped(things, order)
    ids = [key for group in groups for key in group.ids]
    assert sorted(ids) == sorted(memento.id for memento in things)
    assert len({group.name for group in groups}) == len(groups)
    known = {memento.id: memento for memento in things}
    for group in groups:
        felt = [known[key].weight for key in group.ids if known[key].done is None]
        weighed = [weight for weight in felt if weight is not None]
        assert felt == [*sorted(weighed), *[None] * (len(felt) - len(weighed))]


def test_a_list_is_narrowed_by_sort_place_decision_and_by_what_is_due() -> None:
    def names(shown: Shown) -> list[str]:
        return [memento.id for memento in EVERY if shown.fits(memento, TODAY)]

    assert names(Shown()) == [memento.id for memento in EVERY]
    assert names(Shown(sort=Sort.DIGITAL)) == ["chat"]
    assert names(Shown(place="KITCH")) == ["mug", "cup"]
    assert names(Shown(decision=Decision.DONATE)) == ["mug", "cup"]
    assert names(Shown(due=True)) == ["scarf"]


def test_a_row_says_what_it_is_what_it_weighs_where_it_is_and_what_was_decided() -> None:
    row = row_of(SCARF, TODAY)
    assert row.said == ("Blue scarf", "clothing", "▌4", "attic", "box until 24 Nov · with Anna")
    assert row.aside == "← today"
    assert row_of(SCARF, date(2026, 11, 25)).aside == "← due"
    assert row_of(SCARF, date(2026, 11, 23)).aside == ""
    assert row_of(CHAT, TODAY).said[2:] == (weight_said(None), "", "not yet")
    drawn = row_of(SCARF, TODAY, ascii_only=True)
    assert "".join((*drawn.said, drawn.aside)).isascii()


def test_what_was_let_go_says_its_weights_the_day_and_the_farewell() -> None:
    assert row_of(BRUSH, TODAY).said == ("Toothbrush", "1 → 0", "3 Nov", "“Only a toothbrush.”")
    bare = replace(BRUSH, weight_after=None, farewell="")
    assert row_of(bare, TODAY).said == ("Toothbrush", "1", "3 Nov", "")
    assert "".join(row_of(BRUSH, TODAY, ascii_only=True).said).isascii()


def test_in_the_trash_a_row_says_how_long_it_stays_and_the_list_has_no_groups() -> None:
    row = row_of(SCARF, TODAY, left="30 days")
    assert (row.said[-1], row.aside) == ("30 days", "")
    assert row_of(BRUSH, TODAY, left="30 days").said[-1] == "30 days"
    assert [group.ids for group in flat(EVERY)] == [[memento.id for memento in EVERY]]
    assert flat([]) == []


@pytest.mark.parametrize("order", Order)
def test_the_names_of_the_columns_begin_with_the_order(order: Order) -> None:
    assert heading_row(order).said[0] == str(getattr(memento_words().order, order.value)).lower()


def test_counts_are_of_what_is_here_by_decision_the_most_first_and_of_what_is_gone() -> None:
    assert counts(weights(EVERY)) == ["2 donate", "1 not yet", "1 box", "1 is gone"]
    assert counts(weights([CHAT])) == ["1 not yet"]

"""Documents and changes: what goes in comes out the same, or is refused before a byte is written."""

from __future__ import annotations

import copy
import datetime as dt
import decimal
import uuid
from enum import StrEnum
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.vault.documents import MAX_DEPTH, PART_SIZE, Change, canonical, parse_change, snapshot
from heartwork.vault.errors import HostileVault
from tests.faults.bodies import nested

leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4)
)
documents = st.dictionaries(text, values, max_size=5)
tables = st.dictionaries(text, st.dictionaries(text, documents, max_size=5), max_size=4)


class Colour(StrEnum):
    RED = "red"


@given(documents)
def test_a_document_comes_back_the_same_and_shares_nothing(document: dict[str, Any]) -> None:
    before = copy.deepcopy(document)
    kept = canonical(document)
    assert kept == before
    assert repr(kept) == repr(before)
    for key, value in document.items():
        assert kept[key] is not value or not isinstance(value, list | dict)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        {1, 2},
        b"bytes",
        object(),
        dt.date(2026, 1, 2),
        dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
        uuid.uuid4(),
        decimal.Decimal(1),
        2**64,
        -(2**63) - 1,
        "half \ud83d a pair",
        {1: "number"},
        {"\ud800": 1},
        1j,
    ],
)
def test_a_value_that_json_cannot_hold_exactly_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical({"deep": [{"value": value}]})


def test_tuples_become_lists_and_enumerations_their_values() -> None:
    assert canonical({"a": (1, (2,)), "b": Colour.RED}) == {"a": [1, [2]], "b": "red"}


def test_a_change_drops_then_deletes_then_sets() -> None:
    change = Change(
        drop=["a"], delete={"b": ["1", "9"], "q": ["1"]}, set={"a": {"2": {}}, "b": {"3": {}}, "c": {}}
    )
    held: dict[str, dict[str, Any]] = {"a": {"1": {}}, "b": {"1": {}, "2": {}}}
    change.apply(held)
    assert held == {"a": {"2": {}}, "b": {"2": {}, "3": {}}, "c": {}}


@given(tables)
def test_a_change_reads_as_it_was_written(held: dict[str, dict[str, Any]]) -> None:
    change = Change(drop=["x"], delete={"y": ["1"]}, set=held)
    assert parse_change(change.to_json()) == change


@given(tables, st.integers(0, 9))
def test_a_snapshot_reads_as_it_was_written(held: dict[str, dict[str, Any]], schema: int) -> None:
    parts = list(snapshot(held, schema))
    assert [last for last, _ in parts] == [False] * (len(parts) - 1) + [True]
    again: dict[str, dict[str, Any]] = {}
    for _, payload in parts:
        parse_change(payload).apply(again)
    assert again == held
    assert {name: list(table) for name, table in again.items()} == {n: list(t) for n, t in held.items()}
    assert parse_change(parts[0][1]).schema == schema


def test_a_snapshot_part_holds_about_64_kib() -> None:
    held: Any = {"entries": {f"{n:05}": {"text": "x" * 1000} for n in range(500)}}
    sizes = [len(payload) for _, payload in snapshot(held, 1)]
    assert len(sizes) > 5
    assert max(sizes) < PART_SIZE * 1.2
    large: Any = {"entries": {"1": {"text": "x" * 200_000}, "2": {"text": "y"}}}
    assert [len(payload) > 150_000 for _, payload in snapshot(large, 1)] == [True, False]


def test_what_nests_as_deep_as_is_allowed_can_be_written_again() -> None:
    change = parse_change(nested(MAX_DEPTH))
    assert orjson.loads(change.to_json()) == orjson.loads(nested(MAX_DEPTH))
    assert list(snapshot(change.set, 1))


@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 900, 1024, 100_000])
def test_what_nests_deeper_than_it_can_be_written_is_refused_when_read(levels: int) -> None:
    with pytest.raises(HostileVault):
        parse_change(nested(levels))


@given(st.integers(0, 40), st.integers(0, 40), st.integers(MAX_DEPTH - 4, MAX_DEPTH + 4))
def test_depth_is_noticed_wherever_it_stands_among_other_documents(
    before: int, after: int, levels: int
) -> None:
    row = b'"%d":{"text":"a [long] {text}","tags":[[],{}]},'
    around = [
        b"".join(row % n for n in range(start, start + count)) for start, count in ((0, before), (100, after))
    ]
    deep = nested(levels).removeprefix(b'{"s":{"entries":{').removesuffix(b"}}}")
    payload = b'{"s":{"entries":{' + around[0] + around[1] + deep + b"}}}"
    turned = b'{"s":{"entries":{' + around[0] + deep + b"," + around[1].removesuffix(b",") + b"}}}"
    for each in (payload, turned if after else payload):
        if levels > MAX_DEPTH:
            with pytest.raises(HostileVault):
                parse_change(each)
        else:
            assert len(parse_change(each).set["entries"]) == before + after + 1


def test_a_document_as_deep_as_a_vault_keeps_is_kept_and_one_deeper_is_refused_at_once() -> None:
    change = Change(set={"a": {"1": canonical({"v": orjson.loads(b"[" * 250 + b"]" * 250)})}})
    assert parse_change(change.to_json()) == change
    deeper = Change(set={"a": {"1": canonical({"v": orjson.loads(b"[" * 251 + b"]" * 251)})}})
    with pytest.raises(TypeError):
        deeper.to_json()

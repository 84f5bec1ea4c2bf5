"""Changes that are not on the disk yet: a table seen through them is the table as it will be."""

from __future__ import annotations

from typing import Any, cast

import pytest

from heartwork.vault.documents import Change
from heartwork.vault.pending import Block, Overlay, merged


def _below() -> dict[str, Any]:
    return {"1": {"n": 1, "list": [1]}, "2": {"n": 2}, "3": {"n": 3}}


def _change(overlay: Overlay) -> Change:
    change = Change()
    overlay.collect("t", change)
    return change


def test_an_untouched_overlay_changes_nothing() -> None:
    overlay = Overlay(_below())
    assert dict(overlay) == _below()
    assert not _change(overlay)


def test_what_is_set_and_deleted_shows_at_once_and_below_nothing_happens() -> None:
    below = _below()
    overlay = Overlay(below)
    overlay["2"] = {"n": 22}
    overlay["4"] = {"n": 4}
    del overlay["1"]
    assert list(overlay) == ["2", "3", "4"]
    assert len(overlay) == 3
    assert ("1" in overlay, "4" in overlay) == (False, True)
    assert below == _below()
    assert _change(overlay) == Change(delete={"t": ["1"]}, set={"t": {"2": {"n": 22}, "4": {"n": 4}}})


def test_a_document_that_is_handed_out_and_changed_is_set() -> None:
    below = _below()
    overlay = Overlay(below)
    cast("list[int]", overlay["1"]["list"]).append(2)
    assert overlay["2"] == {"n": 2}
    assert below == _below()
    assert _change(overlay) == Change(set={"t": {"1": {"n": 1, "list": [1, 2]}}})


@pytest.mark.parametrize(("old", "new"), [(1, True), (True, 1), (1, 1.0), (0, False), (0.0, -0.0)])
def test_a_value_that_only_python_takes_for_the_same_is_set(old: object, new: object) -> None:
    overlay = Overlay({"1": {"v": old}})  # type: ignore[dict-item]  # any JSON value
    overlay["1"]["v"] = new  # type: ignore[assignment]  # any JSON value
    assert repr(_change(overlay).set["t"]["1"]["v"]) == repr(new)


def test_a_value_that_json_cannot_hold_is_refused_also_where_it_replaces_nothing() -> None:
    overlay = Overlay({"1": {"v": None}})
    overlay["1"]["v"] = float("nan")
    with pytest.raises(ValueError, match="exactly"):
        _change(overlay)


def test_clearing_keeps_the_table_and_dropping_does_not() -> None:
    cleared, dropped = Overlay(_below()), Overlay(_below())
    cleared.clear()
    dropped.drop()
    assert _change(cleared) == Change(drop=["t"], set={"t": {}})
    assert _change(dropped) == Change(drop=["t"])
    dropped["9"] = {"n": 9}
    assert list(dropped) == ["9"]
    assert _change(dropped) == Change(drop=["t"], set={"t": {"9": {"n": 9}}})


def test_what_was_deleted_is_gone_until_it_is_set_again() -> None:
    overlay = Overlay(_below())
    del overlay["1"]
    for action in (lambda: overlay["1"], lambda: overlay.__delitem__("1"), lambda: overlay.seen()["1"]):
        with pytest.raises(KeyError):
            action()
    overlay["1"] = {"n": 11}
    assert _change(overlay) == Change(set={"t": {"1": {"n": 11}}})


def test_blocks_within_blocks_see_and_hand_on_what_they_do() -> None:
    tables = {"t": _below()}
    outer = Block(None, tables)
    outer.overlay("t")["4"] = {"n": 4}
    inner = Block(outer, tables)
    inner.overlay("t")["4"]["n"] = 44
    del inner.overlay("t")["1"]
    inner.overlay("u")["1"] = {"new": True}
    assert outer.table("t")["4"] == {"n": 4}
    assert inner.names() == ["t", "u"]
    inner.pour()
    assert tables == {"t": _below()}
    expected = Change(delete={"t": ["1"]}, set={"t": {"4": {"n": 44}}, "u": {"1": {"new": True}}})
    assert outer.change() == expected
    assert merged(tables, expected)["u"] == {"1": {"new": True}}
    assert tables == {"t": _below()}


def test_a_table_that_an_inner_block_drops_is_dropped_from_the_outer() -> None:
    outer = Block(None, {"t": _below()})
    outer.overlay("t")["4"] = {"n": 4}
    inner = Block(outer, {"t": _below()})
    inner.overlay("t").drop()
    assert inner.names() == []
    inner.pour()
    assert outer.change() == Change(drop=["t"])

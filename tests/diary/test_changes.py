"""A change says what was done, and whether anything was."""

from __future__ import annotations

import pytest

from heartwork.diary import Change


def test_a_change_is_true_where_something_was_touched() -> None:
    assert Change("kept", ("a",), {"entries": {"a": None}})
    assert not Change("kept", ("a",))


def test_the_first_id_is_the_main_one() -> None:
    assert Change("trashed", ("a", "b")).id == "a"
    with pytest.raises(IndexError):
        _ = Change("trashed").id


def test_a_change_does_not_tell_what_was_written_before() -> None:
    assert "secret" not in repr(Change("kept", ("a",), {"entries": {"a": {"body": "secret"}}}))

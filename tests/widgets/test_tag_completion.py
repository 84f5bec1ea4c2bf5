"""What is offered for the tag that is being written, and what one key writes in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.labels import tags_in
from heartwork.widgets.tag_completion import OFFERED, Offer, offered, taken

KNOWN = ["night", "lake", "nightshift", "nightmare"]


def pressed(line: str, column: int, times: int, known: list[str] | None = None) -> tuple[str, int]:
    """Return line and cursor after the key was pressed so often."""
    offer: Offer | None = None
    for _ in range(times):
        offer = offered(line, column, known or KNOWN, offer)
        assert offer is not None
        next_tag, behind = offer.next, column - offer.end
        line = line[: offer.start] + next_tag + line[offer.end :]
        offer = taken(offer)
        column = offer.end + behind
    return line, column


def test_known_tags_that_go_on_are_offered_the_most_used_first() -> None:
    offer = offered("at #ni", 6, KNOWN)
    assert offer == Offer(4, 6, ("night", "nightshift", "nightmare"))
    assert not offer.likeness


def test_the_sign_alone_offers_the_most_used() -> None:
    offer = offered("#", 1, [f"tag{n}" for n in range(9)])
    assert offer is not None
    assert len(offer.tags) == OFFERED


@pytest.mark.parametrize(
    ("times", "line"),
    [(1, "#night here"), (2, "#nightshift here"), (3, "#nightmare here"), (4, "#night here")],
)
def test_the_key_writes_the_first_and_pressed_again_the_next(times: int, line: str) -> None:
    assert pressed("#ni here", 3, times)[0] == line


@pytest.mark.parametrize("line", ["", "night", "at night", "# ", "word#ni"])
def test_where_no_tag_is_written_nothing_is_offered(line: str) -> None:
    assert offered(line, len(line), KNOWN) is None


def test_what_is_nearly_known_is_pointed_out_also_right_behind_it() -> None:
    for line in ("#nights", "#nights ", "#nights,"):
        offer = offered(line, len(line), ["night"])
        assert offer == Offer(1, 7, ("night",), likeness=True)
    assert offered("#nights a", 9, ["night"]) is None
    assert pressed("#nights ", 8, 1, ["night"]) == ("#night ", 7)


def test_a_known_tag_is_not_called_a_slip() -> None:
    assert offered("#nights", 7, ["night", "nights"]) is None
    assert offered("#Night", 6, ["night"]) is None


def test_another_key_ends_what_was_offered() -> None:
    offer = offered("#ni", 3, KNOWN)
    assert offer is not None
    after = taken(offer)
    assert offered("#night", 6, KNOWN, after) == after
    assert offered("#nightx", 7, KNOWN, after) != after
    assert offered("#night", 3, KNOWN, after) != after


@given(
    st.text("#nights -_a", max_size=12),
    st.lists(st.sampled_from(["night", "sight", "a", "ant"]), unique=True),
)
def test_whatever_is_offered_is_known_and_stands_as_a_tag_once_it_is_written(
    line: str, known: list[str]
) -> None:
    offer = offered(line, len(line), known)
    if offer is not None:
        assert set(offer.tags) <= set(known)
        assert line[offer.start - 1] == "#"
        assert offer.next in tags_in(line[: offer.start] + offer.next + line[offer.end :])

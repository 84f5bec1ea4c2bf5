"""Words hang behind their mark, however they fold, and are read through the veil of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from heartwork.diary.mentions import whole_words
from heartwork.model.veil import Veil
from heartwork.widgets.hung import Hung
from heartwork.widgets.veil import look_through, no_veil
from tests.screens.stage import drawn
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def unveiled() -> Iterator[None]:
    yield
    look_through(no_veil)


@pytest.mark.usefixtures("unveiled")
async def test_further_rows_stand_below_the_words_and_names_go_behind_a_veil_that_comes_later() -> None:
    said = "a lamp that [b]Anna[/b] gave, and 電球 too"
    options = OptionList(Hung("[ ]", said))
    options.styles.border = ("none", "black")
    async with Host(options).run_test(size=(24, 8)) as pilot:
        rows = [line.rstrip() for line in drawn(pilot).split("\n") if line.strip()]
        assert rows[0].strip().startswith("[ ] a lamp that")
        start = rows[0].index("a lamp")
        assert len(rows) > 1
        assert all(row[:start].strip() == "" and row[start] != " " for row in rows[1:])
        assert "".join(row[start:] for row in rows).replace(" ", "") == said.replace(" ", "")
        look_through(lambda: Veil({"anna": "A."}, whole_words))
        options.replace_option_prompt_at_index(0, options.get_option_at_index(0).prompt)
        await pilot.pause()
        assert "Anna" not in drawn(pilot)
        assert "A." in drawn(pilot)

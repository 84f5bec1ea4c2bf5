"""`heartwork sources` says of each row what it asks and where it lives, with the diary closed."""

from __future__ import annotations

import json

from heartwork.content.sources import source_words
from heartwork.screens.sourced import homes
from tests.cli.shell import heartwork


def test_each_row_is_said_with_its_homes_without_a_diary() -> None:
    told = heartwork("sources")
    assert told.code == 0
    assert told.err == ""
    assert max(map(len, told.out.splitlines())) <= 78
    unfolded = " ".join(told.out.split())
    for row in source_words().rows:
        assert " ".join([row.row, row.asks, *(f"- {home}" for home in homes()[row.row])]) in unfolded


def test_as_json_a_row_has_what_it_asks_and_a_list_of_homes() -> None:
    rows = json.loads(heartwork("sources", "--json").out)
    assert [row["row"] for row in rows] == [row.row for row in source_words().rows]
    assert rows[0] == {"row": "A1", "asks": source_words().rows[0].asks, "homes": homes()["A1"]}

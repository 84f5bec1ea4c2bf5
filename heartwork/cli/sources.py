"""`sources`: what heartwork is built on, and where in it each of these things lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.content.sources import SourceRow

_WIDTH = 78
_INDENT = " " * 5


@click.command(short_help="What heartwork is built on, and where each part lives.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with row, asks and homes of each.")
def sources(*, as_json: bool) -> None:
    """List what the sources of heartwork ask of somebody, and where in heartwork each part lives.

    The diary stays closed.
    """
    from heartwork.cli.saying import say, say_json_rows
    from heartwork.content.sources import source_words
    from heartwork.screens.sourced import homes

    words, living = source_words(), homes()
    if as_json:
        say_json_rows({"row": row.row, "asks": row.asks, "homes": living[row.row]} for row in words.rows)
        return
    for place, part in enumerate(words.parts):
        say(f"{chr(10) if place else ''}{part.letter}. {part.name}\n")
        for row in part.rows:
            for line in _lines(row, living[row.row]):
                say(line)


def _lines(row: SourceRow, living: list[str]) -> Iterator[str]:
    import textwrap

    yield textwrap.fill(row.asks, _WIDTH, initial_indent=f"{row.row:5}", subsequent_indent=_INDENT)
    for home in living:
        yield textwrap.fill(f"- {home}", _WIDTH, initial_indent=_INDENT, subsequent_indent=f"{_INDENT}  ")

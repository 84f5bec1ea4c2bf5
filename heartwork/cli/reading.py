"""`list` and `show`: what is in the diary."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from datetime import date

    from heartwork.cli.choices import Choices


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Return an ISO date."""
    from datetime import date

    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day such as 2026-03-01") from None


@click.command(name="list")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything of each entry.")
@click.option("--from", "since", callback=_day, metavar="DAY", help="From this day on, such as 2026-03-01.")
@click.option("--to", "until", callback=_day, metavar="DAY", help="Up to and with this day.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="With this tag; given twice: with both.")
@click.option(
    "--mood", "moods", multiple=True, type=click.IntRange(1, 5), help="With this mood, or one of these."
)
@click.option("--find", default="", metavar="WORDS", help="With all of these words, anywhere in it.")
@click.option("-n", "--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@click.pass_obj
def list_entries(
    chosen: Choices,
    *,
    as_json: bool,
    since: date | None,
    until: date | None,
    tags: tuple[str, ...],
    moods: tuple[int, ...],
    find: str,
    limit: int | None,
) -> None:
    """List entries, the newest first, one line each."""
    from heartwork.cli.looked_for import looked_for
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import record, row
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.content.commands import command_words

    with reading(chosen) as diary:
        found = diary.entries(looked_for(find, since=since, until=until, tags=tags, moods=moods))
        entries = islice(found, limit)
        if as_json:
            say_json_rows(record(entry) for entry in entries)
            return
        any_at_all = False
        for entry in entries:
            any_at_all = True
            say(row(entry))
        if not any_at_all:
            tell(command_words().listing.none)


@click.command()
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def show(chosen: Choices, id: str, *, as_json: bool) -> None:  # noqa: A002 - the name in its usage
    """Show one entry, by its id or by the first 8 or more characters of it."""
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import page, record
    from heartwork.cli.saying import say, say_json, shown

    with reading(chosen, id=shown(id)) as diary:
        entry = diary.entry(id)
        if as_json:
            say_json(record(entry))
        else:
            say(page(entry))

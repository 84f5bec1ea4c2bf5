"""`list`, `show` and `tags`: what is in the diary."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from heartwork.cli.choices import opens_a_diary
from heartwork.cli.looked_for import Asked, looks_for_entries

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices


@click.command(name="list")
@opens_a_diary
@looks_for_entries
@click.option("--json", "as_json", is_flag=True, help="One JSON array, with everything of each entry.")
@click.option("-n", "--limit", type=click.IntRange(min=0), metavar="N", help="At most this many.")
@click.pass_obj
def list_entries(chosen: Choices, /, *, as_json: bool, limit: int | None, **asked: Any) -> None:  # noqa: ANN401 - the fields of Asked
    """List entries, the newest first, one line each.

    What is put away is listed by --find is:away alone, and what is in the trash by --trash.
    """
    from heartwork.cli.days import today
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import Looks, record, row
    from heartwork.cli.saying import say, say_json_rows, tell
    from heartwork.cli.seen import letter_of, seen
    from heartwork.content.commands import command_words

    wanted = Asked(**asked)
    wanted.query(today())
    with reading(chosen) as diary:
        looks = Looks.of(diary)
        entries = islice(diary.entries(wanted.query(looks.today)), limit)
        if as_json:
            say_json_rows(record(seen(diary, entry), letter_of(diary, entry)) for entry in entries)
            return
        any_at_all = False
        for entry in entries:
            any_at_all = True
            say(row(seen(diary, entry, named=True), looks))
        if not any_at_all:
            tell(command_words().listing.none)


@click.command(short_help="Show one entry.")
@opens_a_diary
@click.argument("id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--away", is_flag=True, help="Show it even where it is put away.")
@click.pass_obj
def show(chosen: Choices, id: str, *, as_json: bool, away: bool) -> None:  # noqa: A002 - the name in its usage
    """Show one entry, by its id or by the first 8 or more characters of it."""
    from heartwork.cli.opening import one, reading
    from heartwork.cli.rows import Looks, page, record
    from heartwork.cli.saying import say, say_json
    from heartwork.cli.seen import letter_of, seen
    from heartwork.cli.troubles import unable
    from heartwork.diary.review_told import care_told

    with reading(chosen) as diary:
        entry = one(chosen, diary, id)
        if entry.away is not None and not away:
            raise unable("PutAway")
        letter = letter_of(diary, entry)
        if as_json:
            say_json(record(seen(diary, entry), letter))
        else:
            care = care_told(diary, entry.care) if entry.care else ""
            say(page(seen(diary, entry, named=True), Looks.of(diary), letter, care))


@click.command(short_help="List the tags, and how many entries have each.")
@opens_a_diary
@click.option("--json", "as_json", is_flag=True, help="One JSON object: each tag and how often it is used.")
@click.pass_obj
def tags(chosen: Choices, *, as_json: bool) -> None:
    """List the tags, each with how many entries have it, the one used most first."""
    from heartwork.cli.opening import reading
    from heartwork.cli.rows import beginning
    from heartwork.cli.saying import say, say_json, tell
    from heartwork.content.commands import command_words

    with reading(chosen) as diary:
        counted = diary.tags()
        if as_json:
            say_json(counted)
            return
        width = max((len(f"{count:,}") for count in counted.values()), default=0)
        for tag, count in counted.items():
            say(f"{count:>{width},}  #{beginning(tag)}")
        if not counted:
            tell(command_words().listing.no_tags)

"""What `list` looks for: its options, and the one grammar behind `--find`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from heartwork.cli.days import a_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from heartwork.model.entry import Kind
    from heartwork.model.sought import Query

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--find",
        default="",
        metavar="WORDS",
        help='With all of these: words, "phrases", -without, tag:home, mood:<3, kind:letter, from:monday, '
        "is:starred and more, as with / in the app.",
    ),
    click.option(
        "--from", "since", callback=a_day, metavar="DAY", help="From this day on: 2026-03-01, monday."
    ),
    click.option("--to", "until", callback=a_day, metavar="DAY", help="Up to and including this day."),
    click.option(
        "--tag", "tags", multiple=True, metavar="TAG", help="With this tag; given twice: with both."
    ),
    click.option(
        "--mood",
        "moods",
        multiple=True,
        type=click.IntRange(1, 5),
        metavar="1-5",
        help="With this mood; given twice: with either.",
    ),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        metavar="KIND",
        help="note, check-in, review, letter, practice or sitting; given twice: either.",
    ),
    click.option("--starred", is_flag=True, help="With a star."),
    click.option("--trash", is_flag=True, help="What is in the trash."),
)


def looks_for_entries(command: Decorated) -> Decorated:
    """Give a command the options that say which entries are looked for, the fields of `Asked`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a list, days as they were typed."""

    find: str
    since: str | None
    until: str | None
    tags: tuple[str, ...]
    moods: tuple[int, ...]
    kinds: tuple[str, ...]
    starred: bool
    trash: bool

    def query(self, today: date) -> Query:
        """Return all of it as one query, days seen from `today`; raises click.BadParameter."""
        from heartwork.cli.days import day
        from heartwork.model.query import UnclearQuery, parse_query
        from heartwork.model.sought import Query, Where, label

        try:
            said = parse_query(self.find, today)
        except UnclearQuery as unclear:
            raise click.BadParameter(str(unclear), param_hint="--find") from None
        options = Query(
            since=day(self.since, today) if self.since is not None else None,
            until=day(self.until, today) if self.until is not None else None,
            labels=tuple(label("tag", tag) for tag in self.tags),
            moods=frozenset(self.moods) or None,
            kinds=frozenset(map(_kind, self.kinds)) or None,
            starred=self.starred or None,
            where=Where.TRASHED if self.trash else Where.SHOWN,
        )
        return said.also(options)


def _kind(said: str) -> Kind:
    from heartwork.model.entry import Kind

    try:
        return Kind(said.strip().casefold())
    except ValueError:
        raise click.BadParameter(f"a kind is one of {', '.join(Kind)}", param_hint="--kind") from None

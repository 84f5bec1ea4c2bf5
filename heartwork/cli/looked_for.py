"""What `list` looks for: its options, and the one grammar behind `--find`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datetime import date

    from heartwork.model.sought import Query


def looked_for(
    find: str, *, since: date | None, until: date | None, tags: tuple[str, ...], moods: tuple[int, ...]
) -> Query:
    """Return the options as one query; raises click.BadParameter for words that are not understood."""
    from datetime import UTC, datetime

    from heartwork.diary.here import local_zone
    from heartwork.model.days import logical_day
    from heartwork.model.query import UnclearQuery, parse_query
    from heartwork.model.sought import Query, label

    try:
        said = parse_query(find, logical_day(datetime.now(UTC), local_zone()))
    except UnclearQuery as unclear:
        raise click.BadParameter(str(unclear), param_hint="--find") from None
    labels = tuple(label("tag", tag) for tag in tags)
    return said.also(Query(since=since, until=until, labels=labels, moods=frozenset(moods) or None))

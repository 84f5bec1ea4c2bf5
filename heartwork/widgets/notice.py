"""What a room without anything in it says: a few lines in the middle."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len

from heartwork.widgets.cells import spread
from heartwork.widgets.folded_text import rows_of
from heartwork.widgets.plain import plain
from heartwork.widgets.veil import veiled

_WIDEST = 60


def notice(words: str, width: int, height: int) -> tuple[str, ...]:
    """Return `words` folded and centred as lines of an area, a little above its middle."""
    return _notice(veiled(words), width, height)


@lru_cache(maxsize=8)
def _notice(words: str, width: int, height: int) -> tuple[str, ...]:
    if not words or width <= 0:
        return ()
    lines = map(spread, plain(words).plain.split("\n"))
    folded = [row for line in lines for row in rows_of(line, min(width, _WIDEST))]
    above = max((height - len(folded)) // 3, 0)
    return ("",) * above + tuple(" " * max((width - cell_len(row)) // 2, 0) + row for row in folded)

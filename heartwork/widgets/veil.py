"""The veil that lies over every person's words on the screen, while somebody else could read along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.model.veil import Veil


def no_veil() -> Veil | None:
    """Return no veil."""
    return None


_source: list[Callable[[], Veil | None]] = [no_veil]


def look_through(source: Callable[[], Veil | None]) -> None:
    """Draw every person's words from now on through the veil that `source` returns, if it returns one."""
    _source[0] = source


def veil() -> Veil | None:
    """Return the veil that lies over everything now, if one does."""
    return _source[0]()


def veiled(text: str) -> str:
    """Return a text as it may be read now."""
    over = _source[0]()
    return text if over is None else over.over(text)

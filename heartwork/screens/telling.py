"""What to tell of a trouble: the facts its words may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import why

if TYPE_CHECKING:
    from pathlib import Path


def reason(error: BaseException) -> str:
    """Return why the system refused, in plain words fit to stand inside a sentence."""
    cause = error if isinstance(error, OSError) else error.__cause__
    return why(cause if isinstance(cause, OSError) else OSError())


def facts(error: BaseException, path: Path | None) -> dict[str, object]:
    """Return the facts that the words for an error may name."""
    report = getattr(error, "report", None)
    return {"path": path or "", "why": reason(error), "read": report.entries if report is not None else 0}

"""heartwork with one part made to raise: `FORCED=stage python -m tests.journeys.forced --file PATH`."""

from __future__ import annotations

from heartwork import hardening

hardening.harden()

import asyncio  # noqa: E402 - hardening comes before everything
import os  # noqa: E402 - as above
import sys  # noqa: E402 - as above
from typing import TYPE_CHECKING, Any  # noqa: E402 - as above

from textual.screen import Screen  # noqa: E402 - as above

from heartwork.cli.program import run  # noqa: E402 - as above
from heartwork.diary import Diary  # noqa: E402 - as above
from heartwork.screens.writing import WritingScreen  # noqa: E402 - as above
from heartwork.widgets.writing_area import WritingArea  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "kestrel" + "secret5150"
broken: set[str] = set()


def blow(*quoted: object) -> None:
    """Raise an error that quotes a secret, and what it was given, in message and variables."""
    held = f"{SECRET} {quoted}"
    raise ValueError(held)


class Breaking(Screen[None]):
    """A page that raises while it is mounted."""

    def on_mount(self) -> None:
        blow(self.app)


async def _worker(page: WritingScreen) -> None:
    blow(page.area.text)


async def _in_thread(page: WritingScreen) -> None:
    await asyncio.to_thread(blow, page.area.text)


def _break_render(page: WritingScreen) -> None:
    broken.add("render")
    page.area.refresh()


ON_F2: dict[str, Callable[[WritingScreen], Any]] = {
    "handler": lambda page: blow(page.area.text),
    "worker": lambda page: page.run_worker(_worker(page)),
    "thread": lambda page: page.run_worker(_in_thread(page)),
    "render": _break_render,
    "mount": lambda page: page.app.push_screen(Breaking()),
    "timer": lambda page: page.set_timer(0.01, lambda: blow(page.area.text)),
}


def force(stage: str) -> None:
    """Make one part raise: on f2 in the editor, at the next save of a draft, or when the diary is opened."""
    draw, save = WritingArea.render_line, Diary.keep_draft

    def render_line(area: WritingArea, y: int) -> Any:
        return blow(area.text) if "render" in broken else draw(area, y)

    def keep_draft(diary: Diary, draft: Any, **settings: Any) -> str:
        if "writer" not in broken:
            broken.add("writer")
            blow(draft)
        return save(diary, draft, **settings)

    if stage in ON_F2:
        WritingScreen.action_mood = ON_F2[stage]  # type: ignore[method-assign,assignment]  # it is forced
        WritingArea.render_line = render_line  # type: ignore[method-assign,assignment]  # as above
    elif stage == "writer":
        Diary.keep_draft = keep_draft  # type: ignore[method-assign,assignment]  # as above
    elif stage == "unlock":
        Diary.open = classmethod(lambda _, *given, **settings: blow(given))  # type: ignore[assignment, method-assign]  # as above


if __name__ == "__main__":
    force(os.environ["FORCED"])
    sys.exit(run())

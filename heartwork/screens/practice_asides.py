"""What stands beside a practice while it is gone through: what was said last time, and a message read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from heartwork.content.message_check_words import message_check_words
from heartwork.content.practice_words import practice_words
from heartwork.insights.message_check import check
from heartwork.model.course_text import answer_text
from heartwork.screens.dialog import Dialog
from heartwork.screens.message_check import told
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.course import Answer, Course
    from heartwork.model.practice import PracticeStep


class Aside(Dialog[None]):
    """Something to read; enter, escape and the key that opened it close it."""

    DEFAULT_CSS = """
    Aside {
        & > VerticalScroll { width: 84; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f3,f4", "leave", "Back", id="practice_aside.back", tooltip="Back to the step"),
        *(
            Binding(key, f"scroll({by})", show=False, id=f"practice_aside.{key}", tooltip=f"Scroll {way}")
            for key, by, way in (
                ("down", 1, "down"),
                ("up", -1, "up"),
                ("pagedown", 8, "a page down"),
                ("pageup", -8, "a page up"),
            )
        ),
    ]
    box = getters.query_one(VerticalScroll)

    def __init__(self, title: str, said: Content) -> None:
        """Show what is `said` under a title."""
        super().__init__()
        self._title = title
        self._said = said

    def compose_dialog(self) -> ComposeResult:
        """Compose the title and the words."""
        yield Static(plain(self._title), classes="title")
        yield Static(self._said)

    def action_scroll(self, by: int) -> None:
        """Scroll what there is to read by so many rows."""
        self.box.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Go back to the step."""
        self.dismiss(None)


def last_time(step: PracticeStep, before: Course | None, day: str) -> Aside:
    """Return what was said at a step when the practice was ended last, on a `day`; empty where it never was.

    What was said may be out of sight: `before` is None then.
    """
    words = practice_words().last
    if before is None:
        return Aside(words.away if day else words.never, plain(""))
    said = before.said(step)
    return Aside(
        words.title.format(day=day), plain(words.nothing) if said is None else _said_then(step, said)
    )


def _said_then(step: PracticeStep, said: Answer) -> Content:
    """Return what was said at a step, to be read."""
    if step.kind == "columns" and isinstance(said, list):
        sides = zip(step.heads, map(_lines, said), strict=False)
        return Content("\n\n").join(
            plain(head).stylize("bold") + plain(lines) for head, lines in sides if lines
        )
    return plain(str(said) if step.kind == "letter" else answer_text(step, said))


def _lines(side: object) -> str:
    """Return the lines of one column, each on a row of its own."""
    return "".join(f"\n- {line}" for line in side) if isinstance(side, list) else ""


def message_read(text: str) -> Aside:
    """Return what stands out in a message before it is sent."""
    words, findings = practice_words().message, check(text, message_check_words().rules)
    nothing = words.nothing if text.strip() else words.empty
    return Aside(words.title, told(findings) if findings else plain(nothing))

"""The field of a step of a practice: what is typed, chosen or done there, by the kind of the step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from heartwork.content.practice_words import practice_words
from heartwork.model.listed import listed
from heartwork.widgets.plain import plain
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from heartwork.model.breath import Pace
    from heartwork.model.practice import PracticeStep


@dataclass(frozen=True, slots=True)
class StepLooks:
    """How the fields of steps look and breathe; `day_said` returns the words for a day that is typed."""

    pace: Pace
    moving: bool = False
    ascii_only: bool = False
    day_said: Callable[[str], str] = str


class PracticeField(Vertical):
    """The field of one step; it tells of changes, and of the wish to go on."""

    DEFAULT_CSS = """
    PracticeField {
        height: auto;
        & Static { height: auto; }
        & .hint { color: $text-muted; }
        & WritingArea { height: 1fr; background: $surface; }
        &.-open { height: 1fr; }
    }
    """
    OPEN: ClassVar[bool] = False
    """Whether it takes all the room that there is."""

    @dataclass
    class Changed(Message):
        """What is said at the step has changed."""

        field: PracticeField

    @dataclass
    class Accepted(Message):
        """The person is done here."""

        field: PracticeField

    def __init__(self, step: PracticeStep, said: object, looks: StepLooks) -> None:
        """Show what was `said` at a step so far; None for nothing."""
        super().__init__(classes="-open" if self.OPEN else "")
        self.step = step
        self.said = said
        self.looks = looks

    def compose(self) -> ComposeResult:
        """Compose the field, and a hint below it."""
        yield from self.compose_field()
        if hint := self.hint:
            yield Static(plain(hint.replace("·", "-") if self.looks.ascii_only else hint), classes="hint")

    def compose_field(self) -> ComposeResult:
        """Compose the field itself; to be overridden."""
        return iter(())

    @property
    def hint(self) -> str:
        """What is said below the field."""
        return practice_words().step.hint(self.step.kind)

    @property
    def answer(self) -> object:
        """What is said now; None for nothing."""
        return None

    @property
    def first(self) -> Widget | None:
        """What takes the focus first; None where nothing does."""
        return None

    def fit(self, rows: int) -> None:
        """Take no more than so many rows; to be overridden where it could need more."""

    def changed(self) -> None:
        """Tell that what is said has changed."""
        self.post_message(self.Changed(self))

    def accepted(self) -> None:
        """Tell that the person is done here."""
        self.post_message(self.Accepted(self))


class TextStep(PracticeField):
    """A text, of as many lines as one likes."""

    OPEN = True

    def compose_field(self) -> ComposeResult:
        """Compose the area."""
        yield WritingArea(self._text(), placeholder=self.step.hint)

    def _text(self) -> str:
        return self.said if isinstance(self.said, str) else ""

    def on_mount(self) -> None:
        """Put the cursor behind what was said."""
        self.area.action_text_end()

    @property
    def area(self) -> WritingArea:
        """The area that is written in."""
        return self.query_one(WritingArea)

    @property
    def first(self) -> Widget:
        """The area."""
        return self.area

    @property
    def answer(self) -> object:
        """The text; None where it has no word."""
        return self.area.text if self.area.text.strip() else None

    @on(WritingArea.Edited)
    def _edited(self, event: WritingArea.Edited) -> None:
        event.stop()
        self.changed()


class LinesStep(TextStep):
    """Some lines, each a thing of its own; what is pasted loses its bullets."""

    def _text(self) -> str:
        return "\n".join(map(str, self.said)) if isinstance(self.said, list) else ""

    @property
    def answer(self) -> object:
        """The lines; None where there are none."""
        return [line for _, line in listed(self.area.text)] or None


class ColumnsStep(PracticeField):
    """Two columns side by side, one line for each thing."""

    OPEN = True
    DEFAULT_CSS = """
    ColumnsStep {
        & > Horizontal { height: 1fr; }
        & > Horizontal > Vertical { width: 1fr; height: 1fr; margin-right: 2; }
        & .head { text-style: bold; padding: 0 1; }
    }
    """

    def compose_field(self) -> ComposeResult:
        """Compose two areas under their heads."""
        sides = self.said if isinstance(self.said, list) else [[], []]
        with Horizontal():
            for head, lines in zip(self.step.heads, sides, strict=True):
                with Vertical():
                    yield Static(plain(head), classes="head")
                    yield WritingArea("\n".join(map(str, lines)))

    def on_mount(self) -> None:
        """Put the cursors behind what was said."""
        for area in self.query(WritingArea):
            area.action_text_end()

    @property
    def first(self) -> Widget:
        """The left area."""
        return self.query(WritingArea).first()

    @property
    def answer(self) -> object:
        """The lines of both sides; None where there are none."""
        sides = [[line for _, line in listed(area.text)] for area in self.query(WritingArea)]
        return sides if any(sides) else None

    @on(WritingArea.Edited)
    def _edited(self, event: WritingArea.Edited) -> None:
        event.stop()
        self.changed()

"""The field of a step of a practice: what is typed, chosen or done there, by the kind of the step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from heartwork.content.practice_words import practice_words
from heartwork.model.listed import listed
from heartwork.widgets.breath import Breath
from heartwork.widgets.line_field import LineField
from heartwork.widgets.number_scale import NumberScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from heartwork.model.breath import Pace
    from heartwork.model.practice import PracticeStep

MOST_WAYS = 9


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


class ScaleStep(PracticeField):
    """A number, with a word for each end."""

    def compose_field(self) -> ComposeResult:
        """Compose the scale."""
        yield NumberScale(self.step.low, self.step.high, self.said if type(self.said) is int else None)

    @property
    def hint(self) -> str:
        """The words for both ends."""
        step = self.step
        low, high = step.ends
        return practice_words().step.scale.format(low=step.low, lowest=low, high=step.high, highest=high)

    @property
    def first(self) -> Widget:
        """The scale."""
        return self.query_one(NumberScale)

    @property
    def answer(self) -> object:
        """The number; None where it is open."""
        return self.query_one(NumberScale).value

    @on(NumberScale.Chosen)
    def _chosen(self, event: NumberScale.Chosen) -> None:
        event.stop()
        self.changed()

    @on(Scale.Accepted)
    def _accepted(self, event: Scale.Accepted) -> None:
        event.stop()
        self.accepted()


class DateStep(PracticeField):
    """A day, typed as people say it; below stands what was understood."""

    def compose_field(self) -> ComposeResult:
        """Compose the line, and what was understood."""
        yield LineField(str(self.said or ""), compact=True, select_on_focus=False)
        yield Static(plain(self._understood(str(self.said or ""))), classes="understood")

    def _understood(self, said: str) -> str:
        return self.looks.day_said(said) if said.strip() else ""

    @property
    def first(self) -> Widget:
        """The line."""
        return self.query_one(LineField)

    @property
    def answer(self) -> object:
        """What is typed; None for nothing."""
        return self.query_one(LineField).value.strip() or None

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(".understood", Static).update(plain(self._understood(event.value)))
        self.changed()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.accepted()


class BreatheStep(PracticeField):
    """A pace to breathe to; it never goes on by itself."""

    DEFAULT_CSS = """
    BreatheStep { & Breath { margin: 1 0; text-align: left; } }
    """

    def compose_field(self) -> ComposeResult:
        """Compose the breath."""
        yield Breath(self.looks.pace, moving=self.looks.moving, ascii_only=self.looks.ascii_only)

    def on_mount(self) -> None:
        """Say it when the time is over."""
        self.set_timer(self.step.seconds, self._over)

    def _over(self) -> None:
        words = practice_words().step.breathed.format(seconds=self.step.seconds)
        self.query_one(".hint", Static).update(plain(words))

    @property
    def hint(self) -> str:
        """That it goes on when the person does."""
        return practice_words().step.breathe

    @property
    def answer(self) -> object:
        """That it was done."""
        return True


class Ways(OptionList):
    """Answers below one another, chosen by arrows and enter or by a digit; a long one folds."""

    DEFAULT_CSS = """
    Ways, Ways:focus { height: auto; max-height: 100%; border: none; padding: 0; background: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(n), f"choose({n - 1})", show=False, id=f"ways.{n}", tooltip=f"Choose answer {n}")
        for n in range(1, MOST_WAYS + 1)
    ]

    def __init__(self, answers: Sequence[str], *, chosen: int | None = None) -> None:
        """Offer some answers, with the cursor on the one that was chosen before."""
        super().__init__(*(numbered(n, said) for n, said in enumerate(answers, 1)))
        self.begin_at = chosen or 0

    def on_mount(self) -> None:
        """Put the cursor where it begins."""
        self.highlighted = self.begin_at

    def action_choose(self, index: int) -> None:
        """Choose the answer at `index`, if there is one."""
        if index < self.option_count:
            self.highlighted = index
            self.action_select()


def numbered(number: int, said: str) -> Content:
    """Return an answer with its number before it."""
    return plain(f"{number}  {said}")


class ChooseStep(PracticeField):
    """One of a few answers."""

    chosen: int | None = None

    def compose_field(self) -> ComposeResult:
        """Compose the answers."""
        self.chosen = self.said if type(self.said) is int else None
        yield Ways([way.says for way in self.step.ways], chosen=self.chosen)

    @property
    def first(self) -> Widget:
        """The answers."""
        return self.query_one(Ways)

    @property
    def answer(self) -> object:
        """Which answer was chosen; None for none."""
        return self.chosen

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.chosen = event.option_index
        self.changed()
        self.accepted()


class GoOn(Static, can_focus=True):
    """What leads on from a step; enter or a click does it."""

    DEFAULT_CSS = """
    GoOn {
        width: auto;
        height: 1;
        padding: 0 2;
        color: $text-muted;
        &:focus { color: $primary; background: $boost; text-style: bold; }
    }
    """

    @dataclass
    class Pressed(Message):
        """The person wants to go on."""

        control: GoOn

    def on_click(self) -> None:
        """Go on."""
        self.post_message(self.Pressed(self))

"""The fields of steps where something is chosen, named or done, and not written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input, OptionList, Static

from heartwork.content.practice_words import practice_words
from heartwork.widgets.breath import Breath
from heartwork.widgets.hung import Hung
from heartwork.widgets.line_field import LineField
from heartwork.widgets.number_scale import NumberScale
from heartwork.widgets.plain import plain
from heartwork.widgets.practice_step import PracticeField
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

MOST_WAYS = 9


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


class DayField(LineField):
    """A line for a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go on", id="day_field.accept", tooltip="On to the next step"),
    ]


class DateStep(PracticeField):
    """A day, typed as people say it; below stands what was understood."""

    def compose_field(self) -> ComposeResult:
        """Compose the line, and what was understood."""
        said = str(self.said or "")
        yield DayField(said, placeholder=self.step.hint, compact=True, select_on_focus=False)
        yield Static(plain(self._understood(said)), classes="understood")

    def _understood(self, said: str) -> str:
        return self.looks.day_said(said) if said.strip() else ""

    @property
    def first(self) -> Widget:
        """The line."""
        return self.query_one(DayField)

    @property
    def answer(self) -> object:
        """What is typed; None for nothing."""
        return self.query_one(DayField).value.strip() or None

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
        Binding("enter", "select", "Choose", id="ways.choose", tooltip="Choose this answer, and go on"),
        *(
            Binding(str(n), f"choose({n - 1})", show=False, id=f"ways.{n}", tooltip=f"Choose answer {n}")
            for n in range(1, MOST_WAYS + 1)
        ),
    ]

    def __init__(self, answers: Sequence[str], *, chosen: int | None = 0) -> None:
        """Offer some answers, with the cursor on the one that was chosen before, or on none."""
        super().__init__(*(Hung(f"{number} ", said) for number, said in enumerate(answers, 1)))
        self.begin_at = chosen

    def on_mount(self) -> None:
        """Put the cursor where it begins."""
        self.highlighted = self.begin_at

    def action_choose(self, index: int) -> None:
        """Choose the answer at `index`, if there is one."""
        if index < self.option_count:
            self.highlighted = index
            self.action_select()


class ChooseStep(PracticeField):
    """One of a few answers."""

    chosen: int | None = None

    def compose_field(self) -> ComposeResult:
        """Compose the answers."""
        self.chosen = self.said if type(self.said) is int else None
        at = None if self.step.needed else 0  # what is needed is chosen, and not hurried past
        yield Ways([way.says for way in self.step.ways], chosen=at if self.chosen is None else self.chosen)

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

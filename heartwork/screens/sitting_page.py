"""What is on the page of a sitting, step by step: one thing in the middle of an empty screen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.binding import Binding
from textual.containers import Center, Vertical
from textual.events import ScreenResume
from textual.widgets import OptionList, Static

from heartwork.content import help_for
from heartwork.content.sitting_words import sitting_words
from heartwork.model.breath import Pace
from heartwork.model.idle import Moment
from heartwork.screens.page import Page
from heartwork.widgets.breath import Breath
from heartwork.widgets.clock_face import ClockFace
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.sitting_record import SittingRecord

_CALM: Final = 0.5
"""Seconds from the appearance of a step until enter leads on from it: a burst of keys skips nothing."""

_ELSEWHERE: Final = "1,2,3,4,5,6,7,m,r,comma"


class Step(StrEnum):
    """What is on the page."""

    SETTLE = "settle"
    SIT = "sit"
    BACK = "back"
    GROUND = "ground"
    ACHE = "ache"
    LINE = "line"


class SittingPage(Page):
    """The parts of the page, and which of them a step shows."""

    HELP = help_for("sitting")
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    SittingPage {
        & > #sitting {
            width: 72;
            max-width: 96%;
            height: 1fr;
            align: center middle;
            & > * { display: none; }
            & > Static { width: 100%; height: auto; text-align: center; }
            & > #title { color: $primary; text-style: bold; margin-bottom: 1; }
            & > #said { margin-top: 1; }
            & > #hint { color: $text-muted; margin-top: 1; }
            & > #hint.-wrong { color: $warning; }
            & > Breath { margin-top: 1; }
            & > Center { margin-top: 1; }
            & OptionList { width: 34; }
            & AcheScale { width: 38; }
            & > LineField, & > LineField:focus { margin-top: 1; padding: 0 1; background: $surface; }
        }
        align: center middle;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_ELSEWHERE, "stay", show=False, id="sitting.stay", tooltip="Stay here"),
    ]
    face = getters.query_one(ClockFace)
    breath = getters.query_one(Breath)
    ways = getters.query_one(OptionList)
    ache = getters.query_one(AcheScale)
    word = getters.query_one(LineField)

    def __init__(
        self, diary: Diary, clock: Clock, steady: Callable[[], float], record: SittingRecord, step: Step
    ) -> None:
        """Show a sitting at one of its steps; `steady` counts seconds, and may stand still in sleep."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._steady = steady
        self.record = record
        self.step = step
        self._since = steady()

    @property
    def now(self) -> Moment:
        """The moment it is."""
        return Moment(self._clock(), self._steady())

    def compose_page(self) -> ComposeResult:
        """Compose every part; a step shows some of them."""
        settings, words = self._diary.settings, sitting_words().back
        plainly = settings.ascii_only
        pace = Pace(int(str(settings.value("breath_in"))), int(str(settings.value("breath_out"))))
        said = self.record.end_begun().fields
        ache, line = said.get("ache"), str(said.get("line") or "")
        with Vertical(id="sitting"):
            yield Static("", id="title", markup=False)
            yield ClockFace(str(settings.value("timer_look")), ascii_only=plainly)
            yield Breath(pace, moving=settings.motion, ascii_only=plainly, steady=self._steady)
            yield Static("", id="said", markup=False)
            with Center(id="ways"):
                yield OptionList(*(plain(way) for way in (words.keep, words.go_on, words.leave)))
            with Center(id="ache"):
                yield AcheScale(ache if isinstance(ache, int) else None)
            yield LineField(line, compact=True)
            yield Static("", id="hint", markup=False)
        yield KeyLine()

    def action_stay(self) -> None:
        """Do nothing: a stray key leads nowhere else from here."""

    # --- steps -------------------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Show another step."""
        self.step = step
        self._since = self._steady()
        self.show_step()

    @on(ScreenResume)
    def _appear(self) -> None:
        self._since = self._steady()
        if self.is_mounted:
            self.show_step()

    @property
    def is_calm(self) -> bool:
        """Whether the step has been on the screen for long enough to be seen."""
        return self._steady() - self._since >= _CALM

    def show_step(self) -> None:
        """Show what belongs to the step; to be overridden."""

    def show_parts(self, *parts: str, title: str = "", said: str = "", hint: str = "") -> None:
        """Show the parts with these names, and those of the three texts that say something."""
        for name, text in (("title", title), ("said", said), ("hint", hint)):
            self.query_one(f"#{name}", Static).update(plain(text))
        shown = {
            *parts,
            *(f"#{name}" for name, text in (("title", title), ("said", said), ("hint", hint)) if text),
        }
        for part in self.query("#sitting > *"):
            name = f"#{part.id}" if part.id else type(part).__name__
            part.display = name in shown
        self.refresh_bindings()

    def hint(self, line: str, *, wrong: bool = False) -> None:
        """Say a line at the foot."""
        hint = self.query_one("#hint", Static)
        hint.update(plain(line))
        hint.set_class(wrong, "-wrong")
        hint.display = bool(line)

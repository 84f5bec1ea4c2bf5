"""The line in which the steps of a goal are written, one after the other, or one is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input, Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.model.text import clean_line
from heartwork.screens.goal_steps import reword_step
from heartwork.screens.goal_typing import Typing
from heartwork.widgets.plain import cut, plain
from heartwork.widgets.step_field import StepField

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

STEP_ROOM = "goals step"
"""The name of its drafts."""

TEXT, WAS = "text", "was"
"""The fields of a draft: what is typed, and what the step said that is changed."""

_QUOTED = 50


class StepLine(Typing[None]):
    """Writes steps until escape; what is half typed stays in a draft, also over a lock."""

    HELP = goal_page_words().page.help
    DEFAULT_CSS = """
    StepLine {
        align: center bottom;
        & > VerticalScroll { padding: 0 1; }
        & Static { margin: 0; }
        & .said { color: $text-muted; }
        &.-wide > VerticalScroll { width: 92; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_step.back", tooltip="Back to the goal"),
    ]
    field = getters.query_one(StepField)

    def __init__(
        self, diary: Diary, clock: Clock, key: str, was: str | None, written: Callable[[str | None], None]
    ) -> None:
        """Write steps of the goal `key`, or change the one that says `was`; `written` hears of each save."""
        super().__init__(diary, clock, key, STEP_ROOM)
        self._key = key
        self._was = was
        self._written = written

    def compose_dialog(self) -> ComposeResult:
        """Compose what to do above the line."""
        words, half = goal_page_words().page, self.half
        going_on = half.said(WAS) == (self._was or "")
        yield Static(plain(words.new if self._was is None else words.edit))
        yield StepField(
            half.said(TEXT) if going_on and half.fields else self._was or "", select_on_focus=False
        )
        yield Static("", classes="said", markup=False)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.say("")
        self.field.focus()

    # --- the draft -----------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self) -> None:
        self.half.edited()

    @property
    def typed(self) -> dict[str, object]:
        """What is typed and not kept, and which step it is about."""
        text = self.field.value
        if not clean_line(text) or text == self._was:
            return {}
        return {TEXT: text, **({WAS: self._was} if self._was else {})}

    # --- keeping -------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        text = clean_line(event.value)
        if text and text != self._was:
            self._keep((text,))
        elif self._was is not None and not text:
            self.say(goal_page_words().page.empty, wrong=True)
        else:
            self.action_leave()

    @on(StepField.Listed)
    def _listed(self, event: StepField.Listed) -> None:
        if self._was is None:
            self._keep(event.texts, typed=self.typed)
        else:
            self.field.replace(" ".join(event.texts), *sorted(self.field.selection))

    def _keep(self, texts: tuple[str, ...], typed: dict[str, object] | None = None) -> None:
        """Keep steps; what else is `typed` stays in the line, and in its draft."""
        if self.change(lambda: self._write(texts, typed or {})) is None:
            return
        self.half.settled()
        self._written(self._was)
        if self._was is not None:
            self.dismiss(None)
        else:
            self.field.value = self.field.value if typed else ""
            words = goal_page_words().page
            line = words.added.format(step=cut(texts[-1], _QUOTED))
            self.say(line if len(texts) == 1 else words.added_several.format(count=len(texts)))

    def _write(self, texts: tuple[str, ...], typed: dict[str, object]) -> Change | None:
        """Write steps and what is left of the draft, as one save; None where the step is gone."""
        now = self._clock()
        with self._diary.together():
            if self._was is None:
                change: Change | None = self._diary.goals.add_steps(self._key, *texts, now=now)
            else:
                change = reword_step(self._diary, self._key, self._was, texts[0], now)
            self.half.settle(typed, now)
        return change

    def action_leave(self) -> None:
        """Go back; a new step that is half typed waits, one that was being changed stays as it was."""
        if self._was is not None:
            self.field.value = self._was
        if self.seal():
            self.dismiss(None)

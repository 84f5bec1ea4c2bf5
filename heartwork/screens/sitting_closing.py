"""The end of a sitting: kept or gone on with, back to the room one is in, the ache after, a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input, OptionList

from heartwork.content.sitting_words import sitting_words
from heartwork.model.sitting import Ending
from heartwork.model.text import clean_line
from heartwork.screens.jotting import Jotting
from heartwork.screens.sitting_page import SittingPage, Step
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.screens.page import Clock
    from heartwork.screens.sitting_record import SittingRecord

_KEEP, _GO_ON = 0, 1
_END = (Step.GROUND, Step.ACHE, Step.LINE)
_AT_FIRST = {"step": Step.GROUND.value, "page": 0, "ache": None, "line": ""}
"""How its end begins: no draft is needed for that."""


class Closing(SittingPage):
    """The steps after the time: they are gone through with enter alone, one after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Go on", id="sitting.next", tooltip="Go on to the next step"),
    ]

    _page = 0
    _jotting: Jotting | None = None

    def __init__(
        self, diary: Diary, clock: Clock, steady: Callable[[], float], record: SittingRecord, step: Step
    ) -> None:
        """Show a sitting at one of its steps; an end that was begun goes on where it was left."""
        super().__init__(diary, clock, steady, record, step)
        said = record.end_begun().fields
        page, left = said.get("page"), said.get("step")
        if step is Step.GROUND and left in _END:
            self.step = Step(str(left))
            self._page = page if isinstance(page, int) and page in range(len(_pages())) else 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the step."""
        if action == "next":
            return self.step in (Step.SETTLE, Step.GROUND)
        return super().check_action(action, parameters)

    @property
    def sat(self) -> str:
        """The time that was sat, in words."""
        return sitting_words().time.said(self.record.sitting.sat)

    def show_step(self) -> None:
        """Show the step that it is."""
        match self.step:
            case Step.BACK:
                self._show_back()
            case Step.GROUND:
                self._show_ground()
            case Step.ACHE:
                self._show_ache()
            case Step.LINE:
                words = sitting_words().closing
                self.show_parts("LineField", title=words.line, hint=words.keys_line)
                self.set_focus(self.word)

    # --- cut short ---------------------------------------------------------------------------------

    def _show_back(self) -> None:
        words = sitting_words().back
        asleep = self.record.sitting.ending is Ending.ASLEEP
        said = words.asleep if asleep else words.stopped
        self.show_parts("#ways", title=words.title.format(sat=self.sat), said=said, hint=words.later)
        self.set_focus(self.ways)
        self.ways.highlighted = 0

    @on(OptionList.OptionHighlighted)
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        """Point at the one that enter chooses: colour alone does not say it."""
        event.stop()
        words = sitting_words().back
        for index, way in enumerate((words.keep, words.go_on, words.leave)):
            pointer = ">" if index == event.option_index else " "
            self.ways.replace_option_prompt_at_index(index, plain(f"{pointer} {way}"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if not self.is_calm:
            return
        if event.option_index == _GO_ON:
            self.record.go_on(self.now)
            self.go_to(Step.SIT)
        elif event.option_index == _KEEP:
            if self._done(self.record.settle(self.now)):
                self.go_to(Step.GROUND)
        elif self._done(self.record.leave(self.now)):
            self.dismiss(None)

    # --- grounding ---------------------------------------------------------------------------------

    def _show_ground(self) -> None:
        words, page = sitting_words().ground, self._page
        hint = words.go_on if page + 1 < len(_pages()) else words.go_on_one
        if self.may_sit_on:
            hint = f"{hint}\n{words.sit_on}"
        title = f"{words.title} · {words.place.format(count=page + 1, of=len(words.pages))}"
        if self._diary.settings.ascii_only:
            title = title.replace("·", "-")
        self.set_focus(None)
        self.show_parts(title=title, said=words.pages[page], hint=hint)

    @property
    def may_sit_on(self) -> bool:
        """Whether the end just begun can be taken back: it came early, and some of the time is left."""
        known = self.record.sitting
        is_early = known.ending is Ending.EARLY and known.sat < known.planned
        return self.step is Step.GROUND and self._page == 0 and is_early

    def action_sit_on(self) -> None:
        """Sit on after all, from where it was ended."""
        if self.is_calm:
            self.record.go_on(self.now)
            self.go_to(Step.SIT)

    def action_next(self) -> None:
        """Go on to the next page, once this one can have been read."""
        if self.step is not Step.GROUND or not self.is_calm:
            return
        if self._page + 1 < len(_pages()):
            self._page += 1
            self.go_to(Step.GROUND)
        else:
            self.go_to(Step.ACHE)

    # --- what is said of it --------------------------------------------------------------------------

    def _show_ache(self) -> None:
        words, before = sitting_words().closing, self.record.sitting.ache_before
        said = words.ache if before is None else f"{words.ache}\n{words.ache_before.format(before=before)}"
        title = words.title.format(sat=self.sat)
        self.show_parts("#ache", title=title, said=said, hint=words.keys_ache)
        self.set_focus(self.ache)

    @on(Scale.Accepted)
    def _ache_told(self) -> None:
        if self.is_calm:
            self.go_to(Step.LINE)

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_calm and self._done(
            self.record.keep(self.ache.value, clean_line(self.word.value), self.now)
        ):
            if self._jotting is not None:
                self._jotting.dropped()
            self.notify(sitting_words().closing.kept.format(sat=self.sat), markup=False)
            self.dismiss(None)

    def _done(self, saved: bool) -> bool:  # noqa: FBT001 - whether it is saved is what is handed through
        """Say why something is not saved, and hand on whether it is."""
        if not saved:
            self.hint(sitting_words().closing.not_saved.format(why=self.trouble), wrong=True)
        return saved

    # --- what is not kept yet ------------------------------------------------------------------------

    @property
    def is_closing(self) -> bool:
        """Whether its end is gone through, with a page that was reached, an ache, a line."""
        return self.step in _END and self.is_mounted and bool(self.record.sitting.id)

    def go_to(self, step: Step) -> None:
        """Show another step; how far the end has come is in a draft a moment later."""
        super().go_to(step)
        self._note_change()

    @on(Input.Changed)
    @on(AcheScale.Chosen)
    def _note_change(self) -> None:
        if self.is_closing and (self._jotting is not None or self._fields() != _AT_FIRST):
            if self._jotting is None:
                draft = self.record.end_begun()
                self._jotting = Jotting(self._diary, self._clock, draft, self._fields)
            if self._fields() != self._jotting.draft.fields:
                self._jotting.edited()

    def _fields(self) -> dict[str, object]:
        line = clean_line(self.word.value)
        return {"step": self.step.value, "page": self._page, "ache": self.ache.value, "line": line}

    def jot(self) -> None:
        """Save how far its end has come, a moment after the last key."""
        if self._jotting is not None and self.is_closing:
            self._jotting.save_if_due()
            self._done(not self._jotting.trouble)

    def seal_end(self) -> bool:
        """Save how far its end has come, at once; tell whether it is there."""
        self._note_change()
        return self._jotting is None or self._jotting.seal()

    @property
    def draft(self) -> Draft | None:
        """What is said at the end and did not reach the disk; None where all did."""
        if self._jotting is None or not self._unsaved:
            return None
        return replace(self._jotting.draft, fields=self._fields())

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk."""
        return self.record.trouble or self._unsaved

    @property
    def _unsaved(self) -> str:
        return self._jotting.trouble if self._jotting is not None and self.is_closing else ""


def _pages() -> tuple[str, ...]:
    return sitting_words().ground.pages

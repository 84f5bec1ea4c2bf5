"""A sitting: ten breaths to begin with, a quiet clock, and what can be done while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.sitting_words import sitting_words
from heartwork.diary.errors import UnknownEntry
from heartwork.model.breath import SETTLING
from heartwork.model.sitting import Ending
from heartwork.model.sitting_clock import MINUTE, Handed
from heartwork.screens.pen import new_page, page_on
from heartwork.screens.question import Question
from heartwork.screens.rooms import BY_ID
from heartwork.screens.sitting_closing import Closing
from heartwork.screens.sitting_page import Step
from heartwork.screens.sitting_writing import SittingWriting

if TYPE_CHECKING:
    from textual.binding import BindingType

_LOOK = 0.25
"""Seconds between two looks at the clocks."""

_WAYS = ("pause", "write", "breathe", "end")


class SittingScreen(Closing):
    """One sitting from its first breath until it is an entry; only its clock is drawn while it runs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "Pause", id="sitting.pause", tooltip="Pause the clock, or go on"),
        Binding("x", "end", "End early", id="sitting.end", tooltip="End it now"),
        Binding("w", "write", "Write", id="sitting.write", tooltip="Write while you sit"),
        Binding(
            "b", "breathe", "Breathing", id="sitting.breathe", tooltip="Show a pace to breathe to, or not"
        ),
        Binding(
            "plus,up", "plan(1)", "Minutes", key_display="+ -", id="sitting.more", tooltip="One minute more"
        ),
        Binding("minus,down", "plan(-1)", show=False, id="sitting.less", tooltip="One minute less"),
        Binding(
            "escape",
            "ways",
            "More",
            show=False,
            id="sitting.ways",
            tooltip="Everything that can be done here",
        ),
        Binding("escape", "sit_on", "Go on sitting", id="sitting.sit_on", tooltip="Take the early end back"),
    ]

    _breathing = False
    _written: str | None = None

    def on_mount(self) -> None:
        """Show the step, and begin to look at the clocks."""
        self.show_step()
        self.set_interval(_LOOK, self.look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done while it runs only then."""
        if action == "write":
            return self.runs
        if action in {"pause", "breathe", "plan", "end"}:
            return self.step is Step.SIT
        if action == "ways":
            return self.step not in (Step.GROUND, Step.ACHE)
        if action == "sit_on":
            return self.may_sit_on
        return super().check_action(action, parameters)

    @property
    def runs(self) -> bool:
        """Whether somebody sits now, from the first breath to the end of the time, paused or not."""
        return self.step in (Step.SETTLE, Step.SIT)

    @property
    def holds_open(self) -> bool:
        """Whether the idle limit waits while this is shown: somebody sits here, and presses no key."""
        return self.step is Step.SETTLE or (self.step is Step.SIT and self.record.clock.is_counting)

    @property
    def handed(self) -> Handed | None:
        """What a lock hands to the door; nothing where no time is running, nor about to."""
        clock, settings = self.record.clock, self._diary.settings
        if not self.runs or not clock.is_counting or not clock.left:
            return None
        bell, look = bool(settings.value("bell")), str(settings.value("timer_look"))
        settling = self.step is Step.SETTLE
        return Handed(int(clock.planned), clock.sat, bell=bell, look=look, settling=settling)

    # --- showing -----------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Show the step that it is."""
        if self.step is Step.SETTLE:
            self._show_settling()
        elif self.step is Step.SIT:
            self.set_focus(None)
            self._show_sitting()
        else:
            super().show_step()

    def _show_settling(self) -> None:
        words = sitting_words().settle
        count = min(self.breath.before + 1, SETTLING) if self.breath.is_mounted else 1
        said = f"{words.line}\n{words.breath.format(count=count, of=SETTLING)}"
        self.show_parts("Breath", title=words.title, said=said, hint=words.skip)

    def _show_sitting(self) -> None:
        words, clock = sitting_words().sit, self.record.clock
        self.face.whole, self.face.left = int(clock.planned), clock.left
        said = words.paused if clock.is_paused else words.here
        hint = words.not_saved.format(why=self.record.trouble) if self.record.trouble else ""
        if str(self._diary.settings.value("timer_look")) != "digits":
            hint = hint or self.time_left(words.left)
        self.show_parts("ClockFace", *(["Breath"] if self._breathing else []), said=said, hint=hint)

    def time_left(self, line: str) -> str:
        """Return how much time is left, in a line that takes {left}."""
        words, left = sitting_words(), self.record.clock.left
        if left < MINUTE:
            return words.sit.left_moment
        return line.format(left=words.time.said(left))

    def look(self) -> None:
        """See what the clocks say, and show it."""
        if self.step is Step.SETTLE:
            if self.breath.before >= SETTLING:
                self._begin()
            elif self.app.screen is self:
                self._show_settling()
        elif self.step is Step.SIT:
            before = self.record.clock.left
            if self.record.tick(self.now):
                self._over()
            elif before != self.record.clock.left or self.record.trouble:
                self._show_sitting()
        else:
            self.jot()

    # --- beginning and ending ----------------------------------------------------------------------

    def action_next(self) -> None:
        """Begin at once, or go on to the next page of the end."""
        if self.step is not Step.SETTLE:
            super().action_next()
        elif self.is_calm:
            self._begin()

    def _begin(self) -> None:
        self.record.begin(self.now)
        self.go_to(Step.SIT)

    def action_end(self) -> None:
        """End it now."""
        self.record.clock.end_early(self.now)
        self.record.write(self.now)
        if self.record.clock.ending is Ending.EARLY:
            self.go_to(Step.GROUND)
        else:
            self._over()

    def _over(self) -> None:
        """Ring, and go on to the end; what was slept through is asked about."""
        if self.record.clock.ending is Ending.ASLEEP:
            self.go_to(Step.BACK)
            return
        if self._diary.settings.value("bell"):
            self.app.bell()
        if self.app.screen is not self and not isinstance(self.app.screen, SittingWriting):
            words = sitting_words().sit.over_elsewhere
            self.app.notify(words.format(room=BY_ID["grief"].key), markup=False, timeout=20)
        self.go_to(Step.GROUND)

    # --- while it runs -----------------------------------------------------------------------------

    def action_pause(self) -> None:
        """Pause the clock, or go on."""
        clock = self.record.clock
        (clock.go_on if clock.is_paused else clock.pause)(self.now)
        self.record.write(self.now)
        self._counted()

    def action_plan(self, by: int) -> None:
        """Sit for more or fewer minutes."""
        self.record.plan(int(self.record.clock.planned) // MINUTE + by, self.now)
        self._counted()

    def _counted(self) -> None:
        """Show the clock, unless it came to an end just now."""
        if self.record.clock.is_over:
            self._over()
        else:
            self._show_sitting()

    def action_breathe(self) -> None:
        """Show a pace to breathe to, or put it away."""
        self._breathing = not self._breathing
        self.breath.begin()
        self._show_sitting()

    def action_write(self) -> None:
        """Open the editor, on what was written in this sitting before; the time begins with it."""
        if self.step is Step.SETTLE:
            if not self.is_calm:
                return
            self._begin()
        page = None
        if self._written is not None:
            try:
                page = page_on(self._diary, self._written)
            except UnknownEntry:
                page = None  # it is in the trash, or erased
        pen = SittingWriting(
            self._diary, self._clock, *(page or new_page(self._diary, self._clock())), self.told
        )
        self.app.push_screen(pen, lambda _: self._wrote(pen.kept))

    def _wrote(self, key: str | None) -> None:
        self._written = key or self._written

    def told(self) -> str:
        """Return how the time stands, for the head of the editor."""
        words = sitting_words().sit
        if self.step is not Step.SIT:
            line = words.over_writing
        else:
            line = self.time_left(words.writing_paused if self.record.clock.is_paused else words.writing)
        return line.replace("·", "-") if self._diary.settings.ascii_only else line

    @work
    async def action_ways(self) -> None:
        """Offer everything that can be done here, for those who have no letters at hand."""
        if self.step is not Step.SIT:
            self._step_back()
            return
        words = sitting_words().ways
        labels = (
            words.go_on if self.record.clock.is_paused else words.pause,
            words.write,
            words.breathe,
            words.end,
        )
        question = Question(words.title, [], list(zip(_WAYS, labels, strict=True)))
        answer = await self.app.push_screen_wait(question)
        if answer in _WAYS and self.step is Step.SIT:
            await self.run_action(answer)

    def _step_back(self) -> None:
        """Go back: from the line to the ache; from the first breaths, or the question, to the room."""
        if self.step is Step.LINE:
            self.go_to(Step.ACHE)
        else:
            if self.step is Step.SETTLE:
                self.record.forget_plan(self.now)
            self.dismiss(None)

    # --- sealing -----------------------------------------------------------------------------------

    def seal(self) -> bool:
        """Put it into the diary as it is now, with what is said at its end; tell whether it is there."""
        if self.step is Step.SIT:
            ended = self.record.clock.tick(self.now)
            saved = self.record.write(self.now)
            if ended:
                self._over()
            return saved
        if self.step is Step.SETTLE:
            return self.record.put_by(self.now)
        if not self.seal_end():
            return False
        return not self.record.trouble or self.record.write(self.now)

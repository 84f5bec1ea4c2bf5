"""Going through a practice: one step a screen, on with enter, back, and away at any time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from heartwork.content import help_for
from heartwork.content.practice_offers import SUPPORT
from heartwork.content.practice_words import practice_words
from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.diary.practice_walk import PracticeWalk
from heartwork.diary.practising import UnclearAnswer
from heartwork.screens.practice_beside import PracticeBeside
from heartwork.screens.practice_pages import LEAVE, closing_page, first_page, opening_page, stop_page
from heartwork.screens.practice_step import field_of
from heartwork.widgets.go_on import GoOn
from heartwork.widgets.plain import cut
from heartwork.widgets.practice_choosing import BreatheStep, Ways
from heartwork.widgets.practice_step import PracticeField
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.practice_pages import PracticePage

_UNKEPT: Final = frozenset({"read", "breathe", "letter"})
"""The kinds of steps of which nothing is shown the next time; a letter is among the letters."""

_A_LITTLE: Final = 30.0
"""Seconds after the time to breathe before the idle limit counts again."""

_TITLE: Final = 40
"""Cells of a title inside a sentence."""

_GO_ON: Final = "Go on"

_KEYS: Final = (
    ("enter", "go_on", _GO_ON, True, False, "go_on", "On to the next step"),
    ("ctrl+s", "go_on_anyway", _GO_ON, True, True, "go_on_writing", "Keep it, and on to the next step"),
    ("f2", "back", "Back", True, False, "back", "Back to the step before"),
    ("shift+tab", "step_back", "Back", False, False, "tab_back", "To the field, or to the step before"),
    ("left", "step_back", "Back", False, False, "left", "To the field, or to the step before"),
    ("escape", "leave", "Leave and keep", True, False, "leave", "Leave; everything stays as it is"),
    ("f4", "check", "Read as a message", True, False, "check", "Read it as a message before it is sent"),
    ("f3", "last", "Last time", True, False, "last", "What you said here the last time"),
    ("down", "scroll(1)", "Down", False, False, "down", "Scroll down"),
    ("up", "scroll(-1)", "Up", False, False, "up", "Scroll up"),
    ("pagedown", "scroll(8)", "Page down", False, False, "page_down", "Scroll a page down"),
    ("pageup", "scroll(-8)", "Page up", False, False, "page_up", "Scroll a page up"),
)


class PracticeRun(PracticeBeside):
    """One practice, from its first page to its last; it goes on where it was left."""

    HELP = help_for("practice_run")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, priority=before, id=f"practice_run.{name}", tooltip=tooltip)
        for key, action, said, shown, before, name, tooltip in _KEYS
    ]

    def __init__(self, diary: Diary, clock: Clock, practice_id: str) -> None:
        """Go through a practice of `diary`; raises UnknownThing."""
        super().__init__(diary, clock, practice_id)
        self._page: PracticePage | None = None
        self._ended = False
        self._been_here = False
        self._since = 0.0

    @property
    def holds_open(self) -> bool:
        """Whether the idle limit waits: somebody breathes here, for as long as the step says."""
        step = self.field.step if isinstance(self.field, BreatheStep) else None
        return step is not None and time.monotonic() - self._since < step.seconds + _A_LITTLE

    async def on_mount(self) -> None:
        """Show the first page, or the step where it was left."""
        if self._diary.read_only:
            self.notify(door().screen.read_only, severity="warning", markup=False)
        await self._open()

    # --- showing -------------------------------------------------------------------------------------

    async def _open(self) -> None:
        practising, walk = self._diary.practising, self.walk
        first = practising.comes_first(walk.practice.id)
        self._ended = False
        self._been_here = practising.last_ended(walk.practice.id) is not None
        if first is not None:
            await self._show_page(first_page(walk.practice, first))
        elif walk.resumed:
            await self._show_step()
            self.tell(practice_words().frame.again)
        else:
            self.tell("")
            before = practising.last_time(walk.practice.id)
            said = before is not None and any(step.kind != "choose" for step in before.answered())
            await self._show_page(opening_page(walk, said_before=said))

    async def _show_page(self, page: PracticePage) -> None:
        """Show a page around the steps."""
        self._page = page
        self.head(self.walk.practice.title, "")
        lines = [(page.title, "name"), *((line, "") for line in page.words), (page.quiet, "quiet")]
        ways = Ways([label for _, label in page.offers]) if page.offers else None
        await self.show_parts(lines, ways, page.go_on)

    async def _show_step(self) -> None:
        """Show the step that one is at; behind the last one, the last page."""
        step, walk = self.walk.step, self.walk
        if step is None:
            await self._show_page(closing_page(walk))
            return
        if walk.waits and walk.stop is not None:
            await self._show_page(stop_page(self._diary, walk.stop, walk.waiting))
            return
        self._page, self._since = None, time.monotonic()
        words = practice_words().frame
        at, of = walk.course.progress(walk.run.step)
        self.head(walk.practice.title, words.progress.format(step=at, of=of))
        lines = [(step.title, "name"), *((line, "") for line in step.words), (step.ask, "ask")]
        if step.message:
            lines.append((practice_words().step.check, "quiet"))
        field = field_of(self._diary, step, walk.said, self._clock())
        await self.show_parts(lines, field, words.go_on, walk.recalled)

    # --- going on and back ---------------------------------------------------------------------------

    @on(PracticeField.Accepted)
    @on(GoOn.Pressed)
    async def _wanted(self) -> None:
        await self.action_go_on()

    async def action_go_on_anyway(self) -> None:
        """Go on, also from inside a text."""
        await self.action_go_on()

    async def action_go_on(self) -> None:
        """Go on to the next step, unless this one needs something first; from the last page, keep it all."""
        page = self._page
        if page is not None and page.offers:
            return
        if self.walk.step is None:
            self._finish()
        elif page is not None:
            await self._show_step()
        else:
            await self._next()

    async def _next(self) -> None:
        if not self.settle():
            return
        self.take()
        if why := self.walk.wrong(self._clock()):
            self.say(why)
            return
        if self.walk.stop is not None:
            self.seal()
            await self._show_page(stop_page(self._diary, self.walk.stop))
            return
        self.walk.go_on()
        self.seal()
        await self._show_step()

    async def action_step_back(self) -> None:
        """Go back to the field, or from the field to the step before."""
        first = self.field.first if self.field is not None else None
        if first is not None and not first.has_focus:
            self.set_focus(first)
        elif self._may_go_back:
            await self.action_back()

    async def action_back(self) -> None:
        """Go back to the step before; from where it stopped, to the answer that led there."""
        if self._page is None or self.walk.step is None or self.walk.waits:
            self.take()
            self.walk.back()
            self.seal()
        await self._show_step()

    @property
    def _may_go_back(self) -> bool:
        """Whether there is a step before this page."""
        if self._ended or (self._page is not None and self.walk.step is not None):
            return not self._ended and self.walk.stop is not None
        return self.walk.course.before(self.walk.run.step) is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense where one is."""
        step = self.walk.step if self._page is None else None
        match action:
            case "go_on":
                return not isinstance(self.focused, WritingArea | Ways)
            case "go_on_anyway":
                return self._page is None or not self._page.offers
            case "back":
                return self._may_go_back
            case "last":
                return self._been_here and step is not None and step.kind not in _UNKEPT
            case "check":
                return step is not None and step.message
            case _:
                return super().check_action(action, parameters)

    # --- the end -------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _offered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._page is not None and self._page.offers:
            self._follow(self._page.offers[event.option_index][0])

    @work
    async def _follow(self, offer: str) -> None:
        """Keep what was said where the practice stopped, and go where an offer leads."""
        if self.walk.stop is not None and not self._ended and not await self._kept():
            return
        if offer == LEAVE:
            self.dismiss(None)
        elif offer.partition(":")[0] == SUPPORT:
            from heartwork.screens.support import SupportScreen

            part = offer.partition(":")[2]
            self.app.push_screen(SupportScreen(self._diary, self._clock, part=part))
        else:
            self.walk = PracticeWalk(self._diary, offer, now=self._clock())
            await self._open()

    @work
    async def _finish(self) -> None:
        """Keep everything, and go back to where one came from."""
        if await self._kept():
            self.dismiss(None)

    async def _kept(self) -> bool:
        """Keep what was said, as one save; say why where that cannot be, and tell whether it could."""
        try:
            made = self._diary.practising.finish(self.walk.run, now=self._clock())
        except UnclearAnswer as unclear:
            self.walk.go_to(unclear.place)
            await self._show_step()
            self.say(str(unclear))
            return False
        except VaultError as error:
            self.refused(error)
            return False
        self._ended = True
        if self.walk.stop is None and self.walk.empty:
            self.notify(practice_words().closing.nothing, markup=False)
        elif made.entry:
            title = cut(self.walk.practice.title, _TITLE)
            self.notify(practice_words().closing.kept.format(title=title), markup=False)
        return True

    def action_leave(self) -> None:
        """Leave; everything stays, and waits here. Where it stopped kindly, that is its end."""
        if self._page is not None and self.walk.stop is not None and not self._ended:
            self._follow(LEAVE)
        elif self._ended or self._diary.read_only or self.seal():
            if self.walk.run.id and not self._ended:
                title = cut(self.walk.practice.title, _TITLE)
                self.notify(practice_words().frame.left.format(title=title), markup=False)
            self.dismiss(None)

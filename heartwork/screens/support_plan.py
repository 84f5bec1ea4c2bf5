"""A person's own support plan, part by part: written on an easier day, read on a hard one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import trouble_with
from heartwork.content.support_plan_words import plan_words
from heartwork.diary.errors import VaultError
from heartwork.diary.support_plan import SUPPORT, PlanPart
from heartwork.model.draft import Draft
from heartwork.model.text import clean
from heartwork.screens.circle_doing import WORDS_FIRST
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.jotting import LOOK, Jotting, begun
from heartwork.screens.page import Page
from heartwork.screens.question import Question
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.telling import facts
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import plain
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_TEXT = "text"


class PlanScreen(RoomScreen):
    """The parts of the plan; enter opens one, escape goes back to the support page."""

    HELP = plan_words().help
    DEFAULT_CSS = """
    PlanScreen {
        & .title { padding: 1 2 0 2; height: auto; color: $primary; text-style: bold; }
        & .about { padding: 0 2 1 2; height: auto; color: $text-muted; }
        & Listing { padding: 0 2; max-height: 1fr; }
        &.-low .title, &.-flat .title { padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,0", "leave", "Back", id="plan.back", tooltip="Back to the support page"),
    ]
    parts = getters.query_one(Listing)

    def compose_page(self) -> ComposeResult:
        """Compose the list of parts."""
        words = plan_words()
        yield RoomBar([(room.key, room.name) for room in ROOMS], "")
        yield Notices()
        yield Static(words.page_title, classes="title", markup=False)
        yield Static(words.page_about, classes="about", markup=False)
        yield Listing(ascii_only=self._diary.settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the parts."""
        self.parts.words_first = WORDS_FIRST
        self.refresh_list()
        self.set_focus(self.parts)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show how each part stands now."""
        self._revision = self._diary.revision
        self.parts.show_lines(KnownLines({part.value: self._line(part) for part in PlanPart}), keep=keep)

    def _line(self, part: PlanPart) -> Line:
        words, said = plan_words(), self._diary.support.of(part).strip()
        draft = begun(self._diary, SUPPORT, part.value, _TEXT)
        return Line(words.part[part.value].name, aside=words.begun if draft else said or words.open)

    @on(Listing.Opened)
    @work
    async def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        if self.may_change:
            await self.app.push_screen_wait(PlanText(self._diary, self._clock, PlanPart(event.id)))
            self.refresh_list()

    def action_leave(self) -> None:
        """Go back to the support page."""
        self.dismiss(None)


class PlanText(Dialog[None], Page):
    """Changes a part; escape keeps it as one save, and until then it is in a draft."""

    HELP = plan_words().part_help
    HOLDS_KEYS = True
    DEFAULT_CSS = """
    PlanText {
        & > VerticalScroll { width: 84; }
        & WritingArea { height: 10; background: $panel; padding: 0 1; margin-bottom: 1; }
        & #note { color: $text-muted; margin: 0; }
        & #note.wrong { color: $warning; }
        &.-low WritingArea, &.-flat WritingArea { height: 7; margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "Keep", id="plan_text.close", tooltip="Keep it, and close"),
        Binding("ctrl+r", "discard", "Discard", id="plan_text.discard", tooltip="Let go of changes"),
    ]
    area = getters.query_one(WritingArea)
    said = getters.query_one("#note", Static)

    def __init__(self, diary: Diary, clock: Clock, part: PlanPart) -> None:
        """Change a part of the plan, as far as a draft has come with it."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._part = part
        self._before = diary.support.of(part)
        draft = begun(diary, SUPPORT, part.value, _TEXT)
        self._resumed = draft is not None
        self._begun = clean(str(draft.fields[_TEXT])) if draft else self._before
        self._jotting = Jotting(diary, clock, draft or Draft(SUPPORT, part.value, room=SUPPORT), self._fields)

    def compose_dialog(self) -> ComposeResult:
        """Compose the text and what is said of it."""
        words = plan_words()
        part = words.part[self._part.value]
        yield Static(part.name, classes="title", markup=False)
        yield WritingArea(placeholder=part.hint)
        note = words.resumed if self._resumed else words.keys
        yield Static(plain(plainly(note, ascii_only=self._diary.settings.ascii_only)), id="note")

    def on_mount(self) -> None:
        """Put the text in, and look now and then whether something waits for the disk."""
        lines = self._begun.split("\n")
        self.area.put(self._begun, (len(lines) - 1, len(lines[-1])))
        self.set_focus(self.area)
        self.set_interval(LOOK, self._save_if_due)

    # --- what is typed -------------------------------------------------------------------------------

    def _fields(self) -> dict[str, object]:
        return {_TEXT: self.area.text}

    @on(WritingArea.Edited)
    def _edited(self) -> None:
        if self.area.text != self._jotting.draft.fields.get(_TEXT, self._before):
            self._jotting.edited()

    def _save_if_due(self) -> None:
        self._jotting.save_if_due()
        if self._jotting.trouble:
            self._say(plan_words().not_saved.format(why=self._jotting.trouble), wrong=True)

    def seal(self) -> bool:
        """Put what is typed into the diary as a draft, at once; tell whether it is there."""
        if self.is_mounted:
            self._edited()
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        return replace(self._jotting.draft, fields=self._fields()) if self.trouble else None

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.said.update(plain(line))
        self.said.set_class(wrong, "wrong")

    # --- keeping -------------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what was changed, and close."""
        changed = self.area.text != self._before
        if self._tried(self._keep):
            self._jotting.dropped()
            if changed:
                self.notify(plan_words().kept, markup=False)
            self.dismiss(None)

    def _keep(self) -> None:
        with self._diary.together():
            self._diary.support.keep(self._part, self.area.text, now=self._clock())
            self._jotting.drop()

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        words = plan_words()
        asked = Question(words.discard, [words.discard_line], [("stay", words.stay), ("yes", words.yes)])
        if self.area.text != self._before and await self.app.push_screen_wait(asked) != "yes":
            return
        if self._tried(self._jotting.drop):
            self._jotting.dropped()
            self.dismiss(None)

    def _tried(self, verb: Callable[[], None]) -> bool:
        """Do something that the disk may refuse; say why where it did, and tell whether it is done."""
        try:
            verb()
        except VaultError as error:
            self._say(trouble_with(error, **facts(error, self._diary.path)).text, wrong=True)
            return False
        return True

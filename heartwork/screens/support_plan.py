"""A person's own support plan, part by part: written on an easier day, read on a hard one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.support_plan_words import plan_words
from heartwork.diary.support_plan import SUPPORT, PlanPart
from heartwork.model.draft import Draft
from heartwork.model.text import clean
from heartwork.screens.circle_doing import WORDS_FIRST
from heartwork.screens.headings import plainly
from heartwork.screens.jotted import Jotted, JottedWords
from heartwork.screens.jotting import begun
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import plain
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class PlanText(Jotted[None]):
    """Changes a part; escape keeps it as one save, and until then it is in a draft."""

    HELP = plan_words().part_help
    DEFAULT_CSS = """
    PlanText {
        & > VerticalScroll { width: 84; }
        & WritingArea { height: 10; background: $panel; padding: 0 1; margin-bottom: 1; }
        & #note { margin: 0; }
        &.-low WritingArea, &.-flat WritingArea { height: 7; margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "Keep", id="plan_text.close", tooltip="Keep it, and close"),
        Binding("ctrl+r", "discard", "Discard", id="plan_text.discard", tooltip="Let go of changes"),
    ]
    area = getters.query_one(WritingArea)

    def __init__(self, diary: Diary, clock: Clock, part: PlanPart) -> None:
        """Change a part of the plan, as far as a draft has come with it."""
        draft, words = begun(diary, SUPPORT, part.value, _TEXT), plan_words()
        new = Draft(SUPPORT, part.value, room=SUPPORT)
        ask = (words.discard, words.discard_line, words.stay, words.yes)
        super().__init__(diary, clock, draft or new, JottedWords(words.not_saved, "", *ask))
        self._part = part
        self._before = diary.support.of(part)
        self._resumed = draft is not None
        self._begun = clean(str(draft.fields[_TEXT])) if draft else self._before

    def compose_dialog(self) -> ComposeResult:
        """Compose the text and what is said of it."""
        part = plan_words().part[self._part.value]
        yield Static(part.name, classes="title", markup=False)
        yield WritingArea(placeholder=part.hint)
        yield Static(plain(self.keys_said()), id="note")

    def on_mount(self) -> None:
        """Put the text in."""
        lines = self._begun.split("\n")
        self.area.put(self._begun, (len(lines) - 1, len(lines[-1])))
        self.set_focus(self.area)

    # --- what is typed -------------------------------------------------------------------------------

    def fields(self) -> dict[str, object]:
        """Return the text as it is on the screen."""
        return {_TEXT: self.area.text}

    def fields_before(self) -> Mapping[str, object]:
        """Return the text as it was kept."""
        return {_TEXT: self._before}

    def keys_said(self) -> str:
        """Return what the keys do."""
        words = plan_words()
        said = words.resumed if self._resumed else words.keys
        return plainly(said, ascii_only=self._diary.settings.ascii_only)

    # --- keeping -------------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what was changed, and close."""
        changed = self.is_changed
        if self.tried(self._keep):
            if changed:
                self.notify(plan_words().kept, markup=False)
            self.dismiss(None)

    def _keep(self) -> None:
        with self._diary.together():
            self._diary.support.keep(self._part, self.area.text, now=self._clock())
            self._jotting.drop()

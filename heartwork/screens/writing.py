"""The editor: one text, a mood, a few feelings; what is written is in the diary a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Vertical

from heartwork.content import help_for, moods_named
from heartwork.content.words import editor
from heartwork.screens.composing import Composing
from heartwork.screens.details import DetailsScreen
from heartwork.screens.feeling_words import FeelingWords
from heartwork.screens.question import Question
from heartwork.screens.templates import TemplatesScreen
from heartwork.widgets.feelings import FeelingPicker
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.looks import mood_glyph
from heartwork.widgets.mood_scale import MoodScale
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

_LOOK = 0.25
"""Seconds between two looks at whether the draft is to be saved."""


class WritingScreen(Composing):
    """Writes one entry; leaving keeps it, and until then its draft is in the diary."""

    HELP = help_for("writing")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close and keep", id="writing.close", tooltip="Keep it and go back"),
        Binding("ctrl+s", "keep", "Keep", priority=True, id="writing.keep", tooltip="Keep it and write on"),
        Binding("f2", "mood", "Mood", id="writing.mood", tooltip="To mood and feelings, and back"),
        Binding("f3", "details", "Details", id="writing.details", tooltip="Tags, people, time, ache, star"),
        Binding("f4", "begin", "Prompts", id="writing.begin", tooltip="Prompts and templates to begin with"),
        Binding("ctrl+r", "discard", "Discard", id="writing.discard", tooltip="Discard what is not kept"),
    ]
    mood = getters.query_one(MoodScale)
    picker = getters.query_one(FeelingPicker)

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, entry: Entry) -> None:
        """Write on `entry`, which may be new, as far as `draft` has come with it."""
        super().__init__(diary, clock, draft, entry)
        self._words = FeelingWords(diary)

    def compose_page(self) -> ComposeResult:
        """Compose the text, and mood and feelings below."""
        entry, settings, plainly = self._sheet.entry, self._diary.settings, self._plainly
        moods = [(mood_glyph(mood, ascii_only=plainly), mood.word) for mood in moods_named(settings)]
        yield from self.compose_text()
        with Vertical(id="below"):
            yield MoodScale(moods, entry.mood)
            yield FeelingPicker(self._words.offered(entry.mood), entry.feelings, ascii_only=plainly)
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor where it was; a time that was being typed waits in its field."""
        self.fill()
        self.set_focus(self.area)
        if self._sheet.draft.id:
            self.say(editor().saved)
        self.set_interval(_LOOK, self._look)
        if self._sheet.when_typed:
            self.action_details()

    # --- mood and feelings -------------------------------------------------------------------------

    @on(MoodScale.Chosen)
    def _felt(self, event: MoodScale.Chosen) -> None:
        self.picker.offer(self._words.offered(event.mood))
        self.change(mood=event.mood)

    @on(FeelingPicker.Added)
    def _added(self, event: FeelingPicker.Added) -> None:
        self._words.added(event.word, event.group)

    @on(FeelingPicker.Changed)
    def _named(self, event: FeelingPicker.Changed) -> None:
        self.change(feelings=tuple(event.feelings))

    @on(Scale.Accepted)
    def _mood_accepted(self) -> None:
        self.set_focus(self.picker)

    @on(FeelingPicker.Accepted)
    def _feelings_accepted(self) -> None:
        self.set_focus(self.area)

    def action_mood(self) -> None:
        """Go to mood and feelings, or back to the text."""
        self.set_focus(self.mood if self.area.has_focus else self.area)

    # --- around the text ---------------------------------------------------------------------------

    def action_details(self) -> None:
        """Show tags, people, time, ache and star."""
        self.note()
        self.app.push_screen(DetailsScreen(self._diary, self._clock, self._sheet), self._detailed)

    def _detailed(self, _result: None) -> None:
        """Say what was changed in the details."""
        self.say_unsaved(waiting=not self._sheet.waiting or bool(self.trouble))
        self.tell()

    @work
    async def action_begin(self) -> None:
        """Offer prompts and templates, and write the one that is chosen at the cursor."""
        self.note()
        text = self._sheet.manuscript.text
        chosen = await self.app.push_screen_wait(TemplatesScreen(self._diary, self._clock, text))
        if chosen is not None:
            self.insert(chosen)

    # --- the draft ---------------------------------------------------------------------------------

    def _look(self) -> None:
        if self._sheet.due(self._length()):
            self.seal()
        self.tell_in_time()

    def _length(self) -> int:
        return self.area.document.end[0] * 80 if len(self._sheet.manuscript) == 1 else 1 << 20

    def seal(self) -> bool:
        """Put everything written into the diary as a draft, at once; tell whether it is there."""
        if not self._sheet.waiting:
            return True
        self.note()
        if not self._sheet.seal():
            return self._refused()
        self.say(editor().saved)
        self.resplit()
        return True

    def _refused(self) -> bool:
        self.say(editor().not_saved.format(why=self._sheet.trouble), wrong=True)
        return False

    @property
    def kept(self) -> str | None:
        """The id of the entry that is written on; None until a new one is kept."""
        return self._sheet.kept

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._sheet.trouble

    @property
    def draft(self) -> Draft:
        """The draft as it was saved last."""
        return self._sheet.draft

    # --- keeping -----------------------------------------------------------------------------------

    def _keep(self) -> bool:
        self.note()
        self.forget_tags()
        return self._sheet.keep(self._keep_words) or self._refused()

    def _keep_words(self, entry: Entry, now: datetime) -> None:
        self._words.keep(entry.feelings, now)

    def action_keep(self) -> None:
        """Keep what is written, and write on."""
        if self._keep():
            self.tell()
            self.say(editor().kept)

    def action_close(self) -> None:
        """Keep what is written and go back; from around the text, go back to it."""
        if not self.area.has_focus:
            self.set_focus(self.area)
        elif self._keep():
            self.dismiss(None)

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        asked = editor().discard
        if self.kept is None:
            line = asked.new
        else:
            updated = self._diary.entry(self.kept).updated
            line = asked.old.format(time=f"{updated.astimezone():%H:%M}" if updated else "…")
        answer = await self.app.push_screen_wait(
            Question(asked.title, [line], [("stay", asked.no), ("discard", asked.yes)])
        )
        if answer == "discard":
            if self._sheet.discard():
                self.dismiss(None)
            else:
                self._refused()

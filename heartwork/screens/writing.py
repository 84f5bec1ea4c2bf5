"""The editor: one text, a mood, a few feelings; what is written is in the diary a moment later."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Static

from heartwork.content import feelings, feelings_in, help_for, moods, quadrant_for
from heartwork.content.words import editor
from heartwork.diary.errors import NothingToKeep, VaultError
from heartwork.model.pace import Pace
from heartwork.screens.journal_rows import when_of
from heartwork.screens.manuscript import Manuscript
from heartwork.screens.page import Page
from heartwork.screens.question import Question
from heartwork.screens.telling import reason
from heartwork.widgets.feelings import FeelingPicker
from heartwork.widgets.mood_scale import MoodScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

_LOOK = 0.25
"""Seconds between two looks at whether the draft is to be saved."""


class WritingScreen(Page):
    """Writes one entry; leaving keeps it, and until then its draft is in the diary."""

    HELP = help_for("writing")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close and keep", id="writing.close", tooltip="Keep it and go back"),
        Binding("ctrl+s", "keep", "Keep", priority=True, id="writing.keep", tooltip="Keep it and write on"),
        Binding("ctrl+r", "discard", "Discard", id="writing.discard", tooltip="Discard what is not kept"),
        Binding("f2", "mood", "Mood", id="writing.mood", tooltip="To mood and feelings, and back"),
        Binding("ctrl+pagedown", "turn(1)", show=False, id="writing.next", tooltip="The next section"),
        Binding("ctrl+pageup", "turn(-1)", show=False, id="writing.previous", tooltip="The section before"),
    ]
    area = getters.query_one(WritingArea)
    mark = getters.query_one("#mark", Static)
    aside = getters.query_one("#aside", Static)
    mood = getters.query_one(MoodScale)
    picker = getters.query_one(FeelingPicker)

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, entry: Entry) -> None:
        """Write on `entry`, which may be new, as far as `draft` has come with it."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._draft = draft
        self._entry = entry
        self._drafted = bool(draft.id)
        self._pace = Pace()
        self._manuscript = Manuscript(entry.body, draft.cursor)
        self._kept: str | None = entry.id or None
        self._trouble = ""

    def compose_page(self) -> ComposeResult:
        """Compose the line above, the text, and mood and feelings below."""
        entry = self._entry
        with Horizontal(id="above"):
            yield Static(plain(when_of(entry.at, entry.zone, entry.day)), id="when")
            yield Static("", id="mark", markup=False)
        if entry.title:
            yield Static(plain(entry.title), id="title")
        yield WritingArea(placeholder=editor().placeholder)
        yield Static("", id="aside", markup=False)
        with Vertical(id="below"):
            yield MoodScale([(mood.glyph, mood.word) for mood in moods()], entry.mood)
            yield FeelingPicker(self._offered(entry.mood), entry.feelings)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Put the cursor where it was."""
        self._fill()
        if self._drafted:
            self._say(editor().saved)
        self.set_interval(_LOOK, self._save_if_due)

    # --- what is written ---------------------------------------------------------------------------

    def _fill(self) -> None:
        self.area.put(self._manuscript.section, self._manuscript.place)
        self.set_focus(self.area)
        self._tell_length()

    def _tell_length(self) -> None:
        large = editor().large
        many = len(self._manuscript) > 1
        line = large.section.format(place=self._manuscript.number, count=len(self._manuscript))
        self.aside.update(plain(f"{large.kept_whole} {line}" if many else ""))
        self.set_class(many, "-by-section")

    @on(WritingArea.Edited)
    def _edited(self) -> None:
        if not self._pace.waiting:
            self._say(editor().saving)
        self._pace.edited(time.monotonic())

    @on(MoodScale.Chosen)
    def _felt(self, event: MoodScale.Chosen) -> None:
        self._entry = replace(self._entry, mood=event.mood)
        self.picker.offer(self._offered(event.mood))
        self._edited()

    @on(FeelingPicker.Changed)
    def _named(self, event: FeelingPicker.Changed) -> None:
        self._entry = replace(self._entry, feelings=tuple(event.feelings))
        self._edited()

    @on(Scale.Accepted)
    def _mood_accepted(self) -> None:
        self.set_focus(self.picker)

    @on(FeelingPicker.Accepted)
    def _feelings_accepted(self) -> None:
        self.set_focus(self.area)

    def _offered(self, mood: int | None) -> list[str]:
        first = [feeling.word for feeling in feelings_in(quadrant_for(mood))]
        return list(dict.fromkeys([*first, *(feeling.word for feeling in feelings())]))

    def _written(self) -> Entry:
        """Return the entry as it stands on the screen."""
        self._manuscript.write(self.area.text, self.area.place)
        return replace(self._entry, body=self._manuscript.text)

    # --- the draft ---------------------------------------------------------------------------------

    def _save_if_due(self) -> None:
        if self._pace.waiting and self._pace.due(time.monotonic(), self._length()):
            self.seal()

    def _length(self) -> int:
        return self.area.document.end[0] * 80 if len(self._manuscript) == 1 else 1 << 20

    def seal(self) -> bool:
        """Put everything written into the diary as a draft, at once; tell whether it is there."""
        if not self._pace.waiting:
            return True
        entry, now = self._written(), self._clock()
        lived = {"at": entry.at.isoformat(), "zone": entry.zone, "day": entry.day.isoformat()}
        said = {"title": entry.title, "body": entry.body, "mood": entry.mood, "feelings": entry.feelings}
        cursor = self._manuscript.whole_place()
        self._draft = replace(self._draft, fields={**lived, **said}, cursor=cursor)
        try:
            self._draft = replace(self._draft, id=self._diary.keep_draft(self._draft, now=now))
        except VaultError as error:
            self._refused(error)
            return False
        self._drafted, self._trouble = True, ""
        self._pace.saved(time.monotonic())
        self._say(editor().saved)
        if self._manuscript.outgrown():
            self._manuscript = Manuscript(entry.body, cursor)
            self._fill()
        return True

    def _refused(self, error: VaultError) -> None:
        self._pace.refused(time.monotonic())
        self._trouble = reason(error)
        self._say(editor().not_saved.format(why=self._trouble), wrong=True)

    @property
    def kept(self) -> str | None:
        """The id of the entry that is written on; None until a new one is kept."""
        return self._kept

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._trouble

    @property
    def draft(self) -> Draft:
        """The draft as it was saved last."""
        return self._draft

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.mark.update(plain(line))
        self.mark.set_class(wrong, "-wrong")

    # --- keeping -----------------------------------------------------------------------------------

    def _keep(self) -> bool:
        """Keep what is written as an entry and let the draft go, as one save; tell whether it is done."""
        entry, now = self._written(), self._clock()
        try:
            with self._diary.together():
                if not (self._kept is None and entry.empty):
                    self._kept = self._diary.keep(replace(entry, id=self._kept or ""), now=now).id
                self._diary.drop_draft(self._draft.id, now=now)
        except NothingToKeep:
            return self._discard()
        except VaultError as error:
            self._pace.edited(time.monotonic())
            self._refused(error)
            return False
        self._draft = replace(self._draft, id="", target=self._kept)
        self._drafted, self._trouble = False, ""
        self._pace.saved(time.monotonic())
        return True

    def action_keep(self) -> None:
        """Keep what is written, and write on."""
        if self._keep():
            self._say(editor().kept)

    def action_close(self) -> None:
        """Keep what is written and go back; from mood and feelings, go back to the text."""
        if not self.area.has_focus:
            self.set_focus(self.area)
        elif self._keep():
            self.dismiss(None)

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        asked = editor().discard
        if self._kept is None:
            line = asked.new
        else:
            updated = self._diary.entry(self._kept).updated
            line = asked.old.format(time=f"{updated.astimezone():%H:%M}" if updated else "…")
        answer = await self.app.push_screen_wait(
            Question(asked.title, [line], [("stay", asked.no), ("discard", asked.yes)])
        )
        if answer == "discard" and self._discard():
            self.dismiss(None)

    def _discard(self) -> bool:
        try:
            self._diary.drop_draft(self._draft.id, now=self._clock())
        except VaultError as error:
            self._refused(error)
            return False
        self._pace.saved(time.monotonic())
        return True

    # --- moving ------------------------------------------------------------------------------------

    def action_mood(self) -> None:
        """Go to mood and feelings, or back to the text."""
        if self.area.has_focus:
            self.set_focus(self.mood)
        else:
            self.set_focus(self.area)

    def action_turn(self, by: int) -> None:
        """Go to another section of a long text."""
        self._manuscript.write(self.area.text, self.area.place)
        if self._manuscript.turn(by):
            self._fill()

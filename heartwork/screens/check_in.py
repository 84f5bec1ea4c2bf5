"""Checking in: how it is right now, over whatever room one is in; every part can be left open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from heartwork.content import help_for, moods_named, trouble_with
from heartwork.content.check_in_words import check_in
from heartwork.diary.errors import VaultError
from heartwork.insights.day_mood import day_mood
from heartwork.model.draft import Draft
from heartwork.model.entry import Kind
from heartwork.model.text import clean_line
from heartwork.screens.dialog import Dialog
from heartwork.screens.draft_fields import to_fields
from heartwork.screens.feeling_words import FeelingWords
from heartwork.screens.journal_rows import when_of
from heartwork.screens.page import Page
from heartwork.screens.pen import new_page
from heartwork.screens.question import Question
from heartwork.screens.telling import facts, reason
from heartwork.widgets.feelings import FeelingPicker
from heartwork.widgets.line_field import LineField
from heartwork.widgets.looks import mood_glyph
from heartwork.widgets.mood_scale import AcheScale, MoodScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

_AGAIN = 5
"""Seconds until what the disk refused is tried again."""

_ENTRIES, _ROOM = "entries", "journal"


class CheckInScreen(Dialog[None], Page):
    """Asks for a mood, feelings, an ache and a line; what is chosen is kept, also by leaving.

    It is a page, though a small one: nothing typed ahead of it is lost, and a lock seals it like any other.
    """

    DEFAULT_CSS = """
    CheckInScreen {
        & > VerticalScroll { scrollbar-size-vertical: 1; }
        & .part { height: auto; margin-bottom: 1; }
        & .part Static { margin: 0; color: $text-muted; }
        & .part:focus-within { background: $surface; }
        & .part:focus-within Static { color: $primary; text-style: bold; }
        & MoodScale, & AcheScale { padding: 0; }
        & FeelingPicker { padding: 0 0 0 1; min-height: 4; }
        & LineField, & LineField:focus { padding: 0 1; background: $panel; }
        & #hint { margin: 0; min-height: 2; color: $text-muted; }
        & #hint.wrong { color: $warning; }
        &.-narrow > VerticalScroll { max-width: 100%; padding: 1; }
        &.-low, &.-flat {
            & > VerticalScroll { padding: 0 1; }
            & .part, & .title { margin: 0; }
        }
    }
    """
    HELP = help_for("check_in")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,ctrl+s", "close", "Keep", id="check_in.close", tooltip="Keep what is chosen, and close"
        ),
        Binding("ctrl+r", "discard", "Let go", id="check_in.discard", tooltip="Close without keeping it"),
    ]
    mood = getters.query_one(MoodScale)
    picker = getters.query_one(FeelingPicker)
    ache = getters.query_one(AcheScale)
    line = getters.query_one(LineField)
    hint = getters.query_one("#hint", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Check in to `diary`, at the time that it is now."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._entry = replace(new_page(diary, clock())[1], kind=Kind.CHECK_IN)
        self._kept: Entry | None = None
        self._words = FeelingWords(diary)
        self._trouble = ""

    def compose_dialog(self) -> ComposeResult:
        """Compose the four parts below each other, and what to press."""
        words, entry, settings = check_in(), self._entry, self._diary.settings
        plainly = settings.ascii_only
        moods = [(mood_glyph(mood, ascii_only=plainly), mood.word) for mood in moods_named(settings)]
        parts: tuple[tuple[str, Widget], ...] = (
            (words.mood, MoodScale(moods)),
            (words.feelings, FeelingPicker(self._words.offered(None), ascii_only=plainly)),
            (words.ache, AcheScale()),
            (words.line, LineField(compact=True)),
        )
        yield Static(plain(when_of(entry.at, entry.zone, entry.day)), classes="title")
        for question, part in parts:
            with Vertical(classes="part"):
                yield Static(question, markup=False)
                yield part
        yield Static("", id="hint", markup=False)

    def on_mount(self) -> None:
        """Look now and then whether something waits for the disk."""
        self.set_interval(_AGAIN, self._try_again)

    # --- choosing ----------------------------------------------------------------------------------

    @on(events.DescendantFocus)
    def _say_keys(self) -> None:
        if self._trouble:
            return
        hints = check_in().hint
        said = {
            self.mood: hints.mood,
            self.picker: hints.feelings,
            self.ache: hints.ache,
            self.line: hints.line,
        }
        here = said.get(self.focused) if self.focused is not None else None
        self._say(here or "")

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.hint.update(plain(line))
        self.hint.set_class(wrong, "wrong")

    @on(MoodScale.Chosen)
    def _felt(self, event: MoodScale.Chosen) -> None:
        self._entry = replace(self._entry, mood=event.mood)
        self.picker.offer(self._words.offered(event.mood))

    @on(FeelingPicker.Added)
    def _added_word(self, event: FeelingPicker.Added) -> None:
        self._words.added(event.word, event.group)

    @on(FeelingPicker.Changed)
    def _named(self, event: FeelingPicker.Changed) -> None:
        self._entry = replace(self._entry, feelings=event.feelings)

    @on(AcheScale.Chosen)
    def _ached(self, event: AcheScale.Chosen) -> None:
        self._entry = replace(self._entry, ache=event.ache)

    @on(Scale.Accepted)
    @on(FeelingPicker.Accepted)
    def _go_on(self) -> None:
        self.focus_next()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_close()

    # --- keeping -----------------------------------------------------------------------------------

    def seal(self) -> bool:
        """Keep what is chosen so far; tell whether it is all in the diary."""
        entry = self._said()
        if entry == self._kept or (self._kept is None and entry.empty):
            return True
        try:
            key = self._keep(entry)
        except VaultError as error:
            self._trouble = reason(error)
            self._say(trouble_with(error, **facts(error, self._diary.path)).text, wrong=True)
            return False
        self._entry = replace(entry, id=key)
        self._kept = self._entry if key else None
        if self._trouble:
            self._say(check_in().kept.bare)
        self._trouble = ""
        return True

    def _said(self) -> Entry:
        """Return the check-in as it stands on the screen."""
        return replace(self._entry, body=clean_line(self.line.value))

    def _keep(self, entry: Entry) -> str:
        """Keep a check-in with the words that came with it, as one save, and return its id; or let it go."""
        now = self._clock()
        if entry.empty:
            self._diary.trash([entry.id], now=now)
            return ""
        with self._diary.together():
            change = self._diary.keep(entry, now=now)
            self._words.keep(entry.feelings, now)
        return change.id

    def _try_again(self) -> None:
        if self._trouble:
            self.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        entry = self._said()
        if entry == self._kept or entry.empty:
            return None
        return Draft(_ENTRIES, entry.id or None, to_fields(entry, self._kept), room=_ROOM)

    def action_close(self) -> None:
        """Keep what is chosen, say how the day is, and close."""
        if self.seal():
            if self._kept is not None:
                self.notify(self._told(), markup=False)
            self.dismiss(None)

    def _told(self) -> str:
        """Return what to say once it is kept: how the day is so far, and what that is the middle of."""
        words, day = check_in(), self._entry.day
        mood = day_mood(self._diary.felt(day, day).get(day.isoformat(), ()))
        if mood is None:
            return words.kept.bare
        word = moods_named(self._diary.settings)[mood.step - 1].word
        said = words.day.mood.format(word=word, number=mood.number)
        middle = words.day.middle(mood.count, checked_in=mood.checked_in, reviewed=mood.reviewed)
        return words.kept.day.format(mood=said, middle=middle)

    @work
    async def action_discard(self) -> None:
        """Close without keeping anything; what was typed is asked about once."""
        words = check_in().discard
        if self.line.value.strip():
            ways = [("stay", words.no), ("discard", words.yes)]
            if await self.app.push_screen_wait(Question(words.title, [words.line], ways)) != "discard":
                return
        self.line.value = ""
        self._entry = replace(self._entry, mood=None, feelings=(), ache=None)
        if self.seal():
            self.dismiss(None)

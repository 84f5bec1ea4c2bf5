"""An answer to a letter from the later self, written with the letter in view."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from heartwork.content.letter_words import letter_words
from heartwork.content.words import editor
from heartwork.diary.errors import VaultError
from heartwork.model.pace import Pace
from heartwork.screens.letter_pen import ANSWER
from heartwork.screens.manuscript import Manuscript
from heartwork.screens.page import Page
from heartwork.screens.question import Question
from heartwork.screens.telling import reason
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.reading import ReadingPane
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.screens.page import Clock
    from heartwork.widgets.reading import Page as ReadPage

_LOOK = 0.25
"""Seconds between two looks at whether the draft is to be saved."""

_A_LINE, _A_SECTION = 80, 1 << 20
"""About how many characters a line has; more than these are saved as rarely as the largest texts."""


class AnswerScreen(Page):
    """Writes an answer; leaving keeps it, and until then its draft is in the diary."""

    HELP = letter_words().answer.help
    HOLDS_KEYS = True
    DEFAULT_CSS = """
    AnswerScreen {
        & #above { height: 1; padding: 0 1; background: $surface; }
        & #to { width: 1fr; height: 1; color: $secondary; }
        & #mark { width: auto; height: 1; color: $text-muted; }
        & #mark.-wrong { color: $warning; text-style: bold; }
        & #both { height: 1fr; layout: horizontal; }
        & ReadingPane { width: 1fr; height: 1fr; border-right: solid $border-blurred; }
        & #own { width: 1fr; height: 1fr; }
        & WritingArea { height: 1fr; margin: 1 1 0 1; }
        & #aside { display: none; height: auto; padding: 0 2; color: $text-muted; }
        &.-by-section #aside { display: block; }
        &.-narrow #both, &.-cramped #both { layout: vertical; }
        &.-narrow ReadingPane, &.-cramped ReadingPane { border: none; border-bottom: solid $border-blurred; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close and keep", id="answer.close", tooltip="Keep it and go back"),
        Binding("ctrl+s", "keep", "Keep", priority=True, id="answer.keep", tooltip="Keep it and write on"),
        Binding("f2", "letter", "Letter", id="answer.letter", tooltip="To the letter, and back"),
        Binding("ctrl+r", "discard", "Discard", id="answer.discard", tooltip="Discard what is not kept"),
        Binding("ctrl+pagedown", "turn(1)", show=False, id="answer.next", tooltip="The next section"),
        Binding("ctrl+pageup", "turn(-1)", show=False, id="answer.previous", tooltip="The section before"),
    ]
    area = getters.query_one(WritingArea)
    reading = getters.query_one(ReadingPane)
    mark = getters.query_one("#mark", Static)
    aside = getters.query_one("#aside", Static)

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, letter: ReadPage) -> None:
        """Write on the answer to `letter`, as far as `draft` has come with it."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._draft = draft
        self._letter = letter
        self._pace = Pace()
        self._manuscript = Manuscript(str(draft.fields.get(ANSWER) or ""), draft.cursor)
        self._trouble = ""

    @property
    def _key(self) -> str:
        return str(self._draft.target)

    def compose_page(self) -> ComposeResult:
        """Compose the letter, and beside or below it the answer."""
        words, to = letter_words(), self._diary.letters.of(self._key).to
        with Horizontal(id="above"):
            yield Static(plain_line(words.answer.title.format(letter=words.name.letter_to(to))), id="to")
            yield Static("", id="mark", markup=False)
        with Container(id="both"):
            yield ReadingPane(ascii_only=self._diary.settings.ascii_only)
            with Vertical(id="own"):
                yield WritingArea(placeholder=words.answer.hint)
                yield Static("", id="aside", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the letter, and put the cursor where it was."""
        self.reading.show(self._letter)
        self._fill()
        if self._draft.id:
            self._say(editor().saved)
        self.set_interval(_LOOK, self._save_if_due)

    # --- what is written ---------------------------------------------------------------------------

    def _fill(self) -> None:
        large, many = editor().large, len(self._manuscript) > 1
        self.area.put(self._manuscript.section, self._manuscript.place)
        self.set_focus(self.area)
        line = large.section.format(place=self._manuscript.number, count=len(self._manuscript))
        self.aside.update(plain(f"{large.kept_whole} {line}" if many else ""))
        self.set_class(many, "-by-section")

    def _written(self) -> str:
        self._manuscript.write(self.area.text, self.area.place)
        return self._manuscript.text

    @on(WritingArea.Edited)
    def _edited(self) -> None:
        if not self._pace.waiting:
            self._say(editor().saving)
        self._pace.edited(time.monotonic())

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.mark.update(plain(line))
        self.mark.set_class(wrong, "-wrong")

    def action_letter(self) -> None:
        """Go over to the letter, to scroll it, or back to the answer."""
        self.set_focus(self.reading if self.area.has_focus else self.area)

    def action_turn(self, by: int) -> None:
        """Go to another section of a long answer."""
        self._written()
        if self._manuscript.turn(by):
            self._fill()

    # --- the draft ---------------------------------------------------------------------------------

    def _save_if_due(self) -> None:
        many = len(self._manuscript) > 1
        about = _A_SECTION if many else self.area.document.end[0] * _A_LINE
        if self._pace.waiting and self._pace.due(time.monotonic(), about):
            self.seal()

    def seal(self) -> bool:
        """Put everything written into the diary as a draft, at once; tell whether it is there."""
        if not self._pace.waiting:
            return True
        said = self._written()
        cursor = self._manuscript.whole_place()
        self._draft = replace(self._draft, fields={ANSWER: said}, cursor=cursor)
        try:
            key = self._diary.keep_draft(self._draft, now=self._clock())
        except VaultError as error:
            return self._refused(error)
        self._draft = replace(self._draft, id=key)
        self._saved(editor().saved)
        if self._manuscript.outgrown():
            self._manuscript = Manuscript(said, cursor)
            self._fill()
        return True

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._trouble

    @property
    def draft(self) -> Draft:
        """The draft as it was saved last."""
        return self._draft

    def _saved(self, line: str) -> None:
        self._pace.saved(time.monotonic())
        self._trouble = ""
        self._say(line)

    def _refused(self, error: VaultError) -> bool:
        self._pace.refused(time.monotonic())
        self._trouble = reason(error)
        self._say(editor().not_saved.format(why=self._trouble), wrong=True)
        return False

    # --- keeping -----------------------------------------------------------------------------------

    def _keep(self) -> bool:
        """Keep the answer with the letter and let its draft go, as one save; tell whether it is done."""
        said, now, letters = self._written(), self._clock(), self._diary.letters
        try:
            with self._diary.together():
                if said.rstrip() != letters.of(self._key).answer:
                    letters.answer(self._key, said, now=now)
                self._diary.drop_draft(self._draft.id, now=now)
        except VaultError as error:
            self._pace.edited(time.monotonic())
            return self._refused(error)
        self._draft = replace(self._draft, id="", fields={ANSWER: said})
        self._saved(editor().kept)
        return True

    def action_keep(self) -> None:
        """Keep the answer, and write on."""
        self._keep()

    def action_close(self) -> None:
        """Keep the answer and go back; from the letter, go back to the answer."""
        if not self.area.has_focus:
            self.set_focus(self.area)
        elif self._keep():
            self.dismiss(None)

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        asked, ways = letter_words().answer, editor().discard
        line = asked.discard_old if self._diary.letters.of(self._key).answer else asked.discard_new
        answers = [("stay", ways.no), ("discard", ways.yes)]
        if await self.app.push_screen_wait(Question(asked.discard, [line], answers)) == "discard":
            self._discard()

    def _discard(self) -> None:
        try:
            self._diary.drop_draft(self._draft.id, now=self._clock())
        except VaultError as error:
            self._refused(error)
        else:
            self._pace.saved(time.monotonic())
            self.dismiss(None)

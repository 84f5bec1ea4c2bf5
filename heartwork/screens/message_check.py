"""A draft of a message, read as it is written: what stands out is named, and why. It is never sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.text_area import Selection

from heartwork.content import help_for, trouble_with
from heartwork.content.message_check_words import message_check_words
from heartwork.diary.errors import VaultError
from heartwork.insights.message_check import check
from heartwork.model.draft import Draft
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.page import Page
from heartwork.screens.question import Question
from heartwork.screens.telling import facts
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import cut, plain, plain_line
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.message_rules import Finding
    from heartwork.screens.page import Clock

MESSAGES: Final = "messages"
"""The table that the draft of a message names as its own; nothing is ever kept there."""

_TEXT, _ROOM = "text", "grief"
_QUOTED = 40


def draft_of(diary: Diary) -> Draft:
    """Return the draft of a message as far as it has come, or a new one."""
    drafts = (draft for draft in diary.drafts() if draft.table == MESSAGES)
    return next(drafts, None) or Draft(MESSAGES, None, {_TEXT: ""}, room=_ROOM)


def told(findings: list[Finding]) -> Content:
    """Return what stands out, each kind with its words and once with the reason."""
    parts = list[Content]()
    for kind, words, why in message_check_words().noticed(findings):
        named = ", ".join(dict.fromkeys(f"“{cut(each, _QUOTED)}”" for each in words))
        title = Content.styled(kind, "bold $secondary")
        parts.append(Content("\n").join([Content.assemble(title, "  ", named), plain(why)]))
    return Content("\n\n").join(parts)


class MessageCheckScreen(Page):
    """A field for the draft, and beside it what stands out; the draft stays until it is let go."""

    HELP = help_for("message_check")
    HOLDS_KEYS = True
    AUTO_FOCUS = "WritingArea"
    DEFAULT_CSS = """
    MessageCheckScreen {
        & #above { height: 1; padding: 0 1; background: $surface; }
        & #title { width: 1fr; color: $primary; text-style: bold; }
        & #mark { width: auto; color: $text-muted; }
        & #mark.-wrong { color: $warning; text-style: bold; }
        & #about { height: auto; padding: 0 2; margin-top: 1; color: $text-muted; }
        & #both { layout: horizontal; height: 1fr; margin-top: 1; }
        & WritingArea { width: 1fr; height: 1fr; margin: 0 1; }
        & #found { width: 1fr; height: 1fr; padding: 0 2; border-left: solid $border-blurred; }
        & #found { scrollbar-size-vertical: 1; }
        & #found:focus { background: $boost; }
        & #found Static { height: auto; }
        & #points { color: $text-muted; }
        &.-narrow #both { layout: vertical; }
        &.-narrow #found { width: 1fr; border-left: none; border-top: solid $border-blurred; }
        &.-low #about, &.-low #both { margin-top: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back, keep the draft", id="message.close", tooltip="Back"),
        Binding("f2", "point", "To the words", id="message.point", tooltip="To the next of them"),
        Binding("ctrl+s", "keep", show=False, priority=True, id="message.keep", tooltip="Save the draft now"),
        Binding("ctrl+r", "clear", "Let it go", id="message.clear", tooltip="Let the draft go"),
    ]
    area = getters.query_one(WritingArea)
    mark = getters.query_one("#mark", Static)
    points = getters.query_one("#points", Static)
    findings_shown = getters.query_one("#findings", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Go on with the draft that is in `diary`, or with an empty field."""
        super().__init__()
        self._diary = diary
        self._jotting = Jotting(diary, clock, draft_of(diary), self._fields)
        self._findings: list[Finding] = []
        self._unread = True

    def compose_page(self) -> ComposeResult:
        """Compose the field and what stands out."""
        words = message_check_words().page
        with Horizontal(id="above"):
            yield Static(words.title, id="title", markup=False)
            yield Static("", id="mark", markup=False)
        yield Static(words.about, id="about", markup=False)
        with Container(id="both"):
            yield WritingArea(placeholder=words.placeholder)
            with VerticalScroll(id="found"):
                yield Static(words.points, id="points", markup=False)
                yield Static("", id="findings", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the draft, and read it."""
        text = str(self._jotting.draft.fields.get(_TEXT) or "")
        lines = text.split("\n")
        self.area.put(text, (len(lines) - 1, len(lines[-1])))
        if self._jotting.draft.id:
            self._say(message_check_words().page.saved)
        self._read()
        self.set_interval(LOOK, self._look)

    # --- reading -------------------------------------------------------------------------------------

    def _fields(self) -> dict[str, object]:
        return {_TEXT: self.area.text}

    @on(WritingArea.Edited)
    def _edited(self) -> None:
        self._jotting.edited()
        self._unread = True
        self._say(message_check_words().page.unsaved)

    def _look(self) -> None:
        """Read and save what was written a moment after the last key."""
        if self._unread:
            self._read()
        before = self._jotting.draft
        self._jotting.save_if_due()
        if self._jotting.trouble:
            self._refused()
        elif self._jotting.draft is not before:
            self._say(message_check_words().page.saved)

    def _read(self) -> None:
        words, text = message_check_words().page, self.area.text
        self._unread = False
        self._findings = check(text, message_check_words().rules)
        nothing = words.nothing if text.strip() else words.empty
        self.points.display = bool(self._findings)
        self.findings_shown.update(told(self._findings) if self._findings else plain(nothing))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go to words only where some stand out."""
        if action == "point":
            return bool(self._findings)
        return super().check_action(action, parameters)

    def action_point(self) -> None:
        """Go to the next words that stand out, and select them."""
        text = self.area.text
        here = _offset(text, *self.area.selection.end)
        after = [each for each in self._findings if each.start >= here]
        if found := next(iter(after or self._findings), None):
            self.area.selection = Selection(_place(text, found.start), _place(text, found.end))
            self.set_focus(self.area)

    # --- the draft -----------------------------------------------------------------------------------

    def seal(self) -> bool:
        """Put what was written into the diary as a draft, at once; tell whether it is there."""
        if self._jotting.seal():
            return True
        self._refused()
        return False

    def _refused(self) -> None:
        self._say(message_check_words().page.not_saved.format(why=self._jotting.trouble), wrong=True)

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft:
        """The draft as it was saved last."""
        return self._jotting.draft

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.mark.update(plain_line(line))
        self.mark.set_class(wrong, "-wrong")

    def action_keep(self) -> None:
        """Save the draft now."""
        if self.seal():
            self._say(message_check_words().page.saved)

    def action_close(self) -> None:
        """Go back; the draft stays, unless it is empty. From around the field, go back to it."""
        if not self.area.has_focus:
            self.set_focus(self.area)
        elif self._drop() if not self.area.text.strip() else self.seal():
            self.dismiss(None)

    @work
    async def action_clear(self) -> None:
        """Ask once, and let the draft go."""
        words = message_check_words().page
        ways = [("no", words.clear_no), ("yes", words.clear_yes)]
        asked = Question(words.clear_title, [words.clear_line], ways)
        if self.area.text.strip() and await self.app.push_screen_wait(asked) == "yes" and self._drop():
            self.area.put("", (0, 0))
            self._read()
            self._say("")
            self.notify(words.cleared, markup=False)

    def _drop(self) -> bool:
        """Let the draft go; tell whether it is gone."""
        try:
            self._jotting.drop()
        except VaultError as error:
            told_of = trouble_with(error, **facts(error, self._diary.path)).text
            self.notify(told_of, severity="warning", markup=False)
            return False
        self._jotting.dropped()
        return True


def _offset(text: str, row: int, column: int) -> int:
    """Return where in a text a row and column are."""
    return sum(len(line) + 1 for line in text.split("\n")[:row]) + column


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return the row and column of a place in a text."""
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)

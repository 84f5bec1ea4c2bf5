"""A page with a text on it: its title, what stands around it, and the tags that are written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static, TextArea

from heartwork.content import help_for
from heartwork.content.details_words import detail_words
from heartwork.content.words import editor
from heartwork.model.template import inserted
from heartwork.screens.headings import headings, length_of
from heartwork.screens.page import Page
from heartwork.screens.sheet import Sheet
from heartwork.screens.tag_offers import key_of, said_of, writable
from heartwork.widgets.fitting_line import FittingLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain
from heartwork.widgets.tag_completion import offered, taken
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets.text_area import EditHistory

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.screens.manuscript import Manuscript
    from heartwork.screens.page import Clock
    from heartwork.widgets.tag_completion import Offer

_SHORT = 20_000
"""Characters up to which a text is counted while it is written, and not only in a pause."""


class Composing(Page):
    """A title above a text, and around them when it was lived, its tags, and how long it is."""

    HELP = help_for("writing")
    AUTO_FOCUS = "WritingArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "text", show=False, id="writing.text", tooltip="From the title to the text"),
        Binding("ctrl+n", "complete", show=False, id="writing.complete", tooltip="Write the tag on offer"),
        Binding("ctrl+pagedown", "turn(1)", show=False, id="writing.next", tooltip="The next section"),
        Binding("ctrl+pageup", "turn(-1)", show=False, id="writing.previous", tooltip="The section before"),
    ]
    head = getters.query_one("#head", FittingLine)
    mark = getters.query_one("#mark", Static)
    title_field = getters.query_one("#title", LineField)
    area = getters.query_one(WritingArea)
    aside = getters.query_one("#aside", Static)
    hint = getters.query_one("#hint", FittingLine)
    count = getters.query_one("#count", Static)

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, entry: Entry) -> None:
        """Write on `entry`, which may be new, as far as `draft` has come with it."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._sheet = Sheet(diary, clock, draft, entry)
        self._plainly = diary.settings.ascii_only
        self._histories: dict[int, EditHistory] = {}
        self._unsplit: tuple[Manuscript, EditHistory] | None = None
        self._tags: dict[str, int] | None = None
        self._offer: Offer | None = None
        self._counted = -1
        self._characters = 0

    def compose_text(self) -> ComposeResult:
        """Compose the line above, title and text, and the line below."""
        with Horizontal(id="above"):
            yield FittingLine(id="head")
            yield Static("", id="mark", markup=False)
        title, hint = self._sheet.entry.title, detail_words().title_hint
        yield LineField(title, placeholder=hint, compact=True, select_on_focus=False, id="title")
        yield WritingArea(placeholder=editor().placeholder)
        yield Static("", id="aside", markup=False)
        with Horizontal(id="foot"):
            yield FittingLine(id="hint")
            yield Static("", id="count", markup=False)

    # --- the text ----------------------------------------------------------------------------------

    def fill(self, history: EditHistory | None = None) -> None:
        """Show the section of the text that is to be written in, with what can be undone in it."""
        manuscript = self._sheet.manuscript
        self.area.put(manuscript.section, manuscript.place, history)
        self.tell()

    def note(self) -> None:
        """Take what stands in the field into the manuscript."""
        self._sheet.manuscript.write(self.area.text, self.area.place)

    def change(self, **fields: object) -> None:
        """Change fields of the entry, the text aside, and say so."""
        waiting = self._sheet.waiting
        if self._sheet.change(**fields):
            self.say_unsaved(waiting=waiting)
            self.tell()

    def insert(self, body: str) -> None:
        """Write a text at the cursor, in paragraphs of its own, and go on in its first gap."""
        place = row, column = self.area.place
        before = self.area.get_text_range((0, 0), place)
        after = self.area.get_text_range(place, self.area.document.end)
        text, at = inserted(body, before, after)
        self.area.insert(text, place, maintain_selection_offset=False)
        lines = text[:at].split("\n")
        self.area.move_cursor((row + len(lines) - 1, len(lines[-1]) + (column if len(lines) == 1 else 0)))
        self.set_focus(self.area)

    @on(WritingArea.Edited)
    def _edited(self) -> None:
        waiting = self._sheet.waiting
        self._sheet.edited()
        self.say_unsaved(waiting=waiting)
        self._look_at_tag()

    @on(Input.Changed, "#title")
    def _titled(self, event: Input.Changed) -> None:
        event.stop()
        self.change(title=event.value)

    @on(Input.Submitted, "#title")
    def action_text(self) -> None:
        """Go from the title to the text."""
        self.set_focus(self.area)

    @on(WritingArea.WentAbove)
    def _above(self) -> None:
        if self._sheet.manuscript.number == 1:
            self.set_focus(self.title_field)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way down to the text only from above it."""
        if action == "text":
            return self.focused is not None and self.focused.id == "title"
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to another section of a long text; what can be undone in this one stays so."""
        self.note()
        here = self._sheet.manuscript.number
        if self._sheet.manuscript.turn(by):
            self._histories[here] = self.area.take_history()
            self.fill(self._histories.pop(self._sheet.manuscript.number, None))
            self.set_focus(self.area)

    def resplit(self) -> None:
        """Cut a text that has become too long for the field into sections; undo leads back behind that."""
        if (before := self._sheet.resplit()) is not None:
            self._unsplit = before, self.area.take_history()
            self._histories.clear()
            self.fill()

    @on(WritingArea.NothingToUndo)
    def _undo_before_split(self) -> None:
        self.note()
        if self._unsplit is not None and self._unsplit[0].text == self._sheet.manuscript.text:
            (self._sheet.manuscript, history), self._unsplit = self._unsplit, None
            self.fill(history)
            self.area.undo()

    # --- what is said around it ----------------------------------------------------------------------

    def tell(self) -> None:
        """Say what there is to say of the text."""
        self.note()
        manuscript, text = self._sheet.manuscript, self._sheet.manuscript.text
        self._counted, self._characters = self.area.edit_count, len(text)
        self.head.ways = headings(self._sheet.entry, text, self._sheet.to, ascii_only=self._plainly)
        length = length_of(manuscript.words, self._sheet.minutes, ascii_only=self._plainly)
        self.count.update(length)
        large, many = editor().large, len(manuscript) > 1
        line = large.section.format(place=manuscript.number, count=len(manuscript))
        self.aside.update(plain(f"{large.kept_whole} {line}" if many else ""))
        self.set_class(many, "-by-section")
        self._tell_hint()

    def tell_in_time(self) -> None:
        """Say what there is to say of what was written since; of a long text only in a pause."""
        if self._counted != self.area.edit_count and (self._characters < _SHORT or not self._sheet.waiting):
            self.tell()

    def say(self, line: str, *, wrong: bool = False) -> None:
        """Say how it stands with saving."""
        self.mark.update(plain(line))
        self.mark.set_class(wrong, "-wrong")

    def say_unsaved(self, *, waiting: bool) -> None:
        """Say that something waits to be saved, unless it was `waiting` already."""
        if not waiting:
            self.say(editor().saving)

    # --- tags ----------------------------------------------------------------------------------------

    @property
    def known_tags(self) -> dict[str, int]:
        """The tags that can be written here, and how often each is used."""
        if self._tags is None:
            tags = self._diary.tags()
            self._tags = {tag: tags[tag] for tag in writable(tags)}
        return self._tags

    def forget_tags(self) -> None:
        """Look for the known tags anew when they are needed next."""
        self._tags = None

    @on(TextArea.SelectionChanged)
    def _look_at_tag(self) -> None:
        line, before = self.area.line, self._offer
        if before is not None or "#" in line:
            self._offer = offered(line, self.area.place[1], list(self.known_tags), before)
        if self._offer != before:
            self._tell_hint()

    def _tell_hint(self) -> None:
        offer, key = self._offer, "writing.complete"
        said: tuple[str, ...] = ()
        if offer is not None:
            said = said_of(offer, self.known_tags, key_of(self, key), ascii_only=self._plainly)
        self.hint.ways = said or (", ".join(self._sheet.entry.feelings),)

    def action_complete(self) -> None:
        """Write the tag that is offered in the place of the one that is being written."""
        if (offer := self._offer) is not None and self.area.has_focus:
            row = self.area.place[0]
            self._offer = taken(offer)
            self.area.replace(offer.next, (row, offer.start), (row, offer.end))

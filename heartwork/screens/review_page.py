"""What is on the page of a review: one part at a time, and what can be pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import VerticalScroll
from textual.events import Mount
from textual.widgets import Static

from heartwork.content import moods_named
from heartwork.content.review_words import review_words
from heartwork.diary.reviews import said_at
from heartwork.model.care import Care
from heartwork.model.contact import ContactKind
from heartwork.model.days import local
from heartwork.model.review import Contact, LineSort, Part
from heartwork.model.text import clean_line
from heartwork.screens.contact_looks import name_of
from heartwork.screens.feeling_words import FeelingWords
from heartwork.screens.page import Page
from heartwork.widgets.care_list import CareList
from heartwork.widgets.choices import Choices
from heartwork.widgets.feelings import FeelingPicker
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.looks import DOTS, mood_glyph
from heartwork.widgets.mood_scale import MoodScale
from heartwork.widgets.plain import plain, plain_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.model.review import Review
    from heartwork.screens.page import Clock


_NOTED = (ContactKind.SLIP, ContactKind.HAD_TO, ContactKind.URGE)
"""What may be noted of contact before a day is looked back on."""

PASSED_OVER = "pass"
"""The choice that answers nothing."""


class ReviewPage(Page):
    """The parts of the page, and how each is shown; who asks and keeps is made of this."""

    HELP = review_words().help["review"]
    AUTO_FOCUS = ""
    HOLDS_KEYS = True
    DEFAULT_CSS = """
    ReviewPage {
        align: center middle;
        & > #review {
            width: 76;
            max-width: 100%;
            height: 17;
            max-height: 1fr;
            padding: 1 2;
            scrollbar-size-vertical: 1;
            & > * { display: none; height: auto; }
            & > #place { color: $text-muted; }
            & > #title { color: $primary; text-style: bold; margin-bottom: 1; }
            & > #facts { margin-bottom: 1; }
            & > #sentence { color: $secondary; margin-bottom: 1; }
            & > #hint { color: $text-muted; margin-top: 1; }
            & > #wrong { color: $warning; margin-top: 1; }
            & > MoodScale, & > FeelingPicker { padding: 0; }
            & > FeelingPicker { min-height: 4; }
            & > LineField, & > LineField:focus { height: 1; padding: 0 1; background: $surface; }
        }
        &.-low > #review, &.-flat > #review { padding: 0 1; }
        &.-at-end > #review { height: auto; min-height: 17; max-height: 100%; }
    }
    """
    wrong_line = ""
    """What is said to be not as it should be; empty for nothing."""

    scale = getters.query_one(MoodScale)
    picker = getters.query_one(FeelingPicker)
    choices = getters.query_one(Choices)
    care = getters.query_one(CareList)
    line = getters.query_one(LineField)
    box = getters.query_one("#review", VerticalScroll)
    wrong = getters.query_one("#wrong", Static)

    def __init__(self, diary: Diary, clock: Clock, review: Review) -> None:
        """Show a review at the part that it has come to."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self.review = review
        self._words = FeelingWords(diary)

    def compose_page(self) -> ComposeResult:
        """Compose every part; one at a time is shown."""
        words, settings = review_words(), self._diary.settings
        plainly = settings.ascii_only
        moods = [(mood_glyph(each, ascii_only=plainly), each.word) for each in moods_named(settings)]
        with VerticalScroll(id="review", can_focus=False):
            for name in ("place", "title", "facts", "sentence"):
                yield Static("", id=name, markup=False)
            yield MoodScale(moods, self.review.mood)
            offered = self._words.offered(self.review.mood)
            yield FeelingPicker(offered, self.review.feelings, ascii_only=plainly)
            yield Choices(ascii_only=plainly)
            yield CareList(words.care.yes, words.care.no, ascii_only=plainly)
            yield LineField(self.review.line, compact=True, select_on_focus=False)
            yield Static("", id="hint", markup=False)
            yield Static("", id="wrong", markup=False)
        yield KeyLine()

    @on(Mount)
    def _show_first(self) -> None:
        self.show_part()

    # --- which part ----------------------------------------------------------------------------------

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are asked now, in their order; to be overridden."""
        return ()

    def show_part(self) -> None:
        """Show the part that it is, or the end."""
        shows: dict[Part | None, Callable[[], None]] = {
            Part.MOOD: partial(self._show, self.scale, review_words().mood),
            Part.FEELINGS: partial(self._show, self.picker, review_words().feelings),
            Part.CONTACT: self._show_contact,
            Part.CARE: self._show_care,
            Part.MEMENTO: self._show_memento,
            Part.GOAL: self._show_goal,
            Part.LINE: self.show_line,
            None: self.show_end,
        }
        shows[self.review.at]()
        self.refresh_bindings()

    def show_end(self) -> None:
        """Show the end; to be overridden."""

    def _show_contact(self) -> None:
        words = review_words()
        said = words.contact_choices
        names = (*(each.value for each in Contact), PASSED_OVER)
        chosen = self.review.contact
        self._choices(
            [(name, said[name], said[f"{name}_said"]) for name in names], chosen.value if chosen else None
        )
        if chosen is None:
            self.choices.cursor = len(Contact)  # enter alone answers nothing
        today = [event for event in self._diary.contact.events() if event.day == self.review.day]
        noted = ", ".join(name_of(event) for event in today if event.kind in _NOTED)
        self._show(self.choices, words.contact, words.contact.noted.format(names=noted) if noted else "")

    def _show_care(self) -> None:
        answers = {key: answer == Care.YES for key, answer in self.review.care.items()}
        self.care.show_care({habit.id: habit.name for habit in self._diary.care.habits()}, answers)
        self._show(self.care, review_words().care)

    def _show_memento(self) -> None:
        words, memento = review_words().memento, self._diary.reviews.memento()
        if memento is None:
            return
        said = words.said.format(words=memento.name)
        if memento.weight is not None:
            said += DOTS[self._diary.settings.ascii_only] + words.weight.format(weight=memento.weight)
        self._choices([("later", words.later, words.later_said), ("decide", words.decide, words.decide_said)])
        self._show(self.choices, words, said)

    def _show_goal(self) -> None:
        words, found = review_words().goal, self._diary.reviews.goal(self.review.day)
        if found is None:
            return
        goal, step = found
        said = words.said.format(words=goal.title if step is None else goal.steps[step].text)
        if step is not None:
            said += f"\n{words.of_goal.format(words=goal.title)}"
        self._choices([("later", words.later, words.later_said), ("done", words.done, words.done_said)])
        self._show(self.choices, words, said)

    def show_line(self) -> None:
        """Show the question of the one line, as it is asked now."""
        words, sort = review_words().line, self.review.sort
        said = self._diary.reviews.prompt(self.review) if sort is LineSort.PROMPT else ""
        if clean_line(self.line.value) != self.review.line:
            self.line.value = self.review.line
        self._parts(self.line, title=getattr(words, sort.value), said=said, hint=words.hint)
        self.set_focus(self.line)

    def _choices(self, lines: Sequence[tuple[str, str, str]], present: str | None = None) -> None:
        """Show lines to choose from; without one that is chosen the cursor begins at the first."""
        self.choices.show_choices(lines, present)
        if present is None:
            self.choices.cursor = 0

    def _show(self, part: Widget, words: object, said: str = "") -> None:
        self._parts(part, title=getattr(words, "title", ""), said=said, hint=getattr(words, "hint", ""))
        self.set_focus(part)

    # --- showing -------------------------------------------------------------------------------------

    def _parts(
        self, part: Widget | None, *, title: str, said: str = "", sentence: str = "", hint: str = ""
    ) -> None:
        """Show one part, and of the texts around it those that say something."""
        texts = {"place": self._place(), "title": title, "facts": said, "sentence": sentence, "hint": hint}
        for name, text in texts.items():
            label = self.query_one(f"#{name}", Static)
            label.update(plain_line(text) if name == "place" else plain(text))
            label.display = bool(text)
        for each in (self.scale, self.picker, self.choices, self.care, self.line):
            each.display = each is part
        self.set_class(part is None, "-at-end")
        self.box.can_focus = part is None  # with nothing to answer, the arrows scroll what is said
        self.say_wrong("")

    def _place(self) -> str:
        """Return where one is: the name of it all, a day that is not today, and which part of how many."""
        words, parts, at = review_words(), self.parts, self.review.at
        said = [words.title]
        if local(self._clock(), self.review.zone).date() != self.review.day:
            said.append(words.yesterday.format(day=f"{self.review.day:%A}"))
        if not self.review.entry and (earlier := self._diary.reviews.of(self.review.day)) is not None:
            said.append(words.adds.format(time=f"{local(said_at(earlier), earlier.zone):%H:%M}"))
        if at in parts:
            said.append(words.progress.format(place=parts.index(at) + 1, of=len(parts)))
        return DOTS[self._diary.settings.ascii_only].join(said)

    def say_wrong(self, line: str) -> None:
        """Say what is not as it should be; nothing takes it away."""
        self.wrong_line = line
        self.wrong.update(plain(line))
        self.wrong.display = bool(line)

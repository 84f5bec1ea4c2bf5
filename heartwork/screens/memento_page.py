"""One memento large, and what is to become of it; or of several at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from heartwork.content import help_for, moods_named
from heartwork.content.deciding_words import (
    deciding_words,
    decision_said,
    decision_told,
    digital_hint,
    short_day,
)
from heartwork.diary.here import local_zone
from heartwork.insights.day_mood import day_mood
from heartwork.model.days import DAY_END, logical_day
from heartwork.model.memento import SIZES, Decision, Sort
from heartwork.screens.jotting import begun
from heartwork.screens.memento_asking import AskedOf, MementoDialog
from heartwork.screens.memento_farewell import FAREWELL, Farewell
from heartwork.screens.memento_fields import MementoFields, draft_of
from heartwork.screens.memento_undoing import some_names
from heartwork.widgets.choices import Choices
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import cut, plain, plain_line

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content.deciding_words import OneDecision
    from heartwork.diary import Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.page import Clock

_HEAVY = 2
"""Up to this mood of the day, nothing needs deciding."""

_NAME_CELLS = 40


class MementoPage(MementoDialog[str | None]):
    """Shows one memento with the nine decisions; its answer is the id of what to go back to."""

    HELP = help_for("memento")
    DEFAULT_CSS = """
    MementoPage {
        & > VerticalScroll { width: 92; }
        & Static { margin: 0; }
        & .title { margin: 0; max-height: 2; }
        & .facts { color: $text-muted; margin-bottom: 1; }
        & Choices { scrollbar-size-vertical: 1; }
        & .story { height: auto; margin-bottom: 1; padding: 0; scrollbar-size-vertical: 1; }
        & .story:focus { background: $boost; }
        & .heavy { color: $secondary; margin-bottom: 1; }
        & .hint { color: $text-muted; margin-bottom: 1; }
        & .keys { margin-top: 1; }
        &.-narrow > VerticalScroll { padding: 0 1; }
        &.-low, &.-flat {
            & .facts, & .story, & .heavy, & .hint { margin-bottom: 0; }
            & .keys { margin-top: 0; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="memento.back", tooltip="Back to the list"),
        Binding("space", "let_go", "Let go", id="memento.let_go", tooltip="Let it go, or take it up again"),
        Binding(
            "e", "edit", "Edit", id="memento.edit", tooltip="Change its name, weight, story and the rest"
        ),
    ]
    choices = getters.query_one(Choices)
    title_line = getters.query_one(".title", Static)
    facts_line = getters.query_one(".facts", Static)
    story = getters.query_one(".story", VerticalScroll)
    story_text = getters.query_one("#story-text", Static)
    heavy = getters.query_one(".heavy", Static)
    hint = getters.query_one(".hint", Static)

    answered = False
    """Was a decision taken here, not yet among them?"""

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Show the memento with the id `key`."""
        super().__init__(diary, clock)
        self._key = key

    def compose_dialog(self) -> ComposeResult:
        """Compose what it is, its story, what may help, and the decisions."""
        yield Static("", classes="title", markup=False)
        yield Static("", classes="facts", markup=False)
        with VerticalScroll(classes="story"):
            yield Static("", id="story-text", markup=False)
        yield Static("", classes="heavy", markup=False)
        yield Static("", classes="hint", markup=False)
        yield Choices(ascii_only=self.plainly)
        yield self.keys(deciding_words().page.keys)

    def on_mount(self) -> None:
        """Show it, with the cursor on what was decided."""
        self._show()
        self.set_focus(self.choices)

    # --- showing -----------------------------------------------------------------------------------

    def show_again(self) -> None:
        """Show it as it is now: another room may have changed it, or taken it away."""
        if self._key in self._diary.mementos:
            self._show()
        else:
            self.dismiss(None)

    @property
    def memento(self) -> Memento:
        """The memento as it is now."""
        return self._diary.mementos.one(self._key)

    def _show(self) -> None:
        words, memento = deciding_words(), self.memento
        self.title_line.update(plain_line(memento.name))
        known = facts_of(memento, self.today, self._diary.settings.day_end)
        self.facts_line.update(plain(DOTS[self.plainly].join(known)))
        self.story_text.update(plain(memento.story or words.page.no_story))
        self.story.can_focus = bool(memento.story)
        mood = heavy_mood(self._diary, self.today)
        self._say_in(self.heavy, words.page.heavy.format(mood=mood) if mood else "")
        self._say_in(self.hint, self._hint(memento))
        lines = [(each.value, one.name, one.line) for each, one in _nine()]
        self.choices.show_choices(lines, memento.decision.value)
        self._fit()

    def _hint(self, memento: Memento) -> str:
        if draft_of(self._diary, self._key) is not None:
            return deciding_words().page.draft
        if begun(self._diary, self._diary.mementos.TABLE, self._key, FAREWELL) is not None:
            return deciding_words().page.farewell_draft
        return digital_hint(memento.name) if memento.sort is Sort.DIGITAL else ""

    def _say_in(self, place: Static, line: str) -> None:
        place.update(plain(line))
        place.display = bool(line)

    @on(events.Resize)
    def _fit(self) -> None:
        """Give the story the height there is."""
        self.fit(self.story, self.choices)

    # --- deciding ----------------------------------------------------------------------------------

    @on(Choices.Opened)
    def _chosen(self, event: Choices.Opened) -> None:
        event.stop()
        self._decide(Decision(event.id))

    @work
    async def _decide(self, decision: Decision) -> None:
        """Ask what the decision needs, keep it, and go back; escape leaves it as it was."""
        words, memento = deciding_words().page, self.memento
        name = cut(memento.name, _NAME_CELLS)
        asked = AskedOf(*(each.format(name=name) for each in (words.until, words.give_back, words.donate)))
        decided, before = await self.ask_about(decision, asked, memento.to), self._diary.revision
        if decided is None or not self.decide([self._key], decided):
            return
        said = words.as_before if self._diary.revision == before else words.decided
        self.say(said.format(told=decision_told(self.memento, name, self.today)))
        self.answered = True
        self.dismiss(self._key)

    # --- letting go, and its fields ----------------------------------------------------------------

    @work
    async def action_let_go(self) -> None:
        """Let it go with a farewell; what is gone is taken up again."""
        if self.memento.done:
            if self.change(partial(self._diary.mementos.take_up, [self._key], now=self._clock())):
                self.say(deciding_words().farewell.back.format(name=cut(self.memento.name, _NAME_CELLS)))
                self._show()
        elif await self.app.push_screen_wait(Farewell(self._diary, self._clock, self._key)):
            self.dismiss(self._key)

    @work
    async def action_edit(self) -> None:
        """Change its fields."""
        if self.change(lambda: None):
            await self.app.push_screen_wait(MementoFields(self._diary, self._clock, self._key))

    def action_leave(self) -> None:
        """Go back to the list."""
        self.dismiss(self._key)


class DecideAll(MementoDialog[bool]):
    """Decides about several mementos at once, as one change; its answer is whether it did."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="decide_all.back", tooltip="Close and change nothing"),
    ]
    choices = getters.query_one(Choices)

    def __init__(self, diary: Diary, clock: Clock, ids: list[str]) -> None:
        """Decide about the mementos with these ids."""
        super().__init__(diary, clock)
        self._ids = list(ids)

    def compose_dialog(self) -> ComposeResult:
        """Compose how many and which they are, and the decisions."""
        words, count = deciding_words().several, len(self._ids)
        title = words.title_one if count == 1 else words.title.format(count=count)
        yield Static(plain(title), classes="title")
        yield Static(plain(some_names(self._diary, self._ids, words.more)))
        if mood := heavy_mood(self._diary, self.today):
            yield Static(plain(deciding_words().page.heavy.format(mood=mood)))
        yield Choices(ascii_only=self.plainly)

    def on_mount(self) -> None:
        """Show the decisions; one that all of them have already is marked."""
        made = {self._diary.mementos.one(key).decision for key in self._ids}
        lines = [(each.value, one.name, one.line) for each, one in _nine()]
        self.choices.show_choices(lines, made.pop().value if len(made) == 1 else None)
        self.set_focus(self.choices)

    @on(Choices.Opened)
    def _chosen(self, event: Choices.Opened) -> None:
        event.stop()
        self._decide(Decision(event.id))

    @work
    async def _decide(self, decision: Decision) -> None:
        words, count = deciding_words().several, len(self._ids)
        asked = AskedOf(*(each.format(count=count) for each in (words.until, words.give_back, words.donate)))
        decided = await self.ask_about(decision, asked, "")
        if decided is not None and self.decide(self._ids, decided):
            first = self._diary.mementos.one(self._ids[0])
            told = decision_told(first, cut(first.name, _NAME_CELLS), self.today, count)
            self.say(deciding_words().page.decided.format(told=told))
            self.dismiss(True)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(False)


# --- in words ---------------------------------------------------------------------------------------


def _nine() -> list[tuple[Decision, OneDecision]]:
    words = deciding_words()
    return [(each, words.decisions[each.value]) for each in Decision]


def facts_of(memento: Memento, today: date, day_end: time = DAY_END) -> list[str]:
    """Return in a few words each what is known of a memento, as far as it is."""
    words = deciding_words()
    felt = words.page.not_felt
    if memento.weight is not None:
        felt = words.page.weighs.format(weight=memento.weight)
        if memento.done and memento.weight_after is not None:
            felt = words.page.weighed.format(weight=memento.weight, after=memento.weight_after)
    helper = words.page.helper.format(name=memento.helper) if memento.helper else ""
    size = words.page.sizes[memento.size - 1] if memento.size > SIZES[0] else ""
    said = [words.sort_name(memento.sort), felt, memento.where, size, helper, *_days(memento, today, day_end)]
    if memento.decision is not Decision.UNDECIDED:
        said.append(decision_said(memento, today))
    return [each for each in said if each]


def _days(memento: Memento, today: date, day_end: time) -> list[str]:
    """Return since when a memento is here, and when it was let go."""
    words, said = deciding_words().page, []
    if memento.created is not None:
        day = _day_of(memento.created, day_end)
        said.append(words.today if day >= today else words.since.format(day=short_day(day, today)))
    if memento.done is not None:
        said.append(words.gone.format(day=short_day(_day_of(memento.done, day_end), today)))
    return said


def _day_of(instant: datetime, day_end: time) -> date:
    return logical_day(instant, local_zone(), day_end)


def heavy_mood(diary: Diary, today: date) -> str:
    """Return the word for today's mood where it is one of the two heaviest, or nothing."""
    mood = day_mood(diary.felt(today, today).get(today.isoformat(), ()))
    if mood is None or mood.value > _HEAVY:
        return ""
    return moods_named(diary.settings)[mood.step - 1].word

"""What is done about an urge that is waited with, and what became of it, said honestly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from heartwork.content.urge_words import urge_words
from heartwork.diary.here import local_zone
from heartwork.insights.urges import left_to_wait
from heartwork.model.contact import ContactKind, Outcome, SlipKind, lived
from heartwork.model.text import normal
from heartwork.screens.contact_doing import note
from heartwork.screens.jotted_line import JottedLine
from heartwork.screens.letter_pen import addressee, known_names, new_letter
from heartwork.screens.letter_questions import AskTo
from heartwork.screens.question import Question
from heartwork.screens.urge_breathing import Breathing
from heartwork.screens.urge_page import UrgePage
from heartwork.screens.urge_rows import MOST_DIGITS
from heartwork.screens.writing import WritingScreen
from heartwork.widgets.row_list import RowList
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.binding import BindingType

_ACTED = {
    Outcome.WROTE: SlipKind.WROTE,
    Outcome.CALLED: SlipKind.CALLED,
    Outcome.LOOKED: SlipKind.LOOKED,
}
"""Outcomes that are asked about once more, and what kind of slip each is, if it is noted as one."""

_OTHER = "urges"
"""The table that the draft of something else names as its own; it becomes a part of an urge."""

_WALK, _LETTER, _BREATHE, _CHECK = range(4)


class UrgeScreen(UrgePage):
    """Waits with somebody; leaving it does not end the wait."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="urge.back", tooltip="Back; the wait goes on"),
        Binding(
            "tab",
            "app.focus_next",
            "When ready",
            id="urge.ready",
            tooltip="On to what became of it, and round again",
        ),
        Binding("l", "letter", "Letter", id="urge.letter", tooltip="An unsent letter"),
        Binding("b", "breathe", "Breathe", id="urge.breathe", tooltip="Ten slow breaths"),
        Binding("c", "check", "Check a message", id="urge.check", tooltip="Read a draft here"),
        Binding("o", "people", "My people", id="urge.people", tooltip="To the people who help"),
        Binding("w", "walk", "Walk", id="urge.walk", tooltip="Note that you go for a walk"),
        Binding("n", "other", "Something else", id="urge.other", tooltip="Note something else that you try"),
        Binding("a", "anew", "A new urge", id="urge.anew", tooltip="Leave this one open, and begin another"),
        Binding("s", "app.support", "Support", id="urge.support", tooltip="The support page"),
        *(
            Binding(str(n), f"way({n})", show=False, id=f"urge.way_{n}", tooltip=f"Note the way numbered {n}")
            for n in range(1, MOST_DIGITS + 1)
        ),
    ]

    begins_anew = False
    """Did the person leave this urge for another one?"""

    _warned = False
    """Was it said that something is not saved, when the person wanted to go?"""

    # --- what is tried -------------------------------------------------------------------------------

    @on(RowList.Marked)
    def _marked(self) -> None:
        """Note what is marked, in the order of the list."""
        names, marked = self._ways.names, self.ways_list.marked
        if self._note.urge is None:
            return
        tried = [each for each in self._note.urge.tried if normal(each) in marked]
        before = {normal(each) for each in tried}
        self._note.tried(*tried, *(names[key] for key in names if key in marked and key not in before))
        self._tell()

    def _try(self, name: str) -> None:
        """Note that something is tried now."""
        self.ways_list.marked |= {normal(name)}

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        """Do what opens something here; note the rest, or take the note away."""
        activities = {normal(each.name): each.id for each in urge_words().activities}
        does = {"letter": self.action_letter, "breathe": self.action_breathe, "check": self.action_check}
        verb = does.get(activities.get(event.id, ""))
        if verb is not None:
            verb()
            return
        self._turn(event.id)

    def _turn(self, key: str) -> None:
        """Note what is done, or take its note away; only the last of several words of it stays to be read."""
        noted = key not in self.ways_list.marked
        self.ways_list.marked ^= {key}
        if self._note.urge is not None:
            words = urge_words().gate
            self.app.clear_notifications()
            self.notify(words.noted if noted else words.taken, markup=False)

    def action_way(self, digit: int) -> None:
        """Go to what a digit stands before, and note it, or take its note away."""
        if (key := self._ways.digits.get(digit)) is not None:
            self.set_focus(self.ways_list)
            self.ways_list.move_to(key)
            self._turn(key)

    def action_walk(self) -> None:
        """Note a walk, or take its note away."""
        self._turn(normal(urge_words().activities[_WALK].name))

    def action_breathe(self) -> None:
        """Breathe for a while."""
        self._try(urge_words().activities[_BREATHE].name)
        self.app.push_screen(Breathing(self._diary.settings))

    @work
    async def action_letter(self) -> None:
        """Write a letter that is not sent."""
        if self._diary.read_only:
            return
        said = await self.app.push_screen_wait(AskTo(known_names(self._diary)))
        if said is None:
            return
        self._try(urge_words().activities[_LETTER].name)
        pages = new_letter(self._diary, addressee(said), self._clock())
        await self.app.push_screen_wait(WritingScreen(self._diary, self._clock, *pages))

    def action_check(self) -> None:
        """Read a draft of a message."""
        from heartwork.screens.message_check import MessageCheckScreen

        if not self._diary.read_only:
            self.app.push_screen(MessageCheckScreen(self._diary, self._clock))

    def action_people(self) -> None:
        """Go to the people who help; where there are none, to the support page."""
        if self._ways.people:
            self.set_focus(self.ways_list)
            self.ways_list.move_to(self._ways.people[0])
        else:
            self.app.run_worker(self.app.run_action("support"))

    @work
    async def action_other(self) -> None:
        """Ask what else is done, and note it."""
        words = urge_words().gate
        asked = JottedLine(self._diary, self._clock, _OTHER, (words.other_title, words.other_line))
        said = await self.app.push_screen_wait(asked)
        if said and self._note.urge is not None:
            self._note.tried(*self._note.urge.tried, said, instead_of=asked.begun)
            self._show_ways()
            self.ways_list.move_to(normal(said))

    # --- the end -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a new urge only once the wait is over."""
        urge = self._note.urge
        if action == "anew":
            return urge is not None and not left_to_wait(urge, self._clock())
        if action == "way":
            return not self._diary.read_only and parameters[0] in self._ways.digits
        if action in {"letter", "check", "walk", "other"}:
            return not self._diary.read_only
        return super().check_action(action, parameters)

    @on(Scale.Accepted)
    async def _accepted(self) -> None:
        if self.outcomes.value is not None:
            self._end(list(Outcome)[self.outcomes.value - 1])

    @work
    async def _end(self, outcome: Outcome) -> None:
        """Note an outcome; one that was acted upon is asked about once more."""
        words = urge_words().outcome
        if outcome is Outcome.PASSED:
            self._note.ended(outcome)
            self._leave_with(words.passed)
        elif outcome is Outcome.STILL_HERE:
            self._note.wait_on()
            self.outcomes.value = None
            self.set_focus(self.ways_list)
            minutes = round(self._note.wait.total_seconds() / 60)
            self.notify(words.still.format(minutes=minutes), markup=False)
            self._tell()
        elif await self._sure(outcome):
            self.ending = True
            self._note.ended(outcome)
            kept = words.said_kept if self._diary.contact.started else words.said
            self._leave_with(words.slipped if await self._as_slip(outcome) else kept)
        else:
            self.outcomes.value = None
            self.set_focus(self.ways_list)

    async def _sure(self, outcome: Outcome) -> bool:
        words = urge_words().outcome
        ways = [("no", words.no), ("yes", words.yes)]
        asked = Question(words.sure[[*_ACTED].index(outcome)], [words.sure_line], ways)
        return await self.app.push_screen_wait(asked) == "yes"

    async def _as_slip(self, outcome: Outcome) -> bool:
        """Ask whether it is to be noted as a slip, where a log was started; tell whether it was."""
        words, diary = urge_words().outcome, self._diary
        if not diary.contact.started:
            return False
        ways = [("yes", words.slip_yes), ("no", words.slip_no)]
        if await self.app.push_screen_wait(Question(words.slip, [words.slip_line], ways)) != "yes":
            return False
        slip = lived(
            ContactKind.SLIP, self._clock(), local_zone(), diary.settings.day_end, slip=_ACTED[outcome]
        )
        return bool(await note(self.app, diary, self._clock, slip))

    def _leave_with(self, line: str) -> None:
        """Go back with a few words; what the disk refused keeps the page open, and is tried again."""
        self.ending = False
        self._tell()
        if not self._note.trouble:
            self.notify(line, markup=False)
            self.dismiss(None)

    def action_anew(self) -> None:
        """Leave this urge without an outcome, and begin with another."""
        self.begins_anew = True
        self.dismiss(None)

    def action_leave(self) -> None:
        """Go back; the wait goes on. What is not saved is said once before."""
        if self.seal() or self._warned:
            self.dismiss(None)
        self._warned = True
        self._tell()

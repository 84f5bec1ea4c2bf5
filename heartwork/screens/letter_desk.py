"""Letters that are not sent, in the journal: begun, sealed, opened, answered, kept and burned."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content import trouble_with
from heartwork.content.letter_words import letter_words
from heartwork.content.words import door
from heartwork.diary.errors import UnfitLetter
from heartwork.model.letter import EARLY_WAIT
from heartwork.screens.letter_answer import AnswerScreen
from heartwork.screens.letter_looks import (
    Phase,
    instead_of_text,
    letter_state,
    month_said,
    phase_of,
    time_said,
)
from heartwork.screens.letter_pen import (
    addressee,
    answer_to,
    answers_begun,
    due_letters,
    known_names,
    new_letter,
    readdressed,
    sealed,
    unkept,
)
from heartwork.screens.letter_questions import Ashes, AskDay, AskTo
from heartwork.screens.letter_showing import LetterShowing
from heartwork.screens.letter_ways import ways_for
from heartwork.screens.pen import page_on
from heartwork.screens.question import MOST_ANSWERS, Question

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.binding import BindingType

    from heartwork.diary import Change
    from heartwork.model.letter import Letter
    from heartwork.model.place import Place


class LetterDesk(LetterShowing):
    """The part of the journal in which something is done with letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "l",
            "letter",
            "Letter",
            show=False,
            id="journal.letter",
            tooltip="What can be done with the highlighted letter; elsewhere, begin one",
        ),
    ]

    # --- coming in ---------------------------------------------------------------------------------

    def welcome(self, place: Place) -> None:
        """Go on with an answer where one was being written."""
        super().welcome(place)
        if self._diary.read_only:
            return
        begun = answers_begun(self._diary)
        resumed = next((draft for draft in begun if draft.id == place.draft), None)
        if resumed is not None:
            self._answer(str(resumed.target))
        elif begun:
            letter = self._diary.letters.of(str(begun[0].target))
            self.toast(letter_words().told.unanswered.format(letter=_named(letter)))

    def tell_standing(self) -> None:
        """Show what holds now above the room, and that a letter may be opened, or how many."""
        super().tell_standing()
        self.notices.say("letter", self._due_said())

    def _due_said(self) -> str:
        due, told, today = due_letters(self._diary), letter_words().told, self.present.today
        if len(due) > 1:
            return told.several.format(count=len(due))
        if not due:
            return ""
        line = told.due_today if due[0].until == today else told.due
        return line.format(letter=_named(due[0]), month=self._month_of(due[0]))

    def _month_of(self, letter: Letter) -> str:
        """Return the month in which a letter was written."""
        return month_said(self._diary.entry(letter.entry).day, self.present.today)

    # --- asking ------------------------------------------------------------------------------------

    @work
    async def action_letter(self) -> None:
        """Ask what is to be done with the highlighted letter; elsewhere, open one, or begin one."""
        letter = self.letter(self.entry)
        if self._diary.read_only:
            self.toast(door().screen.read_only, warning=True)
        elif letter is None:
            await self._no_letter_here()
        else:
            answer = await self.app.push_screen_wait(self._ways_question(letter))
            await self._do_with_letter(answer, letter)

    def _ways_question(self, letter: Letter) -> Question:
        key, present, words = letter.entry, self.present, letter_words()
        phase = phase_of(letter, present)
        told = phase in (Phase.CLOSED, Phase.WAITING, Phase.BURNED)
        lines = [instead_of_text(letter, present) if told else letter_state(letter, present)]
        if letter.early and phase is Phase.CLOSED:
            lines.append(words.ways.early_used)
        ways = ways_for(
            letter,
            present,
            worded=bool(self._diary.entry(key).body.strip() or unkept(self._diary, key, present.now)),
            answering=any(draft.target == key for draft in answers_begun(self._diary)),
        )
        return Question(self.quote(key), lines, [*ways, *self._due_ways(MOST_ANSWERS - len(ways), but=key)])

    def _due_ways(self, most: int, *, but: str = "") -> list[tuple[str, str]]:
        """Return the ways to open a letter whose day has come, except the one that is meant anyway."""
        due = [letter for letter in due_letters(self._diary) if letter.entry != but]
        words = letter_words().ways.due
        return [
            (letter.entry, words.format(letter=_named(letter), month=self._month_of(letter)))
            for letter in due[: max(most, 0)]
        ]

    async def _no_letter_here(self) -> None:
        """Offer the letters whose day has come, and a new one; where none is due, begin one."""
        words = letter_words().ways
        ways = self._due_ways(MOST_ANSWERS - 1)
        answer: str | None = "new"
        if ways:
            asked = Question(words.due_title, [], [*ways, ("new", words.new)])
            answer = await self.app.push_screen_wait(asked)
        if answer == "new":
            await self._begin_letter()
        elif answer is not None:
            await self._open_letter(self._diary.letters.of(answer))

    async def _do_with_letter(self, answer: str | None, letter: Letter) -> None:
        """Do what was chosen for a letter."""
        verbs: dict[str | None, Callable[[Letter], Awaitable[None]]] = {
            "address": self._address,
            "answer": self._answer_letter,
            "burn": self._burn,
            "early": self._ask_early,
            "keep": self._keep_letter,
            "new": self._begin_letter,
            "open": self._open_letter,
            "read": self._read_letter,
            "seal": self._seal_letter,
            "stay": self._leave_closed,
            "write": self._write_on_letter,
        }
        if (verb := verbs.get(answer)) is not None:
            await verb(letter)
        elif answer is not None:
            await self._open_letter(self._diary.letters.of(answer))

    def _tried_with_letter(self, verb: Callable[[], Change]) -> bool:
        """Do something to a letter, and tell whether it is done; where it cannot be, say why."""
        try:
            return bool(self.change(verb))
        except UnfitLetter as unfit:
            self.toast(trouble_with(unfit).text, warning=True)
            return False

    # --- writing -----------------------------------------------------------------------------------

    async def _begin_letter(self, _at: Letter | None = None) -> None:
        """Ask whom a new letter is to, and open the editor on it."""
        said = await self.app.push_screen_wait(AskTo(known_names(self._diary)))
        if said is not None:
            self.write_on(new_letter(self._diary, addressee(said), self._clock()))

    async def _read_letter(self, letter: Letter) -> None:
        self.go_to(letter.entry)

    async def _write_on_letter(self, letter: Letter) -> None:
        self.write_on(page_on(self._diary, letter.entry))

    async def _answer_letter(self, letter: Letter) -> None:
        self._answer(letter.entry)

    def _answer(self, key: str) -> None:
        """Open the editor on the answer to a letter."""
        page = replace(self.page(self._diary.entry(key)), answer="")
        screen = AnswerScreen(self._diary, self._clock, answer_to(self._diary, key), page)
        self.app.push_screen(screen, lambda _: self.refresh_list(keep=key))

    async def _address(self, letter: Letter) -> None:
        asked = AskTo(known_names(self._diary), letter.to, new=False)
        said = await self.app.push_screen_wait(asked)
        if said is None:
            return
        to = addressee(said)
        if self._tried_with_letter(partial(readdressed, self._diary, letter.entry, to, self._clock())):
            self.toast(letter_words().told.addressed.format(letter=letter_words().name.letter_to(to)))

    # --- sealing and opening -----------------------------------------------------------------------

    async def _seal_letter(self, letter: Letter) -> None:
        today, key, told = self.present.today, letter.entry, letter_words().told
        until = await self.app.push_screen_wait(AskDay(today, letter.closed(today)))
        if until is None:
            return
        line = told.sealed_draft if unkept(self._diary, key, self._clock()) else told.sealed
        if self._tried_with_letter(partial(sealed, self._diary, key, until, self._clock())):
            self.toast(line.format(day=self.day_of(self._diary.letters.of(key))))

    async def _open_letter(self, letter: Letter) -> None:
        if self._tried_with_letter(partial(self._diary.letters.open, letter.entry, now=self._clock())):
            self.tell_standing()
            self.go_to(letter.entry)

    async def _ask_early(self, letter: Letter) -> None:
        words, present = letter_words(), self.present
        time = time_said(present.now + EARLY_WAIT, present.zone)
        ways = [("no", words.early.no), ("yes", words.early.yes)]
        asked = Question(words.early.title, [words.early.about.format(time=time)], ways)
        if await self.app.push_screen_wait(asked) != "yes":
            return
        now = self._clock()
        if self._tried_with_letter(partial(self._diary.letters.ask_early, letter.entry, now=now)):
            self.toast(words.told.asked.format(time=time_said(now + EARLY_WAIT, present.zone)))

    async def _leave_closed(self, letter: Letter) -> None:
        """Leave a letter closed until its day after all, as if its early opening had not been asked for."""
        until = letter.until or self.present.today
        if self._tried_with_letter(partial(sealed, self._diary, letter.entry, until, self._clock())):
            self.toast(letter_words().told.stays.format(day=self.day_of(letter)))

    # --- keeping and burning -----------------------------------------------------------------------

    async def _keep_letter(self, letter: Letter) -> None:
        if self._tried_with_letter(partial(self._diary.letters.keep, letter.entry, now=self._clock())):
            self.toast(letter_words().told.kept.format(letter=_named(letter)))

    async def _burn(self, letter: Letter) -> None:
        """Ask once, burn a letter, and be still for a moment."""
        words = letter_words().burn
        asked = Question(words.title, words.lines, [("no", words.no), ("yes", words.yes)])
        if await self.app.push_screen_wait(asked) != "yes":
            return
        if self._tried_with_letter(partial(self._diary.letters.burn, letter.entry, now=self._clock())):
            await self.app.push_screen_wait(Ashes())


def _named(letter: Letter) -> str:
    """Return how a sentence names a letter."""
    return letter_words().name.letter_to(letter.to)

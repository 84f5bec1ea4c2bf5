"""What the lines of Today do: each by its key, or by enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.today_words import today_words
from heartwork.insights.waiting import Waits
from heartwork.model.template import as_question
from heartwork.screens.arrival import Arrival
from heartwork.screens.pen import new_page
from heartwork.screens.question import MOST_ANSWERS, Question
from heartwork.screens.room import QUOTED
from heartwork.screens.today_layout import MORE, PROMPT
from heartwork.screens.today_rows import ASKED, WAITS_KEYS, told_of
from heartwork.screens.trash_order import TrashOrder
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from textual.binding import BindingType

    from heartwork.diary.glance import Glance
    from heartwork.insights.waiting import Waiting
    from heartwork.screens.room import RoomScreen

_SKIP = "skip"
_SHOWN = (
    ("n", "write", "Write", None, "Write something new"),
    ("r", "review", "Review", None, "The daily review"),
    ("m", "check_in", "Check in", None, "Check in: how it is right now"),
    ("exclamation_mark", "urge", "An urge", "!", "An urge to reach out"),
    ("slash", "find", "Find", "/", "Find something you wrote"),
)
_ROWS = (
    ("w", "row('prompt')", "Question of the day", PROMPT, "Write on the question of the day"),
    ("t", "row('fortnight')", "Two weeks", "fortnight", "The last two weeks, in words"),
    ("a", "row('ask')", "What for", "ask", "What you are here for"),
    ("x", "row('more')", "More", MORE, "The rest of what waits"),
    ("c", "contact", "Contact", "contact", "The contact log"),
    ("y", "row('season')", "Season", "season", "The season of grief"),
    (WAITS_KEYS[Waits.LETTER], "row('letter')", "Letter", Waits.LETTER, "A letter whose day has come"),
    (WAITS_KEYS[Waits.BOX], "row('box')", "Box", Waits.BOX, "What is to come out of its box"),
    (WAITS_KEYS[Waits.GOAL], "row('goal')", "Step", Waits.GOAL, "A step of a goal"),
    (WAITS_KEYS[Waits.PERSON], "row('person')", "Person", Waits.PERSON, "Somebody to reach"),
    (WAITS_KEYS[Waits.PRACTICE], "row('practice')", "Go on", Waits.PRACTICE, "A practice that you left"),
)


class TodayDoing(TrashOrder, Arrival):
    """The keys of the lines; `offered` are the ids of the lines that there are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, action, said, key_display=display, id=f"today.{action}", tooltip=tooltip)
            for key, action, said, display, tooltip in _SHOWN
        ),
        *(
            Binding(key, action, said, show=False, id=f"today.{name}", tooltip=tooltip)
            for key, action, said, name, tooltip in _ROWS
        ),
    ]

    offered: frozenset[str] = frozenset()
    day: Glance

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what a line does only where the line is."""
        if action == "row":
            return parameters[0] in self.offered
        if action == "contact":
            return bool({"contact", Waits.WAIT} & self.offered)
        return super().check_action(action, parameters)

    # --- what holds in every room --------------------------------------------------------------------

    def action_write(self) -> None:
        """Open an empty page."""
        self.write_on(new_page(self._diary, self._clock()))

    async def action_review(self) -> None:
        """Begin the daily review, or go on with it."""
        await self.app.run_action("app.review")

    async def action_check_in(self) -> None:
        """Ask how it is right now."""
        await self.app.run_action("app.check_in")

    async def action_urge(self) -> None:
        """Wait with an urge."""
        await self.app.run_action("app.urge")

    @work
    async def action_find(self) -> None:
        """Find something in the journal."""
        journal = await self._go_to("journal")
        if journal is not None:
            await journal.run_action("find")

    async def _go_to(self, room: str) -> RoomScreen | None:
        """Go to a room, and return it where nothing lies on top of it there."""
        from heartwork.screens.room import RoomScreen

        await self.app.run_action(f"app.room('{room}')")
        there = self.app.screen
        return there if isinstance(there, RoomScreen) and there is not self else None

    # --- lines ---------------------------------------------------------------------------------------

    @work
    async def action_row(self, key: str) -> None:
        """Do what a line says."""
        await self.open_row(key)

    @work
    async def action_contact(self) -> None:
        """Show the log of contact."""
        await self._show_contact()

    async def open_row(self, key: str) -> None:
        """Do what the line with an id says."""
        waits = next((each for each in self.day.waiting if each.sort == key), None)
        if waits is not None:
            await self._open_waiting(waits)
            return
        verbs: dict[str, Callable[[], Awaitable[object]]] = {
            "ask": self._ask,
            "care": self.action_review,
            "check_in": self.action_check_in,
            "contact": self._show_contact,
            "fortnight": self._show_fortnight,
            MORE: self._show_more,
            PROMPT: self._answer_prompt,
            "review": self.action_review,
            "season": self._show_season,
            "support": partial(self.app.run_action, "app.support"),
            "write": self._write,
        }
        if (verb := verbs.get(key)) is not None:
            await verb()

    async def _write(self) -> None:
        self.action_write()

    async def _answer_prompt(self) -> None:
        """Open a page on which the question of the day stands."""
        self.write_on(new_page(self._diary, self._clock(), body=as_question(self.day.prompt)))

    async def _show_fortnight(self) -> None:
        """Show the calendar, which says each day in words, and go to the day that is chosen."""
        from heartwork.screens.calendar import calendar_of

        day: date | None = await self.app.push_screen_wait(calendar_of(self._diary, self.today, self.today))
        if day is None:
            return
        if not (ids := self._diary.day_ids(day)):
            from heartwork.content.journal_words import journal_words

            said = f"{day:%A} {day.day} {day:%B %Y}"
            self.toast(journal_words().back.nothing_then.format(day=said))
            return
        await self._show_in_journal(ids[-1])

    async def _show_in_journal(self, key: str) -> RoomScreen | None:
        """Go to an entry in the journal, and return the journal."""
        from heartwork.screens.journal import JournalScreen

        journal = await self._go_to("journal")
        if isinstance(journal, JournalScreen):
            journal.move_to(key)
            return journal
        return None

    async def _show_season(self) -> None:
        """Go to the season, in its room."""
        grief = await self._go_to("grief")
        if grief is not None:
            await grief.run_action("season")

    async def _show_contact(self) -> None:
        from heartwork.screens.contact_log import ContactLogScreen

        await self.app.push_screen_wait(ContactLogScreen(self._diary, self._clock))
        self.refresh_list()

    # --- what waits ----------------------------------------------------------------------------------

    async def _show_more(self) -> None:
        """Show everything that waits, and do what is chosen."""
        words = today_words().waiting
        ways = []
        for waits in self.day.waiting:
            name, _ = told_of(self._diary, waits, waits.ids[0], self.day.today)
            ways.append((waits.sort.value, words.named(name, len(waits.ids))))
        if (answer := await self.app.push_screen_wait(Question(words.title, [], ways))) is not None:
            await self.open_row(answer)

    async def _open_waiting(self, waits: Waiting) -> None:
        """Do what waits; of several things of a sort, the one that is chosen."""
        key: str | None = waits.ids[0]
        if len(waits.ids) > 1:
            shown = waits.ids[:MOST_ANSWERS]
            ways = [(each, told_of(self._diary, waits, each, self.day.today)[0]) for each in shown]
            key = await self.app.push_screen_wait(Question(today_words().waiting.which, [], ways))
        if key is None:
            return
        match waits.sort:
            case Waits.LETTER:
                await self._open_letter(key)
            case Waits.BOX:
                await self._open_box(key)
            case Waits.WAIT:
                await self._show_contact()
            case Waits.GOAL:
                await self._open_goal(key)
            case Waits.PERSON:
                await self._open_person(key)
            case Waits.PRACTICE:
                await self._open_practice(key)

    async def _open_letter(self, key: str) -> None:
        """Ask, where the letter lies, what is to be done with it: nobody opens one in passing."""
        if (journal := await self._show_in_journal(key)) is not None:
            await journal.run_action("letter")

    async def _open_box(self, key: str) -> None:
        from heartwork.screens.memento_page import MementoPage

        await self.app.push_screen_wait(MementoPage(self._diary, self._clock, key))
        self.refresh_list()

    async def _open_practice(self, key: str) -> None:
        from heartwork.screens.practice_run import PracticeRun

        self.app.push_screen(PracticeRun(self._diary, self._clock, key))

    async def _open_goal(self, key: str) -> None:
        """Ask whether the next step is done, or the goal is to be looked at; without a step, look at it."""
        words, goal = today_words().goal, self._diary.goals.one(key)
        at = goal.next_step
        line = words.line_week if at is None else words.line.format(step=goal.steps[at].text)
        ways = [("tick", words.tick), ("open", words.open), ("leave", words.leave)]
        answer: str | None = "open"
        if at is not None or goal.repeat is not None:
            answer = await self.app.push_screen_wait(Question(goal.title, [line], ways))
        if answer == "tick" and self.may_change:
            goals, now = self._diary.goals, self._clock()
            if at is None:
                verb = partial(goals.tick_week, key, today=self.today, now=now)
            else:
                verb = partial(goals.tick_step, key, at, today=self.today, now=now)
            if self.change(verb):
                self.toast(words.ticked)
        elif answer == "open":
            from heartwork.screens.goal_page import GoalPage

            await self.app.push_screen_wait(GoalPage(self._diary, self._clock, key))
            self.refresh_list()

    async def _open_person(self, key: str) -> None:
        """Ask whether somebody was reached, or their page is to be looked at."""
        from heartwork.content.circle_words import circle_words

        words, person = today_words().person, self._diary.folk.one(key)
        ways = [("reached", words.reached), ("open", words.open), ("leave", words.leave)]
        lines = [person.help] if person.help else []
        answer = await self.app.push_screen_wait(Question(person.name, lines, ways))
        if answer == "reached" and self.may_change:
            if self.change(partial(self._diary.folk.reach, key, self.today, now=self._clock())):
                self.toast(circle_words().said.reached.format(name=cut(person.name, QUOTED)))
        elif answer == "open":
            from heartwork.screens.person_page import PersonFields

            await self.app.push_screen_wait(PersonFields(self._diary, self._clock, key))
            self.refresh_list()

    # --- asked once ----------------------------------------------------------------------------------

    async def _ask(self) -> None:
        """Ask what somebody is here for; an answer, or none wanted, and it is not asked again."""
        words = today_words().ask
        ways = [*words.answers.items(), (_SKIP, words.skip)]
        answer = await self.app.push_screen_wait(Question(words.title, words.lines, ways))
        if answer is None or not self.may_change:
            return
        if self.change(partial(self._note_intention, answer)) is None:
            self.toast(words.skipped if answer == _SKIP else words.told)

    def _note_intention(self, answer: str) -> None:
        now = self._clock()
        with self._diary.together():
            if answer != _SKIP:
                self._diary.set("intention", answer, now=now)
            self._diary.set(ASKED, value=True, now=now)

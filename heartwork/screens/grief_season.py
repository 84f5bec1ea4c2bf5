"""The season of grief, as the grief room shows it: begun, extended, closed, and said goodbye to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding

from heartwork.content.season_words import season_words
from heartwork.diary.here import local_zone
from heartwork.insights.season import day_of, days_over
from heartwork.model.days import logical_day
from heartwork.model.season import LENGTHS, SEASON_DAYS
from heartwork.screens.grief_sections import GriefPart, Section, SectionRow
from heartwork.screens.letter_looks import day_said
from heartwork.screens.letter_pen import new_letter
from heartwork.screens.nudging import Nudging
from heartwork.screens.question import AskLine, Question
from heartwork.screens.writing import WritingScreen

if TYPE_CHECKING:
    from datetime import date, datetime

    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.season import Season

_SEASON: Final = "season:now"
_MORE: Final = {"week": 7, "two_weeks": 14, "month": 28}


def section(diary: Diary, now: datetime) -> Section:
    """Return the rows of this part."""
    words = season_words().section
    today = diary.today or logical_day(now, local_zone(), diary.settings.day_end)
    season, seasons = diary.seasons.open(), diary.seasons.all()
    if season is not None:
        said = said_of(season, today)
    elif seasons and (closed := seasons[-1].closed) is not None:
        said = words.closed.format(date=day_said(closed, today, short=True))
    else:
        said = words.none
    return Section(words.title, [SectionRow(_SEASON, "y", words.name, said)])


def said_of(season: Season, today: date) -> str:
    """Return in words which day of a season it is."""
    return season_words().section.said(day_of(season, today), season.days, days_over(season, today))


class SeasonKeys(GriefPart, Nudging):
    """The keys of this part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "season", "Season", id="grief.season", tooltip="Begin a season, extend it, or close it"),
    ]

    async def open_row(self, key: str) -> bool:
        """Do with the season what is chosen."""
        if key != _SEASON:
            return await super().open_row(key)
        await self._of_season()
        return True

    @work
    async def action_season(self) -> None:
        """Begin a season, or ask what is to be done with the one that is on."""
        await self._of_season()

    async def _of_season(self) -> None:
        if not self.may_change:
            return
        if (season := self._diary.seasons.open()) is None:
            await self._begin()
        else:
            await self._go_on_with(season)

    async def _begin(self) -> None:
        words = season_words().start
        asked = AskLine(words.title, "\n\n".join(words.lines), str(SEASON_DAYS), _not_days)
        if (said := await self.app.push_screen_wait(asked)) is None:
            return
        days = int(said)
        if self.change(partial(self._diary.seasons.start, self.today, days, now=self._clock())):
            self.refresh_list(keep=_SEASON)
            self.toast(words.begun.format(days=days))

    async def _go_on_with(self, season: Season) -> None:
        words = season_words().ways
        line = words.line_over if days_over(season, self.today) else words.line
        ways = [(way, getattr(words, way)) for way in (*_MORE, "close", "leave")]
        asked = Question(words.title.format(said=said_of(season, self.today)), [line], ways)
        answer = await self.app.push_screen_wait(asked)
        if answer in _MORE:
            more = partial(self._diary.seasons.extend, _MORE[answer], self.today, now=self._clock())
            if self.change(more) and (longer := self._diary.seasons.open()) is not None:
                self.toast(words.extended.format(day=day_of(longer, self.today), days=longer.days))
        elif answer == "close" and self.change(
            partial(self._diary.seasons.close, self.today, now=self._clock())
        ):
            self.toast(words.closed)
            await self._offer_goodbye()

    async def _offer_goodbye(self) -> None:
        words = season_words().goodbye
        ways = [("letter", words.letter), ("later", words.later)]
        if await self.app.push_screen_wait(Question(words.title, [words.line], ways)) != "letter":
            return
        to = next((person.name for person in self._diary.folk.letting_go()), "")
        letter = new_letter(self._diary, to, self._clock())
        self.app.push_screen(WritingScreen(self._diary, self._clock, *letter), lambda _: self.refresh_list())


def _not_days(said: str) -> str:
    """Return what is wrong with a number of days, or nothing."""
    fits = said.isascii() and said.isdigit() and len(said) < len(str(LENGTHS[-1])) + 1
    return "" if fits and int(said) in LENGTHS else season_words().start.not_days

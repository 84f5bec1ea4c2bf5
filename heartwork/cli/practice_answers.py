"""The answers to the steps of a practice, read line by line from standard input."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from textwrap import fill
from typing import TYPE_CHECKING, Final

from heartwork.cli.saying import all_said, say
from heartwork.content.checklist_words import checklist_words
from heartwork.content.practice_words import practice_words
from heartwork.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from heartwork.diary import Diary
    from heartwork.diary.practice_walk import PracticeWalk
    from heartwork.model.practice import PracticeStep

BACK: Final = "<"
"""A line that asks for the step before."""

AWAY: Final = "-"
"""A line that takes an answer away, and what is returned then."""

_END: Final = "."
_NARROWEST: Final = 20
_BOXES: Final = ("[ ]", "[x]")


def put(text: str) -> None:
    """Say a text; on a terminal its lines are folded between words."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        text = "\n".join(fill(line, max(width - 1, _NARROWEST)) for line in text.split("\n"))
    say(text)


class NobodyAnswers(Exception):
    """Standard input has ended."""


class StepBack(Exception):
    """The step before is wanted."""


class PlainAnswers:
    """Reads answers; a text is kept line by line as it comes, a list that stays open in the list.

    `ahead` are lines that were typed where nothing was asked: the next text or list begins with them.
    """

    def __init__(self, diary: Diary, walk: PracticeWalk) -> None:
        """Read the answers of one going through a practice of `diary`."""
        self._diary = diary
        self._walk = walk
        self._words = practice_words()
        self.ahead: list[str] = []

    def answered(self, step: PracticeStep) -> object:
        """Return the answer to a step, AWAY to take it away, or None for what is left as it is.

        Raises NobodyAnswers, and StepBack where the step before is wanted.
        """
        ways: Mapping[str, Callable[[PracticeStep], object]] = {
            "write": self._text,
            "letter": self._text,
            "check": self._ticks,
            "columns": self._columns,
            "scale": self._number,
            "choose": self._choice,
            "date": self._day,
            "read": self._done,
            "breathe": self._done,
        }
        return ways.get(step.kind, self._each)(step)

    def _each(self, step: PracticeStep) -> object:
        """Return lines, those that were there before among them; what was not understood is typed anew."""
        run, said = self._walk.run, self._walk.said
        unclear = self._diary.practising.unclear(run, run.step, now=datetime.now(UTC))
        before = [str(line) for line in said] if isinstance(said, list) and not unclear else []
        hint = f"{self._words.step.hint(step.kind)}\n{self._words.plain.ends}"
        lines = self._lines(hint, lambda lines: [*before, *lines])
        return [*before, *lines] if isinstance(lines, list) else lines

    def _day(self, _step: PracticeStep) -> object:
        return clean_line(self._line(self._words.step.date)) or None

    def _line(self, hint: str = "") -> str:
        """Return one line that is typed; raises NobodyAnswers at the end of input, and StepBack."""
        if hint:
            put(hint)
        all_said()
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            raise NobodyAnswers
        line = line.rstrip("\r\n")
        if line.strip() == BACK:
            raise StepBack
        return line

    def _written(self, hint: str = "") -> str:
        """Return one line of a text or a list: what was typed ahead first."""
        if not self.ahead:
            return self._line(hint)
        put(f"{hint}\n{self._words.plain.ahead.format(said=self.ahead[0])}".strip())
        return self.ahead.pop(0)

    def _text(self, _step: PracticeStep) -> str | None:
        """Return a text of many lines, behind the one that was there; where it is broken off it stays."""
        first = self._written(self._words.plain.text)
        if not first.strip() or first.strip() in (_END, AWAY):
            return AWAY if first.strip() == AWAY else None
        lines = [*([str(self._walk.said)] if self._walk.said else []), first]
        while True:
            self._keep("\n".join(lines))
            line = self._written()
            if line.strip() == _END:
                return "\n".join(lines)
            lines.append(line)

    def anew(self, before: str, hint: str) -> str | None:
        """Return a text that takes the place of the one before, AWAY, or None where that stays.

        Until the new one is ended both are kept. Raises as `answered` does.
        """
        first = self._line(hint)
        if not first.strip() or first.strip() in (_END, AWAY):
            return AWAY if first.strip() == AWAY else None
        lines = [first]
        while True:
            self._keep("\n".join([before, "", *lines]))
            line = self._line()
            if line.strip() == _END:
                return "\n".join(lines)
            lines.append(line)

    def _lines(self, hint: str, kept: Callable[[list[str]], object]) -> list[str] | str | None:
        """Return lines, AWAY or None; each is kept at once in the answer that `kept` makes of them."""
        lines = list[str]()
        while said := clean_line(self._written(hint if not lines else "")):
            if said == AWAY and not lines:
                return AWAY
            lines.append(said)
            self._keep(kept(lines))
        return lines or None

    def _keep(self, answer: object) -> None:
        """Keep an answer as far as it has come, as a draft is kept."""
        self._walk.answer(answer)
        self._walk.note(datetime.now(UTC))

    def _ticks(self, step: PracticeStep) -> object:
        if step.checklist:
            self._listed(step.checklist)
            return None
        numbered = self._numbered(list(step.items))
        if numbered == AWAY:
            return AWAY
        ticked = [step.items[place] for place in numbered if isinstance(place, int)]

        def answer(own: list[str]) -> list[list[str]]:
            mine = [line for line in own if line not in step.items]
            return [[*ticked, *mine], mine]

        own = self._lines(self._words.plain.own, answer)
        said = answer(own if isinstance(own, list) else [])
        return said if any(said) else None

    def _listed(self, checklist: str) -> None:
        """Tick lines of a list that stays open, and add one's own; both are kept in the list."""
        runs, now = self._diary.runs, datetime.now(UTC)
        items = checklist_words().checklist(checklist).items
        keys = [*(item.id for item in items), *runs.listed(checklist).own]
        texts = [*(item.text for item in items), *runs.listed(checklist).own.values()]
        ticked = [key in runs.listed(checklist).ticked for key in keys]
        for place in self._numbered(texts, ticked):
            if isinstance(place, int):
                runs.tick(checklist, keys[place], on=True, now=now)
        while (line := clean_line(self._line(self._words.plain.own))) and line != AWAY:
            runs.add_line(checklist, line, now=now)

    def _numbered(self, items: Sequence[str], ticked: Sequence[bool] = ()) -> list[int] | str:
        """Return the places of the lines that are so, or AWAY; asks again for a number that is none."""
        for number, item in enumerate(items, 1):
            box = _BOXES[number <= len(ticked) and ticked[number - 1]]
            put(f"{number:>3} {box} {item}")
        while True:
            said = self._line(self._words.plain.ticks).replace(",", " ").split()
            if said == [AWAY]:
                return AWAY
            if all(_number(each, 1, len(items)) is not None for each in said):
                return [int(each) - 1 for each in said]

    def _columns(self, step: PracticeStep) -> object:
        left, right = step.heads
        put(f"\n{left}")
        first = self._lines(self._words.plain.lines, lambda lines: [lines, []])
        if first == AWAY:
            return AWAY
        before = first if isinstance(first, list) else []
        put(f"\n{right}")
        second = self._lines(self._words.plain.lines, lambda lines: [before, lines])
        after = second if isinstance(second, list) else []
        return [before, after] if before or after else None

    def _number(self, step: PracticeStep) -> object:
        low, high = step.ends
        ends = self._words.step.scale.format(low=step.low, lowest=low, high=step.high, highest=high)
        return self._one(step.low, step.high, f"{ends}\n{self._words.plain.number}")

    def _choice(self, step: PracticeStep) -> object:
        for number, way in enumerate(step.ways, 1):
            put(f"{number:>3} {way.says}")
        words = self._words.plain
        chosen = self._one(1, len(step.ways), words.choose_needed if step.needed else words.choose)
        return chosen - 1 if isinstance(chosen, int) else chosen

    def _one(self, low: int, high: int, hint: str) -> int | str | None:
        """Return a number within bounds, AWAY, or None for an empty line; asks again for anything else."""
        while said := self._line(hint.format(low=low, high=high)).strip():
            if said == AWAY:
                return AWAY
            if (number := _number(said, low, high)) is not None:
                return number
        return None

    def _done(self, step: PracticeStep) -> object:
        words = self._words.plain
        if step.kind != "breathe":
            self._pass(words.read)
            return None
        settings = self._diary.settings
        into, out = settings.value("breath_in"), settings.value("breath_out")
        self._pass(words.breathe.format(into=into, out=out, seconds=step.seconds))
        return True

    def _pass(self, hint: str) -> None:
        """Wait for enter; words that come instead are of what is asked next."""
        if (line := self._line(hint)).strip():
            self.ahead.append(line)


def _number(said: str, low: int, high: int) -> int | None:
    """Return the number that a word is, where it lies within bounds."""
    number = int(said) if said.isascii() and said.isdecimal() and len(said) <= len("999") else None
    return number if number is not None and low <= number <= high else None

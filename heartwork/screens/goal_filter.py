"""Which goals the board shows: those of an area, of a horizon, or all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.model.goal import Horizon
from heartwork.model.labels import same
from heartwork.screens.dialog import Dialog
from heartwork.screens.goal_chosen import Chosen
from heartwork.widgets.choice_list import ChoiceList
from heartwork.widgets.listing import Line
from heartwork.widgets.plain import plain
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.goal import Goal
    from heartwork.screens.page import Clock

_AREA, _HORIZON = "area:", "horizon:"
_EVERY, _UNSET, _NAMED = "every", "unset", "named:"
_DIGITS = 9


class GoalFilter(Dialog[Chosen | None]):
    """Asks for an area and a horizon; its result is what was chosen, None for escape."""

    DEFAULT_CSS = """
    GoalFilter {
        & ChoiceList { max-height: 60vh; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
        &.-low, &.-flat {
            & ChoiceList { max-height: 12; }
            & .title, & .keys { margin: 0; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_filter.back", tooltip="Close and change nothing"),
        *(
            Binding(
                str(n),
                f"answer({n})",
                show=False,
                id=f"goal_filter.{n}",
                tooltip=f"Show what line {n} says",
            )
            for n in range(1, _DIGITS + 1)
        ),
    ]
    choices = getters.query_one(ChoiceList)

    def __init__(self, diary: Diary, clock: Clock, chosen: Chosen | None = None) -> None:
        """Ask, beginning with what is `chosen` now."""
        super().__init__()
        del clock
        self._ascii = diary.settings.ascii_only
        self._before = chosen or Chosen()
        self._goals = [goal for goal in diary.goals.all() if goal.let_go is None]
        self._areas = areas_of(self._goals)

    def compose_dialog(self) -> ComposeResult:
        """Compose the areas above the horizons, and what to press."""
        words = goal_page_words().filter
        yield Static(plain(words.title), classes="title")
        yield ChoiceList(ascii_only=self._ascii)
        yield Static(plain(words.keys), classes="keys")

    def on_mount(self) -> None:
        """Offer what there is, with the cursor on the area that is chosen."""
        words = goal_page_words().filter
        groups = [
            (words.areas, self._numbered(self._area_lines(), 0)),
            (words.horizons, self._numbered(self._horizon_lines(), len(self._area_lines()))),
        ]
        self.choices.offer(groups, [self._area_key(), self._horizon_key()])
        self.choices.focus()

    # --- what is offered -----------------------------------------------------------------------------

    def _area_lines(self) -> dict[str, Line]:
        words = goal_page_words().filter
        lines = {f"{_AREA}{_EVERY}": Line(words.every_area, aside=str(len(self._goals)))}
        for area, count in self._areas.items():
            lines[f"{_AREA}{_NAMED}{area}"] = Line(f"@{area}", aside=str(count))
        if bare := sum(not goal.area for goal in self._goals):
            lines[f"{_AREA}{_UNSET}"] = Line(words.no_area, aside=str(bare))
        return lines

    def _horizon_lines(self) -> dict[str, Line]:
        words, names = goal_page_words().filter, goal_page_words().name
        counts = {each: sum(goal.horizon is each for goal in self._goals) for each in (*Horizon, None)}
        lines = {f"{_HORIZON}{_EVERY}": Line(words.every_horizon, aside=str(len(self._goals)))}
        for each in Horizon:
            lines[f"{_HORIZON}{_NAMED}{each.value}"] = Line(names.horizon(each), aside=str(counts[each]))
        lines[f"{_HORIZON}{_UNSET}"] = Line(words.no_horizon, aside=str(counts[None]))
        return lines

    def _numbered(self, lines: dict[str, Line], before: int) -> dict[str, Line]:
        """Return lines with the digit in front that answers with them, as far as digits reach."""
        return {
            key: replace(line, lead=str(number) if number <= _DIGITS else "")
            for number, (key, line) in enumerate(lines.items(), before + 1)
        }

    def _area_key(self) -> str:
        area = self._before.area
        if area == "":
            return f"{_AREA}{_UNSET}"
        known = next((each for each in self._areas if area is not None and same(each, area)), None)
        return f"{_AREA}{_EVERY}" if known is None else f"{_AREA}{_NAMED}{known}"

    def _horizon_key(self) -> str:
        if self._before.unset:
            return f"{_HORIZON}{_UNSET}"
        horizon = self._before.horizon
        return f"{_HORIZON}{_EVERY}" if horizon is None else f"{_HORIZON}{_NAMED}{horizon.value}"

    # --- answering -----------------------------------------------------------------------------------

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self._answer(event.id)

    def action_answer(self, number: int) -> None:
        """Answer with a line, counted from 1."""
        if (key := self.choices.id_of(number)) is not None:
            self._answer(key)

    def _answer(self, key: str) -> None:
        self.choices.choose(key)
        area, horizon = "", ""
        for each in self.choices.chosen:
            if each.startswith(_AREA):
                area = each.removeprefix(_AREA)
            else:
                horizon = each.removeprefix(_HORIZON)
        named = horizon.removeprefix(_NAMED) if horizon.startswith(_NAMED) else ""
        self.dismiss(
            Chosen(
                area={_EVERY: None, _UNSET: ""}.get(area, area.removeprefix(_NAMED)),
                horizon=Horizon(named) if named else None,
                unset=horizon == _UNSET,
            )
        )

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)


def areas_of(goals: Sequence[Goal]) -> dict[str, int]:
    """Return the areas of some goals as they were spelled first, and how many goals each has; by name."""
    found: dict[str, int] = {}
    for goal in goals:
        if goal.area:
            area = next((each for each in found if same(each, goal.area)), goal.area)
            found[area] = found.get(area, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))

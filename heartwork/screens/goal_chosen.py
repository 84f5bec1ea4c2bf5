"""Which goals are to be seen: those of an area, those of a horizon, or all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.model.labels import same

if TYPE_CHECKING:
    from heartwork.model.goal import Goal, Horizon


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goals are looked at; `area` may be `""` for those without one, None is every one.

    `unset` asks for goals that have no horizon.
    """

    area: str | None = None
    horizon: Horizon | None = None
    unset: bool = False

    def shows(self, goal: Goal) -> bool:
        """Tell whether a goal is among those looked at."""
        fits_area = self.area is None or same(goal.area, self.area)
        if self.unset:
            return fits_area and goal.horizon is None
        return fits_area and self.horizon in (None, goal.horizon)

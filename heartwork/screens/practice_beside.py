"""What is beside the step of a practice: what was said last time, a message read, and keys that lead away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from heartwork.diary.here import local_zone
from heartwork.model.days import local
from heartwork.screens.letter_looks import day_said
from heartwork.screens.practice_listing import PracticeListing

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding

_STAY: Final = frozenset({"urge", "help", "support"})
"""What of the whole app can be reached with a bare key from inside a practice: help of any sort."""


class PracticeBeside(PracticeListing):
    """A practice out of which no bare key leads to a room: after words one types on, where no field is."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something here; of two that go on, the line at the foot shows enter."""
        found = {key: each for key, each in super().active_bindings.items() if not self._leads_away(each)}
        enter, other = found.get("enter"), found.get("ctrl+s")
        if enter and other and enter.binding.show and enter.binding.description == other.binding.description:
            found["ctrl+s"] = other._replace(binding=replace(other.binding, show=False))
        return found

    def on_key(self, event: events.Key) -> None:
        """Stop a key that would lead away; a field has had it already, and rooms are there with alt."""
        bound = super().active_bindings.get(event.key)
        if bound is not None and self._leads_away(bound):
            event.stop()

    def _leads_away(self, active: ActiveBinding) -> bool:
        binding = active.binding
        return active.node is self.app and not binding.priority and binding.action not in _STAY

    def action_last(self) -> None:
        """Show what was said at this step the last time."""
        from heartwork.screens.practice_asides import last_time

        if self.walk.step is None:
            return
        practising, key = self._diary.practising, self.walk.practice.id
        when = practising.last_ended(key)
        today = self._diary.today or self._clock().date()
        day = day_said(local(when, local_zone()).date(), today) if when is not None else ""
        self.app.push_screen(last_time(self.walk.step, practising.last_time(key), day))

    def action_check(self) -> None:
        """Read what is written as a message, before it is sent."""
        from heartwork.screens.practice_asides import message_read

        self.take()
        self.app.push_screen(message_read(str(self.walk.said or "")))

"""How often something was tried, and what did not hold."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """The count of one case; `share` of the full number of tries is made, 1.0 being all."""

    share: float = 1.0
    tries: int = 0
    faults: list[str] = field(default_factory=list)

    def of(self, full: int, least: int = 1) -> int:
        """Return how many of `full` tries to make."""
        return max(least, round(full * self.share))

    def expect(self, holds: object, otherwise: str) -> None:
        """Count a try, and keep the words of one that did not hold."""
        self.tries += 1
        if not holds:
            self.faults.append(otherwise)

    def check(self) -> None:
        """Raise AssertionError with the first things that did not hold."""
        assert self.tries, "nothing was tried"
        assert not self.faults, f"{len(self.faults)} of {self.tries}: " + "; ".join(self.faults[:5])

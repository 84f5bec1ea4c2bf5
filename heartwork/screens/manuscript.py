"""The text under the pen: whole when it fits a field, by section when it is too long for one."""

from __future__ import annotations

from heartwork.model.text import words
from heartwork.widgets.sections import Sections, large, split


class Manuscript:
    """One text, of which one section at a time is in the field; nothing outside it is ever touched."""

    def __init__(self, text: str, place: tuple[int, int] = (0, 0)) -> None:
        """Hold `text`, and the section that `place`, a line and a column of the whole, lies in."""
        self._sections = split(text) if large(text) else Sections((text,))
        self._index, self.place = self._sections.find(place)
        self._counts: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._sections)

    @property
    def number(self) -> int:
        """Which section is in the field, counted from one."""
        return self._index + 1

    @property
    def section(self) -> str:
        """What is in the field."""
        return self._sections[self._index]

    @property
    def text(self) -> str:
        """The whole text."""
        return self._sections.join()

    @property
    def words(self) -> int:
        """How many words the text has; only sections that were written in are counted anew."""
        for index in range(len(self)):
            if index not in self._counts:
                self._counts[index] = words(self._sections[index])
        return sum(self._counts.values())

    def write(self, section: str, place: tuple[int, int]) -> None:
        """Note what the field holds now, and where the cursor stands in it."""
        if section != self._sections[self._index]:
            self._sections = self._sections.splice(self._index, section)
            self._counts.pop(self._index, None)
        self.place = place

    def whole_place(self) -> tuple[int, int]:
        """Return where the cursor stands in the whole text."""
        return self._sections.whole(self._index, self.place)

    def turn(self, by: int) -> bool:
        """Go to another section, and tell whether there was one."""
        index = self._index + by
        if not 0 <= index < len(self._sections):
            return False
        self._index, self.place = index, (0, 0)
        return True

    def outgrown(self) -> bool:
        """Tell whether the section has become too long for a field, by a large paste."""
        return large(self.section)

"""A list of care takes a yes, a no and nothing said, each by a key, and tells of it."""

from __future__ import annotations

import pytest

from heartwork.widgets.care_list import CareList
from tests.widgets.hosts import Host

NAMES = {"sleep": "sleep", "food": "food", "moved": "moved"}


class _Hosted(Host):
    def __init__(self) -> None:
        self.care = CareList("yes", "no", ascii_only=True)
        super().__init__(self.care)
        self.answers: list[tuple[str, bool | None]] = []

    def on_mount(self) -> None:
        self.care.show_care(NAMES, {"moved": True})
        self.care.focus()

    def on_care_list_answered(self, event: CareList.Answered) -> None:
        self.answers.append((event.id, event.answer))


def lines(care: CareList) -> list[str]:
    return [care.render_line(row).text.strip() for row in range(len(NAMES))]


async def test_lines_are_answered_one_by_one() -> None:
    app = _Hosted()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("y", "n", "n", "n", "backspace")
        assert app.answers == [
            ("sleep", True),
            ("food", False),
            ("moved", False),
            ("moved", False),
            ("moved", None),
        ]
        assert lines(app.care) == ["x yes  sleep", "- no  food", ">          moved"]


@pytest.mark.parametrize("key", ["space", "right", "2"])
async def test_one_key_goes_around_the_answers(key: str) -> None:
    app = _Hosted()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down", key, key, key, "9")
        assert app.answers == [("food", True), ("food", False), ("food", None)]
        assert app.care.current == "food"
        await pilot.press("left", "left")
        assert app.answers[3:] == [("food", False), ("food", True)]

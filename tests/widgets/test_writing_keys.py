from __future__ import annotations

import pytest
from textual import events

from heartwork.widgets.writing_keys import SIGNS, WRITING_KEYS
from tests.widgets.test_writing_area import LEAVING, Desk


def test_every_key_has_an_id_of_its_own_and_says_what_it_does() -> None:
    names = [binding.id for binding in WRITING_KEYS]
    assert len(names) == len(set(names))
    assert all(
        binding.id and binding.id.startswith("writing.") and binding.tooltip for binding in WRITING_KEYS
    )


@pytest.mark.parametrize(("key", "code"), SIGNS.items())
async def test_signs_that_keyboards_send_are_written(key: str, code: int) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.post_message(events.Key(key, chr(code)))
        await pilot.pause()
        assert app.area.text == f"a{chr(code)}"


@pytest.mark.parametrize("key", LEAVING)
async def test_keys_of_the_screen_leave_the_field(key: str) -> None:
    app = Desk("some words")
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.area.text == "some words"
        if key == "tab":
            assert not app.area.has_focus
        else:
            assert app.left == [key]

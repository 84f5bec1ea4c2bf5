"""Steps in their boxes: carried within the list until dropped, and put back as they were."""

from __future__ import annotations

from heartwork.widgets.step_list import StepList
from tests.widgets.hosts import Host

STEPS = [("one", True), ("two", False), ("three", False)]


def order(steps: StepList) -> list[str]:
    return [steps.render_line(row).text.split("] ")[1].strip() for row in range(len(STEPS))]


async def test_a_step_is_carried_no_further_than_the_list_goes() -> None:
    steps = StepList(ascii_only=True)
    async with Host(steps).run_test() as pilot:
        steps.show_steps(STEPS, 1)
        steps.focus()
        steps.grab()
        await pilot.press("down", "down", "down")
        assert (order(steps), steps.place, steps.grabbed) == (["one", "three", "two"], 2, 1)
        steps.put_back()
        assert (order(steps), steps.place, steps.grabbed) == (["one", "two", "three"], 1, None)


async def test_the_box_says_what_is_ticked_in_ascii_too() -> None:
    steps = StepList(ascii_only=True)
    async with Host(steps).run_test():
        steps.show_steps(STEPS)
        assert "[x] one" in steps.render_line(0).text
        assert "[ ] two" in steps.render_line(1).text


async def test_an_empty_list_has_no_place_and_nothing_is_carried() -> None:
    steps = StepList(empty="None yet")
    async with Host(steps).run_test():
        steps.show_steps([])
        steps.grab()
        assert (steps.place, steps.grabbed) == (None, None)


async def test_a_click_on_a_box_is_told_of() -> None:
    told: list[int] = []

    class Clicked(Host):
        def on_step_list_box_clicked(self, event: StepList.BoxClicked) -> None:
            told.append(event.index)

    steps = StepList()
    async with Clicked(steps).run_test() as pilot:
        steps.show_steps(STEPS)
        await pilot.pause()
        await pilot.click(StepList, offset=(3, 2))
        await pilot.click(StepList, offset=(9, 1))
        assert (told, steps.place) == ([2], 1)

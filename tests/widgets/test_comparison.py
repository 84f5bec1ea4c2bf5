"""Two texts shown as one."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from heartwork.content.reading_words import reading
from heartwork.widgets.comparing import compared
from heartwork.widgets.comparison import ComparisonPane
from heartwork.widgets.folded_text import PIECE
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls, seen

LEGEND = ["\u2212then\u2212   +now+", ""]


async def shown(
    then: str, now: str, *, title: tuple[str, str] = ("", ""), ascii_only: bool = False
) -> list[str]:
    pane = ComparisonPane(ascii_only=ascii_only)
    async with Host(pane).run_test(size=(44, 30)) as pilot:
        pane.show(compared(then, now), title=compared(*title))
        await pilot.pause()
        lines = seen(pane)
    while lines and not lines[-1]:
        lines.pop()
    return lines


async def test_words_that_went_and_came_have_signs_of_their_own() -> None:
    assert await shown("I walked past it today.", "I walked by the café today.") == [
        *LEGEND,
        "± I walked \u2212past it\u2212 +by the café+ today.",
    ]


async def test_lines_that_went_or_came_have_them_at_their_start() -> None:
    assert await shown("one\ntwo", "two\nthree [/x]\n\nfour") == [
        *LEGEND,
        "\u2212 one",
        "  two",
        "+ three [/x]",
        "+ ↵",
        "+ four",
    ]


async def test_a_line_break_that_went_or_came_is_seen() -> None:
    assert (await shown("one\ntwo", "one two"))[2:] == ["± one\u2212↵\u2212 two"]
    assert (await shown("one two", "one\ntwo"))[2:] == ["± one+↵+", "  two"]


async def test_colour_strike_and_underline_say_the_same_as_the_signs() -> None:
    pane = ComparisonPane()
    app = Host(pane)
    async with app.run_test(size=(44, 10)) as pilot:
        pane.show(compared("a line of old words", "a line of new words"))
        await pilot.pause()
        parts = {part.text: part.style for part in pane.render_line(2) if part.style}
        gone, come = parts["\u2212old\u2212"], parts["+new+"]
        assert gone.strike
        assert come.underline
        assert gone.color != come.color != parts["a line of"].color


async def test_long_stretches_that_stayed_are_a_few_lines() -> None:
    many = "\n".join(f"line {number}" for number in range(20))
    folded = reading().versions.folded.format(count=16)
    assert await shown(f"old\n{many}\nend", f"new\n{many}\nthe end") == [
        *LEGEND,
        *("± \u2212old\u2212 +new+", "  line 0", "  line 1", f"  … {folded}", "  line 18", "  line 19"),
        "± +the+ end",
    ]


async def test_of_a_long_line_only_what_is_near_a_change_is_shown() -> None:
    long = "so it went on and on " * 60
    lines = await shown(f"{long}\nold words {long} end", f"{long}\nnew words {long} ends")
    assert len(lines) < 20
    assert sum("…" in line for line in lines) == 2


async def test_another_title_is_shown_above() -> None:
    name = reading().versions.name
    assert (await shown("same", "same", title=("The café", "The old café")))[2:5] == [
        name,
        "± The +old+ café",
        "",
    ]


async def test_the_same_words_are_said_to_be_the_same() -> None:
    assert await shown("the same  words", "the same words") == [reading().versions.same]


async def test_ascii_only_is_ascii_only() -> None:
    many = "line\n" * 20
    lines = await shown(f"one two three\n{many}a\nb", f"one zwo three\n{many}a b", ascii_only=True)
    assert "".join(lines).isascii()
    assert "~ one -two- +zwo+ three" in lines
    assert "~ a-/- b" in lines


async def test_nothing_is_shown_until_there_is_something() -> None:
    pane = ComparisonPane(empty="Waiting.")
    async with Host(pane).run_test(size=(44, 10)) as pilot:
        await pilot.pause()
        assert "Waiting." in "".join(seen(pane))
        pane.show(compared("a", "b"))
        pane.show(None)
        await pilot.pause()
        assert "Waiting." in "".join(seen(pane))


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_only_words_at_any_size(size: tuple[int, int]) -> None:
    pane = ComparisonPane()
    async with Host(pane).run_test(size=size):
        for text in HOSTILE.values():
            for then, now in ((text, f"new {text}"), (f"a{text}b\nc", f"a {text} b"), (text, ""), ("", text)):
                pane.show(compared(then, now), title=compared(now, then))
                pane.action_bottom()
                for y in range(min(pane.size.height, 20)):
                    strip = pane.render_line(y)
                    assert strip.cell_length == cell_len(strip.text) == pane.scrollable_content_region.width
                    assert controls(strip.text) == []


async def test_a_megabyte_that_came_is_folded_only_as_far_as_it_is_read() -> None:
    pane = ComparisonPane()
    async with Host(pane).run_test(size=(44, 10)) as pilot:
        for text in ("word " * 200_000, "word\n" * 200_000, "x" * 1_000_000):
            pane.show(compared("old", f"{text} old"))
            await pilot.pause()
            assert not pane._column.folded
            assert len(pane._column._sources[1]._rows) < PIECE  # type: ignore[attr-defined]  # a folded text
            await pilot.press("pagedown")

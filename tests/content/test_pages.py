"""The pages say what they must, and no shipped text says what heartwork does not say."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

import pytest

from heartwork.content import help_for, prompt_of, prompts, support, words_not_used
from heartwork.model.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = sorted(
    entry.name
    for entry in files("heartwork.content").iterdir()
    if entry.name.endswith(".toml") and entry.name != "words_not_used.toml"
)


LOOKED_FOR = {"phrases", "after"}
"""What is looked for in a person's own words is not said to them."""


def texts(value: object) -> Iterator[str]:
    """Yield every text in a TOML value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in LOOKED_FOR:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def never_said() -> re.Pattern[str]:
    """Return what finds any word or mark that is not used; a sign before a word is one to be typed."""
    unused = words_not_used()
    whole = [rf"\b{re.escape(word)}\b" for word in unused.words if not word.endswith("*")]
    stems = [rf"\b{re.escape(word[:-1])}" for word in unused.words if word.endswith("*")]
    marks = [rf"{re.escape(mark)}(?!\w)|(?<=\S){re.escape(mark)}" for mark in unused.marks]
    return re.compile("|".join([*whole, *stems, *marks]), re.IGNORECASE)


NEVER_SAID = never_said()


SIZES = re.compile(r"(?<!\S)[`]?!(?=(?:small|medium|large)\b)|“!”|`!`")
"""The sign before the size of a goal, and the key of an urge, are no cheer."""


@pytest.mark.parametrize("file", SHIPPED)
def test_no_shipped_text_uses_a_word_that_is_not_used(file: str) -> None:
    table = tomllib.loads(files("heartwork.content").joinpath(file).read_text(encoding="utf-8"))
    said = [
        (found[0], text)
        for text in texts(table)
        if (found := NEVER_SAID.search(SIZES.sub("", text.replace("\u2019", "'"))))
    ]
    assert said == []


def test_the_settings_use_no_such_word_either() -> None:
    assert [row.name for row in SETTINGS if NEVER_SAID.search(f"{row.label} {row.help}")] == []


@pytest.mark.parametrize(
    "text", ["You failed.", "A Relapse", "relapsed", "lost your streak", "Don't", "Good!", "Invalid"]
)
def test_the_list_finds_what_it_is_there_to_find(text: str) -> None:
    assert NEVER_SAID.search(text)


@pytest.mark.parametrize("text", ["A slip.", "the failsafe", "terrors of the night", "moved on foot"])
def test_the_list_finds_whole_words_only(text: str) -> None:
    assert NEVER_SAID.search(text) is None


def test_the_support_page_names_danger_first_and_every_kind_of_help() -> None:
    page = support()
    assert "danger" in page.sections[0].title
    for needed in ("112", "911", "findahelpline.com", "Violence at home", "followed", "under 18", "116 111"):
        assert needed in page.text
    assert "It is not therapy" in page.sections[-1].paragraphs[0]
    assert page.text.count("not therapy") == 1


def test_every_screen_of_this_version_has_help() -> None:
    for screen in ("door", "journal", "writing", "settings", "support"):
        assert 40 < len(help_for(screen)) < 800
    with pytest.raises(KeyError):
        help_for("attic")


def test_there_are_two_dozen_prompts_and_each_is_short() -> None:
    assert len(set(prompts())) == 24
    assert all(len(prompt) < 80 for prompt in prompts())


def test_a_day_has_its_prompt_another_one_beside_it_and_a_heavy_day_one_of_the_gentle_ones() -> None:
    days = [date(2026, 11, 1) + timedelta(days=by) for by in range(48)]
    assert {prompt_of(day) for day in days} == set(prompts())
    gentle = {prompt_of(day, gentle=True) for day in days}
    assert gentle < set(prompts())
    assert len(gentle) == 8
    for day, kind in product(days, (True, False)):
        assert prompt_of(day, gentle=kind) != prompt_of(day, gentle=kind, other=True)

"""`support`: who can help now, with the diary closed; and one's own plan, which is inside it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices

_WIDTH = 78


@click.command()
@click.option("--mine", is_flag=True, help="Open the diary, and show my own lines and my own plan.")
@opens_a_diary
@click.pass_obj
def support(chosen: Choices, *, mine: bool) -> None:
    """Show who can help now; the diary stays closed unless it is asked for."""
    if mine:
        _own(chosen)
    else:
        _shipped()


def _shipped() -> None:
    from heartwork.cli.saying import say
    from heartwork.content import support as words

    page = words()
    paragraphs = [page.title, page.opening_at_door]
    for section in page.sections:
        paragraphs += [f"\n{section.title}", *section.paragraphs]
    for paragraph in paragraphs:
        indent = "\n" if paragraph.startswith("\n") else ""
        say(f"{indent}{textwrap.fill(paragraph.strip(), _WIDTH)}\n")


def _own(chosen: Choices) -> None:
    from heartwork.cli.opening import reading
    from heartwork.cli.saying import say
    from heartwork.content.support_plan_words import plan_words
    from heartwork.model.text import drawable
    from heartwork.widgets.veil import veiled

    words = plan_words()
    with reading(chosen) as diary:
        written = {part: veiled(drawable(said)) for part, said in diary.support.written().items()}
    for part, said in written.items():
        say(f"{words.part[part.value].name}\n\n{said}\n")
    if not written:
        say(words.none)

"""`review`: the daily review in plain lines, for pipes, plain terminals and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices


@click.command(short_help="Look back on the day, in plain lines; ends with what changed.")
@opens_a_diary
@click.pass_obj
def review(chosen: Choices) -> int:
    """Look back on the day, one question after another, in plain lines.

    Answers come from standard input, and an empty line passes over a question. ctrl+c leaves and keeps: the
    review goes on there, here or in the app.
    """
    from heartwork.cli.opening import changing
    from heartwork.cli.review_plain import PlainReview

    with changing(chosen) as diary:
        return PlainReview(diary).run()

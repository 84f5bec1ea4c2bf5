"""`init` and `passphrase`: making a diary, and changing what opens it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heartwork.cli.choices import opens_a_diary

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices
    from heartwork.diary import Diary


@click.command()
@opens_a_diary
@click.option("--no-recovery", is_flag=True, help="Make no recovery words: the passphrase is the only key.")
@click.pass_obj
def init(chosen: Choices, *, no_recovery: bool) -> None:
    """Make a new diary, and show its recovery words once."""
    import os

    from heartwork.cli.asking import new_passphrase
    from heartwork.cli.saying import shown, tell
    from heartwork.cli.troubles import troubles_told, unable
    from heartwork.content.commands import command_words
    from heartwork.diary import Diary
    from heartwork.diary.errors import NotAVault

    path = chosen.path
    if os.path.lexists(path):
        raise unable("Occupied", path=shown(path))
    passphrase = new_passphrase(chosen)
    with troubles_told(path):
        try:
            diary = Diary.create(path, passphrase)
        except NotAVault:
            raise unable("Occupied", path=shown(path)) from None
        try:
            words = None if no_recovery else diary.renew_recovery()
            tell(command_words().making.made.format(path=shown(path)))
            _hand_over(diary, words, command_words().making.without)
        finally:
            diary.close()


@click.command(name="passphrase")
@opens_a_diary
@click.option("--no-recovery", is_flag=True, help="Make no new recovery words; the old ones end as well.")
@click.pass_obj
def change_passphrase(chosen: Choices, *, no_recovery: bool) -> None:
    """Change the passphrase, and show new recovery words once.

    The new passphrase is asked for on the terminal, even where a command prints the old one.
    """
    from heartwork.cli.asking import newly_typed
    from heartwork.cli.opening import writing
    from heartwork.cli.saying import tell
    from heartwork.content.commands import command_words

    words = command_words()
    with writing(chosen, words.opening.old) as diary:
        fresh = diary.change_passphrase(newly_typed(), recovery=not no_recovery)
        tell(words.making.changed)
        if chosen.command is not None:
            tell(words.making.command)
        _hand_over(diary, fresh, words.making.without_old)


def _hand_over(diary: Diary, words: str | None, without: str) -> None:
    """Show new recovery words, or say that there are none, and note in the diary which of the two it was."""
    from heartwork.cli.saying import tell
    from heartwork.content.commands import command_words
    from heartwork.diary.errors import VaultUnwritable

    if words is None:
        tell(without)
    else:
        tell("\n".join(command_words().making.words))
        _show(words)
    with suppress(VaultUnwritable):  # all that is lost is that the app offers words once more
        diary.set("recovery", "declined" if words is None else "given", now=datetime.now(UTC))


def _show(words: str) -> None:
    """Write recovery words on standard output, numbered."""
    from heartwork.cli.saying import NobodyListens, all_said, fall_silent, say
    from heartwork.cli.troubles import Unable, reason, unable

    try:
        for place, word in enumerate(words.split(), 1):
            say(f"{place:>4}  {word}")
        all_said()
    except (NobodyListens, Unable) as error:
        fall_silent()
        raise unable("WordsNotShown", why=reason(error)) from None

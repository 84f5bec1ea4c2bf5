"""The table of commands, and the one place where their troubles become words and exit codes."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from heartwork import __version__
from heartwork.cli.choices import Choices, opens_a_diary
from heartwork.cli.groups import Late
from heartwork.cli.saying import NobodyListens, all_said, fall_silent, ready_streams, tell
from heartwork.cli.troubles import Unable, unable

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "heartwork"
STOPPED = 1
USAGE = 2

_AN_OPTION = re.compile(r"--?[A-Za-z][A-Za-z-]{0,30}")
_NO_COMMAND = re.compile(r"No such command '[a-z-]{1,20}'.*", re.DOTALL)


_DAILY = {
    "init": "making:init",
    "add": "writing:add",
    "list": "reading:list_entries",
    "show": "reading:show",
    "edit": "writing:edit",
    "trash": "moving:trash",
    "restore": "moving:restore",
    "tags": "reading:tags",
    "today": "today:today",
    "urge": "urge:urge",
    "letter": "letters:letter",
    "memento": "mementos:memento",
    "goal": "goals:goal",
    "contact": "contact:contact",
    "sit": "sitting:sit",
    "review": "review:review",
    "practice": "practice:practice",
    "shelf": "shelf:shelf",
}
_KEEPING = {
    "where": "looking:where",
    "verify": "looking:verify",
    "passphrase": "making:change_passphrase",
    "support": "support:support",
    "sources": "sources:sources",
}


@click.group(
    cls=Late,
    found=_DAILY | _KEEPING,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Ends with: 0 done, 1 other, 2 usage, 3 wrong passphrase, 4 damaged, hostile or not a diary, "
    "5 in use, 6 no diary, 7 could not save, 8 newer.",
)
@opens_a_diary
@click.option(
    "--unlock-with-command", is_flag=True, help="Open at once, with what the passphrase command prints."
)
@click.option("--demo", is_flag=True, help="Look around in an invented diary; nothing is kept.")
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, *, unlock_with_command: bool, demo: bool) -> int:
    """Open your diary, or use one of the commands below.

    heartwork is an offline, encrypted diary for letting go of a love that is not returned.
    """
    if context.invoked_subcommand is None:
        return open_app(context.ensure_object(Choices), demo=demo, unlock=unlock_with_command)
    if demo or unlock_with_command:
        raise click.UsageError("--demo and --unlock-with-command open the app: no command stands beside them")
    return 0


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, say whatever went wrong, and return the exit code."""
    ready_streams()
    try:
        code = _invoked(list(sys.argv[1:] if arguments is None else arguments))
        all_said()
    except click.ClickException as unclear:
        return _unclear(unclear)
    except Unable as told:
        tell(told.trouble.text)
        code = told.trouble.exit
    except NobodyListens:
        code = 0
    except (KeyboardInterrupt, click.Abort):
        tell("")
        code = STOPPED
    _rest_said()
    return code


def _rest_said() -> None:
    """Let the interpreter end in peace, also where what was said before cannot be written any more."""
    try:
        all_said()
    except (NobodyListens, Unable):
        fall_silent()


def _invoked(arguments: list[str]) -> int:
    """Return the exit code of a command; click's own way of running one has other codes and words."""
    try:
        with program.make_context(NAME, arguments) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code


def open_app(chosen: Choices, *, demo: bool = False, unlock: bool = False, minutes: int | None = None) -> int:
    """Open the app; the way back to the door, after a lock, never runs the passphrase command again.

    `minutes` leads straight to the timer; 0 is for as long as last time.
    """
    from heartwork.cli.asking import printed_by

    if unlock and chosen.command is None:
        raise click.UsageError("--unlock-with-command needs a --passphrase-command")
    if not at_a_terminal():
        raise unable("NoScreen")
    path = chosen.path
    passphrase = printed_by(chosen.command) if unlock and chosen.command and not demo else None
    from heartwork.app import run as run_app

    door = ("--demo",) if demo else ("--file", str(path))
    return run_app(path, demo=demo, passphrase=passphrase, argv=door, minutes=minutes)


def at_a_terminal() -> bool:
    """Tell whether there is a screen to draw on, which is standard error; keys may come through a pipe."""
    return sys.__stderr__ is not None and sys.__stderr__.isatty()


def _unclear(error: click.ClickException) -> int:
    """Say what of the arguments was not understood; what may be a person's words is not repeated."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        tell(error.message)
        return USAGE
    command = NAME
    message = error.message
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = error.ctx.command_path
    if isinstance(error, click.NoSuchOption) and not _AN_OPTION.fullmatch(error.option_name):
        message = "one argument looks like an option; a text that begins with a dash goes after --"
    elif message.startswith("No such command") and not _NO_COMMAND.fullmatch(message):
        message = "this is no command; heartwork add keeps a text"
    elif isinstance(error, click.MissingParameter):
        message = f"{_named(error.param)} is needed"
    elif isinstance(error, click.BadOptionUsage):
        takes_none = "does not take" in message
        message = f"{error.option_name}: {'nothing goes' if takes_none else 'something is needed'} after it"
    elif message.startswith("Got unexpected extra argument"):
        message = "there is a word too many; a text with spaces stands in quotes"
    elif isinstance(error, click.BadParameter) and (option := error.param_hint or _named(error.param)):
        message = f"{option}: {message}"
    tell(f"{command}: {message}\n{command} --help shows what it takes.")
    return USAGE


def _named(parameter: click.Parameter | None) -> str:
    """Return the name of an option or an argument as it is typed."""
    if isinstance(parameter, click.Argument):
        return parameter.metavar or str(parameter.name)
    return parameter.opts[0] if parameter is not None else ""

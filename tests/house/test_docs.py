"""What the README says of keys and commands is so."""

from __future__ import annotations

import re

import click
import pytest

from heartwork.cli.program import program
from tests.house.test_keys import BOUND, bindings
from tests.terminal import HOUSE

README = (HOUSE / "README.md").read_text(encoding="utf-8")
KEYS = {"!": "exclamation_mark", "?": "question_mark", "/": "slash", "#": "number_sign", ",": "comma"}


def keys_told() -> list[str]:
    """Return the keys in the README's table."""
    rows = re.findall(r"^\| ((?:`[^`]+` ?)+)\|", README, re.MULTILINE)
    return [key for row in rows for key in re.findall(r"`([^`]+)`", row)]


def commands_told() -> list[list[str]]:
    """Return the commands of the README's examples, each with the names of its group and options."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    return [line.split() for line in re.findall(r"^heartwork (.+)$", blocks, re.MULTILINE)]


def test_every_key_that_is_told_of_is_bound() -> None:
    bound = {key for each in BOUND for binding in bindings(each) for key in binding.key.split(",")}
    assert keys_told()
    assert {KEYS.get(key, key) for key in keys_told()} <= bound


@pytest.mark.parametrize("said", commands_told(), ids=" ".join)
def test_every_command_that_is_told_of_is_there(said: list[str]) -> None:
    command: click.Command = program
    for word in said:
        if word.startswith("--"):
            assert any(word in option.opts for option in command.params), word
        elif isinstance(command, click.Group):
            found = command.get_command(click.Context(command), word)
            assert found is not None, word
            command = found

"""What a start imports, seen in a fresh process: the door knows nothing that only a room needs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.visit import new_diary
from tests.terminal import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

DOOR = """
import asyncio, json, sys
from heartwork.hardening import harden
harden()
from pathlib import Path
from heartwork.app import HeartworkApp
async def main():
    app = HeartworkApp(Path(sys.argv[1]))
    async with app.run_test() as pilot:
        while app.current_mode != "door" or len(app.screen_stack) < 2:
            await pilot.pause()
        print(json.dumps(sorted(sys.modules)))
asyncio.run(main())
"""
NOT_AT_THE_DOOR = {
    "markdown_it",
    "mnemonic",
    "rich.markdown",
    "rich.traceback",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "tomlkit",
    "tree_sitter",
    "zxcvbn",
}
NEVER = {
    "ftplib",
    "http.client",
    "requests",
    "smtplib",
    "textual_dev",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
}


def loaded(code: str, *arguments: str) -> set[str]:
    """Return the modules that a fresh process has loaded after running `code`."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, check=True, timeout=60)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_door_loads_nothing_that_only_a_room_needs(tmp_path: Path) -> None:
    modules = loaded(DOOR, str(new_diary(tmp_path / "diary.heartwork")))
    assert not modules & NOT_AT_THE_DOOR


def test_nothing_that_speaks_to_a_network_is_loaded_by_heartwork_itself() -> None:
    whole = "import json, sys, heartwork.app, heartwork.cli.program, heartwork.screens.journal"
    code = f"{whole}\nprint(json.dumps(sorted(sys.modules)))"
    ours = loaded(code)
    textual = loaded("import json, sys, textual.app\nprint(json.dumps(sorted(sys.modules)))")
    assert not (ours - textual) & NEVER


@pytest.mark.parametrize("module", ["heartwork.hardening", "heartwork.endings"])
def test_what_comes_first_needs_the_standard_library_alone(module: str) -> None:
    modules = loaded(f"import json, sys, {module}\nprint(json.dumps(sorted(sys.modules)))")
    outside = (
        {name.split(".")[0] for name in modules} - set(sys.stdlib_module_names) - {"heartwork", "__main__"}
    )
    assert not {
        name for name in outside if name in {"textual", "rich", "click", "orjson", "tinydb", "cryptography"}
    }


def test_the_first_import_of_the_command_is_the_hardening() -> None:
    code = "import sys, json\nimport heartwork.cli\nprint(json.dumps(sorted(sys.modules)))"
    modules = loaded(code)
    assert "heartwork.hardening" in modules
    assert not modules & {"textual", "rich", "click", "heartwork.app", "heartwork.vault"}

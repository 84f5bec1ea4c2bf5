"""Hardening changes a whole process, so each case looks at a fresh one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from heartwork import hardening

HOUSE = Path(__file__).parent.parent
CANARY = "kestrel-canary-9417"


def run(code: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=HOUSE,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def seen(code: str, **environ: str) -> object:
    answer = run(f"from heartwork import hardening; hardening.harden()\n{code}", **environ)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_no_core_file_can_be_written() -> None:
    code = "import json, resource; print(json.dumps(resource.getrlimit(resource.RLIMIT_CORE)))"
    assert seen(code) == [0, 0]


@pytest.mark.skipif(sys.platform != "linux", reason="dumpable is a word of Linux")
def test_the_process_is_not_dumpable() -> None:
    assert seen("import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))") == 0


def test_telling_variables_are_gone_and_looks_stay() -> None:
    telling = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": "keys.log",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": "/tmp",
        "TEXTUAL_PRESS": "a",
        "TEXTUAL_DRIVER": "other:Driver",
        "TEXTUAL_SHOW_RETURN": "1",
        "textual_log": "keys.log",
        "PYTHONASYNCIODEBUG": "1",
        "PYTHONINSPECT": "",
    }
    looks = {"TEXTUAL_COLOR_SYSTEM": "truecolor", "TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": "30"}
    left = seen("import json, os; print(json.dumps(dict(os.environ)))", **telling, **looks)
    assert isinstance(left, dict)
    assert {name for name in left if name.upper().startswith("TEXTUAL")} == set(looks)
    assert not set(telling) & set(left)


def test_textual_imported_afterwards_writes_no_log(tmp_path: Path) -> None:
    code = (
        "import json; from textual import constants as c; print(json.dumps([c.LOG_FILE, c.DEBUG, c.PRESS]))"
    )
    assert seen(code, TEXTUAL_LOG=str(tmp_path / "log"), TEXTUAL_DEBUG="1", TEXTUAL_PRESS="a") == [
        None,
        False,
        "",
    ]


def test_new_files_are_private() -> None:
    assert seen("import os; print(os.umask(0))") == 0o077


def test_it_imports_neither_textual_nor_anything_else_heavy() -> None:
    code = "import json, sys; print(json.dumps(sorted(sys.modules)))"
    loaded = seen(code)
    assert isinstance(loaded, list)
    assert not {"textual", "rich", "asyncio", "logging", "traceback", "click", "cryptography"} & set(loaded)


def test_a_system_that_lacks_a_protection_keeps_the_others() -> None:
    code = (
        "import sys; sys.modules['resource'] = None; sys.modules['ctypes'] = None\n"
        "from heartwork import hardening; hardening.harden(); hardening.harden()\n"
        "import os; print(os.umask(0), 'TEXTUAL_LOG' in os.environ)"
    )
    assert run(code, TEXTUAL_LOG="log").stdout == "63 False\n"


@pytest.mark.parametrize(
    "end",
    [
        "blow()",
        "import threading; t = threading.Thread(target=blow); t.start(); t.join()",
        "import gc; exec('class Bad:\\n def __del__(self): blow()'); b = Bad(); del b; gc.collect()",
        "raise ExceptionGroup('kestrel-canary-9417', [ValueError('kestrel-canary-9417')])",
        "raise ValueError('a') from ValueError('kestrel-canary-9417')",
    ],
)
def test_an_error_is_told_without_message_source_or_variables(end: str) -> None:
    code = (
        "from heartwork import hardening; hardening.harden()\n"
        "def blow(secret='kestrel-canary-9417'):\n"
        "    raise ValueError(f'oh {secret}')\n" + end
    )
    answer = run(code)
    assert CANARY not in answer.stdout + answer.stderr
    assert "raise" not in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_error_is_told_with_type_file_and_line_and_what_is_safe() -> None:
    answer = run("from heartwork import hardening\nhardening.harden()\n{}['" + CANARY + "']")
    assert answer.returncode == 1
    assert answer.stderr == f"heartwork stopped: KeyError\n  <string>, line 3\n{hardening.SAVED_IS_SAFE}\n"


def test_an_error_that_carries_another_is_told_as_that_one() -> None:
    class Carrier(Exception):
        error = KeyError(CANARY)

    group = ExceptionGroup(CANARY, [Carrier(CANARY)])
    assert hardening.last_words(group, "Safe.") == "heartwork stopped: KeyError\nSafe.\n"


def test_an_error_elsewhere_names_the_own_frames_that_led_there() -> None:
    try:
        json.loads("{")
    except ValueError as error:
        words = hardening.last_words(error, "Safe.")
    assert words.splitlines()[0] == "heartwork stopped: JSONDecodeError"
    assert words.splitlines()[1].startswith("  json/decoder.py, line ")
    assert str(HOUSE) not in words

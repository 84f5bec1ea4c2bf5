"""Commands cost little, end with the codes of the design, and repeat nobody's words."""

from __future__ import annotations

import os
import subprocess
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from heartwork import __version__
from heartwork.cli import program as table
from tests.cli.shell import HOUSE, PASSPHRASE, fresh, heartwork, opened, printing, python

if TYPE_CHECKING:
    from pathlib import Path

SCREEN = {"textual", "rich", "asyncio"}


def modules(*arguments: str | Path) -> set[str]:
    """Return the names of the packages a command has imported, the parts of heartwork in full."""
    code = (
        "import sys; from heartwork.cli import main\n"
        "try: main()\n"
        "except SystemExit as ended: assert not ended.code, ended.code\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=HOUSE,
        input=b"a text",
        capture_output=True,
        check=True,
    )
    names = done.stderr.decode().splitlines()[-1].split()
    return {name if name.startswith("heartwork") else name.partition(".")[0] for name in names}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_know_neither_screen_nor_vault(option: str) -> None:
    found = modules(option)
    assert not found & SCREEN
    assert not found & {"heartwork.vault", "heartwork.diary", "heartwork.content", "tinydb", "cryptography"}


@pytest.mark.parametrize(
    "command",
    [
        ("add",),
        ("list",),
        ("list", "--json", "--find", "rain mood:3"),
        ("tags",),
        ("letter", "list"),
        ("letter", "new"),
        ("memento", "list"),
        ("memento", "add", "ring in the drawer 8"),
        ("goal", "list"),
        ("goal", "add", "learn to swim @health"),
        ("where",),
        ("verify",),
    ],
)
def test_a_command_knows_no_screen(command: tuple[str, ...], written: Path) -> None:
    found = modules(*command, "--file", written, *unlocked(command))
    assert not found & SCREEN
    assert "zxcvbn" not in found
    assert "heartwork.diary" in found


def unlocked(command: tuple[str, ...]) -> tuple[str, ...]:
    return () if command == ("where",) else ("--passphrase-command", printing(PASSPHRASE))


def test_support_knows_no_vault() -> None:
    found = modules("support")
    assert not found & {*SCREEN, "heartwork.vault", "heartwork.diary"}


def test_hardening_is_the_first_thing_that_is_imported() -> None:
    code = (
        "import sys; import heartwork.cli; "
        "print(*[name for name in sys.modules if name.startswith('heartwork')], 'click' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["heartwork", "heartwork.hardening", "heartwork.cli", "False"] or (
        said.stdout.split() == ["heartwork", "heartwork.cli", "heartwork.hardening", "False"]
    )


@pytest.mark.skipif(os.name == "nt", reason="umask is POSIX")
def test_a_command_runs_hardened(empty: Path) -> None:
    code = (
        "import os, sys; sys.stderr.write(f'{os.umask(0):o} {os.environ.get(\"TEXTUAL_LOG\")}'); print('x')"
    )
    done = fresh(
        "verify", "--file", empty, "--passphrase-command", python(code), environ={"TEXTUAL_LOG": "/tmp/keys"}
    )
    assert done.returncode == 3
    assert done.stderr.startswith(b"77 None")


def test_the_version_is_said() -> None:
    assert heartwork("--version") == (0, f"heartwork {__version__}\n", "")


def test_help_lists_every_command_in_the_order_of_use() -> None:
    said = heartwork("--help").out
    names = ["init", "add", "list", "show", "edit", "trash", "restore", "tags", "letter", "memento", "goal"]
    names += ["where", "verify", "passphrase", "support"]
    places = [said.index(f"\n  {name} ") for name in names]
    assert places == sorted(places)
    for name in names:
        assert heartwork(name, "--help").code == 0


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("letter", ["new", "seal", "reread", "burn", "list"]),
        ("memento", ["add", "list", "decide", "done"]),
        ("goal", ["add", "list", "move", "step", "done", "let-go"]),
    ],
)
def test_help_lists_what_can_be_done_in_the_order_in_which_it_is_done(group: str, names: list[str]) -> None:
    said = heartwork(group, "-h").out
    places = [said.index(f"\n  {name} ") for name in names]
    assert places == sorted(places)
    for name in names:
        assert "--passphrase-command" in heartwork(group, name, "-h").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("lst",), "lst"),
        (("list", "--colour"), "--colour"),
        (("list", "--mood", "9"), "--mood"),
        (("list", "--mood", "low"), "low"),
        (("list", "--from", "2026-02-30"), "2026-02-30"),
        (("list", "--from", ""), "--from"),
        (("list", "--kind", "poem"), "--kind: a kind is one of note, check-in, review, letter"),
        (("list", "--find", "rain mood:9"), "--find: “mood:9” was not understood: a mood is 1 to 5"),
        (("list", "--find", "from:3 days ago"), "“from:3” was not understood"),
        (("list", "-n", "-1"), "-1"),
        (("show",), "ID"),
        (("edit",), "ID"),
        (("trash",), "ID"),
        (("restore",), "ID"),
        (("letter", "seal", "x"), "--until"),
        (("letter", "seal", "x", "--until", "someday"), "--until: “someday” could not be read as a day"),
        (("letter", "post"), "post"),
        (("add", "x", "--mood", "0"), "--mood"),
        (("add", "x", "--at", "yesterday-ish"), "yesterday-ish"),
        (("add", "x", "--tag", " "), "--tag"),
        (("list", "--file", ""), "--file"),
        (("--demo", "list"), "--demo"),
        (("--unlock-with-command",), "--unlock-with-command"),
    ],
)
def test_what_was_not_understood_is_named_and_ends_with_2(arguments: tuple[str, ...], named: str) -> None:
    answer = heartwork(*arguments)
    assert answer.code == 2
    assert named in answer.err
    assert "--help" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("arguments", [("add", "-- I saw her again"), ("I saw her again",)])
def test_a_text_in_the_wrong_place_is_not_repeated(arguments: tuple[str, ...]) -> None:
    answer = heartwork(*arguments)
    assert answer.code == 2
    assert "saw her" not in answer.out + answer.err


def test_an_argument_gets_no_sequence_to_the_terminal() -> None:
    answer = heartwork("list", "--\x1b]0;gone\x07x")
    assert answer.code == 2
    assert "\x1b" not in answer.err


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Stand in for the app, and note how it was opened."""
    calls: list[dict[str, Any]] = []
    fake = ModuleType("heartwork.app")

    def opened_app(path: Path, **how: Any) -> int:
        calls.append({"path": path, **how})
        return 5

    fake.run = opened_app  # type: ignore[attr-defined]  # a module made for this test
    monkeypatch.setitem(sys.modules, "heartwork.app", fake)
    monkeypatch.setattr("heartwork.cli.program.at_a_terminal", lambda: True)
    return calls


def test_without_a_terminal_the_app_stays_closed_and_says_so(
    app: list[dict[str, Any]], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartwork.cli.program.at_a_terminal", lambda: False)
    code, said, told = heartwork("--file", path)
    assert (code, said, app) == (1, "", [])
    assert "terminal" in told


def test_without_a_command_the_app_opens(app: list[dict[str, Any]], path: Path) -> None:
    assert heartwork("--file", path) == (5, "", "")
    (asked,) = app
    assert asked == {
        "path": path,
        "demo": False,
        "passphrase": None,
        "argv": ("--file", str(path)),
        "minutes": None,
    }


def test_the_app_opens_the_diary_of_the_environment(
    app: list[dict[str, Any]], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTWORK_FILE", str(path))
    heartwork()
    assert app[0]["path"] == path


def test_without_a_word_the_diary_lies_in_the_data_folder(app: list[dict[str, Any]], own_home: Path) -> None:
    heartwork()
    assert app[0]["path"].name == "diary.heartwork"
    assert app[0]["path"].is_relative_to(own_home)


def test_the_demo_opens_without_a_passphrase(app: list[dict[str, Any]]) -> None:
    command = python("raise SystemExit('asked')")
    assert heartwork("--demo", "--unlock-with-command", "--passphrase-command", command).code == 5
    assert app[0]["demo"] is True
    assert app[0]["passphrase"] is None
    assert app[0]["argv"] == ("--demo",)


def test_the_door_never_runs_the_passphrase_command(app: list[dict[str, Any]], path: Path) -> None:
    ran = path.parent.parent / "ran"
    command = python(f"open({str(ran)!r}, 'a').write('x'); print('secret words')")
    heartwork("--file", path, "--passphrase-command", command)
    assert app[0]["passphrase"] is None
    assert not ran.exists()
    heartwork("--file", path, "--passphrase-command", command, "--unlock-with-command")
    assert app[1]["passphrase"] == "secret words"
    assert ran.read_text() == "x"
    assert app[1]["argv"] == ("--file", str(path))


def test_an_unexpected_stop_tells_nothing_of_what_it_had(written: Path) -> None:
    code = (
        "import sys; sys.argv = ['heartwork', *sys.argv[1:]]\n"
        "import heartwork.cli.rows as rows\n"
        "def row(entry, looks): raise RuntimeError(entry.body)\n"
        "rows.row = row\n"
        "from heartwork.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "list", "--file", written, "--passphrase-command", printing(PASSPHRASE)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "RuntimeError" in done.stderr
    assert "page" not in done.stderr + done.stdout


def test_a_reader_that_has_enough_ends_it_quietly(written: Path) -> None:
    command = [sys.executable, "-m", "heartwork", "list", "--json", "--file", str(written)]
    child = subprocess.Popen(
        [*command, "--passphrase-command", printing(PASSPHRASE)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.wait(30) == 0
    assert child.stderr is not None
    assert child.stderr.read() == b""
    child.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")  # noqa: PTH110 - in a decorator
def test_an_answer_that_cannot_be_written_is_said(written: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "heartwork",
                "list",
                "--file",
                written,
                "--passphrase-command",
                printing(PASSPHRASE),
            ],
            cwd=HOUSE,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"could not be written: the disk is full" in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="descriptors are closed by a shell of POSIX")
def test_closed_streams_are_never_taken_for_the_diary(empty: Path) -> None:
    line = '"$0" -m heartwork add "a text" --file "$1" --passphrase-command "$2" <&- >&- 2>&-'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, empty, printing(PASSPHRASE)], cwd=HOUSE, check=False
    )
    assert done.returncode == 0
    assert "a text" in opened(empty, "list").out
    assert opened(empty, "verify").code == 0


@pytest.mark.skipif(os.name == "nt", reason="descriptors are closed by a shell of POSIX")
def test_a_file_that_is_opened_gets_no_standard_descriptor(tmp_path: Path) -> None:
    code = (
        "import os, sys; from heartwork.cli.saying import ready_streams; ready_streams()\n"
        "opened = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT); os.write(opened, str(opened).encode())"
    )
    line = '"$0" -c "$1" "$2" <&- >&- 2>&-'
    number = tmp_path / "number"
    subprocess.run(["/bin/sh", "-c", line, sys.executable, code, number], cwd=HOUSE, check=True)
    assert int(number.read_text(encoding="utf-8")) > 2


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_pipe_gets_utf_8_whatever_the_locale(empty: Path, locale: str) -> None:
    text = "Zürich 🫂 שלום"
    command = ("--file", empty, "--passphrase-command", printing(PASSPHRASE))
    plain = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert fresh("add", *command, text=text.encode(), environ=plain).returncode == 0
    said = fresh("list", *command, environ=plain)
    assert text in said.stdout.decode("utf-8")
    assert b"\x1b" not in said.stdout


def test_interrupted_it_ends_with_1_and_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(table, "_invoked", interrupted)
    assert heartwork("list") == (1, "", "\n")

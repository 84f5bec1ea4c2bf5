"""Practices of one's own from the command line: taken in, handed out, put in the trash and taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from heartwork.content.practice_words import practice_words
from tests.cli.test_practice import practice, read
from tests.diary.practices import EVERY_KIND

if TYPE_CHECKING:
    from pathlib import Path

WORDS = practice_words().own
NAMED = {"title": "Every kind", "id": "mine"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A practice as a file."""
    file = tmp_path / "mine.toml"
    file.write_text(EVERY_KIND, encoding="utf-8")
    return file


@pytest.fixture
def mine(empty: Path, file: Path) -> Path:
    """A diary into which that practice was taken."""
    answer = practice(empty, "import", str(file))
    assert (answer.out, answer.err) == ("mine\n", f"{WORDS.imported.format(**NAMED)}\n")
    return empty


# --- taking in -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("mine.toml", f"{EVERY_KIND}colour = 1\n".encode(), "unknown key colour"),
        ("mine.toml", EVERY_KIND.replace('kind = "read"', 'kind = "sing"').encode(), "step 1: kind"),
        ("mine.toml", b"title = ", "mine.toml: "),
        ("mine.toml", b"after = " + b"[" * 9_000, "mine.toml: "),
        ("mine.toml", b"", "no key closing"),
        ("mine.toml", b"\xff\x00\x80", WORDS.not_text),
        ("mine.toml", b"#" * (1024 * 1024 + 1), WORDS.long),
        ("My own.toml", EVERY_KIND.encode(), "a name in lower-case letters"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_and_nothing_is_taken_in(
    empty: Path, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    answer = practice(empty, "import", str(file))
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 3)
    assert why in answer.err
    assert read(empty).practising.own.all() == {}


@pytest.mark.parametrize(
    ("name", "why"), [("", WORDS.folder), ("not-there.toml", WORDS.absent), ("no/mine.toml", WORDS.absent)]
)
def test_where_there_is_no_file_that_is_said(empty: Path, tmp_path: Path, name: str, why: str) -> None:
    answer = practice(empty, "import", str(tmp_path / name))
    assert (answer.code, answer.out, why in answer.err) == (2, "", True)


def test_a_mark_before_the_text_is_no_part_of_it(empty: Path, file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + EVERY_KIND.replace("\n", "\r\n").encode())
    assert practice(empty, "import", str(file)).code == 0


def test_one_with_the_name_of_one_that_ships_stands_beside_it(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "face-it.toml"
    file.write_text(EVERY_KIND, encoding="utf-8")
    assert practice(empty, "import", str(file)).out == "own-face-it\n"
    known = read(empty).practising.practices()
    assert (known["face-it"].title, known["own-face-it"].title) == ("Face it", "Every kind")


def test_the_same_again_changes_nothing_and_another_puts_it_in_the_trash(mine: Path, file: Path) -> None:
    assert WORDS.unchanged.format(**NAMED) in practice(mine, "import", str(file)).err
    file.write_text(EVERY_KIND.replace("Every kind", "Better"), encoding="utf-8")
    assert WORDS.replaced.format(title="Better", id="mine") in practice(mine, "import", str(file)).err
    back = practice(mine, "restore", "mine")
    assert back.err.splitlines() == [WORDS.restored.format(**NAMED), WORDS.instead]
    assert read(mine).practising.own.all()["mine"].title == "Every kind"


# --- handing out -----------------------------------------------------------------------------------------


def test_ones_own_comes_back_out_as_it_went_in(mine: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.toml"
    assert practice(mine, "export", "mine", str(out)).code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert practice(mine, "export", "--mine", str(tmp_path / "all")).code == 0
    again = tmp_path / "all" / "mine.toml"
    assert again.read_text() == out.read_text()
    assert WORDS.unchanged.format(**NAMED) in practice(mine, "import", str(again)).err
    assert practice(mine, "export", "face-it", "-").out.startswith('title = "Face it"')
    assert practice(mine, "export", "face-it", str(tmp_path)).code == 0
    assert (tmp_path / "face-it.toml").is_file()


def test_nothing_that_is_there_is_written_over(mine: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "mine.toml").write_text("my words")
    for arguments in (("mine", str(folder)), ("mine", str(folder / "mine.toml")), ("--mine", str(folder))):
        answer = practice(mine, "export", *arguments)
        assert (answer.code, str(folder / "mine.toml") in answer.err) == (1, True)
    assert practice(mine, "export", "--mine", str(folder / "mine.toml")).code == 2
    assert [each.read_text() for each in folder.iterdir()] == ["my words"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(("mine", "no/mine.toml"), WORDS.no_folder), (("mine", "no/"), WORDS.no_folder)],
)
def test_where_no_folder_is_nothing_is_written(
    mine: Path, tmp_path: Path, arguments: tuple[str, str], why: str
) -> None:
    answer = practice(mine, "export", arguments[0], f"{tmp_path}/{arguments[1]}")
    assert (answer.code, why in answer.err, (tmp_path / "no").exists()) == (1, True, False)


@pytest.mark.parametrize("place", ["mine.toml", "-"])
def test_all_of_ones_own_need_a_folder(mine: Path, tmp_path: Path, place: str) -> None:
    answer = practice(mine, "export", "--mine", place if place == "-" else str(tmp_path / "new" / place))
    assert (answer.code, answer.out, WORDS.needs_folder in answer.err) == (2, "", True)
    assert practice(mine, "export", "face-it").code == 2


# --- the trash -------------------------------------------------------------------------------------------


def test_one_goes_to_the_trash_and_comes_back_with_what_was_said_in_it(mine: Path) -> None:
    assert practice(mine, "list", "--trash").err == f"{WORDS.none_trashed}\n"
    practice(mine, "run", "mine", text="\nhalf a page\n")
    gone = practice(mine, "trash", "mine")
    assert (gone.code, gone.err) == (0, f"{WORDS.trashed.format(**NAMED)}\n")
    assert "mine ·" not in practice(mine, "list").out
    assert practice(mine, "list", "--trash").out.startswith("mine · Every kind · about 5 minutes · ")
    waits = practice(mine, "run", "mine")
    assert (waits.code, "heartwork practice restore mine" in waits.err) == (1, True)
    assert practice(mine, "restore", "mine").err == f"{WORDS.restored.format(**NAMED)}\n"
    (left,) = read(mine).practising.under_way()
    assert left.run.answers["say"] == "half a page"


def test_an_earlier_one_is_named_by_an_id_of_its_own(mine: Path, file: Path) -> None:
    for title in ("Better", "Best"):
        file.write_text(EVERY_KIND.replace("Every kind", title), encoding="utf-8")
        practice(mine, "import", str(file))
    last, earlier = practice(mine, "list", "--trash").out.splitlines()
    assert last.startswith("mine · Better")
    key = earlier.partition(" ")[0]
    assert json.loads(practice(mine, "list", "--trash", "--json").out)[1]["key"].startswith(key)
    assert practice(mine, "restore", key).code == 0
    assert read(mine).practising.own.all()["mine"].title == "Every kind"


def test_one_that_ships_stays_and_what_is_not_in_the_trash_is_said(mine: Path) -> None:
    stays = practice(mine, "trash", "face-it")
    assert (stays.code, "“Face it” comes with heartwork" in stays.err) == (1, True)
    for name in ("mine", "nothing", "0"):
        answer = practice(mine, "restore", name)
        assert (answer.code, WORDS.not_trashed in answer.err) == (2, True)

"""An error in any part says where it happened, and nothing it quotes; the draft is saved (TRUST 14)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.hardening import WORDS_KEPT
from tests.journeys.visit import ENTER, F2, PASSPHRASE, Visit, draft_bodies, new_diary

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "kestrel" + "secret5150"  # as in `forced`, which is not imported: it hardens the process
ON_F2 = ("handler", "worker", "render", "mount")
WORDS = "heron at the weir"


def broken(path: Path, stage: str) -> Visit:
    return Visit(path, environ={"FORCED": stage}, program=("-m", "tests.journeys.forced"))


def quiet(visit: Visit) -> None:
    """Expect an end with code 1 that quotes nothing, and a terminal as it was."""
    assert visit.ends() == 1
    page, _, after = visit.bytes.rpartition(b"\x1b[?1049l")
    assert SECRET.encode() not in page + after
    assert PASSPHRASE.encode() not in page + after
    assert WORDS.encode() not in after
    assert WORDS not in visit.text
    assert b"Traceback" not in after
    assert b"heartwork stopped: ValueError" in after
    assert visit.is_as_before


@pytest.mark.parametrize("stage", ON_F2)
def test_an_error_while_writing_saves_the_draft_and_quotes_nothing(stage: str, tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with broken(path, stage) as visit:
        visit.opens()
        visit.writes(WORDS)
        visit.send(F2)
        quiet(visit)
        assert WORDS_KEPT in visit.text
    assert draft_bodies(path) == [WORDS]


def test_an_error_in_saving_tries_once_more_and_quotes_nothing(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with broken(path, "writer") as visit:
        visit.opens()
        visit.writes(WORDS)
        quiet(visit)
    assert draft_bodies(path) == [WORDS]


def test_an_error_in_unlocking_quotes_no_passphrase(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    before = path.read_bytes()
    with broken(path, "unlock") as visit:
        visit.at_door()
        visit.send(PASSPHRASE.encode() + ENTER)
        quiet(visit)
    assert path.read_bytes() == before

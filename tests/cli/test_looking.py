"""Where everything lies, whether it is whole, and who helps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from heartwork.content import support
from tests.cli import files
from tests.cli.shell import fresh, heartwork, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_where_names_every_place_also_before_there_is_a_diary(path: Path, own_home: Path) -> None:
    lines = heartwork("where", "--file", path).out.splitlines()
    assert [line.split()[0] for line in lines] == ["diary", "lock", "preferences", "state"]
    assert all("nothing there yet" in line for line in lines)
    assert str(path) in lines[0]
    assert f"{path}.lock" in lines[1]
    assert all(str(own_home) in line for line in lines[2:])
    assert not path.parent.exists()


def test_where_tells_what_is_there(written: Path) -> None:
    first, *_ = heartwork("where", "--file", written).out.splitlines()
    assert first == f"diary        {written}"


def test_where_all_finds_what_was_set_aside(written: Path) -> None:
    for name in ("{}.damaged-20260301T101500", ".{}.0a1b2c3d.new", "{}.schema-1"):
        written.with_name(name.format(written.name)).touch()
    written.with_name("diary (conflict 2026-03-01 1015).heartwork").touch()
    written.with_name("somebody else's").touch()
    plain = heartwork("where", "--file", written).out
    said = heartwork("where", "--all", "--file", written).out
    assert said.split()[:2] == plain.split()[:2]
    assert len(re.findall(r"^kept beside it", said, re.MULTILINE)) == 4
    assert len(re.findall(r"^last seen", said, re.MULTILINE)) == 1
    assert "somebody" not in said
    assert "schema-1" not in plain
    assert ".new" not in plain


def test_where_names_copies_that_may_hold_words_without_being_asked(written: Path) -> None:
    beside = sorted(
        written.with_name(name)
        for name in (f"{written.name}.damaged-20260301T101500", "diary (conflict 2026-03-01 1015).heartwork")
    )
    assert "kept beside" not in heartwork("where", "--file", written).out
    for each in beside:
        each.touch()
    said = heartwork("where", "--file", written).out.splitlines()
    assert said[-2:] == [f"kept beside it  {each}" for each in beside]


def test_a_whole_diary_is_said_to_be_whole(written: Path) -> None:
    answer = opened(written, "verify")
    assert answer.code == 0
    assert re.match(rf"2 entries, \d+ frames, {written.stat().st_size:,} bytes\n", answer.out)
    assert "Every frame is what was written" in answer.out


def test_a_damaged_diary_is_said_from_where_on(written: Path) -> None:
    files.flipped(written, 1024 + 70)
    answer = opened(written, "verify")
    assert answer.code == 4
    assert f"Damaged from byte 1,024 of {written.stat().st_size:,}" in answer.out
    assert "2 entries" in answer.out


def test_a_file_that_ends_inside_its_header_is_damaged_from_its_end_on(written: Path) -> None:
    written.write_bytes(written.read_bytes()[:600])
    answer = opened(written, "verify")
    assert answer.code == 4
    assert "Damaged from byte 600 of 600" in answer.out


def test_a_torn_diary_is_said_to_open(written: Path) -> None:
    size = written.stat().st_size
    files.torn(written)
    answer = opened(written, "verify")
    assert answer.code == 0
    assert f"The last 8 bytes, from byte {size:,}" in answer.out
    assert "interrupted" in answer.out
    assert "Every frame" not in answer.out


def test_a_damaged_end_ends_with_4(written: Path) -> None:
    files.flipped(written, written.stat().st_size - 5)
    answer = opened(written, "verify")
    assert answer.code == 4
    assert "not what was written" in answer.out


def test_one_damaged_copy_of_the_header_is_said(written: Path) -> None:
    files.flipped(written, 60)
    answer = opened(written, "verify")
    assert answer.code == 0
    assert "the other is whole" in answer.out
    assert "Every frame" not in answer.out


@pytest.mark.parametrize("part", range(8))
def test_no_flipped_bit_is_passed_over_in_silence(written: Path, part: int) -> None:
    whole = written.read_bytes()
    for offset in range(part * len(whole) // 8, len(whole), len(whole) // 3):
        files.flipped(written, offset)
        answer = opened(written, "verify")
        assert "Every frame is what was written" not in answer.out
        assert answer.code in (0, 4)
        assert answer.code == 4 or "damaged" in answer.out
        written.write_bytes(whole)


def test_support_is_read_without_a_diary(path: Path) -> None:
    done = fresh("support", environ={"HEARTWORK_FILE": str(path)})
    assert done.returncode == 0
    said = " ".join(done.stdout.decode("utf-8").split())
    for section in support().sections:
        assert section.title in said
        for paragraph in section.paragraphs:
            assert paragraph in said
    assert max(len(line) for line in done.stdout.decode("utf-8").splitlines()) <= 80
    assert not path.parent.exists()

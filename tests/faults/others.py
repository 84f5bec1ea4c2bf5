"""Other programs at the same file: two writers, links, stale locks, synchronisers (case 6)."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

from heartwork.vault import Vault, VaultInUse, VaultUnwritable
from heartwork.vault.files import Files
from tests.faults.story import PASSPHRASE, Story, held_at, make, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

HOLDER = """
import sys, time
from heartwork.vault import Vault
vault = Vault.open(sys.argv[1], sys.argv[2])
print("open", flush=True)
time.sleep(60)
"""
STRANGERS = (
    "diary (Ann's conflicted copy 2026-01-02).heartwork",
    "diary.sync-conflict-20260102-030405-ABCDEFG.heartwork",
    "diary (conflicted copy 2026-01-02 030405).heartwork",
    ".diary.heartwork.tmp",
    ".syncthing.diary.heartwork.tmp",
    ".diary.heartwork.other.0a1b2c3d.new",
    ".diary.heartwork.zzzzzzzz.new",
)


def two_processes(tally: Tally, folder: Path) -> None:
    """Let a second process in for reading alone; after a kill its stale lock is nobody's."""
    path = folder / "diary.heartwork"
    make(path, documents=2)
    link = folder / "elsewhere.heartwork"
    link.symlink_to(path)
    for way in (path, link):
        other = _holder(path)
        try:
            tally.expect(_refused(way), f"a second writer was let in by {way.name}")
            tally.expect(len(held_at(way)["entries"]) == 2, "a reader beside the writer sees something else")
        finally:
            other.kill()
            other.communicate()
        tally.expect((folder / "diary.heartwork.lock").exists(), "the lock file is gone")
        tally.expect(not _refused(way), "a stale lock keeps the owner out")
    tally.expect(link.is_symlink(), "the link became a file")


def _holder(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(path), PASSPHRASE]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def _refused(path: Path) -> bool:
    try:
        vault = Vault.open(path, PASSPHRASE)
    except VaultInUse:
        return True
    with vault.together(forget=True):  # a rewrite leaves the link and the lock as they are
        vault.db.table("settings").insert({"on": True})
    vault.close()
    return False


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"something else")


def _replace(path: Path) -> None:
    strange = path.with_name("strange")
    strange.write_bytes(path.read_bytes())  # the same bytes, yet another file
    strange.replace(path)


def _overwrite(path: Path) -> None:
    path.write_bytes(b"a synchroniser's work" * 10)


def _delete(path: Path) -> None:
    path.unlink()


def replaced_files(tally: Tally, folder: Path) -> None:
    """Change the file underneath in each way: theirs is never overwritten, ours goes beside it."""
    for choice in ("one", "forget", "rest"):
        for number, change in enumerate((_append, _replace, _overwrite, _delete)):
            place = folder / f"{choice}{number}"
            place.mkdir()
            _changed_underneath(tally, place, choice, change)


def _changed_underneath(tally: Tally, folder: Path, choice: str, change: Callable[[Path], None]) -> None:
    path = folder / "diary.heartwork"
    make(path, documents=4)
    story = Story.open(path, Random(1), Files())
    story.again("one")
    change(path)
    theirs = path.read_bytes() if path.exists() else None
    told = f"{choice} after {change.__name__}"
    try:
        story.again(choice)
        story.again("one")
    except VaultUnwritable as error:
        tally.expect(False, f"{told}: {error}")
    ours = story.vault.path or path
    story.vault.close()
    if theirs is None:
        tally.expect(ours == path and story.vault.conflict is None, f"{told}: ours is not where it was")
    else:
        tally.expect(path.read_bytes() == theirs, f"{told}: theirs was overwritten")
        named = ours.name.startswith("diary (conflict 20") and ours.name.endswith(").heartwork")
        tally.expect(named and ours == story.vault.conflict, f"{told}: ours is at {ours.name}")
    tally.expect(
        held_at(ours) == story.kept == tables_of(story.vault), f"{told}: something of ours is missing"
    )


def strangers(tally: Tally, folder: Path) -> None:
    """Keep away from the files that synchronisers put beside a diary."""
    path = folder / "diary.heartwork"
    make(path, documents=4)
    for name in STRANGERS:
        (folder / name).write_text(name)
    ours = folder / ".diary.heartwork.0a1b2c3d.new"
    ours.write_text("left by a kill")
    story = Story.open(path, Random(1), Files())
    for choice in ("one", "forget", "one"):
        story.again(choice)
    story.vault.close()
    for name in STRANGERS:
        at = folder / name
        tally.expect(at.is_file() and at.read_text() == name, f"{name} was touched")
    tally.expect(not ours.exists(), "what a kill left was not swept")
    tally.expect(
        {each.name for each in folder.iterdir()} == {*STRANGERS, path.name, f"{path.name}.lock"},
        "something was added",
    )


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "6 two processes": two_processes,
    "6 replaced files": replaced_files,
    "6 strangers": strangers,
}

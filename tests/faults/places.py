"""Full disks, folders and files that refuse, and things that are no files (case 5)."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from heartwork.vault import NotAVault, NoVault, Vault, VaultError, VaultUnreadable, VaultUnwritable
from heartwork.vault.files import Files
from tests.faults.story import CHEAP, PASSPHRASE, Story, held_at, make, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.tally import Tally

NOBODY = 65534

FULL_FILE = """
import json, resource, sys
from pathlib import Path
from random import Random
from heartwork.vault.files import Files
from tests.faults.story import Story, held_at, tables_of
path = Path(sys.argv[1])
story = Story.open(path, Random(1), Files())
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
size = path.stat().st_size
told = {}
for room in (0, 100, 700):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, hard))
    told[f"refused with {room}"] = not story.try_step("large")
    told[f"intact with {room}"] = tables_of(story.vault) == story.kept == held_at(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
story.again("large")
told["kept once there is room"] = tables_of(story.vault) == story.kept == held_at(path)
told["no conflict"] = story.vault.conflict is None
story.vault.close()
print(json.dumps(told))
"""

AS_NOBODY = """
import json, os, sys
import filelock, mnemonic, platformdirs, platformdirs.unix  # before the rights to read them are given up
from pathlib import Path
from random import Random
from heartwork.vault import Vault, VaultError, VaultUnreadable, VaultUnwritable
from heartwork.vault.files import Files
from tests.faults.story import CHEAP, PASSPHRASE, Story, held_at, make, tables_of
if len(sys.argv) > 2:
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
folder = Path(sys.argv[1]) / "own"
path = folder / "diary.heartwork"
make(path, documents=3)
told = {}
def raised(action):
    try:
        action().close()
    except Exception as error:
        return type(error)
def opening(): return Vault.open(path, PASSPHRASE)
def reading(): return Vault.open(path, PASSPHRASE, read_only=True)
path.chmod(0o400)
told["0400: not for writing"] = raised(opening) is VaultUnwritable
told["0400: for reading"] = raised(reading) is None
path.chmod(0)
told["0000"] = raised(opening) is VaultUnreadable and raised(reading) is VaultUnreadable
path.chmod(0o600)
folder.chmod(0o500)
story = Story.open(path, Random(1), Files())
story.again("one")
told["folder 0500: a save"] = held_at(path) == story.kept
told["folder 0500: no rewrite"] = not story.try_step("forget") and held_at(path) == story.kept
folder.chmod(0o700)
story.again("forget")
told["folder 0700 again"] = held_at(path) == story.kept
folder.chmod(0)
told["folder 0000: no save"] = not story.try_step("one") and tables_of(story.vault) == story.kept
told["folder 0000: opening"] = raised(reading) is VaultUnreadable
def making(): return Vault.create(folder / "b" / "c", PASSPHRASE, cost=CHEAP)[0]
told["folder 0000: making"] = raised(making) is VaultUnwritable
folder.chmod(0o700)
story.again("one")
told["folder back"] = held_at(path) == story.kept and story.vault.conflict is None
story.vault.close()
(folder / "diary.heartwork.lock").unlink()
folder.chmod(0o500)
told["no lock can be made"] = raised(opening) is VaultUnwritable and raised(reading) is None
folder.chmod(0o700)
print(json.dumps(told))
"""


def full_file(tally: Tally, folder: Path) -> None:
    """Reach the largest size that the system allows a file, and get room again."""
    path = folder / "diary.heartwork"
    make(path, documents=5)
    _tell(tally, FULL_FILE, path)


def refused(tally: Tally, folder: Path) -> None:
    """Meet files and folders that may not be written or read, as somebody who is not root."""
    if os.geteuid() == 0:
        above = folder
        while above.stat().st_uid == 0 and above != above.parent:
            above.chmod(above.stat().st_mode | 0o011)  # nobody may pass through
            above = above.parent
        os.chown(folder, NOBODY, NOBODY)
    _tell(tally, AS_NOBODY, folder, user=NOBODY if os.geteuid() == 0 else None)


def _tell(tally: Tally, script: str, path: Path, *, user: int | None = None) -> None:
    command = [sys.executable, "-c", script, str(path), *([] if user is None else [str(user)])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        tally.expect(False, done.stderr[-700:])
        return
    for told, held in json.loads(done.stdout).items():
        tally.expect(held, told)


def full_disk(tally: Tally, folder: Path) -> None:
    """Fill a small disk, and get room again; needs the right to mount one."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        print("    (no small disk may be mounted here; the file size limit stands in for it)")
        tally.tries += 1
        return
    try:
        _fill(tally, disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _fill(tally: Tally, disk: Path) -> None:
    path = disk / "diary.heartwork"
    make(path, documents=5)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    story = Story.open(path, Random(2), Files())
    took = [story.try_step("large") for _ in range(30)]
    tally.expect(True in took and False in took, "the disk was never full")
    tally.expect(tables_of(story.vault) == story.kept == held_at(path), "a full disk cost something")
    tally.expect(not story.try_step("forget"), "there was room for a rewrite")
    tally.expect(held_at(path) == story.kept, "a full disk cost something at a rewrite")
    ballast.unlink()
    tally.expect(story.try_step("one"), "there is room, and still nothing can be saved")
    story.vault.close()
    tally.expect(held_at(path) == story.kept, "something is missing after the disk was full")
    tally.expect(not list(disk.glob(".*.new")), "a temporary was left")


def gone_folder(tally: Tally, folder: Path) -> None:
    """Remove the folder of an open diary, and bring it back."""
    path = folder / "here" / "diary.heartwork"
    make(path, documents=5)
    story = Story.open(path, Random(1), Files())
    shutil.rmtree(path.parent)
    for choice in ("one", "forget", "one"):
        tally.expect(not story.try_step(choice), "a folder that is gone took a save")
        tally.expect(tables_of(story.vault) == story.kept, "the tables went ahead")
    path.parent.mkdir()
    story.again("one")
    tally.expect(story.vault.path == path and held_at(path) == story.kept, "the diary did not come back")
    story.vault.close()


def no_files(tally: Tally, folder: Path) -> None:
    """Meet a pipe, a device, a folder, a socket and links that lead nowhere in the place of a diary."""
    os.mkfifo(folder / "pipe")
    (folder / "folder").mkdir()
    (folder / "dangling").symlink_to(folder / "nothing")
    (folder / "round").symlink_to(folder / "round")
    (folder / "to a device").symlink_to("/dev/zero")
    (folder / "empty").touch()
    (folder / "text").write_text("dear diary")
    listener = socket.socket(socket.AF_UNIX)
    here = os.open(folder, os.O_RDONLY)
    listener.bind(
        f"/proc/self/fd/{here}/socket" if Path("/proc/self/fd").exists() else str(folder / "socket")
    )
    expected = {
        **dict.fromkeys(("pipe", "folder", "to a device", "empty", "text"), NotAVault),
        **dict.fromkeys(("dangling", "missing"), NoVault),
        **dict.fromkeys(("round", "socket", "text/below"), VaultError),
    }
    before = set(folder.iterdir())
    for name, error in expected.items():
        for read_only in (False, True):
            started = time.perf_counter()
            got = _error_of(folder / name, read_only=read_only)
            tally.expect(issubclass(got, error), f"{name}: {got.__name__}")
            tally.expect(time.perf_counter() - started < 1, f"{name} held the program")
    tally.expect(set(folder.iterdir()) == before, "something was put beside what is no diary")
    listener.close()
    os.close(here)


def _error_of(path: Path, *, read_only: bool) -> type[Exception]:
    try:
        Vault.open(path, PASSPHRASE, read_only=read_only)
    except (VaultError, OSError) as error:
        return type(error)
    return RuntimeError


def odd_paths(tally: Tally, folder: Path) -> None:
    """Keep diaries under names with emoji, newlines, spaces, quotes and bytes that are not UTF-8."""
    names = (
        "💔 letters",
        "two\nlines",
        " spaced ",
        "'quoted\"",
        "-rf",
        "ü" * 100,
        os.fsdecode(b"\xff\xfe"),
        "a.b.c",
    )
    for name in names:
        path = folder / name / f"{name}.heartwork"
        make(path, documents=3)
        story = Story.open(path, Random(1), Files())
        for choice in ("one", "forget"):
            story.again(choice)
        story.vault.close()
        tally.expect(held_at(path) == story.kept, f"{name!r} lost something")
        tally.expect(len(list(path.parent.iterdir())) == 2, f"{name!r} has strange company")


def modes(tally: Tally, folder: Path) -> None:
    """Make and write diaries under several umasks: 0600 and 0700 always."""
    for umask in (0o000, 0o022, 0o077):
        before = os.umask(umask)
        try:
            path = folder / f"{umask:03o}" / "diary.heartwork"
            make(path, documents=3)
            path.write_bytes(path.read_bytes() + bytes(70))  # a torn tail, to be kept aside
            story = Story.open(path, Random(1), Files())
            for choice in ("one", "forget"):
                story.again(choice)
            path.write_bytes(b"another program's")
            story.again("one")
            story.vault.close()
        finally:
            os.umask(before)
        tally.expect(stat.S_IMODE(path.parent.stat().st_mode) == 0o700, f"the folder under umask {umask:03o}")
        ours = [each for each in path.parent.iterdir() if each != path]
        tally.expect(len(ours) == 4, f"under umask {umask:03o}: {[each.name for each in ours]}")
        for each in ours:
            mode = stat.S_IMODE(each.stat().st_mode)
            tally.expect(mode == 0o600, f"{each.name} has {mode:03o} under umask {umask:03o}")


def opened_up(tally: Tally, folder: Path) -> None:
    """Open a diary whose file others could read: it is made private again."""
    path = folder / "diary.heartwork"
    make(path)
    path.chmod(0o644)
    Vault.open(path, PASSPHRASE).close()
    tally.expect(stat.S_IMODE(path.stat().st_mode) == 0o600, "others can still read the file")
    try:
        Vault.create(path, PASSPHRASE, cost=CHEAP)
    except (NotAVault, VaultUnwritable, VaultUnreadable):
        tally.expect(held_at(path) == {}, "a diary was made over another")
    else:
        tally.expect(False, "a diary was made over another")


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "5 file size limit": full_file,
    "5 full disk": full_disk,
    "5 read-only folder and file": refused,
    "5 folder removed": gone_folder,
    "5 no files": no_files,
    "5 odd paths": odd_paths,
    "5 modes": modes,
    "5 a file open to others": opened_up,
}

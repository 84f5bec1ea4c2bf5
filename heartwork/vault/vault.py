"""A vault: one encrypted file, its tables, and the verbs that make, open, re-key and close it."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Self

from heartwork.vault import keys, words
from heartwork.vault.documents import SCHEMA, additions
from heartwork.vault.errors import NotAVault, VaultError, VaultUnwritable, WrongPassphrase, WrongRecoveryWords
from heartwork.vault.files import FILES
from heartwork.vault.frames import Epoch
from heartwork.vault.layout import EMPTY, RECOVERY, Header
from heartwork.vault.log import Log, MemoryLog
from heartwork.vault.logfile import open_for_appending, unused_name
from heartwork.vault.opening import by_entropy, by_passphrase, check_header, read, real_path
from heartwork.vault.pending import merged
from heartwork.vault.report import Report
from heartwork.vault.starting import make_room, reader, writer
from heartwork.vault.storage import VaultDB, VaultStorage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from heartwork.vault.documents import Document, Tables
    from heartwork.vault.files import Files
    from heartwork.vault.keys import KdfCost
    from heartwork.vault.layout import Slot
    from heartwork.vault.opening import Unlocker
    from heartwork.vault.scan import Progress
    from heartwork.vault.storage import Together


class Vault:
    """An open vault; `db` is the TinyDB over its tables, `report` what was found when it was opened."""

    def __init__(self, log: MemoryLog, tables: Tables, report: Report) -> None:
        self.report = report
        self._log = log
        self._storage = VaultStorage(log, tables)
        self.db = VaultDB(self._storage)

    # --- making and opening ---------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path | str,
        passphrase: str,
        *,
        recovery: bool = True,
        cost: KdfCost | None = None,
        schema: int = SCHEMA,
        files: Files = FILES,
    ) -> tuple[Self, str | None]:
        """Make a new vault where nothing stands yet, and return it with its recovery words, if asked for.

        `cost` is for tests: without it the cost is measured on this computer. Raises VaultUnwritable, or
        NotAVault where there is something at the path.
        """
        if not keys.normal_form(passphrase):
            raise ValueError("a passphrase cannot be empty")
        real = real_path(path)
        lock = make_room(files, real)
        try:
            if os.path.lexists(real):
                raise NotAVault("there is something at this place already")
            file_id = secrets.token_bytes(16)
            master_key, slots, said = _new_keys(passphrase, file_id, recovery=recovery, cost=cost)
            header = Header(file_id, 0, bytes(32), slots)
            log = Log(files, real, Epoch.begin(master_key, header), schema=schema)
            log.lock = lock
            log.write_whole(dict)
        except BaseException:
            lock.release()
            raise
        return cls(log, {}, Report(generation=log.epoch.header.generation, schema=schema)), said

    @classmethod
    def open(
        cls,
        path: Path | str,
        passphrase: str,
        *,
        read_only: bool = False,
        rescue: bool = False,
        progress: Progress | None = None,
        files: Files = FILES,
    ) -> Self:
        """Open a vault; raises VaultError, each kind of trouble its own.

        A reader takes no lock and writes nothing. With `rescue` a damaged vault opens for reading, with all
        that still authenticates, instead of raising DamagedVault. `progress` is told (bytes read, of bytes).
        """
        unlock = by_passphrase(passphrase)
        real = real_path(path)
        return cls._open(real, unlock, read_only=read_only, rescue=rescue, progress=progress, files=files)

    @classmethod
    def open_with_recovery(
        cls, path: Path | str, recovery_words: str, *, progress: Progress | None = None, files: Files = FILES
    ) -> Self:
        """Open a vault with its recovery words; raises WrongRecoveryWords, or as `open` does."""
        unlock = by_entropy(words.entropy_of(recovery_words))
        try:
            return cls._open(real_path(path), unlock, progress=progress, files=files)
        except WrongPassphrase:
            raise WrongRecoveryWords("these words do not open this diary") from None

    @classmethod
    def in_memory(cls) -> Self:
        """Return a vault that no file stands behind."""
        return cls(MemoryLog(), {}, Report(schema=SCHEMA, rested=True))

    @classmethod
    def _open(
        cls,
        path: Path,
        unlock: Unlocker,
        *,
        files: Files,
        read_only: bool = False,
        rescue: bool = False,
        progress: Progress | None = None,
    ) -> Self:
        opened = reader if read_only else writer
        log, found = opened(files, path, unlock, progress, rescue=rescue)
        vault = cls(log, found.tables, found.report)
        log.compact_if_due(lambda: found.tables)
        return vault

    # --- what it is ------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where saves go; None in memory."""
        return self._log.path if isinstance(self._log, Log) else None

    @property
    def conflict(self) -> Path | None:
        """Where saves go since another program changed the file; None while that has not happened."""
        return self._log.conflict

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._log.read_only

    @property
    def has_recovery(self) -> bool:
        """Whether recovery words exist that open this vault."""
        return isinstance(self._log, Log) and any(
            slot.type == RECOVERY for slot in self._log.epoch.header.slots
        )

    @property
    def newer(self) -> bool:
        """Whether a newer heartwork wrote what the tables hold; then nothing is written."""
        return self.schema > SCHEMA

    @property
    def schema(self) -> int:
        """The version of what the tables hold."""
        return self._log.schema if isinstance(self._log, Log) else SCHEMA

    # --- reading and changing ---------------------------------------------------------------------

    def documents(self, table: str) -> Mapping[str, Document]:
        """Return a table's live documents by id, for reading alone; inside a block, with its changes."""
        return self._storage.table(table)

    def together(self, *, forget: bool = False) -> Together:
        """Gather changes of several tables into one frame: all or nothing.

        `forget` writes the file anew instead: no byte of what the block deletes or changes stays in it.
        """
        return self._storage.together(forget=forget)

    def change_passphrase(
        self, passphrase: str, *, recovery: bool = True, cost: KdfCost | None = None
    ) -> str | None:
        """Renew the master key under a new passphrase, and return new recovery words, if asked for.

        One rewrite: until it is done the old passphrase opens the vault, after it only the new one.
        """
        if not keys.normal_form(passphrase):
            raise ValueError("a passphrase cannot be empty")
        log = self._file_log()
        file_id = log.epoch.header.file_id
        master_key, slots, said = _new_keys(passphrase, file_id, recovery=recovery, cost=cost)
        log.write_whole(self._state, slots=slots, master_key=master_key)
        return said

    def renew_recovery(self) -> str:
        """Return new recovery words; the old ones, if there were any, no longer open this file."""
        log = self._file_log()
        header, entropy = log.epoch.header, words.new_entropy()
        others = tuple(slot for slot in header.slots if slot.type not in (RECOVERY, EMPTY))
        fresh = keys.recovery_slot(entropy, log.epoch.master_key, header.file_id)
        log.write_whole(self._state, slots=(*others, fresh))
        return words.words_of(entropy)

    def migrate(self, schema: int) -> Path:
        """Write everything anew as `schema`, and return where the old file was kept."""
        log = self._file_log()
        before = log.schema
        old = unused_name(log.path.with_name(f"{log.path.name}.schema-{before}"))
        log.schema = schema
        try:
            log.write_whole(self._state, keep_old_as=old)
        except VaultUnwritable:
            log.schema = before
            raise
        return old

    def save_copy(self, path: Path | str, also: Mapping[str, Mapping[str, object]] | None = None) -> None:
        """Write all that is in memory, and `also` by table and id, as a new vault elsewhere.

        It opens with the same passphrase. Raises VaultUnwritable, or NotAVault where something stands there.
        """
        log = self._file_log()
        real = real_path(path)
        lock = make_room(log.files, real)
        copy = Log(log.files, real, log.epoch, schema=log.schema)
        copy.lock, copy.known_here = lock, False
        state = merged(self._state(), additions(also or {}))
        try:
            if real.exists():
                raise NotAVault("there is something at this place already")
            copy.write_whole(lambda: state)
            copy.rest(lambda: state)
        finally:
            copy.close()

    def adopt_rescue(self) -> Path:
        """Put the rescued tables in the place of a damaged file, and return where that file was kept."""
        log = self._file_log()
        lock = make_room(log.files, log.path)
        log.lock, log.read_only = lock, False
        kept = log.damaged_name()
        try:
            log.file = open_for_appending(log.files, log.path, self.report.size)
            log.write_whole(self._state, keep_old_as=kept)
        except (OSError, VaultError) as error:
            log.close()
            if isinstance(error, OSError):
                raise VaultUnwritable(error.strerror or "the file cannot be written") from error
            raise
        return kept

    # --- ending ----------------------------------------------------------------------------------

    def rest(self) -> None:
        """Say in the file that nothing is under way; raises VaultUnwritable."""
        self._log.rest(self._state)

    def close(self) -> None:
        """Rest, and let go of file and lock; what cannot be written now was already safe."""
        try:
            self.rest()
        except VaultUnwritable:
            pass  # every save was acknowledged before; the next opening says that the file was not closed
        finally:
            self.db.close()

    def _state(self) -> Tables:
        return self._storage.tables

    def _file_log(self) -> Log:
        if not isinstance(self._log, Log):
            raise VaultUnwritable("this diary lives in memory alone")
        return self._log


def _new_keys(
    passphrase: str, file_id: bytes, *, recovery: bool, cost: KdfCost | None
) -> tuple[bytes, tuple[Slot, ...], str | None]:
    """Return a new master key, slots that seal it, and the recovery words of one, if asked for."""
    master_key = keys.new_master_key()
    slot = keys.passphrase_slot(passphrase, master_key, file_id, cost)
    if not recovery:
        return master_key, (slot,), None
    entropy = words.new_entropy()
    slots = slot, keys.recovery_slot(entropy, master_key, file_id)
    return master_key, slots, words.words_of(entropy)


def look(path: Path | str, *, files: Files = FILES) -> None:
    """Read a vault's header alone, without a key; raises VaultError for what no passphrase would open."""
    check_header(files, real_path(path))


def verify(path: Path | str, passphrase: str, *, files: Files = FILES) -> Report:
    """Read every frame of a vault and return what was found; writes nothing, and raises VaultError."""
    return read(files, real_path(path), by_passphrase(passphrase))[1].report

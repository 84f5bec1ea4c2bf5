"""The vault: one encrypted append-only file with a TinyDB on top.

`FORMAT.md` in this folder describes the file byte by byte, and the rules for writing and reading it.
"""

from heartwork.vault.documents import SCHEMA
from heartwork.vault.errors import (
    DamagedVault,
    HeaderDamaged,
    HostileVault,
    NewerVault,
    NotAVault,
    NoVault,
    ReadOnlyVault,
    VaultError,
    VaultFull,
    VaultInUse,
    VaultUnreadable,
    VaultUnwritable,
    WrongPassphrase,
    WrongRecoveryWords,
)
from heartwork.vault.keys import KdfCost
from heartwork.vault.report import Report, Verdict
from heartwork.vault.storage import VaultDB, VaultStorage, VaultTable, new_id
from heartwork.vault.vault import Vault, look, verify
from heartwork.vault.words import new_passphrase

__all__ = [
    "SCHEMA",
    "DamagedVault",
    "HeaderDamaged",
    "HostileVault",
    "KdfCost",
    "NewerVault",
    "NoVault",
    "NotAVault",
    "ReadOnlyVault",
    "Report",
    "Vault",
    "VaultDB",
    "VaultError",
    "VaultFull",
    "VaultInUse",
    "VaultStorage",
    "VaultTable",
    "VaultUnreadable",
    "VaultUnwritable",
    "Verdict",
    "WrongPassphrase",
    "WrongRecoveryWords",
    "look",
    "new_id",
    "new_passphrase",
    "verify",
]

"""What can be wrong with a diary; the vault's own troubles pass through under their names."""

from __future__ import annotations

from heartwork.vault import (
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

__all__ = [
    "AmbiguousEntry",
    "AmbiguousThing",
    "DamagedVault",
    "DiaryError",
    "HeaderDamaged",
    "HostileVault",
    "NewerVault",
    "NoVault",
    "NotAVault",
    "NothingToKeep",
    "ReadOnlyVault",
    "SealedLetter",
    "TooEarly",
    "UnfitEntry",
    "UnfitLetter",
    "UnfitThing",
    "UnknownEntry",
    "UnknownThing",
    "VaultError",
    "VaultFull",
    "VaultInUse",
    "VaultUnreadable",
    "VaultUnwritable",
    "WrongPassphrase",
    "WrongRecoveryWords",
]


class DiaryError(Exception):
    """The diary was asked for what it does not have, or given what it cannot keep."""


class UnknownEntry(DiaryError):
    """No entry goes by this id."""


class AmbiguousEntry(UnknownEntry):
    """More than one entry has an id that starts so."""


class NothingToKeep(DiaryError):
    """The entry says nothing: empty entries are never made."""


class UnfitEntry(DiaryError):
    """A value does not fit its field, such as a mood of nine."""


class UnknownThing(DiaryError):
    """No memento or goal goes by this id."""


class AmbiguousThing(UnknownThing):
    """More than one memento or goal has an id that starts so."""


class UnfitThing(DiaryError):
    """A value does not fit its field, such as a weight of eleven."""


class UnfitLetter(DiaryError):
    """What a letter is, or when it is, does not allow what was asked of it."""


class SealedLetter(UnfitLetter):
    """A letter is sealed: its words are closed, and cannot be changed."""


class TooEarly(UnfitLetter):
    """A sealed letter's day has not come yet."""

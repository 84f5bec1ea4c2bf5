"""The typed diary over the vault's tables."""

from heartwork.diary.changes import Change
from heartwork.diary.diary import Diary

__all__ = ["Change", "Diary"]

"""Passphrases made for a person who wants one made."""

from heartwork.vault import new_passphrase

__all__ = ["new_passphrase"]

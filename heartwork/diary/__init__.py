"""The typed diary over the vault's tables."""

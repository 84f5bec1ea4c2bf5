"""The vault's tests mirror its modules."""

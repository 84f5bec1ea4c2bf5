"""TinyDB's own tests, on the vault."""

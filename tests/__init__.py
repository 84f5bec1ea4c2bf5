"""The tests: they mirror heartwork, and tell what holds."""

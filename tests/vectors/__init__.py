"""Vaults that open, or fail, alike for ever."""

"""The words that ship, and their loader."""

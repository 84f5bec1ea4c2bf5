"""The hostile cases that heartwork is tried on; `python -m tests.faults` runs them all and prints a table."""

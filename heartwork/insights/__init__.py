"""Pure questions about the past."""

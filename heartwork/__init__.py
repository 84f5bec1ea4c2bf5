"""heartwork: an offline, encrypted terminal diary for letting go of a love that is not returned."""

__version__ = "0.1.0"

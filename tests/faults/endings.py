"""Case 13: the whole program in a terminal, ended from outside while a draft is unsaved."""

from tests.journeys.endings import CASES

__all__ = ["CASES"]

"""The words that ship, and their loader: each TOML file is read once and checked against its schema.

The words of the door and the editor are in `heartwork.content.words`: many small classes, which a command
that only lists entries need not pay for.
"""

from __future__ import annotations

from heartwork.content.moods import (
    QUADRANTS,
    Feeling,
    Mood,
    Quadrant,
    feelings,
    feelings_in,
    mood,
    moods,
    moods_named,
    quadrant_for,
    quadrants_from,
)
from heartwork.content.pages import (
    Section,
    SupportPage,
    WordsNotUsed,
    help_for,
    prompt_of,
    prompts,
    support,
    words_not_used,
)
from heartwork.content.schema import ContentError
from heartwork.content.troubles import Trouble, trouble, trouble_with, trouble_words, why

__all__ = [
    "QUADRANTS",
    "ContentError",
    "Feeling",
    "Mood",
    "Quadrant",
    "Section",
    "SupportPage",
    "Trouble",
    "WordsNotUsed",
    "feelings",
    "feelings_in",
    "help_for",
    "mood",
    "moods",
    "moods_named",
    "prompt_of",
    "prompts",
    "quadrant_for",
    "quadrants_from",
    "support",
    "trouble",
    "trouble_with",
    "trouble_words",
    "why",
    "words_not_used",
]

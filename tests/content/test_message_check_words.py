"""Every concern of the message check has a name and a reason, and its rules can be read."""

from __future__ import annotations

from dataclasses import fields

from heartwork.content.message_check_words import message_check_words
from heartwork.model.message_rules import Concern, PhrasesRule


def test_every_concern_has_a_rule_and_a_name() -> None:
    words = message_check_words()
    assert {field.name for field in fields(words.rules)} == set(Concern) == set(words.kinds)
    assert "nothing is ever sent" in words.page.about


def test_no_phrase_is_said_twice() -> None:
    rules = message_check_words().rules
    phrases = [
        phrase
        for field in fields(rules)
        if isinstance(rule := getattr(rules, field.name), PhrasesRule)
        for phrase in rule.phrases
    ]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == phrase.lower() for phrase in phrases)

"""The earlier texts of an entry: what was written stays among them also when its change is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.documents import instant_to_text, text
from heartwork.model.entry import VERSIONS_KEPT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    Document = dict[str, object]


def with_text_taken_back(before: Document, current: Mapping[str, object], now: datetime) -> Document:
    """Return an entry's document as it was before, with the text it has now as the latest earlier one.

    A text that says nothing, or that is among the earlier ones already, adds nothing.
    """
    versions = before.get("versions")
    listed = versions if isinstance(versions, list) else []
    title, body = _said(current)
    known = [_said(each) for each in (before, *listed) if isinstance(each, dict)]
    if not (title + body).strip() or (title, body) in known:
        return before
    version = {"at": instant_to_text(now), "title": title, "body": body}
    return {**before, "versions": [version, *listed][:VERSIONS_KEPT]}


def _said(document: Mapping[str, object]) -> tuple[str, str]:
    return text(document.get("title")), text(document.get("body"))

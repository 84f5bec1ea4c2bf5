"""The person's own templates; those that ship are words of the house and lie in no diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.documents import instant_to_text
from heartwork.diary.errors import NothingToKeep
from heartwork.model.template import Template
from heartwork.model.text import clean, clean_line, normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

TEMPLATES, _ERASED = "templates", "erased"


class Templates:
    """Texts a person begins with; changing them is no step of undo, which is for the journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Template]:
        """Return the templates by name."""
        found = [_template(key, row) for key, row in self._ledger.documents(TEMPLATES).items()]
        return sorted(found, key=lambda template: (normal(template.title), template.id))

    def keep(self, template: Template, *, now: datetime) -> Change:
        """Keep a template, new or changed; raises NothingToKeep where it has no text, or VaultUnwritable."""
        said: dict[str, object] = {"name": clean_line(template.name), "body": clean(template.body)}
        if not str(said["body"]).strip():
            raise NothingToKeep("there is no text in this template")
        key = template.id or new_id()
        before = self._ledger.document(TEMPLATES, key) or {}
        return self._ledger.write("templated", TEMPLATES, {key: {**before, **said}}, now, undoable=False)

    def drop(self, key: str, *, now: datetime) -> Change:
        """Delete a template for good; entries written with it stay. Raises VaultUnwritable."""
        with self._ledger.together():
            change = self._ledger.write("dropped", TEMPLATES, {key: None}, now, undoable=False)
            if change:
                erased: Mapping[str, dict[str, object] | None] = {key: {"when": instant_to_text(now)}}
                self._ledger.write("dropped", _ERASED, erased, now, undoable=False)
        return change


def _template(key: str, row: Mapping[str, object]) -> Template:
    """Return a document as a template, whatever it holds."""
    name, body = row.get("name"), row.get("body")
    return Template(
        name=clean_line(name) if isinstance(name, str) else "",
        body=clean(body) if isinstance(body, str) else "",
        id=key,
    )

"""The keys of the writing area: those of Textual's, without the ones that destroy more than they say."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

# Signs that keyboards and input methods send, that Textual takes for unprintable and would drop.
SIGNS: Final = {
    "no_break_space": 0xA0,
    "narrow_no_break_space": 0x202F,
    "ideographic_space": 0x3000,
    "zero_width_joiner": 0x200D,
    "zero_width_non_joiner": 0x200C,
    "left_to_right_mark": 0x200E,
    "right_to_left_mark": 0x200F,
    "arabic_letter_mark": 0x061C,
    "soft_hyphen": 0xAD,
}
"""Names of keys and the signs they stand for."""

_KEYS: Final = (
    ("up", "cursor_up", "One row up"),
    ("down", "cursor_down", "One row down"),
    ("left", "cursor_left", "One character back"),
    ("right", "cursor_right", "One character on"),
    ("ctrl+left", "cursor_word_left", "One word back"),
    ("ctrl+right", "cursor_word_right", "One word on"),
    ("home,ctrl+a", "cursor_line_start", "Start of the row"),
    ("end,ctrl+e", "cursor_line_end", "End of the row"),
    ("ctrl+home", "text_start", "Start of the text"),
    ("ctrl+end", "text_end", "End of the text"),
    ("pageup", "cursor_page_up", "One page up"),
    ("pagedown", "cursor_page_down", "One page down"),
    ("shift+up", "cursor_up(True)", "Select a row up"),
    ("shift+down", "cursor_down(True)", "Select a row down"),
    ("shift+left", "cursor_left(True)", "Select a character back"),
    ("shift+right", "cursor_right(True)", "Select a character on"),
    ("ctrl+shift+left", "cursor_word_left(True)", "Select a word back"),
    ("ctrl+shift+right", "cursor_word_right(True)", "Select a word on"),
    ("shift+home", "cursor_line_start(True)", "Select to the start of the row"),
    ("shift+end", "cursor_line_end(True)", "Select to the end of the row"),
    ("f6", "select_line", "Select the paragraph"),
    ("f7,ctrl+shift+a", "select_all", "Select everything"),
    ("backspace", "delete_left", "Delete the character before"),
    ("delete,ctrl+d", "delete_right", "Delete the character after"),
    ("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left", "Delete the word before"),
    ("alt+delete,ctrl+delete", "delete_word_right", "Delete the word after"),
    ("ctrl+u", "delete_to_start_of_line", "Delete to the start of the row"),
    ("ctrl+k", "delete_to_end_of_line", "Delete to the end of the row"),
    ("ctrl+x,super+x", "cut", "Cut what is selected"),
    ("ctrl+c,super+c", "copy", "Copy what is selected"),
    ("ctrl+v", "paste", "Paste what was copied here"),
    ("ctrl+z,super+z", "undo", "Undo"),
    ("ctrl+y,super+y,ctrl+shift+z", "redo", "Redo"),
)


def _id(action: str) -> str:
    name = action.replace("(True)", "_select").replace("cursor_", "").replace("_", "-")
    return f"writing.{name}"


WRITING_KEYS: Final = (
    *(Binding(key, action, text, show=False, id=_id(action), tooltip=text) for key, action, text in _KEYS),
    *(
        Binding(
            key, f"sign({code})", "A sign", show=False, id=f"writing.sign-{code:x}", tooltip="Write this sign"
        )
        for key, code in SIGNS.items()
    ),
)
"""Every binding of the writing area; keys that are not here, and are no text, go on to the screen."""

"""What a diary is made of: frozen dataclasses and enums."""

"""The rooms and dialogs, one file each."""

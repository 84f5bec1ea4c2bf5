"""Widgets: given data, they tell of choices; they know no diary and no file."""

"""Widgets: menu, panel and dialogs. Algorithms are elsewhere."""

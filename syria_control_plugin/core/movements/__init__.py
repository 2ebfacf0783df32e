"""Movements, and what ground they pass through when."""

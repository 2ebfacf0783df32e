"""Layers in the project: their styles, order and time."""

"""Layers in the project: their looks, order and time."""

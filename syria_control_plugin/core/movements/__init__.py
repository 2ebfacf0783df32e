"""Movements and their crossings of territories."""

"""Corridors: observed and inferred, their measures, and how sure they are."""

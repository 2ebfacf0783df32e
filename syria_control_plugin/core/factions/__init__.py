"""Factions: identity, spellings in data sets, and colours on maps."""

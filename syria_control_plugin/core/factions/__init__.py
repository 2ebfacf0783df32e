"""Factions: who they are, how data sets spell them, how maps colour them."""

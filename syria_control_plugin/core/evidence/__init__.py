"""Clash events, and what they say of a corridor."""

"""Observed and inferred corridors, their measures, robustness and evidence."""

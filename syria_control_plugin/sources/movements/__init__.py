"""Movements from lines, M values, GPX and timed fixes."""

"""Movements out of lines, M values, GPX and timed fixes."""

"""Dates as sources write them, and periods."""

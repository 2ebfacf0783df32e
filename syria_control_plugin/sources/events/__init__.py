"""Clash events from ACLED, UCDP GED and plain tables."""

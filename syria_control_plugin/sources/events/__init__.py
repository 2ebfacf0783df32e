"""Clash events out of ACLED, UCDP GED and plain tables."""

"""The dock panel."""

"""Print and film from the panel."""

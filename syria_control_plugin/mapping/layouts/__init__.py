"""Print layouts: maps, atlases, evidence sheets, and their files."""

"""The case: one GeoPackage, its tables, rows and edits."""

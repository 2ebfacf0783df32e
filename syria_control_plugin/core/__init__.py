"""The analysis: Python, NumPy, Shapely and pyproj. No qgis, no Qt, no files, no clock."""

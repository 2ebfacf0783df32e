"""Analysis in Python, NumPy, Shapely and pyproj: no qgis, no Qt, no files, no clock."""

"""Analysis in Python, NumPy, Shapely and pyproj: no qgis, no Qt, no files, no clock."""

import warnings

# GEOS sets the processor's flag for invalid operations though its results are right: for lines with a repeated point,
# and now and then for others. Areas of coordinates near the greatest numbers are infinite, which is right too. NumPy
# would log a warning in Shapely's name for each.
warnings.filterwarnings("ignore", "(invalid value|overflow) encountered in", RuntimeWarning, r"shapely\.")

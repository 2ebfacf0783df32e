"""Analysis in Python, NumPy, Shapely and pyproj: no qgis, no Qt, no files, no clock."""

import warnings

# GEOS sets the processor's flag for invalid operations though its results are right: for lines with a repeated point,
# and now and then for others. NumPy would log a warning in Shapely's name for each.
warnings.filterwarnings("ignore", "invalid value encountered in", RuntimeWarning, r"shapely\.")

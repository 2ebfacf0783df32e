"""Detection of symbols that QGIS would draw endlessly: patterns without a gap, points without number, unlimited blurs.

The same check serves templates and the styles in a case. QGIS does not skip what is too small to be seen, and the user
cannot cancel the drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf

# Kinds of symbol layers that repeat a drawing → the names of the values that set the distance, if any.
_REPEATING = {
    "LinePatternFill": {"distance"}, "PointPatternFill": {"distance_x", "distance_y"}, "MarkerLine": {"interval"},
    "HashLine": {"interval"}, "LinearReferencing": {"interval"}, "RandomMarkerFill": set(),
}  # fmt: skip
# Names of data-defined properties, whose values are known only when QGIS draws.
WORKED_OUT_DISTANCES = {
    "lineDistance", "distanceX", "distanceY", "interval", "pointCount", "densityArea", "offsetAlongLine",
    "averageAngleLength", "customDash",
}  # fmt: skip
OLD_EXPRESSION = re.compile(
    r"(_expression|_dd_\w+)$"
)  # names of the expressions that QGIS 2 stored beside a symbol's other values
_UNIT = re.compile(r"(interval|distance|customdash|average_angle|offset_along_line)(_x|_y)?_unit")
_BLUR_UNIT = re.compile(r"(blur|spread)_unit")
_UNITS = ("MM", "Point", "Inch")  # none is smaller than a third of a mm; map units can have any size
_NUMBER = re.compile(r"-?\d{1,6}(\.\d*)?(e-?\d{1,2})?", re.IGNORECASE)
_LEAST_DISTANCE = 0.3
_MOST_POINTS = 1000  # per polygon
# Largest absolute values: the distance that QGIS walks along a line, or the width of a blur.
_LARGEST = {"offset_along_line": 1000.0, "average_angle_length": 1000.0, "blur_level": 20.0, "spread": 100.0}
LARGEST_RADIUS = 100  # mm, radius of a heatmap
_FIXED_UNITS = ("0", "4", "5")  # mm, points and inches, as a heatmap stores them
_QUALITIES = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")  # of a heatmap; QGIS divides by it


def is_endless(kind: str, values: Iterable[tuple[str, str]]) -> bool:
    """Check whether a symbol layer or effect draws more than can be seen.

    kind    of the layer or effect
    values  all (name, value) pairs given: if a name occurs twice, QGIS may use either value
    """
    pairs = list(values)
    is_dashed = any(name == "use_customdash" and value != "0" for name, value in pairs)
    return any(_is_endless_value(kind, name, value, is_dashed) for name, value in pairs)


def is_endless_heatmap(radius: str, unit: str, quality: str) -> bool:
    """Check whether a heatmap's radius is too large, or QGIS cannot divide by its quality."""
    return _number(radius or "10") > LARGEST_RADIUS or (unit or "0") not in _FIXED_UNITS or quality not in _QUALITIES


def _is_endless_value(kind: str, name: str, value: str, is_dashed: bool) -> bool:
    is_repeating = kind in _REPEATING
    if name in _LARGEST:
        return not abs(_number(value)) <= _LARGEST[name]
    if name == "customdash":
        dashes = [_number(each) for each in value.split(";")]
        return is_dashed and not (min(dashes) >= 0 and _LEAST_DISTANCE <= sum(dashes) < inf)
    if kind == "RandomMarkerFill" and name == "count_method":
        return value != "0"  # otherwise the count is per unit of area, which may be close to 0
    if kind == "RandomMarkerFill" and name == "point_count":
        return not 0 <= _number(value) <= _MOST_POINTS
    if _BLUR_UNIT.fullmatch(name):
        return value not in (*_UNITS, "Pixel")
    if _UNIT.fullmatch(name):
        return (is_dashed if name == "customdash_unit" else is_repeating) and value not in _UNITS
    if is_repeating and OLD_EXPRESSION.search(name):
        return True
    return is_repeating and name in _REPEATING[kind] and not _LEAST_DISTANCE <= _number(value) < inf


def _number(text: str) -> float:
    """Return a number; infinity for text that is not a number."""
    return float(text) if _NUMBER.fullmatch(text) else inf

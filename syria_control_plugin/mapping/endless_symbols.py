"""Symbols of strangers that QGIS would draw for ever: patterns without a gap, points without number, endless blurs.

One check for templates and for the styles in a case. QGIS does not stop drawing what is too small to be seen, and an
analyst can't cancel it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf

# Kinds of a symbol's layers that draw something again and again → the values that say how far apart, where it has any.
_REPEATING = {
    "LinePatternFill": {"distance"}, "PointPatternFill": {"distance_x", "distance_y"}, "MarkerLine": {"interval"},
    "HashLine": {"interval"}, "LinearReferencing": {"interval"}, "RandomMarkerFill": set(),
}  # fmt: skip
# As data-defined properties are called: their values are known only when QGIS draws.
WORKED_OUT_DISTANCES = {
    "lineDistance", "distanceX", "distanceY", "interval", "pointCount", "densityArea", "offsetAlongLine",
    "averageAngleLength", "customDash",
}  # fmt: skip
OLD_EXPRESSION = re.compile(r"(_expression|_dd_\w+)$")  # as QGIS 2 kept them beside a symbol's other values
_UNIT = re.compile(r"(interval|distance|customdash|average_angle|offset_along_line)(_x|_y)?_unit")
_BLUR_UNIT = re.compile(r"(blur|spread)_unit")
_UNITS = ("MM", "Point", "Inch")  # of which none is smaller than a third of a mm; map units can have any size
_NUMBER = re.compile(r"-?\d{1,6}(\.\d*)?(e-?\d{1,2})?", re.IGNORECASE)
_LEAST_DISTANCE = 0.3
_MOST_POINTS = 1000  # in each polygon
# The largest of other values, in either direction. QGIS walks along a line as far as they say, or blurs as widely.
_LARGEST = {"offset_along_line": 1000.0, "average_angle_length": 1000.0, "blur_level": 20.0, "spread": 100.0}
LARGEST_RADIUS = 100  # mm, of a heatmap
_FIXED_UNITS = ("0", "4", "5")  # mm, points and inches, as a heatmap has them
_QUALITIES = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")  # of a heatmap: QGIS divides by it


def is_endless(kind: str, values: Iterable[tuple[str, str]]) -> bool:
    """Whether a symbol's layer or effect draws more than can be seen.

    kind    of the layer or effect
    values  (name, value), all that are given: of two of a name QGIS takes either
    """
    pairs = list(values)
    is_dashed = any(name == "use_customdash" and value != "0" for name, value in pairs)
    return any(_is_endless_value(kind, name, value, is_dashed) for name, value in pairs)


def is_endless_heatmap(radius: str, unit: str, quality: str) -> bool:
    """Whether a heatmap's points reach too far, or its quality is one by which QGIS can't divide."""
    return _number(radius or "10") > LARGEST_RADIUS or (unit or "0") not in _FIXED_UNITS or quality not in _QUALITIES


def _is_endless_value(kind: str, name: str, value: str, is_dashed: bool) -> bool:
    is_repeating = kind in _REPEATING
    if name in _LARGEST:
        return not abs(_number(value)) <= _LARGEST[name]
    if name == "customdash":
        dashes = [_number(each) for each in value.split(";")]
        return is_dashed and not (min(dashes) >= 0 and _LEAST_DISTANCE <= sum(dashes) < inf)
    if kind == "RandomMarkerFill" and name == "count_method":
        return value != "0"  # else so many on an area, which may be next to none
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
    """What is no number counts as one without end."""
    return float(text) if _NUMBER.fullmatch(text) else inf

"""Detection of expressions that QGIS would evaluate endlessly, or that would crash it.

The same check serves templates and the styles in a case: an expression in either may come from a stranger.
"""

from __future__ import annotations

import re

from qgis.core import (
    QgsExpression,
    QgsExpressionNode,
    QgsExpressionNodeFunction,
    QgsExpressionNodeLiteral,
)

LONGEST_EXPRESSION = 5000  # characters; QGIS crashes on one that is about 100,000 operators deep
DEEPEST_EXPRESSION = 10  # brackets; each nested function takes QGIS's parser four times as long
_QUOTED = re.compile(r"""'(?:[^'\\]|\\.|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/""", re.DOTALL)
# Functions whose result, or whose number of steps, a single argument can make as large as it likes.
UNBOUNDED = {
    "generate_series", "lpad", "rpad", "to_dm", "to_dms", "apply_dash_pattern", "buffer", "buffer_by_m",
    "single_sided_buffer", "tapered_buffer", "wedge_buffer", "offset_curve", "densify_by_count", "densify_by_distance",
    "hausdorff_distance", "make_circle", "make_ellipse", "make_regular_polygon", "minimal_circle",
    "pole_of_inaccessibility", "smooth", "square_wave", "square_wave_randomized", "triangular_wave",
    "triangular_wave_randomized", "wave", "wave_randomized",
}  # fmt: skip
# Each can square the length of a text: nested, they make gigabytes from a few characters, or never finish.
_GROWING = {
    "replace", "regexp_replace", "format", "wordwrap", "to_json", "map_to_hstore", "array_to_string", "array_foreach",
    "array_filter", "array_replace", "array_all", "array_intersect", "array_prioritize", "with_variable",
    "hamming_distance", "levenshtein", "longest_common_substring",
}  # fmt: skip
_GROWING_CALL = re.compile(rf"\b(?:{'|'.join([*_GROWING, 'format_number'])})\(")
_MOST_PLACES = 20  # decimal places of format_number


def is_too_complex(expression: str) -> bool:
    """Check, before parsing, whether an expression could make QGIS hang or crash."""
    depth = deepest = 0
    for sign in _QUOTED.sub(" ", expression) if len(expression) <= LONGEST_EXPRESSION else "":
        depth = max(depth + (sign == "(") - (sign == ")"), 0)
        deepest = max(deepest, depth)
    return len(expression) > LONGEST_EXPRESSION or deepest > DEEPEST_EXPRESSION


def grows(expression: QgsExpression) -> bool:
    """Check whether functions that can each enlarge a result by a factor are nested in a parsed expression."""
    return _growth(expression.rootNode()) > 1


def _growth(node: QgsExpressionNode) -> int:
    """Count the nested functions that can each enlarge the result by a factor."""
    if type(node) is QgsExpressionNode:  # an index operator, whose parts PyQGIS does not expose
        return len(_GROWING_CALL.findall(node.dump()))
    within = max(map(_growth, _parts_of(node)), default=0)
    if not isinstance(node, QgsExpressionNodeFunction):
        return within
    name = QgsExpression.Functions()[node.fnIndex()].name()
    if name == "format_number":
        places = node.args().list()[1:2]
        value = places[0].value() if places and isinstance(places[0], QgsExpressionNodeLiteral) else len(places) * 99
        return within if isinstance(value, (int, float)) and value <= _MOST_PLACES else 2
    return within + (name in _GROWING)


def _parts_of(node: QgsExpressionNode) -> list[QgsExpressionNode]:
    """Return the direct children of a node."""
    names = ("opLeft", "opRight", "operand", "node", "lowerBound", "higherBound", "elseExp")
    parts = [getattr(node, name)() for name in names if hasattr(node, name)]
    for name in ("args", "list"):
        nodes = getattr(node, name)() if hasattr(node, name) else None
        parts += nodes.list() if nodes is not None else []
    if hasattr(node, "conditions"):
        parts += [part for each in node.conditions() for part in (each.whenExp(), each.thenExp())]
    return [part for part in parts if part is not None]

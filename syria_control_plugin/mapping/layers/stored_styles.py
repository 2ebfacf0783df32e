"""Styles stored in a case: which of them this QGIS profile knows, and what a style is not allowed to do."""

from __future__ import annotations

import base64
import hashlib
import html
import os
import re
import time
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from qgis.core import QgsApplication, QgsExpression, QgsMapLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QXmlStreamReader
from qgis.PyQt.QtGui import QFont, QFontInfo
from qgis.PyQt.QtXml import QDomDocument

from ...translation import tr
from ..endless_expressions import UNBOUNDED, grows, is_too_complex
from ..endless_symbols import LARGEST_RADIUS, WORKED_OUT_DISTANCES, is_endless, is_endless_heatmap

_GROUP = "syria_control/known_styles"
_MOST_KNOWN = 1000  # digests; the oldest are removed
_LONGEST, _DEEPEST = 20_000_000, 500  # characters, levels of nesting; Qt crashes on a tree that is too deep
# The elements of a style that are used; actions, forms, map tips and the rest are not.
_USED = ("renderer-v2", "selection", "labeling")
_CATEGORIES = (
    QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling | QgsMapLayer.StyleCategory.Rendering
)
_RENDERERS = {
    "nullSymbol", "singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer", "pointDisplacement",
    "pointCluster", "mergedFeatureRenderer", "invertedPolygonRenderer", "heatmapRenderer", "25dRenderer",
}  # fmt: skip
_SYMBOL_LAYERS = {
    "AnimatedMarker", "EllipseMarker", "FilledMarker", "FontMarker", "GeometryGenerator", "MaskMarker", "RasterMarker",
    "SimpleMarker", "SvgMarker", "VectorField", "ArrowLine", "FilledLine", "HashLine", "InterpolatedLine",
    "LinearReferencing", "Lineburst", "MarkerLine", "RasterLine", "SimpleLine", "CentroidFill", "GradientFill",
    "LinePatternFill", "PointPatternFill", "RandomMarkerFill", "RasterFill", "SVGFill", "ShapeburstFill", "SimpleFill",
}  # fmt: skip
_PICTURES = {"imageFile", "svgFile", "shapeSVGFile"}
_WORKED_OUT_PICTURES = {"file", "ShapeSVGFile", *_PICTURES}  # names of data-defined properties
_FONTS = {"fontFamily", "font"}
_GROUPS = {
    "Math", "GeometryGroup", "Conversions", "String", "Date and Time", "Conditionals", "Aggregates", "Arrays", "Maps",
    "Fuzzy Matching", "Color",
}  # fmt: skip
_MORE_FUNCTIONS = {"$id", "feature_id", "attribute", "uuid", "var", "$scale"}
_NO_FUNCTIONS = {"aggregate", "relation_aggregate", "exif_geotag"}  # and those that read other layers (overlay_…)
_VARIABLES = ("map_", "symbol_", "geometry_", "frame_", "animation_", "canvas_", "value", "element", "zoom_level")
_LEADS_OUT_OF_SVG = re.compile(rb"""href\s*=\s*["']\s*(?!#|data:)|<!ENTITY""", re.IGNORECASE)
_PARTS = re.compile(r"<(renderer-v2|labeling)\b.*?</\1>", re.DOTALL)
_TAGS, _WORDS = re.compile(r'<(?:[^>"]|"[^"]*")*>'), re.compile(r'[^\s"<>=]+')
_ID = re.compile(r"\{[0-9a-f-]{36}\}")


def is_known(qml: str) -> bool:
    """Check whether the plugin wrote a style in this QGIS profile, or the user accepted it there."""
    return QgsSettings().contains(f"{_GROUP}/{_digest(qml)}")


def remember(styles: Iterable[str]) -> None:
    """Store the digests of styles in the QGIS profile, which makes them known; a case itself cannot do this."""
    settings = QgsSettings()
    settings.beginGroup(_GROUP)
    for qml in styles:
        settings.setValue(_digest(qml), int(time.time()))
    known = settings.childKeys()
    if len(known) > _MOST_KNOWN:
        for digest in sorted(known, key=lambda each: settings.value(each, 0, type=int))[:-_MOST_KNOWN]:
            settings.remove(digest)


def apply_style(layer: QgsVectorLayer, qml: str) -> bool:
    """Apply only symbols, labels and scales of a style to a layer; return whether the style was readable."""
    document = QDomDocument()
    return bool(document.setContent(qml)) and layer.importNamedStyle(document, _CATEGORIES)[0]


def draws_like(layer: QgsVectorLayer, qml: str) -> bool:
    """Check whether a style draws a layer as it is drawn now, as far as the texts of both styles show."""
    document = QDomDocument()
    layer.exportNamedStyle(document, categories=_CATEGORIES)
    return _canonical(document.toString(-1)) == _canonical(qml)


def style_problem(qml: str) -> str:
    """Describe what a style would read or run beyond the layer's own rows; "" if nothing.

    Pictures must be embedded or QGIS's own. Expressions may use functions of the row, the map and the time only. Texts
    may not contain HTML, fonts must be installed (QGIS downloads others), and patterns must be finite.
    """
    layers: list[str] = []  # kind of each enclosing symbol layer, "" for other elements
    drawn: list[tuple[int, str, list[tuple[str, str]]]] = []  # enclosing layers and effects: depth, kind, values
    try:
        for name, attributes, depth in _elements(qml):
            del layers[depth:]
            layers += [""] * (depth - len(layers)) + [attributes.get("class", "") if name == "layer" else ""]
            around = next((each for each in reversed(layers) if each), "")
            problem = _problem_of_element(name, attributes, around) or _problem_of_drawn(drawn, depth)
            if problem:
                return problem
            if name in ("layer", "effect"):
                drawn.append((depth, attributes.get("class") or attributes.get("type", ""), []))
            elif drawn:
                drawn[-1][2].append(_named_value(attributes))
    except ValueError:
        return tr("It is not a QGIS style.")
    return _problem_of_drawn(drawn, 0)


def _digest(qml: str) -> str:
    return hashlib.sha256(qml.encode("utf-8", "surrogatepass")).hexdigest()


def _elements(  # noqa: C901 - one loop over the tokens, whose branches share the depth
    qml: str, wanted: Container[str] = _USED
) -> Iterator[tuple[str, dict[str, str], int]]:
    """Yield (name, attributes, depth) of each element of a style's symbols and labels; text counts as an attribute "".

    Attributes can contain symbols too, as XML (those of callouts). Raises ValueError for text that is not XML, is too
    long, too deep, or contains entities, which QGIS never writes.
    """
    if len(qml) > _LONGEST or "<!ENTITY" in qml:
        raise ValueError
    reader, depth, begun = QXmlStreamReader(qml), 0, 0
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.StartElement:
            depth += 1
            begun = begun or (depth if reader.qualifiedName() in wanted else 0)
            if depth > _DEEPEST:
                raise ValueError
            if begun:
                given = reader.attributes()
                pairs = {str(each.qualifiedName()): str(each.value()) for each in map(given.at, range(given.size()))}
                yield str(reader.qualifiedName()), pairs, depth - begun
                for value in pairs.values():
                    if "<symbol" in value or "<layer" in value:
                        for inner, inner_pairs, below in _elements(value, ("symbol", "layer")):
                            yield inner, inner_pairs, depth - begun + 1 + below
        elif token == QXmlStreamReader.TokenType.EndElement:
            begun = 0 if depth == begun else begun
            depth -= 1
        elif token == QXmlStreamReader.TokenType.Characters and begun and not reader.isWhitespace():
            if "<" in reader.text():
                raise ValueError
            yield "", {"": str(reader.text())}, depth - begun + 1
    if reader.hasError():
        raise ValueError


def _canonical(qml: str) -> list[list[str]]:
    """Return the tags of a style's symbols and labels, each as sorted words without ids.

    Qt writes attributes in any order, and new ids each time.
    """
    parts = _PARTS.finditer(_ID.sub("", qml))
    return [sorted(_WORDS.findall(html.unescape(tag))) for part in parts for tag in _TAGS.findall(part.group())]


def _problem_of_element(name: str, attributes: dict[str, str], symbol_layer: str) -> str:
    if name == "layer" and attributes.get("class") not in _SYMBOL_LAYERS:
        return tr("Its symbol layer {!r} is unknown.").format(attributes.get("class", ""))
    if name == "renderer-v2" and attributes.get("type") not in _RENDERERS:
        return tr("Its renderer {!r} is unknown.").format(attributes.get("type", ""))
    if attributes.get("type") == "heatmapRenderer" and name == "renderer-v2":
        if is_endless_heatmap(*(attributes.get(key, "") for key in ("radius", "radius_unit", "quality"))):
            return tr("The heatmap cannot be drawn in time: use a radius of at most {} mm, and a quality.").format(
                LARGEST_RADIUS
            )
    key, given = _named_value(attributes)
    if attributes.get("type") == "Map" and key in WORKED_OUT_DISTANCES:
        return tr("Its distance {!r} is set by an expression.").format(key)
    is_picture = key in _PICTURES or (key == "name" and symbol_layer == "SvgMarker")
    if attributes.get("type") == "Map" and (key in _WORKED_OUT_PICTURES or is_picture):
        return tr("The path of an image is set by an expression.")
    values = {**attributes, key: given}
    for field, value in values.items():
        problem = _problem_of_field(name, field, value, is_picture and field == key, symbol_layer)
        if problem:
            return problem
    return ""


def _problem_of_field(name: str, field: str, value: str, is_picture: bool, symbol_layer: str) -> str:
    if field in _PICTURES or is_picture:
        return "" if _is_inside(value) else tr("Its image {!r:.200} is not embedded in the style.").format(value)
    if field == "data" and symbol_layer == "SVGFill":
        return tr("Its image {!r:.200} is not embedded in the style.").format("data") if value else ""
    if field == "allowHtml" and value in ("1", "true"):
        return tr("Its labels contain HTML.")
    if (field in _FONTS or (name == "family" and field == "name")) and value:
        family = value.partition(",")[0]
        return "" if _is_installed(family) else tr("Its font {!r:.100} is not installed.").format(value)
    return _problem_of_value(value)


def _named_value(attributes: dict[str, str]) -> tuple[str, str]:
    """Return name and value of an option or property of a symbol."""
    return attributes.get("name", attributes.get("k", "")), attributes.get("value", attributes.get("v", ""))


def _problem_of_drawn(drawn: list[tuple[int, str, list[tuple[str, str]]]], depth: int) -> str:
    """Describe the problem of the symbol layers and effects that end before a depth, and remove these."""
    while drawn and drawn[-1][0] >= depth:
        _, kind, values = drawn.pop()
        if is_endless(kind, values):
            return tr("Its {!r} is repeated too densely to be visible.").format(kind)
    return ""


def _is_installed(family: str) -> bool:
    """Check whether a font is installed; QGIS's default font always is."""
    return family.casefold() in (QFont().family().casefold(), QFontInfo(QFont(family)).family().casefold())


def _is_inside(path: str) -> bool:
    """Check whether a picture is empty, embedded, or one of QGIS's own."""
    if path.startswith("base64:"):
        try:
            content = base64.b64decode(path[len("base64:") :].partition(",")[2] or path[len("base64:") :])
        except ValueError:
            return False
        return not _LEADS_OUT_OF_SVG.search(content)
    library = os.path.join(QgsApplication.pkgDataPath(), "svg")
    is_named = not os.path.isabs(path) and ".." not in path and "\\" not in path and ":" not in path
    return not path or (is_named and os.path.isfile(os.path.join(library, path)))


def _problem_of_value(text: str) -> str:
    """Describe the problem of a value, "" if it does not have one.

    Any value may be an expression, because which ones are depends on the version of QGIS.
    """
    if "[%" in text:
        return tr("Its text {!r:.200} contains an expression.").format(text)
    if "<symbol" in text or "<layer" in text:  # checked separately
        return ""
    if "://" in text or text.startswith(("//", "\\\\")):
        return tr("It refers to the address {!r:.200}.").format(text)
    if not text.startswith("base64:") and is_too_complex(text):
        return tr("Its expression {!r:.200} is too long or too deeply nested.").format(text)
    if not any(sign in text for sign in "(@$"):
        return ""
    expression = QgsExpression(text)
    if expression.hasParserError():
        return ""
    variables = {name for name in expression.referencedVariables() if not name.startswith(_VARIABLES)}
    outside = sorted(variables | (expression.referencedFunctions() - _functions()))
    # "" is a variable whose name is computed
    if outside:
        return tr("Its expression {!r:.200} uses {!r}.").format(text, outside[0] or "var")
    return tr("Its expression {!r:.200} can grow without limit.").format(text) if grows(expression) else ""


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    """Return all names of the functions that depend on the row, the map and the time only."""
    named = {
        name
        for function in QgsExpression.Functions()
        if _GROUPS & set(function.groups())
        for name in (function.name(), *function.aliases())
    }
    outside = {name for name in named if name.startswith("overlay_")}
    return frozenset((named | _MORE_FUNCTIONS) - _NO_FUNCTIONS - UNBOUNDED - outside)

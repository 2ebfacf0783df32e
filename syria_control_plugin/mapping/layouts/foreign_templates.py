"""Foreign layout templates (.qpt): reading within limits, and removal of all that reaches beyond their folder.

A template can fetch pages and pictures, run JavaScript, and print what QGIS knows about the analyst. What is kept is a
closed list: kinds of items, functions and variables of expressions, and pictures from the template's folder, from the
template itself, or from QGIS's own library. Everything else is removed and reported with the id of its item.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsLayoutItemRegistry,
    QgsReadWriteContext,
    QgsSymbolLayerUtils,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QXmlStreamReader
from qgis.PyQt.QtGui import QImageReader
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...case.limits import (
    TEMPLATE_ELEMENTS,
    TEMPLATE_MB,
    TEMPLATE_PAGES,
    TEMPLATE_PICTURE_MB,
    TEMPLATE_PICTURE_PIXELS,
    Limit,
)
from ...core.errors import SourceError
from ...translation import tr
from ..endless_expressions import DEEPEST_EXPRESSION, LONGEST_EXPRESSION, UNBOUNDED, grows, is_too_complex
from ..endless_symbols import OLD_EXPRESSION, WORKED_OUT_DISTANCES, is_endless

_MB = 1 << 20
_DEEPEST = 1000  # levels of nested elements; QGIS writes about twenty
_MOST_ATTRIBUTES = 10_000  # per element: Qt compares all pairs; QGIS writes about eighty

_KINDS = QgsLayoutItemRegistry.ItemType
_ITEMS = {
    str(int(kind))
    for kind in (
        _KINDS.LayoutGroup, _KINDS.LayoutPage, _KINDS.LayoutMap, _KINDS.LayoutPicture, _KINDS.LayoutLabel,
        _KINDS.LayoutLegend, _KINDS.LayoutShape, _KINDS.LayoutPolygon, _KINDS.LayoutPolyline, _KINDS.LayoutScaleBar,
        _KINDS.LayoutFrame, _KINDS.LayoutAttributeTable, _KINDS.LayoutTextTable, _KINDS.LayoutManualTable,
        _KINDS.LayoutMarker,
    )
}  # fmt: skip
_HTML_ITEM = str(int(_KINDS.LayoutHtml))
_PAGE = str(int(_KINDS.LayoutPage))
_PARTS = {"Snapper", "Grid", "PageCollection", "LayoutItem", "LayoutMultiFrame", "customproperties", "Atlas"}
_STORED_LAYERS = {"LayerSet", "LayerStyles", "layer-tree-layer", "maplayer", "maplayers", "projectlayers", "qgis"}
_OF_LAYERS = re.compile("vectorLayer|coverageLayer|maskedSymbolLayers")  # attributes that refer to layers
_SOURCES = {  # properties of items, symbols and text that an expression could set to a file, address or layer
    "dataDefinedSource", "dataDefinedSourceUrl", "dataDefinedMapLayers", "dataDefinedMapStylePreset",
    "dataDefinedAttributeTableSourceLayer", "file", "name", "ShapeSVGFile",
}  # fmt: skip
_OLD_SOURCES = {name for name in _SOURCES if name.startswith("dataDefined")}  # written as child elements of an item

# Symbol kind by the element that holds it. QGIS crashes on a symbol of another kind, or on one it cannot read.
_FILL, _LINE, _MARKER = "fill", "line", "marker"
_SYMBOLS = {
    "PageCollection": _FILL, "ComposerMapOverview": _FILL, "fillSymbol1": _FILL, "fillSymbol2": _FILL,
    "lineSymbol": _LINE, "divisionLineSymbol": _LINE, "subdivisionLineSymbol": _LINE, "lineStyle": _LINE,
    "markerStyle": _MARKER, "markerSymbol": _MARKER, "fillSymbol": _FILL,
    str(int(_KINDS.LayoutShape)): _FILL, str(int(_KINDS.LayoutPolygon)): _FILL,
    str(int(_KINDS.LayoutPolyline)): _LINE, str(int(_KINDS.LayoutMarker)): _MARKER,
}  # fmt: skip

_FILE_FIELDS = {"file", "imageFile", "svgFile", "startMarkerFile", "endMarkerFile", "shapeSVGFile"}
_TEXT_FIELDS = {"labelText", "title", "id", "emptyTableMessage", "wrapChar"}  # shown unchanged, including addresses
_ADDRESS = re.compile(r"[/\\]|[a-z]:[/\\]|file:[/\\]|base64:|data:image/|.*://", re.IGNORECASE | re.DOTALL)
_PICTURE = re.compile(r"[^\n]+\.(svgz?|png|jpe?g|gif|webp|bmp|tiff?|ico)", re.IGNORECASE)
_INLINE = re.compile(r"(?:base64:|data:image/[\w.+-]+;base64,)", re.IGNORECASE)
_GRIDS = re.compile(r"grids|PARAMETERFILE|\binit\s*=", re.IGNORECASE)  # grid files that PROJ would open to read a CRS
_RASTERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0")
_LEADS_OUT_OF_SVG = re.compile(
    r"encoding\s*=\s*[\"'](?!utf-8|us-ascii|iso-8859-1[\"'])"
    r"|<!ENTITY|<\?xml-stylesheet|<script|<foreignObject|@import|\bxml:base"
    r"|href\s*=\s*[\"']?(?!\s*[\"']?(#|data:image/(png|jpe?g|gif|webp)[;,]))"
    r"|url\(\s*[\"']?(?!\s*[\"']?#)",
    re.IGNORECASE,
)

_DATA = re.compile(r"data\s*:", re.IGNORECASE)
_PICTURE_IN_SVG = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]*)[\"']", re.IGNORECASE)

_EVALUATED = re.compile(r"\[%(.*?)%\]", re.DOTALL)
_GROUPS = {
    "Math", "Conversions", "String", "Color", "Date and Time", "Conditionals", "Arrays", "Maps", "Fuzzy Matching",
}  # fmt: skip
_FUNCTIONS = {
    "var", "with_variable", "attribute", "attributes", "map_credits", "x", "y", "x_min", "x_max", "y_min", "y_max",
}  # fmt: skip
_COLOURS_OF_PROJECT = {"project_color", "project_color_object"}
_VARIABLES = re.compile(r"(layout|map|atlas|item|grid|legend|symbol|geometry)_\w+")
_VARIABLE_NAMES = {
    "feature", "geometry", "id", "value", "element", "index", "counter", "row_number", "project_title", "project_crs",
    "project_crs_description",
}  # fmt: skip
# The times of a map, as used in QGIS's own templates. The other variables of an item include those of the user.
_OF_A_MAP = re.compile(r"map_get\(\s*item_variables\(\s*'[^']*'\s*\)\s*,\s*'map_\w+'\s*\)")


@dataclass(frozen=True)
class CleanTemplate:
    """A template that does not reach beyond its folder.

    left_out  what was removed: the id of the item and a description
    """

    document: QDomDocument
    left_out: tuple[str, ...]


def read_template(path: Path, is_own: bool = False) -> CleanTemplate:
    """Read a template and clean it, unless it is the plugin's own (``is_own``).

    Raises SourceError if it cannot be read, is not a layout template, or is too large.
    """
    text, document = _text_of(path), QDomDocument()
    if not _is_sound(text, path) or not document.setContent(text) or not _is_layout(document):
        raise SourceError(tr("{!r} is not a QGIS layout template (.qpt).").format(str(path)))
    if is_own:
        return CleanTemplate(document, ())
    items = document.elementsByTagName("LayoutItem")
    pages = [items.at(number) for number in range(items.count())]
    most_pages = TEMPLATE_PAGES.value
    if sum(page.toElement().attribute("type") == _PAGE for page in pages) > most_pages:
        raise _too_large(path, tr("more than {:,} pages").format(most_pages), TEMPLATE_PAGES)
    cleaner = _Cleaner(Path(os.path.abspath(path.parent)))
    cleaner.clean(document.documentElement())
    return CleanTemplate(document, tuple(dict.fromkeys(cleaner.left_out)))


def _unreadable(path: Path, reason: object) -> SourceError:
    return SourceError(tr("The template {!r} cannot be read: {}").format(str(path), reason))


def reaches_out(text: str) -> list[str]:
    """List what an expression uses that is not on the closed list of functions and variables."""
    if is_too_complex(text):
        template = tr("more than {:,} characters or {} nested brackets")
        return [template.format(LONGEST_EXPRESSION, DEEPEST_EXPRESSION)]
    if not any(sign in text for sign in "@($"):
        return []
    expression = QgsExpression(_OF_A_MAP.sub("''", text))
    if expression.hasParserError():
        return [] if QgsExpression(text).hasParserError() else [tr("an item's variables")]
    functions = expression.referencedFunctions() - _allowed_functions()
    variables = {f"@{name}" for name in expression.referencedVariables()
                 if name not in _VARIABLE_NAMES and not _VARIABLES.fullmatch(name)}  # fmt: skip
    growing = [tr("functions whose results can grow without limit")] if grows(expression) else []
    return [*sorted({*functions, *variables}), *growing]


@lru_cache(maxsize=1)
def _allowed_functions() -> frozenset[str]:
    """Return the functions that depend on their arguments alone, without the user's own Python functions."""
    builtin = set(QgsExpression.BuiltinFunctions())
    pure = {each.name() for each in QgsExpression.Functions() if _GROUPS.intersection(each.groups())}
    return frozenset((pure & builtin | _FUNCTIONS) - UNBOUNDED - _COLOURS_OF_PROJECT)


def _text_of(path: Path) -> str:
    most_mb = TEMPLATE_MB.value
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(path, tr("it is not a regular file."))
        if status.st_size > most_mb * _MB:
            raise _too_large(path, tr("{:.1f} MB, at most {} MB").format(status.st_size / _MB, most_mb), TEMPLATE_MB)
        with path.open("rb") as file:
            return file.read(most_mb * _MB).decode("utf-8")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _too_large(path: Path, size: str, limit: Limit) -> SourceError:
    text = tr(
        "The template {!r} is too large ({}): QGIS reads a template into memory as a whole. Make it smaller, put large "
        "pictures beside it, or raise the limit {} in QGIS's settings."
    )
    return SourceError(text.format(str(path), size, limit.key))


def _is_sound(text: str, path: Path) -> bool:
    """Check that a template is complete XML without entities, and not nested deeper than Qt's tree can hold.

    Entities can make gigabytes from a few characters, and too deep a tree ends the program. QGIS writes neither.
    Raises SourceError if it has too many elements.
    """
    if "<!ENTITY" in text or max(part.count("=") for part in text.split("<")) > _MOST_ATTRIBUTES:
        return False
    reader, depth, count, most = QXmlStreamReader(text), 0, 0, TEMPLATE_ELEMENTS.value
    while not reader.atEnd() and depth < _DEEPEST:
        token = reader.readNext()
        is_start = token == QXmlStreamReader.TokenType.StartElement
        depth += is_start - (token == QXmlStreamReader.TokenType.EndElement)
        count += is_start
        if count > most:
            raise _too_large(path, tr("more than {:,} elements").format(most), TEMPLATE_ELEMENTS)
    return depth < _DEEPEST and not reader.hasError()


def _is_layout(document: QDomDocument) -> bool:
    """Check that a document is a layout of QGIS 3.

    QGIS accepts any document that contains a composition of QGIS 2, whatever is around it.
    """
    return document.documentElement().tagName() == "Layout" and not document.elementsByTagName("Composition").count()


class _Cleaner:
    """Removal of everything that is not on the closed list from a template, and a record of it.

    folder    folder of the template
    left_out  sentences, each beginning with the id of an item
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._frames: dict[str, str] = {}  # multi-frame → id of its frame
        self._left_out_frames: dict[str, str] = {}  # multi-frame to be removed → its description
        self._owner = ""
        self.left_out: list[str] = []

    def clean(self, layout: QDomElement) -> None:
        for item in _children(layout):
            self._frames.setdefault(item.attribute("multiFrame"), item.attribute("id"))
            if item.tagName() == "LayoutMultiFrame" and item.attribute("type") not in _ITEMS:
                self._left_out_frames[item.attribute("uuid")] = _kind_of(item)
        for part in _children(layout):
            if part.tagName() not in _PARTS:
                self._remove(part, tr("the part {!r}").format(part.tagName()))
        self._walk(layout, tr("layout"))

    def _walk(self, element: QDomElement, owner: str) -> None:
        if element.tagName() in ("LayoutItem", "LayoutMultiFrame"):
            owner = element.attribute("id") or self._frames.get(element.attribute("uuid")) or tr("item without an id")
        self._owner = owner
        if self._is_removed(element):
            return
        if element.tagName() == "Atlas":
            self._switch_off(element)
        self._clean_values(element)
        for child in _children(element):
            self._walk(child, owner)
        # Last, because QGIS fetches the pictures of a symbol when it reads it.
        if element.tagName() == "symbol" and not _is_sound_symbol(element):
            self._owner = owner
            self._remove(element, tr("a symbol that QGIS cannot read"))

    def _is_removed(self, element: QDomElement) -> bool:
        tag, kind = element.tagName(), element.attribute("type")
        name = element.attribute("name") or element.attribute("k")
        if tag in ("LayoutItem", "LayoutMultiFrame"):
            frame = self._left_out_frames.get(element.attribute("multiFrame", "-"))
            return (kind not in _ITEMS or frame is not None) and self._remove(element, frame or _kind_of(element))
        if tag in _STORED_LAYERS and (tag != "LayerSet" or element.hasChildNodes()):
            return self._remove(element, tr("stored layers and styles"))
        if (tag == "Option" and kind == "Map" and name in _SOURCES) or tag in _OLD_SOURCES:
            return self._remove(element, tr("a file, address or layer set by an expression"))
        if tag in ("layer", "effect") and _repeats_endlessly(element):
            return self._remove(element, tr("a symbol that is repeated too densely to be visible"))
        if tag == "Option" and kind == "Map" and name in WORKED_OUT_DISTANCES:
            return self._remove(element, tr("a distance set by an expression"))
        if tag in ("prop", "Option") and OLD_EXPRESSION.search(name):
            return self._remove(element, tr("an expression of QGIS 2"))
        return False

    def _remove(self, element: QDomElement, what: str) -> bool:
        self._report(what)
        element.parentNode().removeChild(element)
        return True

    def _report(self, what: str) -> None:
        self.left_out.append(tr("{}: {}").format(self._owner or tr("layout"), what))

    def _switch_off(self, atlas: QDomElement) -> None:
        """Turn off an atlas, because the plugin sets its own."""
        if atlas.attribute("enabled", "0") != "0":
            atlas.setAttribute("enabled", "0")
            self._owner = tr("layout")
            self._report(tr("its atlas, which the plugin sets itself"))

    def _clean_values(self, element: QDomElement) -> None:
        attributes = element.attributes()
        for attribute in [attributes.item(number).toAttr() for number in range(attributes.count())]:
            name, value = attribute.name(), attribute.value()
            if _OF_LAYERS.match(name):
                new = self._without(value, tr("stored layers and styles"))
            elif name in ("htmlState", "allowHtml"):
                new = "0" if value == "0" else self._without(value, tr("HTML, shown as plain text"), "0")
            else:
                field = element.attribute("name") or element.attribute("k") if name in ("value", "v") else name
                new = self._clean(field, value)
            if new != value:
                attribute.setValue(new)
        nodes = element.childNodes()
        texts = [node for node in map(nodes.at, range(nodes.count())) if node.isText() or node.isCDATASection()]
        if not texts:
            return
        # QGIS joins the text of an element with that of all elements inside it. QGIS itself never writes such elements.
        old = "".join(node.nodeValue() for node in texts)
        new = (
            self._without(old, tr("text that is split into parts"))
            if element.hasChildNodes() and not element.firstChildElement().isNull()
            else self._clean("", old)
        )
        if new != old or len(texts) > 1:
            for node in texts:
                element.removeChild(node)
            element.appendChild(element.ownerDocument().createTextNode(new))

    def _without(self, value: str, what: str, new: str = "") -> str:
        if value:
            self._report(what)
        return new

    def _clean(self, field: str, value: str) -> str:
        """Return a value without what is not allowed."""
        value = self._without_expressions(value, field in _TEXT_FIELDS or bool(_INLINE.match(value)))
        if field in _TEXT_FIELDS or not value.strip():
            return value
        if _GRIDS.search(value):
            return self._without(value, tr("a CRS that requires other files"))
        if field in _FILE_FIELDS or _ADDRESS.match(value.strip()) or _PICTURE.fullmatch(value.strip()):
            return self._picture(value)
        return value

    def _without_expressions(self, value: str, is_text: bool) -> str:
        # Replaced by a space, so that the text around it cannot form a new expression.
        value = _EVALUATED.sub(lambda match: match[0] if self._is_harmless(match[1]) else " ", value)
        return value if is_text or self._is_harmless(value) else ""

    def _is_harmless(self, expression: str) -> bool:
        used = reaches_out(expression)
        if used:
            self._report(tr("the expression {!r}, which uses {}").format(_short(expression.strip()), ", ".join(used)))
        return not used

    def _picture(self, value: str) -> str:
        """Return the path or content of a picture that is safe to show, "" for any other."""
        name = value.strip()
        inline = _INLINE.match(name)
        if inline:
            problem = _inline_problem(name[inline.end() :])
            return self._without(value, problem) if problem else value
        if not _ADDRESS.match(name) and _is_in_library(name):
            return value
        path = _inside(self._folder, name)
        if path is None:
            what = tr("the file or address {!r}, which is not in the template's folder")
            return self._without(value, what.format(_short(name)))
        problem = _file_problem(path, name)
        return self._without(value, problem) if problem else str(path)


def _children(element: QDomElement) -> Iterator[QDomElement]:
    children, node = [], element.firstChildElement()
    while not node.isNull():
        children.append(node)
        node = node.nextSiblingElement()
    return iter(children)


def _repeats_endlessly(layer: QDomElement) -> bool:
    """Check whether a symbol layer or effect is drawn more often than can be seen."""
    given = [option for part in _children(layer) for option in (part, *_children(part))]
    values = [(each.attribute("name") or each.attribute("k"), each.attribute("value") or each.attribute("v"))
              for each in given]  # fmt: skip
    return is_endless(layer.attribute("class") or layer.attribute("type"), values)


def _is_sound_symbol(symbol: QDomElement) -> bool:
    parent = symbol.parentNode().toElement()
    holders = (parent.attribute("type"), symbol.attribute("name"), parent.tagName())
    kind = next((_SYMBOLS[holder] for holder in holders if holder in _SYMBOLS), symbol.attribute("type"))
    return (
        symbol.attribute("type") == kind and QgsSymbolLayerUtils.loadSymbol(symbol, QgsReadWriteContext()) is not None
    )


def _kind_of(item: QDomElement) -> str:
    if item.attribute("type") == _HTML_ITEM:
        return tr("an HTML frame")
    return tr("a kind of item that the plugin does not print")


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def _is_in_library(name: str) -> bool:
    """Check whether a picture belongs to QGIS's own library."""
    if ".." in name.replace("\\", "/").split("/"):
        return False
    return any((Path(folder) / name).is_file() for folder in QgsApplication.svgPaths())


def _inside(folder: Path, name: str) -> Path | None:
    """Return the path of a file that lies in a folder, None if it does not.

    The name is checked first: on Windows, merely asking for a file on another computer sends the account name there.
    """
    try:
        joined = os.path.normpath(os.path.join(folder, name))
        if ":" in os.path.splitdrive(name)[1] or os.path.commonpath([folder, joined]) != str(folder):
            return None
        path = Path(joined).resolve()
        return path if folder.resolve() in path.parents else None
    except (OSError, ValueError):  # on another drive, too long, or with a character that no name can contain
        return None


def _file_problem(path: Path, name: str) -> str:
    """Describe why the file of a picture is not shown, "" if it is shown."""
    other = tr("the file {!r}, which is not a plain image").format(_short(name))
    try:
        if not path.is_file():
            return other
        if path.stat().st_size > TEMPLATE_PICTURE_MB.value * _MB:
            return _large_picture()
        return _content_problem(path.read_bytes(), other)
    except OSError:
        return other


def _inline_problem(text: str) -> str:
    other = tr("an embedded image")
    try:
        return _content_problem(base64.b64decode(text, validate=False), other)
    except (binascii.Error, ValueError):
        return other


def _content_problem(content: bytes, other: str) -> str:
    """Describe why the content of a picture is not shown, "" if it is shown.

    Shown are pixels, and SVG without references to anything outside itself; ``other`` is the description of all else.
    """
    if content.startswith(_RASTERS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return _pixels_problem(content, other)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return other
    pictures = _PICTURE_IN_SVG.findall(text)
    if "<svg" not in text or _LEADS_OUT_OF_SVG.search(text) or len(pictures) != len(_DATA.findall(text)):
        return other
    raw = (QByteArray.fromBase64(picture.encode("ascii")).data() for picture in pictures)
    return next(filter(None, (_pixels_problem(each, other) for each in raw)), "")


def _pixels_problem(content: bytes, other: str) -> str:
    """Describe why pixels are not shown, "" if they are shown.

    Their number is taken from the header of the picture, because Qt 5 allocates whatever memory they need.
    """
    buffer = QBuffer()
    buffer.setData(content)
    size = QImageReader(buffer).size()
    if not size.isValid():
        return other
    return _large_picture() if size.width() * size.height() > TEMPLATE_PICTURE_PIXELS.value else ""


def _large_picture() -> str:
    text = tr("a picture of more than {} MB or {:,} pixels (raise the limits {} and {} in QGIS's settings to print it)")
    limits = (TEMPLATE_PICTURE_MB, TEMPLATE_PICTURE_PIXELS)
    return text.format(*(limit.value for limit in limits), *(limit.key for limit in limits))

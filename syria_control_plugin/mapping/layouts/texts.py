"""Text of a layout, fitted to its box: shrunk, wrapped, and what still does not fit returned."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsLayout,
    QgsLayoutItemLabel,
    QgsLayoutUtils,
    QgsRenderContext,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import Qt

from ...translation import reads_rtl, tr, whole_lines
from ..label_format import plain_text, shortened

SHRINKS = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6)
_TITLE_SHRINKS = (0.52, 0.45)  # for large text, which is still legible then
LEAST_PT = 5.0  # smaller text is not legible in print
MOST_LETTERS = 20_000  # about five pages
_LONG = 1000  # characters; QGIS wraps a line of 10,000 in 40 s, one of 20,000 in minutes
_MEASURE_DPI = 300
_MM_AN_INCH = 25.4
_REFERENCE_PT = 100.0
_SAFETY = 1.01  # hinting and kerning make a line a little longer or shorter than its words


@dataclass(frozen=True)
class MapTexts:
    """Texts beside a map; plain text, shown as written up to MOST_LETTERS each."""

    title: str
    note: str = ""
    sources: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "note", "sources"):
            object.__setattr__(self, name, shortened(getattr(self, name), MOST_LETTERS))

    def named_sources(self) -> str:
        """Return the sources after their heading, "" if there are none."""
        return tr("Sources: {}").format(self.sources) if self.sources else ""


class Ruler:
    """Measurement of text as a layout draws it, in mm.

    QGIS's own wrapping takes a second for a page of text, so lines are broken here, word by word: where QGIS would
    break them, or a little earlier.
    """

    def __init__(self, layout: QgsLayout):
        self._context: QgsRenderContext = QgsLayoutUtils.createRenderContextForLayout(layout, None, _MEASURE_DPI)
        self._px_a_mm = _MEASURE_DPI / _MM_AN_INCH
        self._words: dict[tuple[str, str], float] = {}  # (word, font) → width at 100 pt

    def width(self, text: str, text_format: QgsTextFormat) -> float:
        """Return the width of the longest line."""
        return QgsTextRenderer.textWidth(self._context, text_format, text.split("\n")) / self._px_a_mm

    def height(self, text: str, text_format: QgsTextFormat, width_mm: float) -> float:
        """Return the height of text that is wrapped at a width."""
        lines = ["x"] * (1 + self.wrapped(text, text_format, width_mm).count("\n"))
        mode = Qgis.TextLayoutMode.Rectangle
        return QgsTextRenderer.textHeight(self._context, text_format, lines, mode) / self._px_a_mm

    def broken(self, text: str, text_format: QgsTextFormat, width_mm: float) -> str:
        """Insert a space into every word that is wider than the width, because QGIS wraps at spaces only."""
        return "\n".join(
            " ".join(self._parts(word, text_format, width_mm) for word in line.split(" ")) for line in text.split("\n")
        )

    def fitted(self, text: str, text_format: QgsTextFormat, width_mm: float) -> str:
        """Return text for an item that wraps it; text that runs from right to left is wrapped here.

        QGIS lays out each line separately, and would break such a text inside the parts of it that are isolated.
        """
        return (self.wrapped if reads_rtl(text) else self.broken)(text, text_format, width_mm)

    def lines(self, text: str, text_format: QgsTextFormat, width_mm: float) -> str:
        """Return text as ``fitted`` does; long text is wrapped here, because QGIS would take minutes."""
        return (self.wrapped if len(text) > _LONG else self.fitted)(text, text_format, width_mm)

    def wrapped(self, text: str, text_format: QgsTextFormat, width_mm: float) -> str:
        """Break text into lines of at most a width, for items that do not wrap by themselves."""
        space = self._word("x x", text_format) - 2 * self._word("x", text_format)
        made: list[str] = []
        for paragraph in self.broken(text, text_format, width_mm).split("\n"):
            lines: list[str] = []
            words: list[str] = []
            length = 0.0
            for word in paragraph.split():
                width = self._word(word, text_format)
                if words and _SAFETY * (length + space + width) > width_mm:
                    lines.append(" ".join(words))
                    words, length = [], 0.0
                words.append(word)
                length += width + (space if len(words) > 1 else 0.0)
            made += whole_lines([*lines, " ".join(words)])
        return "\n".join(made)

    def _word(self, word: str, text_format: QgsTextFormat) -> float:
        key = (word, text_format.font().key())
        if key not in self._words:
            large = QgsTextFormat(text_format)
            large.setSize(_REFERENCE_PT)
            large.setSizeUnit(Qgis.RenderUnit.Points)
            self._words[key] = self.width(word, large)
        size_pt = self._context.convertToPainterUnits(text_format.size(), text_format.sizeUnit()) / _MEASURE_DPI * 72
        return self._words[key] * size_pt / _REFERENCE_PT

    def _parts(self, word: str, text_format: QgsTextFormat, width_mm: float) -> str:
        width = self._word(word, text_format) if word else 0.0
        if _SAFETY * width <= width_mm:
            return word
        letters = max(int(0.8 * len(word) * width_mm / width), 1)
        pieces = [word[start : start + letters] for start in range(0, len(word), letters)]
        return " ".join(pieces)


def fit_label(label: QgsLayoutItemLabel, text: str) -> str:
    """Write plain text into a label: smaller if room is short, and cut with "…" if even the smallest text does not fit.

    Return what was cut, "" if all of it fits. The text is never larger than the label's own size.
    """
    ruler, text_format = Ruler(label.layout()), _plain_format(label.textFormat())
    width, height = label.rect().width() - 2 * label.marginX(), label.rect().height() - 2 * label.marginY()
    text = plain_text(text)
    largest = text_format.size()
    for shrink in (*SHRINKS, *_TITLE_SHRINKS):
        text_format.setSize(min(largest, max(shrink * largest, LEAST_PT)))
        shown = ruler.fitted(text, text_format, width)
        if ruler.height(shown, text_format, width) <= height:
            _write(label, ruler.lines(shown, text_format, width), text_format)
            return ""
    words = shown.split(" ")
    count = _most(len(words), lambda number: ruler.height(_cut(words, number), text_format, width) <= height)
    _write(label, ruler.lines(_cut(words, count), text_format, width), text_format)
    return " ".join(words[count:])


def write_evaluated(label: QgsLayoutItemLabel, expression: str, longest: str) -> None:
    """Set a label to show an expression, in a size at which the longest of its values fits."""
    fit_label(label, longest)
    label.setText(f"[% {expression} %]")


def _write(label: QgsLayoutItemLabel, text: str, text_format: QgsTextFormat) -> None:
    label.setMode(QgsLayoutItemLabel.Mode.ModeFont)  # a template's label may be in HTML mode
    label.setTextFormat(text_format)
    label.setText(plain_text(text))
    if reads_rtl(text) and label.hAlign() == Qt.AlignmentFlag.AlignLeft:
        label.setHAlign(Qt.AlignmentFlag.AlignRight)


def _plain_format(text_format: QgsTextFormat) -> QgsTextFormat:
    plain = QgsTextFormat(text_format)
    plain.setAllowHtmlFormatting(False)
    return plain


def _cut(words: list[str], count: int) -> str:
    return " ".join([*words[:count], "…"])


def _most(count: int, fits) -> int:
    """Return the largest number below count that fits, if all smaller numbers fit too."""
    low, high = 0, count
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low

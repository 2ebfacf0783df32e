"""Text on maps and in legends."""

from __future__ import annotations

from qgis.core import QgsTextBufferSettings, QgsTextFormat, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ..translation import tr

LONGEST_LABEL = 1000  # characters


def plain_text(text: str) -> str:
    """Text that comes from data as QGIS may show it in labels and legends, where it evaluates ``[% … %]``."""
    return text.replace("[%", "[ %")


def shortened(text: str, longest: int) -> str:
    """The beginning of a text that is too long to be printed, with how much is left out: QGIS wraps it for minutes."""
    if len(text) <= longest:
        return text
    more = tr("({:,} more characters are not printed)").format(len(text) - longest)
    return f"{text[:longest]}… {more}"


def legend_text(label: str) -> str:
    """A label of a class as a legend shows it; no legend has room for more than LONGEST_LABEL."""
    return plain_text(shortened(label, LONGEST_LABEL))


def show_tips_as_text(layer: QgsVectorLayer) -> None:
    """Lets QGIS's map tips show a row's name as text: without a template QGIS takes it for a page, scripts and all."""
    expression = layer.displayExpression() or "''"
    if "%]" in expression:  # in the name of a column: it would end the expression in a template
        expression = "''"
    marks = "map('&', '&amp;', '<', '&lt;')"
    layer.setMapTipTemplate(f"[% replace(coalesce(to_string({expression}), ''), {marks}) %]")


def label_format(size_pt: float, halo_mm: float) -> QgsTextFormat:
    """Dark letters with a white halo, readable on any fill."""
    text = QgsTextFormat()
    text.setSize(size_pt)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(halo_mm)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    return text

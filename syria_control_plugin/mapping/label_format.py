"""Text on maps and in legends."""

from __future__ import annotations

from qgis.core import QgsTextBufferSettings, QgsTextFormat, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ..translation import tr

LONGEST_LABEL = 1000  # characters


def plain_text(text: str) -> str:
    """Return text from data so that QGIS shows it in labels and legends without evaluating ``[% … %]``."""
    return text.replace("[%", "[ %")


def shortened(text: str, longest: int) -> str:
    """Return the beginning of a text that is too long to print, and how much is left out.

    QGIS would take minutes to wrap it.
    """
    if len(text) <= longest:
        return text
    more = tr("({:,} more characters are not printed)").format(len(text) - longest)
    return f"{text[:longest]}… {more}"


def legend_text(label: str) -> str:
    """Return the label of a class for a legend, shortened to LONGEST_LABEL."""
    return plain_text(shortened(label, LONGEST_LABEL))


def show_tips_as_text(layer: QgsVectorLayer) -> None:
    """Set the map tips of a layer to show a row's display name as text.

    Without a template QGIS shows the name as HTML, including any scripts.
    """
    expression = layer.displayExpression() or "''"
    if "%]" in expression:  # in the name of a column, where it would end the expression in the template
        expression = "''"
    marks = "map('&', '&amp;', '<', '&lt;')"
    layer.setMapTipTemplate(f"[% replace(coalesce(to_string({expression}), ''), {marks}) %]")


def label_format(size_pt: float, halo_mm: float) -> QgsTextFormat:
    """Return a format of dark text with a white halo, legible on any fill."""
    text = QgsTextFormat()
    text.setSize(size_pt)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(halo_mm)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    return text

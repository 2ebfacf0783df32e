"""The scale bar of a layout: round figures, written short in whatever language."""

from __future__ import annotations

from decimal import Decimal

from qgis.core import QgsBasicNumericFormat, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsLayoutPoint

_BAR_SHARE = 0.45  # of the map's width, which a scale bar takes at most


def fit_scale_bar(bar: QgsLayoutItemScaleBar, drawn: QgsLayoutItemMap) -> None:
    """A scale bar in round kilometres (metres where the map shows less), its lower left corner where it was."""
    bottom, left = bar.pos().y() + bar.rect().height(), bar.pos().x()
    bar.setLinkedMap(drawn)
    bar.applyDefaultSize(bar.guessUnits())
    bar.setNumberOfSegmentsLeft(0)
    # QGIS takes six decimals and drops their zeros, but not where the decimal point is no full stop or comma.
    figures = QgsBasicNumericFormat()
    figures.setNumberDecimalPlaces(max(-Decimal(str(bar.unitsPerSegment())).normalize().as_tuple().exponent, 0))
    figures.setShowTrailingZeros(False)
    bar.setNumericFormat(figures)
    bar.update()
    while bar.rect().width() > _BAR_SHARE * drawn.rect().width() and bar.numberOfSegments() > 1:
        bar.setNumberOfSegments(bar.numberOfSegments() - 1)
        bar.update()
    bar.attemptMove(QgsLayoutPoint(left, bottom - bar.rect().height()))

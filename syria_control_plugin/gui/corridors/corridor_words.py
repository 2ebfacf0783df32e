"""Corridors in words and signs, as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ...core.evidence.evidence import NONE_REPORTED, NOT_COVERED, REPORTED
from ...mapping.layers.corridor_styles import VERDICT_COLOURS
from ...mapping.sentences.value_words import basis_words, kind_words, verdict_words
from ...sources.cases.corridor_rows import CorridorRows
from ...translation import text_locale
from ..date_texts import span_text
from ..figures import UNKNOWN

_SIGN_PX = 14
_SCALE = 3  # of the pictures, for screens of many pixels
_SECOND = np.timedelta64(1, "s")


def searchable_texts(rows: CorridorRows, names: Mapping[str, str]) -> list[str]:
    """Of each corridor all that its columns say, in small letters. Slow with thousands; may be called in any thread."""
    words = words_of_values()
    facets = (rows.verdict, rows.kind, rows.basis)
    days_of = cache(lambda start, end: days_text(start, end, False))  # many share their days
    found = []
    for row, (mover, host, start, end, length_km) in enumerate(
        zip(rows.mover, rows.host, rows.start, rows.end, rows.length_km)
    ):
        cells = [words.get(values[row], values[row]) for values in facets]
        cells += [mover, host, names.get(mover, ""), names.get(host, "")]
        cells += [days_of(start, end), length_text(length_km)]
        found.append(" ".join(cells).casefold())
    return found


def words_of_values() -> dict[str, str]:
    """Verdicts, bases and kinds, as they are stored → as they stand in a row."""
    return {
        **verdict_words(),
        **basis_words(),
        **{kind: text.lower() for kind, text in kind_words().items()},
    }


def days_text(start, end, is_short: bool) -> str:
    """The days of a period; ``is_short``: the first one, with dots where there are more."""
    if np.isnat(start):
        return UNKNOWN
    last = start if np.isnat(end) else max(end - _SECOND, start)
    if is_short:
        text = span_text(start, start, text_locale())
        return f"{text} …" if last.astype("M8[D]") > start.astype("M8[D]") else text
    return span_text(start, last, text_locale())


def length_text(length_km: float) -> str:
    """A length in km, without its unit; a dash where it is unknown."""
    return UNKNOWN if np.isnan(length_km) else text_locale().toString(float(length_km), "f", 1)


def verdict_sign(verdict: str) -> QIcon:
    """The map's colour of a verdict with a sign in it, so that it is told without colours too."""
    size = _SIGN_PX * _SCALE
    picture = QPixmap(QSize(size, size))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    painter.setPen(QPen(QColor("#ffffff"), 0.8))
    painter.setBrush(QColor(VERDICT_COLOURS[verdict]))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SIGN_PX - 1, _SIGN_PX - 1), 3, 3)
    painter.setPen(QPen(QColor("#ffffff"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if verdict == REPORTED:
        for left, right in ((4.2, 9.8), (9.8, 4.2)):
            painter.drawLine(QPointF(left, 4.2), QPointF(right, 9.8))
    elif verdict == NONE_REPORTED:
        painter.drawEllipse(QPointF(7, 7), 3, 3)
    elif verdict == NOT_COVERED:
        painter.drawLine(QPointF(4.2, 7), QPointF(9.8, 7))
    else:
        font = painter.font()
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, _SIGN_PX, _SIGN_PX), Qt.AlignmentFlag.AlignCenter, "?")
    painter.end()
    picture.setDevicePixelRatio(_SCALE)
    return QIcon(picture)

"""The appearance of a timeline: colours of the palette, sizes by the font, and the rows from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPalette

_LEAST_CONTRAST = 3.0  # WCAG 2.1, 1.4.11: minimum of a graphical object against its neighbours
_GUTTER_FROM_EMS = 36  # from this width the names of the rows are beside them


@dataclass(frozen=True)
class Colours:
    """The colours of a timeline, all from a palette, so that they suit light and dark backgrounds."""

    background: QColor
    text: QColor
    faint_text: QColor
    line: QColor
    bar: QColor
    date: QColor
    corridor: QColor
    clash: QColor
    handle: QColor

    @classmethod
    def of(cls, palette: QPalette, is_enabled: bool = True) -> Colours:
        group = QPalette.ColorGroup.Active if is_enabled else QPalette.ColorGroup.Disabled
        background, text = (palette.color(group, role) for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text))

        def seen(role: QPalette.ColorRole) -> QColor:
            colour = palette.color(group, role)
            return colour if contrast(colour, background) >= _LEAST_CONTRAST else text

        return cls(
            background=background,
            text=text,
            faint_text=mixed(text, background, 0.72),
            line=mixed(text, background, 0.14),
            bar=mixed(text, background, 0.72),
            date=mixed(text, background, 0.42),
            corridor=seen(QPalette.ColorRole.Link),
            clash=text,
            handle=seen(QPalette.ColorRole.Highlight),
        )


def mixed(colour: QColor, background: QColor, share: float) -> QColor:
    """Mix a share of one colour with the rest of the background."""
    pairs = zip(colour.getRgbF()[:3], background.getRgbF()[:3])
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1)."""
    lights = sorted(0.05 + _luminance(colour) for colour in (one, other))
    return lights[1] / lights[0]


def _luminance(colour: QColor) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear))


@dataclass(frozen=True)
class Rows:
    """The rows of a timeline; their ``left`` and ``right`` are the positions of the first and the last date."""

    left: float
    right: float
    grip: QRectF
    bars: QRectF
    dates: QRectF
    lanes: tuple[QRectF, ...]
    axis: QRectF
    em: float

    @classmethod
    def of(cls, width: float, height: float, metrics: QFontMetricsF, names: list[str]) -> Rows:
        """Lay out rows with lanes of these names; the bars take the remaining height."""
        em = metrics.height()
        left = right = em * 0.7
        if width >= _GUTTER_FROM_EMS * em:
            left = em * 0.8 + max((metrics.horizontalAdvance(name) for name in names), default=0) + em * 0.6
        axis = QRectF(0, height - em * 1.35, width, em * 1.35)
        lanes, top = [], axis.top()
        for _ in names[1:]:
            top -= em * 0.95
            lanes.insert(0, QRectF(0, top, width, em * 0.95))
        dates = QRectF(0, top - em * 0.35, width, em * 0.2)
        grip = QRectF(0, 0, width, em * 0.55)
        bars = QRectF(0, grip.bottom(), width, max(dates.top() - grip.bottom(), 1))
        return cls(left, max(width - right, left + 1), grip, bars, dates, tuple(lanes), axis, em)

    @property
    def has_gutter(self) -> bool:
        return self.left > self.em

    @property
    def mark_px(self) -> float:
        """The width of a mark, within which others merge with it."""
        return self.em * 0.62

    @staticmethod
    def height_for(metrics: QFontMetricsF, lanes: int, bars_ems: float) -> float:
        return metrics.height() * (0.55 + bars_ems + 0.35 + 0.95 * lanes + 1.35)

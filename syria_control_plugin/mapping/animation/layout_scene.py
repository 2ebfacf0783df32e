"""Scene of an animated print layout, with its legend and texts: an atlas by date page by page, or map by map."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Callable

import numpy as np
from qgis.core import (
    QgsLayerTreeUtils,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsPrintLayout,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDateTime, QSize, QThread
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core import fields as f
from ...core.errors import AnimationError
from ...translation import tr
from ..label_format import plain_text
from ..layouts.legends import SHOWN_ON_THE_MAP
from ..main_thread import MainThread
from .layer_states import GROUND, Sheet, dates_of, states_of, symbol_colours, time_range
from .overlay import PAINTED_COLOURS, date_label
from .steps import Shot, Steps

DATE_LABEL = "date"  # id of the label that shows the frame's date, in a layout without an atlas
_EVIDENCE_LABEL = "verdict"  # id of a label that exists only in evidence sheets


class LayoutScene:
    """Scene that draws pictures of a layout's first page. Create it in the main thread; a copy of the layout is drawn.

    An atlas whose pages are dates is exported page by page: each step shows the last page whose maps' time has begun.
    In any other layout, which must be of one date, all temporal maps get the time of the step, legends follow their
    maps, and the label DATE_LABEL shows the date. A table with rows of its own does not depend on the date: it is left
    out, and reported in ``problems``.

    width, height  maximum size of the frames, in pixels; the page fills as much of it as it can
    """

    def __init__(self, layout: QgsPrintLayout, width: int, height: int):
        self.problems: dict[str, None] = {}
        self._main = MainThread()
        self._layout = layout.clone()
        if not self._layout.pageCollection().pageCount():
            raise AnimationError(tr("The layout {!r} has no page.").format(layout.name()))
        self._maps = [item for item in self._layout.items() if isinstance(item, QgsLayoutItemMap)]
        self._timed = [item for item in self._maps if item.isTemporal()]
        if not self._timed:
            raise AnimationError(
                tr("The layout {!r} has no map with a temporal range. Turn on the temporal range of a map.").format(
                    layout.name()
                )
            )
        page = self._layout.pageCollection().page(0).sizeWithUnits()
        scale = min(width / page.width(), height / page.height())
        # Even, as required by video formats.
        self.size = (2 * round(page.width() * scale / 2), 2 * round(page.height() * scale / 2))
        self._dpi = 25.4 * self.size[0] / self._layout.convertToLayoutUnits(page).width()
        atlas = self._layout.atlas()
        self._pages = self._page_times() if atlas.enabled() and atlas.updateFeatures() else None
        self._legends = [item for item in self._layout.items() if isinstance(item, QgsLayoutItemLegend)]
        if self._pages is None:
            self._check_dates()
            self._leave_out_tables()
            self._unpin_legends()
        self._drawn: tuple[Hashable, QImage] | None = None
        self.wait: Callable[[], None] = lambda: None

    def dates(self) -> np.ndarray:
        """Return the dates of the pages, else of the layers in the maps; sorted, datetime64[s], UTC."""
        if self._pages is not None:
            return np.unique(self._pages)
        return dates_of(self._layers())

    def begin(self, steps: Steps, changed: Mapping[int, np.ndarray] | None = None) -> None:
        self._steps, self._drawn = steps, None
        self.grows = self.is_marked = np.zeros(len(steps), bool)
        self._states = self._main.call(self._states_of_steps, self.wait)

    def states(self) -> list[Hashable]:
        return self._states

    def picture(self, shot: Shot) -> QImage:
        state = self._states[shot.step]
        if self._drawn is None or self._drawn[0] != state:
            self._drawn = (state, self._main.call(lambda: self._draw(shot.step), self.wait))
        return self._drawn[1]

    def colours(self) -> list[str]:
        return self._main.call(lambda: symbol_colours(self._layers(), [QColor("#ffffff"), *PAINTED_COLOURS]), self.wait)

    def close(self) -> None:
        """Delete the copy of the layout; callable from any thread."""
        if sip.isdeleted(self._layout):
            return
        if QThread.currentThread() is self._main.thread():
            sip.delete(self._layout)
        else:
            sip.transferto(self._layout, None)  # otherwise Python might delete it in this thread
            self._layout.deleteLater()

    def _page_times(self) -> np.ndarray | None:
        """Return the start of each page of the atlas; None if its maps do not follow the page."""
        atlas, starts = self._layout.atlas(), []
        for number in range(atlas.count()):
            atlas.seekTo(number)
            self._timed[0].refresh()
            starts.append(_moment(self._timed[0].temporalRange().begin()))
        times = np.array(starts, "M8[s]")
        return times if len(times) and not np.isnat(times).any() and len(np.unique(times)) == len(times) else None

    def _states_of_steps(self) -> list[Hashable]:
        if self._pages is not None:
            order = np.argsort(self._pages)
            places = np.searchsorted(self._pages[order], self._steps.moment, side="right") - 1
            if (places < 0).any():
                first = self._steps.moment[places < 0][0]
                raise AnimationError(tr("The atlas has no page for {}. Choose a later start.").format(first))
            return [int(order[place]) for place in places]
        labels = [date_label(moment) for moment in self._steps.moment]
        return list(zip(states_of(Sheet(GROUND, self._layers()), self._steps), labels))

    def _draw(self, step: int) -> QImage:
        if self._pages is not None:
            self._layout.atlas().seekTo(self._states[step])
        else:
            for item in self._timed:
                item.setTemporalRange(time_range(GROUND, self._steps, step))
            label = self._layout.itemById(DATE_LABEL)
            if isinstance(label, QgsLayoutItemLabel):
                label.setText(plain_text(date_label(self._steps.moment[step])))
        for legend in self._legends:
            legend.updateFilterByMap()
            legend.adjustBoxSize()
        self._layout.refresh()
        page = QgsLayoutExporter(self._layout).renderPageToImage(0, QSize(*self.size), self._dpi)
        if page.isNull():
            raise AnimationError(tr("The layout {!r} cannot be drawn.").format(self._layout.name()))
        image = QImage(page.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.drawImage(0, 0, page)
        painter.end()
        return image

    def _layers(self) -> list:
        return [layer for item in self._timed for layer in item.layersToRender()]

    def _check_dates(self) -> None:
        """Raise AnimationError for a layout that would show dates of its own beside maps of other dates."""
        name = self._layout.name()
        times = {(item.temporalRange().begin(), item.temporalRange().end()) for item in self._timed}
        if len(times) > 1:
            raise AnimationError(
                tr(
                    "The layout {!r} cannot be exported as an animation: its maps show several dates, and in an "
                    "animation all of them would show the same date. Export an atlas by date, or a layout of one "
                    "date."
                ).format(name)
            )
        if self._layout.itemById(_EVIDENCE_LABEL) is not None:
            raise AnimationError(
                tr(
                    "The layout {!r} cannot be exported as an animation: it is an evidence sheet, which shows one "
                    "passage."
                ).format(name)
            )

    def _leave_out_tables(self) -> None:
        for frame in self._layout.items():
            if isinstance(frame, QgsLayoutFrame) and isinstance(frame.multiFrame(), QgsLayoutItemManualTable):
                frame.setVisibility(False)
                template = tr(
                    "The table {!r} is left out because its rows belong to one date. Export an atlas by "
                    "date to include it."
                )
                self.problems[template.format(frame.id())] = None

    def _unpin_legends(self) -> None:
        """Set legends that list the classes of one fixed date to list those of the date shown."""
        for legend in self._legends:
            for node in legend.model().rootGroup().findLayers():
                expression, is_on = QgsLayerTreeUtils.legendFilterByExpression(node)
                if is_on and f.VALID_FROM in expression:
                    QgsLayerTreeUtils.setLegendFilterByExpression(node, SHOWN_ON_THE_MAP, True)


def _moment(moment: QDateTime) -> np.datetime64:
    return np.datetime64(moment.toUTC().toString("yyyy-MM-ddTHH:mm:ss") if moment.isValid() else "NaT", "s")

"""The view of one case: it fills the panel for the date shown and shows places on the map.

Holders and corridors are labelled and drawn as the theme and the layer of the case define them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QSize
from qgis.PyQt.QtGui import QPainter, QPalette, QPixmap

from ...case.corridors import CaseCorridors, CorridorRows
from ...case.statistics import CaseInfo, CaseStatistics, SourceStatistics
from ...core.control.holders import Holders as HolderIds
from ...core.dates.periods import OPEN, moments
from ...core.factions.themes import MapClass, Theme
from ...mapping.layers.class_symbology import ClassSymbols, drawn_classes, swatch
from ...mapping.layers.corridor_styles import VERDICT_COLOURS
from ...mapping.layers.styles import class_value, legend_classes
from ...mapping.text.formatting import date_text, km2_text, listed, no_faction_labels
from ...translation import tr
from ..corridors.model import days_text, length_text, texts_of_values, verdict_sign
from ..panel.area_chart import MOST_LINES, AreaLine
from ..panel.changes import ChangeLine, CorridorLine, EventLine, Holder
from ..panel.classes import SWATCH, ClassLine
from ..panel.highlight import ChangeMark, show_place
from ..panel.panel import ControlPanel
from ..timeline.appearance import mixed

_SMALL = QSize(16, 11)


class Holders:
    """Holders of territory by their id in the changes; each is created once.

    layer  layer whose symbols are drawn; None: those of the theme
    """

    def __init__(self, theme: Theme, layer: QgsVectorLayer | None, palette: QPalette):
        self._theme, self._palette = theme, palette
        self.symbols = ClassSymbols(layer)
        self._entries = {entry.faction: entry for entry in theme.classes if entry.faction}
        self._made: dict[HolderIds, Holder] = {}

    def of(self, names: HolderIds) -> Holder:
        """Return a faction, several factions (contested territory), nobody, or that the area is not mapped."""
        if names not in self._made:
            self._made[names] = self._make(names)
        return self._made[names]

    def picture(self, entry: MapClass, size: QSize = _SMALL) -> QPixmap:
        """Return the swatch of a class, framed so that black is visible on a dark panel and white on a light one."""
        picture = swatch(self.symbols.of(entry), size)
        ink, background = (self._palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base))
        painter = QPainter(picture)
        painter.setPen(mixed(ink, background, 0.5))
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()
        return picture

    def _make(self, names: HolderIds) -> Holder:
        words = no_faction_labels()
        if names[0] in words:
            return Holder(words[names[0]])
        if all(name in self._entries for name in names):
            entries = [self._entries[name] for name in names]
        else:
            entries = [entry for entry in self._theme.classes_for(names) if entry.faction in names]
        if len(names) == 1 and entries:
            return Holder(tr(entries[0].label), self.picture(entries[0]))
        return Holder(" + ".join(tr(entry.label) for entry in entries), self.picture(self._theme.contested))


class DatedCorridors:
    """Lines of corridors by their time. ``names``: faction id → name; a faction without a name is called by its id."""

    def __init__(self, rows: CorridorRows, names: Mapping[str, str]):
        self.rows, self._names = rows, names
        self._labels = texts_of_values()
        self._signs = {verdict: verdict_sign(verdict) for verdict in VERDICT_COLOURS}

    def lines(self, begin, end) -> list[CorridorLine]:
        """Return the corridors that overlap a half-open period, the newest first."""
        rows = np.flatnonzero(self.rows.within(begin, end))
        newest = np.lexsort((self.rows.number[rows], -self.rows.start[rows].astype(np.int64)))
        return [self._line(int(row)) for row in rows[newest]]

    def _line(self, row: int) -> CorridorLine:
        rows = self.rows
        mover, host, verdict = rows.mover[row], rows.host[row], rows.verdict[row]
        names = tr("{} in territory of {}").format(*(self._names.get(each, each) for each in (mover, host)))
        about = listed(self._labels.get(value, value) for value in (rows.basis[row], verdict))
        length = tr("{} km").format(length_text(rows.length_km[row]))
        days = f"{days_text(rows.local_start[row], rows.local_end[row], False)}: {length}"
        return CorridorLine(
            row=row,
            names=names,
            short_names=tr("{} in territory of {}").format(mover, host),
            about=about,
            sign=self._signs.get(verdict),
            length=length,
            summary="\n".join(text for text in (names, days, about, rows.sentence[row]) if text),
        )


class CaseView(QObject):
    """One case by date. It knows the panel, the canvas and the layer, but not the origin of the case."""

    def __init__(self, panel: ControlPanel, canvas: QgsMapCanvas, parent=None):
        super().__init__(parent)
        self._panel, self._canvas = panel, canvas
        self._info: CaseInfo | None = None
        self._statistics: CaseStatistics | None = None
        self._layer: QgsVectorLayer | None = None
        self._holders: Holders | None = None
        self._corridors: DatedCorridors | None = None
        self.theme: Theme | None = None
        self.source = ""
        self.moment = OPEN
        self.mark = ChangeMark(canvas, self)
        panel.changes.change_wanted.connect(self._show_change)
        panel.changes.event_wanted.connect(self._show_event)

    # Contents

    def show_info(self, info: CaseInfo, layer: QgsVectorLayer | None, source: str) -> None:
        """Show a case whose areas and changes are not computed yet."""
        self._info, self._statistics, self._layer, self.theme = info, None, layer, info.theme
        self.source = source if source in info.map_dates else next(iter(info.map_dates), "")
        self.moment = OPEN
        self.show_styles()
        self._panel.chart.show_lines(moments([]), [], tr("Areas are being computed…"))
        self._show_date()

    def show_statistics(self, statistics: CaseStatistics) -> None:
        self._statistics = statistics
        self._fit_columns()
        self._show_chart()
        self._show_date()

    def show_nothing_computed(self, why: str) -> None:
        """Show why areas and changes are not computed."""
        self._panel.chart.show_lines(moments([]), [], why)
        self._panel.factions.model().show_figures({})
        self._panel.changes.show_changes(why, [])

    def show_corridors(self, corridors: CaseCorridors | None) -> None:
        """Show the corridors of the case; None if they are not known."""
        self._corridors = (
            DatedCorridors(corridors.rows, corridors.names) if corridors is not None and len(corridors.rows) else None
        )
        self._show_corridors()

    def show_source(self, source: str) -> None:
        self.source = source
        if self._statistics is not None:
            self._fit_columns()
            self._show_chart()
        self._show_date()

    def show_moment(self, moment, marks: bool = False) -> None:
        """Show another date; ``marks``: territory that changed hands is marked on the map."""
        self.moment = OPEN if moment is None else moment
        self._show_date()
        if marks and self._shown is not None:
            changes = self._shown.changes
            self.mark.mark(changes.geometry[self._shown.changes_on(self.moment)])
        else:
            self.mark.clear()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        self._layer = layer
        self.show_styles()

    def show_styles(self) -> None:
        """Show the pictures, labels and check boxes that the layer has now."""
        if self._info is None or self.theme is None:
            return
        drawn = drawn_classes(self._layer) if self._layer is not None else {}
        self._holders = Holders(self.theme, self._layer, self._panel.palette())
        lines = []
        for entry in legend_classes(self.theme, list(self._info.classes)):
            picture = partial(self._holders.picture, entry, SWATCH)
            lines.append(ClassLine(entry, picture, drawn.get(class_value(entry))))
        self._panel.factions.model().show_lines(lines)
        self._show_corridors()
        if self._statistics is not None:
            self._show_chart()
            self._show_changes()

    def show_theme(self, theme: Theme) -> None:
        """Show the edited theme of the case."""
        self.theme = theme
        self.show_styles()

    def show_drawn(self) -> None:
        """Update the check boxes that differ from the layer."""
        drawn = drawn_classes(self._layer) if self._layer is not None else {}
        model = self._panel.factions.model()
        if any(line.is_drawn != drawn.get(line.value) for line in model.lines):
            model.show_drawn(drawn)

    def clear(self) -> None:
        self._info = self._statistics = self._layer = self.theme = self._holders = self._corridors = None
        self.mark.clear()
        self._panel.factions.model().show_lines([])
        self._panel.changes.show_changes("", [])
        self._panel.changes.show_corridors(None)
        self._panel.changes.show_events(None)
        self._panel.chart.show_lines(moments([]), [])

    # Parts

    @property
    def changed_km2(self) -> np.ndarray | None:
        """(n,) km² that changed hands at each map date of the source; None before they are computed."""
        return self._shown.changed_km2 if self._shown is not None else None

    @property
    def _shown(self) -> SourceStatistics | None:
        return self._statistics.sources.get(self.source) if self._statistics is not None else None

    def _show_date(self) -> None:
        source = self._shown
        self._panel.factions.model().show_figures(source.figures_on(self.moment) if source is not None else None)
        self._panel.factions_note.setText(self._date_note())
        self._panel.chart.show_moment(self.moment)
        self._show_changes()
        self._show_corridors()
        self._show_events()

    def _date_note(self) -> str:
        if self._info is None or not len(self._info.map_dates.get(self.source, ())):
            return tr("The case has no territories.")
        if np.isnat(self.moment):
            return tr("No date is shown, or the date is before the first map.")
        return tr("On {}").format(date_text(self.moment))

    def _show_changes(self) -> None:
        source = self._shown
        if source is None:
            is_waiting = self._statistics is None
            self._panel.changes.show_changes(tr("Changes are being computed…") if is_waiting else "", [])
            return
        rows = source.changes_on(self.moment)
        changes = source.changes
        lines = [
            ChangeLine(
                int(row),
                self._holders.of(changes.from_holder[row]),
                self._holders.of(changes.to_holder[row]),
                float(changes.area_km2[row]),
            )
            for row in rows
        ]
        self._panel.changes.show_changes(self._changes_heading(source, rows), lines)

    def _changes_heading(self, source: SourceStatistics, rows: np.ndarray) -> str:
        shown = source.map_on(self.moment)
        if np.isnat(shown):
            return ""
        if shown == source.map_dates[0]:
            return tr("Map of {}: first map, so changes are not known").format(date_text(shown))
        if not len(rows):
            return tr("Map of {}: no territory changed hands").format(date_text(shown))
        interval = source.changes.intervals[int(source.changes.interval[rows[0]])]
        km2 = km2_text(float(source.changes.area_km2[rows].sum()))
        heading = tr("Map of {}: {} km² changed hands").format(date_text(shown), km2)
        if interval.is_bridged:
            heading += " " + tr("(at some time since {}: no data in between)").format(date_text(interval.previous_date))
        return heading

    def _show_corridors(self) -> None:
        if self._corridors is None or self._info is None:
            self._panel.changes.show_corridors(None)
            return
        time = self._info.time_of_map(self.source, self.moment)
        self._panel.changes.show_corridors(self._corridors.lines(*time))

    def _show_events(self) -> None:
        if self._statistics is None or not len(self._statistics.events):
            self._panel.changes.show_events(None)
            return
        events = self._statistics.events
        rows = events.on(self.moment) if not np.isnat(self.moment) else []
        self._panel.changes.show_events(
            [EventLine(int(row), events.sides[row], events.place[row], bool(events.is_exact[row])) for row in rows]
        )

    def _show_chart(self) -> None:
        source = self._shown
        if source is None:
            return
        table = source.area_table()
        column = {faction: number for number, faction in enumerate(source.factions)}
        largest = source.largest_factions(MOST_LINES)
        classes = [entry for entry in self.theme.classes_for(largest) if entry.faction in largest]
        lines = [
            AreaLine(
                tr(entry.label),
                self._holders.symbols.of(entry).color().name(),
                table[:, column[entry.faction]],
            )
            for entry in classes
        ]
        none = tr("The case has no territories.")
        self._panel.chart.show_lines(source.change_dates, lines, none, len(source.factions) - len(lines))

    def _fit_columns(self) -> None:
        source = self._shown
        if source is not None and len(source.areas):
            largest = float(np.nan_to_num(source.areas.area_km2).max())
            change = float(np.abs(np.nan_to_num(source.areas.change_km2)).max())
            self._panel.factions.fit_columns(largest, -change)
            self._panel.changes.fit_columns(float(source.changes.area_km2.max(initial=0.0)))

    # Places on the map

    def _show_change(self, row: int, zooms: bool) -> None:
        if self._shown is not None and row < len(self._shown.changes):
            show_place(self._canvas, self._shown.changes.geometry[row], zooms)

    def _show_event(self, row: int, zooms: bool) -> None:
        if self._statistics is not None and row < len(self._statistics.events):
            show_place(self._canvas, self._statistics.events.geometry[row], zooms)

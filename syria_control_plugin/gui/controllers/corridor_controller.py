"""The controller of the corridor page, and its helpers.

They search a case for corridors in the background, read the events matched to a corridor, and take map and date
to a corridor or an event.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from qgis.core import Qgis, QgsProject, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal

from ...case.case import Case
from ...case.catalogue import faction_names, known_factions, theme_for
from ...case.corridors import CaseCorridors, Match, read_corridors, read_evidence, state_of
from ...case.qgis_values import to_qt
from ...case.statistics import CaseInfo
from ...core import fields as f
from ...core.corridors.assessment import CorridorOptions
from ...core.dates.periods import OPEN, closed
from ...core.errors import SyriaControlError
from ...mapping.layers.class_symbology import ClassSymbols, swatch
from ...mapping.layers.layers import control_layer, corridor_layer, show_corridor_layers
from ...mapping.layers.styles import style_case
from ...mapping.text.corridor_report import inferred_notes, observed_notes, partial_notes
from ...mapping.text.corridor_text import corridor_texts, with_stale_text
from ...sources.corridor_search import case_movements, case_series, refresh_corridors
from ...translation import tr, translated
from ..corridors.evidence import EvidenceView
from ..corridors.model import searchable_texts
from ..corridors.page import CorridorPage
from ..corridors.state import CorridorPageState
from ..panel.highlight import show_place
from ..panel.panel import ControlPanel
from ..tasks import FunctionTask, LatestTask
from ..timeline.canvas_sync import moment_of
from .case_presenter import CaseView


class CorridorSearch(QObject):
    """A background search for corridors, one at a time.

    If it is interrupted, the case has either its old corridors or all new ones.

    progressed  percent, None once no search is running
    completed   path of the case, and sentences on what did not become a corridor
    failed      error text
    """

    progressed = pyqtSignal(object)
    completed = pyqtSignal(str, list)
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._path = ""
        self._work = LatestTask(self)
        self._work.progressed.connect(self.progressed.emit)
        self._work.cancelled.connect(lambda: self.progressed.emit(None))
        self._work.ended.connect(self._ended)

    @property
    def is_searching(self) -> bool:
        return self._work.is_awaited

    def start(self, path: str, options: CorridorOptions) -> None:
        """Start a search of a case, unless one is running."""
        if self.is_searching:
            return
        self._path = path
        self._work.start(tr("Searching for corridors"), lambda task: _searched(path, options, task), is_hidden=False)
        self.progressed.emit(0.0)

    def cancel(self) -> None:
        """Cancel the search on the user's request."""
        self._work.cancel()

    def stop(self) -> None:
        """End the search without emitting ``completed`` or ``failed``."""
        if self.is_searching:
            self._work.drop()
            self.progressed.emit(None)

    def _ended(self, work: FunctionTask) -> None:
        self.progressed.emit(None)
        if work.problem:
            self.failed.emit(tr("The search for corridors failed. Nothing was changed. {}").format(work.problem))
        else:
            self.completed.emit(self._path, work.result)


def _searched(path: str, options: CorridorOptions, progress) -> list[str]:
    """Search a case and style its layers; return what did not become a corridor, or was assessed only in part."""

    def style(draft) -> None:
        style_case(draft, theme_for(draft, ""))

    seen, deduced = refresh_corridors(path, options, corridor_texts, progress, style)
    case = Case(path)
    movements = case_movements(case, known_factions(case))
    left_out = [*observed_notes(seen, movements, case_series(case)), *inferred_notes(deduced, faction_names(case))]
    return [*left_out, *partial_notes(seen, movements)]


class CorridorGuide(QObject):
    """A guide that takes a canvas and its temporal controller to a corridor or an event.

    date_wanted  datetime64[s]: the map of this moment shall be shown; not emitted if the temporal controller has a
                 frame of it
    """

    date_wanted = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject):
        super().__init__(parent)
        self._canvas = canvas

    def show_date(self, start, end) -> None:
        """Show a period by a frame of the temporal controller, otherwise by the map of its start.

        A frame may be of a day on which no map begins.

        start, end  datetime64[s], half-open; nothing happens if the start is NaT
        """
        controller = self._canvas.temporalController()
        if np.isnat(start):
            return
        frame = None if controller is None else frame_within(controller, start, end)
        if frame is None:
            self.date_wanted.emit(start)
        else:
            controller.setCurrentFrameNumber(frame)

    def show_place(self, place, zooms: bool) -> None:
        """Flash a place (Shapely, lon/lat; None: nothing). ``zooms``: zoom to it even if it is in view."""
        if place is not None:
            show_place(self._canvas, place, zooms)


def frame_within(controller: QgsTemporalNavigationObject, start, end) -> int | None:
    """Return the frame nearest to the start of a period that shows any of it; None if there is none."""
    if controller.navigationMode() != Qgis.TemporalNavigationMode.Animated:
        return None
    frame = controller.findBestFrameNumberForFrameStart(to_qt(start))
    if not 0 <= frame < controller.totalFrameCount():
        return None
    shown = controller.dateTimeRangeForFrameNumber(frame)
    is_within = moment_of(shown.begin()) < closed(np.array([end]))[0] and moment_of(shown.end()) > start
    return frame if is_within else None


class EvidenceReader(QObject):
    """A background reader of matched events; only those of the last requested corridor are shown."""

    def __init__(self, view: EvidenceView, guide: CorridorGuide, parent: QObject):
        super().__init__(parent)
        self._view, self._guide = view, guide
        self._matches: list[Match] = []
        self._work = LatestTask(self)
        self._work.ended.connect(self._show)
        view.event_wanted.connect(self._show_place)

    def read(self, path: str, number: int) -> None:
        """Read the events of a corridor, given its number and the path of its case."""
        self._matches = []
        self._work.start(tr("Evidence"), lambda task: read_evidence(path, number))

    def stop(self) -> None:
        """Discard the events and what is still being read."""
        self._work.drop()
        self._matches = []

    def _show(self, work: FunctionTask) -> None:
        if work.problem:
            self._view.show_matches(None, tr("The events cannot be read: {}").format(work.problem))
            return
        self._matches = work.result
        self._view.show_matches(self._matches)

    def _show_place(self, row: int, zooms: bool) -> None:
        if row < len(self._matches):
            self._guide.show_place(self._matches[row].place, zooms)


CORRIDORS = "corridors"  # id of the page
_PICTURE = QSize(12, 12)


class CorridorController(QObject):
    """The owner of the panel's corridor page from ``__init__`` to ``close``; ``show_case`` and ``clear`` set the case.

    date_wanted  as in ``CorridorGuide``
    failed       error text
    """

    date_wanted = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, iface, panel: ControlPanel, view: CaseView, parent=None):
        super().__init__(parent)
        self._iface, self._panel, self._view = iface, panel, view
        self._canvas, self._project = iface.mapCanvas(), QgsProject.instance()
        self._path = ""
        self._corridors: CaseCorridors | None = None
        self._state_read: tuple = ()  # of the case's file when its corridors were read
        self._reading = LatestTask(self)
        self._guide = CorridorGuide(self._canvas, self)
        self._search = CorridorSearch(self)
        self._state = CorridorPageState.read(self._project)  # None once the corridors are read
        self.page = CorridorPage()
        self._evidence = EvidenceReader(self.page.evidence, self._guide, self)
        panel.add_page(CORRIDORS, self.page, tr("Corridors"))
        self._connections = self._wires()
        for signal, slot in self._connections:
            signal.connect(slot)
        self._show_time()

    def _wires(self) -> list[tuple]:
        page, project = self.page, self._project
        return [
            (self._reading.ended, self._corridors_read),
            (self._guide.date_wanted, self.date_wanted),
            (page.place_wanted, self._show_place),
            (page.evidence_wanted, lambda number: self._evidence.read(self._path, number)),
            (page.list.table_wanted, self._open_table),
            (page.search_wanted, self.search),
            (page.cancel_wanted, self._search.cancel),
            (self._search.progressed, page.show_progress),
            (self._search.completed, self._searched),
            (self._search.failed, self.failed),
            (page.movements_wanted, lambda: self._import("importmovements")),
            (page.events_wanted, lambda: self._import("importevents")),
            (self._panel.page_chosen, self._page_chosen),
            (self._panel.changes.corridor_wanted, self._show_listed),
            (self._canvas.temporalRangeChanged, self._show_time),
            (project.writeProject, self._project_written),
            (project.readProject, self._project_read),
            (project.cleared, self._project_cleared),
        ]

    def close(self) -> None:
        """End the running tasks, remove the page, and disconnect from canvas and project."""
        self._stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self._panel.remove_page(CORRIDORS)
        self.page.deleteLater()

    # The case

    def show_case(self, info: CaseInfo) -> None:
        """Read the corridors of a case in the background, even if it is shown already."""
        if info.path != self._path:
            self.clear()
            self._path = info.path
        self._read()

    def clear(self) -> None:
        """Show no case, and end the running tasks."""
        self._stop()
        self._path, self._corridors = "", None
        self.page.clear()
        self._view.show_corridors(None)
        self._panel.timeline.set_corridors([])

    def _stop(self) -> None:
        self._reading.drop()
        self._evidence.stop()
        self._search.stop()

    def _read(self) -> None:
        path, self._state_read = self._path, _state_of(self._path)
        self._reading.start(tr("Corridors"), lambda task: _read_all(path))

    def _corridors_read(self, work: FunctionTask) -> None:
        if work.problem:
            self._corridors = None
            self._view.show_corridors(None)
            self.page.show_corridors(None, note=tr("The corridors cannot be read: {}").format(work.problem))
            return
        self._corridors, texts = work.result
        rows = self._corridors.rows
        state, self._state = self._state, None
        if state is not None:
            self.page.list.select(state.corridor)
            self.page.filters.set_filter(state.filter, emit=True)
        self.page.show_corridors(self._corridors, texts)
        self._show_pictures()
        self._view.show_corridors(self._corridors)
        self._panel.timeline.set_corridors(rows.start[~np.isnat(rows.start)])
        if state is not None:
            self.page.show_evidence(state.shows_evidence)
        self.page.show_current()

    def _show_pictures(self) -> None:
        """Show the symbols of factions as the map has them now."""
        if self._corridors is None or self._view.theme is None:
            return
        symbols = ClassSymbols(control_layer(self._project, self._path))
        rows = self._corridors.rows
        factions = sorted({*rows.mover, *rows.host})
        entries = [entry for entry in self._view.theme.classes_for(factions) if entry.faction in factions]
        self.page.list.model().show_pictures({entry.faction: swatch(symbols.of(entry), _PICTURE) for entry in entries})

    def _page_chosen(self, page: str) -> None:
        if page == CORRIDORS:
            self._show_pictures()
            if self._corridors is not None and self._state_read != _state_of(self._path):
                self._read()  # another program has changed the case meanwhile

    # Date and place

    def _show_time(self, *_) -> None:
        shown = self._canvas.temporalRange()
        begin, end = (OPEN, OPEN) if shown.isInfinite() else (moment_of(shown.begin()), moment_of(shown.end()))
        self.page.list.model().show_span(begin, end)

    def _show_place(self, number: int, zooms: bool) -> None:
        row = self._row(number)
        if row is None:
            return
        self._guide.show_date(self._corridors.rows.start[row], self._corridors.rows.end[row])
        self._guide.show_place(self._corridors.rows.path[row], zooms)

    def _show_listed(self, row: int, zooms: bool) -> None:
        """Show a corridor of the map's period; the canvas may show a part, such as a day, that lies outside it."""
        if self._corridors is not None and row < len(self._corridors.rows):
            rows = self._corridors.rows
            if not self.page.list.model().is_current(row):
                self._guide.show_date(rows.start[row], rows.end[row])
            self._guide.show_place(rows.path[row], zooms)

    def _open_table(self, number: int) -> None:
        """Open the attribute table of the corridor layer with the corridor selected."""
        layer, row = corridor_layer(self._project, self._path), self._row(number)
        if layer is None or row is None:
            self.failed.emit(tr("The project has no corridor layer. Recalculate the corridors to add it."))
            return
        layer.selectByIds([int(self._corridors.rows.fid[row])])
        self._iface.showAttributeTable(layer)

    def _row(self, number: int) -> int | None:
        if self._corridors is None:
            return None
        rows = np.flatnonzero(self._corridors.rows.number == number)
        return int(rows[0]) if len(rows) else None

    # The search

    def search(self, options: CorridorOptions) -> None:
        """Search the case again in the background; the list stays as it is until the search ends."""
        if self._path:
            self._search.start(self._path, options)

    def _searched(self, path: str, notes: list[str]) -> None:
        self.page.settings.show_notes(notes)
        try:
            show_corridor_layers(self._project, Case(path))
        except SyriaControlError as error:
            self.failed.emit(translated(error))
        self._read()

    def _import(self, algorithm: str) -> None:
        """Open a toolbox dialog for this case, and read its results when it closes."""
        import processing

        path = self._path
        processing.execAlgorithmDialog(f"syriacontrol:{algorithm}", {"OUTPUT": path})
        if path and path == self._path:
            self._read()

    # The project

    def _project_written(self, *_) -> None:
        if not self._path:
            CorridorPageState.forget(self._project)
            return
        (self._state or self.page.state()).write(self._project)

    def _project_read(self, *_) -> None:
        self._state = CorridorPageState.read(self._project)

    def _project_cleared(self) -> None:
        self._state = None


def _state_of(path: str) -> tuple:
    try:
        return state_of(path)
    except OSError:  # the reader reports why
        return ()


def _read_all(path: str) -> tuple[CaseCorridors, list[str]]:
    """Read the corridors of a case, and return them with their searchable texts."""
    corridors = read_corridors(path)
    corridors = replace(corridors, names={faction: tr(name) for faction, name in corridors.names.items()})
    if corridors.is_stale:  # a summary that is copied says so too
        columns = dict(corridors.rows.columns)
        columns[f.SENTENCE] = [with_stale_text(str(text or ""), True) for text in corridors.rows.sentence]
        corridors = replace(corridors, rows=replace(corridors.rows, columns=columns))
    return corridors, searchable_texts(corridors.rows, corridors.names)

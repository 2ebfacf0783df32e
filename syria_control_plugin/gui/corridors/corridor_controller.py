"""Wires the page of corridors to the case, the map, the project and the search for corridors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from qgis.core import Qgis, QgsApplication, QgsProject, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal

from ...core.corridors.findings import CorridorOptions
from ...core.dates.periods import OPEN, closed
from ...core.errors import SyriaControlError
from ...mapping.layers.case_layers import control_layer
from ...mapping.layers.class_looks import class_symbol, swatch
from ...mapping.layers.corridor_layers import corridor_layer, show_corridor_layers
from ...mapping.layers.temporal import to_qt
from ...sources.cases.case_digest import CaseFacts
from ...sources.cases.corridor_rows import CaseCorridors, Match, read_corridors, read_evidence
from ...translation import tr
from ..panel.case_view import CaseView
from ..panel.highlight import show_place
from ..panel.panel import ControlPanel
from ..timeline.controller_frames import moment_of
from ..work import Work
from .corridor_page import CorridorPage
from .corridor_search import CorridorSearch
from .corridor_state import CorridorPageState
from .corridor_words import searchable_texts

CORRIDORS = "corridors"  # id of the page
_PICTURE = QSize(12, 12)


class CorridorController(QObject):
    """From ``__init__`` to ``close`` the panel has a page of corridors; the case is told by ``show_case``, ``clear``.

    date_wanted  datetime64[s]: the map of this moment shall be shown; not where the temporal controller has a frame
                 of it
    failed       what is wrong
    """

    date_wanted = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, iface, panel: ControlPanel, view: CaseView, parent=None):
        super().__init__(parent)
        self._iface, self._panel, self._view = iface, panel, view
        self._canvas, self._project = iface.mapCanvas(), QgsProject.instance()
        self._path = ""
        self._found: CaseCorridors | None = None
        self._matches: list[Match] = []
        self._reading: Work | None = None
        self._opening: Work | None = None
        self._search = CorridorSearch(self)
        self._running: set[Work] = set()  # Python must hold a task for as long as it runs
        self._state = CorridorPageState.read(self._project)  # until the corridors are read
        self.page = CorridorPage()
        panel.add_page(CORRIDORS, self.page, tr("Corridors"))
        self._connections = self._wires()
        for signal, slot in self._connections:
            signal.connect(slot)
        self._show_time()

    def _wires(self) -> list[tuple]:
        page, project = self.page, self._project
        return [
            (page.place_wanted, self._show_place),
            (page.evidence_wanted, self._read_evidence),
            (page.evidence.event_wanted, self._show_event),
            (page.list.table_wanted, self._open_table),
            (page.search_wanted, self.search),
            (page.cancel_wanted, self._search.cancel),
            (self._search.progressed, page.show_progress),
            (self._search.found, self._searched),
            (self._search.failed, self.failed),
            (page.movements_wanted, lambda: self._import("importmovements")),
            (page.events_wanted, lambda: self._import("importevents")),
            (self._panel.page_chosen, self._page_chosen),
            (self._canvas.temporalRangeChanged, self._show_time),
            (project.writeProject, self._project_written),
            (project.readProject, self._project_read),
            (project.cleared, self._project_cleared),
        ]

    def close(self) -> None:
        """Ends what runs, takes the page out of the panel, and lets go of canvas and project."""
        self._stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self._panel.remove_page(CORRIDORS)
        self.page.deleteLater()

    # The case

    def show_case(self, facts: CaseFacts) -> None:
        """Reads the corridors of a case, in the background; again where it was shown already."""
        if facts.path != self._path:
            self.clear()
            self._path = facts.path
        self._read()

    def clear(self) -> None:
        """There is no case any more: nothing is shown, and what runs is ended."""
        self._stop()
        self._path, self._found, self._matches = "", None, []
        self.page.clear()
        self._view.show_corridors(None)
        self._panel.timeline.set_corridors([])

    def _stop(self) -> None:
        for work in (self._reading, self._opening):
            if work is not None:
                work.cancel()
        self._reading = self._opening = None
        self._search.stop()

    def _read(self) -> None:
        path = self._path
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._start(tr("Corridors"), lambda task: _read_all(path), self._corridors_read)

    def _corridors_read(self, work: Work) -> None:
        if work is not self._reading:
            return
        self._reading = None
        if work.problem:
            self._found = None
            self._view.show_corridors(None)
            self.page.show_corridors(None, note=tr("The corridors can't be read: {}").format(work.problem))
            return
        if work.was_cancelled:
            return
        self._found, texts = work.result
        rows = self._found.rows
        state, self._state = self._state, None
        if state is not None:
            self.page.list.select(state.corridor)
            self.page.filters.set_filter(state.filter, is_told=True)
        self.page.show_corridors(self._found, texts)
        self._show_pictures()
        self._view.show_corridors(rows)
        self._panel.timeline.set_corridors(rows.start[~np.isnat(rows.start)])
        if state is not None:
            self.page.show_evidence(state.shows_evidence)
        self.page.show_current()

    def _show_pictures(self) -> None:
        """The looks of factions as the map has them now."""
        if self._found is None or self._view.theme is None:
            return
        layer = control_layer(self._project, self._path)
        rows = self._found.rows
        factions = sorted({*rows.mover, *rows.host})
        entries = [entry for entry in self._view.theme.classes_for(factions) if entry.faction in factions]
        self.page.list.model().show_pictures(
            {entry.faction: swatch(class_symbol(layer, entry), _PICTURE) for entry in entries}
        )

    def _page_chosen(self, page: str) -> None:
        if page == CORRIDORS:
            self._show_pictures()

    # Date and place

    def _show_time(self, *_) -> None:
        shown = self._canvas.temporalRange()
        begin, end = (OPEN, OPEN) if shown.isInfinite() else (moment_of(shown.begin()), moment_of(shown.end()))
        self.page.list.model().show_span(begin, end)

    def _show_place(self, number: int, zooms: bool) -> None:
        row = self._row(number)
        if row is None:
            return
        self._show_date(self._found.rows.start[row], self._found.rows.end[row])
        if self._found.rows.path[row] is not None:
            show_place(self._canvas, self._found.rows.path[row], zooms)

    def _show_date(self, start, end) -> None:
        """By a frame of the temporal controller, which may be of a day on which no map begins, or by the map."""
        controller = self._canvas.temporalController()
        if np.isnat(start):
            return
        frame = None if controller is None else frame_within(controller, start, end)
        if frame is None:
            self.date_wanted.emit(start)
        else:
            controller.setCurrentFrameNumber(frame)

    def _show_event(self, place: int, zooms: bool) -> None:
        if place < len(self._matches) and self._matches[place].place is not None:
            show_place(self._canvas, self._matches[place].place, zooms)

    def _open_table(self, number: int) -> None:
        """The attribute table of the corridors' layer, with the row selected."""
        layer, row = corridor_layer(self._project, self._path), self._row(number)
        if layer is None or row is None:
            self.failed.emit(tr("The project has no layer of the corridors. Recalculate them, which adds it."))
            return
        layer.selectByIds([int(self._found.rows.fid[row])])
        self._iface.showAttributeTable(layer)

    def _row(self, number: int) -> int | None:
        if self._found is None:
            return None
        rows = np.flatnonzero(self._found.rows.number == number)
        return int(rows[0]) if len(rows) else None

    # Evidence

    def _read_evidence(self, number: int) -> None:
        path = self._path
        if self._opening is not None:
            self._opening.cancel()
        self._matches = []
        self._opening = self._start(tr("Evidence"), lambda task: read_evidence(path, number), self._evidence_read)

    def _evidence_read(self, work: Work) -> None:
        if work is not self._opening:
            return
        self._opening = None
        if work.problem:
            self.page.evidence.show_matches(None, tr("The events can't be read: {}").format(work.problem))
        elif not work.was_cancelled:
            self._matches = work.result
            self.page.evidence.show_matches(self._matches)

    # The search

    def search(self, options: CorridorOptions) -> None:
        """Searches the case anew, in the background; until it is through the list stays as it is."""
        if self._path:
            self._search.start(self._path, options)

    def _searched(self, path: str, tables: list[str], notes: list[str]) -> None:
        self.page.settings.show_notes(notes)
        try:
            show_corridor_layers(self._project, path, tables)
        except SyriaControlError as error:
            self.failed.emit(str(error))
        self._read()

    def _import(self, algorithm: str) -> None:
        """Opens a dialog of the toolbox for this case; what it did is read when it closes."""
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
        page = self.page
        state = self._state or CorridorPageState(
            page.filters.filter, page.list.current, page.evidence_button.isChecked()
        )
        state.write(self._project)

    def _project_read(self, *_) -> None:
        self._state = CorridorPageState.read(self._project)

    def _project_cleared(self) -> None:
        self._state = None

    def _start(self, title: str, work, ended) -> Work:
        def end(task: Work) -> None:
            self._running.discard(task)
            ended(task)

        task = Work(title, work, end, is_hidden=True)
        self._running.add(task)
        QgsApplication.taskManager().addTask(task)
        return task


def frame_within(controller: QgsTemporalNavigationObject, start, end) -> int | None:
    """The frame nearest to the start of a period that shows any of it; None where the controller has none."""
    if controller.navigationMode() != Qgis.TemporalNavigationMode.Animated:
        return None
    frame = controller.findBestFrameNumberForFrameStart(to_qt(start))
    if not 0 <= frame < controller.totalFrameCount():
        return None
    shown = controller.dateTimeRangeForFrameNumber(frame)
    is_within = moment_of(shown.begin()) < closed(np.array([end]))[0] and moment_of(shown.end()) > start
    return frame if is_within else None


def _read_all(path: str) -> tuple[CaseCorridors, list[str]]:
    """The corridors of a case, and what is searched for words."""
    found = read_corridors(path)
    found = replace(found, names={faction: tr(name) for faction, name in found.names.items()})
    return found, searchable_texts(found.rows, found.names)

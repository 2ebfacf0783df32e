"""The controller of the panel: it shows the case whose control layer is in the project."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Callable

import numpy as np
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...case.case import Case
from ...case.catalogue import factions_of, shipped_factions
from ...case.derived import change_blocs
from ...case.statistics import CaseInfo, CaseStatistics
from ...core.dates.periods import moments
from ...core.errors import SyriaControlError
from ...mapping.layers.layers import control_layer, control_layers
from ...mapping.layouts.templates import MAP
from ...translation import tr, translated
from ..animation.dialog import open_animation_dialog
from ..panel.blocs import BlocDialog
from ..panel.layout_actions import LayoutActions
from ..panel.panel import ControlPanel
from ..tasks import FunctionTask, LatestTask
from ..user_guide import show_help
from .case_loader import CaseOpener, CaseReader, zoom_to
from .case_presenter import CaseView
from .corridor_controller import CorridorController
from .date_controller import DateController
from .state import PanelState
from .style_controller import StyleController


class PanelController(QObject):
    """A controller that keeps the panel in step with the project from ``__init__`` to ``close``.

    dates, styles   controllers of the date, and of the symbology of classes
    view            what the panel shows of the case
    import_wanted   called when the user wants to import maps
    """

    def __init__(self, iface, panel: ControlPanel, opener: CaseOpener, import_wanted: Callable[[], None]):
        super().__init__()
        self._iface, self._panel, self._opener = iface, panel, opener
        self._project = QgsProject.instance()
        self._info: CaseInfo | None = None
        self._path = ""  # of the case that is shown or being read
        self._state: PanelState | None = None  # as stored in the project; None once the case is read
        self.view = CaseView(panel, iface.mapCanvas(), self)
        self.dates = DateController(panel, self.view, iface.mapCanvas(), self)
        self.styles = StyleController(panel, self.view, self._project, self)
        self.corridors = CorridorController(iface, panel, self.view, self)
        self.reader = CaseReader(self)
        self._storing = LatestTask(self)
        self.layouts = LayoutActions(iface, lambda: self._path, self)
        self._later = QTimer(self)  # layers are added and removed in batches
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow_project)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._read_again)
        self._connections = self._wires(import_wanted)
        for signal, slot in self._connections:
            signal.connect(slot)
        panel.show_empty()
        self._project_read()
        self._later.start(0)

    def _wires(self, import_wanted) -> list[tuple]:
        panel, header, project = self._panel, self._panel.header, self._project
        return [
            (panel.sample_wanted, self._opener.open_sample),
            (panel.case_wanted, self._opener.ask_for_case),
            (panel.case_dropped, self._opener.open_case),
            (panel.import_wanted, import_wanted),
            (header.zoom_wanted, self._zoom),
            (header.read_wanted, self._read_again),
            (header.cancel_wanted, self.reader.cancel),
            (header.help_wanted, lambda: show_help(self._iface.mainWindow())),
            (header.print_wanted, self._print),
            (header.animation_wanted, lambda: open_animation_dialog(self._iface, self._path)),
            (header.source_wanted, self._show_source),
            (header.blocs_wanted, self._ask_for_blocs),
            (self._storing.ended, self._blocs_stored),
            (self.dates.notified, self._report),
            (self.styles.read_wanted, self._again.start),
            (self.styles.failed, self._report_error),
            (self.corridors.date_wanted, self.dates.playback.show),
            (self.corridors.failed, self._report_error),
            (self.reader.info_read, self._info_read),
            (self.reader.statistics_read, self._statistics_read),
            (self.reader.progressed, self._show_progress),
            (self.reader.failed, self._reading_failed),
            (project.layersAdded, self._follow_later),
            (project.layersRemoved, self._follow_later),
            (project.cleared, self._project_cleared),
            (project.readProject, self._project_read),
            (project.writeProject, self._project_written),
        ]

    def close(self) -> None:
        """End the running tasks and disconnect from the canvas, the project and the layers."""
        self._later.stop()
        self._again.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self.layouts.close()
        self.reader.stop()
        self._storing.drop()
        self.corridors.close()
        self.styles.close()
        self.view.clear()
        self.dates.close()

    # The case

    def show_case(self, info: CaseInfo) -> None:
        """Show a case that was just opened and read, unless its new layers made it current already."""
        if self._info is not None and (self._info.path, self._info.revision) == (info.path, info.revision):
            return
        self._info_read(info)
        self.reader.read_statistics(info)

    def _follow_later(self, *_) -> None:
        self._later.start(0)

    def _follow_project(self) -> None:
        """Keep the current case while its layer exists, otherwise take the first case in the project."""
        layers = control_layers(self._project)
        if self._path in layers:
            self.styles.set_layer(layers[self._path])
            return
        wanted = self._state.case if self._state is not None else ""
        path = wanted if wanted in layers else next(iter(layers), "")
        if path:
            self._forget_case()
            self._path = path
            self.reader.read(path)
        elif self._path or self._panel.has_case:
            self._forget_case()

    def _read_again(self) -> None:
        if self._path:
            self._state = self._current_state()
            self.reader.read(self._path)

    def _forget_case(self, message: str = "") -> None:
        self.reader.stop()
        self._info, self._path = None, ""
        self.styles.set_layer(None)
        self.styles.set_case(None)
        self.view.clear()
        self.corridors.clear()
        self.dates.set_dates(moments([]))
        self._panel.timeline.set_clashes(moments([]))
        self._panel.header.show_progress("", None)
        self._panel.show_empty(message)

    def _info_read(self, info: CaseInfo) -> None:
        self._info, self._path = info, info.path
        state, self._state = self._state, None
        self.styles.set_layer(control_layer(self._project, info.path))
        self.view.show_info(info, self.styles.layer, state.source if state else "")
        self.styles.set_case(info)
        self.corridors.show_case(info)
        self._panel.header.show_case(info.title, info.note, list(info.map_dates), self.view.source)
        self._show_progress(0)
        self._panel.show_case()
        self._show_dates()
        playback = self.dates.playback
        if state is not None:
            self._panel.show_page(state.page)
            if not np.isnat(state.moment) and state.moment != playback.date:  # otherwise the canvas keeps its time
                playback.show(state.moment)
        if np.isnat(self.dates.shown) and not np.isnat(info.last_known):
            playback.show(info.last_known)
        self.dates.show_again()

    def _statistics_read(self, statistics: CaseStatistics) -> None:
        self._panel.header.show_progress("", None)
        self.view.show_statistics(statistics)
        self._show_dates()
        self._panel.timeline.set_clashes(statistics.events.start)

    def _show_progress(self, percent: float) -> None:
        self._panel.header.show_progress(tr("Areas and changes"), percent)

    def _reading_failed(self, path: str, problem: str) -> None:
        self._panel.header.show_progress("", None)
        if self._info is not None:
            self.view.show_nothing_computed(
                tr("Areas and changes were not computed. Choose “Reload the case” from the menu.")
            )
            if problem:
                self._report_error(problem)
        else:
            self._forget_case(problem)
            self._path = path  # so that the next new layer does not start another attempt

    def _show_dates(self) -> None:
        self.dates.set_dates(self._info.map_dates.get(self.view.source, moments([])), self.view.changed_km2)

    def _show_source(self, source: str) -> None:
        self.view.show_source(source)
        self._show_dates()

    # The project

    def _current_state(self) -> PanelState:
        settings = self.dates.settings
        return PanelState(
            case=self._path if self._info is not None else "",
            moment=self.dates.shown,
            source=self.view.source,
            page=self._panel.page,
            marks_changes=settings.marks_changes,
            shows_date=settings.shows_date,
            maps_per_second=settings.maps_per_second,
            is_looping=settings.is_looping,
        )

    def _project_written(self, *_) -> None:
        state = self._current_state()
        if state.case:
            state.write(self._project)
        else:
            PanelState.forget(self._project)

    def _project_read(self, *_) -> None:
        state = PanelState.read(self._project)
        if state is None:
            return
        shared = ("marks_changes", "shows_date", "maps_per_second", "is_looping")
        self.dates.use(replace(self.dates.settings, **{name: getattr(state, name) for name in shared}))
        self._state, self._path = state, ""
        self._follow_later()

    def _project_cleared(self) -> None:
        self._state = None
        if self._path or self._panel.has_case:
            self._forget_case()

    # Actions and messages

    def _zoom(self) -> None:
        if self.styles.layer is not None:
            zoom_to(self._iface.mapCanvas(), self.styles.layer)

    def _ask_for_blocs(self) -> None:
        """Let the user edit the blocs of the case; they are stored in the background and the case is read again."""
        path = self._path
        if not path or self._storing.is_awaited:
            return
        try:
            dialog = BlocDialog(factions_of(Case(path)), shipped_factions(), self._panel)
        except SyriaControlError as error:
            self._report_error(translated(error))
            return
        dialog.accepted.connect(lambda: self._store_blocs(path, dialog.blocs()))
        dialog.open()

    def _store_blocs(self, path: str, blocs: dict[str, str]) -> None:
        if blocs:
            self._storing.start(tr("Saving the blocs"), lambda task: change_blocs(path, blocs))

    def _blocs_stored(self, work: FunctionTask) -> None:
        if work.problem:
            self._report_error(work.problem)
        self._read_again()

    def _print(self, kind: str) -> None:
        shown = self.dates.shown
        self.layouts.make(kind, [shown] if kind == MAP and not np.isnat(shown) else ())

    def _report_error(self, message: str) -> None:
        self._report(message, Qgis.MessageLevel.Critical)

    def _report(self, message: str, level=Qgis.MessageLevel.Info) -> None:
        """Report a message, escaped because the message bar renders HTML."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), level)

"""What the panel's menu calls to print: layouts into the project, and open in QGIS's own designer."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Callable

import numpy as np
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject

from ...case.case import Case
from ...case.corridors import corridor_facts
from ...case.print_data import PrintData, areas_on, case_print_data
from ...core.errors import SyriaControlError
from ...core.feedback import SubFeedback
from ...mapping.layouts.area_table import area_rows
from ...mapping.layouts.layouts import PrintedMap, keep
from ...mapping.layouts.printing import chosen_dates, make_layouts, printed_layers
from ...mapping.layouts.templates import ATLAS, EVIDENCE, MAP, MULTIPLES, TWO_DATES, Paper, left_out_of
from ...mapping.layouts.texts import MapTexts
from ...translation import tr, tr_n, translated
from ..tasks import FunctionTask

_NAMED = 5  # things left out of a template that a message names


def layout_labels() -> dict[str, str]:
    """Kind of layout → entry of a menu."""
    return {
        MAP: tr("Map of this date"),
        TWO_DATES: tr("First and last maps side by side"),
        MULTIPLES: tr("Small maps of all dates"),
        ATLAS: tr("Atlas by date"),
        EVIDENCE: tr("Evidence sheet"),
    }


class LayoutActions(QObject):
    """Makes layouts of the case that a panel shows. The case is read in the background, the layout made afterwards.

    iface    QGIS's own
    case     path of the case that is shown, "" where there is none
    """

    def __init__(self, iface, case: Callable[[], str], parent=None):
        super().__init__(parent)
        self._iface, self._case = iface, case
        self._works: list[FunctionTask] = []

    def make(self, kind: str, dates=(), corridor: int | None = None, paper: Paper | None = None) -> None:
        """Starts to make a layout of a kind; it opens when it is made.

        dates     datetime64; empty: what suits the kind
        corridor  number of the corridor, for an evidence sheet; None: one sheet each of all of them
        """
        path = self._case()
        if not path:
            self._tell(tr("No case is open. Open a case before printing."), Qgis.MessageLevel.Warning)
            return
        work = FunctionTask(
            tr("Print layout of {}").format(path),
            lambda task: _read(path, kind, dates, corridor, task),
            lambda task: self._read_ended(task, kind, paper),
        )
        self._works.append(work)
        QgsApplication.taskManager().addTask(work)

    def close(self) -> None:
        """Cancels what still runs."""
        for work in self._works:
            work.cancel()
        self._works.clear()

    def _read_ended(self, work: FunctionTask, kind: str, paper: Paper | None) -> None:
        if work not in self._works:  # closed meanwhile
            return
        self._works.remove(work)
        if work.was_cancelled:
            return
        if work.problem:
            self._tell(work.problem, Qgis.MessageLevel.Critical)
            return
        case, facts, dates, rows, sheets = work.result
        project = QgsProject.instance()
        try:
            layers = printed_layers(project, case)
            texts = MapTexts(facts.title, facts.note, facts.sources)
            printed = PrintedMap(layers, texts, None, facts.dates, lambda moment: rows[moment], case)
            made = [keep(project, each) for each in make_layouts(project, kind, printed, dates, sheets, paper)]
            left_out = left_out_of(paper or Paper())
        except SyriaControlError as error:
            self._tell(translated(error), Qgis.MessageLevel.Critical)
            return
        self._iface.openLayoutDesigner(made[0])
        if left_out:
            more = [tr("{} more are not listed here.").format(len(left_out) - _NAMED)] if len(left_out) > _NAMED else []
            self._tell(" ".join([*left_out[:_NAMED], *more]), Qgis.MessageLevel.Warning)
        if len(made) > 1:
            self._tell(
                tr_n("One layout was added to the project.", "%n layouts were added to the project.", len(made)),
                Qgis.MessageLevel.Success,
            )

    def _tell(self, message: str, level) -> None:
        """The message bar renders HTML: what comes from a file is escaped."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), level)


def _read(path: str, kind: str, dates, corridor: int | None, task) -> tuple:
    """The case, and what a layout needs to know of it: facts, dates, rows of areas by date, facts of corridors."""
    case = Case(path)
    facts: PrintData = case_print_data(case, Path(case.path).stem)
    chosen = chosen_dates(kind, [np.datetime64(date, "s") for date in dates], facts.map_dates, facts.last_known)
    areas = areas_on(case, chosen, SubFeedback(task, 0, 90))
    rows = {date: area_rows(facts.theme, found, facts.names) for date, found in areas.items()}
    wanted = () if corridor is None else (corridor,)
    return case, facts, chosen, rows, corridor_facts(path, wanted) if kind == EVIDENCE else []

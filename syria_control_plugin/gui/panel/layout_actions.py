"""The print actions of the panel's menu: they add layouts to the project and open them in QGIS's designer."""

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
from ...mapping.text.corridor_text import with_stale_text
from ...translation import tr, tr_n, translated
from ..tasks import FunctionTask

_NAMED = 5  # number of left-out parts of a template that a message names


def layout_labels() -> dict[str, str]:
    """Return kind of layout → menu entry."""
    return {
        MAP: tr("Map of this date"),
        TWO_DATES: tr("First and last maps side by side"),
        MULTIPLES: tr("Small maps of all dates"),
        ATLAS: tr("Atlas by date"),
        EVIDENCE: tr("Evidence sheet"),
    }


class LayoutActions(QObject):
    """A maker of layouts of the panel's case. The case is read in the background, then the layout is made.

    iface    QGIS's interface
    case     returns the path of the case that is shown, "" if there is none
    """

    def __init__(self, iface, case: Callable[[], str], parent=None):
        super().__init__(parent)
        self._iface, self._case = iface, case
        self._works: list[FunctionTask] = []

    def make(self, kind: str, dates=(), corridor: int | None = None, paper: Paper | None = None) -> None:
        """Start making a layout of a kind; it opens when it is finished.

        dates     datetime64; empty: those that suit the kind
        corridor  number of the corridor for an evidence sheet; None: one sheet for each corridor
        """
        path = self._case()
        if not path:
            self._report(tr("No case is open. Open a case before printing."), Qgis.MessageLevel.Warning)
            return
        work = FunctionTask(
            tr("Print layout of {}").format(path),
            lambda task: _read(path, kind, dates, corridor, task),
            lambda task: self._read_ended(task, kind, paper),
        )
        self._works.append(work)
        QgsApplication.taskManager().addTask(work)

    def close(self) -> None:
        """Cancel the running tasks."""
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
            self._report(work.problem, Qgis.MessageLevel.Critical)
            return
        case, data, dates, rows, sheets = work.result
        project = QgsProject.instance()
        try:
            layers = printed_layers(project, case)
            texts = MapTexts(data.title, with_stale_text(data.note, data.has_stale_corridors), data.sources)
            printed = PrintedMap(
                layers=layers,
                texts=texts,
                extent=None,
                dates=data.dates,
                areas_on=lambda moment: rows[moment],
                case=case,
            )
            made = [keep(project, each) for each in make_layouts(project, kind, printed, dates, sheets, paper)]
            left_out = left_out_of(paper or Paper())
        except SyriaControlError as error:
            self._report(translated(error), Qgis.MessageLevel.Critical)
            return
        self._iface.openLayoutDesigner(made[0])
        if left_out:
            more = [tr("{} more are not listed here.").format(len(left_out) - _NAMED)] if len(left_out) > _NAMED else []
            self._report(" ".join([*left_out[:_NAMED], *more]), Qgis.MessageLevel.Warning)
        if len(made) > 1:
            self._report(
                tr_n("One layout was added to the project.", "%n layouts were added to the project.", len(made)),
                Qgis.MessageLevel.Success,
            )

    def _report(self, message: str, level) -> None:
        """Report a message, escaped because the message bar renders HTML."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), level)


def _read(path: str, kind: str, dates, corridor: int | None, task) -> tuple:
    """Return the case and the data of a layout: print data, dates, rows of areas by date, facts of corridors."""
    case = Case(path)
    data: PrintData = case_print_data(case, Path(case.path).stem)
    chosen = chosen_dates(kind, [np.datetime64(date, "s") for date in dates], data.map_dates, data.last_known)
    areas = areas_on(case, chosen, SubFeedback(task, 0, 90))
    rows = {date: area_rows(data.theme, held, data.names) for date, held in areas.items()}
    wanted = () if corridor is None else (corridor,)
    return case, data, chosen, rows, corridor_facts(path, wanted) if kind == EVIDENCE else []

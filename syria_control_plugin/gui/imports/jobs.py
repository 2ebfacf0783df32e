"""The background jobs of the import dialog. No code here uses a widget.

The preview runs again each time the user changes the input or a setting.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QObject, QStandardPaths, QTimer, pyqtSignal

from ...case.case import Case, has_content, is_case
from ...case.import_report import ImportReport
from ...core.errors import SyriaControlError
from ...core.feedback import Feedback
from ...mapping.layers.styles import style_case
from ...sources.files.inputs import all_inputs
from ...sources.files.project_layers import LayerInput
from ...sources.files.tables import MapInput, SourceTable
from ...sources.maps.importing import import_maps
from ...sources.maps.options import ImportOptions
from ...sources.maps.preview import Preview, TablesOf, look_at
from ...translation import tr, translated
from ..tasks import FunctionTask, LatestTask
from .report import issue_rows

_TABLES_KEPT = 16


@dataclass(frozen=True)
class PreviewResult:
    """The result of a preview."""

    preview: Preview
    skipped: list[str]
    suggested: str
    case_text: str


@dataclass(frozen=True)
class Imported:
    """The result of an import. ``classes``: the classes of the case's control layer."""

    path: str
    report: ImportReport
    rows: list[tuple[str, ...]]
    classes: list[str]


def preview_job(
    layers: list[LayerInput],
    paths: list[str],
    options: ImportOptions,
    chosen: str,
    project_folder: str,
    tables_of: TablesOf,
) -> Callable[[Feedback], PreviewResult]:
    """Return the preview of an input. ``chosen``: path of the case; "" for the suggested one."""

    def run(progress: Feedback) -> PreviewResult:
        suggested = suggested_path(paths, layers, project_folder)
        target = chosen or suggested
        inputs, skipped = _inputs_without(target, *all_inputs(layers, paths))
        preview = look_at(inputs, options, _case_at(target), progress, tables_of=tables_of)
        return PreviewResult(preview, skipped, suggested, case_text(target))

    return run


def import_job(
    layers: list[LayerInput], paths: list[str], options: ImportOptions, target: str
) -> Callable[[Feedback], Imported]:
    """Return the import into the case at the path ``target``."""

    def run(progress: Feedback) -> Imported:
        inputs, _ = _inputs_without(target, *all_inputs(layers, paths))
        report = import_maps(target, inputs, options, progress, style_case)
        return Imported(target, report, issue_rows(report), Case(target).classes())

    return run


def kept_tables() -> TablesOf:
    """Return a reader that caches the last inputs, because each correction reads the same few files again."""
    kept: OrderedDict[tuple[MapInput, bool], list[SourceTable]] = OrderedDict()

    def tables_of(each: MapInput, with_properties: bool, progress: Feedback) -> list[SourceTable]:
        tables = kept.pop((each, with_properties), None) or each.tables(with_properties, progress)
        kept[each, with_properties] = tables
        while len(kept) > _TABLES_KEPT:
            kept.popitem(last=False)
        return tables

    return tables_of


def _inputs_without(path: str, inputs: list[MapInput], skipped: list[str]) -> tuple[list[MapInput], list[str]]:
    """Return the inputs without the case itself, which may lie in the imported folder."""
    case = os.path.normcase(os.path.abspath(path))
    is_case = [os.path.normcase(getattr(each, "path", "")) == case for each in inputs]
    return [each for each, skip in zip(inputs, is_case) if not skip], skipped


def _case_at(path: str) -> Case | None:
    try:
        return Case(path) if has_content(path) else None
    except SyriaControlError:  # reported by ``case_text``
        return None


def suggested_path(paths: list[str], layers: list[LayerInput], project_folder: str) -> str:
    """Return the path of a case beside the first input path, for layers in the project's folder.

    An existing case of that name is added to. Reads cases: not for the main thread.
    """
    if paths:
        first = Path(os.path.abspath(paths[0].partition("|")[0]))
        beside, name = first.parent, first.name if first.is_dir() else first.stem
    elif layers:
        beside, name = Path(project_folder), layers[0].folder or layers[0].names[0]
    else:
        return ""
    if not project_folder and not paths or not os.access(beside, os.W_OK):
        beside = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    name = "".join("_" if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in name)[:100] or "maps"
    numbers = ("", *(f" {number}" for number in range(2, 100)))
    candidates = (str(beside / f"{name} case{number}.gpkg") for number in numbers)
    return next((path for path in candidates if not os.path.exists(path) or is_case(path)), "")


def case_text(path: str) -> str:
    """Describe what an import into this path would do. Reads the case: not for the main thread."""
    if not path:
        return tr("Choose where to save the case.")
    try:
        if not has_content(path):
            return tr("A new case is created.")
        sources = Case(path).sources()
    except SyriaControlError as error:
        return translated(error)
    few = ", ".join(name[:40] for name in sources[:3]) + (", …" if len(sources) > 3 else "")
    return tr("The maps are added to the existing case, which contains: {}.").format(few or tr("no territories yet"))


DEBOUNCE_MS = 300


class PreviewTask(QObject):
    """A background preview; only the result of the latest request is emitted.

    job  called when a preview starts; returns the function to run in the background

    previewed  PreviewResult
    failed     error text
    """

    previewed = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, job: Callable[[], Callable[[Feedback], PreviewResult]], parent: QObject):
        super().__init__(parent)
        self._job = job
        self._work = LatestTask(self)
        self._work.ended.connect(self._ended)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DEBOUNCE_MS)
        self._later.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        return self._later.isActive() or self._work.is_busy

    def begin_later(self) -> None:
        """Start a preview once the user pauses."""
        self.stop()
        self._later.start()

    def stop(self) -> None:
        """Discard the running preview."""
        self._later.stop()
        self._work.drop()

    def _begin(self) -> None:
        self._work.start(tr("Previewing control maps"), self._job())

    def _ended(self, work: FunctionTask) -> None:
        if work.problem:
            self.failed.emit(work.problem)
        else:
            self.previewed.emit(work.result)

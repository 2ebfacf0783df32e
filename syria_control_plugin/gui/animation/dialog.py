"""The dialog that exports animations: set, preview a frame, export in the background."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Callable

import numpy as np
from qgis.core import Qgis, QgsApplication, QgsProject, QgsTask
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage, QPixmap
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ...case.corridors import has_stale_corridors
from ...case.qgis_values import from_qt_moment
from ...core.errors import SyriaControlError
from ...core.feedback import report_progress
from ...mapping.animation.animation import AnimationReport
from ...mapping.animation.steps import Shot, Steps
from ...mapping.animation.writers import check_animation, even_size
from ...translation import tr, tr_n, translated
from ...user_guide import ANIMATION
from ..tasks import FunctionTask, LatestTask, TaskProgress
from ..user_guide import add_help_button
from .form import AnimationForm
from .job import Order, case_of, make_ordered, order_of, rough_text

NAME = "SyriaControlFilmDialog"
DEBOUNCE_MS = 400
_PREVIEW_PX = (480, 270)

# Called with a sentence and its level when an export ends after its dialog was closed.
Notify = Callable[[str, Qgis.MessageLevel], None]


class AnimationDialog(QDialog):
    """The modeless export dialog. If it is closed during an export, the export goes on and ``notify`` reports its end.

    case_path  the case whose dates and changes are animated; "": that of the first control map that the canvas shows
    """

    def __init__(
        self,
        parent: QWidget | None,
        project: QgsProject,
        canvas: QgsMapCanvas,
        case_path: str = "",
        notify: Notify = lambda text, level: None,
    ):
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setWindowTitle(tr("Export animation"))
        self._project, self._canvas, self._notify = project, canvas, notify
        self._case_path = case_path
        self._reading, self._previewing = LatestTask(self), LatestTask(self)
        self._reading.ended.connect(self._case_read)
        self._previewing.ended.connect(self._previewed)
        self._exporting: FunctionTask | None = None  # Python must hold a reference while a task runs
        self._written = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DEBOUNCE_MS)
        self._later.timeout.connect(self._read_case)
        self._make_widgets()
        QgsGui.enableAutoGeometryRestore(self)
        self.preview_again()

    # The order

    def show_case(self, case_path: str) -> None:
        """Show another case, or the same case in another map view."""
        self._case_path = case_path
        self.form.show_layouts()
        self.preview_again()

    def order(self, size: tuple[int, int]) -> Order:
        """Return the animation order for a frame size. Raises SyriaControlError if it cannot be made."""
        return order_of(self.form, self._project, self._canvas, self._case_path, size)

    # The preview

    def preview_again(self) -> None:
        """Draw the preview again once the user pauses."""
        self._reading.drop()
        self._previewing.drop()
        self._later.start()
        self._update_buttons()

    def _read_case(self) -> None:
        """Compare the case with its last search in another thread; an order then has the answer at hand."""
        try:
            case = case_of(self._project, self._canvas, self._case_path)
        except SyriaControlError as error:
            self._show_problem(translated(error))
            return
        if case is None:
            self._draw_preview()
        else:
            self._reading.start(tr("Reading the case"), lambda task: has_stale_corridors(case))

    def _case_read(self, work: FunctionTask) -> None:
        if work.problem:
            self._show_problem(work.problem)
        else:
            self._draw_preview()

    def _draw_preview(self) -> None:
        try:
            order = self.order(_fitted(self.form.size()))
        except SyriaControlError as error:
            self._show_problem(translated(error))
            return
        number = self._shown_step(order.steps)

        def draw(task: QgsTask) -> tuple[Order, QImage]:
            report_progress(task, 0)
            try:
                order.scene.begin(order.steps)
                return order, order.scene.picture(Shot(number, 0.0, 1.0, 1)).copy()
            finally:
                order.scene.close()

        self._previewing.start(tr("Drawing a frame"), draw)

    def _shown_step(self, steps: Steps) -> int:
        """Return the step of the date that the canvas shows, otherwise the last one."""
        time = self._canvas.temporalRange()
        if time.isInfinite() or not time.begin().isValid():
            return len(steps) - 1
        return max(int(np.searchsorted(steps.moment, from_qt_moment(time.begin()), side="right")) - 1, 0)

    def _previewed(self, work: FunctionTask) -> None:
        if work.problem:
            self._show_problem(work.problem)
            return
        order, picture = work.result
        self.picture.setPixmap(QPixmap.fromImage(picture))
        self.estimate.setText(rough_text(order, picture, self.form.size(), self.form.path()))
        self._update_buttons()

    def _show_problem(self, text: str) -> None:
        self.picture.clear()
        self.estimate.setText(text)
        self._update_buttons()

    # The export

    def start_export(self) -> None:
        """Start the export in the background."""
        self.messages.clearWidgets()
        path = self.form.path()
        try:
            check_animation(path)
            order = self.order(even_size(path, *self.form.size()))
        except SyriaControlError as error:
            self._report(translated(error), Qgis.MessageLevel.Critical)
            return
        self._exporting = FunctionTask(
            tr("Exporting animation"), lambda task: make_ordered(order, path, task), self._export_ended
        )
        self.progress.follow(self._exporting)
        QgsApplication.taskManager().addTask(self._exporting)
        self._update_buttons()

    def _export_ended(self, work: FunctionTask) -> None:
        self._exporting = None
        if sip.isdeleted(self):
            return
        self.progress.end()
        if work.result is not None:
            report: AnimationReport = work.result
            self._written = report.path
            text = tr_n(
                "The animation was saved to {}: one frame.", "The animation was saved to {}: %n frames.", report.frames
            ).format(report.path)
            problems = "; ".join(report.problems[:3])
            level = Qgis.MessageLevel.Warning if problems else Qgis.MessageLevel.Success
            self._report(f"{text} {problems}".strip(), level)
        elif work.was_cancelled:
            self._report(tr("The export was cancelled. No animation was created."), Qgis.MessageLevel.Info)
        else:
            self._report(work.problem, Qgis.MessageLevel.Critical)
        self._update_buttons()

    def open_folder(self) -> None:
        """Show the folder of the last animation."""
        path = Path(self._written)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))

    def _report(self, text: str, level: Qgis.MessageLevel) -> None:
        if self.isVisible():
            self.messages.pushMessage(html.escape(text), level, 0)  # the message bar renders HTML
        else:
            self._notify(text, level)

    # The window

    def give_up(self) -> None:
        """Cancel the running tasks and delete the dialog, when the plugin is unloaded."""
        self._later.stop()
        self._reading.drop()
        self._previewing.drop()
        if self._exporting is not None:
            self._exporting.cancel()
        sip.delete(self)

    def _update_buttons(self) -> None:
        is_running = self._exporting is not None
        self.form.setEnabled(not is_running)
        self.export_button.setEnabled(not is_running and bool(self.form.path()))
        self.folder_button.setEnabled(bool(self._written))

    def _make_widgets(self) -> None:
        self.messages, self.form = QgsMessageBar(self), AnimationForm(self._project, self)
        self.picture, self.estimate = QLabel(self), QLabel(self)
        self.picture.setFixedSize(*_PREVIEW_PX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Preview of one frame"))
        self.estimate.setTextFormat(Qt.TextFormat.PlainText)
        self.estimate.setWordWrap(True)
        self.progress = TaskProgress(self)
        self.progress.cancel_button.setText(tr("Cance&l the export"))
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.export_button = self.box.addButton(tr("E&xport"), role)
        self.folder_button = self.box.addButton(tr("&Open folder"), role)
        add_help_button(self.box, ANIMATION)
        for button in self.box.buttons():
            button.setAutoDefault(False)  # so that Enter in a field does not start the export
        whole = QVBoxLayout(self)
        for widget in (self.messages, self.form):
            whole.addWidget(widget)
        whole.addWidget(self.picture, 1, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.estimate, self.progress, self.box):
            whole.addWidget(widget)
        self.form.changed.connect(self.preview_again)
        self.export_button.clicked.connect(lambda _: self.start_export())
        self.folder_button.clicked.connect(lambda _: self.open_folder())
        self.box.rejected.connect(self.close)


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    """Return a size of the same shape that fits the preview."""
    scale = min(room / given for room, given in zip(_PREVIEW_PX, size))
    return max(round(size[0] * scale), 16), max(round(size[1] * scale), 16)


def open_animation_dialog(iface, case_path: str = "") -> AnimationDialog:
    """Show the export dialog, reusing an existing one that may still be exporting."""
    dialog = iface.mainWindow().findChild(QDialog, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if dialog is None:

        def notify(text: str, level: Qgis.MessageLevel) -> None:
            iface.messageBar().pushMessage("Syria Control", html.escape(text), level)

        dialog = AnimationDialog(iface.mainWindow(), QgsProject.instance(), iface.mapCanvas(), case_path, notify)
    dialog.show_case(case_path)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def close_animation_dialog(iface) -> None:
    """Cancel the running tasks and delete the dialog, for the plugin's ``unload``."""
    dialog = iface.mainWindow().findChild(QDialog, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if dialog is not None:
        dialog.give_up()

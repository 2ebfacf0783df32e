"""The form of an animation: widgets, and the values in them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from ...mapping.animation.animation import FASTEST_FPS, Pace
from ...mapping.animation.overlay import CORNERS, DATE
from ...mapping.animation.steps import DAYS, HOURS, UNITS, WEEKS
from ...mapping.animation.writers import FORMATS, default_format
from ...translation import tr

CANVAS, WHOLE = "canvas", "whole"
DATES = "dates"


class AnimationForm(QWidget):
    """The settings of an animation. ``changed``: the user has changed a setting."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self.content, self.extent, self.steps = QComboBox(self), QComboBox(self), QComboBox(self)
        self.count = _spin(QDoubleSpinBox(self), 1, 1 / 60, 1000)
        self.fps = _spin(QDoubleSpinBox(self), 10, 0.1, FASTEST_FPS)
        self.hold = _spin(QDoubleSpinBox(self), 0.8, 0.05, 3600)
        self.width_px, self.height_px = (_spin(QSpinBox(self), size, 16, 8192) for size in (1280, 720))
        self.marks = QCheckBox(tr("&Mark territory that changed hands"), self)
        self.grows = QCheckBox(tr("Let movements and corridors &grow"), self)
        self.legend = QCheckBox(tr("&Legend"), self)
        self.text, self.corner = QLineEdit(DATE, self), QComboBox(self)
        self.text.setToolTip(tr("{date} is replaced by the date of the frame. If empty, no text is shown."))
        self.file = QgsFileWidget(self)
        self._fill()
        self._lay_out()
        self._connect()
        self.show_layouts()

    def layout_name(self) -> str:
        """Return the print layout to animate; "" for the map."""
        return str(self.content.currentData() or "")

    def pace(self) -> Pace:
        return Pace(self.fps.value(), self.hold.value())

    def size(self) -> tuple[int, int]:
        return self.width_px.value(), self.height_px.value()

    def path(self) -> str:
        """Return the path of the animation, "" if none is set; a name without an extension gets the default one."""
        path = self.file.filePath().strip()
        return path if not path or Path(path).suffix else f"{path}.{default_format()}"

    def show_layouts(self) -> None:
        """List the map and the project's layouts; the chosen one stays if it still exists."""
        chosen = self.layout_name()
        was_blocked = self.content.blockSignals(True)
        self.content.clear()
        self.content.addItem(tr("Map view with the current layers"), "")
        for layout in self._project.layoutManager().printLayouts():
            self.content.addItem(tr("Print layout: {}").format(layout.name()), layout.name())
        self.content.setCurrentIndex(max(self.content.findData(chosen), 0))
        self.content.blockSignals(was_blocked)
        self._update()

    def _fill(self) -> None:
        self.extent.addItem(tr("Current map extent"), CANVAS)
        self.extent.addItem(tr("Full extent of the data"), WHOLE)
        self.steps.addItem(tr("Dates in the data"), DATES)
        for unit, label in ((HOURS, tr("Every N hours")), (DAYS, tr("Every N days")),
                            (WEEKS, tr("Every N weeks"))):  # fmt: skip
            self.steps.addItem(label, unit)
        corners = (tr("top left"), tr("top right"), tr("bottom left"), tr("bottom right"))
        for corner, label in zip(CORNERS, corners):
            self.corner.addItem(label, corner)
        for box in (self.marks, self.grows, self.legend):
            box.setChecked(True)
        self.fps.setSuffix(tr(" frames per second"))
        self.hold.setSuffix(tr(" s per step"))
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        first = default_format()
        names = sorted(FORMATS, key=lambda name: name != first)
        self.file.setFilter(";;".join(FORMATS[name] for name in names))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        rows = (
            (tr("Co&ntent"), self.content),
            (tr("&Extent"), self.extent),
            (tr("&Steps"), _row(self.steps, self.count)),
            (tr("S&peed"), _row(self.hold, self.fps)),
            (tr("Si&ze"), _row(self.width_px, QLabel("×", self), self.height_px, QLabel(tr("pixels"), self))),
            (tr("&Text"), _row(self.text, self.corner)),
            ("", self.marks),
            ("", self.grows),
            ("", self.legend),
            (tr("&File"), self.file),
        )
        for text, widget in rows:
            label = QLabel(text, self)
            children = widget.findChildren(QWidget) if type(widget) is QWidget else [widget]
            label.setBuddy(children[0])
            form.addRow(label, widget)

    def _connect(self) -> None:
        for box in (self.content, self.extent, self.steps, self.corner):
            box.currentIndexChanged.connect(lambda _: self._setting_changed())
        for box in (self.count, self.fps, self.hold, self.width_px, self.height_px):
            box.valueChanged.connect(lambda _: self._setting_changed())
        for box in (self.marks, self.grows, self.legend):
            box.toggled.connect(lambda _: self._setting_changed())
        self.text.textChanged.connect(lambda _: self._setting_changed())
        self.file.fileChanged.connect(lambda _: self._setting_changed())

    def _setting_changed(self) -> None:
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        is_map = not self.layout_name()
        for widget in (self.extent, self.marks, self.grows, self.legend, self.text, self.corner):
            widget.setEnabled(is_map)
        self.count.setEnabled(self.steps.currentData() in UNITS)


def _spin(box, value, least, most):
    box.setRange(least, most)
    box.setValue(value)
    box.setKeyboardTracking(False)
    return box


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget(widgets[0].parentWidget())
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return row

"""Animation orders: read from a form in the main thread, made in another thread, with a rough estimate of the size.

An order is of the map as the canvas shows it, or of a print layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProject, QgsTask
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

from ...case.case import Case, from_text
from ...case.corridors import has_stale_corridors
from ...case.statistics import note_of
from ...core.errors import AnimationError
from ...core.feedback import SubFeedback, report_progress
from ...mapping.animation.animation import AnimationReport, Pace, make_animation
from ...mapping.animation.layer_states import dates_of
from ...mapping.animation.layout_scene import LayoutScene
from ...mapping.animation.legend import Legend, legend_note
from ...mapping.animation.map_scene import MapScene, MapView, whole_extent
from ...mapping.animation.steps import Steps, case_dates, changed_territory, steps_for
from ...mapping.animation.writers import format_of
from ...mapping.layers.layers import control_layers
from ...mapping.text.corridor_text import with_stale_text
from ...translation import text_locale, tr, tr_n
from .form import CANVAS, AnimationForm

_CASE_SHARE = 0.1  # of the progress
# Size of an animation relative to its pictures as PNG files, measured on maps; PNG counts all pictures, the other
# formats only those that differ.
_SIZE_SHARES = {"mp4": 0.04, "webm": 0.04, "gif": 0.04, "webp": 0.08, "png": 1.0}


@dataclass(frozen=True)
class Order:
    """An animation as requested, ready to be made in another thread."""

    scene: object
    steps: Steps
    pace: Pace
    case: Case | None

    def changed(self, feedback) -> Mapping[int, np.ndarray]:
        return changed_territory(self.case, self.steps, feedback) if self.case is not None else {}


def make_ordered(order: Order, path: str, task: QgsTask) -> AnimationReport:
    """Make the animation of an order and close its scene; runs in a background thread."""
    if isinstance(order.scene, LayoutScene):
        order.scene.wait = lambda: report_progress(task, task.progress())
    try:
        changed = order.changed(SubFeedback(task, 0, 100 * _CASE_SHARE))
        return make_animation(
            order.scene, order.steps, order.pace, path, changed, feedback=SubFeedback(task, 100 * _CASE_SHARE, 100)
        )
    finally:
        order.scene.close()


def rough_text(order: Order, picture: QImage, size: tuple[int, int], path: str) -> str:
    """Estimate duration and file size of the animation in a sentence."""
    frames = len(order.steps) * order.pace.frames_a_step
    seconds, locale = frames / order.pace.fps, text_locale()
    if seconds < 100:
        length = tr("{} s").format(locale.toString(seconds, "f", 1))
    else:
        length = tr("{} min").format(locale.toString(seconds / 60, "f", 1))
    counts = tr_n("%n step", "%n steps", len(order.steps)), tr_n("%n frame", "%n frames", frames)
    size_text = locale.formattedDataSize(rough_bytes(order, picture, size, path))
    return tr("{}, {}, duration: {}, file size (very rough estimate): {}.").format(*counts, length, size_text)


def rough_bytes(order: Order, picture: QImage, size: tuple[int, int], path: str) -> int:
    """Estimate the file size from one picture of the animation, which may be smaller than its frames."""
    frames = len(order.steps) * order.pace.frames_a_step
    scale = size[0] * size[1] / max(picture.width() * picture.height(), 1)
    moves = order.case is not None or bool(np.any(order.scene.grows))
    kind = _ending(path)
    pictures = frames if moves or kind == "png" else len(order.steps)
    # The size of a map's PNG depends on its edges, which grow with the width.
    return int(_png_bytes(picture) * scale**0.5 * _SIZE_SHARES[kind] * pictures)


def _ending(path: str) -> str:
    try:
        return format_of(path)
    except AnimationError:
        return "mp4"


def _png_bytes(picture: QImage) -> int:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return data.size()


def order_of(
    form: AnimationForm, project: QgsProject, canvas: QgsMapCanvas, case_path: str, size: tuple[int, int]
) -> Order:
    """Return the order of an animation with frames of the given size.

    case_path  as in ``AnimationDialog``

    Raises AnimationError if the animation cannot be made.
    """
    name = form.layout_name()
    case = case_of(project, canvas, case_path)
    if name:
        layout = project.layoutManager().layoutByName(name)
        if layout is None:
            raise AnimationError(tr("The project has no print layout {!r}. Choose another.").format(name))
        scene = LayoutScene(layout, *size)
        return Order(scene, _steps(form, scene.dates()), form.pace(), None)
    layers = canvas.layers()
    if not layers:
        raise AnimationError(tr("The map view shows no layers. Turn on at least one layer."))
    marked = case if form.marks.isChecked() else None
    note = legend_note(
        with_stale_text(note_of(case), has_stale_corridors(case)) if case is not None else "", marked is not None
    )
    view = _view(form, project, canvas, size)
    legend = Legend(note) if form.legend.isChecked() else None
    scene = MapScene(layers, view, project, form.grows.isChecked(), form.text.text(), form.corner.currentData(), legend)
    dates = case_dates(case, from_text) if case is not None else dates_of(layers)
    return Order(scene, _steps(form, dates), form.pace(), marked)


def _view(form: AnimationForm, project: QgsProject, canvas: QgsMapCanvas, size: tuple[int, int]) -> MapView:
    crs = canvas.mapSettings().destinationCrs()
    is_whole = form.extent.currentData() != CANVAS
    extent = whole_extent(canvas.layers(), crs, project.transformContext()) if is_whole else canvas.extent()
    width, height = size
    background = canvas.canvasColor().name()
    return MapView(extent=extent, crs=crs, width=width, height=height, background=background, is_whole=is_whole)


def case_of(project: QgsProject, canvas: QgsMapCanvas, path: str) -> Case | None:
    """Return the case to animate, None if there is none; ``path`` as in ``AnimationDialog``."""
    if not path:
        shown = {layer.id() for layer in canvas.layers()}
        paths = [path for path, layer in control_layers(project).items() if layer.id() in shown]
        path = paths[0] if paths else ""
    return Case(path) if path else None


def _steps(form: AnimationForm, dates) -> Steps:
    return steps_for(dates, form.steps.currentData(), form.count.value())

"""The film that a form asks for, of the map as the canvas shows it or of a layout; its pieces taken up in the main
thread."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas

from ...core.errors import FilmError
from ...mapping.films.film_case import case_dates
from ...mapping.films.film_layers import dates_of
from ...mapping.films.film_layout import LayoutScene
from ...mapping.films.film_legend import Legend, legend_note
from ...mapping.films.film_map import MapScene
from ...mapping.films.film_steps import Steps, steps_for
from ...mapping.films.film_view import MapView, whole_extent
from ...mapping.layers.case_layers import control_layers
from ...sources.cases.case import Case, from_text
from ...translation import tr
from .film_form import CANVAS, FilmForm
from .film_job import Order


def order_of(form: FilmForm, project: QgsProject, canvas: QgsMapCanvas, case_path: str, size: tuple[int, int]) -> Order:
    """The film, its frames of about a size.

    case_path  as of the dialog. Raises SyriaControlError where the film can't be made
    """
    name = form.layout_name()
    case = _case(project, canvas, case_path)
    if name:
        layout = project.layoutManager().layoutByName(name)
        if layout is None:
            raise FilmError(tr("The project has no print layout {!r} any more.").format(name))
        scene = LayoutScene(layout, *size)
        return Order(scene, _steps(form, scene.dates()), form.pace(), None)
    layers = canvas.layers()
    if not layers:
        raise FilmError(tr("The map shows no layers."))
    marked = case if form.marks.isChecked() else None
    note = legend_note(case.setting("note") or "" if case is not None else "", marked is not None)
    view = _view(form, project, canvas, size)
    legend = Legend(note) if form.legend.isChecked() else None
    scene = MapScene(layers, view, project, form.grows.isChecked(), form.text.text(), form.corner.currentData(), legend)
    dates = case_dates(case, from_text) if case is not None else dates_of(layers)
    return Order(scene, _steps(form, dates), form.pace(), marked)


def _view(form: FilmForm, project: QgsProject, canvas: QgsMapCanvas, size: tuple[int, int]) -> MapView:
    crs = canvas.mapSettings().destinationCrs()
    is_whole = form.extent.currentData() != CANVAS
    extent = whole_extent(canvas.layers(), crs, project.transformContext()) if is_whole else canvas.extent()
    return MapView(extent, crs, *size, canvas.canvasColor().name(), is_whole=is_whole)


def _case(project: QgsProject, canvas: QgsMapCanvas, path: str) -> Case | None:
    if not path:
        shown = {layer.id() for layer in canvas.layers()}
        paths = [path for path, layer in control_layers(project).items() if layer.id() in shown]
        path = paths[0] if paths else ""
    return Case(path) if path else None


def _steps(form: FilmForm, dates) -> Steps:
    return steps_for(dates, form.steps.currentData(), form.count.value())

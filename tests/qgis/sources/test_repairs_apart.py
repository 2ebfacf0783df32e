"""Areas that take GEOS long to repair: an end within 2 s of cancel, and the same areas as without a process."""

import os
import time

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.errors import Cancelled, SourceError
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.core.geometry.polygons import repair_polygons, take_long
from syria_control_plugin.sources.files import reader_process
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.reader_process import repaired_polygons
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.maps.reports import area_of_interest
from tests.qgis.sources.test_reader_process import MOST_SECONDS, Impatient, readers_of

MILLIONS = 5_000_000


def ring(count, crossings=0):
    """A round area, of which neighbouring vertices have changed places here and there."""
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    vertices = np.column_stack([38 + np.cos(angle), 35 + np.sin(angle)])
    if crossings:
        first = np.linspace(1, count - 3, crossings).astype(int)
        vertices[first], vertices[first + 1] = vertices[first + 1], vertices[first].copy()
    return shapely.Polygon(vertices)


def scribble(count):
    return shapely.Polygon(np.random.default_rng(7).random((count, 2)) + [38, 35])


def comb(count):
    """A valid area with long slanting teeth: the box of each segment meets those of all others."""
    number = np.arange(count)
    vertices = np.column_stack([number / count + 5 * (number % 2), 5.0 * (number % 2)])
    return shapely.Polygon(np.vstack([vertices, [10, -1]]))


def seconds_to_end(geometry):
    """Seconds after the user cancelled."""
    progress = Impatient(1.0)
    with pytest.raises(Cancelled):
        repaired_polygons(geometry, progress)
    return time.monotonic() - progress.until


@pytest.mark.parametrize(
    "area", [lambda: ring(MILLIONS, 1000), lambda: scribble(1000), lambda: comb(30_000)], ids=["large", "small", "comb"]
)
def test_cancel_ends_a_repair_that_takes_minutes(area):
    assert seconds_to_end([shapely.box(36, 35, 37, 36), area()]) < MOST_SECONDS
    assert readers_of(os.getpid()) == []


@pytest.mark.parametrize("read", ["import", "preview", "area of interest"])
def test_cancel_ends_what_reads_such_an_area(tmp_path, maps, read):
    path = maps.geojson("a.geojson", ({"faction": "GOV", "date": "2017-10-01"}, scribble(1000)))
    (given,), _ = list_inputs([str(path)])
    progress = Impatient(1.5)
    with pytest.raises(Cancelled):
        if read == "import":
            import_maps(str(tmp_path / "case.gpkg"), [given], feedback=progress)
        elif read == "preview":
            look_at([given], feedback=progress)
        else:
            area_of_interest(given, progress)
    assert time.monotonic() - progress.until < MOST_SECONDS


def test_cancel_ends_the_repair_of_many_that_take_a_second_each():
    assert seconds_to_end([ring(40_000, 500), scribble(95), comb(4900)] * 20) < MOST_SECONDS


def test_a_repair_apart_is_the_same_as_here(monkeypatch):
    deep = shapely.from_wkt("POLYGON Z ((38 35 1, 39 36 1, 39 35 1, 38 36 1, 38 35 1))")
    many = shapely.GeometryCollection([ring(300, 5), shapely.Point(1, 1), shapely.LineString([(0, 0), (1, 1)])])
    given = [
        None, scribble(90), shapely.box(36, 35, 37, 36), deep, ring(60_000, 20), ring(210_000), many,
        shapely.Point(1, 2), shapely.MultiPolygon([ring(9000, 40), shapely.box(38, 35, 39, 36)]), shapely.Polygon(),
        ring(250_000, 1),
        shapely.LineString(np.arange(500_000.0).reshape(-1, 2)), shapely.Polygon([(0, 0), (1, np.nan), (1, 1)]),
    ]  # fmt: skip
    here = repair_polygons(given)
    for decide in (take_long, lambda geometry, tell: np.ones(len(geometry), bool)):
        monkeypatch.setattr(reader_process, "take_long", decide)
        apart = repaired_polygons(given, NO_FEEDBACK)
        assert shapely.to_wkb(apart.geometry).tolist() == shapely.to_wkb(here.geometry).tolist()
        assert (apart.repaired, apart.rejected, apart.flattened) == (here.repaired, here.rejected, here.flattened)
        assert {type(text) for text in apart.repaired.values()} == {type(text) for text in here.repaired.values()}


def test_what_is_quick_starts_no_process():
    quick = [None, shapely.box(36, 35, 37, 36), ring(49_000, 100), ring(190_000), scribble(60), shapely.Point(1, 2)]
    slow = [ring(60_000, 1), ring(210_000), scribble(200), comb(6000)]
    assert take_long([*quick, *slow]).tolist() == [False] * len(quick) + [True] * len(slow)


def test_a_valid_area_of_five_million_vertices_is_loaded():
    clean = repaired_polygons([ring(MILLIONS)], NO_FEEDBACK)
    assert shapely.get_num_coordinates(clean.geometry[0]) == MILLIONS + 1 and not clean.repaired and not clean.rejected


def test_a_repair_that_ends_for_want_of_memory_costs_its_rows_only(monkeypatch):
    def ends(*_):
        raise SourceError("no memory")

    monkeypatch.setattr(reader_process, "_apart", ends)
    clean = repaired_polygons([ring(60_000, 1), shapely.box(36, 35, 37, 36)], NO_FEEDBACK)
    assert clean.rejected == {0: "no memory"} and clean.geometry[0] is None and clean.geometry[1] is not None


def test_without_a_process_all_is_repaired_here(monkeypatch):
    monkeypatch.setattr(reader_process, "_python", lambda: None)
    clean = repaired_polygons([ring(60_000, 1)], NO_FEEDBACK)
    assert list(clean.repaired) == [0]

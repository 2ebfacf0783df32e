"""GeoJSON in metres: its own ``crs`` counts; without one, coordinates that are no degrees need CRS, and follow it."""

import json

import numpy as np
import pytest
import shapely

from syria_control_plugin.case.case import Case
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.events.reader import EventOptions
from syria_control_plugin.sources.files import reader_process
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions

METRES = shapely.box(4_118_821, 4_163_881, 4_129_953, 4_177_487)  # EPSG:3857
DEGREES = (37.0, 35.0, 37.1, 35.1)
MEMBER = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}


def write(folder, *shapes, lines=False, **members):
    features = [
        {"type": "Feature", "properties": {"faction": "GOV"}, "geometry": json.loads(shapely.to_geojson(shape))}
        for shape in shapes
    ]
    folder.mkdir(exist_ok=True)
    path = folder / f"2017-10-09.{'geojsonl' if lines else 'geojson'}"
    whole = json.dumps({"type": "FeatureCollection", **members, "features": features})
    path.write_text("\n".join(map(json.dumps, features)) + "\n" if lines else whole)
    return list_inputs([str(folder)])[0]


def held(tmp_path, inputs, crs=""):
    case = str(tmp_path / "case.gpkg")
    report = import_maps(case, inputs, ImportOptions(crs=crs, source="S"))
    territories = Case(case).territories("S")
    return shapely.total_bounds(territories.geometry(range(len(territories.fid)))), report


@pytest.mark.parametrize("lines", [False, True])
def test_metres_without_a_crs_are_asked_for_and_read_as_chosen(tmp_path, lines):
    inputs = write(tmp_path / "maps", METRES, lines=lines)
    with pytest.raises(SourceError, match="not degrees. Set CRS"):
        held(tmp_path, inputs)
    assert not (tmp_path / "case.gpkg").exists()
    assert np.allclose(held(tmp_path, inputs, "EPSG:3857")[0], DEGREES, atol=1e-3)


@pytest.mark.parametrize("crs", ["", "EPSG:32637", "EPSG:4326"])
def test_the_crs_of_the_file_counts_whatever_is_given_for_others(tmp_path, crs):
    inputs = write(tmp_path / "maps", METRES, crs=MEMBER)
    assert np.allclose(held(tmp_path, inputs, crs)[0], DEGREES, atol=1e-3)


@pytest.mark.parametrize("crs", ["", "EPSG:3857"])
def test_degrees_stay_degrees(tmp_path, crs):
    bounds, _ = held(tmp_path, write(tmp_path / "maps", shapely.box(*DEGREES)), crs)
    assert bounds.tolist() == [*DEGREES]


def test_a_single_row_that_is_out_of_range_is_a_bad_row_and_no_sign_of_another_crs(tmp_path):
    inputs = write(tmp_path / "maps", shapely.box(*DEGREES), shapely.box(37.1, 35, 37.2, 35.1), METRES)
    bounds, report = held(tmp_path, inputs, "EPSG:3857")
    assert bounds.tolist() == [37.0, 35.0, 37.2, 35.1]
    assert [str(issue.reason) for issue in report.issues] == ["coordinates out of range"]


def test_a_file_read_in_another_process_is_read_alike(tmp_path, monkeypatch):
    monkeypatch.setattr(reader_process, "must_be_apart", lambda path: True)
    inputs = write(tmp_path / "maps", METRES)
    assert np.allclose(held(tmp_path, inputs, "EPSG:3857")[0], DEGREES, atol=1e-3)


def test_events_in_metres_follow_the_crs(tmp_path):
    centre = shapely.centroid(METRES)
    point = json.loads(shapely.to_geojson(centre))
    sides = {"date": "2017-10-09", "side_a": "GOV", "side_b": "IS"}
    path = tmp_path / "e.geojson"
    feature = {"type": "Feature", "properties": sides, "geometry": point}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (given,), _ = list_inputs([str(path)])
    case = str(tmp_path / "case.gpkg")
    with pytest.raises(SourceError, match="not degrees. Set CRS"):
        import_events(case, given)
    assert import_events(case, given, EventOptions(crs="EPSG:3857")).counts.events == 1

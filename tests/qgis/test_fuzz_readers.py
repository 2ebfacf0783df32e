"""Every reader on rows, files and texts at random: it gives what is good, or raises an error of the plugin.

Bounded to seconds and the same in each run; with the environment's ``FUZZ_EXAMPLES=2000`` so many of each, at random.
"""

import copy
import datetime
import json
import os
import tempfile
import warnings
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syria_control_plugin.case.catalogue import RESOURCES, load_theme, shipped_factions
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import SyriaControlError
from syria_control_plugin.core.factions.factions import Factions
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.sources.events.columns import EventOptions
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.events.reader import KNOWN, read_events
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.tables import SourceTable, rows_checksum
from syria_control_plugin.sources.maps.detection import FieldOverrides
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.maps.reports import ReportOptions, import_reports, read_places, read_reports
from syria_control_plugin.sources.movements.importing import import_movements
from syria_control_plugin.sources.movements.options import MovementOptions
from syria_control_plugin.sources.movements.reader import read_movements

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
FACTIONS = shipped_factions()
LINE, FIXES = ("id", "mover", "date", "wkt"), ("track_id", "mover", "time", "lon", "lat")
PLAIN = ("date", "side_a", "side_b", "lon", "lat", "kind", "reach_km")
REPORTS = ("place", "lon", "lat", "date", "holder")
EVENTS = [(*layout.needs, "longitude", "latitude", "type_of_violence") for layout in KNOWN]
MAPS, PERIODS = ("faction", "date"), ("faction", "valid_from", "valid_to")

ODD_TEXTS = [
    "", " ", "'; DROP TABLE x; --", "<b>", "=cmd|' /C calc'!A0", "\u202eabc", "a\u0301\u0301", "\0", "\ud800",
    "x" * 10_000, "nan", "inf", "1e999", "-", "[% 1 %]", "٢٠١٧-١٠-٢٤", "²", "5/6/2017", "24.10.2017", "0000-00-00",
    "9999-12-31", "99999-01-01", "-4712-01-01", "2017-02-30", "1508803200", "2017-10-24T12:00:00+99:99", "25:61",
    "SRID=99999;POINT (1 2)", "LINESTRING EMPTY", "LINESTRING (36 35)", "POINT (nan nan)",
    "LINESTRING M (36 35 1508803200, 37 36 1508810000)",
]  # fmt: skip
ODD_NUMBERS = [20171024, 2**63, -(2**63), 10**40, 1508803200, 1508803200000, float("nan"), float("inf"), 1e308, -0.0]
ODD = st.one_of(
    st.none(), st.sampled_from(ODD_TEXTS), st.sampled_from(ODD_NUMBERS), st.text(max_size=9), st.integers(),
    st.floats(), st.booleans(), st.dates(), st.datetimes(),
    st.datetimes(timezones=st.just(datetime.timezone.utc)))  # fmt: skip
GOOD = {
    "lon": ["36", "37.5", 36.1, "35,5"], "date": ["2017-10-24", "2017-10-25T12:00:00", "2017-11-01", 20171202],
    "who": ["GOV", "IS", "HTS", "Somebody"], "kind": ["fight", "strike"], "code": [1, 2, "1"],
    "wkt": ["LINESTRING (36 35, 37 36)", "POINT (36 35)", "MULTILINESTRING ((36 35, 37 36), (37 36, 38 36))"],
    "text": ["a", "b", 1, 2.0],
}  # fmt: skip
FITS = {
    "lon": ("lon", "lat", "longitude", "latitude"),
    "who": ("faction", "mover", "holder", "side_a", "side_b", "actor1", "actor2"),
    "date": ("date", "time", "valid_from", "valid_to", "event_date", "date_start", "date_end"),
    "kind": ("kind", "event_type"),
    "code": ("time_precision", "geo_precision", "date_prec", "where_prec", "type_of_violence", "is_exact_date",
             "reach_km"),
    "wkt": ("wkt",),
}  # fmt: skip
OTHERS = [
    "name",
    "source",
    "series",
    "movement",
    "movement_date",
    "label",
    "fid",
    "geom",
    "",
    "x'; DROP",
    "Date ",
    "\0n",
]
NUMBER = st.one_of(st.floats(-200, 200), st.sampled_from([180.0, -180.0, 90.0, 1e9, 1e308, float("nan"), float("inf")]))
VERTEX = st.one_of(st.tuples(st.floats(35, 38), st.floats(34, 37)), st.tuples(NUMBER, NUMBER))
ODD_SHAPES = [
    "POLYGON EMPTY", "POINT EMPTY", "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 1 0, 1 1, 0 0)))",
    "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION EMPTY)", "POLYGON Z ((36 35 1, 37 35 2, 37 36 3, 36 35 1))",
]  # fmt: skip
CRS = ["", "", "", "EPSG:4326", "EPSG:3857", "EPSG:32637", "EPSG:4979", "nonsense", 'LOCAL_CS["paper"]', "\0"]


def made(kind, vertices):
    """The shape, None where Shapely makes none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return kind(vertices)
        except (ValueError, shapely.errors.ShapelyError):
            return None


def shapes(*kinds, most=5):
    return st.one_of(
        st.none(),
        st.sampled_from([shapely.from_wkt(text) for text in ODD_SHAPES]),
        *(st.lists(VERTEX, min_size=1, max_size=most).map(partial(made, kind)) for kind in kinds),
    )


@st.composite
def tables(draw, *layouts, kinds=()):
    """A table of one of the layouts, mostly as it should be, with odd values, columns, shapes and CRS among it."""
    count = draw(st.integers(0, 6))
    wanted = draw(st.sampled_from(layouts))
    names = [name for name in wanted if draw(st.integers(0, 14))] + draw(st.lists(st.sampled_from(OTHERS), max_size=2))
    columns = {}
    for name in dict.fromkeys(names):
        kind = next((kind for kind, fitting in FITS.items() if name in fitting), "text")
        good = st.sampled_from(GOOD[kind])
        values = draw(st.sampled_from([good, good, st.one_of(good, ODD), ODD]))
        columns[name] = draw(st.lists(values, min_size=count, max_size=count))
    geometry = np.empty(count, object)
    if kinds and draw(st.booleans()):
        geometry[:] = draw(st.lists(shapes(*kinds), min_size=count, max_size=count))
    measures = {}
    for row, shape in enumerate(geometry):
        vertices = int(shapely.get_num_coordinates(shape))
        if shape is not None and shape.geom_type.endswith("LineString") and draw(st.booleans()):
            start = draw(st.sampled_from([1508803200.0, 0.0, float("nan"), -1e300]))
            measures[row] = start + 60.0 * np.arange(vertices)
    broken = draw(st.sampled_from([{}, {}, {count: "reading stopped here"}, {0: "odd"} if count else {}]))
    folders = tuple(
        draw(st.lists(st.sampled_from(["2017-10-24", "GOV 2017-10-24", "5.6.2017", "x", ""]), min_size=1, max_size=3))
    )
    return SourceTable("f.csv", folders[0], folders, columns, np.arange(count), geometry, draw(st.sampled_from(CRS)),
                       {"date": "2017-10-24"}, broken, measures)  # fmt: skip


class Given:
    """A table as an input."""

    folder, note = "folder", ""

    def __init__(self, table, key="f.csv"):
        self.table, self.key, self.names = table, key, table.names

    def checksum(self, feedback=None):
        return rows_checksum([self.table])

    def tables(self, with_properties=False, feedback=None):
        return [self.table]


def told(read, *arguments):
    """What is read, None where an error of the plugin says, in words, why it is not; any other error goes on."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # of arithmetic with what is no number
            return read(*arguments)
    except SyriaControlError as error:
        assert len(str(error)) > 15
    return None


def fuzz(examples):
    return settings(
        max_examples=EXAMPLES or examples, deadline=None, derandomize=not EXAMPLES, database=None,
        suppress_health_check=list(HealthCheck))  # fmt: skip


def all_told(report: ImportReport, count: int) -> bool:
    """Whether each row that was read is loaded or in the report."""
    rejected = {issue.row for issue in report.issues if issue.row is not None}
    return report.rows_loaded + len(rejected) >= count or any(issue.row is None for issue in report.issues)


ORDERS = st.sampled_from([None, *DateOrder])
LINES = (shapely.LineString, shapely.Point, lambda ends: shapely.MultiLineString([ends, ends[::-1]]))


@fuzz(150)
@given(tables(LINE, FIXES, kinds=LINES), ORDERS, st.sampled_from(["", "EPSG:32637"]))
def test_movements(table, order, crs):
    report = ImportReport()
    if told(read_movements, table, MovementOptions(date_order=order, crs=crs), FACTIONS, report) is not None:
        assert all_told(report, len(table))


@fuzz(150)
@given(tables(PLAIN, *EVENTS, kinds=(shapely.Point, shapely.Polygon)), ORDERS)
def test_events(table, order):
    report = ImportReport()
    found = told(read_events, table, EventOptions(date_order=order), FACTIONS, report)
    if found is not None:
        assert len(found[0]) == report.rows_loaded and all_told(report, len(table))


@fuzz(100)
@given(tables(REPORTS, kinds=(shapely.Point,)), ORDERS, st.booleans())
def test_reports(table, order, is_own):
    def read():
        report, options = ImportReport(), ReportOptions(date_order=order)
        read_reports(table, read_places(table, options, report, is_own), FACTIONS, options, report)
        assert all_told(report, len(table))

    told(read)


GROUND = (shapely.Polygon, lambda ring: shapely.MultiPolygon([shapely.Polygon(ring)] * 2), shapely.LineString)


@fuzz(40)
@given(tables(MAPS, PERIODS, kinds=GROUND), tables(MAPS, kinds=GROUND), ORDERS, st.sampled_from([(), ("GOV",)]))
def test_maps(one, two, order, precedence):
    """A look at them tells all in its answer; an import makes a whole case, or none."""
    options = ImportOptions(overrides=FieldOverrides(date_order=order), precedence=precedence)
    look_at([Given(one), Given(two, "g.csv")], options, seconds=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.gpkg")
        report = told(import_maps, path, [Given(one), Given(two, "g.csv")], options)
        assert os.listdir(folder) == ([] if report is None else ["case.gpkg"])


@fuzz(8)
@given(tables(REPORTS, kinds=()), tables(LINE, FIXES, kinds=LINES), tables(PLAIN, kinds=(shapely.Point,)))
def test_tables_into_a_case(reports, movements, events):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.gpkg")
        told(import_reports, path, Given(reports))
        told(import_movements, path, [Given(movements)])
        told(import_events, path, Given(events))


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(ODD_TEXTS)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
THEME = json.loads((RESOURCES / "themes" / "published_2017_10_24.json").read_text(encoding="utf-8"))
RECORDS = json.loads((RESOURCES / "factions.json").read_text(encoding="utf-8"))[:3]


def places_in(record, path=()):
    """Every place in a JSON document."""
    yield path
    inside = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    for key, value in inside:
        yield from places_in(value, (*path, key))


def changed(record, path, value):
    if not path:
        return value
    made = copy.deepcopy(record)
    *way, last = path
    inside = made
    for key in way:
        inside = inside[key]
    inside[last] = value
    return made


@fuzz(150)
@given(st.sampled_from(list(places_in(THEME))), JSON)
def test_themes(path, value):
    theme = told(Theme.from_dict, changed(THEME, path, value))
    if theme is not None:
        assert Theme.from_dict(json.loads(json.dumps(theme.to_dict()))) == theme
        theme.classes_for(["GOV", "nobody knows"])


@fuzz(150)
@given(st.sampled_from(list(places_in(RECORDS))), JSON)
def test_factions(path, value):
    factions = told(Factions.from_records, changed(RECORDS, path, value))
    if factions is not None:
        factions.resolve("GOV")


@fuzz(40)
@given(st.binary(max_size=60), st.integers(0, 400))
def test_theme_files(content, place):
    text = (RESOURCES / "themes" / "published_2017_10_24.json").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "theme.json")
        path.write_bytes(text[:place] + content + text[place + len(content) :])
        told(load_theme, str(path))


BOX = shapely.box(36, 35, 37, 36)
FILES = {
    "2017-10-24.geojson": json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"faction": "GOV"}, "geometry": shapely.geometry.mapping(BOX)}]}),
    "2017-10-24.kml": '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>GOV'
    "</name><Polygon><outerBoundaryIs><LinearRing><coordinates>36,35 37,35 37,36 36,35</coordinates></LinearRing>"
    "</outerBoundaryIs></Polygon></Placemark></Document></kml>",
    "GOV.gpx": '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>A</name>'
    '<trkseg><trkpt lat="35" lon="36"><time>2017-10-24T00:00:00Z</time></trkpt><trkpt lat="35.1" lon="36"><time>'
    "2017-10-24T01:00:00Z</time></trkpt></trkseg></trk></gpx>",
    "events.csv": "id,date,side_a,side_b,lon,lat\n1,2017-10-24,GOV,IS,36,35\n2,2017-10-25,IS,GOV,36.5,35\n",
    "reports.csv": "place,lon,lat,date,holder\nA,36,35,2017-10-24,GOV\nB,36.1,35.1,2017-10-24,IS\n",
    "2017-10-24.gml": '<?xml version="1.0"?><c xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><m><faction>GOV'
    "</faction><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>36,35 37,35 37,36 36,35"
    "</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></m></gml:featureMember></c>",
}  # fmt: skip


def load(path, case):
    """Brings a file into a case by the import that its name asks for."""
    (given,), _ = list_inputs([path])
    name = os.path.basename(path)
    if name == "events.csv":
        return import_events(case, given)
    if name == "reports.csv":
        return import_reports(case, given)
    return (
        import_movements(case, [given], MovementOptions(faction="GOV"))
        if name == "GOV.gpx"
        else import_maps(case, [given])
    )


@pytest.mark.parametrize("name", FILES)
def test_whole_files_are_read(name, tmp_path):
    """So that what is damaged below is not refused for another reason."""
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    assert load(str(tmp_path / name), str(tmp_path / "case.gpkg")).rows_loaded > 0


@fuzz(40)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40), st.booleans())
def test_files_with_bytes_put_in_taken_out_and_cut_off(name, place, more, less, is_cut):
    content = FILES[name].encode()
    at = round(place * len(content))
    content = content[:at] + more + (b"" if is_cut else content[at + less :])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        Path(path).write_bytes(content)
        report = told(load, path, os.path.join(folder, "case.gpkg"))
        assert sorted(os.listdir(folder)) == sorted([name] if report is None else [name, "case.gpkg"])

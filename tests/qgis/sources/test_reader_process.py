"""Large files are read in a process of their own: the same tables, an end within 2 s of cancel, a limit of memory."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal

from syria_control_plugin.core.errors import Cancelled, InstallError, SourceError
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.core.messages import Message
from syria_control_plugin.gui.tasks import FunctionTask
from syria_control_plugin.sources.files import reader_process, row_transfer
from syria_control_plugin.sources.files.gdal_reader import LayerRows, read_file
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.reader_process import read_tables
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.qgis_python import IsolatedPython

MOST_SECONDS = 2.0
ROOT = Path(reader_process.__file__).parents[3]
TRACK = (
    '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>A</name><trkseg>'
    '<trkpt lat="35" lon="36"><time>2017-10-24T00:00:00Z</time></trkpt><trkpt lat="35.1" lon="36"><time>'
    "2017-10-24T01:00:00Z</time></trkpt></trkseg></trk></gpx>"
)
GML = (
    '<?xml version="1.0"?><c xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><m><faction>GOV</faction>'
    "<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>36,35 37,35 37,36 36,35</gml:coordinates>"
    "</gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></m></gml:featureMember></c>"
)
TOPOLOGY = {
    "type": "Topology", "arcs": [[[36, 35], [37, 35], [37, 36], [36, 35]]],
    "objects": {"control": {"type": "GeometryCollection", "geometries": [
        {"type": "Polygon", "arcs": [[0]], "properties": {"faction": "GOV"}}]}},
}  # fmt: skip


class Impatient:
    """Progress that is cancelled some seconds after it was made."""

    def __init__(self, seconds):
        self.until = time.monotonic() + seconds

    def setProgress(self, percent):
        pass

    def isCanceled(self):
        return time.monotonic() > self.until


@pytest.fixture
def apart(monkeypatch):
    """Everything is read in a process of its own."""
    monkeypatch.setattr(reader_process, "LARGE_BYTES", -1)
    monkeypatch.setattr(reader_process, "_BY_ROWS", frozenset())


@pytest.fixture
def processes(monkeypatch):
    """How many reading processes ended, and that none is left."""
    ended, run = [], IsolatedPython.run

    def counted(python, *arguments, **options):
        try:
            return run(python, *arguments, **options)
        finally:
            if options.get("given"):  # others look for the program
                ended.append(readers_of(os.getpid()))

    monkeypatch.setattr(IsolatedPython, "run", counted)
    return ended


def odd_rows(maps):
    box = maps.strip(36, 37)
    return [
        ({"faction": "GOV", "note": 'line\nbreak; "quotes" ünï'}, box),
        ({"faction": "", "note": None}, None),
        ({"faction": "IS", "note": "Z"}, "POLYGON Z ((36 35 1,37 35 1,37 36 1,36 35 1))"),
        ({"faction": "SDF", "note": "two"}, shapely.MultiPolygon([box, maps.strip(38, 39)])),
    ]


def files(maps):
    rows, boxes = odd_rows(maps), [({"faction": "GOV"}, maps.strip(36, 37))]
    ring = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36]]]}  # not closed
    return {
        "geojson": maps.geojson("a.geojson", *rows, ({"faction": "GOV"}, ring), date="2017-10-01", name="x"),
        "cut off": maps.text("cut.geojson", maps.geojson("b.geojson", *rows).read_text()[:-40]),
        "kml": maps.ogr("a.kml", "KML", {"GOV": boxes, "IS": boxes}),
        "gml": maps.text("a.gml", GML),
        "gpx": maps.text("a.gpx", TRACK),
        "topojson": maps.text("a.topojson", json.dumps(TOPOLOGY)),
        "gpkg": maps.ogr("a.gpkg", "GPKG", {"a": rows, "b": boxes}, metadata={"DATE": "2017-10-01"}),
        "shp": maps.ogr("a.shp", "ESRI Shapefile", {"a": boxes}),
        "fgb": maps.ogr("a.fgb", "FlatGeobuf", {"a": boxes}, epsg=32637),
        "xlsx": maps.ogr("a.xlsx", "XLSX", {"a": [({"id": "1", "date": "2017-10-01"}, None)]}),
        "ods": maps.ogr("a.ods", "ODS", {"a": [({"id": "1", "date": "2017-10-01"}, None)]}),
        "name that is no text": maps.geojson(os.fsdecode(b"\xff.geojson"), *boxes),
    }


FORMATS = ["geojson", "cut off", "kml", "gml", "gpx", "topojson", "gpkg", "shp", "fgb", "xlsx", "ods",
           "name that is no text"]  # fmt: skip


def everything(table):
    """A table as what compares exactly: its parts, the geometries as WKB."""
    blobs = shapely.to_wkb(table.geometry, output_dimension=3).tolist()
    measures = {row: values.tolist() for row, values in table.measures.items()}
    unreadable = {row: (str(why), getattr(why, "template", "")) for row, why in table.unreadable.items()}
    parts = (table.file, table.layer, table.names, table.columns, table.crs, table.properties)
    return repr((*parts, table.rows.tolist(), table.rows.dtype, blobs, measures, unreadable))


@pytest.mark.parametrize("kind", FORMATS)
def test_the_tables_are_the_same(maps, apart, processes, kind):
    path = str(files(maps)[kind])
    asked = (path, "key", ("a", "folder"), "", True)
    try:
        here = read_file(*asked)
    except SourceError as error:
        with pytest.raises(SourceError) as raised:
            read_tables(*asked, NO_FEEDBACK)
        assert str(raised.value) == str(error) and raised.value.args[0].template == error.args[0].template
    else:
        assert [*map(everything, read_tables(*asked, NO_FEEDBACK))] == [*map(everything, here)]
    assert processes == [[]], "one was started, none is left"


def test_lines_with_measures_and_rows_that_cannot_be_built(tmp_path):
    """What no small file of the above has: each kind of value that rows can have comes through."""
    line = shapely.from_wkt("LINESTRING(0 0, 1 1)").wkb
    columns = {"n": [1, None, 2**60, -1], "x": [float("inf"), 0.1, None, 1e300], "t": ["\udcff", "\0", "", None]}
    numbers, blobs = np.array([3, 1, 2, 2**40]), [line, None, b"", b"\x01\x03"]
    cut_off = Message("reading stopped: {}", Message("it {}", 1))
    rows = LayerRows("layer", ("a", "b"), columns, numbers, blobs, "", cut_off, {"a": "b"})
    row_transfer._write_arrays(tmp_path, 0, rows)
    (tmp_path / "layers.json").write_text(json.dumps({"layers": [row_transfer._described(rows)]}), encoding="ascii")
    (back,) = row_transfer.received_rows(str(tmp_path), NO_FEEDBACK)
    assert repr(back) == repr(rows)
    assert back.cut_off.template == rows.cut_off.template and back.cut_off.args[0].args == (1,)
    assert not [path for path in tmp_path.iterdir() if b"\x80\x04" == path.read_bytes()[:2]], "a pickle"


def test_small_files_and_files_read_row_by_row_start_no_process(maps, processes, monkeypatch):
    made = files(maps)
    for kind in ("geojson", "shp", "fgb", "gpkg"):
        list_inputs([str(made[kind])])[0][0].tables()
    monkeypatch.setattr(reader_process, "LARGE_BYTES", 0)
    for kind in ("shp", "fgb", "gpkg"):
        list_inputs([str(made[kind])])[0][0].tables()
    assert processes == []
    list_inputs([str(made["geojson"])])[0][0].tables()
    assert len(processes) == 1


def test_large_members_of_zips_are_read_apart(maps, processes, monkeypatch):
    """By their size unpacked: a small zip may hold a lot."""
    monkeypatch.setattr(reader_process, "LARGE_BYTES", 10_000)
    path = maps.geojson("2017-10-01.geojson", ({"faction": "GOV", "note": "x" * 20_000}, maps.strip(36, 37)))
    archive = maps.at("in/a.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.write(path, path.name)
    assert archive.stat().st_size < 10_000
    ((table,),) = (each.tables() for each in list_inputs([str(archive)])[0])
    assert len(table) == 1 and len(processes) == 1


@pytest.fixture
def endless(maps):
    """A GeoPackage with a view whose query never gives a row."""
    path = maps.ogr("2017-10-01.gpkg", "GPKG", {"a": [({"faction": "GOV"}, maps.strip(36, 37))]})
    query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS faction FROM n WHERE i < 0"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE VIEW v AS {query}")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('v', 'attributes', 'v')"
        )
    return path


@pytest.mark.parametrize("how", ["import", "preview"])
def test_cancel_ends_what_never_ends(endless, case, processes, how):
    inputs, _ = list_inputs([str(endless)])
    progress = Impatient(1.0)
    with pytest.raises(Cancelled):
        if how == "preview":
            look_at(inputs, feedback=progress)
        else:
            load(case, inputs, progress)
    assert time.monotonic() - progress.until < MOST_SECONDS
    assert processes == [[]]
    assert not Path(case.path).exists()


class CancelledAt:
    """Progress that is cancelled when it is asked for the n-th time; counts how often it is asked."""

    def __init__(self, number=None):
        self.number, self.asked = number, 0

    def setProgress(self, percent):
        pass

    def isCanceled(self):
        self.asked += 1
        return self.number is not None and self.asked >= self.number


def test_cancel_at_any_step_of_an_import_leaves_the_case_as_it_was(maps, case):
    """It is asked at every row that is read, kept or written, so a file of many rows is left as soon."""
    rows = [({"faction": who}, maps.strip(west, west + 2)) for west, who in ((36, "GOV"), (37, "IS"), (40, "GOV"))]
    bow = "POLYGON ((50 35, 51 36, 51 35, 50 36, 50 35))"
    maps.geojson("2017-10-01.geojson", *rows * 20, ({"faction": "SDF"}, bow))
    case.load(maps("2017-09-01.geojson", "GOV 36-37"), source="s")
    before = case.state
    inputs, _ = list_inputs([str(maps.folder)])
    whole = CancelledAt()
    copy = shutil.copy(case.path, Path(case.path).with_name("other.gpkg"))
    import_maps(str(copy), inputs, ImportOptions(source="s"), whole)
    assert whole.asked > 3 * 61, "read, resolved and kept"
    for number in sorted({1, *np.linspace(1, whole.asked, 25).astype(int).tolist()}):
        with pytest.raises(Cancelled):
            import_maps(case.path, inputs, ImportOptions(source="s"), CancelledAt(number))
        assert case.state == before
        assert [path.name for path in Path(case.path).parent.iterdir() if path.name.startswith(".")] == []


def load(case, inputs, progress):
    return import_maps(case.path, inputs, feedback=progress)


def test_cancel_from_a_task_of_qgis(endless, case, processes, qgis_app):
    """In QGIS's worker thread, which has no event loop, while the main thread's goes on."""
    inputs, _ = list_inputs([str(endless)])
    ended = []
    task = FunctionTask("reading", lambda progress: load(case, inputs, progress), ended.append)
    qgis_app.taskManager().addTask(task)
    begun = time.monotonic()
    while time.monotonic() - begun < 1.5:
        qgis_app.processEvents()
    task.cancel()
    cancelled = time.monotonic()
    while not ended and time.monotonic() - cancelled < 10:
        qgis_app.processEvents()
    assert ended == [task] and task.was_cancelled
    assert time.monotonic() - cancelled < MOST_SECONDS
    assert processes == [[]]


def test_a_file_that_needs_more_memory_than_there_is(maps, case, monkeypatch):
    good = maps("2017-10-01.geojson", "GOV 36-37")
    huge = maps.at("2017-10-02.kml")
    huge.write_text('<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>')
    os.truncate(huge, 2 * reader_process.memory_bytes())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.monotonic()
    case.load(good, huge)
    assert time.monotonic() - begun < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "KB of memory"
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    ((file, _, _, why, _),) = case.issues()
    assert file == huge.name and "of memory" in why


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is one of Linux")
def test_a_process_that_meets_its_limit_of_memory_costs_its_file_only(maps, case, apart, monkeypatch):
    good = maps("2017-10-01.geojson", "GOV 36-37")
    row = ({"faction": "IS", "note": "x" * 1000}, maps.strip(36, 37))
    large = maps.geojson("2017-10-02.geojson", *[row] * 100_000)
    monkeypatch.setattr(reader_process, "memory_bytes", lambda: 600 * 1024**2)
    case.load(good, large)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    ((file, _, _, why, _),) = case.issues()
    assert file == large.name and "ended without a result" in why and "0.6 GB" in why


@pytest.mark.parametrize("why", ["no program", "cannot import", "another GDAL"])
def test_without_a_process_it_is_read_here(maps, apart, monkeypatch, why):
    monkeypatch.setattr(reader_process, "_failed", set())
    if why == "no program":
        monkeypatch.setattr(reader_process, "_python", lambda: None)
    elif why == "cannot import":
        monkeypatch.setattr(reader_process, "_module_folders", lambda: [])
    else:
        monkeypatch.setattr(gdal, "VersionInfo", lambda *_: "another")
    path = str(maps("2017-10-01.geojson", "GOV 36-37"))
    (table,) = read_tables(path, "key", ("a",), "", False, NO_FEEDBACK)
    assert table.columns["faction"] == ["GOV"]


def test_no_program_at_all(monkeypatch):
    def none(progress):
        raise InstallError("none")

    reader_process._python.cache_clear()
    monkeypatch.setattr(reader_process, "find_python", none)
    assert reader_process._python() is None
    reader_process._python.cache_clear()


def test_modules_of_the_working_directory_are_never_imported(maps, apart, tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    for name in ("numpy", "json", "osgeo", "shapely", "sitecustomize", "usercustomize", "syria_control_plugin"):
        (here / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(here)
    monkeypatch.setenv("PYTHONPATH", str(here))
    path = maps("2017-10-01.geojson", "GOV 36-37")
    (here / path.name).write_bytes(path.read_bytes())
    assert len(read_tables(str(here / path.name), "key", ("a",), "", False, NO_FEEDBACK)) == 1
    assert reader_process._failed == set()
    assert not (tmp_path / "ran").exists()


def test_nothing_is_left_in_the_temporary_folder(maps, endless, case, tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    modes = []
    gone = threading.Event()

    def watch():
        while not gone.wait(0.02):
            modes.extend(path.stat().st_mode & 0o777 for path in folder.iterdir())

    watcher = threading.Thread(target=watch)
    watcher.start()
    with pytest.raises(Cancelled):
        load(case, list_inputs([str(endless)])[0], Impatient(0.5))
    gone.set()
    watcher.join()
    assert set(modes) == {0o700} and list(folder.iterdir()) == []


PARENT = """
import sys
from syria_control_plugin.sources.files.reader_process import read_tables
from syria_control_plugin.core.feedback import NO_FEEDBACK
read_tables(sys.argv[1], "key", ("a",), "", False, NO_FEEDBACK)
"""


def test_a_process_ends_with_the_qgis_that_started_it(endless, tmp_path):
    environment = {**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONPATH": os.pathsep.join(sys.path)}
    (tmp_path / "temporary").mkdir()
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(endless)], env=environment, cwd=ROOT)
    child = awaited(lambda: readers_of(parent.pid))
    assert awaited(lambda: any(has_open(number, endless) for number in child)), "it watches its parent by then"
    parent.kill()
    parent.wait()
    assert awaited(lambda: not any(Path(f"/proc/{number}").exists() for number in child))
    assert awaited(lambda: not list((tmp_path / "temporary").iterdir()))


def readers_of(number):
    """Ids of the processes that read files for a process, from /proc, as ps is not installed everywhere."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if parent == str(number) and b"read_job" in (folder / "cmdline").read_bytes():
                found.append(folder.name)
    return found


def has_open(number, path):
    with suppress(OSError):
        return any(os.readlink(each) == str(path) for each in Path(f"/proc/{number}/fd").iterdir())
    return False


def awaited(claim, seconds=30):
    until = time.monotonic() + seconds
    while not (found := claim()) and time.monotonic() < until:
        time.sleep(0.05)
    return found

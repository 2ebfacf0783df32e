"""Names made to harm in all that the toolbox writes; layers that go while it runs; ground at the edges of the map."""

import csv
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from threading import Event

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, Qt, QThread, QTimer, pyqtSignal

FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")']
NAMES = [
    *FORMULAS, "O'Neill's \"own\"", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[% 20 + 22 %]",
    "'; DROP TABLE territories; --", "../../etc/passwd", "\u202eجيش الغرباء", "a\u0301\u0327\u0489" * 20, "x" * 10_000,
    "%s {0}",
]  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
TO_CSV = {
    "areaovertime": {}, "changematrix": {}, "controlchanges": {}, "frontlines": {}, "pockets": {"ENCLOSED": 0},
    "territoriesondate": {"DATE": "2017-10-09T00:00:00"}, "checkseries": {},
}  # fmt: skip
PAGE_TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr",
             "th", "td", "b", "i", "br", "section", "article", "dl", "dt", "dd", "thead", "tbody", "header", "footer",
             "span", "div", "small", "strong", "em", "abbr", "svg"}  # fmt: skip


@pytest.fixture
def hostile(kit):
    """Each name holds a square; on the second day it has passed to the next name."""
    rows = [
        (name, f"2017-10-{8 + day:02d}", kit.square((number + day) % len(NAMES), 0))
        for number, name in enumerate(NAMES)
        for day in (0, 1)
    ]
    return kit.layer("=maps <b>", rows, fields=("faction:string(20000)", "date"))


def cells(path) -> list[str]:
    with open(path, newline="", encoding="utf-8-sig") as file:
        return [cell for row in csv.reader(file) for cell in row]


def is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False


def foreign_tags(path) -> list[str]:
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            handlers = [name for name, _ in attributes if name.startswith("on")]
            if tag not in PAGE_TAGS or handlers:
                found.append(tag)

    Reader().feed(Path(path).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", TO_CSV)
def test_no_cell_of_a_csv_file_is_a_formula(kit, hostile, name):
    output = kit.folder / "out.csv"
    more = {"CSV": str(kit.folder / "more.csv")} if name == "changematrix" else {}
    kit.run(name, {"INPUT": hostile, "OUTPUT": str(output), **TO_CSV[name], **more})
    written = [cell for path in kit.folder.glob("*.csv") for cell in cells(path)]
    assert [cell for cell in written if cell.startswith(FORMULA_SIGNS) and not is_number(cell)] == []
    if name != "checkseries":
        assert any(cell == "'" + FORMULAS[0] for cell in written), "the names are there all the same"


def test_names_go_through_import_style_page_print_and_film(kit, hostile):
    folder = kit.folder
    case, page = folder / "case.gpkg", folder / "import.html"
    kit.run("importcontrolseries", {"INPUT": hostile, "SOURCE": NAMES[0], "OUTPUT": str(case), "REPORT": str(page)})
    names = {values[0] for values in kit.values(kit.output({"OUTPUT": f"{case}|layername=territories"}), "faction")}
    assert names == {name.replace("; ", ", ")[:200] for name in NAMES}
    layer = kit.output({"OUTPUT": f"{case}|layername=control_map"})
    layer.loadDefaultStyle()
    assert {category.value() for category in layer.renderer().categories()} == names
    assert not any("[%" in category.label() for category in layer.renderer().categories())
    kit.run("controllayout", {"CASE": str(case), "OUTPUT": str(folder / "print.svg"), "DPI": 40})
    ElementTree.parse(folder / "print.svg")
    chart, rest = folder / "chart.svg", folder / "found.gpkg"
    kit.run("areaovertime", {"INPUT": hostile, "OUTPUT": "memory:", "CHART": str(chart)})
    ElementTree.parse(chart)
    territories = f"{case}|layername=territories"
    found = {"TERRITORIES": territories, "OUTPUT": str(rest), "REPORT": str(folder / "found.html")}
    assert kit.run("infercorridors", found)["COUNT"] > 0
    small = {"WIDTH": 160, "HEIGHT": 90, "FPS": 5, "HOLD": 0.2}
    kit.run("exportanimation", {"CASE": str(case), "OUTPUT": str(folder / "film.gif"), **small})
    assert foreign_tags(page) == foreign_tags(folder / "found.html") == []
    written = sorted(path.name for path in folder.rglob("*"))
    assert written == ["case.gpkg", "chart.svg", "film.gif", "found.gpkg", "found.html", "import.html", "print.svg"]


class Removing(QThread):
    """Takes everything out of the project in the main thread, and lets the one who asks wait for it."""

    asked = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.done = Event()
        self.asked.connect(self.clear, Qt.ConnectionType.QueuedConnection)

    def clear(self):
        QgsProject.instance().clear()
        self.done.set()

    def ask(self):
        if not self.done.is_set():
            self.asked.emit()
            assert self.done.wait(20)


@pytest.mark.parametrize("name", ["importcontrolseries", "areaovertime", "controlchanges", "frontlines", "pockets"])
def test_a_layer_that_is_removed_while_an_algorithm_runs(kit, name):
    """Run in the background; at its first step the project is emptied. What was asked for is made all the same."""
    squares = [("GOV", "2017-10-08", 0), ("IS", "2017-10-08", 1), ("GOV", "2017-10-09", 0), ("GOV", "2017-10-09", 1)]
    rows = [(who, day, kit.square(x, 0)) for who, day, x in squares]
    output = str(kit.folder / "out.gpkg")
    more = TO_CSV.get(name, {})
    kit.run(name, {"INPUT": kit.layer("maps", rows), "OUTPUT": output, **more})
    table = "territories" if name == "importcontrolseries" else ""
    expected = _rows(kit, output, table)
    layer = QgsProject.instance().addMapLayer(kit.layer("maps", rows))
    context, feedback, removing = QgsProcessingContext(), kit.Log(), Removing()
    context.setProject(QgsProject.instance())
    feedback.setProgress = lambda percent: removing.ask()
    output = str(kit.folder / "again.gpkg")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
    task = QgsProcessingAlgRunnerTask(algorithm, {"INPUT": layer.id(), "OUTPUT": output, **more}, context, feedback)
    done, loop = [], QEventLoop()
    task.executed.connect(lambda ok, results: (done.append(ok), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    kit.context = context
    assert done == [True], feedback.textLog()
    assert removing.done.is_set() and QgsProject.instance().mapLayers() == {}
    assert _rows(kit, output, table) == expected


def _rows(kit, path, table):
    layer = kit.output({"OUTPUT": f"{path}|layername={table}" if table else path})
    return [row[1:] for row in kit.values(layer, *layer.fields().names())]


def test_a_case_that_is_closed_while_a_film_of_it_is_made(kit):
    maps = kit.layer("maps", [("GOV", f"2017-10-{day:02d}", kit.square(day % 3, 0)) for day in range(8, 12)])
    case, film = str(kit.folder / "case.gpkg"), kit.folder / "film.gif"
    kit.run("importcontrolseries", {"INPUT": maps, "OUTPUT": case})
    feedback = kit.Log()
    told = feedback.setProgress
    feedback.setProgress = lambda percent: (QgsProject.instance().clear(), told(percent))
    small = {"WIDTH": 160, "HEIGHT": 90, "FPS": 5, "HOLD": 0.2, "LEGEND": False}
    kit.run("exportanimation", {"CASE": case, "OUTPUT": str(film), **small}, feedback)
    assert film.stat().st_size > 1000


def areas(kit, project_crs, crs, rows):
    """Faction → km², as "Territories on a date" has them; rows: (faction, WKT in lon/lat)."""
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(project_crs))
    layer = kit.layer("maps", [(who, "2017-10-24", wkt) for who, wkt in rows], crs=crs)
    results = kit.run("territoriesondate", {"INPUT": layer, "DATE": "2017-10-24T00:00:00", "OUTPUT": "memory:"})
    return dict(kit.values(kit.output(results), "faction", "area_km2"))


def box(west, south, east, north):
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


@pytest.mark.parametrize("project_crs", ["EPSG:4326", "EPSG:3857", "EPSG:32637", ""])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32637"])
def test_the_projects_crs_changes_no_area(kit, project_crs, crs):
    rows = [("GOV", kit.square(0, 0)), ("IS", kit.square(1, 0))]
    expected = {"GOV": pytest.approx(101.2, abs=0.1), "IS": pytest.approx(101.2, abs=0.1)}
    assert areas(kit, project_crs, crs, rows) == expected


def test_ground_across_the_antimeridian_is_as_large_as_elsewhere(kit):
    """In two parts, as GeoJSON asks for."""
    parts = f"MULTIPOLYGON ({box(179, 35, 180, 36)[8:]}, {box(-180, 35, -179, 36)[8:]})"
    (here,) = areas(kit, "EPSG:4326", "EPSG:4326", [("GOV", parts)]).values()
    (there,) = areas(kit, "EPSG:4326", "EPSG:4326", [("GOV", box(36, 35, 38, 36))]).values()
    assert here == pytest.approx(there, rel=1e-6)


def cap(west, south, north):
    """Half a circle of longitude, with a vertex at each 5°: between two vertices a border is the shortest line."""
    steps = range(west, west + 181, 5)
    ring = [(lon, south) for lon in steps] + [(lon, north) for lon in reversed(steps)]
    return "POLYGON ((" + ", ".join(f"{lon} {lat}" for lon, lat in [*ring, ring[0]]) + "))"


@pytest.mark.parametrize("sign", [1, -1])
def test_ground_around_a_pole(kit, sign):
    """From 80° to the pole: 2πR²(1 - sin 80°) on a sphere, 3.87 million km²; the caps of two factions are halves."""
    low, high = sorted((80 * sign, 90 * sign))
    halves = [("GOV", cap(-180, low, high)), ("IS", cap(0, low, high))]
    found = areas(kit, "EPSG:3995", "EPSG:4326", halves)
    assert [found["GOV"], found["IS"]] == [pytest.approx(3.87e6 / 2, rel=0.02)] * 2


@pytest.mark.parametrize("name", ["controlchanges", "frontlines", "pockets", "areaovertime", "checkseries"])
def test_what_lies_at_the_edges_of_the_map_is_worked_with(kit, name):
    """On both sides of 180°, and at both poles, ground passes from one faction to another."""
    places = [box(179, 10, 180, 11), box(-180, 10, -179, 11), box(-180, 89, 180, 90), box(-180, -90, 180, -89)]
    rows = [(who, f"2017-10-{day:02d}", wkt) for day, who in ((8, "GOV"), (9, "IS")) for wkt in places]
    rows += [("OPP", f"2017-10-{day:02d}", box(178, 10, 179, 11)) for day in (8, 9)]
    kit.run(name, {"INPUT": kit.layer("maps", rows), "OUTPUT": "memory:", **TO_CSV[name]})

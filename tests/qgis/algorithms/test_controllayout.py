"""The layout in the toolbox: kinds, formats, templates, dates; with a case and without."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.algorithms import controllayout
from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.mapping.layers.layers import add_case
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.mapping.layouts import templates
from syria_control_plugin.sources.sample import build_sample


@pytest.fixture(scope="module")
def case_path(qgis_app, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("printed") / "sample.gpkg")
    build_sample(path, finish=style_case)
    return path


def run(kit, case_path, name="print.png", **more):
    given = {"CASE": case_path, "OUTPUT": str(kit.folder / name), "DPI": 40, **more}
    return kit.run("controllayout", given)


@pytest.mark.parametrize("kind", ["map", "two_dates", "multiples", "atlas", "evidence"])
@pytest.mark.parametrize("suffix", ["pdf", "svg", "png"])
def test_kinds_and_formats(kit, case_path, kind, suffix):
    results = run(kit, case_path, f"print.{suffix}", KIND=kind, CORRIDORS="1" if kind == "evidence" else "")
    files = sorted(path.name for path in kit.folder.iterdir())
    many = kind in ("atlas", "multiples") and suffix != "pdf"
    assert len(files) == results["COUNT"] and (len(files) > 1) == many
    assert Path(results["OUTPUT"]).is_file() and all(name.startswith("print") for name in files)


@pytest.mark.parametrize("page, orientation, size", [
    ("A4", "landscape", (297, 210)), ("A4", "portrait", (210, 297)), ("A3", "portrait", (297, 420))])  # fmt: skip
def test_pages(kit, case_path, page, orientation, size):
    image = QImage(run(kit, case_path, PAGE=page, ORIENTATION=orientation)["OUTPUT"])
    assert (image.width(), image.height()) == tuple(pytest.approx(mm / 25.4 * 40, abs=2) for mm in size)


@pytest.mark.parametrize("given, named", [
    ({"DATES": "the other day"}, "DATES"), ({"DATES": "2001-01-01"}, "2001-01-01"),
    ({"DATES": "2017-10-08, 2017-10-09"}, "not 2"), ({"KIND": "evidence", "CORRIDORS": "99"}, "99"),
    ({"KIND": "evidence", "CORRIDORS": "x"}, "CORRIDORS"), ({"TEMPLATE": "/no/such/mine.qpt"}, "mine.qpt"),
    ({"OUTPUT": "/nowhere/at/all/x.pdf"}, "/nowhere/at/all"), ({"OUTPUT": "/tmp/x.docx"}, ".pdf"),
    ({"CASE": "/no/such/case.gpkg"}, "/no/such/case.gpkg"), ({"CASE": ""}, "nothing to print"),
])  # fmt: skip
def test_what_cannot_be_done_is_told(kit, case_path, given, named):
    with pytest.raises(QgsProcessingException, match=named):
        run(kit, case_path, **given)
    assert list(kit.folder.iterdir()) == []


def test_evidence_needs_a_case(kit):
    layer = kit.layer("maps", [("GOV", "2017-10-08", kit.square(0, 0))])
    with pytest.raises(QgsProcessingException, match="case"):
        kit.run("controllayout", {"INPUT": layer, "KIND": "evidence", "OUTPUT": str(kit.folder / "x.pdf")})


def test_a_layer_of_ones_own_in_a_theme(kit):
    layer = kit.layer("maps", [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(1, 0))])
    given = {"INPUT": layer, "OUTPUT": str(kit.folder / "x.png"), "DPI": 40, "THEME": "published_2017_10_24"}
    assert min(colours(kit.run("controllayout", given)["OUTPUT"], ("#d7301f", "#41a148"))) > 1000


def colours(path, names):
    image = QImage(path)
    found = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
    return [found.count(name) for name in names]


def test_a_case_in_another_theme_than_its_own(kit, case_path):
    own = ("#d7301f", "#41a148")
    other = tuple(entry.fill.colour for entry in load_theme("colour_blind_safe").classes_for(["GOV", "OPP"]))
    first = colours(run(kit, case_path, "own.png")["OUTPUT"], own + other)
    second = colours(run(kit, case_path, "other.png", THEME="colour_blind_safe")["OUTPUT"], own + other)
    assert min(first[:2]) > 1000 and first[2:] == [0, 0]
    assert min(second[2:]) > 1000 and second[:2] == [0, 0]


def test_the_layout_comes_into_the_project_that_shows_the_case(kit, case_path):
    project = QgsProject.instance()
    run(kit, case_path, KIND="atlas")
    kit.context.project()
    assert not project.layoutManager().printLayouts(), "a project that does not show the case"
    add_case(project, Case(case_path), Case(case_path).tables(), "Hama")
    nodes = len(project.layerTreeRoot().findLayers())
    given = {"CASE": case_path, "OUTPUT": str(kit.folder / "again.pdf"), "KIND": "atlas", "DPI": 40}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("syriacontrol:controllayout")
    feedback = kit.Log()
    _, ok = algorithm.run(given, kit.context, feedback)
    assert ok
    (layout,) = project.layoutManager().printLayouts()
    assert layout.atlas().enabled() and len(project.layerTreeRoot().findLayers()) == nodes


def test_cancelled_at_any_step_leaves_nothing(kit, case_path):
    full = kit.Log()
    given = {"CASE": case_path, "KIND": "atlas", "DPI": 30}
    kit.run("controllayout", {**given, "OUTPUT": str(kit.folder / "full.pdf")}, full)
    (kit.folder / "full.pdf").unlink()
    for number in range(0, len(full.steps) - 1, 5):
        assert kit.run("controllayout", {**given, "OUTPUT": str(kit.folder / "x.pdf")}, kit.Log(number)) == {}
        assert list(kit.folder.iterdir()) == [], f"left after step {number}"


def test_in_the_background_it_draws_in_the_main_thread(kit, case_path):
    """Prepared here, run in another thread while this one's event loop goes on, as the toolbox does it."""
    context, feedback, threads = QgsProcessingContext(), kit.Log(), set()
    context.setProject(QgsProject.instance())
    told = feedback.setProgress
    feedback.setProgress = lambda percent: (threads.add(QThread.currentThread()), told(percent))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("syriacontrol:controllayout")
    given = {"CASE": case_path, "OUTPUT": str(kit.folder / "x.pdf"), "KIND": "atlas", "DPI": 40}
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    done, loop = [], QEventLoop()
    task.executed.connect(lambda ok, results: (done.append((ok, results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()
    assert done and done[0][0], feedback.textLog()
    assert threads and QThread.currentThread() not in threads
    assert (kit.folder / "x.pdf").stat().st_size > 10_000


def test_what_a_template_is_cleaned_of_is_a_warning(kit, case_path):
    shipped = Path(templates.__file__).parents[2] / "resources" / "layouts" / "map_a4_landscape.qpt"
    text = shipped.read_text(encoding="utf-8")
    template = kit.folder / "sent.qpt"
    template.write_text(text.replace('labelText=""', 'labelText="[% @user_full_name %]"'), encoding="utf-8")
    feedback = kit.Log()
    given = {"CASE": case_path, "OUTPUT": str(kit.folder / "x.png"), "DPI": 40}
    kit.run("controllayout", {**given, "TEMPLATE": str(template)}, feedback)
    assert "Left out of the template 'sent.qpt': title: the expression" in " ".join(feedback.warnings)
    plain = kit.Log()
    kit.run("controllayout", given, plain)
    assert not plain.warnings


def test_an_author_that_is_not_set_is_a_warning(kit, case_path):
    project = QgsProject.instance()
    metadata = project.metadata()
    metadata.setAuthor("")
    project.setMetadata(metadata)
    feedback = kit.Log()
    given = {"CASE": case_path, "OUTPUT": str(kit.folder / "x.png"), "DPI": 40, "AUTHOR": True}
    kit.run("controllayout", given, feedback)
    assert "AUTHOR: no author is set" in " ".join(feedback.warnings)


@pytest.mark.parametrize("kind", ["map", "evidence"])
def test_a_print_of_results_of_other_data_says_so(kit, case_path, monkeypatch, kind):
    """In its note and in the log, whatever program edited the case."""
    path = str(kit.folder / "edited.gpkg")
    shutil.copy(case_path, path)
    notes = []

    def recorded(project, kind, printed, *more):
        notes.append(printed.texts.note)
        return make(project, kind, printed, *more)

    make = controllayout.make_layouts
    monkeypatch.setattr(controllayout, "make_layouts", recorded)
    run(kit, path, KIND=kind)
    assert not any("out of date" in text for text in (*notes, *kit.feedback.warnings))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE factions SET aliases = '[\"Others\"]' WHERE id = 'GOV'")
    run(kit, path, KIND=kind)
    assert notes[-1].startswith("Corridors out of date: ") and notes[-1].endswith(notes[0])
    assert any("Corridors out of date" in text for text in kit.feedback.warnings)


def test_leaves_its_input_as_it_was(kit, case_path):
    """In all that it holds: that QGIS opened it, newer versions of SQLite count in its head."""

    def contents():
        with closing(sqlite3.connect(case_path)) as database:
            return list(database.iterdump())

    before = contents()
    run(kit, case_path, KIND="evidence")
    assert len(before) > 100 and contents() == before


def test_without_a_desktop_and_without_a_project(case_path, tmp_path):
    """In a process of its own, as qgis_process runs it."""
    path = tmp_path / "map.pdf"
    code = (
        "import sys; sys.path[:0] = ['.', '/usr/share/qgis/python/plugins']\n"
        "from qgis.core import QgsApplication\n"
        "app = QgsApplication([], False); app.initQgis()\n"
        "from processing.core.Processing import Processing; Processing.initialize()\n"
        "import processing\n"
        "from syria_control_plugin.algorithms.provider import SyriaControlProvider\n"
        "made = SyriaControlProvider(); QgsApplication.processingRegistry().addProvider(made)\n"
        f"processing.run('syriacontrol:controllayout', {{'CASE': {case_path!r}, 'OUTPUT': {str(path)!r}}})\n"
    )
    root = str(Path(__file__).resolve().parents[3])
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120)
    assert path.is_file(), done.stderr

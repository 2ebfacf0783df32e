"""The zip that `make package` builds: what is in it, and that QGIS takes it."""

import json
import os
import re
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path, PurePosixPath

import numpy as np
import pytest
import shapely

from syria_control_plugin import requirements
from syria_control_plugin.case.case import Case
from syria_control_plugin.core.geometry.ellipsoid import areas_km2
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.sample import build_sample
from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[2]
NAME = "syria_control_plugin"


@pytest.fixture(scope="module")
def package():
    return ci_script("package")


@pytest.fixture(scope="module")
def checks():
    return ci_script("check_package")


@pytest.fixture(scope="module")
def zip_path(package, tmp_path_factory):
    return package.build(tmp_path_factory.mktemp("zip"))


@pytest.fixture(scope="module")
def names(zip_path):
    with zipfile.ZipFile(zip_path) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_the_plugin_sites_checks_find_nothing(checks, zip_path):
    """Bandit and detect-secrets are run by `make lint`."""
    assert checks.structure_faults(zip_path) == []
    assert checks.metadata_faults((ROOT / "metadata.txt").read_text(encoding="utf-8")) == []


def test_what_qgis_needs_is_in_the_zip(names):
    assert {PurePosixPath(NAME, name) for name in ("plugin.py", "core/__init__.py")} <= set(names)


NEEDED = {f"p/{name}": b"x" for name in ("__init__.py", "metadata.txt", "LICENSE")}


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({**NEEDED, "q/__init__.py": b"", "q/metadata.txt": b"", "q/LICENSE": b""}, "not one folder"),
        ({name: b"x" for name in NEEDED if "LICENSE" not in name}, "no p/LICENSE"),
        ({**NEEDED, "p/__pycache__/a.py": b""}, "cache"),
        ({**NEEDED, "p/a.pyc": b""}, "cache"),
        ({**NEEDED, "p/.git": b""}, "hidden"),
        ({**NEEDED, "p/tests/a.py": b""}, "test"),
        ({**NEEDED, "p/../a.py": b""}, "leads out"),
        ({**NEEDED, "p/picture.png": b"\x7fELF rest"}, "binary"),
        ({**NEEDED, "p/shapely.whl": b"PK\x03\x04 rest"}, "binary"),
    ],
)
def test_a_zip_that_the_site_would_refuse(checks, tmp_path, files, fault):
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    assert fault in checks.structure_faults(path)[0]


def test_a_zip_that_is_too_large(checks, tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        for name, content in NEEDED.items():
            archive.writestr(name, content)
    monkeypatch.setattr(checks, "LIMIT_MB", 0)
    assert checks.structure_faults(tmp_path / "p.zip") == ["larger than 0 MB"]


@pytest.mark.parametrize(
    ("line", "with_", "fault"),
    [
        (r"^tracker=.*$", "", "no tracker"),
        (r"^email=.*$", "email=", "no email"),
        (r"^homepage=.*$", "homepage=syria-control", "homepage is not a URL"),
        (r"^qgisMaximumVersion=.*$", "qgisMaximumVersion=4", "versions"),
        (r"^deprecated=False$", "deprecated=100% so", "cannot be read"),
    ],
)
def test_metadata_that_the_site_would_refuse(checks, line, with_, fault):
    text, count = re.subn(line, with_, (ROOT / "metadata.txt").read_text(encoding="utf-8"), flags=re.M)
    assert count == 1
    found = checks.metadata_faults(text)
    assert fault in found[0]


def test_every_exception_from_bandit_has_a_reason(checks, tmp_path):
    (tmp_path / "a.py").write_text("a()  # nosec\nb()  # nosec B603\nc()  # nosec B603: no shell\n", encoding="utf-8")
    assert [fault.split(": ")[0][-2:] for fault in checks.unreasoned_nosec(tmp_path)] == [":1", ":2"]


def test_metadata_names_the_shapely_that_fits_the_geos():
    about = re.search(r"^about=(.+?)^\w+=", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.M | re.S)[1]
    for release in requirements.RELEASES:
        assert f"{release.series} for GEOS {'.'.join(map(str, release.geos))}" in about
    assert not re.search(r"shapely *[<>]", about)


def test_same_files_give_same_bytes(package, zip_path, tmp_path):
    assert package.build(tmp_path).read_bytes() == zip_path.read_bytes()


def test_a_listing_without_git_is_the_same(package, monkeypatch):
    with_git = package.package_files()
    monkeypatch.setenv("PATH", "")
    assert package.package_files() == with_git


def test_one_version(package, zip_path):
    """Stated in metadata.txt alone; the list of changes has a section on it."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool")[0]
    assert 'dynamic = ["version"]' in project and "\nversion" not in project
    code = {path: path.read_text(encoding="utf-8") for path in (ROOT / NAME).rglob("*.py")}
    assert [path for path, text in code.items() if re.search(r"^(__)?version(__)? *= *['\"]", text, re.M | re.I)] == []
    assert zip_path.name == f"{NAME}-{package.version()}.zip"
    assert package.version() in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_icon_is_in_the_zip(package, names):
    icon = re.search(r"^icon=(.+)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.M)[1]
    assert PurePosixPath(NAME, icon) in names


def environment(home, **more):
    """For QGIS on the system's Python in a home of its own; Shapely comes from this Python's packages."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(shapely.__file__).parents[1]),
        **more,
    }


def qgis_process(profile, *arguments):
    """Runs QGIS's own command line with `profile` as home; gives what it printed."""
    result = started(profile, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def started(profile, *arguments, **more):
    return subprocess.run(
        ["qgis_process", *arguments],
        env=environment(profile, QGIS_PLUGINPATH=str(profile / "plugins"), **more),
        capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_starts_in_a_fresh_profile(zip_path, tmp_path):
    """Unpacked and enabled as a user would, it offers its algorithms."""
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(tmp_path / "plugins")
    qgis_process(tmp_path, "plugins", "enable", NAME)
    listed = json.loads(qgis_process(tmp_path, "--json", "list"))
    assert "syriacontrol:importcontrolseries" in listed["providers"]["syriacontrol"]["algorithms"]


def test_with_debians_old_shapely_the_command_line_says_what_is_missing(zip_path, tmp_path):
    """And offers no algorithms; `qgis_process` has nobody to ask whether to install one."""
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(tmp_path / "plugins")
    old = tmp_path / "packages" / "shapely"
    old.mkdir(parents=True)
    (old / "__init__.py").write_text("__version__ = '1.8.5'", encoding="utf-8")
    (old / "geometry.py").write_text("class base:\n    BaseGeometry = None", encoding="utf-8")
    qgis_process(tmp_path, "plugins", "enable", NAME)
    result = started(tmp_path, "list", PYTHONPATH=str(old.parent))
    assert "QGIS's Python has version 1.8.5. Run this command, then start QGIS again:\nPIP_CONFIG" in result.stderr
    assert result.returncode == 0 and "native:buffer" in result.stdout
    assert "syriacontrol:" not in result.stdout and "Traceback" not in result.stderr


def test_the_command_that_it_names_installs_shapely(zip_path, tmp_path, pypi):
    """As it stands, on a server where QGIS's own Python has no Shapely."""
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(tmp_path / "plugins")
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "shapely.py").write_text("raise ModuleNotFoundError", encoding="utf-8")
    qgis_process(tmp_path, "plugins", "enable", NAME)
    without = started(tmp_path, "list", PYTHONPATH=str(tmp_path / "hidden"))
    (command,) = re.findall(r"^PIP_CONFIG_FILE=.*$", without.stderr, re.MULTILINE)
    subprocess.run(command, shell=True, check=True, capture_output=True)
    result = started(tmp_path, "list", PYTHONPATH=str(tmp_path / "hidden"))
    assert "syriacontrol:importcontrolseries" in result.stdout and "PIP_CONFIG_FILE" not in result.stderr


def test_imports_a_folder_from_the_command_line(zip_path, tmp_path):
    """`qgis_process run syriacontrol:importcontrolseries` on two daily files."""
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(tmp_path / "plugins")
    qgis_process(tmp_path, "plugins", "enable", NAME)
    (tmp_path / "maps").mkdir()
    for day, east in (("2017-10-08", 37.2), ("2017-10-09", 37.1)):
        square = json.loads(shapely.to_geojson(shapely.box(37, 35, east, 35.1)))
        row = {"type": "Feature", "properties": {"faction": "Syrian army"}, "geometry": square}
        text = json.dumps({"type": "FeatureCollection", "features": [row]})
        (tmp_path / "maps" / f"control_{day}.geojson").write_text(text, encoding="utf-8")
    case = tmp_path / "case.gpkg"
    given = (f"--INPUT={tmp_path / 'maps'}", f"--OUTPUT={case}", "--THEME=published_2017_10_24", "--HOLE_LIMIT=30")
    told = json.loads(qgis_process(tmp_path, "--json", "run", "syriacontrol:importcontrolseries", *given))
    results = told["results"]
    assert (results["ROWS"], results["MAPS"], results["REJECTED"]) == (2, 2, 0)
    assert results["LAYER"] == f"{case}|layername=control_map"
    series = Case(str(case)).territories("maps").series()
    assert list(series.faction) == ["GOV", "GOV"]
    assert areas_km2(series.on("2017-10-09").geometry).sum() == pytest.approx(101.2, abs=0.3)
    snapshot = (f"--INPUT={results['LAYER']}", "--DATE=2017-10-08", f"--OUTPUT={tmp_path / 'on_date.geojson'}")
    told = json.loads(qgis_process(tmp_path, "--json", "run", "syriacontrol:territoriesondate", *snapshot))
    assert told["results"]["COUNT"] == 1
    assert told["results"]["AREA_KM2"] == pytest.approx(202.4, abs=0.6)
    written = json.loads((tmp_path / "on_date.geojson").read_text(encoding="utf-8"))
    assert [each["properties"]["faction"] for each in written["features"]] == ["GOV"]


# Runs inside the real desktop; whatever goes wrong ends up in the file that the test reads.
DESKTOP = """
import json, os, sys, traceback
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayerTemporalContext
from qgis.PyQt.QtCore import QTimer

from qgis.utils import active_plugins, iface

told = {"frames": {}, "errors": []}
sys.excepthook = lambda *error: told["errors"].append("".join(traceback.format_exception(*error)))

def end():
    with open(os.environ["TOLD"] + ".part", "w") as file:
        json.dump(told, file)
    os.rename(os.environ["TOLD"] + ".part", os.environ["TOLD"])
    os._exit(0)

def when(is_so, then, tries=250):
    if is_so():
        return guarded(then)
    if not tries:
        told["errors"].append(f"waited too long for {then.__name__}")
        return end()
    QTimer.singleShot(100, lambda: when(is_so, then, tries - 1))

def guarded(then):
    try:
        then()
    except Exception:
        told["errors"].append(traceback.format_exc())
        end()

def menu_entry():
    menus = [each.menu() for each in iface.pluginMenu().actions() if each.menu()]
    found = [each for menu in menus for each in menu.actions() if each.text() == "Open the sample case"]
    return found[0] if found else None

def press():
    told["active"] = "syria_control_plugin" in active_plugins
    told["in_menu"] = menu_entry() is not None
    menu_entry().trigger()
    when(lambda: QgsProject.instance().mapLayersByName("Control") and not QgsApplication.taskManager().count(), opened)

def opened():
    QTimer.singleShot(500, lambda: guarded(play))

def play():
    canvas, project = iface.mapCanvas(), QgsProject.instance()
    controller = canvas.temporalController()
    (layer,) = project.mapLayersByName("Control")
    told["crs"], told["frame_count"] = project.crs().authid(), controller.totalFrameCount()
    told["legend"] = [category.label() for category in layer.renderer().categories()]
    for number in range(controller.totalFrameCount()):
        controller.setCurrentFrameNumber(number)
        shown = canvas.mapSettings().temporalRange()
        day = shown.begin().toString("yyyy-MM-dd")
        if day[-2:] not in ("09", "17", "24"):
            continue
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        words = layer.temporalProperties().createFilterString(context, shown)
        rows = layer.getFeatures(QgsFeatureRequest().setFilterExpression(words))
        told["frames"][day] = {each["class"]: each.geometry().asWkb().toHex().data().decode() for each in rows}
        canvas.refresh()
        canvas.waitWhileRendering()
        picture = canvas.grab().toImage()
        spots = [picture.pixelColor(x, y).name() for x in range(0, picture.width(), 4)
                 for y in range(0, picture.height(), 4)]
        told["frames"][day]["colours"] = {name: spots.count(name) for name in set(spots)}
    plain = iface.addVectorLayer(layer.source(), "plain", "ogr")
    told["added_by_hand"] = [plain.temporalProperties().isActive(), plain.temporalProperties().endField()]
    told["messages"] = [item.text() for item in iface.messageBar().items()]
    end()

when(lambda: menu_entry() is not None, press)
"""


@pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("qgis")), reason="needs the QGIS desktop and Xvfb")
def test_sample_case_in_the_real_desktop(zip_path, tmp_path):
    """The zip in a fresh profile, the sample opened from the menu, the temporal controller on three dates.

    Under Xvfb: QGIS 3.40's desktop does not start on Qt's offscreen platform (it needs a clipboard).
    """
    profile = tmp_path / "profiles" / "default"
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(profile / "python" / "plugins")
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(
        f"[PythonPlugins]\n{NAME}=true\n\n[qgis]\ncheckVersion=false\nshowTips=false\n", encoding="utf-8"
    )
    (tmp_path / "desktop.py").write_text(DESKTOP, encoding="utf-8")
    command = ["xvfb-run", "-a", "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(tmp_path),
               "--code", str(tmp_path / "desktop.py")]  # fmt: skip
    said = run_desktop(command, environment(tmp_path, QT_QPA_PLATFORM="xcb", TOLD=str(tmp_path / "told.json")))
    assert (tmp_path / "told.json").exists(), said
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told["errors"] == []
    assert told["active"] and told["in_menu"]
    assert told["crs"] == "EPSG:32637"
    assert told["legend"] == [
        "Syrian government forces",
        "Syrian opposition forces, in territory that ISIS held at some time since 9 Oct 2017",
        "ISIS",
        "Syrian opposition forces",
    ]
    assert told["added_by_hand"] == [True, "shown_until"]
    case_path = str(tmp_path / "sample.gpkg")
    build_sample(case_path, finish=style_case)
    check_frames(Case(case_path), told["frames"])


def run_desktop(command, env, seconds=180):
    """Gives what was said. After that time all that was started is ended, QGIS and the X server too."""
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, start_new_session=True)  # fmt: skip
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[0]


def check_frames(case, frames):
    """Areas by class and date as the series has them, and the canvas in the colours of these classes."""
    colours = {"GOV": "#d7301f", "IS": "#1a1a1a", "OPP": "#41a148", "class:retaken_from_is": "#2b6cb8"}
    series = case.territories(case.sources()[0]).series()
    assert sorted(frames) == ["2017-10-09", "2017-10-17", "2017-10-24"]
    for day, shown in frames.items():
        seen = shown.pop("colours")
        snapshot = series.on(day)
        expected = dict(zip(snapshot.faction, areas_km2(snapshot.geometry)))
        if blue := case.derived_area_km2("retaken_from_is", np.datetime64(day)):
            expected["class:retaken_from_is"] = blue
        areas = areas_km2(shapely.from_wkb(list(shown.values())))
        assert dict(zip(shown, areas)) == pytest.approx(expected, rel=1e-9), day
        assert ("class:retaken_from_is" in shown) == (day != "2017-10-09")
        for name, colour in colours.items():
            assert (seen.get(colour, 0) > 5) == (name in shown), (day, name, seen.get(colour))

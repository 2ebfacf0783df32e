"""What files that the plugin writes say of who made them: nothing, unless the analyst asks for it.

All of them are made in a process of an account with a long name, on a machine with a name of its own, where the system
lets this process have those; then all that is inside of them is searched for these names and the home folder.
"""

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from syria_control_plugin.case.import_report import without_folders
from syria_control_plugin.core.messages import Message
from syria_control_plugin.sources.files.inputs import list_inputs
from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[2]
FULL, LOGIN, HOME, HOST = "Maximiliana Featherstonehaugh-Qzx", "qzxlogin", "Long Home Zyxwvu", "qzxhostplugh"
AUTHOR = "Ada Asked-For"
FILMS = ("gif", "webp", "mp4", "webm", "png")
CODE = """
import os, sys
sys.path[:0] = [{root!r}, "/usr/share/qgis/python/plugins"]
from qgis.core import QgsApplication, QgsProject, QgsRectangle, QgsSettings
application = QgsApplication([], True)
application.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
import processing
from syria_control_plugin.algorithms.provider import SyriaControlProvider
from syria_control_plugin.mapping.layers.layers import add_case
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.mapping.layouts.export import export_png
from syria_control_plugin.mapping.text.corridor_text import corridor_texts
from syria_control_plugin.case.case import Case
from syria_control_plugin.sources.sample import build_sample
provider = SyriaControlProvider()
QgsApplication.processingRegistry().addProvider(provider)
os.makedirs("out"); os.makedirs("maps")
def path(name): return os.path.join(os.getcwd(), "out", name)
def run(name, **given):
    return processing.run("syriacontrol:" + name, given)
import json
box = dict(type="Polygon", coordinates=[[[37, 35], [38, 35], [38, 36], [37, 36], [37, 35]]])
for day in ("2017-10-08", "2017-10-09"):
    feature = dict(type="Feature", properties=dict(faction="GOV"), geometry=box)
    with open(f"maps/map_{{day}}.geojson", "w") as file:
        json.dump(dict(type="FeatureCollection", features=[feature, feature]), file)
for name in ("bad.gpkg", "bad_2017-10-10.geojson", "bad_2017-10-11.kml"):
    with open("maps/" + name, "w") as file:
        file.write("nothing of the kind")
build_sample(path("case.gpkg"), finish=style_case, describe=corridor_texts)
case = Case(path("case.gpkg"))
# Without a project of its own, then with the analyst's, who is its author by QGIS's doing.
for ending in ("pdf", "svg", "png"):
    run("controllayout", CASE=case.path, KIND="map", DPI=40, OUTPUT=path("map." + ending))
    run("controllayout", CASE=case.path, KIND="two_dates", DPI=40, OUTPUT=path("two." + ending))
run("controllayout", CASE=case.path, KIND="atlas", DPI=40, OUTPUT=path("atlas.pdf"))
run("controllayout", CASE=case.path, KIND="evidence", DPI=40, OUTPUT=path("evidence.pdf"))
for ending in {films!r}:
    run("exportanimation", CASE=case.path, WIDTH=320, HEIGHT=240, OUTPUT=path("film." + ending))
run("importcontrolseries", INPUT=os.path.join(os.getcwd(), "maps"), OUTPUT=path("maps.gpkg"),
    REPORT=path("import.html"))
territories = case.path + "|layername=territories"
run("controlchanges", INPUT=territories, OUTPUT=path("changes.gpkg"))
run("changematrix", INPUT=territories, OUTPUT=path("matrix.csv"), CSV=path("matrices.csv"))
run("areaovertime", INPUT=territories, OUTPUT=path("areas.csv"), CHART=path("areas.png"))
run("detectcorridors", TERRITORIES=territories, MOVEMENTS=case.path + "|layername=movements",
    EVENTS=case.path + "|layername=events", OUTPUT=path("corridors.gpkg"), EVIDENCE=path("evidence.csv"),
    REPORT=path("corridors.html"))
project = QgsProject.instance()
project.clear()
author = project.metadata().author()
metadata = project.metadata()
metadata.setAuthor({author!r})
project.setMetadata(metadata)
for ending in ("pdf", "svg", "png"):
    run("controllayout", CASE=case.path, KIND="map", DPI=40, OUTPUT=path("asked." + ending), AUTHOR=True)
run("controllayout", CASE=case.path, KIND="atlas", DPI=40, OUTPUT=path("asked_atlas.pdf"), AUTHOR=True)
run("controllayout", CASE=case.path, KIND="map", DPI=40, OUTPUT=path("not_asked.pdf"))
metadata.setAuthor(author)
project.setMetadata(metadata)
add_case(project, case, case.tables(), "Hama")
run("controllayout", CASE=case.path, KIND="map", DPI=40, OUTPUT=path("shown.pdf"))
(layout,) = project.layoutManager().printLayouts()
export_png(layout, path("shown.png"), 40)
assert layout.customProperty("pdfIncludeMetadata") in (False, "false", 0)
project.clear()
from pathlib import Path
from tests.ci_scripts import ci_script
demo = ci_script("demo")
demo.OUT = Path("out").absolute()
demo.make_project(case)
print("MADE", json.dumps(dict(author=author, login=QgsApplication.userLoginName(), full=QgsApplication.userFullName())))
sys.stdout.flush()
os._exit(0)
"""


def in_another_account(folder, command):
    """The command in which account and machine have other names, where the system allows that; else as it is."""
    home = folder / HOME
    home.mkdir()
    lines = Path("/etc/passwd").read_text().splitlines() if Path("/etc/passwd").exists() else []
    own = f"{LOGIN}:x:{os.getuid()}:{os.getgid()}:{FULL},,,:{home}:/bin/sh"
    others = [line for line in lines if line.split(":")[2] != str(os.getuid())]
    (folder / "passwd").write_text("\n".join([own, *others]) + "\n")
    script = f"mount --bind '{folder}/passwd' /etc/passwd && hostname {HOST} && exec \"$@\""
    for flags in ("-mu", "-mur"):
        full = ["unshare", flags, "sh", "-c", script, "sh"]
        try:
            done = subprocess.run([*full, "true"], capture_output=True, timeout=20, check=False)
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return [*full, *command], home
    return command, home


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """(folder of the files, names that may not be in them, what QGIS takes the account for)."""
    folder = tmp_path_factory.mktemp("account")
    films = [ending for ending in FILMS if shutil.which("ffmpeg") or ending not in ("mp4", "webm")]
    code = CODE.format(root=str(ROOT), films=films, author=AUTHOR)
    command, home = in_another_account(folder, [sys.executable, "-c", code])
    environment = {**os.environ, "HOME": str(home), "USER": LOGIN, "LOGNAME": LOGIN, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("XDG_CONFIG_HOME", None)
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=580, check=False)
    assert "MADE" in done.stdout, done.stdout[-2000:] + done.stderr[-4000:]
    said = json.loads(done.stdout.rpartition("MADE ")[2])
    names = [LOGIN, HOME, "Zyxwvu", str(folder), FULL, "Featherstonehaugh", HOST]
    return home / "out", names, said


def unpacked(content):
    """All layers of a file: members of zips, texts of PNG, streams of PDF."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            for name in opened.namelist():
                yield name.encode()
                yield from unpacked(opened.read(name))
    if content.startswith(b"\x89PNG"):
        at = 8
        while at < len(content):
            length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
            if kind in (b"zTXt", b"iTXt"):
                packed = content[at + 8 : at + 8 + length].partition(b"\0")[2]
                yield from (inflated(packed[start:]) for start in range(min(60, len(packed))))
            at += 12 + length
    if content.startswith(b"%PDF"):
        yield from (inflated(content[found.end() :]) for found in re.finditer(rb"stream\r?\n", content))


def inflated(content):
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return b""


def traces(content, names):
    """Which names a file's content holds, in whatever spelling."""
    found = set()
    for part in unpacked(content):
        low = part.lower()
        for name in names:
            for form in {name, quote(name), name.replace(" ", "\\040"), name.replace(" ", "_")}:
                spellings = [form.lower().encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
                spellings.append(form.lower().encode("utf-16-be").hex().encode())
                if any(spelling in low for spelling in spellings):
                    found.add(name)
    return found


def cells(path):
    """All texts in a SQLite file, as its tables have them."""
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump())


def test_the_search_finds_what_is_there(tmp_path):
    """In each of the places that files of these kinds have for it."""
    name = HOME
    chunk = b"zTXt" + b"Author\0\0" + zlib.compress(name.encode())
    png = b"\x89PNG\r\n\x1a\n" + (len(chunk) - 4).to_bytes(4, "big") + chunk + b"\0\0\0\0"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("x.qgs", f"<a b='{quote(name)}'/>")
    places = {
        "plain": name.encode(), "wide": name.encode("utf-16-be"), "png": png, "zip": packed.getvalue(),
        "pdf": b"%PDF-1.4\nstream\r\n" + zlib.compress(f"({name})".encode()) + b"\nendstream",
    }  # fmt: skip
    for place, content in places.items():
        assert traces(content, [name]) == {name}, place
    assert traces(b"nothing", [name]) == set()


def test_no_file_names_the_analyst_the_home_folder_or_the_machine(made):
    folder, names, said = made
    assert LOGIN in (said["login"], os.environ.get("USER", LOGIN)) or said["full"]
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("asked"))
    assert {path.suffix for path in files} >= {".pdf", ".svg", ".png", ".gif", ".webp", ".gpkg", ".csv", ".html",
                                              ".qgz"}  # fmt: skip
    found = {path.name: traces(path.read_bytes(), names) for path in files}
    assert {name: words for name, words in found.items() if words} == {}
    tables = {path.name: traces(cells(path).encode(), names) for path in files if path.suffix == ".gpkg"}
    assert tables and not any(tables.values()), tables


def test_what_could_not_be_read_is_named_without_its_folder(made):
    folder, _, _ = made
    page = (folder / "import.html").read_text(encoding="utf-8")
    for name in ("bad.gpkg", "bad_2017-10-10.geojson", "bad_2017-10-11.kml"):
        assert name in page


@pytest.mark.parametrize("message, file, left", [
    ("`/tmp/Long Home/maps/bad.gpkg' not recognized", "sub/bad.gpkg", "`bad.gpkg' not recognized"),
    ("ERROR parsing kml /tmp/a b/x.kml :syntax", "x.kml", "ERROR parsing kml x.kml :syntax"),
    ("[Errno 13] Permission denied: '/media/maxi/x y/b.kml'", "b.kml", "[Errno 13] Permission denied: 'b.kml'"),
    ("Unable to open /vsizip/{/home/m/a b.zip}/in/a.json", "a b.zip!in/a.json", "Unable to open a.json"),
    ("Unable to open C:\\Users\\Maxi M\\x.shx", "x.shp", "Unable to open x.shx"),
    ("5/6/2017 is no date; see https://example.org/6/x.csv", "x.csv", "5/6/2017 is no date; see https://example.org/6/x.csv"),
    ("no path", "", "no path"),
])  # fmt: skip
def test_paths_in_reasons_are_shortened(message, file, left):
    made = without_folders(Message("cannot be read: {}", RuntimeError(message)), file)
    assert str(made) == f"cannot be read: {left}" and made.template == "cannot be read: {}"


def test_the_home_folder_is_not_in_reasons_and_keys(tmp_path, monkeypatch):
    """Of files above and below the home folder the keys would name it."""
    home = tmp_path / "maxi"
    (home / "maps").mkdir(parents=True)
    for folder in (tmp_path, home / "maps"):
        (folder / "2017-10-08.geojson").write_text("{}")
    monkeypatch.setattr("os.path.expanduser", lambda path: path.replace("~", str(home), 1))
    given = [str(folder / "2017-10-08.geojson") for folder in (tmp_path, home / "maps")]
    assert [each.key for each in list_inputs(given)[0]] == ["2017-10-08.geojson", "~/maps/2017-10-08.geojson"]
    assert [each.key for each in list_inputs([given[1], str(home)])[0]] == ["maps/2017-10-08.geojson"]
    assert without_folders(f"see {home}/x.log", "a.csv") == "see ~/x.log"


def test_films_by_ffmpeg_too(made):
    if not shutil.which("ffmpeg"):
        pytest.skip("there is no ffmpeg here: no MP4, no WebM")
    folder, names, _ = made
    for ending in ("mp4", "webm"):
        assert (folder / f"film.{ending}").stat().st_size > 1000
        assert traces((folder / f"film.{ending}").read_bytes(), names) == set()


def test_the_account_has_the_long_name(made):
    """Else the other tests would pass whatever is written."""
    _, _, said = made
    if FULL not in said["full"]:
        pytest.skip("this system does not let a process have another account's name")
    assert said["author"] == FULL, "QGIS makes it the author of a new project"


def test_the_author_is_named_where_it_is_asked_for(made):
    folder, names, _ = made
    asked = sorted(folder.glob("asked*"))
    assert {path.suffix for path in asked} == {".pdf", ".svg", ".png"} and len(asked) == 4
    for path in asked:
        assert traces(path.read_bytes(), [AUTHOR]) == {AUTHOR}, path.name
        assert traces(path.read_bytes(), names) == set()
    assert traces((folder / "not_asked.pdf").read_bytes(), [AUTHOR]) == set()


@pytest.mark.parametrize("name", ["map.pdf", "two.pdf", "atlas.pdf", "evidence.pdf", "asked.pdf", "asked_atlas.pdf"])
def test_a_pdf_keeps_its_title_and_its_place(made, name):
    from osgeo import gdal

    folder, _, _ = made
    dataset = gdal.Open(str(folder / name))
    metadata = dataset.GetMetadata()
    assert metadata["TITLE"] and not metadata["TITLE"].startswith(Path(name).stem), metadata
    assert metadata.get("AUTHOR", "") == (AUTHOR if name.startswith("asked") else "")
    assert "QGIS" in metadata["CREATOR"]
    if name in ("map.pdf", "asked.pdf"):
        assert b"/Viewport" in (folder / name).read_bytes() or b"/VP" in (folder / name).read_bytes()


def test_the_sample_project_of_the_developers(qgis_app, tmp_path):
    """``make demo`` takes out of its project who saved it, and where."""
    path = tmp_path / "a & b" / "x.qgz"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as project:
        project.writestr("x.qgs", f'<qgis saveUser="{LOGIN}" saveUserFull="{FULL}" version="3.40">'
                         f'<Layer source="{tmp_path}/a &amp; b/case.gpkg|layername=x"/></qgis>')  # fmt: skip
    before = dict(os.environ)
    ci_script("demo").take_names_out(path)
    os.environ.clear()
    os.environ.update(before)
    with zipfile.ZipFile(path) as project:
        assert project.read("x.qgs").decode() == '<qgis version="3.40"><Layer source="./case.gpkg|layername=x"/></qgis>'

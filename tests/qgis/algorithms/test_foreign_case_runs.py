"""Prints and films of a case from elsewhere: its styles draw nothing, no server is asked, the log names them."""

import getpass
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from syria_control_plugin.core import fields as f
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.sample import build_sample

SYMBOLS = {
    f.EVENTS: ("marker", '<layer class="SvgMarker"><Option type="Map"><Option name="name" type="QString" '
               'value="{url}events.svg"/></Option></layer>'),
    f.CORRIDORS: ("line", '<layer class="RasterLine"><Option type="Map"><Option name="imageFile" type="QString" '
                  'value="{url}corridors.png"/></Option></layer>'),
    f.CONTROL_MAP: ("fill", '<layer class="RasterFill"><Option type="Map"><Option name="imageFile" type="QString" '
                    'value="{url}ground.png"/></Option></layer>'),
}  # fmt: skip
NAME = (
    '<labeling type="simple"><settings><text-style fieldName="@user_full_name" isExpression="1" fontSize="20"/>'
    "<placement/><rendering/></settings></labeling>"
)


@pytest.fixture(scope="module")
def made(qgis_app, tmp_path_factory):
    path = tmp_path_factory.mktemp("foreign") / "sample.gpkg"
    build_sample(str(path), finish=style_case)
    return path


@pytest.fixture
def poisoned(made, kit, server):
    folder = kit.folder / "sent"
    folder.mkdir()
    path = folder / "case.gpkg"
    path.write_bytes(made.read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        for table, (kind, layer) in SYMBOLS.items():
            qml = (
                '<qgis version="3.40.6" labelsEnabled="1" styleCategories="AllStyleCategories"><renderer-v2 '
                f'type="singleSymbol"><symbols><symbol type="{kind}" name="0">{layer}</symbol></symbols></renderer-v2>'
                f"{NAME}</qgis>"
            ).replace("{url}", server.url + "/")
            database.execute("UPDATE layer_styles SET styleQML = ? WHERE f_table_name = ?", (qml, table))
    return str(path)


@pytest.mark.parametrize("algorithm, given", [
    ("controllayout", {"KIND": "map", "OUTPUT": "print.pdf", "DPI": 40}),
    ("controllayout", {"KIND": "evidence", "CORRIDORS": "1", "OUTPUT": "print.svg", "DPI": 40}),
    ("exportanimation", {"OUTPUT": "film.gif", "WIDTH": 160, "HEIGHT": 90, "FPS": 5, "HOLD": 0.2, "LEGEND": True}),
], ids=["map", "evidence", "film"])  # fmt: skip
def test_prints_and_films_ask_no_server(kit, poisoned, server, algorithm, given):
    before = {path: path.read_bytes() for path in Path(poisoned).parent.iterdir() if path.suffix == ".gpkg"}
    output = str(kit.folder / given["OUTPUT"])
    results = kit.run(algorithm, {**given, "CASE": poisoned, "OUTPUT": output})
    end = time.monotonic() + 1
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert server.requests == []
    (warning,) = (text for text in kit.feedback.warnings if "were not created in this QGIS profile" in text)
    assert {name for name in ("Control", "Clash events", "Corridors") if name in warning} == {
        "Control", "Clash events", "Corridors"}  # fmt: skip
    content = Path(results["OUTPUT"]).read_bytes()
    full_name = QgsApplication.userFullName()
    assert b"user_full_name" not in content
    assert len(full_name) < 3 or full_name == getpass.getuser() or full_name.encode() not in content
    assert {path: path.read_bytes() for path in before} == before

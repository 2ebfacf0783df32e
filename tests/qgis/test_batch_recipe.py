"""The README's recipe for many cases, run as it stands there on three small ones, one of which fails at first."""

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import shapely

from syria_control_plugin.case.case import Case
from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[2]
NAME = "syria_control_plugin"
GOOD, ODD, BROKEN = "hama", "it's north; 2", "broken"
MADE = {"case.gpkg", "corridors.html", "corridors.pdf", "atlas.pdf", "log.txt", "done"}

pytestmark = pytest.mark.skipif(not shutil.which("qgis_process"), reason="needs qgis_process")


@pytest.fixture(scope="module")
def recipe():
    """The text of the recipe."""
    found = re.findall(
        r"^```bash\n(# batch\.sh\n.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S
    )
    assert len(found) == 1, "README.md has the recipe batch.sh once"
    return found[0]


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """The environment of a user who has the plugin's zip installed."""
    home = tmp_path_factory.mktemp("home")
    with zipfile.ZipFile(ci_script("package").build(home)) as archive:
        archive.extractall(home / "plugins")
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "QGIS_PLUGINPATH": str(home / "plugins"),
        "PYTHONPATH": str(Path(shapely.__file__).parents[1]),
        "JOBS": "2",
    }


def add_maps(folder, days):
    """A file a day: squares of 0.1° in a row from 37° E, by who holds them; None: nobody is said to."""
    (folder / "maps").mkdir(parents=True, exist_ok=True)
    for day, holders in days.items():
        rows = [
            {
                "type": "Feature",
                "properties": {} if holder is None else {"faction": holder},
                "geometry": json.loads(shapely.to_geojson(shapely.box(37 + x / 10, 35, 37.1 + x / 10, 35.1))),
            }
            for x, holder in enumerate(holders)
        ]
        text = json.dumps({"type": "FeatureCollection", "features": rows})
        (folder / "maps" / f"control_{day}.geojson").write_text(text, encoding="utf-8")


CUT_OFF = {"2017-10-08": ["GOV", "IS", "OPP"], "2017-10-09": ["GOV", "IS", "GOV"]}  # GOV gains the east behind IS


def run(folder, machine):
    """The recipe as a user starts it; what it printed, and whether it tells of success."""
    result = subprocess.run(
        ["bash", "batch.sh"], cwd=folder, env=machine, capture_output=True, text=True, timeout=200, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return result.stdout, result.returncode == 0


def made(folder, name):
    return {path.name for path in (folder / "results" / name).iterdir()}


def test_fifty_cases(recipe, machine, tmp_path):
    """In short: three. One has movements and events, one a name that shells dislike, one no faction in its maps."""
    (tmp_path / "batch.sh").write_text(recipe, encoding="utf-8")
    cases = tmp_path / "cases"
    add_maps(cases / GOOD, CUT_OFF)
    line = "LINESTRING (36.95 35.05, 37.05 35.05, 37.15 35.05, 37.25 35.05, 37.35 35.05)"
    ways = f'id,mover,date,wkt\nM1,SDF,2017-10-08,"{line}"\n'
    (cases / GOOD / "movements.csv").write_text(ways, encoding="utf-8")
    events = "date,side_a,side_b,id,lon,lat\n2017-10-08,SDF,IS,1,37.15,35.05\n"
    (cases / GOOD / "events.csv").write_text(events, encoding="utf-8")
    add_maps(cases / ODD, CUT_OFF)
    add_maps(cases / BROKEN, {"2017-10-08": [None]})

    told, is_fine = run(tmp_path, machine)
    assert not is_fine and f"cases/{BROKEN}/ failed: see results/{BROKEN}/log.txt" in told
    assert told.count("failed") == 1
    assert made(tmp_path, GOOD) == made(tmp_path, ODD) == MADE
    assert made(tmp_path, BROKEN) == {"log.txt"}
    assert "No faction found in 'control_2017-10-08.geojson'" in (tmp_path / "results" / BROKEN / "log.txt").read_text()
    good = Case(str(tmp_path / "results" / GOOD / "case.gpkg"))
    assert ("observed", "IS", "clash reported") in good.select("corridors", "basis", "host", "verdict")
    odd = Case(str(tmp_path / "results" / ODD / "case.gpkg"))
    assert odd.select("corridors", "basis", "host", "verdict") == [("inferred", "IS", "not covered")]

    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "results" / GOOD).iterdir()}
    add_maps(cases / BROKEN, {"2017-10-08": ["GOV", "OPP"]})
    assert run(tmp_path, machine) == ("", True)
    assert made(tmp_path, BROKEN) == MADE - {"corridors.pdf"}  # there is no corridor
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "results" / GOOD).iterdir()} == before

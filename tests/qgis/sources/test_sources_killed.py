"""SIGKILL at any moment of an import leaves the old case or the new one, to the row.

The imports run in processes of their own: ten kills on the way to a new case and ten over an old one, at random
moments with a fixed seed, and more of them where the file of the case itself is written.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal
from qgis.core import QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core import fields as f

ROOT = Path(__file__).resolve().parents[3]
MAPS, SIDES, VERTICES = 60, 3, 120
# Imports on word from a process that has all modules loaded, each in a child of its own that can be killed.
# The child says when it begins ("begun"), when it is about to put the draft in the case's place ("landing") and when
# it is through ("done"). It is reaped on word only, so that a kill never meets another process with its number.
SERVER = """
import os, sys
from syria_control_plugin.case import editing as case_editing
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.files.inputs import list_inputs

def say(word):
    os.write(1, f"{word}\\n".encode())  # in one piece: two processes write to the pipe

def told(word, original):
    def wrapped(*arguments):
        say(word)
        return original(*arguments)
    return wrapped

case_editing._settle = told("landing", case_editing._settle)
say("ready")
for line in sys.stdin:
    target, folder = line.split()
    child = os.fork()
    if child:
        say(child)
        sys.stdin.readline()
        os.waitpid(child, 0)
        say("gone")
    else:
        say("begun")
        try:
            import_maps(target, list_inputs([folder])[0], ImportOptions(source="s"))
            say("done")
        except BaseException as error:
            say(f"failed: {error!r}")
        os._exit(0)
"""


# The copying of a draft over its case, page by page, killed after half of them.
HALF_COPY = """
import os, sqlite3, sys
from syria_control_plugin.case import editing as case_editing

def kill(status, remaining, total):
    if remaining < total / 2:
        os.kill(os.getpid(), 9)

class Slow(sqlite3.Connection):
    def backup(self, target, **options):
        target.execute("PRAGMA cache_size = 5")
        super().backup(target, pages=5, progress=kill)

connect = sqlite3.connect
sqlite3.connect = lambda path, **options: connect(path, factory=Slow, **options)
case_editing._copy(*sys.argv[1:])
"""


def contents(path) -> dict:
    """Every row of the tables that an import writes, geometry included, read by SQLite alone."""
    tables = (f.TERRITORIES, f.DERIVED, f.MAPS, f.FILES, f.IMPORT_ISSUES, f.FACTIONS)
    with closing(sqlite3.connect(path)) as database:
        return {table: sorted(tuple(row[1:]) for row in database.execute(f"SELECT * FROM {table}")) for table in tables}


def count_by_gdal(path) -> int:
    # For update, as QGIS opens it first: SQLite has to undo what the kill left, which a reader alone may not.
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    return dataset.GetLayerByName(f.CONTROL_MAP).GetFeatureCount()


class Importer:
    """The server above, and the killing of its imports."""

    def __init__(self):
        self._server = subprocess.Popen(
            [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._read() == "ready"

    def _read(self) -> str:
        return self._server.stdout.readline().strip()

    def _say(self, line: str) -> None:
        self._server.stdin.write(line + "\n")
        self._server.stdin.flush()

    def run(self, target, folder, kill_after: float | None = None, kill_at: str = "begun") -> tuple[float, float]:
        """Runs an import and kills it so many seconds after it says a word.

        Returns seconds from begin to landing and from landing to the end, of an import that was not killed.
        """
        self._say(f"{target} {folder}")
        moments: dict[str, float] = {}
        until = {"begun", "done" if kill_after is None else kill_at}
        while not (until <= set(moments) and any(word.isdigit() for word in moments)):
            word = self._read()
            assert word and not word.startswith("failed"), word or "the importer died"
            moments.setdefault(word, time.monotonic())
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(next(int(word) for word in moments if word.isdigit()), signal.SIGKILL)
        self._say("reap")
        while self._read() != "gone":
            pass
        if kill_after is not None:
            return 0.0, 0.0
        return moments["landing"] - moments["begun"], moments["done"] - moments["landing"]

    def close(self):
        self._server.stdin.close()
        self._server.wait(timeout=20)


def write_ground(maps, folder: str, seed: int, days) -> Path:
    """Daily maps of sides that touch each other along ragged lines, of some thousand vertices together."""
    rng = np.random.default_rng(seed)
    for day in days:
        edges = [np.column_stack([np.full(VERTICES, 36 + side), np.linspace(35, 36, VERTICES)])
                 + np.column_stack([rng.random(VERTICES) * 0.3, np.zeros(VERTICES)])
                 for side in range(SIDES + 1)]  # fmt: skip
        rows = [({"faction": f"S{side}"}, shapely.polygons(np.concatenate([edges[side], edges[side + 1][::-1]])))
                for side in range(SIDES)]  # fmt: skip
        date = np.datetime64("2017-10-01") + day
        maps.geojson(f"{folder}/{date}.geojson", *rows)
    return maps.folder / folder


@pytest.fixture(scope="module")
def world(map_writer, tmp_path_factory):
    importer = Importer()
    yield World(importer, map_writer(tmp_path_factory.mktemp("kill")))
    importer.close()


class TestKilled:
    """SIGKILL leaves the old case or the new one, to the row."""

    def test_ten_times_on_the_way_to_a_new_case(self, world):
        for number, delay in enumerate(moments_in(world.seconds, seed=1)):
            path = world.at(f"new{number}.gpkg")
            world.importer.run(path, world.folder, kill_after=delay)
            world.check(path, delay, {"none": None, "new": world.new})

    def test_ten_times_over_an_existing_case(self, world):
        for number, delay in enumerate(moments_in(world.seconds_again, seed=2)):
            path = shutil.copy(world.old_path, world.at(f"over{number}.gpkg"))
            world.importer.run(path, world.folder, kill_after=delay)
            world.check(path, delay, {"old": world.old, "new": world.new})

    def test_while_the_new_case_takes_the_place_of_the_old_one(self, world):
        """The last hundredth of a second, where the file of the case itself is written."""
        found = []
        for number in range(6):
            path = shutil.copy(world.old_path, world.at(f"landing{number}.gpkg"))
            delay = number / 5 * world.seconds_of_landing
            world.importer.run(path, world.folder, kill_after=delay, kill_at="landing")
            found.append(world.check(path, delay, {"old": world.old, "new": world.new}))
        assert found[0] == "old"

    @pytest.mark.parametrize("opens_first", ["QGIS", "GDAL", "Case"])
    def test_half_way_through_the_writing_of_the_case(self, world, opens_first):
        """At the worst moment, with half of the new content in the file and the old one in its journal."""
        path = shutil.copy(world.old_path, world.at(f"half {opens_first}.gpkg"))
        killed = subprocess.run(
            [sys.executable, "-c", HALF_COPY, world.at("new.gpkg"), path], timeout=60, check=False, cwd=ROOT
        )
        assert killed.returncode == -signal.SIGKILL
        assert Path(f"{path}-journal").stat().st_size > 0
        if opens_first == "QGIS":
            layer = QgsVectorLayer(f"{path}|layername={f.CONTROL_MAP}", "control", "ogr")
            assert layer.isValid()
            assert sum(1 for _ in layer.getFeatures()) == len(world.old[f.TERRITORIES]) + len(world.old[f.DERIVED])
        elif opens_first == "GDAL":
            assert count_by_gdal(path) == len(world.old[f.TERRITORIES]) + len(world.old[f.DERIVED])
        assert Case(path).sources() == ["s"]
        assert contents(path) == world.old

    def test_what_is_left_does_not_hinder_the_next_import(self, world):
        path = shutil.copy(world.old_path, world.at("next.gpkg"))
        world.importer.run(path, world.folder, kill_after=world.seconds_again / 2)
        drafts = list(Path(path).parent.glob(".next.draft-*.gpkg"))
        assert drafts, "the kill came too late or too early"
        world.importer.run(path, world.folder)
        assert contents(path) == world.new
        for left in Path(path).parent.glob(".next.draft-*"):
            os.utime(left, (0, 0))
        with editing(path) as draft:
            draft.set_setting("title", "later")
        assert list(Path(path).parent.glob(".next.draft-*")) == []


def moments_in(seconds: float, seed: int) -> list[float]:
    """Ten moments, at random, one in each tenth of the time."""
    chance = random.Random(seed)
    return [(number + chance.random()) / 10 * seconds for number in range(10)]


class World:
    """A case before an import and after it, and how long the import takes."""

    def __init__(self, importer: Importer, maps):
        self.importer, self._maps = importer, maps
        self.folder = write_ground(maps, "october", 1, range(MAPS))
        self.old_path = self.at("old.gpkg")
        importer.run(self.old_path, write_ground(maps, "old", 2, range(MAPS // 2)))
        self.old = contents(self.old_path)
        self.seconds = sum(importer.run(self.at("new.gpkg"), self.folder))
        self.new_rows_alone = contents(self.at("new.gpkg"))
        over = shutil.copy(self.old_path, self.at("over.gpkg"))
        before, self.seconds_of_landing = importer.run(over, self.folder)
        self.seconds_again = before + self.seconds_of_landing
        self.new = contents(over)
        assert len(self.new[f.TERRITORIES]) == MAPS * SIDES
        assert self.new == self.new_rows_alone != self.old

    def at(self, name: str) -> Path:
        return self._maps.at(name)

    def check(self, path, delay: float, allowed: dict) -> str:
        """Which of the allowed states the case is in, found by a copy of what the kill left, read in three ways."""
        if not os.path.exists(path):
            assert "none" in allowed
            return "none"
        journal = Path(f"{path}-journal")
        copy = Path(f"{path}.copy.gpkg")
        shutil.copy(path, copy)
        if journal.exists():
            shutil.copy(journal, f"{copy}-journal")
        by_gdal = count_by_gdal(copy)
        assert isinstance(Case(path).setting("revision"), int)
        found = contents(path)
        states = [name for name, rows in allowed.items() if rows == found]
        assert states, f"neither old nor new after {delay:.3f} s"
        assert by_gdal == len(found[f.TERRITORIES]) + len(found[f.DERIVED])
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return states[0]

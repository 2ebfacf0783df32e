"""A case on disk: changed in one step or not at all, whoever reads or writes it meanwhile."""

import itertools
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.derived import add_territories
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.errors import CaseError


@pytest.fixture
def october(maps, case):
    """A case of one map."""
    case.load(maps("october/2017-10-01.geojson", "GOV 36-37").parent)
    return case


def add_row(draft, who: str = "IS") -> None:
    series = ControlSeries([who], [np.datetime64("2017-10-09")], [np.datetime64("NaT")], [shapely.box(37, 35, 38, 36)],
                           ["october"])  # fmt: skip
    add_territories(draft, series, f.PUBLISHED_MAP, ["x"])


class Stop(Exception):
    pass


@pytest.mark.parametrize("error", [Stop, KeyboardInterrupt, sqlite3.OperationalError])
def test_an_error_inside_leaves_the_case_and_the_folder_as_they_were(october, error):
    before, files = october.state, os.listdir(os.path.dirname(october.path))
    with pytest.raises(CaseError if error is sqlite3.OperationalError else error):
        with editing(october.path) as draft:
            add_row(draft)
            raise error
    assert october.state == before
    assert os.listdir(os.path.dirname(october.path)) == files


def test_an_error_inside_makes_no_new_case(tmp_path):
    with pytest.raises(Stop), editing(str(tmp_path / "new.gpkg")):
        raise Stop
    assert os.listdir(tmp_path) == []


def test_a_reader_in_the_middle_of_reading_sees_no_half(october):
    """While the draft is made, who reads the case reads the old one."""
    with editing(october.path) as draft:
        add_row(draft)
        assert october.rows() == ["GOV 36-37 2017-10-01/-"]
    assert october.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-09/-"]


def test_an_open_connection_sees_the_new_rows(october, maps):
    with closing(sqlite3.connect(october.path)) as database:
        count = f"SELECT count(*) FROM {f.TERRITORIES}"
        assert database.execute(count).fetchone() == (1,)
        maps("october/2017-10-02.geojson", "GOV 36-37, IS 37-38")
        october.load(maps.folder / "october")
        assert database.execute(count).fetchone() == (2,)


def test_a_layer_open_in_qgis_sees_the_new_rows(october, maps):
    layer = QgsVectorLayer(f"{october.path}|layername={f.CONTROL_MAP}", "control", "ogr")
    assert layer.isValid()
    assert [feature[f.CLASS] for feature in layer.getFeatures()] == ["GOV"]
    maps("october/2017-10-02.geojson", "GOV 36-37, IS 37-38")
    october.load(maps.folder / "october")
    layer.reload()
    assert sorted(feature[f.CLASS] for feature in layer.getFeatures()) == ["GOV", "IS"]


@pytest.mark.parametrize("content", [b"a report, not a database", b"SQLite format 3\0 broken" * 100])
def test_a_file_that_is_no_case_is_refused_and_left_alone(maps, case, content):
    Path(case.path).write_bytes(content)
    with pytest.raises(CaseError, match="Choose another file"):
        case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    assert Path(case.path).read_bytes() == content


def test_another_geopackage_is_refused_and_left_alone(maps, case):
    path = maps.ogr("other.gpkg", "GPKG", {"mine": [({"faction": "GOV"}, shapely.box(36, 35, 37, 36))]})
    case.path, before = str(path), path.read_bytes()
    with pytest.raises(CaseError, match="not made by Syria Control"):
        case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    with pytest.raises(CaseError, match="not made by Syria Control"), editing(case.path):
        pass
    assert path.read_bytes() == before


def test_an_empty_file_becomes_the_case(maps, case):
    """QGIS makes one when it asks for the name of a temporary output."""
    Path(case.path).touch()
    case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]


def test_a_change_by_another_in_the_meantime_is_not_overwritten(october):
    with pytest.raises(CaseError, match="changed by another program"), editing(october.path) as mine:
        add_row(mine, "IS")
        with editing(october.path) as theirs:
            add_row(theirs, "OPP")
    assert october.factions() == {"GOV", "OPP"}


def test_two_that_make_the_same_new_case(tmp_path):
    path = str(tmp_path / "new.gpkg")
    with pytest.raises(CaseError, match="changed by another program"), editing(path) as mine:
        add_row(mine, "IS")
        with editing(path) as theirs:
            add_row(theirs, "OPP")
    assert set(Case(path).territories("october").faction) == {"OPP"}


def test_a_locked_case_is_named_and_left_alone(october, monkeypatch):
    for module in ("case", "editing"):
        monkeypatch.setattr(f"syria_control_plugin.case.{module}.WAIT_SECONDS", 0.2)
    with closing(sqlite3.connect(october.path)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseError, match=r"case\.gpkg"), editing(october.path) as draft:
            add_row(draft)
    assert october.rows() == ["GOV 36-37 2017-10-01/-"]


def test_a_reader_that_holds_the_case_while_it_is_written(october, monkeypatch):
    """A transaction that is open for a moment, as a canvas that draws has one, delays the import only."""
    held, taken = threading.Event(), threading.Event()

    def read():
        with closing(sqlite3.connect(october.path)) as database:
            cursor = database.execute(f"SELECT 1 FROM {f.TERRITORIES}, gpkg_contents, gpkg_contents")
            cursor.fetchone()
            held.set()
            taken.wait(0.7)
            cursor.close()

    reader = threading.Thread(target=read)
    with editing(october.path) as draft:
        add_row(draft)
        reader.start()
        held.wait()
    reader.join()
    assert october.factions() == {"GOV", "IS"}


@pytest.mark.parametrize("folder", ["missing", "a file"])
def test_a_place_that_can_not_be_written(tmp_path, folder):
    (tmp_path / "a file").touch()
    with pytest.raises(CaseError, match=folder), editing(str(tmp_path / folder / "case.gpkg")):
        pass


def test_the_drawn_view_has_ids_of_its_own(maps, case):
    case.load(maps("2017-10-01.geojson", "GOV 36-37.5, IS 37-38"))
    rows = case.open.select(f.CONTROL_MAP, f.FID, f.CLASS)
    assert len({fid for fid, _ in rows}) == len(rows) == 3
    assert {name for _, name in rows} == {"GOV", "IS", "class:contested"}


def test_shown_until_is_the_last_millisecond(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("2017-10-02.geojson", "IS 36-37")
    case.load(maps.folder)
    shown = dict(case.open.select(f.TERRITORIES, f.FACTION, f.SHOWN_UNTIL))
    assert shown == {"GOV": "2017-10-01T23:59:59.999Z", "IS": None}


def test_days_of_a_case_in_order(maps, case):
    for day, west in itertools.product((1, 5, 3), (36,)):
        maps(f"2017-10-0{day}.geojson", f"GOV {west}-{west + day}")
    case.load(maps.folder)
    assert [str(date)[:10] for date in case.open.dates()] == ["2017-10-01", "2017-10-03", "2017-10-05"]

"""Sizes and depths that would fill the memory, and names that are too many: refused with a reason and a setting."""

import json
import re
import time
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsSettings

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme, shipped_factions
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.case.limits import (
    CELL_CHARACTERS,
    FACTIONS,
    GEOJSON_OBJECT_MB,
    JSON_DEPTH,
    LIMITS,
    SETTING_MB,
    THEME_MB,
    Limit,
    TooManyFactions,
    read_json,
)
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import CaseError, FactionError, SourceError, ThemeError
from syria_control_plugin.core.factions.factions import FactionRegister
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.tables import SourceTable
from syria_control_plugin.sources.maps.preview import look_at

DEEP = "[" * 100_000 + "]" * 100_000
GUIDE = Path(__file__).parents[3] / "syria_control_plugin" / "resources" / "guide" / "import.html"


@pytest.fixture
def limit(monkeypatch):
    """Sets a limit; not in QGIS's own settings, which tests that run beside this one have too."""
    kept = {}

    class Settings:
        def value(self, key, default):
            return kept.get(key, default)

    monkeypatch.setattr("qgis.core.QgsSettings", Settings)
    return lambda each, value: kept.update({each.key: value})


def test_a_limit_is_in_the_settings_of_qgis():
    own = Limit("limit_of_a_test", 5, "")
    assert own.value == 5
    QgsSettings().setValue("syria_control/limits/limit_of_a_test", "7")
    try:
        assert own.value == 7
    finally:
        QgsSettings().remove(own.key)


@pytest.mark.parametrize(("given", "expected"), [("7", 7), (7, 7), ("none", 100), (0, 100), (-5, 100), (None, 100)])
def test_a_limit_is_what_the_settings_say_where_they_make_sense(limit, given, expected):
    limit(JSON_DEPTH, given)
    assert JSON_DEPTH.value == expected


def test_the_guide_has_each_limit_with_its_default_and_reason():
    text = " ".join(re.sub(r"<[^>]+>", " ", GUIDE.read_text(encoding="utf-8")).split())
    for each in LIMITS:
        assert f"{each.key} {each.default:,} {each.reason}" in text, each.name


@pytest.mark.parametrize("text", [DEEP, '{"a":' * 100_000 + "1" + "}" * 100_000, "[" * 101 + "]" * 101])
def test_json_that_is_too_deep_is_refused(text):
    with pytest.raises(
        SourceError, match="given: the JSON is nested more than 100 levels deep.*syria_control/limits/json_depth"
    ):
        read_json(text, "given")


def test_json_within_the_depth_is_read(limit):
    text = "[" * 100 + "]" * 100
    assert json.dumps(read_json(text, "given")) == text
    limit(JSON_DEPTH, 99)
    with pytest.raises(SourceError, match="more than 99"):
        read_json(text, "given")


@pytest.mark.parametrize("text", ["", "{", "[1,]", b"\xff\xfe\x00"])
def test_what_is_not_json_is_refused(text):
    with pytest.raises(SourceError, match="given: is not JSON in UTF-8"):
        read_json(text, "given")


def test_a_large_theme_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.json"
    with open(path, "wb") as file:
        file.truncate(2 * 1024**3)  # a hole: takes no room on disk, and all of it in memory
    start = time.perf_counter()
    with pytest.raises(ThemeError, match=r"large\.json: 2048 MB of JSON; the limit is 32 MB.*limits/theme_mb"):
        load_theme(str(path))
    assert time.perf_counter() - start < 2


def test_a_theme_that_is_too_deep_is_refused(tmp_path):
    path = tmp_path / "deep.json"
    path.write_text(DEEP)
    with pytest.raises(ThemeError, match="deep.json: the JSON is nested"):
        load_theme(str(path))


def test_a_theme_of_twenty_thousand_classes_is_within_the_limit(tmp_path):
    theme = load_theme("conflict_convention").with_spares(f"Militia {number:05d}" for number in range(20_000))
    path = tmp_path / "many.json"
    path.write_text(json.dumps(theme.to_dict()))
    assert path.stat().st_size < THEME_MB.default * 1024**2
    assert load_theme(str(path)) == theme == Theme.from_dict(theme.to_dict())


def keep(case, key, text):
    with editing(case.path) as draft:
        draft.replace_plain(f.SETTINGS, (f.KEY, f.VALUE), [(key, text)], {f.KEY: key})


def test_settings_of_a_case_that_are_too_deep_or_too_large_are_refused(case, maps, limit):
    case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    keep(case, "title", DEEP)
    with pytest.raises(CaseError, match="its setting 'title' cannot be read: title: the JSON is nested"):
        case.open.setting("title")
    limit(SETTING_MB, 1)
    keep(case, "title", json.dumps("x" * 1024**2))
    with pytest.raises(CaseError, match="limits/setting_mb"):
        case.open.setting("title")


def test_aliases_of_a_case_that_are_too_deep_are_refused(case, maps):
    from syria_control_plugin.case.catalogue import known_factions

    case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    with editing(case.path) as draft:
        draft.replace_plain(f.FACTIONS, ("id", "aliases"), [("GOV", DEEP)], {"id": "GOV"})
    with pytest.raises(FactionError, match="aliases of faction 'GOV': the JSON is nested"):
        known_factions(Case(case.path))


def test_geojson_that_is_too_deep_is_one_files_problem(case, maps):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("2017-10-02.geojson", "GOV 36-37", note="DEEP")
    path = maps.geojson("2017-10-03.geojson", deep="DEEP")
    for deep in path.parent.glob("*.geojson"):
        deep.write_text(deep.read_text().replace('"DEEP"', DEEP))
    report = case.load(path.parent)
    assert report.rows_loaded == 1
    assert {issue.file for issue in report.issues} <= {"2017-10-02.geojson", "2017-10-03.geojson"}


def many(maps, count, name="2017-10-01.geojson"):
    return maps.geojson(name, *(({"faction": f"id {number}"}, shapely.box(0, 0, 1, 1)) for number in range(count)))


def test_too_many_factions_are_asked_about(case, maps, limit):
    limit(FACTIONS, 10)
    path = many(maps, 11)
    with pytest.raises(TooManyFactions, match="More than 10 factions were read from field 'faction'.*limits/factions"):
        case.load(path, faction_field="faction")
    assert not Path(case.path).exists()
    limit(FACTIONS, 11)
    assert len(case.load(path, faction_field="faction").unknown_factions) == 11


def test_the_preview_states_that_there_are_too_many_factions(maps, limit):
    limit(FACTIONS, 10)
    found = look_at(list_inputs([str(many(maps, 11))])[0])
    assert not found.can_be_imported
    assert "More than 10 factions were read from field 'faction'" in str(found.problem)


def test_too_many_factions_of_reports_and_movements_are_asked_about(limit):
    import numpy as np

    from syria_control_plugin.sources.maps.reports import ReportOptions, read_places, read_reports
    from syria_control_plugin.sources.movements.options import MovementOptions
    from syria_control_plugin.sources.movements.reader import read_movements

    limit(FACTIONS, 10)
    rows, names = np.arange(11), [f"id {number}" for number in range(11)]
    points = shapely.points(rows / 10, rows / 10)
    columns = {"place": names, "date": ["2017-10-01"] * 11, "holder": names}
    table = SourceTable("reports.csv", "reports", ("reports",), columns, rows, points)
    options, report = ReportOptions(), ImportReport()
    places = read_places(table, options, report, is_own_table=False)
    with pytest.raises(TooManyFactions, match="column 'holder'"):
        read_reports(table, places, shipped_factions(), options, report)
    lines = shapely.linestrings(np.stack([np.column_stack([rows, rows]), np.column_stack([rows + 1, rows])], axis=1))
    table = SourceTable(
        "lines.gpkg", "lines", ("lines",), {"faction": names, "start": ["2017-10-01"] * 11}, rows, lines
    )
    with pytest.raises(TooManyFactions, match="field 'faction'"):
        read_movements(table, MovementOptions(), FactionRegister(shipped_factions()).factions, ImportReport())


def test_a_cell_that_is_too_long_is_one_files_problem(case, maps, limit):
    maps("2017-10-01.geojson", "GOV 36-37", note="x" * 1000)
    path = maps("2017-10-02.geojson", "GOV 36-37", note="x" * 1001)
    limit(CELL_CHARACTERS, 1000)
    report = case.load(path.parent)
    (issue,) = report.issues
    assert issue.file == "2017-10-02.geojson"
    assert "row 0: field 'note' contains 1001 characters" in str(issue) and CELL_CHARACTERS.key in str(issue)
    assert report.rows_loaded == 1


def test_a_geojson_feature_that_is_too_large_is_refused_with_the_setting(case, maps, limit, monkeypatch):
    monkeypatch.setattr("syria_control_plugin.sources.files.opening._TEXT_LIMIT_BYTES", 0)  # read as a file, not a text
    ring = shapely.get_coordinates(shapely.Point(36, 35).buffer(1, quad_segs=5000)).tolist()
    path = maps.geojson("2017-10-01.geojson", ({"faction": "GOV"}, {"type": "Polygon", "coordinates": [ring]}))
    limit(GEOJSON_OBJECT_MB, 1)
    with pytest.raises(SourceError, match="more than 1 MB of memory.*limits/geojson_object_mb"):
        case.load(path)
    limit(GEOJSON_OBJECT_MB, 100)
    assert case.load(path).rows_loaded == 1

"""Imports that come after others, and what happens beside them."""

import json
import sqlite3
from contextlib import closing

import pytest

from syria_control_plugin.case.catalogue import RESOURCES
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core.errors import CaseError, SourceError

BOTH = ("GOV", "OPP")


def test_precedence_holds_when_one_of_two_files_is_corrected(maps, case):
    """GOV 36-38 keeps what OPP claims too, also when only the file of OPP is new."""
    maps("GOV_20171001.geojson", "GOV 36-38")
    maps("OPP_20171001.geojson", "OPP 37-39")
    case.load(maps.folder, precedence=BOTH)
    maps("OPP_20171001.geojson", "OPP 37-40")
    case.load(maps.folder, precedence=BOTH)
    assert case.rows() == ["GOV 36-38 2017-10-01/-", "OPP 38-40 2017-10-01/-"]


def test_precedence_holds_when_the_files_come_one_by_one(maps, case):
    case.load(maps("OPP_20171001.geojson", "OPP 37-39"), precedence=BOTH)
    case.load(maps("GOV_20171001.geojson", "GOV 36-38"), precedence=BOTH)
    assert case.rows() == ["GOV 36-38 2017-10-01/-", "OPP 38-39 2017-10-01/-"]


def test_an_edit_made_by_another_program_meanwhile_is_not_overwritten(maps, case):
    case.load(maps("2017-10-01.geojson", "GOV 36-37"))
    with pytest.raises(CaseError, match="changed by another program"), editing(case.path) as draft:
        draft.set_setting("title", "mine")
        with closing(sqlite3.connect(case.path)) as other, other:
            other.execute("UPDATE case_settings SET value = '7' WHERE key = 'revision'")
    assert case.open.setting("title") is None and case.open.setting("revision") == 7


def test_a_theme_file_is_read_anew_each_time(maps, case, tmp_path):
    theme = json.loads((RESOURCES / "themes" / "conflict_convention.json").read_text(encoding="utf-8"))
    path = tmp_path / "mine.json"

    def colour_of_gov(colour):
        next(entry for entry in theme["classes"] if entry.get("faction") == "GOV")["fill"]["colour"] = colour
        path.write_text(json.dumps(theme), encoding="utf-8")
        case.load(maps.folder, theme=str(path))
        found = next(entry for entry in case.open.setting("theme")["classes"] if entry.get("faction") == "GOV")
        return found["fill"]["colour"]

    maps("2017-10-01.geojson", "GOV 36-37, Somebody 37-38")
    assert colour_of_gov("#111111") == "#111111"
    assert colour_of_gov("#222222") == "#222222"
    before = case.state
    case.load(maps.folder, theme=str(path))
    assert case.state == before


def test_another_word_for_contested_ground_reaches_what_is_there(maps, case, tmp_path):
    maps("2017-10-01.geojson", "GOV 36-38, OPP 37-39")
    case.load(maps.folder)
    theme = json.loads((RESOURCES / "themes" / "conflict_convention.json").read_text(encoding="utf-8"))
    theme["contested"]["id"] = "disputed"
    (tmp_path / "mine.json").write_text(json.dumps(theme), encoding="utf-8")
    case.load(maps.folder, theme=str(tmp_path / "mine.json"))
    assert [name for name in case.open.classes() if name.startswith("class:")] == ["class:disputed"]


def test_a_pattern_names_its_files_by_the_folder_before_its_wildcard(maps, case):
    maps("2017/2017-10-01.geojson", "GOV 36-37")
    case.load(maps.folder / "*" / "*.geojson")
    maps("2018/2018-01-01.geojson", "GOV 36-38")
    report = case.load(maps.folder / "*" / "*.geojson")
    assert report.files_read == 1
    assert case.rows() == ["GOV 36-37 2017-10-01/2018-01-01", "GOV 36-38 2018-01-01/-"]


def test_a_correction_that_cannot_be_read_leaves_the_ground_and_is_told(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("2017-10-02.geojson", "GOV 36-38")
    case.load(maps.folder)
    rows = case.rows()
    maps.text("2017-10-02.geojson", '{"type": "FeatureCollection", "features": [{"type": "Fea')
    report = case.load(maps.folder)
    assert case.rows() == rows
    assert [(issue.file, issue.action) for issue in report.issues] == [("2017-10-02.geojson", "rejected")]
    before = case.state
    assert not case.load(maps.folder).issues and case.state == before
    maps("2017-10-02.geojson", "GOV 36-39")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "GOV 36-39 2017-10-02/-"]
    assert case.issues() == []


def test_a_first_import_of_nothing_but_bad_files_names_them(maps, case):
    maps.text("2017-10-01.geojson", "no map")
    with pytest.raises(SourceError, match=r"2017-10-01\.geojson"):
        case.load(maps.folder)


def test_a_damaged_member_of_a_zip_costs_only_itself(maps, case):
    first, second = maps("a/2017-10-01.geojson", "GOV 36-37"), maps("a/2017-10-02.geojson", "GOV 36-38")
    archive = maps.zip("maps.zip", {"2017-10-01.geojson": first, "2017-10-02.geojson": second})
    content = archive.read_bytes()
    at = content.index(second.read_bytes())
    archive.write_bytes(content[:at] + b"x" * 40 + content[at + 40 :])
    report = case.load(archive)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert [issue.action for issue in report.issues] == ["rejected"]


def test_the_text_of_a_map_is_no_address(maps, case):
    elsewhere = maps("elsewhere/2017-10-09.geojson", "IS 36-37")
    maps("b/2017-10-01.geojson", "GOV 36-37")
    maps.text("b/2017-10-02.geojson", str(elsewhere))
    report = case.load(maps.folder / "b")
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert [issue.action for issue in report.issues] == ["rejected"]


def test_fields_spelt_in_two_ways(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37", date="2017-10-01")
    maps("2017-10-02.geojson", "GOV 36-38", Date="2017-10-02")
    case.load(maps.folder)
    assert case.dates() == ["2017-10-01", "2017-10-02"]


def test_a_field_that_leaves_day_and_month_open_is_no_matter_where_names_are_dated(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37", timestamp="5/6/2017")
    case.load(maps.folder)
    assert case.dates() == ["2017-10-01"]


def test_hole_limit_of_zero_takes_an_earlier_one_back(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("2017-10-20.geojson", "GOV 36-38")
    case.load(maps.folder, gap_limit_days=3)
    assert case.rows()[0] == "GOV 36-37 2017-10-01/2017-10-04"
    case.load(maps.folder, gap_limit_days=0)
    assert case.rows()[0] == "GOV 36-37 2017-10-01/2017-10-20"


def test_the_ground_outside_is_nobodys_only_while_the_source_says_so(maps, case):
    """It is kept with the source; files that are unchanged are not read again for it."""
    maps("2017-10-01.geojson", "GOV 36-37")
    case.load(maps.folder)
    assert case.open.nobody_outside() == frozenset()
    report = case.load(maps.folder, nobody_outside=True)
    assert (report.files_unchanged, report.territories_added) == (1, 0)
    series = case.open.territories("maps").series()
    assert series.nobody_outside == {"maps"} and series.outside("maps") == "nobody"
    maps("2017-10-02.geojson", "GOV 36-38")
    case.load(maps.folder)
    assert case.open.nobody_outside() == {"maps"}
    case.load(maps.folder, source="other", nobody_outside=True)
    case.load(maps.folder, nobody_outside=False)
    assert case.open.nobody_outside() == {"other"}


def test_notes_on_rows_that_overlap_do_not_pile_up(maps, case):
    maps("IS_20171001.geojson", "IS 36-38")
    maps("IS_20171001_b.geojson", "IS 37-39")
    case.load(maps.folder)
    assert len(case.issues()) == 2
    case.load(maps.folder, end_is_last_day=True)  # other settings: all is read again
    assert len(case.issues()) == 2


def test_a_lonlat_map_of_elsewhere_is_not_turned_round_for_another_source(maps, case):
    """Syria with x and y swapped lies in Turkey; a map of Turkey is no swapped map of Syria."""
    case.load(maps("a/2017-10-01.geojson", "GOV 37-41"))
    box = "POLYGON((33 37.5, 36 37.5, 36 41, 33 41, 33 37.5))"
    case.load(maps.geojson("b/2017-10-01.geojson", ({"faction": "TUR"}, box)), source="other")
    assert case.rows("other") == ["TUR 33-36 2017-10-01/-"]

"""A renamed file is a changed date; a file that is gone keeps its maps, and is named."""

import json

import pytest
import shapely

from syria_control_plugin.case.case import Case
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "maps"
    made.mkdir()
    return made


def write(path, east, faction="GOV"):
    shape = json.loads(shapely.to_geojson(shapely.box(37, 35, east, 36)))
    feature = {"type": "Feature", "properties": {"faction": faction}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))


def load(folder, *names):
    """Import a folder, or some of its files; return what each faction holds since when, and the notes."""
    case = str(folder.parent / "case.gpkg")
    inputs, _ = list_inputs([str(folder / name) for name in names] or [str(folder)])
    report = import_maps(case, inputs, ImportOptions(source="S"))
    rows = Case(case).territories("S")
    areas = (shapely.bounds(shape)[2] for shape in rows.geometry(range(len(rows.fid))))
    held = sorted(f"{name} {east:.0f} {str(day)[:10]}" for name, east, day in zip(rows.faction, areas, rows.start))
    return held, [str(issue.message) for issue in report.issues]


def test_the_map_of_a_renamed_file_moves_to_its_new_date(folder):
    write(folder / "c_2017-10-08.geojson", 38)
    write(folder / "c_2017-10-24.geojson", 39)
    assert load(folder)[0] == ["GOV 38 2017-10-08", "GOV 39 2017-10-24"]
    (folder / "c_2017-10-08.geojson").rename(folder / "c_2017-10-09.geojson")
    held, notes = load(folder)
    assert held == ["GOV 38 2017-10-09", "GOV 39 2017-10-24"]
    assert len(notes) == 1 and "c_2017-10-09" in notes[0] and "'c_2017-10-08.geojson', which is gone" in notes[0]
    assert load(folder) == (held, [])


def test_a_renamed_file_gives_up_only_its_own_part_of_a_map(folder):
    write(folder / "a_2017-10-08.geojson", 38)
    write(folder / "b_2017-10-08.geojson", 39)
    assert load(folder)[0] == ["GOV 39 2017-10-08"]
    (folder / "b_2017-10-08.geojson").rename(folder / "b_2017-10-09.geojson")
    assert load(folder)[0] == ["GOV 38 2017-10-08", "GOV 39 2017-10-09"]


def test_a_new_name_without_a_date_loses_no_map(folder):
    write(folder / "c_2017-10-08.geojson", 38)
    write(folder / "c_2017-10-24.geojson", 39)
    before = load(folder)[0]
    (folder / "c_2017-10-08.geojson").rename(folder / "c_corrected.geojson")
    write(folder / "c_2017-10-25.geojson", 40)
    assert set(before) <= set(load(folder)[0])


def test_a_file_that_is_gone_or_was_replaced_keeps_its_maps_and_is_named(folder):
    write(folder / "c_2017-10-08.geojson", 38)
    write(folder / "c_2017-10-24.geojson", 39)
    before = load(folder)[0]
    (folder / "c_2017-10-08.geojson").unlink()
    held, notes = load(folder)
    assert held == before and len(notes) == 1 and "c_2017-10-08.geojson" in notes[0] and "kept" in notes[0]
    write(folder / "c_2017-10-09.geojson", 37.5)
    held, notes = load(folder)
    assert set(before) <= set(held) and any("kept" in note for note in notes)


def test_of_two_copies_it_is_not_known_which_one_was_renamed(folder):
    write(folder / "c_2017-10-08.geojson", 38)
    before = load(folder)[0]
    content = (folder / "c_2017-10-08.geojson").read_text()
    (folder / "c_2017-10-08.geojson").unlink()
    for day in ("2017-10-10", "2017-10-12"):
        (folder / f"c_{day}.geojson").write_text(content)
    held, notes = load(folder)
    assert held == before and any("kept" in note for note in notes)


def test_a_copy_beside_the_file_is_another_map_and_a_part_of_the_folder_says_nothing_of_the_rest(folder):
    write(folder / "a_2017-10-08.geojson", 38)
    write(folder / "b_2017-10-24.geojson", 39)
    before = load(folder)[0]
    (folder / "c_2017-10-30.geojson").write_text((folder / "a_2017-10-08.geojson").read_text())
    held, notes = load(folder, "c_2017-10-30.geojson")
    assert held == sorted([*before, "GOV 38 2017-10-30"])
    assert notes == []

"""Folders of one name in two places are two sources, or a question; never one by accident."""

import shutil

import pytest

from syria_control_plugin.sources.files.inputs import all_inputs
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.source_places import KnownSource


def look(case, folder, **options):
    return look_at(all_inputs([], [str(folder)])[0], ImportOptions(**options), case.open, seconds=60)


@pytest.fixture
def folders(maps):
    """Two publishers' folders of one name."""

    def make(name):
        maps(f"A/{name}/2017-10-01.geojson", "GOV 36-37")
        maps(f"A/{name}/2017-10-20.geojson", "GOV 36-38")
        maps(f"B/{name}/2017-10-05.geojson", "IS 36-37")
        return maps.folder / "A" / name, maps.folder / "B" / name

    return make


@pytest.mark.parametrize("name", ["data", "GeoJSON", "export"])
def test_a_common_name_is_told_apart_by_the_folder_above(folders, case, name):
    for folder in folders(name):
        case.load(folder)
    assert case.open.sources() == [f"A {name}", f"B {name}"]
    assert case.rows(f"A {name}") == ["GOV 36-37 2017-10-01/2017-10-20", "GOV 36-38 2017-10-20/-"]


class TestAnyOtherName:
    def test_is_asked_about(self, folders, case):
        first, second = folders("weekly")
        case.load(first)
        before = case.state
        with pytest.raises(KnownSource, match="a source 'weekly' from another folder. Set SOURCE"):
            case.load(second)
        assert case.state == before
        preview = look(case, second)
        assert preview.known_source == "weekly" and not preview.can_be_imported
        assert look(case, second, source="Other").can_be_imported and look(case, first).can_be_imported

    def test_answered_by_another_name(self, folders, case):
        first, second = folders("weekly")
        case.load(first)
        case.load(second, source="Other")
        assert case.open.sources() == ["Other", "weekly"]

    def test_answered_by_the_same_name(self, folders, case, maps):
        first, second = folders("weekly")
        case.load(first)
        case.load(second, source="weekly")
        assert case.open.sources() == ["weekly"]
        maps("B/weekly/2017-10-05.geojson", "IS 36-38")
        case.load(second)  # the answer is kept
        assert "IS 36-38 2017-10-05/2017-10-20" in case.rows()

    def test_a_folder_that_was_moved_is_the_same(self, folders, case, maps):
        first, _ = folders("weekly")
        case.load(first)
        moved = shutil.move(first, maps.folder / "C" / "weekly")
        maps("C/weekly/2017-10-27.geojson", "GOV 36-39")
        assert look(case, moved).can_be_imported
        case.load(moved)
        assert case.open.sources() == ["weekly"] and len(case.dates()) == 3

    def test_the_case_does_not_contain_the_path(self, folders, case, maps):
        case.load(folders("weekly")[0])
        assert str(maps.folder) not in str(case.open.setting("source_places"))

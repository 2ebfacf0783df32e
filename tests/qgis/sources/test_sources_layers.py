"""Layers of a project as inputs: dated by their names and groups, read in another thread, also without a case."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import shapely
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from syria_control_plugin.case.catalogue import shipped_factions
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.case.qgis_values import to_qgis
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.core.factions.factions import Factions
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.sources.files.project_layers import layer_input
from syria_control_plugin.sources.maps.detection import FieldOverrides
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.layer_series import read_series
from syria_control_plugin.sources.maps.options import ImportOptions

BOX = shapely.box(36, 35, 37, 36)


def memory_layer(name: str, *rows, fields: str = "", crs: str = "EPSG:4326") -> QgsVectorLayer:
    """Rows are (fields, geometry); ``fields`` as in a memory provider's address, all text where not given."""
    names = list(rows[0][0]) if rows else []
    columns = fields or "".join(f"&field={each}:string" for each in names)
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}{columns}", name, "memory")
    assert layer.isValid()
    features = []
    for values, geometry in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values.values()))
        if geometry is not None:
            feature.setGeometry(to_qgis(geometry))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def project():
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def load(case):
    def run(*layers, project=None, source="layers"):
        inputs = [layer_input(layer, project) for layer in layers]
        return import_maps(case.path, inputs, ImportOptions(source=source))

    return run


def in_group(project, layer, *groups):
    node = project.layerTreeRoot()
    for name in groups:
        node = node.findGroup(name) or node.addGroup(name)
    project.addMapLayer(layer, False)
    node.addLayer(layer)
    return layer


def test_dated_by_their_names(load, case):
    layers = [memory_layer(f"Control 2017-10-0{day}", ({"faction": who}, BOX)) for day, who in ((1, "GOV"), (2, "IS"))]
    load(*layers)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]


def test_dated_by_their_groups_though_all_have_one_name(load, case, project):
    layers = [in_group(project, memory_layer("control", ({"faction": who}, BOX)), "October", f"{day} Oct 2017")
              for day, who in ((1, "GOV"), (2, "IS"), (3, "OPP"))]  # fmt: skip
    load(*layers, project=project)
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/2017-10-03", "OPP 36-37 2017-10-03/-",
    ]  # fmt: skip


def test_two_layers_of_one_name_side_by_side(load, case):
    """Duplicated in the project: both are read, neither takes the other's place."""
    layers = [memory_layer("2017-10-01", ({"faction": who}, shapely.box(west, 35, west + 1, 36)))
              for who, west in (("GOV", 36), ("IS", 37))]  # fmt: skip
    load(*layers)
    assert case.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-01/-"]


def test_faction_by_the_group(load, case, project):
    layer = in_group(project, memory_layer("2017-10-01", ({"note": "x"}, BOX)), "Daesh")
    load(layer, project=project)
    assert case.rows() == ["IS 36-37 2017-10-01/-"]


def test_the_same_layers_again_change_nothing_and_an_edit_is_noticed(load, case):
    layer = memory_layer("2017-10-01", ({"faction": "GOV"}, BOX))
    load(layer)
    before = case.state
    load(layer)
    assert case.state == before
    (feature,) = layer.getFeatures()
    layer.dataProvider().changeAttributeValues({feature.id(): {0: "IS"}})
    load(layer)
    assert case.rows() == ["IS 36-37 2017-10-01/-"]


def test_moved_ground_is_noticed(load, case):
    layer = memory_layer("2017-10-01", ({"faction": "GOV"}, BOX))
    load(layer)
    (feature,) = layer.getFeatures()
    layer.dataProvider().changeGeometryValues({feature.id(): to_qgis(shapely.box(36, 35, 38, 36))})
    load(layer)
    assert case.rows() == ["GOV 36-38 2017-10-01/-"]


@pytest.mark.parametrize(
    ("kind", "value", "moment"),
    [
        ("date", QDate(2017, 10, 24), "2017-10-24"),
        ("datetime", QDateTime(QDate(2017, 10, 24), QTime(15, 30), Qt.TimeSpec.UTC), "2017-10-24T15:30:00"),
        ("datetime", QDateTime(QDate(2017, 10, 24), QTime(15, 30)), "2017-10-24T15:30:00"),
        ("datetime", QDateTime(QDate(2017, 10, 24), QTime(1, 30), Qt.TimeSpec.OffsetFromUTC, 3 * 3600),
         "2017-10-23T22:30:00"),
        ("string", "24 Oct 2017", "2017-10-24"),
        ("integer", 20171024, "2017-10-24"),
    ],
)  # fmt: skip
def test_date_fields(load, case, kind, value, moment):
    fields = f"&field=faction:string&field=date:{kind}"
    load(memory_layer("control", ({"faction": "GOV", "date": value}, BOX), fields=fields))
    assert case.rows() == [f"GOV 36-37 {moment}/-"]


def test_null_attributes_and_geometries_are_reported(load, case):
    rows = [({"faction": "GOV"}, BOX), ({"faction": None}, BOX), ({"faction": "IS"}, None)]
    report = load(memory_layer("2017-10-01", *rows))
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert sorted(reason for _, _, _, reason, _ in case.issues()) == ["no faction", "no geometry"]
    assert report.count("rejected") == 2


def test_layer_in_another_crs(load, case):
    territory = shapely.box(500_000, 3_900_000, 600_000, 4_000_000)
    load(memory_layer("2017-10-01", ({"faction": "GOV"}, territory), crs="EPSG:32637"))
    assert case.territory("2017-10-01")["GOV"].bounds[0] == pytest.approx(39, abs=1e-9)


def test_is_read_in_another_thread_after_the_layer_is_gone():
    layer = memory_layer("2017-10-01", ({"faction": "GOV"}, BOX))
    given = layer_input(layer)
    del layer
    with ThreadPoolExecutor(1) as pool:
        (table,) = pool.submit(given.tables).result()
    assert table.columns == {"faction": ["GOV"]}
    assert table.geometry[0].equals(BOX)


class TestSeriesWithoutACase:
    def read(self, layer, factions: Factions | None = None, **overrides):
        self.report = ImportReport()
        given = layer_input(layer)
        return read_series(given, FieldOverrides(**overrides), factions or shipped_factions(), self.report, NO_FEEDBACK)

    def test_dated_rows_become_periods(self):
        rows = [({"faction": who, "date": f"2017-10-0{day}"}, BOX) for who, day in (("GOV", 1), ("GOV", 2), ("IS", 3))]
        series = self.read(memory_layer("control", *rows))
        assert list(series.faction) == ["GOV", "IS"]
        assert str(series.end[0]) == "2017-10-03T00:00:00" and np.isnat(series.end[1])
        assert set(series.source) == {"control"}

    def test_rows_with_periods_stay_as_they_are(self):
        rows = [({"faction": "GOV", "valid_from": f"2017-10-0{day}", "valid_to": f"2017-10-0{day + 1}"}, BOX)
                for day in (1, 2)]  # fmt: skip
        series = self.read(memory_layer("control", *rows))
        assert len(series) == 2 and not np.isnat(series.end).any()

    def test_sources_are_never_spliced(self):
        rows = [({"faction": who, "date": f"2017-10-0{day}", "source": source}, BOX)
                for who, day, source in (("GOV", 1, "a"), ("IS", 2, "b"), ("GOV", 3, "a"))]  # fmt: skip
        series = self.read(memory_layer("control", *rows))
        assert sorted(zip(series.source, series.faction)) == [("a", "GOV"), ("b", "IS")]
        assert np.isnat(series.end).all()

    @pytest.mark.parametrize(
        "sources",
        [
            ("https://one.example/1", "https://one.example/2"),
            ("SOHR, www.one.example/1", "Step", "Step"),
            ("SOHR, 1 Oct", "Enab Baladi, 2 Oct", "Step, 3 Oct"),
        ],
    )
    def test_what_rows_cite_does_not_make_each_a_series(self, sources):
        rows = [({"faction": ("GOV", "IS")[day % 2], "date": f"2017-10-0{day + 1}", "source": source}, BOX)
                for day, source in enumerate(sources)]  # fmt: skip
        series = self.read(memory_layer("control", *rows))
        assert set(series.source) == {"control"}
        ends = sorted(np.datetime_as_string(series.end, unit="D"))
        assert ends == [*(f"2017-10-0{day + 1}" for day in range(1, len(sources))), "NaT"]
        (line,) = (line for line in map(str, self.report.detected) if line.startswith("Series"))
        assert f"{len(set(sources))} sources" in line and "does not separate series" in line

    def test_factions_on_a_map_that_cites_its_own_source(self):
        rows = [({"faction": who, "valid_from": f"2017-10-0{day}", "valid_to": None, "source": f"issue {day}"}, BOX)
                for day in (1, 2, 3) for who in ("GOV", "IS")]  # fmt: skip
        assert set(self.read(memory_layer("control", *rows)).source) == {"control"}

    def test_one_date_of_several_sources_stays_theirs(self):
        rows = [({"faction": "GOV", "date": "2017-10-01", "source": name}, BOX) for name in "abc"]
        assert set(self.read(memory_layer("control", *rows)).source) == {"a", "b", "c"}
        assert any("sources: 3" in line for line in map(str, self.report.detected))

    @pytest.mark.parametrize("more", [("basis",), ("shown_until",), ("valid_to", "area_km2")])
    def test_layers_of_the_plugins_own_keep_sources_apart_whatever_they_are_called(self, more):
        """Also where each source has one row only, as in the territories on a date."""
        sources = ("https://one.example", "https://two.example", "three")
        rows = [({"faction": "GOV", "valid_from": f"2017-10-0{day}", "source": source, **dict.fromkeys(more)}, BOX)
                for day, source in enumerate(sources, start=1)]  # fmt: skip
        assert set(self.read(memory_layer("control", *rows)).source) == set(sources)

    def test_bad_rows_are_in_the_report(self):
        rows = [({"faction": "GOV", "date": "2017-10-01"}, BOX), ({"faction": "IS", "date": "2017-10-01"}, None)]
        assert len(self.read(memory_layer("control", *rows))) == 1
        assert self.report.count("rejected") == 1

    def test_no_usable_row(self):
        with pytest.raises(SourceError, match="control: has no usable row.*a table without geometry is not a map"):
            self.read(memory_layer("control", ({"faction": "GOV", "date": "2017-10-01"}, None)))

    def test_layer_of_a_case(self, maps, case):
        maps("2017-10-01.geojson", "GOV 36-37")
        maps("2017-10-02.geojson", "IS 36-37")
        case.load(maps.folder)
        series = self.read(QgsVectorLayer(f"{case.path}|layername=territories", "t", "ogr"))
        assert sorted(zip(series.faction, np.datetime_as_string(series.start, unit="D"))) == [
            ("GOV", "2017-10-01"), ("IS", "2017-10-02"),
        ]  # fmt: skip
        assert np.datetime_as_string(series.end, unit="D").tolist().count("2017-10-02") == 1

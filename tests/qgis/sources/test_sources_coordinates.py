"""Whatever the axes and the CRS, ground ends up where it is, or the file is rejected with the reason."""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.geometry.ellipsoid import areas_km2

FAR = "POLYGON ((37 135, 38 135, 38 136, 37 136, 37 135))"
GOOD = ({"faction": "GOV"}, shapely.box(36, 35, 37, 36))
SWAPPED = (GOOD[0], shapely.box(35, 36, 36, 37))  # touches GOOD in a corner
IN_METRES = shapely.box(500_000, 3_900_000, 600_000, 4_000_000)


def _meridian_arc_m(latitude: float) -> float:
    """From the equator, WGS 84, by summing up."""
    steps = 200_000
    middle = np.radians((np.arange(steps) + 0.5) * latitude / steps)
    e2 = 0.00669437999014
    return float((6378137 * (1 - e2) / (1 - e2 * np.sin(middle) ** 2) ** 1.5).mean() * np.radians(latitude))


class TestCoordinates:
    def test_latitude_beyond_90_is_a_longitude(self, maps, case):
        path = maps.geojson("2017-10-01.geojson", ({"faction": "GOV"}, FAR))
        case.load(path)
        assert case.territory("2017-10-01")["GOV"].equals(shapely.box(135, 37, 136, 38))
        assert [(row, action) for _, row, action, _, _ in case.issues()] == [(None, "repaired")]

    def test_swapped_by_comparison_with_an_earlier_import(self, maps, case):
        case.load(maps("2017-10-01.geojson", "GOV 36-37"))
        case.load(maps.geojson("2017-10-02.geojson", SWAPPED))
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]

    def test_a_whole_country_swapped_among_others(self, maps, case):
        """Syria lies at 35.7 to 42.4° E and 32.3 to 37.3° N: swapped, a corner of it is still in Syria."""
        for day in (1, 2, 3):
            maps.geojson(f"2017-10-0{day}.geojson", ({"faction": "GOV"}, shapely.box(35.7, 32.3, 42.4, 37.3)))
        maps.geojson("2017-10-04.geojson", ({"faction": "GOV"}, shapely.box(32.3, 35.7, 37.3, 42.4)))
        case.load(maps.folder)
        assert case.rows() == ["GOV 35.7-42.4 2017-10-01/-"]

    def test_a_map_of_the_country_beside_maps_of_a_province_is_not_swapped(self, maps, case):
        for day in (1, 2, 3):
            maps.geojson(f"2017-10-0{day}.geojson", ({"faction": "GOV"}, shapely.box(36, 35.4, 37.2, 36.4)))
        maps.geojson("2017-10-04.geojson", ({"faction": "GOV"}, shapely.box(35.7, 32.3, 42.4, 37.3)))
        case.load(maps.folder)
        assert case.rows()[0] == "GOV 35.7-42.4 2017-10-04/-"

    def test_a_lone_map_is_never_swapped_on_a_hunch(self, maps, case):
        case.load(maps.geojson("2017-10-01.geojson", SWAPPED))
        assert case.territory("2017-10-01")["GOV"].equals(SWAPPED[1])

    def test_a_map_of_somewhere_else_stays_there(self, maps, case):
        case.load(maps("2017-10-01.geojson", "GOV 36-37"))
        case.load(maps.geojson("2017-10-02.geojson", ({"faction": "GOV"}, shapely.box(10, 50, 11, 51))))
        assert case.territory("2017-10-02")["GOV"].equals(shapely.box(10, 50, 11, 51))

    def test_projected(self, maps, case):
        """UTM zone 37 N: 500 000 m east is 39° E, and the way north along it is the arc of the meridian."""
        rows = [({"faction": "GOV"}, IN_METRES)]
        case.load(maps.ogr("2017-10-01.gpkg", "GPKG", {"map": rows}, epsg=32637))
        vertices = shapely.get_coordinates(case.territory("2017-10-01")["GOV"])
        west, south = min(vertices[np.isclose(vertices[:, 0], 39, atol=1e-9)].tolist(), key=lambda vertex: vertex[1])
        assert west == pytest.approx(39, abs=1e-9)
        assert _meridian_arc_m(south) * 0.9996 == pytest.approx(3_900_000, abs=0.01)
        # 10 000 km² on the map, at a scale of 0.9996 to 0.9997 in this strip
        area = areas_km2(case.territory("2017-10-01")["GOV"])[0]
        assert 10_000 / 0.9998**2 < area < 10_000 / 0.9995**2

    def test_missing_crs_with_numbers_that_are_no_degrees(self, maps, case):
        maps("2017-10-01.geojson", "GOV 36-37")
        rows = [({"faction": "IS"}, IN_METRES)]
        path = maps.ogr("2017-10-02.shp", "ESRI Shapefile", {"2017-10-02": rows}, epsg=None)
        case.load(maps.folder)
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]
        ((file, _, action, reason, _),) = case.issues()
        assert (file, action) == ("2017-10-02.shp", "rejected") and "Set CRS" in reason
        case.load(path, crs="EPSG:32637")
        assert case.territory("2017-10-02")["IS"].bounds[0] == pytest.approx(39, abs=1e-9)

    def test_missing_crs_with_degrees_is_taken_as_degrees_and_said(self, maps, case):
        path = maps.ogr("2017-10-01.shp", "ESRI Shapefile", {"2017-10-01": [GOOD]}, epsg=None)
        case.load(path)
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]
        assert [(action, reason) for _, _, action, reason, _ in case.issues()] == [
            ("noted", "has no CRS: read as longitude and latitude, WGS 84")
        ]

    @pytest.mark.parametrize(
        "wkt", ['PROJCS["nonsense"', 'LOCAL_CS["paper",UNIT["metre",1]]', 'GEOGCS["Mars",DATUM["Mars",SPHEROID'
                '["Mars",3396190,169.8]],PRIMEM["x",0],UNIT["degree",0.0174532925199433]]'])  # fmt: skip
    @pytest.mark.parametrize("exceptions", [False, True], ids=["as it is", "exceptions"])
    def test_unknown_crs_costs_that_file_only(self, maps, case, wkt, exceptions, request):
        """Also where some other plugin has turned GDAL's exceptions on."""
        if exceptions:
            request.getfixturevalue("gdal_exceptions")
        maps("2017-10-01.geojson", "GOV 36-37")
        maps.ogr("2017-10-02.shp", "ESRI Shapefile", {"2017-10-02": [({"faction": "IS"}, IN_METRES)]}, epsg=None)
        maps.text("2017-10-02.prj", wkt)
        case.load(maps.folder)
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]
        assert [issue[0] for issue in case.issues() if issue[2] == "rejected"] == ["2017-10-02.shp"]

    def test_heights_do_not_keep_a_map_from_being_read_as_degrees(self, maps, case):
        """GDAL gives a GeoJSON file with Z another CRS, with heights."""
        deep = "POLYGON Z ((36 35 900, 37 35 900, 37 36 900, 36 36 900, 36 35 900))"
        case.load(maps("2017-10-01.geojson", "GOV 36-37"))
        case.load(maps.geojson("2017-10-02.geojson", ({"faction": "GOV"}, deep)))
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]

    def test_one_row_off_the_globe_turns_no_other_row(self, maps, case):
        rows = [
            GOOD,
            ({"faction": "IS"}, shapely.box(37, 89, 38, 91)),
            ({"faction": "OPP"}, shapely.box(37, 35, 38, 36)),
        ]
        case.load(maps.geojson("2017-10-01.geojson", *rows))
        assert case.rows() == ["GOV 36-37 2017-10-01/-", "OPP 37-38 2017-10-01/-"]
        assert [(row, action) for _, row, action, _, _ in case.issues()] == [(1, "rejected")]

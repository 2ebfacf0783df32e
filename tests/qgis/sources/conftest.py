"""Tiny control maps, written as analysts have them, and a look at what a case made of them.

Ground is written as stretches of a strip one degree high: "GOV 36-37" is the box from 36 to 37° E, 35 to 36° N.
Rows of a case read "GOV 36-37 2017-10-01/2017-10-03", "/-" where the territory is still held.
"""

import hashlib
import json
import os
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr, osr

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.detection import FieldOverrides
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions

_WISHES = tuple(FieldOverrides.__dataclass_fields__)


def strip(west, east, south=35, north=36):
    return shapely.box(float(west), float(south), float(east), float(north))


def _shape(geometry):
    return shapely.from_wkt(geometry) if isinstance(geometry, str) else geometry


class MapWriter:
    """Writes maps into a folder. A row is (fields, geometry); the geometry is Shapely's, WKT or None."""

    strip = staticmethod(strip)

    def __init__(self, folder: Path):
        self.folder = folder

    def __call__(self, name: str, holdings: str = "", /, **fields) -> Path:
        """A GeoJSON file with a row for each "faction west-east"; ``fields`` are the same for all rows."""
        found = re.findall(r"([^\s,]+) ([\d.]+)-([\d.]+)", holdings)
        return self.geojson(name, *(({"faction": who, **fields}, strip(west, east)) for who, west, east in found))

    def at(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def text(self, name: str, content: str) -> Path:
        self.at(name).write_text(content, encoding="utf-8")
        return self.at(name)

    def geojson(self, name: str, /, *rows, **members) -> Path:
        """``members``: further members of the collection. A dict in the place of a geometry is written as it is."""
        features = []
        for fields, geometry in rows:
            shape = geometry
            if shape is not None and not isinstance(shape, dict):
                shape = shapely.geometry.mapping(_shape(geometry))
            features.append({"type": "Feature", "properties": fields, "geometry": shape})
        return self.text(name, json.dumps({"type": "FeatureCollection", **members, "features": features}))

    def ogr(self, name: str, driver: str, layers: dict, epsg: int | None = 4326, metadata: dict | None = None) -> Path:
        """``layers``: name → rows; all fields are text."""
        reference = None
        if epsg:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(epsg)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        dataset = gdal.GetDriverByName(driver).Create(str(self.at(name)), 0, 0, 0, gdal.GDT_Unknown)
        for layer_name, rows in layers.items():
            layer = dataset.CreateLayer(layer_name, reference, ogr.wkbUnknown if driver != "KML" else ogr.wkbPolygon)
            for field in rows[0][0] if rows else ():
                layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
            for fields, geometry in rows:
                feature = ogr.Feature(layer.GetLayerDefn())
                for field, value in fields.items():
                    feature[field] = value
                if geometry is not None:
                    feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(_shape(geometry))))
                layer.CreateFeature(feature)
            if metadata:
                layer.SetMetadata(metadata)
        layer = dataset = None
        return self.at(name)

    def zip(self, name: str, members: dict) -> Path:
        """``members``: name in the archive → file on disk."""
        with zipfile.ZipFile(self.at(name), "w") as archive:
            for member, path in members.items():
                archive.write(path, member)
        return self.at(name)


class CaseFile:
    """A case on disk: import into it, and read it."""

    def __init__(self, path: Path):
        self.path = str(path)
        self.skipped: list[str] = []

    def load(self, *given, **options):
        overrides = {name: options.pop(name) for name in _WISHES if name in options}
        inputs, self.skipped = list_inputs([str(each) for each in given])
        return import_maps(self.path, inputs, ImportOptions(overrides=FieldOverrides(**overrides), **options))

    @property
    def open(self) -> Case:
        return Case(self.path)

    @property
    def state(self) -> tuple:
        """Changes with any write to the file, also with one of the same content."""
        found = os.stat(self.path)
        return hashlib.sha256(Path(self.path).read_bytes()).hexdigest(), found.st_mtime_ns, found.st_ino

    def rows(self, source: str | None = None) -> list[str]:
        texts = []
        for name in [source] if source is not None else self.open.sources():
            series = self.open.territories(name).series()
            for who, start, end, territory in zip(series.faction, series.start, series.end, series.geometry):
                west, _, east, _ = shapely.bounds(territory).round(6)
                span = f"{_moment(start)}/{'-' if np.isnat(end) else _moment(end)}"
                texts.append(f"{who} {west:g}-{east:g} {span}")
        return sorted(texts)

    def dates(self) -> list[str]:
        """Dates of the maps."""
        found = {row[0] for name in self.open.sources() for row in self.open.map_cells(name)}
        return sorted(_moment(date) for date in found)

    def factions(self) -> set[str]:
        return {who for name in self.open.sources() for who in self.open.territories(name).faction}

    def territory(self, date: str) -> dict:
        """Faction → what it holds on a date."""
        found = {}
        for name in self.open.sources():
            series = self.open.territories(name).series().on(date)
            for who in series.factions:
                found[who] = shapely.union_all(series.of(who).geometry)
        return found

    def issues(self) -> list[tuple]:
        """(file, row, action, reason, geometry) of each kept issue."""
        with opened(self.path) as dataset:
            return [
                (*(row[name] for name in (f.FILE, f.ROW, f.ACTION, f.REASON)), _geometry(row))
                for row in dataset.GetLayerByName(f.IMPORT_ISSUES)
            ]


def _geometry(feature):
    shape = feature.GetGeometryRef()
    return None if shape is None else shapely.from_wkb(bytes(shape.ExportToIsoWkb()), on_invalid="ignore")


def _moment(moment) -> str:
    return str(np.datetime64(moment, "s")).replace("T00:00:00", "")


@pytest.fixture(scope="session")
def map_writer() -> type[MapWriter]:
    """For fixtures that outlive a test."""
    return MapWriter


@pytest.fixture
def maps(tmp_path) -> MapWriter:
    return MapWriter(tmp_path / "maps")


@pytest.fixture
def case(tmp_path) -> CaseFile:
    folder = tmp_path / "cases"
    folder.mkdir()
    return CaseFile(folder / "case.gpkg")


@pytest.fixture
def another_case(tmp_path) -> CaseFile:
    folder = tmp_path / "other cases"
    folder.mkdir()
    return CaseFile(folder / "case.gpkg")


@pytest.fixture
def gdal_exceptions():
    """Turns GDAL's exceptions on, as some plugins do (Processing's own too); afterwards they are as before."""
    switched = [module for module in (gdal, ogr, osr) if not module.GetUseExceptions()]
    for module in switched:
        module.UseExceptions()
    yield
    for module in reversed(switched):  # GDAL keeps them as a stack
        module.DontUseExceptions()

"""What an attack is: the files that a stranger sends, the entries that they are tried at, and what must happen."""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from .listening import Listener

SECRET = "CanarySecret7f3a"  # content of the analyst's own files, which must not come out anywhere
ACCOUNT = "canaryaccount5d1e"  # name of the account, and of its home folder
OWN = "OPP"  # the faction of an attack's own rows: they are in the case only if the file was read as a map
EVIL = "EvilRow9c2b"  # the faction of rows that come in only if the attack succeeds
GOOD = "GOV"  # the faction of the good map beside an attack
GOOD_MAP = "2017-09-01.geojson"
RING = "36,35 37,35 37,36 36,36 36,35"
WKT = "POLYGON ((36 35, 37 35, 37 36, 36 36, 36 35))"


@dataclass(frozen=True)
class Site:
    """The folder into which an attack writes its files, and what of the machine it knows or guesses.

    home, cwd, outside  folders of the analyst in which no file may be made or changed
    """

    id: str
    folder: Path
    home: Path
    cwd: Path
    outside: Path
    listener: Listener

    def url(self, name: str = "x") -> str:
        return self.listener.url(f"{self.id}/{name}")

    @property
    def secret(self) -> Path:
        """A table of the analyst: GeoJSON with a row whose faction and note are the secret."""
        return self.home / "secret.geojson"

    def at(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def make_folder(self, name: str) -> Path:
        self.at(name).mkdir(parents=True, exist_ok=True)
        return self.at(name)

    def write(self, name: str, content: str | bytes, encoding: str = "utf-8") -> str:
        self.at(name).write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return name

    def map(self, name: str = "2017-10-01.geojson", faction: str = OWN, **members) -> str:
        """A GeoJSON map of one row; ``members``: further members of the collection."""
        return self.write(name, geojson({"faction": faction}, **members))

    def gpkg(self, name: str, *statements: str, faction: str = OWN) -> str:
        """A GeoPackage with a layer ``map`` of one row, then changed by SQL."""
        from osgeo import gdal, ogr, osr

        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        dataset = gdal.GetDriverByName("GPKG").Create(str(self.at(name)), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer("map", reference, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("faction", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["faction"] = faction
        feature.SetGeometry(ogr.CreateGeometryFromWkt(WKT))
        layer.CreateFeature(feature)
        feature = layer = dataset = None
        self.sql(name, *statements)
        return name

    def sql(self, name: str, *statements: str) -> None:
        with closing(sqlite3.connect(self.at(name))) as database, database:
            # Functions of GDAL's that the index of a GeoPackage calls; the box of a case's areas will do.
            database.create_function("ST_IsEmpty", 1, lambda blob: 0)
            for function, value in (("ST_MinX", 36), ("ST_MaxX", 38), ("ST_MinY", 35), ("ST_MaxY", 36)):
                database.create_function(function, 1, lambda blob, value=value: value)
            for statement in statements:
                database.execute(statement)

    def zip(self, name: str, members: dict[str, str | bytes]) -> str:
        with zipfile.ZipFile(self.at(name), "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return name


@dataclass(frozen=True)
class Attack:
    """What a stranger sends and what must happen.

    id       name in results and requests
    title    what it is, in a few words
    make     writes the files; returns the name of the one that is given where an entry takes one, "" for the folder
    entries  names of functions in ``entries.py``
    reads    whether the attack's own rows (faction OWN) are read; None: either
    keeps    whether a good map beside it is read
    words    pattern that the messages have; ``absent``: one that they do not have
    is_open  the analyst has opened the data in QGIS: what QGIS asks and reads for it is QGIS's own
    seconds, megabytes  limits of time and memory
    options  for the entry: ``title`` of a print, ``cancel``: seconds after which the user cancels, which ends it soon
    """

    id: str
    title: str
    make: Callable[[Site], str | None]
    entries: tuple[str, ...]
    reads: bool | None = None
    keeps: bool = True
    words: str = ""
    absent: str = ""
    is_open: bool = False
    seconds: float = 20
    megabytes: float = 900
    options: dict = field(default_factory=dict)


CANCEL = {"seconds": 5, "keeps": False, "options": {"cancel": 1}}  # it takes long, and the user ends it


GROUPS: dict[str, list[Attack]] = {}


def attack(group: str, name: str, title: str, *entries: str, **more):
    """Registers the function that follows as the maker of an attack's files."""

    def register(make):
        GROUPS.setdefault(group, []).append(Attack(name, title, make, entries, **more))
        return make

    return register


def geojson(properties: dict, **members) -> str:
    ring = [[float(number) for number in pair.split(",")] for pair in RING.split()]
    row = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    return json.dumps({"type": "FeatureCollection", **members, "features": [row]})


FACTION_DATA = '<ExtendedData><Data name="faction"><value>{}</value></Data></ExtendedData>'


def kml(inside: str = "", before: str = "", faction: str = OWN, style: str = "") -> str:
    """A KML map of one row; ``inside``: more elements of the document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><Document>'
        f"{inside}<Placemark><name>{faction}</name>{style or FACTION_DATA.format(faction)}<Polygon><outerBoundaryIs>"
        f"<LinearRing><coordinates>{RING}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document>"
        "</kml>"
    )


def gml(attributes: str = "", more: str = "", before: str = "") -> str:
    """A GML map of one row; ``attributes`` of the collection, ``more`` members of it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"{attributes}>"
        f"<gml:featureMember><m><faction>{OWN}</faction><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing>"
        f"<gml:coordinates>{RING}</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></m>"
        f"</gml:featureMember>{more}</gml:FeatureCollection>"
    )


def gpx(inside: str = "", attributes: str = "") -> str:
    """A GPX file of one track with times."""
    points = "".join(
        f'<trkpt lat="35.{hour}" lon="36.1"><time>2017-10-01T0{hour}:00:00Z</time></trkpt>' for hour in range(1, 6)
    )
    return (
        f'<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" {attributes}>{inside}'
        f"<trk><name>{OWN}</name><trkseg>{points}</trkseg></trk></gpx>"
    )


def vrt(source: str, sql: str = "", layer: str = "x", attributes: str = "") -> str:
    """A virtual data source of GDAL that reads another one."""
    picked = f"<SrcSQL{attributes}>{sql}</SrcSQL>" if sql else f"<SrcLayer>{layer}</SrcLayer>"
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="{layer}"><SrcDataSource relativeToVRT="0">{source}</SrcDataSource>'
        f"{picked}</OGRVRTLayer></OGRVRTDataSource>"
    )


def make_analyst(home: Path) -> None:
    """Fills the analyst's home with files that nobody else may read."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "secret.txt").write_text(SECRET, encoding="utf-8")
    (home / "secret.csv").write_text(f"faction,note\n{SECRET},{SECRET}\n", encoding="utf-8")
    (home / "secret.geojson").write_text(geojson({"faction": SECRET, "note": SECRET}), encoding="utf-8")
    (home / ".config").mkdir()
    os.chmod(home, 0o755)

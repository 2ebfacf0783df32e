"""Proposal of a case's time zone from the place of its data.

The country is that of the world map in QGIS (Natural Earth); its zone is the one in the tz database whose main place is
nearest. Outside all countries, the zone with the nearest main place of all is proposed.
"""

from __future__ import annotations

import re
import zoneinfo
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr
from qgis.core import QgsApplication

from ..case.case import Case
from ..case.editing import Draft
from ..case.time_zone import CaseTimeZone, store_time_zone, stored_time_zone
from ..core import fields as f
from ..core.dates.zones import UTC, time_zone
from ..core.errors import SourceError
from ..core.messages import Message
from .files.opening import open_data

_PLACE = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?([+-])(\d{3})(\d\d)(\d\d)?")


def time_zone_of(case: Case | None) -> CaseTimeZone:
    """Return the time zone of a case: the stored one, else the proposed one, else UTC."""
    stored = stored_time_zone(case)
    if stored is not None or case is None:
        return stored or CaseTimeZone()
    columns = ("min_x", "min_y", "max_x", "max_y")
    for table in (f.TERRITORIES, f.MOVEMENTS, f.EVENTS):
        for extent in case.select("gpkg_contents", *columns, where={"table_name": table}):
            if None not in extent:
                west, south, east, north = extent
                return CaseTimeZone(proposed_time_zone((west + east) / 2, (south + north) / 2), True)
    return CaseTimeZone()


def settle_time_zone(draft: Draft, wanted: str) -> Message:
    """Store the time zone that the user wants, "" for the case's own or a proposed one; return which it is.

    Raises TimeZoneError for a name that is none.
    """
    if wanted:
        time_zone(wanted)
        zone = CaseTimeZone(wanted)
    else:
        zone = time_zone_of(draft)
    if zone != stored_time_zone(draft):
        store_time_zone(draft, zone)
    return zone_message(zone)


def zone_message(zone: CaseTimeZone) -> Message:
    """Return a sentence that names the time zone of days, and where it comes from."""
    if zone.is_proposed:
        return Message("Time zone of days: {} (proposed from the place of the data).", zone.name)
    return Message("Time zone of days: {}.", zone.name)


def proposed_time_zone(lon: float, lat: float) -> str:
    """Return the name of the zone at a place in degrees; UTC if this computer has no list of zones."""
    places = _places()
    if not places:
        return UTC
    country = _country(lon, lat)
    candidates = [place for place in places if country in place[0]] or places
    _, lons, lats, names = zip(*candidates)
    away = np.abs((np.array(lons) - lon + 180) % 360 - 180) * np.cos(np.radians(lat))
    return str(names[int(np.argmin(np.hypot(away, np.array(lats) - lat)))])


@lru_cache(maxsize=1)
def _places() -> list[tuple[tuple[str, ...], float, float, str]]:
    """Return the countries, lon, lat and name of each zone of the tz database that this Python knows."""
    folders = [Path(folder) for folder in zoneinfo.TZPATH]
    try:
        folders.append(Path(str(resources.files("tzdata") / "zoneinfo")))
    except ModuleNotFoundError:
        pass
    table = next((path for folder in folders if (path := folder / "zone1970.tab").is_file()), None)
    known = zoneinfo.available_timezones()
    places = []
    for line in table.read_text(encoding="utf-8").splitlines() if table else ():
        columns = line.split("\t")
        place = _PLACE.fullmatch(columns[1]) if len(columns) > 2 and not line.startswith("#") else None
        if place and columns[2] in known:
            sign_lat, lat, lat_min, _, sign_lon, lon, lon_min, _ = place.groups()
            north, east = int(lat) + int(lat_min) / 60, int(lon) + int(lon_min) / 60
            places.append((tuple(columns[0].split(",")), float(f"{sign_lon}1") * east, float(f"{sign_lat}1") * north,
                           columns[2]))  # fmt: skip
    return places


def _country(lon: float, lat: float) -> str:
    """Return the ISO code of the country at a place, "" if there is none."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with open_data(str(path)) as dataset:
            layer = dataset.GetLayerByName("countries")
            if layer is None or layer.GetLayerDefn().GetFieldIndex("iso_a2") < 0:
                return ""
            point = ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})")
            layer.SetSpatialFilter(point)
            return next((str(each["iso_a2"]) for each in layer if each.GetGeometryRef().Contains(point)), "")
    except (SourceError, RuntimeError):  # no such file in this QGIS, or one that GDAL cannot read
        return ""
    finally:
        gdal.PopErrorHandler()

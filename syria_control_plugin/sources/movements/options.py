"""Settings for reading and importing movements."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass

import numpy as np

from ...core.dates.options import DateLimits, DateOrder, Epoch
from ...core.movements.cleaning import SPEED_LIMIT_KMH
from ..maps.detection import FieldOverrides


@dataclass(frozen=True)
class MovementOptions:
    """Settings; "" fields are detected, by name and by content.

    id_field         identifies movements; for fixes: the track of a fix
    is_one_track     points without a track field are one track, even if they seem to be several
    faction          the mover of all rows, if no field contains it
    passage_field    names the hosts through whose territory the source itself reports the passage, or "yes"
    position_field   whether positions are reported: empty or "reported"; anything else: estimated
    remark_fields    further fields that are quoted beside ``detection.REMARKS``
    wkt_field        text with the geometry, for a table that has none
    end_is_last_day  an end that is a date without a time of day names the last day, which belongs to the movement
    speed_limit_kmh, jump_limit_km, gap_limit_h
                     where timed tracks are cut (``core.movements.cleaning``); None: no limit
    encoding         encoding of text that is not UTF-8; "": as in the last import of the series that set one
    series           name of the import; "": the name of the folder, or of the file or layer
    time_zone        zone of the case's days (``core.dates.zones``); "": the case's own, or the one proposed
    extent           extent of the case, (west, south, east, north) in degrees, to recognise swapped axes
    latest           last moment a movement can have; None: tomorrow
    century, epoch   as ``core.dates.options.DateLimits``
    """

    id_field: str = ""
    is_one_track: bool = False
    faction: str = ""
    faction_field: str = ""
    date_field: str = ""
    start_field: str = ""
    end_field: str = ""
    source_field: str = ""
    passage_field: str = ""
    position_field: str = ""
    remark_fields: tuple[str, ...] = ()
    lon_field: str = ""
    lat_field: str = ""
    wkt_field: str = ""
    date_order: DateOrder | None = None
    end_is_last_day: bool = True
    speed_limit_kmh: float | None = SPEED_LIMIT_KMH
    jump_limit_km: float | None = None
    gap_limit_h: float | None = None
    series: str = ""
    crs: str = ""
    encoding: str = ""
    time_zone: str = ""
    extent: tuple | None = None
    latest: np.datetime64 | None = None
    century: int | None = None
    epoch: Epoch | None = None

    @property
    def limits(self) -> DateLimits:
        tomorrow = np.datetime64(datetime.datetime.now(datetime.timezone.utc).date(), "s") + np.timedelta64(2, "D")
        return DateLimits(latest=self.latest or tomorrow, century=self.century, epoch=self.epoch)

    @property
    def overrides(self) -> FieldOverrides:
        """The user's settings for dates and factions."""
        names = [name for name in FieldOverrides.__dataclass_fields__ if name in self.__dataclass_fields__]
        return FieldOverrides(**{name: getattr(self, name) for name in names})

    def fingerprint(self, checksum: str) -> str:
        """Return the hash of an input's content and the settings it was read with, by which it is recognised."""
        settings = {**asdict(self), "series": "", "latest": ""}
        return hashlib.sha256(json.dumps([checksum, settings], default=str, sort_keys=True).encode()).hexdigest()


DEFAULTS = MovementOptions()

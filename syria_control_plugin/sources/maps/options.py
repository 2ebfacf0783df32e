"""Settings for importing control maps."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass, field

import numpy as np

from ...core.control.period_ends import EndReading, end_reading
from ...core.dates.options import EARLIEST_MAP, DateLimits, Epoch
from .detection import FieldOverrides


@dataclass(frozen=True)
class ImportOptions:
    """Settings of an import; the common case needs none.

    source           name of the series; "": that of the folder of the files
    theme            id or path of a theme; "": the case's own, or the default one
    precedence       factions that keep overlapping territory, highest first; (): it is kept as contested
    gap_limit_days   maximum validity of a map if the next one is later; None: as in the source's last import that set
                     one, else until the next map; 0: until the next map
    nobody_outside   whether the source states that nobody holds the areas outside of its territories; None: as in the
                     source's last import that set it, else it does not, and they are not mapped
    end_is_last_day  an end that names a day is the last one on which the territory was held; None: as the data prove,
                     else as in an earlier import of the source, else not
    crs              CRS of files that name none
    encoding         encoding of text that is not UTF-8; "": as in the source's last import that set one
    time_zone        zone of the case's days (``core.dates.zones``); "": the case's own, or the one proposed
    latest           last date a map can have; None: tomorrow
    century, epoch   as ``core.dates.options.DateLimits``
    """

    overrides: FieldOverrides = field(default_factory=FieldOverrides)
    source: str = ""
    theme: str = ""
    precedence: tuple[str, ...] = ()
    gap_limit_days: float | None = None
    nobody_outside: bool | None = None
    end_is_last_day: bool | None = None
    crs: str = ""
    encoding: str = ""
    time_zone: str = ""
    latest: np.datetime64 | None = None
    century: int | None = None
    epoch: Epoch | None = None

    @property
    def end_reading(self) -> EndReading | None:
        return end_reading(self.end_is_last_day)

    @property
    def limits(self) -> DateLimits:
        tomorrow = np.datetime64(datetime.datetime.now(datetime.timezone.utc).date(), "s") + np.timedelta64(2, "D")
        return DateLimits(earliest=EARLIEST_MAP, latest=self.latest or tomorrow, century=self.century, epoch=self.epoch)

    def fingerprint(self, checksum: str) -> str:
        """Return the hash of a file's content and the settings it was read with, by which it is recognised."""
        settings = {**asdict(self), "theme": "", "source": "", "latest": "", "time_zone": "", "nobody_outside": ""}
        text = json.dumps([checksum, settings], default=str, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


DEFAULTS = ImportOptions()

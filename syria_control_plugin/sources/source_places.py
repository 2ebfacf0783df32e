"""Names of sources: proposed from the folder of their files; asked about if the case has the name from elsewhere."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from ..case.case import Case
from ..case.editing import Draft
from ..core.errors import SourceError
from ..core.messages import Message

_SETTING = "source_places"  # of a case: source → hashes of the folders that it was imported from
# Names of folders that many publishers have; the folder above is named after the publisher or the project.
_COMMON = frozenset("data dataset datasets geojson json kml kmz shp shape shapefile shapefiles gpkg gis vector vectors "
                    "file files export exports output outputs out download downloads raw src static assets public "
                    "layers".split())  # fmt: skip


class KnownSource(SourceError):
    """The case has a source of the proposed name from another folder: the user has to choose a name."""


def folder_name(given: Any) -> str:
    """Return the name of an input's folder, zip or group, with that of the folder above if it is a common one."""
    above = Path(given_place(given)).parent
    if given.folder.casefold() not in _COMMON or not above.name or above == Path(os.path.expanduser("~")):
        return given.folder
    return f"{above.name} {given.folder}"


def given_place(given: Any) -> str:
    """Return the path of the folder or zip of an input, "" for a layer or a database."""
    return getattr(given, "place", "")


def check_place(case: Case | None, source: str, given: Any, is_known: bool) -> None:
    """Raise KnownSource if the case has a source of this name from other folders only.

    is_known  the case has one of the files already: the folder was moved
    """
    places = (case.setting(_SETTING) or {}).get(source, []) if case is not None else []
    place = _hash(given_place(given))
    if places and place and place not in places and not is_known:
        raise KnownSource(
            Message(
                "The case has a source {!r} from another folder. Set SOURCE to this name to add to it, or to another "
                "name.",
                source,
            )
        )


def keep_place(draft: Draft, source: str, given: Any) -> None:
    """Keep from which folder a source was imported: its hash, because cases are passed on."""
    kept, place = draft.setting(_SETTING) or {}, _hash(given_place(given))
    if place and place not in kept.get(source, []):
        draft.set_setting(_SETTING, {**kept, source: [*kept.get(source, []), place]})


def _hash(place: str) -> str:
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:16] if place else ""

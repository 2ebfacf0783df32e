"""What was found in the input of an import, in words."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ...sources.maps.preview import Preview
from ...sources.maps.preview_rows import Example
from ...sources.maps.roles import Place
from ...translation import tr


def date_words(preview: Preview) -> str:
    """A date and where it stands, or what is to be done for there to be one."""
    if preview.question is not None:
        return tr("Day and month can't be told apart.")
    if preview.lacks_date:
        return tr("Not found: choose the field, or put the date into the names of the files.")
    return _example_words(preview.date)


def faction_words(preview: Preview) -> str:
    """A faction and where it stands, or what is to be done for there to be one."""
    if preview.lacks_faction:
        return tr("Not in the data: choose who holds the ground, or the field that says it.")
    return _example_words(preview.faction)


def _example_words(example: Example | None) -> str:
    if example is None:
        return ""
    where = {
        Place.FIELD: tr("{value} from “{text}” in the field “{field}”"),
        Place.NAME: tr("{value} from the name “{text}”"),
        Place.PROPERTY: tr("{value} from “{text}”, which the file says of itself as “{field}”"),
        Place.GIVEN: tr("{value} for all the ground"),
        Place.PERIOD_FIELDS: tr("from {value}, “{text}” in the field “{field}”, to the field “{end}”"),
    }[example.role.place]
    role, text = example.role, example.text[:80]
    return where.format(value=example.value[:80], text=text, field=role.detail[:60], end=role.end[:60])


def crs_words(preview: Preview, given: str) -> str:
    """The CRSs of the files. ``given``: WKT that the user has chosen, "" for none."""
    names = []
    for wkt in preview.crs:
        if wkt:
            names.append(QgsCoordinateReferenceSystem.fromWkt(wkt).userFriendlyIdentifier() or tr("unknown"))
        else:
            names.append(tr("chosen here, for files that name none") if given else tr("none named: lon/lat is tried"))
    return ", ".join(dict.fromkeys(names))

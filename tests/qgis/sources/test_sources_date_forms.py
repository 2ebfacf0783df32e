"""One history, written with its dates in every form and place: the same case comes out, or a question.

GOV holds a strip until 9 October 2017, then IS until the 24th, then GOV again.
"""

import itertools
import zlib

import numpy as np
import pytest

from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import AmbiguousDate, DateError, SourceError

STARTS = [np.datetime64(day) for day in ("2017-09-05", "2017-10-09", "2017-10-24")]
HOLDERS = ("GOV", "IS", "GOV")
ROWS = ["GOV 36-37 2017-09-05/2017-10-09", "GOV 36-37 2017-10-24/-", "IS 36-37 2017-10-09/2017-10-24"]
LEVANT = {9: "أيلول", 10: "تشرين الأول"}
MAGHREB = {9: "سبتمبر", 10: "أكتوبر"}
MOROCCO = {9: "شتنبر", 10: "أكتوبر"}
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def strftime(form):
    return lambda day: day.item().strftime(form)


def with_months(names):
    return lambda day: f"{day.item().day} {names[day.item().month]} {day.item().year}"


# Forms that leave nothing open, in names and in fields; the last of STARTS proves the order of day and month.
OPEN_FORMS = {
    **{form: strftime(form) for form in (
        "%Y-%m-%d", "%Y%m%d", "%Y_%m_%d", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%d %b %Y", "%B %d, %Y", "%d%b%Y",
        "%Y-%b-%d", "%Y%m%d000000",
    )},
    "levant": with_months(LEVANT),
    "maghreb": with_months(MAGHREB),
    "morocco": with_months(MOROCCO),
    "eastern digits": lambda day: str(day).translate(EASTERN),
    "eastern digits and names": lambda day: with_months(LEVANT)(day).translate(EASTERN),
}  # fmt: skip
FIELD_FORMS = {
    **OPEN_FORMS,
    **{form: strftime(form) for form in (
        "%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%SZ", "%Y-%m-%dT00:00:00+00:00", "%A, %d %B %Y",
        "%m/%d/%Y 12:00:00 AM",
    )},
    "number": lambda day: int(str(day).replace("-", "")),
    "spreadsheet": lambda day: str(day).replace("-", "") + ".0",
    "seconds": lambda day: int(day.astype("datetime64[s]").astype(int)),
    "milliseconds": lambda day: int(day.astype("datetime64[ms]").astype(int)),
    "text of milliseconds": lambda day: str(int(day.astype("datetime64[ms]").astype(int))),
    "local midnight": lambda day: f"{day - 1}T21:00:00-03:00",
}  # fmt: skip
END_KINDS = ("next", "last day", "last second", "last minute")
OPEN_ENDS = (None, "", "present", "ongoing", "9999-12-31", "2099-12-31", "NA", "-", "حتى الآن", "31.12.9999")


def ends(kind, form):
    """The ends of the first two rows."""
    written = {
        "next": form,
        "last day": lambda following: form(following - 1),
        "last second": lambda following: f"{following - 1}T23:59:59",
        "last minute": lambda following: f"{following - 1} 23:59",
    }[kind]
    return [written(following) for following in STARTS[1:]]


def in_sample(*key, of=4):
    """Whether a combination is tried, the same ones in each run."""
    return zlib.crc32(repr(key).encode()) % of == 0


NAMES = [(place, form) for place in ("file", "folder", "layer") for form in OPEN_FORMS]
PERIODS = [
    (form, kind, until, names)
    for form, kind, until, names in itertools.product(
        FIELD_FORMS, END_KINDS, OPEN_ENDS, (("start", "end"), ("valid_from", "valid_to"))
    )
    if in_sample(form, kind, until, names, of=16)
]


@pytest.mark.parametrize(("place", "form"), NAMES)
def test_dates_in_names(maps, case, place, form):
    for day, who in zip(STARTS, HOLDERS):
        name = OPEN_FORMS[form](day)
        if place == "layer":
            row = ({"faction": who}, maps.strip(36, 37))
            maps.ogr(f"in/{who}{day}.gpkg".replace(str(day), "x" + str(STARTS.index(day))), "GPKG", {name: [row]})
        else:
            maps(f"in/map {name}.geojson" if place == "file" else f"in/{name}/control.geojson", f"{who} 36-37")
    if place == "layer" and form in ("%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y"):  # only names of files prove an order
        with pytest.raises(AmbiguousDate, match="Set the date order"):
            case.load(maps.folder / "in", source="s")
        return
    case.load(maps.folder / "in", source="s")
    assert case.rows("s") == ROWS


@pytest.mark.parametrize("form", FIELD_FORMS)
@pytest.mark.parametrize("name", ["date", "map_date"])
def test_dates_in_a_field(maps, case, form, name):
    rows = [({"faction": who, name: FIELD_FORMS[form](day)}, maps.strip(36, 37)) for day, who in zip(STARTS, HOLDERS)]
    case.load(maps.geojson("a.geojson", *rows), source="s")
    assert case.rows("s") == ROWS


@pytest.mark.parametrize(("form", "kind", "until", "names"), PERIODS)
def test_periods(maps, case, form, kind, until, names):
    starts = map(FIELD_FORMS[form], STARTS)
    rows = [({"faction": who, names[0]: start, names[1]: end}, maps.strip(36, 37))
            for who, start, end in zip(HOLDERS, starts, (*ends(kind, FIELD_FORMS[form]), until))]  # fmt: skip
    case.load(maps.geojson("a.geojson", *rows), source="s")
    assert case.rows("s") == ROWS


@pytest.mark.parametrize("form", ["%d/%m/%y", "%m/%d/%y", "%y-%m-%d", "%d %b %y"])
def test_two_digit_years_in_a_field(maps, case, form):
    rows = [({"faction": who, "date": strftime(form)(day)}, maps.strip(36, 37)) for day, who in zip(STARTS, HOLDERS)]
    path = maps.geojson("a.geojson", *rows)
    with pytest.raises((SourceError, DateError), match="CENTURY"):
        case.load(path)
    order = {"%d/%m/%y": "DMY", "%m/%d/%y": "MDY", "%y-%m-%d": "YMD", "%d %b %y": "DMY"}[form]
    case.load(path, source="s", century=2000, date_order=DateOrder(order))
    assert case.rows("s") == ROWS


def test_enough_combinations():
    assert len(PERIODS) > 100 and {form for form, *_ in PERIODS} == set(FIELD_FORMS)

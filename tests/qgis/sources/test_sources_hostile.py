"""Text from outside is text: in SQL, in HTML, in the case, however it is meant."""

import json
import re
from html.parser import HTMLParser

import pytest
import shapely

from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.reports import ReportOptions, import_reports

NAMES = [
    "O'Neill's \"own\" guard",
    "'; DROP TABLE territories; --",
    "<script>alert(1)</script>",
    "<img src=x onerror='alert(1)'>&amp;",
    "جيش الغرباء",
    "\u202egnihtemos",
    "{faction} %s %(x)s \\0 [% 1+1 %]",
    "Ünïcödé 🏴",
    "NULL",
    "a|b,c;d",
]
BOX = shapely.box(36, 35, 37, 36)


@pytest.mark.parametrize("name", NAMES)
def test_faction_names_come_through(maps, case, name):
    report = case.load(maps.geojson("2017-10-01.geojson", ({"faction": name}, BOX)))
    (faction,) = case.factions()
    assert faction == name.replace("; ", ", ")  # which stands between the holders of contested ground
    assert f.TERRITORIES in case.open.tables()
    theme = Theme.from_dict(case.open.setting("theme"))
    assert [entry.label for entry in theme.classes if entry.faction == faction] == [faction]
    assert only_text(report.to_html("Report"))
    before = case.state
    case.load(maps.folder / "2017-10-01.geojson")
    assert case.state == before


def test_ten_thousand_characters(maps, case):
    name = "x" * 10_000
    case.load(maps.geojson("2017-10-01.geojson", ({"faction": name, "note": name}, None), ({"faction": name}, BOX)))
    assert case.factions() == {"x" * 200}
    (attributes,) = (text for (text,) in case.open.select(f.IMPORT_ISSUES, f.ATTRIBUTES))
    assert json.loads(attributes)["note"] == name


@pytest.mark.parametrize("name", ["class:retaken_from_is", "class:contested", "Class:Retaken_From_IS"])
def test_a_faction_called_like_a_derived_class_is_not_drawn_as_one(maps, case, name):
    """The article's blue is worked out from history: no row of a file can claim it."""
    case.load(maps.geojson("2017-10-01.geojson", ({"faction": name}, BOX)), theme="published_2017_10_24")
    theme = Theme.from_dict(case.open.setting("theme"))
    derived = {f.DERIVED_PREFIX + entry.id for entry in (*theme.classes, theme.contested) if not entry.faction}
    shown = set(case.open.classes())
    assert len(shown) == 1
    assert not shown & derived
    assert {entry.faction for entry in theme.classes_for(shown)} == shown, "it has no look of its own"
    assert not any(value.startswith(f.DERIVED_PREFIX) for value in shown)


@pytest.mark.parametrize("name", ["it's", "a;b", 'say "x"', "<b>bold<b>", "100%", "שלום", "a b", "x--"])
def test_names_of_files_folders_layers_and_fields(maps, case, name):
    rows = [({"faction": "GOV", name: "1"}, BOX), ({"faction": None, name: "2"}, BOX)]
    path = maps.geojson(f"{name}/{name} 2017-10-01.geojson", *rows)
    report = case.load(path.parent)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert case.open.sources() == [name]
    ((file, row, _, _, _),) = case.issues()
    assert (file, row) == (path.name, 1)
    assert only_text(report.to_html(name))
    assert case.load(path.parent).files_unchanged == 1


def test_report_page_shows_what_was_rejected_as_text(maps, case):
    evil = "<script>alert('x')</script>"
    path = maps.geojson("<i>2017-10-01.geojson", ({"faction": evil, evil: evil}, BOX), ({"faction": evil}, None))
    page = case.load(path).to_html(evil)
    assert only_text(page)
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert "&lt;i&gt;2017-10-01.geojson" in page


@pytest.mark.parametrize("column", ['note"; DROP TABLE territories', "select", "a b", "date_", "FID2", "x'y", "<b>"])
def test_columns_of_reports_come_through(maps, case, column):
    quoted = column.replace('"', '""')
    text = f'place,lon,lat,date,holder,"{quoted}"\nA,37,35,2017-10-01,GOV,value\n'
    files = list_inputs([str(maps.text("reports.csv", text))])[0]
    import_reports(case.path, files[0], None, ReportOptions())
    assert case.factions() == {"GOV"}
    with opened(case.path) as dataset:
        (row,) = dataset.GetLayerByName(f.REPORTS)
        found = {name: value for name, value in row.items().items() if value == "value"}
    assert len(found) == 1 and f.TERRITORIES in case.open.tables()
    assert list(found) == [column] or '"' in column  # GDAL puts other signs for quotes in names of columns


def only_text(page: str) -> bool:
    """Whether a report page has no tags but its own, each of them without a handler."""

    class Reader(HTMLParser):
        tags: set = set()
        attributes: set = set()

        def handle_starttag(self, tag, attributes):
            self.tags.add(tag)
            self.attributes.update(name for name, _ in attributes)

    reader = Reader()
    reader.tags, reader.attributes = set(), set()
    reader.feed(page)
    own = {"html", "head", "meta", "body", "h1", "ul", "li", "table", "tr", "th", "td"}
    return reader.tags <= own and not any(re.match("on", name) for name in reader.attributes)

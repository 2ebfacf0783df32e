"""A zip of many members: its directory is read a few times for all of them, not once for each."""

import os
import time
import zipfile

import pytest

from syria_control_plugin.core.errors import Cancelled
from syria_control_plugin.sources.files.inputs import checksums, list_inputs
from syria_control_plugin.sources.files.zips import open_zip, zips_kept_open
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.movements.importing import import_movements
from syria_control_plugin.sources.movements.options import MovementOptions
from tests.qgis.sources.test_reader_process import TRACK, Impatient


def zipped(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return str(path)


@pytest.fixture
def openings(monkeypatch):
    """The zips whose directory was read, in order."""
    opened, read = [], zipfile.ZipFile._RealGetContents
    monkeypatch.setattr(
        zipfile.ZipFile, "_RealGetContents", lambda self: (opened.append(os.path.basename(self.filename)), read(self))
    )
    return opened


def test_ten_thousand_members_are_checked_in_seconds(tmp_path, openings):
    archive = zipped(tmp_path / "maps.zip", {f"{n:05d}.geojson": f"{n}" for n in range(10_000)})
    inputs = list_inputs([archive])[0]
    openings.clear()
    start = time.process_time()
    found = checksums(inputs)
    assert time.process_time() - start < 30, "it took 300 s"
    assert len(set(found.values())) == 10_000 and len(openings) <= 3


@pytest.mark.parametrize("bring_in", [import_maps, import_movements])
def test_an_import_reads_the_directory_a_few_times(tmp_path, maps, openings, bring_in):
    text = maps.geojson("a.geojson", ({"faction": "GOV", "date": "2017-10-01"}, maps.strip(36, 37))).read_text()
    name, content = ("{}.geojson", text) if bring_in is import_maps else ("{}.gpx", TRACK)
    archive = zipped(tmp_path / "maps.zip", {name.format(n): content for n in range(40)})
    options = {} if bring_in is import_maps else {"options": MovementOptions(faction="GOV")}
    bring_in(str(tmp_path / "case.gpkg"), list_inputs([archive])[0], **options)
    assert len(openings) < 10


def test_the_checksums_are_those_of_each_by_itself(tmp_path):
    """With what is refused, damaged or gone, in zips that take turns."""
    parts = {f"b{ending}": ending for ending in (".shp", ".dbf", ".prj")}  # a Shapefile without an index
    one = zipped(tmp_path / "one.zip", {"a.geojson": "A" * 99, "../c.geojson": "C", **parts})
    two = zipped(tmp_path / "two.zip", {"a.geojson": "other", "d.kml": "D"})
    link = zipfile.ZipInfo("link.geojson")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(two, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with open(one, "r+b") as file:
        file.seek(file.read().index(b"AAAA"))
        file.write(b"B")
    inputs = list_inputs([one, two])[0]
    inputs = inputs[::2] + inputs[1::2]
    found = checksums(inputs)
    assert found == {each.key: each.checksum() for each in inputs}
    refused = {key.rpartition("!")[2]: text for key, text in found.items() if text.startswith("unreadable")}
    assert sorted(refused) == ["../c.geojson", "a.geojson", "link.geojson"] and "CRC" in refused["a.geojson"]


def test_a_zip_that_changes_is_opened_again_and_none_stays_open(tmp_path, openings):
    path = zipped(tmp_path / "a.zip", {"a": "1"})
    with zips_kept_open():
        with open_zip(path) as opened, zips_kept_open():
            assert opened.read("a") == b"1"
        with open_zip(path) as again:
            assert again is opened
        os.replace(zipped(tmp_path / "b.zip", {"a": "two"}), path)
        with open_zip(path) as changed:
            assert changed.read("a") == b"two" and opened.fp is None
    assert changed.fp is None
    inputs = list_inputs([path])[0]
    with pytest.raises(Cancelled):
        checksums([*inputs, *list_inputs([zipped(tmp_path / "c.zip", {"a.kml": "1"})])[0]], Impatient(0))
    with open_zip(path) as alone:
        assert alone.fp is not None
    assert alone.fp is None

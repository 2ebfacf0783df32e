"""The layout templates that ship are what ``.ci/layout_templates.py`` writes."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "syria_control_plugin" / "resources" / "layouts"
KINDS = ("map", "two_dates", "multiples", "evidence")


@pytest.fixture(scope="module")
def writer():
    """The module that writes them; what it sets for a process of its own is taken back."""
    before = dict(os.environ)
    module = ci_script("layout_templates")
    os.environ.clear()
    os.environ.update(before)
    return module


def saved(layout, path):
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path.read_text(encoding="utf-8")


def as_this_qgis_writes_it(text, path):
    """A template read and saved again, without ids: the same text for the same content, in whatever QGIS."""
    document, layout = QDomDocument(), QgsPrintLayout(QgsProject.instance())
    document.setContent(text)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    return ElementTree.canonicalize(re.sub(r"\{[0-9a-f-]{36}\}", "", saved(layout, path)))


def test_none_is_missing_and_none_is_left_over(writer):
    names = {f"{kind}_{page.lower()}_{way}.qpt" for kind in KINDS for page in writer.PAGES
             for way in ("landscape", "portrait")}  # fmt: skip
    assert {path.name for path in FOLDER.iterdir()} == names


@pytest.mark.parametrize("way", ["landscape", "portrait"])
@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("kind", KINDS)
def test_is_what_is_written(qgis_app, writer, tmp_path, kind, page, way):
    made = saved(writer.make(kind, page, way), tmp_path / "made.qpt")
    shipped = (FOLDER / f"{kind}_{page.lower()}_{way}.qpt").read_text(encoding="utf-8")
    first, second = (as_this_qgis_writes_it(text, tmp_path / "again.qpt") for text in (made, shipped))
    assert first == second


def test_ids_are_the_same_each_time_and_keep_what_they_link(writer):
    one, other = "{00000000-0000-0000-0000-00000000000a}", "{00000000-0000-0000-0000-00000000000b}"
    text = writer.with_lasting_ids(f"{one} {other} {one}", "map")
    first, second, third = text.split()
    assert first == third != second and text == writer.with_lasting_ids(f"{other} {one} {other}", "map")

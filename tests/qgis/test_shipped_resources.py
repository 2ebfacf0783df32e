"""Generated files in ``resources`` are up to date: each is what its script in ``.ci/resources`` makes of today's code.

If a test fails, run ``make resources ONLY=NAME`` with the script's name, and review what changed.
"""

import ast
import os
import re
import subprocess
from xml.etree import ElementTree

import pytest
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsPrintLayout,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtXml import QDomDocument

from syria_control_plugin.algorithms.provider import SyriaControlProvider
from syria_control_plugin.requirements import HASHES, RELEASES
from tests.ci_scripts import FOLDER, ci_script

ROOT = FOLDER.parent
RESOURCES = ROOT / "syria_control_plugin" / "resources"
SCRIPTS = FOLDER / "resources"
PLURAL_NUMBERS = {"ar": (0, 1, 2, 3, 11, 100)}  # one number for each plural form of a language


def generator(name):
    """Load a script of ``.ci/resources``, and undo the environment that it sets for a process of its own."""
    before = dict(os.environ)
    module = ci_script(f"resources/{name}")
    os.environ.clear()
    os.environ.update(before)
    return module


def run_make(*arguments):
    return subprocess.run([SCRIPTS / "make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


class TestMake:
    """The script behind ``make resources``."""

    def test_it_runs_every_generator(self):
        result = run_make("unknown")
        assert result.returncode == 2
        scripts = {path.stem for path in SCRIPTS.iterdir() if path.is_file() and path.name != "make"}
        assert set(result.stderr.partition("there are: ")[2].split()) == scripts

    def test_it_says_what_each_needs(self):
        text = (SCRIPTS / "make").read_text(encoding="utf-8")
        named = re.findall(r"^#   (\w+) +\S+.*? {2,}(?:needs) \S", text, re.MULTILINE)
        assert set(named) == set(re.search(r"^all='(.*)'$", text, re.MULTILINE)[1].split())


class TestLayoutTemplates:
    """``resources/layouts``, written by ``layout_templates.py``."""

    KINDS = ("map", "two_dates", "multiples", "evidence")

    @pytest.fixture
    def writer(self):
        return generator("layout_templates")

    def test_none_is_missing_and_none_is_left_over(self, writer):
        names = {f"{kind}_{page.lower()}_{orientation}.qpt" for kind in self.KINDS for page in writer.PAGES
                 for orientation in ("landscape", "portrait")}  # fmt: skip
        assert {path.name for path in writer.OUT.iterdir()} == names

    @pytest.mark.parametrize("orientation", ["landscape", "portrait"])
    @pytest.mark.parametrize("page", ["A4", "A3"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_is_what_is_written(self, qgis_app, writer, tmp_path, kind, page, orientation):
        made = saved(writer.make(kind, page, orientation), tmp_path / "made.qpt")
        shipped = (writer.OUT / f"{kind}_{page.lower()}_{orientation}.qpt").read_text(encoding="utf-8")
        first, second = (as_this_qgis_writes_it(text, tmp_path / "again.qpt") for text in (made, shipped))
        assert first == second

    def test_ids_are_the_same_each_time_and_keep_what_they_link(self, writer):
        one, other = "{00000000-0000-0000-0000-00000000000a}", "{00000000-0000-0000-0000-00000000000b}"
        text = writer.with_lasting_ids(f"{one} {other} {one}", "map")
        first, second, third = text.split()
        assert first == third != second and text == writer.with_lasting_ids(f"{other} {one} {other}", "map")


def saved(layout, path):
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path.read_text(encoding="utf-8")


def as_this_qgis_writes_it(text, path):
    """Read a template and save it again, without ids: the same text for the same content, in any version of QGIS."""
    document, layout = QDomDocument(), QgsPrintLayout(QgsProject.instance())
    document.setContent(text)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    return ElementTree.canonicalize(re.sub(r"\{[0-9a-f-]{36}\}", "", saved(layout, path)))


class TestModels:
    """``resources/models``, written by ``models.py`` for today's parameters of the algorithms."""

    @pytest.fixture
    def provider(self, qgis_app):
        """The plugin's algorithms, and QGIS's own, of which a model has one."""
        registry = QgsApplication.processingRegistry()
        added = [SyriaControlProvider()]
        if registry.providerById("native") is None:
            added.append(QgsNativeAlgorithms(registry))
        for each in added:
            assert registry.addProvider(each)
        yield
        for each in added:
            registry.removeProvider(each.id())

    def test_they_are_what_the_script_writes(self, provider, tmp_path):
        builder = generator("models")
        made = {model.name(): model for model in builder.models()}
        assert sorted(made) == sorted(path.stem for path in builder.OUT.iterdir())
        for name, model in made.items():
            assert model.toFile(str(tmp_path / name))
            assert model_content(tmp_path / name) == model_content(builder.OUT / f"{name}.model3"), name


def model_content(path):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    return model.toVariant()


class TestTranslations:
    """``resources/translations``: the .ts lists the texts of the code, and the .qm is made from the .ts."""

    @pytest.fixture(params=sorted((RESOURCES / "translations").glob("*.ts")), ids=lambda path: path.stem)
    def ts(self, request):
        return request.param

    @pytest.fixture
    def collecting(self):
        return generator("translations")

    def test_every_text_is_translated_and_nothing_else(self, collecting, ts):
        texts, known = collecting.messages(), collecting.read(ts)
        assert sorted(set(texts) - set(known)) == [], "translate what is unfinished, then run it again"
        assert sorted(set(known) - set(texts)) == []

    def test_what_qgis_reads_is_what_was_translated(self, collecting, ts, qgis_app):
        translator = QTranslator()
        assert translator.load(str(ts.with_suffix(".qm")))
        numbers_of_forms = PLURAL_NUMBERS[ts.stem.rpartition("_")[2]]
        QCoreApplication.installTranslator(translator)
        try:
            for text, forms in collecting.read(ts).items():
                numbers = numbers_of_forms if len(forms) > 1 else (-1,)
                read = [QCoreApplication.translate(collecting.CONTEXT, text, None, number) for number in numbers]
                assert read == [form.replace("%n", str(number)) for form, number in zip(forms, numbers)]
        finally:
            QCoreApplication.removeTranslator(translator)


class TestShapelyHashes:
    """``resources/shapely``, written by ``shapely_hashes.py`` for the releases in ``requirements.py``."""

    def test_none_is_missing_and_none_is_left_over(self):
        assert {path.name for path in HASHES.iterdir()} == {release.hash_file.name for release in RELEASES}

    @pytest.mark.parametrize("release", RELEASES, ids=lambda each: each.version)
    def test_is_what_is_written_of_its_wheels(self, release):
        text = release.hash_file.read_text(encoding="utf-8")
        names = re.findall(r"^#   (\S+\.whl)$", text, re.MULTILINE)
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", text)
        assert len(names) == len(hashes) > 0
        assert generator("shapely_hashes").requirements_text(release, dict(zip(names, hashes))) == text


class TestGuidePictures:
    """``resources/guide/pictures``, taken by ``guide_pictures.py``; what is on them only a person can check."""

    def test_the_script_takes_each_picture_and_no_other(self):
        tree = ast.parse((SCRIPTS / "guide_pictures.py").read_text(encoding="utf-8"))
        literals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        taken = {node.args[1].value for node in ast.walk(tree) if isinstance(node, ast.Call)
                 and getattr(node.func, "id", None) == "shot"}  # fmt: skip
        shipped = {path.stem for path in (RESOURCES / "guide" / "pictures").glob("*.png")}
        assert taken <= shipped
        assert {name for name in shipped - taken if not name.startswith("print_")} == set()
        assert shipped - taken <= literals

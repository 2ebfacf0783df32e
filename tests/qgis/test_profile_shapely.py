"""Shapely installed into the QGIS profile, by QGIS's own Python (without network here), and used only where needed."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsApplication, QgsFeedback

from syria_control_plugin import profile_shapely, requirements
from syria_control_plugin.core.errors import Cancelled, InstallError
from syria_control_plugin.sources import qgis_python

WINDOWS = r"C:\Program Files\QGIS 3.40.6"
WINDOWS_QGIS, WINDOWS_PYTHON = rf"{WINDOWS}\bin\qgis-ltr-bin.exe", rf"{WINDOWS}\apps\Python312"
MAC = "/Applications/QGIS.app/Contents"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where Shapely belongs in a profile of the test's own; all that is imported is put back afterwards."""
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(tmp_path / "my profile")))
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "shapely"}
    yield profile_shapely.shapely_folder()
    for name in [name for name in sys.modules if name.split(".")[0] == "shapely"]:
        del sys.modules[name]
    sys.modules.update(before)


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """A folder that pip takes for the Python Package Index; gives a function that puts a release there."""
    index = tmp_path / "wheels"
    index.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 11))

    def put(version, code="from . import lib"):
        info = f"shapely-{version}.dist-info"
        files = {
            "shapely/__init__.py": f"__version__ = '{version}'\n{code}\n",
            "shapely/lib.py": "",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: shapely\nVersion: {version}\nRequires-Dist: numpy\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
        with zipfile.ZipFile(index / f"shapely-{version}-py3-none-any.whl", "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)

    return put


def put_package(folder, code):
    (folder / "shapely").mkdir(parents=True)
    (folder / "shapely" / "__init__.py").write_text(code, encoding="utf-8")


def pretend_python(tmp_path, monkeypatch, script):
    """A program in place of QGIS's Python."""
    path = tmp_path / "python3"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(qgis_python, "python_candidates", lambda *_: [path])
    return path


OWN = "{}.{}".format(*sys.version_info[:2])


class TestPython:
    @pytest.mark.parametrize(
        ("platform", "executable", "prefix", "expected"),
        [
            ("win32", WINDOWS_QGIS, WINDOWS_PYTHON, rf"{WINDOWS_PYTHON}\python.exe"),
            ("win32", WINDOWS_QGIS, WINDOWS_PYTHON, rf"{WINDOWS}\bin\python3.exe"),
            ("darwin", f"{MAC}/MacOS/QGIS", f"{MAC}/MacOS", f"{MAC}/MacOS/bin/python3"),
            ("darwin", f"{MAC}/MacOS/QGIS", f"{MAC}/Frameworks", f"{MAC}/Frameworks/bin/python3.12"),
            ("linux", "/usr/bin/qgis", "/usr", "/usr/bin/python3.12"),
            ("linux", "/opt/venv/bin/python", "/opt/venv", "/opt/venv/bin/python"),
        ],
    )  # fmt: skip
    def test_where_it_lies(self, platform, executable, prefix, expected):
        assert expected in map(str, qgis_python.python_candidates(platform, executable, prefix, (3, 12)))

    @pytest.mark.parametrize(
        ("platform", "executable"),
        [("win32", rf"{WINDOWS}\bin\qgis-bin.exe"), ("darwin", f"{MAC}/MacOS/QGIS"), ("linux", "/usr/bin/qgis.bin")],
    )
    def test_qgis_itself_is_never_started(self, platform, executable):
        assert executable not in map(str, qgis_python.python_candidates(platform, executable, "/usr", (3, 12)))

    def test_this_one_is_found(self):
        assert qgis_python.find_python(QgsFeedback()) == sys.executable

    @pytest.mark.parametrize("script", ["echo 2.7", f"echo {OWN}; exit 1", "kill -9 $$"])
    def test_another_or_a_broken_one_is_not_taken(self, tmp_path, monkeypatch, script):
        path = pretend_python(tmp_path, monkeypatch, script)
        with pytest.raises(InstallError, match=f"Python {OWN} was not found.*{path}"):
            qgis_python.find_python(QgsFeedback())

    def test_a_file_that_is_no_program(self, tmp_path, monkeypatch):
        pretend_python(tmp_path, monkeypatch, "").write_bytes(b"\0")
        with pytest.raises(InstallError, match="can't be started"):
            qgis_python.find_python(QgsFeedback())


class TestInstall:
    def test_into_the_profile_and_nothing_else(self, folder, wheels, tmp_path):
        wheels("2.0.9")
        told = QgsFeedback()
        shown = []
        told.progressChanged.connect(shown.append)
        path_before = list(sys.path)
        profile_shapely.install(told)
        assert (folder / "shapely" / "lib.py").is_file()
        assert [each.name for each in folder.parent.iterdir()] == [folder.name]
        assert folder == tmp_path / "my profile" / "syria_control" / f"python{OWN}-shapely2.0"
        assert shown == sorted(shown) and 80 in shown
        assert sys.path == path_before

    def test_the_release_built_for_the_loaded_geos(self, folder, wheels):
        wheels("2.0.9")
        wheels("2.1.0")
        profile_shapely.install(QgsFeedback())
        profile_shapely.use_installed()
        assert sys.modules["shapely"].__version__ == "2.0.9"

    def test_a_newer_one_takes_the_place_of_the_older(self, folder, wheels):
        for version in ("2.0.8", "2.0.9"):
            wheels(version)
            profile_shapely.install(QgsFeedback())
        assert [each.name for each in folder.glob("*.dist-info")] == ["shapely-2.0.9.dist-info"]

    def test_one_that_does_not_run_leaves_what_was_there(self, folder, wheels):
        put_package(folder, "old = True")
        wheels("2.0.9", code="raise ImportError('numpy.core.multiarray failed')")
        with pytest.raises(InstallError, match="does not run: .*numpy.core.multiarray failed"):
            profile_shapely.install(QgsFeedback())
        assert (folder / "shapely" / "__init__.py").read_text(encoding="utf-8") == "old = True"
        assert [each.name for each in folder.parent.iterdir()] == [folder.name]

    def test_without_a_network_the_command_is_told(self, folder, wheels):
        with pytest.raises(InstallError) as caught:
            profile_shapely.install(QgsFeedback())
        text = str(caught.value)
        assert "could not be downloaded" in text and "No matching distribution found for shapely==2.0.*" in text
        assert f"{sys.executable} -m pip install" in text and f"--target '{folder}' 'shapely==2.0.*'" in text
        assert "Traceback" not in text
        assert list(folder.parent.iterdir()) == []

    def test_without_pip_it_says_how_to_get_it(self, folder, tmp_path, monkeypatch):
        script = f'[ "$2" = -c ] && echo {OWN} && exit 0; echo "No module named pip"; exit 1'
        path = pretend_python(tmp_path, monkeypatch, script)
        with pytest.raises(InstallError, match=f"{path}, has no pip.*apt install python3-pip"):
            profile_shapely.install(QgsFeedback())
        assert not folder.parent.exists()

    def test_a_profile_that_can_not_be_written(self, folder, wheels):
        folder.parent.parent.write_text("a file", encoding="utf-8")
        with pytest.raises(InstallError, match="can't be put into the QGIS profile"):
            profile_shapely.install(QgsFeedback())

    def test_cancelled_it_ends_pip_and_leaves_nothing(self, folder, tmp_path, monkeypatch):
        """The pretended pip tells its number and then waits for ever."""
        told = QgsFeedback()
        number = tmp_path / "number"
        script = f'[ "$2" = -c ] && echo {OWN} && exit 0; [ "$3" = --version ] && exit 0\n' \
                 f'echo $$ > "{number}"; echo Collecting; exec sleep 600'  # fmt: skip
        pretend_python(tmp_path, monkeypatch, script)
        told.progressChanged.connect(lambda percent: percent == 10 and told.cancel())
        with pytest.raises(Cancelled):
            profile_shapely.install(told)
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text(encoding="utf-8")), 0)
        assert list(folder.parent.iterdir()) == []

    def test_the_command_for_windows(self, folder, monkeypatch):
        monkeypatch.setattr(sys, "platform", "win32")
        command = profile_shapely.command_to_type(rf"{WINDOWS}\apps\Python312\python.exe")
        assert command.startswith(rf'"{WINDOWS}\apps\Python312\python.exe" -m pip install --no-user')
        assert command.endswith('"shapely>=2.0,<3"')


class TestFind:
    """Which Shapely `import shapely` gives."""

    def test_qgiss_own_where_it_will_do(self, folder):
        """As after an upgrade of QGIS that brings one along."""
        put_package(folder, "__version__ = '2.0.9'")
        assert profile_shapely.find_shapely() == ""
        assert sys.modules["shapely"] is shapely

    def test_the_profiles_where_there_is_none(self, folder, monkeypatch):
        put_package(folder, "__version__ = '2.0.9'")
        monkeypatch.setitem(sys.modules, "shapely", None)
        assert profile_shapely.find_shapely() == ""
        assert Path(sys.modules["shapely"].__file__).is_relative_to(folder)

    def test_the_profiles_in_place_of_one_that_is_too_old(self, folder, monkeypatch):
        """QGIS itself has imported Debian's 1.8 before any plugin."""
        put_package(folder, "__version__ = '2.0.9'")
        (folder / "shapely" / "lib.py").write_text("is_new = True", encoding="utf-8")
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        assert profile_shapely.find_shapely() == ""
        from shapely import lib

        assert lib.is_new

    def test_none(self, folder, monkeypatch):
        monkeypatch.setitem(sys.modules, "shapely", None)
        assert "needs the Python package Shapely 2.0 or newer; it can't be loaded" in profile_shapely.find_shapely()

    def test_too_old(self, folder, monkeypatch):
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        assert "version 1.8.5.post1 was found, which is too old" in profile_shapely.find_shapely()
        assert sys.modules["shapely"] is shapely

    def test_one_in_the_profile_that_can_not_be_loaded_leaves_all_as_it_was(self, folder, monkeypatch):
        put_package(folder, "raise ImportError('libgeos is not there')")
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        problem = profile_shapely.find_shapely()
        assert "1.8.5.post1" in problem and "libgeos is not there" in problem
        assert sys.modules["shapely"] is shapely and sys.modules["shapely.lib"] is shapely.lib

    def test_one_for_another_geos_is_not_taken(self, folder, monkeypatch):
        """Another release lies in another folder: a QGIS with a newer GEOS asks for its own."""
        monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 11))
        put_package(profile_shapely.shapely_folder(), "__version__ = '2.0.9'")
        assert profile_shapely.is_installed()
        monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 13))
        assert not profile_shapely.is_installed()


@pytest.mark.parametrize(
    ("loaded", "release"),
    [
        ((3, 11), "shapely==2.0.*"),
        ((3, 12), "shapely==2.0.*"),  # none is built for it: the one for the next older GEOS
        ((3, 13), "shapely==2.1.*"),
        ((3, 99), "shapely==2.1.*"),
        ((3, 8), "shapely==2.0.*"),
        (None, "shapely>=2.0,<3"),
    ],
)
def test_the_release_that_fits(monkeypatch, loaded, release):
    monkeypatch.setattr(requirements, "loaded_geos", lambda: loaded)
    assert requirements.fitting_release() == release

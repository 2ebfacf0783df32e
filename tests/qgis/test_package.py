"""The zip that `make package` builds: what is in it, and that QGIS takes it."""

import importlib.util
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]
NAME = "syria_control_plugin"
LIMIT_MB = 25  # of the plugin site


@pytest.fixture(scope="module")
def package():
    """The packaging code, .ci/package.py, as a module."""
    spec = importlib.util.spec_from_file_location("package", ROOT / ".ci" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def zip_path(package, tmp_path_factory):
    return package.build(tmp_path_factory.mktemp("zip"))


@pytest.fixture(scope="module")
def names(zip_path):
    with zipfile.ZipFile(zip_path) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_one_folder_with_what_qgis_needs(names):
    assert {name.parts[0] for name in names} == {NAME}
    for needed in ("__init__.py", "metadata.txt", "LICENSE", "plugin.py", "core/__init__.py"):
        assert PurePosixPath(NAME, needed) in names


def test_only_what_belongs(names):
    assert len(set(names)) == len(names)
    for name in names:
        assert name.suffix not in (".pyc", ".pyo")
        assert not {part for part in name.parts if part in ("tests", "__pycache__") or part.startswith(".")}


def test_small_enough(zip_path):
    assert zip_path.stat().st_size < LIMIT_MB * 1_000_000


def test_same_files_give_same_bytes(package, zip_path, tmp_path):
    assert package.build(tmp_path).read_bytes() == zip_path.read_bytes()


def test_a_listing_without_git_is_the_same(package, monkeypatch):
    with_git = package.package_files()
    monkeypatch.setenv("PATH", "")
    assert package.package_files() == with_git


def test_one_version(package, zip_path):
    stated = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert stated[1] == package.version()
    assert zip_path.name == f"{NAME}-{package.version()}.zip"
    assert package.version() in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_icon_is_in_the_zip(package, names):
    icon = re.search(r"^icon=(.+)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.M)[1]
    assert PurePosixPath(NAME, icon) in names


def qgis_process(profile, *arguments):
    """Runs QGIS's own command line, on the system's Python, with `profile` as home; gives what it printed."""
    environment = {
        "HOME": str(profile),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(profile / "plugins"),
        "PYTHONPATH": str(Path(shapely.__file__).parents[1]),
    }
    command = ["qgis_process", *arguments]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_starts_in_a_fresh_profile(zip_path, tmp_path):
    """Unpacked and enabled as a user would, it offers its algorithms."""
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(tmp_path / "plugins")
    qgis_process(tmp_path, "plugins", "enable", NAME)
    listed = json.loads(qgis_process(tmp_path, "--json", "list"))
    assert "syriacontrol:importcontrolseries" in listed["providers"]["syriacontrol"]["algorithms"]

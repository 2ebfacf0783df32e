"""The house's rules: which part may import which, and what the core must never touch."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAME = "syria_control_plugin"
PACKAGE = ROOT / NAME
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
CORE_FILES = sorted((PACKAGE / "core").rglob("*.py"))

# gui, algorithms → mapping, sources → core; whoever speaks to the user → translation, a leaf
LEAF = "translation"
SHAPELY = {"requirements", "profile_shapely"}  # the panel's part of the plugin offers to install it
MAY_IMPORT = {
    "core": {"core"},
    "sources": {"sources", "core"},
    "mapping": {"mapping", "core", LEAF},
    "algorithms": {"algorithms", "mapping", "sources", "core", LEAF},
    "gui": {"gui", "mapping", "sources", "core", LEAF} | SHAPELY,
    "resources": set(),
}

QGIS = {"qgis", "osgeo", "PyQt5", "PyQt6", "processing"}
FILE_MODULES = {"os", "pathlib", "shutil", "tempfile", "glob", "fileinput", "sqlite3", "zipfile", "tarfile"}
OTHER_MODULES = {"time", "logging", "subprocess", "socket", "urllib", "http"}  # clock, log and network
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCK_CALLS = {"now", "utcnow", "today"}


def label(path):
    return path.relative_to(ROOT).as_posix()


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_in(path):
    """Absolute dotted names of all that a file imports: `from a.b import c` gives `a.b.c`."""
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = path.relative_to(ROOT).parent.parts
            base = [*here[: len(here) - node.level + 1]] if node.level else []
            base += node.module.split(".") if node.module else []
            names.update(".".join([*base, alias.name]) for alias in node.names)
    return names


def calls_in(path):
    """(line, name) of every call, `name` being the last part of what is called."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func
            yield node.lineno, getattr(called, "attr", None) or getattr(called, "id", None)


def outside_functions(node):
    """The nodes that run when the file is imported."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield child
            yield from outside_functions(child)


def run_python(code, timeout=600):
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False
    )


def without_qgis(code):
    """`code` for a Python in which importing QGIS, GDAL or Qt raises ImportError."""
    return f"import sys; sys.modules.update(dict.fromkeys({sorted(QGIS)}))\n{code}"


def test_every_folder_has_a_rule():
    folders = {path.relative_to(PACKAGE).parts[0] for path in FILES if path.parent != PACKAGE}
    assert folders <= set(MAY_IMPORT)
    assert CORE_FILES


@pytest.mark.parametrize("path", [p for p in FILES if p.parent != PACKAGE], ids=label)
def test_imports_point_one_way(path):
    folder = path.relative_to(PACKAGE).parts[0]
    inner = {name.split(".")[1] for name in imports_in(path) if name.startswith(f"{NAME}.")}
    assert inner <= MAY_IMPORT[folder]


def test_the_leaf_imports_nothing_of_the_plugin():
    assert not [name for name in imports_in(PACKAGE / f"{LEAF}.py") if name.startswith(NAME)]


def test_words_are_translated_in_one_place():
    defined = [
        label(path) for path in FILES for node in ast.walk(tree_of(path)) if getattr(node, "name", None) == "tr"
        and isinstance(node, ast.FunctionDef)
    ]  # fmt: skip
    assert defined == [f"{NAME}/{LEAF}.py"]


@pytest.mark.parametrize("path", CORE_FILES, ids=label)
def test_core_imports_no_qgis_files_clock_log_or_network(path):
    imported = {name.split(".")[0] for name in imports_in(path)}
    assert not imported & (QGIS | FILE_MODULES | OTHER_MODULES)


@pytest.mark.parametrize("path", CORE_FILES, ids=label)
def test_core_opens_no_file_and_reads_no_clock(path):
    assert not [(line, name) for line, name in calls_in(path) if name in FILE_CALLS | CLOCK_CALLS]


@pytest.mark.parametrize("path", FILES, ids=label)
def test_of_pyproj_only_the_geodesics(path):
    """In QGIS's worker threads pyproj 3.7 crashes in all else: CRS, Transformer, Proj."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    taken = [
        (node.module, name.name) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names
    ]
    assert not [name for name in plain if name.split(".")[0] == "pyproj"]
    assert {pair for pair in taken if (pair[0] or "").split(".")[0] == "pyproj"} <= {("pyproj", "Geod")}


@pytest.mark.parametrize("path", FILES, ids=label)
def test_widgets_only_in_gui(path):
    if path == PACKAGE / "plugin.py" or PACKAGE / "gui" in path.parents:
        return
    widgets = ("qgis.gui", "qgis.PyQt.QtWidgets")
    assert not [name for name in imports_in(path) if name.startswith(widgets)]


@pytest.mark.parametrize("path", FILES, ids=label)
def test_no_iface_at_module_level(path):
    for node in outside_functions(tree_of(path)):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            assert "iface" not in {alias.name.split(".")[-1] for alias in node.names}
        else:
            assert "iface" not in (getattr(node, "id", None), getattr(node, "attr", None))


def test_importing_the_package_imports_no_qgis():
    result = run_python(without_qgis(f"import {NAME}"))
    assert result.returncode == 0, result.stderr


def test_core_tests_start_where_there_is_no_qgis():
    """All that they import. What they run they run in the suite, with QGIS out of reach (tests/core/conftest.py)."""
    arguments = ["-q", "--collect-only", "-p", "no:pytest_qgis", "-p", "no:cacheprovider", "tests/core"]
    result = run_python(without_qgis(f"import pytest; sys.exit(pytest.main({arguments}))"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_core_tests_use_the_core_alone():
    for path in (ROOT / "tests" / "core").rglob("*.py"):
        inner = {name.split(".")[1] for name in imports_in(path) if name.startswith(f"{NAME}.")}
        assert inner <= {"core"}, label(path)
        assert not {name.split(".")[0] for name in imports_in(path)} & QGIS, label(path)

"""The house's rules: which part may import which, and what the core must never touch."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parent.parent
NAME = "syria_control_plugin"
PACKAGE = ROOT / NAME
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
CORE_FILES = sorted((PACKAGE / "core").rglob("*.py"))

# gui, algorithms → mapping, sources → case → core; translation is a leaf for every layer that shows text
LEAF = "translation"
SHAPELY = {"requirements", "profile_shapely"}  # the panel's part of the plugin offers to install it
MAY_IMPORT = {
    "core": {"core"},
    "case": {"case", "core"},
    "sources": {"sources", "case", "core"},
    "mapping": {"mapping", "case", "core", LEAF},
    "algorithms": {"algorithms", "mapping", "sources", "case", "core", "user_guide", LEAF},
    "gui": {"gui", "mapping", "sources", "case", "core", "user_guide", LEAF} | SHAPELY,
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


def test_imports_point_one_way():
    wrong = []
    for path in FILES:
        folder = path.relative_to(PACKAGE).parts[0]
        if path.parent != PACKAGE:
            inner = {name.split(".")[1] for name in imports_in(path) if name.startswith(f"{NAME}.")}
            wrong += [f"{label(path)} imports {name}" for name in sorted(inner - MAY_IMPORT[folder])]
    assert not wrong


@pytest.fixture(scope="module")
def measures():
    return ci_script("measures")


def package_of(folder, **modules):
    """A checkout in a folder, with a package of these modules: name, with two underscores for a dot → code."""
    for name, code in modules.items():
        path = folder / NAME / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(code, encoding="utf-8")
    return folder


def test_no_circle_of_packages_at_any_depth(measures):
    """Of the modules and folders in any one folder, none imports itself by way of others."""
    assert measures.circles(measures.Checkout(ROOT)) == []


def test_a_circle_is_noticed(measures, tmp_path):
    root = package_of(
        tmp_path, core__a="from .b import x", core__b="from ..case.c import y", case__c="from ..gui.d import z",
        gui__d="from ..core import a", gui__e="from .d import v",
    )  # fmt: skip
    assert measures.circles(measures.Checkout(root)) == [["case", "core", "gui"]]


def test_modules_that_docstrings_name_exist(measures):
    references = measures.module_references(measures.Checkout(ROOT))
    assert len(references) > 20
    wrong = [f"{label(path)}:{line}: {text}" for path, line, text, resolves in references if not resolves]
    assert wrong == [], "name the module as it is called now"


@pytest.mark.parametrize("text, resolves", [
    ("``core.areas.area_of``", True), ("``core.areas``", True), ("``core/areas.py``", True),
    ("See core/areas.py.", True), ("``grid_index``", True), ("``grid_index.cells``", True),
    ("``syria_control_plugin.core.areas``", True),
    ("``core.areas.gone``", False), ("``core.gone``", False), ("``core/gone.py``", False), ("See core/gone.py.", False),
    ("``gone_module``", False), ("`gone_module`", False), ("``grid_index.gone``", False),
])  # fmt: skip
def test_a_module_that_does_not_exist_is_noticed(measures, tmp_path, text, resolves):
    root = package_of(tmp_path, core__areas="def area_of(shape): pass", core__grid_index="cells = 3", a=f'"""{text}"""')
    ((_, _, found, exists),) = measures.module_references(measures.Checkout(root))
    assert (found in text, exists) == (True, resolves)


@pytest.mark.parametrize(
    "text", ["``area_of``", "``shape``", "``shape.bounds``", "plain words", "``v >= 3``", "``NaN``"]
)
def test_other_words_are_no_references_to_modules(measures, tmp_path, text):
    root = package_of(tmp_path, core__areas="def area_of(shape): return shape.bounds", a=f'"""{text}"""')
    assert measures.module_references(measures.Checkout(root)) == []


def test_the_measures_of_a_package_are_these(measures, tmp_path):
    root = package_of(
        tmp_path,
        core__areas="from dataclasses import dataclass\n\n@dataclass\nclass A:\n    a: int\n",
        core__use="from .areas import A\n\ndef use(one, two: int):\n    return A(1, 2, 3, 4, 5), A(*one), A(1)\n",
    )
    found = measures.measures(measures.Checkout(root))
    assert list(found.values()) == ["2", "4.5", "5 core/areas.py", "9", "0", "0", "0", "2", "1", "1"]


def test_the_leaf_imports_of_the_plugin_only_the_messages():
    imported = {name for name in imports_in(PACKAGE / f"{LEAF}.py") if name.startswith(NAME)}
    assert imported == {f"{NAME}.core.messages.Message"}


def test_words_are_translated_in_one_place():
    defined = [
        label(path) for path in FILES for node in ast.walk(tree_of(path)) if getattr(node, "name", None) == "tr"
        and isinstance(node, ast.FunctionDef)
    ]  # fmt: skip
    assert defined == [f"{NAME}/{LEAF}.py"]


def test_core_imports_no_qgis_files_clock_log_or_network():
    forbidden = QGIS | FILE_MODULES | OTHER_MODULES
    imported = {label(path): {name.split(".")[0] for name in imports_in(path)} & forbidden for path in CORE_FILES}
    assert not {path: names for path, names in imported.items() if names}


def test_core_opens_no_file_and_reads_no_clock():
    forbidden = FILE_CALLS | CLOCK_CALLS
    assert not [(label(path), *call) for path in CORE_FILES for call in calls_in(path) if call[1] in forbidden]


def test_only_geod_of_pyproj_is_used():
    """pyproj 3.7 crashes in QGIS's worker threads in everything else: CRS, Transformer, Proj."""
    names = {(label(path), name) for path in FILES for name in imports_in(path) if name.split(".")[0] == "pyproj"}
    assert not [(path, name) for path, name in names if name != "pyproj.Geod"]


def test_widgets_only_in_gui():
    widgets = ("qgis.gui", "qgis.PyQt.QtWidgets")
    others = [path for path in FILES if path != PACKAGE / "plugin.py" and PACKAGE / "gui" not in path.parents]
    assert not [(label(path), name) for path in others for name in imports_in(path) if name.startswith(widgets)]


def test_no_iface_at_module_level():
    used = []
    for path in FILES:
        for node in outside_functions(tree_of(path)):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = {alias.name.split(".")[-1] for alias in node.names}
            else:
                names = {getattr(node, "id", None), getattr(node, "attr", None)}
            used += [label(path)] if "iface" in names else []
    assert not used


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


def wide_records(trees):
    """Names of the frozen dataclasses with four fields or more, inherited ones included."""
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}

    def fields(name):
        node = classes.get(name)
        if node is None:
            return 0
        return sum(fields(getattr(base, "id", "")) for base in node.bases) + sum(
            isinstance(line, ast.AnnAssign) for line in node.body
        )

    def is_frozen(node):
        return any(ast.unparse(decorator) == "dataclass(frozen=True)" for decorator in node.decorator_list)

    return {name for name, node in classes.items() if is_frozen(node) and fields(name) >= 4}


def positional_calls(tree, records):
    """(line, name) of every call of one of the records with an argument by position; `cls` is the class around it."""
    around = {
        call: node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "cls"
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = around.get(node) or getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if name in records:
                yield node.lineno, name


def test_wide_records_are_built_by_keyword():
    """A new field in the middle of one shifts no values."""
    records = wide_records([tree_of(path) for part in ("core", "case") for path in (PACKAGE / part).rglob("*.py")])
    assert {"Corridors", "Evidence", "ImportIssue"} <= records
    calls = [
        f"{label(path)}:{line} {name}" for path in FILES for line, name in positional_calls(tree_of(path), records)
    ]
    assert not calls


def test_a_record_built_by_position_is_noticed():
    source = (
        "@dataclass(frozen=True)\nclass Row:\n a: int\n b: int\n c: int\n d: int\n def new(cls): return cls(1, *b)\n"
    )
    tree = ast.parse(source + "Row(1, b=2, c=3, d=4)\nRow(a=1, b=2, c=3, d=4)\nrecords.Row(*values)")
    assert wide_records([tree]) == {"Row"}
    assert sorted(positional_calls(tree, {"Row"})) == [(7, "Row"), (8, "Row"), (10, "Row")]

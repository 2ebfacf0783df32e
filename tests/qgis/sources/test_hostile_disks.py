"""A disk that is full or can't be written, and two QGIS on one case: the case is the old one or the new one."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.statistics import info_of
from syria_control_plugin.core.errors import CaseError

ROOT = Path(__file__).resolve().parents[3]
IMPORT = """
import sys
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.core.errors import CaseError

def load(case, folder):
    try:
        import_maps(case, list_inputs([folder])[0], ImportOptions(source="s"))
        return "imported"
    except CaseError as error:
        return f"CaseError: {error}"
"""
# No file of this process may get longer: as on a disk that is full, a write then fails.
FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for limit in map(int, sys.argv[3:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    print(load(*sys.argv[1:3]))
"""
# Says when it has begun to change the case, and lands when it is told to.
SLOW = """
from syria_control_plugin.case import editing as case_editing

settle = case_editing._settle

def wait(path):
    print("begun", flush=True)
    sys.stdin.readline()
    settle(path)

case_editing._settle = wait
print(load(*sys.argv[1:3]))
"""
# Reads a case over and over until it is told to stop; prints how many maps and territories it saw, each pair once.
READER = """
import os, select
from syria_control_plugin.core import fields as f
from syria_control_plugin.case.case import Case

seen, is_told = set(), False
print("begun", flush=True)
while not is_told:
    is_told = bool(select.select([sys.stdin], [], [], 0)[0])  # once more after the last import
    case = Case(sys.argv[1])
    seen.add((len(case.sources()), case.setting("revision")))
print(sorted(seen))
"""


def run(script: str, *arguments) -> list[str]:
    command = [sys.executable, "-c", IMPORT + script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, cwd=ROOT)
    return done.stdout.splitlines()


@contextmanager
def beside(script: str, *arguments):
    """Another process that has said "begun", and what it says after it was told to go on."""
    command = [sys.executable, "-c", IMPORT + script, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdout.readline().strip() == "begun"
        yield lambda: other.communicate("go on\n", timeout=60)[0].strip()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such limit")
def test_a_disk_that_is_full(maps, case, another_case):
    case.load(maps("2017-10-01.geojson", "GOV 36-37"), source="s")
    maps("2017-10-02.geojson", "IS 36-37")
    size, before = os.path.getsize(case.path), case.state
    limits = [0, 4096, size // 2, size - 8192]
    for path in (case.path, another_case.path):
        told = run(FULL, path, maps.folder, *limits)
        assert len(told) == len(limits)
        assert all("Is the disk full" in line and len(line) < 400 for line in told), told
    assert case.state == before
    assert os.listdir(os.path.dirname(case.path)) == ["case.gpkg"]
    assert os.listdir(os.path.dirname(another_case.path)) == []
    assert run(FULL, case.path, maps.folder, 10 * size) == ["imported"]
    assert case.dates() == ["2017-10-01", "2017-10-02"]


@contextmanager
def nobody():
    """As a user who may not write where others may; root may write everywhere."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_a_case_that_may_only_be_read(maps, case):
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    try:
        source = shutil.copytree(maps("2017-10-01.geojson", "GOV 36-37").parent, folder / "maps")
        case.load(source, source="s")
        path = shutil.copy(case.path, folder / "case.gpkg")
        (source / "2017-10-02.geojson").write_bytes((source / "2017-10-01.geojson").read_bytes())
        for rights, words in ((0o555, "Choose another folder"), (0o777, "write-protected")):
            os.chmod(path, 0o444)
            os.chmod(folder, rights)
            with nobody():
                case.path = str(path)
                assert info_of(Case(path), "").tables
                with pytest.raises(CaseError, match=words):
                    case.load(source, source="s")
            assert sorted(os.listdir(folder)) == ["case.gpkg", "maps"]
        os.chmod(path, 0)
        with nobody(), pytest.raises(CaseError, match="cannot be read now"):
            Case(path)
    finally:
        shutil.rmtree(folder)


def test_of_two_processes_that_change_a_case_the_later_one_is_told(maps, case):
    case.load(maps("2017-10-01.geojson", "GOV 36-37"), source="s")
    maps("2017-10-02.geojson", "IS 36-37")
    with beside(SLOW, case.path, maps.folder) as go_on:
        case.load(maps("other/2017-10-03.geojson", "OPP 36-37"), source="other")
        after = case.state
        assert "was changed by another program in the meantime. Try again." in go_on()
    assert case.state == after
    assert os.listdir(os.path.dirname(case.path)) == ["case.gpkg"]


def test_of_two_processes_that_make_a_case_the_later_one_is_told(maps, case):
    maps("one/2017-10-01.geojson", "GOV 36-37")
    with beside(SLOW, case.path, maps.folder / "one") as go_on:
        case.load(maps("two/2017-10-02.geojson", "IS 36-37"), source="other")
        assert "was changed by another program in the meantime" in go_on()
    assert case.open.sources() == ["other"]


def test_a_process_that_reads_while_another_imports_sees_whole_cases(maps, case):
    case.load(maps("0/2017-10-01.geojson", "GOV 36-37"), source="0")
    with beside(READER, case.path) as stop:
        for number in range(1, 6):
            case.load(maps(f"{number}/2017-10-01.geojson", "GOV 36-37, IS 37-38"), source=str(number))
        seen = stop()
    # Each import adds a source and a revision: what was read between the two reads may be one further.
    pairs = [tuple(map(int, pair.split(", "))) for pair in seen.strip("[()]").split("), (")]
    assert pairs[-1] == (6, 6)
    assert all(revision - sources in (0, 1) for sources, revision in pairs), seen

"""Links, pipes, devices, sockets and folders that only resemble data: each is one file's problem, and none blocks."""

import os
import re
import signal
import socket
import stat
import tempfile
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from syria_control_plugin.case import regular_files
from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core.errors import CaseError, SourceError, ThemeError
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.movements.importing import import_movements

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
GOOD, ODD = "2017-10-01.geojson", "2017-10-02.geojson"
ONE_MAP = ["GOV 36-37 2017-10-01/-"]


@pytest.fixture(autouse=True)
def never_blocks():
    """Ends a call that waits for the other end of a pipe."""

    def ring(number, frame):
        raise TimeoutError("a call blocked")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def a_socket(path):
    here = os.getcwd()
    os.chdir(path.parent)  # the address of a socket is a short text
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def a_device(path):
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


def outside(path):
    """A file beside the folder with the maps."""
    other = next(up for up in path.parents if up.name == "maps").parent / "elsewhere" / path.name
    other.parent.mkdir(exist_ok=True)
    other.write_bytes((path.parent / GOOD).read_bytes().replace(b"GOV", b"IS"))
    return other


def pipe_in_database(path):
    path.mkdir()
    os.mkfifo(path / "a00000001.gdbtable")


def link_in_database(path):
    path.mkdir()
    (path / "a00000001.gdbtable").symlink_to(outside(path.parent / GOOD))


KINDS = {
    "link to nothing": (ODD, lambda path: path.symlink_to("nothing"), "link to a file that does not exist"),
    "link out": (ODD, lambda path: path.symlink_to(outside(path)), "points outside the folder"),
    "link to itself": (ODD, lambda path: path.symlink_to(path), "points to itself"),
    "two links in a circle": (
        ODD,
        lambda path: (path.symlink_to("b"), (path.parent / "b").symlink_to(path.name)),
        "points to itself",
    ),
    "link to a device": (ODD, lambda path: path.symlink_to("/dev/zero"), "points outside the folder"),
    "pipe": (ODD, os.mkfifo, "a named pipe"),
    "link to a pipe": (
        ODD,
        lambda path: (os.mkfifo(path.with_suffix(".pipe")), path.symlink_to(path.with_suffix(".pipe").name)),
        "a named pipe",
    ),
    "socket": (ODD, a_socket, "a socket"),
    "device": (ODD, a_device, "a device"),
    "empty database": ("2017-10-02.gdb", Path.mkdir, "an empty folder"),
    "pipe in a database": ("2017-10-02.gdb", pipe_in_database, "a00000001.gdbtable.*a named pipe"),
    "link out in a database": ("2017-10-02.gdb", link_in_database, "a00000001.gdbtable.*points outside the folder"),
    "database that leads out": (
        "2017-10-02.gdb",
        lambda path: path.symlink_to(outside(path.parent / GOOD).parent),
        "points outside the folder",
    ),
    "folder that leads out": ("more", lambda path: path.symlink_to(outside(path).parent), "points outside the folder"),
    "zip that is a pipe": ("2017-10-02.zip", os.mkfifo, "a named pipe"),
    "zip that leads out": ("2017-10-02.zip", lambda path: path.symlink_to(outside(path)), "points outside the folder"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_one_of_a_folder_costs_only_itself(maps, case, kind):
    maps(GOOD, "GOV 36-37")
    name, make, reason = KINDS[kind]
    make(maps.folder / name)
    report = case.load(maps.folder)
    assert case.rows() == ONE_MAP
    ((file, _, action, why, _),) = case.issues()
    assert (file, action) == (name, "rejected")
    assert str(report.issues[0].reason) == why
    assert re.search(reason, why)
    assert str(maps.folder.parent) not in why, "a path of this computer"
    again = case.load(maps.folder)
    assert again.files_unchanged == 2


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "leads out" not in kind and kind != "link out"])
def test_one_that_is_given_by_itself_costs_only_itself(maps, case, kind):
    good = maps(GOOD, "GOV 36-37")
    name, make, reason = KINDS[kind]
    make(maps.folder / name)
    if kind == "link to a device":
        reason = "a device"  # the link was named, so it may lead anywhere
    case.load(good, maps.folder / name)
    assert case.rows() == ONE_MAP
    ((file, _, _, why, _),) = case.issues()
    assert file == name
    assert re.search(reason, why)


@pytest.mark.parametrize("name", [ODD, "more"])
def test_a_link_that_the_user_names_may_lead_anywhere(maps, case, name):
    maps(GOOD, "GOV 36-37")
    other = outside(maps.folder / ODD)
    link = maps.folder.parent / "links" / name
    link.parent.mkdir()
    link.symlink_to(other if name == ODD else other.parent)
    case.load(link)
    assert case.rows() == ["IS 36-37 2017-10-02/-"]
    assert case.issues() == []


def test_links_within_the_folder(maps, case):
    """A link to a file is that file once more; one to a folder adds nothing: its files come by their own path."""
    maps("months/2017-10-01.geojson", "GOV 36-37")
    (maps.folder / ODD).symlink_to(Path("months", GOOD))
    (maps.folder / "months" / "up").symlink_to("..")
    (maps.folder / "same").symlink_to("months")
    assert [each.key for each in list_inputs([str(maps.folder)])[0]] == [ODD, f"months/{GOOD}"]
    report = case.load(maps.folder)
    assert case.dates() == ["2017-10-01", "2017-10-02"]
    assert report.issues == []
    assert case.skipped == ["months/up", "same"]


def test_a_folder_that_is_called_like_a_map(maps, case):
    maps(GOOD, "GOV 36-37")
    maps(f"{ODD}/2017-10-03.geojson", "IS 36-37")
    (maps.folder / "2017-10-04.gpkg").mkdir()
    case.load(maps.folder)
    assert case.dates() == ["2017-10-01", "2017-10-03"]


def test_what_a_pattern_matches(maps, case):
    maps("a/2017-10-01.geojson", "GOV 36-37")
    (maps.folder / "b").symlink_to("a")
    (maps.folder / "c").symlink_to(outside(maps.folder / "a" / GOOD).parent)
    os.mkfifo(maps.folder / "a" / "2017-10-03.geojson")
    case.load(maps.folder / "*" / "*.geojson")
    assert case.rows() == ONE_MAP
    assert [(file, why.partition(":")[0]) for file, _, _, why, _ in case.issues()] == [
        ("a/2017-10-03.geojson", "a named pipe, not a file"),
        ("c/2017-10-01.geojson", "a link that points outside the folder"),
    ]


@pytest.mark.parametrize("ending", [".dbf", ".prj", ".shx", ".CPG", ".shp.aux.xml"])
@pytest.mark.parametrize("is_named", [False, True])
def test_what_gdal_opens_beside_a_file(maps, case, ending, is_named):
    maps(GOOD, "GOV 36-37")
    path = maps.ogr("2017-10-02.shp", "ESRI Shapefile", {"a": [({"faction": "IS"}, maps.strip(36, 37))]})
    with suppress(FileNotFoundError):
        path.with_suffix(ending).unlink()
    os.mkfifo(path.with_suffix(ending))
    case.load(*([path, maps.folder / GOOD] if is_named else [maps.folder]))
    assert case.rows() == ONE_MAP
    ((file, _, _, why, _),) = case.issues()
    assert file == path.name and "beside it: a named pipe" in why


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_sqlite_reads_and_writes_through_no_link(maps, case, ending):
    target = maps.text("diary.txt", "untouched")
    case.load(maps(GOOD, "GOV 36-37"))
    copy = maps.at("2017-10-02.gpkg")
    copy.write_bytes(Path(case.path).read_bytes())
    for path in (case.path, str(copy)):
        os.symlink(target, path + ending)
    with pytest.raises(CaseError, match=f"case.gpkg{ending}' beside it: a link"):
        Case(case.path)
    with pytest.raises(CaseError, match="beside it: a link"), editing(case.path):
        pytest.fail("was opened")
    (given,), _ = list_inputs([str(copy)])
    with pytest.raises(SourceError, match="beside it: a link"):
        given.tables()
    assert target.read_text() == "untouched"


def test_files_that_change_after_they_were_listed(maps):
    for day in (1, 2, 3):
        maps(f"2017-10-0{day}.geojson", "GOV 36-37")
    inputs, _ = list_inputs([str(maps.folder)])
    (maps.folder / ODD).unlink()
    (maps.folder / "2017-10-03.geojson").unlink()
    os.mkfifo(maps.folder / "2017-10-03.geojson")
    problems = {each.key: problem_of(each) for each in inputs}
    assert problems[GOOD] == ""
    assert "no longer exists" in problems[ODD]
    assert "a named pipe" in problems["2017-10-03.geojson"]
    assert len({each.checksum() for each in inputs}) == 3


def problem_of(given):
    try:
        given.tables()
    except SourceError as error:
        return str(error)
    return ""


def test_a_pipe_that_takes_a_files_place_before_it_is_opened(tmp_path):
    """The check and the opening are two steps: the second one must not wait either."""
    path = tmp_path / "a"
    os.mkfifo(path)
    with pytest.raises(OSError, match="a"):
        regular_files.open_regular(str(path))


@contextmanager
def as_nobody(folder):
    """Without the rights of root, which may read everything."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_what_may_not_be_read(maps):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (GOOD, ODD, "closed/2017-10-03.geojson"):
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(maps(GOOD, "GOV 36-37").read_bytes())
        with as_nobody(folder):
            (folder / ODD).chmod(0)
            (folder / "closed").chmod(0)
            inputs, _ = list_inputs([name])
            problems = {each.key: problem_of(each) for each in inputs}
            sums = [each.checksum() for each in inputs]
            (folder / "closed").chmod(0o700)
    assert problems[GOOD] == "" and sorted(problems) == [GOOD, ODD, "closed"]
    for key in (ODD, "closed"):
        assert problems[key] == "cannot be opened: Permission denied. Check its permissions."
    assert sum(text.startswith("unreadable") for text in sums) == 2


def mode_member(name, mode):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    ("mode", "reason"),
    [(stat.S_IFLNK | 0o777, "a link, not a file"), (stat.S_IFIFO, "not a file"), (stat.S_IFCHR, "not a file"),
     (stat.S_IFSOCK, "not a file")],
)  # fmt: skip
def test_members_of_a_zip_that_are_not_files(maps, case, mode, reason):
    good = maps(GOOD, "GOV 36-37")
    archive = maps.at("in/october.zip")
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(mode_member(GOOD, stat.S_IFREG | 0o644), good.read_bytes())
        opened.writestr(mode_member(ODD, mode), "../../etc/passwd")
    case.load(archive)
    assert case.rows() == ONE_MAP
    ((file, _, _, why, _),) = case.issues()
    assert file == ODD and why.startswith(reason)


def test_an_encrypted_member_of_a_zip(maps, case):
    archive = maps.zip("in/october.zip", {ODD: maps(ODD, "IS 36-37"), GOOD: maps(GOOD, "GOV 36-37")})
    content = bytearray(archive.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1  # of the first member
    archive.write_bytes(content)
    case.load(archive)
    assert case.rows() == ONE_MAP
    ((file, _, _, why, _),) = case.issues()
    assert file == ODD and why.startswith("encrypted: unpack the zip")


def test_a_bad_zip_among_several_costs_only_itself(maps, case):
    case.load(maps(GOOD, "GOV 36-37"), maps.text("2017-10-02.zip", "no zip at all"))
    assert case.rows() == ONE_MAP
    assert [file for file, *_ in case.issues()] == ["2017-10-02.zip"]


def test_movements_beside_a_pipe(maps, case):
    maps.text("a.csv", 'id,date,faction,wkt\n1,2017-10-01,GOV,"LINESTRING(36 35,37 35)"\n')
    os.mkfifo(maps.folder / "b.csv")
    inputs, _ = list_inputs([str(maps.folder / name) for name in ("a.csv", "b.csv")])
    report = import_movements(case.path, inputs)
    assert report.movements == 1
    assert [(issue.file, "a named pipe" in str(issue.reason)) for issue in report.issues if issue.file == "b.csv"] == [
        ("b.csv", True)
    ]


@pytest.mark.parametrize(
    "make", [os.mkfifo, a_socket, a_device, Path.mkdir], ids=["pipe", "socket", "device", "folder"]
)
def test_paths_of_cases_and_themes(tmp_path, make):
    path = tmp_path / "odd.json"
    make(path)
    with pytest.raises(ThemeError, match="odd.json.*not a file"):
        load_theme(str(path))
    with pytest.raises(CaseError, match="odd.json.*not a file"), editing(str(path)):
        pytest.fail("was opened")
    with pytest.raises(CaseError, match=", not a file"):
        Case(str(path))
    assert not path.is_file(), "what was there still is"

"""A stranger's files at all the plugin's entries: nothing is asked of a server, nothing is written, nothing leaks.

Each attack at each entry is a test; the attacks of a group run in one process, which the first of their tests starts.
``python -m tests.qgis.attacks`` prints the same as a table.
"""

import fcntl
import json
import shutil
import sys

import pytest

from tests.qgis.attacks.corpus import GROUPS
from tests.qgis.attacks.running import Result, has_cases, make_base_case, run_group
from tests.qgis.attacks.watching import changes, snapshot, traced

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory, pipes and devices are watched as on Linux")


def _runs():
    for group, attacks in GROUPS.items():
        for each in attacks:
            for entry in each.entries:
                name = f"{each.id}/{entry}"
                is_lacking = entry == "qgis_process" and not shutil.which("qgis_process")
                marks = [pytest.mark.skip(reason="needs qgis_process")] if is_lacking else []
                yield pytest.param(group, name, id=name, marks=marks)


@pytest.fixture(scope="session")
def results_of(tmp_path_factory):
    """Results of a group by attack/entry; of processes that test side by side the first one runs it for all."""
    folder = tmp_path_factory.getbasetemp()
    if folder.name.startswith("popen-"):  # one of several processes
        folder = folder.parent
    folder = folder / "attacks"
    folder.mkdir(exist_ok=True)

    def kept(name: str, make):
        """What ``make(folder)`` returned, as JSON, made once."""
        path = folder / f"{name}.json"
        with open(folder / f"{name}.lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                path.write_text(json.dumps(make(folder / name)), encoding="utf-8")
        return json.loads(path.read_text(encoding="utf-8"))

    def results(group: str) -> dict[str, Result]:
        case = kept("base", lambda root: str(make_base_case(root))) if has_cases(group) else None
        found = kept(group, lambda root: [each.to_dict() for each in run_group(group, root, case)])
        return {f"{each['attack']}/{each['entry']}": Result(**each) for each in found}

    return results


@pytest.mark.parametrize(("group", "name"), list(_runs()))
def test_an_attack(results_of, group, name):
    result = results_of(group)[name]
    assert result.faults == [], f"{result.title}: {result.outcome} in {result.seconds} s\n{result.text}"


def test_the_corpus_tries_each_attack_of_each_entry():
    """So that a reader or a door that comes later is not left out."""
    attacks = [each for group in GROUPS.values() for each in group]
    entries = {entry for each in attacks for entry in each.entries}
    assert len(attacks) > 150 and len({each.id for each in attacks}) == len(attacks)
    assert entries >= {
        "folder", "file", "text", "pattern", "zip", "preview", "drop", "layer", "batch", "batch_input", "model",
        "qgis_process", "movements", "events", "reports", "places", "area", "analysis", "theme", "template", "open",
        "print", "film", "add_to", "corridors",
    }  # fmt: skip


def test_the_watch_sees_what_is_made_changed_and_removed(tmp_path):
    for name in ("kept", "changed", "removed"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    before = snapshot(tmp_path)
    (tmp_path / "changed").write_text("xx", encoding="utf-8")
    (tmp_path / "removed").unlink()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "made").symlink_to("/nowhere")
    names = [line.replace(f"{tmp_path}/", "") for line in changes(before, snapshot(tmp_path))]
    assert names == ["changed changed", "made folder", "made folder/made", "removed removed"]


def test_a_record_of_system_calls_names_writes_outside_and_strange_addresses():
    record = [
        '7 openat(AT_FDCWD, "/in/a", O_RDONLY) = 3',
        '7 openat(AT_FDCWD, "/in/b", O_WRONLY|O_CREAT, 0666) = 3',
        '7 openat(AT_FDCWD, "/out/c", O_WRONLY|O_CREAT, 0666) = 3',
        '7 openat(AT_FDCWD, "/home/d", O_RDWR|O_CREAT, 0666) = -1 EACCES (Permission denied)',
        '7 rename("/out/c", "/home/e") = 0',
        '7 connect(5, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
        '7 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.1")}, 16) = 0',
    ]
    assert traced(record, ["/out"], [80]) == ["openat /in/b", "rename /home/e", "connect 10.0.0.1:53"]

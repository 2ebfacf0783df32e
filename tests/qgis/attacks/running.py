"""Tries the attacks of a group in processes of their own, and judges what came of each."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .attack import ACCOUNT, EVIL, GOOD, GOOD_MAP, GROUPS, OWN, SECRET, Attack, Site, geojson, make_analyst
from .listening import Listener
from .watching import bytes_in, changes, snapshot, traced

ROOT = Path(__file__).resolve().parents[3]
_START_SECONDS = 60
_ADDRESS_SPACE_MB = 8000  # of a process; what it really uses is watched, this only ends what runs away
_MB = 1 << 20
# Entries behind which pictures are fetched in the background.
_SETTLING = {"open", "print", "film", "template", "model", "layer"}
# Where the folder of the input has no good map beside the attack's.
_ALONE = {
    "file",
    "text",
    "drop",
    "batch_input",
    "movements",
    "events",
    "reports",
    "places",
    "area",
    "analysis",
    "theme",
    "layer",
}
_ON_CASES = {"open", "print", "film", "add_to", "corridors"}
# What QGIS itself keeps while it runs: its profile, and the shared memory of a database that it reads.
_QGIS_OWN = re.compile(
    r"/(profile/|\.cache/|\.local/share/QGIS/|\.config/(QGIS|Unknown Organization)(/|$)|tmp/(processing_|qt_temp|qgis))"
)
_OF_CASE = re.compile(r"\.gpkg(-wal|-shm|-journal)?$")


@dataclass
class Result:
    """What came of an attack at an entry.

    faults    what must not have happened, "" for nothing: each a line
    outcome   "read", "in part", "refused", "ended: …" in a word
    text      the messages that the user would read
    """

    attack: str
    entry: str
    title: str
    outcome: str
    text: str
    seconds: float
    megabytes: float
    requests: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def to_dict(self) -> dict:
        return asdict(self)


class Sandbox:
    """A machine of an analyst in a folder: home, working directory, temporary files, profile; and its worker."""

    def __init__(self, root: Path, has_trace: bool = False):
        self.root = root
        self.home, self.cwd, self.tmp = root / ACCOUNT, root / "cwd", root / "tmp"
        self.outside = root / "outside"
        for folder in (self.cwd, self.tmp, self.outside, root / "in", root / "out"):
            folder.mkdir(parents=True, exist_ok=True)
        make_analyst(self.home)
        self.listener = Listener()
        self.trace = root / "strace.txt" if has_trace else None
        self.more_environment: dict[str, str] = {}
        self._worker: _Worker | None = None

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self.listener.close()

    def worker(self) -> _Worker:
        if self._worker is None or not self._worker.is_alive():
            if self._worker is not None:
                self._worker.close()
            self._worker = _Worker(self)
        return self._worker

    def restart(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self._worker = None

    def environment(self) -> dict[str, str]:
        import shapely

        site_packages = Path(shapely.__file__).parents[1]
        return {
            "HOME": str(self.home),
            "USER": ACCOUNT,
            "LOGNAME": ACCOUNT,
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "TMPDIR": str(self.tmp),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(self.tmp),
            "PYTHONNOUSERSITE": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, site_packages))),
            "QGIS_CUSTOM_CONFIG_PATH": str(self.root / "profile"),
            "QGIS_PLUGINPATH": str(self.root / "plugins"),
            "PROJ_DATA": os.environ.get("PROJ_DATA", ""),
            **self.listener.environment(),
            **self.more_environment,
        }

    def watched(self):
        return snapshot(self.root)


class _Worker:
    """A running worker: one command at a time, ended where it takes too long or too much memory."""

    def __init__(self, sandbox: Sandbox):
        read, write = os.pipe()
        command = [sys.executable, str(Path(__file__).with_name("worker.py")), str(sandbox.root), str(write)]
        if sandbox.trace is not None:
            traces = ["-f", "-qq", "-A", "-s", "400", "-e", "trace=%file,connect", "--seccomp-bpf", "-o"]
            command = ["strace", *traces, str(sandbox.trace), *command]
        self._log = open(sandbox.root / "worker.log", "ab")
        self._process = subprocess.Popen(
            [*command, str(_ADDRESS_SPACE_MB)], cwd=sandbox.cwd, env=sandbox.environment(), stdin=subprocess.PIPE,
            stdout=self._log, stderr=self._log, pass_fds=[write], start_new_session=True,
        )  # fmt: skip
        os.close(write)
        self._replies, self._rest = read, b""
        answer, _ = self._answer(_START_SECONDS, _ADDRESS_SPACE_MB)
        if answer.get("text") != "ready":
            self.close()
            log = (sandbox.root / "worker.log").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"The worker does not start: {answer} {log[-2000:]}")

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        if self.is_alive():
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process.stdin.close()
        self._log.close()
        if self._replies is not None:
            os.close(self._replies)
            self._replies = None

    def ask(self, command: dict, seconds: float, megabytes: float) -> tuple[dict, float]:
        """The answer to a command, or what ended it, and the most memory in MB that it took beyond what was taken."""
        before = self._reset_peak()
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        self._process.stdin.flush()
        answer, most = self._answer(seconds, before + megabytes)
        return answer, max(most - before, 0)

    def _answer(self, seconds: float, megabytes: float) -> tuple[dict, float]:
        until, most = time.monotonic() + seconds, 0.0
        while b"\n" not in self._rest:
            most = max(most, self._memory("VmHWM"))
            if most > megabytes:
                self.close()
                return {"ended": f"over {megabytes:.0f} MB of memory"}, most
            if time.monotonic() > until:
                self.close()
                return {"ended": f"over {seconds:.0f} s"}, most
            if select.select([self._replies], [], [], 0.05)[0]:
                content = os.read(self._replies, 1 << 16)
                if not content:
                    code = self._process.wait()
                    return {"ended": f"crash ({signal.Signals(-code).name if code < 0 else code})"}, most
                self._rest += content
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line), max(most, self._memory("VmHWM"))

    def _pid(self) -> int:
        """That of Python, which is strace's child where strace runs it."""
        pid = self._process.pid
        try:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
            is_strace = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip() == "strace"
            return int(children[0]) if is_strace and children else pid
        except OSError:
            return pid

    def _memory(self, name: str) -> float:
        try:
            text = Path(f"/proc/{self._pid()}/status").read_text(encoding="utf-8")
        except OSError:
            return 0.0
        found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def _reset_peak(self) -> float:
        try:
            Path(f"/proc/{self._pid()}/clear_refs").write_text("5", encoding="ascii")
        except OSError:
            return self._memory("VmHWM")
        return self._memory("VmRSS")


def run_group(
    group: str,
    root: Path,
    base_case: Path | None = None,
    has_trace: bool = False,
    only: str = "",
    done: Callable[[Result], None] = lambda result: None,
) -> list[Result]:
    """The results of a group's attacks at all their entries, in order.

    only  pattern of group:attack/entry
    done  called with each result
    """
    sandbox = Sandbox(root, has_trace)
    results = []
    try:
        for attack in GROUPS[group]:
            for entry in attack.entries:
                if re.search(only, f"{group}:{attack.id}/{entry}"):
                    results.append(_tried(sandbox, attack, entry, base_case))
                    done(results[-1])
    finally:
        sandbox.close()
    return results


def make_base_case(root: Path) -> Path:
    """A case that the plugin itself made, for attacks that change one."""
    sandbox = Sandbox(root)
    folder, out = root / "in" / "base", root / "out" / "base"
    for each in (folder, out):
        each.mkdir(parents=True)
    try:
        answer, _ = sandbox.worker().ask(_command("base", "make_case", folder, "", out, {}), 60, 3000)
    finally:
        sandbox.close()
    if not (out / "case.gpkg").is_file():
        raise RuntimeError(f"The case for the attacks was not made: {answer}")
    return out / "case.gpkg"


def has_cases(group: str) -> bool:
    return any(entry in _ON_CASES or entry == "template" for each in GROUPS[group] for entry in each.entries)


def _install_plugin(folder: Path) -> None:
    """Puts the package where qgis_process finds it, with its metadata beside it."""
    if not folder.exists():
        package = folder / "syria_control_plugin"
        shutil.copytree(ROOT / "syria_control_plugin", package, ignore=shutil.ignore_patterns("__pycache__", "guide"))
        shutil.copy(ROOT / "metadata.txt", package)


def _command(name, entry, folder, target, out, options) -> dict:
    settles = entry in _SETTLING
    return {
        "name": name, "entry": entry, "folder": str(folder), "target": target or "", "out": str(out),
        "options": options, "settles": settles,
    }  # fmt: skip


def _tried(sandbox: Sandbox, attack: Attack, entry: str, base_case: Path | None) -> Result:
    name = attack.id
    folder, out = (sandbox.root / kind / f"{name}-{entry}" for kind in ("in", "out"))
    for each in (folder, out):
        each.mkdir(parents=True)
    if entry not in _ON_CASES:
        (folder / GOOD_MAP).write_text(geojson({"faction": GOOD}), encoding="utf-8")
    if entry == "qgis_process":
        _install_plugin(sandbox.root / "plugins")
    if base_case is not None and (entry in _ON_CASES or entry == "template"):
        shutil.copy(base_case, (folder if entry in _ON_CASES else out) / "sent.gpkg")
    options = dict(attack.options)
    if entry == "template":
        options["case"] = str(out / "sent.gpkg")
    site = Site(name, folder, sandbox.home, sandbox.cwd, sandbox.outside, sandbox.listener)
    try:
        target = attack.make(site)
    except Exception as error:  # noqa: BLE001 - a corpus that does not fit the plugin any more is a result as well
        return Result(
            name, entry, attack.title, "not made", repr(error), 0, 0, faults=[f"could not be made: {error!r}"]
        )
    worker = sandbox.worker()
    time.sleep(0.002)  # files that are changed at once would have the time at which they were made
    before = sandbox.watched()
    sandbox.listener.taken()
    start = time.monotonic()
    answer, most = worker.ask(_command(name, entry, folder, target, out, options), attack.seconds, attack.megabytes)
    seconds = time.monotonic() - start
    if sandbox.trace is not None and "ended" not in answer:
        time.sleep(0.1)
    after = sandbox.watched()
    result = Result(name, entry, attack.title, "", _shortened(answer, sandbox), round(seconds, 2), round(most))
    result.requests = [line for line in sandbox.listener.taken()]
    result.files = [
        line.replace(str(sandbox.root), "")
        for line in changes(before, after)
        if not _is_allowed(line, out, folder, entry)
    ]
    if sandbox.trace is not None:
        result.files += _traced(sandbox, folder, out)
    result.outcome = _outcome(entry, answer)
    result.faults = list(_faults(attack, entry, answer, result, out))
    for path in (folder, out):
        shutil.rmtree(path, ignore_errors=True)
    return result


def _is_allowed(change: str, out: Path, folder: Path, entry: str) -> bool:
    path = change.partition(" ")[2]
    if path.startswith(f"{out}{os.sep}") or _QGIS_OWN.search(path) or path.endswith(("/worker.log", "/strace.txt")):
        return True
    if path.startswith(str(folder)):
        # A case that was sent may be changed by what changes cases; what the harness itself adds lies beside.
        return (entry in _ON_CASES and bool(_OF_CASE.search(path))) or path.endswith(
            ("/reports.csv", "/2017-12-01.geojson", "-sent.zip")
        )
    return False


def _traced(sandbox: Sandbox, folder: Path, out: Path) -> list[str]:
    lines = sandbox.trace.read_text(encoding="utf-8", errors="replace").splitlines()
    starts = [number for number, line in enumerate(lines) if "/attack-begins/" in line]
    own = lines[starts[-1] if starts else 0 :]
    allowed = (sandbox.root, "/dev/null", "/dev/shm", "/dev/dri", "/proc/self", "/tmp/.X11", "/run/user")
    return traced(own, allowed, (sandbox.listener.port, sandbox.listener.raw_port))


def _shortened(answer: dict, sandbox: Sandbox) -> str:
    text = answer.get("text", "").replace(str(sandbox.root), "…")
    return text if len(text) < 4000 else f"{text[:2000]} … {text[-2000:]}"


def _outcome(entry: str, answer: dict) -> str:
    if "ended" in answer:
        return f"ended: {answer['ended']}"
    if "Traceback (most recent call last)" in answer["text"]:
        return "ended: Python error"
    if entry in ("preview", "drop"):
        return "previewed"
    factions = [name for name in answer["factions"] if len(name) < 40]
    if answer["refused"] or not answer["factions"]:
        return "refused" if answer["refused"] else "no case made"
    return "read: " + ", ".join(factions)


def _faults(attack: Attack, entry: str, answer: dict, result: Result, out: Path) -> Iterable[str]:
    """What must not have happened."""
    content = bytes_in(out)
    if result.outcome.startswith("ended"):
        yield result.outcome
    if attack.is_open:
        result.requests, content = [], b""
    yield from (f"request: {line[:200]}" for line in result.requests)
    yield from (f"file: {line}" for line in result.files)
    text, factions = answer.get("text", ""), answer.get("factions", [])
    yield from _leaks(entry, content, text, factions)
    if "ended" in answer:
        return
    if entry not in _ON_CASES | {"template", "text"}:
        if attack.reads and OWN not in factions and entry not in ("preview", "drop"):
            yield "its rows were not read"
        if attack.reads is False and OWN in factions and entry != "area":
            yield "its rows were read"
        if attack.keeps and entry not in _ALONE | {"preview", "pattern"} and GOOD not in factions:
            yield "the good map beside it was not read"
    if attack.words and not re.search(attack.words, text, re.IGNORECASE):
        yield f"messages lack {attack.words!r}"
    if attack.absent and (found := re.search(attack.absent, text, re.IGNORECASE)):
        yield f"messages have {found[0]!r}"
    if entry in ("print", "template", "film", "model"):
        yield from (f"leak: {what}" for what in _personal(content, out))


def _leaks(entry: str, content: bytes, text: str, factions: list) -> Iterable[str]:
    """What of the files beside an input has come out."""
    for canary in (SECRET, EVIL, ACCOUNT):
        if canary.encode() in content or any(canary in name for name in factions):
            yield f"leak: {canary} is in what was written"
        elif canary in text and (canary == SECRET or entry in ("preview", "drop")) and canary != ACCOUNT:
            yield f"leak: {canary} is in the messages"


def _personal(content: bytes, out: Path) -> Iterable[str]:
    """What a print says of the machine and the account that made it."""
    if str(out.parents[1]).encode() in content:
        yield "a path of this machine is in what was written"
    for found in re.findall(rb"/Author\s*\(((?:[^()\\]|\\.)+)\)", content):
        yield f"an author, {found[:40]!r}"

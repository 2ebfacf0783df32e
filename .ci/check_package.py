"""The plugin site's checks of the zip: `check_package.py TOOLS [ZIP]`, with TOOLS the folder of Bandit and its like.

Without ZIP the plugin is packaged first. Prints a line a check; fails if the site would refuse the plugin.
"""

import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).resolve().parent))
import package

LIMIT_MB = 25
KEYS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
        "homepage")  # fmt: skip
PROGRAMS = {b"\x7fELF": "Linux", b"MZ": "Windows", b"\xcf\xfa\xed\xfe": "macOS", b"\xca\xfe\xba\xbe": "macOS or Java",
            b"PK\x03\x04": "an archive", b"\0asm": "WebAssembly"}  # fmt: skip
OFFICE = {".ods", ".xlsx", ".qgz"}  # documents that are zips
SEEDED_CODE = "import subprocess\nassert subprocess.call('ls', shell=True)\n"
SEEDED_SECRET = "aws_key = 'AKIA" + "IOSFODNN7EXAMPLE'\n"


def structure_faults(path: Path) -> list:
    """What is wrong with the zip's size, names and contents; empty where nothing is."""
    faults = []
    if path.stat().st_size > LIMIT_MB * 1_000_000:
        faults.append(f"larger than {LIMIT_MB} MB")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        starts = {name: archive.open(name).read(4) for name in names if not name.endswith("/")}
    tops = {PurePosixPath(name).parts[0] for name in names}
    if len(tops) != 1 or len(set(names)) != len(names):
        faults.append(f"not one folder of files that stand there once: {sorted(tops)}")
    needed = {f"{top}/{name}" for top in tops for name in ("__init__.py", "metadata.txt", "LICENSE")}
    faults += [f"no {name}" for name in sorted(needed - set(names))]
    for name in names:
        parts = PurePosixPath(name).parts
        if ".." in parts or name.startswith("/") or "\\" in name:
            faults.append(f"{name} leads out of the folder")
        if any(part.startswith((".", "__pycache__", "__MACOSX", "tests")) for part in parts) or name.endswith(".pyc"):
            faults.append(f"{name} is a cache, a test or hidden")
    for name, start in starts.items():
        kinds = [kind for magic, kind in PROGRAMS.items() if start.startswith(magic)]
        if kinds and PurePosixPath(name).suffix not in OFFICE:
            faults.append(f"{name} is a binary ({kinds[0]})")
    return faults


def metadata_faults(text: str) -> list:
    """What is wrong with metadata.txt; empty where nothing is."""
    metadata = configparser.ConfigParser()
    try:
        metadata.read_string(text)
        general = dict(metadata["general"])
    except (configparser.Error, KeyError) as error:
        return [f"metadata.txt can't be read: {error}"]
    faults = [f"no {key}" for key in KEYS if not general.get(key.lower(), "").strip()]
    faults += [f"{key} is no address" for key in ("tracker", "repository", "homepage")
               if not re.match(r"https?://\S+$", general.get(key, ""))]  # fmt: skip
    versions = [general.get(key, "") for key in ("qgisminimumversion", "qgismaximumversion")]
    if not all(re.fullmatch(r"\d+\.\d+", version) for version in versions):
        faults.append(f"versions of QGIS are not as 3.40: {versions}")
    return faults


def bandit_findings(tools: Path, folder: Path) -> tuple:
    """What Bandit finds, and the number of its findings that the code answers with `# nosec`."""
    told = json.loads(output_of([tools / "bandit", "-q", "-r", folder, "-f", "json"]))
    if told["errors"]:
        raise SystemExit(f"bandit: {told['errors']}")
    found = [
        f"{each['filename']}:{each['line_number']}: {each['test_id']} {each['issue_text']}" for each in told["results"]
    ]
    return found, told["metrics"]["_totals"]["skipped_tests"]


def unreasoned_nosec(folder: Path) -> list:
    """Lines on which `# nosec` stands without a check's number and a reason."""
    lines = [(path, number, line) for path in sorted(folder.rglob("*.py"))
             for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)]  # fmt: skip
    return [f"{path}:{number}: # nosec without number and reason" for path, number, line in lines
            if "nosec" in line and not re.search(r"# nosec B\d{3}: \w+", line)]  # fmt: skip


def secret_findings(tools: Path, folder: Path) -> list:
    """What detect-secrets finds."""
    told = json.loads(output_of([tools / "detect-secrets", "-C", folder, "scan", "--all-files", "."]))
    return [
        f"{file}:{each['line_number']}: {each['type']}" for file, found in told["results"].items() for each in found
    ]


def output_of(command: list) -> str:
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False).stdout  # fmt: skip


def prove_the_tools(tools: Path) -> None:
    """Ends the run where Bandit or detect-secrets would pass everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeded.py").write_text(SEEDED_CODE + SEEDED_SECRET, encoding="utf-8")
        if len(bandit_findings(tools, folder)[0]) < 3 or not secret_findings(tools, folder):
            raise SystemExit("check_package: Bandit or detect-secrets does not find the faults seeded for it")


def main(tools: Path, path: Path) -> int:
    prove_the_tools(tools)
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(path) as archive:
        folder = Path(name)
        archive.extractall(folder)
        texts = [each for each in folder.rglob("metadata.txt")]
        bandit, answered = bandit_findings(tools, folder)
        results = {
            f"structure ({len(archive.namelist())} files, {path.stat().st_size / 1e6:.2f} MB)": structure_faults(path),
            f"metadata ({len(KEYS)} keys)": metadata_faults(texts[0].read_text(encoding="utf-8"))
            if texts
            else ["none"],
            f"bandit ({answered} places answered with a reason)": bandit + unreasoned_nosec(folder),
            "detect-secrets": secret_findings(tools, folder),
        }
    print(f"{path.name}:")
    for check, faults in results.items():
        print(f"  {check}: {'no finding' if not faults else f'{len(faults)} findings'}")
        print(*(f"    {fault}" for fault in faults), sep="\n", end="\n" if faults else "")
    return int(any(results.values()))


if __name__ == "__main__":
    given = sys.argv[2:]
    sys.exit(main(Path(sys.argv[1]), Path(given[0]) if given else package.build(package.ROOT / "build")))

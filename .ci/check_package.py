"""The plugin site's checks of the zip: `check_package.py TOOLS [ZIP]`.

TOOLS is the folder with the programs bandit and detect-secrets. Without ZIP, the plugin is packaged first. Prints one
line per check; fails if the site would reject the plugin.
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
    """Return the faults in the zip's size, names and contents."""
    faults = []
    if path.stat().st_size > LIMIT_MB * 1_000_000:
        faults.append(f"larger than {LIMIT_MB} MB")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        starts = {name: archive.open(name).read(4) for name in names if not name.endswith("/")}
    tops = {PurePosixPath(name).parts[0] for name in names}
    if len(tops) != 1 or len(set(names)) != len(names):
        faults.append(f"not one folder with unique file names: {sorted(tops)}")
    needed = {f"{top}/{name}" for top in tops for name in ("__init__.py", "metadata.txt", "LICENSE")}
    faults += [f"no {name}" for name in sorted(needed - set(names))]
    for name in names:
        parts = PurePosixPath(name).parts
        if ".." in parts or name.startswith("/") or "\\" in name:
            faults.append(f"{name} leads out of the folder")
        if any(part.startswith((".", "__pycache__", "__MACOSX", "tests")) for part in parts) or name.endswith(".pyc"):
            faults.append(f"{name} is a cache file, a test or hidden")
    for name, start in starts.items():
        kinds = [kind for magic, kind in PROGRAMS.items() if start.startswith(magic)]
        if kinds and PurePosixPath(name).suffix not in OFFICE:
            faults.append(f"{name} is a binary ({kinds[0]})")
    return faults


def metadata_faults(text: str) -> list:
    """Return the faults in metadata.txt."""
    metadata = configparser.ConfigParser()
    try:
        metadata.read_string(text)
        general = dict(metadata["general"])
    except (configparser.Error, KeyError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    faults = [f"no {key}" for key in KEYS if not general.get(key.lower(), "").strip()]
    faults += [f"{key} is not a URL" for key in ("tracker", "repository", "homepage")
               if not re.match(r"https?://\S+$", general.get(key, ""))]  # fmt: skip
    versions = [general.get(key, "") for key in ("qgisminimumversion", "qgismaximumversion")]
    if not all(re.fullmatch(r"\d+\.\d+", version) for version in versions):
        faults.append(f"QGIS versions are not written as 3.40: {versions}")
    return faults


def bandit_findings(tools: Path, folder: Path) -> tuple:
    """Return Bandit's findings, and the number of findings that the code suppresses with `# nosec`."""
    report = json.loads(output_of([tools / "bandit", "-q", "-r", folder, "-f", "json"]))
    if report["errors"]:
        raise SystemExit(f"bandit: {report['errors']}")
    findings = [
        f"{each['filename']}:{each['line_number']}: {each['test_id']} {each['issue_text']}"
        for each in report["results"]
    ]
    return findings, report["metrics"]["_totals"]["skipped_tests"]


def unreasoned_nosec(folder: Path) -> list:
    """Return the lines with `# nosec` but without the number of a check and a reason."""
    lines = [(path, number, line) for path in sorted(folder.rglob("*.py"))
             for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)]  # fmt: skip
    return [f"{path}:{number}: # nosec without number and reason" for path, number, line in lines
            if "nosec" in line and not re.search(r"# nosec B\d{3}: \w+", line)]  # fmt: skip


def secret_findings(tools: Path, folder: Path) -> list:
    """Return the findings of detect-secrets."""
    report = json.loads(output_of([tools / "detect-secrets", "-C", folder, "scan", "--all-files", "."]))
    results = report["results"].items()
    return [f"{file}:{each['line_number']}: {each['type']}" for file, findings in results for each in findings]


def output_of(command: list) -> str:
    """Run a command, and return what it writes to its standard output."""
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False).stdout  # fmt: skip


def prove_the_tools(tools: Path) -> None:
    """Exit if Bandit or detect-secrets does not find seeded faults, because it would then accept everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeded.py").write_text(SEEDED_CODE + SEEDED_SECRET, encoding="utf-8")
        if len(bandit_findings(tools, folder)[0]) < 3 or not secret_findings(tools, folder):
            raise SystemExit("check_package: Bandit or detect-secrets does not find its seeded faults")


def main(tools: Path, path: Path) -> int:
    """Check a zip and print the results; return 1 if there are findings."""
    prove_the_tools(tools)
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(path) as archive:
        folder = Path(name)
        archive.extractall(folder)
        texts = [each for each in folder.rglob("metadata.txt")]
        bandit, suppressed = bandit_findings(tools, folder)
        results = {
            f"structure ({len(archive.namelist())} files, {path.stat().st_size / 1e6:.2f} MB)": structure_faults(path),
            f"metadata ({len(KEYS)} keys)": metadata_faults(texts[0].read_text(encoding="utf-8"))
            if texts
            else ["none"],
            f"bandit ({suppressed} findings suppressed with a reason)": bandit + unreasoned_nosec(folder),
            "detect-secrets": secret_findings(tools, folder),
        }
    print(f"{path.name}:")
    for check, faults in results.items():
        print(f"  {check}: {'no findings' if not faults else f'{len(faults)} findings'}")
        print(*(f"    {fault}" for fault in faults), sep="\n", end="\n" if faults else "")
    return int(any(results.values()))


if __name__ == "__main__":
    given = sys.argv[2:]
    sys.exit(main(Path(sys.argv[1]), Path(given[0]) if given else package.build(package.ROOT / "build")))

"""Builds the zip that QGIS's plugin manager installs: `package.py [DIRECTORY]`, by default in build/."""

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "syria_control_plugin"
BESIDE_INIT = ("metadata.txt", "LICENSE")  # stored at the repository's root; QGIS needs them beside __init__.py


def version(root: Path = ROOT) -> str:
    """Return the version in metadata.txt."""
    metadata = configparser.ConfigParser()
    metadata.read(root / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def package_files(root: Path = ROOT) -> list[Path]:
    """Return the package's files, relative to `root` and sorted: those that git does not ignore, without caches."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", PACKAGE],
            cwd=root,
            env={**os.environ, "GIT_CEILING_DIRECTORIES": str(root.parent)},  # not a repository in a parent folder
            capture_output=True,
            check=True,
        ).stdout
        paths = [Path(os.fsdecode(name)) for name in listed.split(b"\0") if name]
    except (OSError, subprocess.CalledProcessError):  # outside git
        paths = [path.relative_to(root) for path in (root / PACKAGE).rglob("*")]
    links = {Path(PACKAGE, name) for name in BESIDE_INIT}
    return sorted(
        path
        for path in set(paths) - links
        if (root / path).is_file()
        and path.suffix != ".pyc"
        and not any(part == "__pycache__" or part.startswith(".") for part in path.parts)
    )


def build(directory: Path, root: Path = ROOT) -> Path:
    """Write `<package>-<version>.zip` into `directory` and return its path. The same files give the same bytes."""
    directory.mkdir(parents=True, exist_ok=True)
    target = directory / f"{PACKAGE}-{version(root)}.zip"
    partial = target.with_suffix(".zip.part")
    members = [(path.as_posix(), path) for path in package_files(root)]
    members += [(f"{PACKAGE}/{name}", Path(name)) for name in BESIDE_INIT]
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(members):
            info = zipfile.ZipInfo(name)  # dated 1980: the plugin does not depend on the time of a checkout
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, (root / path).read_bytes())
    partial.replace(target)
    return target


if __name__ == "__main__":
    built = build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build")
    latest = shutil.copyfile(built, built.with_name(f"{PACKAGE}.zip"))
    print(built, latest, sep="\n")

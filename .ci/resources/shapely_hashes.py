"""Writes the hash files of the Shapely releases that the plugin installs: resources/shapely/shapely-VERSION.txt.

Run it (`make resources ONLY=shapely_hashes UV=path`) after a change of ``requirements.RELEASES``. uv is the client of
the Python Package Index: one lookup per release lists all its wheels. The output is kept with the sources and reviewed
there.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from syria_control_plugin.requirements import RELEASES, Release  # noqa: E402
from syria_control_plugin.sources.qgis_python import PYPI  # noqa: E402

WHEEL = re.compile(r'url = "[^"]*/(?P<name>[^"/]+\.whl)"[^}]*hashes = \{ sha256 = "(?P<hash>[0-9a-f]{64})" \}')


def wheels_of(release: Release, uv: str) -> dict[str, str]:
    """Return the SHA-256 hash of each wheel of the release by file name, sorted."""
    command = [uv, "pip", "compile", "-", "--no-config", "--quiet", "--universal", "--no-deps",
               "--only-binary", ":all:", "--format", "pylock.toml", "--default-index", PYPI,
               "--python-version", "{}.{}".format(*release.first)]  # fmt: skip
    lock = subprocess.run(
        command, input=f"shapely=={release.version}", stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    wheels = {match["name"]: match["hash"] for match in WHEEL.finditer(lock)}
    if not wheels or len(wheels) != lock.count(".whl"):
        raise SystemExit(f"shapely_hashes: {uv} lists the wheels of Shapely {release.version} in an unknown form")
    return dict(sorted(wheels.items()))


def requirements_text(release: Release, wheels: dict[str, str]) -> str:
    """Return pip's requirements file: the wheels' names as comments, then their hashes in the same order."""
    first = f"# Shapely {release.version} with GEOS {'.'.join(map(str, release.geos))}: its wheels on {PYPI}, " \
            "and their hashes in the same order. Made by .ci/resources/shapely_hashes.py."  # fmt: skip
    hashes = [f"    --hash=sha256:{digest}" for digest in wheels.values()]
    names = [f"#   {name}" for name in wheels]
    return "\n".join([first, *names, " \\\n".join([f"shapely=={release.version}", *hashes]), ""])


def main(uv: str) -> None:
    """Write the hash file of each release, and print its path."""
    for release in RELEASES:
        wheels = wheels_of(release, uv)
        release.hash_file.parent.mkdir(parents=True, exist_ok=True)
        release.hash_file.write_text(requirements_text(release, wheels), encoding="utf-8")
        print(f"{release.hash_file.relative_to(ROOT)}: {len(wheels)} wheels")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "uv")

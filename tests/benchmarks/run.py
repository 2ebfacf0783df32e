"""make bench: what the plugin's work costs, beside what the same costs without the plugin.

    run.py [FOLDER] [--rounds N] [--dates N]

FOLDER holds daily maps, one a file, with the date in the name; default: $SYRIA_CONTROL_BENCH_DATA, else
../shared/data/deepstate_daily. Each measurement has a process of its own. This one imports neither QGIS nor NumPy:
a child's peak memory is never below what its parent held when it was started.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DEFAULT_DATA = ROOT.parent / "shared" / "data" / "deepstate_daily"

# Target of each figure; of the time of one more day there is none.
RATIO_LIMIT = 2.0
PEAK_LIMIT_MIB = 1024
AGAIN_LIMIT_SECONDS = 5.0
PLAYING_LIMIT = 1.5
FILM_DATES, FILM_TIMES_FASTER, FILM_GROWTH_MIB = 200, 3.0, 20
CHANGES_DAYS, CHANGES_TIMES_FASTER = 200, 5.0
WHOLE_LIMIT_SECONDS = 10.0
BALANCE_LIMIT = 1e-6
# Of corridors: how many tracks each kind cuts, how many times faster the plugin has to be, and to within how many
# degrees a track the lengths have to agree. MovingPandas cuts at interpolated moments, which agree less closely; it
# cuts fewer tracks, and its time is scaled up.
TRACKS, SCALED_TRACKS = 20_000, 300
CORRIDOR_PEERS = {
    "geopandas": ("geopandas.overlay", TRACKS, 5.0, 1e-9),
    "qgis": ("native:intersection", TRACKS, 20.0, 1e-9),
    "movingpandas": ("MovingPandas' clip", SCALED_TRACKS, 100.0, 1e-3),
}
LONG_TRACKS, LONG_LIMIT_SECONDS, LONG_PEAK_LIMIT_MIB = 2000, 60.0, 2048


def work(script: str, *arguments) -> dict:
    """Figures of a script run in a process of its own; with those of the whole process, start-up included."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    before, start = _children_seconds(), time.perf_counter()
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{script} {arguments[0]} failed: see above.")
    return {
        **json.loads(done.stdout.splitlines()[-1]),
        "process_seconds": time.perf_counter() - start,
        "process_cpu_seconds": _children_seconds() - before,
    }


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def say(text: str) -> None:
    print(text, flush=True)


def check_results(data: Path, scratch: Path) -> Path:
    """Imports once, and checks the outcome before anything is timed; returns the case. Fills the disk's cache too."""
    case = scratch / "checked.gpkg"
    imported = work("import_series.py", "import", data, case)
    checked = work("import_series.py", "check", data, case)
    copied = work("import_series.py", "loop", data, scratch / "loop.gpkg")
    if copied["rows"] < checked["days"]:
        raise SystemExit(f"The plain loop wrote {copied['rows']} rows for {checked['days']} days.")
    say(
        f"Checked: {checked['days']} days in {imported['rows']} rows; each day's area equals its file's "
        f"(largest relative difference {checked['worst']:.0e})."
    )
    return case


def time_import(data: Path, scratch: Path, rounds: int) -> list[tuple]:
    """Import and plain loop in turn, so that what else the machine does falls on both."""
    imports, loops = [], []
    for number in range(rounds):
        imports.append(work("import_series.py", "import", data, scratch / f"import{number}.gpkg"))
        loops.append(work("import_series.py", "loop", data, scratch / f"loop{number}.gpkg"))
    rows = []
    for key, note in (("seconds", ""), ("process_seconds", ", with start-up")):
        cpu = key.replace("seconds", "cpu_seconds")
        for name, found in (("Import", imports), ("Plain GDAL loop", loops)):
            rows.append((f"{name}{note}", f"{_spread(found, key, 's')}; CPU {_spread(found, cpu, 's')}", "", None))
        ratios, cpu_ratios = _ratios(imports, loops, key), _ratios(imports, loops, cpu)
        text = f"{_spread_of(ratios)}; CPU {_spread_of(cpu_ratios)}"
        rows.append((f"Ratio{note}", text, f"≤ {RATIO_LIMIT:g}", median(ratios) <= RATIO_LIMIT))
    peak = max(each["peak_mib"] for each in imports)
    loop_peak = max(each["peak_mib"] for each in loops)
    text = f"{peak:.0f} MiB (plain loop {loop_peak:.0f} MiB)"
    return [*rows, ("Peak memory of the import", text, f"≤ {PEAK_LIMIT_MIB} MiB", peak <= PEAK_LIMIT_MIB)]


def time_reimport(data: Path, scratch: Path, case: Path, rounds: int) -> list[tuple]:
    again = [work("import_series.py", "again", data, scratch / f"again{n}.gpkg", case) for n in range(rounds)]
    # In a folder of the same name: the name of the folder is that of the source.
    longer = scratch / "longer" / data.resolve().name
    work("import_series.py", "add-a-day", data, longer)
    more = [work("import_series.py", "one-more", longer, scratch / f"more{n}.gpkg", case) for n in range(rounds)]
    is_met = median(each["seconds"] for each in again) < AGAIN_LIMIT_SECONDS
    return [
        ("Reimport, nothing new", _with_cpu(again), f"< {AGAIN_LIMIT_SECONDS:g} s", is_met),
        ("Import of one more day", _with_cpu(more), "", None),
    ]


def time_display(case: Path, dates: int, rounds: int) -> list[tuple]:
    found = work("show_date.py", case, dates, rounds)
    say(f"Checked: on {found['frames']} dates the images are equal, pixel by pixel.")
    rows = []
    kinds = (("case", "the case's layer"), ("geopackage", "GeoPackage of that date"), ("memory", "memory layer of it"))
    for kind, name in kinds:
        text = f"{_spread_of(found[f'{kind}_ms'], 'ms')}; CPU {_spread_of(found[f'{kind}_cpu_ms'], 'ms')}"
        rows.append((f"Another date, {name}", text, "", None))
    for kind, name in kinds[1:]:
        wall, cpu = (median(found[f"case_{unit}"]) / median(found[f"{kind}_{unit}"]) for unit in ("ms", "cpu_ms"))
        text = f"{wall:.2f}; CPU {cpu:.2f}"
        rows.append((f"Ratio to the {name}", text, f"≤ {RATIO_LIMIT:g}", wall <= RATIO_LIMIT))
    return rows


def time_playing(case: Path) -> list[tuple]:
    found = work("playing.py", case)
    ratios = [one / other for one, other in zip(found["playback_ms"], found["alone_ms"])]
    ratio = median(ratios)
    rate = found["played_dates"] / found["played_seconds"]
    scrubbed = f"{found['scrubbed_frames']} frames; the last after {found['last_date_ms']:.0f} ms"
    return [
        ("Next date while playing", _spread_of(found["playback_ms"], "ms"), "", None),
        ("That date alone in a memory layer", _spread_of(found["alone_ms"], "ms"), "", None),
        ("Ratio of the two, date by date", f"{ratio:.2f}", f"≤ {PLAYING_LIMIT:g}", ratio <= PLAYING_LIMIT),
        (f"Playing {found['played_dates']} dates", f"{rate:.0f} dates/s, {found['played_frames']} frames", "", None),
        (f"Scrubbing over {found['scrubbed_dates']} dates", scrubbed, "", None),
    ]


def time_changes(data: Path, rounds: int) -> list[tuple]:
    """Control changes by the plugin and otherwise in turn; the areas of each two maps must agree."""
    names = {"plugin": "the plugin", "geopandas": "geopandas.overlay", "qgis": "native:difference"}
    found: dict[str, list[dict]] = {kind: [] for kind in names}
    for _ in range(rounds):
        for kind in names:
            found[kind].append(work("changes.py", kind, data, CHANGES_DAYS))
    for kind in [kind for kind, each in found.items() if "absent" in each[0]]:
        say(f"Skipped {names[kind]}: {found.pop(kind)[0]['absent']}.")
    areas = {kind: [value for pair in each[0]["areas"] for value in pair] for kind, each in found.items()}
    worst = max(abs(a - b) for other in areas.values() for a, b in zip(areas["plugin"], other))
    if worst > 1e-12 or len({len(each) for each in areas.values()}) > 1:
        raise SystemExit(f"Areas of control changes differ by up to {worst:.0e} square degrees.")
    pairs = len(found["plugin"][0]["areas"])
    say(f"Checked: gains and losses of {pairs} pairs of maps agree (to {worst:.0e} square degrees).")
    rows = [(f"Changes of {pairs} pairs, {names[kind]}", _with_cpu(each), "", None) for kind, each in found.items()]
    others = [each for kind, each in found.items() if kind != "plugin"]
    faster = min(others, key=lambda each: median(one["seconds"] for one in each))
    ratios, cpu_ratios = (_ratios(faster, found["plugin"], key) for key in ("seconds", "cpu_seconds"))
    text = f"{_spread_of(ratios)}; CPU {_spread_of(cpu_ratios)}"
    is_met = median(ratios) >= CHANGES_TIMES_FASTER
    return [*rows, ("Times faster than the faster of them", text, f"≥ {CHANGES_TIMES_FASTER:g}", is_met)]


def time_all_changes(data: Path, rounds: int) -> list[tuple]:
    found = [work("changes.py", "whole", data, 10**6) for _ in range(rounds)]
    one = found[0]
    say(
        f"All {one['days']} days: {one['changes']} changes in {one['intervals']} pairs of different maps, "
        f"{one['slivers']} slivers among their pieces; areas balance to {one['planar']:.0e}."
    )
    peak = max(each["peak_mib"] for each in found)
    seconds = median(each["seconds"] for each in found)
    return [
        (
            f"Changes of all {one['days']} days",
            _with_cpu(found),
            f"< {WHOLE_LIMIT_SECONDS:g} s",
            seconds < WHOLE_LIMIT_SECONDS,
        ),
        ("Peak memory of that", f"{peak:.0f} MiB", f"≤ {PEAK_LIMIT_MIB} MiB", peak <= PEAK_LIMIT_MIB),
        ("The account of each pair", _spread(found, "balance_seconds", "s"), "", None),
        ("Largest imbalance", f"{one['imbalance']:.1e}", f"≤ {BALANCE_LIMIT:g}", one["imbalance"] <= BALANCE_LIMIT),
    ]


def time_corridors(data: Path, rounds: int) -> list[tuple]:
    """Tracks cut with the territory of their moment, by the plugin and otherwise; a track's lengths must agree."""
    few = work("corridors.py", "plugin", data, SCALED_TRACKS)
    found = [work("corridors.py", "plugin", data, TRACKS)]
    one = found[0]
    title = f"{TRACKS} tracks of 50 fixes, 10 maps of {one['vertices']} vertices"
    times = []
    for kind, (name, tracks, target, tolerance) in CORRIDOR_PEERS.items():
        # The slowest takes hours for all, and minutes for some: once is enough to see that it is.
        others = [work("corridors.py", kind, data, tracks) for _ in range(1 if tracks < TRACKS else rounds)]
        if "absent" in others[0]:
            say(f"Skipped {name}: {others[0]['absent']}.")
            continue
        found += [work("corridors.py", "plugin", data, TRACKS) for _ in range(rounds)]
        expected = one["lengths"] if tracks == TRACKS else few["lengths"]
        worst = max(abs(a - b) for a, b in zip(expected, others[0]["lengths"]))
        if worst > tolerance or len(expected) != len(others[0]["lengths"]):
            raise SystemExit(f"Lengths inside by {name} differ by up to {worst:.0e} degrees a track.")
        say(f"Checked: lengths inside of {tracks} tracks by {name} agree (to {worst:.0e} degrees a track).")
        scale = TRACKS / tracks
        note = "" if scale == 1 else f", scaled from {tracks}"
        scaled = [{key: each[key] * scale for key in ("seconds", "cpu_seconds")} for each in others]
        times.append((name + note, scaled, target))
    rows = [(f"{title}, the plugin", _with_cpu(found), "", None)]
    for name, others, target in times:
        wall, cpu = (median(e[k] for e in others) / median(e[k] for e in found) for k in ("seconds", "cpu_seconds"))
        rows.append((f"{title}, {name}", _with_cpu(others), "", None))
        rows.append((f"Times faster than {name}", f"{wall:.1f}; CPU {cpu:.1f}", f"≥ {target:g}", wall >= target))
    return rows


def time_long_tracks(data: Path, rounds: int) -> list[tuple]:
    found = [work("corridors.py", "whole", data, LONG_TRACKS) for _ in range(rounds)]
    one = found[0]
    say(f"{LONG_TRACKS} long tracks: {one['corridors']} corridors in {one['parts']} parts.")
    seconds, peak = median(each["seconds"] for each in found), max(each["peak_mib"] for each in found)
    title = f"Corridors of {LONG_TRACKS} tracks, {one['fixes']} fixes, {one['days']} days"
    return [
        (title, _with_cpu(found), f"< {LONG_LIMIT_SECONDS:g} s", seconds < LONG_LIMIT_SECONDS),
        ("Peak memory of that", f"{peak:.0f} MiB", f"≤ {LONG_PEAK_LIMIT_MIB} MiB", peak <= LONG_PEAK_LIMIT_MIB),
    ]


def _ratios(ones: list[dict], others: list[dict], key: str) -> list[float]:
    return [one[key] / other[key] for one, other in zip(ones, others)]


def _with_cpu(found: list[dict]) -> str:
    return f"{_spread(found, 'seconds', 's')}; CPU {_spread(found, 'cpu_seconds', 's')}"


def _spread(found: list[dict], key: str, unit: str = "") -> str:
    return _spread_of([each[key] for each in found], unit)


def _spread_of(values: list[float], unit: str = "") -> str:
    digits = 1 if unit == "ms" else 2
    middle, low, high = (f"{value:.{digits}f}" for value in (median(values), min(values), max(values)))
    return f"{middle} ({low}–{high})" + (f" {unit}" if unit else "")


def time_films(case: Path, scratch: Path, rounds: int) -> list[tuple]:
    """Films by the plugin and by QGIS in turn; frames are compared first."""

    def film(kind: str, count: int = FILM_DATES) -> dict:
        return work("film.py", kind, case, count, Path(tempfile.mkdtemp(dir=scratch)))

    checked = film("frames")
    if "absent" in checked:
        say(f"Skipped the animations: {checked['absent']}.")
        return []
    say(f"Checked: {checked['frames']} frames equal exportAnimation's, pixel by pixel.")
    pairs = [(film("plugin"), film("qgis")) for _ in range(rounds)]
    ours, theirs = ([pair[number] for pair in pairs] for number in (0, 1))
    faster = _ratios(theirs, ours, "seconds")
    weeks = {kind: film(kind) for kind in ("weekly", "daily", "dated")}
    few, many = film("memory", 50)["peak_mib"], film("memory", 500)["peak_mib"]
    rows = [
        (f"Film of {FILM_DATES} dates", _spread(ours, "seconds", "s"), "", None),
        ("exportAnimation and ffmpeg", _spread(theirs, "seconds", "s"), "", None),
        ("Times faster", _spread_of(faster), f"≥ {FILM_TIMES_FASTER:g}", median(faster) >= FILM_TIMES_FASTER),
    ]
    for kind, found in weeks.items():
        rows.append(
            (f"Film over weekly maps, {kind}", f"{found['seconds']:.2f} s, {found['maps_drawn']} drawn", "", None)
        )
    is_met = many - few <= FILM_GROWTH_MIB
    text = f"{few:.0f} and {many:.0f} MiB"
    return [*rows, ("Peak memory, 50 and 500 frames", text, f"≤ {FILM_GROWTH_MIB} MiB apart", is_met)]


def print_table(rows: list[tuple]) -> None:
    words = {None: "", True: "yes", False: "NO"}
    lines = [("Figure: median (min–max)", "", "Target", "Met")]
    lines += [(name, value, target, words[is_met]) for name, value, target, is_met in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    say("")
    for line in lines:
        say("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("SYRIA_CONTROL_BENCH_DATA") or DEFAULT_DATA)
    parser.add_argument("--rounds", type=int, default=3, help="how often each import is timed")
    parser.add_argument("--dates", type=int, default=25, help="how many dates are drawn")
    options = parser.parse_args()
    data = Path(options.folder)
    if not data.is_dir():
        say(f"Benchmark skipped: there is no folder {data}.")
        return
    load = os.getloadavg()[0]
    say(f"Data: {data}; {os.cpu_count()} cores, load {load:.1f} before the start; {options.rounds} rounds.")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        case = check_results(data, scratch)
        rows = time_import(data, scratch, options.rounds)
        rows += time_reimport(data, scratch, case, options.rounds)
        rows += time_display(case, options.dates, options.rounds)
        rows += time_playing(case)
        rows += time_films(case, scratch, options.rounds)
    rows += time_changes(data, options.rounds)
    rows += time_all_changes(data, options.rounds)
    rows += time_corridors(data, options.rounds)
    rows += time_long_tracks(data, options.rounds)
    print_table(rows)


if __name__ == "__main__":
    main()

"""How work is measured: from inside a process of its own, which tells its figures as a line of JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from contextlib import contextmanager


@contextmanager
def measured(figures: dict):
    """Adds the wall-clock and CPU seconds (user and system, all threads) of a block, and the process's peak memory.

    The peak counts from the start of the process, interpreter and libraries included.
    """
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    figures["seconds"] = time.perf_counter() - wall
    figures["cpu_seconds"] = time.process_time() - cpu
    figures["peak_mib"] = peak_mib()


def peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)  # macOS counts in bytes, Linux in KiB


def tell(figures: dict) -> None:
    """Hands the figures to the process that started this one."""
    print(json.dumps(figures), flush=True)

"""Chart of area over time, as an image for a report."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np

from ..case.catalogue import faction_names
from ..core.control.areas_over_time import AreasOverTime
from ..core.errors import ChartError
from ..core.factions.names import tidied
from ..core.factions.themes import HATCHES, MapClass, Theme
from ..translation import tr, tr_ltr

STACKED, LINES = "stacked areas", "lines"
KINDS = (LINES, STACKED)
_INK, _GREY = "#1b1b1b", "#555555"
_WIDTH_IN, _PANEL_IN, _MARGIN_IN, _DPI = 10.0, 3.9, 1.5, 150
_HATCH = {"horizontal": "-", "vertical": "|", "diagonal": "/", "back_diagonal": "\\", "cross": "+",
          "diagonal_cross": "x", "dots": "."}  # fmt: skip
_DASHES = ("-", "--", ":", "-.")


@dataclass(frozen=True)
class ChartTexts:
    """Texts beside a chart; plain text, shown as written."""

    title: str
    note: str = ""
    sources: str = ""


def check_chart(path: str) -> None:
    """Raise ChartError, before any work is done, if a chart cannot be drawn or written to a path."""
    if Path(path).suffix.lower() not in (".png", ".svg"):
        raise ChartError(tr("The chart {!r}: the file name must end in .png or .svg.").format(path))
    if not Path(path).parent.is_dir():
        raise ChartError(
            tr("The chart {!r} cannot be written: its folder does not exist. Create it or choose another.").format(path)
        )
    try:
        import matplotlib  # noqa: F401
    except ImportError as error:
        raise ChartError(
            tr(
                "The chart needs the Python package matplotlib, which comes with most QGIS installations. Install "
                "it (on Debian and Ubuntu: python3-matplotlib), or leave the chart out."
            )
        ) from error


def area_chart(
    path: str, panels: Mapping[str, AreasOverTime], theme: Theme, texts: ChartTexts, kind: str = LINES
) -> None:
    """Write the areas of each source, one panel per source, as PNG or SVG (by the extension of the path).

    Steps, not slopes: a map is valid until the next one, and the last one is drawn a little beyond its date. While a
    source knows nothing, nothing is drawn, not even a line at 0; the legend has the areas of the last known date.
    Fills, labels and order are the theme's. Raises ChartError if the image cannot be drawn or written.
    """
    check_chart(path)
    # A separate figure without pyplot, so that the analyst's figures and backend do not change.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    height = _PANEL_IN * len(panels) + _MARGIN_IN
    figure = Figure(figsize=(_WIDTH_IN, height), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    top, bottom = 1 - 0.65 / height, 0.85 / height
    boxes = figure.subplots(len(panels), 1, squeeze=False, gridspec_kw={"hspace": 0.35})[:, 0]
    figure.subplots_adjust(left=0.08, right=0.70, top=top, bottom=bottom)
    for axes, (source, areas) in zip(boxes, panels.items()):
        _draw(axes, areas, theme, kind)
        if len(panels) > 1:
            axes.set_title(_plain(source), loc="left", fontsize=9, color=_INK)
    _write_texts(figure, texts, height)
    try:
        figure.savefig(path, format=Path(path).suffix[1:].lower(), dpi=_DPI, facecolor="white")
    except OSError as error:
        raise ChartError(tr("The chart {!r} cannot be written: {}").format(path, error)) from error


def _draw(axes, areas: AreasOverTime, theme: Theme, kind: str) -> None:
    names = sorted(set(areas.faction))
    classes = [entry for entry in theme.classes_for(names, faction_names()) if entry.faction]
    dates = np.unique(areas.date)
    known = dates[~np.isnan(areas.area_km2[:: len(names)])][-1]
    columns = {name: areas.area_km2[areas.faction == name] for name in names}
    beyond = max((dates[-1] - dates[0]) // 25, np.timedelta64(43200, "s"))
    # The corners of the steps are computed here: matplotlib's steps would omit the last one before a break.
    moments = np.repeat([moment.item() for moment in (*dates, dates[-1] + beyond)], 2)[1:-1]
    steps = {name: np.repeat(column, 2) for name, column in columns.items()}
    handles = (_stack if kind == STACKED else _lines)(axes, moments, steps, classes)
    last = {name: column[dates == known][0] for name, column in columns.items()}
    labels = [f"{textwrap.fill(_plain(tr(entry.label)), 34)}\n{last[entry.faction]:,.0f} km²" for entry in classes]
    title = tr_ltr("Held on {}").format(str(known)[:10])
    legend = axes.legend(
        handles, labels, title=title, loc="upper left", bbox_to_anchor=(1.02, 1.02), frameon=False, fontsize=8.5,
        labelspacing=1.1, handlelength=2.4, handleheight=1.8, labelcolor=_INK, alignment="left",
    )  # fmt: skip
    legend.get_title().set(fontsize=8.5, color=_GREY)
    _dress(axes, moments)


def _stack(axes, moments, steps: dict, classes: list[MapClass]) -> list:
    """Draw areas on top of each other, the first class of the legend on top."""
    from matplotlib.patches import Patch

    handles = []
    lower = np.zeros(len(moments))
    for entry in reversed(classes):
        upper = lower + steps[entry.faction]
        style = _style(entry)
        axes.fill_between(moments, lower, upper, linewidth=0, **style)
        axes.plot(moments, upper, color=entry.fill.outline or _INK, linewidth=0.8)
        handles.append(Patch(linewidth=0.8, **style))
        lower = upper
    return handles[::-1]


def _lines(axes, moments, steps: dict, classes: list[MapClass]) -> list:
    """Draw one line per class; classes of the same colour differ in their dashes."""
    handles = []
    used: Counter = Counter()
    for entry in classes:
        dash = _DASHES[used[entry.fill.colour] % len(_DASHES)]
        width = 1.8 + 1.2 * (used[entry.fill.colour] // len(_DASHES))
        used[entry.fill.colour] += 1
        values = steps[entry.faction]
        handles += axes.plot(moments, values, color=entry.fill.colour, linestyle=dash, linewidth=width)
    return handles


def _style(entry: MapClass) -> dict:
    """Return a theme's fill for matplotlib: hatches of about the same density, in the edge colour."""
    fill = entry.fill
    if fill.pattern in HATCHES:
        density = min(max(round(4.5 / fill.spacing_mm), 1), 5)
        return {
            "facecolor": fill.background or "none",
            "edgecolor": fill.colour,
            "hatch": _HATCH[fill.pattern] * density,
        }
    return {"facecolor": fill.colour if fill.pattern == "solid" else "none", "edgecolor": fill.outline or _INK}


def _dress(axes, moments) -> None:
    from matplotlib.dates import AutoDateLocator, DateFormatter
    from matplotlib.ticker import StrMethodFormatter

    is_short = moments[-1] - moments[0] < timedelta(days=4)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=7, interval_multiples=False))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m-%d\n%H:%M" if is_short else "%Y-%m-%d"))
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.set_ylabel(tr_ltr("Area held (km²)"), fontsize=9, color=_INK)
    axes.set_xlim(moments[0], moments[-1])
    axes.set_ylim(bottom=0)
    axes.tick_params(labelsize=8.5, colors=_INK)
    axes.set_facecolor("white")
    axes.grid(axis="y", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set(visible=side in ("left", "bottom"), color=_GREY)


def _write_texts(figure, texts: ChartTexts, height: float) -> None:
    figure.text(0.02, 1 - 0.14 / height, _plain(texts.title), va="top", fontsize=14, weight="bold", color=_INK)
    lines = [line for text in (texts.note, texts.sources) for line in textwrap.wrap(_plain(text), 175)]
    figure.text(0.02, 0.1 / height, "\n".join(lines[:4]), va="bottom", fontsize=7.5, color=_GREY)


def _plain(text: str) -> str:
    """Return text that matplotlib shows literally: no formula between dollars, no label hidden by an underscore."""
    text = tidied(text).replace("$", r"\$")
    return f" {text}" if text.startswith("_") else text

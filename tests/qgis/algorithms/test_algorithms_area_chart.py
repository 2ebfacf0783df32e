"""The chart of areaovertime, as a picture."""

import sys
from xml.dom import minidom

import matplotlib
import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.case.catalogue import load_theme, theme_ids
from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.mapping import charts
from syria_control_plugin.mapping.charts import KINDS, ChartTexts, area_chart


def maps(kit):
    """GOV and OPP side by side; on the 9th IS holds half of what OPP held."""
    rows = [("GOV", f"2017-10-0{day}", kit.square(0, 0)) for day in (8, 9)]
    rows += [("OPP", "2017-10-08", kit.square(1, 0)), ("OPP", "2017-10-08", kit.square(2, 0))]
    rows += [("OPP", "2017-10-09", kit.square(1, 0)), ("IS", "2017-10-09", kit.square(2, 0))]
    return kit.layer("hama maps", rows)


def run(kit, name, given, **more):
    return kit.run(name, {"INPUT": given, "OUTPUT": "memory:", **more})


def colours_of(path):
    image = QImage(str(path))
    assert not image.isNull() and image.width() >= 1200
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_chart_has_the_themes_colours(kit, kind):
    target = kit.folder / "chart.png"
    more = {"CHART": str(target), "CHART_KIND": kind, "THEME": "published_2017_10_24"}
    assert run(kit, "areaovertime", maps(kit), **more)["CHART"] == str(target)
    assert {"#d7301f", "#1a1a1a", "#41a148", "#ffffff"} <= colours_of(target)


@pytest.mark.parametrize("kind", KINDS)
def test_the_hatches_are_drawn_without_colour(kit, kind):
    target = kit.folder / "chart.png"
    run(kit, "areaovertime", maps(kit), CHART=str(target), CHART_KIND=kind, THEME="print_hatch")
    assert all(len({name[1:3], name[3:5], name[5:7]}) == 1 for name in colours_of(target))


def test_a_chart_of_two_sources_as_svg_with_any_text(kit):
    rows = [("_x $\\frac", "2017-10-08", f"<{n}> $a_$", kit.square(n, 0)) for n in range(2)]
    layer = kit.layer("maps", rows, fields=("faction", "date", "source"))
    target = kit.folder / "chart.svg"
    run(kit, "areaovertime", layer, CHART=str(target), TITLE="Ground & <people> $100", NOTE="Nota \u202e bene")

    assert minidom.parse(str(target)).documentElement.tagName == "svg"
    one = kit.folder / "one.svg"
    run(kit, "areaovertime", kit.layer("maps", [row[:2] + row[3:] for row in rows[:1]]), CHART=str(one))
    heights = [minidom.parse(str(path)).documentElement.getAttribute("height") for path in (target, one)]
    assert float(heights[0][:-2]) > 1.5 * float(heights[1][:-2])


def test_drawing_leaves_the_analysts_matplotlib_alone(kit):
    import matplotlib.pyplot as analysts

    figure = analysts.figure()
    before = dict(matplotlib.rcParams)
    run(kit, "areaovertime", maps(kit), CHART=str(kit.folder / "chart.png"))
    assert dict(matplotlib.rcParams) == before
    assert analysts.get_fignums() == [figure.number] and analysts.gcf() is figure
    analysts.close(figure)


@pytest.mark.parametrize(
    "chart, named", [("chart.pdf", ".png or .svg"), ("no/such/chart.png", "its folder does not exist")]
)
def test_a_chart_that_cannot_be_is_told_before_any_work(kit, chart, named):
    with pytest.raises(QgsProcessingException, match=named):
        run(kit, "areaovertime", maps(kit), CHART=str(kit.folder / chart), OUTPUT=str(kit.folder / "table.csv"))
    assert list(kit.folder.iterdir()) == []


def test_without_matplotlib_the_message_says_so(kit, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(QgsProcessingException, match="matplotlib"):
        run(kit, "areaovertime", maps(kit), CHART=str(kit.folder / "chart.png"))
    assert run(kit, "areaovertime", maps(kit))["COUNT"] == 6


@pytest.mark.parametrize("theme", theme_ids())
def test_a_chart_of_one_map_in_every_theme(tmp_path, provider, theme):
    names = ["GOV", "OPP", "IS", "Ünknown", "حزب"]
    n = len(names)
    territory = [shapely.box(36 + each, 35, 37 + each, 36) for each in range(n)]
    series = ControlSeries(names, [np.datetime64("2017-10-08")] * n, ["NaT"] * n, territory, ["s"] * n)
    area_chart(str(tmp_path / "x.png"), {"s": areas_over_time(series)}, load_theme(theme), ChartTexts("One map"))
    assert len(colours_of(tmp_path / "x.png")) > 2


def drawn(areas, kind):
    """The axes of a chart."""
    from matplotlib.figure import Figure

    axes = Figure().subplots()
    charts._draw(axes, areas, load_theme("conflict_convention"), kind)
    return axes


@pytest.fixture
def silent_for_a_time():
    """GOV alone: known on the 1st to the 5th, and from the 10th to the 15th."""
    territory = [shapely.box(36, 35, 37, 36)] * 2
    days = np.array([["2017-10-01", "2017-10-05"], ["2017-10-10", "2017-10-15"]], "M8[s]")
    return areas_over_time(ControlSeries(["GOV"] * 2, days[:, 0], days[:, 1], territory, ["s"] * 2))


@pytest.mark.parametrize("kind", KINDS)
def test_a_hole_in_the_source_is_a_break_in_the_chart(silent_for_a_time, kind):
    """The line runs to the moment from which on nothing is known, and begins again after it: never at 0."""
    (line,) = drawn(silent_for_a_time, kind).lines
    day, height = np.array(line.get_xdata(), "M8[D]"), np.array(line.get_ydata(), float)
    known = [str(each) for each in day[~np.isnan(height)]]
    assert known == ["2017-10-01", "2017-10-05", "2017-10-10", "2017-10-15"]
    assert np.isnan(height[(day > day[0] + 4) & (day < day[0] + 9)]).all() and np.nanmin(height) > 1000
    between = np.flatnonzero(np.isnan(height))
    assert 1 < between[0] and between[1] < len(height) - 2


def test_a_hole_in_the_source_is_not_filled(silent_for_a_time):
    (filled,) = drawn(silent_for_a_time, "stacked areas").collections
    assert len(filled.get_paths()) == 2
    widths = sorted(np.ptp(path.vertices[:, 0]) for path in filled.get_paths())
    assert widths == pytest.approx([4, 5])


def test_the_legend_has_the_last_known_figures(silent_for_a_time):
    legend = drawn(silent_for_a_time, KINDS[0]).get_legend()
    assert "2017-10-10" in legend.get_title().get_text()
    assert "nan" not in legend.get_texts()[0].get_text()

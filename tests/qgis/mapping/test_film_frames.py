"""What a film shows when: steps, pictures that are held, the date on each frame and the ground below it."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from syria_control_plugin.case.case import Case, from_text
from syria_control_plugin.case.catalogue import theme_for
from syria_control_plugin.case.qgis_values import to_qt
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import AnimationError
from syria_control_plugin.mapping.animation.animation import Pace, make_animation
from syria_control_plugin.mapping.animation.layer_states import (
    GROUND,
    GROWING,
    HAPPENING,
    dates_of,
    sheets_of,
    states_of,
)
from syria_control_plugin.mapping.animation.layout_scene import LayoutScene
from syria_control_plugin.mapping.animation.map_scene import MapScene, MapView, copy_of, whole_extent
from syria_control_plugin.mapping.animation.overlay import CORNERS, date_label, paint_text
from syria_control_plugin.mapping.animation.steps import (
    DAYS,
    HOURS,
    WEEKS,
    Shot,
    case_dates,
    case_layers,
    changed_territory,
    grown_share,
    mark_strength,
    shots_of,
    steps_at,
    steps_every,
    steps_for,
)
from syria_control_plugin.mapping.layers.layers import local_crs
from syria_control_plugin.mapping.layers.temporal import day_range

ENGLISH = QLocale(QLocale.Language.English)


def days(*numbers):
    return [np.datetime64(f"2017-10-{number:02d}", "s") for number in numbers]


# Steps


def test_steps_at_dates_last_until_the_next_one_and_the_last_one_a_day():
    steps = steps_at(days(9, 8, 12, 9))
    assert list(steps.moment) == days(8, 9, 12)
    assert list(steps.until) == days(9, 12, 13)


def test_steps_at_dates_within_limits_that_belong_to_them():
    assert list(steps_at(days(8, 9, 12, 20), *days(9, 12)).moment) == days(9, 12)


@pytest.mark.parametrize(("dates", "words"), [([], "there are none"), (days(8, 9), "from 2017-10-08")])
def test_no_date_left_is_told(dates, words):
    with pytest.raises(AnimationError, match=words):
        steps_at(dates, *days(20, 21))


@pytest.mark.parametrize(
    ("count", "unit", "number", "second"),
    [
        (1, WEEKS, 2, "2017-10-15"),
        (1, DAYS, 13, "2017-10-09"),
        (6, HOURS, 49, "2017-10-08T06"),
        (0.5, DAYS, 25, "2017-10-08T12"),
    ],
)
def test_steps_of_equal_length(count, unit, number, second):
    steps = steps_every(count, unit, *days(8, 20))
    assert len(steps) == number
    assert steps.moment[1] == np.datetime64(second, "s") == steps.until[0]


def test_steps_go_from_the_first_date_to_the_last_unless_told_otherwise():
    dates = days(8, 9, 20)
    assert list(steps_for(dates, "dates of the data", 1).moment) == dates
    assert list(steps_for(dates, "dates of the data", 1, *days(9, 20)).moment) == dates[1:]
    assert list(steps_for(dates, DAYS, 6).moment) == days(8, 14, 20)
    assert list(steps_for(dates, DAYS, 6, days(10)[0]).moment) == days(10, 16)
    assert list(steps_for([], DAYS, 6, *days(10, 16)).moment) == days(10, 16)


@pytest.mark.parametrize(
    ("count", "first", "last"), [(0, 8, 9), (-1, 8, 9), (float("nan"), 8, 9), (1, 9, 8), (1e-6, 8, 20)]
)
def test_steps_that_are_none(count, first, last):
    with pytest.raises(AnimationError):
        steps_every(count, DAYS, *days(first, last))


# Pictures and how long they are held


def test_a_picture_is_held_and_one_that_looks_the_same_is_counted_to_it():
    shots = shots_of(["a", "a", "b"], [False] * 3, [False] * 3, 4)
    assert shots == [Shot(0, 0.0, 1.0, 8), Shot(2, 0.0, 1.0, 4)]


def test_a_mark_fades_and_is_gone_before_the_step_ends():
    shots = shots_of(["a", "b"], [False, True], [False, False], 10)
    strengths = [shot.mark for shot in shots if shot.step == 1 for _ in range(shot.frames)]
    assert strengths[0] == 1 and strengths[-1] == 0 and len(strengths) == 10
    assert strengths == sorted(strengths, reverse=True) and len(set(strengths)) > 4


def test_lines_grow_to_their_end():
    shots = shots_of(["a"], [False], [True], 10)
    shares = [shot.growth for shot in shots]
    assert 0 < shares[0] < 0.2 and shares == sorted(shares) and shares[-1] == 1
    assert shots[-1].frames >= 3


def test_in_a_step_of_one_frame_a_mark_is_bright_and_lines_are_whole():
    assert (mark_strength(0, 1), grown_share(0, 1)) == (1, 1)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.data(), st.integers(1, 12))
def test_no_frame_is_lost(looks, data, frames):
    flags = st.lists(st.booleans(), min_size=len(looks), max_size=len(looks))
    shots = shots_of(looks, data.draw(flags), data.draw(flags), frames)
    assert sum(shot.frames for shot in shots) == len(looks) * frames
    steps = [shot.step for shot in shots]
    assert steps == sorted(steps)


def test_too_many_frames_are_an_error():
    with pytest.raises(AnimationError, match="200001 frames"):
        shots_of(["a"], [False], [False], 200_001)


# Layers: what is drawn together


def layer(kind, rows, colour="#d32f2f", name="layer"):
    """A memory layer in lon/lat; rows: (WKT, first day or None, last day it is there no more or None)."""
    made = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=start:datetime&field=end:datetime", name, "memory")
    for wkt, *period in rows:
        row = QgsFeature(made.fields())
        row.setGeometry(QgsGeometry.fromWkt(wkt))
        row.setAttributes([None if day is None else to_qt(days(day)[0]) for day in period])
        assert made.dataProvider().addFeature(row)
    made.updateExtents()
    if kind == "Polygon":
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
    else:
        symbol = QgsLineSymbol.createSimple({"color": colour, "line_width": "2", "capstyle": "flat"})
    if kind != "Point":
        made.setRenderer(QgsSingleSymbolRenderer(symbol))
    return made


def timed(made):
    properties = made.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("start")
    properties.setEndField("end")
    properties.setIsActive(True)
    return made


def box(west, east, south=0, north=10):
    return shapely.box(west, south, east, north).wkt


GROUND_ROWS = [(box(0, 5), 8, 10), (box(5, 10), 10, 12)]


def test_sheets_from_the_bottom_up():
    """Ground as of the moment; lines that grow and points apart; what has no time goes with what is below it."""
    basemap = layer("Polygon", [], name="basemap")
    territory = timed(layer("Polygon", GROUND_ROWS, name="ground"))
    names = layer("Point", [], name="names")
    ways = timed(layer("LineString", [], name="ways"))
    clashes = timed(layer("Point", [], name="clashes"))
    found = sheets_of([clashes, ways, names, territory, basemap], grows=True)
    assert [(sheet.kind, [each.name() for each in sheet.layers]) for sheet in found] == [
        (GROUND, ["names", "ground", "basemap"]),
        (GROWING, ["ways"]),
        (HAPPENING, ["clashes"]),
    ]
    found = sheets_of([clashes, ways, names, territory, basemap], grows=False)
    assert [sheet.kind for sheet in found] == [GROUND, HAPPENING]


def test_dates_of_layers_are_those_of_ground_and_lines():
    territory = timed(layer("Polygon", GROUND_ROWS))
    ways = timed(layer("LineString", [("LINESTRING (0 0, 1 1)", 11, 12)]))
    clashes = timed(layer("Point", [("POINT (0 0)", 9, 10)]))
    assert list(dates_of([clashes, ways, territory])) == days(8, 10, 11)  # on the 12th nothing is left
    assert list(dates_of([clashes])) == days(9)


def test_looks_change_with_the_features_and_with_nothing_else():
    steps = steps_every(1, DAYS, *days(7, 13))
    (sheet,) = sheets_of([timed(layer("Polygon", GROUND_ROWS))], True)
    looks = states_of(sheet, steps)
    assert [looks.index(look) for look in looks] == [0, 1, 1, 3, 3, 5, 5]


def test_a_layer_whose_look_speaks_of_the_time_looks_another_way_in_each_step():
    territory = timed(layer("Polygon", GROUND_ROWS))
    territory.setSubsetString("")
    territory.renderer().symbol().symbolLayer(0).setDataDefinedProperty(
        territory.renderer().symbol().symbolLayer(0).Property.Width, _property("day(@map_start_time)")
    )
    (sheet,) = sheets_of([territory], True)
    assert len(set(states_of(sheet, steps_every(1, DAYS, *days(8, 11))))) == 4


def _property(expression):
    from qgis.core import QgsProperty

    return QgsProperty.fromExpression(expression)


def test_a_copy_follows_time_as_the_layer_does(sample_path):
    """``clone`` takes up the end field that the provider guesses, by which ground would stay a frame too long."""
    for made in case_layers(Case(sample_path)):
        copy = copy_of(made)
        ours, theirs = copy.temporalProperties(), made.temporalProperties()
        assert ours.isActive() and ours.endField() == theirs.endField() == f.SHOWN_UNTIL


# Frames

VIEW = MapView(QgsRectangle(0, 0, 16, 9), QgsCoordinateReferenceSystem("EPSG:4326"), 160, 90, "#ffffff", 96)


def scene_of(layers, steps, changed=None, **more):
    scene = MapScene(layers, VIEW, QgsProject.instance(), **more)
    scene.begin(steps, changed)
    return scene


def colour(image, x, y):
    """Colour at a place of the map in degrees: ten pixels a degree, y upwards."""
    return image.pixelColor(round(x * 10), image.height() - round(y * 10)).name()


def still(scene, step):
    return scene.picture(Shot(step, 0.0, 1.0, 1))


def test_steps_of_a_week_show_one_date_of_the_ground_and_all_that_happened():
    """In the week from the 8th to the 14th, ground is as of the 8th, though it passed on on the 10th."""
    territory = timed(layer("Polygon", GROUND_ROWS))
    ways = timed(layer("LineString", [("LINESTRING (12 0, 12 9)", 11, 12)], "#6a1b9a"))
    scene = scene_of([ways, territory], steps_every(1, WEEKS, *days(8, 20)), grows=False)
    first, second = still(scene, 0), still(scene, 1)
    assert [colour(first, x, 5) for x in (2, 7, 12)] == ["#d32f2f", "#ffffff", "#6a1b9a"]
    assert [colour(second, x, 5) for x in (2, 7, 12)] == ["#ffffff"] * 3


def test_lines_grow_from_their_begin_one_layer_after_the_other():
    """The lower layer's line first; one that began in an earlier step is there as a whole."""
    first = timed(layer("LineString", [("LINESTRING (1 3, 11 3)", 8, 10), ("LINESTRING (1 1, 11 1)", 7, 10)]))
    second = timed(layer("LineString", [("LINESTRING (1 6, 11 6)", 8, 10)], "#6a1b9a"))
    scene = scene_of([second, first], steps_at(days(8, 9)))
    assert list(scene.grows) == [True, False]
    quarter, three = (scene.picture(Shot(0, 0.0, growth, 1)) for growth in (0.25, 0.75))
    assert [colour(quarter, x, 3) for x in (2, 5, 7, 10)] == ["#d32f2f"] * 2 + ["#ffffff"] * 2
    assert [colour(quarter, x, 6) for x in (2, 10)] == ["#ffffff"] * 2
    assert [colour(quarter, x, 1) for x in (2, 10)] == ["#d32f2f"] * 2
    assert [colour(three, x, 3) for x in (2, 10)] == ["#d32f2f"] * 2
    assert [colour(three, x, 6) for x in (2, 5, 7, 10)] == ["#6a1b9a"] * 2 + ["#ffffff"] * 2
    assert [colour(still(scene, 0), x, 6) for x in (2, 10)] == ["#6a1b9a"] * 2


def test_a_mark_is_on_the_changed_ground_only_and_fades():
    territory = timed(layer("Polygon", GROUND_ROWS))
    scene = scene_of([territory], steps_at(days(8, 10)), {1: np.array([shapely.box(5, 0, 10, 10)], object)})
    assert list(scene.is_marked) == [False, True]
    plain = still(scene, 1)

    def change(strength):
        marked = scene.picture(Shot(1, strength, 1.0, 1))
        inside, outside = QRectF(55, 0, 40, 90).toRect(), QRectF(110, 0, 50, 90).toRect()
        assert marked.copy(outside) == plain.copy(outside)
        return np.abs(grey(marked.copy(inside)) - grey(plain.copy(inside))).mean()

    assert change(1.0) > 2 * change(0.3) > 0


def grey(image):
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits().asarray(image.sizeInBytes()), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(float)


def test_what_looks_the_same_is_drawn_once():
    """Daily steps over two maps: two maps are drawn, and each day gets its own date."""
    territory = timed(layer("Polygon", [(box(0, 5), 8, 15), (box(5, 10), 15, 22)]))
    scene = scene_of([territory], steps_every(1, DAYS, *days(8, 21)), text="{date}")
    images = [still(scene, step) for step in range(14)]
    assert scene.maps_drawn == 2
    assert all(one != other for one, other in zip(images, images[1:]))
    assert len(set(scene.states())) == 14
    assert len(set(scene_of([territory], steps_every(1, DAYS, *days(8, 21))).states())) == 2


# The date on a frame


def test_date_in_words_with_the_time_where_it_is_not_midnight():
    assert date_label("2017-10-24", "{date}", ENGLISH) == "24 October 2017"
    assert date_label("2017-10-24T06:30", "as of {date}", ENGLISH) == "as of \u206824 October 2017, 06:30 UTC\u2069"


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("text", ["24 October 2017", "<b>[% $id %]</b> & x", "very long " * 40, "two\nlines"])
@pytest.mark.parametrize("background", ["#000000", "#ffffff", "#d32f2f"])
@pytest.mark.parametrize("size", [(320, 180), (1280, 720), (160, 90)])
def test_text_is_inside_the_frame_and_stands_out(text, background, corner, size):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    painter = QPainter(image)
    rectangle = paint_text(painter, text, *size, corner)
    painter.end()
    assert QRectF(0, 0, *size).contains(rectangle)
    assert (rectangle.center().x() < size[0] / 2) == ("left" in corner) or rectangle.width() > 0.8 * size[0]
    inside = grey(image.copy(rectangle.toAlignedRect()))
    assert inside.max() - inside.min() > 120


def apart(one, other):
    """The largest difference of red, green or blue; borders of a class within a faction's ground are smooth."""
    return max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb()))


def places_of(case, moments):
    """Points (lon, lat), and for each date who holds each of them; None where a border is near."""
    series = case.territories(case.sources()[0]).series()
    rng = np.random.default_rng(7)
    west, south, east, north = shapely.total_bounds(series.geometry)
    points = shapely.points(rng.uniform((west, south), (east, north), (150, 2)))
    held = []
    for moment in moments:
        snapshot = series.on(moment)
        clear = np.array([shapely.dwithin(snapshot.geometry, each, 0.012).sum() == shapely.contains(
            shapely.buffer(snapshot.geometry, -0.012), each).sum() for each in points])  # fmt: skip
        holder = [next(iter(snapshot.faction[shapely.contains(snapshot.geometry, each)]), "") for each in points]
        held.append(np.where(clear, np.array(holder, object), None))
    return points, held


def test_the_date_on_each_frame_is_that_of_the_ground_below_it(sample_path, tmp_path):
    """Every frame of a film of the sample, read back from its files: the text against the text painted alone, and the
    colours at many places, clear of borders, against who holds them that day."""
    case = Case(sample_path)
    layers = [each for each in case_layers(case) if each.geometryType() == Qgis.GeometryType.Polygon]
    crs = local_crs(layers[-1])
    view = MapView(whole_extent(layers, crs, QgsProject.instance().transformContext()), crs, 640, 360)
    scene = MapScene(layers, view, QgsProject.instance(), text="{date}")
    steps = steps_at(case_dates(case, from_text))
    make_animation(scene, steps, Pace(2, 1), str(tmp_path / "film.png"))
    frames = sorted((tmp_path / "film_frames").iterdir())
    assert len(frames) == 2 * len(steps)
    theme = theme_for(case, "")
    colours = {entry.faction: entry.fill.colour for entry in theme.classes if entry.faction}
    derived = {entry.held_by: entry.fill.colour for entry in theme.classes if entry.rule}
    points, held = places_of(case, steps.moment)
    to_map = QgsCoordinateTransform(layers[-1].crs(), crs, QgsProject.instance())
    to_pixel = view.settings(QgsProject.instance().transformContext()).mapToPixel()
    places = [to_pixel.transform(to_map.transform(QgsPointXY(each.x, each.y))) for each in points]
    seen, texts = 0, set()
    for number, path in enumerate(frames):
        step = number // 2
        image = QImage(str(path))
        text = date_label(steps.moment[step], "{date}")
        painted = image.copy()
        painter = QPainter(painted)
        rectangle = paint_text(painter, text, 640, 360).toAlignedRect()
        painter.end()
        # Painted once more over itself nothing of the letters' places changes; another date would show.
        assert np.abs(grey(painted.copy(rectangle)) - grey(image.copy(rectangle))).max() < 40, text
        texts.add(text)
        for place, holder in zip(places, held[step]):
            if holder is None or rectangle.contains(round(place.x()), round(place.y())):
                continue
            found = image.pixelColor(int(place.x()), int(place.y()))
            allowed = (colours.get(holder, view.background), derived.get(holder, colours.get(holder, "")))
            assert min(apart(found, QColor(each)) for each in allowed) < 30, (text, holder, found.name())
            seen += 1
    assert seen > 40 * len(frames)
    assert len(texts) == len(steps)


def test_changed_ground_of_the_sample_balances_with_its_areas(sample_path):
    """By 9 October IS took ground; on 24 October nothing changed hands, though there is a corridor."""
    case = Case(sample_path)
    dates = case_dates(case, from_text)
    assert days(24)[0] in dates and dates[0] == days(8)[0]
    changed = changed_territory(case, steps_at(dates))
    on = {date: changed.get(number, []) for number, date in enumerate(dates)}
    assert len(on[days(8)[0]]) == 0 and len(on[days(24)[0]]) == 0
    series = case.territories(case.sources()[0]).series().of("IS")
    before, after = (shapely.union_all(series.on(day).geometry) for day in days(8, 9))
    gained = shapely.union_all([area for area in on[days(9)[0]]])
    assert shapely.area(shapely.difference(after, before)) == pytest.approx(
        shapely.area(shapely.intersection(gained, after)), rel=1e-6
    )


# Layouts


def layout_with(territory, with_time=True):
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("a page")
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.attemptSetSceneRect(QRectF(0, 60, 297, 150))
    drawn.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    drawn.setLayers([territory])
    drawn.setKeepLayerSet(True)
    drawn.setExtent(QgsRectangle(0, 0, 16, 8.08))
    drawn.setIsTemporal(with_time)
    label = QgsLayoutItemLabel(layout)
    label.setId("date")
    label.setText("?")
    layout.addLayoutItem(label)
    label.attemptSetSceneRect(QRectF(10, 10, 200, 30))
    return layout


def test_a_layout_is_filmed_with_its_date_and_left_as_it_was():
    territory = timed(layer("Polygon", GROUND_ROWS))
    QgsProject.instance().addMapLayer(territory)
    layout = layout_with(territory)
    scene = LayoutScene(layout, 640, 400)
    assert list(scene.dates()) == days(8, 10)
    steps = steps_at(days(8, 9, 10))
    scene.begin(steps)
    images = [still(scene, step) for step in range(3)]
    assert scene.size == (566, 400) == (images[0].width(), images[0].height())
    lower = [image.pixelColor(100, 300).name() for image in images]
    right = [image.pixelColor(270, 300).name() for image in images]
    assert (lower, right) == (["#d32f2f", "#d32f2f", "#ffffff"], ["#ffffff", "#ffffff", "#d32f2f"])
    tops = [grey(image.copy(0, 0, 566, 100)) for image in images]
    assert np.abs(tops[0] - tops[1]).max() > 100  # another date
    assert layout.itemById("date").text() == "?"
    scene.close()
    QgsProject.instance().removeMapLayer(territory.id())


def test_a_layout_without_a_map_in_time_is_an_error_that_names_it():
    with pytest.raises(AnimationError, match="a page"):
        LayoutScene(layout_with(layer("Polygon", GROUND_ROWS), with_time=False), 640, 400)


def test_a_layout_of_several_dates_is_an_error_as_their_labels_would_stay():
    layout = layout_with(layer("Polygon", GROUND_ROWS))
    (shown,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    other = QgsLayoutItemMap(layout)
    other.setIsTemporal(True)
    other.setTemporalRange(day_range(days(20)[0]))
    layout.addLayoutItem(other)
    with pytest.raises(AnimationError, match="several dates"):
        LayoutScene(layout, 640, 400)
    other.setTemporalRange(shown.temporalRange())
    LayoutScene(layout, 640, 400).close()


def test_an_evidence_sheet_is_an_error_as_it_is_of_one_passage():
    layout = layout_with(layer("Polygon", GROUND_ROWS))
    verdict = QgsLayoutItemLabel(layout)
    verdict.setId("verdict")
    layout.addLayoutItem(verdict)
    with pytest.raises(AnimationError, match="evidence sheet"):
        LayoutScene(layout, 640, 400)


def test_nothing_to_film_is_told():
    with pytest.raises(AnimationError, match="no layers"):
        MapScene([], VIEW, QgsProject.instance())
    empty = MapView(QgsRectangle(), VIEW.crs)
    with pytest.raises(AnimationError, match="extent"):
        MapScene([layer("Polygon", [])], empty, QgsProject.instance())

"""Layout templates from elsewhere: what reaches beyond their folder is left out and named; nothing is fetched."""

import base64
import os
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import (
    QgsExpression,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtXml import QDomDocument

from syria_control_plugin.case.limits import (
    TEMPLATE_ELEMENTS,
    TEMPLATE_MB,
    TEMPLATE_PAGES,
    TEMPLATE_PICTURE_MB,
    TEMPLATE_PICTURE_PIXELS,
)
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.mapping.layouts import foreign_templates
from syria_control_plugin.mapping.layouts.foreign_templates import reaches_out, read_template
from syria_control_plugin.mapping.layouts.templates import MAP, Paper, left_out_of, opened_template

SHIPPED = Path(foreign_templates.__file__).parents[2] / "resources" / "layouts"
EXPRESSIONS = (
    "@user_full_name", "@user_account_name", "@project_path", "@project_folder", "@project_author", "@qgis_os_name",
    "env('HOME')", "ENV ( 'HOME' )", "var('user_' || 'full_name')", "eval('@user_' || 'full_name')",
    "eval_template('[' || '% @user_full_name %' || ']')", "map_get(item_variables('map'), 'user_full_name')",
    "item_variables('map')", "file_exists('/etc/passwd')", "file_size('/etc/passwd')", "exif('/etc/passwd')",
    "load_layer('/vsicurl/http://127.0.0.1/x.kml', 'ogr')", "layer_property('Control', 'source')",
    "aggregate('Control', 'concatenate', \"class\")", "get_feature_by_id('Control', 1)",
    "raster_value('dem', 1, @geometry)",
    "sqlite_fetch_and_increment('/tmp/x.sqlite', 't', 'c', 'f', 'g', map())", "decode_uri('Control', 'path')",
    "overlay_intersects('Control')", "upper(\n@user_full_name )", "if(true, @user_full_name, 'x')",
)  # fmt: skip
HARMLESS = (
    "@layout_name", "upper('a (b)')", "format_date(now(), 'yyyy')", "'output_' || @atlas_featurenumber", "1 + 2",
    "attribute(@atlas_feature, 'shown_from')", "coalesce(@layout_page, 1)", "Held by (IS)", "mail@example.org",
    "format_date(map_get(item_variables('map'), 'map_start_time'), 'yyyy-MM-dd')", "round(@map_scale)",
)  # fmt: skip


class Spy:
    """A server that keeps in mind what it is asked for."""

    def __init__(self):
        self.asked = []
        spy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                spy.asked.append(self.path)
                self.send_response(404)
                self.end_headers()

            do_HEAD = do_POST = do_OPTIONS = do_PROPFIND = do_GET

            def log_message(self, *words):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/spy"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def spy():
    made = Spy()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    """A template's folder with pictures, and something outside of it."""
    made = tmp_path / "sent"
    made.mkdir()
    for path, colour in ((made / "logo.png", "#00ff00"), (tmp_path / "outside.png", "#ff00ff")):
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(path))
    return made


def svg(inside=""):
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
            f'<rect width="9" height="9" fill="#0000ff"/>{inside}</svg>')  # fmt: skip


def inline(text):
    return "base64:" + base64.b64encode(text.encode()).decode()


# What a stranger puts into a template: the kind of thing, and the function that puts it there and returns the name of
# the item that has it. ``root``: the template; ``url``: of the spy.


def item(root, name):
    return next(each for each in root.iter("LayoutItem") if each.get("id") == name)


def html_frame(root, url, inside="", address=""):
    frame = ElementTree.SubElement(root, "LayoutItem", {
        "type": "65647", "id": "web", "uuid": "{f}", "templateUuid": "{f}", "multiFrame": "{w}",
        "multiFrameTemplateUuid": "{w}", "position": "10,40,mm", "positionOnPage": "10,40,mm", "size": "50,50,mm",
        "zValue": "20", "visibility": "1", "opacity": "1", "sectionWidth": "50", "sectionHeight": "50",
    })  # fmt: skip
    ElementTree.SubElement(frame, "LayoutObject")
    web = ElementTree.SubElement(root, "LayoutMultiFrame", {
        "type": "65648", "uuid": "{w}", "templateUuid": "{w}", "contentMode": "1" if inside else "0", "html": inside,
        "url": address or url, "evaluateExpressions": "true", "resizeMode": "0",
    })  # fmt: skip
    ElementTree.SubElement(web, "childFrame", {"uuid": "{f}", "templateUuid": "{f}"})
    ElementTree.SubElement(web, "LayoutObject")
    return "web"


def html_script(root, url):
    script = (
        f"<script>new Image().src='{url}/js'; var r=new XMLHttpRequest(); r.open('GET','{url}/x'); r.send()</script>"
    )
    return html_frame(root, url, script)


def html_label(root, url):
    item(root, "note").set("labelText", f'<img src="{url}/label.png"><iframe src="{url}/frame"></iframe>')
    item(root, "note").set("htmlState", "1")
    return "note"


def html_letters(root, url):
    label = added(root, "65641", "mine", labelText=f'<img src="{url}/letters.png" width="20" height="20">')
    ElementTree.SubElement(label, "text-style", {"allowHtml": "1", "fontSize": "10", "fontSizeUnit": "Point"})
    return "mine"


def added(root, kind, name, **values):
    made = ElementTree.SubElement(root, "LayoutItem", {
        "type": kind, "id": name, "uuid": f"{{{name}}}", "templateUuid": f"{{{name}}}", "position": "20,60,mm",
        "positionOnPage": "20,60,mm", "size": "40,40,mm", "zValue": "30", "visibility": "1", "opacity": "1", **values,
    })  # fmt: skip
    ElementTree.SubElement(made, "LayoutObject")
    return made


def picture(file, root, url):
    """A picture; braces in its path stand for the spy's address."""
    added(root, "65640", "logo", file=file.replace("{url}", url), mode="1" if file.endswith("png") else "2")
    return "logo"


def chosen_picture(root, url):
    made = added(root, "65640", "logo", file="")
    add_property(
        made.find("LayoutObject"), "dataDefinedProperties", "dataDefinedSource", f"'ht' || 'tp{url[4:]}/dd.png'"
    )
    return "logo"


def old_chosen_picture(root, url):
    made = added(root, "65640", "logo", file="")
    ElementTree.SubElement(
        made, "dataDefinedSource", {"active": "true", "useExpr": "true", "expr": f"'{url}'", "field": ""}
    )
    return "logo"


def add_property(parent, tag, name, expression):
    options = ElementTree.SubElement(ElementTree.SubElement(parent, tag), "Option", {"type": "Map"})
    ElementTree.SubElement(options, "Option", {"name": "name", "type": "QString", "value": ""})
    every = ElementTree.SubElement(options, "Option", {"name": "properties", "type": "Map"})
    one = ElementTree.SubElement(every, "Option", {"name": name, "type": "Map"})
    for key, kind, value in (("active", "bool", "true"), ("expression", "QString", expression), ("type", "int", "3")):
        ElementTree.SubElement(one, "Option", {"name": key, "type": kind, "value": value})
    ElementTree.SubElement(options, "Option", {"name": "type", "type": "QString", "value": "collection"})


def chosen_text(expression, root, url):
    made = added(root, "65641", "mine", labelText="x")
    add_property(made.find("LayoutObject"), "dataDefinedProperties", "dataDefinedItemName", expression)
    return "mine"


def symbol(layer_class, key, value, root, url, chosen=False):
    """A shape that is filled with a file."""
    shape = added(root, "65643", "box", shapeType="1")
    made = ElementTree.SubElement(shape, "symbol", {"type": "fill", "name": "", "alpha": "1"})
    layer = ElementTree.SubElement(made, "layer", {"class": layer_class, "enabled": "1", "pass": "0"})
    options = ElementTree.SubElement(layer, "Option", {"type": "Map"})
    ElementTree.SubElement(options, "Option", {
        "name": key, "type": "QString", "value": "" if chosen else value.replace("{url}", url)})  # fmt: skip
    if chosen:
        add_property(layer, "data_defined_properties", "file", f"'{url}/chosen.png'")
    return "box"


def old_symbol(root, url):
    shape = added(root, "65643", "box", shapeType="1")
    made = ElementTree.SubElement(shape, "symbol", {"type": "fill", "name": "", "alpha": "1"})
    layer = ElementTree.SubElement(made, "layer", {"class": "RasterFill", "enabled": "1", "pass": "0"})
    for key, value in (("imageFile", f"{url}/old.png"), ("file_dd_expression", f"'{url}'"), ("file_dd_active", "1")):
        ElementTree.SubElement(layer, "prop", {"k": key, "v": value})
    return "box"


def page_symbol(root, url):
    for option in root.find("PageCollection").iter("Option"):
        if option.get("name") == "outline_style":
            option.set("name", "imageFile")
            option.set("value", f"{url}/page.png")
            break
    root.find("PageCollection").find("symbol").find("layer").set("class", "RasterFill")
    return "layout"


def marker(root, url):
    line = added(root, "65645", "line", startMarkerFile=f"{url}/marker.svg", startMarkerMode="2", markerMode="2")
    nodes = ElementTree.SubElement(line, "nodes")
    for x in ("0", "30"):
        ElementTree.SubElement(nodes, "node", {"x": x, "y": "0"})
    return "line"


def text_background(root, url):
    style = item(root, "date").find("text-style")
    style.find("background").set("shapeSVGFile", f"{url}/back.svg")
    return "date"


def table_cell(root, url):
    contents = next(root.iter("contents"))
    row = ElementTree.SubElement(contents, "row")
    cell = ElementTree.SubElement(row, "cell")
    ElementTree.SubElement(cell, "Option", {"name": "content", "type": "QString", "value": "[% @user_full_name %]"})
    return "areas"


def label(expression, root, url):
    added(root, "65641", "mine", labelText=f"by [% {expression} %]")
    return "mine"


def grid(root, url):
    ElementTree.SubElement(item(root, "map"), "ComposerMapGrid", {"annotationExpression": "env('HOME')", "show": "1"})
    return "map"


def map_layers(root, url):
    layers = item(root, "map").find("LayerSet")
    ElementTree.SubElement(layers, "Layer", {"source": f"/vsicurl/{url}", "provider": "ogr", "name": "x"}).text = "x_1"
    return "map"


def map_styles(root, url):
    styles = ElementTree.SubElement(item(root, "map"), "LayerStyles")
    style = ElementTree.SubElement(styles, "LayerStyle", {"layerid": "x", "source": url, "provider": "ogr"})
    ElementTree.SubElement(style, "qgis").text = "import os"
    return "map"


def map_crs(root, url):
    system = ElementTree.SubElement(ElementTree.SubElement(item(root, "map"), "crs"), "spatialrefsys")
    ElementTree.SubElement(system, "proj4").text = "+proj=longlat +nadgrids=//127.0.0.1/share/spy"
    return "map"


def legend_layer(root, url):
    tree = next(root.iter("layer-tree-group"))
    ElementTree.SubElement(tree, "layer-tree-layer", {"source": f"/vsicurl/{url}", "providerKey": "ogr", "id": "x"})
    return "legend"


def table_layer(root, url):
    root.find("LayoutMultiFrame").set("vectorLayerSource", f"/vsicurl/{url}")
    return "areas"


def atlas(root, url):
    root.find("Atlas").set("enabled", "1")
    root.find("Atlas").set("coverageLayerSource", f"/vsicurl/{url}")
    root.find("Atlas").set("filenamePattern", "env('HOME')")
    return "layout"


def bad_symbol(kind, layer_class, root, url):
    """QGIS ends over it."""
    shape = added(root, "65643", "box", shapeType="1")
    made = ElementTree.SubElement(shape, "symbol", {"type": kind, "name": "", "alpha": "1"})
    ElementTree.SubElement(made, "layer", {"class": layer_class, "enabled": "1", "pass": "0"})
    return "box"


def masks(root, url):
    """QGIS ends over it."""
    item(root, "note").find("text-style").find("text-mask").set("maskedSymbolLayers", "{}")
    return "note"


def other_item(root, url):
    added(root, "65654", "profile")
    return "profile"


def other_part(root, url):
    ElementTree.SubElement(root, "macros").text = "import os"
    return "layout"


PICTURES = {
    "http": "{url}/logo.png", "vsicurl": "/vsicurl/{url}/logo.png", "absolute": "/etc/passwd", "up": "../outside.png",
    "up again": "logo.png/../../outside.png", "file address": "file:///etc/passwd", "unc": "\\\\127.0.0.1\\spy\\x.png",
    "unc with slashes": "//127.0.0.1/spy/x.png", "drive": "C:\\Users\\x.png", "link": "link.png", "pipe": "pipe.png",
    "not there": "gone.png", "folder": "dir.png", "text": "text.png", "no ending": "noending", "space": " {url}/x",
    "svg that loads": "loads.svg", "svg inside that loads": inline(svg('<image xlink:href="file:///etc/x.png"/>')),
    "svg inside, other quotes": inline(svg("<image xlink:href = '//127.0.0.1/spy/x.png'/>")),
    "svg inside, hidden": inline(svg('<image xlink:href="&#104;ttp://127.0.0.1/spy"/>')),
    "svg inside, styled": inline(svg('<style>@import "http://127.0.0.1/spy.css";</style>')),
    "svg inside in a picture": inline(svg('<image xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>')),
    "data address": "data:image/svg+xml;base64," + inline(svg('<image href="http://127.0.0.1/spy"/>'))[7:],
    "nothing inside": "base64:%%%", "qgis library and out": "arrows/../../../../../etc/passwd.svg",
}  # fmt: skip
ATTACKS = {
    "html frame": html_frame, "script": html_script, "local page": partial(html_frame, address="file:///etc/passwd"),
    "html label": html_label, "html letters": html_letters, "chosen picture": chosen_picture,
    "old chosen picture": old_chosen_picture,
    "raster fill": partial(symbol, "RasterFill", "imageFile", "{url}/fill.png"),
    "svg fill": partial(symbol, "SVGFill", "svgFile", "{url}/fill.svg"),
    "unknown fill": partial(bad_symbol, "fill", "NewFill"),
    "a line as a fill": partial(bad_symbol, "line", "SimpleLine"),
    "any value of a fill": partial(symbol, "SimpleFill", "whatever", "{url}/fill.svg"), "masks": masks,
    "chosen fill": partial(symbol, "RasterFill", "imageFile", "", chosen=True), "old symbol": old_symbol,
    "page": page_symbol, "marker": marker, "text background": text_background, "table cell": table_cell, "grid": grid,
    "map layers": map_layers, "map styles": map_styles, "map crs": map_crs, "legend layer": legend_layer,
    "table layer": table_layer, "atlas": atlas, "other item": other_item, "other part": other_part,
    "chosen text": partial(chosen_text, "env('HOME')"),
    **{f"picture: {name}": partial(picture, path) for name, path in PICTURES.items()},
    **{f"label: {text}": partial(label, text) for text in EXPRESSIONS},
}  # fmt: skip


def shipped():
    return ElementTree.fromstring((SHIPPED / "map_a4_landscape.qpt").read_text(encoding="utf-8"))


def written(root, folder):
    path = folder / "sent.qpt"
    path.write_text(ElementTree.tostring(root, encoding="unicode"), encoding="utf-8")
    return path


def prepare(folder):
    (folder / "link.png").symlink_to(folder.parent / "outside.png")
    (folder / "dir.png").mkdir()
    (folder / "text.png").write_text("root:x:0")
    (folder / "noending").write_text("root:x:0")
    (folder / "loads.svg").write_text(svg('<image xlink:href="/etc/x.png" width="9" height="9"/>'))
    os.mkfifo(folder / "pipe.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe and a link are among what is sent")
@pytest.mark.parametrize("name", ATTACKS)
def test_what_leads_out_is_left_out_and_named(qgis_app, folder, spy, name):
    prepare(folder)
    root = shipped()
    owner = ATTACKS[name](root, spy.url)
    path = written(root, folder)
    before = path.read_text(encoding="utf-8")
    made = read_template(path)
    text = made.document.toString()
    assert any(each.startswith(f"{owner}: ") for each in made.left_out), made.left_out
    if name in ("html label", "html letters"):  # there as plain text
        assert 'htmlState="1"' not in text and 'allowHtml="1"' not in text
        return
    for sign in ("127.0.0.1", "/etc/", "../outside", "link.png", "pipe.png", "import os", "loads.svg", "base64:"):
        assert sign not in text or sign not in before
    if name.startswith("label: "):
        assert "[%" not in text
    assert left_out_of(Paper(template=str(path)))[0].startswith("Left out of the template 'sent.qpt': ")
    assert opened_template(QgsProject.instance(), MAP, Paper(template=str(path))) is not None
    assert spy.asked == []


def drawn(layout, path):
    """Export a layout as picture, SVG and PDF; let what it started come to an end."""
    exporter = QgsLayoutExporter(layout)
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = 30
    exporter.exportToImage(str(path / "x.png"), image)
    exporter.exportToSvg(str(path / "x.svg"), QgsLayoutExporter.SvgExportSettings())
    exporter.exportToPdf(str(path / "x.pdf"), QgsLayoutExporter.PdfExportSettings())
    wait(1500)


def wait(ms):
    from qgis.PyQt.QtCore import QTimer

    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
    QCoreApplication.processEvents()


REMOTE = ["html frame", "script", "html label", "chosen picture", "raster fill", "page", "marker", "text background",
          "picture: http"]  # fmt: skip


def test_nothing_is_asked_for_and_no_script_runs(qgis_app, folder, tmp_path):
    """All of them on one page; QGIS without the plugin does ask, which shows that the server would notice."""
    asked = {}
    for is_clean in (True, False):
        spy = Spy()
        for name in REMOTE:
            root = shipped()
            ATTACKS[name](root, spy.url)
            path = written(root, folder)
            if is_clean:
                layout = opened_template(QgsProject.instance(), MAP, Paper(template=str(path)))
            else:
                document, layout = QDomDocument(), QgsPrintLayout(QgsProject.instance())
                layout.initializeDefaults()
                document.setContent(path.read_text(encoding="utf-8"))
                layout.loadFromTemplate(document, QgsReadWriteContext())
            drawn(layout, tmp_path)
        asked[is_clean] = list(spy.asked)
        spy.close()
    assert asked[True] == []
    assert len(asked[False]) > 3, "the spy hears nothing at all"


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expressions_that_reach_out(qgis_app, expression):
    assert not QgsExpression(expression).hasParserError(), "not an attack at all"
    assert reaches_out(expression)


@pytest.mark.parametrize("expression", HARMLESS)
def test_expressions_that_do_not(qgis_app, expression):
    assert reaches_out(expression) == []


def test_no_new_expression_comes_of_what_is_left(qgis_app, folder):
    root = shipped()
    added(root, "65641", "mine", labelText="[[% @user_full_name %]% @user_full_name %]")
    layout = opened_template(QgsProject.instance(), MAP, Paper(template=str(written(root, folder))))
    assert layout.itemById("mine").currentText() == layout.itemById("mine").text() == "[ % @user_full_name %]"


def test_functions_of_the_analyst_in_python_are_not_run(qgis_app):
    from qgis.utils import qgsfunction

    @qgsfunction(group="Math")
    def syria_control_spy():
        return "run"

    try:
        assert QgsExpression("syria_control_spy()").evaluate() == "run"
        foreign_templates._allowed_functions.cache_clear()
        assert reaches_out("syria_control_spy()") == ["syria_control_spy"]
    finally:
        QgsExpression.unregisterFunction("syria_control_spy")
        foreign_templates._allowed_functions.cache_clear()


@pytest.mark.parametrize("path", sorted(SHIPPED.iterdir()), ids=lambda path: path.name)
def test_templates_that_ship_pass_unchanged(qgis_app, path):
    made = read_template(path)
    assert made.left_out == ()
    before = path.read_text(encoding="utf-8")
    assert plain(made.document.toString(-1)) == plain(before)
    assert not any(word in before for word in ("@user", "@project", "env(", "[%"))


def plain(text):
    return ElementTree.canonicalize(text, strip_text=True)


def test_what_is_harmless_stays(qgis_app, folder):
    """Pictures in the folder, in the template, in QGIS's library; texts with addresses; expressions of the layout."""
    (folder / "mark.svg").write_text(svg('<use xlink:href="#a"/>'))
    root = shipped()
    kept = {"one": "logo.png", "two": str(folder / "logo.png"), "three": inline(svg()), "four": "mark.svg",
            "five": "./logo.png", "six": "arrows/NorthArrow_02.svg"}  # fmt: skip
    for name, file in kept.items():
        added(root, "65640", name, file=file, mode="1" if file.endswith("png") else "2")
    text = "https://example.org, [% @layout_name %], page [% @layout_page %] (of 2) <b>"
    added(root, "65641", "words", labelText=text)
    path = written(root, folder)
    layout = opened_template(QgsProject.instance(), MAP, Paper(template=str(path)))
    assert left_out_of(Paper(template=str(path))) == []
    words = layout.itemById("words")
    assert isinstance(words, QgsLayoutItemLabel) and words.text() == text
    for name in kept:
        shown = layout.itemById(name)
        assert isinstance(shown, QgsLayoutItemPicture)
        shown.refreshPicture()
        assert not shown.isMissingImage(), name
    assert layout.itemById("one").evaluatedPath() == str(folder / "logo.png")


def test_a_template_of_qgis_2_in_one_of_3_is_refused(qgis_app, folder):
    """QGIS converts what holds a composition anywhere, with all that is in it."""
    root = shipped()
    ElementTree.SubElement(root.find("customproperties"), "Composition")
    with pytest.raises(SourceError, match=r"sent\.qpt' is not a QGIS layout template"):
        read_template(written(root, folder))


def test_too_large_a_template_is_refused_before_it_is_read(folder, monkeypatch):
    path = folder / "large.qpt"
    with path.open("wb") as file:
        file.truncate(2 << 30)  # sparse: it takes no room
    monkeypatch.setattr(Path, "open", lambda *given: pytest.fail("it was opened"))
    with pytest.raises(
        SourceError, match=r"large\.qpt' is too large \(2048\.0 MB, at most 10 MB\).*limits/template_mb"
    ):
        read_template(path)


def test_too_many_elements_are_refused(folder):
    path = folder / "many.qpt"
    path.write_text(f"<Layout>{'<a/>' * TEMPLATE_ELEMENTS.default}</Layout>")
    with pytest.raises(
        SourceError, match=r"many\.qpt' is too large \(more than 100,000 elements\).*limits/template_elements"
    ):
        read_template(path)


def test_an_element_with_attributes_without_end_is_refused(folder):
    path = folder / "wide.qpt"
    attributes = " ".join(f"a{number} = '1'" for number in range(400_000))
    path.write_text(f"<Layout {attributes}/>")
    start = time.monotonic()
    with pytest.raises(SourceError, match=r"wide\.qpt' is not a QGIS layout template"):
        read_template(path)
    assert time.monotonic() - start < 2, "Qt takes minutes"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of a file system")
def test_what_is_no_file_is_refused(folder):
    os.mkfifo(folder / "pipe.qpt")
    for path in (folder / "pipe.qpt", folder, Path("/dev/zero"), folder / "gone.qpt"):
        with pytest.raises(SourceError, match="cannot be read"):
            read_template(path)


def test_the_maps_of_a_cleaned_template_are_filled_as_before(qgis_app, folder):
    root = shipped()
    for name in ("map layers", "map styles", "html frame"):
        ATTACKS[name](root, "http://127.0.0.1:9/spy")
    layout = opened_template(QgsProject.instance(), MAP, Paper(template=str(written(root, folder))))
    drawn_map = layout.itemById("map")
    assert isinstance(drawn_map, QgsLayoutItemMap) and not drawn_map.layers() and not drawn_map.layerStyleOverrides()
    assert layout.itemById("web") is None and layout.multiFrames() and layout.itemById("areas").multiFrame() is not None


def nested(function, times, inside="'x'", more=", 'x', 'xxxxxxxxxx'"):
    return f"{function}(" * times + inside + f"{more})" * times


ENDLESS = {
    "a text ten times as long each time": nested("replace", 3),
    "a text twice as long each time": "with_variable('value', 'x', " + "with_variable('value', @value || @value, " * 8
    + "length(@value)" + ")" * 9,
    "a loop in a loop": "array_foreach(array(1), array_foreach(array(1), 1))",
    "places without end": "format_number(1.5, 2000000000)",
    "places that are worked out": "format_number(1.5, 10 ^ 9)",
    "functions that the parser does not end with": nested("upper", 40, more=""),
    "the same with brackets in texts": nested("concat", 40, more=", ')))'"),
    "operators without end": "+".join("1" * 300_000),
    "in a condition": f"CASE WHEN true THEN {nested('replace', 2)} ELSE 1 END",
    "in a list": f"1 IN (2, {nested('replace', 2)})",
    "in an index": f"array(1)[{nested('replace', 2)}]",
}  # fmt: skip


@pytest.mark.parametrize("expression", ENDLESS.values(), ids=ENDLESS)
def test_expressions_that_fill_the_memory_or_never_end(qgis_app, folder, expression):
    root = shipped()
    label(expression, root, "")
    start = time.monotonic()
    made = read_template(written(root, folder))
    assert time.monotonic() - start < 3, "QGIS's parser goes on for ever"
    assert any(each.startswith("mine: the expression") for each in made.left_out), made.left_out
    assert "[%" not in made.document.toString()


@pytest.mark.parametrize("expression", [
    "replace(@atlas_pagename, '_', ' ') || replace('a', 'b', 'c')", "format_number(@map_scale, 0)",
    "upper(replace(lower('a'), 'b', 'c'))", "format_number(1.25, 2)",
])  # fmt: skip
def test_expressions_that_grow_once_stay(qgis_app, expression):
    assert reaches_out(expression) == []


REPEATED = {
    "lines": ("fill", "LinePatternFill", {"distance": "0.000001"}),
    "dots": ("fill", "PointPatternFill", {"distance_x": "5", "distance_y": "1e-9"}),
    "lines in units of the map": ("fill", "LinePatternFill", {"distance": "5", "distance_unit": "MapUnit"}),
    "dots at random": ("fill", "RandomMarkerFill", {"point_count": "100000000"}),
    "markers along a line": ("line", "MarkerLine", {"interval": "0.00001"}),
    "dots at random on an area of nothing": ("fill", "RandomMarkerFill", {"count_method": "1", "density_area": "1e-9"}),
    "markers that begin far before the line": ("line", "MarkerLine", {"offset_along_line": "-1e12"}),
    "angles over a line without end": ("line", "MarkerLine", {"average_angle_length": "1e9"}),
    "hatches along a line": ("line", "HashLine", {"interval": "nan"}),
}


@pytest.mark.parametrize("kind, layer_class, values", REPEATED.values(), ids=REPEATED)
def test_symbols_that_are_drawn_without_end(qgis_app, folder, kind, layer_class, values):
    root = shipped()
    shape = added(root, {"fill": "65643", "line": "65645"}[kind], "box", shapeType="1")
    made = ElementTree.SubElement(shape, "symbol", {"type": kind, "name": "", "alpha": "1"})
    layer = ElementTree.SubElement(made, "layer", {"class": layer_class, "enabled": "1", "pass": "0"})
    options = ElementTree.SubElement(layer, "Option", {"type": "Map"})
    for name, value in values.items():
        ElementTree.SubElement(options, "Option", {"type": "QString", "name": name, "value": value})
    clean = read_template(written(root, folder))
    assert "box: a symbol that is repeated too densely to be visible" in clean.left_out
    assert layer_class not in clean.document.toString()
    for option in options:
        option.set("value", "MM" if option.get("name").endswith("unit") else "2")
    if layer_class != "RandomMarkerFill":
        assert layer_class in read_template(written(root, folder)).document.toString()


@pytest.mark.parametrize("text", [
    'GEOGCS["x",EXTENSION["PROJ4_GRIDS","/pipe"]]', "+proj=longlat +nadgrids=/pipe", "+init=/pipe:1",
    'GEOGCS["x",EXTENSION["PROJ4_GRI<!-- -->DS","/pipe"]]', "+proj=longlat +nad<![CDATA[grids=/pipe]]>",
    "+proj=longlat +nad<b>grids=</b>/pipe",
])  # fmt: skip
def test_a_crs_that_is_read_with_files_in_one_piece_or_several(qgis_app, folder, text):
    path = written(shipped(), folder)
    grid = f'<ComposerMapGrid show="1"><spatialrefsys><wkt>{text}</wkt></spatialrefsys></ComposerMapGrid>'
    whole = path.read_text(encoding="utf-8")
    place = whole.index(">", whole.index('id="map"')) + 1
    path.write_text(whole[:place] + grid + whole[place:], encoding="utf-8")
    made = read_template(path)
    assert "/pipe" not in made.document.toString() and made.left_out


def test_a_crs_without_files_stays(qgis_app, folder):
    root = shipped()
    crs = ElementTree.SubElement(ElementTree.SubElement(item(root, "map"), "ComposerMapGrid"), "spatialrefsys")
    ElementTree.SubElement(crs, "proj4").text = "+proj=merc +a=6378137 +b=6378137 +no_defs"
    assert read_template(written(root, folder)).left_out == ()


def test_pages_without_end_are_refused(qgis_app, folder):
    root = shipped()
    pages = root.find("PageCollection")
    page = pages.find("LayoutItem")
    pages.extend([page] * TEMPLATE_PAGES.default)
    with pytest.raises(SourceError, match=r"too large \(more than 50 pages\).*limits/template_pages"):
        read_template(written(root, folder))


@pytest.fixture
def limit(monkeypatch):
    """Sets a limit, not in the settings that tests beside this one have too."""
    kept = {}

    class Settings:
        def value(self, key, default):
            return kept.get(key, default)

    monkeypatch.setattr("qgis.core.QgsSettings", Settings)
    return lambda each, value: kept.update({each.key: value})


def test_a_picture_of_more_pixels_than_memory(qgis_app, folder, limit):
    content = base64.b64encode((folder / "logo.png").read_bytes()).decode()
    inside = svg(f'<image xlink:href="data:image/png;base64,{content}" width="9" height="9"/>')
    (folder / "holds.svg").write_text(inside)
    for file in ("logo.png", "holds.svg", f"base64:{content}", inline(inside)):
        root = shipped()
        picture(file, root, "")
        path = written(root, folder)
        limit(TEMPLATE_PICTURE_PIXELS, 63)
        (told,) = read_template(path).left_out
        assert told.startswith("logo: a picture of more than 20 MB or 63 pixels"), file
        assert TEMPLATE_PICTURE_PIXELS.key in told and TEMPLATE_PICTURE_MB.key in told
        limit(TEMPLATE_PICTURE_PIXELS, 64)
        assert read_template(path).left_out == (), file


def test_the_limits_of_templates_are_settings(qgis_app, folder, limit):
    path = written(shipped(), folder)
    with path.open("a", encoding="utf-8") as file:
        file.write(" " * (1 << 20))
    for each, words in (
        (TEMPLATE_MB, "MB, at most 1 MB"),
        (TEMPLATE_ELEMENTS, "more than 1 elements"),
        (TEMPLATE_PAGES, "more than 1 pages"),
    ):
        root = shipped()
        pages = root.find("PageCollection")
        pages.append(pages.find("LayoutItem"))
        path = written(root, folder) if each is TEMPLATE_PAGES else path
        assert read_template(path)
        limit(each, 1)
        with pytest.raises(SourceError, match=rf"\({'.*' if each is TEMPLATE_MB else ''}{words}\).*{each.key}"):
            read_template(path)
        limit(each, each.default)
    logo = folder / "logo.png"
    logo.write_bytes(logo.read_bytes() + bytes(1 << 20))
    root = shipped()
    picture("logo.png", root, "")
    path = written(root, folder)
    assert read_template(path).left_out == ()
    limit(TEMPLATE_PICTURE_MB, 1)
    assert "a picture of more than 1 MB" in read_template(path).left_out[0]


def test_an_effect_that_is_drawn_without_end(qgis_app, folder):
    root = shipped()
    made = ElementTree.SubElement(added(root, "65643", "box", shapeType="1"), "symbol", {"type": "fill", "alpha": "1"})
    layer = ElementTree.SubElement(made, "layer", {"class": "SimpleFill", "enabled": "1", "pass": "0"})
    effect = ElementTree.SubElement(layer, "effect", {"type": "blur"})
    options = ElementTree.SubElement(effect, "Option", {"type": "Map"})
    level = ElementTree.SubElement(options, "Option", {"type": "QString", "name": "blur_level", "value": "10000"})
    clean = read_template(written(root, folder))
    assert "box: a symbol that is repeated too densely to be visible" in clean.left_out
    assert "blur_level" not in clean.document.toString()
    level.set("value", "2.645")
    assert "blur_level" in read_template(written(root, folder)).document.toString()

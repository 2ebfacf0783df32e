"""Attacks by what a folder can hold beside files, by names, and by inputs that exhaust time or memory."""

from __future__ import annotations

import json
import os
import zipfile

from .attack import CANCEL, OWN, RING, attack, geojson, kml

MAPS = ("folder", "preview")


# Links, devices, folders that look like files


@attack("disk", "link-dangling", "a link that leads nowhere", *MAPS, "batch", "model", words="2017-10-01")
def _(site):
    os.symlink("/nowhere/at/all", site.at("2017-10-01.geojson"))
    return "2017-10-01.geojson"


@attack("disk", "link-out", "a link to a table of the analyst", *MAPS, "batch", words="2017-10-01", reads=False)
def _(site):
    os.symlink(site.secret, site.at("2017-10-01.geojson"))
    return "2017-10-01.geojson"


@attack("disk", "link-folder", "a link to the analyst's home folder", *MAPS)
def _(site):
    os.symlink(site.home, site.at("2017-10-01"))


@attack("disk", "link-loop", "links that lead round in a circle", *MAPS)
def _(site):
    os.symlink(site.folder, site.at("deeper"))
    os.symlink("2017-10-02.geojson", site.at("2017-10-01.geojson"))
    os.symlink("2017-10-01.geojson", site.at("2017-10-02.geojson"))


@attack("disk", "link-proc", "links into /proc and /dev", *MAPS, seconds=5)
def _(site):
    for number, path in enumerate(
        ("/proc/self/environ", "/proc/self/mem", "/dev/zero", "/proc/self/fd/0", "/dev/stdin"), 1
    ):
        os.symlink(path, site.at(f"2017-10-0{number}.geojson"))


@attack("disk", "link-parts", "a Shapefile whose table is a link to a file of the analyst", *MAPS)
def _(site):
    from osgeo import gdal

    gdal.VectorTranslate(str(site.at("2017-10-01.shp")), geojson({"faction": OWN}), format="ESRI Shapefile")
    for ending in ("prj", "cpg"):
        site.at(f"2017-10-01.{ending}").unlink(missing_ok=True)
        os.symlink(site.home / "secret.txt", site.at(f"2017-10-01.{ending}"))


@attack("disk", "link-zip", "a zip that is a link to another place", *MAPS)
def _(site):
    path = site.outside / "private.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(site.secret, "2017-10-01.geojson")
    os.symlink(path, site.at("maps.zip"))


@attack("disk", "fifo", "a pipe that nobody writes to", *MAPS, "batch", seconds=5, words="2017-10-01")
def _(site):
    os.mkfifo(site.at("2017-10-01.geojson"))


@attack("disk", "fifo-file", "the same, named by the user", "file", "movements", "events", seconds=5)
def _(site):
    os.mkfifo(site.at("2017-10-01.geojson"))
    return "2017-10-01.geojson"


@attack("disk", "fifo-parts", "a Shapefile whose parts are pipes", *MAPS, seconds=5)
def _(site):
    from osgeo import gdal

    gdal.VectorTranslate(str(site.at("2017-10-01.shp")), geojson({"faction": OWN}), format="ESRI Shapefile")
    for ending in ("prj", "cpg", "qix"):
        site.at(f"2017-10-01.{ending}").unlink(missing_ok=True)
        os.mkfifo(site.at(f"2017-10-01.{ending}"))


@attack("disk", "fifo-zip", "a pipe named as a zip, as a GeoPackage and as its journal", *MAPS, seconds=5)
def _(site):
    for name in ("maps.zip", "2017-10-01.gpkg", "2017-10-02.gpkg-journal", "2017-10-02.gpkg-wal"):
        os.mkfifo(site.at(name))


@attack("disk", "socket", "a socket named as a map", *MAPS, seconds=5)
def _(site):
    import socket

    with socket.socket(socket.AF_UNIX) as made:
        here = os.open(site.folder, os.O_RDONLY)
        try:
            made.bind(f"/proc/self/fd/{here}/2017-10-01.gml")
        finally:
            os.close(here)


@attack("disk", "empty-gdb", "empty folders that are named as databases", *MAPS, "batch", words="2017-10-01")
def _(site):
    site.make_folder("2017-10-01.gdb")


@attack("disk", "gdb-fifo", "a folder named as a database with a pipe and links in it", *MAPS, seconds=5)
def _(site):
    folder = site.make_folder("2017-10-01.gdb")
    os.mkfifo(folder / "a00000001.gdbtable")
    os.symlink("/dev/zero", folder / "a00000002.gdbtable")
    os.symlink(site.secret, folder / "a00000003.gdbtable")


@attack("disk", "folders-as-maps", "folders with the endings of maps", *MAPS, "batch")
def _(site):
    for number, ending in enumerate(("geojson", "shp", "gpkg", "kml", "zip", "gml"), 1):
        site.make_folder(f"2017-10-0{number}.{ending}")


@attack("disk", "unreadable", "files and folders of ten thousand levels and long names", *MAPS)
def _(site):
    site.map("a/" * 60 + "2017-10-01.geojson")
    site.map("2017-10-02 " + "x" * 200 + ".geojson")


# Names


@attack(
    "names",
    "file-names",
    "names with line breaks, right-to-left signs, expressions, HTML",
    *MAPS,
    "batch",
    "zip",
    reads=True,
)
def _(site):
    names = (
        "2017-10-01\n2017-11-11", "\u202egnp.2017-10-02", "2017-10-03 [% @user_account_name %]", "2017-10-04 {0} %s %(x)s",
        "2017-10-05 <img src=x onerror=alert(1)>", "2017-10-06 'x' \"y\" `id` $(id) ;id", "2017-10-07 \x1b[31m\x07",
        "2017-10-08 " + "é" * 90, "-2017-10-09", "2017-10-10 @file", "2017-10-11\t=cmd|' C'!A0", "~2017-10-12", "$HOME 2017-10-13",
    )  # fmt: skip
    for name in names:
        site.map(f"{name}.geojson")


@attack("names", "faction-names", "factions that are expressions, paths, HTML and addresses", "batch", "model")
def _(site):
    names = ("[% @user_account_name %]", "[%env('HOME')%]", f"<img src='{site.url()}'>", f"{site.url('f.svg')}", "../../../evil",
             "<script>fetch('x')</script>", "<a href='file:///etc/passwd'>", "]]><x/>", "=WEBSERVICE()", "\x00\ud800")  # fmt: skip
    rows = json.loads(geojson({}))["features"]
    features = [{**rows[0], "properties": {"faction": name}} for name in names]
    return site.write("2017-10-01.geojson", json.dumps({"type": "FeatureCollection", "features": features}))


@attack("names", "layer-names", "layers and fields named as paths and expressions", *MAPS, "batch")
def _(site):
    from osgeo import gdal, ogr

    dataset = gdal.GetDriverByName("GPKG").Create(str(site.at("2017-10-01.gpkg")), 0, 0, 0, gdal.GDT_Unknown)
    for name in ("../x", f"/vsicurl/{site.url()}", "[% env('HOME') %]", "x|layername=y", "<b>"):
        layer = dataset.CreateLayer(name, None, ogr.wkbPolygon)
        if layer is not None:  # GDAL refuses some
            layer.CreateField(ogr.FieldDefn("faction", ogr.OFTString))
    layer = dataset = None
    return "2017-10-01.gpkg"


@attack(
    "names",
    "title",
    "a title with expressions and HTML, in a print",
    "model",
    options={"title": "[% @user_full_name %] [% env('HOME') %] <img src='http://a.invalid/x'>"},
)
def _(site):
    site.map()


# What exhausts


@attack("exhausting", "json-deep", "JSON nested 100,000 deep", *MAPS, "file", "batch", reads=False)
def _(site):
    return site.write(
        "2017-10-01.geojson", '{"type": "FeatureCollection", "features": ' + "[" * 100_000 + "]" * 100_000 + "}"
    )


@attack("exhausting", "json-deep-member", "a map with a member nested 100,000 deep", *MAPS, "file", "batch")
def _(site):
    text = geojson({"faction": OWN})
    return site.write("2017-10-01.geojson", text[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}")


@attack("exhausting", "json-deep-unclosed", "brackets that are never closed", *MAPS, "file", reads=False)
def _(site):
    return site.write("2017-10-01.geojson", '{"type": ' * 400_000)


@attack("exhausting", "xml-deep", "KML and GML nested 100,000 deep", *MAPS, "file")
def _(site):
    deep = "<Folder>" * 100_000 + "</Folder>" * 100_000
    site.write("2017-10-02.gml", deep)
    return site.write("2017-10-01.kml", kml(deep))


@attack("exhausting", "xml-wide", "an element with 200,000 attributes and names of a megabyte", *MAPS, "file")
def _(site):
    attributes = " ".join(f'a{number}="x"' for number in range(200_000))
    return site.write("2017-10-01.kml", kml(f"<Folder {attributes}/><{'x' * 1_000_000}/>"))


@attack("exhausting", "xml-laughs", "billion laughs, quadratic and of parameters", *MAPS, "file", reads=False)
def _(site):
    more = "".join(f'<!ENTITY {chr(98 + level)} "{10 * f"&{chr(97 + level)};"}">' for level in range(9))
    return site.write("2017-10-01.kml", kml("<name>&j;</name>", f'<!DOCTYPE kml [<!ENTITY a "ha">{more}]>'))


@attack("exhausting", "sparse-kml", "a sparse KML of 10 GB", "folder", "file", "preview", **CANCEL)
def _(site):
    path = site.at("2017-10-01.kml")
    path.write_text(kml()[:-10], encoding="utf-8")
    os.truncate(path, 10 << 30)
    return "2017-10-01.kml"


@attack("exhausting", "sparse-geojson", "a sparse GeoJSON of 10 GB", "folder", "file", **CANCEL)
def _(site):
    path = site.at("2017-10-01.geojson")
    path.write_text(geojson({"faction": OWN}), encoding="utf-8")
    os.truncate(path, 10 << 30)
    return "2017-10-01.geojson"


@attack("exhausting", "sparse-csv", "a sparse table of 4 GB", "movements", "events", **CANCEL)
def _(site):
    path = site.at("m.csv")
    path.write_text("date,side_a,side_b,lon,lat\n2017-10-01,GOV,OPP,36,35\n", encoding="utf-8")
    os.truncate(path, 4 << 30)
    return "m.csv"


@attack("exhausting", "cell", "a cell of 20 MB", "movements", "events")
def _(site):
    return site.write(
        "m.csv",
        f"date,side_a,side_b,lon,lat,note\n2017-10-01,GOV,OPP,36,35,{'x' * 20_000_000}\n2017-10-02,GOV,OPP,36,35,y\n",
    )


@attack("exhausting", "columns", "a table of 20,000 columns", "movements", "events", **CANCEL)
def _(site):
    names = ",".join(f"c{number}" for number in range(20_000))
    return site.write("m.csv", f"date,side_a,side_b,lon,lat,{names}\n2017-10-01,GOV,OPP,36,35{',1' * 20_000}\n")


@attack("exhausting", "factions", "a map of 2,000 factions", "folder", "preview", **CANCEL)
def _(site):
    ring = [[float(number) for number in pair.split(",")] for pair in RING.split()]
    shape = {"type": "Polygon", "coordinates": [ring]}
    rows = [
        {"type": "Feature", "properties": {"faction": f"side {number}"}, "geometry": shape} for number in range(2000)
    ]
    return site.write("2017-10-01.geojson", json.dumps({"type": "FeatureCollection", "features": rows}))


@attack("exhausting", "digits", "coordinates and dates of 100,000 digits", *MAPS, "batch")
def _(site):
    text = geojson({"faction": OWN, "date": "9" * 100_000})
    return site.write("2017-10-01.geojson", text.replace("37.0", "37." + "3" * 100_000))


@attack("exhausting", "bomb", "a zip of 2 MB that unpacks to 2 GB", *MAPS, "batch", seconds=10)
def _(site):
    with zipfile.ZipFile(site.at("maps.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("2017-10-01.geojson", "w", force_zip64=True) as member:
            block = b" " * (1 << 22)
            for _ in range(500):
                member.write(block)

"""Attacks that still succeed, by the part of the work that ends them. An entry goes when its part is in."""

_BY_PART = {
    "inputs: links, pipes and devices are one file's problem": (
        "fifo/template device/template link-dangling/folder link-dangling/batch link-dangling/model "
        "link-out/folder link-out/preview link-out/batch link-loop/folder link-proc/folder link-proc/preview "
        "link-zip/folder link-zip/preview fifo/folder fifo/preview fifo/batch fifo-file/file fifo-file/movements "
        "fifo-file/events fifo-parts/folder fifo-parts/preview fifo-zip/folder fifo-zip/preview socket/folder "
        "empty-gdb/folder empty-gdb/batch gdb-fifo/folder gdb-fifo/preview"
    ),
    "opening: a closed list of drivers, network off": (
        "vrt-kml/folder vrt-kml/file vrt-gml/folder vrt-gml/file vrt-gpx/folder vrt-gpx/file vrt-geojson/folder "
        "vrt-geojson/file vrt-json/folder vrt-json/file vrt-gpkg/folder vrt-gpkg/file vrt-shp/folder vrt-shp/file "
        "vrt-fgb/folder vrt-fgb/file vrt-preview/preview vrt-preview/drop vrt-preview/zip vrt-preview/pattern "
        "vrt-batch/batch vrt-batch/batch_input vrt-batch/model vrt-own-ending/file vrt-bom/folder vrt-bom/preview "
        "vrt-prolog/folder vrt-prolog/preview vrt-in-comment/folder vrt-curl/folder vrt-write/folder "
        "vrt-sqlite-dialect/folder vrt-sqlite-dialect/preview vrt-geocode/folder vrt-warped/folder "
        "vrt-warped/preview wfs-gml/folder wfs-gml/preview wfs-gml/file path-vsicurl/text path-vsi-others/text "
        "path-service/text geojson-crs-link/folder geojson-crs-link/preview geojson-crs-link/file "
        "geojson-crs-link/batch geojson-crs-link/zip geojson-crs-link/drop geojson-crs-large/file "
        "geojson-geometry-crs/folder geojson-geometry-crs/preview gml-schema-include/folder "
        "gml-schema-include/preview zip-vrt/folder zip-vrt/preview zip-vrt/file zip-vrt/batch "
        "gpkg-endless-view/folder gpkg-endless-view/preview layer-vrt/layer vrt-tables/events vrt-tables/reports "
        "vrt-tables-curl/movements crs-link-tables/movements crs-link-tables/events crs-link-tables/reports "
        "crs-link-tables/area crs-link-tables/analysis"
    ),
    "outputs: templates and metadata": (
        "texts/print html-script/template html-url/template label-html/template label-expression/template "
        "label-loads/template picture-url/template marker/template"
    ),
    "scale: limits": (
        "theme-deep/theme theme-sparse/theme large/template sparse-kml/folder sparse-kml/file sparse-kml/preview "
        "sparse-geojson/folder sparse-geojson/file sparse-csv/movements factions/folder factions/preview "
        "zip-many/folder"
    ),
    "tables: records are counted": ("csv-quote/events csv-short/events"),
}
NOT_YET: dict[str, str] = {name: part for part, names in _BY_PART.items() for name in names.split()}

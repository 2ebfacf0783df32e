"""Export of layouts to PDF, SVG and PNG. An export that is cancelled or fails leaves nothing behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Callable

from osgeo import gdal
from qgis.core import Qgis, QgsLayoutExporter, QgsLayoutRenderContext, QgsPrintLayout
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ...core.errors import CaseError
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...translation import tr

_ENDS = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND"}
FORMATS = tuple(_ENDS)
DEFAULT_DPI = 200
_TAIL = 100  # bytes at the end of a file, which contain the end mark of its format
_DONE = QgsLayoutExporter.ExportResult.Success
_END = object()
# Calls a function and returns its result; in another thread if it has to run there.
Call = Callable[[Callable[[], object]], object]


def directly(work: Callable[[], object]) -> object:
    """Call a function in the current thread."""
    return work()


def check_output(path: str) -> None:
    """Raise CaseError, before any work is done, if a layout cannot be written to a path."""
    if Path(path).suffix.lower() not in FORMATS:
        raise CaseError(tr("{!r}: the file name must end in .pdf, .svg or .png.").format(path))
    if not Path(path).parent.is_dir():
        raise CaseError(
            tr("{!r} cannot be written: its folder does not exist. Create it or choose another.").format(path)
        )
    if Path(path).is_dir():
        raise CaseError(tr("{!r} cannot be written: it is a folder. Choose another name.").format(path))


def export_layouts(
    layouts: list[QgsPrintLayout],
    path: str,
    dpi: float = DEFAULT_DPI,
    feedback: Feedback = NO_FEEDBACK,
    call: Call = directly,
    with_metadata: bool = False,
) -> list[str]:
    """Write layouts, with all pages of their atlases, in the format of the path's extension; return the files.

    A PDF contains all pages; that of a single layout is georeferenced. SVG and PNG have one file per page: if there are
    several, the name of the page is appended to that of the path. The files appear only when all of them are written.
    Raises CaseError if they cannot be written, Cancelled between two pages.

    Files contain title and author of the project only ``with_metadata``, because QGIS sets the name of the account as
    the author of each new project. A PDF has a title in either case.

    Layouts are drawn in the main thread only. From another thread, ``call`` must lead there, page by page.
    """
    check_output(path)
    target = Path(path)
    with _workshop(target) as folder:
        draft = folder / target.name
        write = _drawn_pdf if target.suffix.lower() == ".pdf" else _drawn_pictures
        pages = write(layouts, draft, dpi, with_metadata)
        try:
            done = 0.0
            while done is not _END:
                report_progress(feedback, 100 * done)
                done = call(lambda: next(pages, _END))
        finally:
            call(pages.close)
        made = sorted(folder.iterdir())
        if not made:
            raise CaseError(tr("{!r} cannot be written: the layout has no pages.").format(path))
        for file in made:
            _check_whole(file, target)
        if len(made) == 1:
            made = [made[0].rename(draft)]
        return [_put(file, target.parent) for file in made]


def export_png(layout: QgsPrintLayout, path: str, dpi: float = 150) -> None:
    """Write a layout as PNG, one file per page. Raises CaseError if it cannot be written."""
    export_layouts([layout], path, dpi)


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Create a temporary folder beside the target, on the same disk, and delete it afterwards."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".", suffix=target.suffix, dir=target.parent))
    except OSError as error:
        raise CaseError(tr("{!r} cannot be written: {}").format(str(target), error)) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put(file: Path, folder: Path) -> str:
    try:
        return str(file.replace(folder / file.name))
    except OSError as error:
        raise CaseError(tr("{!r} cannot be written: {}").format(str(folder / file.name), error)) from error


def _drawn_pictures(
    layouts: list[QgsPrintLayout], path: Path, dpi: float, with_metadata: bool
) -> Generator[float, None, None]:
    """Write one file per page; yield the share of the pages that is done."""
    is_svg, count = path.suffix.lower() == ".svg", _page_count(layouts)
    settings = (_svg if is_svg else _image)(dpi)
    settings.exportMetadata = with_metadata
    for number, (layout, name) in enumerate(_pages_of(layouts)):
        page = str(path.with_name(f"{path.stem}_{name}{path.suffix}"))
        exporter = QgsLayoutExporter(layout)
        with _quiet_gdal():
            result = (exporter.exportToSvg if is_svg else exporter.exportToImage)(page, settings)
        _check(result, path)
        yield (number + 1) / count


def _drawn_pdf(
    layouts: list[QgsPrintLayout], path: Path, dpi: float, with_metadata: bool
) -> Generator[float, None, None]:
    """Write all pages to one file; yield the share of them that is done."""
    if len(layouts) == 1 and not layouts[0].atlas().enabled():
        settings = _pdf(dpi)
        settings.exportMetadata = with_metadata
        _check(QgsLayoutExporter(layouts[0]).exportToPdf(str(path), settings), path)
        yield 1.0
        return
    count, painter = _page_count(layouts), QPainter()
    writer = QPdfWriter(str(path))
    writer.setResolution(int(dpi))
    writer.setTitle(layouts[0].name())
    writer.setCreator(f"QGIS {Qgis.version()}")
    try:
        for number, (layout, _) in enumerate(_pages_of(layouts)):
            for page in range(layout.pageCollection().pageCount()):
                _draw_page(layout, page, writer, painter, dpi)
            yield (number + 1) / count
    finally:
        painter.end()
    if with_metadata:
        _sign(path, layouts[0].project().metadata().author())


def _sign(path: Path, author: str) -> None:
    """Write an author into a PDF, as QGIS does for a single layout; Qt's PDF writer cannot set one."""
    if not author:
        return
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_UPDATE, allowed_drivers=["PDF"])
    except RuntimeError:
        dataset = None
    if dataset is None:
        raise CaseError(
            tr("{!r}: the author cannot be written, because GDAL cannot read PDF in this installation.").format(
                path.name
            )
        )
    dataset.SetMetadataItem("AUTHOR", author)
    del dataset  # writes the file


def _draw_page(layout: QgsPrintLayout, page: int, writer: QPdfWriter, painter: QPainter, dpi: float) -> None:
    size = layout.convertToLayoutUnits(layout.pageCollection().page(page).sizeWithUnits())
    paper = QPageSize(QSizeF(size), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    if painter.isActive():
        writer.newPage()
    elif not painter.begin(writer):
        raise CaseError(tr("The pages cannot be written. Is the disk full?"))
    context = layout.renderContext()
    before = context.dpi(), context.flags(), context.textRenderFormat()
    context.setDpi(dpi)
    context.setFlag(QgsLayoutRenderContext.Flag.FlagAntialiasing, True)
    context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)  # so that text can be searched and copied
    try:
        layout.refresh()
        QgsLayoutExporter(layout).renderPage(painter, page)
    finally:
        context.setDpi(before[0])
        context.setFlags(before[1])
        context.setTextRenderFormat(before[2])


def _pages_of(layouts: list[QgsPrintLayout]) -> Iterator[tuple[QgsPrintLayout, str]]:
    """Yield each layout, and each page of an atlas, with a name for the page."""
    for number, layout in enumerate(layouts):
        place, atlas = f"{number + 1:02d}", layout.atlas()
        if not atlas.enabled():
            yield layout, place
            continue
        atlas.beginRender()
        try:
            while atlas.next():
                name = Path(atlas.currentFilename()).name
                yield layout, name if len(layouts) == 1 else f"{place}_{name}"
        finally:
            atlas.endRender()


def _page_count(layouts: list[QgsPrintLayout]) -> int:
    return sum(layout.atlas().updateFeatures() if layout.atlas().enabled() else 1 for layout in layouts)


def _pdf(dpi: float) -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.appendGeoreference = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def _svg(dpi: float) -> QgsLayoutExporter.SvgExportSettings:
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def _image(dpi: float) -> QgsLayoutExporter.ImageExportSettings:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.generateWorldFile = False
    return settings


@contextmanager
def _quiet_gdal() -> Iterator[None]:
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # QGIS tries to write the map's position into a PNG, which fails
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _check(result, path: Path) -> None:
    if result == QgsLayoutExporter.ExportResult.MemoryError:
        raise CaseError(tr("Not enough memory to export {!r}. Choose a lower resolution.").format(path.name))
    if result != _DONE:
        raise CaseError(tr("{!r} cannot be written. Is the disk full?").format(path.name))


def _check_whole(file: Path, target: Path) -> None:
    """Raise CaseError if a file is incomplete: on a full disk Qt truncates files without an error."""
    with file.open("rb") as opened:
        opened.seek(max(file.stat().st_size - _TAIL, 0))
        is_whole = _ENDS[target.suffix.lower()] in opened.read()
    if not is_whole:
        raise CaseError(tr("{!r} cannot be written. Is the disk full?").format(str(target)))

"""A film as it is asked for, made in another thread; and how large its file will be, very roughly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsTask
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

from ...core.errors import FilmError
from ...core.telling import part_of
from ...mapping.films.film import FilmReport, Pace, make_film
from ...mapping.films.film_case import changed_ground
from ...mapping.films.film_layout import LayoutScene
from ...mapping.films.film_steps import Steps
from ...mapping.films.film_writers import format_of
from ...sources.cases.case import Case
from ...sources.progress import step
from ...translation import text_locale, tr, tr_n

_CASE_SHARE = 0.1
# Bytes of a film to those of its pictures as PNG files, measured on maps; of pictures that differ, but for PNG of all.
_SIZE_SHARES = {"mp4": 0.04, "webm": 0.04, "gif": 0.04, "webp": 0.08, "png": 1.0}


@dataclass(frozen=True)
class Order:
    """A film as it is asked for, ready to be made in another thread."""

    scene: object
    steps: Steps
    pace: Pace
    case: Case | None

    def changed(self, tell) -> Mapping[int, np.ndarray]:
        return changed_ground(self.case, self.steps, tell) if self.case is not None else {}


def make_ordered(order: Order, path: str, task: QgsTask) -> FilmReport:
    """The work of an export, in its thread."""

    def tell(done: float) -> None:
        step(task, 100 * done)

    if isinstance(order.scene, LayoutScene):
        order.scene.wait = lambda: step(task, task.progress())
    try:
        changed = order.changed(part_of(tell, 0, _CASE_SHARE))
        return make_film(order.scene, order.steps, order.pace, path, changed, tell=part_of(tell, _CASE_SHARE, 1))
    finally:
        order.scene.close()


def rough_words(order: Order, picture: QImage, size: tuple[int, int], path: str) -> str:
    """How long the film will be and how large its file, in a sentence."""
    frames = len(order.steps) * order.pace.frames_a_step
    seconds, locale = frames / order.pace.fps, text_locale()
    if seconds < 100:
        length = tr("{} s").format(locale.toString(seconds, "f", 1))
    else:
        length = tr("{} min").format(locale.toString(seconds / 60, "f", 1))
    counts = tr_n("%n step", "%n steps", len(order.steps)), tr_n("%n frame", "%n frames", frames)
    size_words = locale.formattedDataSize(rough_bytes(order, picture, size, path))
    return tr("{}, {}, {} long, very roughly {}.").format(*counts, length, size_words)


def rough_bytes(order: Order, picture: QImage, size: tuple[int, int], path: str) -> int:
    """Size of the file, judged by one of the film's pictures, perhaps smaller than they will be."""
    frames = len(order.steps) * order.pace.frames_a_step
    scale = size[0] * size[1] / max(picture.width() * picture.height(), 1)
    moves = order.case is not None or bool(np.any(order.scene.grows))
    kind = _ending(path)
    pictures = frames if moves or kind == "png" else len(order.steps)
    # What makes a PNG of a map large are edges, and these grow as the width does.
    return int(_png_bytes(picture) * scale**0.5 * _SIZE_SHARES[kind] * pictures)


def _ending(path: str) -> str:
    try:
        return format_of(path)
    except FilmError:
        return "mp4"


def _png_bytes(picture: QImage) -> int:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return data.size()

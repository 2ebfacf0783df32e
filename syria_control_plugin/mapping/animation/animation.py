"""Export of an animation: its pictures are drawn one by one and passed to a writer, with progress."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from qgis.PyQt.QtGui import QImage

from ...core.errors import AnimationError
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...translation import tr
from .frames import FrameSequence
from .steps import Shot, Steps, shots_of
from .writers import write_animation

FASTEST_FPS = 60
_SAMPLES = 8


@dataclass(frozen=True)
class Pace:
    """Speed of an animation: frames per second, and for how long each step is held, in seconds."""

    fps: float = 10.0
    hold_s: float = 0.8

    def __post_init__(self) -> None:
        if not 0 < self.fps <= FASTEST_FPS:
            raise AnimationError(
                tr(
                    "The frame rate of {} frames per second is out of range. Choose a number above 0 and up to {}."
                ).format(self.fps, FASTEST_FPS)
            )
        if not 0 < self.hold_s <= 3600:
            raise AnimationError(
                tr("The step duration of {} seconds is out of range. Choose a number above 0 and up to 3600.").format(
                    self.hold_s
                )
            )

    @property
    def frames_a_step(self) -> int:
        """Number of frames per step, at least one."""
        return max(round(self.fps * self.hold_s), 1)


class Scene(Protocol):
    """What is animated: ``map_scene.MapScene``, ``layout_scene.LayoutScene``."""

    size: tuple[int, int]
    problems: dict[str, None]
    is_marked: np.ndarray
    grows: np.ndarray

    def begin(self, steps: Steps, changed: Mapping[int, np.ndarray] | None = None) -> None: ...

    def states(self) -> list[Hashable]: ...

    def picture(self, shot: Shot) -> QImage: ...

    def colours(self) -> list[str]: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class AnimationReport:
    """Result of an export.

    path      of the file, or of the folder of frames
    steps, frames, pictures  numbers of steps, frames and different pictures
    seconds   duration
    problems  what could not be drawn
    """

    path: str
    steps: int
    frames: int
    pictures: int
    seconds: float
    problems: tuple[str, ...]


def make_animation(
    scene: Scene,
    steps: Steps,
    pace: Pace,
    path: str,
    changed: Mapping[int, np.ndarray] | None = None,
    ffmpeg: str = "",
    feedback: Feedback = NO_FEEDBACK,
) -> AnimationReport:
    """Draw an animation and write it, in the calling thread.

    changed   number of a step → areas (Shapely, lon/lat) to mark in it
    feedback  called before each picture with the share of the animation that is done; what it raises ends the work, and
              leaves no file

    The caller has to ``close`` the scene in the same thread. Memory does not grow with the number of frames: a picture
    is passed on as soon as it is drawn. Raises AnimationError.
    """
    scene.begin(steps, changed)
    shots = shots_of(scene.states(), scene.is_marked, scene.grows, pace.frames_a_step)
    counts = [shot.frames for shot in shots]
    frames = sum(counts)
    sequence = FrameSequence(
        pictures=_drawn(scene, shots, frames, feedback),
        counts=counts,
        size=scene.size,
        fps=pace.fps,
        samples=lambda: (scene.picture(shots[number]) for number in _spread(len(shots))),
        colours=scene.colours(),
    )
    written = write_animation(path, sequence, ffmpeg)
    return AnimationReport(
        path=written,
        steps=len(steps),
        frames=frames,
        pictures=len(shots),
        seconds=frames / pace.fps,
        problems=tuple(scene.problems),
    )


def _drawn(scene: Scene, shots: list[Shot], frames: int, feedback: Feedback) -> Iterator[QImage]:
    done = 0
    for shot in shots:
        report_progress(feedback, 100 * done / frames)
        yield scene.picture(shot)
        done += shot.frames


def _spread(count: int) -> list[int]:
    return np.unique(np.linspace(0, count - 1, _SAMPLES).astype(int)).tolist()

"""Area that passed from each holder to each other holder: an n×n matrix per interval."""

from __future__ import annotations

import csv

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..core import fields as f
from ..core.control.control_changes import ControlChanges, change_matrices, holders_of
from ..core.control.holders import Holders, joined
from ..mapping.text.formatting import no_faction_labels
from ..translation import tr
from .outputs import csv_text, write_rows
from .series_base import SeriesAlgorithm, add_date_parameters, add_series_parameters, changes_of, dates_of


class ChangeMatrix(SeriesAlgorithm):
    """Algorithm: control series → table of the areas that changed hands, and matrices as CSV."""

    NAME = "changematrix"
    TITLE = "Change matrix"
    GROUP = "Analysis"
    TAGS = (
        "change", "control", "matrix", "table", "csv", "gain", "loss", "account", "before after", "compare",
        "territory", "time",
    )  # fmt: skip
    HELP = (
        "Computes the area in km² that passed from each holder to each other holder. The output table has one row "
        "for each date and pair of holders between which territory passed. Each map is compared with the next map "
        "of its source, or one date with another. Contested territory has all its holders as one holder, as in "
        '"GOV; OPP". A holder "not mapped" means that no territory of the source covers the area on that date; '
        '"nobody" is used only if the source states that nobody held it.\n\n'
        "The CSV file contains the same areas as matrices, one for each date and a total at the end. A matrix has "
        "one row for each holder that lost territory and one column for each holder that gained it. Territory that "
        "changes hands several times is counted each time.\n\n"
        "Different sources are never compared. Changes are defined as in the tool Control changes."
    )  # fmt: skip

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        add_date_parameters(self)
        matrices = QgsProcessingParameterFileDestination(
            "CSV", tr("Matrices as CSV"), "CSV (*.csv)", optional=True, createByDefault=False
        )
        self.add(
            matrices,
            tr(
                "For each date, the file has one row for each holder that lost territory and one "
                "column for each holder that gained it."
            ),
        )
        rows = tr("The table has one row for each date and pair of holders between which territory passed.")
        self.add_sink("OUTPUT", tr("Change matrix"), Qgis.ProcessingSourceType.Vector, rows)
        self.addOutput(QgsProcessingOutputNumber("TOTAL_KM2", tr("Area that changed hands (km²)")))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))

    def execute(self, parameters, context, feedback):
        dates = dates_of(self, parameters, context)
        path = self.parameterAsFileOutput(parameters, "CSV", context)
        series = self.series(parameters, context, feedback)
        changes = changes_of(series, dates, feedback)
        columns = {
            f.CHANGE_DATE: changes.of_rows("date"),
            f.PREVIOUS_DATE: changes.of_rows("previous_date"),
            f.FROM_HOLDER: [joined(each) for each in changes.from_holder],
            f.TO_HOLDER: [joined(each) for each in changes.to_holder],
            f.AREA_KM2: changes.area_km2,
            f.SOURCE: changes.of_rows("source"),
        }
        kind, nothing = Qgis.WkbType.NoGeometry, [None] * len(changes)
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, nothing, kind=kind)
        holders = holders_of(changes)
        matrices = change_matrices(changes, holders)
        results = {"OUTPUT": layer_id, "TOTAL_KM2": float(changes.area_km2.sum())}
        if path:
            _write_csv(path, changes, holders, matrices)
            results["CSV"] = path
        lines = _summary(holders, matrices)
        for line in lines:
            feedback.pushInfo(line)
        return {**results, "SUMMARY": "; ".join(lines)}


def _summary(holders: list[Holders], matrices: np.ndarray) -> list[str]:
    """Return one line of text for each pair of holders, with the total over all intervals, the largest first."""
    total, times = matrices.sum(axis=0), (matrices > 0).sum(axis=0)
    pairs = sorted(zip(*np.nonzero(total)), key=lambda pair: -total[pair])
    line = tr("{} → {}: {:.3f} km² (dates: {})")
    return [line.format(_named(holders[a]), _named(holders[b]), total[a, b], times[a, b]) for a, b in pairs]


def _named(holder: Holders) -> str:
    return no_faction_labels().get(holder[0]) or joined(holder)


def _write_csv(path: str, changes: ControlChanges, holders: list[Holders], matrices: np.ndarray) -> None:
    names = [csv_text(_named(holder)) for holder in holders]
    rows = [[f.SOURCE, f.CHANGE_DATE, f.PREVIOUS_DATE, f.FROM_HOLDER, *names]]
    for interval, matrix in zip(changes.intervals, matrices):
        key = [csv_text(interval.source), interval.date, interval.previous_date]
        rows += [[*key, name, *line] for name, line in zip(names, matrix.tolist()) if any(line)]
    for source in sorted({interval.source for interval in changes.intervals}):
        is_of_source = [interval.source == source for interval in changes.intervals]
        total = matrices[np.array(is_of_source)].sum(axis=0).tolist()
        rows += [[csv_text(source), tr("total"), "", name, *line] for name, line in zip(names, total)]
    try:
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    except OSError as error:
        raise QgsProcessingException(tr("{} cannot be written: {}").format(path, error)) from error

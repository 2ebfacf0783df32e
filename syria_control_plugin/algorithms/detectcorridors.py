"""Corridors of reported movements through territory of another side, assessed against clash events."""

from __future__ import annotations

import shapely
from qgis.core import Qgis, QgsProcessingParameterBoolean

from ..case.import_report import ImportReport
from ..core.corridors.assessment import assess_observed, with_holders
from ..core.feedback import SubFeedback
from ..core.movements.cleaning import SPEED_LIMIT_KMH
from ..mapping.text.corridor_report import observed_notes, partial_notes
from ..sources.movements.options import MovementOptions
from ..sources.movements.reader import read_movements
from ..translation import tr
from .base import advanced, number_parameter, text_parameter
from .corridor_base import CorridorAlgorithm, log_report, message_of
from .series_base import add_series_parameters
from .vector_inputs import VectorParameter, vector_input


class DetectCorridors(CorridorAlgorithm):
    """Algorithm: movements, control series and clash events → observed and interpolated corridors."""

    NAME = "detectcorridors"
    TITLE = "Corridors of movements"
    TAGS = (
        "corridor", "crossing", "crossed", "movement", "transit", "passage", "track", "convoy", "host", "territory",
        "clash", "evidence", "acled", "ucdp",
    )  # fmt: skip
    HELP = (
        "Finds the parts of reported movements that crossed territory held by another side at that moment. Each "
        "part inside the territory of one host is a corridor. A host is a faction outside the mover's bloc on that "
        "day. Territory of the mover or its allies, and areas that are not mapped or held by nobody, have no host. "
        "Touching a border does not count as crossing it. A transit enters and leaves the host's territory, an entry "
        "ends inside it, and an exit begins inside it. A timed track is cut at the moment at which it crosses a border "
        "or at which the territory changes hands or an alliance begins or ends. A line dated to a day is compared "
        "with the map of that day, and one of several days with the maps of these days: territory that becomes a "
        "host's meanwhile counts from then on, as does that of a former ally; what a host loses counts up to then.\n\n"
        "Each corridor is assessed against the clash events between the two sides. The verdict is clash reported "
        "(a fight lies surely within the distances, however imprecise its place and date are), clash possible (a "
        "fight may lie within them, or a party or the kind of an event is not known), no clash reported (the event "
        "data of a source covers all of the path on all of its days and contains no clash) or not covered (no source "
        "covers all of that, so clashes cannot be assessed). No clash reported does not mean that none took place. "
        "Remote violence and transfers of territory without a fight are listed separately.\n\n"
        "surviving_km is the length of a corridor that remains when the host's territory is shrunk by the border "
        "uncertainty. taken_share is the share of the host's territory along the path that the mover's side held "
        "in the days after the passage; it distinguishes an advance from a passage. depth_km is the greatest "
        "distance of the path from the border. neck_km is the smallest width of the host's territory across the "
        "path.\n\n"
        "Movements are lines with dates, lines whose M values are seconds since 1970, or points with times and a "
        "track. The field sentence summarises what is known about each corridor, for quotation in a report."
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.add(
            VectorParameter("MOVEMENTS", tr("Movements"), kinds),
            tr("Choose the layer movements of a case, lines with dates or times, or points with times and a track."),
        )
        add_series_parameters(self)
        self.add_evidence_parameters()
        mover = text_parameter("MOVER", tr("Faction of all movements (empty: detected from the data)"))
        self.add(advanced(mover), tr("Enter an id, a name, or any spelling used in data sets."))
        self.add(
            advanced(number_parameter("MIN_LENGTH_KM", tr("Minimum corridor length (km)"), 0.0)),
            tr("Shorter corridors are left out. The log reports their number."),
        )
        speed = tr("Speed limit of timed tracks (km/h; 0: no limit)")
        self.add(
            advanced(number_parameter("SPEED_LIMIT", speed, float(SPEED_LIMIT_KMH))),
            tr(
                "Tracks are cut at faster segments, because a fix is wrong or two tracks are combined in one. "
                "Movements of a case were already cut during the import."
            ),
        )
        last_day = QgsProcessingParameterBoolean(
            "MOVEMENT_END_IS_LAST_DAY", tr("Include the last day of movements"), True
        )
        self.add(advanced(last_day), tr("If unchecked, an end that is a date without a time of day is exclusive."))
        gap = tr("Maximum time gap in tracks (hours; 0: no limit)")
        self.add(
            advanced(number_parameter("GAP_LIMIT", gap, 0.0)),
            tr("Tracks are cut at longer gaps, because the position during the gap is not known."),
        )
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        self._movements = vector_input(self, parameters, "MOVEMENTS", context, feedback, whole=True)
        super().take_up(parameters, context, feedback)

    def execute(self, parameters, context, feedback):
        min_length_km = self.parameterAsDouble(parameters, "MIN_LENGTH_KM", context)
        series = self.series(parameters, context, feedback)
        options = self.options(parameters, context, feedback, series, min_length_km=min_length_km)
        movements, factions = self._read_movements(parameters, context, feedback, series)
        factions = self.with_stated_blocs(with_holders(factions, series), parameters, context)
        events = self.events(factions, options.evidence.time_zone, feedback)
        blocs, search = factions.blocs(options.evidence.time_zone), SubFeedback(feedback, 50, 90)
        assessment = assess_observed(movements, series, events, blocs, options, search, factions.names)
        notes = observed_notes(assessment, movements, series)
        partial = partial_notes(assessment, movements)
        return self.write(assessment, factions, notes, parameters, context, feedback, partial)

    def _read_movements(self, parameters, context, feedback, series):
        options = MovementOptions(
            faction=self.parameterAsString(parameters, "MOVER", context).strip(),
            speed_limit_kmh=self.parameterAsDouble(parameters, "SPEED_LIMIT", context) or None,
            gap_limit_h=self.parameterAsDouble(parameters, "GAP_LIMIT", context) or None,
            end_is_last_day=self.parameterAsBoolean(parameters, "MOVEMENT_END_IS_LAST_DAY", context),
            extent=tuple(shapely.total_bounds(series.geometry)),
        )
        report = ImportReport()
        with message_of("MOVEMENTS", tr("Import movements")):
            movements, factions, _ = read_movements(self._movements, options, self.factions(), report)
        log_report(report, feedback)
        return movements, factions

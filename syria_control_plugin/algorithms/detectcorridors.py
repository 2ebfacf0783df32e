"""Reported movements through ground that another side held, with the evidence for and against a fight there."""

from __future__ import annotations

import shapely
from qgis.core import Qgis

from ..case.import_report import ImportReport
from ..core.corridors.assessment import assess_observed, blocs, with_holders
from ..core.feedback import SubFeedback
from ..core.movements.cleaning import SPEED_LIMIT_KMH
from ..mapping.text.corridor_report import observed_notes
from ..sources.movements.options import MovementOptions
from ..sources.movements.reader import read_movements
from ..translation import tr
from .base import advanced, number_parameter, text_parameter
from .corridor_base import CorridorAlgorithm, log_report, message_of
from .series_base import add_series_parameters
from .vector_inputs import VectorParameter, vector_input


class DetectCorridors(CorridorAlgorithm):
    NAME = "detectcorridors"
    TITLE = "Corridors of movements"
    TAGS = (
        "corridor", "crossing", "crossed", "movement", "transit", "passage", "track", "convoy", "host", "territory",
        "clash", "evidence", "acled", "ucdp",
    )  # fmt: skip
    HELP = (
        "Where a movement that somebody reported led through ground that another side held at that moment: each "
        "stretch inside one host's ground is a corridor. A host is a faction outside the mover's bloc; ground of the "
        "mover, of its allies and of nobody is no host's, and touching a border is not crossing it. A transit came in "
        "and went out; an entry ends inside, an exit begins inside. A timed track is cut at the moment at which it "
        "crosses a border or the ground changes hands; a line dated a day is tested against the map of that day.\n\n"
        "Each corridor is judged against the clash events between the two sides: clash reported (an event known to the "
        "place and day lies within the distances), clash possible (only events too imprecise to tell), no clash "
        "reported (the event data cover the place and time, and have none), not covered (no event data there and then: "
        "nothing can be said). That no clash was reported does not say that there was none. Strikes from afar and "
        "transfers of ground without a fight are listed apart.\n\n"
        "surviving_km is what is left of a corridor when the host's ground is shrunk by the uncertainty of borders. "
        "taken_share says how much of the host's ground along the path the mover's side held in the days after: an "
        "advance rather than a passage. depth_km is how far from the border the path gets, neck_km how narrow the "
        "host's ground is across it.\n\n"
        "Movements: lines with dates, lines whose M values are seconds since 1970, or points with times and a track; "
        "the field sentence says of each corridor what is known, for a report to quote."
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.add(
            VectorParameter("MOVEMENTS", tr("Movements"), kinds),
            tr("The layer movements of a case, lines with dates or times, or points with times and a track."),
        )
        add_series_parameters(self)
        self.add_evidence_parameters()
        mover = text_parameter("MOVER", tr("Faction of all movements, where no field names it"))
        self.add(advanced(mover), tr("Id, name, or any spelling that data sets use."))
        self.add(
            advanced(number_parameter("MIN_LENGTH_KM", tr("Shortest corridor that is kept, in km"), 0.0)),
            tr("Shorter ones are left out; the log counts them."),
        )
        speed = tr("Timed tracks are cut where they are faster, in km/h (0: no limit)")
        self.add(
            advanced(number_parameter("SPEED_LIMIT", speed, float(SPEED_LIMIT_KMH))),
            tr("Such a speed is an error of a fix, or two tracks in one. Movements of a case were cut before."),
        )
        gap = tr("Timed tracks are cut at gaps longer than so many hours (0: no limit)")
        self.add(advanced(number_parameter("GAP_LIMIT", gap, 0.0)), tr("Where it was in a long gap is not known."))
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        self._movements = vector_input(self, parameters, "MOVEMENTS", context, feedback, whole=True)
        super().take_up(parameters, context, feedback)

    def execute(self, parameters, context, feedback):
        least = self.parameterAsDouble(parameters, "MIN_LENGTH_KM", context)
        options = self.options(parameters, context, min_length_km=least)
        series = self.series(parameters, context, feedback)
        movements, factions = self._read_movements(parameters, context, feedback, series)
        factions = with_holders(factions, series)
        events = self.events(factions, feedback)
        search = SubFeedback(feedback, 50, 90)
        found = assess_observed(movements, series, events, blocs(factions), options, search)
        notes = observed_notes(found, movements, series)
        return self.write(found, factions, notes, parameters, context, feedback)

    def _read_movements(self, parameters, context, feedback, series):
        options = MovementOptions(
            faction=self.parameterAsString(parameters, "MOVER", context).strip(),
            speed_limit_kmh=self.parameterAsDouble(parameters, "SPEED_LIMIT", context) or None,
            gap_limit_h=self.parameterAsDouble(parameters, "GAP_LIMIT", context) or None,
            extent=tuple(shapely.total_bounds(series.geometry)),
        )
        report = ImportReport()
        with message_of("MOVEMENTS", tr("Import movements")):
            movements, factions, _ = read_movements(self._movements, options, self.factions(), report)
        log_report(report, feedback)
        return movements, factions

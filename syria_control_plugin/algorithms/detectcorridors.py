"""Reported movements through ground that another side held, with the evidence for and against a fight there."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingParameterFeatureSource

from ..core.findings import judged
from ..core.observed_corridors import observed_corridors
from ..core.telling import part_of
from ..sources.import_report import REJECTED, ImportReport
from ..sources.layers import source_input
from ..sources.movement_options import MovementOptions
from ..sources.movement_tables import read_movements
from ..sources.progress import step
from ..translation import tr
from .base import advanced, text_parameter
from .corridor_output import CorridorAlgorithm, number_parameter
from .series_input import add_series_parameters


class DetectCorridors(CorridorAlgorithm):
    NAME = "detectcorridors"
    TITLE = "Corridors of movements"
    TAGS = (
        "corridor", "movement", "transit", "passage", "track", "host", "territory", "clash", "evidence", "acled",
        "ucdp",
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
        self.addParameter(QgsProcessingParameterFeatureSource("MOVEMENTS", tr("Movements"), kinds))
        add_series_parameters(self)
        self.add_judging()
        least = number_parameter("MIN_LENGTH_KM", "Shortest corridor that is kept, in km", 0.0, 0.0)
        self.addParameter(advanced(least))
        mover = text_parameter("MOVER", "Faction of all movements, where no field names it")
        self.addParameter(advanced(mover))
        self.add_outputs()

    def prepareAlgorithm(self, parameters, context, feedback):
        self._movements = source_input(self.parameterAsSource(parameters, "MOVEMENTS", context))
        return super().prepareAlgorithm(parameters, context, feedback)

    def execute(self, parameters, context, feedback):
        options = self.options(
            parameters, context, min_length_km=self.parameterAsDouble(parameters, "MIN_LENGTH_KM", context)
        )
        mover = self.parameterAsString(parameters, "MOVER", context).strip()
        report = ImportReport()
        movements, factions, _ = read_movements(
            self._movements, MovementOptions(faction=mover), self.factions(), report
        )
        for line in report.guesses:
            feedback.pushInfo(line)
        for issue in report.issues:
            (feedback.pushWarning if issue.action == REJECTED else feedback.pushInfo)(str(issue))
        events = self.events(factions, feedback)
        series = self.series(parameters, context, feedback)
        blocs = {name: factions.bloc_of(name) for name in factions.ids}
        tell = part_of(lambda percent: step(feedback, percent), 50, 90)
        found = observed_corridors(movements, series, blocs, options.min_length_km, part_of(tell, 0, 0.5))
        if found.short:
            line = tr("Corridors shorter than the least length, left out: {}, together {:.1f} km.")
            feedback.pushInfo(line.format(found.short, found.short_km))
        for name in movements.id[found.unmapped]:
            feedback.pushWarning(tr("Movement {!r}: the maps say nothing of (all of) its time.").format(name))
        findings = judged(found.corridors, series, events, blocs, options, tell=part_of(tell, 0.5, 1))
        names = {faction.id: faction.name for faction in factions}
        return self.write(findings, names, parameters, context, feedback)

"""Names of a case's tables and of their fields, defined here and nowhere else."""

from __future__ import annotations

FID, GEOM = "fid", "geom"

TERRITORIES = "territories"
DERIVED = "derived_classes"
CONTROL_MAP = "control_map"  # the view that is drawn: territories, and derived classes above them
MAPS = "maps"
FILES = "files"
IMPORT_ISSUES = "import_issues"
FACTIONS = "factions"
SETTINGS = "case_settings"
PLACES = "places"
REPORTS = "reports"
MOVEMENTS = "movements"
EVENTS = "events"

FACTION = "faction"
CLASS = "class"
# In the drawn view a territory's class is its faction's id; this is the prefix of a derived class's id.
DERIVED_PREFIX = "class:"
KIND = "kind"
FACTIONS_INVOLVED = "factions"
VALID_FROM = "valid_from"
VALID_TO = "valid_to"
# Last millisecond of the period. QGIS compares GeoPackage date-times as text and would show a territory one
# frame too long by valid_to (https://github.com/qgis/QGIS/issues/41074); by this field it does not.
SHOWN_UNTIL = "shown_until"
SOURCE = "source"
BASIS = "basis"
FILE = "file"
KNOWN_TO = "known_to"  # a month, a quarter or a year, if the start is not known to the day
AREA_KM2 = "area_km2"
FIRST, SECOND = "first_territory", "second_territory"  # the two rows that overlap in contested territory

# Front lines, pockets, and areas over time.
FIRST_FACTION, SECOND_FACTION = "faction_a", "faction_b"
LENGTH_KM, SHIFT_MEAN_KM, SHIFT_GREATEST_KM = "length_km", "shift_mean_km", "shift_greatest_km"
BLOC, SINCE, SURROUNDED_BY, ENCLOSED_SHARE = "bloc", "since", "surrounded_by", "enclosed_share"
NEAREST_KM, WOULD_JOIN, IS_LARGEST = "nearest_km", "would_join", "is_largest"
SHARE, CHANGE_KM2 = "share", "change_km2"

# Control changes and retaken territory. Holders are ids joined by "; ", "nobody" (the source says that nobody holds the
# area) or "not mapped" (no territory of the source covers it): core/control/holders.py. So are ground_before and
# ground_after of corridors, where NULL means that the movement begins, or ends, inside.
FROM_HOLDER, TO_HOLDER = "from_holder", "to_holder"
CHANGE_DATE, PREVIOUS_DATE, UNKNOWN_SINCE = "date", "previous_date", "unknown_since"
EARLIER_HELD_BY = "earlier_held_by"

NOBODY_OUTSIDE = "nobody_outside"  # setting of a case: list of the sources whose ground outside is nobody's

FINGERPRINT = "fingerprint"  # SHA-256 of a file's content and of the settings it was read with

SERIES = "series"  # the control series of a report or place; its source is a field of its own
PLACE, NAME = "place", "name"
REPORT_DATE = "report_date"
DATE_PREC, WHERE_PREC = "date_prec", "where_prec"  # of events, as UCDP GED counts: 1 is exact

LAYER = "layer"
ROW = "row"
ACTION = "action"
REASON = "reason"
ATTRIBUTES = "attributes"

KEY, VALUE = "key", "value"
IS_ASSUMED = "is_assumed"  # whether the holder in a report is an assumption: nobody reported on the place

# Basis of a row of the territories table.
PUBLISHED_MAP = "published map"
STATED_PERIOD = "stated period"
FROM_REPORTS = "derived from reports"

# Movements and corridors.
MOVEMENT, MOVER, HOST, CORRIDOR = "movement", "mover", "host", "corridor"
EVENT, SIDE_A, SIDE_B, REACH_KM = "event", "side_a", "side_b", "reach_km"
CORRIDORS, CORRIDOR_AREAS, EVIDENCE = "corridors", "corridor_areas", "corridor_evidence"
VERDICT, IS_TIMED = "verdict", "is_timed"
BEFORE, AFTER = "ground_before", "ground_after"
DEPTH_KM, NECK_KM = "depth_km", "neck_km"
UNCERTAINTY_KM, SURVIVING_KM, SURVIVES = "uncertainty_km", "surviving_km", "survives"
WIDTH_KM, TAKEN_KM2, TAKEN_SHARE = "width_km", "taken_km2", "taken_share"
CLASHES, IMPRECISE_CLASHES, STRIKES, TRANSFERS = "clashes", "imprecise", "strikes", "transfers"
NEAREST_CLASH_KM, COVERED_BY, NOT_COVERED_BY = "nearest_clash_km", "covered_by", "not_covered_by"
LOSERS, GAINED_KM2, WAY_KM, ALTERNATIVES = "losers", "gained_km2", "way_km", "alternatives"
HOST_LOST_KM2 = "host_lost_km2"  # the part of the gain behind a host that the host itself held
SURELY_WITHIN = "surely_within"  # whether an event lies within the limits wherever and whenever it happened
REACH_BASIS = "reach_basis"  # whether the reach is stated, assumed by the plugin, or set by the analyst
COVERED_SHARE = "covered_share"  # greatest share of path and days of a passage that the events of one source cover
DEEP_ATTACK_KM = "deep_attack_km"  # length of the shortest route that needs no host
OFF_MAP_KM = "off_map_km"  # length of the shortest route outside the mapped area
MAP_SOURCE, SENTENCE = "map_source", "sentence"
ROLE, DISTANCE_KM, DAYS, LABEL = "role", "distance_km", "days", "label"

# Clash events: sides as the data set spells them, factions the ids that they resolve to ("GOV; RUS").
FACTIONS_A, FACTIONS_B, IS_EXACT_DATE = "factions_a", "factions_b", "is_exact_date"
# Text of a movement: factions through whose territory its source itself reports the passage, or "yes" for any host.
PASSAGE_REPORTED = "passage_reported"
ESTIMATED_POSITIONS = "estimated_positions"  # numbers of a movement's estimated positions, from 1: "2-4, 7"
REMARK_FIELDS = "remark_fields"  # names of a movement's columns that are quoted, joined by "; "
REMARKS = "remarks"  # the quoted columns of a movement, one line each: "name: text"
ROUTE_ASSUMED = "route_assumed"  # whether positions that the path rests on are estimated, or missing
MAP_DATE, MAP_BASIS, GROUND_CHANGED = "map_date", "map_basis", "ground_changed"
ENTERS_BY_CHANGE, LEAVES_BY_CHANGE = "enters_by_change", "leaves_by_change"
ALLIED = "allied"  # periods in which mover and host are allies: "../2015-09-30; 2017-10-24/.."
ALSO_CLAIMED_BY, GAP_H = "also_claimed_by", "gap_h"
UNIDENTIFIED_CLASHES, UNKNOWN_KIND_EVENTS = "unidentified", "unknown_kind"

# Contents of the fields; those not listed here hold text.
TEXT, NUMBER, COUNT, FLAG, MOMENT = "text", "number", "count", "flag", "moment"
_HELD = {
    NUMBER: (
        LENGTH_KM, DEPTH_KM, NECK_KM, UNCERTAINTY_KM, SURVIVING_KM, WIDTH_KM, AREA_KM2, TAKEN_KM2, TAKEN_SHARE,
        NEAREST_CLASH_KM, COVERED_SHARE, GAINED_KM2, HOST_LOST_KM2, WAY_KM, DEEP_ATTACK_KM, OFF_MAP_KM, DISTANCE_KM,
        REACH_KM, GAP_H, SHIFT_MEAN_KM, SHIFT_GREATEST_KM, ENCLOSED_SHARE, NEAREST_KM, SHARE, CHANGE_KM2,
    ),
    COUNT: (
        CORRIDOR, IS_TIMED, SURVIVES, CLASHES, IMPRECISE_CLASHES, STRIKES, TRANSFERS, DAYS, UNIDENTIFIED_CLASHES,
        ENTERS_BY_CHANGE, LEAVES_BY_CHANGE, GROUND_CHANGED, SURELY_WITHIN,
        UNKNOWN_KIND_EVENTS, ROUTE_ASSUMED,
    ),
    FLAG: (WOULD_JOIN, IS_LARGEST),
    MOMENT: (VALID_FROM, VALID_TO, MAP_DATE, CHANGE_DATE, PREVIOUS_DATE, UNKNOWN_SINCE, SINCE),
}  # fmt: skip
_KIND_OF = {field: kind for kind, fields in _HELD.items() for field in fields}


def kind_of(field: str) -> str:
    """Return what a field of a layer or table holds: TEXT, NUMBER, COUNT (a whole number), FLAG or MOMENT (UTC)."""
    return _KIND_OF.get(field, TEXT)

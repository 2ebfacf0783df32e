"""What speaks for and against a corridor, as it is shown, copied and gone to."""

import numpy as np
import pytest
import shapely
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QGridLayout, QLabel

from syria_control_plugin.case.corridors import CorridorRows, Match
from syria_control_plugin.core import fields as f
from syria_control_plugin.gui.corridors.evidence import EvidenceView
from syria_control_plugin.gui.corridors.model import CorridorModel

HOSTILE = "<b>bold</b> & 'quoted'"
RECORD = {
    f.FID: 1, f.CORRIDOR: 1, f.BASIS: "observed", f.KIND: "transit", f.MOVER: "IS", f.HOST: "GOV",
    f.VERDICT: "clash reported", f.VALID_FROM: "2017-10-09T00:00:00Z", f.VALID_TO: "2017-10-10T00:00:00Z",
    f.LENGTH_KM: 12.86, f.BEFORE: "IS", f.AFTER: "nobody", f.DEPTH_KM: 5.98, f.NECK_KM: 14.03, f.UNCERTAINTY_KM: 1.0,
    f.SURVIVING_KM: 10.7, f.SURVIVES: 1, f.TAKEN_KM2: 4.0, f.TAKEN_SHARE: 0.25, f.COVERED_BY: "UCDP: 8",
    f.NOT_COVERED_BY: "ACLED", f.MOVEMENT: "M1", f.SOURCE: "Reporter", f.MAP_SOURCE: "Maps", f.SENTENCE: "It moved.",
}  # fmt: skip
INFERRED = {
    **RECORD, f.BASIS: "inferred", f.LOSERS: "OPP; SDF", f.GAINED_KM2: 653.0, f.WAY_KM: 20.0, f.ALTERNATIVES: "",
    f.DEEP_ATTACK_KM: 33.0, f.MOVEMENT: "",
}  # fmt: skip


def match(event="E1", role="clash", distance_km=2.24, days=0, label="A – B, there", source="UCDP"):
    place = shapely.Point(37.2, 35.5)
    return Match(role, distance_km, days, event, source, label, np.datetime64("2017-10-09", "s"), 0.0, "stated", place)


@pytest.fixture
def view(qgis_app):
    view = EvidenceView()
    view.resize(320, 500)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def show(view, **changed):
    record = {**RECORD, **changed} if changed.get(f.BASIS) != "inferred" else {**INFERRED, **changed}
    path = np.empty(1, object)
    model = CorridorModel(view)
    names = {"IS": "Islamic State", "GOV": "Government", "OPP": "Opposition"}
    model.show_rows(CorridorRows({name: [value] for name, value in record.items()}, path), names)
    view.show_corridor(model, 0)
    return model


def facts(view):
    grid = view.findChild(QGridLayout)
    rows = range(grid.count() // 2)
    return dict(tuple(grid.itemAtPosition(row, column).widget().text() for column in (0, 1)) for row in rows)


def event_rows(view):
    return view.events.model().rows


def test_nothing_is_shown_before_a_corridor_is_chosen(view):
    assert not view.sentence.isVisible() and not view.events.isVisible()
    assert "Choose a corridor" in view.heading.text()


def test_sentence_and_measures(view):
    show(view)
    assert view.heading.text().startswith("Islamic State through territory of Government, ")
    assert view.verdict.text() == "clash reported, transit, observed"
    assert view.sentence.text() == "It moved."
    assert facts(view) == {
        "Length": "12.9 km",
        "Depth": "at most 6.0 km from the host's border",
        "Neck": "14.0 km, smallest width of the host's territory across the path",
        "If borders are off by 1 km": "at least 10.7 km of its length remains",
        "Holder before": "Islamic State",
        "Holder after": "nobody",
        "Territory taken afterwards": "25 % of the host's territory along the path (4 km²)",
        "Covered by (events)": "UCDP: 8",
        "Not covered by": "ACLED",
        "Movement": "M1",
        "Reported by": "Reporter",
        "Territories": "Maps",
    }


def test_an_inferred_one_tells_what_it_rests_on(view):
    show(view, **{f.BASIS: "inferred"})
    found = facts(view)
    assert found["Territory gained"] == "653 km² from Opposition + SDF"
    assert found["Route length"] == "20 km outside the gain, to its farthest part"
    assert found["Alternative routes"] == "none listed"
    assert found["Deep attack"] == "33 km, only through territory of Opposition + SDF or of nobody"
    assert "Movement" not in found and "Reported by" not in found
    show(view, **{f.BASIS: "inferred", f.DEEP_ATTACK_KM: None, f.ALTERNATIVES: "SDF: 21.0 km"})
    assert "Deep attack" not in facts(view) and facts(view)["Alternative routes"] == "SDF: 21.0 km"
    show(view, **{f.BASIS: "inferred", f.OFF_MAP_KM: 12.5})
    assert facts(view)["Via unmapped area"] == "12.5 km through or along an area that is not mapped"


@pytest.mark.parametrize(
    "kind, words",
    [
        ("transit", "Islamic State through territory of Government"),
        ("entry", "Islamic State into territory of Government"),
        ("exit", "Islamic State out of territory of Government"),
        ("inside", "Islamic State inside territory of Government"),
        (None, "Islamic State in territory of Government"),
    ],
)
def test_only_a_transit_leads_through_the_territory(view, kind, words):
    model = show(view, **{f.KIND: kind})
    assert view.heading.text() == f"{words}, {model.date_label(0)}"
    assert model.summary(0).startswith(words)


def test_a_name_from_right_to_left_leaves_the_date_in_its_place(view):
    """Without the isolates the day's number goes to the other side of the name."""
    model = show(view, **{f.HOST: "حركة"})
    assert view.heading.text() == f"Islamic State through territory of \u2067حركة\u2069, {model.date_label(0)}"


def test_a_row_that_lacks_its_parties_is_told_as_one(view):
    show(view, **{f.MOVER: None, f.KIND: None, f.VERDICT: "clash reported"})
    assert view.heading.text().startswith("– in territory of Government")
    assert view.verdict.text() == "clash reported, observed"


def test_the_map_that_it_rests_on(view):
    show(view, **{f.MAP_DATE: "2017-10-08T00:00:00Z", f.MAP_BASIS: "derived from reports", f.ALSO_CLAIMED_BY: "OPP; X"})
    found = facts(view)
    assert found["Territories"].startswith("Maps, map of ") and found["Territories"].endswith(", derived from reports")
    assert found["Also claimed by"] == "Opposition + X"
    assert "Longest gap" not in found
    show(view, **{f.GAP_H: 2.5, f.MAP_DATE: "no date"})
    assert facts(view)["Longest gap"] == "2.5 h between two fixes"
    assert facts(view)["Territories"] == "Maps" and "Also claimed by" not in facts(view)


def test_what_is_not_known_is_not_said(view):
    show(view, **{f.DEPTH_KM: None, f.TAKEN_SHARE: None, f.BEFORE: None, f.COVERED_BY: "", f.SURVIVES: 0})
    found = facts(view)
    assert found["Depth"] == "at most – from the host's border" and found["Holder before"] == "–"
    assert found["Territory taken afterwards"] == "not known"
    assert found["Covered by"] == "no event source" and found["Not covered by"] == "ACLED"
    assert found["If borders are off by 1 km"] == "possibly nothing of its length remains"
    show(view, **{f.COVERED_BY: "", f.NOT_COVERED_BY: ""})
    assert facts(view)["Covered by"] == "no event data" and "Not covered by" not in facts(view)
    show(view, **{f.SENTENCE: None})
    assert not view.sentence.isVisible() and not view.copy_button.isVisible()


def test_events_come_later(view):
    show(view)
    assert view.events_note.text() == "Events are being read…" and not view.events.isVisible()
    view.show_matches([match(), match("E2", "imprecise clash", 12.0, -3), match("E3", "what", np.nan, None)])
    assert view.events_note.text() == "Events matched to the corridor: 3"
    assert event_rows(view) == [
        ("clash", "2.2", "0", "0", "A – B, there", "E1", "UCDP"),
        ("imprecise clash", "12.0", "0", "−3", "A – B, there", "E2", "UCDP"),
        ("what", "–", "0", "–", "A – B, there", "E3", "UCDP"),
    ]
    assert view.events.isVisible()
    view.show_matches([])
    assert view.events_note.text() == "No events are matched to the corridor." and not view.events.isVisible()
    view.show_matches(None, "The file has gone.")
    assert view.events_note.text() == "The file has gone."


def test_another_corridor_does_not_keep_the_events_of_the_last(view):
    show(view)
    view.show_matches([match()])
    show(view, **{f.SENTENCE: "Another."})
    assert event_rows(view) == [] and not view.events.isVisible()


def test_the_sentences_can_be_copied(view):
    show(view)
    QTest.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "It moved."
    flags = view.sentence.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_an_event_is_gone_to_by_mouse_and_keys(view):
    asked = []
    view.event_wanted.connect(lambda *which: asked.append(which))
    show(view)
    view.show_matches([match(), match("E2")])
    second = view.events.visualRect(view.events.model().index(1, 0)).center()
    QTest.mouseClick(view.events.viewport(), Qt.MouseButton.LeftButton, pos=second)
    QTest.keyClick(view.events, Qt.Key.Key_Up)
    QTest.keyClick(view.events, Qt.Key.Key_Return)
    QTest.keyClick(view.events, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [(1, False), (0, False), (0, True)]


def test_all_texts_of_data_are_shown_as_they_are(view):
    names = (f.MOVER, f.HOST, f.SENTENCE, f.BEFORE, f.COVERED_BY, f.NOT_COVERED_BY, f.SOURCE, f.MAP_SOURCE, f.VERDICT)
    show(view, **dict.fromkeys(names, HOSTILE))
    view.show_matches([match(HOSTILE, HOSTILE, label=HOSTILE, source=HOSTILE)])
    assert view.sentence.text() == HOSTILE
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
    tip = view.events.model().index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip and "&lt;b&gt;" in tip


def test_nothing_is_wider_than_the_view(view):
    show(view, **{f.SENTENCE: "word " * 200, f.COVERED_BY: "a source with quite a long name: 8; another one: 9"})
    view.show_matches([match(label="label " * 30)])
    QApplication.processEvents()
    assert view.widget().width() <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_no_text_is_cut_when_a_corridor_follows_another(view):
    many = {
        f.LOSERS: "; ".join(["OPP"] * 6),
        f.DEEP_ATTACK_KM: 5.5,
        f.OFF_MAP_KM: 5.3,
        f.MAP_BASIS: "derived from reports",
    }
    for width, sentence in ((420, "word " * 150), (420, "Short."), (320, "word " * 150), (320, "Short.")):
        view.resize(width, 500)
        show(view, **{f.BASIS: "inferred", f.SENTENCE: sentence, **many})
        view.show_matches([])
        for _ in range(3):
            QApplication.processEvents()
        shown = [label for label in view.findChildren(QLabel) if label.isVisible()]
        assert [label.text() for label in shown if label.height() < label.heightForWidth(label.width())] == []
        lowest = max(label.mapTo(view.widget(), label.rect().bottomLeft()).y() for label in shown)
        assert view.widget().height() - lowest < 3 * view.fontMetrics().height(), "no empty page below"

"""Names in the registry's languages and data sets: one key for one name, units of a force, names that are no party."""

import itertools
import json
import time
from pathlib import Path

import pytest

from syria_control_plugin.core.factions.actors import Actors, Side
from syria_control_plugin.core.factions.factions import Faction, FactionRegister, Factions
from syria_control_plugin.core.factions.names import is_no_party, name_key

RESOURCES = Path(__file__).parents[2] / "syria_control_plugin" / "resources"


@pytest.fixture(scope="module")
def registry():
    return Factions.from_records(json.loads((RESOURCES / "factions.json").read_text("utf-8")))


def side(registry, *texts):
    return Actors(registry).side(texts)


@pytest.mark.parametrize(
    ("faction_id", "names"),
    [
        (
            "IS",
            'داعش | تنظيم الدولة الإسلامية | تنظيم الدوله الاسلاميه | تنظيم "الدولة الإسلامية" | تنظيم «داعش» | '
            "ИГИЛ | «ИГ» | "
            "Исламское государство | DAIŞ | Da’ish | Islamic State in Iraq and al-Sham | دەوڵەتی ئیسلامی",
        ),
        (
            "GOV",
            "قوات النظام | الجيش العربي السوري | الجيش السوري | САА | Вооруженные силы Сирии | "
            "Вооружённые силы Сирии | "
            "Artêşa Sûriyê | ڕژێمی سووریا | Military Forces of Syria (2000-2024) | Syrian Army",
        ),
        (
            "OPP",
            "الجيش السوري الحر | هيئة تحرير الشام | فصائل المعارضة | ХТШ | Хайят Тахрир аш-Шам | "
            "Свободная сирийская армия | "
            "Artêşa Azad a Sûriyê | سوپای ئازاد | Hayʼat Tahrir al-Sham | Hayat Tahrir ash-Sham | Jabhat an-Nusra",
        ),
        (
            "SDF",
            "قسد | قوات سوريا الديمقراطية | وحدات حماية الشعب | СДС | Отряды народной самообороны | HSD | QSD | "
            "Yekîneyên Parastina Gel | هەسەدە | YPG: People’s Protection Units",
        ),
        ("TUR", "الجيش التركي | Турецкая армия | Artêşa Tirk | سوپای تورکیا | TSK"),
        ("SNA", "الجيش الوطني السوري | الفصائل الموالية لتركيا | СНА | Artêşa Niştimanî ya Sûriyê | TFSA"),
        ("RUS", "القوات الروسية | ВКС РФ | Россия | Rûsya | ڕووسیا"),
        ("HEZ", "حزب الله | Хезболла | حیزبوڵڵا | Hizballah"),
        ("IRN", "الحرس الثوري الإيراني | КСИР | ئێران | IRGC"),
        ("COA", "التحالف الدولي | Международная коалиция | Hevpeymaniya Navneteweyî | هاوپەیمانی نێودەوڵەتی"),
        ("ISR", "الجيش الإسرائيلي | ЦАХАЛ | Îsraîl"),
        ("IRQ", "القوات العراقية | Иракская армия | سوپای عێراق"),
    ],
)
def test_usual_names_in_the_languages_of_the_sources(registry, faction_id, names):
    for name in map(str.strip, names.split("|")):
        assert side(registry, name) == Side((faction_id,), (), False), name
        assert FactionRegister(registry).of_text(name).id == faction_id


def test_no_name_belongs_to_two_factions(registry):
    """Neither as it is written nor by its key, nor as a unit of another faction."""
    keys = {faction.id: {name_key(name) for name in faction.spellings} for faction in registry}
    for one, other in itertools.combinations(keys, 2):
        assert keys[one] & keys[other] == set()
    for faction in registry:
        for name in faction.spellings:
            assert side(registry, name) == Side((faction.id,), (), False), name
            assert not is_no_party(name)


@pytest.mark.parametrize(
    "name",
    [
        "PKK",
        "al-Qaida",
        "Aknaf Bait al-Maqdis",
        "Peshmerga",
        "Hashd al-Shaabi",
        "كتائب حزب الله",
        "Wagner Group",
        "Army",
        "Military Forces of Syria (2024-)",
        "Syrian Interim Government",
        "Kurds",
        "قوات",
        "National Front for Liberation",
        "Unidentified Armed Group (Syria)",
        "Боевики",
        "ISI",
        "HT",
    ],
)
def test_names_that_are_not_surely_a_faction_stay_unknown(registry, name):
    assert side(registry, name) == Side((), (name,), False)
    assert FactionRegister(registry).of_text(name).id == name


@pytest.mark.parametrize(
    ("spellings", "other"),
    [
        (["Hay'at", "Hay’at", "Hayʼat", "HAY‘AT", " hay`at "], "Hayat"),
        (["الدولة", "الدوله", "الدَّولة", "الـدولة", "\u202bالدولة\u202c"], "دولة"),
        (["أحرار", "احرار", "إحرار"], "حرار"),
        (["ИГ", "«ИГ»", '"ИГ"', "„иг“"], "И Г"),
        (["كوردی", "کوردي"], "کورد"),
        (["вооружённые", "Вооруженные"], "вооруженный"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings, other):
    assert len({name_key(each) for each in spellings}) == 1
    assert name_key(other) != name_key(spellings[0])


@pytest.mark.parametrize("text", ["--", '""', "\u200b", "«»", "\u064b"])
def test_only_blank_text_has_an_empty_key(text):
    assert name_key(text) != ""
    assert name_key(" \n") == ""


UNITS = [
    ("Syrian Army (4th Division)", "GOV"),
    ("Syrian Army(4th Division)", "GOV"),
    ("GOV (Republican Guard, 104th Brigade)", "GOV"),
    ("HTS (Red Bands)", "OPP"),
    ("Military Forces of Syria (2000-) 4th Division", "GOV"),
    ("Military Forces of Syria (2000-2024) Desert Hawks Brigade", "GOV"),
    ("الجيش السوري (الفرقة الرابعة)", "GOV"),
    ("هيئة تحرير الشام (العصائب الحمراء)", "OPP"),
    ("Сирийская армия (4-я дивизия)", "GOV"),
    ("Islamic State (Wilayat Halab)", "IS"),
    ("Syrian Arab Army (SAA)", "GOV"),
    ("SDF (YPJ)", "SDF"),
    ("YPG: Peoples Protection Units - Anti-Terror Unit", "SDF"),
]


@pytest.mark.parametrize(("text", "faction_id"), UNITS)
def test_a_unit_in_brackets_is_of_its_force(registry, text, faction_id):
    assert side(registry, text) == Side((faction_id,), (), False)
    assert FactionRegister(registry).of_text(text).id == faction_id  # of a holder or mover too


@pytest.mark.parametrize(
    "text",
    [
        "HTS (alleged)",
        "GOV (formerly OPP)",
        "SAA (alleged 4th Division)",
        "HTS (unconfirmed)",
        "HTS (?)",
        "GOV (5th Corps?)",
        "Turkey (Syrian National Army)",
        "Iran (Hezbollah Brigades)",
        "GOV (brigade of the Free Syrian Army)",
        "HTS (x)",
        "GOV (4th Division or HTS)",
        "GOV (defected brigade)",
        "SDF (brigade allied with GOV)",
        "IS (داعش فرقة قوات النظام)",
        "الجيش السوري (فرقة منشقة)",
        "САА (бывшая бригада)",
        "HTS (Red Bands) (alleged)",
        "Foo (4th Division)",
        "Military Forces of Syria (2000-2024) alleged",
        "Military Forces of Syria (2000-2024) HTS defectors",
        "Military Forces of Syria (2024-) 4th Division",
        "RUS (Wagner Group)",
        "HTS ()",
        "(4th Division)",
    ],
)
def test_another_faction_or_a_doubt_in_brackets_leaves_a_name_unknown(registry, text):
    assert side(registry, text) == Side((), (text,), False)
    assert FactionRegister(registry).of_text(text).id == text


@pytest.mark.parametrize("text", ["HTS (" + "brigade " * 3000 + ")", "HTS" + " " * 200_000 + "(x", "HTS (" * 5000])
def test_long_texts_are_no_units_and_take_no_time(registry, text):
    begin = time.perf_counter()
    assert FactionRegister(registry).of_text(text).id not in registry
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize("text", ["Rahman Corps - “Abu al-Joud al-Arbini” faction", "HTS – X Faction"])
def test_a_group_that_left_another_one_is_not_that_one(registry, text):
    assert side(registry, text) == Side((), (text,), False)
    assert side(registry, f"{text}; IS").factions == ("IS",)
    assert side(registry, "Rahman Corps - IS").factions == ("OPP", "IS")


def test_an_exact_name_comes_before_a_unit(registry):
    own = Factions([*registry, Faction("4D", "Fourth Division", ("Syrian Army (4th Division)",))])
    assert side(own, "Syrian Army (4th Division)").factions == ("4D",)


@pytest.mark.parametrize(
    "name",
    [
        "Civilians",
        "civilian",
        "Civilians (Syria)",
        "Protesters (Iraq)",
        "Rioters (International)",
        "Women and children",
        "IDPs",
        "White Helmets",
        "مدنيون",
        "المدنيين",
        "مدنيون (سوريا)",
        "متظاهرون",
        "الأهالي",
        "الاهالي",
        "نازحون",
        "أطفال",
        "Мирные жители",
        "Гражданские лица",
        "Протестующие",
        "заключенные",
        "Sivîl",
        "Xwepêşander",
        "Welatiyên sivîl",
        "مەدەنی",
        "هاووڵاتیان",
        "خۆپیشاندەران",
        "siviller",
    ],
)
def test_people_who_are_no_party(registry, name):
    assert side(registry, name) == Side((), (), False, (name,))


@pytest.mark.parametrize(
    "name",
    [
        "Civilians (armed)",
        "Civilians (HTS)",
        "Protesters (gunmen)",
        "Armed civilians",
        "Civilian militia",
        "Civilians ()",
        "Unidentified Armed Group (Syria)",
        "مسلحون",
        "مدنيون مسلحون",
        "Militants",
        "Tribal fighters",
        "Children Brigade",
        "?",
    ],
)
def test_armed_or_unidentified_people_may_be_a_party(registry, name):
    assert not is_no_party(name)


def test_a_faction_of_which_only_a_name_is_known_could_be_any(registry):
    """Territory that names it makes it a faction, not a known one; a name, an alias or a bloc does."""
    register = FactionRegister(registry)
    new = register.of_text("Liwa X")
    assert not new.is_known and all(faction.is_known for faction in registry)
    assert side(register.factions, "Liwa X") == Side(("Liwa X",), ("Liwa X",), False)
    assert "Liwa X" not in register.factions.names and register.factions.names["IS"] == "ISIS"
    for more in ({"name": "The Brigade"}, {"aliases": ("LX",)}, {"bloc": "OPP"}):
        register.put(Faction(**{"id": "Liwa X", "name": "Liwa X", **more}))
        assert side(register.factions, "Liwa X") == Side(("Liwa X",), (), False)


def test_no_parties_in_combined_sides(registry):
    assert side(registry, "Civilians and Protesters") == Side((), (), True, ("Civilians", "Protesters"))
    assert side(registry, "HTS; مدنيون") == Side(("OPP",), (), True, ("مدنيون",))
    assert side(registry, "Civilians, Foo") == Side((), ("Foo",), True, ("Civilians",))

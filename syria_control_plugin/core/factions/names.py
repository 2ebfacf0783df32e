"""Names of parties as data sets write them: compared, with units of a force, and names that are no party."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

# Control characters and lone surrogates count as white space: XML, SQLite and UTF-8 cannot hold them.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_SEPARATORS = re.compile(r"[\s_\-\u2010-\u2015]+")


def normalised(text: str) -> str:
    """Return the form in which names are compared.

    NFKC, case folded, with every run of white space, underscores and hyphens made one space, and none at the ends. Text
    that consists of separators only ("--") keeps them, so that it differs from no text: only blank text gives "".
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    tidy = tidied(folded)
    return _SEPARATORS.sub(" ", tidy).strip() or tidy


# Spellings of one name: apostrophes, letters of Arabic that writers interchange, those of Persian keyboards, Russian ё.
# Left out are quotation marks, Arabic vowel signs, and marks without width, such as those of the writing direction.
_SPELLINGS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u02be\u02bf\u0060\u00b4\u02b9"), "'"),
    **dict.fromkeys(map(ord, "\u0623\u0625\u0622\u0671"), "\u0627"),
    **dict.fromkeys(map(ord, "\u06cc\u0649"), "\u064a"),
    **{0x06A9: "\u0643", 0x0629: "\u0647", 0x0451: "\u0435"},
    **dict.fromkeys([*map(ord, '"\u201c\u201d\u201e\u00ab\u00bb'), 0x0640, 0x0670, *range(0x064B, 0x0653)]),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]),
}


def name_key(text: str) -> str:
    """Return the form in which names of factions are compared: ``normalised``, with the spellings of a name as one.

    Text of which nothing is left keeps its marks, so that only blank text gives "".
    """
    plain = normalised(text)
    return _SEPARATORS.sub(" ", plain.translate(_SPELLINGS)).strip() or plain


def tidied(text: str) -> str:
    """Return the text with every run of white space and control characters made one space, and none at the ends."""
    return _BLANKS.sub(" ", text).strip()


# ACLED's forms of an actor with its acronym, "TIP: Turkistan Islamic Party", and of a unit: "Military Forces of Syria
# (2000-2024) Air Force", "YPG: Peoples Protection Units - Anti-Terror Unit".
_ACRONYM = re.compile(r"\w[\w-]*: (\S.*)")
_UNIT = r"(?P<unit>(?:(?! (?:[-\u2010-\u2015&]|and) )[^;,\u061b\u060c()])+)"
_UNITS = tuple(re.compile(form + _UNIT) for form in (r"(.+?\(\d{4}-(?:\d{4})?\)) ", r"(\w[\w-]*: .+?) - "))
# A text in brackets after a name is a unit of it if it has a word of the first list and none of the second, which cast
# doubt on the actor or relate it to another one. These are beginnings of words, as ``name_key`` gives them; those that
# end in "_" are whole words.
_UNIT_WORDS = """
    division brigade regiment battalion corps compan squadron platoon band_ bands_ unit_ units_ wing air_force navy
    artillery commando special_forces special_mission special_operations military_police military_intelligence
    military_council wilaya republican_guard katiba liwa firqa فرقه لواء الويه كتيبه كتائب فوج فيلق سريه وحده وحدات
    عصائب العصائب ولايه الحرس الفرقه اللواء الفوج الكتيبه القوات_الخاصه القوات_الجويه سلاح_الجو дивизи бригад полк_
    полка_ батальон корпус рота_ роты_ отряд спецназ lîwa tabûr yekîne tugay tümen alay لیوا تیپ یەکە فیرقە
""".replace("ی", "ي").replace("ک", "ك")
_DOUBT_WORDS = """
    alleg possib probab presum suspect unconfirm uncertain unclear unknown unidentif disput former ex_ old_ defect
    deserter splinter breakaway dissident rogue mutin against vs_ versus_ oppos or_ not_ non_ no_ posing disguis
    claim reported maybe perhaps likely pro_ align affiliat allied ally_ allies backed support loyal link captur
    surrender reconcil with_ by_ from_ foreign مزعوم محتمل مشتبه سابق منشق ضد_ غير_ مجهول او_ موالي موال_ مدعوم ربما
    من_ предполож возмож вероятн подозр бывш экс дезертир перебеж неизвестн против или_ не_ поддерж союз berê_ dijî
    gumanbar eski_ karşı
"""


def _words(listed: str) -> re.Pattern[str]:
    words = (
        re.escape(word.removesuffix("_").replace("_", " ")) + r"\b" * word.endswith("_") for word in listed.split()
    )
    return re.compile(rf"\b(?:{'|'.join(words)})")


_UNIT_WORD, _DOUBT = _words(_UNIT_WORDS), _words(_DOUBT_WORDS)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_LONGEST_NAME, _MOST_UNIT_WORDS = 500, 20  # longer texts are not names

_Found = TypeVar("_Found")


def with_unit(name: str, resolve: Callable[[str], _Found | None]) -> _Found | None:
    """Return the faction of which a text is a name, or names a unit; None for any other text.

    resolve  returns the faction of which a text is the id, a name or an alias

    Nothing is guessed. A text becomes a faction only by these forms, in which ACLED and others write names:

    - an acronym may stand before the name: "TIP: Turkistan Islamic Party"; the acronym alone decides nothing
    - text after the years in brackets is a unit: "Military Forces of Syria (2000-2024) Air Force"
    - text after " - " in a name with an acronym is a unit too: "YPG: Peoples Protection Units - Anti-Terror Unit"
    - text in brackets at the end is another name of the same faction, "Syrian Arab Army (SAA)", or a unit, if it has a
      word for one: "HTS (Red Bands)", "Syrian Army (4th Division)"

    Text that names another faction, "(formerly OPP)", or has a word of doubt, "(alleged)", is not a unit. Years count:
    "(2000-2024)" and "(2024-)" are two governments.
    """

    def known(text: str) -> _Found | None:
        bare = _ACRONYM.fullmatch(text)
        return resolve(text) or (resolve(bare[1]) if bare else None)

    faction = known(name)
    name = tidied(name)[: _LONGEST_NAME + 1]
    if faction is not None or len(name) > _LONGEST_NAME:
        return faction
    parts = next(filter(None, (form.fullmatch(name) for form in (*_UNITS, _IN_BRACKETS))), None)
    faction = known(parts[1]) if parts else None
    if parts is None or faction is None:
        return None
    unit = name_key(parts[2])
    if parts.re is _IN_BRACKETS:
        if known(parts[2]) == faction:
            return faction
        if not _UNIT_WORD.search(unit):
            return None
    words = unit.split(" ")
    if "?" in unit or _DOUBT.search(unit) or len(words) > _MOST_UNIT_WORDS:
        return None
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return faction if all(each in (None, faction) for each in map(resolve, runs)) else None


# People who take no part as a party, as data sets name them (ACLED: "Civilians (Syria)", "Protesters (Syria)"; UCDP
# GED: "Civilians"), and rescuers. Armed or unidentified people are not among them: they may belong to any party.
_NO_PARTIES = frozenset(
    name_key(name)
    for name in """
    civilian, civilians, unarmed civilians, civilian population, residents, local residents, inhabitants, protester,
    protesters, protestor, protestors, demonstrator, demonstrators, rioters, peaceful protesters, journalist,
    journalists, media workers, refugee, refugees, displaced people, displaced persons, internally displaced
    persons, IDPs, farmer, farmers, shepherd, shepherds, health workers, medical workers, medics, paramedics,
    doctors, aid workers, humanitarian workers, teachers, students, prisoners, detainees, women, children, women and
    children, fishers, fishermen, labour group, labor group, lawyers, christian group, muslim group, white helmets,
    syria civil defence, syrian civil defence, syria civil defense, syrian civil defense, red crescent, syrian arab
    red crescent, مدني, مدنيون, مدنيين, المدنيون, المدنيين, مدنيات, السكان المدنيون, السكان, سكان محليون, السكان
    المحليون, أهالي, الأهالي, متظاهر, متظاهرون, متظاهرين, المتظاهرون, المتظاهرين, محتجون, محتجين, المحتجون,
    المحتجين, نازحون, نازحين, النازحون, النازحين, لاجئون, لاجئين, اللاجئون, اللاجئين, صحفي, صحفيون, صحفيين, صحافيون,
    إعلاميون, مزارعون, مزارعين, رعاة, نساء, أطفال, نساء وأطفال, طلاب, معلمون, مسعفون, أطباء, عمال إغاثة, معتقلون,
    معتقلين, سجناء, الدفاع المدني, الدفاع المدني السوري, الخوذ البيضاء, الهلال الأحمر, الهلال الأحمر العربي السوري,
    гражданский, гражданские, гражданские лица, гражданское население, мирные жители, мирный житель, мирное
    население, мирные граждане, местные жители, протестующие, демонстранты, митингующие, беженцы, вынужденные
    переселенцы, журналист, журналисты, фермеры, крестьяне, медики, врачи, учителя, студенты, женщины, дети, женщины
    и дети, заключённые, белые каски, гражданская оборона Сирии, sivîl, sivîlan, welatî, welatiyên sivîl,
    xwepêşander, xwepêşanderan, koçber, koçberan, penaber, penaberan, rojnamevan, rojnamevanan, cotkar, cotkaran,
    jin, zarok, jin û zarok, xwendekar, girtî, مەدەنی, مەدەنییەکان, خەڵکی مەدەنی, هاووڵاتی, هاووڵاتیان, هاووڵاتییان,
    هاووڵاتیانی مەدەنی, خۆپیشاندەر, خۆپیشاندەران, پەنابەر, پەنابەران, ئاوارە, ئاوارەکان, ڕۆژنامەنووس, ڕۆژنامەنووسان,
    جووتیار, جووتیاران, ژنان, منداڵان, ژن و منداڵ, sivil, siviller, sivil halk, protestocular, göstericiler,
    mülteciler, gazeteciler
""".split(",")
)
# The countries that ACLED adds in brackets; another text there, such as "armed", may change the meaning.
_COUNTRIES = frozenset(
    name_key(name)
    for name in """
    Syria, Iraq, Turkey, Türkiye, Lebanon, Jordan, Israel, Palestine, Iran, Russia, Egypt, Saudi Arabia, Yemen,
    Libya, Kuwait, Afghanistan, Pakistan, United States, United Kingdom, France, Germany, International, سوريا,
    سورية, العراق, تركيا, لبنان, الأردن, إسرائيل, فلسطين, Сирия, Ирак, Турция, Ливан, Sûriye, Sûriyê, Iraq, Tirkiye,
    سووریا, سوریا, عێراق, Suriye, Irak
""".split(",")
)


def is_no_party(name: str) -> bool:
    """Return whether a name is known to mean no party, alone or with a country in brackets, as ACLED adds it."""
    bracket = _IN_BRACKETS.fullmatch(name)
    if bracket and name_key(bracket[2]) in _COUNTRIES:
        name = bracket[1]
    return name_key(name) in _NO_PARTIES

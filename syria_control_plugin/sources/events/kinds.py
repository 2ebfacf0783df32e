"""Kind of an event from the words of its data set, in Arabic, English, Russian, Kurdish and Turkish."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from ...core.corridors.events import FIGHT, KINDS, OTHER, STRIKE, TRANSFER, UNKNOWN
from ...core.errors import SourceError
from ...core.factions.names import normalised
from ...core.messages import Message

_LONGEST = 200  # a longer text is a description of the event, not its kind
_ATTACK, _DOUBT, _IGNORED, _NEGATION = "attack", "doubt", "ignored", "negation"
# Words and phrases of a kind; * stands for any ending. A word that is as often used of a raid, an arrest or an air
# strike as of a ground fight is an _ATTACK, which alone is of unknown kind.
_WORDS = {
    FIGHT: """
        clash, clashes, clashed, clashing, fight, fights, fighting, fought, infighting, firefight, firefights, gunfight,
        gunfights, battle, battles, battled, battling, gunbattle, gunbattles, combat, combats, skirmish*, ambush*,
        shootout, shootouts, shoot out, exchange of fire, exchanges of fire, exchange of gunfire, crossfire, assault,
        assaults, offensive, offensives, counteroffensive*, ground attack, ground attacks, infantry attack*,
        اشتباك*, اشتبك*, معركة, معارك, معركتان, قتال, اقتتال*, مناوشة, مناوشات, كمين, كمائن, تبادل إطلاق نار,
        تبادل إطلاق النار, تبادل لإطلاق النار, مواجهات مسلحة, مواجهة مسلحة, هجوم بري,
        бой, боя, бою, боем, бои, боев, боям, боями, боях, боевые действия, боевых действий, боестолкновен*,
        столкновен*, сражен*, стычк*, стычек, перестрелк*, перестрелок, засад*, штурм, штурма, штурмы, наступлен*,
        контрнаступлен*, обмен огнем,
        şer, şerê, şeran, pevçûn*, lihevketin*, ceng, cenga, kemîn*, شەڕ, شەڕوپێکدادان, پێکدادان*, بۆسە,
        çatışma*, muharebe*, pusu, pusuya, pusular
    """,
    STRIKE: """
        strike, strikes, airstrike*, air raid*, air attack*, air bombardment*, drone*, uav, uavs, shell, shells,
        shelling*, shelled, bomb, bombs, bombing*, bombed, bombardment*, artillery, mortar*, rocket*, missile*,
        explosion*, explosive*, blast, blasts, detonation*, ied, ieds, vbied*, svbied*, mine, mines, landmine*,
        grenade*, remote violence, chemical weapon*,
        قصف*, غارة, غارات, ضربة, ضربات, قذيفة, قذائف, صاروخ*, صواريخ, مدفعي*, هاون, انفجار*, تفجير*, عبوة ناسفة,
        عبوات ناسفة, لغم, ألغام, برميل متفجر, براميل متفجرة, مفخخة, مفخخات, طائرة مسيرة, طائرات مسيرة,
        удар, удара, ударом, удары, ударов, авиаудар*, артудар*, обстрел*, артобстрел*, бомбардиров*, бомбежк*, бомба,
        бомбы, артиллер*, миномет*, ракет*, взрыв, взрыва, взрывы, взрывов, подрыв, подрыва, подрывы, мина, мины,
        дрон*, беспилотн*, бпла, сву,
        topbaran*, bombebaran*, bombaran*, bombebarankirin*, teqîn*, mûşek*, êrîşa asmanî, êrîşên asmanî, êrîşa hewayî,
        êrîşên hewayî, بۆردومان*, بۆمباران*, تۆپباران*, تەقینەوە*, مووشەک*, درۆن*,
        bombardıman*, hava saldırısı, hava saldırıları, top atışı, top atışları, patlama*, roket*, füze*, havan, dron*
    """,
    TRANSFER: """
        transfer*, handover*, hand over, handed over, withdrawal*, withdrew, pullout, pull out,
        تسليم, انسحاب*, передач*, отвод, вывод, vekişîn*, radestkirin*, radest kirin, کشانەوە*, çekilme*
    """,
    OTHER: """
        other, others, protest*, demonstration*, demonstrator*, riot*, rally, rallies, general strike*, hunger strike*,
        labour strike*, labor strike*, arrest*, detention*, detain*, abduct*, kidnap*, hostage*, prisoner*, body,
        bodies, loot*, agreement*, ceasefire*, cease fire*, truce*, negotiation*, meeting*, talks, election*,
        statement*, humanitarian, aid, displace*, evacuat*, accident*, civilian*, headquarters, defection*, recruit*,
        wedding*, funeral*, population, mine clearance, strategic development*,
        احتجاج*, مظاهرة, مظاهرات, تظاهر*, اعتصام*, إضراب*, اعتقال*, خطف, اختطاف*, اتفاق*, هدنة, وقف إطلاق نار,
        وقف إطلاق النار, مفاوضات, أسرى, جثث, جثامين, مدنيين, مدنيون, نزوح, تهجير, مساعدات, انتخابات, نزع ألغام,
        نزع الألغام, إزالة ألغام, إزالة الألغام,
        протест*, демонстрац*, митинг*, беспорядк*, арест*, задержан*, похищен*, перемири*, прекращени* огня,
        переговор*, соглашен*, пленн*, гуманитарн*, эвакуац*, гражданск*, мирн*, разминирован*,
        xwepêşandan*, revandin*, agirbest*, خۆپیشاندان*, ئاگربەست*, ڕفاندن*,
        protesto*, gösteri*, gözaltı*, tutuklama*, ateşkes*, kaçırma*
    """,
    _ATTACK: """
        attack, attacks, attacked, attacking, attacker*, raid, raids, raided, raiding, storm*, incursion*, infiltrat*,
        siege*, besieg*, gunfire, shooting*, هجوم*, هجمات, اقتحام*, مداهم*, تسلل*, حصار*, атак*, нападен*, рейд*,
        осад*, êrîş*, هێرش*, saldırı*, baskın*
    """,
    _DOUBT: """
        alleg*, possib*, potential*, presum*, suspect*, unconfirm*, unverif*, rumor*, rumour*, planned, attempt*,
        cessation*, end, ended, ending, stop*, halt*, lull, absence, avoid*, threat*,
        training*, exercise*, drill*, test, tests, violation*, breach*, foiled, prevented, thwarted, averted, defused,
        dismantled, seizure*, sexual, air assault*, anniversar*, shot down, محتمل*, مزعوم*, مفترض*, وقف,
        توقف*, انتهاء, عدم, فض اشتباك*, فض الاشتباك*, خط الاشتباك, خطوط الاشتباك, تهديد*, خرق*, خروقات, تدريب*,
        مناورة, مناورات, предполаг*, предполож*, возможн*, вероятн*, неподтвержд*, прекращен*, окончан*, попытк*,
        угроз*, нарушен*, учени*, rawestan*, çatışmasız*, olası, iddia*
    """,
    _IGNORED: """
        combat aircraft, combat jet*, combat plane*, combat helicopter*, combat drone*, combat vehicle*, combat zone*,
        боевой техник*, population exchange*
    """,
    _NEGATION: """
        no, not, non, without, sans, pas, aucun, aucune, kein, keine, ohne, بدون, دون, بلا, без, не, нет, bê, بێ, yok
    """,
}
_MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_LETTERS = str.maketrans("أإآٱىئیېکةهۀؤёı", "اااايييي" + "كههه" + "وеi")
_ARTICLES = "(?:[وفبكل]?ال|لل|[وفبكل])?"
# A list of kinds; in Arabic "and" is a letter before the next word, which وجود ("existence") begins with by itself.
_LISTS = re.compile(r"[,;+&|\n،؛]|\b(?:and|и|û|و|ve)\b| (?=و(?!جود\b)\w)")


def kind_of(text: str) -> str:
    """Return the kind of event that a text names: one of KINDS, UNKNOWN if its words do not decide.

    Words are compared without their endings and, in Arabic, without article and prefix. In a list ("clashes, shelling")
    a fight counts, unless the list also names what is no violence of armed parties ("protest and clashes"): then, and
    if words of one kind qualify those of another ("artillery battle", "no fighting", "attack on headquarters"), or cast
    doubt on it ("possible clash"), the kind is unknown.
    """
    if len(text) > _LONGEST or "?" in text or "\u061f" in text:
        return UNKNOWN
    text = normalised(text)
    kinds = {_kind_of_part(words) for words in map(_folded, _LISTS.split(text)) if words}
    if FIGHT in kinds:
        return UNKNOWN if OTHER in kinds else FIGHT
    return next((kind for kind in (UNKNOWN, STRIKE, OTHER, TRANSFER) if kind in kinds), UNKNOWN)


def checked_kinds(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the user's mapping, text of the data set → kind, with its texts normalised.

    Raises SourceError for a blank text, a kind that is not one of KINDS, or a text with two kinds.
    """
    kinds: dict[str, str] = {}
    for text, kind in pairs:
        name, kind = normalised(text), normalised(kind)
        if not name:
            raise SourceError(Message("The mapping of kinds has a row without a kind of the table."))
        if kind not in KINDS:
            raise SourceError(
                Message("The kind {!r:.60} is mapped to {!r:.60}. Choose one of {}.", text, kind, ", ".join(KINDS))
            )
        if kinds.setdefault(name, kind) != kind:
            raise SourceError(Message("The kind {!r:.60} is mapped to both {} and {}.", text, kinds[name], kind))
    return kinds


def kinds_of(texts: Iterable[str], mapped: Mapping[str, str]) -> list[str]:
    """Return the kind of each text: as the user mapped it (``checked_kinds``), else as its words say."""
    known: dict[str, str] = {}
    return [
        known[text] if text in known else known.setdefault(text, mapped.get(normalised(text)) or kind_of(text))
        for text in texts
    ]


def unknown_kinds(texts: Iterable[str], kinds: Iterable[str]) -> list[Message]:
    """Return a sentence on each text whose kind is UNKNOWN, with the number of its rows, the most frequent first."""
    counts = Counter(text for text, kind in zip(texts, kinds) if kind == UNKNOWN)
    return [
        Message("Kind {!r:.100}: {} rows, not known; such an event could be a fight.", text, count)
        if text
        else Message("Rows without a kind: {}; such an event could be a fight.", count)
        for text, count in counts.most_common()
    ]


def _kind_of_part(words: str) -> str:
    """Return the kind that a text of folded words, each between blanks, names as a whole."""
    kinds = set()
    for kind, pattern in _PATTERNS:
        shortened = pattern.sub(" ", words)
        if shortened != words:
            kinds.add(kind)
            words = shortened
    if _NEGATION in kinds:
        kinds -= {FIGHT, STRIKE}
    kinds -= {_NEGATION, _IGNORED}
    if _DOUBT in kinds or (FIGHT in kinds and len(kinds) > 1) or (_ATTACK in kinds and kinds & {OTHER, TRANSFER}):
        return UNKNOWN
    return next((kind for kind in (FIGHT, STRIKE, OTHER, TRANSFER) if kind in kinds), UNKNOWN)


def _folded(text: str) -> str:
    """Return the words of a text between blanks, "" if it has none; spellings of one letter are made one."""
    text = _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_LETTERS)
    words = re.findall(r"[^\W_]+", text)
    return f" {' '.join(words)} " if words else ""


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return kind → its pattern, phrases first, so that "air raid" is not read as a raid, or "hunger strike" as one."""
    patterns = []
    for is_phrase in (True, False):
        for kind in (_IGNORED, _DOUBT, OTHER, FIGHT, STRIKE, TRANSFER, _ATTACK, _NEGATION):
            entries = [entry.strip() for entry in _WORDS[kind].split(",")]
            stems = [_stem(entry) for entry in entries if (" " in entry) == is_phrase]
            if stems:
                patterns.append((kind, re.compile(rf"(?<= ){_ARTICLES}(?:{'|'.join(stems)})(?= )")))
    return patterns


def _stem(entry: str) -> str:
    return " ".join(_folded(word).strip() + r"\w*" * word.endswith("*") for word in entry.split())


_PATTERNS = _patterns()

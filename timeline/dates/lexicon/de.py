"""German words. Keys are `KIND value`, see `timeline.dates.tokens.KINDS`; entries are separated by bars."""

from __future__ import annotations

from typing import Final

from timeline.dates.lexicon.forms import declined, table

ORDINAL_SUFFIXES: Final = "te ten ter tes e er en"

_ORDINALS: Final = {
    1: declined("de", "erst"), 2: declined("de", "zweit"), 3: declined("de", "dritt"), 4: declined("de", "viert"), 5: declined("de", "fünft"),
    6: declined("de", "sechst"), 7: declined("de", "siebt", "siebent"), 8: declined("de", "acht"), 9: declined("de", "neunt"),
    10: declined("de", "zehnt"), 11: declined("de", "elft"), 12: declined("de", "zwölft"), 13: declined("de", "dreizehnt"),
    14: declined("de", "vierzehnt"), 15: declined("de", "fünfzehnt"), 16: declined("de", "sechzehnt"), 17: declined("de", "siebzehnt"),
    18: declined("de", "achtzehnt"), 19: declined("de", "neunzehnt"), 20: declined("de", "zwanzigst"), 21: declined("de", "einundzwanzigst"),
    22: declined("de", "zweiundzwanzigst"), 23: declined("de", "dreiundzwanzigst"), 24: declined("de", "vierundzwanzigst"),
    25: declined("de", "fünfundzwanzigst"), 26: declined("de", "sechsundzwanzigst"), 27: declined("de", "siebenundzwanzigst"),
    28: declined("de", "achtundzwanzigst"), 29: declined("de", "neunundzwanzigst"), 30: declined("de", "dreißigst"),
    31: declined("de", "einunddreißigst"),
}  # fmt: skip

_NUMBERS: Final = {
    1: "eins", 2: "zwei|zwo|zweier", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun", 10: "zehn", 11: "elf", 12: "zwölf",
    13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 20: "zwanzig", 30: "dreißig", 24: "vierundzwanzig",
}  # fmt: skip

_WEEKDAYS: Final = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag")
_PARTS: Final = {
    "PART morning": "morgen vormittag früh", "PART midday": "mittag", "PART afternoon": "nachmittag", "PART evening": "abend",
    "PART night": "nacht",
}  # fmt: skip


def _compounds() -> dict[str, str]:
    """Weekdays written in one word with a part of the day, such as "Montagabend"."""
    return {
        f"WEEKDAY {number} + {part}": "|".join(
            name + ending
            for name in names.split("|")
            for word in words.split()
            for ending in (word, word + "s")
        )
        for number, names in enumerate(_WEEKDAYS)
        for part, words in _PARTS.items()
    }


WORDS: Final[dict[str, str]] = {
    "DROP": "so|der|die|das|den|dem|des|am|an|genau|erst|schon|noch|ortszeit|uhr ortszeit|lokaler zeit|gegen ende des tages|datum|n chr",
    "MONTH 1": "jänner", "MONTH 2": "feber", "MONTH 3": "maerz", "WEEKDAY 5": "sonnabend|sonnabends",
    "WEEKDAY 0": "montags", "WEEKDAY 6": "sonntags",
    **table("NUM", _NUMBERS), **table("ORD", _ORDINALS), **_compounds(),
    "A 1": "ein|eine|einem|einen|einer|eines", "FEW 3": "einige|einigen|mehrere|mehreren|wenige|wenigen|ein paar|paar",
    "UNIT second": "sekunde|sekunden", "UNIT minute": "minute|minuten", "UNIT hour": "stunde|stunden", "OCLOCK hour": "uhr|h",
    "DAYWORD day": "tag|tages|tage|tagen|tags", "UNIT week": "woche|wochen", "UNIT weekend": "wochenende|wochenendes|wochenenden",
    "UNIT month": "monat|monats|monate|monaten", "QUARTERWORD quarter": "quartal|quartals|quartale|quartalen", "UNIT half": "halbjahr|halbjahres",
    "YEARWORD year": "jahr|jahres|jahre|jahren|jahrs", "UNIT decade": "jahrzehnt|jahrzehnts|jahrzehnte|jahrzehnten",
    "UNIT century": "jahrhundert|jahrhunderts|jahrhunderte|jahrhunderten",
    "PART early-morning": "früher morgen|frühen morgen|am frühen morgen|frühmorgens|vor tagesanbruch|vor dem morgengrauen|in den frühen morgenstunden"
    "|frühen morgenstunden|in der frühe|vor sonnenaufgang",
    "PART dawn": "morgengrauen|tagesanbruch|sonnenaufgang", "PART morning": "morgen des|morgen vom|früh|am morgen|morgens|vormittag|am vormittag|vormittags|morgenstunden",
    "PART midday": "mittagszeit", "PART afternoon": "nachmittag|am nachmittag|nachmittags|nachmittages", "PART late-afternoon": "am späten nachmittag|späten nachmittag",
    "PART evening": "abend|am abend|abends|abendstunden", "PART early-evening": "am frühen abend|frühen abend", "PART late-evening": "am späten abend|späten abend|spätabends|spät abends",
    "PART night": "nacht|in der nacht|nachts", "NOON noon": "mittag|mittags|am mittag", "NOON midnight": "mitternacht|um mitternacht",
    "NIGHT to": "nacht auf|in der nacht auf|nacht zu|nacht zum|in der nacht zum|nacht auf den|in der nacht auf den|in der nacht zu",
    "TONIGHT -1": "letzte nacht|vergangene nacht|gestern nacht|in der vergangenen nacht|in der letzten nacht", "DAYS 0 + PART night-hours": "heute nacht",
    "DAYS 0": "heute|heutigen tag|heutiger tag", "DAYS -1": "gestern", "DAYS 1": "morgen", "DAYS -2": "vorgestern", "DAYS 2": "übermorgen",
    "DAYS -3": "vorvorgestern", "DAYS 1 + PART morning": "morgen früh", "DAYS -1 + PART morning": "gestern morgen|gestern früh",
    "DAYS 0 + PART morning": "heute morgen|heute früh",
    "SEASON 1": "frühling|frühjahr|frühlings|frühjahrs", "SEASON 2": "sommer|sommers", "SEASON 3": "herbst|herbstes", "SEASON 4": "winter|winters",
    "LAST last": declined("de", "letzt", "vergangen", "vorig", "verflossen"), "THIS this": "dieser|diese|dieses|diesem|diesen|laufenden|laufende|aktuellen",
    "PREV previous": declined("de", "vorherig", "vorangegangen", "vorhergehend"), "FOLL following + PART morning": "nächsten morgen|folgenden morgen|darauffolgenden morgen|nächster morgen|morgen danach",
    "SAME same + PART morning": "selben morgen|gleichen morgen", "THIS this + PART morning": "diesem morgen|diesen morgen",
    "PREV previous + DAYWORD day": "am vortag|vortag|tags zuvor|tag zuvor|am tag zuvor",
    "NEXT next": declined("de", "nächst"), "COMING next": declined("de", "kommend"), "FOLL following": declined("de", "folgend", "darauffolgend"),
    "FOLL following + DAYWORD day": "folgetag|tags darauf|tag darauf|am tag darauf", "SAME same": "selben|gleichen|am selben|am gleichen|im selben|im gleichen|derselben|demselben|desselben|gleichem",
    "THAT that": "jenem|jenen|jener|jenes|jene", "AGOPRE ago": "vor", "LATER later": "später|danach|darauf", "EARLIER earlier": "früher|zuvor|davor",
    "BEFORE before": "bevor", "AFTER after": "nach", "IN in": "in|im|während|binnen des|zum stand|stand|seit anfang an|ins", "AT at": "um",
    "FROM from": "von|ab|vom", "BETWEEN between": "zwischen", "AND and": "und", "TO to": "bis|bis zum|zum|auf den|auf", "UNTIL until": "bis|bis zum|bis zu", "SINCE since": "seit|seit dem",
    "BY by": "spätestens|spätestens am|bis spätestens|bis einschließlich", "ABOUT about": "etwa|ungefähr|circa|ca|gegen|rund|um etwa|um circa|zirka",
    "VAGUE recent": "kürzlich|neulich|vor kurzem|zuletzt|jüngst|in letzter zeit|in den letzten tagen|unlängst|vor einigen tagen|bisher",
    "VAGUE later": "kurz darauf|bald darauf|anschließend|kurz danach|wenig später|seither|seitdem", "VAGUE soon": "bald|demnächst|in kürze|in naher zukunft|künftig",
    "NOW now": "jetzt|derzeit|zurzeit|momentan|gegenwärtig|zur zeit|im moment|aktuell|gerade eben|genau jetzt|augenblicklich",
    "STATED unstated": "unbekannt|ohne datum|nicht angegeben|unstated",
    "EDGE start": "anfang|beginn|zu beginn|am anfang|anfangs", "EDGE mid": "mitte|in der mitte|zur mitte", "EDGE end": "ende|gegen ende|am ende|ausgang|zum ende",
    "EDGE early": "frühen|frühe|früher", "EDGE late": "späten|späte|später",
    "HALF 1": "erste hälfte|ersten hälfte|der ersten hälfte|erstes halbjahr|ersten halbjahr|erste halbjahr", "HALF 2": "zweite hälfte|zweiten hälfte|zweites halbjahr|zweiten halbjahr|zweite halbjahr",
    "CALENDAR Julian": "julianisch|julianischer kalender|alten stils", "ERA bc": "v chr|vor christus",
    "HOLIDAY 12-25": "erster weihnachtstag|1 weihnachtstag|erster weihnachtsfeiertag", "HOLIDAY 12-24": "heiligabend|heiliger abend", "HOLIDAY 12-26": "zweiter weihnachtstag",
    "HOLIDAY 12-31": "silvester", "HOLIDAY 01-01": "neujahr|neujahrstag", "HOLIDAY 10-03": "tag der deutschen einheit", "HOLIDAY 05-01": "tag der arbeit|maifeiertag",
    "HOLIDAY easter": "ostern|ostersonntag", "HOLIDAY easter+1": "ostermontag", "HOLIDAY easter-2": "karfreitag", "HOLIDAY unsettled": "pfingsten|weihnachten",
    "ZONE Europe/Kyiv": "kiewer zeit|kyjiwer zeit|ukrainischer zeit", "ZONE Europe/Moscow": "moskauer zeit", "ZONE Europe/Berlin": "mez|mesz|deutscher zeit|berliner zeit",
}  # fmt: skip

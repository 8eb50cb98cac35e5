"""French words. Keys are `KIND value`, see `timeline.dates.tokens.KINDS`; entries are separated by bars."""

from __future__ import annotations

from typing import Final

from timeline.dates.lexicon.forms import table, with_numerals

ORDINAL_SUFFIXES: Final = "e er ère ème eme nd nde"

_ORDINALS: Final = {
    1: "premier|première|1re", 2: "deuxième|second|seconde", 3: "troisième", 4: "quatrième", 5: "cinquième", 6: "sixième", 7: "septième", 8: "huitième",
    9: "neuvième", 10: "dixième", 19: "dix neuvième", 20: "vingtième", 21: "vingt et unième",
}  # fmt: skip

_NUMBERS: Final = {
    2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 8: "huit", 9: "neuf", 10: "dix", 11: "onze", 12: "douze", 13: "treize", 14: "quatorze",
    15: "quinze", 16: "seize", 20: "vingt", 30: "trente", 24: "vingt quatre",
}  # fmt: skip

WORDS: Final[dict[str, str]] = {
    "DROP": "le|la|les|l|de|du|d|des|exactement|précisément|heure locale|seulement|encore|déjà|tout|toute|date|dès",
    **table("NUM", _NUMBERS), **table("ORD", with_numerals(_ORDINALS, "", "e", "ème")), "A 1": "un|une", "FEW 3": "quelques|plusieurs",
    "UNIT second": "secondes", "UNIT minute": "minute|minutes", "OCLOCK hour": "heure|heures|h", "DAYWORD day": "jour|jours|journée|l'après midi même",
    "UNIT week": "semaine|semaines", "UNIT weekend": "week end|weekend|fin de semaine|weekends", "UNIT month": "mois", "QUARTERWORD quarter": "trimestre|trimestres",
    "UNIT half": "semestre|semestres", "YEARWORD year": "an|ans|année|années|l'année|l'an|d'année", "UNIT decade": "décennie|décennies", "UNIT century": "siècle|siècles",
    "PART early-morning": "petit matin|au petit matin|tôt le matin|avant l'aube|aux premières heures|tôt dans la matinée", "PART dawn": "aube|l'aube|à l'aube|lever du jour",
    "PART morning": "matin|matinée|dans la matinée|au matin|du matin", "PART late-morning": "fin de matinée|en fin de matinée", "PART midday": "mi journée|la mi journée",
    "PART afternoon": "après midi|l'après midi|dans l'après midi|de l'après midi|cet après midi là",
    "PART late-afternoon": "fin d'après midi|en fin d'après midi|fin de l'après midi", "PART evening": "soir|soirée|au soir|du soir|dans la soirée|en soirée",
    "PART late-evening": "tard le soir|fin de soirée|en fin de soirée|tard dans la soirée", "PART night": "nuit|dans la nuit|pendant la nuit|de nuit",
    "THIS this + PART afternoon": "cet après midi", "THIS this + PART morning": "ce matin", "THIS this + PART evening": "ce soir",
    "NOON noon": "midi|à midi", "NOON midnight": "minuit|à minuit", "DAYS 0 + PART night-hours": "cette nuit", "TONIGHT -1": "la nuit dernière|nuit dernière|hier dans la nuit|cette nuit passée",
    "DAYS 0": "aujourd'hui|ce jour", "DAYS -1": "hier", "DAYS 1": "demain", "DAYS -2": "avant hier", "DAYS 2": "après demain", "DAYS -1 + PART evening": "hier soir",
    "SEASON 1": "printemps|au printemps", "SEASON 2": "été|l'été|à l'été|d'été|cet été là", "SEASON 3": "automne|l'automne|à l'automne|d'automne", "SEASON 4": "hiver|l'hiver|d'hiver",
    "THIS this + SEASON 2": "cet été", "THIS this + SEASON 3": "cet automne", "THIS this + SEASON 4": "cet hiver",
    "LAST last": "dernier|dernière|derniers|dernières|passé|passée",  "PREV previous": "précédent|précédente|précédents", "THIS this": "ce|cet|cette|actuel|actuelle|en cours",
    "NEXT next": "prochain|prochaine|prochains|prochaines", "FOLL following": "suivant|suivante|suivants", "SAME same": "même|le même|la même|ce même|cette même",
    "FOLL following + DAYWORD day": "lendemain|le lendemain|au lendemain|jour suivant", "PREV previous + DAYWORD day": "veille|la veille|à la veille",
    "SAME same + DAYWORD day": "le jour même|jour même|ce jour là|le même jour|même jour", "FOLL following + PART morning": "lendemain matin|le lendemain matin",
    "WITHIN within": "dans les|d'ici",
    "AGOPRE ago": "il y a|voici|voilà", "LATER later": "plus tard|après ça", "EARLIER earlier": "plus tôt|auparavant",
    "BEFORE before": "avant", "AFTER after": "après", "IN in": "en|dans|au|aux|durant|pendant|au cours de|courant|à la date de|au mois de|en l'an|l'an", "AT at": "à|vers à|a",
    "FROM from": "à partir de|de puis|à partir du|à compter du", "BETWEEN between": "entre", "AND and": "et", "TO to": "au|à", "UNTIL until": "jusqu'au|jusqu'à|jusqu'en",
    "SINCE since": "depuis|depuis le", "BY by": "au plus tard|au plus tard le|d'ici|d'ici le", "ABOUT about": "environ|vers|aux environs de|autour de|à peu près|aux alentours de|circa",
    "VAGUE recent": "récemment|dernièrement|il y a peu|ces derniers jours|naguère|ces dernières semaines|ces dernières années", "VAGUE later": "par la suite|ensuite|peu après|puis",
    "VAGUE soon": "bientôt|prochainement|à l'avenir|sous peu", "NOW now": "maintenant|actuellement|à présent|en ce moment|à l'heure actuelle|tout de suite",
    "STATED unstated": "inconnu|date inconnue|sans date|unstated", "EDGE start": "début|au début|en début|commencement", "EDGE mid": "mi|milieu|au milieu|à la mi|la mi|courant",
    "EDGE end": "fin|à la fin|en fin|la fin", "HALF 1": "première moitié|la première moitié|premier semestre", "HALF 2": "seconde moitié|deuxième moitié|second semestre|deuxième semestre",
    "CALENDAR Julian": "calendrier julien",
    "CALENDAR Republican": "calendrier républicain|vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor", "ERA bc": "av j c|avant jésus christ",
    "HOLIDAY 12-25": "noël|jour de noël", "HOLIDAY 12-24": "veille de noël|réveillon de noël", "HOLIDAY 01-01": "jour de l'an|nouvel an", "HOLIDAY 07-14": "fête nationale française",
    "HOLIDAY 12-31": "saint sylvestre|la saint sylvestre", "HOLIDAY 05-01": "fête du travail", "HOLIDAY easter": "pâques|dimanche de pâques", "HOLIDAY easter+1": "lundi de pâques",
    "HOLIDAY unsettled": "pentecôte|ascension",
    "ZONE Europe/Kyiv": "heure de kiev|heure de kyiv|heure ukrainienne", "ZONE Europe/Moscow": "heure de moscou", "ZONE Europe/Paris": "heure de paris|heure française",
}  # fmt: skip

"""Spanish words. Keys are `KIND value`, see `timeline.dates.tokens.KINDS`; entries are separated by bars."""

from __future__ import annotations

from typing import Final

from timeline.dates.lexicon.forms import table, with_numerals

ORDINAL_SUFFIXES: Final = "º ª o a er ro do to"

_ORDINALS: Final = {
    1: "primero|primera|primer", 2: "segundo|segunda", 3: "tercero|tercera|tercer", 4: "cuarto|cuarta", 5: "quinto|quinta", 6: "sexto|sexta",
    7: "séptimo|séptima", 8: "octavo|octava", 9: "noveno|novena", 10: "décimo|décima",
}  # fmt: skip

_NUMBERS: Final = {
    1: "uno", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve", 10: "diez", 11: "once", 12: "doce", 13: "trece",
    14: "catorce", 15: "quince", 16: "dieciséis", 17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiuno", 22: "veintidós",
    23: "veintitrés", 24: "veinticuatro", 25: "veinticinco", 30: "treinta", 40: "cuarenta", 50: "cincuenta",
}  # fmt: skip

WORDS: Final[dict[str, str]] = {
    "DROP": "el|la|los|las|de|del|lo|exactamente|hora local|solo|sólo|ya|todo|toda|fecha|día de hoy mismo",
    "MONTH 9": "setiembre|septiembre", "MONTH 1": "ene", **table("NUM", _NUMBERS), **table("ORD", with_numerals(_ORDINALS)),
    "A 1": "un|una", "FEW 3": "varios|varias|algunos|algunas|unos|unas|pocos|pocas",
    "UNIT second": "segundos", "UNIT minute": "minuto|minutos", "OCLOCK hour": "hora|horas|h", "DAYWORD day": "día|días|dia|dias", "UNIT week": "semana|semanas",
    "UNIT weekend": "fin de semana|fines de semana", "UNIT month": "mes|meses", "QUARTERWORD quarter": "trimestre|trimestres", "UNIT half": "semestre|semestres",
    "YEARWORD year": "año|años", "UNIT decade": "década|décadas|decenio", "UNIT century": "siglo|siglos",
    "PART early-morning": "madrugada|de madrugada|en la madrugada|por la madrugada|de la madrugada", "PART dawn": "al amanecer|al alba|amanecer|alba", "PART morning": "mañana del|la mañana del|mañana del día|por la mañana|de la mañana|en la mañana|por la manana",
    "PART midday": "al mediodía mismo", "PART afternoon": "tarde|por la tarde|de la tarde|en la tarde", "PART evening": "al anochecer|al atardecer|anochecer|atardecer", "PART night": "noche|por la noche|de la noche|en la noche",
    "NOON noon": "al mediodía|a mediodía|al mediodia|mediodía|mediodia", "NOON midnight": "medianoche", "TONIGHT -1": "anoche", "TONIGHT -2": "anteanoche|antenoche", "TONIGHT 0": "esta noche",
    "THIS this + PART morning": "esta mañana|esta manana", "DAYS 1 + PART morning": "mañana por la mañana",
    "DAYS 0": "hoy", "DAYS -1": "ayer", "DAYS 1": "mañana|manana", "DAYS -2": "anteayer|antes de ayer|antier", "DAYS 2": "pasado mañana|pasado manana",
    "SEASON 1": "primavera", "SEASON 2": "verano", "SEASON 3": "otoño", "SEASON 4": "invierno",
    "LAST last": "último|última|últimos|últimas|pasado|pasada|pasados|pasadas",  "PREV previous": "anterior|previo|previa|anteriores",
    "THIS this": "este|esta|estos|estas|actual|en curso|presente", "NEXT next": "próximo|próxima|próximos|próximas|que viene|proximo|proxima", "FOLL following": "siguiente|siguientes",
    "FOLL following + DAYWORD day": "al día siguiente|al dia siguiente|al otro día", "FOLL following + PART morning": "mañana siguiente|a la mañana siguiente",
    "SAME same": "mismo|misma|ese mismo|esa misma|aquel mismo", "THAT that": "ese|esa|aquel|aquella", "AGOPRE ago": "hace", "AGO ago": "atrás",
    "LATER later": "después|más tarde|mas tarde", "EARLIER earlier": "antes|previamente",
    "BEFORE before": "antes de|antes del", "AFTER after": "tras|después de|después del|luego de", "IN in": "en|durante|a lo largo de|al día|con fecha de|dentro de", "AT at": "a",
    "FROM from": "desde|a partir de|a partir del", "BETWEEN between": "entre", "AND and": "y|e", "TO to": "al", "UNTIL until": "hasta|hasta el", "SINCE since": "desde el",
    "BY by": "a más tardar|a más tardar el|no más tarde del", "ABOUT about": "alrededor de|cerca de|aproximadamente|hacia|sobre|a eso de|en torno a",
    "VAGUE recent": "recientemente|últimamente|hace poco|en los últimos días|hace unos días|en los últimos años", "VAGUE later": "luego|posteriormente|poco después|más adelante",
    "VAGUE soon": "pronto|próximamente|en el futuro|en breve", "NOW now": "ahora|actualmente|en este momento|hoy en día|en la actualidad|ahora mismo|ya mismo",
    "STATED unstated": "desconocido|fecha desconocida|sin fecha|unstated", "EDGE start": "principios|a principios|inicios|comienzos|principio|inicio|comienzo|a comienzos|a inicios",
    "EDGE mid": "mediados|a mediados|mitad", "EDGE end": "finales|a finales|fines|a fines|final|fin|al final", "HALF 1": "primera mitad|primer semestre|la primera mitad",
    "HALF 2": "segunda mitad|segundo semestre|la segunda mitad", "CALENDAR Julian": "calendario juliano", "ERA bc": "a c|antes de cristo",
    "HOLIDAY 12-25": "navidad|día de navidad", "HOLIDAY 12-24": "nochebuena", "HOLIDAY 12-31": "nochevieja", "HOLIDAY 01-01": "año nuevo|día de año nuevo", "HOLIDAY 10-12": "día de la hispanidad",
    "HOLIDAY easter": "domingo de pascua|domingo de resurrección", "HOLIDAY easter-2": "viernes santo", "HOLIDAY unsettled": "semana santa|pascua",
    "ZONE Europe/Kyiv": "hora de kiev|hora de kyiv|hora ucraniana", "ZONE Europe/Moscow": "hora de moscú", "ZONE Europe/Madrid": "hora peninsular|hora española|hora de madrid",
}  # fmt: skip

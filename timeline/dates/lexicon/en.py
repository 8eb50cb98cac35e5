"""English words. Keys are `KIND value`, see `timeline.dates.tokens.KINDS`; entries are separated by bars."""

from __future__ import annotations

from typing import Final

ORDINAL_SUFFIXES: Final = "st nd rd th s"

_TENS: Final = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES: Final = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip


def _below_hundred(number: int) -> str:
    return _ONES[number] if number < 20 else f"{_TENS[number // 10]} {_ONES[number % 10]}".strip()


def _years_in_words() -> dict[str, str]:
    """The years 1901 to 2049 as they are spoken: "nineteen eighty nine", "two thousand and one", "twenty twenty three"."""
    words = {f"YEAR4 {1900 + n}": f"nineteen {'oh ' * (n < 10)}{_below_hundred(n)}" for n in range(1, 100)}
    for n in range(50):
        rest = _below_hundred(n)
        spoken = [f"two thousand {rest}", f"two thousand and {rest}"] if n else ["two thousand"]
        words[f"YEAR4 {2000 + n}"] = "|".join([*spoken, *([f"twenty {rest}"] if n > 9 else [])])
    return words


WORDS: Final[dict[str, str]] = {
    **_years_in_words(),
    "DROP": "the|on|of|this is|that was|just|only|exactly|precisely|local time|local|hours local|by local time|date|dated"
    "|calendar|new style|gregorian|gregorian calendar|sometime|some time|all day|full|entire|most of|much of|part of|parts of|whole|all|all of|some|or so|itself|a total of|still|already|as early as|as soon as|alone|as recently as|as late as",
    # months and weekdays beyond the names of CLDR
    "MONTH 9": "sept",
    "WEEKDAY 1": "tues", "WEEKDAY 2": "weds", "WEEKDAY 3": "thur|thurs",
    # numbers
    "A 1": "a|an", "NUM 1": "one", "NUM 2": "two|a couple of|a couple|couple of|couple", "NUM 3": "three", "NUM 4": "four",
    "NUM 5": "five", "NUM 6": "six", "NUM 7": "seven", "NUM 8": "eight", "NUM 9": "nine", "NUM 10": "ten",
    "NUM 11": "eleven", "NUM 12": "twelve|a dozen|dozen", "NUM 13": "thirteen", "NUM 14": "fourteen", "NUM 15": "fifteen",
    "NUM 16": "sixteen", "NUM 17": "seventeen", "NUM 18": "eighteen", "NUM 19": "nineteen", "NUM 20": "twenty",
    "NUM 30": "thirty", "NUM 40": "forty", "NUM 50": "fifty", "NUM 60": "sixty", "NUM 70": "seventy", "NUM 80": "eighty",
    "NUM 90": "ninety", "NUM 100": "hundred|a hundred|one hundred", "OR or": "or", "WILL will": "will|will be|will be on|shall|due|due on|scheduled for|planned for|set for|expected|expected on|to be held|to be held on", "NUM 30 + UNIT minute": "half an hour|half hour|a half hour",
    "FEW 3": "several|a few|few|some few|many|numerous",
    "ORD 1": "first", "SECOND 2": "second", "FINAL final": "final|closing", "ORD 3": "third", "ORD 4": "fourth", "ORD 5": "fifth", "ORD 6": "sixth",
    "ORD 7": "seventh", "ORD 8": "eighth", "ORD 9": "ninth", "ORD 10": "tenth", "ORD 11": "eleventh", "ORD 12": "twelfth",
    "ORD 13": "thirteenth", "ORD 14": "fourteenth", "ORD 15": "fifteenth", "ORD 16": "sixteenth", "ORD 17": "seventeenth",
    "ORD 18": "eighteenth", "ORD 19": "nineteenth", "ORD 20": "twentieth", "ORD 30": "thirtieth",
    # units
    "UNIT second": "seconds|sec|secs", "UNIT minute": "minute|minutes|min|mins", "UNIT hour": "hour|hours|hr|hrs",
    "DAYWORD day": "day|days|day's|days'", "UNIT weekend": "weekend|weekends|week end",
    "UNIT week": "week|weeks|week's|weeks'|wk|wks", "UNIT fortnight": "fortnight|fortnights",
    "UNIT month": "month|months|month's|months'|mo|mos",
    "QUARTERWORD quarter": "quarter|quarters|quarter's|qtr", "UNIT half": "half year|half years",
    "UNIT year": "year|years|year's|years'|yr|yrs", "NUM 5 + UNIT decade": "half a century|half century|a half century", "NUM 25 + UNIT year": "quarter century|a quarter century|quarter of a century|a quarter of a century",
    "UNIT decade": "decade|decades|decade's",
    "UNIT century": "century|centuries|century's", "UNIT workday": "business day|business days|working day|working days",
    # parts of the day
    "PART early-morning": "early morning|before dawn|before daybreak|before sunrise|before first light|early hours|wee hours|small hours|early morning hours|predawn|pre dawn|predawn hours"
    "|predawn darkness|early hours of the morning|wee hours of the morning|small hours of the morning",
    "PART dawn": "dawn|daybreak|sunrise|first light|break of dawn",
    "PART morning": "morning|morning hours", "PART late-morning": "late morning|mid morning|midmorning",
    "PART midday": "midday|mid day|lunchtime|lunch time|around midday",
    "PART afternoon": "afternoon|afternoon hours", "PART early-afternoon": "early afternoon",
    "PART late-afternoon": "late afternoon|mid afternoon|midafternoon", "PART early-evening": "early evening",
    "PART evening": "evening|evening hours", "PART dusk": "dusk|sunset|nightfall|twilight",
    "PART late-evening": "late evening|late in the evening",
    "PART whole-night": "night", "PART night": "nighttime|night time|overnight hours", "PART late-night": "late night|late at night",
    "PART daytime": "daytime|daylight|daylight hours|daytime hours|day time",
    "NOON noon": "noon|noontime|high noon|12 noon", "NOON midnight": "midnight|12 midnight|stroke of midnight",
    "TONIGHT 0": "tonight|tonight's", "TONIGHT -2": "night before last", "TONIGHT -1": "last night|last night's|yesternight",
    "NIGHT 0": "overnight|during the night|in the night",
    "DAYS 0": "today|today's|this day", "DAYS -1": "yesterday|yesterday's|the day before today",
    "DAYS 1": "tomorrow|tomorrow's|tmrw|tmr", "DAYS -2": "day before yesterday|the day before yesterday",
    "DAYS 2": "day after tomorrow|the day after tomorrow",
    "SEASON 1": "spring|springtime|spring's|spring time", "SEASON 2": "summer|summertime|summer's|summers|summer months",
    "SEASON 3": "autumn|fall|autumn's|fall's", "SEASON 4": "winter|wintertime|winter's|winters|winter months",
    # which one
    "LAST last": "last", "IN in + PAST past": "within the past", "IN in + LAST last": "within the last",
    "LAST running + UNIT week": "the last week|over the last week|within the last week", "LAST running + UNIT month": "the last month|over the last month|within the last month",
    "LAST running + UNIT year": "the last year|over the last year|within the last year", "LATEST last": "latest|most recent|previous most recent|recent most",
    "PAST past": "past", "PREV previous": "previous|preceding|prior|immediately preceding|earlier same",
    "PAST past these": "these past", "THIS this": "this|current|this current|this very|present",
    "NEXT next": "next", "IN in + NEXT next": "within the next",
    "NEXT running + UNIT week": "the next week|over the next week|within the next week", "NEXT running + UNIT month": "the next month|over the next month|within the next month",
    "NEXT running + UNIT year": "the next year|over the next year|within the next year", "NEXT running + UNIT decade": "the next decade|over the next decade", "COMING next": "coming|upcoming|forthcoming|this coming|this upcoming|this next",
    "PAST past this": "this past|just past|last past|just ended|recently ended",
    "SAME same": "same|very same|that same|this same|self same",
    "THAT that": "that|those|that very",
    "FOLL following": "following|ensuing|subsequent|succeeding|next following|very next|immediately following",
    "AGO ago": "ago|back|previously|since gone", "LATER later": "later|afterwards|afterward|after that|hence from then",
    "EARLIER earlier": "earlier|before that|beforehand|previous to that",
    "BEFORE before": "before|just before|shortly before|minutes before|moments before|right before|immediately before|prior to|ahead of|preceding the|pre",
    "AFTER after": "after|just after|right after|minutes after|moments after|following the|in the wake of|soon after the|since the end of",
    "IN in": "in|during|throughout|within the course of|in the course of|as of|over the|dating to|dating from|in or during|through out"
    "|for|during the course of|over the course of|in the month of|in the year|effective|amid|as at",
    "AT at": "at|@", "WITHIN within": "within|inside|within the space of",
    "FROM from": "from", "BETWEEN between": "between|in between|sometime between",
    "AND and": "and", "TO to": "to|into|through|thru|till and including|up to and including|until and including",
    "UNTIL until": "until|till|up to|up until|up till|'til|til", "BY by": "by|not later than|no later than|on or before|at the latest by",
    "SINCE since": "since|ever since|since at least|from at least|not before|no earlier than|not earlier than|on or after"
    "|as from|from as early as|since about",
    "ENDED ended": "ended|ending|that ended|to end|to the end of|which ended|ended on",
    "START starting": "starting|starting on|starting from|beginning from|beginning on|commencing|commencing on",
    "ABOUT about": "about|around|approximately|circa|roughly|nearly|almost|ca|c|some time around|sometime around|at around|at about"
    "|at approximately|approx|somewhere around|in about|in around|on about|on or about|more or less|close to|shortly around|just over|a little over|slightly more than|a little more than|just under|barely|scarcely|close on",
    "VAGUE recent": "recently|lately|in recent days|recent days|in recent weeks|recent weeks|in recent months|recent months"
    "|in recent years|recent years|of late|in the past few days|in the last few days|a short time ago|not long ago|some time ago"
    "|sometime ago|a while ago|until recently|more recently|most recently|in the recent past|formerly|previously to now|long ago"
    "|earlier|before now|once|just recently|recent times|recent time"
    "|in recent times|newly|at that time earlier|already before",
    "VAGUE later": "later|afterwards|afterward|shortly after|shortly afterwards|shortly afterward|soon after|soon afterwards|then later"
    "|after that|thereafter|subsequently|some time later|sometime later|a short time later|a little later|a while later"
    "|moments later|immediately after|immediately afterwards|shortly thereafter|soon thereafter"
    "|not long after|after this|since then|after which",
    "VAGUE soon": "soon|shortly|in the future|in the near future|in coming days|in the coming days|in the coming weeks|in coming weeks"
    "|in coming months|in the coming months|in the days ahead|in the years ahead|in the weeks ahead|the future|future|in coming years"
    "|in the coming years|coming days|coming weeks|coming months|coming years|near future|eventually|someday|one day|some day"
    "|the near future|before long|in the months ahead|in the next few days|in the next few weeks|in the next few months",
    "NOW then": "then|that time|the time|that moment|that point|meanwhile|at the same time|simultaneously|same time|that same time", "NOW now": "now|currently|at the moment|at present|presently|right now|at this moment|nowadays|these days|at this time"
    "|for now|at this point|this moment|as of now|as we speak|to date|the present|present time|at the present time|the moment"
    "|this time|atm|right this minute|the current moment|current time|today's date",
    "STATED unstated": "unstated|unknown|not stated|undated|n d|date unknown|unknown date|no date|not known",
    # early, middle, late
    "EDGE early": "first part of|early months of|first months of|opening months of|early|early in|early on|in early|earlier part of|early part of|opening weeks of|earliest days of|early days of",
    "EDGE mid": "mid|middle|in the middle of|middle of|in mid|midway through|halfway through|midst of|mid point of|midpoint of",
    "EDGE late": "late months of|final months of|closing months of|last months of|last part of|final weeks of|last weeks of|late|late in|in late|latter part of|later part of|closing weeks of|closing days of|late part of|final days of"
    "|last days of|waning days of",
    "EDGE start": "beginning of|start of|at the beginning of|at the start of|in the beginning of|beginning|start|outset of|onset of"
    "|opening days of|first days of|opening of",
    "EDGE mid + SEASON 2": "midsummer", "EDGE mid + SEASON 4": "midwinter", "EDGE mid + UNIT year": "midyear|mid year", "EDGE mid + UNIT week": "midweek", "EDGE end + UNIT year": "year end|yearend|the year end|end of year|year's end|years end", "EDGE end + UNIT month": "month end|end of month|month's end", "EDGE end": "end of|at the end of|end|in the end of|ends of",
    "EDGE close": "close of|at the close of|close",
    "TURN turn": "turn of|at the turn of|turn|around the turn of",
    "HALF 1": "first half of|first half|1st half of|1st half|opening half of",
    "HALF 2": "second half of|second half|2nd half of|2nd half|latter half of|latter half|last half of|last half",
    "EARLIER earlier period + THIS this + UNIT year": "year to date|this year to date|year so far|this year so far",
    "THIS this + UNIT year": "all year|all year long", "THIS this + UNIT week": "all week|all week long",
    "LIMIT more": "more than|over|well over|at least|no less than|longer than|better than|upwards of",
    "LIMIT less": "less than|under|fewer than|no more than|not more than|well under",
    "PERIODWORD period": "period|period's",
    "SAME same + PERIODWORD period": "like period|comparable period|corresponding period|similar period",
    "SAME same + QUARTERWORD quarter": "like quarter|comparable quarter|corresponding quarter",
    "EARLIER earlier period": "earlier in|earlier on in|so far|thus far|so far in",
    "LATER later period": "later in|later on in",
    "TODATE todate": "rest of|remainder of|balance of|rest|remainder",
    # clock
    "AMPM am": "am|a m", "AMPM pm": "pm|p m",
    "FROM from + NOW now": "hence|from now", "OCLOCK hour": "h|o'clock|o clock|hrs local time|hundred hours|oclock",
    "HALFWORD 30": "half",
    "CALENDAR Julian": "julian|old style|o s|julian calendar", "CALENDAR Hijri": "hijri|ah|hijri calendar|islamic calendar|muharram"
    "|safar|rajab|shaban|ramadan|shawwal|dhu al qadah|dhu al hijjah|rabi al awwal|rabi al thani|jumada al awwal",
    "CALENDAR Hebrew": "hebrew calendar|jewish calendar|nisan|iyar|iyyar|tishrei|tishri|cheshvan|heshvan|sivan|tammuz|elul|adar|kislev|tevet|shevat",
    "CALENDAR regnal": "heisei|showa|reiwa|taisho|meiji|juche|minguo",
    "CALENDAR Persian": "persian calendar|iranian calendar|solar hijri|farvardin|ordibehesht|khordad|mordad|shahrivar|mehr|azar|bahman|esfand",
    "CALENDAR Republican": "republican calendar|vendémiaire|vendemiaire|brumaire|frimaire|nivôse|nivose|pluviôse|pluviose|ventôse|ventose|germinal|floréal|floreal"
    "|prairial|messidor|thermidor|fructidor",
    "CALENDAR Buddhist": "buddhist era|buddhist calendar|b e", "CALENDAR Ethiopian": "ethiopian calendar|meskerem", "CALENDAR Coptic": "coptic calendar", "CALENDAR Saka": "saka|saka era",
    "CALENDAR fiscal": "fiscal|financial|fy",
    "CALENDAR fiscal + UNIT year": "tax year|model year|school year|academic year|marketing year|crop year|budget year",
    "ERA bc": "bc|bce|b c|b c e|before christ", "ERA ad": "ad|ce|a d|c e",
    "WAR war": "of the war|of war|of the invasion|of the full scale war|of the full scale invasion|of the russian invasion"
    "|of the conflict|of fighting|of the fighting|of the full scale russian invasion",
    # holidays whose date is beyond dispute; values are month-day, `C...` depends on the country, `?` is refused
    "HOLIDAY 12-25": "christmas day|christmas", "HOLIDAY 12-24": "christmas eve", "HOLIDAY 12-26": "boxing day",
    "DECADE 20": "twenties", "DECADE 30": "thirties", "DECADE 40": "forties", "DECADE 50": "fifties", "DECADE 60": "sixties",
    "DECADE 70": "seventies", "DECADE 80": "eighties", "DECADE 90": "nineties",
    "HOLIDAY 01-01": "new year's|new year's day|new years day|new year day", "HOLIDAY 12-31": "new year's eve|new years eve|new year eve",
    "HOLIDAY 02-14": "valentine's day|valentines day|st valentine's day|saint valentine's day",
    "HOLIDAY 10-31": "halloween|hallowe'en", "HOLIDAY 05-01": "may day|labour day 1 may",
    "HOLIDAY 03-08": "international women's day|women's day", "HOLIDAY 04-01": "april fool's day|april fools' day|april fools day",
    "HOLIDAY 11-11": "armistice day|veterans day|veteran's day|veterans' day",
    "HOLIDAY 07-14": "bastille day", "HOLIDAY 03-17": "st patrick's day|saint patrick's day",
    "HOLIDAY victory": "victory day", "HOLIDAY 05-08": "v e day|ve day", "HOLIDAY independence": "independence day",
    "HOLIDAY victory-UA": "victory day in ukraine|victory day of ukraine|ukraine's victory day|ukrainian victory day",
    "HOLIDAY victory-RU": "victory day in russia|victory day of russia|russia's victory day|russian victory day",
    "HOLIDAY victory-BY": "victory day in belarus|victory day of belarus|belarus's victory day|belarusian victory day",
    "HOLIDAY victory-FR": "victory day in france|victory day of france|france's victory day|french victory day",
    "HOLIDAY independence-UA": "independence day in ukraine|independence day of ukraine|ukraine's independence day|ukrainian independence day",
    "HOLIDAY independence-US": "independence day in the united states|independence day of the united states|the united states's independence day|american independence day",
    "HOLIDAY independence-PL": "independence day in poland|independence day of poland|poland's independence day|polish independence day",
    "HOLIDAY independence-BY": "independence day in belarus|independence day of belarus|belarus's independence day|belarusian independence day",
    "HOLIDAY independence-MD": "independence day in moldova|independence day of moldova|moldova's independence day|moldovan independence day",
    "HOLIDAY independence-GE": "independence day in georgia|independence day of georgia|georgia's independence day|georgian independence day",
    "HOLIDAY 07-04": "fourth of july|july fourth|the glorious fourth|4th of july|july 4th holiday",
    "HOLIDAY thanksgiving": "thanksgiving|thanksgiving day", "HOLIDAY labor": "labor day",
    "HOLIDAY memorial": "memorial day", "HOLIDAY mlk": "martin luther king day|martin luther king jr day|mlk day",
    "HOLIDAY presidents": "presidents day|presidents' day|president's day|washington's birthday",
    "HOLIDAY columbus": "columbus day",
    "HOLIDAY easter": "easter|easter sunday", "HOLIDAY easter+1": "easter monday", "HOLIDAY easter-2": "good friday",
    "HOLIDAY unsettled": "diwali|hanukkah|passover|yom kippur|rosh hashanah|eid|eid al fitr|eid al adha|chinese new year|lunar new year"
    "|tet|nowruz|orthodox christmas|orthodox easter|mother's day|father's day|holidays|the holidays|holiday season|christmas season",
    # zones by the name of a place
    "ZONE Europe/Kyiv": "kyiv time|kiev time|ukrainian time|ukraine time|local kyiv time|time in kyiv|kyiv local time",
    "ZONE Europe/Moscow": "moscow time|russian time|moscow local time", "ZONE Europe/London": "london time|british time|uk time",
    "ZONE America/New_York": "eastern time|new york time|washington time|et|us eastern time|eastern",
    "ZONE Europe/Berlin": "berlin time|central european time|german time", "ZONE Europe/Paris": "paris time",
    "ZONE Europe/Warsaw": "warsaw time|polish time", "ZONE Asia/Jerusalem": "israel time|israeli time",
    "ZONE Europe/Istanbul": "istanbul time|turkish time|ankara time", "ZONE Asia/Tokyo": "tokyo time|japan time|japanese time",
    "ZONE Asia/Damascus": "damascus time|syrian time",
    "ZONE +00:00": "greenwich mean time|coordinated universal time|universal time",
}  # fmt: skip

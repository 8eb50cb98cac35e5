"""Codes D, dates and their resolution."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

PHRASE_NOT_UNDERSTOOD = Code(
    "D301", "phrase-not-understood", Severity.ERROR,
    "No rule reads the phrase as a date.",
    """A date is given in the source's own words, and every word of it must be understood: a word that is passed over silently could be the one that changes the day.

Keep only the words that tell the date ("on the 21st", not "he said on the 21st that"). If the source's words cannot be read by any rule, keep them as `phrase:` and add `reading:`, an EDTF date of your own, with a `basis:` that says why you read them so. If the source does not say when, write `unstated`. The page on method lists every phrase that is understood.""",
    """date: on the day of the great battle""",
    """date:
  phrase: on the day of the great battle
  reading: 2023-05-20
  basis: the article describes the battle of 20 May two paragraphs before""",
)  # fmt: skip

AMBIGUOUS_PHRASE = Code(
    "D302", "ambiguous-phrase", Severity.ERROR,
    "The phrase can be read in more than one way.",
    """Careful readers would differ: 03/04/2023 is 3 April or 4 March, "next Friday" is this week's or the next one's, a day and month without a year may have passed or may be about to come. The tool never chooses. Its hint lists every reading that the rules allow.

Set `reading:` to the one that is meant and say in `basis:` how you know; or set `reading: undecided`, which draws the date over all readings. Do not rewrite the phrase: readers want to see what the source printed.""",
    """date: 03/04/2023""",
    """date:
  phrase: 03/04/2023
  reading: 2023-04-03
  basis: the paper prints the day first everywhere else""",
)  # fmt: skip

ANCHOR_NOT_PRECISE = Code(
    "D303", "anchor-not-precise", Severity.ERROR,
    "The phrase comes out differently for different days of the anchor.",
    """A relative phrase is read from an anchor, usually the source's publication. If that is only known to lie in an interval, the phrase must come out the same for every day in it. "On the 21st", said between 22 and 31 May, is 21 May whichever day that was; "last Friday" is not the same Friday.

Find out more exactly when the source was published and narrow its `published:`; or name another anchor (an event or a date); or set `reading:` with a `basis:`, or `reading: undecided`.""",
    """date:
  phrase: last Friday
  anchor: "[2023-05-22..2023-05-31]\"""",
    """date:
  phrase: last Friday
  anchor: 2023-05-24""",
)  # fmt: skip

IMPOSSIBLE_DATE = Code(
    "D304", "impossible-date", Severity.ERROR,
    "The phrase names a date that does not exist.",
    """The month has fewer days, the day has no such hour, a range would end before it begins, or "the 31st" is read from a day whose month before has none. Nothing near it is put in its place.

Check the phrase against the source. If the source itself errs, keep its words as `phrase:` and add the `reading:` that you take it to mean, with a `basis:`.""",
    """date: 30 February 2023""",
    """date:
  phrase: 30 February 2023
  reading: 2023-03-02
  basis: the same source corrects the date in its next issue""",
)  # fmt: skip

WEEKDAY_CONTRADICTS_DATE = Code(
    "D305", "weekday-contradicts-date", Severity.ERROR,
    "The weekday and the date do not belong together.",
    """21 May 2023 was a Sunday, so "Monday 21 May 2023" contains a mistake, and nobody but the source knows on which side.

Check the phrase against the source. If the source printed it so, keep its words as `phrase:` and add the `reading:` that you take it to mean, with a `basis:`.""",
    """date: Monday 21 May 2023""",
    """date: Sunday 21 May 2023""",
)  # fmt: skip

ANCHOR_MISSING = Code(
    "D306", "anchor-missing", Severity.ERROR,
    "The phrase is relative, and there is nothing to read it from.",
    """"Yesterday" or "on the 21st" means nothing without a day to count from. That day is the source's `published:` unless the event names another `anchor:`.

Give the source a publication date, even a coarse one such as `[2023-05-22..2023-05-31]` with its `basis:`; or add an `anchor:` to the date; or set `reading:` with a `basis:`.""",
    """date: yesterday
source:
  title: An undated leaflet
  no_url: seen on paper""",
    """date:
  phrase: yesterday
  anchor: 2023-05-22
source:
  title: An undated leaflet
  no_url: seen on paper""",
)  # fmt: skip

EVENT_ANCHOR_NEEDED = Code(
    "D307", "event-anchor-needed", Severity.ERROR,
    "The phrase is told from another event, and its anchor is a publication.",
    """"The same day", "the next morning", "two days later" and "after losing Bakhmut" continue a story. Counting them from the day of publication would give a date that the source never meant.

Name the event from which the words are told with `anchor: EVENT-ID`. Its interval and its precision are taken over, even when it is itself undated.""",
    """date: on the same day""",
    """date:
  phrase: on the same day
  anchor: zelensky-troops-present""",
)  # fmt: skip

OTHER_CALENDAR = Code(
    "D308", "other-calendar", Severity.ERROR,
    "The phrase names a calendar that is not converted.",
    """Dates of the Julian, Islamic, Hebrew and other calendars depend on place, sunset or observation, so a conversion could be off by a day.
A fiscal year begins where its owner says: that of one country in April, of another in October.

Keep the words of the source as `phrase:` and give the Gregorian day as `reading:`, with the table or source of the conversion as `basis:`.""",
    """date: 25 October 1917 old style""",
    """date:
  phrase: 25 October 1917 old style
  reading: 1917-11-07
  basis: thirteen days between the calendars in that century""",
)  # fmt: skip

UNKNOWN_ZONE = Code(
    "D309", "unknown-zone", Severity.ERROR,
    "There is no time zone of this name.",
    """A zone is an IANA name such as `Europe/Kyiv`, or an offset such as `+03:00`. Abbreviations are not accepted here, since many stand for several zones.

Zones are read from the pinned `tzdata` package, never from the machine, so that every build agrees.""",
    """date:
  phrase: on the 21st
  zone: Europe/Kyjiv""",
    """date:
  phrase: on the 21st
  zone: Europe/Kyiv""",
)  # fmt: skip

SKIPPED_TIME = Code(
    "D310", "skipped-time", Severity.ERROR,
    "The clocks skipped this time.",
    """In spring the clocks are put forward, and an hour of that night does not exist: in Kyiv on 26 March 2023 no clock showed 03:30.

Check the phrase, the date and the zone. If the source itself errs, keep its words and set `reading:` to the time that you take it to mean, with a `basis:`.""",
    """date:
  phrase: at 3:30 am on 26 March 2023
  zone: Europe/Kyiv""",
    """date:
  phrase: at 3:30 am on 26 March 2023
  zone: Europe/Kyiv
  reading: 2023-03-26T04:30
  basis: the log was kept in winter time""",
)  # fmt: skip

BEYOND_CALENDAR = Code(
    "D311", "beyond-calendar", Severity.ERROR,
    "The date lies beyond the years that can be computed with.",
    """Intervals are computed with for the years 1 to 9998. EDTF can write years far outside (`Y-17E7`), and such a string is valid, and so are years before Christ (`-0043-03-15`), but they cannot be placed on a timeline.

Write `unstated` and give the year in a `note:`; or, if a later bound is known, add it as `not_after:` with its `basis:`. A year before 1000 is written with four digits, such as `0476`; four digits that are also a time of day, such as `0526`, are read as the time, so that year is written `0526-01/0526-12`.""",
    """date: Y-17E7""",
    """date: 1917""",
)  # fmt: skip

UNKNOWN_LANGUAGE = Code(
    "D312", "unread-language", Severity.ERROR,
    "The resolver has no words for the phrase's language.",
    """The language of a phrase is the source's `language:`, else the project's. English, Ukrainian, Russian, German, French and Spanish are read; in any other language only ISO 8601 and EDTF dates are.

Keep the words of the source as `phrase:` and give the date as `reading:`, with a translation as `basis:`.""",
    """date: 21 maja
source:
  title: Komunikat
  language: pl
  published: 2023-05-22
  no_url: seen on paper""",
    """date:
  phrase: 21 maja
  reading: 2023-05-21
  basis: Polish for 21 May
source:
  title: Komunikat
  language: pl
  published: 2023-05-22
  no_url: seen on paper""",
)  # fmt: skip

MALFORMED_EDTF = Code(
    "D313", "malformed-date", Severity.ERROR,
    "A field that takes an explicit date holds something else.",
    """`reading:`, `not_before:` and `not_after:` take EDTF (ISO 8601-2) or ISO 8601: `2023-05-21`, `2023-05`, `2023`, `2023-05-21/2023-05-23`, `[2023-05-22..2023-05-31]`, `2023-05-22T05:26`, `1950~`. Words belong in `phrase:`.""",
    """date:
  phrase: unstated
  not_after: 21/5/2023
  basis: the post quotes it on that day""",
    """date:
  phrase: unstated
  not_after: 2023-05-21
  basis: the post quotes it on that day""",
)  # fmt: skip

READING_CONTRADICTS_PHRASE = Code(
    "D314", "reading-contradicts-phrase", Severity.ERROR,
    "The editor's reading goes against what the phrase says.",
    """A `reading:` decides what the words leave open. It may not say something else than they do, nor be more exact than they are: readers see the phrase beside it.

If the phrase is clear by itself, drop the reading. If you know from elsewhere when it was, say so with `not_before:` and `not_after:` and their `basis:`; if the source errs, its words stay and a `note:` says so.""",
    """date:
  phrase: 21 May 2023
  reading: 2023-05-20
  basis: another newspaper has it a day earlier""",
    """date: 21 May 2023""",
)  # fmt: skip

BOUNDS_CONTRADICT = Code(
    "D315", "bounds-contradict", Severity.ERROR,
    "The bounds leave nothing of the date.",
    """`not_before:` and `not_after:` narrow an open date. If the date lies wholly outside them, or they exclude each other, one of the three is wrong.""",
    """date:
  phrase: unstated
  not_before: 2023-05-22
  not_after: 2023-05-20
  basis: two later reports""",
    """date:
  phrase: unstated
  not_before: 2023-05-20
  not_after: 2023-05-22
  basis: two later reports""",
)  # fmt: skip

PHRASE_TOO_LONG = Code(
    "D316", "phrase-too-long", Severity.ERROR,
    "The phrase is too long to be a date.",
    """A date phrase has at most 200 characters. The sentence around it belongs in the source's `excerpt:` or in the claim.""",
    f"""date: {"on the 21st, as was reported by several sources at once, " * 4}and so on""",
    """date: on the 21st""",
)  # fmt: skip

BASIS_MISSING = Code(
    "D317", "basis-missing", Severity.ERROR,
    "An editor's reading or bound has no `basis`.",
    """`reading:`, `not_before:` and `not_after:` are the editor's judgement, and readers are told so. They must be able to see what it rests on: one sentence, and if possible a source.""",
    """date:
  phrase: unstated
  not_after: 2023-05-21""",
    """date:
  phrase: unstated
  not_after: 2023-05-21
  basis: the first reactions are of the 21st""",
)  # fmt: skip

DOUBLED_TIME = Code(
    "D318", "doubled-time", Severity.WARNING,
    "This time occurred twice, when the clocks were put back.",
    """In autumn the clocks are put back, and an hour of that night comes twice. The words do not say which is meant, so the interval holds both.

If the source tells which ("EET", "before the change"), put that into the phrase or set `reading:` with an offset and a `basis:`.""",
    """date:
  phrase: at 3:30 am on 30 October 2022
  zone: Europe/Kyiv""",
    """date: 2022-10-30T03:30+03:00""",
)  # fmt: skip

DATE_CYCLE = Code(
    "D319", "date-cycle", Severity.ERROR,
    "Events date one another in a circle.",
    """An event may take its date from another with `anchor:`, `not_before:` or `not_after:`; that one from a third. Going round in a circle none of them has a date.

Break the circle where a source gives a date of its own, or write `unstated`.""",
    """date:
  phrase: on the same day
  anchor: this-event""",
    """date: on the 21st""",
)  # fmt: skip

READING_NOT_NEEDED = Code(
    "D320", "reading-not-needed", Severity.WARNING,
    "The editor's reading only repeats what the phrase says by itself.",
    """A `reading:` is the editor's judgement, and readers are told so. Where a rule reads the same in the words alone, there is nothing to judge: the date is shown as the rule's, and the reading is not used.

Drop `reading:`, and `basis:` with it if it says nothing else. This also comes up when a newer version of the tool has learned to read a phrase that an editor once had to read; nothing on the page changes then but whose reading it is.""",
    """date:
  phrase: 21 May 2023
  reading: "2023-05-21"
  basis: it says so""",
    """date: 21 May 2023""",
)  # fmt: skip

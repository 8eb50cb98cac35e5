"""What must hold for every phrase and every anchor, and for text that is neither."""

from __future__ import annotations

import json
import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import (
    LANGUAGES,
    Anchor,
    Precision,
    Refusal,
    Resolution,
    answer_line,
    edtf,
    explain,
    long,
    machine_value,
    parse_anchor,
    reading_fits,
    resolution_from_edtf,
    resolve,
    short,
    time_label,
)

pytestmark = pytest.mark.slow
"""The whole file takes many seconds, so the quick run leaves it out."""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

days = st.dates(min_value=date(1400, 1, 1), max_value=date(2400, 12, 31))
bare = st.one_of(
    st.sampled_from(WEEKDAYS), st.sampled_from(MONTHS), st.sampled_from(["spring", "summer", "autumn", "the third quarter", "the first half"]),
    st.integers(1, 31).map(lambda number: f"the {number}{'th' if number > 3 else ['st', 'nd', 'rd'][number - 1]}"),
    st.builds(lambda day, month: f"{day} {month}", st.integers(1, 31), st.sampled_from(MONTHS)),
)  # fmt: skip
relative = st.one_of(
    st.sampled_from(["yesterday", "today", "tomorrow", "now", "tonight", "last night", "this morning", "recently", "the weekend", "overnight", "noon", "8 pm"]),
    st.builds("{} {}".format, st.sampled_from(["last", "this", "next", "past", "coming"]), st.sampled_from([*WEEKDAYS, *MONTHS, "week", "month", "quarter", "year", "summer", "weekend", "decade"])),
    st.builds("{} {} {}".format, st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "years", "quarters"]), st.sampled_from(["ago", "later", "earlier", "from now"])),
)  # fmt: skip
dates = st.one_of(bare, relative, days.map(str), st.integers(1000, 2999).map(str))
phrases = st.one_of(
    dates,
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late", "by", "before", "since", "after", "until", "about", "the evening of", "the week of", "5:26 am on"]), dates),
    st.builds("{} {} {}".format, dates, st.sampled_from(["to", "-", "and", "until", "of", "in"]), dates),
    st.builds("from {} to {}".format, dates, dates),
)  # fmt: skip
zones = st.sampled_from([None, "Europe/Kyiv", "America/New_York", "+03:00", "Pacific/Apia"])
kinds = st.sampled_from(["source", "event"])


def anchored(day: date, kind: str = "source", length: int = 1) -> Anchor:
    start = datetime(day.year, day.month, day.day)
    precision = Precision.DAY if length == 1 else Precision.INTERVAL
    return Anchor(
        start, start + timedelta(days=length), precision, kind="event" if kind == "event" else "source"
    )


@settings(max_examples=400)
@given(phrases, days, kinds, st.integers(1, 40), zones, st.sampled_from(["past", "future"]))
def test_an_answer_is_an_interval_and_reads_the_same_when_written(  # noqa: PLR0917 -- each is drawn
    phrase: str, day: date, kind: str, length: int, zone: str | None, tense: str
) -> None:
    found = resolve(
        phrase, anchored(day, kind, length), zone=zone, tense="future" if tense == "future" else "past"
    )
    if isinstance(found, Refusal):
        assert found.message
        return
    if found.earliest is not None and found.latest is not None:
        assert found.earliest < found.latest
        assert (found.earliest.tzinfo is None) == (found.latest.tzinfo is None) == (zone is None)
    if found.edtf is not None:
        again = resolution_from_edtf(found.edtf, zone=zone)
        assert isinstance(again, Resolution)
        assert (again.earliest, again.latest, again.approximate) == (
            found.earliest,
            found.latest,
            found.approximate,
        )
    assert short(found)
    assert long(found)
    time_label(found)
    machine_value(found)


@settings(max_examples=300)
@given(bare, days)
def test_a_report_looks_back_unless_it_speaks_of_the_future(phrase: str, day: date) -> None:
    end = datetime(day.year, day.month, day.day) + timedelta(days=1)
    found = resolve(phrase, anchored(day))
    if isinstance(found, Resolution):
        assert found.earliest is not None
        assert found.earliest < end
    ahead = resolve(phrase, anchored(day), tense="future")
    if isinstance(ahead, Resolution):
        assert ahead.latest is not None
        assert ahead.latest >= end


@settings(max_examples=200)
@given(
    st.sampled_from(
        [
            *WEEKDAYS,
            "yesterday",
            "last week",
            "the weekend",
            "last Friday",
            "next week",
            "two weeks ago",
            "three days ago",
        ]
    ),
    days,
    st.integers(-300, 300),
)
def test_shifting_the_anchor_by_whole_weeks_shifts_the_answer(phrase: str, day: date, weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    one, other = resolve(phrase, anchored(day)), resolve(phrase, anchored(day + shift))
    assert type(one) is type(other)
    if isinstance(one, Resolution) and isinstance(other, Resolution):
        assert one.earliest is not None
        assert other.earliest == one.earliest + shift


@settings(max_examples=200)
@given(phrases, days, kinds, st.integers(2, 12))
def test_an_answer_from_an_interval_holds_for_each_of_its_days(
    phrase: str, day: date, kind: str, length: int
) -> None:
    if kind == "event" or "now" in phrase or "recently" in phrase:
        return  # a story carries the event's whole interval along
    found = resolve(phrase, anchored(day, kind, length))
    if isinstance(found, Refusal):
        return
    for number in range(length):
        single = resolve(phrase, anchored(day + timedelta(days=number), kind))
        assert isinstance(single, Resolution)
        assert (single.earliest, single.latest) == (found.earliest, found.latest)


@settings(max_examples=200)
@given(
    st.one_of(days.map(str), days.map(lambda day: f"{day:%Y}-{day.month:02}"), st.integers(1000, 2399).map(str), st.integers(100, 239).map("{}X".format),
              st.builds("{}-{}".format, st.integers(1000, 2399), st.integers(21, 23)), st.builds("{}-{}".format, st.integers(1000, 2399), st.integers(33, 36))),
    days,
)  # fmt: skip
def test_a_date_in_words_is_read_back_as_the_same_date(written: str, anchor_day: date) -> None:
    """What pages print, `short` and `long`, loses nothing: the resolver reads it as what it was made from."""
    found = resolve(written, None)
    assert isinstance(found, Resolution)
    for words in (short(found, year=True), long(found).removesuffix(", whole day")):
        again = resolve(words, anchored(anchor_day))
        if words.endswith("00s") and words.removeprefix("the ") < "2000":
            # Ten years or a hundred: both are offered, and one is the date.
            assert isinstance(again, Refusal)
            assert any(reading.edtf == found.edtf for reading in again.readings)
            continue
        assert isinstance(again, Resolution), words
        assert (again.earliest, again.latest, again.precision) == (
            found.earliest,
            found.latest,
            found.precision,
        )


@settings(max_examples=200)
@given(
    st.builds("{} {} {}".format, st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "years"]), st.sampled_from(["later", "earlier"])),
    days, st.integers(2, 70), st.integers(0, 69),
)  # fmt: skip
def test_what_is_counted_from_an_interval_holds_what_each_of_its_days_gives(
    phrase: str, day: date, length: int, number: int
) -> None:
    whole = resolve(phrase, anchored(day, "event", length))
    single = resolve(phrase, anchored(day + timedelta(days=number % length), "event"))
    if isinstance(whole, Refusal) or isinstance(single, Refusal):
        return
    assert whole.earliest is not None
    assert whole.latest is not None
    assert single.earliest is not None
    assert single.latest is not None
    assert whole.earliest <= single.earliest
    assert single.latest <= whole.latest


@settings(max_examples=300)
@given(days, days)
def test_dates_written_in_full_mean_what_they_say(day: date, anchor_day: date) -> None:
    start = anchored(anchor_day)
    weekday = WEEKDAYS[day.weekday()]
    month = MONTHS[day.month - 1]
    for phrase in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {day.day} {month} {day.year}",
        day.isoformat(),
        f"{day:%d.%m}.{day.year}",
    ):
        found = resolve(phrase, start)
        assert isinstance(found, Resolution), phrase
        assert found.earliest == datetime(day.year, day.month, day.day)
        assert found.precision is Precision.DAY
    wrong = resolve(f"{WEEKDAYS[(day.weekday() + 1) % 7]} {day.day} {month} {day.year}", start)
    assert isinstance(wrong, Refusal)
    assert wrong.code == "D305"


pieces = st.sampled_from(
    [
        "on",
        "the",
        "of",
        "21st",
        "22",
        "May",
        "2023",
        "last",
        "next",
        "this",
        "Friday",
        "week",
        "year",
        "ago",
        "before",
        "after",
        "between",
        "and",
        "to",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "at",
        "5:26",
        "am",
        "pm",
        "half",
        "past",
        "quarter",
        "early",
        "mid",
        "late",
        "about",
        "from",
        "until",
        "since",
        "24",
        "лютого",
        "року",
        "у",
        "в",
        "на",
        "початку",
        "ніч",
        "того",
        "ж",
        "дня",
        "через",
        "два",
        "дні",
        "назад",
        "вчера",
        "мая",
        "час",
        "Uhr",
        "am",
        "vor",
        "il",
        "y",
        "a",
        "hace",
        "mañana",
        "~",
        "?",
        "%",
        "[",
        "]",
        "{",
        "}",
        "/",
        "\\",
        "'",
        '"',
        "0526",
        "212130ZMAY23",
        "1990s",
        "Z",
        "+03:00",
        "XX",
        "IV",
        "\u202e",
        "\x00",
        "\ufeff",
        "🙂",
        "٣",
        "²",
        "½",
        "İ",
        "ß",
        "Ǆ",
    ]
)


@settings(max_examples=500)
@given(
    st.one_of(st.text(max_size=60), st.lists(pieces, max_size=14).map(" ".join), st.lists(pieces, max_size=14).map("".join), st.binary(max_size=40).map(lambda raw: raw.decode("latin-1"))),
    st.one_of(st.none(), days.map(anchored)), st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["Europe/Kyiv", "+3", ".."])), st.one_of(st.text(max_size=8), st.sampled_from(LANGUAGES)),
    kinds,
)  # fmt: skip
def test_nothing_whatever_raises(
    phrase: str, start: Anchor | None, zone: str | None, language: str, kind: str
) -> None:
    found = resolve(phrase, start, zone=zone, language=language)
    assert isinstance(found, Resolution | Refusal)
    assert isinstance(
        parse_anchor(phrase, kind="event" if kind == "event" else "source", zone=zone), Anchor | Refusal
    )
    edtf.parse(phrase)
    reading_fits(phrase, phrase, start, zone=zone, language=language)
    reading_fits(phrase, "undecided", start, zone=zone, language=language)
    assert explain(phrase, start, zone=zone, language=language).as_text()
    assert json.loads(answer_line(json.dumps({"phrase": phrase, "lang": language, "zone": zone})))


HOSTILE = [
    "1" * 10_000, "[" * 10_000, "{" * 9_999 + "}", "a " * 5_000, "-" * 10_000, "1-" * 5_000, "the " * 2_500 + "21st", "early " * 1_600 + "May", "X" * 10_000, "[" + "2023," * 2_000 + "2023]",
    "before " * 1_400 + "May", "1/" * 5_000, "от " * 3_000, "ʼ" * 10_000, "\u0301" * 10_000, "5:26 " * 2_000, "(" * 10_000, "Y" + "9" * 10_000, "2023-05-21T" * 900, "ﷺ" * 10_000,
]  # fmt: skip


NESTED = [
    "morning morning end morning end end morning morning morning morning morning morning end morning",
    "week week evening later later week later later week later later later week week evening later week evening evening",
    "morning morning quarter late morning late 21 morning 21 21 late late 21 morning end quarter quarter 21",
    "5 am at noon to 21 may at 5 am at noon to 21 may at 5 am at noon to 21 may at 5 am at noon",
]


@pytest.mark.parametrize("phrase", NESTED)
def test_words_that_may_hold_one_another_in_many_ways_take_no_time(phrase: str) -> None:
    began = time.process_time()
    for start in (None, anchored(date(2023, 5, 22)), anchored(date(2014, 1, 1), "event", 60)):
        resolve(phrase, start)
    assert (
        time.process_time() - began < 20
    )  # it took a minute where every run was read anew from each around it


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_ten_thousand_hostile_characters_take_no_time(number: int) -> None:
    text = HOSTILE[number]
    start = anchored(date(2023, 5, 22))
    began = time.process_time()
    assert isinstance(resolve(text, start), Refusal)
    edtf.parse(text)
    parse_anchor(text)
    reading_fits(text, text, start)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "word",
    [
        "early",
        "before",
        "May",
        "21st",
        "Friday",
        "and",
        "to",
        "the evening of",
        "last",
        "21",
        "week",
        "5:26",
        "between",
        "1989",
        "-",
        "2",
        "xyz",
        "since",
        "about",
        "in",
        "night",
    ],
)
def test_the_longest_phrase_of_one_word_takes_little_time(word: str) -> None:
    text = " ".join([word] * 200)[:200]
    began = time.process_time()
    for language in LANGUAGES:
        resolve(text, anchored(date(2023, 5, 22)), language=language)
        resolve(text + "x", anchored(date(2023, 5, 22), "event", 400), language=language)
    assert time.process_time() - began < 30

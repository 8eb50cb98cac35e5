"""Dates of records: which anchor, zone, reading and limits apply."""

import pytest

from tests.projects import findings, one_event, read
from timeline.model import Dating

REST = "place: Bakhmut\nclaim: The city stands.\nsource: article\n"
INTERVAL = 'title: A\nno_url: x\npublished: {phrase: "[2023-05-22..2023-05-31]", basis: Judged.}\n'


def span(dating: Dating) -> str:
    """Print an interval as `earliest -> latest, precision`."""
    ends = [
        end.isoformat() if end else "open" for end in (dating.resolution.earliest, dating.resolution.latest)
    ]
    return f"{ends[0]} -> {ends[1]}, {dating.resolution.precision}"


def test_a_phrase_is_read_from_the_publication_of_the_source() -> None:
    event, found = one_event("date: on the 21st\n" + REST)
    assert found == []
    assert span(event.date) == "2023-05-21T00:00:00 -> 2023-05-22T00:00:00, day"
    assert event.date.anchor is not None
    assert (event.date.anchor.kind, event.date.anchor.id) == ("source", "article")


def test_an_interval_is_an_anchor_where_every_day_of_it_gives_the_same() -> None:
    event, found = one_event("date: on the 21st\n" + REST, sources__article=INTERVAL)
    assert (span(event.date), found) == ("2023-05-21T00:00:00 -> 2023-05-22T00:00:00, day", [])
    _, found = one_event("date: last Friday\n" + REST, sources__article=INTERVAL)
    assert found
    assert found[0].startswith("D")
    assert "events/this:1:7" in found[0]


def test_left_out_a_saying_is_not_stated_but_limited() -> None:
    event, _ = one_event('date: "2023-05-20"\n' + REST)
    assert span(event.said) == "2023-05-20T00:00:00 -> 2023-05-23T00:00:00, unstated"
    assert event.said.phrase == "unstated"
    assert any("publication" in limit for limit in event.said.limits)


def test_an_unstated_date_is_no_later_than_its_saying() -> None:
    event, _ = one_event("date: unstated\nsaid: on the 21st\n" + REST)
    assert span(event.date) == "open -> 2023-05-22T00:00:00, unstated"


def test_a_forecast_may_be_said_before_its_date() -> None:
    event, found = one_event('date: "2023-06-01"\nsaid: on the 21st\nkind: forecast\n' + REST)
    assert found == []
    event, _ = one_event('date: "2023-06-01"\nkind: forecast\n' + REST)
    assert span(event.said) == "open -> 2023-05-23T00:00:00, unstated"


def test_when_said_is_the_day_of_the_saying() -> None:
    event, _ = one_event("date: when said\nsaid: on the 21st\n" + REST)
    assert span(event.date) == "2023-05-21T00:00:00 -> 2023-05-22T00:00:00, day"
    event, _ = one_event("date: When  said\n" + REST)
    assert span(event.date) == "open -> 2023-05-23T00:00:00, unstated"


def test_a_clock_time_read_from_the_saying_in_the_zone_of_the_place() -> None:
    event, found = one_event(
        "date: {phrase: at around 5:26 am, anchor: said}\nsaid: on the 22nd\nplace: plant\nclaim: x\nsource: article\n",
        places__plant="name: Plant\npart_of: country\n",
        places__country="name: Country\ntime_zone: Europe/Kyiv\n",
    )
    assert found == []
    assert event.date.resolution.earliest is not None
    assert event.date.resolution.earliest.isoformat() == "2023-05-22T05:26:00+03:00"
    assert event.date.resolution.approximate
    assert event.date.zone == "Europe/Kyiv"
    assert event.date.anchor is not None
    assert event.date.anchor.kind == "said"


def test_a_phrase_read_from_another_event() -> None:
    event, found = one_event(
        "date: {phrase: on the same day, anchor: that}\n" + REST, events__that='date: "2023-05-19"\n' + REST
    )
    assert (span(event.date), found) == ("2023-05-19T00:00:00 -> 2023-05-20T00:00:00, day", [])


def test_a_saying_read_from_another_event_takes_its_saying() -> None:
    event, _ = one_event(
        "date: unstated\nsaid: {phrase: on the same day, anchor: that}\n" + REST,
        events__that="date: unstated\nsaid: on the 20th\n" + REST,
    )
    assert span(event.said) == "2023-05-20T00:00:00 -> 2023-05-21T00:00:00, day"


def test_an_editor_s_reading_where_the_phrase_leaves_it_open() -> None:
    reading = 'date: {phrase: last Friday, reading: "2023-05-19", basis: The report is of that week.}\n'
    event, found = one_event(reading + REST, sources__article=INTERVAL)
    assert found == []
    assert span(event.date) == "2023-05-19T00:00:00 -> 2023-05-20T00:00:00, day"
    assert event.date.by_editor
    _, found = one_event(reading.replace("2023-05-19", "2023-05-18") + REST, sources__article=INTERVAL)
    assert len(found) == 1
    assert "events/this:1:38" in found[0]


def test_limits_by_the_editor() -> None:
    event, found = one_event(
        'date: {phrase: unstated, not_before: "2023-05-19", not_after: that, basis: It is known.}\n' + REST,
        events__that='date: "2023-05-20"\n' + REST,
    )
    assert (span(event.date), found) == ("2023-05-19T00:00:00 -> 2023-05-21T00:00:00, unstated", [])
    assert event.date.not_after is not None
    assert event.date.not_after.event == "that"


def test_limits_that_leave_nothing() -> None:
    _, found = one_event(
        'date: {phrase: "2023-05-21", not_after: "2023-05-19", basis: x}\n' + REST,
    )
    assert len(found) == 1
    assert "events/this:1:" in found[0]


@pytest.mark.parametrize("field", ["anchor", "not_before", "not_after"])
def test_an_event_that_does_not_exist(field: str) -> None:
    text = f"date: {{phrase: '2023-05-21', {field}: thta, basis: x}}\n" + REST
    _, found = one_event(text, events__that='date: "2023-05-20"\n' + REST)
    assert found == [
        f"L401 events/this:1:{text.index('thta') + 1} there is no event `thta` -> did you mean `that`?"
    ]


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("That-Event", "did you mean `that-event`?"),
        ("22 May 2023", "did you mean `2023-05-22`?"),
        ("article", "without an anchor, a phrase is read from the publication of its source"),
        ("last Monday", "write it like 2023-05-21"),
    ],
)
def test_an_anchor_that_is_nearly_right(word: str, advice: str) -> None:
    _, found = one_event(
        f"date: {{phrase: yesterday, anchor: {word}}}\n" + REST,
        **{"events/that-event": 'date: "2023-05-20"\n' + REST},
    )
    assert len(found) == 1
    assert advice in found[0]


def test_a_saying_is_not_read_from_itself() -> None:
    _, found = one_event("date: on the 21st\nsaid: {phrase: the next day, anchor: said}\n" + REST)
    assert len(found) == 1
    assert "from which only its `date` can be read" in found[0]
    event, found = one_event("date: {phrase: yesterday, anchor: Said}\nsaid: on the 20th\n" + REST)
    assert (span(event.date), found) == ("2023-05-19T00:00:00 -> 2023-05-20T00:00:00, day", [])


@pytest.mark.parametrize(
    ("phrase", "reading", "said"),
    [
        ("03/04/2023", "2023-04-03", "the words alone allow Monday 3 April 2023 or Saturday 4 March 2023"),
        ("on the day of the battle", "2023-05-20", "no rule reads the words"),
        (
            "Monday 18 May 2023",
            "2023-05-18",
            "the words cannot be meant as they stand: 18 May 2023 is a Thursday",
        ),
        ("recently", "2023-05-18", "within what the words say"),
        ("the next day", "2023-05-18", "nothing to read the words from"),
    ],
)
def test_an_editor_s_reading_tells_why_the_words_need_one(phrase: str, reading: str, said: str) -> None:
    event, found = one_event(f'date: {{phrase: {phrase}, reading: "{reading}", basis: x}}\n' + REST)
    assert found == []
    assert event.date.resolution.rule == "editor-reading"
    assert said in event.date.resolution.explanation


def test_a_reading_that_only_repeats_the_words_is_a_warning_and_not_used() -> None:
    event, found = one_event('date: {phrase: Thursday 18 May 2023, reading: "2023-05-18", basis: x}\n' + REST)
    assert [line.split()[0] for line in found] == ["D320"]
    assert event.date.resolution.rule != "editor-reading"


@pytest.mark.parametrize("field", ["anchor", "not_before", "not_after"])
@pytest.mark.parametrize(("word", "code"), [("21/5/2023", "D313"), ("2023-02-30", "D304")])
def test_a_limit_that_is_meant_as_a_date_and_is_none(field: str, word: str, code: str) -> None:
    text = f"date: {{phrase: '2023-05-21', {field}: {word}, basis: x}}\n" + REST
    _, found = one_event(text)
    assert [line.split()[:2] for line in found] == [[code, f"events/this:1:{text.index(word) + 1}"]]


# Each case: an event's date, the source it cites, and the only finding; the relative date itself is not blamed.
BLAMELESS = {
    "a source that does not exist": ("date: yesterday", "artcle", "", "L401 events/this:4:9"),
    "a source that could not be read": ("date: yesterday", "other", "title: [", "R118 sources/other:1:8"),
    "a publication that could not be read": (
        "date: yesterday",
        "other",
        "title: Other\nno_url: x\npublished: on a fine day",
        "D301 sources/other:3:12",
    ),
    "an event that does not exist": (
        "date: {phrase: the same day, anchor: nobody-knows}",
        "article",
        "",
        "L401 events/this:1:38",
    ),
    "a saying that could not be read": (
        "said: on a fine day\ndate: {phrase: yesterday, anchor: said}",
        "article",
        "",
        "D301 events/this:1:7",
    ),
}


@pytest.mark.parametrize(("date", "source", "other", "expected"), BLAMELESS.values(), ids=BLAMELESS)
def test_a_fault_that_leaves_no_anchor_is_found_once(
    date: str, source: str, other: str, expected: str
) -> None:
    text = f"{date}\nplace: Bakhmut\nclaim: The city stands.\nsource: {source}\n"
    _, found = one_event(text, sources__other=other)
    assert [" ".join(line.split()[:2]) for line in found] == [expected]


def test_a_cycle_is_named_whole_and_found_once() -> None:
    def step(anchor: str) -> str:
        return f"date: {{phrase: the next day, anchor: {anchor}}}\n" + REST

    found = findings({"events/a": step("b"), "events/b": step("c"), "events/c": step("a")})
    cycles = [line for line in found if line.startswith("D319")]
    assert cycles == [
        (
            "D319 events/a:1:38 these dates are read from one another: `a` → `b` → `c` → `a`"
            " -> give one of them a date of its own"
        )
    ]


def test_a_date_read_from_itself() -> None:
    found = findings({"events/a": "date: {phrase: the same day, anchor: a}\n" + REST})
    assert found[0].startswith("D319 events/a:1:38 the date of `a` is read from itself")


def test_two_cycles_are_two_findings() -> None:
    def step(anchor: str) -> str:
        return f"date: {{phrase: the same day, anchor: {anchor}}}\n" + REST

    found = findings(
        {"events/a": step("b"), "events/b": step("a"), "events/c": step("d"), "events/d": step("c")}
    )
    assert sum(line.startswith("D319") for line in found) == 2


@pytest.mark.slow
def test_the_longest_chain_needs_no_recursion() -> None:
    count = 3_000
    texts = {
        f"events/e{i}": f"date: {{phrase: the same day, anchor: e{i - 1}}}\n" + REST for i in range(1, count)
    }
    timeline, found = read({"events/e0": 'date: "2023-05-20"\n' + REST, **texts})
    assert found == ()
    assert span(timeline.events[f"e{count - 1}"].date) == "2023-05-20T00:00:00 -> 2023-05-21T00:00:00, day"


def test_zones() -> None:
    _, found = one_event("date: {phrase: on the 21st, zone: Europe/Kiyv}\n" + REST)
    assert found[0].endswith("there is no time zone `Europe/Kiyv` -> did you mean Europe/Kyiv?")
    event, _ = one_event("date: on the 21st\n" + REST, settings="title: T\ntime_zone: Europe/Kyiv\n")
    assert span(event.date) == "2023-05-21T00:00:00+03:00 -> 2023-05-22T00:00:00+03:00, day"
    event, _ = one_event(
        "date: {phrase: on the 21st, zone: Asia/Tokyo}\n" + REST,
        settings="title: T\ntime_zone: Europe/Kyiv\n",
    )
    assert span(event.date) == "2023-05-21T00:00:00+09:00 -> 2023-05-22T00:00:00+09:00, day"


def test_a_refused_phrase_is_undated_and_lists_what_can_be_pasted() -> None:
    event, found = one_event("date: 03/04/2023\n" + REST)
    assert span(event.date).endswith("unstated")
    assert 'reading: "2023-03-04"' in found[0]
    assert 'reading: "2023-04-03"' in found[0]


def test_a_source_without_a_date_is_no_anchor() -> None:
    _, found = one_event("date: on the 21st\n" + REST, sources__article="title: A\nno_url: x\n")
    assert len(found) == 1
    assert "events/this:1:7" in found[0]


def test_after_something_that_the_editor_names() -> None:
    event, found = one_event(
        "date: {phrase: after losing Bakhmut, anchor: that}\n" + REST,
        events__that='date: "2023-05-20"\n' + REST,
    )
    assert found == []
    assert span(event.date) == "2023-05-20T00:00:00 -> 2023-05-23T00:00:00, unstated"


def test_nothing_is_told_of_a_removed_claim_that_dates_another() -> None:
    removed = 'date: "2023-05-19"\nstatus: {kind: removed, reason: safety, date: "2023-06-01"}\n' + REST
    event, _ = one_event("date: {phrase: on the same day, anchor: that}\n" + REST, events__that=removed)
    assert event.date.anchor is not None
    assert event.date.anchor.text == "a claim that was removed"
    assert "`that`" not in event.date.resolution.explanation


def test_nothing_is_said_after_the_source_that_reports_it() -> None:
    event, _ = one_event('date: "2023-05-25"\n' + REST)
    assert span(event.said) == "open -> 2023-05-23T00:00:00, unstated"


def test_a_limit_with_an_offset_on_a_time_without_one_is_widened_to_days() -> None:
    clock = "date: {phrase: 5:26 am, anchor: '2023-05-22', zone: Europe/Kyiv}\n" + REST
    day = "date: unstated\nsaid: {phrase: in May 2023, LIMIT: that, basis: x}\n" + REST
    event, _ = one_event(day.replace("LIMIT", "not_before"), events__that=clock, sources__article=INTERVAL)
    assert span(event.said) == "2023-05-22T00:00:00 -> 2023-06-01T00:00:00, interval"
    event, _ = one_event(day.replace("LIMIT", "not_after"), events__that=clock, sources__article=INTERVAL)
    assert span(event.said) == "2023-05-01T00:00:00 -> 2023-05-23T00:00:00, interval"


def test_what_is_unstated_is_read_from_nothing() -> None:
    event, found = one_event(
        "date: {phrase: unstated, anchor: that}\n" + REST, events__that="date: unstated\n" + REST
    )
    assert (event.date.anchor, found) == (None, [])

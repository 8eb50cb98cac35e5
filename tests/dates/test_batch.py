"""Many phrases at once, and the telling of how one was read."""

from __future__ import annotations

import json

import pytest

from tests.dates.said import anchor
from timeline.dates import Refusal, Settings, answer_line, answer_lines, explain, resolve
from timeline.dates.batch import answer, as_data


def told(**asked: object) -> dict[str, object]:
    found = json.loads(answer_line(json.dumps(asked)))
    assert isinstance(found, dict)
    return found


def test_an_answer_has_every_field() -> None:
    assert told(
        id="a", phrase="on the evening of the 21st", anchor="2023-05-22", lang="en", zone="Europe/Kyiv"
    ) == {
        "id": "a",
        "earliest": "2023-05-21T18:00:00+03:00",
        "latest": "2023-05-22T00:00:00+03:00",
        "edtf": None,
        "precision": "part-of-day",
        "part": "evening",
        "approximate": True,
        "rule": "part-of-a-day",
        "explanation": "“on the evening of the 21st”: the latest 21st on or before the publication of the source (22 May 2023); evening is "
        "taken as 18:00 to 24:00, by convention, by the rule part-of-a-day with bare-day-number.",
    }


def test_a_refusal_lists_its_readings() -> None:
    found = told(id=7, phrase="03/04/2023", anchor="2023-05-22", lang="en")
    assert found["id"] == 7
    assert str(found["error"]).startswith("D302")
    assert found["readings"] == [
        {"edtf": "2023-04-03", "label": "Monday 3 April 2023", "why": "read as day, month, year"},
        {"edtf": "2023-03-04", "label": "Saturday 4 March 2023", "why": "read as month, day, year"},
    ]


def test_kind_and_tense_and_open_ends() -> None:
    assert (
        told(phrase="the same day", anchor="2023-05-21", anchor_kind="event")["earliest"]
        == "2023-05-21T00:00:00"
    )
    assert told(phrase="Friday", anchor="2023-05-22", tense="future")["earliest"] == "2023-05-26T00:00:00"
    assert told(phrase="unstated")["earliest"] is None
    assert told(phrase="21 травня 2023", lang="uk")["edtf"] == "2023-05-21"
    assert told(phrase="21 травня 2023", lang="uk-UA")["edtf"] == "2023-05-21"


@pytest.mark.parametrize(
    "line",
    [
        "", "{", "[]", "7", "null", '{"id": 1}', '{"id": 1, "phrase": 7}', '{"phrase": "today", "anchor": 7}', '{"phrase": "today", "anchor": "yesterday"}',
        '{"phrase": "today", "anchor_kind": "x"}', '{"phrase": "today", "tense": "x"}', '{"phrase": "today", "zone": ["x"]}', '{"phrase": "today", "lang": {}}', "[" * 100000,
        '{"phrase": "today", "anchor": "2023-05-22", "zone": "Mars/Olympus"}',
    ],
)  # fmt: skip
def test_a_malformed_line_gets_an_error(line: str) -> None:
    found = json.loads(answer_line(line))
    assert found["error"]
    assert found["readings"] == []


def test_lines_are_answered_in_order_and_empty_ones_too() -> None:
    lines = ['{"id": 1, "phrase": "2023"}\n', "\n", '{"id": 2, "phrase": "2024"}\n', "x"]
    assert [json.loads(line)["id"] for line in answer_lines(lines)] == [1, None, 2, None]


@pytest.mark.parametrize(
    "phrase",
    [
        "21 May 2023",
        "evening of 21 May 2023",
        "unstated",
        'nonsense "quoted" \\',
        "03/04/2023",
        "since 2014",
        "Thursday 21 June 2023",
        "ніч 21 травня",
    ],
)
def test_a_line_says_the_same_as_the_answer_itself(phrase: str) -> None:
    language = "uk" if "ніч" in phrase else "en"
    found = resolve(phrase, None, language=language)
    assert told(id="a", phrase=phrase, lang=language) == {"id": "a", **as_data(found)}
    assert answer({"id": "a", "phrase": phrase, "lang": language}) == {"id": "a", **as_data(found)}


def test_an_explanation_tells_every_step() -> None:
    text = explain("the evening of the 21st", anchor("2023-05-22"), zone="Europe/Kyiv").as_text()
    for part in (
        "“the evening of the 21st”", "Monday 22 May 2023", "a report looks back", "on the clocks of Europe/Kyiv", "part-of-a-day (Part of a day).", "bare-day-number (Day number).", "18:00 to 24:00",
        "2023-05-21T18:00:00+03:00", "not known: clock time",
    ):  # fmt: skip
        assert part in text


def test_an_explanation_of_a_refusal_says_why_each_reading_was_struck_out() -> None:
    text = explain("Thursday 21 June 2023", None).as_text()
    assert "nothing: no anchor is given" in text
    assert (
        "struck out: Wednesday 21 June 2023, because 21 June 2023 is a Wednesday, not a Thursday"
        in " ".join(text.split())
    )
    assert "none is left" in text
    assert "refused (D305)" in text


def test_an_explanation_is_also_data() -> None:
    found = explain("Friday", anchor("2023-05-22", "event"))
    data = found.as_data()
    assert json.loads(json.dumps(data)) == data
    assert list(data) == [
        "phrase", "read_as", "language", "tense", "zone", "anchor", "rules", "readings", "result",
    ]  # fmt: skip
    assert data["anchor"] == {
        "label": "the anchor", "kind": "event", "earliest": "2023-05-22T00:00:00", "latest": "2023-05-23T00:00:00",
        "precision": "day", "part": None, "needed": True,
    }  # fmt: skip
    assert data["readings"] == [
        {
            "edtf": "2023-05-26", "label": "Friday 26 May 2023",
            "why": "the first Friday on or after the anchor (22 May 2023)", "rules": ["bare-weekday"], "struck_out": None,
        }
    ]  # fmt: skip
    result = data["result"]
    assert isinstance(result, dict)
    assert result["edtf"] == "2023-05-26"
    assert result["not_known"] == ["time of day"]


def test_a_refusal_is_data_too() -> None:
    refused = explain("Thursday 21 June 2023", None).as_data()
    assert isinstance(refused["result"], dict)
    assert refused["anchor"] is None
    assert refused["result"]["code"] == "D305"
    assert refused["result"]["hint"]
    assert refused["readings"] == [
        {
            "edtf": "2023-06-21", "label": "Wednesday 21 June 2023", "why": "the words name the day", "rules": ["day-month-year"],
            "struck_out": "21 June 2023 is a Wednesday, not a Thursday",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "point", "words"),
    [
        ("x" * 300, "", "300 characters"), ("no date at all", "2023-05-22", "none"), ("3:30 am on 29 October 2023", "2023-11-01", "warning:"),
        ("21 May 2023", "2023-05-22", "not needed"), ("unstated", "", "no earliest and no latest moment is known"), ("Two  Days AGO", "2023-05-22", "“Two Days AGO”, read as words in English"),
        ("the President’s arrival", "2023-05-22", "spelt for reading as"),
    ],
)  # fmt: skip
def test_an_explanation_of_anything(phrase: str, point: str, words: str) -> None:
    assert (
        words
        in explain(
            phrase, anchor(point) if point else None, zone="Europe/Kyiv", settings=Settings()
        ).as_text()
    )


@pytest.mark.parametrize(
    "line",
    [
        '{"id": NaN, "phrase": "1989"}',
        '{"id": 1e999, "phrase": "1989"}',
        '{"id": [-Infinity], "phrase": "1989"}',
    ],
)
def test_an_answer_is_always_json(line: str) -> None:
    def refused(name: str) -> object:
        raise AssertionError(name)

    found = json.loads(answer_line(line), parse_constant=refused)
    assert found["id"] is None
    assert found["error"].startswith("the line is not JSON")


def test_half_a_surrogate_pair_stays_an_escape() -> None:
    line = answer_line('{"id": "\\ud800", "phrase": "\\udfff"}')
    assert line.encode()
    assert json.loads(line)["id"] == "\ud800"


def test_a_refusal_does_not_say_what_the_phrase_needed() -> None:
    assert "not needed" not in explain("no date at all", anchor("2023-05-22")).as_text()


def test_the_hint_names_the_part_that_can_be_read() -> None:
    found = resolve("he said on Monday that", anchor("2023-05-22"))
    assert isinstance(found, Refusal)
    assert "`on Monday` can be read" in found.hint


def test_an_explanation_looking_forward_says_so() -> None:
    assert "points forward" in explain("Friday", anchor("2023-05-22"), tense="future").as_text()

"""Fields of a record: what is refused, where, and what to do instead."""

import pytest

from tests.projects import findings

VALID = """
date: "2023-05-21"
place: Bakhmut
claim: The city has not been occupied.
source: article
"""


def test_four_fields_are_enough() -> None:
    assert findings({"events/this": VALID}) == []


# Each case: lines that are added to a valid event, and the findings, whose lines count from the added ones.
ADDED = {
    "a misspelt field": (
        "plaec: Marinka",
        ["F201 1:1 an event has no field `plaec` -> did you mean `place`?"],
    ),
    "another word for a field": (
        "speaker: x",
        ["F201 1:1 an event has no field `speaker` -> did you mean `by`?"],
    ),
    "a field of nobody's": (
        "verdict: x",
        ["F201 1:1 an event has no field `verdict` -> known fields: date, place,"],
    ),
    "an empty field": ("title:", ["F204 1:7 this field is empty -> leave out a field that is not known"]),
    "a list where text stands": ("title: [a, b]", ["F203 1:8 expected one line of text, found a list"]),
    "a mapping where text stands": ("title: {a: b}", ["F203 1:8 expected one line of text, found a mapping"]),
    "an empty mapping": ("figures: {}", ["F204 1:10 this mapping is empty -> leave the field out"]),
    "an empty list": ("tags: []", ["F204 1:7 this list is empty -> leave the field out"]),
    "a word that is not one of a few": (
        "kind: forcast",
        [
            "F205 1:7 `forcast` is not one of `occurrence`, `state`, `assessment`, `forecast` -> did you mean `forecast`?"
        ],
    ),
    "a number with words": (
        "figures: {drones: {value: about 20}}",
        ["F206 1:27 `about 20` is not a number -> write digits, with a point for decimals"],
    ),
    "a number with separators": (
        'figures: {people: {value: "12,000"}}',
        ["F206 1:27 `12,000` is not a number -> write `12000`"],
    ),
    "a figure without a number": (
        "figures: {drones: {unit: drones}}",
        ["F211 1:19 a figure has either `value`, or `min` and `max` or one of them"],
    ),
    "a range that runs backwards": (
        "figures: {drones: {min: 5, max: 3}}",
        ["F211 1:19 `min` is greater than `max` -> exchange them"],
    ),
    "a bad alias": (
        "aliases: [Old_Name]",
        [
            "F207 1:11 `Old_Name` cannot be an id: only a-z, 0-9 and single hyphens between them -> write `old-name`"
        ],
    ),
    "a day in words": (
        "history: [{date: 24 May, change: Place.}]",
        ["F208 1:18 `24 May` is not a day -> write year-month-day, such as 2023-05-24"],
    ),
    "a day that does not exist": (
        'history: [{date: "2023-02-30", change: Place.}]',
        ["F208 1:18 there is no day 2023-02-30"],
    ),
    "a language by its name": (
        "quote: {text: x, language: English}",
        ["F209 1:28 `English` is not a language tag -> write its tag, such as `en` or `uk`"],
    ),
    "a reading without a basis": (
        'said: {phrase: unstated, reading: "2023-05-21"}',
        ["D317 1:35 an editor's reading or limit needs a `basis` -> add `basis:` with the reason"],
    ),
    "a date without a phrase": (
        "said: {zone: Europe/Kyiv}",
        ["F202 1:8 a date needs a field `phrase` -> add a line such as `phrase: "],
    ),
    "a relation of no known kind": (
        "relations: [{denies: that}]",
        ["F205 1:14 `denies` is not one of `disputes`, `clarifies`, `retracts`, `repeats`, `agrees_with`"],
    ),
    "a relation that is not a mapping": (
        "relations: disputes",
        ["F203 1:12 expected a relation such as `disputes:"],
    ),
    "text on several lines": (
        "title: |\n  one\n  two",
        ["F214 1:8 expected one line of text, found several"],
    ),
    "text that is too long": (
        f"title: {'x' * 301}",
        ["F213 1:8 this text has 301 characters, and 300 are allowed"],
    ),
    "a status without a reason": (
        'status: {kind: withdrawn, date: "2023-05-24"}',
        ["F202 1:10 a status needs a field `reason` -> add a line such as `reason: "],
    ),
    "YAML's other truth": ("about: [[x]]", ["F203 1:9 expected a topic"]),
}


@pytest.mark.parametrize(("added", "expected"), ADDED.values(), ids=ADDED)
def test_findings(added: str, expected: list[str]) -> None:
    found = findings({"events/this": added + VALID})
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.replace("events/this:", "").startswith(start)


def test_every_fault_of_a_file_is_found_in_one_run() -> None:
    found = findings({"events/this": "dat: x\nkind: y\ntitle:\n"})
    assert [line.split()[0] for line in found] == ["F201", "F202", "F202", "F202", "F205", "F204"]


def test_a_file_that_is_not_a_record() -> None:
    assert findings({"events/this": "- a\n- b\n"})[0].startswith(
        "F215 events/this:1:1 an event is a mapping of fields"
    )


def test_truth_has_two_words() -> None:
    found = findings({"narratives/one": "label: One\nparty: yes\n"})
    assert found == ["F205 narratives/one:2:8 `yes` is not `true` or `false` -> write `true`"]


def test_a_position_out_of_range() -> None:
    found = findings({"places/one": "name: One\nlatitude: 91\nlongitude: 1\nexactness: exact\n"})
    assert found == [
        "F206 places/one:2:11 `91` is not a number from -90 to 90 -> perhaps `latitude` and `longitude` are exchanged"
    ]


def test_an_address_without_its_scheme() -> None:
    found = findings({"sources/one": "title: One\nurl: www.example.org/x\n"})
    assert found == [
        (
            "F210 sources/one:2:6 this is not a web address that starts with https:// or http://"
            " -> write `https://www.example.org/x`"
        )
    ]


def test_an_address_that_leads_elsewhere_than_it_seems() -> None:
    (found,) = findings({"sources/one": "title: One\nurl: https://example.org@203.0.113.9/x\n"})
    assert found.startswith("F210 sources/one:2:6 this web address cannot be linked safely -> ")


def test_a_source_is_named_or_described_but_not_both() -> None:
    text = VALID.replace("source: article", "source: {id: article, language: en}")
    assert findings({"events/this": text})[0].startswith(
        "F212 events/this:4:23 `language` belongs to the source's own file"
    )


def test_a_source_has_to_be_something() -> None:
    text = VALID.replace("source: article", "source: {locator: paragraph 2}")
    assert findings({"events/this": text}) == [
        "F202 events/this:4:9 a source needs `id`, or `title` or `url` -> add `id: SOURCE-ID`"
    ]


def test_the_file_of_a_removed_claim_may_be_empty_of_words() -> None:
    text = 'status: {kind: removed, reason: safety, date: "2023-06-01"}\n'
    assert findings({"events/this": text}) == []


def test_removal_has_one_of_four_reasons() -> None:
    text = 'status: {kind: removed, reason: He asked us to., date: "2023-06-01"}\n'
    assert findings({"events/this": text})[0].startswith(
        "F205 events/this:1:33 `He asked us to.` is not one of"
    )

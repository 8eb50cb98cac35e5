"""The machine-readable timeline: its shape, its care for what was removed, and its schema."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.made_up import DAY, UNKNOWN, event, narrative, place, source, speaker, timeline, topic
from timeline.compiler import compile_project
from timeline.exports import DATA_FILE, SCHEMA_FILE, data_files
from timeline.exports.writing import coordinate, number
from timeline.model import (
    About,
    Answer,
    Bound,
    Change,
    Citation,
    Dating,
    Exactness,
    Figure,
    Name,
    Quote,
    Relation,
    RelationKind,
    Settings,
    Status,
    Timeline,
)
from timeline.source.folder import read_folder

FULL = event(
    "b",
    claim='The "bridge" <fell>.',
    title="Bridge",
    kind="state",
    by=("mayor",),
    via=("gazette-desk",),
    places=("bridge",),
    said_at=("hall",),
    narrative="town",
    narrative_basis="He speaks for the town",
    about=(About(topic="open", answer="no", inferred=True),),
    relations=(Relation(kind=RelationKind.DISPUTES, target="a"),),
    figures=(Figure(measure="boats", minimum=Decimal(2), maximum=Decimal("2.5"), unit="boats"),),
    quote=Quote(text="Упал", language="ru", translation="It fell", translator="editor"),
    citations=(Citation(source="gazette", locator="paragraph 2", excerpt="the bridge fell"),),
    tags=("bridge",),
    note="editor's",
    status=Status(kind="corrected", reason="typo", date="2023-06-01"),
    history=(Change(date="2023-06-01", change="spelling"),),
    aliases=("old-b",),
    said=Dating(
        phrase="last Friday",
        resolution=DAY.resolution,
        reading="2023-05-19",
        basis="it was a Friday",
        not_before=Bound(text="a", event="a"),
        not_after=Bound(text="2023-05-21", event=None),
        limits=("no later than publication",),
    ),
)

WHOLE = timeline(
    settings=Settings(title="Bridge", language="en"),
    events=[FULL, event("a"), event("c", claim="secret", status=Status(kind="removed", reason="safety"))],
    narratives=[narrative("town", party=True, description="d", reason="r"), narrative("port")],
    speakers=[
        speaker("mayor", names=(Name(name="Mayor X", language="en", basis="same office"),)),
        speaker("gazette-desk"),
    ],
    places=[
        place(
            "bridge",
            latitude=Decimal("48.123456"),
            longitude=Decimal("37.987654"),
            exactness=Exactness.VICINITY,
        ),
        place("hall"),
    ],
    topics=[topic("open", answers=(Answer(id="no", label="No"),))],
    sources=[source("gazette", published=DAY, updated=UNKNOWN, held="public")],
)


def written(whole: Timeline) -> Any:
    return json.loads(data_files(whole)[DATA_FILE])


def schema(whole: Timeline) -> Any:
    return json.loads(data_files(whole)[SCHEMA_FILE])


def checked(whole: Timeline) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(whole), format_checker=jsonschema.FormatChecker())
    return [error.message for error in validator.iter_errors(written(whole))]


@pytest.mark.parametrize("whole", [WHOLE, timeline()], ids=["whole", "empty"])
def test_the_data_keeps_to_its_schema(whole: Timeline) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(whole))
    assert checked(whole) == []


def test_every_property_is_described() -> None:
    document = schema(WHOLE)
    for shape in (document, *document["$defs"].values()):
        assert shape["description"]
        assert shape["additionalProperties"] is False
        assert shape["required"] == list(shape["properties"])
        for name, definition in shape["properties"].items():
            assert definition["description"], name


def test_the_schema_refuses_what_is_not_in_it() -> None:
    document = written(WHOLE)
    document["claims"][0]["verdict"] = "false"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema(WHOLE))


def test_a_date_stands_with_its_phrase_and_its_reason() -> None:
    date = written(WHOLE)["claims"][0]["date"]
    assert date == {
        "phrase": "on the 21st",
        "earliest": "2023-05-21T00:00:00+03:00",
        "latest": "2023-05-22T00:00:00+03:00",
        "edtf": "2023-05-21",
        "precision": "day",
        "part": None,
        "approximate": False,
        "anchor": {"kind": "source", "id": "gazette", "text": "publication of the source, 22 May 2023"},
        "rule": "bare-day-number",
        "explanation": 'By the rule "bare-day-number", the 21st is 21 May 2023.',
        "reading": None,
        "basis": None,
        "not_before": None,
        "not_after": None,
        "limits": [],
        "zone": "Europe/Kyiv",
    }


def test_an_unknown_date_has_no_ends() -> None:
    said = written(WHOLE)["claims"][0]["said"]
    assert (said["earliest"], said["latest"], said["precision"], said["anchor"]) == (
        None,
        None,
        "unstated",
        None,
    )


def test_a_claim_has_all_that_is_on_file() -> None:
    claim = written(WHOLE)["claims"][1]
    assert claim["claim"] == 'The "bridge" <fell>.'
    assert claim["figures"] == [{"measure": "boats", "value": None, "min": 2, "max": 2.5, "unit": "boats"}]
    assert claim["relations"] == [{"kind": "disputes", "target": "a"}]
    assert claim["about"] == [{"topic": "open", "answer": "no", "inferred": True}]
    assert claim["source"] == [{"id": "gazette", "locator": "paragraph 2", "excerpt": "the bridge fell"}]
    assert claim["said"]["not_before"] == {"text": "a", "event": "a"}
    assert claim["status"] == {"kind": "corrected", "reason": "typo", "date": "2023-06-01"}


def test_a_removed_claim_is_a_tombstone() -> None:
    assert written(WHOLE)["claims"][2] == {"id": "c", "status": "removed"}
    assert b"secret" not in data_files(WHOLE)[DATA_FILE]


def test_records_are_sorted_whatever_order_they_came_in() -> None:
    document = written(WHOLE)
    for kind in ("claims", "speakers", "places", "topics", "sources"):
        ids = [record["id"] for record in document[kind]]
        assert ids == sorted(ids)
    assert [lane["id"] for lane in document["narratives"]] == ["town", "port"], "lanes keep their order"


@pytest.mark.parametrize(
    ("exactness", "expected"),
    [
        (Exactness.EXACT, 48.12346),
        (Exactness.VICINITY, 48.12),
        (Exactness.LOCALITY, 48.12),
        (Exactness.REGION, 48.1),
        (None, 48.12),
    ],
)
def test_coordinates_are_never_finer_than_they_are_known(
    exactness: Exactness | None, expected: float
) -> None:
    assert coordinate(Decimal("48.123456"), exactness) == expected
    assert coordinate(None, exactness) is None


@pytest.mark.parametrize(("value", "expected"), [(Decimal(20), 20), (Decimal("2.50"), 2.5), (None, None)])
def test_numbers(value: Decimal | None, expected: float | None) -> None:
    assert number(value) == expected
    assert type(number(value)) is type(expected)


def test_text_is_utf_8_and_ends_with_a_line_break() -> None:
    data = data_files(WHOLE)[DATA_FILE]
    assert "Упал".encode() in data
    assert data.endswith(b"}\n")


def test_the_real_timeline_keeps_to_the_schema_and_holds_the_article(repository: Path) -> None:
    inputs, findings = read_folder(repository)
    build = compile_project(inputs, findings=findings)
    document = json.loads(build.files[DATA_FILE])
    jsonschema.validate(
        document, json.loads(build.files[SCHEMA_FILE]), format_checker=jsonschema.FormatChecker()
    )
    assert len(document["claims"]) >= 26
    by_id = {claim["id"]: claim for claim in document["claims"]}
    date = by_id["zelensky-troops-present"]["said"]
    assert (date["phrase"], date["earliest"][:10], date["precision"]) == ("on the 21st", "2023-05-21", "day")

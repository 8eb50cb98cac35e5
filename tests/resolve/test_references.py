"""What values name: ids, names, free text, lanes, answers and relations."""

import pytest

from tests.projects import findings, one_event, read

VALID = """
date: "2023-05-21"
place: Bakhmut
claim: The city has not been occupied.
source: article
"""

BAKHMUT = "name: Bakhmut\nnames: [{name: Бахмут, language: uk}, {name: Бахмут, language: ru}]\n"
SPEAKER = "name: Volodymyr Zelensky\nnarrative: one\n"
LANE = "label: One side\n"


def with_lines(*lines: str) -> str:
    return "\n".join(lines) + VALID


def test_an_id_is_the_record() -> None:
    event, found = one_event(VALID.replace("Bakhmut", "bakhmut"), places__bakhmut=BAKHMUT)
    assert (event.places, found) == (("bakhmut",), [])


@pytest.mark.parametrize("name", ["Bakhmut", "BAKHMUT", "Бахмут", "bakhmut "])
def test_a_name_is_the_record_however_it_is_written(name: str) -> None:
    event, found = one_event(
        VALID.replace("Bakhmut", f'"{name}"' if name.endswith(" ") else name), places__bakhmut=BAKHMUT
    )
    assert (event.places, found) == (("bakhmut",), [])


def test_an_id_that_does_not_exist() -> None:
    _, found = one_event(VALID.replace("Bakhmut", "bakmut"), places__bakhmut=BAKHMUT)
    assert found == ["L401 events/this:2:8 there is no place `bakmut` -> did you mean `bakhmut`?"]


def test_an_id_that_is_near_to_nothing() -> None:
    _, found = one_event(VALID.replace("Bakhmut", "paris"))
    assert found == [
        "L401 events/this:2:8 there is no place `paris` -> make `content/places/paris.yml`, or write a name instead, such as `Paris`"
    ]


def test_an_id_of_another_kind() -> None:
    _, found = one_event(with_lines("by: bakhmut"), places__bakhmut=BAKHMUT)
    assert found == [
        "L402 events/this:1:5 `bakhmut` is a place, and here stands a speaker -> write the id of a speaker"
    ]


def test_a_name_that_two_records_have() -> None:
    _, found = one_event(
        with_lines("by: J. Smith"), speakers__jane="name: J. Smith\n", speakers__john="name: J. Smith\n"
    )
    assert found == [
        "L403 events/this:1:5 several records are named “J. Smith” -> write the id: `jane` or `john`"
    ]


def test_free_text_is_one_record_wherever_it_is_the_same() -> None:
    timeline, found = read(
        {"events/one": VALID, "events/two": VALID.replace("Bakhmut", "bakhmut  City".title())}
    )
    assert found == ()
    assert {place.name for place in timeline.places.values()} == {"Bakhmut", "Bakhmut  City"}
    timeline, _ = read({"events/one": VALID, "events/two": VALID})
    assert [(place.name, place.inline) for place in timeline.places.values()] == [("Bakhmut", True)]


def test_free_text_in_another_script_has_an_address_too() -> None:
    event, found = one_event(VALID.replace("Bakhmut", "Бахмут"))
    assert found == []
    assert event.places[0].startswith("inline-")


def test_unstated_is_no_place() -> None:
    event, found = one_event(VALID.replace("Bakhmut", "unstated"))
    assert (event.places, found) == ((), [])


def test_a_source_by_its_address() -> None:
    event, found = one_event(
        VALID.replace("source: article", "source: https://example.org/a"),
        sources__report="title: A report\nurl: https://example.org/a\n",
    )
    assert ([one.source for one in event.citations], found) == (["report"], [])


def test_a_source_described_on_the_spot() -> None:
    text = VALID.replace(
        "source: article", "source: {title: A post, url: https://example.org/p, locator: line 2}"
    )
    timeline, found = read({"events/this": text, "events/that": text})
    assert found == ()
    (source,) = [one for one in timeline.sources.values() if one.inline]
    assert (source.title, source.url) == ("A post", "https://example.org/p")
    assert {event.citations[0].source for event in timeline.events.values()} == {source.id}


def test_the_lane_is_the_speaker_s() -> None:
    event, _ = one_event(
        with_lines("by: Volodymyr Zelensky"), speakers__zelensky=SPEAKER, narratives__one=LANE
    )
    assert event.narrative == "one"


def test_a_claim_may_have_a_lane_of_its_own_with_the_reason() -> None:
    event, found = one_event(
        with_lines("narrative: {id: one, basis: It follows his words.}"), narratives__one=LANE
    )
    assert (event.narrative, event.narrative_basis, found) == ("one", "It follows his words.", [])


def test_no_lane_is_a_lane_that_stands_last() -> None:
    timeline, _ = read({"events/this": VALID, "narratives/zebra": "label: Zebra\n"})
    assert list(timeline.narratives) == ["zebra", "no-side-given"]


def test_speakers_of_two_lanes_leave_the_lane_to_the_claim() -> None:
    _, found = one_event(
        with_lines("by: [zelensky, smith]"),
        speakers__zelensky=SPEAKER,
        speakers__smith="name: Smith\nnarrative: two\n",
        narratives__one=LANE,
        narratives__two="label: Other side\n",
    )
    assert found == [
        (
            "L407 events/this:1:6 the speakers stand in different lanes: `zelensky` in `one`, `smith` in `two`"
            " -> add `narrative: one` or another lane"
        )
    ]


def test_lanes_stand_parties_first_then_a_to_z() -> None:
    lanes = {
        "narratives/a": "label: Alpha\n",
        "narratives/b": "label: zulu\nparty: true\n",
        "narratives/c": "label: Beta\nparty: true\n",
    }
    assert list(read(lanes)[0].narratives) == ["c", "b", "a"]
    assert list(read({**lanes, "settings": "title: T\nlanes: [a, b]\n"})[0].narratives) == ["a", "b", "c"]


def test_an_answer_is_one_of_the_topic_s() -> None:
    topic = "title: Who?\nanswers: {first: The first, second: The second}\n"
    event, found = one_event(with_lines("about: {who: first}"), topics__who=topic)
    assert ([(one.topic, one.answer, one.inferred) for one in event.about], found) == (
        [("who", "first", False)],
        [],
    )
    event, _ = one_event(with_lines("about: {who: {answer: first, basis: inferred}}"), topics__who=topic)
    assert event.about[0].inferred
    _, found = one_event(with_lines("about: {who: frist}"), topics__who=topic)
    assert found == ["L406 events/this:1:14 the topic has no answer `frist` -> did you mean `first`?"]
    _, found = one_event(with_lines("about: {Something else: x}"))
    assert found[0].startswith("L406 events/this:1:25 the topic has no answer `x` -> give the topic a file")


def test_relations() -> None:
    event, found = one_event(
        with_lines("relations: [{disputes: that}, {agrees_with: [that]}]"), events__that=VALID
    )
    assert ([(one.kind.value, one.target) for one in event.relations], found) == (
        [("disputes", "that"), ("agrees_with", "that")],
        [],
    )
    _, found = one_event(with_lines("relations: [{disputes: this}]"))
    assert found == [
        (
            "L405 events/this:1:24 a claim cannot address itself"
            " -> write the id of the claim that its words address, or leave the relation out"
        )
    ]
    _, found = one_event(with_lines("relations: [{disputes: thta}]"), events__that=VALID)
    assert found == ["L401 events/this:1:24 there is no event `thta` -> did you mean `that`?"]


def test_an_old_id_leads_to_the_record() -> None:
    event, found = one_event(
        with_lines("relations: [{disputes: old}]"),
        events__that=VALID.replace("date:", "aliases: [old]\ndate:"),
    )
    assert (event.relations[0].target, found) == ("that", [])


def test_an_old_id_belongs_to_one_record() -> None:
    found = findings(
        {"events/this": with_lines("aliases: [that, old]"), "events/that": with_lines("aliases: [old]")}
    )
    assert found == [
        (
            "L404 events/this:1:11 the id `that` belongs to another event"
            " -> an id is for ever and cannot be given twice; leave this alias out"
        ),
        (
            "L404 events/this:1:17 the id `old` belongs to another event"
            " -> an id is for ever and cannot be given twice; leave this alias out"
        ),
    ]


@pytest.mark.parametrize("aliases", ["[this]", "[one, one]"])
def test_an_alias_says_nothing_that_its_own_record_says_already(aliases: str) -> None:
    (found,) = findings({"events/this": with_lines(f"aliases: {aliases}")})
    assert " belongs to this very event -> " in found


def test_places_contain_one_another_only_one_way() -> None:
    found = findings({"places/a": "name: A\npart_of: b\n", "places/b": "name: B\npart_of: a\n"})
    assert found == [
        (
            "L408 places/a:2:10 these places contain one another: `a` → `b` → `a`"
            " -> leave out the `part_of` that is wrong"
        )
    ]


def test_words_with_a_meaning_of_their_own_are_no_ids() -> None:
    assert findings({"places/unstated": "name: U\n"})[0].startswith("L409 places/unstated:1:1")


def test_a_record_that_could_not_be_read_is_not_unknown() -> None:
    found = findings(
        {"events/this": with_lines("relations: [{disputes: that}]"), "events/that": "claim: [\n"}
    )
    assert {line.split()[1].split(":")[0] for line in found} == {"events/that"}


def test_text_that_is_nearly_an_id() -> None:
    _, found = one_event(
        with_lines("by: Harbour Master"), **{"speakers__harbour-master": "name: The harbour master\n"}
    )
    assert found == [
        (
            "L410 events/this:1:5 “Harbour Master” makes a new speaker beside `harbour-master`"
            " -> write `harbour-master`, or add “Harbour Master” to the names of that record"
        )
    ]

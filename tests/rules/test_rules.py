"""Checks across records, each with a case that it finds and one that it leaves alone."""

from dataclasses import replace
from time import process_time

import pytest

from tests.projects import findings, one_event, read
from timeline.model import Timeline
from timeline.rules import check
from timeline.rules.duplicates import nearly_the_same

EVENT = 'date: "2023-05-21"\nplace: Bakhmut\nclaim: The city stands.\nsource: article\n'


def test_a_source_has_an_address_or_says_why_not() -> None:
    assert findings({"sources/one": "title: One\n"}) == [
        "C501 sources/one:1:8 the source `one` has no address -> add `url`, or `no_url` with the reason why there is none"
    ]
    assert findings({"sources/one": "title: One\nurl: https://example.org/\n"}) == []


def test_an_excerpt_is_short() -> None:
    def event(count: int) -> str:
        return EVENT.replace("source: article", f"source: {{id: article, excerpt: {'word ' * count}}}")

    assert findings({"events/this": event(61)}) == [
        "C502 events/this:4:32 the excerpt has 61 words -> keep the words that carry the claim and its date, at most 60"
    ]
    assert findings({"events/this": event(60)}) == []


def test_a_position_is_whole() -> None:
    assert findings({"places/one": "name: One\nlatitude: 48.6\nlongitude: 38\n"}) == [
        (
            "C503 places/one:2:11 the position of `one` lacks `exactness`"
            " -> give `latitude`, `longitude` and `exactness` together, or none of them"
        )
    ]
    assert findings({"places/one": "name: One\nlatitude: 48.6\nlongitude: 38\nexactness: exact\n"}) == []


def test_lanes_can_be_read_side_by_side() -> None:
    lanes = {f"narratives/n{i}": f"label: Lane {i}\n" for i in range(7)}
    assert findings(lanes) == []
    found = findings({**lanes, "narratives/n7": "label: Lane 7\n"})
    assert [line.split(" -> ")[0] for line in found] == [
        "C504 narratives/n7:1:8 there are 8 lanes; at most 7 can be read side by side"
    ]


def test_only_a_forecast_is_said_before_its_date() -> None:
    early = 'said: "2023-05-20"\n' + EVENT
    assert [line.split(" -> ")[0] for line in findings({"events/this": early})] == [
        "C505 events/this:1:7 said 20 May 2023, before its date, 21 May 2023"
    ]
    assert findings({"events/this": early + "kind: forecast\n"}) == []
    assert findings({"events/this": 'said: "2023-05-21"\n' + EVENT}) == []


def test_a_source_cannot_report_what_came_later() -> None:
    late = 'said: "2023-05-23"\n' + EVENT
    assert [line.split(" -> ")[0] for line in findings({"events/this": late})] == [
        "C506 events/this:1:7 said 23 May 2023, after its source was published, 22 May 2023"
    ]
    changed = 'title: A\nno_url: x\npublished: "2023-05-22"\nupdated: "2023-05-24"\n'
    assert findings({"events/this": late, "sources/article": changed}) == []


def test_times_with_an_offset_are_compared_with_those_without_where_no_zone_could_change_the_order() -> None:
    kyiv = {"places/there": "name: There\ntime_zone: Europe/Kyiv\n"}
    there = EVENT.replace("Bakhmut", "there")
    early = {**kyiv, "events/this": 'said: "2023-05-19"\n' + there}
    assert [line.split()[:2] for line in findings(early)] == [["C505", "events/this:1:7"]]
    assert findings({**early, "events/this": 'said: "2023-05-20"\n' + there}) == []
    late = {**kyiv, "events/this": there.replace("05-21", "05-24")}
    assert [line.split()[:2] for line in findings(late)] == [["C508", "events/this:1:7"]]
    assert findings({**kyiv, "events/this": there.replace("05-21", "05-23")}) == []


TOPIC = "title: Who?\nanswers: {one: One, two: Two}\n"


def claim(answer: str, *more: str, day: int = 21) -> str:
    return "\n".join([*more, "by: Smith", f"about: {{who: {answer}}}", ""]) + EVENT.replace("21", str(day))


def test_one_speaker_gives_one_answer_at_a_time() -> None:
    both = {"events/a": claim("one"), "events/b": claim("two"), "topics/who": TOPIC}
    found = findings(both)
    assert len(found) == 1
    assert found[0].startswith("C507 events/b:2:14 `smith-")
    assert findings({**both, "events/b": claim("two", day=22)}) == []
    assert findings({**both, "events/b": claim("two", "relations: [{retracts: a}]")}) == []
    assert findings({**both, "events/b": claim("{answer: two, basis: inferred}")}) == []
    assert findings({**both, "events/b": claim("two").replace("by: Smith", "by: Jones")}) == []
    withdrawn = 'status: {kind: withdrawn, reason: Misread., date: "2023-06-01"}'
    assert findings({**both, "events/b": claim("two", withdrawn)}) == []


def test_of_several_answers_the_one_that_contradicts_is_pointed_at() -> None:
    one = EVENT + "by: Smith\nabout:\n  where: here\n  who: {}\n"
    texts = {
        "topics/who": TOPIC,
        "topics/where": "title: Where?\nanswers: {here: Here, there: There}\n",
        "events/a": one.format("one"),
        "events/b": one.format("two"),
    }
    assert heads(texts, "C507")[0].startswith("C507 events/b:8:8 ")


def test_a_source_can_only_foretell_what_happens_later() -> None:
    late = EVENT.replace("05-21", "05-23")
    assert [line.split(" -> ")[0] for line in findings({"events/this": late})] == [
        "C508 events/this:1:7 its date, 23 May 2023, is after its source was published, 22 May 2023"
    ]
    assert findings({"events/this": late + "kind: forecast\n"}) == []
    assert [line.split()[0] for line in findings({"events/this": late + "kind: forcast\n"})] == ["F205"]


def test_a_copy_is_not_older_than_what_it_copies() -> None:
    source = 'title: A\nno_url: x\npublished: "2023-05-22"\ncaptured: "2023-05-20"\n'
    assert [line.split(" -> ")[0] for line in findings({"sources/one": source})] == [
        "C509 sources/one:4:11 captured 20 May 2023, before it was published, 22 May 2023"
    ]
    assert findings({"sources/one": source.replace("05-20", "05-22")}) == []
    assert findings({"sources/one": source.replace('published: "2023-05-22"\n', "")}) == []


def test_the_file_of_a_removed_claim_is_emptied() -> None:
    status = 'status: {kind: removed, reason: safety, date: "2023-06-01"}\n'
    assert findings({"events/this": status + "aliases: [that]\n"}) == []
    (found,) = findings({"events/this": status + EVENT})
    assert found.startswith(
        "C510 events/this:1:9 this claim is removed, but its file still holds `date`, `place`,"
    )


def test_the_publisher_is_no_link_of_the_chain_before_it() -> None:
    article = 'title: A\nno_url: x\npublished: "2023-05-22"\npublisher: Daily Tribune\n'
    (found,) = findings({"events/this": EVENT + "via: daily tribune\n", "sources/article": article})
    assert found.startswith("C511 events/this:5:6 daily tribune published the source itself")
    tribune = {"speakers/tribune": "name: Daily Tribune\n", "sources/article": article}
    assert len(findings({"events/this": EVENT + "via: tribune\n", **tribune})) == 1
    assert findings({"events/this": EVENT + "via: Harbour Radio\n", **tribune}) == []


CLARIFIES = "relations: [{clarifies: %s}]\n" + EVENT


def heads(texts: dict[str, str], code: str) -> list[str]:
    """Print the findings with a code, without their hints."""
    return [line.split(" -> ")[0] for line in findings(texts, about=code) if line.startswith(code)]


def test_who_clarifies_speaks_later() -> None:
    both = {"events/a": CLARIFIES % "b", "events/b": "relations: [{retracts: a}]\n" + EVENT}
    assert heads(both, "C512") == [
        "C512 events/a:1:25 these claims look back at one another: `a` → `b` → `a`"
    ]
    assert heads({**both, "events/a": "relations: [{disputes: b}]\n" + EVENT}, "C512") == []
    mutual = {one: f"relations: [{{agrees_with: {other}}}]\n{EVENT}" for one, other in ("ab", "ba")}
    assert heads({f"events/{one}": text for one, text in mutual.items()}, "C512") == []


def test_of_several_relations_the_one_that_looks_back_is_pointed_at() -> None:
    both = {
        "events/a": "relations:\n  - agrees_with: b\n  - repeats: b\n" + EVENT,
        "events/b": "relations:\n  - retracts: a\n  - disputes: a\n" + EVENT,
    }
    assert [line.split()[1] for line in heads(both, "C512")] == ["events/a:3:14"]
    assert [line.split()[1] for line in heads(both, "C513")] == ["events/b:3:15"]


def test_longer_circles_are_found_and_what_leads_into_them_is_not_blamed() -> None:
    chain = {f"events/{one}": CLARIFIES % other for one, other in ("ab", "bc", "cd", "ef", "fb")}
    assert heads({**chain, "events/d": EVENT}, "C512") == []
    assert heads({**chain, "events/d": CLARIFIES % "b"}, "C512") == [
        "C512 events/b:1:25 these claims look back at one another: `b` → `c` → `d` → `b`"
    ]


@pytest.mark.slow
def test_a_long_chain_of_relations_needs_no_recursion() -> None:
    chain = {f"events/e{i:04}": CLARIFIES % f"e{i + 1:04}" for i in range(1500)}
    assert heads({**chain, "events/e1500": EVENT}, "C512") == []
    assert len(heads({**chain, "events/e1500": CLARIFIES % "e0000"}, "C512")) == 1


@pytest.mark.parametrize("kind", ["disputes", "clarifies"])
def test_a_dispute_has_words(kind: str) -> None:
    texts = {"events/that": EVENT, "events/this": f"relations: [{{{kind}: that}}]\n{EVENT}"}
    assert heads(texts, "C513") == [
        f"C513 events/this:1:{16 + len(kind)} no words on file show that this claim {kind} `that`"
    ]
    assert heads({**texts, "events/this": texts["events/this"] + "quote: He is wrong.\n"}, "C513") == []
    cited = texts["events/this"].replace("source: article", "source: {id: article, excerpt: Wrong.}")
    assert heads({**texts, "events/this": cited}, "C513") == []
    assert heads({**texts, "events/this": "relations: [{agrees_with: that}]\n" + EVENT}, "C513") == []


LONG = "Russian forces shelled the northern outskirts of the town with heavy artillery for two hours before dawn."


def pair(first: str, second: str, **changes: str) -> list[str]:
    """Give the near-duplicates among two claims."""
    one = f'date: "2023-05-21"\nclaim: {first}\nplace: Bakhmut\nsource: article\nby: Smith\n'
    other = one.replace(first, second)
    for old, new in changes.items():
        assert f"{old}: " in other
        other = "\n".join(new if line.startswith(f"{old}: ") else line for line in other.splitlines()) + "\n"
    return heads({"events/a": one, "events/b": other}, "C514")


@pytest.mark.parametrize(
    "again",
    [
        LONG,
        LONG.upper(),
        LONG.replace("heavy ", ""),
        LONG.replace("for two hours", "during two hours"),
        "Before dawn, " + LONG.replace(" before dawn", ""),
    ],
)
def test_a_claim_is_entered_once(again: str) -> None:
    assert pair(LONG, f'"{again}"') == [
        "C514 events/b:2:8 this says nearly the same as `a`, by the same speaker and from the same source"
    ]


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("Russian", "Ukrainian"),
        LONG.replace("shelled", "never shelled"),
        LONG.replace("artillery for two hours", "mortars for many hours"),
        LONG.replace("northern outskirts of the town", "station"),
    ],
)
def test_what_differs_in_a_telling_word_is_another_claim(other: str) -> None:
    assert pair(LONG, other) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"date": 'date: "2023-05-22"'},
        {"place": "place: Marinka"},
        {"by": "by: Jones"},
        {"by": "by: Smith\nrelations: [{repeats: a}]"},
        {"by": 'by: Smith\nstatus: {kind: withdrawn, reason: Twice., date: "2023-06-01"}'},
        {"source": "source: {title: Another, no_url: x, published: 2023-05-22}"},
    ],
    ids=str,
)
def test_what_the_editor_tells_apart_is_another_claim(changes: dict[str, str]) -> None:
    assert pair(LONG, LONG, **changes) == []


def test_a_number_is_telling() -> None:
    claim = "The guards of the northern quay saw 5 drones over the grain terminal shortly before noon."
    assert pair(claim, claim.replace("5", "7")) == []
    assert len(pair(claim, claim.replace("shortly ", ""))) == 1


def test_many_claims_of_one_speaker_are_compared_at_once() -> None:
    event, _ = one_event(EVENT.replace("The city stands.", LONG) + "by: Smith\n")
    names = [f"{a}{b}{c}" for a in "bcdfghklmnprstvwz" for b in "aeiou" for c in "bcdfghklmnprstvwz"]
    claims = [
        f"{LONG.replace('northern', names[i % 1445])} {names[i * 7 % 1445]} {names[i * 3 % 1445]}"
        for i in range(5000)
    ]
    events = {f"e{i:04}": replace(event, id=f"e{i:04}", claim=claim) for i, claim in enumerate(claims)}
    start = process_time()
    found = list(nearly_the_same(Timeline(events=events)))
    assert process_time() - start < 20, "5,000 claims take well under a second of an idle machine"
    assert found


HERE = {
    "places/one": "name: One\nlatitude: 48.6\nlongitude: 38\nexactness: locality\n",
    "places/two": "name: Two\nlatitude: 48.1\nlongitude: 37.7\nexactness: locality\n",
    "places/three": "name: Three\nlatitude: 47.9\nlongitude: 37.5\nexactness: locality\n",
}
WEST = "name: West\nlatitude: 37.6\nlongitude: 48.7\nexactness: locality\n"


def test_latitude_and_longitude_stand_in_their_own_fields() -> None:
    assert heads({**HERE, "places/west": WEST}, "C515") == [
        (
            "C515 places/west:2:11 `west` lies far from other places, and near 3 of them"
            " if its latitude and longitude are exchanged"
        )
    ]
    assert findings(HERE) == []
    assert findings({"places/one": HERE["places/one"], "places/west": WEST}) == []
    inside = {"places/one": HERE["places/one"], "places/west": WEST + "part_of: one\n"}
    assert heads(inside, "C515") == [
        (
            "C515 places/west:2:11 `west` lies far from `one`, which contains it,"
            " and near if its latitude and longitude are exchanged"
        )
    ]
    there = "name: There\nlatitude: 37.5\nlongitude: 48.5\nexactness: locality\n"
    assert findings({**HERE, "places/west": WEST + "part_of: there\n", "places/there": there}) == []


def test_a_place_far_away_is_no_mistake() -> None:
    far = "name: Far\nlatitude: 34.4\nlongitude: 132.5\nexactness: locality\n"
    assert findings({**HERE, "places/far": far}) == []


def test_a_part_is_near_the_whole() -> None:
    part = "name: Part\nlatitude: 48.6\nlongitude: %s\nexactness: exact\npart_of: between\n"
    between = {"places/one": HERE["places/one"], "places/between": "name: Between\npart_of: one\n"}
    assert findings({**between, "places/part": part % "38.5"}) == []
    assert heads({**between, "places/part": part % "39.5"}, "C516") == [
        "C516 places/part:2:11 `part` lies 110 km from the position of `one`, which contains it"
    ]
    region = {**between, "places/one": HERE["places/one"].replace("locality", "region")}
    assert findings({**region, "places/part": part % "39.5"}) == []
    assert heads({**region, "places/part": part % "-38.0"}, "C515") == []
    assert len(heads({**region, "places/part": part % "-38.0"}, "C516")) == 1


def test_coordinates_are_no_finer_than_they_are_known() -> None:
    def place(degrees: str, exactness: str) -> list[str]:
        return findings(
            {"places/one": f"name: One\nlatitude: {degrees}\nlongitude: 38\nexactness: {exactness}\n"}
        )

    assert place("48.59512", "region") == [
        (
            "C517 places/one:2:11 5 decimals are finer than `exactness: region`"
            " -> write `latitude: 48.60`, or another `exactness` if more is known"
        )
    ]
    assert len(place("48.5951", "locality")) == len(place("48.5951", "vicinity")) == 1
    assert place("48.59512", "exact") == place("48.595", "locality") == place("48.50000", "region") == []


def test_figures_of_one_measure_have_one_unit() -> None:
    def event(measure: str, unit: str, topic: str = "Losses?") -> str:
        return EVENT + f"about: {topic}\nfigures: {{{measure}: {{value: 3{unit}}}}}\n"

    first = {"events/a": event("grain lost", ", unit: t")}
    (found,) = heads({**first, "events/b": event("Grain Lost", ", unit: kg")}, "C518")
    assert found.startswith(
        "C518 events/b:6:40 “Grain Lost” is given in kg here and in t in `a`, on the same topic,"
    )
    for other in (
        event("grain lost", ", unit: T"),
        event("grain lost", ""),
        event("barley lost", ", unit: kg"),
        event("grain lost", ", unit: kg", "Gains?"),
    ):
        assert findings({**first, "events/b": other}) == []


def test_a_question_has_several_answers() -> None:
    assert heads({"topics/who": "title: Who?\nanswers: {one: One}\n"}, "C519") == [
        "C519 topics/who:2:10 the only answer to this topic is `one`"
    ]
    assert findings({"topics/who": TOPIC}) == findings({"topics/who": "title: Who?\n"}) == []


def test_every_answer_is_somebody_s() -> None:
    assert heads({"events/a": claim("one"), "topics/who": TOPIC}, "C520") == [
        "C520 topics/who:2:21 no claim on file gives the answer `two`"
    ]
    both = {"events/a": claim("one"), "events/b": claim("{answer: two, basis: inferred}", day=20)}
    assert heads({**both, "topics/who": TOPIC}, "C520") == []
    assert heads({"events/a": EVENT + "about: who\n", "topics/who": TOPIC}, "C520") == []


RECORDS = {
    "narratives/n": "label: N\n",
    "speakers/s": "name: S\n",
    "places/p": "name: P\n",
    "topics/t": "title: T\n",
    "sources/d": "title: D\nno_url: x\n",
}


def test_records_that_nothing_uses_are_noted() -> None:
    assert heads(RECORDS, "C521") == [], "without claims nothing can be used"
    found = heads({**RECORDS, "events/this": EVENT}, "C521")
    assert [line.partition(" uses the ")[2] for line in found] == [
        "narrative `n`",
        "place `p`",
        "source `d`",
        "speaker `s`",
        "topic `t`",
    ]


def test_nothing_is_said_of_what_is_missing_while_something_cannot_be_read() -> None:
    timeline, _ = read({**RECORDS, "events/this": EVENT, "events/a": claim("one"), "topics/who": TOPIC})
    absent = {"C520", "C521"}
    assert absent <= {one.code for one in check(timeline)}
    assert not absent & {one.code for one in check(timeline, whole=False)}


@pytest.mark.parametrize(
    ("unused", "use"),
    [
        ("narratives/n", {"speakers/other": "name: Other\nnarrative: n\n"}),
        ("narratives/n", {"events/this": EVENT + "narrative: {id: n, basis: x}\n"}),
        ("speakers/s", {"events/this": EVENT + "by: s\n"}),
        ("speakers/s", {"events/this": EVENT + "via: s\n"}),
        ("speakers/s", {"sources/d": "title: D\nno_url: x\npublisher: S\n"}),
        ("places/p", {"events/this": EVENT.replace("place: Bakhmut", "place: P")}),
        ("places/p", {"events/this": EVENT + 'said: "2023-05-21"\nsaid_at: p\n'}),
        ("places/p", {"places/q": "name: Q\npart_of: p\n"}),
        ("topics/t", {"events/this": EVENT + "about: t\n"}),
        ("sources/d", {"events/this": EVENT.replace("article", "[article, d]")}),
    ],
)
def test_every_way_to_use_a_record_counts(unused: str, use: dict[str, str]) -> None:
    texts = {"events/this": EVENT, unused: RECORDS[unused], **use}
    assert not [line for line in heads(texts, "C521") if line.startswith(f"C521 {unused}:")]


def test_a_page_on_the_web_is_kept_elsewhere_too() -> None:
    web = "title: One\nurl: https://example.org/\n"
    assert heads({"sources/one": web}, "C522") == ["C522 sources/one:2:6 no copy of this document is on file"]
    kept = f"file: one.pdf\nsha256: {'ab' * 32}\n"
    assert heads({"sources/one": web + kept}, "C522") == []
    assert heads({"sources/one": web + "archive_url: https://archive.example.org/one\n"}, "C522") == []
    assert heads({"events/this": EVENT.replace("article", "https://example.org/")}, "C522") == []

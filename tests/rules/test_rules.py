"""Checks across records, each with a case that it finds and one that it leaves alone."""

from tests.projects import findings

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


TOPIC = "title: Who?\nanswers: {one: One, two: Two}\n"


def claim(answer: str, *more: str, day: int = 21) -> str:
    return "\n".join([*more, "by: Smith", f"about: {{who: {answer}}}", ""]) + EVENT.replace("21", str(day))


def test_one_speaker_gives_one_answer_at_a_time() -> None:
    both = {"events/a": claim("one"), "events/b": claim("two"), "topics/who": TOPIC}
    found = findings(both)
    assert len(found) == 1
    assert found[0].startswith("C507 events/b:2:8 `smith-")
    assert findings({**both, "events/b": claim("two", day=22)}) == []
    assert findings({**both, "events/b": claim("two", "relations: [{retracts: a}]")}) == []
    assert findings({**both, "events/b": claim("{answer: two, basis: inferred}")}) == []
    assert findings({**both, "events/b": claim("two").replace("by: Smith", "by: Jones")}) == []


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

from tests.builders import claim, timeline
from timeline.align import Verb, align
from timeline.model import Bound, Status, Timeline
from timeline.selection import Asked, Moment, Part, Reason, moment, part, unknown


def taken(whole: Timeline, asked: Asked) -> Part:
    return part(whole, align(whole), asked)


def at(text: str) -> Moment:
    found = moment(text)
    assert isinstance(found, Moment)
    return found


def test_topics_narratives_and_sources_each_widen_and_together_narrow() -> None:
    whole = timeline(
        claim("a", about="bridge", lane="ru"),
        claim("b", about="bridge", lane="ua"),
        claim("c", about="harbour", lane="ru"),
        claim("d", lane="other"),
    )

    assert set(taken(whole, Asked(topics=("bridge", "harbour"))).timeline.events) == {"a", "b", "c"}
    found = taken(whole, Asked(topics=("bridge",), narratives=("ru",)))
    assert set(found.timeline.events) == {"a"}
    assert found.left_out == {Reason.TOPIC: 2, Reason.NARRATIVE: 1}
    assert list(found.timeline.narratives) == ["ru"]
    assert set(found.timeline.topics) == {"bridge"}


def test_both_parties_keep_their_lane_in_a_part_by_topic() -> None:
    whole = timeline(claim("a", about="bridge", lane="ru"), claim("d", lane="other"))

    assert list(taken(whole, Asked(topics=("bridge",))).timeline.narratives) == ["ru", "ua"]


def test_a_stretch_of_time_takes_what_can_touch_it() -> None:
    whole = timeline(
        claim("before", "20"),
        claim("on", "21"),
        claim("month", "2023-05"),
        claim("by", "..22"),
        claim("never", "?"),
    )
    found = taken(whole, Asked(start=at("2023-05-21"), end=at("2023-05-21")))

    assert set(found.timeline.events) == {"on", "month"}
    assert found.left_out == {Reason.TIME: 2, Reason.UNDATED: 1}
    assert set(taken(whole, Asked(start=at("2023-05-21"))).timeline.events) == {"on", "month", "by"}


def test_relations_that_lead_out_are_named_and_nothing_dangles() -> None:
    whole = timeline(
        claim("a", about="bridge", relations={"disputes": "b"}, not_after="b"),
        claim("b", "20", lane="ru"),
    )
    found = taken(whole, Asked(topics=("bridge",)))
    inside = found.timeline.events["a"]

    assert [(link.verb, link.other) for link in found.outside["a"]] == [(Verb.DISPUTES, "b")]
    assert inside.relations == ()
    assert inside.date.not_after == Bound(text="2023-05-20", event=None)
    assert align(found.timeline).order == ("a",)


def test_a_removed_claim_stays_a_tombstone_only_where_the_part_relates_to_it() -> None:
    removed = Status(kind="removed", reason="safety")
    whole = timeline(
        claim("a", about="bridge", relations={"disputes": "gone"}),
        claim("gone", status=removed, citations=()),
        claim("gone-too", status=removed, citations=()),
    )
    found = taken(whole, Asked(topics=("bridge",)))

    assert set(found.timeline.events) == {"a", "gone"}
    assert found.timeline.events["a"].relations


def test_what_is_not_on_file_is_named_with_what_is() -> None:
    whole = timeline(claim("a", about="bridge"))

    assert [
        (kind, id_) for kind, id_, _ in unknown(Asked(topics=("brigde",), sources=("article",)), whole)
    ] == [("topic", "brigde")]

"""Of a removed claim nothing is left but its address, whatever output comes after."""

from tests.made_up import event, narrative, place, source, speaker, timeline, topic
from timeline.model import About, Citation, Figure, Quote, Status
from timeline.removal import without_removed

GONE = Status(kind="removed", reason="safety", date="2023-06-01")


def test_without_removed_claims_nothing_changes() -> None:
    whole = timeline(events=[event("a")])
    assert without_removed(whole) is whole


def test_a_removed_claim_keeps_its_id_and_aliases_alone() -> None:
    words = event(
        "a",
        claim="secret",
        title="secret",
        note="secret",
        aliases=("old-a",),
        by=("witness",),
        quote=Quote(text="secret"),
        figures=(Figure(measure="secret"),),
        tags=("secret",),
        status=GONE,
    )
    left = without_removed(timeline(events=[words], speakers=[speaker("witness", name="secret")]))
    assert "secret" not in repr(left.events)
    assert "secret" not in repr(left.speakers)
    assert (left.events["a"].id, left.events["a"].aliases, left.events["a"].status) == ("a", ("old-a",), GONE)


def test_what_only_removed_claims_mention_goes_too() -> None:
    removed = event(
        "a",
        by=("witness",),
        via=("friend",),
        places=("house",),
        said_at=("cellar",),
        about=(About(topic="raid"),),
        citations=(Citation(source="interview"),),
        status=GONE,
    )
    whole = timeline(
        events=[removed, event("b")],
        speakers=[speaker("witness"), speaker("friend"), speaker("blogger"), speaker("unused")],
        places=[
            place("house", part_of="street"),
            place("street", part_of="house"),
            place("cellar"),
            place("unused"),
        ],
        topics=[topic("raid"), topic("unused")],
        sources=[source("interview", publisher="blogger"), source("unused")],
    )
    left = without_removed(whole)
    for kept in (left.speakers, left.places, left.topics, left.sources):
        assert list(kept) == []


def test_an_emptied_file_brings_nothing_back() -> None:
    """Nobody can tell any more what a removed claim mentioned, so nothing is published that nothing mentions."""
    whole = timeline(
        events=[event("a", status=GONE, citations=()), event("b")],
        speakers=[speaker("witness")],
        places=[place("house")],
        topics=[topic("raid")],
        sources=[source("interview")],
    )
    left = without_removed(whole)
    assert (left.speakers, left.places, left.topics, left.sources) == ({}, {}, {}, {})


def test_a_lane_goes_with_its_last_claim_unless_it_is_a_party() -> None:
    lanes = [narrative("witnesses"), narrative("army", party=True), narrative("town")]
    whole = timeline(
        events=[event("a", status=GONE, narrative="witnesses"), event("b", by=("mayor",))],
        speakers=[speaker("mayor", narrative="town"), speaker("witness", narrative="witnesses")],
        narratives=lanes,
    )
    assert set(without_removed(whole).narratives) == {"army", "town"}


def test_what_a_living_claim_mentions_stays() -> None:
    shared = {
        "by": ("mayor",),
        "places": ("house",),
        "about": (About(topic="raid"),),
        "citations": (Citation(source="gazette"),),
    }
    whole = timeline(
        events=[event("a", status=GONE, **shared), event("b", **shared)],
        speakers=[speaker("mayor"), speaker("publisher")],
        places=[place("house", part_of="town"), place("town")],
        topics=[topic("raid")],
        sources=[source("gazette", publisher="publisher")],
    )
    left = without_removed(whole)
    assert (left.speakers, left.places, left.topics, left.sources) == (
        whole.speakers,
        whole.places,
        whole.topics,
        whole.sources,
    )


def test_mentions_of_what_does_not_exist_do_no_harm() -> None:
    lost = event(
        "a", by=("nobody",), citations=(Citation(source="nothing"),), places=("nowhere",), status=GONE
    )
    assert list(without_removed(timeline(events=[lost])).events) == ["a"]

"""Which records `new` offers first, and what typed words mean."""

from __future__ import annotations

from tests.projects import read
from timeline.contribute.known import Situation, candidates, exactly, matching, nearness

PROJECT = {
    "sources/other": "title: Another\nurl: https://example.org/other\npublished: 2023-05-22\n",
    "speakers/mayor": "name: Mayor of Bridgetown\nrole: mayor\n",
    "speakers/chief": "name: Fire chief\nnames: [Начальник]\n",
    "speakers/nobody": "name: Nobody\n",
    "places/bridge": "name: The bridge\n",
    "places/quay": "name: The quay\npart_of: harbour\n",
    "places/harbour": "name: Harbour\n",
    "topics/open": "title: Is it open?\n",
    "narratives/town": "label: Town side\nshort: Town\n",
    "events/one": "date: on the 21st\nplace: bridge\nclaim: A.\nsource: article\nby: mayor\nabout: open\n",
    "events/two": "date: on the 20th\nplace: quay\nclaim: B.\nsource: article\nby: chief\n",
    "events/three": "date: on the 20th\nplace: quay\nclaim: C.\nsource: other\nby: chief\n",
}
TIMELINE, _ = read(PROJECT)


def ids(folder: str, situation: Situation) -> list[str]:
    return [one.id for one in candidates(TIMELINE, folder, situation)]


def test_the_day_weighs_more_than_the_source_and_the_number_of_claims() -> None:
    assert ids("places", Situation()) == ["quay", "bridge", "harbour"]
    day = TIMELINE.events["one"].date.resolution
    assert ids("places", Situation(sources=("article",), resolutions=(day,))) == ["bridge", "quay", "harbour"]
    assert ids("speakers", Situation(places=("bridge",)))[0] == "mayor"


def test_who_is_named_in_the_words_comes_first() -> None:
    assert ids("speakers", Situation(words="The FIRE chief said so"))[0] == "chief"
    assert ids("speakers", Situation(words="говорит начальник порта"))[0] == "chief"
    assert ids("speakers", Situation())[-1] == "nobody"


def test_nearness_counts_what_is_shared() -> None:
    event = TIMELINE.events["one"]
    assert nearness(event, Situation()) == 0
    assert nearness(event, Situation(sources=("article",), speakers=("mayor",), places=("bridge",))) == 3
    full = Situation(
        sources=("article",), speakers=("mayor",), places=("bridge",), resolutions=(event.date.resolution,)
    )
    assert nearness(event, full) == 5
    assert nearness(TIMELINE.events["two"], Situation(resolutions=(event.date.resolution,))) == 0


def test_typed_words_look_in_all_names_and_in_the_id() -> None:
    known = candidates(TIMELINE, "speakers", Situation())
    assert [one.id for one in matching(known, "bridge MAY")] == ["mayor"]
    assert [one.id for one in matching(known, "нача")] == ["chief"]
    assert [one.id for one in matching(known, "nob")] == ["nobody"]
    assert matching(known, "xyz") == ()


def test_only_an_id_a_name_or_an_address_is_certain() -> None:
    speakers = candidates(TIMELINE, "speakers", Situation())
    for typed in ("chief", "fire  CHIEF", "Начальник"):
        found = exactly(speakers, typed)
        assert found is not None
        assert found.id == "chief"
    assert exactly(speakers, "fire") is None
    source = exactly(candidates(TIMELINE, "sources", Situation()), "https://example.org/other")
    assert source is not None
    assert source.id == "other"


def test_every_folder_has_candidates_that_tell_themselves_apart() -> None:
    notes = {
        one.id: one.note
        for folder in ("sources", "speakers", "places")
        for one in candidates(TIMELINE, folder, Situation())
    }
    assert notes["other"] == "22 May 2023"
    assert notes["mayor"] == "mayor"
    assert notes["quay"] == "part of Harbour"
    assert ids("topics", Situation()) == ["open"]
    assert ids("narratives", Situation()) == ["town"]
    assert set(ids("events", Situation())) == {"one", "two", "three"}

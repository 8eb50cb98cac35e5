from dataclasses import replace

import pytest

from tests.builders import claim, dating, timeline
from timeline.align import align
from timeline.dates import Precision, Refusal
from timeline.selection import Asked, Moment, Outcome, Reason, moment, outcome, part


def at(text: str) -> Moment:
    found = moment(text)
    assert isinstance(found, Moment)
    return found


@pytest.mark.parametrize(
    ("said", "by", "expected"),
    [
        ("21", "2023-05-21", Outcome.SAID),  # a day includes its end
        ("21", "2023-05", Outcome.SAID),
        ("21", "2023-05-20", Outcome.LATER),
        ("21", "2023-05-21T18:00", Outcome.MAY_FALL_AFTER),  # the day is known, the time is not
        ("21 05:26", "2023-05-21T05:26", Outcome.SAID),  # what was said at 05:26 had been said by 05:26
        ("21 05:26", "2023-05-21T05:25", Outcome.LATER),
        ("16..18", "2023-05-17", Outcome.MAY_FALL_AFTER),
        ("..21", "2023-05-20", Outcome.CANNOT_BE_PLACED),  # only the latest date is known
        ("..21", "2023-05-21", Outcome.SAID),
        ("20..", "2023-05-21", Outcome.CANNOT_BE_PLACED),
        ("20..", "2023-05-19", Outcome.LATER),
        ("?", "2023-05-21", Outcome.CANNOT_BE_PLACED),
    ],
)
def test_four_outcomes(said: str, by: str, expected: Outcome) -> None:
    assert outcome(dating(said), at(by)) is expected


def test_limits_alone_are_no_day_of_saying_but_settle_what_they_can() -> None:
    between = dating("21")
    limits = replace(
        between,
        phrase="unstated",
        resolution=between.resolution._replace(precision=Precision.UNSTATED),
        limits=("no later than the publication of the source",),
    )

    assert outcome(limits, at("2023-05-21T12:00")) is Outcome.CANNOT_BE_PLACED
    assert outcome(limits, at("2023-05-21")) is Outcome.SAID
    assert outcome(limits, at("2023-05-20")) is Outcome.LATER


def test_an_editors_reading_is_a_known_day() -> None:
    read = replace(dating("21"), phrase="unstated", reading="2023-05-21")

    assert outcome(read, at("2023-05-21T12:00")) is Outcome.MAY_FALL_AFTER


def test_instants_are_compared_where_both_have_an_offset_and_clocks_where_not() -> None:
    in_kyiv = dating("21 12:00z")  # 09:00 in Greenwich

    assert outcome(in_kyiv, at("2023-05-21T09:00Z")) is Outcome.SAID
    assert outcome(in_kyiv, at("2023-05-21T08:00Z")) is Outcome.LATER
    assert outcome(in_kyiv, at("2023-05-21T11:00")) is Outcome.LATER
    assert outcome(dating("21 12:00"), at("2023-05-21T12:00+03:00")) is Outcome.SAID


@pytest.mark.parametrize("text", ["yesterday", "2023-05-32", "2023-05-21/..", ""])
def test_what_is_no_moment_is_refused_with_words(text: str) -> None:
    found = moment(text)
    assert isinstance(found, Refusal)
    assert found.message


def test_the_part_counts_what_it_leaves_out_and_names_what_may_fall_after() -> None:
    whole = timeline(
        claim("early", said="20"),
        claim("same-day", said="21"),
        claim("late", said="22", relations={"disputes": "early"}),
        claim("unsaid", said="?"),
        claim("gone", status=None, said="20", claim="Withdrawn."),
    )
    found = part(whole, align(whole), Asked(as_of=at("2023-05-21T18:00")))

    assert set(found.timeline.events) == {"early", "same-day", "gone"}
    assert found.may_fall_after == ("same-day",)
    assert found.left_out == {Reason.LATER: 1, Reason.CANNOT_BE_PLACED: 1}
    assert found.outside == {}, "that it would be disputed had not been said yet"

"""The chart of a topic's answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.builders import claim, timeline
from timeline.align import Aligned, align
from timeline.drawings.answers import MOST_COLUMNS, MOST_IN_CELL, Answers, Telling, answers
from timeline.drawings.values import Frame, Mark, Role, Text
from timeline.drawings.words import Words
from timeline.model import Event, Status

WIDE = Frame("wide", 1172, 260)


def chart(*events: Event) -> Answers | None:
    return drawn(align(timeline(*events)))


def drawn(aligned: Aligned) -> Answers | None:
    topic = aligned.topics["t"]
    telling = Telling(
        head="Answer given",
        labels={"held": "It was held", "lost": "It was lost"},
        speakers={claim: claim.rstrip("0123456789").capitalize() for claim in aligned.order},
        remarks={},
        times={number: f"{number} times" for number in range(20)},
        nobody="Nobody gives it.",
        more={number: f"and {number} more" for number in range(20)},
    )
    return answers(topic, aligned, telling, Words(), WIDE)


def given(*events: Event) -> Answers:
    found = chart(*events)
    assert found is not None
    return found


def texts(found: Answers, role: Role) -> list[str]:
    return [text.text for text in all_texts(found) if text.role is role]


def all_texts(found: Answers) -> list[Text]:
    return [text for part in found.drawing.parts for text in part.texts]


def marks(found: Answers) -> Mapping[str, Mark]:
    return {claim: mark for part in found.drawing.parts for mark in part.marks for claim in mark.claims}


HELD = claim("anna", "21", about="t=held")
LOST = claim("ivan", "22", "ru", about="t=lost")


def test_rows_are_answers_in_the_order_first_recorded_and_columns_are_days() -> None:
    found = given(LOST, HELD)
    assert texts(found, Role.ANSWER) == ["It was held", "It was lost"]
    assert texts(found, Role.HEAD) == ["Sunday 21 May", "Monday 22 May"]
    at = marks(found)
    assert at["anna"].x < at["ivan"].x
    assert at["anna"].y < at["ivan"].y
    assert texts(found, Role.WORDS) == ["Anna", "Ivan"]


def test_without_coded_answers_there_is_no_chart() -> None:
    assert chart(claim("anna", about="t")) is None


def test_one_speaker_who_says_the_same_twice_has_one_line() -> None:
    found = given(HELD, claim("anna2", "21", about="t=held"), LOST)
    assert texts(found, Role.WORDS) == ["Anna, 2 times", "Ivan"]
    at = marks(found)
    assert at["anna"].y == at["anna2"].y
    assert at["anna2"].x - at["anna"].x == pytest.approx(19)


def test_an_undated_answer_has_a_column_of_its_own_at_the_end() -> None:
    found = given(HELD, claim("olga", "?", about="t=held"))
    assert texts(found, Role.HEAD) == ["Sunday 21 May", "Date not established"]


def test_many_days_become_months() -> None:
    events = [claim(f"a{day}", str(day), about="t=held") for day in range(1, 2 + MOST_COLUMNS)]
    found = given(*events)
    assert found.unit == "month"
    assert texts(found, Role.HEAD) == ["May 2023"]


def test_a_full_cell_counts_the_rest() -> None:
    names = ["anna", "boris", "clara", "dmytro", "emma", "fedir", "greta", "hanna"]
    found = given(*(claim(name, "21", about="t=held") for name in names))
    assert len(marks(found)) == MOST_IN_CELL - 1
    assert "and 3 more" in texts(found, Role.NOTE)


def test_an_answer_that_nobody_gives_keeps_its_row() -> None:
    built = timeline(HELD, claim("ivan", "22", "ru", about="t=lost", status=gone()))
    found = drawn(align(built))
    assert found is not None
    assert "Nobody gives it." in texts(found, Role.NOTE)


def gone() -> Status:
    return Status(kind="removed", reason="safety", date="2023-05-26")


def test_a_dispute_is_a_bracket_with_the_sign_between_the_two_rows() -> None:
    found = given(HELD, claim("ivan", "21", "ru", about="t=lost", relations={"disputes": "anna"}))
    (bracket,) = [line for part in found.drawing.parts for line in part.lines if line.role is Role.DISPUTE]
    (sign,) = [sign for part in found.drawing.parts for sign in part.signs]
    at = marks(found)
    assert bracket.points[0][1] == at["anna"].y
    assert bracket.points[-1][1] == at["ivan"].y
    assert at["anna"].y < sign.y < at["ivan"].y
    # It runs down where no words stand.
    assert sign.x > max(text.x + 6.9 * len(text.text) for text in all_texts(found) if text.role is Role.WORDS)
    assert not found.left_out


def test_a_clarification_is_an_arrow_to_what_it_clarifies() -> None:
    found = given(HELD, claim("olga", "22", about="t=lost", relations={"clarifies": "anna"}))
    (curve,) = [curve for part in found.drawing.parts for curve in part.curves]
    assert curve.claims == ("olga", "anna")
    assert curve.points[0][0] > curve.points[3][0]


def test_more_disputes_than_can_be_told_apart_are_left_to_the_list() -> None:
    names = ["boris", "clara", "dmytro", "emma", "fedir"]
    found = given(
        HELD, *(claim(name, "21", "ru", about="t=lost", relations={"disputes": "anna"}) for name in names)
    )
    assert found.left_out == len(names)
    assert not any(part.signs for part in found.drawing.parts)


def test_everything_stays_inside_the_drawing() -> None:
    long = "a-very-long-name-of-a-speaker-who-speaks-for-many-others-and-for-more"
    found = given(claim(long, "21", about="t=held"), LOST)
    for mark in marks(found).values():
        assert 0 < mark.x < found.drawing.width
        assert 0 < mark.y < found.drawing.height
    column = (WIDE.width - WIDE.names) / 2
    words = [text for text in all_texts(found) if text.role is Role.WORDS and text.x < WIDE.names + column]
    assert words
    assert all(text.x + 6.9 * len(text.text) <= WIDE.names + column for text in words)

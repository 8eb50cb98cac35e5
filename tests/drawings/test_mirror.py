"""Scripts that run from right to left: names at the right, time still from left to right."""

from __future__ import annotations

from dataclasses import replace

from tests.drawings.test_answers import HELD, LOST, WIDE, given
from tests.sightings import aligned, at
from timeline.align import Kind
from timeline.drawings.mirror import mirrored
from timeline.drawings.overview import overview
from timeline.drawings.values import Drawing, Frame, Role, Text
from timeline.drawings.words import Words
from timeline.wording import wording_for

FRAME = Frame("wide", 1324, 184, 108, mirrored=True)


def texts(drawing: Drawing, role: Role) -> list[Text]:
    return [text for part in drawing.parts for text in part.texts if text.role is role]


def test_the_overview_has_its_names_at_the_right_and_runs_from_left_to_right() -> None:
    laid = aligned(
        at("a", Kind.TIME, "2023-05-21T06:00", "2023-05-21T06:01"),
        at("b", Kind.DAY, "2023-05-22"),
        at("c", Kind.UNDATED),
    )
    found = overview(laid, FRAME, Words(wording=wording_for("ar")))
    assert found is not None
    assert found.axis is not None
    names = texts(found.drawing, Role.NAME)
    assert {(text.x, text.anchor) for text in names} == {(FRAME.width - 20, "end")}
    assert found.axis.right <= FRAME.width - FRAME.names
    first, second = (text for text in texts(found.drawing, Role.HEAD) if text.x > found.axis.left)
    assert first.x < second.x
    (box,) = (box for part in found.drawing.parts for box in part.boxes if box.role is Role.UNDATED)
    assert 0 <= box.left < box.right < found.axis.left


def test_a_mirrored_chart_has_the_same_parts_on_the_other_side() -> None:
    drawing = given(HELD, LOST).drawing
    turned = mirrored(drawing)
    assert mirrored(turned) == drawing
    first, second = texts(turned, Role.HEAD)
    assert first.x > second.x
    assert {first.anchor, second.anchor} == {"end"}
    assert replace(WIDE, mirrored=True).at(0) == WIDE.width

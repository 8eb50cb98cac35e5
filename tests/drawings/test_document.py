"""Where in a document the claims of each lane stand."""

from tests.sightings import aligned
from timeline.drawings.document import document
from timeline.drawings.values import Frame, Role

LANES = aligned().lanes


def test_a_band_for_each_lane_and_a_box_for_each_place() -> None:
    drawing = document({"a": [1, 1, 2], "b": [4]}, 4, LANES, Frame("wide", 400))
    grounds = [box for part in drawing.parts for box in part.boxes if box.role is Role.GROUND]
    assert [box.width for box in grounds] == [400] * len(LANES)
    boxes = {part.lane: [(box.left, box.right) for box in part.boxes] for part in drawing.parts if part.slot}
    assert boxes == {"a": [(1, 99), (101, 199)], "b": [(301, 399)], "c": []}


def test_labels_have_room() -> None:
    drawing = document({"a": [250]}, 250, LANES, Frame("narrow", 358))
    labels = [text.text for part in drawing.parts for text in part.texts]
    assert labels == ["1", "50", "100", "150", "200", "250"]

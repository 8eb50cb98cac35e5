import pytest

from tests.sightings import parsed
from timeline.align import Verb
from timeline.drawings.marks import SHAPE_NAMES, SLOTS
from timeline.model import RelationKind
from timeline.pages import marks

ALL_SLOTS = range(1, SLOTS + 1)


@pytest.mark.parametrize("slot", ALL_SLOTS)
@pytest.mark.parametrize("hollow", [False, True])
def test_shape_is_well_formed_and_stays_in_its_box(slot: int, *, hollow: bool) -> None:
    drawing = parsed(marks.shape(slot, hollow=hollow))
    assert drawing.get("class") == f"tl-shape tl-slot-{slot}"
    (inner,) = drawing
    numbers = [
        float(number)
        for pair in (inner.get("points") or f"{inner.get('r')},0").split()
        for number in pair.split(",")
    ]
    assert max(abs(number) for number in numbers) <= 7
    assert inner.get("class") == ("tl-hollow" if hollow else None)


def test_every_lane_has_another_shape() -> None:
    assert len({marks.outline(slot) for slot in ALL_SLOTS}) == SLOTS == len(SHAPE_NAMES)


def area(slot: int) -> float:
    if slot == 1:
        return 3.14
    corners = [
        tuple(float(number) for number in pair.split(","))
        for pair in str(parsed(marks.outline(slot, radius=1)).get("points")).split()
    ]
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


@pytest.mark.parametrize("slot", ALL_SLOTS)
def test_no_lane_looks_heavier_than_another(slot: int) -> None:
    assert area(slot) == pytest.approx(area(1), rel=0.17)


def test_an_eighth_lane_gets_the_first_shape_again() -> None:
    assert marks.shape(8) == marks.shape(1)


def test_a_mark_without_a_label_is_hidden_from_assistive_technology() -> None:
    assert 'aria-hidden="true"' in marks.shape(1)
    assert 'role="img" aria-label="Lane &lt;A&gt;"' in marks.shape(1, label="Lane <A>")


@pytest.mark.parametrize("kind", sorted({*RelationKind, *Verb, "differs_from"}))
def test_every_relation_has_a_mark(kind: str) -> None:
    assert parsed(marks.relation(kind)).tag == "svg"


def test_both_ends_of_a_relation_carry_the_same_mark() -> None:
    assert marks.relation("disputed-by") == marks.relation("disputes")
    assert marks.relation("disputes") != marks.relation("differs-from")


def test_a_relation_without_a_mark_is_an_error() -> None:
    with pytest.raises(KeyError):
        marks.relation("denies")


def test_the_disc_is_decoration() -> None:
    assert 'aria-hidden="true"' in marks.disc()
    assert 'width="23"' in marks.disc()


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.001, "0"), (12, "12"), (12.5, "12.5"), (1 / 3, "0.33"), (100, "100"), (-2.345, "-2.34")],
)
def test_coordinates_are_short_and_the_same_everywhere(value: float, written: str) -> None:
    assert marks.number(value) == written

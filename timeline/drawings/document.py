"""Where in a document claims stand: a band per lane, its start at the left and its end at the right.

Enters: the numbered places (paragraphs, pages) that the claims of each lane come from. Leaves: a `Drawing`. A box says that a
claim comes from that place, however many do: the height of a band means nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from timeline.align import Lane
from timeline.drawings.values import Box, Drawing, Frame, Part, Role, Text

_BAND = 15.0
_PITCH = 20.0
_FOOT = 24.0
_LABEL_ROOM = 34.0


def document(
    places: Mapping[str, Collection[int]], last: int, lanes: Sequence[Lane], frame: Frame
) -> Drawing:
    """Draw where claims stand.

    Args:
        places: By lane: numbers of places, from 1.
        last: The last place of all.
        lanes: All lanes, in their order.
        frame: The width to draw for.
    """
    step = frame.width / last
    gap = min(2.0, step / 5)
    grounds = tuple(
        Box(left=0, top=index * _PITCH, width=frame.width, height=_BAND, role=Role.GROUND)
        for index in range(len(lanes))
    )
    parts = [Part(boxes=grounds)]
    for index, lane in enumerate(lanes):
        boxes = tuple(
            Box(
                left=(number - 1) * step + gap / 2,
                top=index * _PITCH,
                width=step - gap,
                height=_BAND,
                role=Role.COLUMN,
            )
            for number in sorted(set(places.get(lane.id, ())))
        )
        parts.append(Part(slot=lane.slot, lane=lane.id, boxes=boxes))
    bottom = len(lanes) * _PITCH
    every = next(
        every
        for power in range(9)
        for every in (10**power, 2 * 10**power, 5 * 10**power)
        if every * step >= _LABEL_ROOM
    )
    numbers = [1, *range(every, last + 1, every)] if every > 1 else [*range(1, last + 1)]
    labels = tuple(
        Text(x=(number - 0.5) * step, y=bottom + 14, text=str(number), role=Role.LABEL, anchor="middle")
        for number in dict.fromkeys(numbers)
    )
    return Drawing(width=frame.width, height=bottom + _FOOT, parts=(*parts, Part(texts=labels)))

"""How exactly a place is known, in degrees and in kilometres.

What enters: coordinates with their stated exactness. What leaves: coordinates that are no finer than that, since a finer one
could lead to somebody's door; and how far from them the place may be.
"""

from __future__ import annotations

from decimal import Decimal

from timeline.model import Exactness

DECIMALS = {Exactness.EXACT: 5, Exactness.VICINITY: 2, Exactness.LOCALITY: 2, Exactness.REGION: 1}
"""Decimals of a degree that are published: five are a metre or so, two are a kilometre, one is ten."""

UNSTATED_DECIMALS = 2
"""Where nobody said how exact the coordinates are, they are not taken for exact."""

_DEGREE = 111.195
"""Kilometres of a degree of latitude."""


def rounded(degrees: Decimal | None, exactness: Exactness | None) -> Decimal | None:
    """Round a coordinate to what its exactness allows."""
    return None if degrees is None else round(degrees, decimals(exactness))


def decimals(exactness: Exactness | None) -> int:
    """Say how many decimals of a degree are published."""
    return UNSTATED_DECIMALS if exactness is None else DECIMALS[exactness]


def blur(exactness: Exactness | None) -> float:
    """Say how far from its rounded coordinates a place may lie, in kilometres: half of the last decimal, to the north."""
    return float(10 ** -decimals(exactness)) * _DEGREE / 2

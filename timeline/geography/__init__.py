"""The Earth, as far as a map needs it: positions, distances, projections, coastlines, lakes and rivers.

What enters: degrees, and the frame of a map. What leaves: kilometres, and points in the frame. The outlines travel with the
package, reduced from Natural Earth by `scripts/coastlines.py`; there are no borders and no front lines among them, because
where those run is itself a claim. Nothing here asks another host for anything, and nothing is refused.
"""

from __future__ import annotations

from timeline.geography.clip import Point, Rectangle, clip_line, clip_ring
from timeline.geography.outlines import Outlines, outlines
from timeline.geography.projection import REACH, Azimuthal, EqualEarth
from timeline.geography.sphere import RADIUS, Position, destination, distance, middle, wrapped
from timeline.geography.view import View

__all__ = [
    "RADIUS",
    "REACH",
    "Azimuthal",
    "EqualEarth",
    "Outlines",
    "Point",
    "Position",
    "Rectangle",
    "View",
    "clip_line",
    "clip_ring",
    "destination",
    "distance",
    "middle",
    "outlines",
    "wrapped",
]

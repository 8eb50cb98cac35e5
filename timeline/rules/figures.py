"""The rule on figures that are set side by side."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.catalogue import folded
from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic, Label
from timeline.model import Event, Figure, Timeline


def unlike_units(timeline: Timeline) -> Iterator[Diagnostic]:
    """Figures of one measure on one topic have one unit, so that they can be compared.

    A figure without a unit counts the things that its measure names, and is left alone.
    """
    first: dict[tuple[str, str], tuple[Event, Figure]] = {}
    for event in timeline.events.values():
        if event.removed:
            continue
        found: set[str] = set()
        for topic in dict.fromkeys(about.topic for about in event.about):
            for figure in event.figures:
                if figure.unit is None:
                    continue
                measure = folded(figure.measure)
                other, earlier = first.setdefault((topic, measure), (event, figure))
                unit = earlier.unit or ""
                if folded(unit) != folded(figure.unit) and measure not in found:
                    found.add(measure)
                    yield codes.UNLIKE_UNITS.at(
                        figure.at or event.at("figures"),
                        f"“{figure.measure}” is given in {figure.unit} here and in {unit} in `{other.id}`,"
                        f" on the same topic, `{topic}`",
                        hint="give both in one unit if the words allow it, else name the measures apart",
                        related=(Label(earlier.at or other.at("figures"), f"in {unit}"),),
                    )

"""Contrast of every pair of tokens, computed from the style sheet."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "timeline" / "assets" / "css" / "tokens.css"
SURFACES = ("paper", "sunk", "raised")
OF_MAPS = ("land", "sea")


def tokens(scheme: str) -> dict[str, str]:
    text = CSS.read_text(encoding="utf-8")
    start = text.index(f'[data-md-color-scheme="{scheme}"] {{')
    block = text[start : text.index("}", start)]
    return dict(re.findall(r"--tl-([\w-]+):\s*(#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(
    "token", ["ink", "ink-2", "ink-3", "link", *(f"slot-{slot}" for slot in range(1, 8))]
)
def test_text_is_readable_on_every_surface(scheme: str, token: str) -> None:
    colours = tokens(scheme)
    for surface in (*SURFACES, *OF_MAPS):
        assert contrast(colours[token], colours[surface]) >= 4.5, surface


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_borders_of_controls_can_be_seen(scheme: str) -> None:
    colours = tokens(scheme)
    for surface in SURFACES:
        assert contrast(colours["rule-2"], colours[surface]) >= 3, surface


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_highlighted_words_are_readable(scheme: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours["ink"], colours["highlight"]) >= 7


def test_no_lane_of_the_first_three_has_a_pure_red_blue_or_yellow() -> None:
    for scheme in ("default", "slate"):
        for slot in (1, 2, 3):
            colour = tokens(scheme)[f"slot-{slot}"]
            red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
            assert (red, green, blue) != tuple(255 if c > 128 else 0 for c in (red, green, blue))

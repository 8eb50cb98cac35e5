"""Projects of any size, written by a rule: the same number always gives the same files.

Claims stand on days that a calm and a busy stretch turn over, with dates of every precision, in any number of lanes.
Nothing in them is about anything real.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

MKDOCS = "site_name: Timeline\ntheme: material\nplugins: [timeline]\n"
PUBLISHED_EVERY = 7
"""Days between two sources; each holds the claims up to its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a project is, and how mixed."""

    claims: int
    days: int = 480
    first: date = date(2022, 2, 1)
    lanes: int = 3
    topics: int = 60
    speakers: int = 80
    places: int = 40
    language: str = "en"


def files(size: Size) -> dict[str, str]:
    """Write a project by path."""
    made = {
        "timeline.yml": f"title: The harbour dispute\nstandfirst: Who said what about the harbour.\nlanguage: {size.language}\n"
        "site_url: https://example.org/harbour\nedit_url: https://code.example.org/edit/main/\ntime_zone: Europe/Kyiv\n",
        "mkdocs.yml": MKDOCS,
    }
    for number in range(size.lanes):
        made[f"content/narratives/side-{number}.yml"] = (
            f"label: Side {number} of the harbour\nshort: Side {number}\nparty: {'true' if number < 2 else 'false'}\n"
            f"description: Everybody who speaks for side {number}.\n"
        )
    for number in range(size.speakers):
        made[f"content/speakers/speaker-{number}.yml"] = (
            f"name: Speaker {number}\nrole: spokesperson no. {number}\nnarrative: side-{number % size.lanes}\n"
        )
    for number in range(size.places):
        made[f"content/places/place-{number}.yml"] = (
            f"name: Pier {number}\nlatitude: {48 + number / 50:.2f}\nlongitude: {37 + number / 40:.2f}\nexactness: locality\n"
        )
    for number in range(size.topics):
        made[f"content/topics/topic-{number}.yml"] = (
            f'title: Who held pier {number}?\nanswers: {{"held": Held, lost: Lost}}\n'
        )
    for number in range(size.days // PUBLISHED_EVERY + 2):
        day = size.first + timedelta(days=number * PUBLISHED_EVERY)
        made[f"content/sources/gazette-{number}.yml"] = (
            f"title: Gazette no. {number}\nlanguage: en\nkind: article\nurl: https://example.org/gazette/{number}\n"
            f"published: {day}\narchive_url: https://archive.example.org/{number}\npublisher: speaker-{number % size.speakers}\n"
        )
    for number in range(size.claims):
        made[f"content/events/claim-{number:05}.yml"] = claim(number, size)
    return made


def claim(number: int, size: Size) -> str:
    """Write one claim."""
    day = day_of(number, size)
    source = (day - size.first).days // PUBLISHED_EVERY + 1
    topic = (number * 7) % size.topics
    answer = ("held", "lost")[(number // size.topics + number // 3) % 2]
    lines = [
        f"date: {phrase(number, day)}",
        *([f'said: "{min(day, day)}"'] if number % 3 == 0 else []),
        f"place: place-{number % size.places}",
        "claim: >-",
        f"  Claim number {number} about pier {topic}: that it was {answer} by those who say so,",
        "  with enough words for two or three lines of a column.",
        f"by: speaker-{(number * 13) % size.speakers}",
        *([f"via: speaker-{(number * 5 + 1) % size.speakers}"] if number % 2 else []),
        *([f"about: {{topic-{topic}: {answer}}}"] if number % 5 else []),
        *(
            [f"relations: [{{disputes: claim-{number - size.topics:05}}}]"]
            if number % 4 == 1 and number >= size.topics
            else []
        ),
        "source:",
        f"  id: gazette-{source}",
        f"  locator: paragraph {number % 40 + 1}",
        f"  excerpt: In paragraph {number % 40 + 1} it says that claim number {number} was made, and that others are wrong.",
    ]
    return "\n".join(lines) + "\n"


def phrase(number: int, day: date) -> str:
    """Write a date in one of several precisions."""
    shown = f"{day.day} {day:%B %Y}"
    if number % 97 == 11:
        return "unstated"
    if number % 97 == 23:
        return f'"{day:%Y-%m}"'
    if number % 197 == 31:
        return f'"{day.year}"'
    if number % 97 == 41:
        return f"by {shown}"
    if number % 97 == 59:
        return f"between {day.day} {day:%B %Y} and {(day + timedelta(days=2)).day} {day + timedelta(days=2):%B %Y}"
    return (f'"{day}"', f'"{day}"', f"on the evening of {shown}", f"around 14:{number % 60:02} on {shown}")[
        number % 4
    ]


def day_of(number: int, size: Size) -> date:
    """Give the day of a claim: most evenly spread, a sixth of them on one busy week."""
    if number % 6 == 5:
        return size.first + timedelta(days=size.days * 3 // 4 + number % 7)
    return size.first + timedelta(days=number * size.days // max(1, size.claims))


def write(folder: Path, size: Size, changes: Mapping[str, str] | None = None) -> Path:
    """Write a project into a folder."""
    for path, text in {**files(size), **(changes or {})}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    (folder / "content" / "events").mkdir(parents=True, exist_ok=True)
    return folder

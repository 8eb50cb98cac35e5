"""The method in short, and how to cite the book."""

from __future__ import annotations

from timeline.dossier.setting import Json
from timeline.dossier.whole import Whole
from timeline.exports.edition import edition_of
from timeline.pages.home import lane_order

INTRODUCTION = (
    (
        "This dossier records what each side said about a contested series of events. It shows who said what, when it was said, when it"
        " is said to have happened, through whom it reached us, and where the sides differ or nothing is recorded."
    ),
    (
        "A claim is always somebody’s. Words in quotation marks are words that the source itself quotes; everything else is a paraphrase"
        " of what the source says. What the editors add (a reading of a date, an identification, a lane, a note) is always named as theirs."
    ),
)

READING = (
    (
        "Numbers",
        "Claims are numbered in the order of time, in the whole timeline. A number in square brackets refers to a claim.",
    ),
    (
        "Time of day not stated",
        "The source gives the day and no time. Such claims stand first in their day; their order within it is not known.",
    ),
    (
        "Or earlier",
        "Only the latest possible day is known, from the claim’s own saying or from a limit that the editor sets with a basis.",
    ),
    ("Date not established", "Nothing gives a day. The limits that are known are shown with the claim."),
    ("Said", "When a claim was made is recorded apart from what it is about, and is never copied from it."),
    ("No claim on this topic recorded", "Nothing is on file here. It does not mean that nothing was said."),
    ("Disputes", "The words of one claim address another claim and contradict it."),
    (
        "Differs from",
        "Two claims give different coded answers to one topic, and neither addresses the other. It is worked out from the answers and is no dispute.",
    ),
    (
        "Inferred by the editor",
        "An answer that the words do not give by themselves. It is marked and not counted.",
    ),
)

DATES = (
    "Every date keeps the words of its source. The words are read from an anchor (the publication of the source, another claim, or a"
    " date that the editor gives) by a named rule. All readings that the rules allow are collected, and checks strike out those that"
    " cannot be. Only where exactly one is left is there a date. A date is never made more exact than its words."
)

ORDER_UNKNOWN = "Where the intervals of two dates overlap, their order is not known, and nothing here should be read as saying that one came before the other."


def method(whole: Whole) -> dict[str, Json]:
    """Make the section on method."""
    setting = whole.wide
    lanes: list[Json] = []
    for index, lane in enumerate(whole.aligned.lanes):
        record = lane.narrative
        text: list[Json] = [
            *(setting.rich(record.description) if record.description else ["No description is recorded."])
        ]
        if record.reason:
            text += [" Why this lane exists: ", *setting.rich(record.reason)]
        text.append(" Party to the dispute." if record.party else " Not a party to the dispute.")
        lanes.append({"lane": index, "text": text})
    contact = whole.timeline.settings.contact
    return {
        "introduction": [*INTRODUCTION],
        "order": lane_order(whole.timeline.settings, whole.aligned.lanes),
        "lanes": lanes,
        "reading": [{"term": term, "text": text} for term, text in READING],
        "dates": [DATES, ORDER_UNKNOWN],
        "contact": ["To ask for a correction or a removal, write to ", *setting.words(contact), "."]
        if contact
        else None,
    }


def citation(whole: Whole) -> dict[str, Json]:
    """Say how to cite the book and a claim in it."""
    edition = edition_of(whole.timeline)
    return {
        "text": whole.wide.words(edition.citation),
        "claim": f"Cite a claim by its number and this edition, such as: [1], edition {edition.number}. Numbers may differ in another edition; the ids under “What the records say besides” never do.",
        "site": whole.wide.words(edition.site_url) if edition.site_url else [],
        "licence": edition.licence_name,
        "licence_url": edition.licence_url,
        "sha256": edition.content_sha256,
    }

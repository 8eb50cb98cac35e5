"""The fields of every record: what a file may say, with the help and the examples that the docs print.

One table per folder of `content/`, and one for `timeline.yml`. The validator, the JSON Schema for editors and the field
reference are all made from them, so they cannot disagree.
"""

from __future__ import annotations

from timeline.citing import ADDRESS, LANGUAGE, SOURCE_FIELDS, CitationShape
from timeline.dated import DATE, LINE, WORDS
from timeline.model import Exactness
from timeline.scalars import Choice, Contact, Day, Id, IdOf, Number, Reference, Truth
from timeline.shapes import Field, Keyed, OneOrMore
from timeline.values import HISTORY, LANE, NAMES, QUOTE, AboutShape, FigureShape, RelationsShape, StatusShape

ALIASES = Field(
    "aliases", OneOrMore(Id()), "Old ids of this record; their addresses redirect here.", "aliases: [old-id]"
)
NOTE = Field(
    "note", WORDS, "The editor's remark, always marked as such.", "note: The beginning of the text is lost."
)


SPEAKER_FIELDS = (
    Field("name", LINE, "As printed in the source.", "name: Dmitry Peskov", required=True),
    Field(
        "names",
        NAMES,
        "Other names and spellings. One with a `basis` is an identification, which is a judgement.",
        "names: [{name: Дмитрий Песков, language: ru}]",
    ),
    Field(
        "role", LINE, "Office or description, as printed.", "role: Press Secretary for the Russian President"
    ),
    Field("narrative", IdOf("narratives"), "The lane of what this speaker says.", "narrative: russian-side"),
)

PLACE_FIELDS = (
    Field("name", LINE, "As printed in the source.", "name: Bakhmut", required=True),
    Field("names", NAMES, "Other names and spellings.", "names: [{name: Бахмут, language: uk}]"),
    Field(
        "latitude",
        Number(-90, 90, beyond="perhaps `latitude` and `longitude` are exchanged"),
        "Degrees north (WGS 84).",
        "latitude: 48.595",
    ),
    Field("longitude", Number(-180, 180), "Degrees east (WGS 84).", "longitude: 38.000"),
    Field(
        "exactness",
        Choice(tuple(Exactness)),
        "How exactly the coordinates are known; they are never published finer.",
        "exactness: locality",
    ),
    Field("time_zone", LINE, "IANA name, where the place fixes one.", "time_zone: Europe/Kyiv"),
    Field("part_of", IdOf("places"), "The place that contains this one.", "part_of: bakhmut"),
)

TOPIC_FIELDS = (
    Field("title", LINE, "The occurrence or the question.", "title: Who controlled Bakhmut?", required=True),
    Field(
        "answers",
        Keyed(Id(), LINE, "a mapping of answer ids to labels"),
        "The possible answers: an id and a label each.",
        "answers: {held: It was held, lost: It was lost}",
    ),
)

NARRATIVE_FIELDS = (
    Field("label", LINE, "Name of the lane.", "label: Ukrainian side", required=True),
    Field("short", LINE, "A word for narrow places; else the label.", "short: Ukrainian"),
    Field("description", WORDS, "Who belongs here.", "description: Officials, forces and press of Ukraine."),
    Field(
        "reason",
        WORDS,
        "Why the lane exists.",
        "reason: The article sets its claims against the other side's.",
    ),
    Field("party", Truth(), "Whether it is a party to the dispute.", "party: true"),
    Field(
        "slot",
        Number(1, 7, whole=True),
        "Colour and shape, 1 to 7, if not those of its place in the order.",
        "slot: 4",
    ),
)

EVENT_FIELDS = (
    Field(
        "date",
        DATE,
        "When the claimed thing happened or held, as the source gives it; `when said`, or `unstated`.",
        "date: on the 21st",
        required=True,
    ),
    Field(
        "place",
        OneOrMore(Reference("places")),
        "Where it happened: ids or names, or `unstated`.",
        "place: bakhmut",
        required=True,
    ),
    Field(
        "claim",
        WORDS,
        "What is claimed, as a sentence.",
        "claim: The city has not been occupied.",
        required=True,
    ),
    Field(
        "source",
        OneOrMore(CitationShape()),
        "The document that we hold, and where in it the claim stands.",
        "source: bakhmut-article",
        required=True,
    ),
    Field("title", LINE, "A short headline; else made from the claim.", "title: Troops still present"),
    Field(
        "kind",
        Choice(("occurrence", "state", "assessment", "forecast")),
        "What kind of claim it is; `occurrence` if left out. Only a forecast may be said before its date.",
        "kind: state",
    ),
    Field("by", OneOrMore(Reference("speakers")), "Who makes the claim: ids or names.", "by: zelensky"),
    Field(
        "via",
        OneOrMore(Reference("speakers")),
        "The chain through which it reached the source, nearest to the speaker first.",
        "via: tass",
    ),
    Field("said", DATE, "When it was said. Left out, it is not stated.", "said: on the 22nd"),
    Field("said_at", OneOrMore(Reference("places")), "Where it was said.", "said_at: hiroshima"),
    Field("narrative", LANE, "The lane, if not the speaker's.", "narrative: ukrainian-side"),
    Field(
        "about",
        AboutShape(),
        "The topics the claim is about, and its answers to them.",
        "about: {who-controlled-bakhmut: ukrainian-troops-present}",
    ),
    Field(
        "relations",
        RelationsShape(),
        "Other claims that its words address: `disputes`, `clarifies`, `retracts`, `repeats` or `agrees_with`, and the "
        "claim's id.",
        "relations: [{disputes: prigozhin-control}]",
    ),
    Field(
        "figures",
        Keyed(LINE, FigureShape(), "a mapping of measures to figures"),
        "Numbers that the claim gives.",
        "figures: {drones shot down: {value: 20, unit: drones}}",
    ),
    Field("quote", QUOTE, "Words that the source itself quotes.", "quote: I don’t think so."),
    Field("tags", OneOrMore(LINE), "The editor's keywords.", "tags: [aviation]"),
    NOTE,
    Field(
        "status",
        StatusShape(),
        "That the claim was corrected, withdrawn or removed.",
        'status: {kind: withdrawn, reason: Taken back., date: "2023-05-24"}',
    ),
    Field(
        "history",
        HISTORY,
        "What changed in this record.",
        'history: [{date: "2023-05-24", change: Place corrected.}]',
    ),
    ALIASES,
)

SETTINGS_FIELDS = (
    Field(
        "schema",
        Number(1, 1, whole=True),
        "Version of the content format; 1 is the only one so far.",
        "schema: 1",
    ),
    Field("title", LINE, "Title of the timeline.", "title: Bakhmut, 21–22 May 2023", required=True),
    Field(
        "standfirst", WORDS, "Two or three sentences under the title.", "standfirst: Who said what, and when."
    ),
    Field(
        "language",
        LANGUAGE,
        "Language of the project's own words and of the interface; `en` if left out.",
        "language: en",
    ),
    Field("time_zone", LINE, "Zone of times whose place fixes none.", "time_zone: Europe/Kyiv"),
    Field(
        "lanes",
        OneOrMore(IdOf("narratives")),
        "The lanes in the project's own order; else parties A to Z, then others.",
        "lanes: [ukrainian-side, russian-side]",
    ),
    Field(
        "severities",
        Keyed(LINE, Choice(("error", "warning", "note", "off")), "a mapping of codes to severities"),
        "How much a finding weighs in this project.",
        "severities: {C501: note}",
    ),
    Field("site_url", ADDRESS, "Where the site will stand.", "site_url: https://example.org/bakhmut/"),
    Field(
        "edit_url",
        ADDRESS,
        "Address that a file's path is appended to, for links to edit it.",
        "edit_url: https://example.org/repo/edit/main/",
    ),
    Field(
        "contact",
        Contact(ADDRESS),
        "Where people can ask for a correction or a removal: a mail or web address, shown on the site.",
        "contact: corrections@example.org",
    ),
    Field(
        "licence",
        LINE,
        "Licence of the project's own words and data: an SPDX identifier, or its name.",
        "licence: CC-BY-4.0",
    ),
    Field(
        "citation",
        LINE,
        "How to cite the timeline; the edition is added. Left out, it is the title and the address.",
        "citation: Fire at the grain terminal. Example Archive, Lisbon.",
    ),
    Field(
        "excerpts",
        Number(0, 1000, whole=True),
        "Paragraphs of one source that its page quotes at most, for reasons of copyright. Left out, it quotes every excerpt on record.",
        "excerpts: 12",
    ),
    Field("pdf", Truth(), "Whether to write the dossier.", "pdf: false"),
    Field("paper", Choice(("a4", "letter")), "Paper of the dossier; A4 if left out.", "paper: letter"),
    Field("story_start", Day(), "The day that “day N of the war” counts from.", 'story_start: "2022-02-24"'),
)

RECORDS: dict[str, tuple[Field, ...]] = {
    "events": EVENT_FIELDS,
    "sources": (*SOURCE_FIELDS, NOTE, ALIASES),
    "speakers": (*SPEAKER_FIELDS, NOTE, ALIASES),
    "places": (*PLACE_FIELDS, NOTE, ALIASES),
    "topics": (*TOPIC_FIELDS, NOTE, ALIASES),
    "narratives": (*NARRATIVE_FIELDS, NOTE, ALIASES),
}
"""The fields of each folder under `content/`."""

SINGULAR = {
    "events": "an event",
    "sources": "a source",
    "speakers": "a speaker",
    "places": "a place",
    "topics": "a topic",
    "narratives": "a narrative",
}

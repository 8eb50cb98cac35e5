"""How narratives, sources, speakers, places and topics stand in the open data."""

from __future__ import annotations

from timeline.exports.dating_fields import DATING
from timeline.exports.fields import (
    FLAG,
    ID,
    ID_OR_NULL,
    NUMBER_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Field,
    choice,
    list_of,
    ref,
    ref_or_null,
    write,
)
from timeline.exports.writing import Json, coordinate
from timeline.model import Answer, Dating, Exactness, Name, Narrative, Place, Source, Speaker, Topic

NAME: tuple[Field[Name], ...] = (
    Field("name", TEXT, "The name.", lambda name: name.name),
    Field("language", TEXT_OR_NULL, "BCP 47, where known.", lambda name: name.language),
    Field("basis", TEXT_OR_NULL, "Why the editor takes it to be the same one.", lambda name: name.basis),
)

NARRATIVE: tuple[Field[Narrative], ...] = (
    Field("id", ID, "Permanent id.", lambda narrative: narrative.id),
    Field("label", TEXT, "Name of the lane.", lambda narrative: narrative.label),
    Field("short", TEXT, "Short name.", lambda narrative: narrative.short),
    Field("description", TEXT_OR_NULL, "Who belongs to it.", lambda narrative: narrative.description),
    Field("reason", TEXT_OR_NULL, "Why the lane exists.", lambda narrative: narrative.reason),
    Field("party", FLAG, "Whether it is a party to the dispute.", lambda narrative: narrative.party),
)

ANSWER: tuple[Field[Answer], ...] = (
    Field("id", ID, "Id within the topic.", lambda answer: answer.id),
    Field("label", TEXT, "The answer in words.", lambda answer: answer.label),
)

TOPIC: tuple[Field[Topic], ...] = (
    Field("id", ID, "Permanent id.", lambda topic: topic.id),
    Field("title", TEXT, "An occurrence, or a question.", lambda topic: topic.title),
    Field(
        "answers",
        list_of(ref("answer")),
        "The possible answers, if it is a question with known ones.",
        lambda topic: [write(ANSWER, answer) for answer in topic.answers],
    ),
)

SPEAKER: tuple[Field[Speaker], ...] = (
    Field("id", ID, "Permanent id.", lambda speaker: speaker.id),
    Field("name", TEXT, "As printed in the source.", lambda speaker: speaker.name),
    Field(
        "names",
        list_of(ref("name")),
        "Other names. One with a basis is the editor's identification.",
        lambda speaker: [write(NAME, name) for name in speaker.names],
    ),
    Field("role", TEXT_OR_NULL, "Office or function.", lambda speaker: speaker.role),
    Field(
        "narrative", ID_OR_NULL, "The lane that the speaker belongs to.", lambda speaker: speaker.narrative
    ),
)

PLACE: tuple[Field[Place], ...] = (
    Field("id", ID, "Permanent id.", lambda place: place.id),
    Field("name", TEXT, "As printed in the source.", lambda place: place.name),
    Field(
        "names",
        list_of(ref("name")),
        "Other names. One with a basis is the editor's identification.",
        lambda place: [write(NAME, name) for name in place.names],
    ),
    Field(
        "latitude",
        {**NUMBER_OR_NULL, "minimum": -90, "maximum": 90},
        "Degrees north, WGS 84, rounded to the stated exactness.",
        lambda place: coordinate(place.latitude, place.exactness),
    ),
    Field(
        "longitude",
        {**NUMBER_OR_NULL, "minimum": -180, "maximum": 180},
        "Degrees east, WGS 84, rounded to the stated exactness.",
        lambda place: coordinate(place.longitude, place.exactness),
    ),
    Field(
        "exactness",
        choice(*(str(exactness) for exactness in Exactness), None),
        "How exactly the coordinates are known.",
        lambda place: None if place.exactness is None else str(place.exactness),
    ),
    Field("time_zone", TEXT_OR_NULL, "IANA name.", lambda place: place.time_zone),
    Field("part_of", ID_OR_NULL, "Id of the place that contains this one.", lambda place: place.part_of),
)


def _dating(dating: Dating | None) -> Json:
    return None if dating is None else write(DATING, dating)


SOURCE: tuple[Field[Source], ...] = (
    Field("id", ID, "Permanent id.", lambda source: source.id),
    Field("title", TEXT, "Title of the document.", lambda source: source.title),
    Field("kind", TEXT_OR_NULL, "Such as `article` or `video`.", lambda source: source.kind),
    Field("author", TEXT_OR_NULL, "As printed.", lambda source: source.author),
    Field(
        "publisher",
        TEXT_OR_NULL,
        "A speaker's id where it is one on file, else a name.",
        lambda s: s.publisher,
    ),
    Field("url", TEXT_OR_NULL, "Address of the document.", lambda source: source.url),
    Field("no_url", TEXT_OR_NULL, "Why there is no address.", lambda source: source.no_url),
    Field(
        "published", ref_or_null("dating"), "When it was published.", lambda source: _dating(source.published)
    ),
    Field(
        "updated", ref_or_null("dating"), "When it was last changed.", lambda source: _dating(source.updated)
    ),
    Field(
        "captured", ref_or_null("dating"), "When our copy was taken.", lambda source: _dating(source.captured)
    ),
    Field("language", TEXT_OR_NULL, "BCP 47.", lambda source: source.language),
    Field("archive_url", TEXT_OR_NULL, "Address of an archived copy.", lambda source: source.archive_url),
    Field("sha256", TEXT_OR_NULL, "SHA-256 of `file`.", lambda source: source.sha256),
    Field("file", TEXT_OR_NULL, "What was hashed.", lambda source: source.file),
    Field(
        "held",
        choice("public", "on-request", "withheld", None),
        "Whether our copy can be had.",
        lambda source: source.held,
    ),
)

"""How a claim stands in the open data, and how a removed one does: by its id alone."""

from __future__ import annotations

from timeline.exports.dating_fields import DATING
from timeline.exports.fields import (
    DAY,
    DAY_OR_NULL,
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
from timeline.exports.writing import number
from timeline.model import (
    About,
    Change,
    Citation,
    Event,
    Figure,
    Quote,
    Relation,
    RelationKind,
    Status,
)

CITATION: tuple[Field[Citation], ...] = (
    Field("id", ID, "Id of the source.", lambda citation: citation.source),
    Field("locator", TEXT_OR_NULL, "Paragraph, page or minute.", lambda citation: citation.locator),
    Field(
        "excerpt",
        TEXT_OR_NULL,
        "The words that carry the claim and its date.",
        lambda citation: citation.excerpt,
    ),
)

ABOUT: tuple[Field[About], ...] = (
    Field("topic", ID, "Id of the topic.", lambda about: about.topic),
    Field("answer", ID_OR_NULL, "Id of the answer that the claim gives.", lambda about: about.answer),
    Field("inferred", FLAG, "Whether the answer is the editor's inference.", lambda about: about.inferred),
)

RELATION: tuple[Field[Relation], ...] = (
    Field(
        "kind",
        choice(*(str(kind) for kind in RelationKind)),
        "How the words of this claim address the other.",
        lambda relation: str(relation.kind),
    ),
    Field("target", ID, "Id of the other claim.", lambda relation: relation.target),
)

FIGURE: tuple[Field[Figure], ...] = (
    Field("measure", TEXT, "What is counted or measured.", lambda figure: figure.measure),
    Field("value", NUMBER_OR_NULL, "The number, if one is given.", lambda figure: number(figure.value)),
    Field("min", NUMBER_OR_NULL, "Lower end of a range.", lambda figure: number(figure.minimum)),
    Field("max", NUMBER_OR_NULL, "Upper end of a range.", lambda figure: number(figure.maximum)),
    Field("unit", TEXT_OR_NULL, "Unit.", lambda figure: figure.unit),
)

QUOTE: tuple[Field[Quote], ...] = (
    Field("text", TEXT, "Words that the source itself quotes.", lambda quote: quote.text),
    Field("language", TEXT_OR_NULL, "BCP 47.", lambda quote: quote.language),
    Field("translation", TEXT_OR_NULL, "Translation.", lambda quote: quote.translation),
    Field("translator", TEXT_OR_NULL, "Who made it.", lambda quote: quote.translator),
)

STATUS: tuple[Field[Status], ...] = (
    Field(
        "kind", choice("corrected", "withdrawn"), "What happened to the claim.", lambda status: status.kind
    ),
    Field("reason", TEXT, "Why.", lambda status: status.reason),
    Field("date", DAY_OR_NULL, "On which day.", lambda status: status.date),
)

CHANGE: tuple[Field[Change], ...] = (
    Field("date", DAY, "On which day.", lambda change: change.date),
    Field("change", TEXT, "What was changed.", lambda change: change.change),
    Field("reason", TEXT_OR_NULL, "Why.", lambda change: change.reason),
)

CLAIM: tuple[Field[Event], ...] = (
    Field("id", ID, "Permanent id: the stem of the event file.", lambda event: event.id),
    Field("claim", TEXT, "What is claimed, as the editor words it.", lambda event: event.claim),
    Field("title", TEXT_OR_NULL, "Short headline, if the editor gives one.", lambda event: event.title),
    Field(
        "kind",
        choice("occurrence", "state", "assessment", "forecast"),
        "What the statement is about.",
        lambda event: event.kind,
    ),
    Field("narrative", ID, "The lane that the claim stands in.", lambda event: event.narrative),
    Field(
        "narrative_basis",
        TEXT_OR_NULL,
        "Set where the lane is the editor's inference.",
        lambda event: event.narrative_basis,
    ),
    Field("by", list_of(ID), "Ids of the speakers; empty where none is named.", lambda event: list(event.by)),
    Field(
        "via",
        list_of(ID),
        "Ids of those through whom the claim reached the source, first the one nearest to the speaker.",
        lambda event: list(event.via),
    ),
    Field(
        "date",
        ref("dating"),
        "When the claimed thing happened or held, as the source gives it.",
        lambda event: write(DATING, event.date),
    ),
    Field("said", ref("dating"), "When it was said.", lambda event: write(DATING, event.said)),
    Field("said_at", list_of(ID), "Ids of the places where it was said.", lambda event: list(event.said_at)),
    Field("place", list_of(ID), "Ids of the places; empty where unstated.", lambda event: list(event.places)),
    Field(
        "source",
        list_of(ref("citation")),
        "The documents that carry the claim.",
        lambda event: [write(CITATION, citation) for citation in event.citations],
    ),
    Field(
        "about",
        list_of(ref("about")),
        "The topics that the claim is about.",
        lambda event: [write(ABOUT, about) for about in event.about],
    ),
    Field(
        "relations",
        list_of(ref("relation")),
        "Claims that its words address.",
        lambda event: [write(RELATION, relation) for relation in event.relations],
    ),
    Field(
        "figures",
        list_of(ref("figure")),
        "Numbers that it gives.",
        lambda event: [write(FIGURE, figure) for figure in event.figures],
    ),
    Field(
        "quote",
        ref_or_null("quote"),
        "Words that the source itself quotes.",
        lambda event: None if event.quote is None else write(QUOTE, event.quote),
    ),
    Field("tags", list_of(TEXT), "The editor's.", lambda event: list(event.tags)),
    Field("note", TEXT_OR_NULL, "The editor's.", lambda event: event.note),
    Field(
        "status",
        ref_or_null("status"),
        "Null, or that the claim was corrected or withdrawn.",
        lambda event: None if event.status is None else write(STATUS, event.status),
    ),
    Field(
        "history",
        list_of(ref("change")),
        "Changes since the claim was first published.",
        lambda event: [write(CHANGE, change) for change in event.history],
    ),
    Field("aliases", list_of(ID), "Old ids of the claim.", lambda event: list(event.aliases)),
)

TOMBSTONE: tuple[Field[Event], ...] = (
    Field("id", ID, "Permanent id, so that the address stays.", lambda event: event.id),
    Field("status", {"const": "removed"}, "The claim was removed; its words are gone.", lambda _: "removed"),
)

"""A claim as the book prints it.

What enters: a claim's id. What leaves: its number, who makes it and through whom, its words, what it says of other claims
by their numbers, and its date with the phrase of the source behind it. Nothing of a claim is cut here.
"""

from __future__ import annotations

from timeline import wording
from timeline.align import Verb
from timeline.dossier.setting import Json, listed, merged
from timeline.dossier.whole import Whole
from timeline.model import UNSTATED, Dating, Event, Status
from timeline.pages.date_view import is_notation
from timeline.text import clean, plain

HEAD, LINE, GAP = 9.9, 12.9, 9.0
"""Heights of a line of details, of a line of a claim at 9.6 points, and of the space behind a claim; points."""


MOST_COMPUTED = 3
"""Claims that one differs from by its answer before "and 4 more"."""

SURELY = 1.3
"""A claim is surely no higher than its estimate times this: of thousands that were measured, none was by more than 1.25."""

POINTER = 50.0
"""Height of what stands in a lane for a claim that is set across all lanes, points."""

HEADS = 62.0
"""Room that the heads of a row take of a page, points; at most."""


def claim_entry(claim: str, whole: Whole) -> dict[str, Json]:
    """Make the entry of a claim in its lane's column."""
    event, setting = whole.event(claim), whole.cell
    entry: dict[str, Json] = {
        "n": whole.aligned.numbers[claim],
        "lane": whole.lane_index[claim],
        "head": merged(_head(event, whole)),
        "text": _words(event, whole),
        "relations": _relations(claim, whole),
        "detail": merged(_detail(event, whole)),
    }
    if event.status is not None:
        entry["status"] = setting.words(status_line(event.status, whole))
        entry["gone"] = claim in whole.aligned.withdrawn
        if event.status.reason:
            entry["reason"] = setting.rich(event.status.reason)
    if _may_exceed_page(claim, whole):
        entry["long"] = True
    return entry


def pointer(claim: str, whole: Whole) -> dict[str, Json]:
    """Stand in a lane for a claim whose words are set across all of them."""
    return {
        "n": whole.aligned.numbers[claim],
        "lane": whole.lane_index[claim],
        "head": merged(_head(whole.event(claim), whole)),
        "across": True,
    }


def stands_across(claim: str, whole: Whole) -> bool:
    """Tell whether a claim stands below its row, across all lanes: in its own it would fill more than a page, and leave the others blank."""
    return len(whole.aligned.lanes) > 1 and not whole.paper.sequential and _may_exceed_page(claim, whole)


def _may_exceed_page(claim: str, whole: Whole) -> bool:
    return claim_height(claim, whole) * SURELY > whole.paper.height - HEADS


def claim_height(claim: str, whole: Whole) -> float:
    """Estimate how high a claim will be, points."""
    if claim not in whole.heights:
        whole.heights[claim] = _estimated(claim, whole)
    return whole.heights[claim]


def _estimated(claim: str, whole: Whole) -> float:
    event, paper = whole.event(claim), whole.paper
    speakers = [whole.timeline.speakers[by] for by in event.by if by in whole.timeline.speakers]
    roles = "".join(speaker.role or "" for speaker in speakers)
    head = f"{whole.who(claim)} {roles} {' '.join(whole.speaker(via) for via in event.via)} 0000, via"
    links = [link for link in whole.aligned.relations[claim] if not link.computed]
    links += [link for link in whole.aligned.relations[claim] if link.computed][: MOST_COMPUTED + 1]
    related = " ".join(f"{whole.who(link.other)} [0000]," for link in links) + "disputed by " * min(
        len(links), 5
    )
    places = " ".join(whole.place(place) for place in (*event.places, *event.said_at))
    cited = "".join(citation.locator or "" for citation in event.citations) + "source 000 " * len(
        event.citations
    )
    detail = f"00 September 0000, time not stated {event.date.phrase} {event.said.phrase} {places} {cited}"
    status = f"Withdrawn 00 September 0000 {event.status.reason}" if event.status else ""
    lines = sum(paper.lines(text, paper.column, paper.sans) for text in (head, related, detail, status))
    size = paper.serif / 9.6
    return (
        (lines + min(len(links), 4)) * HEAD * size
        + paper.lines(event.claim, paper.column, paper.serif) * LINE * size
        + GAP
    )


def status_line(status: Status, whole: Whole) -> str:
    """Say that a claim was corrected or withdrawn, and when."""
    if status.date is None:
        return whole.text(status.kind)
    return whole.text(f"{status.kind}-on", date=wording.when_iso(whole.words, status.date))


def _head(event: Event, whole: Whole) -> list[Json]:
    """Number the claim, and name the speakers with their roles, and through whom the claim reached the source."""
    setting = whole.cell
    named: list[list[Json]] = []
    for by in event.by:
        speaker = whole.timeline.speakers.get(by)
        name = setting.name(whole.speaker(by), bold=True)
        role = [" ", *setting.name(speaker.role)] if speaker and speaker.role else []
        named.append([*name, *role])
    made = listed(named) if named else setting.words(whole.text("no-speaker"), bold=True)
    if event.via:
        names = listed([setting.name(whole.speaker(via)) for via in event.via])
        made += [", ", *whole.say("via", names=names)]
    return _joined({"t": f"{whole.aligned.numbers[event.id]} ", "b": True}, made)


def _joined(number: dict[str, Json], rest: list[Json]) -> list[Json]:
    """Put the number and the name behind it into one stretch where they look alike: every stretch costs the printer."""
    first = rest[0] if rest else ""
    if isinstance(first, dict) and first.keys() == number.keys() and isinstance(first["t"], str):
        return [{"t": f"{number['t']}{first['t']}", "b": True}, *rest[1:]]
    return [number, *rest]


def _words(event: Event, whole: Whole) -> dict[str, Json]:
    """Give the claim's words; in quotation marks where they are the source's own quotation."""
    text = whole.cell.paragraph(event.claim)
    if (
        wording.quotation(event) == "direct"
        and plain(event.claim)[:1] not in wording.QUOTATION_MARKS
        and isinstance(runs := text["r"], list)
    ):
        text["r"] = whole.say("quoted", text=runs)
    return text


def _relations(claim: str, whole: Whole) -> list[Json]:
    """List what the claim says of others, and others of it, with the numbers of the others; one line for each verb."""
    lines: dict[tuple[Verb, str | None], list[str]] = {}
    for link in whole.aligned.relations[claim]:
        topic = link.topic if link.topic != _first_topic(claim, whole) else None
        lines.setdefault((link.verb, topic), []).append(link.other)
    made: list[Json] = []
    for (verb, topic), others in lines.items():
        # What is worked out from answers stands in full in the table of the topic; what somebody stated stands here.
        most = MOST_COMPUTED if verb is Verb.DIFFERS_FROM else len(others)
        shown: list[Json] = [f"{_verb(verb, whole)} "]
        for who, claims in _by_speaker(others[:most], whole).items():
            shown += [", "] if len(shown) > 1 else []
            stated = verb is not Verb.DIFFERS_FROM  # the answers on a topic list all who differ
            shown += [*whole.cell.words(who), " ", *whole.numbers(claims, linked=stated)]
        if others[most:]:
            shown.append(f" {whole.words.count('chart.more', len(others[most:]))}")
        if topic:
            shown += [" ", *whole.say("on-topic", topic=whole.cell.words(whole.topic(topic)))]
        made.append({"mark": wording.MARKS[verb], "text": merged(shown)})
    for link in whole.aligned.to_removed.get(claim, ()):
        shown = [f"{_verb(link.verb, whole)} {whole.text('removed-claim')}"]
        made.append({"mark": wording.MARKS[link.verb], "text": shown})
    return made


def _by_speaker(claims: list[str], whole: Whole) -> dict[str, list[str]]:
    """Gather claims of the same speakers."""
    made: dict[str, list[str]] = {}
    for claim in claims:
        made.setdefault(whole.who(claim), []).append(claim)
    return made


def _verb(kind: Verb, whole: Whole) -> str:
    verb = wording.verb(whole.words, kind)
    return verb[:1].lower() + verb[1:]


def _first_topic(claim: str, whole: Whole) -> str | None:
    about = whole.event(claim).about
    return about[0].topic if about else None


def _detail(event: Event, whole: Whole) -> list[Json]:
    """Say when, with the phrase of the source; when it was said; where; and where in which source it stands."""
    setting = whole.cell
    parts: list[list[Json]] = [[whole.when(event.id), *_behind(event, whole)]]
    said = wording.said_apart(whole.words, event, whole.aligned.placed[event.id], year=whole.years)
    if said:
        note = whole.zone_note(event, "said")
        phrase = [" (", *given(event.said, whole), ")"] if event.date.phrase != wording.WHEN_SAID else []
        parts.append([" ".join(filter(None, [said, note])), *phrase])
    if event.places:
        parts.append(listed([setting.name(whole.place(place)) for place in event.places]))
    if event.said_at:
        places = listed([setting.name(whole.place(place)) for place in event.said_at])
        parts.append(whole.say("said-at", places=places))
    parts.append(
        listed([cited(citation.source, citation.locator, whole) for citation in event.citations], "; ")
    )
    if event.narrative_basis:
        parts.append([whole.text("lane-inferred")])
    return listed([part for part in parts if part], "\u00a0· ")


def cited(source: str, locator: str | None, whole: Whole) -> list[Json]:
    """Say where in which source a claim stands; which one only where there are several."""
    shown: list[Json] = []
    if whole.several_sources and source in whole.timeline.sources:
        shown.append(whole.text("source-number", number=whole.source_numbers[source]))
    if locator:
        shown += [", " if shown else "", *whole.cell.name(locator)]
    return shown


def _behind(event: Event, whole: Whole) -> list[Json]:
    """Give the words behind a date in brackets."""
    dating = event.said if event.date.phrase == wording.WHEN_SAID else event.date
    shown = given(dating, whole)
    return [" (", *(whole.say("by-the-editor", text=shown) if dating.by_editor else shown), ")"]


def given(dating: Dating, whole: Whole) -> list[Json]:
    """Quote the words that give a date, or say that there are none."""
    if dating.phrase == UNSTATED:
        return [whole.text("no-date-given")]
    if is_notation(dating):
        return whole.say("recorded-as", text=whole.cell.words(dating.phrase))
    return whole.say("quoted", text=whole.cell.words(clean(dating.phrase)))

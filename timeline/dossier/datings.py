"""How each date was worked out: a table for every rule in use.

What enters: the claims that the book prints. What leaves: for each rule its name, its reason, and a row for every date that it has
read: the words of the source, what they were read from, the result, and what the editor adds. Dates that no words give and
nothing limits are listed by the numbers of their claims alone.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from timeline import wording
from timeline.align import Kind
from timeline.dates import Precision
from timeline.dossier.claims import given
from timeline.dossier.setting import Json, listed, merged
from timeline.dossier.whole import Side, Whole
from timeline.model import UNSTATED, Dating, Event
from timeline.pages.date_view import is_notation
from timeline.pages.rules_in_use import explained_rules
from timeline.text import clean

_RULE_NAMED = re.compile(
    r"(?:,? by the rule | \(rule )[a-z0-9-]+(?: with [a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*)?\)?"
)

_BOUND = re.compile(r"\b([Nn]ot (?:before|after)) ([a-z0-9-]+)")
"""An editor's limit, which may name a claim."""

_NAMED = re.compile(r"\b[Tt]he words name the (?:day|month|year)\b")
"""Words that give a date by themselves, whatever they might have been read from."""

MOST_REPEATED = 2
"""Rows that may say the same; what more rows all say is said once, above them."""

Rows = dict[str, tuple[dict[str, Json], list[list[Json]], list[str]]]
"""Rows of one rule by what they say, each with its remarks and the claims that it is true of."""


def datings(whole: Whole) -> dict[str, Json]:
    """Make the tables. Dates that were worked out in the same way from the same words share a row."""
    rules: defaultdict[str, Rows] = defaultdict(dict)
    nothing: dict[Side, list[str]] = {"date": [], "said": []}
    for claim in whole.order:
        event = whole.event(claim)
        for side, dating in _sides(event):
            if _says_nothing(dating):
                nothing[side].append(claim)
                continue
            label = "of-both" if event.date.phrase == wording.WHEN_SAID else f"of-{side}"
            row, remarks = _row(event, side, dating, label, whole)
            rows = rules[dating.resolution.rule]
            rows.setdefault(json.dumps([row, remarks]), (row, remarks, []))[2].append(claim)
    known = {rule.name: rule for rule in explained_rules()}
    ordered = [name for name in known if name in rules] + sorted(name for name in rules if name not in known)
    return {
        "groups": [
            {
                "title": known[name].title if name in known else name,
                "reason": whole.wide.words(known[name].reason.replace("`", "")) if name in known else [],
                **_group(rules[name], whole),
            }
            for name in ordered
        ],
        "nothing": [
            whole.say(key, claims=whole.numbers(claims))
            for key, claims in (("undated-claims", nothing["date"]), ("unsaid-claims", nothing["said"]))
            if claims
        ],
    }


def _group(rows: Rows, whole: Whole) -> dict[str, Json]:
    """Make the table of one rule. What all of its rows say stands above them."""
    shared: list[list[Json]] = []
    if len(rows) > MOST_REPEATED:
        first, *others = (remarks for _, remarks, _ in rows.values())
        shared = [remark for remark in first if all(remark in remarks for remarks in others)]
    return {
        "count": whole.words.count("dossier.dates", sum(len(claims) for *_, claims in rows.values())),
        "all": merged(listed(shared, " ")),
        "rows": [
            {
                **row,
                "more": [merged(remark) for remark in remarks if remark not in shared],
                "claims": whole.numbers(claims),
            }
            for row, remarks, claims in rows.values()
        ],
    }


def _sides(event: Event) -> Iterator[tuple[Side, Dating]]:
    """Give the dates of a claim that have to be explained: that of the saying stands for both where they are one."""
    if event.date.phrase == wording.WHEN_SAID:
        # What the words were read from, and by which rule, is a matter of the saying.
        yield "said", event.said
        return
    yield "date", event.date
    yield "said", event.said


def _says_nothing(dating: Dating) -> bool:
    """Tell whether there is nothing to explain: no words, no reading, no limit of the editor's."""
    return dating.phrase == UNSTATED and not (dating.by_editor or dating.not_before or dating.not_after)


def _row(
    event: Event, side: Side, dating: Dating, label: str, whole: Whole
) -> tuple[dict[str, Json], list[list[Json]]]:
    """Give what the words are and mean, and the remarks on how they were read."""
    remarks = _remarks(event, side, dating, whole)
    anchor = [] if _says_itself(dating) else _anchor(dating, whole)
    if anchor and bare(anchor) not in bare(remarks[0]):
        remarks = [whole.say("read-from", anchor=anchor), *remarks]
    return {
        "of": whole.text(label),
        "given": merged(given(dating, whole)),
        "result": whole.narrow.words(_result(event, side, dating, whole)),
    }, remarks


def _says_itself(dating: Dating) -> bool:
    """Tell whether a date is given whole, so that nothing it might be read from matters."""
    return is_notation(dating) or bool(_NAMED.search(dating.resolution.explanation))


def bare(text: list[Json]) -> str:
    """Reduce a set text to its letters, to tell whether another one says the same."""
    words = "".join(
        one if isinstance(one, str) else str(one["t"]) for one in text if isinstance(one, str | dict)
    )
    return re.sub(r"\W+|\b(?:the|between|and)\b", "", words.casefold())


def _result(event: Event, side: Side, dating: Dating, whole: Whole) -> str:
    """Say what a date was resolved to; a limit that establishes nothing is given as a limit."""
    found = wording.result(whole.words, dating, whole.limits_known(event))
    found = " ".join(filter(None, [found, whole.zone_note(event, side)]))
    known = dating.resolution.earliest or dating.resolution.latest
    if side == "said" and dating.resolution.precision is Precision.UNSTATED:
        return whole.text("not-stated-but", limits=found) if known else whole.text("not-stated")
    if side == "date" and known and whole.aligned.placed[event.id].kind is Kind.UNDATED:
        return whole.text("not-established-but", limits=found)
    return found


def _anchor(dating: Dating, whole: Whole) -> list[Json]:
    """Say what a phrase was read from."""
    anchor = dating.anchor
    if anchor is None or dating.phrase == UNSTATED:
        return []
    if anchor.kind == "event" and anchor.id is not None and anchor.id not in whole.aligned.placed:
        return [whole.text("from-removed")]
    return explained(anchor.text[:1].upper() + anchor.text[1:], whole)


def _remarks(event: Event, side: Side, dating: Dating, whole: Whole) -> list[list[Json]]:
    """Say how the words were read, in which zone, what limits the date, and what the editor adds."""
    said = _RULE_NAMED.sub("", re.sub(r"^“[^”]*”: ", "", dating.resolution.explanation))
    made = [explained(said[:1].upper() + said[1:], whole)]
    zone = wording.zone_line(whole.words, dating, whole.home_zone(event, side))
    if zone:
        made.append([whole.text("in-zone", zone=zone)])
    if dating.reading:
        made.append(whole.say("editors-reading", reading=whole.narrow.words(dating.reading)))
    made += [explained(limit[:1].upper() + limit[1:] + ".", whole) for limit in dating.limits]
    if dating.basis:
        made.append(whole.say("editors-basis", basis=whole.narrow.rich(dating.basis)))
    unknown = wording.not_known(whole.words, dating)
    if unknown:
        made.append([whole.text("not-known", list=" ".join(unknown))])
    return made


def explained(text: str, whole: Whole) -> list[Json]:
    """Set a sentence of the resolver, in which ids of claims stand in backticks, with the numbers of those claims."""
    made: list[Json] = []
    text = _BOUND.sub(
        lambda match: f"{match[1]} `{match[2]}`" if match[2] in whole.timeline.events else match[0], text
    )
    for index, piece in enumerate(re.split(r"`([^`]+)`", clean(text))):
        if index % 2 == 0 or piece not in whole.timeline.events:
            made += whole.narrow.words(piece) if index % 2 else _spaced(piece, whole)
        elif piece in whole.aligned.placed:
            made += whole.say("claim-number", number=[whole.number(piece)])
        else:
            made.append(whole.text("removed-claim"))
    return made


def _spaced(piece: str, whole: Whole) -> list[Json]:
    """Set words with the spaces at their ends, which part them from what stands beside them."""
    before = " " if piece[:1] == " " else ""
    behind = " " if piece[-1:] == " " and piece.strip() else ""
    return [
        *([before] if before and piece.strip() else []),
        *whole.narrow.words(piece),
        *([behind] if behind else []),
    ]

"""`Changes` as JSON for programs: stable keys, every key present, the same changes give the same bytes.

Dates stand as in `timeline.json`, but for how they were worked out. What was removed is not there.
"""

from __future__ import annotations

from timeline.contribute.changes import Changes
from timeline.contribute.changes.iso import worded
from timeline.contribute.changes.values import Changed, FieldChange, Finding, Listed, Point
from timeline.contribute.summary.markdown import counts_of
from timeline.exports.dating_fields import DATING
from timeline.exports.fields import write
from timeline.exports.writing import Json, as_json
from timeline.model import Dating

SCHEMA_VERSION = "1.0"
"""The first number changes when readers of older documents would break, the second when keys are added."""

_OF_A_DATE = ("phrase", "earliest", "latest", "edtf", "precision", "part", "approximate", "zone", "rule")


def json_summary(changes: Changes) -> bytes:
    """Write changes as one JSON document; `docs/commands.md` describes its keys."""
    document: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "base": _point(changes.base),
        "head": _point(changes.head),
        "passed": not changes.head.errors,
        "empty": changes.is_empty,
        "counts": {kind.replace(" ", "_"): number for kind, number in counts_of(changes).items()},
        "new": [_listed(one) for one in changes.new],
        "changed": [_changed(one) for one in changes.changed],
        "statuses": [
            {
                "id": one.id,
                "path": one.path,
                "before": one.before,
                "after": one.after,
                "reason": one.reason,
                "date": one.date,
            }
            for one in changes.statuses
        ],
        "moves": [
            {
                "registry": one.registry,
                "before": one.before,
                "after": one.after,
                "path": one.path,
                "how": one.how,
            }
            for one in changes.moves
        ],
        "dates": [
            {
                "claim": one.claim,
                "which": one.side,
                "lane": one.lane,
                "path": one.path,
                "new": one.is_new,
                "before": _dating(one.before if one.before_shown else None),
                "after": _dating(one.after),
                "read_from": one.read_from or None,
            }
            for one in changes.dates
        ],
        "redated": [
            {
                "causes": [
                    {
                        "kind": cause.kind,
                        "id": cause.id,
                        "path": cause.path or None,
                        "field": cause.field or None,
                        "before": cause.before or None,
                        "after": cause.after or None,
                    }
                    for cause in group.causes
                ],
                "dates": [
                    {
                        "claim": one.claim,
                        "which": one.side,
                        "lane": one.lane,
                        "through": list(one.through),
                        "before": _dating(one.before),
                        "after": _dating(one.after),
                    }
                    for one in group.dates
                ],
            }
            for group in changes.redated
        ],
        "lane_moves": [
            {
                "speaker": one.speaker,
                "path": one.path,
                "before": one.before,
                "after": one.after,
                "claims": list(one.claims),
            }
            for one in changes.lane_moves
        ],
        "relations": [
            {"claim": one.claim, "kind": one.kind, "target": one.target} for one in changes.relations
        ],
        "records": {
            "new": [_listed(one) for one in changes.records_new],
            "changed": [_changed(one) for one in changes.records_changed],
            "gone": [_listed(one) for one in changes.records_gone],
            "withheld": changes.records_withheld,
        },
        "settings": [_field(one) for one in changes.settings],
        "unreadable": [_listed(one) for one in changes.unread],
        "readable_again": [_listed(one) for one in changes.readable],
        "attention": [
            {
                "kind": one.kind,
                "registry": one.registry,
                "id": one.id,
                "path": one.path,
                "message": one.message,
                "hint": one.hint,
            }
            for one in changes.attention
        ],
        "findings": {
            "listed": [_finding(one) for one in changes.findings],
            "staying": dict(changes.staying),
            "gone": dict(changes.gone),
        },
        "balance": [
            {
                "topic": one.topic,
                "title": one.title or None,
                "before": dict(one.before),
                "after": dict(one.after),
                "disputes": {"before": one.disputes[0], "after": one.disputes[1]},
            }
            for one in changes.balance
        ],
        "reformatted": list(changes.reformatted),
    }
    return as_json(document)


def _point(point: Point) -> Json:
    return {"name": point.name, "commit": point.commit, "empty": point.empty, "errors": point.errors}


def _listed(one: Listed) -> Json:
    return {"registry": one.registry, "id": one.id, "path": one.path}


def _changed(one: Changed) -> Json:
    return {
        "registry": one.registry,
        "id": one.id,
        "path": one.path,
        "claims": one.mentions,
        "fields": [_field(change) for change in one.fields],
    }


def _field(one: FieldChange) -> Json:
    return {
        "field": one.field,
        "before": one.before.data,
        "after": one.after.data,
        "before_words": one.before.words,
        "after_words": one.after.words,
    }


def _dating(dating: Dating | None) -> Json:
    if dating is None:
        return None
    whole = write(DATING, dating)
    return {**{name: whole[name] for name in _OF_A_DATE}, "words": worded(dating)}


def _finding(one: Finding) -> Json:
    found = one.found
    place = one.shown != "nothing"
    words = one.shown == "all"
    return {
        "code": found.code,
        "severity": found.severity.value,
        "new": one.is_new,
        "path": found.span.path if place else None,
        "line": found.span.line if place else None,
        "column": found.span.column if place else None,
        "message": found.message if words else None,
        "hint": found.hint if words else None,
    }

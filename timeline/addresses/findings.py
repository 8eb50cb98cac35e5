"""Answers as findings at every place that names the address, and as a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.addresses.answers import Answer, Outcome
from timeline.addresses.collect import Address
from timeline.codes import Code
from timeline.codes import addresses as codes
from timeline.diagnostics import Diagnostic, in_order

REPORT_VERSION = 1

_CODES: Mapping[Outcome, Code] = {
    Outcome.MOVED: codes.MOVED,
    Outcome.GONE: codes.GONE,
    Outcome.UNREACHABLE: codes.UNREACHABLE,
    Outcome.NOT_TOLD: codes.NOT_TOLD,
    Outcome.NOT_PUBLIC: codes.NOT_PUBLIC,
}

_HINTS: Mapping[Outcome, str] = {
    Outcome.MOVED: "open it, see that it is the same document, and give the new address",
    Outcome.GONE: "look for a copy in a public archive and give it as `archive_url`; keep the address",
    Outcome.UNREACHABLE: "try it again another day; if it stays away, look for a copy in a public archive",
    Outcome.NOT_TOLD: "open it yourself in a browser",
    Outcome.NOT_PUBLIC: "give an address that everybody can open",
}


def findings_of(addresses: Iterable[Address], answers: Mapping[str, Answer]) -> tuple[Diagnostic, ...]:
    """Give a finding for each place whose address did not simply answer."""
    return in_order(
        _CODES[answer.outcome].at(place, f"{address.url}: {answer.detail}", hint=_HINTS[answer.outcome])
        for address in addresses
        if (answer := answers[address.url]).outcome is not Outcome.OK
        for place in address.places
    )


def as_report(
    addresses: Iterable[Address], answers: Mapping[str, Answer], *, asked: str
) -> dict[str, object]:
    """Give everything as data, in the order of the addresses.

    Args:
        addresses: What was asked.
        answers: What came back.
        asked: When, in ISO 8601. It is the only clock in it.
    """
    return {
        "report_version": REPORT_VERSION,
        "asked": asked,
        "addresses": [
            {
                "url": address.url,
                "outcome": (answer := answers[address.url]).outcome.value,
                "status": answer.status,
                "final_url": answer.final_url,
                "detail": answer.detail,
                "places": [
                    {"path": place.path, "line": place.line, "column": place.column}
                    for place in address.places
                ],
            }
            for address in addresses
        ],
    }

"""What can be said about an address once it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How an address answered."""

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    NOT_TOLD = "not-told"
    NOT_PUBLIC = "not-public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer of one address."""

    url: str
    outcome: Outcome
    status: int | None = None
    """The last status of HTTP, if one came."""

    final_url: str | None = None
    """Where redirects led, if anywhere."""

    detail: str = ""
    """What happened, in words."""


def of_status(url: str, status: int, final_url: str, *, for_good: bool) -> Answer:
    """Read the status at the end of all redirects (RFC 9110, section 15).

    Args:
        url: The address that was asked.
        status: What its last host answered.
        final_url: The address that answered.
        for_good: Whether every redirect on the way said that it is for good (301, 308).
    """
    moved = final_url if final_url != url else None
    if 200 <= status < 300:
        if moved and for_good:
            return Answer(
                url=url,
                outcome=Outcome.MOVED,
                status=status,
                final_url=moved,
                detail=f"moved for good to {moved}",
            )
        return Answer(url=url, outcome=Outcome.OK, status=status, final_url=moved)
    outcome, words = _MEANINGS.get(status, (Outcome.UNREACHABLE, f"the host answered {status}"))
    return Answer(url=url, outcome=outcome, status=status, final_url=moved, detail=words)


_MEANINGS = {
    404: (Outcome.GONE, "the host answers that there is nothing here (404)"),
    410: (Outcome.GONE, "the host answers that this is gone for good (410)"),
    401: (Outcome.NOT_TOLD, "the host wants a password (401)"),
    403: (Outcome.NOT_TOLD, "the host does not answer programs here (403)"),
    429: (Outcome.NOT_TOLD, "the host has been asked too often (429)"),
    451: (Outcome.NOT_TOLD, "the host may not show this for legal reasons (451)"),
}

"""Short ways to ask the resolver, for tables of cases."""

from __future__ import annotations

from timeline.dates import Anchor, Refusal, Resolution, parse_anchor, resolve


def anchor(text: str, kind: str = "source") -> Anchor:
    found = parse_anchor(text, kind="event" if kind == "event" else "source", label="the anchor")
    assert isinstance(found, Anchor), found
    return found


def outcome(found: Resolution | Refusal) -> str:
    """An answer as EDTF, or as an ISO interval where EDTF cannot say it; a refusal as its code."""
    if isinstance(found, Refusal):
        return f"refused {found.code}"
    if found.edtf:
        return found.edtf
    ends = [end.isoformat(timespec="minutes") if end else ".." for end in (found.earliest, found.latest)]
    return "unstated" if ends == ["..", ".."] else "/".join(ends)


def asked(
    phrase: str,
    point: str = "",
    *,
    kind: str = "source",
    zone: str | None = None,
    language: str = "en",
    tense: str = "past",
) -> str:
    """The outcome of a phrase read from an anchor."""
    start = anchor(point, kind) if point else None
    return outcome(
        resolve(phrase, start, zone=zone, language=language, tense="future" if tense == "future" else "past")
    )


def answer(
    phrase: str, point: str = "", *, kind: str = "source", zone: str | None = None, language: str = "en"
) -> Resolution:
    """The answer to a phrase, which must have one."""
    found = resolve(phrase, anchor(point, kind) if point else None, zone=zone, language=language)
    assert isinstance(found, Resolution), found
    return found


def refusal(
    phrase: str, point: str = "", *, kind: str = "source", zone: str | None = None, language: str = "en"
) -> Refusal:
    """The refusal of a phrase, which must be one."""
    found = resolve(phrase, anchor(point, kind) if point else None, zone=zone, language=language)
    assert isinstance(found, Refusal), found
    return found

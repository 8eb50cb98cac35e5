"""Codes A, addresses: what `timeline check-links` learns by asking the web. No check and no build ever asks."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

GONE = Code(
    id="A101",
    name="address-gone",
    severity=Severity.WARNING,
    summary="The host answers that there is nothing at this address (any more).",
    explanation=(
        "The host answered 404 or 410. A page that was taken down, moved without a redirect, or mistyped looks like this.\n\n"
        "Do not delete the address: it is where the source was. Where a public archive has a copy, give it as `archive_url`; "
        "if the page has moved, give the new address as `url` and say so in `history` of the claims. A source that nobody "
        "can look up any more is still a source; its page says that it is not archived."
    ),
)

UNREACHABLE = Code(
    id="A102",
    name="address-unreachable",
    severity=Severity.WARNING,
    summary="No whole answer came from this address.",
    explanation=(
        "The name of the host is not known, nothing answers there, its certificate does not hold, it took too long, sent "
        "something that is not HTTP, an error of its own (5xx), or redirects without end.\n\n"
        "It may be back tomorrow; the weekly run shows whether it is. If it stays away, treat it as gone (A101)."
    ),
)

MOVED = Code(
    id="A103",
    name="address-moved",
    severity=Severity.NOTE,
    summary="The host says that this page has moved for good.",
    explanation=(
        "It answered 301 or 308. The address still works today, but hosts drop old redirects. Open the new address, see that "
        "it holds the same document, and give it as `url`. A redirect to a front page is a sign that the document is gone."
    ),
)

NOT_TOLD = Code(
    id="A104",
    name="address-not-told",
    severity=Severity.NOTE,
    summary="The host does not tell programs whether the page is there.",
    explanation=(
        "Its robots.txt asks programs to stay away from this address, or it answered 401, 403, 429 or 451. People may well see "
        "the page. Please open it yourself now and then, and give an `archive_url`."
    ),
)

NOT_PUBLIC = Code(
    id="A105",
    name="address-not-public",
    severity=Severity.WARNING,
    summary="The address, or one that it redirects to, leads into a private network.",
    explanation=(
        "Its name resolves to an address that is not of the public internet: a home network, the machine itself, a cloud's own "
        "services. Nothing was sent there. A link like this works for nobody else, and asking it could do harm where the "
        "check runs."
    ),
)

"""Where a redirect leads, if it may be followed."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from timeline.text import safe_url

STATUSES = frozenset({301, 302, 303, 307, 308})
"""RFC 9110, section 15.4; 300 and 304 lead nowhere by themselves."""

FOR_GOOD = frozenset({301, 308})

MOST = 8
"""Redirects that are followed for one address."""


def following(url: str, location: str) -> str | None:
    """Join an address and the place that its host names.

    Returns:
        The next address without its fragment; `None` where it is not plainly http or https with a public host's name,
        so that no redirect leads to what the content itself may not link.
    """
    try:
        joined = urldefrag(urljoin(url, location.strip())).url
    except ValueError:
        return None
    return safe_url(joined)

"""What a host's robots.txt says about an address (RFC 9309), read with Protego."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from timeline.addresses.network import AGENT, Network, NoAnswerError
from timeline.addresses.redirects import STATUSES, following

MOST_BYTES = 512_000
"""RFC 9309 asks that at least 500 kibibytes be read."""

MOST_REDIRECTS = 5


class Robots:
    """The rules of every host that was asked for them, each once. Not for several threads at a time on one host."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.known: dict[str, Protego | None] = {}

    def allow(self, url: str) -> bool:
        """Whether programs may ask for an address.

        A host without the file allows everything. One that answers with an error of its own, or not at all, allows
        nothing (section 2.3.1.4), but then the address itself will not answer either, and that is what is told.

        Raises:
            NotPublicError: The host is not on the public internet.
        """
        parts = urlsplit(url)
        host = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if host not in self.known:
            self.known[host] = self._rules(host)
        rules = self.known[host]
        return rules is None or bool(rules.can_fetch(url, AGENT))

    def _rules(self, url: str) -> Protego | None:
        for _ in range(MOST_REDIRECTS + 1):
            try:
                reply = self.network.ask("GET", url, most_bytes=MOST_BYTES)
            except NoAnswerError:
                return None
            if reply.status in STATUSES and reply.location:
                followed = following(url, reply.location)
                if followed is None:
                    return None
                url = followed
                continue
            if 200 <= reply.status < 300:
                return Protego.parse(reply.body.decode("utf-8", "replace"))
            return None
        return None

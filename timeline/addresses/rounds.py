"""Asks all addresses: many hosts side by side, each host one address at a time, with a pause between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.addresses.answers import Answer, Outcome, of_status
from timeline.addresses.network import Network, NoAnswerError, NotPublicError, Reply
from timeline.addresses.redirects import FOR_GOOD, MOST, STATUSES, following
from timeline.addresses.robots import Robots
from timeline.addresses.side_by_side import side_by_side

_ASK_ONCE_MORE = frozenset({400, 403, 404, 405, 406, 500, 501, 503})
"""Answers to HEAD after which GET is tried: hosts that only know the other often answer so."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely hosts are asked."""

    pause: float = 1.0
    """Seconds between two requests to one host."""

    hosts_at_a_time: int = 8


def ask_all(
    urls: Iterable[str],
    network: Network,
    manners: Manners,
    *,
    tell: Callable[[Answer], None] = lambda answer: None,  # noqa: ARG005 - nobody listens
) -> dict[str, Answer]:
    """Ask every address once.

    Args:
        urls: The addresses, each once.
        network: How requests are made.
        manners: How politely.
        tell: Called with each answer as it comes, from several threads.

    Returns:
        The answers by address, in the order of the addresses.
    """
    by_host: dict[str, list[str]] = {}
    ordered = list(urls)
    for url in ordered:
        by_host.setdefault(urlsplit(url).netloc.lower(), []).append(url)

    def ask_host(urls_of_one: list[str]) -> list[Answer]:
        visit = _Visit(network, manners.pause)
        answers = []
        for url in urls_of_one:
            answers.append(visit.ask(url))
            tell(answers[-1])
        return answers

    hosts = side_by_side(ask_host, list(by_host.values()), most=manners.hosts_at_a_time)
    answers = {answer.url: answer for some in hosts for answer in some}
    return {url: answers[url] for url in ordered}


class _Visit:
    """All questions to one host, and to wherever it redirects."""

    def __init__(self, network: Network, pause: float) -> None:
        self.network = network
        self.pause = pause
        self.robots = Robots(network)
        self.last: dict[str, float] = {}

    def ask(self, url: str) -> Answer:
        """Ask one address, whatever it does."""
        try:
            return self._follow(url)
        except NotPublicError:
            detail = "it leads to an address inside a private network; nothing was sent"
            return Answer(url=url, outcome=Outcome.NOT_PUBLIC, detail=detail)
        except NoAnswerError as error:
            return Answer(url=url, outcome=Outcome.UNREACHABLE, detail=str(error))

    def _follow(self, url: str) -> Answer:
        at, for_good, seen = url, True, {url}
        for _ in range(MOST + 1):
            if not self.robots.allow(at):
                detail = "its robots.txt asks programs to stay away"
                return Answer(
                    url=url, outcome=Outcome.NOT_TOLD, final_url=at if at != url else None, detail=detail
                )
            reply = self._request(at)
            if reply.status not in STATUSES or not reply.location:
                return of_status(url, reply.status, at, for_good=for_good)
            following_url = following(at, reply.location)
            if following_url is None:
                detail = "it redirects to an address that cannot be linked safely"
                return Answer(url=url, outcome=Outcome.UNREACHABLE, status=reply.status, detail=detail)
            for_good = for_good and reply.status in FOR_GOOD
            if following_url in seen:
                detail = "it redirects in a circle"
                return Answer(url=url, outcome=Outcome.UNREACHABLE, status=reply.status, detail=detail)
            seen.add(following_url)
            at = following_url
        detail = f"it redirects more than {MOST} times"
        return Answer(url=url, outcome=Outcome.UNREACHABLE, detail=detail)

    def _request(self, url: str) -> Reply:
        self._wait(url)
        try:
            reply = self.network.ask("HEAD", url)
        except NoAnswerError:
            self._wait(url)
            return self.network.ask("GET", url)
        if reply.status in _ASK_ONCE_MORE:
            self._wait(url)
            return self.network.ask("GET", url)
        return reply

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc.lower()
        left = self.last.get(host, -self.pause) + self.pause - time.monotonic()
        if host in self.last and left > 0:
            time.sleep(left)
        self.last[host] = time.monotonic()

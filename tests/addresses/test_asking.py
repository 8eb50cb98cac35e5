"""What is said of an address is what its server did, and no server can hold us up or lead us astray."""

import ipaddress
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.addresses import odd_server as odd
from tests.addresses.odd_server import Behaviour, OddServer, odd_server, status, this_machine, to
from timeline.addresses import Answer, Manners, Network, Outcome, ask_all
from timeline.addresses.network import NoAnswerError, is_public

HURRIED = Manners(pause=0)


@pytest.fixture
def server() -> Iterator[OddServer]:
    with odd_server() as one:
        yield one


def network(server: OddServer, seconds: float = 5) -> Network:
    return Network(seconds=seconds, resolve=server.resolve, allows=this_machine)


def ask(server: OddServer, url: str, seconds: float = 5) -> Answer:
    return ask_all([url], network(server, seconds), HURRIED)[url]


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said"),
    [
        (status(200), Outcome.OK, ""),
        (status(204), Outcome.OK, ""),
        (odd.no_head, Outcome.OK, ""),
        (odd.cuts_head, Outcome.OK, ""),
        (odd.endless_body, Outcome.OK, ""),
        (status(404), Outcome.GONE, "nothing here (404)"),
        (status(410), Outcome.GONE, "gone for good (410)"),
        (status(401), Outcome.NOT_TOLD, "password"),
        (status(403), Outcome.NOT_TOLD, "programs"),
        (status(429), Outcome.NOT_TOLD, "too often"),
        (status(451), Outcome.NOT_TOLD, "legal"),
        (status(500), Outcome.UNREACHABLE, "answered 500"),
        (status(503), Outcome.UNREACHABLE, "answered 503"),
        (status(302), Outcome.UNREACHABLE, "answered 302"),
        (status(999), Outcome.UNREACHABLE, "answered 999"),
        (odd.not_http, Outcome.UNREACHABLE, "not HTTP"),
        (odd.endless_headers, Outcome.UNREACHABLE, "not HTTP, or too large"),
        (odd.goes_on_for_ever, Outcome.UNREACHABLE, "more than 8 times"),
        (to("/there"), Outcome.OK, ""),
        (to("http://other.example.org:PORT/there"), Outcome.OK, ""),
        (to("http://127.0.0.1:PORT/there"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("http://[::1]:PORT/there"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("http://2130706433:PORT/there"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("http://localhost:PORT/there"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("http://user:word@other.example.org:PORT/there"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("file:///etc/passwd"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("gopher://other.example.org/"), Outcome.UNREACHABLE, "cannot be linked safely"),
        (to("http://at-10-0-0-1.example.org:PORT/there"), Outcome.NOT_PUBLIC, "nothing was sent"),
        (to("http://at-169-254-169-254.example.org/latest"), Outcome.NOT_PUBLIC, "nothing was sent"),
        (to("http://nowhere.example.org/"), Outcome.UNREACHABLE, "name of the host is not known"),
        (to("http://["), Outcome.UNREACHABLE, "cannot be linked safely"),
    ],
)
def test_an_answer_says_what_happened(
    server: OddServer, behaviour: Behaviour, outcome: Outcome, said: str
) -> None:
    server.url("other.example.org", "/there", status(200))
    server.url("news.example.org", "/there", status(200))
    server.url("news.example.org", "/robots.txt", status(404))
    if behaviour is odd.goes_on_for_ever:
        server.url("news.example.org", "*", behaviour)
    answer = ask(server, server.url("news.example.org", "/page", behaviour))
    assert answer.outcome is outcome, answer
    assert said in answer.detail


def test_a_body_that_breaks_off_is_an_answer_all_the_same(server: OddServer) -> None:
    assert ask(server, server.url("news.example.org", "/page", odd.breaks_off)).outcome is Outcome.OK


def test_moved_for_good_names_the_new_place_only_if_every_step_is_for_good(server: OddServer) -> None:
    server.url("news.example.org", "/new", status(200))
    for_good = server.url("news.example.org", "/old", to("/new", 301))
    half = server.url("news.example.org", "/older", to("/for-now", 308))
    server.url("news.example.org", "/for-now", to("/new", 307))
    moved = ask(server, for_good)
    assert (moved.outcome, moved.final_url) == (Outcome.MOVED, f"http://news.example.org:{server.port}/new")
    assert ask(server, half).outcome is Outcome.OK


def test_a_circle_is_left_at_once(server: OddServer) -> None:
    server.url("news.example.org", "/b", odd.turns_in_a_circle)
    answer = ask(server, server.url("news.example.org", "/a", odd.turns_in_a_circle))
    assert answer.detail == "it redirects in a circle"
    assert len([1 for _, _, _, path in server.asked if path != "/robots.txt"]) == 2


@pytest.mark.parametrize("behaviour", [odd.drips, odd.silent], ids=["drips", "silent"])
def test_no_server_holds_us_up(server: OddServer, behaviour: Behaviour) -> None:
    began = time.monotonic()
    server.url("slow.example.org", "/robots.txt", status(404))
    answer = ask(server, server.url("slow.example.org", "/page", behaviour), seconds=0.5)
    assert (answer.outcome, answer.detail) == (Outcome.UNREACHABLE, "it took too long")
    assert time.monotonic() - began < 8, "two requests of half a second each, and much to spare"


def test_robots_are_heard_with_wildcards_and_our_own_name(server: OddServer) -> None:
    rules = (
        b"User-agent: *\nDisallow: /\n\nUser-agent: timeline-check-links\nAllow: /open\nDisallow: /*.php$\n"
    )
    server.url("news.example.org", "/robots.txt", lambda asked: asked.answer(200, body=rules))
    open_one = server.url("news.example.org", "/open", status(200))
    closed = server.url("news.example.org", "/page.php", status(200))
    assert ask(server, open_one).outcome is Outcome.OK
    answer = ask(server, closed)
    assert (answer.outcome, answer.detail) == (Outcome.NOT_TOLD, "its robots.txt asks programs to stay away")
    assert "/page.php" not in {path for _, _, _, path in server.asked}
    assert all(agent.startswith("timeline-check-links/") for agent in server.agents)


def test_a_redirect_is_followed_only_where_the_next_host_allows_it(server: OddServer) -> None:
    server.url(
        "other.example.org",
        "/robots.txt",
        lambda asked: asked.answer(200, body=b"User-agent: *\nDisallow: /\n"),
    )
    server.url("other.example.org", "/there", status(200))
    answer = ask(server, server.url("news.example.org", "/page", to("http://other.example.org:PORT/there")))
    assert answer.outcome is Outcome.NOT_TOLD
    assert ("other.example.org", "/there") not in {(host, path) for _, host, _, path in server.asked}


def test_a_host_is_asked_once_at_a_time_with_a_pause_and_hosts_side_by_side(server: OddServer) -> None:
    urls = [
        server.url(host, f"/{number}", status(200))
        for host in ("a.example.org", "b.example.org")
        for number in range(4)
    ]
    ask_all(urls, network(server), Manners(pause=0.3))  # far more than a busy machine is late
    for host in ("a.example.org", "b.example.org"):
        assert server.most_at_once[host] == 1
        times = [at for at, name, _, path in server.asked if name == host and path != "/robots.txt"]
        assert all(later - earlier > 0.1 for earlier, later in pairwise(times))
    first_of_b = min(at for at, host, _, _ in server.asked if host == "b.example.org")
    last_of_a = max(at for at, host, _, _ in server.asked if host == "a.example.org")
    assert first_of_b < last_of_a


def test_nothing_is_sent_to_a_machine_that_is_not_public(server: OddServer) -> None:
    url = server.url("news.example.org", "/page", status(200))
    answer = ask_all([url], Network(resolve=server.resolve), HURRIED)[url]
    assert answer.outcome is Outcome.NOT_PUBLIC
    assert server.asked == []


def test_a_name_is_resolved_once_for_a_request_and_one_private_address_is_enough_to_refuse(
    server: OddServer,
) -> None:
    calls: list[str] = []

    def changing(host: str, port: int) -> list[str]:
        del port
        calls.append(host)
        return ["127.0.0.1", "10.0.0.1"]

    url = server.url("news.example.org", "/page", status(200))
    mixed = Network(resolve=changing, allows=this_machine)
    assert ask_all([url], mixed, HURRIED)[url].outcome is Outcome.NOT_PUBLIC
    assert server.asked == []
    assert len(calls) == 1


NOT_PUBLIC = """
    127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1
    198.18.0.1 240.0.0.1 ::1 :: fe80::1 fc00::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1
    2002:7f00:1:: 2002:a00:1::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_odd_characters_of_an_address_reach_the_host_escaped(server: OddServer) -> None:
    server.url("news.example.org", "/%D1%83%20x", status(200))
    server.sites["news.example.org"]["/robots.txt"] = status(404)
    assert ask(server, f"http://news.example.org:{server.port}/у%20x").outcome is Outcome.OK


@pytest.mark.parametrize(
    "url", ["http://ex ample.org/", "http://example.org:99999/", f"http://{'a' * 300}.org/"]
)
def test_an_address_that_no_host_can_have_ends_nothing(url: str) -> None:
    with pytest.raises(NoAnswerError, match="cannot be read"):
        Network().ask("HEAD", url)

"""A server on this machine that answers in every way that servers on the web do, good and bad.

Every name resolves to it, and tests allow its address, which the program itself never does.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from timeline.addresses.network import IPAddress

Behaviour = Callable[["Conversation"], None]


class Conversation:
    """One connection: what was asked, and the means to answer."""

    def __init__(self, connection: socket.socket, method: str, path: str, headers: dict[str, str]) -> None:
        self.connection = connection
        self.method = method
        self.path = path
        self.headers = headers
        self.host = headers.get("host", "").partition(":")[0]

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def answer(self, status: int, *headers: str, body: bytes = b"x") -> None:
        lines = [f"HTTP/1.1 {status} Words", f"Content-Length: {len(body)}", *headers, "", ""]
        self.send("\r\n".join(lines).encode() + (b"" if self.method == "HEAD" else body))


def status(code: int, *headers: str) -> Behaviour:
    def one(asked: Conversation) -> None:
        asked.answer(code, *headers)

    one.__name__ = f"status {code}"
    return one


def to(location: str, code: int = 302) -> Behaviour:
    def one(asked: Conversation) -> None:
        port = asked.headers["host"].partition(":")[2]
        asked.answer(code, f"Location: {location.replace('PORT', port)}")

    one.__name__ = f"{code} to {location}"
    return one


def no_head(asked: Conversation) -> None:
    asked.answer(405 if asked.method == "HEAD" else 200)


def cuts_head(asked: Conversation) -> None:
    if asked.method != "HEAD":
        asked.answer(200)


def drips(asked: Conversation) -> None:
    """Send a byte now and then, always in time for a timeout that only sees single reads."""
    with suppress(OSError):
        asked.send(b"HTTP/1.1 200 OK\r\n")
        for _ in range(200):
            asked.send(b"X")
            time.sleep(0.05)


def silent(asked: Conversation) -> None:
    del asked
    time.sleep(2)


def endless_body(asked: Conversation) -> None:
    with suppress(OSError):
        asked.send(b"HTTP/1.1 200 OK\r\n\r\n")
        if asked.method != "HEAD":
            for _ in range(10_000):
                asked.send(b"x" * 10_000)


def endless_headers(asked: Conversation) -> None:
    with suppress(OSError):
        asked.send(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            asked.send(b"X-%d: y\r\n" % number)


def not_http(asked: Conversation) -> None:
    asked.send(b"220 mail.example.org ESMTP\r\n")


def breaks_off(asked: Conversation) -> None:
    asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nab")


def turns_in_a_circle(asked: Conversation) -> None:
    asked.answer(302, f"Location: /{'b' if asked.path == '/a' else 'a'}")


def goes_on_for_ever(asked: Conversation) -> None:
    asked.answer(302, f"Location: {asked.path}x")


class OddServer:
    """Listens until it is closed; remembers what it was asked."""

    def __init__(self) -> None:
        self.sites: dict[str, dict[str, Behaviour]] = {}
        self.asked: list[tuple[float, str, str, str]] = []
        self.agents: set[str] = set()
        self.at_once: dict[str, int] = {}
        self.most_at_once: dict[str, int] = {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listener.getsockname()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def url(self, host: str, path: str, behaviour: Behaviour) -> str:
        """Set up an address."""
        self.sites.setdefault(host, {})[path] = behaviour
        return f"http://{host}:{self.port}{path}"

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                more = connection.recv(4096)
                if not more:
                    return
                head += more
            first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            method, path, _ = first.split(" ")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            asked = Conversation(connection, method, path, headers)
            self.asked.append((time.monotonic(), asked.host, method, path))
            self.agents.add(headers.get("user-agent", ""))
            self.at_once[asked.host] = self.at_once.get(asked.host, 0) + 1
            self.most_at_once[asked.host] = max(
                self.most_at_once.get(asked.host, 0), self.at_once[asked.host]
            )
            site = self.sites.get(asked.host, {})
            site.get(path, site.get("*", status(404)))(asked)
            self.at_once[asked.host] -= 1

    def resolve(self, host: str, port: int) -> list[str]:
        """Resolve every name that was set up, and those that say where they lead."""
        del port
        if host.startswith("at-"):
            return [host.split(".", maxsplit=1)[0].removeprefix("at-").replace("-", ".")]
        if host not in self.sites:
            raise socket.gaierror
        return ["127.0.0.1"]


def this_machine(address: IPAddress) -> bool:
    return address == ipaddress.ip_address("127.0.0.1")


@contextmanager
def odd_server() -> Iterator[OddServer]:
    server = OddServer()
    try:
        yield server
    finally:
        server.listener.close()

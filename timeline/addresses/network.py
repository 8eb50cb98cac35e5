"""One request over HTTP, under limits, to public addresses alone.

The name of a host is resolved once, the addresses are checked, and the connection goes to one of those that were checked: a
name that resolves differently a moment later (DNS rebinding) changes nothing. Nothing that the standard library does by itself
is relied on for safety: no proxy, no cookie, no redirect, no stored password.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from timeline import __version__

AGENT = "timeline-check-links"
"""What robots.txt may call us."""

USER_AGENT = f"{AGENT}/{__version__}"

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class NoAnswerError(Exception):
    """No whole answer came; the message says why in a few words."""


class NotPublicError(Exception):
    """The name leads to an address that is not of the public internet; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request brought."""

    status: int
    location: str | None
    """Where a redirect leads, as the host wrote it."""

    body: bytes


def resolve_name(host: str, port: int) -> list[str]:
    """Ask the system for all addresses of a host.

    Raises:
        OSError: There is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: IPAddress) -> bool:
    """Whether an address is of the public internet (the IANA registries of special-purpose addresses).

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, NAT64, Teredo) is as public as that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(address.packed[-4:]))
        if any(each is not None and not is_public(each) for each in inner):
            return False
        if address in _NAT64 or address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How requests are made. The two functions are there for tests, which ask servers of their own."""

    seconds: float = 20.0
    """The longest that one request may take in all, from the name to the last byte."""

    most_bytes: int = 65_536
    """Of a body, not more than this is read."""

    resolve: Callable[[str, int], list[str]] = resolve_name
    allows: Callable[[IPAddress], bool] = is_public
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, method: str, url: str, *, most_bytes: int | None = None) -> Reply:
        """Send one request and read its answer; follow nothing.

        Args:
            method: `HEAD` or `GET`.
            url: An http or https address.
            most_bytes: How much of the body to read, if not as always.

        Raises:
            NotPublicError: The host is not on the public internet.
            NoAnswerError: There was no answer, no whole one, or none in time.
        """
        parts = urlsplit(url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        try:
            port = parts.port or (443 if secure else 80)
            name = host.encode("idna").decode("ascii")
            connection = _Connection(name, port, self, secure=secure)
        except (ValueError, UnicodeError, http.client.InvalidURL):
            raise NoAnswerError("the address cannot be read") from None
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        # The timeout of a socket holds for each read alone; a host that sends a byte now and then would never meet it.
        too_late = threading.Timer(self.seconds, connection.cut)
        too_late.daemon = True
        too_late.start()
        try:
            return self._exchange(connection, method, target, most_bytes or self.most_bytes)
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            raise NoAnswerError(_in_words(error, late=connection.was_cut)) from error
        finally:
            too_late.cancel()
            connection.close()

    def _exchange(self, connection: _Connection, method: str, target: str, most_bytes: int) -> Reply:
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request(method, _ascii(target), headers=headers)
        response = connection.getresponse()
        body = b"" if method == "HEAD" else response.read(most_bytes)
        if connection.was_cut:
            raise TimeoutError
        return Reply(response.status, response.getheader("Location"), body)


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked."""

    def __init__(self, host: str, port: int, network: Network, *, secure: bool) -> None:
        super().__init__(host, port, timeout=network.seconds)
        self.network = network
        self.secure = secure
        self.was_cut = False

    def connect(self) -> None:
        """Resolve, check, connect."""
        addresses = [
            ipaddress.ip_address(each.partition("%")[0])
            for each in self.network.resolve(self.host, self.port)
        ]
        if not addresses:
            raise socket.gaierror
        if not all(self.network.allows(address) for address in addresses):
            raise NotPublicError
        self.sock = _connected([str(address) for address in addresses], self.port, self.network.seconds)
        if self.secure:
            self.sock = self.network.tls.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End whatever this connection waits for."""
        self.was_cut = True
        sock = self.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _connected(addresses: list[str], port: int, seconds: float) -> socket.socket:
    """Connect to the first address that takes us."""
    last: OSError | None = None
    for address in addresses[:4]:
        try:
            return socket.create_connection((address, port), timeout=seconds / min(len(addresses), 4))
        except OSError as error:
            last = error
    raise last or OSError


def _ascii(target: str) -> str:
    """Write a path as a request line holds it: bytes that are not ASCII as `%XX`."""
    return "".join(
        chr(byte) if 0x21 <= byte <= 0x7E else f"%{byte:02X}"
        for byte in target.encode("utf-8", "surrogatepass")
    )


def _in_words(error: Exception, *, late: bool) -> str:
    if late:
        return "it took too long"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    return next(words for kind, words in _WORDS if isinstance(error, kind))


_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "it took too long"),
    (ssl.SSLError, "no secure connection could be made"),
    (socket.gaierror, "the name of the host is not known"),
    (UnicodeError, "the name of the host is not known"),
    (ConnectionRefusedError, "nothing answers there"),
    (http.client.HTTPException, "what came back is not HTTP, or too large"),
    (ValueError, "what came back is not HTTP, or too large"),
    (Exception, "the connection broke off"),
)
"""What went wrong, the first that fits."""

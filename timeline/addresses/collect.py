"""Finds every web address in the content, with all places where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag

from timeline.diagnostics import Span
from timeline.source import read_document, scalars
from timeline.text import link_addresses, safe_url


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, and where the content names it."""

    url: str
    """Without a fragment, which no host is told."""

    places: tuple[Span, ...]


def addresses_in(inputs: Mapping[str, bytes], *, without: Collection[str] = ()) -> tuple[Address, ...]:
    """Collect the addresses of a project, sorted, each once.

    Args:
        inputs: The content files by path, as `source.folder` reads them.
        without: Paths of files to pass over: those of removed claims.
    """
    places: dict[str, list[Span]] = {}
    for path, data in inputs.items():
        if path in without or not path.startswith("content/"):
            continue
        root = read_document(path, data)[0].root
        for scalar in scalars(root):
            for url in _urls(scalar.text):
                places.setdefault(urldefrag(url).url, []).append(scalar.span)
    return tuple(Address(url, tuple(dict.fromkeys(spans))) for url, spans in sorted(places.items()))


_WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)


def _urls(text: str) -> Iterator[str]:
    """Give the addresses of a value: the value itself, or the links in its words."""
    candidates = [text] if _WHOLE.fullmatch(text) else link_addresses(text)
    for url in candidates:
        if safe_url(url):
            yield url

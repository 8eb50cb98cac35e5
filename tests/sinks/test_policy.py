"""The policy that every page carries: its checksums fit the inline scripts, and no page needs what it forbids.

`tests/browser/test_policy.py` shows that a real browser keeps to it.
"""

import base64
import hashlib
import re
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest
from jinja2 import Environment

from timeline.resources import THEME
from timeline.text import safe_url

COPIES = ("base", "content")
DATA_TYPES = {"application/json", "application/ld+json"}
EARLY_ENOUGH = 1024
"""Bytes in which a browser looks for the encoding of a page."""


class Read(HTMLParser):
    """Collects from a page what a policy is about."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.policies: list[str] = []
        self.referrers: list[str | None] = []
        self.styled: list[str] = []
        self.handlers: list[str] = []
        self.head: list[str] = []
        self._in_script = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.head.append(tag)
        if tag == "script" and "src" not in given and given.get("type") not in DATA_TYPES:
            self._in_script = True
            self.inline.append("")
        if tag == "style" or "style" in given:
            self.styled.append(self.get_starttag_text() or tag)
        self.handlers += [name for name in given if name.startswith("on")]
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "content-security-policy":
            assert self.head == ["html", "head", "meta"], (
                "the policy comes before everything that it is about"
            )
            self.policies.append(given["content"] or "")
        if tag == "meta" and given.get("name") == "referrer":
            self.referrers.append(given["content"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.inline[-1] += data


def checksum(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert site / "404.html" in found
    return found


@pytest.mark.slow
def test_every_page_carries_the_same_policy_and_its_checksums_fit_all_its_inline_scripts(site: Path) -> None:
    policies = set()
    for path in pages(site):
        page = Read(path.read_text("utf-8"))
        (policy,) = page.policies
        policies.add(policy)
        (allowed,) = re.findall(r"script-src ([^;]+);", policy)
        used = {"'self'", *map(checksum, page.inline)}
        framed = "embed" in path.relative_to(site).parts  # without a script
        assert used == ({"'self'"} if framed else set(allowed.split())), path
        assert page.referrers == ["no-referrer"], path
    assert len(policies) == 1


@pytest.mark.slow
def test_the_policy_allows_nothing_unsafe_and_no_other_host(site: Path) -> None:
    (policy,) = Read((site / "index.html").read_text("utf-8")).policies
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["object-src"] == rules["base-uri"] == "'none'"
    assert rules["style-src"] == rules["connect-src"] == rules["form-action"] == "'self'"
    assert "unsafe" not in policy
    assert {word for rule in rules.values() for word in rule.split()} - {"data:"} == {
        word for rule in rules.values() for word in rule.split() if word.startswith("'")
    }
    assert rules["img-src"] == "'self' data:"
    assert policy.count("data:") == 1


@pytest.mark.slow
def test_no_page_has_an_inline_style_or_an_event_handler(site: Path) -> None:
    for path in pages(site):
        page = Read(path.read_text("utf-8"))
        assert (page.styled, page.handlers) == ([], []), path


@pytest.mark.slow
def test_the_encoding_still_stands_where_browsers_look_for_it(site: Path) -> None:
    for path in pages(site):
        assert b'<meta charset="utf-8">' in path.read_bytes()[:EARLY_ENOUGH], path


@pytest.mark.parametrize("name", COPIES)
def test_our_copies_of_the_inline_scripts_are_those_of_material(name: str) -> None:
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    theirs = (Path(spec.origin).parent / "templates" / "partials" / "javascripts" / f"{name}.html").read_text(
        "utf-8"
    )
    ours = (THEME / "partials" / "javascripts" / f"{name}.html").read_text("utf-8")
    (script,) = re.findall(r"<script>.*?</script>", ours, re.DOTALL)
    assert script in re.sub(r"\{\{.*?\}\}", "/", theirs)


@pytest.mark.parametrize(
    ("site_url", "inline"),
    [
        ("http://127.0.0.1:8000/bridge/", True),
        ("https://example.org/bridge/", False),
        ("https://example.org/http://127.0.0.1:8000/", False),
        (None, False),
    ],
)
def test_only_the_preview_of_mkdocs_allows_inline_scripts(site_url: str | None, inline: bool) -> None:  # noqa: FBT001 - a column of the table
    template = Environment(autoescape=True).from_string(
        (THEME / "partials" / "policy.html").read_text("utf-8")
    )
    written = template.render(config={"site_url": site_url, "dev_addr": "127.0.0.1:8000"})
    assert ("unsafe-inline" in written) is inline


def test_no_contributor_can_make_a_published_site_pass_for_a_preview() -> None:
    assert safe_url("http://127.0.0.1:8000/") is None
    assert safe_url("http://127.0.0.1:8000.example.org/") is None

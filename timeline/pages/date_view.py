"""How a date was worked out, step by step.

What enters: a claim and which of its dates is meant. What leaves: the steps as pages print them: what the source says,
what it was read from, the rule, what the editor adds, the result, and what is not known. What rests on the editor is
named as the editor's in every step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from timeline import dates, wording
from timeline.align import Kind
from timeline.dates import Precision
from timeline.model import UNSTATED, Dating, Event, Source
from timeline.pages.here import METHOD, Here
from timeline.pages.rules_in_use import WORDLESS, rule_id, rule_title, title_in
from timeline.pages.template import in_english
from timeline.text import clean, inline_html, marked
from timeline.wording import Wording

NOTATIONS = frozenset({"edtf", "iso-8601"})
"""Rules that read a notation of dates, which an editor writes and no source says."""

_RULE_NAMED = re.compile(
    r"(?:,? by the rule | \(rule )[a-z0-9-]+(?: with [a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*)?\)?"
)

_NOTATION = re.compile(r"[\[{]?(?:\.\./?)?[0-9X]{4}[0-9XTWZQ~?%:/.,+\]}-]*")

CONTEXT = 12
"""Words of an excerpt shown before and after the phrase that set a date."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation."""

    kind: str
    """Such as `rule`, whatever the language."""

    term: str
    text: Markup
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date, with its explanation."""

    short: str
    machine: str | None
    by_editor: bool
    steps: tuple[Step, ...]


def date_view(event: Event, side: Literal["date", "said"], here: Here, *, brief: bool = False) -> DateView:
    """Prepare the date of a claim, or of its saying."""
    dating = event.date if side == "date" else event.said
    short = here.when(event.id) if side == "date" else said_short(event, here)
    steps = _all_steps(event, dating, side, here)
    return DateView(
        short=here.words.capital(short),
        machine=dates.machine_value(dating.resolution),
        by_editor=dating.by_editor,
        steps=tuple(step for step in steps if not brief or step.kind in {"rule", "result"}),
    )


def said_short(event: Event, here: Here) -> str:
    """Say when a claim was made, with the clock that a time is on."""
    shown = wording.when_said(here.words, event.said, year=here.years)
    return " ".join(filter(None, [shown, here.zone_note(event.id, "said")]))


def source_date_steps(dating: Dating, here: Here) -> tuple[Step, ...]:
    """Explain a date of a source: when it was published, updated or captured."""
    return (
        _step(here, "recorded", clean(dating.phrase)),
        *_reading_steps(None, dating, here, here.timeline.settings.time_zone),
        _step(here, "result", wording.result(here.words, dating), strong=True),
        *_unknown(dating, here),
    )


def explained(text: str, here: Here) -> Markup:
    """Print a sentence of the resolver, in which ids of claims stand in backticks, with links to those claims."""
    pieces = re.split(r"`([^`]+)`", clean(text))
    made = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            made.append(Markup("{}").format(piece))
        elif piece in here.aligned.placed:
            name = wording.headline(here.event(piece)).rstrip(".")
            gone = f" {here.words.text('claim.withdrawn-after')}" if piece in here.aligned.withdrawn else ""
            made.append(Markup('<a href="{}">{}</a>{}').format(here.url("claims", piece), name, gone))
        elif piece in here.timeline.events:
            made.append(Markup("{}").format(here.words.text("claim.was-removed")))
        else:
            made.append(Markup("<code>{}</code>").format(piece))
    return Markup("").join(made)


def excerpt_around(excerpt: str, phrase: str) -> str:
    """Cut an excerpt to the words around a phrase, marking with dots what was cut."""
    text = clean(excerpt)
    match = re.search(re.escape(clean(phrase)), text, re.IGNORECASE)
    start, end = match.span() if match else (0, 0)
    before, after = text[:start].split(" "), text[end:].split(" ")
    cut_before, cut_after = len(before) > CONTEXT + 1, len(after) > CONTEXT + 1
    head = "…" + " ".join(before[-CONTEXT:]) if cut_before else text[:start]
    tail = " ".join(after[: CONTEXT + 1]) + "…" if cut_after else text[end:]
    return head + text[start:end] + tail


def phrases(event: Event) -> tuple[str, ...]:
    """The words of the source that set one of the claim's dates."""
    found = (event.date.phrase, event.said.phrase)
    return tuple(dict.fromkeys(phrase for phrase in found if phrase not in {UNSTATED, wording.WHEN_SAID}))


def _all_steps(event: Event, dating: Dating, side: Literal["date", "said"], here: Here) -> tuple[Step, ...]:
    steps = [_given(event, dating, side, here)]
    if dating.phrase == wording.WHEN_SAID:
        # What the words were read from, and by which rule, is a matter of the saying.
        steps += _reading_steps(event, event.said, here, here.home_zone(event.id, "said"))
        steps.append(
            _step(
                here,
                "date",
                Markup("{}. {}").format(_rule_link(dating, here), here.words.text("step.of-the-saying")),
            )
        )
        steps += _editors_steps(event, dating, here)
    else:
        steps += _reading_steps(event, dating, here, here.home_zone(event.id, side))
    result = _step(here, "result", _result(event, dating, side, here), strong=True)
    return (*steps, result, *_unknown(dating, here))


def _result(event: Event, dating: Dating, side: Literal["date", "said"], here: Here) -> str:
    """Say what a date was resolved to; a limit that establishes nothing is given as a limit."""
    found = wording.result(here.words, dating, here.limits_known(event))
    found = " ".join(filter(None, [found, here.zone_note(event.id, side)]))
    known = dating.resolution.earliest or dating.resolution.latest
    if side == "said" and dating.resolution.precision is Precision.UNSTATED:
        return (
            here.words.text("step.not-stated-but", limits=found)
            if known
            else here.words.text("step.not-stated")
        )
    if side == "date" and known and here.aligned.placed[event.id].kind is Kind.UNDATED:
        return here.words.text("step.not-established-but", limits=found)
    return found


def _given(event: Event, dating: Dating, side: Literal["date", "said"], here: Here) -> Step:
    """Quote the words that give a date, or say that there are none.

    A date in a notation of dates is the editor's way of writing it down, and no words of the source unless they stand
    in an excerpt.
    """
    if wording.says_nothing(dating):
        return _step(here, "source", here.words.text("step.no-date" if side == "date" else "step.no-saying"))
    meant = event.said if dating.phrase == wording.WHEN_SAID else dating
    if meant.phrase == UNSTATED:
        return _step(here, "source", here.words.text("step.no-date-of-its-own"))
    for citation in event.citations:
        if citation.excerpt and clean(meant.phrase).casefold() in clean(citation.excerpt).casefold():
            html = marked(excerpt_around(citation.excerpt, meant.phrase), (meant.phrase,))
            return _step(here, "source", _quoted(Markup(html), here))  # noqa: S704 - escaped by timeline.text
    if is_notation(meant):
        return _step(here, "recorded", clean(meant.phrase))
    return _step(here, "source", _quoted(clean(meant.phrase), here))


def is_notation(dating: Dating) -> bool:
    """Tell whether a date is written in a notation of dates, such as EDTF, rather than in words."""
    rule = dating.resolution.rule
    return rule in NOTATIONS or (rule in WORDLESS and _NOTATION.fullmatch(dating.phrase) is not None)


def _reading_steps(event: Event | None, dating: Dating, here: Here, home: str | None) -> list[Step]:
    """Say what the words were read from, by which rule, and what the editor adds."""
    steps = []
    if dating.anchor is not None and not wording.says_nothing(dating):
        steps.append(_anchor(dating, here))
    explanation = _without_rule(dating.resolution.explanation)
    title = _rule_link(dating, here)
    repeated = _bare(explanation) == _bare(rule_title(dating.resolution.rule) or dating.resolution.rule)
    told = Markup("{}.").format(title)
    if not repeated:
        told = Markup("{} {}").format(told, in_english(here.words, explained(explanation, here)))
    steps.append(_step(here, "rule", told))
    zone = wording.zone_line(here.words, dating, home)
    if zone is not None:
        steps.append(_step(here, "time-zone", zone))
    return steps + _editors_steps(event, dating, here)


def _editors_steps(event: Event | None, dating: Dating, here: Here) -> list[Step]:
    """Say what the editor adds, and what is known from elsewhere."""
    steps = []
    if dating.reading is not None:
        steps.append(_step(here, "reading", clean(dating.reading)))
    cited = here.timeline.sources.get(event.citations[0].source) if event and event.citations else None
    steps += [
        _step(
            here, "limit", explained(here.words.capital(f"{wording.limit(here.words, limit, cited)}."), here)
        )
        for limit in dating.limits
    ]
    if dating.basis is not None:
        steps.append(_step(here, "basis", Markup(inline_html(dating.basis))))  # noqa: S704 - escaped by timeline.text
    return steps


def _without_rule(explanation: str) -> str:
    """Take from a sentence what stands beside it on a page: the words of the source, and the name of the rule."""
    said = _RULE_NAMED.sub("", re.sub(r"^“[^”]*”: ", "", explanation))
    return said[:1].upper() + said[1:]


def _bare(text: str) -> str:
    """Reduce a sentence to what tells it from another."""
    return text.replace("’", "'").strip(". ").casefold().removeprefix("the ")


def _rule_link(dating: Dating, here: Here) -> Markup:
    """Name a rule, with a link to its section on the method page."""
    rule = dating.resolution.rule
    title = rule_title(rule)
    if not title:
        return in_english(here.words, Markup("{}").format(rule))
    shown = title_in(here.words, rule, title)
    return Markup('<a href="{}">{}</a>').format(here.to(METHOD, rule_id(rule)), shown)


def _anchor(dating: Dating, here: Here) -> Step:
    """Say what a phrase was read from."""
    anchor = dating.anchor
    if anchor is None:
        return _step(here, "anchor", here.words.text("anchor.nothing"))
    if anchor.kind == "event" and anchor.id is not None and anchor.id not in here.aligned.placed:
        return _step(here, "anchor", here.words.text("anchor.removed"))
    shown = explained(here.words.capital(wording.anchor(here.words, anchor, here.timeline)), here)
    return _step(here, "published" if anchor.kind == "source" else "anchor", shown)


def _unknown(dating: Dating, here: Here) -> tuple[Step, ...]:
    found = wording.not_known(here.words, dating)
    return (_step(here, "not-known", " ".join(found)),) if found else ()


def _step(here: Here, kind: str, text: Markup | str, *, strong: bool = False) -> Step:
    return Step(kind, here.words.text(f"step.{kind}"), Markup("{}").format(text), strong)


def _quoted(text: Markup | str, here: Here) -> Markup:
    opens, closes = here.words.text("sign.opens"), here.words.text("sign.closes")
    if here.words.direction == "rtl":  # the marks are the page's, and what they enclose may run the other way
        text = Markup('<span dir="auto">{}</span>').format(text)
    return Markup("{}{}{}").format(opens, text, closes)


def publication(words: Wording, source: Source) -> str:
    """Say when a source was published, shortly."""
    if source.published is None:
        return words.text("source.publication-not-known")
    return words.text(
        "source.published-on", date=wording.short(words, source.published.resolution, year=True)
    )

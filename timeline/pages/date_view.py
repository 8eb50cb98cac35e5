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

from timeline import dates
from timeline.align import Kind
from timeline.dates import Precision
from timeline.model import UNSTATED, Dating, Event, Source
from timeline.pages import words
from timeline.pages.clock import zone_line
from timeline.pages.here import METHOD, Here
from timeline.pages.rules_in_use import WORDLESS, rule_id, rule_title
from timeline.text import clean, inline_html, marked

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
        short=short[:1].upper() + short[1:],
        machine=dates.machine_value(dating.resolution),
        by_editor=dating.by_editor,
        steps=tuple(step for step in steps if not brief or step.term in {"Rule", "Result"}),
    )


def said_short(event: Event, here: Here) -> str:
    """Say when a claim was made, with the clock that a time is on."""
    shown = words.when_said(event.said, year=here.years)
    return " ".join(filter(None, [shown, here.zone_note(event.id, "said")]))


def source_date_steps(dating: Dating, here: Here) -> tuple[Step, ...]:
    """Explain a date of a source: when it was published, updated or captured."""
    return (
        Step("Recorded as", _text(clean(dating.phrase))),
        *_reading_steps(dating, here, here.timeline.settings.time_zone),
        Step("Result", _text(words.result(dating)), strong=True),
        *_unknown(dating),
    )


def explained(text: str, here: Here) -> Markup:
    """Print a sentence of the resolver, in which ids of claims stand in backticks, with links to those claims."""
    pieces = re.split(r"`([^`]+)`", clean(text))
    made = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            made.append(Markup("{}").format(piece))
        elif piece in here.aligned.placed:
            name = words.headline(here.event(piece)).rstrip(".")
            gone = " (withdrawn)" if piece in here.aligned.withdrawn else ""
            made.append(Markup('<a href="{}">{}</a>{}').format(here.url("claims", piece), name, gone))
        elif piece in here.timeline.events:
            made.append(Markup("a claim that was removed"))
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
    return tuple(dict.fromkeys(phrase for phrase in found if phrase not in {UNSTATED, words.WHEN_SAID}))


def _all_steps(event: Event, dating: Dating, side: Literal["date", "said"], here: Here) -> tuple[Step, ...]:
    steps = [_given(event, dating, side)]
    if dating.phrase == words.WHEN_SAID:
        # What the words were read from, and by which rule, is a matter of the saying.
        steps += _reading_steps(event.said, here, here.home_zone(event.id, "said"))
        steps.append(Step("Date", Markup("{}. That of the saying.").format(_rule_link(dating, here))))
        steps += _editors_steps(dating, here)
    else:
        steps += _reading_steps(dating, here, here.home_zone(event.id, side))
    return (*steps, Step("Result", _text(_result(event, dating, side, here)), strong=True), *_unknown(dating))


def _result(event: Event, dating: Dating, side: Literal["date", "said"], here: Here) -> str:
    """Say what a date was resolved to; a limit that establishes nothing is given as a limit."""
    found = words.result(dating, here.limits_known(event))
    found = " ".join(filter(None, [found, here.zone_note(event.id, side)]))
    known = dating.resolution.earliest or dating.resolution.latest
    if side == "said" and dating.resolution.precision is Precision.UNSTATED:
        return f"Not stated. {found}." if known else "Not stated"
    if side == "date" and known and here.aligned.placed[event.id].kind is Kind.UNDATED:
        return f"Date not established. {found}."
    return found


def _given(event: Event, dating: Dating, side: Literal["date", "said"]) -> Step:
    """Quote the words that give a date, or say that there are none.

    A date in a notation of dates is the editor's way of writing it down, and no words of the source unless they stand
    in an excerpt.
    """
    if words.says_nothing(dating):
        nothing = "The source gives no date for this." if side == "date" else "The source does not say when."
        return Step("Source says", _text(nothing))
    meant = event.said if dating.phrase == words.WHEN_SAID else dating
    if meant.phrase == UNSTATED:
        nothing = "The source gives no date of its own for this, and does not say when it was said."
        return Step("Source says", _text(nothing))
    for citation in event.citations:
        if citation.excerpt and clean(meant.phrase).casefold() in clean(citation.excerpt).casefold():
            html = marked(excerpt_around(citation.excerpt, meant.phrase), (meant.phrase,))
            return Step("Source says", Markup("“{}”").format(Markup(html)))  # noqa: S704 - escaped by timeline.text
    if is_notation(meant):
        return Step("Recorded as", _text(clean(meant.phrase)))
    return Step("Source says", Markup("“{}”").format(clean(meant.phrase)))


def is_notation(dating: Dating) -> bool:
    """Tell whether a date is written in a notation of dates, such as EDTF, rather than in words."""
    rule = dating.resolution.rule
    return rule in NOTATIONS or (rule in WORDLESS and _NOTATION.fullmatch(dating.phrase) is not None)


def _reading_steps(dating: Dating, here: Here, home: str | None) -> list[Step]:
    """Say what the words were read from, by which rule, and what the editor adds."""
    steps = []
    if dating.anchor is not None and not words.says_nothing(dating):
        steps.append(_anchor(dating, here))
    explanation = _without_rule(dating.resolution.explanation)
    title = _rule_link(dating, here)
    repeated = _bare(explanation) == _bare(title.striptags())
    steps.append(
        Step(
            "Rule",
            Markup("{}.").format(title)
            if repeated
            else Markup("{}. {}").format(title, explained(explanation, here)),
        )
    )
    zone = zone_line(dating, home)
    if zone is not None:
        steps.append(Step("Time zone", _text(zone)))
    return steps + _editors_steps(dating, here)


def _editors_steps(dating: Dating, here: Here) -> list[Step]:
    """Say what the editor adds, and what is known from elsewhere."""
    steps = []
    if dating.reading is not None:
        steps.append(Step("Editor’s reading", _text(clean(dating.reading))))
    steps += [Step("Limit", explained(limit[:1].upper() + limit[1:] + ".", here)) for limit in dating.limits]
    if dating.basis is not None:
        steps.append(Step("Editor’s basis", Markup(inline_html(dating.basis))))  # noqa: S704
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
    return (
        Markup('<a href="{}">{}</a>').format(here.to(METHOD, rule_id(rule)), title) if title else _text(rule)
    )


def _anchor(dating: Dating, here: Here) -> Step:
    """Say what a phrase was read from."""
    anchor = dating.anchor
    if anchor is None:
        return Step("Read from", _text("nothing"))
    if anchor.kind == "event" and anchor.id is not None and anchor.id not in here.aligned.placed:
        return Step("Read from", _text("A claim that was removed."))
    shown = explained(anchor.text[:1].upper() + anchor.text[1:], here)
    return Step("Published" if anchor.kind == "source" else "Read from", shown)


def _unknown(dating: Dating) -> tuple[Step, ...]:
    found = words.not_known(dating)
    return (Step("Not known", _text(" ".join(found))),) if found else ()


def _text(words_: str) -> Markup:
    return Markup("{}").format(words_)


def publication(source: Source) -> str:
    """Say when a source was published, shortly."""
    if source.published is None:
        return "publication date not known"
    return f"published {words.short(source.published.resolution, year=True)}"

"""The method page: how dates, lanes, relations and corrections are handled, written from the rules themselves.

What enters: the page's view of the whole. What leaves: one page with a section for every date rule, the ones in use
marked; every lane with who belongs to it and why it exists; how to read what is not stated; the order of lanes.
"""

from __future__ import annotations

from collections import Counter

from timeline.pages.blocks import Section, block, write
from timeline.pages.here import CODES, DATA, FIELDS, METHOD, Here
from timeline.pages.home import lane_order
from timeline.pages.page import Page
from timeline.pages.rules_in_use import explained_rules, rule_id, title_in


def method_page(here: Here) -> Page:
    """Make the method page."""
    settings, words = here.timeline.settings, here.words
    text = words.text
    used = _used(here)
    sections = [
        Section(level=1, id="method", title=text("title.method"), html=block("method-intro.html", words)),
        Section(
            level=2,
            id="reading",
            title=text("method.reading"),
            html=block("method-reading.html", words, disputes=here.to("by/disputes.md")),
        ),
        Section(
            level=2,
            id="lanes",
            title=text("method.lanes"),
            html=block(
                "method-lanes.html",
                words,
                lanes=here.aligned.lanes,
                order=lane_order(here),
                urls={lane.id: here.url("narratives", lane.id) for lane in here.aligned.lanes},
            ),
        ),
        Section(level=2, id="dates", title=text("method.dates"), html=block("method-dates.html", words)),
    ]
    known = explained_rules()
    in_use = [rule for rule in known if used[rule.name]]
    others = [rule for rule in known if not used[rule.name]]
    if in_use:
        sections.append(Section(level=2, id="rules", title=text("method.rules")))
    for rule in in_use:
        html = block("method-rule.html", words, rule=rule, used=used[rule.name])
        title = title_in(words, rule.name, rule.title)
        sections.append(
            Section(
                level=3,
                id=rule_id(rule.name),
                title=title.striptags(),
                html=html,
                english_title="<" in title,
            )
        )
    sections.append(
        Section(
            level=2,
            id="other-rules",
            title=text("method.other-rules"),
            html=block(
                "method-rules.html",
                words,
                rules=others,
                ids={rule.name: rule_id(rule.name) for rule in others},
                titles={rule.name: title_in(words, rule.name, rule.title) for rule in others},
            ),
        )
    )
    sections.append(
        Section(
            level=2,
            id="corrections",
            title=text("method.corrections"),
            html=block(
                "method-corrections.html",
                words,
                data=here.to(DATA),
                fields=here.to(FIELDS),
                codes=here.to(CODES),
                contact=settings.contact,
                contact_link=contact_link(settings.contact),
            ),
        )
    )
    return Page(
        path=METHOD,
        title=text("title.method"),
        description=text("method.described"),
        body=write(sections, words),
        kind="method",
        lang=words.language,
        is_markdown=True,
    )


def contact_link(contact: str | None) -> str | None:
    """Give the link behind a mail or web address."""
    return f"mailto:{contact}" if contact and "://" not in contact else contact


def _used(here: Here) -> Counter[str]:
    """Count the dates on this site that each rule has read."""
    events = [here.event(claim) for claim in here.aligned.order]
    datings = [dating for event in events for dating in (event.date, event.said)]
    datings += [
        dating
        for source in here.timeline.sources.values()
        for dating in (source.published, source.updated, source.captured)
        if dating is not None
    ]
    return Counter(dating.resolution.rule for dating in datings)

"""Rules on the answers that topics list."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.codes import checks as codes
from timeline.diagnostics import Diagnostic
from timeline.model import Timeline


def single_answer(timeline: Timeline) -> Iterator[Diagnostic]:
    """A topic lists several answers or none: with one alone, nobody can say anything else."""
    for topic in timeline.topics.values():
        written = topic.at("answers")
        if len(topic.answers) == 1 and written.line == written.end_line:  # several lines: others were refused
            yield codes.SINGLE_ANSWER.at(
                written,
                f"the only answer to this topic is `{topic.answers[0].id}`",
                hint="list the other answers that are given, or leave `answers` out",
            )


def answer_never_given(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every answer on the list is some claim's. Topics that no claim answers at all are left alone."""
    given: dict[str, set[str]] = {}
    for event in timeline.events.values():
        for about in event.about:
            if about.answer is not None:
                given.setdefault(about.topic, set()).add(about.answer)
    for topic_id, answers in given.items():
        topic = timeline.topics[topic_id]
        never = [answer for answer in topic.answers if answer.id not in answers]
        if never:
            listed = " and ".join(f"`{one.id}`" for one in never)
            yield codes.ANSWER_NEVER_GIVEN.at(
                never[0].at or topic.at("answers"),
                f"no claim on file gives the answer{'s' if len(never) > 1 else ''} {listed}",
                hint="add a claim that does, or take it off the list; keep it if its absence is worth showing",
            )

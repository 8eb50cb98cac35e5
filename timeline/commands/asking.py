"""The conversation of `new`: what a claim, or another record, is asked for.

What enters: the project as it stands, and what flags have given already. What leaves: the record, and the source that was
described on the way, if any. Nothing is written here. Every answer is tried at once among the records on file, so that a
date is shown as it resolves, and what would be a finding is told while it can still be typed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.catalogue import FOLDER_WORDS
from timeline.codes import links
from timeline.commands.picking import choose
from timeline.commands.settling import settled
from timeline.commands.talk import ask, ask_lines, say, yes
from timeline.contribute.composing import (
    Record,
    about,
    one_or_list,
    relations,
    with_field,
    without,
)
from timeline.contribute.known import Candidate, Situation, candidates
from timeline.contribute.naming import id_from
from timeline.contribute.trial import OnFile, Trial
from timeline.diagnostics import Diagnostic
from timeline.ids import did_you_mean
from timeline.model import RelationKind

UNSAVED = "new-record-that-is-asked-for"
"""Id of a record that has none yet."""

KINDS = {
    "occurrence": "something happened",
    "state": "something holds",
    "assessment": "somebody's judgement",
    "forecast": "what is to come",
}

QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "sources": (
        ("title", "Title, as printed"),
        ("url", "Address (https://...)"),
        ("no_url", "Why it has no address"),
        ("publisher", "Publisher: a speaker's id, or a name"),
        ("published", "When it was published, such as 22 May 2023"),
        ("language", "Language, such as en or uk"),
    ),
    "speakers": (
        ("name", "Name, as printed"),
        ("role", "Office or description, as printed"),
        ("narrative", "Narrative"),
    ),
    "places": (
        ("name", "Name, as printed"),
        ("part_of", "Place that contains it"),
        ("time_zone", "Time zone"),
    ),
    "topics": (("title", "The occurrence, or the question"),),
    "narratives": (
        ("label", "Name of the lane"),
        ("short", "A word for narrow places"),
        ("description", "Who belongs here"),
        ("reason", "Why the lane exists"),
        ("party", "A party to the dispute (true or false)"),
    ),
}
"""What records other than claims are asked for."""

REFERENCES = {"narrative": "narratives", "part_of": "places"}
"""Fields that hold the id of a record, and nothing else."""

DATES = {"date", "said", "published"}


class Conversation:
    """One record that is being asked for."""

    def __init__(self, on_file: OnFile, folder: str, record: Record) -> None:
        self.on_file = on_file
        self.folder = folder
        self.record = record
        self.others: dict[str, Record] = {}
        """Records that were described on the way, by path."""

        self.path = f"content/{folder}/{UNSAVED}.yml"

    def hold(self) -> None:
        """Ask for everything that flags have not given."""
        say(
            "Enter skips what may be left out. Nothing is written before the end; Ctrl-C leaves all as it was."
        )
        if self.folder == "events":
            self.claim()
        else:
            self.simple(QUESTIONS[self.folder])

    # -- a claim ---------------------------------------------------------------------------------------------------

    def claim(self) -> None:
        """Ask for a claim: the source first, since dates are read from it and the rest is near to it."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("source", self.source),
            ("claim", self.words),
            ("by", self.speakers),
            ("via", lambda: self.reference("via", "speakers", "Through whom it reached the source")),
            ("said", self.said),
            ("date", self.happened),
            (
                "place",
                lambda: self.reference("place", "places", "Where it happened, or `unstated`", required=True),
            ),
            ("kind", self.kind),
            ("about", self.about),
            ("excerpt", self.excerpt),
            ("relations", self.relations),
            ("title", self.title),
        )
        for name, step in steps:
            if name not in self.record:
                step()

    def words(self) -> None:
        """Ask for the claim itself."""
        say("\nThe claim, as a sentence: what was said, no more and no less.")
        self.field("claim", "Claim", required=True)

    def speakers(self) -> None:
        """Ask who says so; and for the lane, where several speakers leave it open."""
        self.reference("by", "speakers", "Who says so", settled_later=links.SEVERAL_LANES.id)
        if self.problems("by") and "narrative" not in self.record:
            self.reference(
                "narrative",
                "narratives",
                "The lane, since these speakers stand in different ones",
                required=True,
            )

    def said(self) -> None:
        """Ask when it was said."""
        say("\nWhen it was said, in the source's own words (such as “on Tuesday”); only if the words tell.")
        self.date("said", "Said")

    def happened(self) -> None:
        """Ask for the date."""
        say(
            "\nWhen the claimed thing happened, in the source's own words. `when said` is a state as of the saying;"
        )
        say("`unstated`, that the source does not tell.")
        self.date("date", "Date", required=True)

    def excerpt(self) -> None:
        """Ask where in the source it stands, if only the source itself was given."""
        if isinstance(self.record.get("source"), str):
            say("\nWhere in the source it stands, and the words there that carry the claim and its date.")
            self.field("source.locator", "Place, such as paragraph 4")
            self.field("source.excerpt", "Words", lines=True)

    def title(self) -> None:
        """Ask for a headline."""
        say("\nA short headline; left out, it is made from the claim.")
        self.field("title", "Title")

    def source(self) -> None:
        """Ask for the source; one that is not on file is described."""
        known = candidates(self.on_file.timeline, "sources", Situation())
        while True:
            typed = choose(
                known, "The source: the document that we hold", "an address or a title for a new one"
            )
            if not typed:
                say("A claim needs a source.")
            elif len(typed) == 1 and typed[0] in {one.id for one in known}:
                self.record["source"] = typed[0]
                return
            elif self.new_source(typed[0]):
                return

    def new_source(self, typed: str) -> bool:
        """Describe a source that is not on file yet; False if it was not meant."""
        if not yes(f"“{typed}” is not on file. Describe it as a new source?", default=True):
            return False
        is_address = typed.startswith(("https://", "http://"))
        inner = Conversation(self.on_file, "sources", {"url" if is_address else "title": typed})
        inner.simple(QUESTIONS["sources"])
        source_id = id_from(str(inner.record["title"]), self.on_file.taken("sources"), kind="source")
        self.others[f"content/sources/{source_id}.yml"] = inner.record
        self.record["source"] = source_id
        return True

    def kind(self) -> None:
        """Ask what kind of claim it is."""
        say("\nWhat kind of claim it is:")
        names = list(KINDS)
        for number, name in enumerate(names, start=1):
            say(f"  {number}  {name}: {KINDS[name]}")
        usual = "state" if self.record.get("date") == "when said" else "occurrence"
        while True:
            typed = ask("Kind", usual)
            picked = names[int(typed) - 1] if typed in {"1", "2", "3", "4"} else typed
            if picked in KINDS:
                self.record["kind"] = picked
                return
            say(did_you_mean(typed, names) or f"Please pick one of {', '.join(names)}.")

    def about(self) -> None:
        """Ask for the topics, and for the answer that the claim's words give to each."""
        topics = self.on_file.timeline.topics
        picked = choose(self.likely("topics"), "Which topic it is about", "new words for a new topic")
        pairs = []
        for topic in picked:
            answer = ""
            if topic in topics and topics[topic].answers:
                known = [Candidate(one.id, one.label, "", (one.label,)) for one in topics[topic].answers]
                given = choose(
                    known, f"Its answer to “{topics[topic].title}”", "only if its words give one", free=False
                )
                answer = given[0] if given else ""
            pairs.append((topic, answer))
        if pairs:
            self.record["about"] = about(pairs)

    def relations(self) -> None:
        """Ask for the claims that the words of this one address."""
        kinds = [str(kind) for kind in RelationKind]
        say("\nDo its words address another claim on file? " + ", ".join(kinds) + "; Enter if not.")
        pairs = []
        while kind := ask("Relation"):
            if kind not in kinds:
                say(did_you_mean(kind, kinds) or f"Please write one of {', '.join(kinds)}.")
                continue
            picked = choose(self.likely("events"), f"Which claim it {kind.replace('_', ' ')}", "", free=False)
            pairs += [(kind, target) for target in picked]
        if pairs:
            self.record["relations"] = relations(pairs)

    def reference(
        self, name: str, folder: str, what: str, *, required: bool = False, settled_later: str = ""
    ) -> None:
        """Ask for one record or several; words that name none stay as they are."""
        while True:
            picked = choose(
                self.likely(folder),
                what,
                "" if name in REFERENCES else "new words stand as they are",
                free=name not in REFERENCES,
            )
            if picked:
                self.record[name] = one_or_list(picked)
                if not self.told(name, but=settled_later):
                    return
                self.record = without(self.record, name)
            elif required:
                say("This is needed.")
            else:
                return

    def likely(self, folder: str) -> tuple[Candidate, ...]:
        """List the records that may be meant, in view of what is known so far."""
        event = self.tried(self.record).timeline.events.get(UNSAVED)
        situation = Situation()
        if event is not None:
            situation = Situation(
                sources=tuple(citation.source for citation in event.citations),
                speakers=(*event.by, *event.via),
                places=event.places,
                resolutions=(event.date.resolution, event.said.resolution),
                words=event.claim,
            )
        return candidates(self.on_file.timeline, folder, situation)

    def tried(self, record: Record) -> Trial:
        """Try the record among those on file."""
        return self.on_file.tried({**self.others, self.path: record})

    # -- any record ------------------------------------------------------------------------------------------------

    def simple(self, questions: Sequence[tuple[str, str]]) -> None:
        """Ask for a record field by field; the first question has to be answered."""
        for place, (name, what) in enumerate(questions):
            if name in self.record or (name == "no_url" and "url" in self.record):
                continue
            if name in REFERENCES:
                self.reference(name, REFERENCES[name], what)
            elif name in DATES:
                self.date(name, what)
            else:
                self.field(name, what, required=place == 0)

    def field(self, name: str, what: str, *, required: bool = False, lines: bool = False) -> None:
        """Ask for one text until it is one that the field can hold."""
        before = self.record
        while True:
            typed = ask_lines(what) if lines else ask(what)
            if typed:
                self.record = with_field(before, name, typed)
                if not self.told(name.partition(".")[0]):
                    return
                self.record = before
            elif required:
                say("This is needed.")
            else:
                return

    def told(self, name: str, *, but: str = "") -> bool:
        """Tell what is wrong with a field, but for one code; False where nothing is."""
        problems = [one for one in self.problems(name) if one.code != but]
        for one in problems:
            say(f"  {one.code}: {one.message}" + (f"; {one.hint}" if one.hint else ""))
        return bool(problems)

    def problems(self, name: str) -> tuple[Diagnostic, ...]:
        """Find what is wrong with a field so far."""
        return self.tried(self.record).problems(self.path, name)

    # -- dates -----------------------------------------------------------------------------------------------------

    def date(self, name: str, what: str, *, required: bool = False) -> None:
        """Ask for a date phrase until it resolves, and show how."""
        while True:
            phrase = ask(what)
            if phrase:
                given = with_field(without(self.record, name), name, phrase)
                answer = settled(given, self.path, name, self.tried)
                if answer is not None:
                    self.record = answer
                    return
            elif required:
                say("This is needed; write `unstated` if the source does not tell.")
            else:
                return


def required_words(folder: str, names: Sequence[str]) -> str:
    """Name what is missing: "a claim needs --date and --place"."""
    noun = "claim" if folder == "events" else FOLDER_WORDS[folder]
    options = [f"--{name.replace('_', '-')}" for name in names]
    listed = options[0] if len(options) == 1 else f"{', '.join(options[:-1])} and {options[-1]}"
    return f"a {noun} needs {listed}"

"""What a branch changes is told exactly, once, and with its cause."""

import re
from collections.abc import Mapping

import pytest

from tests.contribute.branches import BASE, build, changed, claim, compared, event
from tests.hostile.test_removal import CLAIM, SECRET, project_files
from timeline.contribute.changes import Changes, Point, compare
from timeline.contribute.changes.iso import worded
from timeline.contribute.changes.values import RedatedGroup
from timeline.contribute.summary import json_summary, markdown_summary

GAZETTE = "content/sources/gazette.yml"
LATER = {GAZETTE: BASE[GAZETTE].replace("2023-05-22", "2023-06-23")}
"""The source was published a month later, so that each bare day number is of another month."""


def fields(changes: Changes) -> dict[str, list[str]]:
    return {one.id: [change.field for change in one.fields] for one in changes.changed}


def moved(group: RedatedGroup) -> dict[str, tuple[str, str]]:
    return {f"{one.claim} {one.side}": (worded(one.before), worded(one.after)) for one in group.dates}


def without(*kept: str) -> set[str]:
    """Name the parts of `Changes` that must be empty where only some are not."""
    told = "new changed statuses moves dates redated lane_moves relations records_new records_changed records_gone"
    told += " settings unread readable attention balance reformatted"
    return set(told.split()) - set(kept)


def told(changes: Changes) -> set[str]:
    return {name for name in without() if getattr(changes, name)}


def test_a_project_compared_with_itself_has_no_changes() -> None:
    changes = compared(BASE)
    assert changes.is_empty
    assert told(changes) == set()


def test_a_source_date_a_rename_a_withdrawal_and_three_claims() -> None:
    """What the whole is judged by: exactly that, and nothing else."""
    head = changed(
        LATER,
        event("bridge-stands", claim("on the 20th", "by: harbour-master\nabout: {bridge-open: open}\n"
              "status: {kind: withdrawn, reason: Entered twice., date: 2026-01-02}\n", words="The bridge is open.")),
        {"content/events/bridge-fell.yml": None},
        event("bridge-collapsed", BASE["content/events/bridge-fell.yml"] + "aliases: [bridge-fell]\n"),
        event("first", claim("on the 1st")),
        event("second", claim("on the 2nd", words="Another.")),
        event("third", claim("on the 3rd", words="One more.")),
    )  # fmt: skip
    changes = compared(head)
    assert told(changes) == {"new", "statuses", "moves", "dates", "redated", "balance"}
    assert [one.id for one in changes.new] == ["first", "second", "third"]
    assert [(one.id, one.before, one.after) for one in changes.statuses] == [
        ("bridge-stands", None, "withdrawn")
    ]
    assert [(one.before, one.after, one.how) for one in changes.moves] == [
        ("bridge-fell", "bridge-collapsed", "alias")
    ]
    assert {(row.claim, worded(row.after), row.is_new) for row in changes.dates} == {
        ("first", "2023-06-01 (day)", True),
        ("second", "2023-06-02 (day)", True),
        ("third", "2023-06-03 (day)", True),
    }
    (group,) = changes.redated
    assert [(cause.kind, cause.id, cause.before, cause.after) for cause in group.causes] == [
        ("source", "gazette", "2023-05-22 (day)", "2023-06-23 (day)")
    ]
    assert moved(group) == {
        "bridge-stands date": ("2023-05-20 (day)", "2023-06-20 (day)"),
        "bridge-collapsed date": ("2023-05-21 (day)", "2023-06-21 (day)"),
    }
    assert [(row.topic, dict(row.before), dict(row.after)) for row in changes.balance] == [
        ("bridge-open", {"port": 1, "town": 1}, {"port": 0, "town": 1}),
        (None, {"port": 1, "town": 1}, {"port": 0, "town": 4}),
    ]
    assert [one.found.code for one in changes.findings] == []


def test_a_source_date_that_shifts_twenty_claims_is_one_change() -> None:
    days = {f"claim-{day:02}": claim(f"on the {day}th", words=f"Claim {day}.") for day in range(4, 21)}
    days |= {f"claim-{day:02}": claim(f"May {day}", words=f"Claim {day}.") for day in (1, 2)}
    many = changed(*(event(name, text) for name, text in days.items()))
    changes = compared(changed(LATER, base=many), many)
    assert told(changes) == {"redated"}
    (group,) = changes.redated
    assert len(group.dates) == 17 + 2, "those of a month and day do not move"
    assert not {"claim-01", "claim-02"} & {one.claim for one in group.dates}
    order = [worded(one.after) for one in group.dates]
    assert order == sorted(order), "in time order"


def test_a_source_date_that_moves_no_claim_is_told_all_the_same() -> None:
    nearby = {GAZETTE: BASE[GAZETTE].replace("2023-05-22", "2023-05-23")}
    changes = compared(changed(nearby))
    assert told(changes) == {"redated"}
    assert changes.redated[0].dates == ()


def test_another_basis_of_a_source_date_is_a_change_of_the_source() -> None:
    base = changed({GAZETTE: BASE[GAZETTE].replace("2023-05-22", "{phrase: 2023-05-22, basis: A guess.}")})
    head = changed(
        {GAZETTE: BASE[GAZETTE].replace("2023-05-22", "{phrase: 2023-05-22, basis: The imprint.}")}
    )
    changes = compared(head, base)
    assert told(changes) == {"records_changed"}
    assert [change.field for change in changes.records_changed[0].fields] == ["published"]
    assert changes.records_changed[0].mentions == 2


def test_dates_read_from_one_another_name_the_cause_along_the_chain() -> None:
    chain = changed(
        event("next", claim("{phrase: the next day, anchor: bridge-fell}")),
        event("last", claim("{phrase: two days later, anchor: next}", words="Later.")),
        event(
            "limited", claim("{phrase: unstated, not_before: last, basis: It came after.}", words="Limited.")
        ),
    )
    changes = compared(changed(LATER, base=chain), chain)
    (group,) = changes.redated
    through = {(one.claim, one.side): one.through for one in group.dates}
    assert through["bridge-fell", "date"] == ()
    assert through["next", "date"] == ("bridge-fell",)
    assert through["last", "date"] == ("next", "bridge-fell")
    assert through["limited", "date"] == ()
    own = changed(event("bridge-fell", claim("on the 18th", words="The bridge fell.")), base=chain)
    changes = compared(own, chain)
    (group,) = changes.redated
    (cause,) = group.causes
    assert (cause.kind, cause.id, cause.before, cause.after) == (
        "claim", "bridge-fell", "2023-05-21 (day)", "2023-05-18 (day)",
    )  # fmt: skip
    assert {(one.claim, one.through) for one in group.dates} == {
        ("next", ()), ("last", ("next",)), ("limited", ("last", "next")),
    }  # fmt: skip


def test_a_chain_of_a_hundred_claims_is_followed() -> None:
    links = {
        f"link-{number:04}": claim(
            f"{{phrase: the same day, anchor: {'bridge-fell' if number == 0 else f'link-{number - 1:04}'}}}",
            words=f"Link {number}.",
        )
        for number in range(100)
    }
    chain = changed(*(event(name, text) for name, text in links.items()))
    before, after = build(chain), build(changed(LATER, base=chain))
    changes = compare(before, after, base_point=Point(name="a"), head_point=Point(name="b"))
    last = max(changes.redated[0].dates, key=lambda one: len(one.through))
    assert len(last.through) == 100
    assert last.through[:2] == ("link-0098", "link-0097")
    assert last.through[-1] == "bridge-fell"


def test_what_all_words_are_read_with_is_named_as_the_cause() -> None:
    timed = changed(event("timed", claim("at 05:26 on the 21st")))
    zoned = changed({"timeline.yml": "title: The bridge\ntime_zone: Europe/Kyiv\n"}, base=timed)
    changes = compared(zoned, timed)
    assert told(changes) == {"redated", "settings"}
    (group,) = changes.redated
    assert [(cause.kind, cause.field, cause.after) for cause in group.causes] == [
        ("setting", "time_zone", "Europe/Kyiv")
    ]
    place = changed({"content/places/bridge.yml": "name: The bridge\ntime_zone: Europe/Kyiv\n"}, base=timed)
    changes = compared(place, timed)
    assert {cause.kind for group in changes.redated for cause in group.causes} == {"place"}
    assert told(changes) == {"redated"}, "the place's zone stands with the dates that it moves"


def test_a_claims_own_words_are_compared_field_by_field() -> None:
    head = changed(
        event(
            "bridge-fell",
            "date: on the 19th\nplace: bridge\nclaim: The bridge fell down.\nsource: gazette\nby: mayor\n"
            "about: {bridge-open: closed}\nrelations: [{disputes: bridge-stands}]\ntags: [bridge]\n",
        )
    )
    changes = compared(head)
    assert fields(changes) == {"bridge-fell": ["claim", "tags", "excerpt", "date"]}
    (row,) = changes.dates
    assert (row.claim, row.is_new, worded(row.before), worded(row.after)) == (
        "bridge-fell", False, "2023-05-21 (day)", "2023-05-19 (day)",
    )  # fmt: skip
    assert told(changes) == {"changed", "dates"}


def test_a_speakers_lane_takes_its_claims_along() -> None:
    many = changed(*(event(f"claim-{n}", claim(words=f"Claim {n}.")) for n in range(11)))
    changes = compared(
        changed({"content/speakers/mayor.yml": "name: Mayor\nnarrative: port\n"}, base=many), many
    )
    assert told(changes) == {"lane_moves", "balance"}
    (move,) = changes.lane_moves
    assert (move.speaker, move.before, move.after, len(move.claims)) == ("mayor", "town", "port", 12)


def test_a_claim_that_is_put_into_another_lane_is_a_changed_claim() -> None:
    text = BASE["content/events/bridge-fell.yml"] + "narrative: {id: port, basis: He speaks for it.}\n"
    changes = compared(changed(event("bridge-fell", text)))
    assert {"narrative", "narrative_basis"} <= set(fields(changes).get("bridge-fell", []))
    assert changes.lane_moves == ()


def test_registries_and_settings() -> None:
    head = changed(
        {
            "timeline.yml": "title: The bridge\nstandfirst: Who said what.\nlanes: [town, port]\n",
            "content/topics/bridge-open.yml": "title: Was the bridge open?\nanswers: {open: Open, closed: Closed}\n",
            "content/places/bridge.yml": "name: The bridge\nlatitude: 48.5\nlongitude: 38.0\nexactness: locality\n",
            GAZETTE: BASE[GAZETTE].replace("org/gazette\n", "org/the-gazette\n", 1),
            "content/speakers/new-one.yml": "name: New one\n",
        }
    )
    changes = compared(head)
    assert told(changes) == {"settings", "records_changed", "records_new"}
    assert [change.field for change in changes.settings] == ["standfirst", "lanes"]
    assert {
        (one.registry, one.id): [change.field for change in one.fields] for one in changes.records_changed
    } == {
        ("sources", "gazette"): ["url"],
        ("places", "bridge"): ["latitude", "longitude", "exactness"],
        ("topics", "bridge-open"): ["title"],
    }
    assert {one.mentions for one in changes.records_changed} == {2}


def test_coordinates_finer_than_published_are_no_change() -> None:
    def place(north: str) -> dict[str, str]:
        return {
            "content/places/bridge.yml": f"name: The bridge\nlatitude: {north}\nlongitude: 38.0\nexactness: locality\n"
        }

    changes = compared(changed(place("48.501")), changed(place("48.502")))
    assert told(changes) == {"reformatted"}
    assert "48.50" not in markdown_summary(changes)


def test_files_that_say_the_same_are_only_counted() -> None:
    head = changed(
        event(
            "bridge-stands",
            '# a remark\nclaim: "The bridge is open."\ndate: "on the 20th"\nplace: bridge\nsource: [gazette]\n'
            "by: harbour-master\nabout:\n  bridge-open: open\n",
        ),
        {GAZETTE: BASE[GAZETTE].replace("\n", "\r\n")},
    )
    changes = compared(head)
    assert changes.is_empty, "ends of lines are no change at all"
    assert changes.reformatted == ("content/events/bridge-stands.yml",)
    assert "1 file reformatted; nothing that it says changed." in markdown_summary(changes)


def test_a_rename_is_no_change_of_the_claims_that_name_it() -> None:
    base = changed(
        event(
            "next",
            claim("{phrase: the next day, anchor: bridge-stands, not_before: bridge-stands, basis: B.}"),
        )
    )
    stands = BASE["content/events/bridge-stands.yml"] + "aliases: [bridge-stands]\n"
    follow = {path: text.replace("bridge-stands", "bridge-open-again") for path, text in base.items()}
    for others in (follow, base):
        head = changed(
            {"content/events/bridge-stands.yml": None}, event("bridge-open-again", stands), base=others
        )
        changes = compared(head, base)
        assert told(changes) == {"moves"}


def test_records_move_with_their_aliases_and_claims_do_not_change() -> None:
    mayor = BASE["content/speakers/mayor.yml"]
    head = changed(
        {"content/speakers/mayor.yml": None, "content/speakers/the-mayor.yml": mayor + "aliases: [mayor]\n"},
        event("bridge-fell", BASE["content/events/bridge-fell.yml"].replace("by: mayor", "by: the-mayor")),
    )
    changes = compared(head)
    assert [(one.registry, one.before, one.after, one.how) for one in changes.moves] == [
        ("speakers", "mayor", "the-mayor", "alias")
    ]
    assert told(changes) == {"moves"}


def test_free_text_that_gets_a_file_is_no_change_of_its_claims() -> None:
    base = changed(event("more", claim(more="by: A passer-by\n")))
    head = changed({"content/speakers/passer-by.yml": "name: A passer-by\n"}, base=base)
    changes = compared(head, base)
    assert [(one.after, one.how) for one in changes.moves] == [("passer-by", "filed")]
    assert told(changes) == {"moves"}


@pytest.mark.parametrize(
    "words",
    ["The bridge fell.", "The bridge fell on its side."],
    ids=["the same words", "nearly the same file"],
)
def test_a_rename_without_an_alias_asks_for_one(words: str) -> None:
    text = BASE["content/events/bridge-fell.yml"].replace("The bridge fell.", words)
    changes = compared(changed({"content/events/bridge-fell.yml": None}, event("bridge-down", text)))
    assert [(one.before, one.after, one.how) for one in changes.moves] == [
        ("bridge-fell", "bridge-down", "lost")
    ]
    (attention,) = changes.attention
    assert attention.kind == "renamed-without-alias"
    assert "aliases: [bridge-fell]" in attention.hint
    assert changes.new == ()
    assert changes.count("warning") == 1


def test_two_claims_made_one() -> None:
    stands = BASE["content/events/bridge-stands.yml"]
    base = changed(event("twice", stands))
    head = changed(event("bridge-stands", stands + "aliases: [twice]\n"))
    changes = compared(head, base)
    assert [(one.before, one.after, one.how) for one in changes.moves] == [
        ("twice", "bridge-stands", "merged")
    ]
    assert told(changes) == {"moves", "balance"}


def test_a_deleted_claim_is_named_and_not_quoted() -> None:
    head = changed({"content/events/bridge-fell.yml": None})
    changes = compared(head)
    assert [(one.kind, one.id) for one in changes.attention] == [("deleted", "bridge-fell")]
    for written in both(changes):
        assert b"harbour master is wrong" not in written
        assert b"The bridge fell" not in written


def test_an_alias_that_is_dropped_is_missed() -> None:
    base = changed(event("bridge-fell", BASE["content/events/bridge-fell.yml"] + "aliases: [older]\n"))
    changes = compared(BASE, base)
    assert [(one.kind, one.id) for one in changes.attention] == [("alias-dropped", "older")]


def test_a_file_that_cannot_be_read_is_not_taken_for_a_deleted_one() -> None:
    broken = changed(event("bridge-fell", "date: [on the 21st\n"))
    changes = compared(broken)
    assert [(one.id) for one in changes.unread] == ["bridge-fell"]
    assert changes.attention == ()
    assert changes.head.errors > 0
    assert changes.findings[0].found.severity.value == "error"
    back = compared(BASE, broken)
    assert [one.id for one in back.readable] == ["bridge-fell"]
    assert back.new == ()
    assert back.base.errors > 0
    assert back.findings == ()


def test_an_error_that_is_in_the_way_before_and_after_is_listed_as_old() -> None:
    broken = changed(event("bridge-fell", "date: [on the 21st\n"))
    changes = compared(changed(event("more", claim()), base=broken), broken)
    assert {one.is_new for one in changes.findings} == {False}
    assert [one.id for one in changes.new] == ["more"]


def test_findings_do_not_become_new_by_moving_or_by_a_date_in_their_words() -> None:
    late = claim("on the 21st", "by: mayor\nsaid: on the 20th\n")
    base = changed(event("late", late))
    assert [one.code for one in build(base).diagnostics]
    head = changed(event("late", f"# one\n# two\n{late}"), LATER, base=base)
    changes = compared(head, base)
    assert [one.found.code for one in changes.findings if one.is_new] == []
    assert sum(changes.staying.values()) == len(build(base).diagnostics)


def test_no_timeline_at_the_base_makes_everything_new() -> None:
    empty = Point(name="main", empty=True)
    changes = compare(build({}), build(BASE), base_point=empty, head_point=Point(name="HEAD"))
    assert [one.id for one in changes.new] == ["bridge-fell", "bridge-stands"]
    assert changes.settings == ()
    assert changes.attention == ()
    assert "There is no timeline at `main` yet" in markdown_summary(changes)


# -- what was removed


def both(changes: Changes) -> tuple[bytes, bytes]:
    return markdown_summary(changes, limit=0).encode(), json_summary(changes)


def before_removal(files: Mapping[str, str]) -> dict[str, str]:
    """Give the project of the removal tests before the claim was removed."""
    path = f"content/events/{CLAIM}.yml"
    kept, _, rest = files[path].partition("status:")
    others = re.sub(r"\A.*\n(?:  .*\n)*", "", rest)
    return {**files, path: kept + others}


TOMBSTONE = "status: {kind: removed, reason: safety, date: 2023-06-01}\naliases: [what-was-seen-first]\n"


@pytest.mark.parametrize(
    "way", ["words left", "emptied", "emptied with its records", "renamed", "told elsewhere"]
)
def test_no_byte_of_a_summary_has_the_words_of_a_removed_claim(way: str) -> None:
    files = project_files()
    before = before_removal(files)
    path = f"content/events/{CLAIM}.yml"
    head = dict(files)
    if way != "words left":
        head[path] = TOMBSTONE
    if way == "emptied with its records":
        head = {name: text for name, text in head.items() if not SECRET.search(name.encode())}
    if way == "renamed":
        del head[path]
        head["content/events/nothing-to-see.yml"] = TOMBSTONE.replace("[", f"[{CLAIM}, ")
    if way == "told elsewhere":  # another claim named the same speaker, and quoted the words; now it does not
        other = next(name for name in head if name.startswith("content/events/") and name != path)
        before[other] += "via: zebra-speakers\nnote: Zebra speakers zebra said so.\n"
    old, new = build(before), build(head)
    assert not old.timeline.events[CLAIM].removed
    assert SECRET.search(repr(old.timeline).encode())
    changes = compare(old, new, base_point=Point(name="main"), head_point=Point(name="HEAD"))
    assert "removed" in {one.after for one in changes.statuses}
    for written in both(changes):
        assert not SECRET.search(written), re.findall(
            rb".{200}zebra.{200}", written, re.IGNORECASE | re.DOTALL
        )
    if way == "told elsewhere":
        assert b"not shown: only a removed claim has these words" in both(changes)[0]


def test_the_day_of_a_removed_claim_is_not_told_by_what_it_limited() -> None:
    limited = event("limited", claim("{phrase: unstated, not_before: bridge-fell, basis: It came after.}"))
    base = changed(limited)
    head = changed(limited, event("bridge-fell", "status: {kind: removed, reason: safety}\n"))
    changes = compared(head, base)
    (group,) = changes.redated
    assert [cause.kind for cause in group.causes] == ["removed"]
    assert group.dates[0].before is None
    for written in both(changes):
        assert b"2023-05-21" not in written

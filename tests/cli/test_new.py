"""`new`: by options, over a pipe, and at a real terminal."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.small_project import files_of, timeline, write_project
from tests.terminal import Terminal
from timeline.cli import commands

FOUR = (
    "--date",
    "on the 21st",
    "--place",
    "bridge",
    "--claim",
    "The bridge was closed at noon.",
    "--source",
    "gazette",
)


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(commands, ["new", *arguments], input=stdin, prog_name="timeline")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TIMELINE_PROJECT", raising=False)
    folder = write_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def before(project: Path) -> Mapping[str, bytes]:
    return files_of(project)


def added(project: Path, before: Mapping[str, bytes]) -> dict[str, str]:
    now = files_of(project)
    assert {path: now.get(path) for path in before} == before, "what was there is as it was"
    return {path: data.decode() for path, data in now.items() if path not in before}


# -- by options ----------------------------------------------------------------------------------------------------


def test_four_fields_make_a_file(project: Path, before: Mapping[str, bytes]) -> None:
    result = run(*FOUR, "--by", "mayor")
    assert result.exit_code == 0, result.output
    path = "content/events/mayor-the-bridge-was-closed-at-noon.yml"
    assert result.stdout == path + "\n"
    assert added(project, before) == {
        path: "# yaml-language-server: $schema=https://example.org/bridge/data/schema/events.json\n"
        "date: on the 21st\nplace: bridge\nclaim: The bridge was closed at noon.\nby: mayor\nsource: gazette\n"
    }
    assert "“on the 21st” → Sunday 21 May 2023, whole day" in result.stderr
    assert "by the rule bare-day-number" in result.stderr
    assert f"timeline serve\n  git add {path}" in result.stderr


def test_every_option_goes_into_its_field(project: Path, before: Mapping[str, bytes]) -> None:
    result = run(
        *FOUR,
        *(
            "--by",
            "mayor",
            "--by",
            "Harbour master",
            "--via",
            "Radio",
            "--said",
            "on the 22nd",
            "--said-at",
            "Town hall",
        ),
        *("--about", "bridge-open=closed", "--relation", "disputes=bridge-stands", "--kind", "state"),
        *(
            "--locator",
            "page 2",
            "--excerpt",
            "Closed at noon.",
            "--narrative",
            "town",
            "--title",
            "Closed",
            "--note",
            "x: y",
        ),
        *("--set", "date.anchor=2023-05-22", "--set", "tags=a", "--set", "tags=b", "--id", "closed-at-noon"),
    )
    assert result.exit_code == 0, result.output
    text = added(project, before)["content/events/closed-at-noon.yml"]
    assert text.partition("\n")[2] == (
        'title: Closed\ndate:\n  phrase: on the 21st\n  anchor: "2023-05-22"\nsaid: on the 22nd\nsaid_at: Town hall\n'
        "place: bridge\nclaim: The bridge was closed at noon.\nkind: state\nby:\n  - mayor\n  - Harbour master\nvia: Radio\n"
        "narrative: town\nabout:\n  bridge-open:\n    answer: closed\n    basis: stated\nrelations:\n  - disputes: bridge-stands\n"
        'source:\n  id: gazette\n  locator: page 2\n  excerpt: Closed at noon.\ntags:\n  - a\n  - b\nnote: "x: y"\n'
    )


def test_all_that_is_missing_is_named_at_once(project: Path, before: Mapping[str, bytes]) -> None:
    result = run("--date", "on the 21st")
    assert result.exit_code == 2
    assert "a claim needs --place, --claim and --source" in result.stderr
    assert "a speaker needs --name" in run("speaker").stderr
    assert added(project, before) == {}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("source", "--title", "x", "--claim", "y"), "--claim is no field of a source"),
        (("source", "--title", "x", "--excerpt", "y"), "--excerpt is no field of a source"),
        ((*FOUR, "--set", "colour=red"), "no field 'colour'"),
        ((*FOUR, "--set", "colour"), "not of the form NAME=TEXT"),
        ((*FOUR, "--relation", "bridge-stands"), "not of the form NAME=TEXT"),
        ((*FOUR, "--id", "Bridge closed"), "bridge-closed would be"),
        ((*FOUR, "--id", "bridge-stands"), "bridge-stands is taken"),
        ((*FOUR, "--id", "index"), "a meaning of its own"),
        ((*FOUR, "--id", "a" * 101), "longer than 100"),
        (("nothing",), "is not one of"),
        ((*FOUR, "--project", "nowhere"), "there is no folder"),
    ],
)
def test_wrong_usage(
    project: Path, before: Mapping[str, bytes], arguments: tuple[str, ...], told: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert added(project, before) == {}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--date", "whenever it suits"), "D301"),
        (("--date", "31 February 2023"), "D3"),
        (("--place", "brigde-x"), "L401"),
        (("--claim", "a\u202eb"), "R104"),
        (("--kind", "fact"), "F"),
        (("--relation", "disputes=nothing"), "L401"),
        (("--relation", "hates=bridge-stands"), "F"),
        (("--set", "date.reading=2023-05-21"), "D"),
    ],
)
def test_a_record_with_errors_is_not_written(
    project: Path, before: Mapping[str, bytes], arguments: tuple[str, str], code: str
) -> None:
    given = dict(zip(FOUR[::2], FOUR[1::2], strict=True)) | dict([arguments])
    result = run(*(each for pair in given.items() for each in pair))
    assert result.exit_code == 1, result.output
    assert f"error[{code}" in result.stderr
    assert "Nothing was written." in result.stderr
    assert result.stdout == ""
    assert added(project, before) == {}


def test_a_refused_date_names_its_readings_for_scripts(project: Path) -> None:
    write_project(
        project,
        {"content/sources/gazette.yml": "title: Gazette\nurl: https://example.org/g\npublished: 2023-05\n"},
    )
    result = run("--date", "on Friday", *FOUR[2:], "--format", "json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert said["written"] is False
    date = said["files"][0]["dates"]["date"]
    assert (date["phrase"], date["words"]) == ("on Friday", None)
    assert len(date["readings"]) > 1
    assert {one["severity"] for one in said["findings"]} >= {"error"}
    reading = run(
        "--date",
        "on Friday",
        *FOUR[2:],
        "--set",
        f"date.reading={date['readings'][0]}",
        "--set",
        "date.basis=So it says.",
    )
    assert reading.exit_code == 0, reading.output


def test_warnings_are_shown_and_the_file_stays(project: Path, before: Mapping[str, bytes]) -> None:
    result = run(*FOUR, "--excerpt", " ".join(["word"] * 61))
    assert result.exit_code == 0
    assert result.stderr.count("warning[") == 1
    assert len(added(project, before)) == 1


def test_a_dry_run_prints_the_file_and_writes_nothing(project: Path, before: Mapping[str, bytes]) -> None:
    result = run(*FOUR, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.endswith("source: gazette\n")
    assert "→ Sunday 21 May 2023" in result.stderr
    assert run("--date", "whenever", *FOUR[2:], "--dry-run").exit_code == 1
    assert added(project, before) == {}


def test_json_for_scripts(project: Path) -> None:
    result = run(*FOUR, "--said", "on the 22nd", "--format", "json")
    said: dict[str, Any] = json.loads(result.stdout)
    (file,) = said["files"]
    assert said["written"] is True
    assert (project / file["path"]).read_text("utf-8") == file["text"]
    assert file["dates"]["date"]["edtf"] == "2023-05-21"
    assert file["dates"]["said"]["rule"] == "bare-day-number"


def test_a_second_claim_of_the_same_words_gets_a_name_of_its_own(
    project: Path, before: Mapping[str, bytes]
) -> None:
    assert run(*FOUR).exit_code == run(*FOUR).exit_code == 0
    assert sorted(added(project, before)) == [
        "content/events/the-bridge-was-closed-at-noon-2.yml",
        "content/events/the-bridge-was-closed-at-noon.yml",
    ]


def test_an_old_id_is_never_given_again(project: Path) -> None:
    events = project / "content" / "events"
    (events / "bridge-stands.yml").write_text(
        (events / "bridge-stands.yml").read_text("utf-8") + "aliases: [gone]\n", "utf-8"
    )
    assert "gone is taken" in run(*FOUR, "--id", "gone").stderr


def test_other_records(project: Path, before: Mapping[str, bytes]) -> None:
    for arguments in (
        (
            "source",
            "--title",
            "Report of 22 May",
            "--url",
            "https://example.org/r",
            "--published",
            "22 May 2023",
            "--language",
            "en",
        ),
        ("speaker", "--name", "Пожарный", "--role", "Firefighter", "--narrative", "town"),
        (
            "place",
            "--name",
            "Quay",
            "--set",
            "latitude=48.50",
            "--set",
            "longitude=38",
            "--set",
            "exactness=exact",
            "--set",
            "part_of=bridge",
        ),
        (
            "topic",
            "--title",
            "Who closed it?",
            "--set",
            "answers.port=The port",
            "--set",
            "answers.town=The town",
        ),
        ("narrative", "--label", "Visitors", "--set", "party=false"),
    ):
        result = run(*arguments)
        assert result.exit_code == 0, result.output
        assert "The check finds nothing wrong in it." in result.stderr, result.stderr
    written = {path: text.partition("\n")[2] for path, text in added(project, before).items()}
    assert written == {
        "content/sources/report-of-22-may.yml": "title: Report of 22 May\nurl: https://example.org/r\npublished: 22 May 2023\nlanguage: en\n",
        "content/speakers/pozharnyi.yml": "name: Пожарный\nrole: Firefighter\nnarrative: town\n",
        "content/places/quay.yml": "name: Quay\nlatitude: 48.50\nlongitude: 38\nexactness: exact\npart_of: bridge\n",
        "content/topics/who-closed-it.yml": "title: Who closed it?\nanswers:\n  port: The port\n  town: The town\n",
        "content/narratives/visitors.yml": "label: Visitors\nparty: false\n",
    }


def test_without_an_address_of_the_site_there_is_no_schema_line(
    project: Path, before: Mapping[str, bytes]
) -> None:
    write_project(project, {"timeline.yml": "title: A bridge\n"})
    run(*FOUR, "--id", "closed")
    assert (project / "content/events/closed.yml").read_text("utf-8").startswith("date: ")
    assert before


def test_a_broken_file_elsewhere_is_no_hindrance(project: Path) -> None:
    write_project(project, {"content/events/broken.yml": "date: [\n"})
    assert run(*FOUR).exit_code == 0
    assert "broken is taken" in run(*FOUR, "--id", "broken").stderr


def test_the_first_claim_of_a_project(project: Path) -> None:
    for path in (project / "content").rglob("*.yml"):
        path.unlink()
    for folder in (project / "content").iterdir():
        folder.rmdir()
    result = run("--date", "21 May 2023", "--place", "Bridge", "--claim", "So.", "--source", "A leaflet")
    assert result.exit_code == 0, result.output
    assert (project / "content/events/so.yml").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for path in (project / "content/events").iterdir():
        path.unlink()
    (project / "content/events").rmdir()
    (project / "content/events").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    result = run(*FOUR)
    assert result.exit_code == 2
    assert "is a symbolic link" in result.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


# -- over a pipe ---------------------------------------------------------------------------------------------------


def test_questions_are_answered_over_a_pipe_too(project: Path, before: Mapping[str, bytes]) -> None:
    answers = [
        "gaz",
        "1",
        "The mayor closed it.",
        "",
        "",
        "on the 21st",
        "when said",
        "bridge",
        "state",
        *[""] * 6,
    ]
    result = run("--ask", "--yes", stdin="".join(f"{answer}\n" for answer in answers))
    assert (result.exit_code, result.stdout) == (0, "content/events/the-mayor-closed-it.yml\n"), result.stderr
    text = added(project, before)["content/events/the-mayor-closed-it.yml"]
    assert "date: when said\nsaid: on the 21st\nplace: bridge\n" in text
    assert "kind: state\nsource: gazette\n" in text


def test_answers_that_end_too_early_leave_nothing_behind(project: Path, before: Mapping[str, bytes]) -> None:
    everything = ["gazette", "It was so.", "", "", "", "on the 21st", "bridge", *[""] * 7]
    for number in range(len(everything)):
        result = run("--ask", stdin="".join(f"{answer}\n" for answer in everything[:number]))
        assert result.exit_code == 130, (number, result.stderr)
        assert "Nothing was written." in result.stderr
        assert added(project, before) == {}


def answered(*answers: str, arguments: tuple[str, ...] = ()) -> Result:
    return run(*arguments, "--ask", stdin="".join(f"{answer}\n" for answer in answers))


def test_a_refused_date_offers_its_readings_other_anchors_and_other_words(
    project: Path, before: Mapping[str, bytes]
) -> None:
    write_project(
        project,
        {"content/sources/gazette.yml": "title: Gazette\nurl: https://example.org/g\npublished: 2023-05\n"},
    )
    before = files_of(project)
    kept = (
        "--place",
        "bridge",
        "--claim",
        "It was so.",
        "--source",
        "gazette",
        "--by",
        "mayor",
        "--via",
        "Radio",
    )
    rest = ("", "", "", "", "", "It was", "y")  # kind, topic, place in the source, words, relation, title
    said_undecided = ("on Friday", "?", "u", "", "The page does not tell.")
    date_by_another_claim = (
        "",
        "whenever it suits",
        "",
        "the same day",
        "a",
        "",
        "the same day",
        "a",
        "bridge-stands",
        "As told.",
    )
    result = answered(*said_undecided, *date_by_another_claim, *rest, arguments=kept)
    assert result.exit_code == 0, result.stderr
    assert "Please type one of the above." in result.stderr
    text = added(project, before)["content/events/mayor-it-was.yml"]
    assert "date:\n  phrase: the same day\n  anchor: bridge-stands\n  basis: As told.\n" in text
    assert "said:\n  phrase: on Friday\n  reading: undecided\n  basis: The page does not tell.\n" in text


def test_an_anchor_that_does_not_help_is_asked_for_again(project: Path, before: Mapping[str, bytes]) -> None:
    kept = (
        *FOUR[2:],
        "--said",
        "on the 22nd",
        "--by",
        "mayor",
        "--via",
        "Radio",
        "--kind",
        "state",
        "--about",
        "bridge-open",
    )
    tries = (
        "the same day",
        "a",
        "no-such-claim",
        "",
        "t",
        "x" * 201,
        "the same day",
        "a",
        "bridge-stands",
        "",
    )
    result = answered(*tries, "", "", "", "Closed", "", arguments=kept)
    assert result.exit_code == 0, result.stderr
    assert "there is no event `no-such-claim`" in result.stderr
    assert "at most 200 characters" in result.stderr
    assert (
        "date:\n  phrase: the same day\n  anchor: bridge-stands\n"
        in added(project, before)["content/events/mayor-closed.yml"]
    )


def test_a_new_source_several_speakers_a_topic_and_a_relation(
    project: Path, before: Mapping[str, bytes]
) -> None:
    result = answered(
        *(
            "",
            "An old leaflet",
            "n",
            "An old leaflet",
            "y",
            "",
            "Nailed to a door.",
            "Town",
            "last week",
            "t",
            "24 May 2023",
            "en",
        ),
        *("The bridge is shut.", "1, 2", "nowhere", "town", "", "", "on the 23rd"),
        *("no-such-place", "At the bridge\u202e", "bridge", "fact", "state", "bridge-open", "shut", "closed"),
        *("page 1", "Shut", "it is.", "", "hates", "disputes", "stands", "1", "", "Shut", "y"),
    )
    assert result.exit_code == 0, result.stderr
    for told in (
        "A claim needs a source.",
        "Nothing on file is called `no-such-place`.",
        "R104",
        "state",
        "disputes",
    ):
        assert told in result.stderr
    written = added(project, before)
    assert (
        "no_url: Nailed to a door.\npublished: 24 May 2023\nlanguage: en\n"
        in written["content/sources/an-old-leaflet.yml"]
    )
    (claim,) = (text for path, text in written.items() if "/events/" in path)
    assert "narrative: town\nabout:\n  bridge-open:\n    answer: closed\n" in claim
    assert (
        "relations:\n  - disputes: bridge-stands\nsource:\n  id: an-old-leaflet\n  locator: page 1\n  excerpt: Shut it is.\n"
        in claim
    )


def test_other_records_are_asked_for_field_by_field(project: Path, before: Mapping[str, bytes]) -> None:
    assert (
        answered("Pier", "bridge", "Europe/Nowhere", "Europe/Kyiv", "y", arguments=("place",)).exit_code == 0
    )
    assert (
        answered(
            "Visitors", "", "Who comes.", "", "perhaps", "false", "y", arguments=("narrative",)
        ).exit_code
        == 0
    )
    assert answered("Closed?", "n", arguments=("topic",)).exit_code == 0
    written = {path: text.partition("\n")[2] for path, text in added(project, before).items()}
    assert written == {
        "content/places/pier.yml": "name: Pier\ntime_zone: Europe/Kyiv\npart_of: bridge\n",
        "content/narratives/visitors.yml": "label: Visitors\ndescription: Who comes.\nparty: false\n",
    }


# -- at a terminal -------------------------------------------------------------------------------------------------

pty_only = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")


@pytest.mark.slow
@pty_only
def test_a_claim_at_a_terminal(project: Path, before: Mapping[str, bytes]) -> None:
    write_project(
        project,
        {"content/sources/gazette.yml": "title: Gazette\nurl: https://example.org/g\npublished: 2023-05\n"},
    )
    before = files_of(project)
    with Terminal(project, "new") as screen:
        screen.expect("1  gazette  Gazette (May 2023)")
        screen.answer("The source: ", "1")
        screen.answer("Claim: ", "The mayor said that the bridge was closed.")
        screen.expect("1  mayor ")  # the claim names him
        screen.answer("Who says so: ", "1, 2")
        screen.expect("stand in different ones")
        screen.answer("The lane", "town")
        screen.answer("Through whom it reached the source: ", "Radio Bridge")
        screen.answer("Said: ", "")
        screen.answer("Date: ", "on Friday")
        screen.expect("D303")
        screen.expect("Friday 5 May 2023")
        screen.answer("Which: ", "x")
        screen.answer("Please type one of the above.\nWhich: ", "2")
        screen.answer("basis", "It names the day elsewhere.")
        screen.expect("“on Friday” → Friday 5 May 2023, whole day")
        screen.answer("Where it happened", "")
        screen.expect("This is needed.")
        screen.answer("`unstated`: ", "The brid")
        screen.expect("1  bridge  The bridge")
        screen.answer("Enter keeps “The brid” as it stands.", "1")
        screen.answer("Kind [occurrence]: ", "stat")
        screen.answer("did you mean `state`?", "2")
        screen.answer("Which topic it is about: ", "bridge-open")
        screen.answer("Its answer to “Is the bridge open?”: ", "2")
        screen.answer("Place, such as paragraph 4: ", "page 1")
        screen.answer("Words: ", "The bridge was")
        screen.answer("(Enter ends): ", "closed.")
        screen.answer("(Enter ends): ", "")
        screen.answer("Relation: ", "disputes")
        screen.answer("Which claim it disputes: ", "bridge-stands")
        screen.answer("Relation: ", "")
        screen.answer("Title: ", "Closed")
        screen.expect("content/events/mayor-closed.yml")
        screen.expect("phrase: on Friday")
        assert added(project, before) == {}, "nothing is written before it is agreed"
        screen.answer("Write it? [Y/n]: ", "")
        screen.expect("The check finds nothing")
        assert screen.ended() == 0
    text = added(project, before)["content/events/mayor-closed.yml"]
    assert text.partition("\n")[2] == (
        'title: Closed\ndate:\n  phrase: on Friday\n  reading: "2023-05-05"\n  basis: It names the day elsewhere.\nplace: bridge\n'
        "claim: The mayor said that the bridge was closed.\nkind: state\nby:\n  - mayor\n  - harbour-master\nvia: Radio Bridge\nnarrative: town\n"
        "about:\n  bridge-open:\n    answer: closed\n    basis: stated\nrelations:\n  - disputes: bridge-stands\n"
        "source:\n  id: gazette\n  locator: page 1\n  excerpt: The bridge was closed.\n"
    )


@pytest.mark.slow
@pty_only
def test_a_new_source_is_described_on_the_way(project: Path, before: Mapping[str, bytes]) -> None:
    with Terminal(project, "new", "--claim", "It burned.", "--kind", "occurrence") as screen:
        screen.answer("The source: ", "https://example.org/fire")
        screen.answer("Describe it as a new source? [Y/n]: ", "y")
        screen.answer("Title, as printed: ", "Fire at the quay")
        screen.answer("Publisher", "")
        screen.answer("When it was published", "yesterday")
        screen.expect("D")
        screen.answer("Which: ", "t")
        screen.answer("When it was published", "24 May 2023")
        screen.expect("→ Wednesday 24 May 2023, whole day")
        screen.answer("Language", "English")
        screen.expect("is not a language tag")
        screen.answer("Language", "en")
        screen.answer("Who says so: ", "nobody-known")
        screen.expect("Nothing on file is called `nobody-known`.")
        screen.type("")
        screen.answer("Through whom", "")
        screen.answer("Said: ", "")
        screen.answer("Date: ", "whenever")
        screen.expect("D301")
        screen.answer("Which: ", "a")
        screen.answer("Read it from", "")
        screen.answer("Date: ", "the same day")
        screen.expect("D3")
        screen.answer("Which: ", "a")
        screen.answer("Read it from", "bridge-stands")
        screen.answer("Why (Enter if it is plain): ", "")
        screen.expect("→ Sunday 21 May 2023")
        screen.answer("Where it happened", "unstated")
        screen.answer("Which topic", "")
        screen.answer("Place, such as", "")
        screen.answer("Words: ", "")
        screen.answer("Relation: ", "")
        screen.answer("Title: ", "")
        screen.answer("Write it? [Y/n]: ", "y")
        assert screen.ended() == 0
    written = added(project, before)
    assert sorted(written) == ["content/events/it-burned.yml", "content/sources/fire-at-the-quay.yml"]
    assert (
        "url: https://example.org/fire\npublished: 24 May 2023\nlanguage: en\n"
        in written["content/sources/fire-at-the-quay.yml"]
    )
    assert (
        "date:\n  phrase: the same day\n  anchor: bridge-stands\nplace: unstated\n"
        in written["content/events/it-burned.yml"]
    )


@pytest.mark.slow
@pty_only
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("question", ["\nThe source: ", "Write it? [Y/n]: "])
def test_going_away_leaves_nothing_behind(
    project: Path, before: Mapping[str, bytes], key: bytes, question: str
) -> None:
    given = FOUR if question.startswith("Write") else ()
    with Terminal(project, "new", *given) as screen:
        screen.expect(question)
        assert screen.leave(key) == 130
        assert "Nothing was written." in screen.shown
        assert "Traceback" not in screen.shown
    assert added(project, before) == {}


@pytest.mark.slow
@pty_only
def test_a_no_writes_nothing(project: Path, before: Mapping[str, bytes]) -> None:
    with Terminal(project, "new", *FOUR) as screen:
        screen.answer("Write it? [Y/n]: ", "perhaps")
        screen.answer("Please answer y or n.", "n")
        screen.expect("Nothing was written.")
        screen.ended()
    assert added(project, before) == {}


@pytest.mark.slow
@pty_only
def test_a_file_with_errors_is_written_only_on_demand(project: Path, before: Mapping[str, bytes]) -> None:
    with Terminal(project, "new", "--date", "whenever", *FOUR[2:], "--id", "later") as screen:
        screen.expect("error[D301]")
        screen.answer("Write it all the same, to mend it in an editor? [y/N]: ", "y")
        assert screen.ended() == 1
    assert list(added(project, before)) == ["content/events/later.yml"]


@pytest.mark.slow
@pty_only
def test_enough_options_ask_nothing_with_yes(project: Path, before: Mapping[str, bytes]) -> None:
    with Terminal(project, "new", *FOUR, "--yes") as screen:
        assert screen.ended() == 0
        assert "?" not in screen.shown.partition("Next:")[0]
    assert len(added(project, before)) == 1


@pytest.mark.slow
@pty_only
def test_other_records_at_a_terminal(project: Path, before: Mapping[str, bytes]) -> None:
    with Terminal(project, "new", "speaker") as screen:
        screen.answer("Name, as printed: ", "")
        screen.answer("This is needed.\nName, as printed: ", "Firefighter")
        screen.answer("Office or description", "")
        screen.answer("Narrative: ", "town")
        screen.answer("Write it? [Y/n]: ", "y")
        assert screen.ended() == 0
    assert added(project, before)["content/speakers/firefighter.yml"].endswith(
        "name: Firefighter\nnarrative: town\n"
    )


def test_it_works_as_a_program(project: Path) -> None:
    result = timeline(project, "new", *FOUR, "--id", "closed")
    assert (result.returncode, result.stdout) == (0, "content/events/closed.yml\n"), result.stderr

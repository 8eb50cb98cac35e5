"""`check-links` over a project, from the files to the report."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.addresses.odd_server import OddServer, odd_server, status, this_machine, to
from tests.small_project import write_project
from timeline.addresses import Network, addresses_in
from timeline.commands import check_links


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OddServer]:
    with odd_server() as one:
        monkeypatch.setattr(check_links, "NETWORK", Network(resolve=one.resolve, allows=this_machine))
        yield one


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(check_links.command, ["--project", str(project), "--pause", "0", *arguments])


def source(url: str, archive: str) -> str:
    return f"title: Gazette\nkind: article\nurl: {url}\narchive_url: {archive}\npublished: 2023-05-22\n"


def test_every_address_is_asked_once_and_found_at_every_place(server: OddServer, tmp_path: Path) -> None:
    gone, fine = (
        server.url("a.example.org", "/gone", status(404)),
        server.url("b.example.org", "/copy", status(200)),
    )
    moved = server.url("a.example.org", "/old", to("/new", 301))
    server.url("a.example.org", "/new", status(200))
    project = write_project(
        tmp_path,
        {
            "content/sources/gazette.yml": source(gone, fine),
            "content/sources/second.yml": source(f"{gone}#part", fine),
            "content/places/bridge.yml": f"name: The bridge\nnote: See [the map]({moved}) and *nothing*.\n",
        },
    )
    report = tmp_path / "report.json"
    result = run(project, "--report", str(report))
    assert result.exit_code == 0
    assert result.stdout.count("[A101]") == 2
    assert "content/sources/gazette.yml:3:6" in result.stdout
    assert "content/sources/second.yml:3:6" in result.stdout
    assert "moved for good to" in result.stdout
    assert "Asked 3 addresses: 1 ok, 1 moved, 1 gone" in result.stderr
    data = json.loads(report.read_text("utf-8"))
    assert [(each["outcome"], each["status"], len(each["places"])) for each in data["addresses"]] == [
        ("gone", 404, 2),
        ("moved", 200, 1),
        ("ok", 200, 2),
    ]
    assert run(project, "--strict").exit_code == 1


def test_a_project_sets_the_weight_of_what_is_found(server: OddServer, tmp_path: Path) -> None:
    gone = server.url("a.example.org", "/gone", status(404))
    project = write_project(tmp_path, {"content/sources/gazette.yml": source(gone, gone)})
    settings = project / "timeline.yml"
    settings.write_text(settings.read_text("utf-8") + "severities: {address-gone: note}\n", "utf-8")
    result = run(project, "--strict", "--format", "github")
    assert result.exit_code == 0
    assert result.stdout.count("::notice file=content/sources/gazette.yml,line=3,") == 1
    settings.write_text(settings.read_text("utf-8").replace(": note", ": off"), "utf-8")
    assert json.loads(run(project, "--format", "json").stdout) == []


def test_the_addresses_of_a_removed_claim_are_not_asked(server: OddServer, tmp_path: Path) -> None:
    secret = server.url("secret.example.org", "/page", status(200))
    removed = f"status: {{kind: removed, reason: safety, date: 2023-06-01}}\nclaim: See [this]({secret}).\n"
    project = write_project(tmp_path, {"content/events/bridge-stands.yml": removed})
    assert "secret" not in run(project, "--format", "json").stdout
    assert "secret.example.org" not in {host for _, host, _, _ in server.asked}


def test_a_project_without_addresses_says_so(server: OddServer, tmp_path: Path) -> None:
    del server
    project = write_project(
        tmp_path, {"content/sources/gazette.yml": "title: Gazette\nno_url: None.\npublished: 2023-05-22\n"}
    )
    assert "The content names no address" in run(project).stderr


def test_only_addresses_that_may_be_linked_are_asked() -> None:
    text = "claim: See [a](http://127.0.0.1/x), [b](https://b.example.org/y#z), [c](javascript:alert(1)) and https://loose.example.org.\n"
    found = addresses_in(
        {"content/events/a.yml": text.encode(), "timeline.yml": b"edit_url: https://c.example.org/edit/\n"}
    )
    assert [each.url for each in found] == ["https://b.example.org/y"]

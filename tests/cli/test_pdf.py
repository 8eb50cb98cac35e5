"""`timeline pdf` and the dossier of `build`, `mkdocs build` and `emit`, by the programs themselves."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from tests.small_project import write_project
from timeline.cli import commands
from timeline.dossier import press as press_module

NAME = "bridge-harbour.pdf"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"))


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        commands, [*arguments, "--project", str(project)], prog_name="timeline", catch_exceptions=False
    )


def words_of(file: Path) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file.read_bytes())).pages).split()
    )


def test_it_prints_the_whole_into_a_folder_under_its_name(project: Path, tmp_path: Path) -> None:
    done = run(project, "pdf", "-o", str(tmp_path))

    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert "Printed 2 claims into" in done.stderr
    assert "The bridge fell <script>alert(1)</script>." in words_of(tmp_path / NAME)


def test_a_part_says_what_it_is_and_what_it_leaves_out(project: Path, tmp_path: Path) -> None:
    done = run(project, "pdf", "--narrative", "town", "-o", str(tmp_path / "new" / "town.pdf"))

    assert done.exit_code == 0, done.stderr
    assert "Printed 1 claim (1 claim left out)" in done.stderr
    words = words_of(tmp_path / "new" / "town.pdf")
    assert "A part of the timeline: claims in the lane “Town side”." in words
    assert "1 claim of the timeline is left out." in words
    assert "Relations to claims outside this part" in words
    assert "Disputes: Harbour master, “The bridge is open.” (record bridge-stands, not in this part)" in words


def test_the_name_of_a_part_tells_what_was_asked_for(project: Path, tmp_path: Path) -> None:
    done = run(project, "pdf", "--topic", "bridge-open", "--from", "2023-05", "-o", str(tmp_path))

    assert done.exit_code == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["bridge-harbour-bridge-open-from-2023-05.pdf"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--topic", "brigde-open"), "there is no topic `brigde-open`; did you mean `bridge-open`?"),
        (("--narrative", "x"), "there is no narrative `x`; choose among port, town"),
        (("--from", "soon"), "“soon” is neither an EDTF date nor an ISO 8601 date or time"),
        (("--as-of", "2023-05-32"), "May 2023 has 31 days, not 32"),
        (("--from", "2023-06", "--to", "2023-05-31"), "2023-06 is later than --to 2023-05-31"),
        (("--paper", "a5"), "'a5' is not one of 'a4', 'letter'"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(
    project: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = run(project, "pdf", *arguments)

    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())


def test_a_part_without_claims_is_not_printed(project: Path, tmp_path: Path) -> None:
    done = run(project, "pdf", "--to", "1990", "-o", str(tmp_path))

    assert done.exit_code == 1
    assert "no claim belongs to this part" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_errors_in_content_stop_it(tmp_path: Path) -> None:
    broken = write_project(tmp_path / "project", {"content/events/bridge-fell.yml": "date: on the 21st\n"})
    done = run(broken, "pdf", "-o", str(tmp_path))

    assert done.exit_code == 1
    assert "Nothing was written." in done.stderr
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_typesetter_that_gives_up_is_a_finding(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = tmp_path / "dying.py"
    dying.write_text("raise SystemExit('out of order')\n")
    monkeypatch.setattr(press_module, "TYPESETTER", dying)
    monkeypatch.setenv("TIMELINE_CACHE", "")
    done = run(project, "pdf", "-o", str(tmp_path))

    assert done.exit_code == 1
    assert "P402" in done.stderr
    assert "out of order" in done.stderr
    assert "--no-pdf" in done.stderr
    assert "Traceback" not in done.stderr


def test_build_writes_it_and_links_it_and_can_leave_it_out(project: Path, tmp_path: Path) -> None:
    done = run(project, "build", "--site-dir", str(tmp_path / "site"))
    assert done.exit_code == 0, done.stderr
    site = tmp_path / "site"
    assert (site / NAME).read_bytes().startswith(b"%PDF-1.7")
    assert f'href="{NAME}"' in (site / "index.html").read_text("utf-8")
    assert f'href="../{NAME}"' in (site / "data" / "index.html").read_text("utf-8")

    done = run(project, "build", "--no-pdf", "--site-dir", str(site))
    assert done.exit_code == 0, done.stderr
    assert not (site / NAME).exists()
    assert NAME not in (site / "index.html").read_text("utf-8") + (site / "data" / "index.html").read_text(
        "utf-8"
    )


def test_the_project_can_do_without(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "project", {"timeline.yml": "title: Bridge\npdf: false\n"})
    done = run(folder, "build", "--site-dir", str(tmp_path / "site"))

    assert done.exit_code == 0, done.stderr
    assert list((tmp_path / "site").glob("*.pdf")) == []
    assert "(PDF)" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_paper_of_the_project_and_of_the_command(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "project", {"timeline.yml": "title: Bridge\npaper: letter\n"})
    for arguments, width in (((), 612.0), (("--paper", "a4"), 595.28)):
        run(folder, "pdf", "-o", str(tmp_path), *arguments)
        box = pypdf.PdfReader(tmp_path / "bridge.pdf").pages[0].mediabox
        assert abs(float(box.width) - width) < 0.1

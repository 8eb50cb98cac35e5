"""The process in which Typst runs: what it gives, how it fails, and that it ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.dossier import press as module
from timeline.dossier import typesetter
from timeline.dossier.coverage import SHIPPED
from timeline.dossier.press import PressError, press

PAGE = '#set document(title: "A")\n#set text(font: "Source Serif 4", lang: "en")\n= A\n'
ENDLESS = f"{PAGE}#for i in range(100000000) [#i ]\n"


def test_it_gives_a_tagged_pdf_and_the_same_bytes_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = press({"main.typ": PAGE}, fonts=[SHIPPED], timestamp=86_400).pdf
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    second = press({"main.typ": PAGE}, fonts=[SHIPPED], timestamp=86_400).pdf

    assert first == second
    assert b"/StructTreeRoot" in first
    assert b"pdfuaid" in first
    assert b"1970-01-02T00:00:00" in first


def test_the_process_does_what_it_would_do_in_ours() -> None:
    told, pdf = typesetter.typeset({"main.typ": PAGE}, [str(SHIPPED)], 86_400, "pdf")
    assert told == {"warnings": []}
    assert pdf == press({"main.typ": PAGE}, fonts=[SHIPPED], timestamp=86_400).pdf
    told, nothing = typesetter.typeset({"main.typ": f"{PAGE}#panic()"}, [str(SHIPPED)], 0, "pdf")
    assert nothing == b""
    assert told["error"].startswith("panicked")
    _, picture = typesetter.typeset(
        {"main.typ": "#set page(width: 30pt, height: 20pt)"}, [str(SHIPPED)], 0, "png"
    )
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "code",
    [
        '#read("/etc/passwd")',
        '#read("../../../etc/passwd")',
        '#image("/etc/hostname")',
        '#import "@preview/cetz:0.3.0"',
        "#panic()",
    ],
)
def test_the_compiler_sees_no_disk_and_no_package(code: str) -> None:
    with pytest.raises(PressError) as caught:
        press({"main.typ": PAGE + code}, fonts=[SHIPPED], timestamp=0)
    assert "root:" not in str(caught.value)


def test_fonts_of_the_system_are_not_used() -> None:
    text = '#set document(title: "A")\n#set text(font: "DejaVu Sans", fallback: false)\n= A\n'
    made = press({"main.typ": text}, fonts=[SHIPPED], timestamp=0)

    assert made.warnings == ("unknown font family: dejavu sans",)
    assert b"DejaVu" not in made.pdf


def test_a_process_that_is_killed_is_told_with_its_signal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = tmp_path / "killed.py"
    killed.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    monkeypatch.setattr(module, "TYPESETTER", killed)
    with pytest.raises(PressError, match="signal 9, perhaps because the memory ran out"):
        press({"main.typ": PAGE}, fonts=[], timestamp=0)


def test_a_process_that_dies_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = tmp_path / "dying.py"
    dying.write_text("raise SystemExit('no typesetter here')\n")
    monkeypatch.setattr(module, "TYPESETTER", dying)
    with pytest.raises(PressError, match="status 1: no typesetter here"):
        press({"main.typ": PAGE}, fonts=[], timestamp=0)


def processes_of(parent: int) -> list[int]:
    """List the processes that a process has started, as Linux tells."""
    return [int(word) for word in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up as on Linux")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_it_ends_with_whoever_started_it(name: str) -> None:
    code = (
        "from timeline.dossier.press import press\n"
        f"press({{'main.typ': {ENDLESS!r}}}, fonts=[{str(SHIPPED)!r}], timestamp=0)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stderr=subprocess.DEVNULL, env={**os.environ}
    ) as starter:
        deadline = time.monotonic() + 30
        while not (children := processes_of(starter.pid)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.5)
        starter.send_signal(getattr(signal, name))
        starter.wait(timeout=30)
        while any(Path(f"/proc/{child}/stat").exists() for child in children):
            assert time.monotonic() < deadline
            time.sleep(0.05)

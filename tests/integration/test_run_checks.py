"""What `build.py test` runs, and how it ends."""

import os
import sys
from pathlib import Path

import pytest

from tests import run_checks


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what `main` changes of them."""
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_every_kind_of_tests_uses_both_cores_and_no_test_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[run_checks.Check] = []

    def note(check: run_checks.Check, environment: dict[str, str] | None = None) -> run_checks.Outcome:  # noqa: ARG001
        started.append(check)
        return run_checks.Outcome(check.name, "ok")

    monkeypatch.setattr(run_checks, "run", note)
    monkeypatch.setattr(run_checks, "find_chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setenv("TIMELINE_CHROMIUM", "/usr/bin/chromium")
    assert run_checks.main([]) == 0
    every = [check for check in started if "pytest" in check.command]
    for check in every:
        assert " ".join(run_checks.BOTH_CORES) in " ".join(check.command)
    chosen = [check.command[check.command.index("-m", 5) + 1] for check in every]
    assert chosen == ["not slow and not browser", "slow and not browser", "browser"]
    assert ["--cov" in check.command for check in every] == [True, False, False]


def test_modules_are_compiled_once_where_nothing_is_wanted_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    run_checks.compile_once()
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
    assert Path(os.environ["PYTHONPYCACHEPREFIX"]).is_relative_to(sys.prefix)


def test_interrupted_checks_end_as_a_shell_expects(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(check: run_checks.Check) -> run_checks.Outcome:
        raise KeyboardInterrupt(check.name)

    monkeypatch.setattr(run_checks, "run", interrupt)
    monkeypatch.chdir(run_checks.ROOT)
    assert run_checks.main(["--quick"]) == 130
    assert capsys.readouterr().err == "\nInterrupted\n"

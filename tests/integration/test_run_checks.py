"""What `build.py test` runs, and how it ends."""

import pytest

from tests import run_checks


def test_both_kinds_of_tests_use_both_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[run_checks.Check] = []

    def note(check: run_checks.Check, environment: dict[str, str] | None = None) -> run_checks.Outcome:  # noqa: ARG001
        started.append(check)
        return run_checks.Outcome(check.name, "ok")

    monkeypatch.setattr(run_checks, "run", note)
    monkeypatch.setattr(run_checks, "find_chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setenv("TIMELINE_CHROMIUM", "/usr/bin/chromium")
    assert run_checks.main([]) == 0
    both = [check for check in started if "pytest" in check.command]
    assert len(both) == 2
    for check in both:
        assert " ".join(run_checks.BOTH_CORES) in " ".join(check.command)


def test_interrupted_checks_end_as_a_shell_expects(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(check: run_checks.Check) -> run_checks.Outcome:
        raise KeyboardInterrupt(check.name)

    monkeypatch.setattr(run_checks, "run", interrupt)
    monkeypatch.chdir(run_checks.ROOT)
    assert run_checks.main(["--quick"]) == 130
    assert capsys.readouterr().err == "\nInterrupted\n"

"""The public face is complete, documented, light, and closed to the rest of the package."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import timeline.dates
from tests.dates.said import refusal
from timeline.codes import dates as codes
from timeline.codes.code import Code
from timeline.diagnostics import Severity

CODES = {code.id: code for code in vars(codes).values() if isinstance(code, Code)}


def test_everything_public_is_there_and_documented() -> None:
    assert len(set(timeline.dates.__all__)) == len(timeline.dates.__all__)
    for name in timeline.dates.__all__:
        thing = getattr(timeline.dates, name)
        if callable(thing) or isinstance(thing, ModuleType):
            assert thing.__doc__, name


def test_every_code_is_explained_with_a_wrong_and_a_right_example() -> None:
    assert list(CODES) == sorted(CODES)
    for code in CODES.values():
        assert code.explanation
        assert code.wrong
        assert code.right
        assert code.wrong != code.right
        assert code.severity in {Severity.ERROR, Severity.WARNING}


def test_importing_leaves_out_what_most_phrases_do_not_need() -> None:
    script = "import sys, timeline.dates; print(sorted({'zoneinfo', 'dateutil', 'babel', 'yaml', 'pathlib', 'dateutil.tz'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_refusals_carry_codes_that_exist() -> None:
    cases = [
        "nonsense",
        "03/04/2023",
        "30 February 2023",
        "Thursday 21 June 2023",
        "yesterday",
        "25 October 1917 old style",
        "x" * 300,
        "Y-17E7",
        "",
    ]
    for phrase in cases:
        found = refusal(phrase)
        assert found.code in CODES
        assert found.message
        assert not found.message.endswith(".")
        assert found.hint

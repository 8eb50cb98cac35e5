"""What a project may change about how much findings weigh, and what it may not."""

import pytest

from timeline.codes import ALL, publishing
from timeline.codes.code import Code
from timeline.diagnostics import Severity, Span
from timeline.severities import apply_severities, is_fixed
from timeline.source import Scalar

PLACE = Span("timeline.yml", 3, 3, 3, 7)
FOUND = publishing.HANDWRITTEN_PAGE_WINS.at(Span("docs/method.md"), "x")


def wish(key: str, severity: str) -> list[tuple[Scalar, str]]:
    return [(Scalar(key, PLACE), severity)]


@pytest.mark.parametrize("key", ["P201", "p201", "handwritten-page-wins"])
@pytest.mark.parametrize("severity", list(Severity))
def test_a_code_can_be_given_another_severity(key: str, severity: Severity) -> None:
    (found,) = apply_severities([FOUND], wish(key, severity))
    assert found.severity is severity
    assert found.message == FOUND.message


def test_a_code_can_be_switched_off() -> None:
    assert apply_severities([FOUND], wish("P201", "off")) == ()


def test_other_codes_stay_as_they_are() -> None:
    assert apply_severities([FOUND], wish("P101", "off")) == (FOUND,)


def test_a_code_that_does_not_exist_is_reported_with_the_nearest() -> None:
    (found,) = apply_severities([], wish("handwriten-page-wins", "off"))
    assert (found.code, found.span) == ("P301", PLACE)
    assert found.hint == "did you mean `handwritten-page-wins`?"


def test_a_code_like_no_other_is_reported_with_a_way_to_find_out() -> None:
    (found,) = apply_severities([], wish("???", "off"))
    assert found.hint == "`timeline explain` lists the codes"


SAFETY = [code for code in ALL.values() if code.id.startswith("R1")]


@pytest.mark.parametrize("code", SAFETY, ids=lambda code: code.id)
def test_codes_that_keep_readers_safe_cannot_be_changed(code: Code) -> None:
    danger = code.at(Span("content/events/a.yml"), "danger")
    kept, refused = apply_severities([danger], wish(code.id, "off"))
    assert kept == danger
    assert (refused.code, refused.span) == ("P302", PLACE)


def test_the_refusal_itself_cannot_be_switched_off() -> None:
    assert is_fixed("P302")
    assert is_fixed("P301")
    assert not is_fixed("P201")

"""Applies the severities that a project sets in `timeline.yml`.

What enters: findings and the project's wishes by code or code name. What leaves: the findings with their new severity,
without those that are switched off, and a finding for every wish that cannot be met. What it refuses: to touch the codes
that keep readers and the building machine safe, since a pull request changes `timeline.yml` as easily as any file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from timeline.codes import ALL, Code, links, publishing
from timeline.diagnostics import Diagnostic, Severity, in_order
from timeline.source import Scalar

OFF = "off"


def is_fixed(code: str) -> bool:
    """Whether no project may change how much a code weighs: what keeps readers safe, and what leaves a link without its file."""
    return code.startswith("R1") or code in {
        publishing.SEVERITY_IS_FIXED.id,
        publishing.UNKNOWN_CODE_IN_SEVERITIES.id,
        links.LOOK_ALIKE.id,
        publishing.DOSSIER_NOT_PRINTED.id,
    }


def apply_severities(
    findings: Iterable[Diagnostic], wishes: Iterable[tuple[Scalar, str]]
) -> tuple[Diagnostic, ...]:
    """Give each finding the severity that the project wants.

    Args:
        findings: All findings of the project.
        wishes: Code or name of a code, and `error`, `warning`, `note` or `off`.
    """
    by_name = {code.name: code for code in ALL.values()}
    granted: dict[str, str] = {}
    refused: list[Diagnostic] = []
    for key, wish in wishes:
        code = ALL.get(key.text.upper()) or by_name.get(key.text.lower())
        if code is None:
            refused.append(_unknown(key, by_name))
        elif is_fixed(code.id):
            refused.append(
                publishing.SEVERITY_IS_FIXED.at(
                    key.span,
                    f"{code.id} ({code.name}) keeps readers safe, so its severity cannot be changed",
                    hint="remove this line and mend what the finding is about",
                )
            )
        else:
            granted[code.id] = wish
    return in_order((*_weighed(findings, granted), *refused))


def with_wishes(findings: Iterable[Diagnostic], wishes: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Give findings that come after a check the severities that the project wants; the check has told of faulty wishes."""
    by_name = {code.name: code.id for code in ALL.values()}
    granted = {by_name.get(key.lower(), key.upper()): wish for key, wish in wishes.items()}
    return _weighed(findings, {code: wish for code, wish in granted.items() if not is_fixed(code)})


def _weighed(findings: Iterable[Diagnostic], granted: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    return tuple(
        found if found.code not in granted else replace(found, severity=Severity(granted[found.code]))
        for found in findings
        if granted.get(found.code) != OFF
    )


def _unknown(key: Scalar, by_name: Mapping[str, Code]) -> Diagnostic:
    near = get_close_matches(key.text, [*by_name, *ALL], n=1)
    return publishing.UNKNOWN_CODE_IN_SEVERITIES.at(
        key.span,
        f'"{key.text}" is no diagnostic code and no name of one',
        hint=f"did you mean `{near[0]}`?" if near else "`timeline explain` lists the codes",
    )

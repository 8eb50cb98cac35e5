"""Every diagnostic code: its name, severity, and the explanation that `explain CODE` and the docs page print.

The letter tells the stage: R reading files, F fields, D dates, L links between records, C checks across records,
P publishing, A addresses on the web, T tables that are imported. A code is never reused for another meaning.
"""

from __future__ import annotations

from timeline.codes import addresses, checks, dates, fields, links, publishing, reading, spreadsheets
from timeline.codes.code import Code

ALL: dict[str, Code] = {
    code.id: code
    for module in (reading, fields, dates, links, checks, publishing, addresses, spreadsheets)
    for code in vars(module).values()
    if isinstance(code, Code)
}
"""All codes by id, in the order of the stages."""

__all__ = ["ALL", "Code"]

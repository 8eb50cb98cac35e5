"""What the scripts of a large timeline know about claims on other pages, as files that they ask for when a filter is set.

Enters: the home page's view of the whole, split into pages. Leaves: `filters/index.json` with all values of the chips and all
pages, and a file for each year with what is known of its claims: all that `controls` writes into a page of all claims, and
where each stands. A timeline on one page needs none of it. Removed claims are not in what enters here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from timeline.pages.contents import title
from timeline.pages.controls import chips, known_of
from timeline.pages.here import Here
from timeline.pages.page import address
from timeline.pages.periods import Period, last_day
from timeline.pages.strip import stretch

INDEX = "filters/index.json"
"""Where it stands in the site; `assets/js/across.js` knows it."""


def filter_files(here: Here) -> Mapping[str, bytes]:
    """Write the files: path under the site -> bytes; none where all claims stand on one page."""
    pages, order = here.periods.pages, here.aligned.order
    if not pages:
        return {}
    offered = chips(here, order)
    times = _times(here)
    by_year: dict[str, dict[str, list[object]]] = {}
    for number, known in enumerate(known_of(here, order, offered), 1):
        claim = order[number - 1]
        page = here.periods.by_claim[claim]
        inside = by_year.setdefault(f"filters/{_year(page)}.json", {"numbers": [], "claims": []})
        inside["numbers"].append(number)
        inside["claims"].append(
            {**known, "id": "", "page": here.periods.numbers[page.path], "time": times[claim]}
        )
    index = {
        "chips": {
            chip.key: {
                "label": chip.label,
                "ids": [one.id for one in chip.options],
                "names": [one.label for one in chip.options],
            }
            for chip in offered
        },
        "pages": [[address(page.path), title(page, here), *_days(page)] for page in pages],
        "files": sorted(by_year),
    }
    return {path: _json(content) for path, content in {INDEX: index, **by_year}.items()}


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _days(page: Period) -> tuple[str, ...]:
    """Give start and end of a page that claims of days stand on: what the window on the overview can choose."""
    has_days = page.part == 1 and any(group.kind == "day" for group in page.groups)
    return stretch(page.first, page.last) if has_days else ()


def _year(page: Period) -> str:
    """Name the file of a page's claims."""
    return "others" if page.unit in {"longer", "undated"} else f"{page.first.year:04}"


def _times(here: Here) -> Mapping[str, str]:
    """Say of each claim in which cell of the calendars it is counted: a day, a month, the year of its page, or none."""
    found = {}
    for group in here.aligned.groups:
        at = ""
        if group.day is not None:
            alike = (group.day.year, group.day.month) == ((last := last_day(group)).year, last.month)
            at = group.day.isoformat()[: 10 if group.kind == "day" else 7] if alike else ""
        for row in group.rows:
            for claim in (claim for cell in row.cells for claim in cell.claims):
                page = here.periods.by_claim[claim]
                found[claim] = at or (f"{page.first.year:04}" if page.unit == "year" else "")
    return found

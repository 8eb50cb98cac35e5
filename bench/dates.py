"""Measure the date resolver on folders of phrases with known answers, beside other libraries where they are installed.

    python bench/dates.py FOLDER        or        DATES_CORPORA=FOLDER python bench/dates.py

Each `*.jsonl` row of the folder has `phrase`, `anchor`, `lang`, `earliest`, `latest` (exclusive) and `flags`; rows whose
flags say that a phrase and an anchor alone cannot settle them are left out. Printed per file and resolver: right, coarse
(a wider interval that holds the right one), WRONG, refused, and microseconds per phrase (median). `edtf_cases.jsonl`
measures the EDTF reader. dateutil, dateparser and chrono are measured if Python or Node can find them; they answer an
instant, which counts as the day or minute it stands for.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, works with local times, and starts Node

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline.dates import edtf
from timeline.dates.batch import answer_line

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
Interval = tuple[datetime, datetime] | None
ASKED = ("id", "phrase", "anchor", "anchor_kind", "lang", "zone", "tense")
LEFT_OUT = {"needs_future", "other_anchor", "holiday", "convention", "ambiguous"}


def ours(row: Row) -> Interval:
    """Ask our own resolver, as a batch does."""
    found = json.loads(answer_line(row["line"]))
    first, last = found.get("earliest"), found.get("latest")
    if not isinstance(first, str) or not isinstance(last, str):
        return None
    return local(first), local(last)


def with_dateutil(row: Row) -> Interval:
    """Ask dateutil's fuzzy parser."""
    from dateutil.parser import ParserError, parse  # noqa: PLC0415 -- only where it is installed

    try:
        found = parse(row["phrase"], default=local(row["anchor"]), fuzzy=True).replace(tzinfo=None)
    except (ParserError, OverflowError, ValueError):
        return None
    return instant(found)


def with_dateparser(row: Row) -> Interval:
    """Ask dateparser, told to prefer the past."""
    import dateparser  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415

    choice = {"RELATIVE_BASE": local(row["anchor"]), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(row["phrase"], languages=[row["lang"]], settings=choice)
    return None if found is None else instant(found.replace(tzinfo=None))


CHRONO = """
const chrono = require("chrono-node");
const rows = require("fs").readFileSync(0, "utf8").trim().split("\\n").map(JSON.parse);
const out = rows.map(row => {
  const start = process.hrtime.bigint();
  const found = chrono.parseDate(row.phrase, new Date(row.anchor));
  const took = Number(process.hrtime.bigint() - start) / 1000;
  return JSON.stringify([found ? new Date(found - found.getTimezoneOffset() * 60000).toISOString().slice(0, 19) : null, took]);
});
console.log(out.join("\\n"));
"""


def with_chrono(rows: list[Row]) -> tuple[list[Interval], list[float]] | None:
    """Ask chrono through Node, all rows at once."""
    node = shutil.which("node")
    if node is None or not rows:
        return None
    asked = "\n".join(json.dumps({"phrase": row["phrase"], "anchor": row["anchor"]}) for row in rows)
    done = subprocess.run([node, "-e", CHRONO], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [instant(local(text)) if text else None for text, _ in found], [took for _, took in found]


def local(text: str) -> datetime:
    """Read a time and drop its offset."""
    return datetime.fromisoformat(text).replace(tzinfo=None)


def instant(found: datetime) -> Interval:
    """Take midnight for the whole day, and any other instant for its minute."""
    if (found.hour, found.minute) == (0, 0):
        return found, found + timedelta(days=1)
    return found, found + timedelta(minutes=1)


def verdict(row: Row, found: Interval) -> str:
    """Compare an answer with the known one."""
    if found is None:
        return "refused"
    first, last = local(row["earliest"]), local(row["latest"])
    slack = timedelta(days=row.get("end_slack_days", 0))
    if (
        last - first <= timedelta(minutes=1)
        and found[0] == first
        and found[1] - found[0] <= timedelta(hours=1)
    ):
        return "right"
    if found[0] == first and abs(found[1] - last) <= slack:
        return "right"
    return "coarse" if found[0] <= first and found[1] >= last - slack else "WRONG"


def timed(rows: list[Row], resolver: Callable[[Row], Interval]) -> tuple[list[Interval], list[float]]:
    """Ask for every row, and how long each took, in microseconds."""
    found, took = [], []
    for row in rows:
        began = time.perf_counter()
        found.append(resolver(row))
        took.append((time.perf_counter() - began) * 1e6)
    return found, took


def line(name: str, resolver: str, rows: list[Row], found: list[Interval], took: list[float]) -> str:
    """Word one result."""
    counts = Counter(verdict(row, answered) for row, answered in zip(rows, found, strict=True))
    shares = "  ".join(
        f"{kind} {100 * counts[kind] / len(rows):5.1f}%" for kind in ("right", "coarse", "WRONG", "refused")
    )
    return f"{name:24} {resolver:11} n={len(rows):5}  {shares}  {statistics.median(took):7.1f} µs"


def measure(path: Path) -> None:
    """Print the results for one file of phrases."""
    rows = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if not LEFT_OUT & set(row["flags"])]
    if not rows:
        return
    for row in rows:
        row["line"] = json.dumps({key: row[key] for key in ASKED if key in row})
    print(line(path.stem, "timeline", rows, *timed(rows, ours)))
    if find_spec("dateutil") and rows[0]["lang"] == "en":
        print(line(path.stem, "dateutil", rows, *timed(rows, with_dateutil)))
    if find_spec("dateparser"):
        print(line(path.stem, "dateparser", rows, *timed(rows, with_dateparser)))
    chrono = with_chrono(rows) if rows[0]["lang"] == "en" else None
    if chrono is not None:
        print(line(path.stem, "chrono", rows, *chrono))


def unseen(path: Path) -> str:
    """Word the median over phrases none of which has come before, in processor time: the caches know nothing of them."""
    fresh: dict[str, str] = {}
    for text in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        asked = {key: row[key] for key in ASKED if key in row}
        fresh.setdefault(row["phrase"], json.dumps({**asked, "phrase": f" {row['phrase']} "}))
    took = []
    for asked_line in fresh.values():
        began = time.thread_time_ns()
        answer_line(asked_line)
        took.append((time.thread_time_ns() - began) / 1000)
    return f"{path.stem:24} timeline    n={len(took):5}  every phrase new, processor time: {statistics.median(took):.1f} µs"


def importing() -> str:
    """Word how long importing the package takes, in a process of its own."""
    code = (
        "import time; a = time.process_time(); import timeline.dates; print((time.process_time() - a) * 1000)"
    )
    took = [
        float(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
            ).stdout
        )
        for _ in range(5)
    ]
    return f"{'import timeline.dates':24} timeline    {min(took):.1f} ms"


def measure_edtf(path: Path) -> None:
    """Print how the EDTF reader does, level by level."""
    accepted, total, bounds = Counter[str](), Counter[str](), Counter[bool]()
    for text in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(text)
        level = str(case.get("level", "other")) if case["valid"] else "invalid"
        value = edtf.parse(case["edtf"])
        total[level] += 1
        accepted[level] += value is not None
        if value is not None and ("earliest" in case or "latest" in case):
            first = "-infinity" if value.open_start else shown(value.first)
            last = "infinity" if value.open_end else shown(value.last)
            bounds[(first, last) == (case.get("earliest"), case.get("latest"))] += 1
    levels = "  ".join(f"{level}: {accepted[level]} of {total[level]} accepted" for level in sorted(total))
    print(f"{'edtf':24} {levels}  bounds right: {bounds[True]} of {bounds.total()}")


def shown(day: edtf.Ymd | None) -> str | None:
    """Write a day as the cases do."""
    if day is None:
        return None
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def main() -> None:
    """Measure every file of the folder."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATES_CORPORA", "")
    if not folder or not Path(folder).is_dir():
        sys.exit(__doc__)
    print(importing())
    for path in sorted(Path(folder).glob("*.jsonl")):
        if path.stem == "edtf_cases":
            measure_edtf(path)
        else:
            print(unseen(path))
            measure(path)


if __name__ == "__main__":
    main()

"""Measure the date resolver on folders of phrases with known answers, beside other libraries where they are installed.

    python bench/dates.py FOLDER        or        DATES_CORPORA=FOLDER python bench/dates.py

Each `*.jsonl` row of the folder has `phrase`, `anchor`, `lang`, `earliest`, `latest` (exclusive) and `flags`; rows whose
flags say that a phrase and an anchor alone cannot settle them are left out. Printed per file and resolver: right, coarse
(a wider interval that holds the right one), WRONG, refused; microseconds per phrase (median) for phrases that never came
before and for the same once more; and how many times as long as dateutil took, turn by turn in the same process. Each
file has a process of its own, so its first phrases find nothing compiled and nothing kept. `edtf_cases.jsonl` measures
the EDTF reader.

The others answer an instant, which counts as the day or minute it stands for. They are measured where they are found:

    pip install python-dateutil dateparser
    npm install chrono-node             in any folder, with NODE_PATH=that folder/node_modules in the environment
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints, works with local times, and starts itself and Node

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline.dates import edtf
from timeline.dates.batch import answer_line

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
Interval = tuple[datetime, datetime] | None


class Measured(NamedTuple):
    """What a resolver answered, and how many microseconds each row took it."""

    found: list[Interval]
    unseen: list[float]
    """When the phrase came first."""

    known: list[float]
    """When it came once more."""


ASKED = ("id", "phrase", "anchor", "anchor_kind", "lang", "zone", "tense")
LEFT_OUT = {"needs_future", "other_anchor", "holiday", "convention", "ambiguous"}


def ours(row: Row) -> str:
    """Ask our own resolver, as a batch does."""
    return answer_line(row["line"])


def read_back(answer: str) -> Interval:
    """Read a line of a batch."""
    found = json.loads(answer)
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
const ask = row => {
  const start = process.hrtime.bigint();
  const found = chrono.parseDate(row.phrase, new Date(row.anchor));
  return [found, Number(process.hrtime.bigint() - start) / 1000];
};
const first = rows.map(ask), second = rows.map(ask);
const text = found => found && new Date(found - found.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
console.log(first.map(([found, took], place) => JSON.stringify([text(found), took, second[place][1]])).join("\\n"));
"""


def with_chrono(rows: list[Row]) -> Measured | None:
    """Ask chrono through Node, all rows at once."""
    node = shutil.which("node")
    if node is None:
        return None
    asked = "\n".join(json.dumps({"phrase": row["phrase"], "anchor": row["anchor"]}) for row in rows)
    done = subprocess.run([node, "-e", CHRONO], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    out = [json.loads(line) for line in done.stdout.splitlines()]
    found = [instant(local(text)) if text else None for text, _, _ in out]
    return Measured(found, [took for _, took, _ in out], [took for _, _, took in out])


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


BLOCK = 25
"""Rows after which the next resolver has its turn: what else the machine does then slows all of them alike."""


def in_turns(rows: list[Row], resolvers: dict[str, Callable[[Row], Any]]) -> dict[str, Measured]:
    """Ask every resolver for every row, and then once more."""
    found: dict[str, list[Any]] = {name: [] for name in resolvers}
    took: dict[str, list[float]] = {name: [] for name in resolvers}
    for first in [*range(0, len(rows), BLOCK)] * 2:
        for name, resolver in resolvers.items():
            for row in rows[first : first + BLOCK]:
                began = time.perf_counter_ns()
                answer = resolver(row)
                took[name].append((time.perf_counter_ns() - began) / 1000)
                found[name].append(answer)
    size = len(rows)
    return {
        name: Measured(
            [read_back(answer) if isinstance(answer, str) else answer for answer in found[name][:size]],
            took[name][:size],
            took[name][size:],
        )
        for name in resolvers
    }


def measure(path: Path) -> None:
    """Print the results for one file of phrases; to be called in a process that has resolved nothing yet."""
    rows = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if not LEFT_OUT & set(row["flags"])]
    rows = list({(row["phrase"], row["lang"]): row for row in reversed(rows)}.values())[::-1]
    if not rows:
        return
    for row in rows:
        row["line"] = json.dumps({key: row[key] for key in ASKED if key in row})
    warnings.simplefilter("ignore")  # dateutil warns of every abbreviated zone
    english = rows[0]["lang"] == "en"
    resolvers: dict[str, Callable[[Row], Any]] = {"timeline": ours}
    if find_spec("dateutil") and english:
        with_dateutil(rows[0])  # importing it is not measured, as importing ours is measured apart
        resolvers["dateutil"] = with_dateutil
    results: dict[str, Measured | None] = {**in_turns(rows, resolvers)}
    if find_spec("dateparser"):
        with_dateparser(rows[0])
        results |= in_turns(rows, {"dateparser": with_dateparser})
    results["chrono"] = with_chrono(rows) if english else None
    yardstick = results.get("dateutil")
    for name, measured in results.items():
        if measured is not None:
            print(line(path.stem, name, rows, measured, yardstick))


def line(file: str, resolver: str, rows: list[Row], measured: Measured, yardstick: Measured | None) -> str:
    """Word one result."""
    counts = Counter(verdict(row, found) for row, found in zip(rows, measured.found, strict=True))
    shares = "  ".join(
        f"{kind} {100 * counts[kind] / len(rows):5.1f}%" for kind in ("right", "coarse", "WRONG", "refused")
    )
    unseen, known = statistics.median(measured.unseen), statistics.median(measured.known)
    ratio = f"  {unseen / statistics.median(yardstick.unseen):6.2f} x dateutil" if yardstick else ""
    return f"{file:16} {resolver:10} n={len(rows):5}  {shares}  new {unseen:8.1f} µs  known {known:8.1f} µs{ratio}"


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
    """Measure every file of the folder, or the one file that a process of its own is started for."""
    if len(sys.argv) == 3 and sys.argv[1] == "--file":
        measure(Path(sys.argv[2]))
        return
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATES_CORPORA", "")
    if not folder or not Path(folder).is_dir():
        sys.exit(__doc__)
    print(importing(), flush=True)
    for path in sorted(Path(folder).glob("*.jsonl")):
        if path.stem == "edtf_cases":
            measure_edtf(path)
        else:
            subprocess.run([sys.executable, __file__, "--file", str(path)], check=True)


if __name__ == "__main__":
    main()

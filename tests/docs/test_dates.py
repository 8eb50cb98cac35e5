"""The page on using the date rules as a library: its example runs and prints what it says."""

import contextlib
import io
import re
from pathlib import Path

import timeline.dates

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"


def test_the_example_prints_what_its_comments_say() -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(code) == 1
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code[0], str(PAGE), "exec"), {})  # noqa: S102 -- our own page
    *said, steps = [line.partition("# ")[2] for line in code[0].splitlines() if "# " in line]
    assert printed.getvalue().splitlines()[: len(said)] == said
    assert steps.startswith("the steps")
    assert "21 June 2023 is a Wednesday" in printed.getvalue()


def test_every_name_on_the_page_is_public() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| also there | for |")[2]
    names = re.findall(
        r"`([A-Za-z_]+)(?:\.\w+)?`",
        "".join(row.split("|")[1] for row in table.splitlines() if "|" in row[1:]),
    )
    assert {"explain", "RULES", "edtf"} <= set(names)
    assert set(names) <= set(timeline.dates.__all__)

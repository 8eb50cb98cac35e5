"""`timeline explain --batch`: JSON lines on standard input, an answer to each on standard output.

What enters: bytes, whatever they are. What leaves: as many lines of JSON as there were lines, in order, and nothing else.
"""

from __future__ import annotations

import json
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from timeline import dates


def answer_input() -> None:
    """Answer each line as soon as it is there, so that another program can talk to us through pipes."""
    output = sys.stdout.buffer
    try:
        for answer in answers(sys.stdin.buffer):
            output.write(answer)
            output.flush()
    except BrokenPipeError:  # whoever asked has heard enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def answers(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Answer lines one by one, empty ones too: whoever asks counts on as many answers as lines."""
    for number, raw in enumerate(lines):
        line = raw.removeprefix(BOM_UTF8) if not number else raw
        try:
            answer = dates.answer_line(line.decode())
        except UnicodeDecodeError as fault:
            answer = json.dumps({
                "id": _id_of(line), "error": f"the line is not UTF-8: byte {fault.start + 1} of it is out of place", "readings": [],
            })  # fmt: skip
        yield answer.encode() + b"\n"


def _id_of(line: bytes) -> object:
    """Find the id of a line some of whose other bytes are broken, so that the answer can be told to its question."""
    try:
        asked = json.loads(line.decode(errors="replace"), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
    found = asked.get("id") if isinstance(asked, dict) else None
    return found if isinstance(found, int) or (isinstance(found, str) and "\ufffd" not in found) else None

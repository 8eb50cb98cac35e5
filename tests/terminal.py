"""A person at a real terminal: a pseudo-terminal with our command line in it, its questions and the keys that are typed."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

PATIENCE = 60
"""Seconds until a question that does not come is a failure."""

_START = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.executable, [sys.executable, '-P', '-X', 'utf8', '-m', 'timeline.cli', *sys.argv[1:]])"
)
"""The program has the terminal for its own, so that Ctrl-C reaches it as it would from a keyboard."""


class Terminal:
    """One run of a command in a terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *arguments],
            cwd=folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""
        """All that stood on the screen so far."""
        self._read_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def expect(self, text: str) -> None:
        """Wait until a text stands on the screen, after the last one that was waited for."""
        end = time.monotonic() + PATIENCE
        while (place := self.shown.find(text, self._read_to)) < 0:
            assert time.monotonic() < end, f"{text!r} did not come; there was:\n{self.shown}"
            assert self._receive(), f"it ended before {text!r} came:\n{self.shown}"
        self._read_to = place + len(text)

    def type(self, keys: str) -> None:
        """Type a line and press Enter."""
        os.write(self._ours, f"{keys}\n".encode())

    def leave(self, key: bytes) -> int:
        """Press a key that ends the program, again every few seconds, and give the exit status.

        A question is shown a moment before keys are waited for, and Python may miss a Ctrl-C between the two. A person would
        press it again; so does this.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(0.3)
            with suppress(OSError):  # it has ended meanwhile
                os.write(self._ours, key)
            pressed = time.monotonic()
            while self._receive():
                if time.monotonic() - pressed > 3:
                    break
            else:
                return self._process.wait(PATIENCE)
        pytest.fail(f"it does not end; there was:\n{self.shown}")

    def answer(self, question: str, keys: str) -> None:
        """Wait for a question, and answer it."""
        self.expect(question)
        self.type(keys)

    def ended(self) -> int:
        """Wait for the end, and give the exit status."""
        end = time.monotonic() + PATIENCE
        while self._receive():
            assert time.monotonic() < end, f"it does not end; there was:\n{self.shown}"
        return self._process.wait(PATIENCE)

    def _receive(self) -> bool:
        """Take what is there; False at the end."""
        ready, _, _ = select.select([self._ours], [], [], 0.5)
        if not ready:
            return self._process.poll() is None
        try:
            data = os.read(self._ours, 4096)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)
